import { groupBy } from '../collections.ts';
import { asciiText, backslash, canSearchFast, escapeAt, findWord, isWordAt, needleOf } from './byte-search.ts';

/** Searches for whole names in bytes that are not parsed; like those of byte-search.ts, they may find too much. */

/** The bytes of a name: letters, digits and the dash, as in `web` of `shop/web.shop.svc`. */
const inName = new Uint8Array(256);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-') {
  inName[letter.charCodeAt(0)] = 1;
}

/** Tests whether something occurs in the bytes from `start` to `end`. */
export type Holds = (bytes: Uint8Array, start: number, end: number) => boolean;

/**
 * Returns a test whether one of the words occurs as a whole name, or could be hidden by an escape. Of a word with other
 * characters (`web.shop`), the longest name in it counts.
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
  const byToken = groupBy(words, longestToken);
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
 * Calls back for the words that occur in the bytes from `start` to `end`, and with undefined for an escape, until the
 * callback returns true.
 */
type EachToken = (
  bytes: Uint8Array,
  start: number,
  end: number,
  isEnough: (token: string | undefined) => boolean,
) => boolean;

function eachToken(words: ReadonlySet<string>): EachToken {
  const tokens = new Set([...words].map(longestToken));
  tokens.delete('');
  if (tokens.size === 0) return () => false;
  const [scan, search] = [scanFor(tokens), searchesFor(tokens)];
  if (search === undefined) return scan;
  return (bytes, start, end, isEnough) =>
    (end - start < tokens.size * bytesPerCall ? undefined : search(bytes.subarray(start, end), isEnough)) ??
    scan(bytes, start, end, isEnough);
}

/** How many bytes JavaScript reads in the time that a call of Node's search takes at least. */
const bytesPerCall = 64;

/** All words in one pass over the bytes, however many words there are. */
function scanFor(tokens: ReadonlySet<string>): EachToken {
  // By hash, so that hardly any other name is converted to a string.
  const mask = 2 ** Math.ceil(Math.log2(tokens.size * hashesPerName)) - 1;
  const hashes = new Uint8Array(mask + 1);
  for (const token of tokens) hashes[hashOfName(token) & mask] = 1;
  return (bytes, start, end, isEnough) => {
    for (let at = start; at < end; at += 1) {
      const first = bytes[at] ?? 0;
      if (first === backslash && hidesName(bytes, at, end) && isEnough(undefined)) return true;
      if (inName[first] === 0) continue;
      const from = at;
      let hash = 0;
      for (let byte = first; at < end && inName[byte] === 1; byte = bytes[at] ?? 0) {
        hash = (Math.imul(hash, 31) + byte) | 0;
        at += 1;
      }
      if (hashes[hash & mask] === 1) {
        const token = asciiText(bytes, from, at);
        if (tokens.has(token) && isEnough(token)) return true;
      }
      at -= 1;
    }
    return false;
  };
}

/**
 * A few words, each by Node's search, which is faster than one pass in JavaScript: by far before V8 has compiled that. The
 * result is undefined if so many other names contain a word that the pass is faster. Undefined if there are too many words,
 * or none of Node's searches.
 */
function searchesFor(
  tokens: ReadonlySet<string>,
): ((bytes: Uint8Array, isEnough: (token: string | undefined) => boolean) => boolean | undefined) | undefined {
  const needles = Array.from(tokens, (token) => ({ token, ...needleOf(token) }));
  const cost = needles.reduce((sum, { isRare }) => sum + (isRare ? 1 : 4), 0);
  if (!canSearchFast || cost > mostSearches) return undefined;
  return (bytes, isEnough) => {
    for (let at = bytes.indexOf(backslash); at !== -1; at = bytes.indexOf(backslash, at + 1))
      if (hidesName(bytes, at, bytes.length) && isEnough(undefined)) return true;
    let misses = bytes.length / bytesPerCall;
    for (const { token, text, lead } of needles) {
      for (let at = findWord(bytes, text); at !== -1; at = findWord(bytes, text, at + 1)) {
        if (isNameAt(bytes, at - lead, token)) {
          if (isEnough(token)) return true;
          break;
        }
        misses -= 1;
        if (misses < 0) return undefined;
      }
    }
    return false;
  };
}

/** In searches for a rare first letter; one for another letter takes four times as long. */
const mostSearches = 32;

/** Whether a word is a whole name at an offset. */
function isNameAt(bytes: Uint8Array, at: number, word: string): boolean {
  return (
    at >= 0 &&
    isWordAt(bytes, at, word) &&
    inName[bytes[at - 1] ?? 0] === 0 &&
    inName[bytes[at + word.length] ?? 0] === 0
  );
}

/** How many hashes there are for each name that is searched for. */
const hashesPerName = 256;

function hashOfName(name: string): number {
  let hash = 0;
  for (let at = 0; at < name.length; at += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) | 0;
  return hash;
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
