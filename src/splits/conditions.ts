import { lastAtMost, memoisedFor } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { findWord } from '../yaml/byte-search.ts';
import { byteAt } from '../yaml/page-offsets.ts';
import type { Source } from '../yaml/source.ts';

/** The start of an action of Helm, Jinja or ERB. */
const signs = ['{{', '{%', '<%'];

/** An action on which it depends whether, or how often, what is between it and its end is rendered; and such an end. */
const opening =
  /^(?:\{\{-?\s*(?:if|range|with|define|block)|\{%[-+]?\s*(?:if|for|macro|block|call)|<%-?\s*(?:if|unless))\b/;
const closing = /^(?:\{\{-?\s*end|\{%[-+]?\s*end[a-z]+|<%-?\s*end)\b/;

/**
 * The line of the action in whose block a manifest is, if that was opened at the start of a line of a document above: the
 * document of the manifest may be read as if nothing were around it.
 */
export function conditionAround({ page, node }: Manifest): string | undefined {
  const { blocks, starts } = blocksIn(page.slice.source);
  if (blocks.length === 0) return undefined;
  const at = byteAt(page, node.range[0]);
  const block = blocks[lastAtMost(starts, at)];
  return block !== undefined && block.start < at && at < block.end ? block.line : undefined;
}

interface Block {
  readonly start: number;
  readonly end: number;
  readonly line: string;
}

const lineFeed = 10;
const decoder = new TextDecoder();

/** The outermost blocks that are opened at the start of a line, in order. */
const blocksIn = memoisedFor(
  (source: Source): { readonly blocks: readonly Block[]; readonly starts: readonly number[] } => {
    const blocks = findBlocks(source);
    return { blocks, starts: blocks.map(({ start }) => start) };
  },
);

function findBlocks({ bytes }: Source): readonly Block[] {
  if (!signs.some((sign) => findWord(bytes, sign) === 0 || findWord(bytes, `\n${sign}`) !== -1)) return [];
  const blocks: Block[] = [];
  let outermost: number | undefined;
  let depth = 0;
  for (const at of signs.flatMap((sign) => [...offsetsOf(bytes, sign)]).sort((a, b) => a - b)) {
    const action = decoder.decode(bytes.subarray(at, at + 24));
    const isOpening = opening.test(action);
    // Actions inside of texts do not count.
    if (outermost === undefined) {
      if (isOpening && (at === 0 || bytes[at - 1] === lineFeed)) [outermost, depth] = [at, 1];
      continue;
    }
    depth += isOpening ? 1 : closing.test(action) ? -1 : 0;
    if (depth > 0) continue;
    blocks.push(blockOf(bytes, outermost, at));
    outermost = undefined;
  }
  return outermost === undefined ? blocks : [...blocks, blockOf(bytes, outermost, bytes.length)];
}

function blockOf(bytes: Uint8Array, start: number, end: number): Block {
  const lineEnd = bytes.indexOf(lineFeed, start);
  return { start, end, line: decoder.decode(bytes.subarray(start, lineEnd === -1 ? end : lineEnd)).trim() };
}

function* offsetsOf(bytes: Uint8Array, sign: string): Generator<number> {
  for (let at = findWord(bytes, sign); at !== -1; at = findWord(bytes, sign, at + sign.length)) yield at;
}
