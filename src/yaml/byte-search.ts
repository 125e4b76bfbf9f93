import { platform } from '../platform.ts';
import { Offsets } from './offsets.ts';
import { isWide } from './source.ts';

/** Searches in bytes that are not parsed (docs/facts/performance.md). A search may find too much, never too little. */

const native = platform.indexOf;

/** Whether the platform has a search that is much faster than JavaScript. */
export const canSearchFast = native !== undefined;

/** Returns the first offset of an ASCII word in `[from, end)`; -1 if it does not occur. */
export function findWord(bytes: Uint8Array, needle: string, from = 0, end = bytes.length): number {
  const range = end === bytes.length ? bytes : bytes.subarray(0, end);
  return native === undefined ? slowIndexOf(range, needle, from) : native.call(range, needle, from, 'latin1');
}

/** The same search in plain JavaScript. */
export function slowIndexOf(bytes: Uint8Array, needle: string, from: number): number {
  const first = needle.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (isWordAt(bytes, at, needle)) return at;
  }
  return -1;
}

/** Whether an ASCII word occurs at an offset. */
export function isWordAt(bytes: Uint8Array, at: number, needle: string): boolean {
  for (let index = 0; index < needle.length; index += 1) {
    if (bytes[at + index] !== needle.charCodeAt(index)) return false;
  }
  return true;
}

const kind = 'TrafficSplit';
const tail = 'Split'; // Node finds it five times faster than the whole word (docs/facts/performance.md)
const groupName = 'split.smi-spec.io';
const groupPart = '-spec.i'; // the part of the group with the rarest first letter
const gaps = ['\0', '\0\0\0'];
const wide = [kind, groupName].flatMap((word) => gaps.map((gap) => Array.from(word).join(gap)));
/**
 * The word in base64 (RFC 4648, 4), at each of its three alignments, and two parts of it that begin with a letter that is
 * rare in YAML: a line may end inside of one of them.
 */
const inBase64 = [
  { word: 'VHJhZmZpY1NwbGl0', parts: ['VHJhZmZ', 'Y1NwbGl'] },
  { word: 'RyYWZmaWNTcGxpd', parts: ['YWZmaWN', 'TcGxpd'] },
  { word: 'UcmFmZmljU3BsaX', parts: ['UcmFm', 'ZmljU3B'] },
].flatMap(({ word, parts }) => parts.map((part) => ({ word, part })));
/** The byte of a backslash, with which an escape begins in YAML and JSON. */
export const backslash = 0x5c;

/**
 * Whether the bytes from `start` to `end` may hold a TrafficSplit: the word, plain, with YAML or JSON escapes in it, in
 * base64, or in UTF-16; or an apiVersion of the group, whose kind may be written by a template.
 */
export function holdsTrafficSplit(bytes: Uint8Array, start: number, end: number): boolean {
  const content = partOf(bytes, start, end);
  return mayHoldSplit(content) && !splitOffsets(content).next().done;
}

/** Whether the bytes from `start` to `end` hold the word of a profile that splits traffic. A short word is found faster. */
export function holdsOverrides(bytes: Uint8Array, start: number, end: number): boolean {
  return findWord(bytes, 'Overrid', start, end) !== -1 && findWord(bytes, 'dstOverrides', start, end) !== -1;
}

/** Whether anything is in the bytes that `splitOffsets` looks at: almost always not, and a generator takes longer. */
function mayHoldSplit(bytes: Uint8Array): boolean {
  return (
    findWord(bytes, tail) !== -1 ||
    findWord(bytes, groupPart) !== -1 ||
    bytes.includes(backslash) ||
    isWide(bytes) ||
    partsInBase64(bytes).some(({ part }) => findWord(bytes, part) !== -1)
  );
}

/** The bytes from `start` to `end`; making a view takes as long as a search of a small file. */
export function partOf(bytes: Uint8Array, start: number, end: number): Uint8Array {
  return start === 0 && end === bytes.length ? bytes : bytes.subarray(start, end);
}

/**
 * The places where a TrafficSplit may be, in no particular order: an offset inside the word or the group, or 0 if it is
 * in UTF-16.
 */
export function* splitOffsets(bytes: Uint8Array): Generator<number, undefined> {
  for (let at = findWord(bytes, tail); at !== -1; at = findWord(bytes, tail, at + tail.length)) {
    if (isWordAt(bytes, at + tail.length - kind.length, kind)) yield at;
  }
  for (let at = findWord(bytes, groupPart); at !== -1; at = findWord(bytes, groupPart, at + groupPart.length)) {
    if (isGroupAt(bytes, at - groupName.indexOf(groupPart))) yield at;
  }
  for (let at = bytes.indexOf(backslash); at !== -1; at = bytes.indexOf(backslash, at + 1)) {
    if (isEscapedAt(bytes, at)) yield at;
  }
  for (const { word, part } of partsInBase64(bytes))
    for (let at = findWord(bytes, part); at !== -1; at = findWord(bytes, part, at + part.length))
      if (withoutBreaks(textAround(bytes, at)).includes(word)) yield at;
  if (holdsWide(bytes)) yield 0;
  return undefined;
}

/** What may be after the slash of an apiVersion: a version, or an action of a template. */
const versionStarts = new Set(Array.from('v{$<[', (sign) => sign.charCodeAt(0)));

/** Whether the group is that of an apiVersion: roles name the group alone. JSON may write the slash as `\/`. */
function isGroupAt(bytes: Uint8Array, start: number): boolean {
  const end = start + groupName.length;
  const slash = bytes[end] === backslash ? end + 1 : end;
  return bytes[slash] === 0x2f && versionStarts.has(bytes[slash + 1] ?? 0) && isWordAt(bytes, start, groupName);
}

/**
 * What to search for splits in base64: nothing in large bytes. An object is at most 1.5 MiB large (etcd's limit of a
 * request), and a search of many MB takes longer than it is worth.
 */
function partsInBase64(bytes: Uint8Array): typeof inBase64 {
  return bytes.length > 2 ** 21 ? [] : inBase64;
}

/**
 * The part of a word to search for, and where it begins in the word. Node searches several times faster for at most seven
 * letters than for more, and fastest if the first is rare: those from the first capital, slash or `z` that at least three
 * follow, otherwise the last.
 */
interface Needle {
  readonly text: string;
  readonly lead: number;
  readonly isRare: boolean;
}

/** The part of an ASCII word to search for. */
export function needleOf(word: string): Needle {
  const rare = /[A-Z/z].{3,}$/s.exec(word)?.index;
  const lead = rare ?? Math.max(0, word.length - 7);
  return { text: word.slice(lead, lead + 7), lead, isRare: rare !== undefined };
}

/** The offsets of an ASCII word. */
export function offsetsOfWord(bytes: Uint8Array, word: string): Uint32Array {
  const places = new Offsets();
  const { text, lead } = needleOf(word);
  for (let at = findWord(bytes, text); at !== -1; at = findWord(bytes, text, at + 1))
    if (at >= lead && isWordAt(bytes, at - lead, word)) places.push(at - lead);
  return places.all();
}

/** A hash of the bytes from `start` to `end`. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
  return hash;
}

/** Whether the word with an escape in it (`"Traffic\x53plit"`) occurs around a backslash. */
function isEscapedAt(bytes: Uint8Array, at: number): boolean {
  const escape = escapeAt(bytes, at);
  if (escape === undefined || (escape.code !== undefined && !kind.includes(String.fromCharCode(escape.code))))
    return false;
  // A joined line can only be inside the word; looking for the word after it would make the search quadratic.
  for (let known = escape.code === undefined ? 1 : 0; known < kind.length; known += 1) {
    if (isWordAt(bytes, at - known, kind.slice(0, known)) && restStandsAt(bytes, at, known)) return true;
  }
  return false;
}

function restStandsAt(bytes: Uint8Array, start: number, known: number): boolean {
  let at = start;
  for (let index = known; index < kind.length;) {
    const escape = bytes[at] === backslash ? escapeAt(bytes, at) : undefined;
    if (escape !== undefined && escape.code === undefined) {
      at = escape.end;
      continue;
    }
    if ((escape === undefined ? bytes[at] : escape.code) !== kind.charCodeAt(index)) return false;
    at = escape === undefined ? at + 1 : escape.end;
    index += 1;
  }
  return true;
}

/**
 * The escape at a backslash that can hide an ASCII character or join two lines (YAML 1.2, 5.7); undefined for any
 * other.
 */
export function escapeAt(bytes: Uint8Array, at: number): { readonly code?: number; readonly end: number } | undefined {
  const letter = bytes[at + 1];
  if (letter === 0x0a || (letter === 0x0d && bytes[at + 2] === 0x0a)) return { end: skipBlanks(bytes, at + 2) };
  const digits = letter === 0x78 ? 2 : letter === 0x75 ? 4 : letter === 0x55 ? 8 : 0;
  if (digits === 0) return undefined;
  let code = 0;
  for (let index = at + 2; index < at + 2 + digits; index += 1) {
    const digit = Number.parseInt(String.fromCharCode(bytes[index] ?? 0), 16);
    if (Number.isNaN(digit)) return undefined;
    code = code * 16 + digit;
  }
  return { code, end: at + 2 + digits };
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while ([0x0a, 0x0d, 0x20, 0x09].includes(bytes[at] ?? 0)) at += 1;
  return at;
}

/** How far before and after a part of a word in base64 the rest is looked for: a line end and its indentation. */
const bytesAround = 64;

/** ASCII characters as a text, for short texts faster than a decoder. */
export function asciiText(bytes: Uint8Array, from: number, to: number): string {
  return to - from > shortText
    ? latin1Decoder.decode(bytes.subarray(from, to))
    : String.fromCharCode(...bytes.subarray(from, to));
}

const shortText = 1000;
const latin1Decoder = new TextDecoder('latin1');

function textAround(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(Math.max(0, at - bytesAround), at + bytesAround));
}

/** A text without line ends, blanks, and escapes of these. */
function withoutBreaks(text: string): string {
  return text.replace(/\s+|\\[nrt]?/g, '');
}

/** Whether a string holds the word TrafficSplit in base64. */
export function holdsEncodedSplit(value: string): boolean {
  const joined = /\s/.test(value) ? withoutBreaks(value) : value;
  return inBase64.some(({ word }) => joined.includes(word));
}

/** UTF-16, which Kubernetes reads with a byte order mark, and UTF-32: such a file is not one without a TrafficSplit. */
function holdsWide(bytes: Uint8Array): boolean {
  return isWide(bytes) && wide.some((word) => findWord(bytes, word) !== -1);
}
