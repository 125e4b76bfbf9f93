import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases } from '../fixtures.ts';
import { runWith } from '../host.ts';
import { corpusFiles, present, warnIfAbsent } from './corpus.ts';
import { streamOf } from './random.ts';

/** What the other reader answers to a pair. */
interface Answer {
  readonly problems?: readonly string[];
  readonly made?: number;
  readonly asExpected?: number;
  readonly certain?: boolean;
  /** Why it cannot read one of the two. */
  readonly unread?: string;
}

interface Pair {
  readonly name: string;
  readonly before: Uint8Array;
  readonly after: Buffer;
  readonly converted: number;
  readonly drop: boolean;
}

const ways: readonly (readonly string[])[] = [[], ['--drop']];
warnIfAbsent('no real manifest is compared with another reader');

/** The conversions of streams, each in both ways; a stream that is refused has none. */
async function pairsOf(streams: readonly (readonly [string, Uint8Array])[]): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (const [name, before] of streams)
    for (const way of ways) {
      const { code, stdout, stderr } = await runWith([...way, '-n', 'fallback'], { stdin: before });
      const converted = Number(/^converted (\d+),/m.exec(stderr)?.[1] ?? '0');
      if (code === 0) pairs.push({ name, before, after: stdout, converted, drop: way.length > 0 });
    }
  return pairs;
}

/** Asks a program in Python that shares no code with ours; undefined, loudly, where PyYAML is missing. */
function judged(pairs: readonly Pair[]): readonly Answer[] | undefined {
  const lines = pairs.map(({ before, after, drop }) =>
    [
      Buffer.from(before).toString('base64'),
      after.toString('base64'),
      JSON.stringify({ drop, namespace: 'fallback' }),
    ].join('\t'),
  );
  const { stdout, error } = spawnSync('python3', [join(import.meta.dirname, 'differential.py')], {
    input: `${lines.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const [hello = '{}', ...answers] = error === undefined ? stdout.trim().split('\n') : [];
  if ((JSON.parse(hello) as { ready?: boolean }).ready !== true) {
    console.warn('SKIPPED: python3 with PyYAML is not installed, so no other reader judges the conversions');
    return undefined;
  }
  return answers.map((answer) => JSON.parse(answer) as Answer);
}

/** Compares; returns how many profiles are as another program expects them. */
async function compare(what: string, streams: readonly (readonly [string, Uint8Array])[]): Promise<number | undefined> {
  const pairs = await pairsOf(streams);
  const answers = judged(pairs);
  if (answers === undefined) return undefined;
  const problems = pairs.flatMap(({ name, converted, drop }, index) => {
    const { problems: found = [], asExpected = 0, certain = false, unread } = answers[index] ?? {};
    const few =
      unread === undefined && certain && asExpected < converted ? [`${asExpected} of ${converted} profiles`] : [];
    return [...found, ...few].map((problem) => `${name}${drop ? ' --drop' : ''}: ${problem}`);
  });
  expect(problems).toEqual([]);
  const sum = (key: 'made' | 'asExpected'): number => answers.reduce((total, answer) => total + (answer[key] ?? 0), 0);
  const unread = answers.filter((answer) => answer.unread !== undefined).length;
  console.info(
    `${what}: ${streams.length} streams, ${pairs.length} conversions, ${unread} that PyYAML cannot read; ${sum('made')} profiles written, ${sum('asExpected')} as expected`,
  );
  return sum('asExpected');
}

/** The program in Python does not follow the names that Kustomize gives. */
const renamed = [
  'a-service-renamed-by-kustomize-is-followed',
  'the-profile-of-an-apex-that-alone-is-renamed-is-updated',
];

describe('the objects that PyYAML reads from the output are those of the input and the expected profiles', () => {
  test('of the streams in fixtures, PyYAML reads the expected objects', async () => {
    const streams = cases(join(import.meta.dirname, '../../fixtures')).flatMap(({ name, stdin, args }) =>
      stdin === undefined ||
      renamed.includes(name) ||
      args.some((word) => word.startsWith('--c')) ||
      stdin.includes('functionConfig')
        ? []
        : [[name, stdin] as const],
    );
    expect((await compare('fixtures', streams)) ?? 100).toBeGreaterThan(99);
  });

  test('of random streams, PyYAML reads the expected objects', async () => {
    const tapes = fc.sample(fc.uint8Array({ minLength: 40, maxLength: 220 }), { numRuns: 400, seed: 7 });
    const streams = tapes.map((tape, index) => [`stream ${index}`, Buffer.from(streamOf(tape).text)] as const);
    expect((await compare('random streams', streams)) ?? 500).toBeGreaterThan(499);
  });

  test.skipIf(!present)('in real manifests', async () => {
    const streams = ['trafficsplits', 'serviceprofiles', 'trees', 'fidelity'].flatMap((folder) =>
      corpusFiles(folder).map(({ path, bytes }) => [path, bytes] as const),
    );
    expect((await compare('real manifests', streams)) ?? 500).toBeGreaterThan(199);
  });
});
