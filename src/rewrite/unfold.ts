import { addTo, append } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Change, ChangeOf } from '../plan/change.ts';
import type { Value } from '../yaml/print.ts';
import type { Draft } from './draft.ts';
import type { Carrier } from './carriers.ts';
import { carrierOf } from './carriers.ts';
import { takeOutInserted, takeOutSeparator } from './fold.ts';
import { goneWith } from './held.ts';
import { isReferred } from './references.ts';
import { ownComments } from './refusals.ts';
import { isTyped } from './typed-lists.ts';

/** What is to be written. */
export type Written = Exclude<Change, ChangeOf<'fold' | 'fold-routes'>>;

/** A split that is removed, and the existing object that carries it. */
interface Fold {
  readonly split: Manifest;
  readonly carriers: readonly Carrier[];
  /** The objects as written beside the split; empty if the existing ones cannot become them. */
  readonly beside: readonly Value[];
  readonly replacement: ChangeOf<'add' | 'replace'>;
  readonly otherwise: readonly Written[];
}

/**
 * Changes without folds. An object that, once up to date, is exactly as this program writes it after its split, or after
 * the list of its split, replaces the split: keeping and dropping later gives the same text as dropping at once. Any other
 * object is changed in its place.
 */
export function unfolded(changes: readonly Change[], draft: Draft): readonly Written[] {
  const isGone = goneWith(changes);
  const isUsed = (split: Manifest): boolean => isReferred(split, { isGone });
  const inLists = foldedInLists(changes, isUsed, draft);
  return changes.flatMap((change) => {
    if (isWritten(change)) return [change];
    const fold = foldOf(change);
    const isBound = isTyped(fold.split) || isUsed(fold.split);
    const isTaken = isBound ? inLists.has(fold.split) : takeOut(fold.split, [fold], draft);
    if (!isTaken && !isBound) noteSeparator(fold.split, fold.carriers, draft);
    return isTaken ? [fold.replacement] : fold.otherwise;
  });
}

function foldOf(change: ChangeOf<'fold' | 'fold-routes'>): Fold {
  const { split, backends, otherwise } = change;
  const objects = change.kind === 'fold' ? [change.profile] : change.objects;
  const beside = change.kind === 'fold' ? [change.beside] : change.beside;
  const existing = change.kind === 'fold' ? [change.manifest] : change.existing;
  return {
    split,
    carriers: existing.map((manifest) => carrierOf(manifest, otherwise)),
    beside: beside as readonly object[] as readonly Value[],
    replacement: { kind: 'replace', split, objects, backends },
    otherwise: otherwise.filter(isWritten),
  };
}

function isWritten(change: Change): change is Written {
  return change.kind !== 'fold' && change.kind !== 'fold-routes';
}

/** Takes out what is after a split, or after a list for all its splits; false where it is not what is written there. */
function takeOut(at: Manifest, folds: readonly Fold[], draft: Draft, follows?: boolean): boolean {
  const carriers = folds.flatMap((fold) => fold.carriers);
  const existing = carriers.map(({ manifest }) => manifest);
  const beside = folds.flatMap((fold) => fold.beside);
  const isKnown = existing.length > 0 && folds.every((fold) => fold.beside.length > 0);
  const taken = isKnown ? takeOutInserted(at, carriers, beside, follows) : undefined;
  if (taken === undefined) return false;
  append(draft.edits, taken.edits);
  if (taken.isOpen) draft.open.add(at);
  for (const [index, one] of existing.entries()) {
    append(draft.problems, ownComments(one, taken.gone[index] ?? []));
    draft.intents.put(one, []);
    if (one.parent !== undefined) draft.taken.add(one.node);
  }
  return true;
}

/** The separator of what is after a first document is removed with that. */
function noteSeparator(at: Manifest, carriers: readonly Carrier[], { separators }: Draft): void {
  const [separator] = carriers.flatMap(({ manifest }) => takeOutSeparator(at, manifest) ?? []);
  if (separator !== undefined) separators.set(at, separator);
}

/** The splits of lists of TrafficSplits alone whose carriers are after their list, and come back there or in its place. */
function foldedInLists(
  changes: readonly Change[],
  isUsed: (split: Manifest) => boolean,
  draft: Draft,
): ReadonlySet<Manifest> {
  const lists = new Map<Manifest, Change[]>();
  for (const change of changes) {
    const { list } = change.split;
    if (list === undefined || !isTyped(change.split)) continue;
    addTo(lists, list, change);
  }
  const found = new Set<Manifest>();
  for (const [list, own] of lists) {
    const folds = own.flatMap((change) => (isWritten(change) ? [] : foldOf(change)));
    const free = folds.filter((fold) => isWrittenAfter(list, fold) && !isUsed(fold.split));
    const inserted = own.reduce((sum, change) => sum + insertedBy(change, free), 0);
    if (takeOut(list, free, draft, inserted > (isListEmptied(own) ? 1 : 0)))
      for (const { split } of free) found.add(split);
    else
      noteSeparator(
        list,
        folds.flatMap(({ carriers }) => carriers),
        draft,
      );
  }
  return found;
}

/** Whether what carries a split is after the list of the split, and says what is written there. */
function isWrittenAfter(list: Manifest, { carriers, beside }: Fold): boolean {
  const { slice } = list.page;
  const isAfter = ({ page, node }: Manifest): boolean =>
    page === list.page
      ? node.range[0] > list.node.range[0]
      : page.slice.source === slice.source && page.slice.start > slice.start;
  return (
    beside.length > 0 && carriers.every(({ manifest, accepts }, index) => isAfter(manifest) && accepts(beside[index]))
  );
}

/** How many objects a change puts after its list, or in the place of that. */
function insertedBy(change: Change, folds: readonly Fold[]): number {
  const made = isWritten(change) ? change : folds.find(({ split }) => split === change.split)?.replacement;
  return made?.kind === 'add' || made?.kind === 'replace' ? made.objects.length : 0;
}

function isListEmptied(changes: readonly Change[]): boolean {
  const going = changes.flatMap(({ kind, split }) => (['add', 'update', 'route'].includes(kind) ? [] : split));
  return new Set(going).size === going[0]?.parent?.items.length;
}
