import { addTo } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { isService, text } from '../kubernetes.ts';
import { affixesOf, formerNames } from '../manifests/former-names.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { isHttpRoute } from '../mesh/http-route.ts';
import { isRouteGroup } from '../mesh/route-group.ts';
import { isTrafficSplit } from '../mesh/traffic-split.ts';

/** The objects of a kind by the names that they have, and by those that they had in their base. */
export interface Names {
  /** Whether an object has a name now. */
  has(name: string, namespace: string): boolean;
  /**
   * The name now of the object that another one means by a name; undefined if that is not renamed, or not known. Of several
   * objects that had the name, it means the one with its own prefixes and suffixes, and of these the one that had it first.
   */
  follow(name: string, namespace: string, from: KubernetesObject): string | undefined;
  /** The names that the objects of a name had. */
  formerNamesOf(name: string, namespace: string): readonly string[];
}

/** The names of all that is named by other objects around a split. */
export interface RenamedNames {
  readonly services: Names;
  readonly groups: Names;
  readonly splits: Names;
  readonly routes: Names;
}

const isRenamed = (object: KubernetesObject): boolean => formerNames(object).length > 0;

/**
 * What Kustomize renamed, as a function in an overlay sees it: objects that namePrefix or nameSuffix has renamed already,
 * and the old names in all that names them. Kustomize resolves nameReferences at the very end, by the names that objects had
 * (kustomize, api/internal/accumulator/namereferencetransformer.go; api/filters/nameref, `selectReferral`). Undefined if
 * nothing is renamed.
 */
export function renamedNames(neighbours: Neighbours): RenamedNames | undefined {
  if (neighbours.of(isRenamed).length === 0) return undefined;
  return {
    services: namesAmong(neighbours.of(isService)),
    groups: namesAmong(neighbours.of(isRouteGroup)),
    splits: namesAmong(neighbours.of(isTrafficSplit)),
    routes: namesAmong(neighbours.of(isHttpRoute)),
  };
}

/** The present names of objects that had a name, and those of the objects that had it first. */
interface Alike {
  readonly names: Set<string>;
  readonly first: Set<string>;
}

/** The present names of the objects that had a name: of all, and of those with each prefix and suffix. */
interface Meant {
  readonly names: Set<string>;
  readonly byAffixes: Map<string, Alike>;
}

function namesAmong(manifests: readonly Manifest[]): Names {
  const present = new Map<string, KubernetesObject[]>();
  const earlier = new Map<string, Meant>();
  for (const { object } of manifests) {
    const [namespace, name] = [text(object, 'metadata', 'namespace'), text(object, 'metadata', 'name')];
    addTo(present, `${namespace}/${name}`, object);
    const former = formerNames(object);
    for (const one of former.length === 0 ? [name] : former) {
      const meant: Meant = earlier.get(`${namespace}/${one}`) ?? { names: new Set(), byAffixes: new Map() };
      const alike: Alike = meant.byAffixes.get(affixesOf(object)) ?? { names: new Set(), first: new Set() };
      earlier.set(`${namespace}/${one}`, meant);
      meant.byAffixes.set(affixesOf(object), alike);
      meant.names.add(name);
      alike.names.add(name);
      if (former[0] === one) alike.first.add(name);
    }
  }
  return {
    has: (name, namespace) => keysOf(name, namespace).some((key) => present.has(key)),
    follow: (name, namespace, from) => {
      const meant = keysOf(name, namespace).flatMap((key) => earlier.get(key) ?? []);
      const alike = meant.flatMap(({ byAffixes }) => byAffixes.get(affixesOf(from)) ?? []);
      const now =
        only(meant.map(({ names }) => names)) ??
        only(alike.map(({ names }) => names)) ??
        only(alike.map(({ first }) => first));
      return now === name ? undefined : now;
    },
    formerNamesOf: (name, namespace) =>
      keysOf(name, namespace)
        .flatMap((key) => present.get(key) ?? [])
        .flatMap(formerNames),
  };
}

/** A name in a namespace, and where no namespace is given. */
function keysOf(name: string, namespace: string): readonly string[] {
  return [...new Set([`${namespace}/${name}`, `/${name}`])];
}

/** The only name in some sets; undefined if there are several, or none. */
function only(sets: readonly ReadonlySet<string>[]): string | undefined {
  if (sets.some(({ size }) => size > 1)) return undefined;
  const [name, ...more] = new Set(sets.flatMap((set) => [...set]));
  return more.length === 0 ? name : undefined;
}
