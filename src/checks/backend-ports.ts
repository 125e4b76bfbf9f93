import { addTo, memoised, memoisedFor } from '../collections.ts';
import { several } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import { backendField, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { servicePorts } from '../mesh/route-ports.ts';
import type { Run } from '../run.ts';
import type { Seen } from '../splits/find-objects.ts';
import { pathOf } from '../splits/names.ts';
import { selectable } from '../kustomize/selectors.ts';

/** The ports that backends need, given the copies of the Service of the apex; undefined if its ports are not known. */
type Needed = (copies: readonly KubernetesObject[] | undefined) => readonly number[];

/** Returns a function that reports the ports of the apex that the Service of a backend lacks, in the builds that have both. */
export function backendPorts(
  placed: LocatedSplit,
  apex: Seen | undefined,
  needed: Needed,
  run: Run,
): (backend: LocatedSplit['split']['backends'][number], seen: Seen) => void {
  const { kustomize } = run.unit;
  const builds = [...new Set((kustomize?.builds(pathOf(placed.manifest)) ?? []).map(({ path }) => path))];
  const neededIn = memoised((build: string) => needed(apex && copiesIn(apex, build, kustomize)));
  return ({ service, index, port }, seen) => {
    const ofOne = port === undefined ? neededIn : () => [port];
    const isSame = kustomize === undefined || [...(apex?.copies ?? []), ...seen.copies].every(isSameIn(kustomize));
    const places = isSame || builds.length === 0 ? [''] : builds;
    const byPorts = new Map<string, string[]>();
    for (const build of places) {
      const own = copiesIn(seen, build, kustomize);
      if (own === undefined) continue;
      const has = new Set(own.flatMap(tcpPorts));
      const missing = several(
        ofOne(build)
          .filter((one) => !has.has(one))
          .map(String),
      );
      if (missing !== '') addTo(byPorts, missing, build);
    }
    for (const [missing, lacking] of byPorts) {
      const whose = port === undefined ? ` of apex ${placed.split.apex}` : '';
      const where = lacking.length === places.length ? '' : ` in ${several(lacking)}`;
      run.report({
        code: 'backend-port-missing',
        message: `Service ${service}${seen.where} lacks port ${missing}${whose}${where}`,
        at: { manifest: placed.manifest, field: backendField(placed, index) },
      });
    }
  };
}

/** The ports that a Service declares for TCP: Linkerd reads no other traffic. */
export function tcpPorts(service: KubernetesObject): readonly number[] {
  return servicePorts(service).map(({ port }) => port);
}

/** The copies of a Service as a build has them; undefined if their ports are not known. */
function copiesIn(
  { copies }: Seen,
  build: string,
  kustomize: Kustomize | undefined,
): readonly KubernetesObject[] | undefined {
  const found: KubernetesObject[] = [];
  for (const copy of copies) {
    const { byBuild, agreed } = kustomize === undefined ? asWritten : inBuilds(kustomize)(copy);
    const object = byBuild.size === 0 ? copy.object : byBuild.has(build) ? byBuild.get(build) : agreed;
    if (object === undefined) return undefined;
    found.push(object);
  }
  return found;
}

/** What a Service is in each of its builds, undefined where that is not known; empty if no build changes its ports. */
interface InBuilds {
  readonly byBuild: ReadonlyMap<string, KubernetesObject | undefined>;
  /** What it is in all of them, if they agree: then it is known also where it is deployed apart from the split. */
  readonly agreed?: KubernetesObject | undefined;
}

const asWritten: InBuilds = { byBuild: new Map() };

const inBuilds = memoisedFor((kustomize: Kustomize) =>
  memoisedFor((service: Manifest): InBuilds => {
    const { object } = service;
    const taken = (one: KubernetesObject): string => tcpPorts(one).join();
    const all = kustomize.portsInBuilds(pathOf(service), { ...selectable(service), object, taken });
    const ports = new Set(all.map((one) => one.object && taken(one.object)));
    return {
      byBuild: new Map(all.map((one) => [one.build, one.object])),
      ...(ports.size === 1 && { agreed: all[0]?.object }),
    };
  }),
);

function isSameIn(kustomize: Kustomize): (service: Manifest) => boolean {
  return (service) => inBuilds(kustomize)(service).byBuild.size === 0;
}
