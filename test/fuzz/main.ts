/** One shard of a recorded run: `scripts/fuzz.js` bundles and starts it. Messages to the parent are one JSON object each. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { caseOf } from './cases.ts';
import { seededRandom } from './seeded-random.ts';
import type { Failure, Tally } from './tally.ts';
import { emptyTally, startJudge } from './tally.ts';
import { seedsOf } from './seeds.ts';
import { structured } from './structured.ts';

/** What a shard is asked to do. */
interface Order {
  readonly kind: 'bytes' | 'structured';
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  readonly state: string;
  readonly fixtures: string;
}

/** A finished stretch is kept, so that a run that was stopped goes on where it was. */
interface Kept {
  next: number;
  parsed: number;
  tally: Tally;
  /** Texts whose outcome was new: mutations begin with them, too. */
  pool: string[];
}

const stretch = 5000;

/** Calls of the YAML library, counted by the bundle that `scripts/fuzz.js` makes. */
const parsedCalls = (): number => (globalThis as { fuzzParsed?: number }).fuzzParsed ?? 0;

async function main(order: Order): Promise<void> {
  const kept: Kept = existsSync(order.state)
    ? (JSON.parse(readFileSync(order.state, 'utf8')) as Kept)
    : { next: order.from, parsed: 0, tally: emptyTally(), pool: [] };
  const judge = await startJudge(kept.tally);
  const work = order.kind === 'bytes' ? bytesStretch(order, kept, judge) : structuredStretch(order, judge);
  while (kept.next < order.to) {
    const before = parsedCalls();
    const end = Math.min(order.to, kept.next + stretch);
    await work(kept.next, end);
    await judge.settle();
    kept.next = end;
    kept.parsed += parsedCalls() - before;
    keepFailures(order, kept.tally);
    writeFileSync(order.state, JSON.stringify(kept));
    process.send?.({ ...kept, pool: kept.pool.length, rss: process.memoryUsage.rss() });
  }
  judge.close();
}

type Judge = Awaited<ReturnType<typeof startJudge>>;

function bytesStretch(order: Order, kept: Kept, judge: Judge): (from: number, to: number) => Promise<void> {
  const seeds = seedsOf(order.fixtures);
  const found: Buffer[] = kept.pool.map((text) => Buffer.from(text, 'base64'));
  return async (from, to) => {
    // What was found joins at the end of a stretch: the cases of a stretch depend on its beginning alone.
    const pool = { splits: [...seeds.splits, ...found], others: seeds.others };
    for (let index = from; index < to; index += 1) {
      const one = caseOf(pool, seededRandom(order.seed, index));
      const isNew = await judge.judge(one);
      if (!isNew || one.stdin === undefined || found.length >= 2000) continue;
      found.push(one.stdin);
      kept.pool.push(one.stdin.toString('base64'));
    }
  };
}

function structuredStretch(order: Order, judge: Judge): (from: number, to: number) => Promise<void> {
  return async (from, to) => {
    const property = fc.asyncProperty(structured, async (one) => {
      await judge.judge(one);
    });
    await fc.assert(property, { numRuns: to - from, seed: order.seed + from, endOnFailure: true });
  };
}

/** The input of every failure as a file, with the command line beside it. */
function keepFailures(order: Order, tally: Tally): void {
  const folder = `${order.state}.failures`;
  for (const [index, failure] of tally.failures.entries()) {
    if (!('one' in failure)) continue;
    const path = join(folder, String(index));
    mkdirSync(path, { recursive: true });
    write(path, failure);
    tally.failures[index] = { problems: failure.problems } as Failure;
  }
}

function write(path: string, { one, problems }: Failure): void {
  writeFileSync(join(path, 'why'), `${problems.join('\n')}\n${JSON.stringify(one.args)}\n`);
  if (one.stdin !== undefined) writeFileSync(join(path, 'stdin'), one.stdin);
  for (const [name, bytes] of one.files ?? []) writeFileSync(join(path, name.replaceAll('/', '__')), bytes);
}

process.once('message', (order: Order) => {
  main(order).then(
    () => {
      process.disconnect();
    },
    (error: unknown) => {
      process.send?.({ crash: String(error instanceof Error ? error.stack : error) });
      process.disconnect();
    },
  );
});
