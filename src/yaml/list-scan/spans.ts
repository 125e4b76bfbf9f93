import type { Offsets } from '../offsets.ts';
/** The state of the scan at the start of a line. */
export interface Scan {
  readonly bytes: Uint8Array;
  /** The column of the list's dashes; -1 before the list. */
  dash: number;
  /** Lines deeper than this column belong to a block scalar; -1 if there is none. */
  block: number;
  /** Lines deeper than this column continue a plain scalar; -1 if there is none. */
  plain: number;
  /** The column of the root keys of an entry; -1 if its next line decides; -2 if there is no entry yet. */
  root: number;
  /** Whether the last line was a comment or empty. */
  idle: boolean;
  colon: number;
  end: number;
  /** The root keys so far. */
  readonly keys: string[];
  readonly starts: Offsets;
  readonly kinds: Offsets;
  /** Why the document cannot be cut; '' as long as it can. */
  refused: string;
}

const [tab, newline, carriage, space, quote, hash, apostrophe, backslash] = [9, 10, 13, 32, 34, 35, 39, 92];

/**
 * The offset after the closing quote of a scalar, which may extend over lines right of the dashes; 0 if it is refused.
 */
export function closeQuote(scan: Scan, open: number): number {
  const { bytes } = scan;
  const closing = bytes[open];
  for (let at = open + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === closing) {
      if (closing === quote || bytes[at + 1] !== apostrophe) return at + 1;
      at += 1;
    } else if (byte === newline) {
      if (!mayGoOn(scan, at + 1)) return 0;
    } else if (byte === backslash && closing === quote && bytes[at + 1] !== newline) at += 1;
  }
  return refuseSpan(scan);
}

/** Whether the line at an offset may belong to an open quote or flow collection: it is blank or right of the dashes. */
function mayGoOn(scan: Scan, start: number): boolean {
  const { bytes } = scan;
  let at = start;
  while (bytes[at] === space) at += 1;
  const byte = bytes[at];
  if (byte === newline || byte === carriage || at - start > Math.max(scan.dash, 0)) return true;
  scan.refused = 'a quoted scalar or a flow that goes on at or left of the entries';
  return false;
}

/** Bytes that the scan does not support at the start of a value in a flow collection: 1. */
const odd = new Uint8Array(256);
for (const char of '&*!|>%@`?#:') odd[char.charCodeAt(0)] = 1;

/** The offset after the closing bracket of a flow collection; 0 if it is refused. */
export function closeFlow(scan: Scan, open: number): number {
  const { bytes } = scan;
  let depth = 0;
  let begins = true; // whether a value may begin here
  for (let at = open; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === space || byte === carriage) continue;
    if (byte === newline) {
      if (!mayGoOn(scan, at + 1)) return 0;
    } else if (byte === 91 || byte === 123) {
      if (!begins) return refuseSpan(scan);
      depth += 1;
    } else if (byte === 93 || byte === 125) {
      depth -= 1;
      begins = false;
      if (depth === 0) return at + 1;
    } else if (byte === 44) begins = true;
    else if (byte === quote || byte === apostrophe) {
      const end = begins ? closeQuote(scan, at) : refuseSpan(scan);
      if (end === 0) return 0;
      at = end - 1;
      begins = false;
      if (bytes[end] === 58) begins = true;
      if (begins) at = end;
    } else if (byte === tab || byte === hash || (begins && odd[byte] === 1)) return refuseSpan(scan);
    else if (byte === 58) {
      if (isFlowBlank(bytes[at + 1])) begins = true;
    } else if (begins && byte === 45 && isFlowBlank(bytes[at + 1])) return refuseSpan(scan);
    else begins = false;
  }
  return refuseSpan(scan);
}

function isFlowBlank(byte: number | undefined): boolean {
  return (
    byte === space ||
    byte === newline ||
    byte === carriage ||
    byte === 44 ||
    byte === 91 ||
    byte === 93 ||
    byte === 123 ||
    byte === 125
  );
}

function refuseSpan(scan: Scan): 0 {
  if (scan.refused === '') scan.refused = 'a quoted scalar or a flow that is not understood';
  return 0;
}
