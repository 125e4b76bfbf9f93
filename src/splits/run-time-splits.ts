import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import { showResource } from '../diagnostics/resource.ts';
import { openPageCache } from '../manifests/page-cache.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { mayWriteSplits } from '../manifests/searches.ts';
import type { Source } from '../yaml/source.ts';
import { splitsAtRunTime } from './controllers.ts';

/**
 * What in these sources writes TrafficSplits at run time, as a sentence without a period; undefined where nothing does. A
 * Canary without a provider has that of its Flagger (`-mesh-provider`), which need not be in the sources. Those that have a
 * finding of their own are left out.
 */
export function runTimeWriters(sources: readonly Source[], findings: readonly Diagnostic[] = []): string | undefined {
  const reported = new Set(
    findings.flatMap(({ code, at }) =>
      code === 'splits-at-run-time' && 'manifest' in at ? [writerKey(at.manifest)] : [],
    ),
  );
  const manifests = openPageCache('fine')
    .holding(sources, { holds: mayWriteSplits })
    .manifests.filter((manifest) => !reported.has(writerKey(manifest)));
  const writers = manifests.filter(({ object }) => splitsAtRunTime(object) === 'written');
  const may = manifests.filter(({ object }) => splitsAtRunTime(object) === 'provider-unknown');
  const sentences = [
    ...(writers.length === 0 ? [] : [`${writerNames(writers)} ${writes(writers)} TrafficSplits at run time`]),
    ...(may.length === 0
      ? []
      : [`${writerNames(may)} ${writes(may)} TrafficSplits if Flagger runs with -mesh-provider=linkerd or smi`]),
  ];
  return sentences.length === 0 ? undefined : `${sentences.join('; ')}; only an adaptor converts these`;
}

function writerKey({ object, page }: Manifest): string {
  return JSON.stringify([page.slice.source.path, text(object, 'kind'), text(object, 'metadata', 'name')]);
}

function writes({ length }: readonly Manifest[]): string {
  return length === 1 ? 'writes' : 'write';
}

/** How many are named. */
const shownWriters = 3;

function writerNames(manifests: readonly Manifest[]): string {
  const named = manifests.slice(0, shownWriters).map(({ object, page }) => {
    const namespace = text(object, 'metadata', 'namespace');
    const resource = { kind: text(object, 'kind'), name: text(object, 'metadata', 'name') };
    const shown = showResource({ ...resource, ...(namespace !== '' && { namespace }) });
    const { path } = page.slice.source;
    return path === '-' ? shown : `${shown} (${path})`;
  });
  const rest = manifests.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more`;
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}
