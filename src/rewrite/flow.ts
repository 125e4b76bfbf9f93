import type { Node } from 'yaml';
import { isPair } from 'yaml';
import type { Page } from '../yaml/read.ts';
import type { Flow } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Collection } from './lines.ts';
import { lineEnd, lineStart, tokenEnd } from './lines.ts';

/**
 * A part of a flow collection after another that ends at `end`: on the same line, or on a line of its own where `line`
 * (a line end and an indentation) is given. A comment at the end of the neighbour's line stays with the neighbour. `isLast`: a
 * comma behind the neighbour is that of the new part, which ends the collection.
 */
export function insertFlowPart(
  page: Page,
  end: number,
  printed: string,
  layout: Pick<Flow, 'tightComma'>,
  line?: string,
  isLast = false,
): readonly Edit[] {
  const at = (offset: number, text: string): Edit => ({ page, start: offset, end: offset, text });
  // Some readers take `key:,` without a space for a scalar.
  const comma = page.text[end - 1] === ':' ? ' ,' : ',';
  if (line === undefined) return [at(end, `${comma}${layout.tightComma ? '' : ' '}${printed}`)];
  const rest = /^([ \t]*,?)[ \t]+#[^\r\n]*/.exec(page.text.slice(end, lineEnd(page.text, end)));
  if (rest === null) return [at(end, `${comma}${line}${printed}`)];
  if (rest[1]?.endsWith(',') === true) return [at(end + rest[0].length, `${line}${printed}${isLast ? '' : ','}`)];
  return [at(end, comma), at(end + rest[0].length, line + printed)];
}

/** An entry or pair of a flow collection, with its anchor and tag, and the commas around it. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly comma?: number;
  readonly next?: number;
  /** Where the text before it begins that no edit takes out, if not at the end of the part before it. */
  readonly from?: number;
}

/** The parts of a flow collection; a comma after the last one is optional. */
function partsOf(collection: Collection): readonly Part[] {
  const tokens = collection.srcToken?.type === 'flow-collection' ? collection.srcToken.items : [];
  const commaAt = (index: number): number | undefined =>
    tokens[index]?.start.find(({ type }) => type === 'comma')?.offset;
  return collection.items.map((item, index) => {
    const node: Node = isPair(item) ? item.key : item;
    const sign = tokens[index]?.start.find(({ type }) => /^(?:anchor|tag|explicit-key-ind)$/.test(type));
    const [comma, next] = [commaAt(index), commaAt(index + 1)];
    return {
      start: sign?.offset ?? node.range?.[0] ?? 0,
      end: tokenEnd(item),
      ...(comma !== undefined && { comma }),
      ...(next !== undefined && { next }),
    };
  });
}

/** Whether a comma is behind the last part of a flow collection. */
export function hasLastComma({ srcToken, items }: Collection): boolean {
  const token = srcToken?.type === 'flow-collection' ? srcToken.items[items.length] : undefined;
  return token?.start.some(({ type }) => type === 'comma') === true;
}

/**
 * Takes parts out of a flow collection of which others stay. Each goes with one comma: of those that lead it with the one
 * behind them, of the others with the one before them, save where they have their lines, commas included, for themselves.
 * `hasNewEnd`: a part without a comma is put before the last ones, which go. `cuts`: edits that take other parts out, with
 * one comma each.
 */
export function removeFlowParts(
  page: Page,
  collection: Collection,
  gone: ReadonlySet<number>,
  { hasNewEnd = false, cuts = [] }: { readonly hasNewEnd?: boolean; readonly cuts?: readonly Edit[] } = {},
): readonly Edit[] {
  const { parts, places } = uncut(partsOf(collection), cutTest(cuts));
  const goes = (at: number): boolean => gone.has(places[at] ?? -1);
  const found: Stretch[] = [];
  for (let first = 0; first < parts.length; first += 1) {
    if (!goes(first)) continue;
    let last = first;
    while (goes(last + 1)) last += 1;
    found.push(...removeRun(page, parts, first, last, hasNewEnd));
    first = last;
  }
  return merged(found).map((one) => ({ page, ...indented(page.text, one), text: '' }));
}

/** Tells whether a character of a page is taken out by one of some edits of it, which do not overlap. */
export function cutTest(edits: readonly Edit[]): (offset: number) => boolean {
  const cuts = [...edits].sort((a, b) => a.start - b.start);
  let at = 0;
  return (offset) => {
    while (at > 0 && (cuts[at]?.start ?? Infinity) > offset) at -= 1;
    while ((cuts[at]?.end ?? Infinity) <= offset) at += 1;
    return (cuts[at]?.start ?? Infinity) <= offset;
  };
}

/** The parts that are not cut, each with the comma that is left before and behind it, and their places. */
function uncut(
  all: readonly Part[],
  isCut: (offset: number) => boolean,
): { readonly parts: readonly Part[]; readonly places: readonly number[] } {
  const parts: Part[] = [];
  const places: number[] = [];
  let commas: number[] = [];
  let from: number | undefined;
  for (const [place, part] of all.entries()) {
    if (part.comma !== undefined) commas.push(part.comma);
    if (isCut(part.start)) {
      from = part.end;
      continue;
    }
    const comma = commas.find((one) => !isCut(one));
    const before = parts.pop();
    if (before !== undefined) parts.push(withCommas(before, before.comma, comma));
    const free = from !== undefined && comma !== undefined && comma >= from ? { from } : {};
    parts.push({ ...withCommas(part, comma, part.next), ...free });
    places.push(place);
    commas = [];
    from = undefined;
  }
  const last = parts.pop();
  const end = [...commas, all.at(-1)?.next ?? -1].find((one) => one >= 0 && !isCut(one));
  if (last !== undefined) parts.push(withCommas(last, last.comma, end));
  return { parts, places };
}

function withCommas(part: Part, comma: number | undefined, next: number | undefined): Part {
  const { start, end, from } = part;
  return {
    start,
    end,
    ...(from !== undefined && { from }),
    ...(comma !== undefined && { comma }),
    ...(next !== undefined && { next }),
  };
}

/** A stretch without the indentation of its first line where something of its last line stays. */
function indented(text: string, { start, end }: Stretch): Stretch {
  if (text[start - 1] !== '\n' || text[end - 1] === '\n') return { start, end };
  const below = lineEnd(text, end);
  if (text.slice(end, below).trim() === '') return { start, end: below };
  const indentation = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + indentation, end };
}

/** Stretches of which none overlaps another: what is between two parts may belong to either. */
function merged(cuts: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last !== undefined && start < last.end)
      found.splice(-1, 1, { start: last.start, end: Math.max(end, last.end) });
    else found.push({ start, end });
  }
  return found;
}

function removeRun(
  { text }: Page,
  parts: readonly Part[],
  first: number,
  last: number,
  hasNewEnd: boolean,
): readonly Stretch[] {
  const run = parts.slice(first, last + 1);
  const lines = run.map(({ start, end, next }) => ownLines(text, start, end, next));
  const [lead] = run;
  const isEnd = last === parts.length - 1 && run.at(-1)?.next === undefined;
  // The comma before them parts what stays from the new last part.
  if (isEnd && hasNewEnd)
    return run.flatMap(({ start, end, comma }, index) => [
      lines[index] ?? { start, end },
      ...(index > 0 && comma !== undefined ? [{ start: comma, end: comma + 1 }] : []),
    ]);
  // Without a comma behind the last part there is to be none behind the one that is last now.
  const comma = isEnd ? lead?.comma : undefined;
  const isOnLineBefore = comma === undefined || text.slice(lineStart(text, comma), comma).trim() !== '';
  if (isOnLineBefore && lines.every((line) => line !== undefined))
    return [...(comma === undefined ? [] : [withBlanksBefore(text, comma)]), ...lines];
  if (first === 0) return run.flatMap((part, index) => withCommaBehind(text, part, parts[index + 1]));
  return run.flatMap((part, index) => withCommaBefore(text, part, parts[first + index - 1]));
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A comma with the white space before it on its line. */
function withBlanksBefore(text: string, comma: number): Stretch {
  let start = comma;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
  return { start: text[start - 1] === '\n' ? comma : start, end: comma + 1 };
}

/** A leading part up to the next part; if there is a comment between the two, only the part and its comma. */
function withCommaBehind(text: string, { start, end, next }: Part, following: Part | undefined): readonly Stretch[] {
  if (next === undefined || following === undefined) return [{ start, end }];
  if (!hasComment(text, end, following.start)) return [{ start, end: following.start }];
  const comma = { start: next, end: next + 1 };
  return hasComment(text, end, next) ? [{ start, end }, comma] : [{ start, end: comma.end }];
}

/** A part with what is between it and the one before it, unless that holds a comment. */
function withCommaBefore(text: string, part: Part, before: Part | undefined): readonly Stretch[] {
  const { start, end, comma, next } = part;
  if (comma === undefined || before === undefined) return [{ start, end }];
  const left = part.from ?? before.end;
  if (hasComment(text, comma, start)) {
    // A comma in the part's own last line is the only one that is left.
    const lines = next !== undefined && next < lineEnd(text, end) ? undefined : ownLines(text, start, end, undefined);
    return [withBlanksBefore(text, comma), lines ?? { start, end }];
  }
  if (!hasComment(text, left, comma)) return [{ start: left, end }];
  const [line, below] = [lineStart(text, comma), lineEnd(text, end)];
  const isAlone = text.slice(line, comma).trim() === '' && text.slice(end, below).trim() === '';
  return [isAlone ? { start: line, end: below } : { start: comma, end }];
}

/** Whether white space and commas between two parts hold a comment. */
function hasComment(text: string, from: number, to: number): boolean {
  return text.slice(from, to).includes('#');
}

/** The lines of a part of a flow collection that hold nothing else but the comma after it and its comment. */
function ownLines(text: string, from: number, to: number, comma: number | undefined): Stretch | undefined {
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  if (start === 0 || text.slice(start, from).trim() !== '') return undefined;
  if (comma !== undefined && comma >= end) return undefined;
  return /^[ \t]*,?[ \t]*(?:[ \t]#.*)?\r?\n$/.test(text.slice(to, end)) ? { start, end } : undefined;
}
