import type { Source } from './source.ts';
import { decode } from './source.ts';

const newline = 10;

/**
 * The offsets of the values in a stream of JSON. Returns undefined for anything else, for a single value that is the
 * document of a file, and for a stream after a byte order mark, which Kubernetes reads as YAML.
 */
export function jsonValues({ path, bytes }: Source): readonly number[] | undefined {
  const first = skipSpace(bytes, bytes[0] === 0xef ? 3 : 0);
  if (bytes[first] !== 123) return undefined;
  const starts: number[] = [];
  for (let at = first; at < bytes.length;) {
    const end = bytes[at] === 123 ? jsonValueEnd(bytes, at) : -1;
    if (end === -1) return undefined;
    starts.push(starts.length === 0 ? 0 : at);
    at = skipSpace(bytes, end);
  }
  const isStream = starts.length > 1 || (path === '-' && bytes[0] !== 0xef);
  return isStream && areJson(bytes, starts) ? starts : undefined;
}

/** Whether each value is JSON. A value that only starts and ends like JSON is a YAML flow mapping. */
function areJson(bytes: Uint8Array, starts: readonly number[]): boolean {
  const isMarked = bytes[0] === 0xef;
  try {
    for (const [index, start] of starts.entries())
      JSON.parse(decode(bytes.subarray(isMarked && start === 0 ? 3 : start, starts[index + 1] ?? bytes.length)));
    return true;
  } catch {
    return false;
  }
}

function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 32 || bytes[at] === newline || bytes[at] === 13 || bytes[at] === 9) at += 1;
  return at;
}

/**
 * The end of a JSON object or array; -1 if it does not end, or if it holds something that JSON does not have (a
 * comment, a single quote).
 */
export function jsonValueEnd(bytes: Uint8Array, from: number): number {
  let depth = 0;
  let quoted = false;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (quoted) {
      if (byte === 92) at += 1;
      else if (byte === 34) quoted = false;
    } else if (byte === 34) quoted = true;
    else if (byte === 123 || byte === 91) depth += 1;
    else if (byte === 125 || byte === 93) {
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (byte === 35 || byte === 39) return -1;
  }
  return -1;
}
