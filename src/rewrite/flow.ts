import type { Pair, YAMLMap } from 'yaml';
import type { Page } from '../yaml/read.ts';
import type { Flow } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import { lineEnd, lineStart, tokenEnd } from './lines.ts';

/**
 * A part of a flow collection after another that ends at `end`: on the same line, or on a line of its own where `line`
 * (a line end and an indentation) is given. A comment at the end of the neighbour's line stays with the neighbour.
 */
export function insertFlowPart(
  page: Page,
  end: number,
  printed: string,
  layout: Pick<Flow, 'tightComma'>,
  line?: string,
): readonly Edit[] {
  const at = (offset: number, text: string): Edit => ({ page, start: offset, end: offset, text });
  // Without a space to some readers `key:,` is a scalar.
  const comma = page.text[end - 1] === ':' ? ' ,' : ',';
  if (line === undefined) return [at(end, `${comma}${layout.tightComma ? '' : ' '}${printed}`)];
  const rest = /^([ \t]*,?)[ \t]+#[^\r\n]*/.exec(page.text.slice(end, lineEnd(page.text, end)));
  if (rest === null) return [at(end, `${comma}${line}${printed}`)];
  if (rest[1]?.endsWith(',') === true) return [at(end + rest[0].length, `${line}${printed},`)];
  return [at(end, comma), at(end + rest[0].length, line + printed)];
}

/** The lines of a part of a flow collection that shares them with nothing but its comma and its comment. */
export function ownLines(text: string, from: number, to: number): { start: number; end: number } | undefined {
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  if (start === 0 || text.slice(start, from).trim() !== '') return undefined;
  return /^[ \t]*,?[ \t]*(?:[ \t]#.*)?\r?\n$/.test(text.slice(to, end)) ? { start, end } : undefined;
}

/** Takes a pair that begins at `start` out of a flow mapping, with its line or its comma. */
export function removeFlowPair(page: Page, map: YAMLMap.Parsed, pair: Pair, start: number): readonly Edit[] {
  const { text } = page;
  const end = tokenEnd(pair);
  const next = map.items[map.items.findIndex((item) => (item as unknown) === pair) + 1];
  const comma = pair.srcToken?.start.find((token) => token.type === 'comma')?.offset;
  const own = ownLines(text, start, end);
  if (own === undefined) {
    return [
      next === undefined
        ? { page, start: comma ?? start, end, text: '' }
        : { page, start, end: next.key.range[0], text: '' },
    ];
  }
  const lines = { page, ...own, text: '' };
  const isLast = next === undefined && comma !== undefined && !/^\s*,/.test(text.slice(end));
  return isLast ? [{ page, start: comma, end: comma + 1, text: '' }, lines] : [lines];
}
