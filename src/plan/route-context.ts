import { addTo } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, isService, text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
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
export function routeContext(neighbours: readonly Manifest[]): RouteContext {
  return {
    services: byName(neighbours, isService),
    namespaces: byName(neighbours, isNamespace),
    groups: byName(neighbours, isRouteGroup),
  };
}

/** Whether an object is a Namespace of the core group. */
export function isNamespace(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'Namespace' && groupOf(object) === '';
}

/** Groups objects by name, in their order. */
export function byName(
  manifests: readonly Manifest[],
  is: (object: KubernetesObject) => boolean,
): ReadonlyMap<string, readonly Manifest[]> {
  const found = new Map<string, Manifest[]>();
  for (const manifest of manifests) {
    if (!is(manifest.object)) continue;
    const name = text(manifest.object, 'metadata', 'name');
    addTo(found, name, manifest);
  }
  return found;
}

/** How near an object is to a split; in a stream all objects are equally near. */
type Distance = 'file' | 'directory' | 'unit' | 'elsewhere';

/** The nearest of some objects, and how near they are; undefined if there are none. */
export function nearestManifests(
  candidates: readonly Manifest[],
  placed: LocatedSplit,
  run: Run,
): { readonly found: readonly Manifest[]; readonly distance: Distance } | undefined {
  for (const distance of ['file', 'directory', 'unit', 'elsewhere'] as const) {
    const found = candidates.filter((manifest) => distanceOf(manifest, placed, run) === distance);
    if (found.length > 0) return { found, distance };
  }
  return undefined;
}

/** How near an object is to a split. */
export function distanceOf(manifest: Manifest, placed: LocatedSplit, run: Run): Distance {
  return distanceAt(pathOf(manifest), placed, run);
}

/** How near a file is to a split. */
export function distanceAt(path: string, { manifest: split }: LocatedSplit, { unit }: Run): Distance {
  const own = pathOf(split);
  if (unit.together || path === own) return 'file';
  const joined = unit.kustomize?.together(own, path) === true;
  if (!joined && unit.inUnit?.(path) === false) return 'elsewhere';
  return directoryOf(path) === directoryOf(own) ? 'directory' : 'unit';
}

/** Whether an object may be deployed to a namespace of a split: it is, or the namespace of one of the two is not known. */
export function sharesNamespace(manifest: Manifest, placed: LocatedSplit, run: Run): boolean {
  const own = ownNamespaces(manifest, run);
  const ofSplit = namespacesOfSplit(placed, run);
  return own.includes('') || ofSplit.includes('') || own.some((name) => ofSplit.includes(name));
}

/** Those of some objects that may be deployed to a namespace of a split, in their order. */
export function sharing(manifests: readonly Manifest[], placed: LocatedSplit, run: Run): readonly Manifest[] {
  return sharingAs(manifests, placed, { run, placesOf: (one) => ownNamespaces(one, run) });
}

/** The same with other namespaces of the objects, which are the same in each call with these objects. */
export function sharingAs(
  manifests: readonly Manifest[],
  placed: LocatedSplit,
  { run, placesOf }: { readonly run: Run; readonly placesOf: (manifest: Manifest) => readonly string[] },
): readonly Manifest[] {
  const places = namespacesOfSplit(placed, run);
  if (places.includes('')) return manifests.filter((one) => placesOf(one).length > 0);
  const known = placesOfAll.get(manifests) ?? placesOfEach(manifests, placesOf);
  placesOfAll.set(manifests, known);
  const found = new Set(['', ...places].flatMap((place) => known.get(place) ?? []));
  return [...found].sort((one, other) => one - other).flatMap((index) => manifests[index] ?? []);
}

/** The objects of a list by their namespaces: those of one name in a thousand namespaces are looked at once. */
const placesOfAll = new WeakMap<readonly Manifest[], ReadonlyMap<string, readonly number[]>>();

function placesOfEach(
  manifests: readonly Manifest[],
  placesOf: (manifest: Manifest) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
  const known = new Map<string, number[]>();
  for (const [index, one] of manifests.entries())
    for (const place of new Set(placesOf(one))) addTo(known, place, index);
  return known;
}

function ownNamespaces(manifest: Manifest, run: Run): readonly string[] {
  return deployedNamespaces(manifest, text(manifest.object, 'metadata', 'namespace'), run);
}

/** The namespaces that a split is deployed to; '' among them if not all are known. */
export function namespacesOfSplit({ manifest, split }: LocatedSplit, run: Run): readonly string[] {
  return deployedNamespaces(manifest, split.namespace, run);
}

/**
 * The namespaces that an object is deployed to, whose own is given, '' for none: those that its builds set, and its own
 * where one sets none.
 */
export function deployedNamespaces(manifest: Manifest, own: string, { unit: { kustomize } }: Run): readonly string[] {
  const isBare = text(manifest.object, 'metadata', 'namespace') === '';
  const built = kustomize?.namespacesBuilt(pathOf(manifest), isBare) ?? [];
  return built.length === 0 ? [own] : built.map(({ value }) => value || own);
}
