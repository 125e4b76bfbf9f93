import { field, text } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { addTo, memoisedFor } from '../collections.ts';
import type { OwnFunction } from './own-function.ts';
import { endOfMatches, longestCompared, startOfMatches, type Selectable } from './selectors.ts';
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
  const [startLengths, endLengths] = [new Set<number>(), new Set<number>()];
  for (const [at, step] of steps.entries()) {
    const meant = meantBy(step);
    for (const key of new Set(meant.flatMap(keysOf))) addTo(byKey, key, at);
    for (const { start, end } of meant) {
      if (start !== undefined) startLengths.add(start.length);
      if (end !== undefined) endLengths.add(end.length);
    }
  }
  return ({ kind, name, newName = name }) => {
    const names = name === newName ? [name] : [name, newName];
    if (names.some((one) => one.length > longestCompared)) return [...steps.keys()];
    const starts = names.flatMap((one) => [...startLengths].map((length) => one.slice(0, length)));
    const ends = names.flatMap((one) => [...endLengths].map((length) => one.slice(-length)));
    const keys = [kind, any].flatMap((one) => [
      ...names.map((text) => nameKey(one, text)),
      ...new Set(starts.map((start) => startKey(one, start))),
      ...new Set(ends.map((end) => endKey(one, end))),
    ]);
    const [first = [], ...more] = keys.flatMap((key) => [byKey.get(key) ?? []]).filter((all) => all.length > 0);
    return more.length === 0 ? first : [...new Set([first, ...more].flat())].sort((one, other) => one - other);
  };
}

const any = '*';

/** Objects of a kind with this name, and those whose names begin or end with a text. */
interface Meant {
  readonly kind: string;
  readonly name?: string;
  readonly start?: string;
  /** Never empty. */
  readonly end?: string;
}

function keysOf({ kind, name, start, end }: Meant): readonly string[] {
  return [
    ...(name === undefined ? [] : [nameKey(kind, name)]),
    ...(start === undefined ? [] : [startKey(kind, start)]),
    ...(end === undefined ? [] : [endKey(kind, end)]),
  ];
}

function nameKey(kind: string, name: string): string {
  return `${kind}/${name}`;
}

function startKey(kind: string, start: string): string {
  return `${kind}/${start}/`;
}

function endKey(kind: string, end: string): string {
  return `${kind}//${end}`;
}

/** The objects that a step may change. */
function meantBy(step: Step): readonly Meant[] {
  if (step.kind === 'replacement')
    return [...step.targets.map((target) => field(target, 'select')), ...(step.sources ?? [])].map(selected);
  if (step.kind === 'variable') return [selected(step.source)];
  if (step.kind !== 'patch') return [{ kind: any, start: '' }];
  if (step.target !== undefined) return [selected(step.target)];
  return step.patches.map((patch) => ({ kind: text(patch, 'kind'), name: text(patch, 'metadata', 'name') }));
}

/** A word that, as an expression of a selector, means nothing but itself. */
const plainWord = /^[\w-]+$/;

function selected(selector: unknown): Meant {
  const [kind, name] = [text(selector, 'kind'), text(selector, 'name')];
  const ofKind = { kind: plainWord.test(kind) ? kind : any, name };
  if (plainWord.test(name)) return ofKind;
  const start = startOfMatches(name);
  const end = start === '' ? endOfMatches(name) : '';
  return end === '' ? { ...ofKind, start } : { ...ofKind, end };
}
