import { groupByEach, memoisedFor } from '../collections.ts';
import { several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { annotation, isService, text, type KubernetesObject } from '../kubernetes.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { PortSource } from '../kustomize/port-changes.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { opaqueAnnotation, servicePorts, type ServicePort } from '../mesh/route-ports.ts';
import type { CallObject, Run } from '../run.ts';
import { isPatch } from '../splits/find-objects.ts';
import { pathOf } from '../splits/names.ts';
import { rewriteFix } from '../splits/rewrite-fix.ts';
import { selectable } from '../kustomize/selectors.ts';
import { describeRewrites } from '../splits/rewritten.ts';
import type { RouteContext } from './route-context.ts';
import { byName, isNamespace, nearestManifests } from './route-context.ts';
import { namespacesAmong, namespacesOfSplit, sharing } from '../splits/namespaces.ts';

/** A Service that an apex may be, in a namespace that it may be in, with the object of that, if it is seen. */
interface ApexService {
  readonly service: Manifest;
  readonly namespaceName: string;
  readonly namespace?: Manifest;
  readonly ports: readonly ServicePort[];
}

/** The Services that the apex of a split may be: the nearest, else those of the rest of the call. */
export function servicesOf(
  placed: LocatedSplit,
  context: RouteContext,
  run: Run,
): { readonly services: readonly ApexService[]; readonly isElsewhere: boolean } {
  const { apex } = placed.split;
  const candidates = (some: readonly Manifest[] = []): readonly Manifest[] =>
    sharing(some, placed, run).filter((one) => !isPatch(one, run));
  const near = nearestManifests(candidates(context.services.get(apex)), placed, run);
  const isElsewhere = near === undefined || near.distance === 'elsewhere';
  const found = isElsewhere ? candidates(run.inCall(servicesOfCall).get(apex)) : near.found;
  const services = found.flatMap((service) =>
    namespacesOf(service, placed, run).flatMap((namespaceName) =>
      namespaceObjectsOf(namespaceName, placed, context, run).map((one) => ({
        service,
        namespaceName,
        ...(one && { namespace: one }),
        ports: portsIn(service.object)(one?.object ?? unseen),
      })),
    ),
  );
  return { services, isElsewhere };
}

/** The Services of a call by their name, wherever they are. */
const servicesOfCall = (objects: readonly CallObject[]): ReadonlyMap<string, readonly Manifest[]> =>
  byName(manifestsOf(objects, isService));

function manifestsOf(objects: readonly CallObject[], is: (object: KubernetesObject) => boolean): readonly Manifest[] {
  return objects.flatMap(({ manifest }) => (is(manifest.object) ? manifest : []));
}

/** The namespaces that a Service may be in: its own, and those that kustomizations set for it and for the split. */
function namespacesOf(service: Manifest, placed: LocatedSplit, run: Run): readonly string[] {
  const own = text(service.object, 'metadata', 'namespace') || placed.split.namespace;
  const set = run.unit.kustomize?.namespacesSet(pathOf(service)) ?? [];
  const ofSplit = namespacesOfSplit(placed, run);
  const shared = ofSplit.includes('') ? set : namespacesAmong(set, ofSplit);
  return [...new Set(own === '' && shared.length > 0 ? shared : [own, ...shared])];
}

/**
 * The Namespace objects of a name, which may have an annotation about opaque ports: the nearest ones, of those that say
 * the same one; else one of the rest of the call, if all say the same; undefined if there is none.
 */
function namespaceObjectsOf(
  name: string,
  placed: LocatedSplit,
  context: RouteContext,
  run: Run,
): readonly (Manifest | undefined)[] {
  const { kustomize } = run.unit;
  const named = (all: RouteContext['namespaces']): readonly Manifest[] => {
    const renamed = kustomize === undefined ? [] : (renamedNamespaces(all)(kustomize).get(name) ?? []);
    return [...(all.get(name) ?? []), ...renamed].filter((one) => !isPatch(one, run));
  };
  const seen = [...new Set([...named(context.namespaces), ...named(run.inCall(namespacesOfCall))])];
  const near = nearestManifests(seen, placed, run);
  const each = oneOfEach(near?.found ?? []);
  return near === undefined || (near.distance === 'elsewhere' && each.length > 1) ? [undefined] : each;
}

/**
 * Namespace objects by the names that kustomizations give them: where one sets a namespace, a Namespace object that it lists
 * gets that name, whatever it was called (kustomize api/internal/konfig/builtinpluginconsts/namespace.go).
 */
const renamedNamespaces = memoisedFor((all: RouteContext['namespaces']) =>
  memoisedFor((kustomize: Kustomize) =>
    groupByEach([...all.values()].flat(), (one) => kustomize.namespacesSet(pathOf(one))),
  ),
);

/** The first of the Namespace objects with each annotation. */
function oneOfEach(namespaces: readonly Manifest[]): readonly Manifest[] {
  const found = new Map<string | undefined, Manifest>();
  for (const one of namespaces) {
    const listed = annotation(one.object, opaqueAnnotation);
    if (!found.has(listed)) found.set(listed, one);
  }
  return [...found.values()];
}

/** The Namespace objects of a call by their name. */
const namespacesOfCall = (objects: readonly CallObject[]): ReadonlyMap<string, readonly Manifest[]> =>
  byName(manifestsOf(objects, isNamespace));

/**
 * The finding for an apex whose ports, or those that are opaque, kustomizations change: the ports of its route would
 * differ between overlays; undefined if there is none.
 */
export function rewrittenPorts(
  placed: LocatedSplit,
  services: readonly ApexService[],
  run: Run,
): Diagnostic | undefined {
  const { kustomize } = run.unit;
  if (kustomize === undefined) return undefined;
  const own = pathOf(placed.manifest);
  for (const one of services) {
    for (const { path, source } of portSources(one)) {
      const rewrites = kustomize.rewritesOfPorts(path, source, own);
      if (rewrites.length === 0) continue;
      const { kind, name } = source();
      return {
        code: 'kustomize-rewrites',
        message: `${kind} ${name}: ${describeRewrites(rewrites)}`,
        fix: rewriteFix(kustomize.builds(own), own, run),
        at: atApex(placed),
      };
    }
  }
  return undefined;
}

interface PlacedSource {
  readonly path: string;
  readonly source: () => PortSource;
}

/** The objects that the ports of a Service depend on: itself and its Namespace, which may be one that was not read. */
function portSources({ service, namespaceName, namespace }: ApexService): readonly PlacedSource[] {
  const inherited = namespace?.object ?? { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespaceName } };
  const taken = (own: KubernetesObject, from: KubernetesObject): string => JSON.stringify(servicePorts(own, from));
  return [
    {
      path: pathOf(service),
      source: () => ({ ...selectable(service), object: service.object, taken: (object) => taken(object, inherited) }),
    },
    {
      path: pathOf(namespace ?? service),
      source: () => ({
        ...selectable({ object: inherited }),
        object: inherited,
        taken: (object) => taken(service.object, object),
      }),
    },
  ];
}

/**
 * The finding for a Service whose ports are opaque in one of the namespaces that it is deployed to, and not in another:
 * one route cannot be in force in both; undefined if it is the same in all.
 */
export function opaqueInSome(placed: LocatedSplit, services: readonly ApexService[], run: Run): Diagnostic | undefined {
  const first = new Map<Manifest, string>();
  const other = services.find(({ service, ports }) => {
    const written = portsAsText(ports);
    if (!first.has(service)) first.set(service, written);
    return first.get(service) !== written;
  });
  if (other === undefined) return undefined;
  const { kustomize } = run.unit;
  const own = pathOf(placed.manifest);
  const builds = kustomize?.builds(own) ?? [];
  const places = new Set(services.filter(({ service }) => service === other.service).map(shownNamespace));
  return {
    code: 'ports-unknown',
    message: `which ports of Service ${placed.split.apex} are opaque depends on its namespace: ${several([...places].sort())}`,
    fix: builds.length === 0 ? 'convert only what is deployed together' : rewriteFix(builds, own, run),
    at: atApex(placed),
  };
}

/** The ports of a Service in a namespace: many splits may have the same Services. */
const portsIn = memoisedFor((service: KubernetesObject) =>
  memoisedFor((namespace: KubernetesObject) => servicePorts(service, namespace)),
);

/** Stands for a Namespace object that was not read. */
const unseen: KubernetesObject = {};

/** Ports as text that can be compared. */
export const portsAsText = memoisedFor((ports: readonly ServicePort[]) => JSON.stringify(ports));

function shownNamespace({ namespaceName, namespace }: ApexService): string {
  const path = namespace === undefined ? '-' : pathOf(namespace);
  return path === '-' ? namespaceName : `${namespaceName} (${path})`;
}
