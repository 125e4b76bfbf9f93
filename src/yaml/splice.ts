import { groupBy } from '../collections.ts';
import type { Page } from './read.ts';
import type { Range, Source } from './source.ts';
import { byteAt } from './page-offsets.ts';
import { encode } from './source.ts';

/** Replaces `[start, end)` of the text of a page, in UTF-16 units of the text as it was read. */
export interface Edit extends Range {
  readonly page: Page;
  readonly text: string;
}

/** An edit in bytes of its source. */
export interface ByteEdit extends Range {
  readonly bytes: Uint8Array;
}

/** Groups edits by the source of their page. */
export function editsBySource(edits: readonly Edit[]): ReadonlyMap<Source, readonly Edit[]> {
  return groupBy(edits, ({ page }) => page.slice.source);
}

/**
 * Converts the edits of one source to bytes, ordered by place, then by page, then as given. Throws RangeError if two of
 * them overlap, which is a bug.
 */
export function toByteEdits(edits: readonly Edit[]): readonly ByteEdit[] {
  const sorted = edits
    .map((edit, index) => ({ edit, index }))
    .map(({ edit, index }) => ({
      ...toBytes(edit),
      index,
      below: partStart(edit),
    }))
    .sort((a, b) => a.start - b.start || a.end - a.start - (b.end - b.start) || a.below - b.below || a.index - b.index)
    .map(({ start, end, bytes }) => ({ start, end, bytes }));
  for (const [index, edit] of sorted.entries()) {
    const before = sorted[index - 1];
    if (before !== undefined && edit.start < before.end) throw new RangeError('two edits overlap');
  }
  return sorted;
}

/** Where the part of a source begins that an edit is about; after its gap, if it has one. */
function partStart({ page: { slice } }: Edit): number {
  return slice.gap?.end ?? slice.start;
}

/**
 * Whether an edit is put before one of others of its source that are at the same place, whichever is given first. Its own
 * place is computed once: a list with a thousand findings has as many edits.
 */
export function precedesSome(one: Edit, others: readonly Edit[]): boolean {
  const start = byteAt(one.page, one.start);
  const part = partStart(one);
  return others.some((other) => part < partStart(other) && byteAt(other.page, other.start) === start);
}

/** The source with its edits applied, as chunks: unchanged parts are views of the source's own bytes. */
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

/** The text of a page with its edits, in the order in which they are applied; of a part of it, with those in that part. */
export function splicedText(
  text: string,
  edits: readonly Edit[],
  { start, end }: Range = { start: 0, end: text.length },
): string {
  const parts: string[] = [];
  let at = start;
  for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - a.start - (b.end - b.start))) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return [...parts, text.slice(at, end)].join('');
}

function toBytes({ page, start, end, text }: Edit): ByteEdit {
  return { start: byteAt(page, start), end: byteAt(page, end), bytes: encode(text) };
}
