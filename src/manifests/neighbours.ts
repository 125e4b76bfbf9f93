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

/** The manifests of a unit alone and those that it shares, each once, in this order. */
export function neighboursOf(own: readonly Manifest[], shared: readonly Manifest[]): Neighbours {
  const of: Neighbours['of'] = (test) => union(passing(own)(test), passing(shared)(test));
  return { of, all: () => union(own, shared), deployed: ({ object }) => object };
}

function union(own: readonly Manifest[], shared: readonly Manifest[]): readonly Manifest[] {
  return own.length === 0 ? shared : [...new Set([...own, ...shared])];
}

const passing = memoisedFor((some: readonly Manifest[]) =>
  memoisedFor((test: Test) => some.filter((one) => test(one.object, one))),
);
