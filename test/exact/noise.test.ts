import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SeededRandom } from '../fuzz/seeded-random.ts';
import { seededRandom } from '../fuzz/seeded-random.ts';
import { noisyList, noisyStream } from './noise.ts';
import { asFunction, judgePlaces, type Convert } from './placed-streams.ts';

// More of them: SMI2LINKERD_STYLES=20000 SMI2LINKERD_SEED=2 npx vitest run test/exact/noise.test.ts
const more = process.env.SMI2LINKERD_STYLES;
const seed = Number(process.env.SMI2LINKERD_SEED ?? '1');

const noisyResources = (random: SeededRandom): string => noisyList(random, 'config.kubernetes.io/v1', 'ResourceList');

const generators: readonly {
  readonly name: string;
  readonly count: number;
  readonly make: (random: SeededRandom) => string;
  readonly convert?: Convert;
}[] = [
  { name: 'streams', count: Number(more ?? '200'), make: noisyStream },
  { name: 'ResourceLists', count: Number(more ?? '80'), make: noisyResources },
  {
    name: 'ResourceLists through the function',
    count: Number(more ?? '80'),
    make: noisyResources,
    convert: asFunction,
  },
  {
    name: 'TrafficSplitLists',
    count: Number(more ?? '40'),
    make: (random) => noisyList(random, 'split.smi-spec.io/v1alpha2', 'TrafficSplitList'),
  },
];

describe('with comments, blanks and block scalars everywhere', { timeout: 3_600_000 }, () => {
  test.each(generators)(
    '$name keep each object in its place and lose no split',
    async ({ name, count, make, convert }) => {
      const streams = Array.from({ length: count }, (_, index) => make(seededRandom(seed, index)));
      const { wrong, ...seen } = await judgePlaces(streams, convert);
      console.info(`noisy ${name}: ${JSON.stringify({ ...seen, wrong: wrong.length })}`);
      if (process.env.SMI2LINKERD_SAY !== undefined) writeFileSync(process.env.SMI2LINKERD_SAY, JSON.stringify(wrong));
      expect(wrong.slice(0, 3)).toEqual([]);
      expect(seen.changed).toBeGreaterThan(count / 2);
    },
  );
});
