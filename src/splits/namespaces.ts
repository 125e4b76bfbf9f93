import { addTo, memoised, memoisedFor } from '../collections.ts';
import { text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';
import { kustomizedFile } from './kustomized-file.ts';
import { pathOf } from './names.ts';

/** The namespace of a split, or the one that all of its kustomizations give to what has none; '' if that is not known. */
export function namespaceGiven({ manifest, split }: LocatedSplit, { unit }: Pick<Run, 'unit'>): string {
  return split.namespace === '' ? (unit.kustomize?.namespace(pathOf(manifest))?.value ?? '') : split.namespace;
}

/** Whether an object may be deployed to a namespace of a split: it is, or the namespace of one of the two is not known. */
export function sharesNamespace(manifest: Manifest, placed: LocatedSplit, run: Run): boolean {
  return mayShare(ownNamespaces(manifest, run), namespacesOfSplit(placed, run));
}

/** Whether an object may be deployed to a namespace: it is, or its own is not known. */
export function mayBeIn(namespace: string, manifest: Manifest, run: Run): boolean {
  return namespacesAmong(['', namespace], ownNamespaces(manifest, run)).length > 0;
}

/** Lists that are shorter are looked through, which costs less than an index of them. */
export const indexedFrom = 9;

/** Those of some namespaces that are among others. */
export function namespacesAmong(some: readonly string[], others: readonly string[]): readonly string[] {
  if (some.length > others.length) return namespacesAmong(others, some);
  if (others.length < indexedFrom) return some.filter((one) => others.includes(one));
  const known = asSet(others);
  return some.filter((one) => known.has(one));
}

/** Whether an object with some namespaces may be deployed to one of a split; '' among either stands for any. */
export function mayShare(own: readonly string[], ofSplit: readonly string[]): boolean {
  return (
    [own, ofSplit].some((some) => namespacesAmong([''], some).length > 0) || namespacesAmong(own, ofSplit).length > 0
  );
}

/** The namespaces of an object that a thousand overlays deploy are one list, which is made a set once. */
const asSet = memoisedFor((names: readonly string[]): ReadonlySet<string> => new Set(names));

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
  if (manifests.length < indexedFrom) return manifests.filter((one) => mayShare(placesOf(one), places));
  const known = placesOfEach(manifests, placesOf);
  const found = new Set(['', ...places].flatMap((place) => known.get(place) ?? []));
  return [...found].sort((one, other) => one - other).flatMap((index) => manifests[index] ?? []);
}

/** The objects of a list by their namespaces: those of one name in a thousand namespaces are looked at once. */
const placesOfEach = memoisedFor(
  (manifests: readonly Manifest[], placesOf: (manifest: Manifest) => readonly string[]) => {
    const known = new Map<string, number[]>();
    for (const [index, one] of manifests.entries())
      for (const place of new Set(placesOf(one))) addTo(known, place, index);
    return known;
  },
);

/** The namespaces that an object is deployed to; '' among them if not all are known. */
export function ownNamespaces(manifest: Manifest, run: Run): readonly string[] {
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
export function deployedNamespaces(manifest: Manifest, own: string, run: Run): readonly string[] {
  const isBare = text(manifest.object, 'metadata', 'namespace') === '';
  const file = kustomizedFile(manifest, run);
  const built = file?.kustomize.namespacesBuilt(file.path, isBare) ?? [];
  return built.length === 0 ? [own] : withOwn(built)(own);
}

const withOwn = memoisedFor((built: readonly { readonly value: string }[]) =>
  memoised((own): readonly string[] => [...new Set(built.map(({ value }) => value || own))]),
);
