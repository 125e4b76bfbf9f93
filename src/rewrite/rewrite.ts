import { append, memoisedFor } from '../collections.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { placeIn } from '../manifests/manifest.ts';
import type { Change, ChangeOf, RouteUpdate } from '../plan/change.ts';
import type { Value } from '../yaml/print.ts';
import type { Page } from '../yaml/read.ts';
import type { Edit } from '../yaml/splice.ts';
import { blankTabs } from './blank-tabs.ts';
import { commentsBeside, commentsOf } from './comments.ts';
import type { Draft, Setting } from './draft.ts';
import { carry, dropComments, newDraft, refuse } from './draft.ts';
import { beforeFirstLeft } from './first-left.ts';
import { cutTest, hasLastComma } from './flow-parts.ts';
import { commentsAround, takesComments } from './kept-comments.ts';
import { heldAmong } from './held.ts';
import type { Accepts } from './intents.ts';
import { isObstacle, sharedObject, unchangeable, type Obstacle } from './obstacles.ts';
import { insertAfter, isPutAfterComma } from './place.ts';
import { isUpdatedProfile, profileEdits, type Made } from './profile-edits.ts';
import { readBack } from './read-back.ts';
import { noRoom, ownComments } from './refusals.ts';
import { cutsUpTo, groupedByPage, removeManifests } from './remove.ts';
import { isUpdatedRoute, routeEdits } from './route-edits.ts';
import { commentsOfRemoved, commentsForPrinted, commentsForExisting } from './split-comments.ts';
import { isForTool } from './tool-comments.ts';
import { besideLists, isTyped, removedOneByOne, replaceWith } from './typed-lists.ts';
import type { Written } from './unfold.ts';
import { unfolded } from './unfold.ts';

/** Changes as edits of text, and what could not be written. */
interface Rewritten {
  readonly edits: readonly Edit[];
  readonly problems: readonly Diagnostic[];
  /** The splits whose change cannot be written. */
  readonly refused: ReadonlySet<Manifest>;
  /** The splits and profiles that are taken out, without another object in their place. */
  readonly removed: readonly Manifest[];
}

/**
 * Returns changes as edits of text, which are read back and compared with what is intended. A split whose change cannot
 * be written is left unchanged and reported. Throws what `readBack` throws.
 */
export function rewrite(changes: readonly Change[], setting: Setting = {}): Rewritten {
  const held = new Map<Manifest, Diagnostic>();
  for (;;) {
    const draft = newDraft(setting);
    refuseAll(held, draft);
    const written = writeAll(changes, draft);
    // What uses an anchor of a split may have been refused after that was found to go.
    const late = heldAmong(written.filter(({ split }) => !draft.refused.has(split)));
    if (late.size === 0) return completed(draft);
    for (const [split, why] of late) held.set(split, why);
  }
}

function writeAll(changes: readonly Change[], draft: Draft): readonly Written[] {
  const isOpen = ({ split }: Change): boolean => !draft.refused.has(split);
  refuseAll(heldAmong(changes.filter(isOpen)), draft);
  const written = unfolded(changes.filter(isOpen), draft);
  refuseAll(heldAmong(written.filter(isOpen)), draft);
  const accepted = written.filter(isOpen);
  noteFollowers(accepted, draft);
  for (const change of accepted) if (isOpen(change) && !isAfterTypedList(change)) write(change, draft);
  // There is room after the list if it goes, which is known when everything else is written.
  const gone = new Set<unknown>(draft.removed.map(({ node }) => node));
  for (const change of accepted) if (isOpen(change) && isAfterTypedList(change)) write(change, draft, gone);
  return accepted;
}

/** Splits stay, with all that carries them, where what would be removed with them is used elsewhere. */
function refuseAll(held: ReadonlyMap<Manifest, Diagnostic>, draft: Draft): void {
  for (const [split, why] of held) refuse(split, why, draft);
}

function completed(draft: Draft): Rewritten {
  const { edits, removed, intents, problems, refused } = draft;
  append(
    edits,
    removed.flatMap((split) => draft.separators.get(split) ?? []),
  );
  const beside = besideLists(draft);
  const cuts = cutsUpTo(beside, removeManifests(removedOneByOne(removed), { ...draft, edits: [...edits, ...beside] }));
  append(edits, [...beside, ...cuts]);
  if (cuts.length > 0) append(edits, beforeFirstLeft(edits));
  nameComments(draft, cuts);
  append(
    edits,
    [...groupedByPage(edits)].flatMap(([page, own]) => blankTabs(page, own)),
  );
  for (const split of removed) intents.put(split, []);
  readBack(edits, intents);
  return { edits, problems, refused, removed };
}

/** Names the comments that are lost with what is removed: those inside it that no other object gets, and those beside it. */
function nameComments(draft: Draft, cuts: readonly Edit[]): void {
  const elsewhere = new Set(draft.outside.map(({ split }) => split));
  const cutsOfPage = groupedByPage(cuts);
  const isCutIn = memoisedFor((page: Page) => cutTest(cutsOfPage.get(page) ?? []));
  const namedIn = memoisedFor<Page, [], Set<number>>(() => new Set());
  for (const manifest of draft.removed) {
    if (elsewhere.has(manifest)) continue;
    const { misplaced, lost } = draft.carried.get(manifest) ?? commentsOfRemoved(manifest);
    const named = namedIn(manifest.page);
    const beside = commentsBeside(manifest).flatMap(({ offset, source }) => {
      if (named.has(offset) || !isCutIn(manifest.page)(offset)) return [];
      named.add(offset);
      return source;
    });
    const around = takesComments(manifest, draft.way) ? commentsAround(manifest) : [];
    const forTools = around.filter(isForTool);
    const others = around.filter((comment) => !isForTool(comment));
    const gone = {
      misplaced: [...forTools, ...misplaced],
      lost: [...others, ...lost, ...beside],
    };
    dropComments(manifest, gone, draft, true);
  }
}

/**
 * Notes where what is put after a split, its comma and its comment is followed by entries that are removed: up to the end
 * of the list, so that it becomes the last entry, or up to another entry.
 */
function noteFollowers(changes: readonly Written[], { open, taken, ends, followers }: Draft): void {
  const gone = new Set<unknown>(
    changes.flatMap((change) => {
      const removed =
        change.kind === 'take-out' ? change.manifest : change.kind === 'remove' ? change.split : undefined;
      return removed?.parent === undefined ? [] : removed.node;
    }),
  );
  if (gone.size === 0) return;
  for (const change of changes) {
    const { split } = change;
    const inserts = change.kind === 'add' || (change.kind === 'replace' && change.objects.length > 1);
    const { parent, node } = split;
    if (!inserts || parent === undefined || !isPutAfterComma(split)) continue;
    const place = placeIn(parent, node);
    const next = parent.items.findIndex((one, at) => at > place && !taken.has(one));
    if (!gone.has(parent.items[next])) continue;
    const isEnd = gone.has(parent.items.at(-1)) && !hasLastComma(parent);
    if (isEnd && parent.items.slice(next).every((one) => gone.has(one) || taken.has(one))) {
      open.add(split);
      ends.add(parent);
    } else if (!open.has(split)) followers.add(parent.items[next]);
  }
}

function isAfterTypedList({ kind, split }: Written): boolean {
  return kind === 'replace' && isTyped(split);
}

function write(change: Written, draft: Draft, gone: ReadonlySet<unknown> = new Set()): void {
  const { edits, intents, removed } = draft;
  const { split } = change;
  if (change.kind === 'update') update(change, draft);
  else if (change.kind === 'route') updateRoute(change, draft);
  else if (change.kind === 'take-out') removed.push(change.manifest);
  else if (change.kind === 'remove') removed.push(split);
  else if (draft.printed !== true && lacksRoom(change, gone)) refuse(split, noRoom(change, draft.way), draft);
  else if (change.kind === 'replace') replace(change, draft);
  else if (isTyped(split)) draft.outside.push(change);
  else {
    append(edits, insertAfter(split, change.objects as readonly Value[], [], draft.open.has(split)));
    intents.follow(split, change.objects);
  }
}

function replace({ split, objects, backends }: ChangeOf<'add' | 'replace'>, draft: Draft): void {
  const carried = draft.carried.get(split);
  const { remarks, dropped } = carried
    ? { remarks: [], dropped: carried }
    : commentsForPrinted(split, backends, objects[0] ?? {});
  const comments = commentsOf(remarks);
  if (isTyped(split)) {
    draft.outside.push({ split, objects, comments });
    draft.removed.push(split);
  } else {
    append(draft.edits, replaceWith(split, objects as readonly Value[], [comments], draft));
    draft.intents.put(split, objects);
  }
  dropComments(split, dropped, draft, false);
}

function updateRoute(change: RouteUpdate, draft: Draft): void {
  const { manifest, split, carries } = change;
  const about = carries && commentsForExisting(split, carries, 'HTTPRoute');
  const update = sharedObject(manifest) ?? routeEdits(change, about?.remarks ?? []);
  const made = updated(change, update, isUpdatedRoute(change), draft);
  if (made !== undefined && about !== undefined) carry(split, about, made.lost, draft);
}

/** Notes the edits of an existing object, or refuses the split if something prevents them; then undefined. */
function updated(
  { split, manifest }: Pick<RouteUpdate, 'split' | 'manifest'>,
  made: Made | Obstacle,
  accepts: Accepts,
  draft: Draft,
): Made | undefined {
  if (isObstacle(made)) {
    refuse(split, unchangeable(manifest, made), draft);
    return undefined;
  }
  append(draft.edits, made.edits);
  draft.intents.put(manifest, [accepts]);
  append(draft.problems, ownComments(manifest, made.gone));
  return made;
}

function update(change: ChangeOf<'update'>, draft: Draft): void {
  const { manifest, split, backends, carries, isShared: isMade = false } = change;
  if (isMade) {
    if (draft.unchangeable.has(manifest)) draft.refused.add(split);
    return;
  }
  const about = commentsForExisting(split, backends, 'ServiceProfile');
  const update = sharedObject(manifest) ?? profileEdits(change, about.remarks);
  const made = updated(change, update, isUpdatedProfile(change), draft);
  if (made === undefined) draft.unchangeable.add(manifest);
  else if (carries) carry(split, about, made.lost, draft);
}

/** Whether the file of a split is JSON with one object, and would have more of them after a change; some entries are gone. */
function lacksRoom({ kind, split, objects }: ChangeOf<'add' | 'replace'>, gone: ReadonlySet<unknown>): boolean {
  const { list, page, parent } = split;
  if (!page.slice.source.path.endsWith('.json') || page.slice.part === 'json') return false;
  if (parent === undefined) return kind === 'add' || objects.length > 1;
  if (!isTyped(split) || list?.parent !== undefined) return false;
  return kind === 'add' || objects.length > 1 || parent.items.some((one) => one !== split.node && !gone.has(one));
}
