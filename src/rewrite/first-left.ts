import { lastAtMost } from '../collections.ts';
import { cut } from '../yaml/cut.ts';
import { findWord } from '../yaml/byte-search.ts';
import { characterAt } from '../yaml/page-offsets.ts';
import type { Page } from '../yaml/read.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Range, Source } from '../yaml/source.ts';
import { encode } from '../yaml/source.ts';
import type { Edit } from '../yaml/splice.ts';
import { editsBySource, toByteEdits } from '../yaml/splice.ts';

/**
 * Takes out what may be before a later document but not before the first one, where the documents above it are removed:
 * Kubernetes' reader takes the text above the first `---` for a document of its own, which a directive or an end marker
 * must not be alone in, and a byte order mark after it for a part of a key (apimachinery, util/yaml, YAMLReader;
 * goyaml.v2, yaml_parser_determine_encoding).
 */
export function beforeFirstLeft(edits: readonly Edit[]): readonly Edit[] {
  return [...editsBySource(edits)].flatMap(([source, own]) => {
    const pageOf = pagesAt(source, own);
    return strayParts(source, own).flatMap(({ start, end }) => {
      const page = pageOf(start);
      return page === undefined
        ? []
        : [{ page, start: characterAt(page, start), end: characterAt(page, end), text: '' }];
    });
  });
}

const mark = '\u00ef\u00bb\u00bf';
const lineFeed = 10;
const percent = 37;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The byte order marks, directives and end markers before what is left, if more than comments is removed above. Between
 * later `---`, too, directives and end markers must not be below comments alone.
 */
function strayParts(source: Source, edits: readonly Edit[]): readonly Range[] {
  const { bytes } = source;
  if ([mark, '\n%', '\n...'].every((one) => findWord(bytes, one, 1) === -1)) return [];
  const parts: Range[] = [];
  let [isFirst, isBelow, hasContent] = [true, false, false];
  let at = 0;
  for (const edit of [...toByteEdits(edits), undefined]) {
    for (const limit = edit?.start ?? bytes.length; at < limit;) {
      const end = lineOrMarkEnd(bytes, at, limit);
      const text = decoder.decode(bytes.subarray(at, end));
      if (!beforeContent.test(text)) {
        if (edit === undefined) return parts;
        at = lastSeparator(bytes, at, limit);
        [isFirst, isBelow, hasContent] = [false, false, true];
        continue;
      }
      if (!isFirst && text.startsWith('---')) [isBelow, hasContent] = [false, false];
      const length = isBelow && !hasContent ? strayLength(bytes, at, text, isFirst) : 0;
      if (length > 0) parts.push({ start: at, end: at + length });
      at = end;
    }
    if (edit === undefined) break;
    if (edit.bytes.length > 0) [isFirst, hasContent] = [false, true];
    isBelow ||= content.test(decoder.decode(bytes.subarray(at, edit.end)));
    at = edit.end;
  }
  return parts;
}

/** The start of the last `---` before a limit that has nothing but comments and blank lines below it, or else the limit. */
function lastSeparator(bytes: Uint8Array, from: number, limit: number): number {
  for (let end = limit; end > from;) {
    const start = Math.max(from, bytes.lastIndexOf(lineFeed, end - 2) + 1);
    const line = decoder.decode(bytes.subarray(start, end));
    if (line.startsWith('---') && start > from) return start;
    if (!beforeContent.test(line)) return limit;
    end = start;
  }
  return limit;
}

const beforeContent = /^(?:\ufeff|%.*\s*|(?:---|\.\.\.)?[ \t]*(?:#.*)?\r?\n?)$/;
const endMarker = /^\.\.\.[ \t]*(?:\r?\n)?/;
const content = /^[ \t]*[^\s#%.-]/m;

/** The end of a byte order mark at an offset, or else of the line, or of the part of it before a limit. */
function lineOrMarkEnd(bytes: Uint8Array, at: number, limit: number): number {
  if (findWord(bytes, mark, at, at + mark.length) === at) return at + mark.length;
  const end = bytes.indexOf(lineFeed, at);
  return end === -1 || end >= limit ? limit : end + 1;
}

/** How much of a line or byte order mark must not be before the first document; all of it is ASCII, but for the mark. */
function strayLength(bytes: Uint8Array, at: number, text: string, isFirst: boolean): number {
  if (text === '\ufeff') return isStrayMark(bytes, at, isFirst) ? mark.length : 0;
  if (!isFirst && /^(?:%|\.\.\.)/.test(text) && hasHandle(bytes, at)) return 0;
  if (!text.startsWith('%')) return endMarker.exec(text)?.[0].length ?? 0;
  const all = encode(text).length;
  const handle = /^%TAG[ \t]+(\S+)/.exec(text)?.[1];
  // A handle is known in one document, and an end marker is between this and the directives of another one.
  const marker = findWord(bytes, '\n...', at + all);
  const isUsed =
    handle !== undefined && findWord(bytes, handle, at + all, marker === -1 ? bytes.length : marker) !== -1;
  return isUsed ? 0 : all;
}

/** Whether a handle of tags is made known before the next `---`: an end marker has to be above it. */
function hasHandle(bytes: Uint8Array, at: number): boolean {
  const separator = findWord(bytes, '\n---', at);
  return findWord(bytes, '\n%TAG', at === 0 ? 0 : at - 1, separator === -1 ? bytes.length : separator) !== -1;
}

/** Whether a byte order mark is above a directive or below `---`: after anything else it is a part of the content. */
function isStrayMark(bytes: Uint8Array, at: number, isFirst: boolean): boolean {
  if (bytes[at + mark.length] === percent) return true;
  if (!isFirst) return false;
  const above = bytes.subarray(at < 2 ? 0 : bytes.lastIndexOf(lineFeed, at - 2) + 1, at);
  return /^\ufeff?---[ \t]*(?:#.*)?\r?\n$/.test(decoder.decode(above));
}

/** Returns the page of a byte that is not removed, one that is edited or that of its document; they are asked for in order. */
function pagesAt(source: Source, edits: readonly Edit[]): (at: number) => Page | undefined {
  const edited = [...new Set(edits.map(({ page }) => page))].sort((a, b) => a.slice.start - b.slice.start);
  const starts = edited.map(({ slice }) => slice.start);
  let last: Page | undefined;
  return (at) => {
    const isIn = (page: Page | undefined): boolean =>
      page !== undefined && page.slice.start <= at && at < page.slice.end;
    const near = edited[lastAtMost(starts, at)];
    // Two parts of one document are edits of one page: they are read back together.
    if (!isIn(last)) last = isIn(near) ? near : readUtf8(cut(source, 'documents').at(at));
    return last;
  };
}
