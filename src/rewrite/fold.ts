import type { Manifest } from '../manifests/manifest.ts';
import type { Value } from '../yaml/print.ts';
import type { Page } from '../yaml/read.ts';
import { characterAt } from '../yaml/page-offsets.ts';
import type { Slice } from '../yaml/slice.ts';
import type { ByteEdit, Edit } from '../yaml/splice.ts';
import { joined, type Range } from '../yaml/source.ts';
import { toByteEdits } from '../yaml/splice.ts';
import type { Carrier } from './carriers.ts';
import { contentEnd, isFlow } from './positions.ts';
import { insertAfter } from './place.ts';

/** Edits that take manifests out; whether what comes back ends the text or a flow list, without a line end or a comma. */
interface TakenOut {
  readonly edits: readonly Edit[];
  readonly isOpen: boolean;
}

/** What is taken out, with the comments of each object that would be gone after its update. */
interface TakenObjects extends TakenOut {
  readonly gone: readonly (readonly string[])[];
}

/**
 * Takes out what is right after its split, byte for byte as we write it there, or would be after its update: dropping the
 * split then ends in the same text as if nothing had ever been written beside it. `follows`: more comes back than what takes
 * the place of the split. Undefined if it is elsewhere or differs.
 */
export function takeOutInserted(
  split: Manifest,
  carriers: readonly Carrier[],
  values: readonly Value[],
  follows = values.length > 1,
): TakenObjects | undefined {
  const { source } = split.page.slice;
  const pages = carriers.map(({ manifest }) => manifest.page);
  if (pages.some(({ slice }) => slice.source !== source)) return undefined;
  // An object with more contents starts with the same bytes.
  if (!carriers.every(({ accepts }, index) => accepts(values[index]))) return undefined;
  const updates = carriers.flatMap(({ update }) => update() ?? []);
  if (updates.length < carriers.length) return undefined;
  const following = { pages, updates: toByteEdits(updates.flatMap(({ edits }) => edits)) };
  const taken =
    takeOutText(split, following, insertAfter(split, values), follows) ?? takeOutLast(split, following, values);
  return taken && { ...taken, gone: updates.map(({ gone }) => gone) };
}

/** The pages of what follows a split, and how it would be updated, in bytes of their source. */
interface Following {
  readonly pages: readonly Page[];
  readonly updates: readonly ByteEdit[];
}

/** The last entries of a flow list after a comment of the split, whose comma was written with them. */
function takeOutLast(split: Manifest, following: Following, values: readonly Value[]): TakenOut | undefined {
  const { page, node, parent } = split;
  const comma = node.range[1];
  if (!isFlow(parent) || page.text[comma] !== ',') return undefined;
  const taken = takeOutText(split, following, insertAfter(split, values, [], true), false);
  if (taken === undefined || values.length > 1) return taken && { ...taken, isOpen: true };
  return { edits: [{ page, start: comma, end: comma + 1, text: '' }, ...taken.edits], isOpen: false };
}

/** Takes out what edits would have inserted. */
function takeOutText(
  split: Manifest,
  following: Following,
  made: readonly Edit[],
  follows: boolean,
): TakenOut | undefined {
  const { source } = split.page.slice;
  const inserted = toByteEdits(made);
  const ranges: Range[] = [];
  let isOpen = false;
  let shift = 0;
  for (const { start, bytes: updated } of inserted) {
    const bytes = withoutUpdates(source.bytes, following.updates, start + shift, updated);
    const range = bytes && rangeOf(source.bytes, start + shift, bytes);
    if (bytes === undefined || range === undefined) return undefined;
    // The line end before them is needed for what is put after it.
    isOpen ||= follows && range.start < start + shift;
    ranges.push(isOpen ? { ...range, start: start + shift } : range);
    shift += bytes.length;
  }
  const pages = [...new Set([split.page, ...following.pages])];
  const covered = pages.flatMap(({ slice }) => ranges.map((range) => overlap(range, slice)));
  if (sum(covered) !== sum(ranges.map(({ start, end }) => end - start))) return undefined;
  return { edits: pages.flatMap((page) => ranges.flatMap(({ start, end }) => cutOut(page, start, end))), isOpen };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/**
 * The range of the bytes; at the end of a file without a final line end, it includes the line end before them instead.
 */
function rangeOf(bytes: Uint8Array, start: number, wanted: Uint8Array): Range | undefined {
  const end = start + wanted.length;
  if (holds(bytes, start, wanted)) return { start, end };
  const eol = wanted.at(-2) === 13 ? 2 : wanted.at(-1) === 10 ? 1 : 0;
  if (eol === 0 || end - eol !== bytes.length || !holds(bytes, start, wanted.subarray(0, wanted.length - eol)))
    return undefined;
  return { start: start - eol, end: bytes.length };
}

/** Bytes from an offset of a source as they were before an update; undefined if they do not hold what it puts there. */
function withoutUpdates(
  source: Uint8Array,
  updates: readonly ByteEdit[],
  start: number,
  updated: Uint8Array,
): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  let [from, at] = [0, start];
  for (const { start: first, end, bytes } of updates) {
    const place = from + first - at;
    if (first < at || place + bytes.length > updated.length) continue;
    if (!holds(updated, place, bytes)) return undefined;
    parts.push(updated.subarray(from, place), source.subarray(first, end));
    [from, at] = [place + bytes.length, end];
  }
  return joined([...parts, updated.subarray(from)]);
}

function holds(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  return wanted.every((byte, index) => bytes[start + index] === byte);
}

function overlap(range: Range, slice: Range): number {
  return Math.max(0, Math.min(range.end, slice.end) - Math.max(range.start, slice.start));
}

function cutOut(page: Page, start: number, end: number): readonly Edit[] {
  const { slice } = page;
  const [from, to] = [Math.max(start, slice.start), Math.min(end, slice.end)];
  if (from >= to) return [];
  return [{ page, start: characterAt(page, from), end: characterAt(page, to), text: '' }];
}

/**
 * Removes the separator between a first document, which is removed and has no separator of its own, and its profile
 * after it. Returns undefined if there is anything else between the two.
 */
export function takeOutSeparator(split: Manifest, profile: Manifest): Edit | undefined {
  const { page } = profile;
  // Kubernetes' reader takes a stream that starts with a brace for JSON throughout (apimachinery, util/yaml).
  if (isFlow(profile.node)) return undefined;
  const first =
    split.page.slice.start === 0 && split.document.directives.docStart !== true && split.parent === undefined;
  const before = split.page.text.slice(0, split.start);
  if (!first || profile.parent !== undefined || page.slice.part !== 'documents' || /^(?:---|\.\.\.|%)/m.test(before))
    return undefined;
  const start = page === split.page ? contentEnd(page.text, split.node) : 0;
  const rest = page === split.page ? '' : split.page.text.slice(contentEnd(split.page.text, split.node));
  if (page !== split.page && !isNext(page.slice, split.page.slice)) return undefined;
  const separator = /^\s*---[ \t]*\r?\n(?=\s*\S)/.exec(page.text.slice(start, profile.start + 1))?.[0];
  if (separator === undefined || rest.trim() !== '') return undefined;
  const end = start + separator.length;
  if (page.text.slice(end, profile.start).includes('---')) return undefined;
  const from = start + separator.indexOf('---');
  return { page, start: from, end, text: '' };
}

function isNext(slice: Slice, above: Slice): boolean {
  return slice.source === above.source && slice.start === above.end;
}
