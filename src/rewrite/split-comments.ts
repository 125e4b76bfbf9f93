import type { Manifest } from '../manifests/manifest.ts';
import type { Value } from '../yaml/print.ts';
import { text } from '../kubernetes.ts';
import type { Remark } from './comments.ts';
import { trailingComment, commentsInside, remarksOf } from './comments.ts';
import { isFlow } from './positions.ts';
import { withoutMisplaced } from './tool-comments.ts';

/** Comments that are removed with a manifest. */
export interface Dropped {
  /** Those that a tool would read differently in their new place. */
  readonly misplaced: readonly string[];
  /** Remarks for which there is no line. */
  readonly lost: readonly string[];
}

/** The comments of a split: those for the object that replaces it, and those that are left out. */
export interface SplitComments {
  readonly remarks: readonly Remark[];
  readonly dropped: Dropped;
}

/** The comments of a split for an object that is printed in its place, or in that of its list. */
export function commentsForPrinted(split: Manifest, backends: readonly number[], object: object): SplitComments {
  const { remarks, lost } = remarksOf(split, backends, text(object, 'kind'));
  const { kept, misplaced } = withoutMisplaced(remarks);
  const paths = new Set(kept.length === 0 || isFlow(split.node) ? [] : pathsOf(object as Value, ''));
  const printed = kept.filter(({ path }) => paths.has(path));
  return { remarks: printed, dropped: { misplaced, lost: [...lost, ...others(kept, printed)] } };
}

function pathsOf(value: Value, path: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, below]) => pathsOf(below, `${path}/${key}`))];
}

function others(all: readonly Remark[], some: readonly Remark[]): readonly string[] {
  const taken = new Set(some);
  return all.flatMap((remark) => (taken.has(remark) ? [] : remark.text));
}

/** The comments of a split for a profile or a route that exists: those about its apex and its backends. */
export function commentsForExisting(split: Manifest, backends: readonly number[], kind: string): SplitComments {
  const { remarks, lost } = remarksOf(split, backends, kind);
  const top = kind === 'HTTPRoute' ? '/spec/parentRefs' : '/spec/dstOverrides';
  const about = remarks.map((remark) => (remark.path === '/spec' ? { ...remark, path: top, isAbove: true } : remark));
  const { kept, misplaced } = withoutMisplaced(about);
  const carried = kept.filter(({ path }) => path.startsWith('/spec/'));
  return { remarks: carried, dropped: { misplaced, lost: [...lost, ...others(kept, carried)] } };
}

/** The comments inside a manifest that is removed without anything in its place. */
export function commentsOfRemoved(manifest: Manifest): Dropped {
  return { misplaced: [], lost: commentsInside(manifest).map(({ source }) => source) };
}

/**
 * The comments of a list that is removed, and after it, that are in none of its splits. The one after a list in brackets
 * is kept if something takes the place of the list.
 */
export function commentsBetween(list: Manifest, splits: readonly Manifest[], isReplaced: boolean): readonly string[] {
  const inside = new Set(
    splits
      .filter((one) => one.list === list)
      .flatMap(commentsInside)
      .map(({ offset }) => offset),
  );
  const trailing = isReplaced && isFlow(list.node) ? undefined : trailingComment(list);
  return [...commentsInside(list), ...(trailing === undefined ? [] : [trailing])].flatMap(({ offset, source }) =>
    inside.has(offset) ? [] : source,
  );
}
