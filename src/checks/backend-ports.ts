import { addTo, memoised } from '../collections.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { text, type KubernetesObject } from '../kubernetes.ts';
import { backendField, type LocatedSplit } from '../manifests/located-split.ts';
import { servicePorts } from '../mesh/route-ports.ts';
import type { Run } from '../run.ts';
import { inFileOf, type Seen } from '../splits/find-objects.ts';
import { copiesIn, placesOf, type Taken } from './built-services.ts';

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
  const neededIn = memoised((build: string) => needed(apex && copiesIn(apex, build, portsOf, kustomize)));
  return ({ service, index, port }, seen) => {
    const ofOne = port === undefined ? neededIn : () => [port];
    const places = placesOf(placed, [...(apex?.copies ?? []), ...seen.copies], portsOf, run);
    const byPorts = new Map<string, string[]>();
    for (const build of places) {
      const own = copiesIn(seen, build, portsOf, kustomize);
      if (own === undefined || own.every(isExternal)) continue;
      const has = new Set(own.flatMap(tcpPorts));
      const missing = several(
        ofOne(build)
          .filter((one) => !has.has(one))
          .map(String),
      );
      if (missing !== '') addTo(byPorts, missing, build);
    }
    const inner = seen.copies.find(({ object }) => !isExternal(object));
    const file = inner === undefined || seen.where === '' ? seen.where : inFileOf([inner]);
    for (const [missing, lacking] of byPorts) {
      const whose = port === undefined ? ` of apex ${placed.split.apex}` : '';
      const where = lacking.length === places.length ? '' : ` in ${several(lacking)}`;
      run.report({
        code: 'backend-port-missing',
        message: `Service ${service}${file} lacks port ${missing}${whose}${where}`,
        at: { manifest: placed.manifest, field: backendField(placed, index) },
      });
    }
  };
}

const portsOf: Taken = (service) => (isExternal(service) ? 'external' : tcpPorts(service).join());

/** Whether a Service is a name outside of the cluster: Linkerd skips it as a backend, whatever its ports. */
export function isExternal(service: KubernetesObject): boolean {
  return text(service, 'spec', 'type') === 'ExternalName';
}

/** The ports that a Service declares for TCP: Linkerd reads no other traffic. */
export function tcpPorts(service: KubernetesObject): readonly number[] {
  return servicePorts(service).map(({ port }) => port);
}
