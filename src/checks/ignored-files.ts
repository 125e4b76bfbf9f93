import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { manifestsOf } from '../manifests/manifest.ts';
import { isTrafficSplit } from '../mesh/traffic-split.ts';
import { holdsTrafficSplit } from '../yaml/byte-search.ts';
import { cut } from '../yaml/cut.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Source } from '../yaml/source.ts';

/**
 * Reports the files with a TrafficSplit that `.gitignore` excludes, at the first one: Git may hold such a file all the
 * same, and then it is deployed (gitignore(5): files that are tracked already are not affected).
 */
export function ignoredFiles(excluded: readonly Source[]): readonly Diagnostic[] {
  const holding = excluded.filter(holdsReadableSplit);
  const [first] = holding;
  if (first === undefined) return [];
  const others = holding.length === 1 ? '' : ` (and ${several(holding.slice(1).map(({ path }) => path))})`;
  const message = `holds a TrafficSplit, but .gitignore excludes it: skipped${others}`;
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
