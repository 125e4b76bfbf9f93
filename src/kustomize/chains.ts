import { closure, groupByEach, once } from '../collections.ts';
import type { Actor } from './actor.ts';
import { isInner, listersOf, type Graph } from './graph.ts';
import type { OwnFunction } from './own-function.ts';
import { stepIndexOf } from './step-index.ts';
import { inTurn, listedAmong, userIndexOf, withoutNamespaces, type LastNamespaces } from './user-index.ts';

/** An outermost actor, and all that a file goes through on its way to it and one of its deployers. */
export interface Chain extends LastNamespaces {
  readonly top: Actor;
  /** What deploys it: a deployer, with the overrides that count for it; empty if nothing of the call does. */
  readonly deploying: readonly Actor[];
  /** Whether others build the same directory in another way, so that what is changed in it changes that, too. */
  readonly shared: boolean;
  /** All of these, nearest first. */
  readonly users: readonly Actor[];
  /** The same with the components that they use, as far as these act on the file, in the order in which they do. */
  readonly acting: () => readonly Actor[];
  /** This program, as the functions that the outermost actor runs on the file. */
  readonly functions: readonly OwnFunction[];
}

/**
 * The outermost actors that a file goes through, whose users these are, by path, each once for each deployer. What others
 * list is outermost, too, where it is itself deployed.
 */
export function chainsOf(users: readonly Actor[], graph: Graph): readonly Chain[] {
  const above = new Set(users.flatMap((user) => listersOf(user, graph)));
  const listed = listedAmong(graph)(users);
  const outermost = users.filter((user) =>
    user.kustomization === undefined ? !above.has(user) : !isInner(user, graph) && isBuilt(user, graph),
  );
  const sorted = [...outermost].sort((one, other) => (one.path < other.path ? -1 : 1));
  const places = new Map(users.map((user, place) => [user, place]));
  const placeOf = (user: Actor): number => places.get(user) ?? 0;
  const chainOf = (top: Actor, below: readonly Actor[], deploying: readonly Actor[], shared: boolean): Chain => {
    const through = top.kustomization === undefined ? below : [...below, ...deploying];
    const acting = once(() =>
      through.filter((user) => !isInner(user, graph)).flatMap((user) => userIndexOf(graph)(user).actingOn(listed)),
    );
    const last = through
      .slice(below.length)
      .map((deployer) => userIndexOf(graph)(deployer).last([]))
      .reduce(inTurn, namespacesAfter(below, listed, graph));
    const { serves, actingOn } = userIndexOf(graph)(top);
    const serving = serves ? actingOn(listed) : [];
    const functions = serving.flatMap((actor) => stepIndexOf(actor).functions);
    return { top, deploying, shared, users: through, acting, functions, ...last };
  };
  return sorted.flatMap((top) => {
    const below = [...closure([top], (one) => listed.get(one) ?? [])].sort((a, b) => placeOf(a) - placeOf(b));
    if (top.kustomization === undefined) return [chainOf(top, below, [top], false)];
    const groups = deploymentsOf(deployersOf(top, graph));
    const shared = isListed(top, graph) || new Set(groups.map(optionsOf)).size > 1;
    return (groups.length === 0 ? [[]] : groups).map((deploying) => chainOf(top, below, deploying, shared));
  });
}

/**
 * The namespaces that objects of a file have after all its users of one build. Where it comes to one of these in several ways,
 * and gets no namespace on one of them, it has none.
 */
function namespacesAfter(
  users: readonly Actor[],
  listed: ReadonlyMap<Actor, readonly Actor[]>,
  graph: Graph,
): LastNamespaces {
  const found = new Map<Actor, LastNamespaces>();
  let last = withoutNamespaces;
  for (const user of upwards(users, listed)) {
    const { last: after } = userIndexOf(graph)(user);
    const ways = (listed.get(user) ?? []).map((one) => inTurn(found.get(one) ?? withoutNamespaces, after([one])));
    last = ways.length === 0 ? after([]) : oneOfWays(ways);
    found.set(user, last);
  }
  return last;
}

function oneOfWays(ways: readonly LastNamespaces[]): LastNamespaces {
  const isBare = ways.some(({ namespace }) => namespace === '');
  return {
    namespace: isBare ? '' : (ways.at(-1)?.namespace ?? ''),
    movesTo: ways.findLast(({ movesTo }) => movesTo !== '')?.movesTo ?? '',
  };
}

/** The users of a file, each after all that it lists of them; those that list each other come last. */
function upwards(users: readonly Actor[], listed: ReadonlyMap<Actor, readonly Actor[]>): readonly Actor[] {
  const waiting = new Map(users.map((user) => [user, listed.get(user)?.length ?? 0]));
  const above = groupByEach(users, (user) => listed.get(user) ?? []);
  const order = users.filter((user) => waiting.get(user) === 0);
  for (const one of order)
    for (const user of above.get(one) ?? []) {
      const left = (waiting.get(user) ?? 0) - 1;
      waiting.set(user, left);
      if (left === 0) order.push(user);
    }
  return order.length === users.length ? order : [...new Set([...order, ...users])];
}

/** Whether a kustomization is built on its own: nothing else lists it, or something deploys it. */
function isBuilt(user: Actor, graph: Graph): boolean {
  return !isListed(user, graph) || deployersOf(user, graph).length > 0;
}

/** Whether another kustomization lists that of a directory. */
function isListed(user: Actor, graph: Graph): boolean {
  return listersOf(user, graph).some(({ kustomization }) => kustomization !== undefined);
}

/** The deployers of a kustomization. What others list is only deployed by those of which its path is known. */
function deployersOf(user: Actor, graph: Graph): readonly Actor[] {
  const isBase = isListed(user, graph);
  return listersOf(user, graph).filter(({ deployer }) => deployer !== undefined && !(isBase && deployer.isGuess));
}

/** Each deployer with the overrides that count for it; those that count for none of them, alone. */
function deploymentsOf(deployers: readonly Actor[]): readonly (readonly Actor[])[] {
  const overrides = deployers.filter(({ deployer }) => deployer?.overridden !== undefined);
  if (overrides.length === 0) return deployers.map((one) => [one]);
  const groups = deployers
    .filter((one) => !overrides.includes(one))
    .map((one) => [one, ...overrides.filter((override) => isOverriddenBy(one, override))]);
  const used = new Set(groups.flat());
  return [...groups, ...overrides.filter((one) => !used.has(one)).map((one) => [one])];
}

/** What deployers do to a kustomization, as text that can be compared. */
function optionsOf(deploying: readonly Actor[]): string {
  return JSON.stringify(
    deploying.map(({ deployer, steps, components }) => [deployer?.tool, deployer?.plugin, steps, components]),
  );
}

/** Whether an override counts for an Application. What the Applications of a set are called is not looked at. */
function isOverriddenBy({ deployer: one }: Actor, { deployer: override }: Actor): boolean {
  if (one?.tool !== 'argocd') return false;
  const names = ['', ...(one.name.startsWith('Argo CD ApplicationSet') ? [override?.overridden] : [])];
  return [...names, one.name.slice(one.name.lastIndexOf(' ') + 1)].includes(override?.overridden);
}
