import { closure, memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';
import type { Graph } from './graph.ts';
import { rewritesOf, type Rewrite } from './overlay-rewrites.ts';
import { mayChangePorts, portChangeOf, type PortSource } from './port-changes.ts';
import { placesOfSteps } from './step-index.ts';
import { listedAmong } from './user-index.ts';

/**
 * The changes to the ports of a Service, or to those that its Namespace makes opaque, by those users of its file that list
 * the file of a split, too; by all if none does.
 */
export function rewritesOfPorts(
  source: PortSource,
  users: readonly Actor[],
  ofSplit: readonly Actor[],
  graph: Graph,
): readonly Rewrite[] {
  const changing = changingPorts(graph)(joiningFor(graph)(users)(ofSplit))(source);
  return rewritesOf(changing, source, { graph, changeOf: portChangeOf, all: users });
}

/** Returns those of some users that have a step for the ports of an object: most of a thousand overlays have none. */
const changingPorts = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]) => {
    const steps = users.flatMap((user) =>
      graph.acting(user).flatMap((actor) => actor.steps.filter(mayChangePorts).map((step) => ({ user, step }))),
    );
    const placesOf = placesOfSteps(steps.map(({ step }) => step));
    return (source: PortSource) => [...new Set(placesOf(source).flatMap((at) => steps[at]?.user ?? []))];
  }),
);

/** Those of some users of a file that list it together with another file, whose users are given; all if none does. */
const joiningFor = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]) => {
    // Of a thousand overlays of a base, one lists the other file: what takes all of them is computed once.
    const places = new Map(users.map((user, place) => [user, place]));
    const placeOf = (user: Actor): number => places.get(user) ?? 0;
    const listed = listedAmong(graph)(users);
    return memoisedFor((others: readonly Actor[]): readonly Actor[] => {
      const common = others.filter((user) => places.has(user));
      if (common.length === 0 || common.length === users.length) return users;
      const joining = closure(common, (lister) => listed.get(lister) ?? []);
      return joining.filter((user) => places.has(user)).sort((one, other) => placeOf(one) - placeOf(other));
    });
  }),
);
