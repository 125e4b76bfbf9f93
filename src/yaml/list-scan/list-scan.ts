import { readLine } from './lines.ts';
import type { Scan } from './spans.ts';
import { Offsets } from '../offsets.ts';
import { isUtf8 } from '../source.ts';

/** A document whose root key `items` holds a block list, cut at the entries by a scan that parses nothing. Offsets in bytes. */
export interface Entries {
  /** Behind the colon of `items:`. */
  readonly colon: number;
  /** Where the line of each entry's dash begins. */
  readonly starts: Uint32Array;
  /** For each entry where the value of its root key `kind` stands; 0 where none was seen in plain sight. */
  readonly kinds: Uint32Array;
  /** Where the first line behind the list begins. */
  readonly end: number;
}

/**
 * Cuts at the entries of `items`, or says why not: then all of it has to be parsed.
 *
 * Why it is right: below a list whose dashes stand at column k, whatever belongs to an entry is indented deeper, in block
 * scalars and (to readers that keep to YAML 1.2, s-indent(n)) in quoted and flow ones too; `---` and `...` stand in none.
 * So the lines at column k are the entries. Readers in the manner of libyaml take quoted and flow lines further left;
 * therefore the scan follows quotes, flow and block scalars, skips no line at or left of column k in any state, and
 * refuses where one stands in an open quote or flow, as it refuses all that it does not fully understand.
 */
export function entriesOf(bytes: Uint8Array): Entries | string {
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
  // What follows the last entry would belong to it or not, depending on what it is.
  if (scan.end === 0 && scan.idle) return 'a comment or an empty line at the end';
  const end = scan.end === 0 ? bytes.length : scan.end;
  return { colon: scan.colon, starts: scan.starts.all(), kinds: scan.kinds.all(), end };
}

/** What some readers take for a line break or for another encoding; a line end at the end spares all loops a check. */
function oddBytes(bytes: Uint8Array): string {
  if (bytes.at(-1) !== 10) return 'no line end at the end';
  if (!isUtf8(bytes)) return 'not UTF-8';
  if (bytes.includes(0)) return 'a NUL byte';
  for (let at = bytes.indexOf(13); at !== -1; at = bytes.indexOf(13, at + 1))
    if (bytes[at + 1] !== 10) return 'a lone CR';
  for (let at = bytes.indexOf(0xc2); at !== -1; at = bytes.indexOf(0xc2, at + 1))
    if (bytes[at + 1] === 0x85) return 'a NEL character';
  for (let at = bytes.indexOf(0xe2); at !== -1; at = bytes.indexOf(0xe2, at + 1))
    if (bytes[at + 1] === 0x80 && (bytes[at + 2] === 0xa8 || bytes[at + 2] === 0xa9)) return 'an LS or PS character';
  return '';
}
