import { lastAtMost } from '../collections.ts';

/** The lines of a file, each with its line end, in latin1: one character is one byte. */
export interface FileLines {
  readonly count: number;
  at(line: number): string;
  /** The line that holds an offset; `count` at the end of the last one. */
  lineAt(offset: number): number;
  startOf(line: number): number;
  /** The start of the line that text written at an offset becomes part of. */
  startAround(offset: number): number;
  slice(start: number, end: number): string;
}

/** The lines of a file. */
export function fileLines(bytes: Uint8Array): FileLines {
  const starts = [0];
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  if (starts.at(-1) !== bytes.length) starts.push(bytes.length);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const startOf = (line: number): number => starts[Math.min(line, starts.length - 1)] ?? 0;
  return {
    count: starts.length - 1,
    at: (line) => buffer.toString('latin1', startOf(line), startOf(line + 1)),
    lineAt: (offset) => lastAtMost(starts, offset),
    startOf,
    startAround: (offset) =>
      startOf(lastAtMost(starts, offset) - (offset === bytes.length && bytes.at(-1) !== 10 ? 1 : 0)),
    slice: (start, end) => buffer.toString('latin1', start, end),
  };
}
