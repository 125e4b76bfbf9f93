import { isMap, isScalar, isSeq } from 'yaml';
import type { WayIn } from '../config/advice.ts';
import { placeIn, type Manifest } from '../manifests/manifest.ts';
import { cut } from '../yaml/cut.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Edit } from '../yaml/splice.ts';
import { columnOf, contentEnd, dashAt, isFlow, lastLeaf, lineEnd } from './positions.ts';

/** A part of a text: from the start of a line to the end of one. */
export type LineRange = readonly [start: number, end: number];

/**
 * Moves comments to the left that stay where a manifest is taken out, if they would become text of a block scalar above
 * them: the first one to a column, those below it as far. A block scalar ends at a line that is indented less than its
 * text (YAML 1.2, l-trail-comments).
 */
export function outdentComments(manifest: Manifest, kept: readonly LineRange[], column: number): readonly Edit[] {
  const { page } = manifest;
  const starts = kept.flatMap((range) => commentLines(page.text, range));
  const indentation = (start: number): number => /^ */.exec(page.text.slice(start))?.[0].length ?? 0;
  const [first] = starts;
  const shift = first === undefined ? 0 : indentation(first) - column;
  if (shift <= 0 || !isBelowBlockScalar(manifest)) return [];
  return starts.map((start) => ({ page, start, end: start + Math.min(shift, indentation(start)), text: '' }));
}

/**
 * The end of the blank lines at an offset after a manifest that is taken out, if they could become text of a block scalar
 * above it; else the offset.
 */
export function endOfBlankText(manifest: Manifest, offset: number): number {
  const { text } = manifest.page;
  const length = /^(?:[ \t]*\r?\n)*(?:[ \t]+$)?/.exec(text.slice(offset))?.[0].length ?? 0;
  return length > 0 && isBelowBlockScalar(manifest) ? offset + length : offset;
}

/** The starts of the lines of a range that are comments, up to the first line that is neither blank nor a comment. */
function commentLines(text: string, [start, end]: LineRange): readonly number[] {
  const found: number[] = [];
  for (let at = start; at < end; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at)).trim();
    if (line.startsWith('#')) found.push(at);
    else if (line !== '') break;
  }
  return found;
}

/** So many splits are passed over at most: each of thousands may have all others above it. */
const mostSplits = 10;

/** Whether what is above a manifest, passing over splits, which may be removed, too, ends in a block scalar. */
function isBelowBlockScalar(manifest: Manifest): boolean {
  let splits = 0;
  for (const node of nodesAbove(manifest)) {
    const last = lastLeaf(node);
    if (isScalar(last) && last.type?.startsWith('BLOCK_') === true) return true;
    if (!isSplit(node)) return false;
    splits += 1;
    if (splits === mostSplits) return true;
  }
  return false;
}

function isSplit(node: unknown): boolean {
  const one: unknown = isSeq(node) ? node.items[0] : node;
  return isMap(one) && one.get('kind') === 'TrafficSplit';
}

/** The documents or the entries above a manifest, the nearest one first. */
function* nodesAbove({ page, document, parent, node }: Manifest): Iterable<unknown> {
  const { source, part, start } = page.slice;
  if (parent !== undefined && part !== 'entry') {
    for (let at = placeIn(parent, node) - 1; at >= 0; at -= 1) yield parent.items[at];
    return;
  }
  for (let at = page.documents.indexOf(document) - 1; at >= 0; at -= 1) yield page.documents[at]?.contents;
  for (let at = start; at > 0;) {
    const slice = cut(source, part === 'entry' ? 'fine' : 'documents').at(at - 1);
    if (part === 'entry' && slice.part !== 'entry') return;
    for (const { contents } of (readUtf8(slice)?.documents ?? []).toReversed()) yield contents;
    at = slice.start;
  }
}

/**
 * Whether the comments of an entry go with it: between the items of a function they would become those of another item,
 * and kpt writes that to a file of its own.
 */
export function takesComments({ list }: Manifest, way: WayIn | undefined): boolean {
  return way === 'function' && list?.parent === undefined;
}

/** The comments of an entry of a block list that are above its first token or below its last line, as they are written. */
export function commentsAround(manifest: Manifest): readonly string[] {
  const { page, parent, node } = manifest;
  const { text } = page;
  if (parent === undefined || isFlow(parent)) return [];
  const dash = dashOf(manifest);
  const end = contentEnd(text, node);
  const below = text.slice(end, entryEnd(text, end, columnOf(text, dash))).split('\n');
  const above = commentsAfterDash(text, dash, node.range[0]).map(([start, after]) => text.slice(start, after));
  return [...above, ...below].map((line) => line.trim()).filter((line) => line !== '');
}

/** The offset of the dash of an entry of a block list. */
export function dashOf({ parent, node }: Manifest): number {
  const dash = parent && dashAt(parent, placeIn(parent, node));
  return dash ?? node.range[0];
}

/** The end of an entry, including comments after it that are indented like its content. */
export function entryEnd(text: string, content: number, dash: number): number {
  let end = content;
  for (let at = content; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const comment = /^([ ]*)#/.exec(line);
    if (comment === null || (comment[1]?.length ?? 0) <= dash) break;
    end = lineEnd(text, at);
  }
  return end;
}

/** The comments between the dash of an entry and its first token, each with its line end. */
export function commentsAfterDash(text: string, dash: number, content: number): readonly LineRange[] {
  const found: LineRange[] = [];
  for (let at = dash + 1; at < content; at = lineEnd(text, at)) {
    const end = lineEnd(text, at);
    const before = /^(?:[^\n]*?[ \t])??(?=#)/.exec(text.slice(at, end))?.[0];
    if (before !== undefined && at + before.length < content) found.push([at + before.length, end]);
  }
  return found;
}
