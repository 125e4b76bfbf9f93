import { append, groupBy } from '../collections.ts';
import { isMap, isSeq } from 'yaml';
import { isMapping, text } from '../kubernetes.ts';
import { cut } from '../yaml/cut.ts';
import { jsonValues } from '../yaml/json-values.ts';
import type { Page, ParsedText } from '../yaml/read.ts';
import { manyAliases, toPlain } from '../yaml/plain-value.ts';
import { parseText, readUtf8 } from '../yaml/read.ts';
import type { Source } from '../yaml/source.ts';
import { decode, encode } from '../yaml/source.ts';
import type { Edit } from '../yaml/splice.ts';
import { editsBySource, splice, splicedText } from '../yaml/splice.ts';
import type { Intents } from './intents.ts';
import { isMeant } from './intents.ts';

/**
 * Reads the changed slices again with the library after their edits, and compares the objects with the intended ones.
 * Throws an Error named `ReadBackError` if they differ: then none of these edits may be written or printed.
 */
export function readBack(edits: readonly Edit[], intents: Intents): void {
  for (const [source, own] of editsBySource(edits)) {
    const pages = groupBy(own, ({ page }) => page);
    // Only the text above the entries of a list, which was not read as objects: all entries are removed.
    if ([...pages.keys()].some((page) => page.slice.part === 'envelope' && page.documents.length === 0))
      checkEmptied(source, own);
    else checkStretches(stretchesOf(pages), intents);
  }
}

function checkStretches(stretches: readonly ChangedRange[], intents: Intents): void {
  checkEnds(stretches);
  for (const stretch of stretches) checkStretch(stretch, intents);
}

/** Slices that are read together, and their text after the edits. */
interface ChangedRange {
  readonly pages: readonly Page[];
  readonly now: string;
}

/** The changed slices, joined with those before them if no `---` or dash separates them any more. */
function stretchesOf(pages: ReadonlyMap<Page, readonly Edit[]>): readonly ChangedRange[] {
  const stretches: ChangedRange[] = [];
  for (const page of [...pages.keys()].sort((a, b) => a.slice.start - b.slice.start)) {
    let stretch: ChangedRange = { pages: [page], now: splicedText(page.text, pages.get(page) ?? []) };
    for (let first = page; isOpenAbove(first, stretch.now); first = stretch.pages[0] ?? first) {
      const isNext = stretches.at(-1)?.pages.at(-1)?.slice.end === first.slice.start;
      const above = isNext ? stretches.pop() : unchanged(first);
      if (above === undefined) break;
      stretch = { pages: [...above.pages, ...stretch.pages], now: above.now + stretch.now };
    }
    stretches.push(stretch);
  }
  return stretches;
}

function isOpenAbove({ slice: { part, start } }: Page, now: string): boolean {
  // Comments and blank lines of an entry that is taken out are below the one above it.
  if (part === 'entry') return now !== '' && !/^[ \t]*[^\s#]/m.test(now);
  return part === 'documents' && start > 0 && now !== '' && !/^---(?:[ \t\r\n]|$)/.test(now);
}

/** The unchanged slice above a document or an entry; undefined if it is not UTF-8, or if an entry is the first one. */
function unchanged({ slice: { source, start, part } }: Page): ChangedRange | undefined {
  const slice = cut(source, part === 'entry' ? 'fine' : 'documents').at(start - 1);
  const page = slice.part === 'envelope' ? undefined : readUtf8(slice);
  return page && { pages: [page], now: page.text };
}

/** The slice ends with a line end, unless nothing is left of the next slice. */
function checkEnds(stretches: readonly ChangedRange[]): void {
  let below: number | undefined;
  for (const { pages, now } of stretches.toReversed()) {
    const [first, last] = [pages[0], pages.at(-1)];
    if (first === undefined || last === undefined) continue;
    const { source, end, part } = last.slice;
    const isLast = end === source.bytes.length || end === below;
    if (isLast && now === '') below = first.slice.start;
    else if (!isLast && part !== 'json' && !/(?:^\ufeff?|\n)$/.test(now))
      throw readBackError(last, 'a line runs into the next one');
  }
}

function checkStretch({ pages, now }: ChangedRange, intents: Intents): void {
  const [page] = pages;
  if (page === undefined) return;
  const was = pages.map((one) => meantValues(one, intents));
  const is =
    pages.length === 1 && isFollowed(page, now)
      ? [{ values: [page.onlyObject], broken: 0 }, valuesOf(now.slice(page.text.length))]
      : (page.slice.part === 'json' ? jsonParts(now) : [now]).map(valuesOf);
  const [brokenBefore, broken] = [was, is].map((all) => all.reduce((sum, one) => sum + one.broken, 0));
  const [meant, found] = [was, is].map((all) => all.flatMap((one) => one.values));
  if ((broken ?? 0) > (brokenBefore ?? 0)) throw readBackError(page, 'it cannot be read');
  // A directive that was removed with its document may have been the problem of the one above.
  if (!agree(meant ?? [], found ?? [], broken === brokenBefore)) throw readBackError(page, 'it has other objects');
  if (
    pages.length === 1 &&
    isJsonSource(page.text) &&
    (meant ?? []).length === 1 &&
    now.trim() !== '' &&
    !isJsonSource(now)
  )
    throw readBackError(page, 'it is not JSON');
}

/** What is intended in the place of a page. */
function meantValues(page: Page, intents: Intents): ReadValues {
  return page.onlyObject === undefined
    ? documentValues(page, (node, value) => meantAt(node, value, intents))
    : { values: intents.at(page, page.onlyObject), broken: 0 };
}

function valuesOf(text: string): ReadValues {
  return documentValues(parseText(text, false, true), (_, value) => [value]);
}

/**
 * Whether the text of a page is followed by other documents and nothing else is changed: no scalar or collection may hold
 * a line `---` (YAML 1.2, c-forbidden), so the page is read as before, and only what follows has to be read.
 */
function isFollowed({ text, onlyObject }: Page, now: string): boolean {
  return (
    onlyObject !== undefined &&
    text.endsWith('\n') &&
    now.startsWith(text) &&
    /^---[ \r\n]/.test(now.slice(text.length, text.length + 4))
  );
}

function jsonParts(now: string): readonly string[] {
  const bytes = encode(now);
  const starts = jsonValues({ path: '-', bytes });
  return starts?.map((start, index) => decode(bytes.subarray(start, starts[index + 1] ?? bytes.length))) ?? [now];
}

function isJsonSource(value: string): boolean {
  if (!/^\ufeff?\s*[[{]/.test(value)) return false;
  try {
    JSON.parse(value.replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}

/** The values that were read or are intended, and how many documents cannot be read. */
interface ReadValues {
  readonly values: readonly unknown[];
  readonly broken: number;
}

/** The values of the documents that can be read and are not empty, and how many cannot be read. */
function documentValues(
  { documents, problems }: ParsedText,
  each: (node: unknown, value: unknown) => readonly unknown[],
): ReadValues {
  const bad = new Set(problems.map(({ document }) => document));
  const values: unknown[] = [];
  let broken = documents.length === 0 ? bad.size : 0;
  for (const [at, document] of documents.entries()) {
    const plain = bad.has(at) ? undefined : toPlain(document, manyAliases);
    if (plain === undefined || 'problem' in plain) broken += 1;
    else if (plain.value !== null && plain.value !== undefined) append(values, each(document.contents, plain.value));
  }
  // A list with no entries left counts as missing.
  return { values: values.filter((value) => !Array.isArray(value) || value.length > 0), broken };
}

/** What is intended in the place of a node. */
function meantAt(node: unknown, value: unknown, intents: Intents): readonly unknown[] {
  return intents.at(node, withEntries(node, value, intents));
}

/** A value in which the entries of a list are replaced by the intended ones. */
function withEntries(node: unknown, value: unknown, intents: Intents): unknown {
  if (isSeq(node) && Array.isArray(value))
    return node.items.flatMap((item, index) => meantAt(item, (value as unknown[])[index], intents));
  if (!isMap(node) || !isMapping(value) || !text(value, 'kind').endsWith('List') || !Array.isArray(value.items))
    return value;
  const items: unknown = node.get('items', true);
  return isSeq(items) ? { ...value, items: withEntries(items, value.items, intents) } : value;
}

/** Whether the values that were read are the intended ones; unless `exactly`, there may be others between them. */
function agree(meant: readonly unknown[], found: readonly unknown[], exactly: boolean): boolean {
  if (exactly) return meant.length === found.length && meant.every((one, index) => isMeant(one, found[index]));
  let at = 0;
  for (const one of found) if (at < meant.length && isMeant(meant[at], one)) at += 1;
  return at === meant.length;
}

/** Checks a ResourceList that was cut at its entries and has none left: it has to be the same list with `items: []`. */
function checkEmptied(source: Source, edits: readonly Edit[]): void {
  const { envelope } = cut(source);
  const [page] = edits.map((edit) => edit.page);
  if (envelope === undefined || page === undefined) return;
  const was = documentValues(envelope, (_, value) => [{ ...(value as object), items: [] }]);
  const is = documentValues(parseText(splice(source, edits).map(decode).join(''), false, true), (_, value) => [value]);
  if (is.broken > 0 || !agree(was.values, is.values, true))
    throw readBackError(page, 'the empty list is read otherwise');
}

function readBackError({ slice: { source, start } }: Page, what: string): Error {
  const error = new Error(`the text for ${source.path} at byte ${start}, read back, is not what is meant: ${what}`);
  error.name = 'ReadBackError';
  return error;
}
