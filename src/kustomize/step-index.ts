import { field, text } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { addTo } from '../collections.ts';
import type { Selectable } from './selectors.ts';
import type { Step } from './step.ts';

type Named = Pick<Selectable, 'kind' | 'name'>;

/** What the steps of an actor are, looked at once. */
interface StepIndex {
  /** The namespace that it sets; '' where it sets none. */
  readonly namespace: string;
  /** Whether it gives other names. */
  readonly renames: boolean;
  /** Whether it runs this program as a function. */
  readonly served: boolean;
  /**
   * The steps that may change an object, in their order: most of a thousand patches mean other objects, and need not be
   * looked at for each of a thousand splits.
   */
  readonly changing: (object: Named) => readonly Step[];
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

function indexOf(steps: readonly Step[]): StepIndex['changing'] {
  const byKey = new Map<string, number[]>();
  for (const [at, step] of steps.entries()) for (const key of new Set(meantBy(step).map(keyOf))) addTo(byKey, key, at);
  return ({ kind, name }) => {
    const keys = [keyOf({ kind, name }), keyOf({ kind, name: any }), keyOf({ kind: any, name }), keyOf(anything)];
    const places = new Set(keys.flatMap((key) => byKey.get(key) ?? []));
    return [...places].sort((one, other) => one - other).flatMap((at) => steps[at] ?? []);
  };
}

const any = '*';
const anything: Named = { kind: any, name: any };

function keyOf({ kind, name }: Named): string {
  return `${kind}/${name}`;
}

/** The objects that a step may change. */
function meantBy(step: Step): readonly Named[] {
  if (step.kind === 'replacement') return step.targets.map((target) => selected(field(target, 'select')));
  if (step.kind !== 'patch') return [anything];
  if (step.target !== undefined) return [selected(step.target)];
  return step.patches.map((patch) => ({ kind: text(patch, 'kind'), name: text(patch, 'metadata', 'name') }));
}

/** A word that, as an expression of a selector, means nothing but itself. */
const plain = /^[\w-]+$/;

function selected(selector: unknown): Named {
  const [kind, name] = [text(selector, 'kind'), text(selector, 'name')];
  return { kind: plain.test(kind) ? kind : any, name: plain.test(name) ? name : any };
}
