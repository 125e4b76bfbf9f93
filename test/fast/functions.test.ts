import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cut } from '../../src/yaml/cut.ts';
import { cases } from '../fixtures.ts';
import { seededRandom } from '../fuzz/seeded-random.ts';
import { difficultList } from './difficult-lists.ts';
import { answered } from './function-runs.ts';

// More of them: SMI2LINKERD_LISTS=100000 SMI2LINKERD_SEED=2 npx vitest run test/fast/functions.test.ts
const count = Number(process.env.SMI2LINKERD_LISTS ?? '2000');
const seed = Number(process.env.SMI2LINKERD_SEED ?? '1');

interface Seen {
  lists: number;
  cut: number;
  changed: number;
}

/** Where the function run of a list that is cut at its entries is another one than that of the list read as a whole. */
function differences(texts: readonly string[], seen: Seen): readonly string[] {
  return texts.flatMap((text) => {
    seen.lists += 1;
    if (cut({ path: '-', bytes: Buffer.from(text) }).envelope === undefined) return [];
    seen.cut += 1;
    return [false, true].flatMap((drop) => {
      const [fine, coarse] = [answered(text, drop, 'fine'), answered(text, drop, 'coarse')];
      // What is wrong in an entry that nothing depends on is seen by the coarse reading alone.
      if (coarse === undefined || /yaml-syntax|template-skipped/.test(coarse.codes)) return [];
      if (fine?.text !== text) seen.changed += 1;
      return JSON.stringify(fine) === JSON.stringify(coarse)
        ? []
        : [`${text}\n--- fine\n${fine?.text ?? ''}\n--- coarse\n${coarse.text}\n${fine?.codes ?? ''}|${coarse.codes}`];
    });
  });
}

describe('a function gives the same result for a fine and a coarse cut', () => {
  test('difficult lists give one result in both cuts', { timeout: 3_600_000 }, () => {
    const seen = { lists: 0, cut: 0, changed: 0 };
    const texts = Array.from({ length: count }, (_, index) => difficultList(seededRandom(seed, index)));
    const found = differences(texts, seen);
    console.info(`function runs on difficult lists: ${JSON.stringify({ ...seen, differ: found.length })}`);
    expect(found.slice(0, 2)).toEqual([]);
    expect(seen.changed).toBeGreaterThan(count / 10);
  });

  test('the lists of fixtures give one result in both cuts', { timeout: 600_000 }, () => {
    const seen = { lists: 0, cut: 0, changed: 0 };
    const texts = cases(join(import.meta.dirname, '../../fixtures')).flatMap(({ stdin }) => stdin?.toString() ?? []);
    const found = differences(texts, seen);
    console.info(`function runs on fixtures: ${JSON.stringify({ ...seen, differ: found.length })}`);
    expect(found).toEqual([]);
    expect(seen.changed).toBeGreaterThan(20);
  });
});
