import { describe, expect, test } from 'vitest';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { neighboursOf, type Test } from '../../src/manifests/neighbours.ts';
import { cut } from '../../src/yaml/cut.ts';
import { readSlice } from '../../src/yaml/read.ts';

const bytes = Buffer.from(['a', 'b', 'c'].map((kind) => `apiVersion: v1\nkind: ${kind}\n`).join('---\n'));
const manifests = [...cut({ path: '-', bytes }).all()].flatMap((slice) => manifestsOf(readSlice(slice)).manifests);

describe('the manifests around splits', () => {
  test('are those of the unit and then the shared ones, each once', () => {
    const [a, b, c] = manifests;
    if (a === undefined || b === undefined || c === undefined) throw new Error('three manifests are needed');
    const neighbours = neighboursOf([
      [c, a],
      [a, b],
    ]);
    expect(neighbours.all()).toEqual([c, a, b]);
    expect(neighbours.of((_, one) => one !== a)).toEqual([c, b]);
    expect(neighboursOf([[], [a]]).all()).toEqual([a]);
  });

  test('are tested once for all units that share them', () => {
    let calls = 0;
    const isTested: Test = () => {
      calls += 1;
      return true;
    };
    const found = [neighboursOf([[], manifests]), neighboursOf([[], manifests])].map((one) => one.of(isTested));
    expect(found[0]).toBe(found[1]);
    expect(calls).toBe(manifests.length);
  });
});
