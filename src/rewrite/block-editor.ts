import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isCollection, isNode, isScalar, isSeq } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import type { Comments, Value } from '../yaml/print.ts';
import { printBlock, printFlow, printLeaf } from '../yaml/print.ts';
import type { Page } from '../yaml/read.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Editor, PairPlace } from './editor.ts';
import { commentsAfterDash, dashOf, endOfBlankText, entryEnd, outdentComments } from './kept-comments.ts';
import { layoutOf } from './layout.ts';
import {
  columnOf,
  contentEnd,
  endOfValue,
  isFlow,
  isMissing,
  lineEnd,
  lineStart,
  mapColumn,
  propertiesOf,
  propertiesStart,
  separatorEnd,
  tokenEnd,
  withoutLineEnd,
} from './positions.ts';
import { flowOf, lineEndOf, outerOf, styleOf } from './style.ts';

/** Changes collections that are written in lines. */
export const blockEditor: Editor = {
  hasLines: true,

  print: (manifest, value, comments) => printBlock(value, styleOf(manifest), layoutOf(manifest).column, comments),

  end: (manifest) => withoutLineEnd(manifest.page.text, layoutOf(manifest).end),

  addKey(manifest, map, key, { value, comments }) {
    const { text } = manifest.page;
    const column = mapColumn(text, map);
    const lines = ' '.repeat(column) + printBlock({ [key]: value }, styleOf(manifest), column, comments);
    return [insertLines(manifest, mapEnd(text, map), lines)];
  },

  setValue(manifest, _map, place, { value, comments }) {
    const old: unknown = place.pair.value;
    return isFlow(old) && isFilled(old) && isFilled(value)
      ? [flowValue(manifest, place.pair, old as YAMLSeq.Parsed, value)]
      : setBlockValue(manifest, place, value, comments);
  },

  removePair({ page }, _map, pair) {
    const start = lineStart(page.text, (pair.key as Node).range?.[0] ?? 0);
    return [{ page, start, end: contentEnd(page.text, pair), text: '' }];
  },

  addEntries(manifest, list, values) {
    const { text } = manifest.page;
    const column = columnOf(text, list.range[0]);
    const lines = ' '.repeat(column) + printBlock(values, styleOf(manifest), column);
    return [insertLines(manifest, contentEnd(text, list), lines)];
  },

  insertAfter(manifest, printed, isOpen) {
    const { page, node } = manifest;
    const { text } = page;
    const dash = dashOf(manifest);
    const column = columnOf(text, dash);
    const eol = lineEndOf(page, manifest.start);
    const ownLine = lineStart(text, node.range[0]) !== lineStart(text, dash);
    const at = mapColumn(text, node);
    const lead = `${' '.repeat(column)}-${ownLine ? eol + ' '.repeat(at) : ' '.repeat(at - column - 1)}`;
    const lines = printed.map((one) => lead + one).join(lineEndOf(page, node.range[0]));
    return [insertLines(manifest, entryEnd(text, contentEnd(text, node), column), lines, isOpen)];
  },

  removeEntries(list, gone, { withComments }) {
    const [first] = gone;
    const end = first !== undefined && gone.length === list.items.length ? [listEnd(list, first)] : [];
    return [...end, ...gone.flatMap((one) => removeEntry(one, withComments))];
  },
};

/** Whole lines at an offset where a line begins, or after a last line that has no end: then none is added either. */
export function insertLines(manifest: Manifest, at: number, lines: string, isOpen = false): Edit {
  const { page } = manifest;
  const eol = lineEndOf(page, manifest.start);
  const open = at > 0 && page.text[at - 1] !== '\n';
  return { page, start: at, end: at, text: open ? eol + lines : isOpen ? lines : lines + eol };
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isCollection(value) && value.items.length > 0;
}

/** A flow list stays one. */
function flowValue(manifest: Manifest, pair: Pair, old: YAMLSeq.Parsed, value: Value): Edit {
  const { page } = manifest;
  const layout = flowOf(page.text, old, lineEndOf(page, manifest.start));
  const text = printFlow(value, layout, outerOf(manifest, old));
  return { page, start: propertiesStart(pair, old), end: tokenEnd(old), text };
}

function setBlockValue(
  manifest: Manifest,
  { pair, colon }: PairPlace,
  value: Value,
  comments: Comments,
): readonly Edit[] {
  const { page } = manifest;
  const { text } = page;
  const printed = printValue(manifest, pair, value, comments);
  const isInline = printed.startsWith(' ');
  const end = endOnKeyLine(text, { pair, colon });
  if (end !== undefined) {
    const gone = { page, start: colon, end, text: isInline ? printed : '' };
    return isInline ? [gone] : [gone, insertAtLineEnd(manifest, end, printed)];
  }
  const old = pair.value as Node;
  const start = lineStart(text, old.range?.[0] ?? colon);
  const below = withoutLineEnd(text, contentEnd(text, old));
  const properties = removedProperties(page, pair, start);
  if (isInline)
    return [
      { page, start: colon, end: colon, text: printed },
      ...properties,
      { page, start, end: lineEnd(text, below), text: '' },
    ];
  const lines = printed.slice(lineEndOf(page, manifest.start).length);
  return [...properties, { page, start, end: below, text: lines }];
}

/** Where the value of a pair ends that begins on the line of its key, or is missing; undefined for lines of their own. */
function endOnKeyLine(text: string, { pair, colon }: PairPlace): number | undefined {
  const old = pair.value;
  if (!isNode(old) || isMissing(old)) return separatorEnd(pair);
  const isOnKeyLine = lineStart(text, old.range?.[0] ?? 0) === lineStart(text, colon);
  return isOnKeyLine && (isFlow(old) || isScalar(old) || isAlias(old)) ? endOfValue(text, old) : undefined;
}

/** ` value` on the key's line, or a line end and the lines of a collection below the key. */
function printValue(manifest: Manifest, pair: Pair, value: Value, comments: Comments): string {
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

/** Takes out the anchor and the tag of a value that are above its first line, after the key or on lines of their own. */
function removedProperties(page: Page, pair: Pair, first: number): readonly Edit[] {
  const { text } = page;
  return propertiesOf(pair).flatMap(({ offset, source }) => {
    if (offset >= first) return [];
    const end = offset + source.length;
    const start = lineStart(text, offset) + text.slice(lineStart(text, offset), offset).trimEnd().length;
    const isAlone = start === lineStart(text, offset) && text.slice(end, lineEnd(text, end)).trim() === '';
    if (isAlone) return { page, start, end: lineEnd(text, end), text: '' };
    // Kubernetes' reader refuses a tab before a comment at the start of a line.
    const tabs = /^[ \t]*\t[ \t]*(?=#)/.exec(text.slice(end, lineEnd(text, end)))?.[0] ?? '';
    return { page, start, end: end + tabs.length, text: tabs === '' ? '' : ' ' };
  });
}

/** Inserts text that starts with a line end at the end of the line that holds an offset, after its comment. */
function insertAtLineEnd({ page }: Manifest, offset: number, text: string): Edit {
  const at = withoutLineEnd(page.text, lineEnd(page.text, offset));
  return { page, start: at, end: at, text };
}

/** The end of a mapping; of one that ends in a list, after the comments of its last entry, as for the next entry. */
function mapEnd(text: string, map: YAMLMap.Parsed): number {
  const end = contentEnd(text, map);
  const last = map.items.at(-1)?.value;
  return isSeq(last) && !isFlow(last) ? entryEnd(text, end, columnOf(text, last.range[0])) : end;
}

/** Removes an entry with its dash; comments between the dash and its first token are kept, unless they go with it. */
export function removeEntry(manifest: Manifest, withComments: boolean): readonly Edit[] {
  const { page, node } = manifest;
  const dash = dashOf(manifest);
  const content = contentEnd(page.text, node);
  const end = withComments ? entryEnd(page.text, content, columnOf(page.text, dash)) : content;
  const comments = withComments ? [] : commentsAfterDash(page.text, dash, node.range[0]);
  if (comments.length === 0)
    return [
      { page, start: lineStart(page.text, dash), end: endOfBlankText(manifest, end), text: '' },
      ...outdentComments(manifest, [[end, page.text.length]], columnOf(page.text, dash)),
    ];
  const indent = ' '.repeat(columnOf(page.text, dash));
  const starts = [dash, ...comments.map(([, after]) => after)];
  return starts.map((start, index) => {
    const next = comments[index]?.[0];
    return { page, start, end: next ?? end, text: index === 0 || next === undefined ? '' : indent };
  });
}

/** Writes ` []` after the key of a block list of which all entries are removed, or after the anchor or tag of the list. */
function listEnd(parent: YAMLSeq.Parsed, { page, list }: Manifest): Edit {
  const pair = list && pairOf(list.node, 'items');
  const colon = pair === undefined ? parent.range[0] : separatorEnd(pair);
  return { page, start: colon, end: colon, text: ' []' };
}
