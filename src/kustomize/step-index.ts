import { field, text } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { addTo, memoisedFor } from '../collections.ts';
import type { OwnFunction } from './own-function.ts';
import type { Selectable } from './selectors.ts';
import type { Step } from './step.ts';

type NamedObject = Pick<Selectable, 'kind' | 'name'> & {
  /** Another name that selectors see, of an object that was renamed. */
  readonly newName?: string;
};

/** What the steps of an actor are, looked at once. */
interface StepIndex {
  /** The namespace that it gives to objects without one; '' where it gives none. */
  readonly namespace: string;
  /** The namespace that it gives to objects that have another one; '' where it leaves them there. */
  readonly movesTo: string;
  /** Whether it gives other names. */
  readonly renames: boolean;
  /** This program, as the functions that it runs. */
  readonly functions: readonly OwnFunction[];
  /** Whether it has variables. */
  readonly variables: boolean;
  /**
   * The steps that may change an object, in their order: most of a thousand patches mean other objects, and need not be
   * looked at for each of a thousand splits.
   */
  readonly changing: (object: NamedObject) => readonly Step[];
}

/** What the steps of an actor are. */
export const stepIndexOf = memoisedFor(({ steps }: Actor): StepIndex => {
  const placesOf = placesOfSteps(steps);
  return {
    ...namespacesIn(steps),
    renames: steps.some(({ kind }) => kind === 'namePrefix' || kind === 'nameSuffix'),
    functions: steps.flatMap((step) => (step.kind === 'function' ? [step.own] : [])),
    variables: steps.some(({ kind }) => kind === 'variable'),
    changing: (object) => placesOf(object).flatMap((at) => steps[at] ?? []),
  };
});

/** With `unsetOnly`, a transformer leaves objects alone that have a namespace (kustomize api/filters/namespace). */
function namespacesIn(steps: readonly Step[]): Pick<StepIndex, 'namespace' | 'movesTo'> {
  const setting = steps.filter((step) => step.kind === 'namespace');
  const movesTo = setting.findLast(({ unsetOnly }) => unsetOnly !== true)?.value ?? '';
  return { movesTo, namespace: movesTo || (setting[0]?.value ?? '') };
}

/** Returns the places of those of some steps that may change an object, in their order. */
export function placesOfSteps(steps: readonly Step[]): (object: NamedObject) => readonly number[] {
  const byKey = new Map<string, number[]>();
  for (const [at, step] of steps.entries())
    for (const key of new Set(meantBy(step).map(objectKey))) addTo(byKey, key, at);
  return ({ kind, name, newName = name }) => {
    const keys = new Set(
      [name, newName, any].flatMap((one) => [objectKey({ kind, name: one }), objectKey({ kind: any, name: one })]),
    );
    const [first = [], ...more] = [...keys].flatMap((key) => [byKey.get(key) ?? []]).filter((all) => all.length > 0);
    return more.length === 0 ? first : [...new Set([first, ...more].flat())].sort((one, other) => one - other);
  };
}

const any = '*';
const anything: NamedObject = { kind: any, name: any };

function objectKey({ kind, name }: NamedObject): string {
  return `${kind}/${name}`;
}

/** The objects that a step may change. */
function meantBy(step: Step): readonly NamedObject[] {
  if (step.kind === 'replacement')
    return [...step.targets.map((target) => field(target, 'select')), ...(step.sources ?? [])].map(selected);
  if (step.kind === 'variable') return [selected(step.source)];
  if (step.kind !== 'patch') return [anything];
  if (step.target !== undefined) return [selected(step.target)];
  return step.patches.map((patch) => ({ kind: text(patch, 'kind'), name: text(patch, 'metadata', 'name') }));
}

/** A word that, as an expression of a selector, means nothing but itself. */
const plainWord = /^[\w-]+$/;

function selected(selector: unknown): NamedObject {
  const [kind, name] = [text(selector, 'kind'), text(selector, 'name')];
  return { kind: plainWord.test(kind) ? kind : any, name: plainWord.test(name) ? name : any };
}
