import { describe, expect, test } from 'vitest';
import { resultChangeOf } from '../../src/kustomize/result-changes.ts';

const profile = {
  group: 'linkerd.io',
  version: 'v1alpha2',
  kind: 'ServiceProfile',
  name: 'web.shop.svc.cluster.local',
  namespace: 'shop',
};
const route = { group: 'gateway.networking.k8s.io', version: 'v1', kind: 'HTTPRoute', name: 'web', namespace: 'shop' };
const where = 'patches[0]';

/** Whether a patch with a target changes a profile that is new, and one that exists. */
const patched = (patch: unknown): readonly boolean[] =>
  [true, false].map(
    (isNew) =>
      resultChangeOf(
        { kind: 'patch', target: { kind: 'ServiceProfile' }, patches: [patch], where },
        { ...profile, isNew },
      ) !== undefined,
  );

describe('a patch of all profiles', () => {
  test.each<[unknown, boolean, boolean]>([
    [[{ op: 'add', path: '/spec/retryBudget', value: {} }], false, false],
    [[{ op: 'add', path: '/metadata/labels', value: {} }], false, false],
    [[{ op: 'add', path: '/metadata/annotations', value: {} }], false, false],
    // Of a patch for Services, too: Linkerd refuses a profile with an unknown field.
    [[{ op: 'add', path: '/spec/type', value: 'ClusterIP' }], true, false],
    [{ spec: { type: 'ClusterIP' } }, true, false],
    // A new profile has neither labels nor routes: Kustomize would refuse the patch.
    [[{ op: 'add', path: '/metadata/labels/a', value: 'b' }], true, false],
    [[{ op: 'replace', path: '/spec/routes/0/timeout', value: '1s' }], true, false],
    [[{ op: 'remove', path: '/spec/retryBudget' }], true, false],
    [[{ op: 'test', path: '/spec/dstOverrides', value: [] }], true, false],
    [[{ op: 'add', path: '/spec/dstOverrides', value: [] }], true, true],
    [[{ op: 'replace', path: '/metadata/namespace', value: 'shop' }], false, false],
    [[{ op: 'replace', path: '/metadata/namespace', value: 'other' }], true, true],
    [[{ op: 'replace', path: '/spec/dstOverrides/0/weight', value: '1' }], true, true],
    [[{ op: 'replace', path: '/spec', value: {} }], true, true],
    [[{ op: 'replace', path: '', value: {} }], true, true],
    [[{ op: 'replace', path: '/metadata/namespace', value: 'other' }], true, true],
    [[{ op: 'replace', path: '/metadata/name', value: 'other' }], true, true],
    [[{ op: 'move', from: '/spec/dstOverrides', path: '/spec/x' }], true, true],
    [[{ op: 'copy', from: '/spec/dstOverrides', path: '/spec/x' }], true, false],
    [
      [
        { op: 'add', path: '/spec/retryBudget', value: {} },
        { op: 'remove', path: '/spec/dstOverrides' },
      ],
      true,
      true,
    ],
    [{ kind: 'ServiceProfile', spec: { retryBudget: {} } }, false, false],
    [{ kind: 'ServiceProfile', metadata: { labels: {} } }, false, false],
    [{ kind: 'ServiceProfile', spec: { dstOverrides: [] } }, true, true],
    [{ kind: 'ServiceProfile', spec: { $patch: 'replace' } }, true, true],
    [{ kind: 'ServiceProfile', spec: null }, true, true],
    [{ kind: 'ServiceProfile', $patch: 'delete' }, true, true],
    [{ kind: 'ServiceProfile', metadata: { annotations: { 'smi.linkerd.io/skip': 'true' } } }, false, true],
    [{ kind: 'ServiceProfile', metadata: { annotations: { 'smi.linkerd.io/skip': 'smi2linkerd' } } }, false, false],
    [[{ op: 'add', path: '/metadata/annotations', value: { 'smi.linkerd.io/skip': 'mine' } }], false, true],
    [[{ op: 'add', path: '/metadata/annotations/smi.linkerd.io~1skip', value: 'smi2linkerd-dropped' }], true, false],
    [[{ op: 'replace', path: '/metadata/annotations/smi.linkerd.io~1skip', value: 'true' }], true, true],
    ['text', true, true],
  ])('%j changes a new one: %s, one that exists: %s', (patch, isNew, exists) => {
    expect(patched(patch)).toEqual([isNew, exists]);
  });

  test.each<[unknown, boolean]>([
    [[{ op: 'add', path: '/metadata/annotations', value: { a: 'b' } }], true],
    [[{ op: 'replace', path: '/metadata/annotations', value: { a: 'b' } }], true],
    [[{ op: 'remove', path: '/metadata/annotations' }], true],
    [[{ op: 'remove', path: '/metadata/annotations/smi.linkerd.io~1skip' }], true],
    [[{ op: 'move', from: '/metadata/annotations/smi.linkerd.io~1skip', path: '/metadata/labels/a' }], true],
    [[{ op: 'add', path: '/metadata/annotations', value: { 'smi.linkerd.io/skip': 'smi2linkerd' } }], false],
    [[{ op: 'add', path: '/metadata/annotations/a', value: 'b' }], false],
    [[{ op: 'remove', path: '/metadata/annotations/a' }], false],
    [{ metadata: { annotations: { 'smi.linkerd.io/skip': null } } }, true],
    [{ metadata: { annotations: null } }, true],
    [{ metadata: { annotations: { $patch: 'replace' } } }, true],
    [{ metadata: { annotations: { a: 'b' } } }, false],
    [{ metadata: null }, false],
  ])('%j takes the skip annotation away: %s', (patch, taken) => {
    const step = { kind: 'patch', target: { kind: 'ServiceProfile' }, patches: [patch], where } as const;
    const result = { ...profile, isNew: false };
    expect(resultChangeOf(step, { ...result, isMarked: true }) !== undefined).toBe(taken);
    expect(resultChangeOf(step, { ...result, isMarked: false })).toBeUndefined();
  });

  test('that cannot be read counts as a change', () => {
    const step = { kind: 'patch', target: { kind: 'ServiceProfile' }, patches: [], where } as const;
    expect(resultChangeOf(step, { ...profile, isNew: false })).toBe('patches its profile (patches[0])');
  });

  test('is none of another kind', () => {
    const step = { kind: 'patch', target: { kind: 'Service' }, patches: ['text'], where } as const;
    expect(resultChangeOf(step, { ...profile, isNew: true })).toBeUndefined();
  });
});

describe('a patch without a target', () => {
  test.each<[string, string, string | undefined]>([
    ['web.shop.svc.cluster.local', 'shop', 'patches its profile (patches[0])'],
    ['web.shop.svc.cluster.local', 'other', undefined],
    ['api.shop.svc.cluster.local', 'shop', undefined],
  ])('of %s in %s: %s', (name, namespace, change) => {
    const patch = { kind: 'ServiceProfile', metadata: { name, namespace }, spec: { dstOverrides: [] } };
    expect(resultChangeOf({ kind: 'patch', patches: [patch], where }, { ...profile, isNew: false })).toBe(change);
  });
});

describe('a replacement in all profiles', () => {
  test.each<[string, boolean, boolean, boolean]>([
    ['spec.dstOverrides.0.weight', true, true, true],
    ['spec', true, true, true],
    ['metadata.namespace', false, true, true],
    ['metadata.annotations.a', true, false, false],
    ['metadata.annotations.a', false, true, false],
  ])('of %s, created: %s, changes a new one: %s, one that exists: %s', (path, create, isNew, exists) => {
    const targets = [{ select: { kind: 'ServiceProfile' }, fieldPaths: [path], options: { create } }];
    const changes = [true, false].map(
      (one) =>
        resultChangeOf({ kind: 'replacement', targets, where: 'replacements[0]' }, { ...profile, isNew: one }) !==
        undefined,
    );
    expect(changes).toEqual([isNew, exists]);
  });
});

test.each(['/spec/rules', '/spec/rules/0/backendRefs/0/weight', '/spec/parentRefs'])(
  'a patch of %s of all routes is one of the route',
  (path) => {
    const patches = [[{ op: 'replace', path, value: [] }]];
    const step = { kind: 'patch', target: { kind: 'HTTPRoute' }, patches, where } as const;
    expect(resultChangeOf(step, { ...route, isNew: false })).toBe('patches its route (patches[0])');
  },
);

test('a step of another kind changes no result', () => {
  expect(
    resultChangeOf({ kind: 'namespace', value: 'other', where: 'namespace' }, { ...profile, isNew: true }),
  ).toBeUndefined();
});

test('fields of other kinds are none of a profile', () => {
  const change = (kind: string): string | undefined =>
    resultChangeOf({ kind: 'fields', targets: [{ select: { kind } }], where }, { ...profile, isNew: true });
  expect(change('HTTPRoute')).toBeUndefined();
  expect(change('ServiceProfile')).toBe('writes fields of its profile (patches[0])');
});
