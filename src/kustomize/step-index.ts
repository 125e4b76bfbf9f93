import { field, text } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { addTo, memoised } from '../collections.ts';
import type { Step } from './step.ts';

/** What the steps of an actor are, looked at once. */
interface StepIndex {
  /** The namespace that it sets; '' where it sets none. */
  readonly namespace: string;
  /** Whether it gives other names. */
  readonly renames: boolean;
  /** Whether it runs this program as a function. */
  readonly served: boolean;
  /**
   * The steps that may change a TrafficSplit of a name, in their order: most of a thousand patches mean other objects, and
   * need not be looked at for each of a thousand splits.
   */
  readonly changing: (name: string) => readonly Step[];
}

const known = new WeakMap<Actor, StepIndex>();

/** What the steps of an actor are. */
export function stepIndexOf(actor: Actor): StepIndex {
  const index = known.get(actor) ?? summaryOf(actor.steps);
  known.set(actor, index);
  return index;
}

function summaryOf(steps: readonly Step[]): StepIndex {
  return {
    namespace: steps.findLast((step) => step.kind === 'namespace')?.value ?? '',
    renames: steps.some(({ kind }) => kind === 'namePrefix' || kind === 'nameSuffix'),
    served: steps.some(({ kind }) => kind === 'function'),
    changing: indexOf(steps),
  };
}

function indexOf(steps: readonly Step[]): (name: string) => readonly Step[] {
  const always: number[] = [];
  const byName = new Map<string, number[]>();
  for (const [at, step] of steps.entries()) {
    const names = namesMeant(step);
    if (names === undefined) always.push(at);
    else for (const name of new Set(names)) addTo(byName, name, at);
  }
  return memoised((name) => {
    const places = [...always, ...(byName.get(name) ?? [])].sort((one, other) => one - other);
    return places.flatMap((at) => steps[at] ?? []);
  });
}

/** The names of the TrafficSplits that a step may change; undefined where they may be any. */
function namesMeant(step: Step): readonly string[] | undefined {
  if (step.kind === 'patch')
    return step.target === undefined
      ? step.patches
          .filter((patch) => text(patch, 'kind') === 'TrafficSplit')
          .map((patch) => text(patch, 'metadata', 'name'))
      : namesSelected(step.target);
  if (step.kind !== 'replacement') return undefined;
  const selected = step.targets.map((target) => namesSelected(field(target, 'select')));
  return selected.includes(undefined) ? undefined : selected.flatMap((names) => names ?? []);
}

/** A word that, as an expression of a selector, means nothing but itself. */
const plain = /^[\w-]+$/;

function namesSelected(selector: unknown): readonly string[] | undefined {
  const [kind, name] = [text(selector, 'kind'), text(selector, 'name')];
  if (plain.test(kind) && kind !== 'TrafficSplit') return [];
  return plain.test(name) ? [name] : undefined;
}
