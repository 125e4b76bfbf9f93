import { closure, groupByEach, memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';
import { listersOf, type Graph } from './graph.ts';
import { allKnown, keysSet } from './label-steps.ts';
import type { Selectable } from './selectors.ts';
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
  /** The keys of the labels, and of the annotations, that it may set; undefined if they are not known. */
  readonly labels: readonly string[] | undefined;
  readonly annotations: readonly string[] | undefined;
  /** Whether it runs this program as a function. */
  readonly serves: boolean;
  /** What of it acts on the objects of a file, in the order of `Graph.inOrder`. */
  readonly actingOn: (listed: Listed) => readonly Actor[];
  /** Whether an actor is one of those. */
  readonly isActingOn: (listed: Listed, actor: Actor) => boolean;
  /** Whether it has variables. */
  readonly variables: boolean;
  /** The kustomizations that cannot be read. */
  readonly unreadable: readonly UnreadableKustomization[];
}

/** What each user of a file lists of the other ones. */
type Listed = ReadonlyMap<Actor, readonly Actor[]>;

/** What each of the users of a file lists of the other ones. */
export const listedAmong = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]): Listed => groupByEach(users, (user) => listersOf(user, graph))),
);

/** The namespaces that objects have in the end. */
export interface LastNamespaces {
  /** Of objects without one; '' if they get none. */
  readonly namespace: string;
  /** Of all others; '' if they keep their own. */
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
      labels: allKnown(acting.flatMap(({ steps }) => steps.map((step) => keysSet(step, 'labels')))),
      annotations: allKnown(acting.flatMap(({ steps }) => steps.map((step) => keysSet(step, 'annotations')))),
      serves: indexes.some(({ functions }) => functions.length > 0),
      ...actingIn(user, graph),
      variables: indexes.some(({ variables }) => variables),
      unreadable: acting.flatMap(({ kustomization }) => kustomization?.problem ?? []),
    };
  }),
);

/** The keys of the labels and of the annotations that the users of a file may set; absent if they are not known. */
export const keysSetAmong = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]): Pick<Selectable, 'labelsSet' | 'annotationsSet'> => {
    const indexes = users.map(userIndexOf(graph));
    const labels = allKnown(indexes.map((index) => index.labels));
    const annotations = allKnown(indexes.map((index) => index.annotations));
    return {
      ...(labels !== undefined && { labelsSet: new Set(labels) }),
      ...(annotations !== undefined && { annotationsSet: new Set(annotations) }),
    };
  }),
);

/** The namespace that an object is given in the end; '' if it keeps its own, or gets none. */
export function namespaceAfter({ namespace, movesTo }: LastNamespaces, { isBare }: Pick<Selectable, 'isBare'>): string {
  return isBare === true ? namespace : movesTo;
}

/** What objects have that nothing changes. */
export const withoutNamespaces: LastNamespaces = { namespace: '', movesTo: '' };

/**
 * What acts on the objects of a file begins with the component that lists it, which may be one of a component, or with those
 * that this one uses.
 */
function actingIn(user: Actor, graph: Graph): Pick<UserIndex, 'actingOn' | 'isActingOn'> {
  const inOrder = graph.inOrder(user);
  const places = new Map(inOrder.map((actor, place) => [actor, place]));
  const firstOf = memoisedFor((actor: Actor) =>
    graph.inOrder(actor).reduce((first, one) => Math.min(first, places.get(one) ?? 0), inOrder.length),
  );
  const startOf = memoisedFor((listed: Listed) => {
    const inside = (one: Actor): readonly Actor[] => (listed.get(one) ?? []).filter((other) => places.has(other));
    const entries = closure([user], inside).filter((one) => inside(one).length === 0);
    return entries.reduce((last, one) => Math.max(last, firstOf(one)), 0);
  });
  return {
    actingOn: (listed) => inOrder.slice(startOf(listed)),
    isActingOn: (listed, actor) => (places.get(actor) ?? 0) >= startOf(listed),
  };
}

/**
 * Returns the namespaces that objects have after a user. What a component lists is not there yet when the components before it
 * act (kustomize api/internal/target/kusttarget.go, accumulateComponents).
 */
function lastIn(user: Actor, graph: Graph): UserIndex['last'] {
  const inOrder = graph.inOrder(user);
  const places = new Map(inOrder.map((actor, place) => [actor, place]));
  const after: LastNamespaces[] = [];
  let last = withoutNamespaces;
  for (const [place, actor] of [...inOrder.entries()].reverse()) {
    last = inTurn(stepIndexOf(actor), last);
    after[place] = last;
  }
  return (listed) =>
    after[listed.reduce((first, one) => Math.max(first, places.get(one) ?? 0), 0)] ?? withoutNamespaces;
}

/** The namespaces that objects have after two that act one after the other. */
export function inTurn(before: LastNamespaces, { namespace, movesTo }: LastNamespaces): LastNamespaces {
  return { namespace: movesTo || before.namespace || namespace, movesTo: movesTo || before.movesTo };
}

/** Those of some actors that change something. */
export const changersAmong = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]) => users.filter((user) => userIndexOf(graph)(user).changes)),
);
