import { memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';
import type { Deployer } from './deployers.ts';

/** These actors, and the Applications that deploy them together with other sources, in the place of one more actor each. */
export const withBundles = memoisedFor((users: readonly Actor[]): readonly Actor[] => {
  const bundles = new Set(users.flatMap(({ deployer }) => deployer?.bundle ?? []));
  return bundles.size === 0 ? users : [...users, ...bundles];
});

/** Whether anything deploys both of two files, which go through these actors. */
export function areTogether(one: readonly Actor[], other: readonly Actor[]): boolean {
  const deploying = withBundlesAsSet(one);
  return withBundles(other).some((actor) => deploying.has(actor));
}

const withBundlesAsSet = memoisedFor((users: readonly Actor[]): ReadonlySet<Actor> => new Set(withBundles(users)));

/** Whether all that deploys the one of two files, which go through these actors, deploys the other as a different source. */
export function areBundled(one: readonly Actor[], other: readonly Actor[]): boolean {
  const [together, alone] = bundledOrNot(one, other);
  return together.length > 0 && alone.length === 0;
}

/** The Applications that deploy the one of two files without the other, which others deploy with it as a different source. */
export function lackingSource(one: readonly Actor[], other: readonly Actor[]): readonly string[] {
  const [together, alone] = bundledOrNot(one, other);
  return together.length === 0 ? [] : [...new Set(alone.map(({ name, path }) => `${name} in ${path}`))];
}

/** What deploys the one of two files with the other as a different source, and what deploys it without that. */
function bundledOrNot(
  one: readonly Actor[],
  other: readonly Actor[],
): readonly [readonly Deployer[], readonly Deployer[]] {
  const bundles = bundledSources(other);
  if (bundles.size === 0) return [[], []];
  const deployers = one.flatMap(({ deployer }) => (deployer?.overridden === undefined ? (deployer ?? []) : []));
  const isBundled = ({ bundle }: Deployer): boolean => bundle !== undefined && bundles.has(bundle.sources);
  return [deployers.filter(isBundled), deployers.filter((deployer) => !isBundled(deployer))];
}

/** The sources of the bundles of some actors. Of Applications with the same sources, one stands for all. */
const bundledSources = memoisedFor(
  (users: readonly Actor[]) => new Set(users.flatMap(({ deployer }) => deployer?.bundle?.sources ?? [])),
);
