import type { Node, Pair } from 'yaml';
import { isCollection, isMap, isPair, isSeq } from 'yaml';
import { lastAtMost } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { keyText } from '../manifests/manifest.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { commentAfter, commentsInside } from './comments.ts';
import { lineOfField } from './existing-comments.ts';
import { contentEnd, isFlow, isMissing, lineEnd, separatorEnd, tokenEnd } from './positions.ts';
import { isForTool } from './tool-comments.ts';

/**
 * Takes out the comments for tools after values that get a new value: at its next run the setter would write the old
 * one again. One that a remark of the split repeats sets the new value, too, and stays. kpt and kustomize read the
 * comment on the line of a scalar, of a list's key, or after a flow list (kyaml, fieldmeta and setters2). Where all edits
 * are in one entry of a list, only that is looked through.
 */
export function oldSetters(
  manifest: Manifest,
  edits: readonly Edit[],
  remarks: readonly Remark[],
  entry?: Node,
): readonly Edit[] {
  const { page } = manifest;
  if (edits.length === 0) return [];
  const made = edits.filter(({ start, end }) => end > start);
  const ends = new Set([
    ...made.map(({ end }) => end),
    ...listEnds(entry ?? manifest.node, edits, { text: page.text, isEntry: entry !== undefined }),
  ]);
  const repeated = remarks.filter(({ text, isAbove }) => !isAbove && isForTool(text));
  return [...ends].flatMap((end) => {
    const comment = commentAfter(page.text, end);
    if (comment === undefined || !isForTool(comment)) return [];
    const isRepeated = repeated.some(({ text, path }) => text === comment && lineOfField(manifest, path)?.end === end);
    if (isRepeated || made.some((edit) => edit.start <= end && end < edit.end)) return [];
    return [{ page, start: end, end: lineEndOfComment(page.text, end), text: '' }];
  });
}

function lineEndOfComment(text: string, offset: number): number {
  const line = text.slice(offset, lineEnd(text, offset));
  return offset + line.replace(/\r?\n$/, '').length;
}

/** The lists that are written where their key has no value. */
const lists = new Set<string | undefined>(['dstOverrides', 'parentRefs', 'rules']);

/** Where a comment about a list, or about an entry in flow style, may begin, for those that hold an edit. */
function listEnds(
  node: Node,
  edits: readonly Edit[],
  { text, isEntry }: { readonly text: string; readonly isEntry: boolean },
): readonly number[] {
  const found: number[] = [];
  const holdsEdit = holderOf(edits, text);
  const walk = (part: unknown, isEntry: boolean): void => {
    if (isPair(part)) {
      const isList = isSeq(part.value) || (isMissing(part.value) && lists.has(keyText(part.key)));
      if (isList && holdsEdit(part)) found.push(separatorEnd(part));
      walk(part.value, false);
    } else if (isCollection(part) && holdsEdit(part)) {
      if (isFlow(part) && (isEntry || isSeq(part))) found.push(tokenEnd(part));
      for (const item of part.items) walk(item, !isMap(part));
    }
  };
  walk(node, isEntry);
  return found;
}

/** Whether one of some edits, which do not overlap, is inside a part of a text. */
function holderOf(edits: readonly Edit[], text: string): (part: Node | Pair) => boolean {
  const sorted = inOrder(edits);
  const starts = sorted.map(({ start }) => start);
  return (part) => {
    const start = (isPair(part) ? (part.key as Node) : part).range?.[0] ?? 0;
    const before = lastAtMost(starts, start - 1);
    const first = sorted[(starts[before] ?? start) < start ? before + 1 : before];
    return first !== undefined && first.end <= contentEnd(text, part);
  };
}

function inOrder(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((one, other) => one.start - other.start || one.end - other.end);
}

/** The comments of a manifest in the stretches that edits replace, which are not in the new text. */
export function commentsGone(manifest: Manifest, edits: readonly Edit[]): readonly string[] {
  const sorted = inOrder(edits);
  const starts = sorted.map(({ start }) => start);
  const isReplaced = (offset: number): boolean => {
    const edit = sorted[lastAtMost(starts, offset)];
    return edit !== undefined && edit.start <= offset && offset < edit.end;
  };
  const before = occurrences(
    commentsInside(manifest)
      .filter(({ offset }) => isReplaced(offset))
      .map(({ source }) => source),
  );
  const lines = edits.filter(({ text }) => text.includes('#')).flatMap(({ text }) => text.split(/\r?\n/));
  const after = occurrences(lines.flatMap(endsIn(before)));
  return [...before].flatMap(([comment, count]) => ((after.get(comment) ?? 0) < count ? [comment] : []));
}

/** Returns those of some comments that a line ends in; they are looked up by their lengths, of which there are few. */
function endsIn(comments: ReadonlyMap<string, number>): (line: string) => readonly string[] {
  const lengths = [...new Set([...comments.keys()].map((comment) => comment.length))];
  return (line) => {
    const trimmed = ` ${line.trim()}`;
    return lengths
      .filter((length) => trimmed.at(-length - 1) === ' ')
      .map((length) => trimmed.slice(-length))
      .filter((end) => comments.has(end));
  };
}

function occurrences(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
