import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caseOf } from './cases.ts';
import { seededRandom } from './seeded-random.ts';
import { lostFrom } from './oracle.ts';
import { seedsOf } from './seeds.ts';
import { structured } from './structured.ts';
import { emptyTally, startJudge } from './tally.ts';

/** The same cases each time; `npm run fuzz` runs ten million others. */
test('the first inputs of the fuzzer pass the oracle', async () => {
  const tally = emptyTally();
  const judge = await startJudge(tally);
  const seeds = seedsOf(join(import.meta.dirname, '../../fixtures'), '');
  for (let index = 0; index < 4000; index += 1) await judge.judge(caseOf(seeds, seededRandom(1, index)));
  await fc.assert(
    fc.asyncProperty(structured, async (one) => {
      await judge.judge(one);
    }),
    { numRuns: 400, seed: 1 },
  );
  await judge.settle();
  judge.close();
  const shown = tally.failures.map(({ problems, one }) => [problems, one.args, one.stdin?.toString('latin1')]);
  expect(shown).toEqual([]);
  expect(Object.keys(tally.entries).length).toBe(6);
  // How many it is depends on the fixtures, which are the seeds.
  expect(tally.changed).toBeGreaterThan(150);
  console.info(`fuzzing: ${tally.cases} cases, ${tally.changed} converted, ${tally.second} read alike by PyYAML`);
});

test('the oracle reports each kind of wrong output', () => {
  const before = Buffer.from('a: 1\n---\nkind: TrafficSplit\n---\nb: 2\n');
  expect(lostFrom(before, Buffer.from('a: 1\n---\nkind: X\n---\nb: 2\n'), true)).toEqual([]);
  expect(lostFrom(before, Buffer.from('a: 1\n---\nkind: X\n'), true)).not.toEqual([]);
  expect(lostFrom(before, Buffer.from('a: 1\n---\nkind: TrafficSplit\n---\nkind: X\n---\nb: 2\n'), false)).toEqual([]);
  expect(lostFrom(before, Buffer.from('a: 1\n---\nkind: TrafficSpli\n---\nkind: X\n---\nb: 2\n'), false)).not.toEqual(
    [],
  );
});
