import { closure, memoisedFor } from '../collections.ts';
import type { Actor } from './actor.ts';
import { isInner, listersOf, type Graph } from './graph.ts';
import type { OwnFunction } from './own-function.ts';
import { changeOf } from './rewrites.ts';
import type { Selectable } from './selectors.ts';
import { onceForAlike } from './splits-alike.ts';
import { stepIndexOf } from './step-index.ts';
import type { Step } from './step.ts';
import { listedAmong, userIndexOf } from './user-index.ts';

/** A change to a split after this program ran on it as a function: what it made has the names from before. */
export interface LateChange {
  /** The kustomization that runs the function. */
  readonly by: string;
  /** The kustomization that changes the split, and what it does. */
  readonly overlay: string;
  readonly how: string;
  /** The outermost kustomizations above both. */
  readonly tops: readonly string[];
  /** Whether a variable takes a value from a split that the function has taken out. */
  readonly isVariable: boolean;
}

/** A step, and the kustomization that has it. */
type Acting = readonly [step: Step, actor: Actor];

/**
 * What kustomizations do to a split after a function: those that list it, or the same one after its components
 * (kustomize api/internal/target/kusttarget.go, accumulateTarget); and the variables of all of the build, which are read
 * last. Each function is reported once.
 */
export function lateChangesOf(users: readonly Actor[], split: Selectable, graph: Graph): readonly LateChange[] {
  return lateAmong(graph)(users)(split);
}

/** The same for the splits of some users: what comes later does the same to all that no step names, and they share one list. */
const lateAmong = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]) => {
    const serving = servingAmong(graph)(users);
    const later = serving.flatMap((one) => one.later.map(([step]) => step));
    return onceForAlike(later, (split) => changesBy(serving, split));
  }),
);

function changesBy(serving: readonly Serving[], split: Selectable): readonly LateChange[] {
  return serving.flatMap(({ by, tops, functions, before, later }) => {
    const drops = functions.some((own) => takesOut(own, split));
    const seen = { ...split, drops, namespace: lastNamespaceIn(before) || split.namespace };
    for (const [step, { path }] of later) {
      const how = lateChangeOf(step, seen);
      if (how !== undefined) return [{ by, overlay: path, how, isVariable: step.kind === 'variable', tops }];
    }
    return [];
  });
}

/** A user of a file that runs this program on it, and the steps before and after that in its builds. */
interface Serving extends Pick<LateChange, 'by' | 'tops'> {
  readonly functions: readonly OwnFunction[];
  readonly before: readonly Acting[];
  readonly later: readonly Acting[];
}

/** Those of some users that run this program on a file, if anything comes after it; made once for all splits of these users. */
const servingAmong = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]): readonly Serving[] => {
    const { serving, naming } = actingAmong(users, graph);
    const listed = listedAmong(graph)(users);
    return serving.flatMap(([user, acting]) => {
      const own = stepsOf(acting);
      const at = own.findIndex(([step]) => step.kind === 'function');
      const by = own[at]?.[1];
      if (by === undefined) return [];
      const above = kustomizationsAbove(user, graph).filter((one) => !isInner(one, graph));
      const below = naming.filter((one) => one !== user && kustomizationsAbove(one, graph).includes(user));
      const variables = [...below.flatMap((one) => stepsOf(graph.inOrder(one))), ...own.slice(0, at)].filter(
        isVariable,
      );
      const later = [
        ...own.slice(at + 1),
        ...above.flatMap((one) => stepsOf(userIndexOf(graph)(one).actingOn(listed))),
        ...variables,
      ];
      const functions = own.flatMap(([step]) => (step.kind === 'function' ? [step.own] : []));
      const top = [user, ...above].filter((one) => kustomizationsOver(one, graph).length === 0);
      const tops = [...new Set(top.map(({ path }) => path))];
      return later.length === 0 ? [] : [{ by: by.path, tops, functions, before: own.slice(0, at), later }];
    });
  }),
);

/** Those of some users that run this program on a file, each with all that acts on it there, and those that have variables. */
function actingAmong(
  users: readonly Actor[],
  graph: Graph,
): { readonly serving: readonly (readonly [Actor, readonly Actor[]])[]; readonly naming: readonly Actor[] } {
  const indexOf = userIndexOf(graph);
  // What a component does is looked at with the kustomization that uses it.
  const running = users.filter((user) => indexOf(user).serves && !isInner(user, graph));
  const acting = running.map((user) => [user, indexOf(user).actingOn(listedAmong(graph)(users))] as const);
  return {
    serving: acting.filter(([, actors]) => actors.some((actor) => stepIndexOf(actor).functions.length > 0)),
    naming: users.filter((user) => indexOf(user).variables),
  };
}

function isVariable([{ kind }]: Acting): boolean {
  return kind === 'variable';
}

/** The namespace that some steps give to a split, whatever it has; '' if they leave it there. */
function lastNamespaceIn(steps: readonly Acting[]): string {
  const values = steps.map(([step]) => (step.kind === 'namespace' && step.unsetOnly !== true ? step.value : ''));
  return values.findLast((value) => value !== '') ?? '';
}

function takesOut({ drops, profiles }: OwnFunction, { kind }: Selectable): boolean {
  return drops && (profiles || kind === 'TrafficSplit');
}

function stepsOf(actors: readonly Actor[]): readonly Acting[] {
  return actors.flatMap((actor) => actor.steps.map((step): Acting => [step, actor]));
}

/** The kustomizations that list another one, directly or through others. */
function kustomizationsAbove(user: Actor, graph: Graph): readonly Actor[] {
  return closure(kustomizationsOver(user, graph), (one) => kustomizationsOver(one, graph));
}

function kustomizationsOver(user: Actor, graph: Graph): readonly Actor[] {
  return listersOf(user, graph).filter(({ kustomization }) => kustomization !== undefined);
}

/** The function looks for a namespace when it runs: one that is set later is missing, or another. */
function lateChangeOf(step: Step, split: Selectable): string | undefined {
  if (step.kind === 'metadata') return undefined;
  const isMissing = step.kind === 'namespace' && split.namespace === '' && split.isRoute !== true;
  return changeOf(step, isMissing ? { ...split, namespace: '-' } : split);
}
