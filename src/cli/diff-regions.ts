import type { FileLines } from './file-lines.ts';

/** Bytes from `start` to `end` of the old file that became `text`. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The regions between the pieces that are views of the old bytes. */
export function regionsOf(before: Uint8Array, after: readonly Uint8Array[]): readonly Region[] {
  const regions: Region[] = [];
  let start = 0;
  let text = '';
  for (const piece of [...after, before.subarray(before.length)]) {
    const offset = piece.byteOffset - before.byteOffset;
    const kept = piece.buffer === before.buffer && offset >= start && offset + piece.length <= before.length;
    if (!kept) {
      text += Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');
      continue;
    }
    if (offset > start || text !== '') regions.push({ start, end: offset, text });
    start = offset + piece.length;
    text = '';
  }
  return regions;
}

/** Regions that are extended to whole lines; those that share a line are joined. */
export function wholeLines(regions: readonly Region[], lines: FileLines): readonly Region[] {
  const joined: Region[] = [];
  let open: OpenRegion | undefined;
  for (const { start, end, text } of regions) {
    const from = lines.startAround(start);
    if (open === undefined || from >= endOf(open, lines)) {
      if (open !== undefined) joined.push(closed(open, lines));
      open = { start: from, end: from, parts: [], last: '' };
    }
    // What stays between two changes of a line is part of it.
    for (const part of [lines.slice(open.end, start), text]) {
      open.parts.push(part);
      open.last = part.at(-1) ?? open.last;
    }
    open.end = end;
  }
  return open === undefined ? joined : [...joined, closed(open, lines)];
}

/** A region up to which later ones may still be joined. */
interface OpenRegion {
  readonly start: number;
  end: number;
  readonly parts: string[];
  /** The last character of the parts. */
  last: string;
}

/** Where the lines of a region end in the old file. */
function endOf({ end, last }: OpenRegion, lines: FileLines): number {
  const inLine = end !== lines.startOf(lines.lineAt(end)) || (last !== '' && last !== '\n');
  return inLine ? lines.startOf(lines.lineAt(end) + 1) : end;
}

function closed(region: OpenRegion, lines: FileLines): Region {
  const end = endOf(region, lines);
  return { start: region.start, end, text: region.parts.join('') + lines.slice(region.end, end) };
}
