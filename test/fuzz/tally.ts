import { startSecondParser } from '../exact/second-parser.ts';
import type { SecondParser } from '../exact/second-parser.ts';
import type { FuzzCase } from './cases.ts';
import type { Verdict } from './oracle.ts';
import { judge } from './oracle.ts';

/** What a run has seen so far. */
export interface Tally {
  cases: number;
  entries: Record<string, number>;
  /** Cases in which something was converted. */
  changed: number;
  /** Pairs of input and output that the second parser read alike. */
  second: number;
  outcomes: Record<string, number>;
  slowest: number;
  failures: Failure[];
}

/** A case that broke a promise. */
export interface Failure {
  readonly problems: readonly string[];
  readonly one: FuzzCase;
}

export function emptyTally(): Tally {
  return { cases: 0, entries: {}, changed: 0, second: 0, outcomes: {}, slowest: 0, failures: [] };
}

/** Holds cases to their promises, several outputs at a time on their way to the second parser. */
export interface Judge {
  /** Judges a case; tells whether its outcome was never seen before. */
  judge(one: FuzzCase): Promise<boolean>;
  /** Waits for the second parser. */
  settle(): Promise<void>;
  close(): void;
}

const waitingLimit = 400;

export async function startJudge(tally: Tally): Promise<Judge> {
  const parser = await startSecondParser();
  const running = new Set<Promise<void>>();
  const settle = async (): Promise<void> => {
    await Promise.all(running);
  };
  return {
    async judge(one) {
      const start = performance.now();
      const verdict = await judge(one);
      tally.slowest = Math.max(tally.slowest, performance.now() - start);
      tally.cases += 1;
      tally.entries[one.entry] = (tally.entries[one.entry] ?? 0) + 1;
      if (verdict.problems.length > 0) tally.failures.push({ problems: verdict.problems, one });
      const isNew = tally.outcomes[verdict.outcome] === undefined;
      tally.outcomes[verdict.outcome] = (tally.outcomes[verdict.outcome] ?? 0) + 1;
      if (verdict.pair !== undefined) {
        tally.changed += 1;
        if (parser !== undefined) {
          const run = second(one, verdict.pair, parser, tally).finally(() => running.delete(run));
          running.add(run);
          if (running.size > waitingLimit) await settle();
        }
      }
      return isNew;
    },
    settle,
    close: () => parser?.close(),
  };
}

/** Another parser reads the same objects before and after, profiles, routes and dropped splits aside. */
async function second(
  one: FuzzCase,
  { before, after, drop }: NonNullable<Verdict['pair']>,
  parser: SecondParser,
  tally: Tally,
): Promise<void> {
  if (isJson(before)) return; // one value after another is a stream for Kubernetes, and no YAML
  // Values of JSON one after the other, which kubectl prints and reads, are no YAML.
  if (/^\ufeff?\s*\{/.test(before.toString()) && !/^---/m.test(before.toString())) return;
  // Lines of nothing but tabs end a plain scalar for some readers, and are an error for this one.
  if (/^ *\t\s*$/m.test(before.toString('latin1'))) return;
  const was = await parser.read(withLastLineEnd(before));
  if (was === undefined) return;
  const is = await parser.read(withLastLineEnd(after));
  const ours = new Set([
    'ServiceProfile',
    'HTTPRoute',
    'ResourceList',
    ...(drop ? ['TrafficSplit', 'TrafficSplitList'] : []),
  ]);
  const others = (objects: typeof was): string =>
    objects
      .filter(({ kind }) => !ours.has(kind))
      .map(({ digest }) => digest)
      .join();
  tally.second += 1;
  if (is === undefined) tally.failures.push({ problems: ['another parser reads the input, and not the output'], one });
  else if (others(was) !== others(is))
    tally.failures.push({ problems: ['another parser reads another object otherwise'], one });
}

/** A text as Kubernetes reads it: its YAMLReader (apimachinery, util/yaml/decoder.go) ends each line, the last one too. */
function withLastLineEnd(text: Buffer): Buffer {
  return text.at(-1) === 0x0a ? text : Buffer.concat([text, Buffer.from('\n')]);
}

function isJson(bytes: Buffer): boolean {
  return bytes.toString('latin1').trimStart().startsWith('{');
}
