import type { CST, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isCollection, isNode, isPair, isScalar } from 'yaml';
import { lineEnd, lineStart } from '../yaml/lines.ts';

export { lineEnd, lineStart } from '../yaml/lines.ts';

/** A parsed list or mapping. */
export type Collection = YAMLMap.Parsed | YAMLSeq.Parsed;

/** The offset before the line end that ends at an offset. */
export function withoutLineEnd(text: string, offset: number): number {
  if (text[offset - 1] !== '\n') return offset;
  return text[offset - 2] === '\r' ? offset - 2 : offset - 1;
}

/** The column of an offset, from 0; a byte order mark does not count. */
export function columnOf(text: string, offset: number): number {
  const start = lineStart(text, offset);
  return offset - start - (text.charCodeAt(start) === 0xfeff && offset > start ? 1 : 0);
}

/**
 * The column of a mapping's keys, or of their `? `. An anchor or tag of the first key comes before the start that the
 * library gives.
 */
export function mapColumn(text: string, map: YAMLMap.Parsed): number {
  return map.srcToken?.type === 'block-map' ? map.srcToken.indent : columnOf(text, map.range[0]);
}

/** The white space at the start of the line that holds an offset. */
export function indentationOf(text: string, offset: number): string {
  return /^\ufeff*([ \t]*)/.exec(text.slice(lineStart(text, offset), offset))?.[1] ?? '';
}

/** The offset of the dash before an entry of a list; undefined in a flow list. */
export function dashAt(list: YAMLSeq.Parsed, index: number): number | undefined {
  const token = list.srcToken?.type === 'block-seq' ? list.srcToken.items[index] : undefined;
  return token?.start.find((part) => part.type === 'seq-item-ind')?.offset;
}

/** Whether a node is written as `{…}` or `[…]`. */
export function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

/** The end of the last token of a node or pair, without comments and blank lines after it. */
export function tokenEnd(part: unknown): number {
  if (isPair(part)) return pairEnd(part);
  if (isCollection(part) && !isFlow(part)) return tokenEnd(part.items.at(-1));
  return rangeEnd(part);
}

/**
 * The end of a value that is not a block collection; for a block scalar, before the end of its last line, or of its
 * header. The range of a block scalar whose last line has only blanks and no end is one too long.
 */
export function endOfValue(text: string, value: Node): number {
  const end = Math.min(tokenEnd(value), text.length);
  if (!isScalar(value) || !value.type?.startsWith('BLOCK_')) return end;
  const header = lineEnd(text, value.range?.[0] ?? end);
  return withoutLineEnd(text, Math.max(header, end));
}

function rangeEnd(node: unknown): number {
  return (node as Node | undefined)?.range?.[1] ?? 0;
}

function pairEnd(pair: Pair): number {
  const value = pair.value as Node | null;
  if (isNode(value) && !isMissing(value)) return tokenEnd(value);
  return separatorEnd(pair);
}

/** Whether a value is a null without any text: `key:`. */
export function isMissing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    (isScalar(value) && value.value === null && value.range?.[0] === value.range?.[1])
  );
}

/** Where the value of a pair begins, its anchor and tag included. */
export function propertiesStart(pair: Pair, value: Node): number {
  return propertiesOf(pair)[0]?.offset ?? value.range?.[0] ?? 0;
}

/** The anchor and the tag of the value of a pair, in the order of the text. */
export function propertiesOf(pair: Pair): readonly CST.SourceToken[] {
  return separatorsOf(pair).filter(({ type }) => type === 'anchor' || type === 'tag');
}

/** What is between the key and the value of a pair. */
function separatorsOf(pair: Pair): readonly CST.SourceToken[] {
  return pair.srcToken?.sep ?? [];
}

/** The end of the `:` of a pair, or of the anchor or tag after it; of its key, if it has no `:`. */
export function separatorEnd(pair: Pair): number {
  const last = propertiesOf(pair).at(-1);
  return last === undefined ? (colonEnd(pair) ?? rangeEnd(pair.key)) : last.offset + last.source.length;
}

/** The end of the `:` of a pair. */
export function colonEnd(pair: Pair): number | undefined {
  const colon = separatorsOf(pair).find(({ type }) => type === 'map-value-ind');
  return colon === undefined ? undefined : colon.offset + 1;
}

/** The end of the last line of a node or pair, including its comment. */
export function contentEnd(text: string, part: unknown): number {
  const end = Math.min(tokenEnd(part), text.length);
  if (text[end - 1] !== '\n') return lineEnd(text, end);
  return endsWithLines(lastLeaf(part)) ? end : afterBlankLines(text, end);
}

/** The last value of a node or pair that is no block collection. */
export function lastLeaf(part: unknown): unknown {
  if (isPair(part)) return lastLeaf(part.value);
  if (isCollection(part) && !isFlow(part) && part.items.length > 0) return lastLeaf(part.items.at(-1));
  return part;
}

/**
 * Whether a block scalar ends where its range does: if it has text, even if only blanks, or if blank lines after it may
 * belong to it (`|+`, or a number of columns, after which spaces are text).
 */
function endsWithLines(node: unknown): boolean {
  if (!isScalar(node) || node.srcToken?.type !== 'block-scalar') return false;
  if (/[^\n]/.test(String(node.value))) return true;
  return node.srcToken.props.some((token) => token.type === 'block-scalar-header' && /[+1-9]/.test(token.source));
}

/** The end of the last line before an offset that is not blank. */
function afterBlankLines(text: string, offset: number): number {
  let end = offset;
  while (/^[ \t\r]*\n?$/.test(text.slice(lineStart(text, end - 1), end))) end = lineStart(text, end - 1);
  return end;
}
