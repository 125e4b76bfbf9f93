import { text } from '../kubernetes.ts';
import { showResource } from '../diagnostics/resource.ts';
import { openPageCache } from '../manifests/page-cache.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { mayWriteSplits } from '../manifests/searches.ts';
import type { Source } from '../yaml/source.ts';
import { splitsAtRunTime } from './controllers.ts';

/**
 * What in these sources writes TrafficSplits at run time, as a sentence without a period; undefined where nothing does. A
 * Canary without a provider has that of its Flagger (`-mesh-provider`), which need not be in the sources.
 */
export function runTimeWriters(sources: readonly Source[]): string | undefined {
  const { manifests } = openPageCache('fine').holding(sources, { holds: mayWriteSplits });
  const writers = manifests.filter(({ object }) => splitsAtRunTime(object) === 'written');
  const may = manifests.filter(({ object }) => splitsAtRunTime(object) === 'provider-unknown');
  const said = [
    ...(writers.length === 0 ? [] : [`${writerNames(writers)} ${writes(writers)} TrafficSplits at run time`]),
    ...(may.length === 0
      ? []
      : [`${writerNames(may)} ${writes(may)} TrafficSplits if Flagger runs with -mesh-provider=linkerd or smi`]),
  ];
  return said.length === 0 ? undefined : `${said.join('; ')}; only an adaptor converts these`;
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
    return `${showResource({ ...resource, ...(namespace !== '' && { namespace }) })} (${page.slice.source.path})`;
  });
  const rest = manifests.length - named.length;
  if (rest > 0) return `${named.join(', ')} and ${rest} more`;
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}
