import { memoisedFor } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import type { Manifest } from './manifest.ts';

/** A question about the object of one manifest. Its answer depends on nothing else, so that it is asked once. */
export type Test = (object: KubernetesObject, manifest: Manifest) => boolean;

/**
 * The manifests around the splits of a unit. Units that are deployed together have most of them in common: what passes
 * a test is searched for once for all of them.
 */
export interface Neighbours {
  /** Those that pass a test; the same array for all units that have no others of their own. */
  of(test: Test): readonly Manifest[];
  /** All of them. */
  all(): readonly Manifest[];
  /** The object of one of them; where it names what Kustomize renames, with the new names. */
  readonly deployed: Deployed;
}

/** The object of a manifest with the names, in its references, of what is deployed. */
export type Deployed = (manifest: Manifest) => KubernetesObject;

/** The object of a manifest as it was read. One function for all units, so that what is kept with it is found again. */
const asRead: Deployed = ({ object }) => object;

/** The manifests of some lists, such as those of a unit alone and those that it shares: each once, in this order. */
export function neighboursOf(lists: readonly (readonly Manifest[])[]): Neighbours {
  const of: Neighbours['of'] = (test) => union(lists.map((list) => passing(list)(test)));
  return { of, all: () => union(lists), deployed: asRead };
}

function union(lists: readonly (readonly Manifest[])[]): readonly Manifest[] {
  const [first = [], ...more] = lists.filter((list) => list.length > 0);
  return more.length === 0 ? first : [...new Set([first, ...more].flat())];
}

const passing = memoisedFor((some: readonly Manifest[]) =>
  memoisedFor((test: Test) => some.filter((one) => test(one.object, one))),
);
