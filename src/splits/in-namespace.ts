import { addTo } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { CallObject } from '../run.ts';
import { indexedFrom, namespacesAmong } from './namespaces.ts';

/** Returns the objects of a key, such as their name, in a namespace, in their order. */
export type InNamespace = (key: string, namespace: string) => readonly Manifest[];

/** An object of a call, and the namespaces that it is deployed to. */
type Placed = Pick<CallObject, 'manifest' | 'namespaces'>;

/**
 * Objects of a call by keys and their namespaces. Those of a base with a thousand overlays are not listed in each namespace,
 * but are looked through: there may be as many of them.
 */
export function inNamespaceBy(
  objects: readonly Placed[],
  keysOf: (object: KubernetesObject, manifest: Manifest) => readonly string[],
): InNamespace {
  const inFew = new Map<string, number[]>();
  const inMany = new Map<string, number[]>();
  for (const [at, { manifest, namespaces }] of objects.entries()) {
    for (const key of new Set(keysOf(manifest.object, manifest)))
      if (namespaces.length < indexedFrom) for (const one of namespaces) addTo(inFew, placeKey(key, one), at);
      else addTo(inMany, key, at);
  }
  return (key, namespace) => {
    const few = inFew.get(placeKey(key, namespace)) ?? [];
    const many = (inMany.get(key) ?? []).filter((at) =>
      objects.slice(at, at + 1).some(({ namespaces }) => namespacesAmong([namespace], namespaces).length > 0),
    );
    const found = many.length === 0 ? few : [...few, ...many].sort((one, other) => one - other);
    return found.flatMap((at) => objects[at]?.manifest ?? []);
  };
}

function placeKey(key: string, namespace: string): string {
  return `${namespace} ${key}`;
}
