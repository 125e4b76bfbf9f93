import { memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';
import type { Graph } from './graph.ts';
import { mayLabel } from './label-steps.ts';
import { stepIndexOf } from './step-index.ts';
import type { UnreadableKustomization } from './unreadable.ts';

/** What a user of files does to them, itself or by the components that change what it lists. */
interface UserIndex {
  /** Whether it changes anything. */
  readonly changes: boolean;
  /** Those that set a namespace, in the order of `Graph.acting`. */
  readonly setters: readonly Actor[];
  /** The namespaces that objects of a file have after it, as those of a chain, by what it lists of the users of the file. */
  readonly last: (listed: readonly Actor[]) => LastNamespaces;
  /** Whether it gives other names. */
  readonly renames: boolean;
  /** Whether it may give other labels. */
  readonly labels: boolean;
  /** Whether it runs this program as a function. */
  readonly serves: boolean;
  /** What acts on the objects of a file, by what it lists of the users of the file, in the order of `Graph.inOrder`. */
  readonly actingOn: (listed: readonly Actor[]) => readonly Actor[];
  /** Whether it has variables. */
  readonly variables: boolean;
  /** The kustomizations that cannot be read. */
  readonly unreadable: readonly UnreadableKustomization[];
}

/** The namespaces that objects have in the end: those without one, and all others; '' if they get none, or keep their own. */
export interface LastNamespaces {
  readonly namespace: string;
  readonly movesTo: string;
}

/** What each user of the files of a graph does, looked at once: one of them may have a thousand components. */
export const userIndexOf = memoisedFor((graph: Graph) =>
  memoisedFor((user: Actor): UserIndex => {
    const acting = graph.acting(user);
    const indexes = acting.map(stepIndexOf);
    const setters = acting.filter((actor) => stepIndexOf(actor).namespace !== '');
    return {
      changes: acting.some(({ steps }) => steps.length > 0),
      setters,
      last: setters.length === 0 ? () => withoutNamespaces : lastIn(user, graph),
      renames: indexes.some(({ renames }) => renames),
      labels: acting.some(({ steps }) => steps.some(mayLabel)),
      serves: indexes.some(({ functions }) => functions.length > 0),
      actingOn: actingIn(user, graph),
      variables: indexes.some(({ variables }) => variables),
      unreadable: acting.flatMap(({ kustomization }) => kustomization?.problem ?? []),
    };
  }),
);

/** What objects have that nothing changes. */
export const withoutNamespaces: LastNamespaces = { namespace: '', movesTo: '' };

/**
 * Returns where what acts on objects begins in the order of all that acts. What a component lists is not there yet when the
 * components before it act (kustomize api/internal/target/kusttarget.go, accumulateComponents).
 */
function startIn(inOrder: readonly Actor[]): (listed: readonly Actor[]) => number {
  const places = new Map(inOrder.map((actor, place) => [actor, place]));
  return (listed) => listed.reduce((last, one) => Math.max(last, places.get(one) ?? 0), 0);
}

function actingIn(user: Actor, graph: Graph): UserIndex['actingOn'] {
  const inOrder = graph.inOrder(user);
  const startOf = startIn(inOrder);
  return (listed) => inOrder.slice(startOf(listed));
}

/** Returns the namespaces that objects have after a user. */
function lastIn(user: Actor, graph: Graph): UserIndex['last'] {
  const inOrder = graph.inOrder(user);
  const startOf = startIn(inOrder);
  const after: LastNamespaces[] = [];
  let last = withoutNamespaces;
  for (const [place, actor] of [...inOrder.entries()].reverse()) {
    last = inTurn(stepIndexOf(actor), last);
    after[place] = last;
  }
  return (listed) => after[startOf(listed)] ?? withoutNamespaces;
}

/** The namespaces that objects have after two that act one after the other. */
export function inTurn(before: LastNamespaces, { namespace, movesTo }: LastNamespaces): LastNamespaces {
  return { namespace: movesTo || before.namespace || namespace, movesTo: movesTo || before.movesTo };
}
