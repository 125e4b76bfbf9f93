import { describe, expect, test } from 'vitest';
import { contentOf, differences, hasReferenceIn } from './objects.ts';
import { misplaced } from './placed.ts';

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

describe('the places of objects', () => {
  const web = { ...split, metadata: { name: 'web', namespace: 'shop' }, spec: { service: 'web', backends: [] } };
  const ours = { ...profile, spec: {}, metadata: { name: 'web.shop.svc.cluster.local' } };
  const made = { ...ours, spec: { dstOverrides: [{ authority: 'v1.shop.svc.cluster.local', weight: '1' }] } };
  const to = (weight: number): unknown => ({
    ...web,
    spec: { service: 'web', backends: [{ service: 'v1', weight }] },
  });
  const told = (objects: readonly unknown[]): Parameters<typeof misplaced>[0] =>
    objects.map((object) => ({ kind: (object as typeof web).kind, told: JSON.stringify(object), object }));
  const wrong = (before: readonly unknown[], after: readonly unknown[]): readonly string[] =>
    misplaced(told(before), told(after), { drop: true, target: 'serviceprofile' });

  test.each([
    ['an object that changed', [settings], [{ ...settings, data: {} }]],
    ['an object that is gone', [settings, ours], [ours]],
    ['two objects in another order', [settings, web], [web, settings]],
    ['a profile with other routes', [profile], [converted].map((one) => ({ ...one, spec: { routes: [1] } }))],
    ['a profile that is gone', [ours], []],
    ['a dropped split without its profile', [to(1)], []],
    ['a dropped split whose profile has another weight', [to(2)], [made]],
  ])('notice %s', (_, before, after) => {
    expect(wrong(before, after)).not.toEqual([]);
  });

  test.each([
    ['a profile in the place of a split', [settings, to(1)], [settings, made]],
    ['a profile that stays in its place', [to(1), ours, settings], [made, settings]],
    ['a split and its profile', [to(1)], [to(1), made]],
  ])('allow %s', (_, before, after) => {
    expect(wrong(before, after)).toEqual([]);
  });
});
