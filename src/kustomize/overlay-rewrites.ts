import { memoised, memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';
import { actorName } from './given-namespaces.ts';
import { isInner, type Graph } from './graph.ts';
import { keepsApex } from './rewrites.ts';
import type { Selectable } from './selectors.ts';
import type { Step } from './step.ts';
import { placesOfSteps } from './step-index.ts';
import type { UnreadableKustomization } from './unreadable.ts';
import { listedAmong, namespaceAfter, userIndexOf } from './user-index.ts';

/** A change that an overlay makes to an object, and whether a split has the same apex and namespace after it. */
export interface Rewrite {
  readonly overlay: string;
  readonly how: string;
  readonly keepsApex: boolean;
  /** The kustomization whose `vars` take a value from it, after all functions. */
  readonly variablesIn?: string;
  /** The kustomization that cannot be read, so that the change is not known. */
  readonly unreadable?: UnreadableKustomization;
}

/** A step of a user of a file, or of a component that changes what it lists. */
interface StepOfUser {
  readonly user: Actor;
  readonly actor: Actor;
  readonly step: Step;
}

/** How it is found out what changes an object. */
interface Search<T> {
  readonly graph: Graph;
  readonly changeOf: (step: Step, object: T) => string | undefined;
  /** All users of its file. */
  readonly all: readonly Actor[];
  /** The kind of the only steps that count; all do if absent. */
  readonly only?: Step['kind'];
}

/** What each of some users of a file changes of an object in it, as a function tells of one step. */
export function rewritesOf<T extends Selectable>(
  users: readonly Actor[],
  split: T,
  { graph, changeOf, all, only }: Search<T>,
): readonly Rewrite[] {
  const listed = listedAmong(graph)(all);
  // A file of one of a thousand components of an overlay has few users: what each of them has is computed once.
  const lists = users.length < sharedIndexFrom ? users.map(alone) : [users];
  return lists.flatMap((list) =>
    stepsMeaning(graph)(list)(only ?? '')(split).flatMap(({ user, actor, step }) => {
      const how = changeOf(step, split);
      if (how === undefined) return [];
      const { isActingOn, last } = userIndexOf(graph)(user);
      if (!isActingOn(listed, actor)) return [];
      // What a component sets, its overlay may set back.
      if (step.kind === 'namespace' && namespaceAfter(last(listed.get(user) ?? []), split) === split.namespace)
        return [];
      if (step.kind === 'unreadable') return [{ overlay: actor.path, how, keepsApex: false, unreadable: step.problem }];
      const through = actor === user ? '' : ` through ${actor.path}`;
      const rewrite = { overlay: actorName(user), how: how + through, keepsApex: keepsApex(step, split) };
      return [step.kind === 'variable' ? { ...rewrite, variablesIn: actor.path } : rewrite];
    }),
  );
}

/** The steps of fewer users than this are not put into one index. */
export const sharedIndexFrom = 8;

const alone = memoisedFor((user: Actor): readonly Actor[] => [user]);

/**
 * Returns the steps of some users, of one kind or of all, that may change an object: those of most of a thousand overlays or
 * components do not.
 */
const stepsMeaning = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]) =>
    memoised((only) => {
      const steps = users.flatMap((user): readonly StepOfUser[] => {
        // The changes of a component are reported only for the overlay that uses it: a component cannot be built.
        if (isInner(user, graph)) return [];
        return graph.acting(user).flatMap((actor) => actor.steps.map((step) => ({ user, actor, step })));
      });
      const counted = only === '' ? steps : steps.filter(({ step }) => step.kind === only);
      const placesOf = placesOfSteps(counted.map(({ step }) => step));
      return (split: Selectable) => placesOf(split).flatMap((at) => counted[at] ?? []);
    }),
  ),
);
