import type { YAMLSeq } from 'yaml';
import { isCollection } from 'yaml';
import { addTo, groupBy } from '../collections.ts';
import type { WayIn } from '../config/advice.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Page } from '../yaml/read.ts';
import type { Edit } from '../yaml/splice.ts';
import { removeEntry } from './block-editor.ts';
import type { Draft } from './draft.ts';
import { editorOf } from './editors.ts';
import type { List } from '../yaml/cut.ts';
import { decode, textOf } from '../yaml/source.ts';
import { outdentComments, takesComments, type LineRange } from './kept-comments.ts';
import { contentEnd, lineEnd, lineStart, withoutLineEnd } from './positions.ts';

/**
 * Takes manifests out: documents with their separator, entries with their dash or comma; a list left empty reads `[]`.
 * The draft has the edits so far, and where something is inserted before entries that are removed.
 */
export function removeManifests(
  manifests: readonly Manifest[],
  { edits, ends, followers, way }: Pick<Draft, 'edits' | 'ends' | 'followers' | 'way'>,
): readonly Edit[] {
  const documents = manifests.filter((manifest) => manifest.parent === undefined).flatMap(removeDocument);
  const cutsOfPage = groupedByPage(edits.filter((edit) => edit.text === ''));
  const lists = new Map<List, Manifest[]>();
  const parents = new Map<YAMLSeq.Parsed, Manifest[]>();
  for (const manifest of manifests) {
    const { parent } = manifest;
    if (parent === undefined) continue;
    const { list } = manifest.page.slice;
    if (list !== undefined && isEntry(manifest)) addTo(lists, list, manifest);
    else addTo(parents, parent, manifest);
  }
  return [
    ...documents,
    ...[...parents].flatMap(([parent, gone]) => {
      const cuts = gone[0] === undefined ? [] : (cutsOfPage.get(gone[0].page) ?? []);
      const isFollower = (index: number): boolean => followers.has(parent.items[index]);
      const withComments = gone.every((one) => takesComments(one, way));
      return editorOf(parent).removeEntries(parent, gone, {
        hasNewEnd: ends.has(parent),
        isFollower,
        cuts,
        withComments,
      });
    }),
    ...[...lists].flatMap(([list, gone]) => removeSlices(list, gone, way)),
  ];
}

/**
 * Ends cuts where something is inserted among the blank lines at their end: blank lines are removed with an entry if they
 * would become text of a block scalar above it, which they do not below what is inserted.
 */
export function cutsUpTo(insertions: readonly Edit[], cuts: readonly Edit[]): readonly Edit[] {
  const ofPage = groupedByPage(insertions);
  return cuts.map((cut) => {
    const { page, start, end } = cut;
    const inside = (ofPage.get(page) ?? []).find(
      (one) => one.start === one.end && start < one.start && one.start < end,
    );
    return inside === undefined || page.text.slice(inside.start, end).trim() !== ''
      ? cut
      : { ...cut, end: inside.start };
  });
}

/** Edits by their page. */
export function groupedByPage(edits: readonly Edit[]): ReadonlyMap<Page, readonly Edit[]> {
  return groupBy(edits, ({ page }) => page);
}

/** Whether a manifest is an entry of a list and all of its slice. */
function isEntry({ page, document, parent }: Manifest): boolean {
  return page.slice.part === 'entry' && parent === document.contents;
}

/** Removes entries that are slices of their own; a list that becomes empty is written `[]`. */
function removeSlices(list: List, gone: readonly Manifest[], way: WayIn | undefined): readonly Edit[] {
  const edits = gone.flatMap((one) => removeEntry(one, takesComments(one, way)));
  if (gone.length < list.size) return edits;
  const { head, colon } = list;
  const page = { slice: head, text: textOf(head), documents: [], problems: [] };
  const at = decode(head.source.bytes.subarray(0, colon)).length;
  return [{ page, start: at, end: at, text: ' []' }, ...edits];
}

/** Removes a document with its separator, its directives and its end marker; comments above and below it are kept. */
function removeDocument(manifest: Manifest): readonly Edit[] {
  const { page, node } = manifest;
  const { text } = page;
  const line = afterMark(text, lineStart(text, node.range[0]));
  const end = blankEnd(text, contentEnd(text, node));
  const marker = markerAbove(text, line);
  const directives = marker === undefined ? [] : directivesOf(manifest, marker);
  const above = [...propertiesAbove(page, line), ...directives];
  const below = endMarker(manifest, directives.at(-1)?.start ?? marker ?? line, end);
  const edit = (from: number, to: number): Edit => ({ page, start: from, end: to, text: '' });
  const withMark = (from: number): number => markStart(page, from);
  if (marker === undefined) return [...above, edit(withMark(line), end), ...below];
  // Some readers take a `%` line below a scalar for a directive, which needs its `---`.
  if (directives.length === 0 && contentAbove(text, marker)?.startsWith('%') === true)
    return [...above, marker === line ? edit(marker + 3, withoutLineEnd(text, end)) : edit(line, end), ...below];
  const outdented = (...kept: readonly LineRange[]): readonly Edit[] =>
    outdentComments(manifest, [...kept, [end, text.length]], 0);
  if (marker === line) return [...above, edit(withMark(marker), end), ...below, ...outdented()];
  const head = markerEnd(text, marker);
  // A byte order mark before the comments, or between these and the content, is removed with the document.
  const content = lineStart(text, line);
  const comments = head === lineEnd(text, marker) ? Math.min(content, afterMark(text, blankEnd(text, head))) : head;
  // Behind a comment on the line of the marker, it is below that line.
  const mark = blankEnd(text, lineEnd(text, marker));
  const marks = comments === head && mark < content ? [edit(mark, afterMark(text, mark))] : [];
  return [
    ...above,
    edit(withMark(marker), comments),
    ...marks,
    edit(content, end),
    ...below,
    ...outdented([comments, content]),
  ];
}

/** The `---` of the document whose content starts at a line; undefined if it has none. */
function markerAbove(text: string, line: number): number | undefined {
  if (isDocumentMarker(text, line)) return line;
  for (let at = lineStart(text, line); at > 0;) {
    at = lineStart(text, at - 1);
    const start = afterMark(text, at);
    if (isDocumentMarker(text, start)) return start;
    const content = text.slice(start, lineEnd(text, at));
    if (!isCommentOrBlank(content) && !properties.test(content)) return undefined;
  }
  return undefined;
}

/** Tags and anchors of a document, at the start of a line; only a `#` after a blank begins a comment. */
const properties = /^[!&][^ \t\r\n]*(?:[ \t]+[!&][^ \t\r\n]*)*[ \t]*(?=(?<=[ \t])#|\r?\n)/;

/** Tags and anchors on lines of their own above the content of a document that is removed. */
function propertiesAbove(page: Page, content: number): readonly Edit[] {
  const { text } = page;
  const edits: Edit[] = [];
  for (let at = content; at > 0;) {
    at = lineStart(text, at - 1);
    const [start, end] = [afterMark(text, at), lineEnd(text, at)];
    const length = properties.exec(text.slice(start, end))?.[0].length;
    if (length === undefined && !isCommentOrBlank(text.slice(start, end))) break;
    if (length === undefined) continue;
    const isWhole = text.slice(start + length, end).trim() === '';
    edits.push({ page, start, end: isWhole ? end : start + length, text: '' });
  }
  return edits;
}

/** The offset after a byte order mark, if there is one at this offset. */
function afterMark(text: string, offset: number): number {
  return text.charCodeAt(offset) === 0xfeff ? offset + 1 : offset;
}

/** The offset of a byte order mark before an offset, which goes with what is there unless it is first in its source. */
function markStart({ text, slice }: Page, offset: number): number {
  const isMark = text.charCodeAt(offset - 1) === 0xfeff && slice.start + offset > 1;
  return isMark ? offset - 1 : offset;
}

function isDocumentMarker(text: string, at: number): boolean {
  return /^---(?:[ \t\r\n]|$)/.test(text.slice(at, at + 4));
}

function isCommentOrBlank(line: string): boolean {
  return /^\ufeff?\s*(?:#|$)/.test(line);
}

/** The directives of a document, last one first. */
function directivesOf({ page, document }: Manifest, marker: number): readonly Edit[] {
  const { yaml, tags } = document.directives;
  const before = page.documents[page.documents.indexOf(document) - 1]?.contents;
  // Below a collection, some readers take `%` for a directive even without `...`; below a scalar it may be text.
  const isDirective =
    yaml.explicit === true ||
    Object.keys(tags).length > 1 ||
    isCollection(before) ||
    isBareDirective(page.text, marker);
  if (!isDirective) return [];
  const edits: Edit[] = [];
  for (let at = marker; at > 0;) {
    at = lineStart(page.text, at - 1);
    const line = page.text.slice(at, lineEnd(page.text, at));
    const sign = /^\ufeff?%/.exec(line)?.[0].length;
    // A byte order mark stays at the start of the source only.
    const start = page.slice.start + at === 0 ? (sign ?? 1) - 1 : at;
    if (sign !== undefined) edits.push({ page, start, end: at + line.length, text: '' });
    else if (!isCommentOrBlank(line)) break;
  }
  return edits;
}

/** Whether there are `%` lines between a bare `---` and the marker: some readers take those for directives too. */
function isBareDirective(text: string, marker: number): boolean {
  let found = false;
  for (let at = marker; at > 0;) {
    at = lineStart(text, at - 1);
    const line = text.slice(at, lineEnd(text, at));
    if (line.startsWith('%')) found = true;
    else if (!isCommentOrBlank(line)) return found && /^(?:---|\.\.\.)\s*$/.test(line);
  }
  return found;
}

/** The last line above an offset that is neither blank nor a comment. */
function contentAbove(text: string, offset: number): string | undefined {
  for (let at = offset; at > 0;) {
    at = lineStart(text, at - 1);
    const line = text.slice(at, lineEnd(text, at));
    if (!isCommentOrBlank(line)) return line;
  }
  return undefined;
}

/** Each `...` after a document that is removed, unless what follows would then become part of what is above. */
function endMarker({ page }: Manifest, start: number, end: number): readonly Edit[] {
  const { text } = page;
  const markers: Edit[] = [];
  let at = end;
  for (; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const marker = /^\.\.\.(?:[ \t]*\r?\n?$|[ \t]+(?=#))/.exec(line)?.[0];
    if (marker !== undefined) markers.push({ page, start: at, end: at + marker.length, text: '' });
    else if (!isCommentOrBlank(line)) break;
  }
  const next = at < text.length ? text.slice(at, at + 4) : '---';
  const before = contentAbove(text, start) ?? '...';
  const alone = page.slice.start === 0 || /\S/.test(text.slice(0, start));
  return isDocumentMarker(next, 0) || (alone && before.startsWith('...')) ? markers : [];
}

/** The end of `---` with its line, or with its tags and anchors only if a comment follows. */
function markerEnd(text: string, marker: number): number {
  const gap = /^---(?:[ \t]+[!&][^ \t\r\n]*)*[ \t]*/.exec(text.slice(marker))?.[0].length ?? 3;
  const after = text.slice(marker + gap, lineEnd(text, marker));
  return after.trim() === '' ? lineEnd(text, marker) : marker + gap;
}

function blankEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text.slice(end, lineEnd(text, end)).trim() === '') end = lineEnd(text, end);
  return end;
}
