import { addTo } from '../collections.ts';
import { kindAndName, type KubernetesObject } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { CallObject } from '../run.ts';
import { inFileOf } from './find-objects.ts';

/** An object of a call, all of whose copies are about a Service, or whatever an index has as keys. */
export interface Agreed {
  readonly title: string;
  /** Its file, for a message. */
  readonly where: string;
  readonly copies: readonly Manifest[];
}

/** The Services, each with its namespace, that an object is about. */
type KeysOf = (object: KubernetesObject, namespace: string) => readonly string[];

/**
 * Returns an index of some objects of a call by the Services that all their copies are about. Objects whose namespace is
 * not known are left out, and patches of kustomizations, which are no objects.
 */
export function agreedInCall(
  isMeant: (manifest: Manifest) => boolean,
  keysOf: KeysOf,
): (objects: readonly CallObject[]) => ReadonlyMap<string, readonly Agreed[]> {
  return (objects) => {
    const copies = new Map<string, CallObject[]>();
    for (const one of objects) {
      if (one.namespace !== '' && !one.isPatch && isMeant(one.manifest))
        addTo(copies, `${one.namespace} ${kindAndName(one.manifest.object)}`, one);
    }
    const byKey = new Map<string, Agreed[]>();
    for (const [title, group] of copies) {
      const [first, ...others] = group.map(({ manifest, namespace }) => keysOf(manifest.object, namespace));
      const manifests = group.map(({ manifest }) => manifest);
      const agreed = { title: title.replace(/^\S* /, ''), where: inFileOf(manifests), copies: manifests };
      for (const key of new Set(first)) if (others.every((other) => other.includes(key))) addTo(byKey, key, agreed);
    }
    return byKey;
  };
}
