import { describe, expect, test } from 'vitest';
import { resolveOptions } from '../../src/config/config.ts';
import type { Source } from '../../src/yaml/source.ts';
import { isWhole } from '../sample.ts';
import { corpusFiles, present, warnIfAbsent } from './corpus.ts';
import type { Inserted } from './insertion.ts';
import { insert, insertions } from './insertion.ts';
import type { Converted } from './invariants.ts';
import { broken, convertAll } from './invariants.ts';
import { difficultStreams } from './difficult-streams.ts';
import type { Read, SecondParser } from './second-parser.ts';
import { startSecondParser } from './second-parser.ts';

warnIfAbsent('no split is put into real manifests');

const odd: readonly Source[] = difficultStreams.map((text, index) => ({
  path: `odd ${index}`,
  bytes: Buffer.from(text),
}));

/** Longer files are compared with their edits and the second parser only: all invariants parse them eight times. */
const large = 16_384;

/** One insertion in so many is converted and judged; `SMI2LINKERD_INSERTION_EVERY=1` runs them all, in some five minutes. */
const every = Number(process.env.SMI2LINKERD_INSERTION_EVERY ?? (isWhole ? '1' : '8'));

interface Tally {
  files: number;
  cases: number;
  second: number;
  problems: string[];
}

describe('a split put into a manifest', () => {
  test('of unusual but valid YAML changes nothing but itself', async () => {
    const { files } = await insertAll(odd, 'odd YAML', 1);
    expect(files).toBe(odd.length);
  });

  const part = every === 1 ? '' : `, one in ${every} of them,`;
  test.skipIf(!present).each(['fidelity', 'yaml-test-suite'])(
    `of %s${part} changes nothing but itself`,
    async (folder) => {
      const { files, cases: count } = await insertAll(corpusFiles(folder), folder);
      expect(count).toBeGreaterThan(files);
    },
  );
});

async function insertAll(sources: readonly Source[], name: string, part = every): Promise<Tally> {
  const parser = await startSecondParser();
  const tally: Tally = { files: 0, cases: 0, second: 0, problems: [] };
  const running = new Set<Promise<void>>();
  for (const [nth, source] of sources.entries()) {
    const made = Object.values(insertions).flatMap((documents, which) =>
      insert(source, documents, (place) => (place + 3 * which + nth) % part === 0),
    );
    if (made.length > 0) tally.files += 1;
    for (const inserted of made) {
      const run = insertOne(inserted, parser, tally).finally(() => running.delete(run));
      running.add(run);
      if (running.size > 30) await Promise.race(running);
    }
  }
  await Promise.all(running);
  parser?.close();
  console.info(
    `${name}: ${tally.files} of ${sources.length} files took an insertion, ${tally.cases} conversions, ${tally.second} of them read by ${parser?.version ?? 'no second parser'}`,
  );
  expect(tally.problems).toEqual([]);
  return tally;
}

const waysToInsert = [
  [false, 'serviceprofile'],
  [true, 'serviceprofile'],
  [false, 'httproute'],
  [true, 'httproute'],
] as const;

async function insertOne(inserted: Inserted, parser: SecondParser | undefined, tally: Tally): Promise<void> {
  const sources = [inserted.source];
  const before = await parser?.read(inserted.source.bytes);
  const hasProfile = Buffer.from(inserted.source.bytes).includes('kind: ServiceProfile');
  for (const [drop, target] of waysToInsert) {
    // A profile with routes wins over a route: nothing is converted then.
    if (target === 'httproute' && hasProfile) continue;
    const ports = target === 'httproute' ? { ports: '80' } : {};
    const way = { together: true, options: resolveOptions({ drop, target, ...ports }) };
    const say = (what: string): void =>
      void tally.problems.push(`${inserted.source.path}, ${target}, drop ${drop}: ${what}`);
    const [one] = convertAll(sources, way).converted;
    if (one === undefined) continue;
    tally.cases += 1;
    if (inserted.source.bytes.length < large) for (const what of broken(sources, way).problems) say(what);
    if (one.edits.length === 0) say('nothing was converted');
    if (!isInside(one, inserted)) say('an edit lies outside of what was put in');
    if (before === undefined) continue;
    tally.second += 1;
    const after = await parser?.read(one.after);
    if (after === undefined) say('the second parser cannot read the output');
    else for (const what of secondOpinion(before, after, drop, target)) say(what);
  }
}

/**
 * Every edit lies in what was put in, and the bytes before and after that are the file's own. A schema in comments above
 * the first object of a file is that of the object, and goes with it.
 */
function isInside({ source, after, edits }: Converted, { start: put, end }: Inserted): boolean {
  const bytes = Buffer.from(source.bytes);
  const start = /^\ufeff?(?:#.*\$schema=.*\r?\n)(?:(?:#.*|---)?\r?\n)*$/.test(bytes.subarray(0, put).toString())
    ? 0
    : put;
  return (
    edits.every((edit) => edit.start >= start && edit.end <= end) &&
    after.subarray(0, start).equals(bytes.subarray(0, start)) &&
    after.subarray(after.length - (bytes.length - end)).equals(bytes.subarray(end))
  );
}

const wanted = [
  { authority: 'inserted-v1.inserted.svc.cluster.local', weight: '90' },
  { authority: 'inserted-v2.inserted.svc.cluster.local', weight: '10' },
];

function secondOpinion(
  before: readonly Read[],
  after: readonly Read[],
  drop: boolean,
  target: string,
): readonly string[] {
  const others = (objects: readonly Read[]): string[] =>
    objects
      .filter(({ kind }) => !['ServiceProfile', 'HTTPRoute'].includes(kind) && !(drop && kind === 'TrafficSplit'))
      .map((one) => one.digest);
  const found: string[] = [];
  if (others(before).join() !== others(after).join()) found.push('the second parser reads another object otherwise');
  if (target === 'httproute') return found;
  const ours = after.map(({ object }) => object as { spec?: { dstOverrides?: unknown } } | undefined);
  if (!ours.some((object) => JSON.stringify(object?.spec?.dstOverrides) === JSON.stringify(wanted)))
    found.push('the second parser does not read the profile');
  return found;
}
