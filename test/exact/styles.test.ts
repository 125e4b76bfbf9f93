import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../fuzz/seeded-random.ts';
import { judge } from './judged-streams.ts';
import { listStream } from './lists.ts';
import { referencedStream } from './references.ts';
import { styledStream } from './styles.ts';

// More of them: SMI2LINKERD_STYLES=20000 SMI2LINKERD_SEED=2 npx vitest run test/exact/styles.test.ts
const more = process.env.SMI2LINKERD_STYLES;
const seed = Number(process.env.SMI2LINKERD_SEED ?? '1');

const generators = [
  { name: 'streams in random flow and block styles', stream: styledStream, count: Number(more ?? '400'), refused: 0.1 },
  { name: 'lists in random flow and block styles', stream: listStream, count: Number(more ?? '60'), refused: 0.1 },
  {
    name: 'profiles and routes with anchors',
    stream: referencedStream,
    count: Number(more ?? '100'),
    refused: 0.5,
  },
];

describe.each(generators)('$name', ({ name, stream, count, refused }) => {
  test('are converted, and read by PyYAML and by Kubernetes as they are meant', { timeout: 3_600_000 }, async () => {
    const streams = Array.from({ length: count }, (_, index) => stream(seededRandom(seed, index)));
    const { wrong, ...seen } = await judge(streams);
    console.info(`${name}: ${JSON.stringify({ ...seen, wrong: wrong.length })}`);
    if (process.env.SMI2LINKERD_SAY !== undefined) writeFileSync(process.env.SMI2LINKERD_SAY, JSON.stringify(wrong));
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(seen.conversions).toBeGreaterThan(count);
    expect(seen.refused).toBeLessThan(seen.conversions * refused);
  });
});
