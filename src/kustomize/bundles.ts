import { memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';

/** These actors, and the Applications that deploy them together with other sources, in the place of one more actor each. */
export const withBundles = memoisedFor((users: readonly Actor[]): readonly Actor[] => {
  const bundles = new Set(users.flatMap(({ deployer }) => deployer?.bundle ?? []));
  return bundles.size === 0 ? users : [...users, ...bundles];
});

/** Whether one Application deploys both of two files, which go through these actors, as different sources. */
export function areBundled(one: readonly Actor[], other: readonly Actor[]): boolean {
  const bundles = new Set(one.flatMap(({ deployer }) => deployer?.bundle ?? []));
  return (
    bundles.size > 0 && other.some(({ deployer }) => deployer?.bundle !== undefined && bundles.has(deployer.bundle))
  );
}
