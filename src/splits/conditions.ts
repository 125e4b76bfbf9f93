import { lastAtMost, memoisedFor } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { findWord } from '../yaml/byte-search.ts';
import { byteAt } from '../yaml/page-offsets.ts';
import type { Source } from '../yaml/source.ts';

/** The actions of a program on which it depends whether, or how often, what is between them is rendered. */
interface Program {
  /** The start of each of its actions. */
  readonly sign: string;
  readonly opening: RegExp;
  /** The end of what such an action opens; that of `{% raw %}` or `{% set %}` is not. */
  readonly closing: RegExp;
}

const programs: readonly Program[] = [
  { sign: '{{', opening: /^\{\{-?\s*(?:if|range|with|define|block)\b/, closing: /^\{\{-?\s*end\b/ },
  {
    sign: '{%',
    opening: /^\{%[-+]?\s*(?:if|for|macro|block|call)\b/,
    closing: /^\{%[-+]?\s*end(?:if|for|macro|block|call)\b/,
  },
  {
    sign: '<%',
    opening: /^<%-?\s*(?:(?:if|unless|case|for|while|until)\b|(?:(?!%>).)*\bdo\b\s*(?:\|[^|\n]*\|\s*)?-?%>)/,
    closing: /^<%-?\s*end\b/,
  },
];

/** A comment of Helm, in which actions are not run. */
const comment = /^\{\{-?\s*\/\*/;

/**
 * The line of the action in whose block a manifest is, if that was opened at the start of a line of a document above: the
 * document of the manifest may be read as if nothing were around it.
 */
export function conditionAround({ page, start }: Manifest): string | undefined {
  const { blocks, starts } = blocksIn(page.slice.source);
  if (blocks.length === 0) return undefined;
  const at = byteAt(page, start);
  const block = blocks[lastAtMost(starts, at)];
  return block !== undefined && block.start < at && at < block.end ? block.line : undefined;
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly line: string;
}

const lineFeed = 10;
/** The bytes of an action that are looked at. */
const longest = 160;
const decoder = new TextDecoder();

/** The outermost blocks that are opened at the start of a line, in order. */
const blocksIn = memoisedFor(
  (source: Source): { readonly blocks: readonly Block[]; readonly starts: readonly number[] } => {
    const blocks = findBlocks(source);
    return { blocks, starts: blocks.map(({ start }) => start) };
  },
);

function findBlocks({ bytes }: Source): readonly Block[] {
  // A search that begins with a line feed stops at each line: without the sign, which is rare, it is left out.
  const startsLine = ({ sign }: Program): boolean => {
    const first = findWord(bytes, sign);
    return first !== -1 && (isFirst(bytes, first) || findWord(bytes, `\n${sign}`, first - 1) !== -1);
  };
  if (!programs.some(startsLine)) return [];
  const blocks: Block[] = [];
  let outermost: { readonly start: number; readonly program: Program } | undefined;
  let depth = 0;
  let afterComment = 0;
  const actions = programs.flatMap((program) => [...offsetsOf(bytes, program.sign)].map((at) => ({ at, program })));
  for (const { at, program } of actions.sort((one, other) => one.at - other.at)) {
    // What another program replaces is a text to the one whose action is open.
    if (at < afterComment || (outermost !== undefined && outermost.program !== program)) continue;
    const action = decoder.decode(bytes.subarray(at, at + longest));
    const isOpening = program.opening.test(action);
    if (comment.test(action)) afterComment = offsetOr(bytes.length, findWord(bytes, '*/', at));
    // Actions inside of texts do not count.
    else if (outermost === undefined) {
      if (isOpening && (isFirst(bytes, at) || bytes[at - 1] === lineFeed))
        [outermost, depth] = [{ start: at, program }, 1];
    } else {
      depth += isOpening ? 1 : program.closing.test(action) ? -1 : 0;
      if (depth > 0) continue;
      blocks.push(blockOf(bytes, outermost.start, at));
      outermost = undefined;
    }
  }
  return outermost === undefined ? blocks : [...blocks, blockOf(bytes, outermost.start, bytes.length)];
}

/** Whether an offset is the start of a source, or after its byte order mark. */
function isFirst(bytes: Uint8Array, at: number): boolean {
  return at === 0 || (at === 3 && bytes[0] === 0xef);
}

function offsetOr(other: number, at: number): number {
  return at === -1 ? other : at;
}

function blockOf(bytes: Uint8Array, start: number, end: number): Block {
  const lineEnd = bytes.indexOf(lineFeed, start);
  return { start, end, line: decoder.decode(bytes.subarray(start, lineEnd === -1 ? end : lineEnd)).trim() };
}

function* offsetsOf(bytes: Uint8Array, sign: string): Generator<number> {
  for (let at = findWord(bytes, sign); at !== -1; at = findWord(bytes, sign, at + sign.length)) yield at;
}
