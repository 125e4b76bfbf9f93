import { describe, expect, test } from 'vitest';
import { keepsApex } from '../../src/kustomize/rewrites.ts';

const where = 'patches[0]';
const split = { group: 'split.smi-spec.io', kind: 'TrafficSplit', name: 'web', namespace: 'shop', version: 'v1alpha2' };
const weights = [{ op: 'replace', path: '/spec/backends/0/weight', value: 1 }];
const apex = [{ op: 'replace', path: '/spec/service', value: 'api' }];
const merge = (spec: unknown): unknown => ({ kind: 'TrafficSplit', metadata: { name: 'web' }, spec });

describe('a patch', () => {
  test.each<[string, readonly unknown[], boolean]>([
    ['of the weights', [weights], true],
    ['of the apex', [apex], false],
    ['of both', [[...weights, ...apex]], false],
    ['of the weights, and one of the apex,', [weights, apex], false],
    ['of the whole spec', [[{ op: 'replace', path: '/spec', value: {} }]], false],
    ['of the labels', [[{ op: 'add', path: '/metadata/labels', value: {} }]], true],
    ['of the name', [[{ op: 'replace', path: '/metadata/name', value: 'api' }]], false],
    ['that cannot be read', [], false],
    ['that merges backends', [merge({ backends: [] })], true],
    ['that merges an apex', [merge({ service: 'api' })], false],
    ['that merges no spec', [{ kind: 'TrafficSplit', metadata: { labels: {} } }], true],
    ['that removes the spec', [merge(null)], false],
    ['that replaces the spec', [merge({ $patch: 'replace', backends: [] })], false],
    ['that deletes the split', [{ kind: 'TrafficSplit', $patch: 'delete' }], false],
  ])('%s keeps the apex of a split, or does not', (_, patches, keeps) => {
    expect(keepsApex({ kind: 'patch', target: { kind: 'TrafficSplit' }, patches, where }, split)).toBe(keeps);
  });

  test('of another object beside one of the split does not count', () => {
    const other = { kind: 'Service', metadata: { name: 'web' }, $patch: 'delete' };
    expect(keepsApex({ kind: 'patch', patches: [other, merge({ backends: [] })], where }, split)).toBe(true);
    expect(keepsApex({ kind: 'patch', patches: [other, merge({ service: 'api' })], where }, split)).toBe(false);
  });

  test('is not the only change that keeps it', () => {
    expect(keepsApex({ kind: 'metadata', labels: {}, annotations: {}, where: 'labels[0]' }, split)).toBe(true);
    expect(keepsApex({ kind: 'namePrefix', value: 'a-', where: 'namePrefix' }, split)).toBe(false);
  });
});
