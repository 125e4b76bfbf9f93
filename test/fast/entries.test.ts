import { describe, expect, test } from 'vitest';
import { corpusFiles, present, warnIfAbsent } from '../exact/corpus.ts';
import { seededRandom } from '../fuzz/seeded-random.ts';
import type { Tally } from './boundaries.ts';
import { compare, emptyTally } from './boundaries.ts';
import { difficultList } from './difficult-lists.ts';

// SMI2LINKERD_LISTS=200000 npx vitest run test/fast/entries.test.ts
const count = Number(process.env.SMI2LINKERD_LISTS ?? '3000');
const seed = Number(process.env.SMI2LINKERD_SEED ?? '1');

describe('the cut of a ResourceList at its entries', () => {
  test('agrees with two parsers, and fine with coarse, on lists made to break it', { timeout: 3_600_000 }, () => {
    const tally = emptyTally();
    for (let from = 0; from < count; from += 2000) {
      const texts = Array.from({ length: Math.min(2000, count - from) }, (_, index) =>
        difficultList(seededRandom(seed, from + index)),
      );
      compare(texts, tally);
      if (tally.problems.length > 0) break;
    }
    if (process.env.SMI2LINKERD_LISTS !== undefined) say(tally);
    expect(tally.problems).toEqual([]);
    expect(tally.byLibrary).toBeGreaterThan(count / 20);
    if (!tally.withoutSecond) expect(tally.bySecond).toBeGreaterThan(count / 20);
  });

  test.skipIf(!present)(
    'agrees on the documents of the corpus as items, each and ten together',
    { timeout: 600_000 },
    () => {
      const tally = emptyTally();
      const items = ['fidelity', 'trafficsplits', 'trees', 'serviceprofiles', 'yaml-test-suite'].flatMap((folder) =>
        corpusFiles(folder).flatMap(({ bytes }) => itemsOf(bytes.toString())),
      );
      const tens = Array.from({ length: Math.ceil(items.length / 10) }, (_, at) => items.slice(at * 10, at * 10 + 10));
      const lists = tens.flatMap((some) => [...some, some.join('')].map((text) => head + text + tail));
      // Each call starts the second parser.
      for (let at = 0; at < lists.length; at += 500) compare(lists.slice(at, at + 500), tally);
      say(tally);
      expect(tally.problems).toEqual([]);
      expect(tally.byLibrary).toBeGreaterThan(items.length / 2);
    },
  );
});

const head = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n';
const tail = 'functionConfig:\n  kind: ConfigMap\n';

/** The documents of a stream as entries of a list. */
function itemsOf(stream: string): readonly string[] {
  return stream
    .split(/^---.*\n/m)
    .filter((document) => /^\w/.test(document))
    .map((document) => `- ${document.trimEnd().replaceAll('\n', '\n  ')}\n`);
}

function say(tally: Tally): void {
  console.log(JSON.stringify({ ...tally, problems: tally.problems.length }));
}

warnIfAbsent('the cut is not compared on real manifests');
