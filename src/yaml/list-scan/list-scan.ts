import { readLine } from './read-line.ts';
import type { Scan } from './spans.ts';
import { Offsets } from '../offsets.ts';
import { isUtf8 } from '../source.ts';

/**
 * A document whose root key `items` holds a block list, cut at the entries by a scan that parses nothing. Offsets are
 * in bytes.
 */
export interface Entries {
  /** The offset after the colon of `items:`. */
  readonly colon: number;
  /** The starts of the lines with the dashes of the entries. */
  readonly starts: Uint32Array;
  /** For each entry, the offset of the value of its root key `kind`; 0 if the scan did not find it as a plain word. */
  readonly kinds: Uint32Array;
  /** The start of the first line after the list. */
  readonly end: number;
}

/**
 * Cuts a document at the entries of `items`, or returns why it cannot: then all of it has to be parsed. Why it is
 * correct: in a list with its dashes at column k, everything that belongs to an entry is indented deeper, also in block
 * scalars and (in readers that follow YAML 1.2, s-indent(n)) in quoted and flow scalars; `---` and `...` occur in none.
 * So the lines at column k are the entries. Readers like libyaml accept quoted and flow lines further left. Therefore
 * the scan tracks quotes, flow collections and block scalars, skips no line at or left of column k in any state, and
 * refuses if such a line is inside an open quote or flow collection, as it refuses everything that it does not support.
 */
export function scanList(bytes: Uint8Array): Entries | string {
  const odd = oddBytes(bytes);
  if (odd !== '') return odd;
  const scan: Scan = {
    bytes,
    dash: -1,
    block: -1,
    plain: -1,
    root: -2,
    idle: false,
    colon: 0,
    end: 0,
    keys: [],
    starts: new Offsets(),
    kinds: new Offsets(),
    refused: '',
  };
  for (let at = 0; at < bytes.length && scan.refused === '';) at = readLine(scan, at);
  if (scan.refused !== '') return scan.refused;
  if (scan.starts.length === 0) return 'items is no block list';
  // Whether it belongs to the last entry depends on what it is.
  if (scan.end === 0 && scan.idle) return 'a comment or an empty line at the end';
  const end = scan.end === 0 ? bytes.length : scan.end;
  return { colon: scan.colon, starts: scan.starts.all(), kinds: scan.kinds.all(), end };
}

/**
 * Names a byte that some readers take for a line break or for another encoding; returns '' if there is none. A line end
 * at the end of the bytes saves a check in every loop.
 */
function oddBytes(bytes: Uint8Array): string {
  if (bytes.at(-1) !== 10) return 'no line end at the end';
  if (!isUtf8(bytes)) return 'not UTF-8';
  if (bytes.includes(0)) return 'a NUL byte';
  for (let at = bytes.indexOf(13); at !== -1; at = bytes.indexOf(13, at + 2))
    if (bytes[at + 1] !== 10) return 'a lone CR';
  for (let at = bytes.indexOf(0xc2); at !== -1; at = bytes.indexOf(0xc2, at + 2))
    if (bytes[at + 1] === 0x85) return 'a NEL character';
  for (let at = bytes.indexOf(0xe2); at !== -1; at = bytes.indexOf(0xe2, at + 3))
    if (bytes[at + 1] === 0x80 && (bytes[at + 2] === 0xa8 || bytes[at + 2] === 0xa9)) return 'an LS or PS character';
  return '';
}
