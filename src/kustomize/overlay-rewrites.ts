import type { Actor } from './actor.ts';
import { actorName } from './given-namespaces.ts';
import { isInner, type Graph } from './graph.ts';
import { keepsApex } from './rewrites.ts';
import type { Selectable } from './selectors.ts';
import type { Step } from './step.ts';
import { stepIndexOf } from './step-index.ts';
import type { UnreadableKustomization } from './unreadable.ts';

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

/** What each of some users of a file changes of an object in it, as a function tells of one step. */
export function rewritesOf<T extends Selectable>(
  users: readonly Actor[],
  split: T,
  { graph, changeOf }: { readonly graph: Graph; readonly changeOf: (step: Step, split: T) => string | undefined },
): readonly Rewrite[] {
  return users.flatMap((user) => {
    // The changes of a component are reported only for the overlay that uses it: a component cannot be built.
    if (isInner(user, graph)) return [];
    return graph.acting(user).flatMap((actor) => {
      const through = actor === user ? '' : ` through ${actor.path}`;
      return stepIndexOf(actor)
        .changing(split)
        .flatMap((step) => {
          const how = changeOf(step, split);
          if (how === undefined) return [];
          if (step.kind === 'unreadable')
            return [{ overlay: actor.path, how, keepsApex: false, unreadable: step.problem }];
          const rewrite = { overlay: actorName(user), how: how + through, keepsApex: keepsApex(step, split) };
          return [step.kind === 'variable' ? { ...rewrite, variablesIn: actor.path } : rewrite];
        });
    });
  });
}
