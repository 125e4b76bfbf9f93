import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { annotation, isService, text, type KubernetesObject } from '../kubernetes.ts';
import type { PortSource } from '../kustomize/port-changes.ts';
import { apexField, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { opaqueAnnotation, servicePorts } from '../mesh/route-ports.ts';
import type { CallObject, Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { describeRewrites, rewriteFix, selectable } from '../splits/rewritten.ts';
import type { RouteContext } from './route-context.ts';
import { byName, isNamespace, isPatch, nearestManifests, sharesNamespace } from './route-context.ts';

/** A Service that an apex may be, and its Namespace object, if that is seen. */
export interface ApexService {
  readonly service: Manifest;
  readonly namespace?: Manifest;
}

/** The Services that the apex of a split may be: the nearest, else those of the rest of the call. */
export function servicesOf(
  placed: LocatedSplit,
  context: RouteContext,
  run: Run,
): { readonly services: readonly ApexService[]; readonly isElsewhere: boolean } {
  const { apex, namespace } = placed.split;
  const isCandidate = (one: Manifest): boolean => sharesNamespace(one, namespace) && !isPatch(one, run);
  const near = nearestManifests((context.services.get(apex) ?? []).filter(isCandidate), placed, run);
  const isElsewhere = near === undefined || near.distance === 'elsewhere';
  const found = isElsewhere ? (run.inCall(servicesOfCall).get(apex) ?? []).filter(isCandidate) : near.found;
  const services = found.map((service) => {
    const object = namespaceObjectOf(service, placed, context, run);
    return { service, ...(object && { namespace: object }) };
  });
  return { services, isElsewhere };
}

/** The Services of a call by their name, wherever they are. */
const servicesOfCall = (objects: readonly CallObject[]): ReadonlyMap<string, readonly Manifest[]> =>
  byName(
    objects.map(({ manifest }) => manifest),
    isService,
  );

/**
 * The Namespace object of a Service, which may have an annotation about opaque ports: the nearest one, else those of the
 * rest of the call, if all say the same.
 */
function namespaceObjectOf(
  service: Manifest,
  placed: LocatedSplit,
  context: RouteContext,
  run: Run,
): Manifest | undefined {
  const name = namespaceOf(service, placed);
  const isCandidate = (one: Manifest): boolean => !isPatch(one, run);
  const candidates = (context.namespaces.get(name) ?? []).filter(isCandidate);
  const near = nearestManifests(candidates, placed, run)?.found[0];
  if (near !== undefined) return near;
  const others = (run.inCall(namespacesOfCall).get(name) ?? []).filter(isCandidate);
  return new Set(others.map(({ object }) => annotation(object, opaqueAnnotation))).size === 1 ? others[0] : undefined;
}

function namespaceOf(service: Manifest, placed: LocatedSplit): string {
  return text(service.object, 'metadata', 'namespace') || placed.split.namespace;
}

/** The Namespace objects of a call by their name. */
const namespacesOfCall = (objects: readonly CallObject[]): ReadonlyMap<string, readonly Manifest[]> =>
  byName(
    objects.map(({ manifest }) => manifest),
    isNamespace,
  );

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
    for (const { path, source } of portSources(one, placed)) {
      const rewrites = kustomize.rewritesOfPorts(path, source, own);
      if (rewrites.length === 0) continue;
      return {
        code: 'kustomize-rewrites',
        message: `${source.kind} ${source.name}: ${describeRewrites(rewrites)}`,
        fix: rewriteFix(kustomize.builds(own), own, run),
        at: { manifest: placed.manifest, field: apexField(placed) },
      };
    }
  }
  return undefined;
}

interface PlacedSource {
  readonly path: string;
  readonly source: PortSource;
}

/** The objects that the ports of a Service depend on: itself and its Namespace, which may be one that was not read. */
function portSources({ service, namespace }: ApexService, placed: LocatedSplit): readonly PlacedSource[] {
  const inherited = namespace?.object ?? {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespaceOf(service, placed) },
  };
  const taken = (own: KubernetesObject, from: KubernetesObject): string => JSON.stringify(servicePorts(own, from));
  return [
    {
      path: pathOf(service),
      source: { ...selectable(service), object: service.object, taken: (object) => taken(object, inherited) },
    },
    {
      path: pathOf(namespace ?? service),
      source: {
        ...selectable({ object: inherited }),
        object: inherited,
        taken: (object) => taken(service.object, object),
      },
    },
  ];
}
