import { crossesLine, isBlank, isIndicator, isKind, isLetter, nextLine } from './bytes.ts';
import { asciiText } from '../byte-search.ts';
import type { Scan } from './spans.ts';
import { closeFlow, closeQuote } from './spans.ts';

// Small functions for one line each: the engine compiles them after some lines, not after some megabytes.

const [tab, newline, carriage, space, hash, hyphen, colon] = [9, 10, 13, 32, 35, 45, 58];

/** Bytes that can end a plain scalar or need a closer look; all others are skipped. */
const stops = new Uint8Array(256);
for (const byte of [tab, newline, hash, colon]) stops[byte] = 1;

/**
 * What a value starts with: 1 a quote, 2 a flow collection, 3 a block scalar, 4 something that the scan does not
 * support, 0 anything else.
 */
const openings = new Uint8Array(256);
for (const char of '"\'') openings[char.charCodeAt(0)] = 1;
for (const char of '[{') openings[char.charCodeAt(0)] = 2;
for (const char of '|>') openings[char.charCodeAt(0)] = 3;
for (const char of '&*!%@`,]}\t') openings[char.charCodeAt(0)] = 4;

/** Reads the line at an offset; returns the offset of the next line to read. Every text ends with a line end. */
export function readLine(scan: Scan, start: number): number {
  const { bytes } = scan;
  let first = start;
  while (bytes[first] === space) first += 1;
  const column = first - start;
  const byte = bytes[first] ?? newline;
  const isEmpty = byte === newline || byte === carriage;
  const inBlock = scan.block !== -1 && column > scan.block;
  scan.idle = isEmpty || (byte === hash && !inBlock);
  if (isEmpty || inBlock) return nextLine(bytes, first);
  scan.block = -1;
  if (byte === hash) {
    scan.plain = -1;
    return nextLine(bytes, first);
  }
  if (column <= Math.max(scan.dash, 0)) {
    if (!isBoundary(scan, start, first, column)) return first;
  } else if (isAwaited(scan)) {
    if (!beginsList(scan, start, first, column)) return first;
  } else if (scan.plain !== -1 && column > scan.plain) return plainRest(scan, first);
  else if (scan.root === -1) scan.root = column;
  scan.plain = -1;
  return structure(scan, start, first);
}

/** Whether `items:` has been read but no entry yet. */
function isAwaited({ colon, dash, end }: Scan): boolean {
  return colon !== 0 && dash === -1 && end === 0;
}

/** Reads a line at or left of the dashes: a root key or an entry. Returns false if the document is refused. */
function isBoundary(scan: Scan, start: number, first: number, column: number): boolean {
  const { bytes } = scan;
  const byte = bytes[first] ?? 0;
  if (byte === hyphen && isBlank(bytes[first + 1]) && column === scan.dash) return isEntryLine(scan, start);
  if (isAwaited(scan)) return beginsList(scan, start, first, column);
  if (column !== 0 || !isLetter(byte)) return refuseLine(scan, 'a line left of the entries that is no plain root key');
  if (scan.dash !== -1) {
    scan.end = start;
    scan.dash = -1;
    scan.root = -2;
  }
  return isRootKey(scan, first);
}

/** Reads a root key, which must be new; `items` followed by nothing but a comment begins the list. */
function isRootKey(scan: Scan, first: number): boolean {
  const { bytes } = scan;
  let end = first;
  while (isLetter(bytes[end] ?? 0)) end += 1;
  const key = asciiText(bytes, first, end);
  if (bytes[end] !== colon || !isBlank(bytes[end + 1])) return refuseLine(scan, 'a root key of other than letters');
  if (scan.keys.includes(key)) return refuseLine(scan, 'a root key that is there twice');
  scan.keys.push(key);
  if (key !== 'items') return true;
  let after = end + 1;
  while (bytes[after] === space) after += 1;
  const byte = bytes[after];
  if (byte !== newline && byte !== carriage && (byte !== hash || after === end + 1))
    return refuseLine(scan, 'items is no block list');
  scan.colon = end + 1;
  return true;
}

function beginsList(scan: Scan, start: number, first: number, column: number): boolean {
  if (scan.bytes[first] !== hyphen || !isBlank(scan.bytes[first + 1]))
    return refuseLine(scan, 'items is no block list');
  scan.dash = column;
  return isEntryLine(scan, start);
}

function isEntryLine(scan: Scan, start: number): true {
  scan.starts.push(start);
  scan.kinds.push(0);
  scan.root = -1;
  return true;
}

/** Reads dashes, then a key or a value. */
function structure(scan: Scan, start: number, first: number): number {
  const { bytes } = scan;
  let at = first;
  let owner = -1; // the column of the innermost dash
  while (bytes[at] === hyphen && isBlank(bytes[at + 1])) {
    owner = at - start;
    at += 1;
    while (bytes[at] === space) at += 1;
    const byte = bytes[at];
    if (byte === newline || byte === carriage || byte === hash) return nextLine(bytes, at);
  }
  const column = at - start;
  if (owner !== -1 && owner === scan.dash && scan.root === -1) scan.root = column;
  return contentOffset(scan, at, column, owner);
}

function contentOffset(scan: Scan, at: number, column: number, owner: number): number {
  const { bytes } = scan;
  const byte = bytes[at] ?? 0;
  const opening = openings[byte] ?? 0;
  if (opening === 0) return readPlain(scan, at, column, owner);
  if (opening === 1) {
    const end = closeQuote(scan, at);
    if (end === 0) return at;
    if (bytes[end] === colon && isBlank(bytes[end + 1]) && !crossesLine(bytes, at, end)) {
      if (column === scan.root) scan.kinds.replaceLast(0);
      return value(scan, end + 1, column);
    }
    return owner === -1 ? stopRefused(scan, at, 'a quoted scalar on a line of its own') : restOfLine(scan, end);
  }
  if (owner === -1) return stopRefused(scan, at, 'a value on a line of its own');
  return special(scan, at, owner, opening);
}

/** Reads a flow collection or a block scalar; refuses anything else. */
function special(scan: Scan, at: number, owner: number, opening: number): number {
  if (opening === 2) {
    const end = closeFlow(scan, at);
    return end === 0 ? at : restOfLine(scan, end);
  }
  if (opening === 3) return header(scan, at, owner);
  return stopRefused(scan, at, 'an anchor, alias, tag or reserved character');
}

/** Reads a plain key with its value, or a plain scalar after a dash. */
function readPlain(scan: Scan, first: number, column: number, owner: number): number {
  const { bytes } = scan;
  if (isIndicator(bytes, first)) return stopRefused(scan, first, 'an explicit key, or a dash without a space');
  for (let at = first; ; at += 1) {
    const byte = bytes[at] ?? newline;
    if (stops[byte] === 0) continue;
    if (byte === colon && isBlank(bytes[at + 1])) {
      if (column === scan.root && at - first === 4 && isKind(bytes, first)) scan.kinds.replaceLast(at + 1);
      return value(scan, at + 1, column);
    }
    if (byte === newline || (byte === hash && bytes[at - 1] === space)) {
      if (owner === -1) return stopRefused(scan, first, 'a plain scalar on a line of its own');
      scan.plain = byte === newline ? owner : -1;
      return nextLine(bytes, at);
    }
    if (byte === tab) return stopRefused(scan, at, 'a tab');
  }
}

/** Reads the value after the colon of a key at a column. */
function value(scan: Scan, from: number, column: number): number {
  const { bytes } = scan;
  let at = from;
  while (bytes[at] === space) at += 1;
  const byte = bytes[at] ?? newline;
  if (byte === newline || byte === carriage || byte === hash) return nextLine(bytes, at);
  const opening = openings[byte] ?? 0;
  if (opening === 1) {
    const end = closeQuote(scan, at);
    return end === 0 ? at : restOfLine(scan, end);
  }
  if (opening !== 0) return special(scan, at, column, opening);
  if (isIndicator(bytes, at)) return stopRefused(scan, at, 'a list or an explicit key after a key');
  scan.plain = column;
  return plainRest(scan, at);
}

/** Reads the rest of a line of a plain scalar, which may continue on the next line. */
function plainRest(scan: Scan, first: number): number {
  const { bytes } = scan;
  for (let at = first; ; at += 1) {
    const byte = bytes[at] ?? newline;
    if (stops[byte] === 0) continue;
    if (byte === newline) return at + 1;
    if (byte === tab) return stopRefused(scan, at, 'a tab');
    if (byte === colon && isBlank(bytes[at + 1])) return stopRefused(scan, at, 'a colon in a plain scalar');
    if (byte === hash && bytes[at - 1] === space) {
      scan.plain = -1;
      return nextLine(bytes, at);
    }
  }
}

/**
 * Reads `|` or `>` with its indicators and comment: the lines below that are indented more than its owner are its text.
 */
function header(scan: Scan, first: number, owner: number): number {
  const { bytes } = scan;
  let at = first + 1;
  for (let byte = bytes[at] ?? 0; byte === 43 || byte === 45 || (byte > 48 && byte < 58); byte = bytes[at] ?? 0)
    at += 1;
  scan.block = owner;
  return restOfLine(scan, at);
}

/** Skips the rest of a line, which may hold nothing but a comment. */
function restOfLine(scan: Scan, first: number): number {
  const { bytes } = scan;
  let at = first;
  while (bytes[at] === space) at += 1;
  const byte = bytes[at];
  if (byte === newline || byte === carriage || (byte === hash && at > first)) return nextLine(bytes, at);
  return stopRefused(scan, at, 'text after a quoted scalar, a flow or a block scalar header');
}

function refuseLine(scan: Scan, why: string): false {
  scan.refused = why;
  return false;
}

function stopRefused(scan: Scan, at: number, why: string): number {
  scan.refused = why;
  return at;
}
