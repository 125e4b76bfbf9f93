import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from './fixtures.ts';
import { isInShare, isWhole, sampleOf } from './sample.ts';

const all = cases(join(import.meta.dirname, '../fixtures'));

describe.skipIf(isWhole)('a sample of the fixtures', () => {
  test('has about the share that was asked for, and each form of a call', () => {
    const some = sampleOf(all, 8);
    expect(some.length).toBeGreaterThan(all.length / 8);
    expect(some.length).toBeLessThan(all.length / 4);
    const options = (words: typeof all): readonly string[] =>
      [
        ...new Set(words.flatMap(({ args }) => args.filter((word) => word.startsWith('--') && !word.includes('=')))),
      ].sort();
    expect(options(some)).toEqual(options(all));
  });

  test('is the same without other fixtures, and the shares together are all of them', () => {
    const names = all.map(({ name }) => name);
    const shares = Array.from({ length: 8 }, (_, part) => names.filter((name) => isInShare(name, 8, part)));
    expect(shares.flat().sort()).toEqual(names.toSorted());
    expect(Math.min(...shares.map(({ length }) => length))).toBeGreaterThan(names.length / 12);
  });
});
