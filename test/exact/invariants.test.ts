import { describe, expect, test } from 'vitest';
import { contentOf, differences, hasReferenceIn } from './objects.ts';

const settings = { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } };
const split = { apiVersion: 'split.smi-spec.io/v1alpha2', kind: 'TrafficSplit', metadata: { name: 'web' } };
const profile = {
  apiVersion: 'linkerd.io/v1alpha2',
  kind: 'ServiceProfile',
  metadata: { name: 'web' },
  spec: { routes: [] },
};
const converted = {
  ...profile,
  metadata: { name: 'web', annotations: { 'smi.linkerd.io/skip': 'smi2linkerd' } },
  spec: { routes: [], dstOverrides: [] },
};

describe('the invariants', () => {
  test.each([
    ['another object changed', [settings], [{ ...settings, data: { a: 'c' } }]],
    ['another object gone', [settings, split], [split]],
    ['another object new', [split], [settings, split]],
    ['a split changed', [split], [{ ...split, spec: {} }]],
    ['a profile with other routes', [profile], [{ ...converted, spec: {} }]],
    ['a profile gone', [profile], []],
  ])('notice %s', (_, before, after) => {
    expect(differences(before, after)).not.toEqual([]);
  });

  test('allow a correct conversion', () => {
    expect(differences([settings, split, profile], [settings, converted])).toEqual([]);
    expect(differences([settings, split], [settings, split, profile])).toEqual([]);
  });

  test.each(['a: &x 1\n', 'a: !t 1\n', 'b: &x 1\na: *x\n'])('notice an anchor, alias or tag in %j', (text) => {
    const pages = contentOf({ path: '-', bytes: Buffer.from(text) })?.pages ?? [];
    const start = text.indexOf('a:');
    expect(hasReferenceIn(pages, [{ start, end: text.length }])).toBe(true);
    expect(hasReferenceIn(pages, [{ start: 0, end: 1 }])).toBe(false);
  });
});
