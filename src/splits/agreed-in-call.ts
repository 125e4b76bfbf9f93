import { groupBy, groupByEach, memoised, memoisedFor } from '../collections.ts';
import { groupOf, kindAndName, type KubernetesObject } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { CallObject, Run } from '../run.ts';
import { inFileOf } from './find-objects.ts';
import { inNamespaceBy } from './in-namespace.ts';
import { ownNamespaces } from './namespaces.ts';

/** An object of a call, all of whose copies are about a Service, or whatever an index has as keys. */
export interface Agreed {
  readonly title: string;
  /** What tells it from all others of its namespace. */
  readonly identity: string;
  /** Those in which it has these copies: all of those of a base, where no other object has its name. */
  readonly namespaces: readonly string[];
  /** Its file, for a message. */
  readonly where: string;
  readonly copies: readonly Manifest[];
}

/** What an object of a namespace is known by in any version: its group, kind and name. */
export function identityOf(object: KubernetesObject): string {
  return `${groupOf(object)} ${kindAndName(object)}`;
}

/** The Services, each with its namespace, that an object in a namespace is about. */
type KeysOf = (object: KubernetesObject, namespace: string) => readonly string[];

/** Returns the objects of a call that are about what has a key in a namespace; a function makes the key for a namespace. */
type AgreedInCall = (namespace: string, keyIn: (namespace: string) => string) => readonly Agreed[];

/**
 * Returns an index of some objects of a call by the Services that all their copies are about. Objects whose namespace is
 * not known are left out, and patches of kustomizations, which are no objects.
 */
export function agreedInCall(
  isMeant: (object: KubernetesObject) => boolean,
  keysOf: KeysOf,
): (objects: readonly CallObject[]) => AgreedInCall {
  return (objects) => {
    const meant = objects.filter(({ manifest, isPatch }) => !isPatch && isMeant(manifest.object));
    const byIdentity = inNamespaceBy(meant, (object) => [identityOf(object)]);
    // What an object is about without naming its namespace is in each of its own.
    const byKey = inNamespaceBy(meant, (object) => keysOf(object, ''));
    const naming = groupByEach(meant, ({ manifest }) => new Set(keysOf(manifest.object, '')));
    const groupIn = memoised((namespace) =>
      memoised((identity) => agreedAmong(byIdentity(identity, namespace), [namespace], keysOf)),
    );
    const alike = groupBy(meant, ({ manifest }) => identityOf(manifest.object));
    const groupsOf = memoisedFor(({ manifest, namespaces }: CallObject): readonly Group[] => {
      const identity = identityOf(manifest.object);
      if (alike.get(identity)?.length === 1)
        return namespaces.length === 0 ? [] : [agreedAmong([manifest], namespaces, keysOf)];
      return namespaces.map((one) => groupIn(one)(identity));
    });
    // Many splits may ask for the same: those of one apex in as many directories.
    const answers = new Map<string, readonly Agreed[]>();
    return (namespace, keyIn) => {
      if (namespace === '') return [];
      const [key, bare] = [keyIn(namespace), keyIn('')];
      const asked = [namespace, key, bare].join('\n');
      const answer = answers.get(asked) ?? about(namespace, key, bare);
      answers.set(asked, answer);
      return answer;
    };

    function about(namespace: string, key: string, bare: string): readonly Agreed[] {
      const own = byKey(bare, namespace).map(({ object }) => groupIn(namespace)(identityOf(object)));
      const others = (naming.get(key) ?? []).flatMap(groupsOf);
      return [...new Set([...own, ...others])].filter(({ keys }) => keys.has(key)).map(({ agreed }) => agreed);
    }
  };
}

/** The copies of an object, and what all of them are about. */
interface Group {
  readonly agreed: Agreed;
  readonly keys: ReadonlySet<string>;
}

/** The copies of an object as one; what it is about without naming a namespace is only known in one namespace. */
function agreedAmong(copies: readonly Manifest[], namespaces: readonly string[], keysOf: KeysOf): Group {
  const [namespace = '', more] = namespaces;
  const [first = [], ...others] = copies.map(({ object }) => keysOf(object, more === undefined ? namespace : ''));
  const [object = {}] = copies.map((one) => one.object);
  const [title, identity] = [kindAndName(object), identityOf(object)];
  const keys = new Set(first.filter((key) => others.every((other) => other.includes(key))));
  return { agreed: { title, identity, namespaces, where: inFileOf(copies), copies }, keys };
}

/** Returns a function that tells whether some objects have one that may be the same as an object of the call. */
export const amongTest = memoisedFor((manifests: readonly Manifest[], run: Run): ((one: Agreed) => boolean) => {
  const near = new Set(manifests);
  const known = inNamespaceBy(
    manifests.map((manifest) => ({ manifest, namespaces: ownNamespaces(manifest, run) })),
    (object) => [identityOf(object)],
  );
  return ({ namespaces, identity, copies }) =>
    copies.every((one) => near.has(one)) ||
    namespaces.every((namespace) => ['', namespace].some((place) => known(identity, place).length > 0));
});
