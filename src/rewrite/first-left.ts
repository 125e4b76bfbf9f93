import { cut } from '../yaml/cut.ts';
import { findWord } from '../yaml/byte-search.ts';
import { characterAt } from '../yaml/page-offsets.ts';
import type { Page } from '../yaml/read.ts';
import { readUtf8 } from '../yaml/read.ts';
import type { Source } from '../yaml/source.ts';
import type { Edit } from '../yaml/splice.ts';
import { editsBySource, toByteEdits } from '../yaml/splice.ts';

/**
 * Takes out what may be before a later document but not before the first one, where the documents above it are removed:
 * Kubernetes' reader takes a `%YAML` line at the start of a stream for a document of its own, and a byte order mark after
 * the first `---` for a part of a key (apimachinery, util/yaml, YAMLReader; goyaml.v2, yaml_parser_determine_encoding).
 */
export function beforeFirstLeft(edits: readonly Edit[]): readonly Edit[] {
  return [...editsBySource(edits)].flatMap(([source, own]) =>
    strayParts(source, own).flatMap(({ start, end }) => {
      const page = pageAt(source, start, own);
      return page === undefined
        ? []
        : [{ page, start: characterAt(page, start), end: characterAt(page, end), text: '' }];
    }),
  );
}

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

const mark = '\u00ef\u00bb\u00bf';
const lineFeed = 10;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The byte order marks and `%YAML` lines before what is left, if anything but comments and markers is removed above. */
function strayParts(source: Source, edits: readonly Edit[]): readonly ByteRange[] {
  const { bytes } = source;
  if (findWord(bytes, mark, 1) === -1 && findWord(bytes, '%YAML', 1) === -1) return [];
  const parts: ByteRange[] = [];
  let isBelow = false;
  let at = 0;
  for (const edit of [...toByteEdits(edits), undefined]) {
    for (const limit = edit?.start ?? bytes.length; at < limit;) {
      const end = lineOrMarkEnd(bytes, at, limit);
      const text = decoder.decode(bytes.subarray(at, end));
      if (!beforeContent.test(text)) return parts;
      if (isBelow && (directive.test(text) || (text === '\ufeff' && isBelowMarker(bytes, at))))
        parts.push({ start: at, end });
      at = end;
    }
    if (edit === undefined || edit.bytes.length > 0) return parts;
    isBelow ||= content.test(decoder.decode(bytes.subarray(at, edit.end)));
    at = edit.end;
  }
  return parts;
}

const beforeContent = /^(?:\ufeff|%.*\s*|(?:---)?[ \t]*(?:#.*)?\r?\n?)$/;
const directive = /^%YAML[ \t]/;
const content = /^[ \t]*[^\s#%.-]/m;

/** The end of a byte order mark at an offset, or else of the line, or of the part of it before a limit. */
function lineOrMarkEnd(bytes: Uint8Array, at: number, limit: number): number {
  if (findWord(bytes, mark, at, at + mark.length) === at) return at + mark.length;
  const end = bytes.indexOf(lineFeed, at);
  return end === -1 || end >= limit ? limit : end + 1;
}

/** Whether the line above an offset is `---`: a byte order mark after anything else is a part of the content. */
function isBelowMarker(bytes: Uint8Array, at: number): boolean {
  const above = bytes.subarray(at < 2 ? 0 : bytes.lastIndexOf(lineFeed, at - 2) + 1, at);
  return /^\ufeff?---[ \t]*(?:#.*)?\r?\n$/.test(decoder.decode(above));
}

/** The page of a byte that is not removed: one that is edited, or else that of its document. */
function pageAt(source: Source, at: number, edits: readonly Edit[]): Page | undefined {
  const edited = edits.find(({ page: { slice } }) => slice.start <= at && at < slice.end);
  return edited?.page ?? readUtf8(cut(source, 'documents').at(at));
}
