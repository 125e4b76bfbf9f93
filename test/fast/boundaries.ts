import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isNode, isSeq, parseAllDocuments } from 'yaml';
import { resolveOptions } from '../../src/config/config.ts';
import { scanList } from '../../src/yaml/list-scan/list-scan.ts';
import type { Way } from '../exact/invariants.ts';
import { convertAll } from '../exact/invariants.ts';

/** How texts were cut, and who was asked about it. */
export interface Tally {
  texts: number;
  /** Cut at their entries; all others are parsed whole. */
  cut: number;
  entries: number;
  /** Why the others are not. */
  readonly refused: Record<string, number>;
  /** Cut, and read without an error by the `yaml` library, by libyaml. */
  byLibrary: number;
  bySecond: number;
  /** Whether there is none. */
  withoutSecond: boolean;
  /** Converted fine and coarse, with something changed. */
  converted: number;
  /** What must not be: a text and what is wrong. */
  readonly problems: string[];
}

/** A tally of nothing. */
export function emptyTally(): Tally {
  return {
    texts: 0,
    cut: 0,
    entries: 0,
    refused: {},
    byLibrary: 0,
    bySecond: 0,
    withoutSecond: false,
    converted: 0,
    problems: [],
  };
}

const ways: readonly Way[] = [false, true].map((drop) => ({
  together: true,
  options: resolveOptions({ drop, namespace: 'fallback' }),
}));

/** Cuts texts and asks two parsers whether the boundaries are those of the entries; converts them both ways. */
export function compare(texts: readonly string[], tally: Tally): void {
  const cuts: { readonly text: string; readonly starts: readonly number[] }[] = [];
  for (const text of texts) {
    tally.texts += 1;
    const bytes = Buffer.from(text);
    const entries = scanList(bytes);
    if (typeof entries === 'string') {
      tally.refused[entries] = (tally.refused[entries] ?? 0) + 1;
      continue;
    }
    tally.cut += 1;
    tally.entries += entries.starts.length;
    const starts = Array.from(entries.starts, (start) => lineOf(bytes, start));
    cuts.push({ text, starts: [...starts, lineOf(bytes, entries.end)] });
  }
  for (const { text, starts } of cuts) compareWithLibrary(text, starts, tally);
  const second = askSecond(cuts.map(({ text }) => text));
  tally.withoutSecond ||= cuts.length > 0 && second.length === 0;
  for (const [index, { text, starts }] of cuts.entries()) {
    const lines = second[index]?.lines;
    if (lines === undefined) continue;
    tally.bySecond += 1;
    if (!agree(starts, lines)) tally.problems.push(`libyaml: ${String(lines)} against ${String(starts)}\n${text}`);
  }
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at !== -1 && at < offset; at = bytes.indexOf(10, at + 1)) lines += 1;
  return lines;
}

/** Whether each entry begins in its own stretch of lines. */
function agree(starts: readonly number[], lines: readonly number[]): boolean {
  return (
    lines.length === starts.length - 1 &&
    lines.every((line, index) => line >= (starts[index] ?? 0) && line < (starts[index + 1] ?? 0))
  );
}

function compareWithLibrary(text: string, starts: readonly number[], tally: Tally): void {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  const [document, more] = Array.isArray(documents) ? documents : [];
  if (document === undefined || more !== undefined || document.errors.length > 0) return;
  const items: unknown = document.get('items', true);
  if (!isSeq(items)) {
    tally.problems.push(`the library finds no list\n${text}`);
    return;
  }
  tally.byLibrary += 1;
  const bytes = Buffer.from(text);
  const lines = items.items.map((item) =>
    lineOf(bytes, Buffer.byteLength(text.slice(0, (isNode(item) ? item.range?.[0] : 0) ?? 0))),
  );
  if (!agree(starts, lines)) tally.problems.push(`yaml: ${String(lines)} against ${String(starts)}\n${text}`);
  if (text.includes('Split')) compareConversions(text, tally);
}

function compareConversions(text: string, tally: Tally): void {
  for (const way of ways) {
    const [fine, coarse] = (['fine', 'coarse'] as const).map((grain) =>
      convertAll([{ path: '-', bytes: Buffer.from(text) }], way, grain),
    );
    // What is wrong in an entry that nothing depends on is seen by the coarse reading alone.
    if (coarse?.codes.some((code) => code === 'yaml-syntax' || code === 'template-skipped') === true) continue;
    const [one, other] = [fine?.converted[0]?.after.toString(), coarse?.converted[0]?.after.toString()];
    if (one !== text) tally.converted += 1;
    if (one !== other)
      tally.problems.push(`fine and coarse differ\n${text}\n--- fine\n${String(one)}\n--- coarse\n${String(other)}`);
    if (fine?.codes.join() !== coarse?.codes.join())
      tally.problems.push(
        `fine and coarse report other things: ${String(fine?.codes)} against ${String(coarse?.codes)}\n${text}`,
      );
  }
}

interface Answer {
  readonly lines?: readonly number[];
}

/** PyYAML's libyaml; nothing, loudly, where there is none. */
function askSecond(texts: readonly string[]): readonly Answer[] {
  const input = texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join('');
  const { stdout, status } = spawnSync('python3', [join(import.meta.dirname, 'list-items.py')], {
    input,
    maxBuffer: 2 ** 28,
  });
  const [hello, ...answers] = status === 0 ? stdout.toString().trim().split('\n') : [];
  if (hello === undefined || !(JSON.parse(hello) as { ready: boolean }).ready) {
    console.warn('SKIPPED: python3 with PyYAML is not installed, so no second parser checks the boundaries');
    return [];
  }
  return answers.map((answer) => JSON.parse(answer) as Answer);
}
