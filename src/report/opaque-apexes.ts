import type { SplitOutcome } from '../convert.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Search } from '../manifests/page-cache.ts';
import { openPageCache } from '../manifests/page-cache.ts';
import { opaqueAnnotation, servicePorts } from '../mesh/route-ports.ts';
import { findWord } from '../yaml/byte-search.ts';
import { anyOf } from '../yaml/name-search.ts';
import type { Source } from '../yaml/source.ts';

/**
 * The splits of a stream whose apex has a port that an annotation makes opaque, each with that port: Linkerd splits the
 * connections there, and not the requests (linkerd2-proxy, linkerd/app/outbound/src/opaq.rs).
 */
export function opaqueApexes(source: Source, splits: readonly SplitOutcome[]): ReadonlyMap<Manifest, number> {
  if (findWord(source.bytes, 'opaque-ports') === -1) return new Map();
  const apexes = splits.flatMap(({ split }) => split?.apex ?? []);
  const { manifests } = openPageCache('fine').holding([source], searchFor(apexes));
  const namespaces = new Map(ofKind(manifests, 'Namespace').map((one) => [apexName(one), one]));
  const ports = new Map<string, number>();
  for (const service of ofKind(manifests, 'Service')) {
    const namespace = text(service.object, 'metadata', 'namespace');
    const opaque = servicePorts(service.object, namespaces.get(namespace)?.object).find(({ opaque: reason }) =>
      reason?.startsWith(opaqueAnnotation),
    );
    if (opaque !== undefined) ports.set(`${namespace}/${apexName(service)}`, opaque.port);
  }
  return new Map(
    splits.flatMap(({ manifest, split }) => {
      const port = split && ports.get(`${split.namespace}/${split.apex}`);
      return port === undefined ? [] : [[manifest, port] as const];
    }),
  );
}

/** The annotation, or the name of an apex, in a Service or a Namespace. */
function searchFor(apexes: readonly string[]): Search {
  const kinds = ['Service', 'Namespace'];
  return {
    holds: anyOf(new Set([...apexes, 'opaque-ports'])),
    within: (cut) => cut.ofKind?.((kind) => kind === undefined || kinds.includes(kind)) ?? cut.all(),
  };
}

function ofKind(manifests: readonly Manifest[], kind: string): readonly Manifest[] {
  return manifests.filter(({ object }) => text(object, 'kind') === kind && text(object, 'apiVersion') === 'v1');
}

function apexName({ object }: Manifest): string {
  return text(object, 'metadata', 'name');
}
