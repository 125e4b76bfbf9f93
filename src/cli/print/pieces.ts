import { jsonValueEnd } from '../../yaml/json-values.ts';

/** Bytes as text with one character for each byte; ASCII is unchanged. */
export function latin1Text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** A line that ends or starts a document; it may have a byte order mark before it. */
const documentMarker = /^(?:\u00ef\u00bb\u00bf)?(---|\.\.\.)(?=[ \t\r\n]|$).*\n?/gm;

/**
 * The documents of a file, each with its `---` if it has one: the JSON values at its start, then the text between
 * markers. A line that starts with `---` or `...` is never part of a scalar (YAML 1.2, c-forbidden).
 */
export function piecesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const text = latin1Text(bytes);
  const pieces: Uint8Array[] = [];
  let start = 0;
  for (const { index, 0: line, 1: sign } of text.matchAll(documentMarker)) {
    if (index > start) pieces.push(bytes.subarray(start, index));
    start = sign === '...' ? index + line.length : index;
  }
  if (start < bytes.length) pieces.push(bytes.subarray(start));
  const [first, ...others] = pieces;
  return first === undefined ? [] : [...jsonValuesIn(first), ...others];
}

/** The JSON values at the start of a file, which the decoder reads one by one, and the rest after them. */
function jsonValuesIn(document: Uint8Array): readonly Uint8Array[] {
  const values: Uint8Array[] = [];
  let rest = document;
  for (let start = contentStart(rest); rest[start] === 0x7b; start = contentStart(rest)) {
    const end = jsonValueEnd(rest, start);
    if (end === -1 || !isJsonStart(rest.subarray(start, end))) break;
    values.push(rest.subarray(0, end));
    rest = rest.subarray(end);
  }
  return contentStart(rest) < rest.length ? [...values, rest] : values;
}

const space = /^(?:\u00ef\u00bb\u00bf)?[ \t\r\n]*/;

/**
 * The offset after a byte order mark and white space; only the first bytes are decoded unless they hold nothing else.
 */
function contentStart(document: Uint8Array): number {
  const near = space.exec(latin1Text(document.subarray(0, 64)))?.[0].length ?? 0;
  return near < 64 ? near : (space.exec(latin1Text(document))?.[0].length ?? 0);
}

function isJsonStart(bytes: Uint8Array): boolean {
  try {
    JSON.parse(Buffer.from(bytes).toString());
    return true;
  } catch {
    return false;
  }
}
