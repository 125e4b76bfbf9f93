import { describe, expect, test } from 'vitest';
import { coloredDiff } from '../../src/cli/colored-diff.ts';
import { unifiedDiff } from '../../src/cli/diff.ts';
import type { SeededRandom } from '../fuzz/seeded-random.ts';
import { seededRandom } from '../fuzz/seeded-random.ts';

/** Replaces `[start, end)` of the old text; the rest of the new text are views of the old bytes. */
type Replacement = readonly [start: number, end: number, text: string];

function diffOf(before: string, edits: readonly Replacement[], path = 'a.yaml'): { diff: string; after: string } {
  const bytes = Buffer.from(before);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const [start, end, text] of edits) {
    pieces.push(bytes.subarray(at, start), Buffer.from(text));
    at = end;
  }
  pieces.push(bytes.subarray(at));
  const diff = Buffer.from(unifiedDiff({ path, before: bytes, after: pieces })).toString();
  return { diff, after: Buffer.concat(pieces).toString() };
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** Applies a diff as `patch` does with no fuzz: throws unless each number, each line and each context is right. */
function applied(before: string, diff: string): string {
  const old = linesOf(before);
  const out: string[] = [];
  let at = 0;
  const hunks = diff === '' ? [] : diff.split(/^(?=@@ )/m).slice(1);
  for (const hunk of hunks) {
    const [head = '', ...rows] = linesOf(hunk);
    const [, from = '', oldCount = '1', to = '', newCount = '1'] =
      /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n$/.exec(head) ?? [];
    const body = rows.flatMap((row, index) => {
      if (row.startsWith('\\')) return [];
      return [rows[index + 1]?.startsWith('\\') === true ? row.slice(0, -1) : row];
    });
    const kept = (sign: string): string[] =>
      body.filter((row) => row.startsWith(' ') || row.startsWith(sign)).map((row) => row.slice(1));
    const start = Number(from) - (oldCount === '0' ? 0 : 1);
    expect([kept('-').length, kept('+').length]).toEqual([Number(oldCount), Number(newCount)]);
    expect(start).toBeGreaterThanOrEqual(at);
    out.push(...old.slice(at, start));
    expect(Number(to) - (newCount === '0' ? 0 : 1)).toBe(out.length);
    expect(kept('-')).toEqual(old.slice(start, start + kept('-').length));
    out.push(...kept('+'));
    at = start + kept('-').length;
    const first = body.findIndex((row) => !row.startsWith(' '));
    const last = body.length - 1 - body.findLastIndex((row) => !row.startsWith(' '));
    expect([first, last]).toEqual([Math.min(3, start + first), Math.min(3, old.length - at + last)]);
  }
  return [...out, ...old.slice(at)].join('');
}

/** The number of lines in common, by the definition. */
function common(old: readonly string[], now: readonly string[]): number {
  let row = new Array<number>(now.length + 1).fill(0);
  for (const line of old)
    row = now.reduce<number[]>(
      (next, one, index) => {
        next.push(one === line ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
        return next;
      },
      [0],
    );
  return row.at(-1) ?? 0;
}

function randomText(random: SeededRandom, most: number): string {
  const lines = Array.from({ length: random.below(most) }, () => `${random.pick(['a', 'b', 'c', '', 'dd'])}\n`).join(
    '',
  );
  return random.below(3) === 0 ? `${lines}${random.pick(['a', 'b'])}` : lines;
}

function randomEdits(random: SeededRandom, length: number): readonly Replacement[] {
  const places = Array.from({ length: 2 * random.below(4) }, () => random.below(length + 1)).sort((a, b) => a - b);
  return places.flatMap((start, index) =>
    index % 2 === 0
      ? [[start, places[index + 1] ?? start, random.below(2) === 0 ? '' : randomText(random, 4)] as const]
      : [],
  );
}

describe('a unified diff', () => {
  test('of generated changes can be applied, and changes as few lines as each region allows', () => {
    let changed = 0;
    for (let seed = 0; seed < 1500; seed += 1) {
      const random = seededRandom(3, seed);
      const before = randomText(random, 30);
      const edits = randomEdits(random, before.length);
      const { diff, after } = diffOf(before, edits);
      expect(applied(before, diff), JSON.stringify([before, edits])).toBe(after);
      expect(diff === '').toBe(before === after);
      if (edits.length !== 1) continue;
      const body = linesOf(diff.slice(!diff.includes('@@') ? 0 : diff.indexOf('@@')));
      const removed = body.filter((row) => row.startsWith('-')).length;
      expect(linesOf(before).length - removed, JSON.stringify([before, edits])).toBe(
        common(linesOf(before), linesOf(after)),
      );
      changed += 1;
    }
    expect(changed).toBeGreaterThan(100);
  });

  const ten = Array.from({ length: 20 }, (_, at) => `${at + 1}\n`).join('');

  test.each<[string, string, readonly Replacement[], string]>([
    ['no change', 'a\n', [], ''],
    ['text that is replaced by itself', 'a\n', [[0, 2, 'a\n']], ''],
    ['a new file', '', [[0, 0, 'a\n']], '@@ -0,0 +1 @@\n+a\n'],
    ['an emptied file', 'a\nb\n', [[0, 4, '']], '@@ -1,2 +0,0 @@\n-a\n-b\n'],
    ['a part of a line', 'abc\n', [[1, 2, 'x']], '@@ -1 +1 @@\n-abc\n+axc\n'],
    [
      'two parts of a line',
      'abc\n',
      [
        [0, 1, 'x'],
        [2, 3, 'y'],
      ],
      '@@ -1 +1 @@\n-abc\n+xby\n',
    ],
    [
      'a last line without a line end',
      'a',
      [[1, 1, '\nb']],
      '@@ -1 +1,2 @@\n-a\n\\ No newline at end of file\n+a\n+b\n\\ No newline at end of file\n',
    ],
    ['a line end at the end', 'a', [[1, 1, '\n']], '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n'],
    ['three lines around', ten, [[8, 10, 'x\n']], '@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n'],
    [
      'contexts that touch',
      ten,
      [
        [0, 2, 'x\n'],
        [14, 16, 'y\n'],
      ],
      '@@ -1,11 +1,11 @@\n-1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+y\n 9\n 10\n 11\n',
    ],
    [
      'contexts that do not touch',
      ten,
      [
        [0, 2, ''],
        [16, 18, 'y\n'],
      ],
      '@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -6,7 +5,7 @@\n 6\n 7\n 8\n-9\n+y\n 10\n 11\n 12\n',
    ],
  ])('of %s', (_, before, edits, hunks) => {
    expect(diffOf(before, edits).diff).toBe(hunks === '' ? '' : `--- a/a.yaml\n+++ b/a.yaml\n${hunks}`);
  });

  test('of very many different lines replaces them all', () => {
    const text = (sign: string): string => Array.from({ length: 2100 }, (_, at) => `${sign}${at}\nsame\n`).join('');
    const { diff } = diffOf(text('a'), [[0, text('a').length, text('b')]]);
    expect(diff.split('\n').filter((row) => row === ' same')).toHaveLength(1);
    expect(applied(text('a'), diff)).toBe(text('b'));
  });

  test.each([
    ['./a.yaml', 'a/a.yaml'],
    ['//a.yaml', 'a/a.yaml'],
    ['../a.yaml', 'a/../a.yaml'],
    ['a b.yaml', 'a/a b.yaml\t'],
    ['ä.yaml', '"a/\\303\\244.yaml"'],
    ['"\\\t\n\r\b\f\v\x07\x01\x7f', '"a/\\"\\\\\\t\\n\\r\\b\\f\\v\\a\\001\\177"'],
  ])('names %j as git does', (path, name) => {
    expect(linesOf(diffOf('a\n', [[0, 1, 'b']], path).diff)[0]).toBe(`--- ${name}\n`);
  });

  test('has colours in a terminal, and no control characters', () => {
    const diff = '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-a\tb\n+a\u001bb\n c\n';
    expect(coloredDiff(Buffer.from(diff)).replaceAll('\u001b', '␛')).toBe(
      '␛[1m--- a/a␛[0m\n␛[1m+++ b/a␛[0m\n␛[36m@@ -1 +1 @@␛[0m\n␛[31m-a    b␛[0m\n␛[32m+a\\u001bb␛[0m\n c\n',
    );
  });
});
