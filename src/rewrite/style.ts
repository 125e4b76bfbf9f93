import type { Document, Node, Pair } from 'yaml';
import { isCollection, isMap, isPair, isScalar, isSeq, visit } from 'yaml';
import { memoisedFor } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Slice } from '../yaml/cut.ts';
import type { Page } from '../yaml/read.ts';
import type { Flow, Style } from '../yaml/print.ts';
import { pairOf } from '../manifests/nodes.ts';
import type { Collection } from './positions.ts';
import { columnOf, indentationOf, isFlow, lineEnd, lineStart } from './positions.ts';

/** The style of the text around a manifest, determined once; what it does not show is taken from its page, or else from defaults. */
export const styleOf = memoisedFor((manifest: Manifest): Style => {
  const { page, node, document, parent } = manifest;
  // The items of a ResourceList come from many files, so another item does not show the style.
  const isApart =
    page.slice.part === 'entry' || page.slice.part === 'envelope' || isKindResourceList(document.contents);
  const without = isApart && parent === undefined ? pairOf(node, 'items') : undefined;
  const own = without === undefined ? observedIn(node, page.text) : observe(node, page.text, without);
  const pageStyle = isApart || document.contents === null ? own : observedIn(document.contents, page.text);
  const dash = own.dash ?? pageStyle.dash ?? 0;
  return {
    eol: lineEndOf(page, node.range[0]),
    indent: own.indent ?? pageStyle.indent ?? 2,
    dash,
    gap: own.gap ?? pageStyle.gap ?? 2,
    quote: own.quote ?? pageStyle.quote ?? '"',
  };
});

function isKindResourceList(root: unknown): boolean {
  return isMap(root) && root.get('kind') === 'ResourceList';
}

/** The line end at an offset of a page: that of its own line, else of the line before it, in the page or its source. */
export function lineEndOf({ text, slice }: Page, offset: number): '\n' | '\r\n' {
  const end = lineEnd(text, offset);
  const at = text[end - 1] === '\n' ? end - 1 : lineStart(text, offset) - 1;
  if (at !== -1) return text[at - 1] === '\r' ? '\r\n' : '\n';
  return lineEndAround(slice);
}

/** The line end around a slice that is a single line, searched once. */
const lineEndAround = memoisedFor(({ source: { bytes }, start }: Slice): '\n' | '\r\n' => {
  const before = bytes.subarray(0, start).lastIndexOf(10);
  const near = before === -1 ? bytes.indexOf(10) : before;
  return near > 0 && bytes[near - 1] === 13 ? '\r\n' : '\n';
});

/** The style of a document or a list, determined once for all its manifests. */
const observedIn = memoisedFor((node: Node, text: string) => observe(node, text));

interface Observed {
  indent?: number;
  dash?: number;
  gap?: number;
  quote?: '"' | "'";
}

function observe(node: Node, text: string, without?: Pair): Observed {
  const seen: Observed = {};
  visit(node, {
    Pair: (_, pair) => {
      if (pair === without || isOfPipeline(pair)) return visit.SKIP;
      observePair(text, pair, seen);
      return undefined;
    },
    Scalar: (_, scalar) => {
      if (scalar.type === 'QUOTE_SINGLE') seen.quote ??= "'";
      if (scalar.type === 'QUOTE_DOUBLE') seen.quote ??= '"';
    },
  });
  return seen;
}

/** Whether kpt, Kustomize or Helm 4 wrote a pair, which then shows their style, not that of the file. */
function isOfPipeline({ key }: Pair): boolean {
  return (
    isScalar(key) &&
    /^(?:(?:internal\.)?config\.(?:kubernetes|k8s)\.io|postrenderer\.helm\.sh)\//.test(String(key.value))
  );
}

function observePair(text: string, pair: Pair, seen: Observed): void {
  const { key, value } = pair;
  if (!isScalar(key) || !key.range || !isCollection(value) || isFlow(value) || !value.range) return;
  const columns = columnOf(text, value.range[0]) - columnOf(text, key.range[0]);
  if (isMap(value) && columns > 0) seen.indent ??= columns;
  if (isSeq(value) && columns >= 0) {
    seen.dash ??= columns;
    const gap = gapOf(text, value.items[0], value.range[0]);
    if (gap !== undefined) seen.gap ??= gap;
  }
}

function gapOf(text: string, first: unknown, dash: number): number | undefined {
  const [start, end] = (first as Node).range ?? [0, 0];
  // An empty value is right after the dash.
  if (start === end || lineStart(text, start) !== lineStart(text, dash)) return undefined;
  // An anchor or a tag comes before the start that the library gives.
  return text.slice(dash + 1, start).trim() === '' ? start - dash : undefined;
}

/** The style of a flow collection; what it does not show of JSON and spaces is that of the collection around it. */
export function flowOf(text: string, node: Node, eol: '\n' | '\r\n', around = node): Flow {
  const [start, end] = node.range ?? [0, 0];
  const source = text.slice(start, end);
  return {
    json: isJsonText(node) ?? isJsonText(around) ?? false,
    unit: unitOf(text, node, start),
    eol,
    spaced: /^\{[ \t]/.test(source),
    ...spacing(text, new Set([node, around])),
  };
}

/** What follows the first colon after a quoted key and the first comma in flow collections, including nested ones. */
function spacing(text: string, nodes: ReadonlySet<Node>): Pick<Flow, 'tightColon' | 'tightComma'> {
  let colon: boolean | undefined;
  let comma: boolean | undefined;
  const isTight = (offset: number): boolean => /\S/.test(text[offset] ?? ' ');
  const look = ({ srcToken }: Node): symbol | undefined => {
    if (srcToken?.type !== 'flow-collection') return undefined;
    for (const { start, key, sep } of srcToken.items) {
      const separator = start.find(({ type }) => type === 'comma');
      if (separator !== undefined) comma ??= isTight(separator.offset + 1);
      const value = sep?.find(({ type }) => type === 'map-value-ind');
      if (key?.type === 'double-quoted-scalar' && value !== undefined) colon ??= isTight(value.offset + 1);
    }
    return colon === undefined || comma === undefined ? undefined : visit.BREAK;
  };
  for (const node of nodes) visit(node, { Collection: (_, collection) => look(collection) });
  return { tightColon: colon ?? comma ?? false, tightComma: comma ?? colon ?? false };
}

/** Whether the first string is in double quotes; undefined if there is none. */
function isJsonText(node: Node): boolean | undefined {
  const first = firstPart(node);
  if (isCollection(first)) return isJsonText(first);
  return isScalar(first) && typeof first.value === 'string' ? first.type === 'QUOTE_DOUBLE' : undefined;
}

/** The first key or entry of a collection. */
function firstPart(collection: Node): unknown {
  const first: unknown = (collection as Collection).items[0];
  return isPair(first) ? first.key : first;
}

/** The additional indentation of each level if the collection extends over several lines; '' if it does not. */
function unitOf(text: string, node: Node, start: number): string {
  const at = (firstPart(node) as Node | undefined)?.range?.[0];
  if (at === undefined || lineStart(text, at) === lineStart(text, start)) return '';
  const outer = ownOuter(text, node);
  const inner = indentationOf(text, at);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
}

/**
 * The indentation of a whole flow collection: that of the line of its closing bracket if the line starts with it, else
 * of its first line.
 */
export function ownOuter(text: string, node: Node): string {
  const [start, end] = node.range ?? [0, 0];
  const closing = text.slice(lineStart(text, end - 1), end - 1);
  if (isFlow(node) && lineStart(text, end - 1) > start && /^[ \t]*$/.test(closing)) return closing;
  const first = lineEnd(text, start);
  // A line that starts with the end of another collection does not show the indentation of this one.
  if (/^[ \t]*[\]},]/.test(text.slice(lineStart(text, start), start)) && first < end)
    return indentationOf(text, lineEnd(text, first) - 1).slice(0, -2);
  return indentationOf(text, start);
}

/** The indentation of the closing brackets of a collection that is written in the place of a node or after it. */
export function outerOf(manifest: Manifest, node: Node): string {
  return indented(manifest, node.range?.[0] ?? 0, ownOuter(manifest.page.text, node));
}

/**
 * An indentation for lines in the flow collection around an offset: right of the block that holds it (YAML 1.2,
 * s-flow-line-prefix).
 */
export function indented({ page, document }: Manifest, offset: number, indentation: string): string {
  const { text } = page;
  const holder = flowsOf(document).findLast(([start]) => start <= offset);
  return holder === undefined ? indentation : indentation.padEnd(blockColumn(text, holder[0]) + 1);
}

/** The column of the key or the dash on the line where a flow collection starts. */
function blockColumn(text: string, offset: number): number {
  const line = text.slice(lineStart(text, offset), offset).replace('\ufeff', '');
  const dashes = /^(?:[ \t]*-(?=[ \t]))*[ \t]*/.exec(line)?.[0] ?? '';
  return dashes === line ? Math.max(0, dashes.lastIndexOf('-')) : dashes.length;
}

/** The ranges of the flow collections inside block collections, in order; searched once for each document. */
const flowsOf = memoisedFor((document: Document.Parsed): readonly (readonly [number, number])[] => {
  const found: (readonly [number, number])[] = [];
  visit(document, {
    Collection: (_, node, path) => {
      if (!isFlow(node)) return undefined;
      const [start, end] = node.range ?? [0, 0];
      if (path.some(isCollection)) found.push([start, end]);
      return visit.SKIP;
    },
  });
  return found;
});
