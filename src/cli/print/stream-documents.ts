import { toPlain } from '../../yaml/plain-value.ts';
import { readSlice } from '../../yaml/read.ts';
import { isMapping } from '../../kubernetes.ts';
import { latin1Text } from './pieces.ts';
import { jsonOf, yamlOf } from './json-documents.ts';

/**
 * Prepares documents for a stream that Kubernetes' decoder reads. A document is parsed only if its bytes are not
 * enough.
 */

/**
 * Whether a document has `apiVersion` and `kind` at its top level. True for one that holds both words but cannot be
 * read here: another reader may find an object in it, and what is not printed would be pruned.
 */
export function isManifest(document: Uint8Array): boolean {
  const text = latin1Text(document);
  const fromText = decidedByText(text);
  if (fromText !== undefined) return fromText;
  const json = jsonOf(document);
  if (json !== undefined) return hasBoth(json);
  try {
    const page = readSlice({
      source: { path: '-', bytes: document },
      start: 0,
      end: document.length,
      part: 'documents',
    });
    const [first] = page.documents;
    if (page.problems.length > 0 || first === undefined) return true;
    const plain = toPlain(first);
    return 'problem' in plain || hasBoth(plain.value);
  } catch (error) {
    if (error instanceof TypeError) return true; // not UTF-8
    throw error;
  }
}

const keys = ['apiVersion', 'kind'];

function hasBoth(value: unknown): boolean {
  return isMapping(value) && keys.every((key) => Object.hasOwn(value, key));
}

/** What may hide a word: an escape, a joined line, a key in base64. */
const spelled = /\\[xuU\r\n]|binary/;

/** The answer if the text is enough: a word is missing, or both are plain keys at column 0. */
function decidedByText(text: string): boolean | undefined {
  if (!keys.every((key) => text.includes(key)) && !spelled.test(text)) return false;
  return atColumn0.every((key) => key.test(text)) ? true : undefined;
}

const atColumn0 = [/^apiVersion:(?=[ \t\r\n]|$)/m, /^kind:(?=[ \t\r\n]|$)/m];

/** What may come before the content of a document: its separator, comments, blank lines. */
const preamble = /^(?:---(?:[ \t]+#.*|[ \t]*)\r?\n)?(?:[ \t]*(?:#.*)?\r?\n)*/;
const mark = '\u00ef\u00bb\u00bf';

/**
 * The document as part of a stream: it starts with a line that is only `---`, since a decoder of Kubernetes accepts no
 * content there (apimachinery, util/yaml/decoder.go YAMLReader.Read), has no byte order mark at the start of its
 * content, and ends with a line end.
 */
export function printable(document: Uint8Array): Uint8Array {
  const text = latin1Text(document.subarray(0, 4096));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const first = text.startsWith(mark) ? document.subarray(mark.length) : document;
  const separated = withoutContentOnSeparator(first, eol);
  const chunks = withoutMark(yamlOf(separated) ?? separated);
  if (!/^---(?:[ \t\r\n]|$)/.test(latin1Text(chunks[0]?.subarray(0, 4) ?? first)))
    chunks.unshift(Buffer.from(`---${eol}`));
  if (chunks.at(-1)?.at(-1) !== 10) chunks.push(Buffer.from(eol));
  return Buffer.concat(chunks);
}

function withoutContentOnSeparator(document: Uint8Array, eol: string): Uint8Array {
  const blank = /^---[ \t]+(?=[^ \t\r\n#])/.exec(latin1Text(document.subarray(0, 200)))?.[0];
  return blank === undefined ? document : Buffer.concat([Buffer.from(`---${eol}`), document.subarray(blank.length)]);
}

function withoutMark(document: Uint8Array): Uint8Array[] {
  if (!document.includes(0xef)) return [document];
  const text = latin1Text(document);
  const start = preamble.exec(text)?.[0].length ?? 0;
  if (!text.startsWith(mark, start)) return [document];
  return [document.subarray(0, start), document.subarray(start + mark.length)].filter(({ length }) => length > 0);
}
