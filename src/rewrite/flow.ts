import { append } from '../collections.ts';
import type { Page } from '../yaml/read.ts';
import type { Flow } from '../yaml/print.ts';
import type { Range } from '../yaml/source.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Collection } from './positions.ts';
import { lineEnd, lineStart } from './positions.ts';
import { cutTest, partsOf, uncut, type Part } from './flow-parts.ts';

/** How a new part of a flow collection is separated from its neighbours. */
interface FlowPartLayout extends Pick<Flow, 'tightComma'> {
  /** A line end and an indentation, for a line of its own; undefined: on the line of the part before it. */
  readonly line: string | undefined;
  /** Whether a comma after the part before it is that of the new part, which ends the collection. */
  readonly isLast?: boolean;
}

/**
 * A part of a flow collection after another that ends at `end`. A comment at the end of the neighbour's line stays with
 * the neighbour.
 */
export function insertFlowPart(
  page: Page,
  end: number,
  printed: string,
  { tightComma, line, isLast = false }: FlowPartLayout,
): readonly Edit[] {
  const at = (offset: number, text: string): Edit => ({ page, start: offset, end: offset, text });
  // Some readers take `key:,` without a space for a scalar.
  const comma = page.text[end - 1] === ':' ? ' ,' : ',';
  if (line === undefined) return [at(end, `${comma}${tightComma ? '' : ' '}${printed}`)];
  const rest = /^([ \t]*,?)[ \t]+#[^\r\n]*/.exec(page.text.slice(end, lineEnd(page.text, end)));
  if (rest === null) return [at(end, `${comma}${line}${printed}`)];
  if (rest[1]?.endsWith(',') === true) return [at(end + rest[0].length, `${line}${printed}${isLast ? '' : ','}`)];
  return [at(end, comma), at(end + rest[0].length, line + printed)];
}

/** What else changes in a flow collection of which parts are removed. */
export interface FlowSurroundings {
  /** A part without a comma is put before the last ones, which are removed. */
  readonly hasNewEnd?: boolean;
  /** Whether a removed part directly follows a new one that ends in a comma. */
  readonly isFollower?: (index: number) => boolean;
  /** Edits that take other parts out, with one comma each. */
  readonly cuts?: readonly Edit[];
}

/**
 * Removes parts of a flow collection that keeps others. With each part one comma is removed: the one after it if the part is
 * among the first ones, otherwise the one before it; of a part that is alone on its lines, the whole lines.
 */
export function removeFlowParts(
  page: Page,
  collection: Collection,
  gone: ReadonlySet<number>,
  { hasNewEnd = false, isFollower = () => false, cuts = [] }: FlowSurroundings = {},
): readonly Edit[] {
  const { parts, places } = uncut(partsOf(collection), cutTest(cuts));
  const isGone = (at: number): boolean => gone.has(places[at] ?? -1);
  const found: Range[] = [];
  for (let first = 0; first < parts.length; first += 1) {
    if (!isGone(first)) continue;
    let last = first;
    while (isGone(last + 1)) last += 1;
    const run = isFollower(places[first] ?? -1)
      ? removeFollowers(page, parts, [first, last])
      : removeRun(page, parts, [first, last], hasNewEnd);
    append(found, run);
    first = last;
  }
  // A stretch that is given its whole line may reach into the next one, and then ends where that does.
  const lines = joinedStretches(found).map((one) => ownLine(page.text, one));
  const stretches = joinedStretches(lines).map((one) => ownLine(page.text, one));
  return joinedStretches(stretches).map((one) => ({ page, ...one, text: '' }));
}

/**
 * A stretch with its whole line if nothing else is there; with the white space before it if it ends its line; without the
 * indentation of its first line if something of its last line stays.
 */
function ownLine(text: string, { start, end }: Range): Range {
  if (text[end - 1] === '\n') return { start, end };
  const [line, below] = [lineStart(text, start), lineEnd(text, end)];
  const before = text.slice(line, start).trimEnd().length;
  const endsLine = below > end && text.slice(end, below).trim() === '';
  if (endsLine && line > 0 && before === 0) return { start: line, end: below };
  if (endsLine && before > 0) return { start: line + before, end };
  if (line !== start) return { start, end };
  const indentation = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + indentation, end };
}

/** Stretches of which none overlaps another: what is between two parts may belong to either. */
function joinedStretches(cuts: readonly Range[]): readonly Range[] {
  const found: Range[] = [];
  for (const { start, end } of [...cuts].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last !== undefined && start <= last.end)
      found.splice(-1, 1, { start: last.start, end: Math.max(end, last.end) });
    else found.push({ start, end });
  }
  return found;
}

/** The indexes of the first and the last of parts that are removed together. */
type PartRange = readonly [first: number, last: number];

function removeRun(
  { text }: Page,
  parts: readonly Part[],
  [first, last]: PartRange,
  hasNewEnd: boolean,
): readonly Range[] {
  const run = parts.slice(first, last + 1);
  const lines = run.map(({ start, end, next }) => ownLines(text, start, end, next));
  const [lead] = run;
  const isEnd = last === parts.length - 1 && run.at(-1)?.next === undefined;
  // The comma before them separates what stays from the new last part.
  if (isEnd && hasNewEnd)
    return run.flatMap(({ start, end, comma }, index) => [
      lines[index] ?? { start, end },
      ...(index > 0 && comma !== undefined ? [{ start: comma, end: comma + 1 }] : []),
    ]);
  // If the last part has no comma after it, the part that is last now must not have one either.
  const comma = isEnd ? lead?.comma : undefined;
  const isOnLineBefore = comma === undefined || text.slice(lineStart(text, comma), comma).trim() !== '';
  if (isOnLineBefore && lines.every((line) => line !== undefined))
    return [...(comma === undefined ? [] : [withBlanksBefore(text, comma)]), ...lines];
  if (first === 0) return run.flatMap((part, index) => withCommaAfter(text, part, parts[index + 1]));
  return run.flatMap((part, index) => withCommaBefore(text, part, parts[first + index - 1]));
}

/** Each is removed with the comma after it: the one before them is needed for what is put there. */
function removeFollowers({ text }: Page, parts: readonly Part[], [first, last]: PartRange): readonly Range[] {
  const run = parts.slice(first, last + 1);
  const lines = run.map(({ start, end, next }) => ownLines(text, start, end, next));
  if (lines.every((line) => line !== undefined)) return lines;
  return run.flatMap((part, index) => withCommaAfter(text, part, parts[first + index + 1]));
}

/** A comma with the white space before it on its line. */
function withBlanksBefore(text: string, comma: number): Range {
  let start = comma;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start -= 1;
  return { start: text[start - 1] === '\n' ? comma : start, end: comma + 1 };
}

/** A part up to the next part; if there is none, or a comment between the two, only the part and its comma. */
function withCommaAfter(text: string, { start, end, next }: Part, following: Part | undefined): readonly Range[] {
  if (next === undefined) return [{ start, end }];
  if (following !== undefined && !hasComment(text, end, following.start)) return [{ start, end: following.start }];
  const comma = { start: next, end: next + 1 };
  return hasComment(text, end, next) ? [{ start, end }, comma] : [{ start, end: comma.end }];
}

/** A part with what is between it and the one before it, unless that holds a comment. */
function withCommaBefore(text: string, part: Part, before: Part | undefined): readonly Range[] {
  const { start, end, comma, next } = part;
  if (comma === undefined || before === undefined) return [{ start, end }];
  const left = part.from ?? before.end;
  if (hasComment(text, comma, start)) {
    // A comma in the part's own last line is the only one that is left.
    const lines = next !== undefined && next < lineEnd(text, end) ? undefined : ownLines(text, start, end, undefined);
    return [withBlanksBefore(text, comma), lines ?? { start, end }];
  }
  return [{ start: hasComment(text, left, comma) ? comma : left, end }];
}

/** Whether white space and commas between two parts hold a comment. */
function hasComment(text: string, from: number, to: number): boolean {
  return text.slice(from, to).includes('#');
}

/** The lines of a part of a flow collection that hold nothing else but the comma after it and its comment. */
function ownLines(text: string, from: number, to: number, comma: number | undefined): Range | undefined {
  const start = lineStart(text, from);
  const end = lineEnd(text, to);
  if (start === 0 || text.slice(start, from).trim() !== '') return undefined;
  if (comma !== undefined && comma >= end) return undefined;
  return /^[ \t]*,?[ \t]*(?:[ \t]#.*)?\r?\n$/.test(text.slice(to, end)) ? { start, end } : undefined;
}
