import { memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';
import type { Graph } from './graph.ts';
import { mayLabel } from './label-steps.ts';
import type { OwnFunction } from './own-function.ts';
import { stepIndexOf } from './step-index.ts';
import type { UnreadableKustomization } from './unreadable.ts';

/** What a user of files does to them, itself or by the components that change what it lists. */
interface UserIndex {
  /** Whether it changes anything. */
  readonly changes: boolean;
  /** Those that set a namespace, in the order of `Graph.acting`. */
  readonly setters: readonly Actor[];
  /** The namespaces that objects have after it, as those of a chain. */
  readonly last: LastNamespaces;
  /** Whether it gives other names. */
  readonly renames: boolean;
  /** Whether it may give other labels. */
  readonly labels: boolean;
  /** This program, as the functions that it runs. */
  readonly functions: readonly OwnFunction[];
  /** Whether it has variables. */
  readonly variables: boolean;
  /** The kustomizations that cannot be read. */
  readonly unreadable: readonly UnreadableKustomization[];
}

/** The namespaces that objects have in the end: those without one, and all others; '' if they get none, or keep their own. */
interface LastNamespaces {
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
      last: lastNamespaces(setters.length === 0 ? [] : graph.inOrder(user).map(stepIndexOf)),
      renames: indexes.some(({ renames }) => renames),
      labels: acting.some(({ steps }) => steps.some(mayLabel)),
      functions: indexes.flatMap(({ functions }) => functions),
      variables: indexes.some(({ variables }) => variables),
      unreadable: acting.flatMap(({ kustomization }) => kustomization?.problem ?? []),
    };
  }),
);

/** The namespaces that objects have after what acts in this order. */
export function lastNamespaces(inOrder: readonly LastNamespaces[]): LastNamespaces {
  return {
    namespace: inOrder.reduce((before, { movesTo, namespace }) => movesTo || before || namespace, ''),
    movesTo: inOrder.findLast(({ movesTo }) => movesTo !== '')?.movesTo ?? '',
  };
}
