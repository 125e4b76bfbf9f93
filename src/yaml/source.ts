import { lineStart } from './lines.ts';

/** A named piece of input, in bytes: a string would end at 512 Mi characters. */
export interface Source {
  /** As the user wrote it, with `/`; '-' is standard input. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Bytes as text, so that `encode` gives the same bytes again (a byte order mark stays). Throws TypeError on bytes that are not UTF-8. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

type IsUtf8 = (bytes: Uint8Array) => boolean;

/** Node's check, ten times faster than a decoder; a browser has none. Found on the global object, so that no bundler adds it. */
const native = (
  globalThis as { process?: { getBuiltinModule?: (name: string) => { isUtf8?: IsUtf8 } | undefined } }
).process?.getBuiltinModule?.('buffer')?.isUtf8;

/** Whether bytes are UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  if (native !== undefined) return native(bytes);
  try {
    decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Text as UTF-8 bytes. */
export function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** A position as people and editors count: both from 1, columns in UTF-16 units, a byte order mark not counted. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a source, in bytes, with another inside that is left out. */
interface Stretch {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly gap?: { readonly start: number; readonly end: number };
}

/** A stretch's text. */
interface Located {
  readonly slice: Stretch;
  readonly text: string;
}

/** The text of a stretch. Throws TypeError on bytes that are not UTF-8. */
export function textOf({ source: { bytes }, start, end, gap }: Stretch): string {
  if (gap === undefined) return decode(bytes.subarray(start, end));
  return decode(bytes.subarray(start, gap.start)) + decode(bytes.subarray(gap.end, end));
}

/** How many characters of a page stand above its gap. */
export function aboveGap({ slice: { source, start, gap }, text }: Located): number {
  return gap === undefined ? text.length : decode(source.bytes.subarray(start, gap.start)).length;
}

/** The position of an offset, in characters, of a slice's text. */
export function positionOf(page: Located, offset: number): Position {
  const { slice, text } = page;
  const { bytes } = slice.source;
  const inSource = linesOf(slice.source, (from) => bytes.indexOf(10, from));
  const { gap } = slice;
  const left = gap !== undefined && offset >= aboveGap(page) ? inSource(gap.end) - inSource(gap.start) : 0;
  const above = inSource(slice.start) + left;
  const before = linesOf(page, (from) => text.indexOf('\n', from))(offset);
  const start = lineStart(text, offset);
  const bom = text.charCodeAt(0) === 0xfeff && start === 0 && offset > 0 ? 1 : 0;
  return { line: above + before + 1, column: offset - start + 1 - bom };
}

/** Tells how many line ends stand before an offset. */
type Lines = (offset: number) => number;

/** So that a thousand findings in one source do not count its lines a thousand times. */
const counted = new WeakMap<object, Lines>();
const stride = 512;

function linesOf(owner: object, next: (from: number) => number): Lines {
  const known = counted.get(owner) ?? counter(next);
  counted.set(owner, known);
  return known;
}

/** Counts line ends, and keeps where every 512th ended. */
function counter(next: (from: number) => number): Lines {
  const marks = [0];
  // A line may be as long as its text, and hold a thousand findings: what was searched once is not searched again.
  let clear = { from: 0, to: 0 };
  const following = (at: number): number => {
    if (at < clear.from || at >= clear.to) {
      const found = next(at);
      clear = { from: at, to: found === -1 ? Infinity : found };
    }
    return clear.to;
  };
  const countTo = (offset: number, from: number): { readonly lines: number; readonly at: number } => {
    let [lines, at] = [0, from];
    for (let found = following(at); found < offset && lines < stride; found = following(at))
      [lines, at] = [lines + 1, found + 1];
    return { lines, at };
  };
  return (offset) => {
    for (let last = marks.at(-1) ?? 0; last <= offset; last = marks.at(-1) ?? 0) {
      const { lines, at } = countTo(offset, last);
      if (lines < stride) break;
      marks.push(at);
    }
    let [low, high] = [0, marks.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((marks[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low * stride + countTo(offset, marks[low] ?? 0).lines;
  };
}
