import { addTo } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Change } from '../plan/plan.ts';
import type { Value } from '../yaml/print.ts';
import type { Draft } from './draft.ts';
import { takeOutInserted, takeOutSeparator } from './fold.ts';
import { isReferred } from './references.ts';
import { isTyped } from './typed-lists.ts';

type Kind<K extends Change['kind']> = Extract<Change, { kind: K }>;

/** What is to be written. */
export type Written = Exclude<Change, Kind<'fold' | 'fold-routes'>>;

/** A split that goes, and what carries it and stands. */
interface Fold {
  readonly split: Manifest;
  readonly standing: readonly Manifest[];
  /** The objects as written beside the split; empty if the existing ones differ. */
  readonly beside: readonly Value[];
  readonly replacement: Kind<'add' | 'replace'>;
  readonly otherwise: readonly Written[];
}

/**
 * Changes without folds. An object exactly as this program writes it after its split, or after the list of its split,
 * replaces the split: keeping and dropping later gives the same text as dropping at once. Any other object is changed
 * in its place.
 */
export function unfolded(changes: readonly Change[], draft: Draft): readonly Written[] {
  const inLists = foldedInLists(changes, draft);
  return changes.flatMap((change) => {
    const fold = foldOf(change);
    if (fold === undefined) return isWritten(change) ? [change] : [];
    const isBound = isTyped(fold.split) || isReferred(fold.split, fold.split.node);
    const isTaken = isBound ? inLists.has(fold.split) : takeOut(fold.split, [fold], draft);
    return isTaken ? [fold.replacement] : fold.otherwise;
  });
}

function foldOf(change: Change): Fold | undefined {
  if (isWritten(change)) return undefined;
  const { split, backends, otherwise } = change;
  const objects = change.kind === 'fold' ? [change.profile] : change.objects;
  return {
    split,
    standing: change.kind === 'fold' ? [change.manifest] : change.standing,
    beside: (change.kind === 'fold'
      ? [change.beside].flatMap((one) => one ?? [])
      : change.beside) as readonly object[] as readonly Value[],
    replacement: { kind: 'replace', split, objects, backends },
    otherwise: otherwise.filter(isWritten),
  };
}

function isWritten(change: Change): change is Written {
  return change.kind !== 'fold' && change.kind !== 'fold-routes';
}

/**
 * Removes objects after a split, or after a list for all its splits; false if they are not as this program writes them.
 */
function takeOut(at: Manifest, folds: readonly Fold[], draft: Draft): boolean {
  const standing = folds.flatMap((fold) => fold.standing);
  const isKnown = standing.length > 0 && folds.every(({ beside }) => beside.length > 0);
  const taken = isKnown
    ? takeOutInserted(
        at,
        standing,
        folds.flatMap(({ beside }) => beside),
      )
    : undefined;
  if (taken === undefined) {
    const [separator] = standing.flatMap((one) => takeOutSeparator(at, one) ?? []);
    if (separator !== undefined) draft.separators.set(at, separator);
    return false;
  }
  draft.edits.push(...taken.edits);
  if (taken.isOpen) draft.open.add(at);
  for (const one of standing) draft.intents.put(one, []);
  return true;
}

/** The splits of lists of TrafficSplits alone that go as a whole, as what stands behind them comes back in their place. */
function foldedInLists(changes: readonly Change[], draft: Draft): ReadonlySet<Manifest> {
  const lists = new Map<Manifest, Change[]>();
  for (const change of changes) {
    const { list } = change.split;
    if (list === undefined || !isTyped(change.split)) continue;
    addTo(lists, list, change);
  }
  const found = new Set<Manifest>();
  for (const [list, own] of lists) {
    const folds = own.flatMap((change) => foldOf(change) ?? []);
    if (goesAsAWhole(own) && takeOut(list, folds, draft)) for (const { split } of folds) found.add(split);
  }
  return found;
}

function goesAsAWhole(changes: readonly Change[]): boolean {
  const going = changes
    .filter(({ kind }) => ['fold', 'fold-routes', 'remove'].includes(kind))
    .map(({ split }) => split);
  const [first] = going;
  return (
    going.length === changes.length &&
    new Set(going).size === first?.parent?.items.length &&
    !going.some((split) => isReferred(split, split.node))
  );
}
