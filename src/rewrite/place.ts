import type { Manifest } from '../manifests/manifest.ts';
import { placeIn } from '../manifests/manifest.ts';
import type { Comments, Value } from '../yaml/print.ts';
import { printBlock, printFlow } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import {
  columnOf,
  contentEnd,
  dashAt,
  indentationOf,
  isFlow,
  lineEnd,
  lineStart,
  mapColumn,
  withoutLineEnd,
} from './lines.ts';
import { insertFlowPart } from './flow.ts';
import { flowOf, lineEndOf, outerOf, styleOf } from './style.ts';

/**
 * Manifests of ours beside an existing one: the next documents of its file, which may have comments, one for each; the next
 * entries of its list. `isOpen`: the last line gets no line end, the last entry of a flow list no comma.
 */
export function insertAfter(
  manifest: Manifest,
  values: readonly Value[],
  comments: readonly (Comments | undefined)[] = [],
  isOpen = false,
): readonly Edit[] {
  if (manifest.parent === undefined) return [insertDocuments(manifest, values, comments, isOpen)];
  return isFlow(manifest.parent)
    ? insertFlowEntries(manifest, values, isOpen)
    : [insertEntries(manifest, values, isOpen)];
}

/** Replaces a manifest by a new one. Comments above it are kept; those on its own lines are given by `comments`. */
export function replaceManifest(manifest: Manifest, value: Value, comments?: Comments): Edit {
  const { page, node } = manifest;
  const start = manifest.start - (isBehindLaterMark(manifest) ? 1 : 0);
  if (isFlow(node)) return { page, start, end: node.range[1], text: printNode(manifest, value) };
  const end = withoutLineEnd(page.text, contentEnd(page.text, node));
  return { page, start, end, text: printBlock(value, styleOf(manifest), mapColumn(page.text, node), comments) };
}

/** Whether a byte order mark is before a manifest that is not at the start of its source: it goes with the manifest. */
function isBehindLaterMark({ page, start }: Manifest): boolean {
  return page.text[start - 1] === '\ufeff' && page.slice.start + start > 1;
}

/** A new value as its neighbour is written: a flow mapping beside a flow mapping, at the neighbour's column. */
function printNode(manifest: Manifest, value: Value, comments?: Comments): string {
  const { page, node } = manifest;
  if (!isFlow(node)) return printBlock(value, styleOf(manifest), mapColumn(page.text, node), comments);
  return printFlow(value, flowOf(page.text, node, lineEndOf(page, manifest.start)), outerOf(manifest, node));
}

function insertDocuments(
  manifest: Manifest,
  values: readonly Value[],
  comments: readonly (Comments | undefined)[],
  isOpen: boolean,
): Edit {
  const { page, node } = manifest;
  const { text } = page;
  const eol = lineEndOf(page, manifest.start);
  const printed = values.map((value, index) => printNode(manifest, value, comments[index]));
  if (page.slice.part === 'json') return insert(manifest, node.range[1], printed.map((one) => eol + one).join(''));
  const end = documentEnd(text, contentEnd(text, node));
  const lead = indentationOf(text, node.range[0]);
  return insertLines(manifest, end, printed.map((one) => `---${eol}${lead}${one}`).join(eol), isOpen);
}

/** The end of the last line of a document that is not blank, including comments after its content. */
function documentEnd(text: string, content: number): number {
  let end = content;
  for (let at = content; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (/^(?:---|\.\.\.)(?:[ \t\r\n]|$)/.test(line)) break;
    if (line.trim() !== '') end = lineEnd(text, at);
  }
  return end;
}

function insertEntries(manifest: Manifest, values: readonly Value[], isOpen: boolean): Edit {
  const { page, node } = manifest;
  const { text } = page;
  const column = columnOf(text, dashOf(manifest));
  return insertLines(
    manifest,
    entryEnd(text, contentEnd(text, node), column),
    values.map((value) => printBlockEntry(manifest, value, column)).join(lineEndOf(page, node.range[0])),
    isOpen,
  );
}

function printBlockEntry(manifest: Manifest, value: Value, column: number): string {
  const { page, node } = manifest;
  const dash = dashOf(manifest);
  const eol = lineEndOf(page, manifest.start);
  const ownLine = lineStart(page.text, node.range[0]) !== lineStart(page.text, dash);
  const at = mapColumn(page.text, node);
  const lead = `${' '.repeat(column)}-${ownLine ? eol + ' '.repeat(at) : ' '.repeat(at - column - 1)}`;
  return isFlow(node)
    ? lead + printFlow(value, flowOf(page.text, node, eol), outerOf(manifest, node))
    : lead + printBlock(value, styleOf(manifest), at);
}

/** The offset of the dash of an entry of a block list. */
export function dashOf(manifest: Manifest): number {
  const { parent, node } = manifest;
  const dash = parent && dashAt(parent, placeIn(parent, node));
  return dash ?? node.range[0] - 2;
}

/** The end of an entry, including comments after it that are indented like its content. */
function entryEnd(text: string, content: number, dash: number): number {
  let end = content;
  for (let at = content; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const comment = /^([ ]*)#/.exec(line);
    if (comment === null || (comment[1]?.length ?? 0) <= dash) break;
    end = lineEnd(text, at);
  }
  return end;
}

/** Whether what is put behind an entry of a flow list is behind the comma and the comment of that entry. */
export function isPutBehindComma({ page: { text }, node, parent }: Manifest): boolean {
  const [start, end] = node.range;
  const first = lineStart(text, start);
  if (!isFlow(parent) || first === 0 || text.slice(first, start).trim() !== '') return false;
  return /^[ \t]*,[ \t]+#/.test(text.slice(end, lineEnd(text, end)));
}

function insertFlowEntries(manifest: Manifest, values: readonly Value[], isOpen: boolean): readonly Edit[] {
  const { page, node } = manifest;
  const [start, end] = node.range;
  const { text } = page;
  const before = text.slice(lineStart(text, start), start);
  const layout = flowOf(text, node, '\n');
  const isOwnLine = /^\ufeff?[ \t]*$/.test(before) && lineStart(text, start) > 0;
  const line = isOwnLine ? lineEndOf(page, start) + before : undefined;
  const separator = `,${line ?? (layout.tightComma ? '' : ' ')}`;
  const printed = values.map((value) => printNode(manifest, value)).join(separator);
  return insertFlowPart(page, end, printed, layout, line, isOpen);
}

/** Whole lines at an offset where a line begins, or after a last line that has no end: then none is added either. */
function insertLines(manifest: Manifest, at: number, lines: string, isOpen: boolean): Edit {
  const { page } = manifest;
  const eol = lineEndOf(page, manifest.start);
  const open = at > 0 && page.text[at - 1] !== '\n';
  return insert(manifest, at, open ? eol + lines : isOpen ? lines : lines + eol);
}

function insert(manifest: Manifest, at: number, text: string): Edit {
  return { page: manifest.page, start: at, end: at, text };
}
