import { memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';

/** These actors, and the Applications that deploy them together with other sources, in the place of one more actor each. */
export const withBundles = memoisedFor((users: readonly Actor[]): readonly Actor[] => {
  const bundles = new Set(users.flatMap(({ deployer }) => deployer?.bundle ?? []));
  return bundles.size === 0 ? users : [...users, ...bundles];
});

/** Whether all that deploys the one of two files, which go through these actors, deploys the other as a different source. */
export function areBundled(one: readonly Actor[], other: readonly Actor[]): boolean {
  const bundles = bundledSources(other);
  if (bundles.size === 0) return false;
  const deployers = one.flatMap(({ deployer }) => (deployer?.overridden === undefined ? (deployer ?? []) : []));
  return deployers.length > 0 && deployers.every(({ bundle }) => bundle !== undefined && bundles.has(bundle.sources));
}

/** The sources of the bundles of some actors. Of Applications with the same sources, one stands for all. */
const bundledSources = memoisedFor(
  (users: readonly Actor[]) => new Set(users.flatMap(({ deployer }) => deployer?.bundle?.sources ?? [])),
);
