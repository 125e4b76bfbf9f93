import { lastAtMost, memoised, memoisedFor, once } from '../collections.ts';
import type { Entries } from './list-scan/list-scan.ts';
import { scanList } from './list-scan/list-scan.ts';
import { isLetter } from './list-scan/bytes.ts';
import { jsonValues } from './json-values.ts';
import { hashOf, findWord, isWordAt } from './byte-search.ts';
import type { Page } from './read.ts';
import { readUtf8 } from './read.ts';
import type { List, Slice, SlicePart } from './slice.ts';
import type { Source } from './source.ts';

export type { List, Slice } from './slice.ts';

/** The slices of a source, created when they are asked for. */
export interface Cut {
  readonly source: Source;
  /** The slice that holds a byte. */
  at(offset: number): Slice;
  /** All slices in order, one at a time: 100,000 at once do not fit into a small heap. */
  all(): Iterable<Slice>;
  /** If a ResourceList is cut at its entries: the list without them, parsed. */
  readonly envelope?: Page;
  /** The entries whose `kind` may matter; the kind is undefined if it is not written as a plain word. */
  ofKind?(matters: (kind: string | undefined) => boolean): Iterable<Slice>;
  /** Why a ResourceList is not cut at its entries. */
  readonly refusal?: string;
}

/** How finely a source is cut. `coarse` is one slice; `fine` and `coarse` must give the same output. */
export type Grain = 'fine' | 'documents' | 'coarse';

/** Cuts a source. In doubtful cases the slices are larger; the way of reading is always the same. */
export function cut(source: Source, grain: Grain = 'fine'): Cut {
  return cutsOf(source)(grain);
}

const cutsOf = memoisedFor((source: Source) => memoised((grain: Grain) => cutNow(source, grain)));

function cutNow(source: Source, grain: Grain): Cut {
  const values = jsonValues(source);
  if (values !== undefined) return byStarts(source, values, 'json');
  if (grain === 'coarse') return byStarts(source, [0], 'documents');
  const cuts = hasDirective(source.bytes)
    ? byStarts(source, startsBesideDirectives(source.bytes), 'documents')
    : byDocuments(source);
  if (grain !== 'fine' || !isResourceList(source.bytes)) return cuts;
  const entries = scanList(source.bytes);
  if (typeof entries === 'string') return { ...cuts, refusal: entries };
  const envelope = readUtf8(envelopeOf(source, entries));
  // What no reader reads is not a list.
  if (envelope?.problems.length !== 0) return { ...cuts, refusal: 'the text around the entries is no YAML' };
  return { ...byEntries(source, entries), envelope };
}

const resourceList = 'kind: ResourceList';

/** Whether a line at column 0 says `kind: ResourceList`, and the next line does not continue it. */
function isResourceList(bytes: Uint8Array): boolean {
  const first = findWord(bytes.subarray(0, resourceList.length), resourceList);
  const at = first === 0 ? 0 : findWord(bytes, `\n${resourceList}`) + 1;
  if (at === 0 && first !== 0) return false;
  const end = at + resourceList.length + (bytes[at + resourceList.length] === 13 ? 1 : 0);
  return bytes[end] === lineFeed && bytes[end + 1] !== 32;
}

/** The text around the entries of a list, in one piece. */
function envelopeOf(source: Source, { colon, end }: Entries): Slice {
  const { bytes } = source;
  const gap = { start: bytes.indexOf(lineFeed, colon) + 1, end };
  return { source, start: 0, end: bytes.length, part: 'envelope', gap };
}

/** One slice for each entry of a list, and one each for the text above and below it. */
function byEntries(source: Source, { starts, kinds, colon, end }: Entries): Cut {
  const { bytes } = source;
  const first = starts[0] ?? 0;
  const head: Slice = { source, start: 0, end: first, part: 'envelope' };
  const list: List = { size: starts.length, head, colon };
  const entry = (index: number): Slice => ({
    source,
    start: starts[index] ?? 0,
    end: starts[index + 1] ?? end,
    part: 'entry',
    list,
  });
  const tail: readonly Slice[] =
    end < bytes.length ? [{ source, start: end, end: bytes.length, part: 'envelope' }] : [];
  const words = once(() => Array.from(kinds, wordReader(bytes)));
  return {
    source,
    at: (offset) => (offset < first ? head : offset >= end ? (tail[0] ?? head) : entry(lastAtMost(starts, offset))),
    *all() {
      yield head;
      for (let index = 0; index < starts.length; index += 1) yield entry(index);
      yield* tail;
    },
    *ofKind(matters) {
      for (const [index, word] of words().entries()) if (matters(word)) yield entry(index);
    },
  };
}

/**
 * Returns a function that reads the plain word in the rest of a line; undefined for anything else and for offset 0.
 * Repeated words are converted to strings only once.
 */
function wordReader(bytes: Uint8Array): (offset: number) => string | undefined {
  const seen = new Map<number, string>();
  return (offset) => {
    let start = offset;
    while (bytes[start] === 32) start += 1;
    let end = start;
    while (isLetter(bytes[end] ?? 0)) end += 1;
    const next = bytes[end] === 13 ? bytes[end + 1] : bytes[end];
    if (offset === 0 || start === offset || end === start || end - start > 64 || next !== lineFeed) return undefined;
    const hash = hashOf(bytes, start, end);
    const same = seen.get(hash);
    if (same?.length === end - start && isWordAt(bytes, start, same)) return same;
    const word = String.fromCharCode(...bytes.subarray(start, end));
    seen.set(hash, word);
    return word;
  };
}

const lineFeed = 10;
const hyphen = 45;

/**
 * Documents begin at a line `---`: no scalar or collection may hold such a line (YAML 1.2, c-forbidden), so a look at
 * the bytes around an offset is enough. `...` ends a document, and what follows it stays in the slice.
 */
function byDocuments(source: Source): Cut {
  const { bytes } = source;
  const at = (offset: number): Slice => {
    const end = nextMarker(bytes, offset + 1);
    return { source, start: lastMarker(bytes, offset), end, part: 'documents' };
  };
  return { source, at, all: () => tile(source, at) };
}

function* tile(source: Source, at: (offset: number) => Slice): Iterable<Slice> {
  for (let start = 0; start < source.bytes.length;) {
    const slice = at(start);
    yield slice;
    start = slice.end;
  }
}

function isMarker(bytes: Uint8Array, at: number): boolean {
  if (bytes[at] !== hyphen || bytes[at + 1] !== hyphen || bytes[at + 2] !== hyphen) return false;
  const next = bytes[at + 3];
  return next === undefined || next === lineFeed || next === 32 || next === 9 || next === 13;
}

/** The first `---` at the start of a line at or after an offset, or the end of the bytes. */
function nextMarker(bytes: Uint8Array, offset: number): number {
  for (let at = findWord(bytes, '\n---', offset - 1); at !== -1; at = findWord(bytes, '\n---', at + 4)) {
    if (isMarker(bytes, at + 1)) return at + 1;
  }
  return bytes.length;
}

/** The last `---` at the start of a line at or before an offset, or the start of the bytes. */
function lastMarker(bytes: Uint8Array, offset: number): number {
  for (let at = offset; at > 0;) {
    const lineStart = bytes.lastIndexOf(lineFeed, at - 1) + 1;
    if (lineStart <= offset && isMarker(bytes, lineStart)) return lineStart;
    at = lineStart - 1;
  }
  return 0;
}

/** Whether a line begins with `%`, after a byte order mark, too: it may be a directive. */
function hasDirective(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(37); at !== -1; at = bytes.indexOf(37, at + 2)) {
    const start = bytes[at - 1] === 0xbf && bytes[at - 2] === 0xbb && bytes[at - 3] === 0xef ? at - 3 : at;
    if (start === 0 || bytes[start - 1] === lineFeed) return true;
  }
  return false;
}

/**
 * `%YAML` and `%TAG` belong to the document after them, which cannot be read without them: it stays in the slice of the
 * document above, of which such a line may also be a part.
 */
function startsBesideDirectives(bytes: Uint8Array): readonly number[] {
  const starts = [0];
  for (let at = nextMarker(bytes, 1); at < bytes.length; at = nextMarker(bytes, at + 4))
    if (!isBelowDirective(bytes, at)) starts.push(at);
  return starts;
}

const lineDecoder = new TextDecoder();

/** Whether only comments and empty lines are between a line that begins with `%` and a marker. */
function isBelowDirective(bytes: Uint8Array, marker: number): boolean {
  for (let end = marker; end > 0;) {
    // A negative offset would count from the end.
    const start = end < 2 ? 0 : bytes.lastIndexOf(lineFeed, end - 2) + 1;
    const line = lineDecoder.decode(bytes.subarray(start, end));
    if (line.startsWith('%')) return true;
    if (!/^\s*(?:#|$)/.test(line)) return false;
    end = start;
  }
  return false;
}

function byStarts(source: Source, starts: readonly number[], part: SlicePart): Cut {
  const slice = (index: number): Slice => ({
    source,
    start: starts[index] ?? 0,
    end: starts[index + 1] ?? source.bytes.length,
    part,
  });
  return {
    source,
    at: (offset) => slice(lastAtMost(starts, offset)),
    all: () => starts.map((_, index) => slice(index)),
  };
}
