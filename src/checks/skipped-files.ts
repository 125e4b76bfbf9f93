import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { manifestsOf } from '../manifests/manifest.ts';
import { isTrafficSplit } from '../mesh/traffic-split.ts';
import { holdsTrafficSplit } from '../yaml/byte-search.ts';
import { cut } from '../yaml/cut.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Source } from '../yaml/source.ts';

/**
 * Reports those of some files that are skipped that hold a TrafficSplit, at the first one, and why they are. Git may hold a
 * file that `.gitignore` excludes, and then it is deployed (gitignore(5): files that are tracked already are not affected);
 * kubectl reads a file through a link.
 */
export function skippedFiles(skipped: readonly Source[], why: string): readonly Diagnostic[] {
  const holding = skipped.filter(holdsReadableSplit);
  const [first] = holding;
  if (first === undefined) return [];
  const others = holding.length === 1 ? '' : ` (and ${several(holding.slice(1).map(({ path }) => path))})`;
  const message = `holds a TrafficSplit, but ${why}: skipped${others}`;
  return [{ code: 'file-ignored', message, at: { source: first } }];
}

/** Only as much is parsed as is needed to find one. */
function holdsReadableSplit(source: Source): boolean {
  for (const slice of cut(source).all()) {
    if (!holdsTrafficSplit(source.bytes, slice.start, slice.end)) continue;
    const page = readUtf8(slice, false);
    if (page !== undefined && manifestsOf(page).manifests.some(({ object }) => isTrafficSplit(object))) return true;
  }
  return false;
}
