import { closure, groupByEach, memoisedFor } from '../collections.ts';
import { opaqueAnnotation } from '../mesh/route-ports.ts';
import type { Actor } from './actor.ts';
import { listersOf, type Graph } from './graph.ts';
import { rewritesOf, type Rewrite } from './overlay-rewrites.ts';
import { portChangeOf, type PortSource } from './port-changes.ts';
import type { Step } from './step.ts';
import { placesOfSteps } from './step-index.ts';

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
  return rewritesOf(changing, source, { graph, changeOf: portChangeOf });
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

function mayChangePorts(step: Step): boolean {
  if (step.kind === 'metadata') return opaqueAnnotation in step.annotations;
  return step.kind === 'patch' || step.kind === 'replacement';
}

const joiningFor = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]) =>
    memoisedFor((others: readonly Actor[]) => usersJoining(users, new Set(others), graph)),
  ),
);

/** Those that list a file together with another one, whose users these are; all if none does. */
function usersJoining(users: readonly Actor[], others: ReadonlySet<Actor>, graph: Graph): readonly Actor[] {
  const common = users.filter((user) => others.has(user));
  if (common.length === 0 || common.length === users.length) return users;
  const listed = groupByEach(users, (user) => listersOf(user, graph));
  const joining = new Set(closure(common, (lister) => listed.get(lister) ?? []));
  return users.filter((user) => joining.has(user));
}
