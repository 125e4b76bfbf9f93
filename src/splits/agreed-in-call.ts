import { addTo } from '../collections.ts';
import { groupOf, kindAndName, type KubernetesObject } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { CallObject, Run } from '../run.ts';
import { inFileOf } from './find-objects.ts';
import { ownNamespaces } from './namespaces.ts';

/** An object of a call, all of whose copies are about a Service, or whatever an index has as keys. */
export interface Agreed {
  readonly title: string;
  /** What tells it from all others of its namespace. */
  readonly identity: string;
  readonly namespace: string;
  /** Its file, for a message. */
  readonly where: string;
  readonly copies: readonly Manifest[];
}

/** What an object of a namespace is known by in any version: its group, kind and name. */
export function identityOf(object: KubernetesObject): string {
  return `${groupOf(object)} ${kindAndName(object)}`;
}

/** The Services, each with its namespace, that an object is about. */
type KeysOf = (object: KubernetesObject, namespace: string) => readonly string[];

/**
 * Returns an index of some objects of a call by the Services that all their copies are about. Objects whose namespace is
 * not known are left out, and patches of kustomizations, which are no objects.
 */
export function agreedInCall(
  isMeant: (object: KubernetesObject) => boolean,
  keysOf: KeysOf,
): (objects: readonly CallObject[]) => ReadonlyMap<string, readonly Agreed[]> {
  return (objects) => {
    const copies = new Map<string, { readonly manifest: Manifest; readonly namespace: string }[]>();
    for (const { manifest, namespaces, isPatch } of objects) {
      if (isPatch || !isMeant(manifest.object)) continue;
      for (const namespace of namespaces)
        addTo(copies, `${namespace} ${identityOf(manifest.object)}`, { manifest, namespace });
    }
    const byKey = new Map<string, Agreed[]>();
    for (const group of copies.values()) {
      const [first, ...others] = group.map(({ manifest, namespace }) => keysOf(manifest.object, namespace));
      const manifests = group.map(({ manifest }) => manifest);
      const [{ manifest: { object }, namespace } = { manifest: { object: {} }, namespace: '' }] = group;
      const agreed = {
        title: kindAndName(object),
        identity: identityOf(object),
        namespace,
        where: inFileOf(manifests),
        copies: manifests,
      };
      for (const key of new Set(first)) if (others.every((other) => other.includes(key))) addTo(byKey, key, agreed);
    }
    return byKey;
  };
}

/** Returns a function that tells whether some objects have one that may be the same as an object of the call. */
export function amongTest(manifests: readonly Manifest[], run: Run): (one: Agreed) => boolean {
  const known = new Set(
    manifests.flatMap((one) => ownNamespaces(one, run).map((namespace) => `${namespace} ${identityOf(one.object)}`)),
  );
  return ({ namespace, identity }) => ['', namespace].some((place) => known.has(`${place} ${identity}`));
}
