import { describe, expect, test } from 'vitest';
import { isActing } from '../../src/plan/route-profiles.ts';

function profile(spec: object): Record<string, unknown> {
  return {
    apiVersion: 'linkerd.io/v1alpha2',
    kind: 'ServiceProfile',
    metadata: { name: 'web.shop.svc.cluster.local', namespace: 'shop' },
    spec,
  };
}

describe('a profile takes precedence over routes', () => {
  test.each<[string, object, boolean]>([
    ['with a route', { routes: [{ name: 'GET /' }] }, true],
    ['with an empty list of routes: not', { routes: [] }, false],
    ['with a mapping of routes: not', { routes: { name: 'GET /' } }, false],
    ['with nothing: not', {}, false],
  ])('%s', (_, spec, acts) => {
    expect(isActing(profile(spec))).toBe(acts);
  });

  test.each<[unknown, boolean]>([
    ['1', true],
    ['1m', true],
    [1, true],
    ['0', false],
    [0, false],
    ['0.0', false],
    ['-1', true],
    ['heavy', true],
    [null, false],
    [true, false],
    [['1'], false],
  ])('with an override of weight %j: %s', (weight, acts) => {
    const dstOverrides = [
      { authority: 'web.shop.svc.cluster.local', weight: 0 },
      { authority: 'web-v1.shop.svc.cluster.local', weight },
    ];
    expect(isActing(profile({ dstOverrides }))).toBe(acts);
  });
});
