import type { Manifest } from '../manifests/manifest.ts';

/** A test whether a value that was read is the intended one. */
export type Accepts = (value: unknown) => boolean;
/** The intended content: a value exactly as it has to be read, or a test of it. */
export type Meant = Accepts | object | string | number | boolean | null;

/** The intended changes to manifests: what replaces them, and what follows them. All others have to be unchanged. */
export interface Intents {
  /** The objects that replace a manifest; none if it is removed. */
  put(manifest: Manifest, instead: readonly Meant[]): void;
  /** Objects after a manifest, following those that were noted before. */
  follow(manifest: Manifest, objects: readonly Meant[]): void;
  /** The values intended in the place of a node with this value, or of the only object of a page. */
  at(nodeOrPage: unknown, value: unknown): readonly unknown[];
}

/** The node of a manifest; its page if that is parsed again when it is asked for. */
function identityOf(manifest: Manifest): unknown {
  return manifest.page.onlyObject === undefined ? manifest.node : manifest.page;
}

/** Returns an empty set of intended changes. */
export function noIntents(): Intents {
  const instead = new Map<unknown, readonly Meant[]>();
  const after = new Map<unknown, Meant[]>();
  return {
    put: (manifest, objects) => void instead.set(identityOf(manifest), objects),
    follow: (manifest, objects) =>
      void after.set(identityOf(manifest), [...(after.get(identityOf(manifest)) ?? []), ...objects]),
    at: (node, value) => [...(instead.get(node) ?? [value]), ...(after.get(node) ?? [])],
  };
}

/** Whether a value that was read is the intended one: equal in all parts, with keys in any order. */
export function isMeant(meant: unknown, value: unknown): boolean {
  if (typeof meant === 'function') return (meant as Accepts)(value);
  if (Object.is(meant, value)) return true;
  if (typeof meant !== 'object' || typeof value !== 'object' || meant === null || value === null) return false;
  if (Array.isArray(meant) !== Array.isArray(value)) return false;
  const [keys, others] = [Object.keys(meant), Object.keys(value)];
  if (keys.length !== others.length) return false;
  const [one, other] = [meant, value] as [Record<string, unknown>, Record<string, unknown>];
  return keys.every((key) => Object.hasOwn(other, key) && isMeant(one[key], other[key]));
}
