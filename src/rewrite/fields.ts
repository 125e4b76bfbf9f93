import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isCollection, isMap, isNode, isScalar } from 'yaml';
import { field } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Comments, Value } from '../yaml/print.ts';
import { printBlock, printFlow, printFlowKey, printLeaf } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { commentsOf } from './comments.ts';
import { insertFlowPart, removeFlowParts } from './flow.ts';
import { pairOf } from '../manifests/nodes.ts';
import {
  colonEnd,
  columnOf,
  contentEnd,
  indentationOf,
  isFlow,
  isMissing,
  lineEnd,
  lineStart,
  mapColumn,
  separatorEnd,
  tokenEnd,
  endOfValue,
  withoutLineEnd,
} from './lines.ts';
import { isReferred } from './references.ts';
import { flowOf, indented, lineEndOf, outerOf, ownOuter, styleOf } from './style.ts';

/**
 * Sets the value of a key of a mapping: replaces the value, or adds the key at the end; with remarks for the lines of a
 * value that is printed as a block. Returns undefined if that is not possible.
 */
export function setKey(
  manifest: Manifest,
  map: YAMLMap.Parsed,
  key: string,
  value: Value,
  remarks: readonly Remark[] = [],
): readonly Edit[] | undefined {
  const pair = pairOf(map, key);
  if (pair !== undefined) return setValue(manifest, map, pair, value, remarks);
  // An alias among the keys may be this one: then there would be two of it.
  if (map.items.some((item) => isAlias(item.key))) return undefined;
  return addKey(
    manifest,
    map,
    key,
    value,
    commentsOf(remarks.map((remark) => ({ ...remark, path: `/${key}${remark.path}` }))),
  );
}

/** Whether the value of a key, where it is set, is printed as a block, whose lines have room for comments. */
export function isPrintedAsBlock(map: YAMLMap.Parsed, key: string): boolean {
  const old = pairOf(map, key)?.value;
  return !isFlow(map) && !(isCollection(old) && isFlow(old) && old.items.length > 0);
}

/** A new last key. A mapping written as `{}` inside block YAML cannot take one: give its own key a value instead. */
function addKey(
  manifest: Manifest,
  map: YAMLMap.Parsed,
  key: string,
  value: Value,
  comments: Comments,
): readonly Edit[] {
  const { page } = manifest;
  const { text } = page;
  if (isFlow(map)) return addFlowKey(manifest, map, key, value);
  const column = mapColumn(text, map);
  const lines = ' '.repeat(column) + printBlock({ [key]: value }, styleOf(manifest), column, comments);
  return [insertLinesBelow(manifest, contentEnd(text, map), lines)];
}

function addFlowKey(manifest: Manifest, map: YAMLMap.Parsed, key: string, value: Value): readonly Edit[] {
  const { page } = manifest;
  const eol = lineEndOf(page, manifest.start);
  const layout = flowOf(page.text, map.items.length > 0 ? map : manifest.node, eol);
  const last = map.items.at(-1);
  if (last === undefined) {
    const text = printFlow({ [key]: value }, layout, outerOf(manifest, map));
    return [{ page, start: map.range[0], end: map.range[1], text }];
  }
  const indentation = indented(manifest, map.range[0], ownOuter(page.text, map) + layout.unit);
  const printed = `${printFlowKey(key, layout)}${printFlow(value, layout, indentation)}`;
  return insertFlowPart(page, tokenEnd(last), printed, layout, layout.unit === '' ? undefined : eol + indentation);
}

/** Adds entries at the end of a list that has some. */
export function appendEntries(manifest: Manifest, list: YAMLSeq.Parsed, values: readonly Value[]): readonly Edit[] {
  const { page } = manifest;
  const { text } = page;
  if (!isFlow(list)) {
    const column = columnOf(text, list.range[0]);
    const lines = ' '.repeat(column) + printBlock(values, styleOf(manifest), column);
    return [insertLinesBelow(manifest, contentEnd(text, list), lines)];
  }
  const layout = flowOf(text, list, lineEndOf(page, manifest.start));
  const indentation = indented(manifest, list.range[0], ownOuter(text, list) + layout.unit);
  const line = layout.unit === '' ? undefined : layout.eol + indentation;
  const space = line ?? (layout.tightComma ? '' : ' ');
  const printed = values.map((value) => printFlow(value, layout, indentation)).join(`,${space}`);
  return insertFlowPart(page, tokenEnd(list.items.at(-1)), printed, layout, line);
}

/** Replaces the value of a pair. Returns undefined if an alias outside refers to an anchor inside the old value. */
export function setValue(
  manifest: Manifest,
  map: YAMLMap.Parsed,
  pair: Pair,
  value: Value,
  remarks: readonly Remark[] = [],
): readonly Edit[] | undefined {
  const { page } = manifest;
  const colon = colonEnd(pair);
  if (colon === undefined || isReferred(manifest, pair) || isExplicit(pair)) return undefined;
  const old = pair.value as Node | null;
  if (isFlow(map)) {
    const model = isCollection(old) && old.items.length > 0 ? old : map;
    const layout = flowOf(page.text, model, lineEndOf(page, manifest.start));
    const text = printFlow(
      value,
      layout,
      model === map ? indented(manifest, colon, indentationOf(page.text, colon)) : outerOf(manifest, model),
    );
    if (!isNode(old) || isMissing(old))
      return [{ page, start: colon, end: separatorEnd(pair) ?? colon, text: ` ${text}` }];
    return [{ page, start: propsStart(pair, old), end: tokenEnd(old), text }];
  }
  return setBlockValue(manifest, pair, colon, value, commentsOf(remarks));
}

function setBlockValue(
  manifest: Manifest,
  pair: Pair,
  colon: number,
  value: Value,
  comments: Comments,
): readonly Edit[] | undefined {
  const { page } = manifest;
  const { text } = page;
  const old = pair.value as Node | null;
  const missing = !isNode(old) || isMissing(old);
  if (isCollection(old) && isFlow(old) && old.items.length > 0 && Array.isArray(value) && value.length > 0) {
    const printed = printFlow(
      value as Value,
      flowOf(text, old, lineEndOf(page, manifest.start)),
      outerOf(manifest, old),
    );
    return [{ page, start: propsStart(pair, old), end: tokenEnd(old), text: printed }];
  }
  const printed = blockValue(manifest, pair, value, comments);
  const inline = printed.startsWith(' ');
  const onKeyLine = missing || lineStart(text, old.range?.[0] ?? 0) === lineStart(text, colon);
  const oldEnd = missing
    ? (separatorEnd(pair) ?? colon)
    : isFlow(old) || isScalar(old) || isAlias(old)
      ? endOfValue(text, old)
      : undefined;
  if (oldEnd === undefined || !onKeyLine) {
    const start = missing ? colon : lineStart(text, old.range?.[0] ?? colon);
    const end = missing ? colon : withoutLineEnd(text, contentEnd(text, old));
    if (inline)
      return [
        { page, start: colon, end: colon, text: printed },
        { page, start, end: lineEnd(text, end), text: '' },
      ];
    return [
      ...dropProps(manifest, pair, colon),
      { page, start, end, text: printed.slice(lineEndOf(page, manifest.start).length) },
    ];
  }
  const gone = { page, start: colon, end: oldEnd, text: inline ? printed : '' };
  return inline ? [gone] : [gone, insertAtLineEnd(manifest, oldEnd, printed)];
}

/** ` value` on the key's line, or a line end and the lines of a collection below the key. */
function blockValue(manifest: Manifest, pair: Pair, value: Value, comments: Comments): string {
  const style = styleOf(manifest);
  if (typeof value !== 'object' || value === null) return ` ${printLeaf(value, style.quote)}`;
  const column = columnOf(manifest.page.text, (pair.key as Node).range?.[0] ?? 0);
  if (Array.isArray(value)) {
    if (value.length === 0) return ' []';
    const at = column + style.dash;
    return style.eol + ' '.repeat(at) + printBlock(value as Value, style, at, comments);
  }
  if (Object.keys(value).length === 0) return ' {}';
  const at = column + style.indent;
  return style.eol + ' '.repeat(at) + printBlock(value, style, at, comments);
}

function dropProps({ page }: Manifest, pair: Pair, colon: number): readonly Edit[] {
  const end = separatorEnd(pair) ?? colon;
  return end > colon ? [{ page, start: colon, end, text: '' }] : [];
}

function propsStart(pair: Pair, old: Node): number {
  const props = pair.srcToken?.sep?.find((token) => token.type === 'anchor' || token.type === 'tag');
  return props?.offset ?? old.range?.[0] ?? 0;
}

/** Whether a key is written with `? `: then its value is on a line of its own. */
function isExplicit(pair: Pair): boolean {
  return pair.srcToken?.start.some((token) => token.type === 'explicit-key-ind') === true;
}

/** Whether a mapping has a merge key, whose value may hold any other key too. */
function isMerged(map: YAMLMap.Parsed): boolean {
  return map.items.some(({ key }) => isScalar(key) && typeof key.value === 'symbol');
}

/** Takes a pair out of its mapping; the caller makes sure that another one stays. */
export function removePair(manifest: Manifest, map: YAMLMap.Parsed, pair: Pair): readonly Edit[] | undefined {
  if (isReferred(manifest, pair) || isExplicit(pair) || isMerged(map)) return undefined;
  const { page } = manifest;
  const start = (pair.key as Node).range?.[0] ?? 0;
  if (!isFlow(map)) return [{ page, start: lineStart(page.text, start), end: contentEnd(page.text, pair), text: '' }];
  return removeFlowParts(page, map, new Set([map.items.findIndex((item) => (item as unknown) === pair)]));
}

/**
 * A value as the mapping of a key that is written in place, or what prevents it; `read` is the mapping as it is read:
 * a key that comes by a merge is elsewhere.
 */
export function ownMap(
  map: YAMLMap.Parsed,
  key: string,
  read: unknown,
): YAMLMap.Parsed | 'absent' | 'null' | 'foreign' {
  const pair = pairOf(map, key);
  if (pair === undefined) return (field(read, key) ?? null) === null ? 'absent' : 'foreign';
  const value: unknown = pair.value;
  if (isMissing(value) || (isScalar(value) && value.value === null)) return 'null';
  if (!isMap(value)) return 'foreign';
  return value.items.length === 0 && isFlow(value) && !isFlow(map) ? 'null' : (value as YAMLMap.Parsed);
}

function insertLinesBelow(manifest: Manifest, at: number, lines: string): Edit {
  const { page } = manifest;
  const eol = lineEndOf(page, manifest.start);
  const open = at > 0 && page.text[at - 1] !== '\n';
  return { page, start: at, end: at, text: open ? eol + lines : lines + eol };
}

/** Inserts text that starts with a line end at the end of the line that holds an offset, after its comment. */
function insertAtLineEnd({ page }: Manifest, offset: number, text: string): Edit {
  const at = withoutLineEnd(page.text, lineEnd(page.text, offset));
  return { page, start: at, end: at, text };
}
