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

/** Text as UTF-8 bytes. */
export function encode(text: string): Uint8Array {
  return encoder.encode(text);
}

/** A position as people and editors count: both from 1, columns in UTF-16 units, a byte order mark not counted. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A slice's text, and where in its source it begins, in bytes. */
interface Located {
  readonly slice: { readonly source: Source; readonly start: number };
  readonly text: string;
}

/** The position of an offset, in characters, of a slice's text. */
export function positionOf(page: Located, offset: number): Position {
  const { slice, text } = page;
  const { bytes } = slice.source;
  const above = linesOf(slice.source, (from) => bytes.indexOf(10, from))(slice.start);
  const before = linesOf(page, (from) => text.indexOf('\n', from))(offset);
  const lineStart = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const bom = text.charCodeAt(0) === 0xfeff && lineStart === 0 && offset > 0 ? 1 : 0;
  return { line: above + before + 1, column: offset - lineStart + 1 - bom };
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
  const countTo = (offset: number, from: number): { readonly lines: number; readonly at: number } => {
    let [lines, at] = [0, from];
    for (let found = next(at); found !== -1 && found < offset && lines < stride; found = next(at))
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
