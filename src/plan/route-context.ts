import { groupBy, memoisedFor } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, isService, text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { isRouteGroup } from '../mesh/route-group.ts';
import type { Run } from '../run.ts';
import { directoryOf, pathOf } from '../splits/names.ts';

/** The manifests around splits that their routes depend on, by name. */
export interface RouteContext {
  readonly services: ReadonlyMap<string, readonly Manifest[]>;
  readonly namespaces: ReadonlyMap<string, readonly Manifest[]>;
  readonly groups: ReadonlyMap<string, readonly Manifest[]>;
}

/** Sorts the manifests around splits by kind. */
export function routeContext(neighbours: Neighbours): RouteContext {
  return {
    services: byName(neighbours.of(isService)),
    namespaces: byName(neighbours.of(isNamespace)),
    groups: byName(neighbours.of(isRouteGroup)),
  };
}

/** Whether an object is a Namespace of the core group. */
export function isNamespace(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'Namespace' && groupOf(object) === '';
}

/** Objects by name, in their order: once for each list, which units that are deployed together have in common. */
export const byName = memoisedFor((manifests: readonly Manifest[]): ReadonlyMap<string, readonly Manifest[]> =>
  groupBy(manifests, ({ object }) => text(object, 'metadata', 'name')),
);

/** How near an object is to a split; in a stream all objects are equally near. */
type Distance = 'file' | 'directory' | 'unit' | 'elsewhere';

/** The nearest of some objects, and how near they are; undefined if there are none. */
export function nearestManifests(
  candidates: readonly Manifest[],
  placed: LocatedSplit,
  run: Run,
): { readonly found: readonly Manifest[]; readonly distance: Distance } | undefined {
  for (const distance of ['file', 'directory', 'unit', 'elsewhere'] as const) {
    const found = candidates.filter((manifest) => distanceAt(pathOf(manifest), placed, run) === distance);
    if (found.length > 0) return { found, distance };
  }
  return undefined;
}

/** How near a file is to a split. */
export function distanceAt(path: string, { manifest: split }: LocatedSplit, { unit }: Run): Distance {
  const own = pathOf(split);
  if (unit.together || path === own) return 'file';
  const joined = unit.kustomize?.together(own, path) === true;
  if (!joined && unit.inUnit?.(path) === false) return 'elsewhere';
  return directoryOf(path) === directoryOf(own) ? 'directory' : 'unit';
}
