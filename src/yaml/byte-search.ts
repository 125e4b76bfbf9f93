import { addTo } from '../collections.ts';
import { platform } from '../platform.ts';
import { Offsets } from './offsets.ts';
import { isWide } from './source.ts';

/** Searches in bytes that are not parsed (docs/facts/performance.md). A search may find too much, never too little. */

const native = platform.indexOf;

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
const wide = Array.from(kind).join('\0');
const wider = Array.from(kind).join('\0\0\0');
const backslash = 0x5c;

/**
 * Whether the bytes from `start` to `end` hold the word TrafficSplit: plain, with YAML or JSON escapes in it, or in
 * UTF-16.
 */
export function holdsTrafficSplit(bytes: Uint8Array, start: number, end: number): boolean {
  return !splitOffsets(bytes.subarray(start, end)).next().done;
}

/**
 * The places where the word TrafficSplit occurs, in no particular order: an offset inside the word, or 0 if it is in
 * UTF-16.
 */
export function* splitOffsets(bytes: Uint8Array): Generator<number, undefined> {
  for (let at = findWord(bytes, tail); at !== -1; at = findWord(bytes, tail, at + 1)) {
    if (isWordAt(bytes, at + tail.length - kind.length, kind)) yield at;
  }
  for (let at = bytes.indexOf(backslash); at !== -1; at = bytes.indexOf(backslash, at + 1)) {
    if (isEscapedAt(bytes, at)) yield at;
  }
  if (holdsWide(bytes)) yield 0;
  return undefined;
}

/**
 * The offsets of an ASCII word. Node searches several times faster for at most seven letters than for more, and fastest if
 * the first is rare: those from the last capital that at least three follow, otherwise the last.
 */
export function offsetsOfWord(bytes: Uint8Array, word: string): Uint32Array {
  const places = new Offsets();
  const lead = Math.max(0, /[A-Z].{3,}$/s.exec(word)?.index ?? word.length - 7);
  const needle = word.slice(lead, lead + 7);
  for (let at = findWord(bytes, needle); at !== -1; at = findWord(bytes, needle, at + 1))
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
function escapeAt(bytes: Uint8Array, at: number): { readonly code?: number; readonly end: number } | undefined {
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

/** UTF-16, which Kubernetes reads with a byte order mark, and UTF-32: such a file is not one without a TrafficSplit. */
function holdsWide(bytes: Uint8Array): boolean {
  return isWide(bytes) && (findWord(bytes, wide) !== -1 || findWord(bytes, wider) !== -1);
}

/** The bytes of a name: letters, digits and the dash, as in `web` of `shop/web.shop.svc`. */
const inName = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-') {
  inName[letter.charCodeAt(0)] = 1;
}

/** Tests whether something occurs in the bytes from `start` to `end`. */
export type Holds = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * Returns a test whether one of the words occurs as a whole name, or could be hidden by an escape. It takes one pass
 * over the bytes, however many words there are. Of a word with other characters (`web.shop`), the longest name in it
 * counts.
 */
export function anyOf(words: ReadonlySet<string>): Holds {
  const eachOf = eachToken(words);
  return (bytes, start, end) => eachOf(bytes, start, end, () => true);
}

/**
 * Returns a search for the words that occur in bytes, with the rules of `anyOf`; it returns undefined if an escape
 * could hide any of them.
 */
export function wordsIn(words: ReadonlySet<string>): (bytes: Uint8Array) => ReadonlySet<string> | undefined {
  const byToken = new Map<string, string[]>();
  for (const word of words) addTo(byToken, longestToken(word), word);
  const eachOf = eachToken(words);
  return (bytes) => {
    const found = new Set<string>();
    const hidden = eachOf(bytes, 0, bytes.length, (token) => {
      for (const word of byToken.get(token ?? '') ?? []) found.add(word);
      return token === undefined;
    });
    return hidden ? undefined : found;
  };
}

/**
 * Calls back for each of the words that occurs in bytes, and with undefined for an escape, until the callback returns
 * true.
 */
function eachToken(
  words: ReadonlySet<string>,
): (bytes: Uint8Array, start: number, end: number, isEnough: (token: string | undefined) => boolean) => boolean {
  const tokens = new Set([...words].map(longestToken));
  tokens.delete('');
  if (tokens.size === 0) return () => false;
  // By first byte and length, so that few other names are converted to strings.
  const shapes = new Uint8Array(256 * 64);
  for (const token of tokens) shapes[shapeOf(token.charCodeAt(0), token.length)] = 1;
  return (bytes, start, end, isEnough) => {
    for (let at = start; at < end; at += 1) {
      const first = bytes[at] ?? 0;
      if (first === backslash && hidesName(bytes, at, end) && isEnough(undefined)) return true;
      if (inName[first] === 0) continue;
      const from = at;
      while (at < end && inName[bytes[at] ?? 0] === 1) at += 1;
      if (shapes[shapeOf(first, at - from)] === 1) {
        const token = asciiText(bytes, from, at);
        if (tokens.has(token) && isEnough(token)) return true;
      }
      at -= 1;
    }
    return false;
  };
}

function shapeOf(first: number, length: number): number {
  return first * 64 + Math.min(length, 63);
}

function longestToken(word: string): string {
  return word.split(/[^A-Za-z0-9-]+/).reduce((longest, token) => (token.length > longest.length ? token : longest), '');
}

/** Whether an escape encodes a character of a name or joins two parts of one. */
function hidesName(bytes: Uint8Array, at: number, end: number): boolean {
  const escape = escapeAt(bytes, at);
  if (escape === undefined || escape.end > end) return false;
  if (escape.code !== undefined) return inName[escape.code] === 1;
  return inName[bytes[at - 1] ?? 0] === 1 && inName[bytes[escape.end] ?? 0] === 1;
}

function asciiText(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
