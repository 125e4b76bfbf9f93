import type { Page } from './read.ts';
import type { Source } from './source.ts';
import { aboveGap, encode } from './source.ts';

/** Replace `[start, end)` of a page's text, in UTF-16 units of the text as it was read. */
export interface Edit {
  readonly page: Page;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An edit in bytes of its source. */
export interface ByteEdit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Uint8Array;
}

/**
 * Edits of one source, as bytes, in the order of their place; those at one place in the order of their pages, then as given.
 * Throws RangeError where two overlap: that is a bug of ours.
 */
export function toByteEdits(edits: readonly Edit[]): readonly ByteEdit[] {
  const offsets = new Map<Page, ByteOffsets>();
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start) // offsets are counted forwards, so that each text is encoded once
    .map(({ edit, index }) => ({
      ...toBytes(edit, offsets),
      index,
      below: edit.page.slice.gap?.end ?? edit.page.slice.start,
    }))
    .sort((a, b) => a.start - b.start || a.end - a.start - (b.end - b.start) || a.below - b.below || a.index - b.index)
    .map(({ start, end, bytes }) => ({ start, end, bytes }));
  for (const [index, edit] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && edit.start < before.end) throw new RangeError('two edits overlap');
  }
  return sorted;
}

/** The source with its edits, as chunks: untouched stretches are views of the source's own bytes. */
export function splice(source: Source, edits: readonly Edit[]): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let at = 0;
  for (const edit of toByteEdits(edits)) {
    if (edit.start > at) chunks.push(source.bytes.subarray(at, edit.start));
    if (edit.bytes.length > 0) chunks.push(edit.bytes);
    at = edit.end;
  }
  if (at < source.bytes.length) chunks.push(source.bytes.subarray(at));
  return chunks;
}

type ByteOffsets = (offset: number) => number;

function toBytes(edit: Edit, known: Map<Page, ByteOffsets>): ByteEdit {
  let offsets = known.get(edit.page);
  if (offsets === undefined) known.set(edit.page, (offsets = byteOffsets(edit.page)));
  return { start: offsets(edit.start), end: offsets(edit.end), bytes: encode(edit.text) };
}

/**
 * From characters of a page to bytes of its source; a page of ASCII alone needs no counting. What is put at a gap stands
 * behind what was left out.
 */
function byteOffsets(page: Page): ByteOffsets {
  const { slice, text } = page;
  const { gap } = slice;
  if (gap !== undefined) {
    const above = aboveGap(page);
    return (offset) =>
      offset < above
        ? slice.start + encode(text.slice(0, offset)).length
        : gap.end + encode(text.slice(above, offset)).length;
  }
  if (slice.end - slice.start === text.length) return (offset) => slice.start + offset;
  let seen = { offset: 0, bytes: 0 };
  return (offset) => {
    const from = offset >= seen.offset ? seen : { offset: 0, bytes: 0 };
    seen = { offset, bytes: from.bytes + encode(text.slice(from.offset, offset)).length };
    return slice.start + seen.bytes;
  };
}
