import { memoisedFor } from '../collections.ts';
import { platform } from '../platform.ts';
import { lineStart } from './lines.ts';

/** A named piece of input, in bytes: strings are limited to 512 Mi characters. */
export interface Source {
  /** As the user wrote it, with `/` as separator; '-' is standard input. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/**
 * Decodes UTF-8, so that `encode` gives the same bytes again (a byte order mark is kept). Throws TypeError if the bytes
 * are not UTF-8.
 */
export function decode(bytes: Uint8Array): string {
  return utf8Decoder.decode(bytes);
}

/** Whether bytes are UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  if (platform.isUtf8 !== undefined) return platform.isUtf8(bytes);
  try {
    decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether bytes are UTF-16 or UTF-32: with a byte order mark, or by the zeros of their first characters (YAML 1.2, 5.2).
 */
export function isWide(bytes: Uint8Array, start = 0, end = bytes.length): boolean {
  if (end - start < 2) return false;
  const first = bytes[start];
  const second = bytes[start + 1];
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return (first === 0 || second === 0) && bytes.subarray(start, Math.min(start + 4, end)).filter(isNul).length > 1;
}

function isNul(byte: number): boolean {
  return byte === 0;
}

/** Encodes text as UTF-8. */
export function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Chunks as one array of bytes; a single chunk is not copied. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (only !== undefined && chunks.length === 1) return only;
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** A position as editors count it: line and column from 1, columns in UTF-16 units, without a byte order mark. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A part of a text or of bytes. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A part of a source, in bytes, and a gap inside it that is left out. */
interface PageRange extends Range {
  readonly source: Source;
  readonly gap?: Range;
}

/** The text of such a part. */
interface Located {
  readonly slice: PageRange;
  readonly text: string;
}

/** Returns the text of a part of a source. Throws TypeError if the bytes are not UTF-8. */
export function textOf({ source: { bytes }, start, end, gap }: PageRange): string {
  if (gap === undefined) return decode(bytes.subarray(start, end));
  return decode(bytes.subarray(start, gap.start)) + decode(bytes.subarray(gap.end, end));
}

/** How many characters of a page come before its gap. */
export function aboveGap({ slice: { source, start, gap }, text }: Located): number {
  return gap === undefined ? text.length : decode(source.bytes.subarray(start, gap.start)).length;
}

/** The position in the source of a character offset of a page. */
export function positionOf(page: Located, offset: number): Position {
  const { slice, text } = page;
  const { bytes } = slice.source;
  const inSource = lineCounterOf(slice.source, (from, to) => countOf(bytes.subarray(from, to), 10));
  const { gap } = slice;
  const left = gap !== undefined && offset >= aboveGap(page) ? inSource(gap.end) - inSource(gap.start) : 0;
  const above = inSource(slice.start) + left;
  const before = lineCounterOf(page, (from, to) => countOf(text.slice(from, to), '\n'))(offset);
  const start = lineStart(text, offset);
  const bom = text.charCodeAt(0) === 0xfeff && start === 0 && offset > 0 ? 1 : 0;
  return { line: above + before + 1, column: offset - start + 1 - bom };
}

/** The distance of the offsets whose counts are kept: a line may be as long as its source and hold a thousand findings. */
const stride = 2 ** 14;

/** Counts the line ends before an offset, and remembers the counts of whole strides: an owner may have a thousand findings. */
const lineCounterOf = memoisedFor((_owner: object, lineEndsIn: (from: number, to: number) => number) => {
  const totals = [0];
  return (offset: number): number => {
    const whole = Math.floor(offset / stride);
    for (let known = totals.length - 1; known < whole; known += 1)
      totals.push((totals[known] ?? 0) + lineEndsIn(known * stride, (known + 1) * stride));
    return (totals[whole] ?? 0) + lineEndsIn(whole * stride, offset);
  };
});

/** How often a sign occurs. */
function countOf<T>(part: { indexOf(sign: T, from?: number): number }, sign: T): number {
  let count = 0;
  for (let at = part.indexOf(sign); at !== -1; at = part.indexOf(sign, at + 1)) count += 1;
  return count;
}
