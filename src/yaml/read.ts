import type { Document, YAMLMap } from 'yaml';
import { isScalar, visit } from 'yaml';
import { platform } from '../platform.ts';
import { schema } from './kubernetes-schema.ts';
import { parseDocuments } from './loose-flow.ts';
import { oddKey } from './odd-keys.ts';
import { oddMerge } from './odd-merges.ts';
import { oneLine, problemReason } from './plain-value.ts';
import { refusedScalar } from './refused-scalars.ts';
import type { Slice } from './slice.ts';
import { isWide, textOf } from './source.ts';

/** What is wrong with a document: an offset in characters of the text of the page, and a message on one line. */
interface DocumentProblem {
  readonly document: number;
  readonly offset: number;
  readonly message: string;
  /** What to do, if the problem is not the syntax. */
  readonly fix?: string;
}

/** A slice as text, parsed. A document with a problem has no manifests. */
export interface Page {
  readonly slice: Slice;
  readonly text: string;
  readonly documents: readonly Document.Parsed[];
  readonly problems: readonly DocumentProblem[];
  /** The plain value of its only document, if that may be parsed again each time it is asked for. */
  readonly onlyObject?: object;
}

/**
 * Parses a slice, with its source tokens unless it is never edited. Returns undefined if its bytes are not UTF-8, or if
 * its whole source is UTF-16 or UTF-32.
 */
export function readUtf8(slice: Slice, keepSourceTokens = true): Page | undefined {
  if (isWide(slice.source.bytes)) return undefined;
  try {
    return readSlice(slice, keepSourceTokens);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The largest document that is read, in bytes. */
const readableBytes = 2 ** 26;

/** Above this size, duplicate keys are found by our own search: that of the library is quadratic. */
const smallText = 2 ** 16;

/** Parses a slice. Invalid YAML is returned as problems, never thrown. Throws TypeError if the bytes are not UTF-8. */
export function readSlice(slice: Slice, keepSourceTokens = true): Page {
  const { start, end, gap } = slice;
  const size = end - start - (gap === undefined ? 0 : gap.end - gap.start);
  if (size > readableBytes) return tooLarge(slice, size, `those above ${inMiB(readableBytes)} are not read`);
  const text = textOf(slice);
  const short = memoryShort(text);
  if (short !== undefined) return tooLarge(slice, size, short);
  return { slice, text, ...parseText(text, keepSourceTokens) };
}

/** The documents of a text and their problems. */
export type ParsedText = Pick<Page, 'documents' | 'problems'>;

/**
 * Parses a text, with or without its source tokens. Invalid YAML is returned as problems, never thrown. What was made of an
 * input that could be read may have any number of aliases.
 */
export function parseText(text: string, keepSourceTokens: boolean, isMade = false): ParsedText {
  try {
    const documents = parseDocuments(withLastLineEnd(withoutByteOrderMarks(text)), {
      schema,
      keepSourceTokens,
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: text.length <= smallText,
    });
    return {
      documents,
      problems: documents.flatMap((document, at) =>
        documentProblems(document, at, { text, isMade, above: documents[at - 1]?.range[2] ?? 0 }),
      ),
    };
  } catch (error) {
    return { documents: [], problems: [{ document: 0, offset: firstContent(text), message: problemReason(error) }] };
  }
}

/**
 * Replaces each byte order mark after a separator by a line end, for the library. Such a mark begins a document (YAML
 * 1.2, l-document-prefix; Kubernetes' decoder cuts there). A second mark at the start is passed over, as by its scanner
 * (sigs.k8s.io/yaml, goyaml.v2, yaml_parser_scan_to_next_token); a first one before blanks is replaced too, because the
 * library counts it as a column. The length of the text and the columns do not change.
 */
function withoutByteOrderMarks(text: string): string {
  if (/^\ufeff[ \t]/.test(text)) return withoutByteOrderMarks(`\n${text.slice(1)}`);
  if (!text.includes('\ufeff', 1)) return text;
  return text.replace(/^\ufeff\ufeff/, '\ufeff\n').replace(/^(\ufeff?---(?:[ \t]+#.*|[ \t]*)\r?\n)\ufeff/gm, '$1\n');
}

/**
 * Ends a last line of blanks, as Kubernetes' reader does with each last line (apimachinery, util/yaml, LineReader): below
 * `|+` it is a line of text, which the library only counts where it has an end. Nodes may end one character after the text.
 */
function withLastLineEnd(text: string): string {
  return /[ \t]/.test(text.slice(-1)) && /(?:^|\n)[ \t]+$/.test(text) ? `${text}\n` : text;
}

function tooLarge(slice: Slice, size: number, why: string): Page {
  const message = `a document of ${inMiB(size)}: ${why}`;
  const fix = 'put the TrafficSplit into a document of its own';
  return { slice, text: '', documents: [], problems: [{ document: 0, offset: 0, message, fix }] };
}

function inMiB(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}

/** Why there is not enough memory to read a text (the process would end without a message); undefined if there is enough. */
export function memoryShort(text: string): string | undefined {
  if (text.length <= smallText) return undefined;
  const [needed, there] = [memoryFor(text), platform.heapLimit()];
  return needed > there ? `reading it needs ${inMiB(needed)} of memory, and Node may use ${inMiB(there)}` : undefined;
}

/**
 * An estimate of the library's peak memory in bytes, from measurements: a part for each character, and a part for each
 * character that may start a node. What is changed is parsed a second time, without tokens, when it is read back.
 */
function memoryFor(text: string): number {
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // LF , - : [ {
    if (code === 10 || code === 44 || code === 45 || code === 58 || code === 91 || code === 123) parts += 1;
  }
  return text.length * 48 + parts * 1300;
}

/** Aliases times characters: as many as are searched in a few seconds. */
const aliasedCharacters = 5e8;

interface CheckedText {
  readonly text: string;
  readonly isMade: boolean;
  /** The end of the document above. */
  readonly above: number;
}

function documentProblems(document: Document.Parsed, at: number, checked: CheckedText): DocumentProblem[] {
  const { text } = checked;
  const first = document.errors[0];
  if (first !== undefined) return [{ document: at, offset: first.pos[0], message: problemMessage(first) }];
  const costly = text.length <= smallText ? undefined : costlyPart(document, checked);
  if (costly !== undefined) return [{ document: at, ...costly }];
  const merge = oddMerge(document, text);
  if (merge !== undefined)
    return [
      {
        document: at,
        offset: merge,
        message: 'a merge key (<<) after a key that it also sets: YAML readers disagree',
      },
    ];
  const key = oddKey(document, text);
  if (key !== undefined) return [{ document: at, ...key }];
  const odd = oddCharacter(checked, document) ?? refusedScalar(document, text);
  return odd === undefined ? [] : [{ document: at, ...odd }];
}

function problemMessage(error: Error): string {
  return error.message.includes('call stack') ? 'nested too deeply to be read' : oneLine(error.message);
}

/**
 * The first duplicate key, or the alias at which there are too many to follow: the library searches the whole document
 * for each anchor.
 */
function costlyPart(
  document: Document.Parsed,
  { text, isMade }: CheckedText,
): Omit<DocumentProblem, 'document'> | undefined {
  let found: Omit<DocumentProblem, 'document'> | undefined;
  let aliases = 0;
  visit(document, {
    Map: (_, map) => {
      const twice = keyTwice(map);
      if (twice !== undefined) found ??= { offset: twice, message: 'Map keys must be unique' };
    },
    Alias: (_, alias) => {
      aliases += 1;
      if (!isMade && aliases * text.length > aliasedCharacters)
        found ??= { offset: alias.range?.[0] ?? 0, message: 'too many aliases for a document of this size' };
    },
  });
  return found;
}

/** The offset of a key that occurs twice; merge keys may be repeated. */
function keyTwice(map: YAMLMap): number | undefined {
  const seen = new Set<unknown>();
  for (const { key } of map.items) {
    if (!isScalar(key) || typeof key.value === 'symbol') continue;
    if (seen.has(key.value)) return key.range?.[0] ?? 0;
    seen.add(key.value);
  }
  return undefined;
}

/** What YAML forbids (1.2, c-printable), and line breaks of which some readers make text. */
// eslint-disable-next-line no-control-regex
const notPrintable = /\r(?!\n)|[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/;

/** The first character that Kubernetes' reader refuses, or that some YAML readers take for a line break or ignore. */
function oddCharacter(
  { text, above }: CheckedText,
  document: Document.Parsed,
): Omit<DocumentProblem, 'document'> | undefined {
  const [start, , end] = document.range;
  const offset = start + text.slice(start, end).search(notPrintable);
  if (offset >= start) {
    const code = text.charCodeAt(offset);
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    const isBreak = [0x0d, 0x85, 0x2028, 0x2029].includes(code);
    const message = isBreak
      ? 'a line break that YAML readers disagree about (lone CR, NEL, LS or PS)'
      : `a control character (U+${hex}), which Kubernetes refuses`;
    const instead = code === 0x0d ? 'end lines with line feeds' : 'remove it';
    return { offset, message, fix: `${instead}, or write it as \\u${hex} in double quotes` };
  }
  const inside = startOfDirectives(document, text, above) ?? document.contents?.range[0] ?? end;
  const mark = inside + text.slice(inside, end).search(/(?<=\n)\ufeff/);
  return mark < inside ? undefined : { offset: mark, message: 'a byte order mark inside a document' };
}

/**
 * Where a document with a `%` line begins: a byte order mark after that is inside. Below an end marker, a mark before that line
 * may have comments above it: Kubernetes' decoder passes over all up to the separator.
 */
function startOfDirectives(document: Document.Parsed, text: string, above: number): number | undefined {
  const before = text.slice(above, document.range[0]);
  if (document.directives.docStart !== true || !/^\ufeff?%/m.test(before)) return undefined;
  const mark = above === 0 ? null : /^(?:[ \t]*(?:#.*)?\r?\n)*\ufeff(?=%)/.exec(before);
  return above + (mark?.[0].length ?? 0);
}

function firstContent(text: string): number {
  return Math.max(0, text.search(/[^\s\ufeff]/));
}
