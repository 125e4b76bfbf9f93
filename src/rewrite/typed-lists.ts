import { addTo } from '../collections.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Comments, Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Draft, Outside } from './draft.ts';
import { dropComments } from './draft.ts';
import { contentEnd, isFlow } from './positions.ts';
import { insertAfter, replaceManifest } from './place.ts';
import { removeManifests } from './remove.ts';
import { commentsBetween } from './split-comments.ts';

/** Whether a split is in a list that can hold TrafficSplits only. */
export function isTyped({ list }: Manifest): boolean {
  return list !== undefined && text(list.object, 'kind') === 'TrafficSplitList';
}

/** The first object in the place of a manifest, the others after it. */
export function replaceWith(
  manifest: Manifest,
  objects: readonly Value[],
  comments: readonly (Comments | undefined)[],
  { open }: Pick<Draft, 'open'>,
): readonly Edit[] {
  const [first, ...others] = objects;
  if (first === undefined) return [];
  const more = others.length > 0 ? insertAfter(manifest, others, comments.slice(1), open.has(manifest)) : [];
  return [replaceManifest(manifest, first, comments[0]), ...more];
}

/** Puts the objects for the splits of a typed list after it; the first of them takes the place of a list left empty. */
export function besideLists(draft: Draft): readonly Edit[] {
  const { outside, removed, intents } = draft;
  const edits: Edit[] = [];
  const emptied = emptiedBy(removed);
  const objects = new Map<Manifest, Outside[]>();
  for (const one of outside) if (one.split.list !== undefined) addTo(objects, one.split.list, one);
  const gone = new Set(removed.filter(emptied).flatMap(({ list }) => list ?? []));
  for (const list of gone) {
    const lost = commentsBetween(list, removed, objects.has(list));
    dropComments(list, { misplaced: [], lost }, draft, !objects.has(list));
  }
  const cutOff = new Set(removed.filter(isOpenEnd).map(({ page }) => page));
  for (const [list, all] of objects) {
    const values = all.flatMap((one) => one.objects as readonly Value[]);
    const comments = all.flatMap((one) => one.objects.map((_, index) => (index === 0 ? one.comments : undefined)));
    edits.push(
      ...(gone.has(list)
        ? replaceWith(list, values, comments, draft)
        : insertAfter(list, values, comments, draft.open.has(list)).map((edit) =>
            cutOff.has(edit.page) ? { ...edit, text: edit.text.replace(/^\r?\n/, '') } : edit,
          )),
    );
    intents.follow(list, values);
  }
  for (const list of gone) intents.put(list, []);
  const without = [...gone].filter((list) => !objects.has(list));
  return [...edits, ...without.flatMap((list) => draft.separators.get(list) ?? []), ...removeManifests(without, draft)];
}

/**
 * Whether a manifest in a list ends on a last line without an end: if it is removed, the end of the line above it is the
 * last one.
 */
function isOpenEnd({ page: { text }, node, parent }: Manifest): boolean {
  return !isFlow(parent) && !text.endsWith('\n') && contentEnd(text, node) === text.length;
}

/** Returns a test whether all entries of the typed list of a split are removed, so that the list itself is. */
function emptiedBy(removed: readonly Manifest[]): (split: Manifest) => boolean {
  const lost = new Map<Manifest['parent'], number>();
  for (const { parent } of removed) lost.set(parent, (lost.get(parent) ?? 0) + 1);
  return (split) => split.list !== undefined && isTyped(split) && lost.get(split.parent) === split.parent?.items.length;
}

/** The removed manifests whose list keeps other entries; the others are removed with their list. */
export function removedOneByOne(removed: readonly Manifest[]): readonly Manifest[] {
  const emptied = emptiedBy(removed);
  return removed.filter((one) => !emptied(one));
}
