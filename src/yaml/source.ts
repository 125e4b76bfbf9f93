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

/** The position of a byte offset of a source, plus so many characters of the text that begins there. */
export function positionOf(source: Source, start: number, text: string, offset: number): Position {
  const lines = countNewlines(source.bytes, start);
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const bom = text.charCodeAt(0) === 0xfeff && lineStart === 0 && offset > 0 ? 1 : 0;
  return { line: lines + before.split('\n').length, column: offset - lineStart + 1 - bom };
}

function countNewlines(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1 && at < end; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
