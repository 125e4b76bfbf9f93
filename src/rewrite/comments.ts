import type { Node, Pair } from 'yaml';
import { isMap, isSeq } from 'yaml';
import type { Manifest } from '../manifest.ts';
import type { Comments } from '../yaml/print.ts';
import { contentEnd, isFlow, lineEnd, lineStart, mapAt, pairOf, tokenEnd } from './lines.ts';

/** The comments of a split's backends, for the overrides they become: those at the ends of lines and those above entries. */
export function backendComments(split: Manifest, backends: readonly number[]): Comments {
  const after = new Map<string, string>();
  const above = new Map<string, readonly string[]>();
  const { text } = split.page;
  const spec = mapAt(split.node, 'spec');
  const pair = spec && pairOf(spec, 'backends');
  const list: unknown = pair?.value;
  if (!isSeq(list) || isFlow(list) || pair === undefined) return { after, above };
  for (const [index, backend] of backends.entries()) {
    const entry: unknown = list.items[backend];
    if (!isMap(entry) || !entry.range) continue;
    const path = `/spec/dstOverrides/${index}`;
    const before = backend === 0 ? lineEnd(text, keyEnd(pair)) : contentEnd(text, list.items[backend - 1]);
    const comments = linesOfComment(text, before, lineStart(text, entry.range[0]));
    if (comments.length > 0) above.set(path, comments);
    for (const [key, field] of [
      ['service', 'authority'],
      ['weight', 'weight'],
    ] as const) {
      const comment = isFlow(entry)
        ? commentAfter(text, tokenEnd(entry))
        : commentAfter(text, tokenEnd(entry.items.find((item) => keyIs(item, key))));
      if (comment !== undefined && !(isFlow(entry) && key === 'weight')) after.set(`${path}/${field}`, comment);
    }
  }
  return { after, above };
}

function keyEnd(pair: Pair): number {
  return (pair.key as Node).range?.[1] ?? 0;
}

function keyIs(item: unknown, key: string): boolean {
  return (item as Pair<{ value?: unknown }>).key.value === key;
}

function linesOfComment(text: string, start: number, end: number): readonly string[] {
  if (end <= start) return [];
  return text
    .slice(start, end)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#'));
}

function commentAfter(text: string, offset: number): string | undefined {
  if (offset === 0) return undefined;
  return /^[ \t]*[ \t](#[^\r\n]*)/.exec(text.slice(offset, lineEnd(text, offset)))?.[1]?.trimEnd();
}
