import { describe, expect, test } from 'vitest';
import type { HttpRoute } from '../../src/mesh/http-route.ts';
import { isSpecific, parentRefsOf, sameParents, sameRules } from '../../src/mesh/route-equality.ts';

const parentRefs = [{ group: 'core', kind: 'Service', name: 'web', port: 80 }];
const backendRefs = [{ kind: 'Service', name: 'web-v1', port: 80, weight: 1 }];

function routeOf(
  rules: readonly unknown[],
  parents: readonly unknown[] = parentRefs,
): HttpRoute & Record<string, unknown> {
  const object = {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { parentRefs: parents, rules },
  };
  return object as unknown as HttpRoute & Record<string, unknown>;
}

const one = routeOf([{ backendRefs }]);

describe('parentRefsOf', () => {
  const parentOf = (parent: object): unknown => parentRefsOf(routeOf([], [parent]), '')[0];

  test('the defaults of the CRD are those of a Gateway in the namespace of the route', () => {
    expect(parentOf({ name: 'web' })).toEqual({
      group: 'gateway.networking.k8s.io',
      kind: 'Gateway',
      name: 'web',
      namespace: 'shop',
      isService: false,
    });
  });

  test('a parent in another namespace keeps it, and its port', () => {
    expect(parentOf({ group: '', kind: 'Service', name: 'web', namespace: 'other', port: 80 })).toEqual({
      group: '',
      kind: 'Service',
      name: 'web',
      namespace: 'other',
      port: 80,
      isService: true,
    });
  });

  test.each([
    [{ group: 'core', kind: 'Service' }, true],
    [{ group: '', kind: 'Service' }, true],
    [{ kind: 'Service' }, false],
    [{ group: 'other', kind: 'Service' }, false],
    [{ group: '', kind: 'Pod' }, false],
    [{ group: 'core' }, false],
  ])('%o: a Service is %s', (parent, isService) => {
    expect(parentOf({ ...parent, name: 'web' })).toMatchObject({ isService });
  });

  test('a route without a namespace is in the given one', () => {
    expect(parentRefsOf({ spec: { parentRefs: [{ name: 'web' }] } }, 'shop')[0]?.namespace).toBe('shop');
  });
});

describe('sameParents', () => {
  test.each([
    [[{ group: 'core', kind: 'Service', name: 'web', port: 80 }], true],
    [[{ group: '', kind: 'Service', name: 'web', port: 80, namespace: 'shop' }], true],
    [[], false],
    [[...parentRefs, ...parentRefs], false],
    [[{ kind: 'Gateway', name: 'web', port: 80 }], false],
    [[{ group: 'core', kind: 'Service', name: 'api', port: 80 }], false],
    [[{ group: 'core', kind: 'Service', name: 'web', port: 81 }], false],
    [[{ group: 'core', kind: 'Service', name: 'web' }], false],
    [[{ group: 'core', kind: 'Service', name: 'web', port: 80, namespace: 'other' }], false],
  ])('parentRefs %j: %s', (parents, same) => {
    expect(sameParents(routeOf([], parents), one)).toBe(same);
  });
});

describe('sameRules', () => {
  const [ref] = backendRefs;
  test.each<[readonly unknown[], boolean, string]>([
    [[{ backendRefs, matches: [{}] }], true, 'one empty match'],
    [[{ backendRefs, matches: [] }], true, 'no matches'],
    [[{ backendRefs, matches: [{ path: { type: 'PathPrefix', value: '/' } }] }], true, 'the default path'],
    [[{ backendRefs, matches: [{ path: { value: '/' } }] }], true, 'the default type of the path'],
    [[{ backendRefs, matches: [{ path: { type: 'Exact', value: '/' } }] }], false, 'another type of the path'],
    [[{ backendRefs, matches: [{ path: { value: '/a' } }] }], false, 'another path'],
    [[{ backendRefs, matches: [{ method: 'GET' }] }], false, 'a method'],
    [[{ backendRefs, matches: [{ headers: [{ name: 'a', value: 'b' }] }] }], false, 'a header'],
    [[{ backendRefs, matches: [{ queryParams: [] }] }], false, 'a field that is never written'],
    [[{ backendRefs, matches: ['a'] }], false, 'a match that is not a mapping'],
    [[{ backendRefs, filters: [] }], false, 'filters'],
    [[{ backendRefs: [{ ...ref, group: '' }] }], true, 'the default group'],
    [[{ backendRefs: [{ ...ref, group: 'core' }] }], true, 'the group core'],
    [[{ backendRefs: [{ ...ref, group: 'other' }] }], false, 'another group'],
    [[{ backendRefs: [{ name: 'web-v1', port: 80 }] }], true, 'the default kind and weight'],
    [[{ backendRefs: [{ ...ref, namespace: 'shop' }] }], true, 'the namespace of the route'],
    [[{ backendRefs: [{ ...ref, namespace: 'other' }] }], false, 'another namespace'],
    [[{ backendRefs: [{ ...ref, kind: 'Other' }] }], false, 'another kind'],
    [[{ backendRefs: [{ ...ref, name: 'web-v2' }] }], false, 'another Service'],
    [[{ backendRefs: [{ ...ref, port: 81 }] }], false, 'another port'],
    [[{ backendRefs: [{ ...ref, weight: 2 }] }], false, 'another weight'],
    [[{ backendRefs: [{ ...ref, filters: [] }] }], false, 'filters of a backend'],
    [[{ backendRefs: ['web-v1'] }], false, 'a backend that is not a mapping'],
    [[{ backendRefs: 'web-v1' }], false, 'backends that are not a list'],
    [['a'], false, 'a rule that is not a mapping'],
    [[], false, 'no rules'],
  ])('%j: %s (%s)', (rules, same) => {
    expect(sameRules(routeOf(rules), one, true)).toBe(same);
  });

  test('without the weights, other weights are the same', () => {
    expect(sameRules(routeOf([{ backendRefs: [{ ...ref, weight: 2 }] }]), one, false)).toBe(true);
    expect(sameRules(routeOf([{ backendRefs: [{ ...ref, port: 81 }] }]), one, false)).toBe(false);
  });

  test.each([
    [[{ name: 'A', value: 'b' }], true],
    [[{ name: 'a', type: 'Exact', value: 'b' }], true],
    [[{ name: 'a', type: 'RegularExpression', value: 'b' }], false],
    [[{ name: 'a', value: 'B' }], false],
    [[{ name: 'c', value: 'b' }], false],
  ])('names of headers have no case, and their type is Exact: %j: %s', (headers, same) => {
    const wanted = routeOf([{ backendRefs, matches: [{ headers: [{ name: 'a', value: 'b' }] }] }]);
    expect(sameRules(routeOf([{ backendRefs, matches: [{ headers }] }]), wanted, true)).toBe(same);
  });
});

describe('isSpecific', () => {
  test.each([
    [[{ matches: [{ path: { value: '/a' } }] }], true],
    [[{ matches: [{ method: 'GET' }] }], true],
    [[{ matches: [{ headers: [{ name: 'a', value: 'b' }] }] }], true],
    [[{ matches: [{ queryParams: [{ name: 'a', value: 'b' }] }] }], true],
    [[{ matches: [{ headers: [], path: { value: '/' } }] }], false],
    [[{ matches: [{ path: { value: '/' } }] }], false],
    [[{ matches: [{}] }], false],
    [[{ matches: [] }], false],
    [[{ matches: [{ method: 'GET' }, {}] }], false],
    [[{ matches: [{ method: 'GET' }] }, {}], false],
    [[], false],
  ])('%j: %s', (rules, specific) => {
    expect(isSpecific(routeOf(rules))).toBe(specific);
  });

  test.each([
    ...['.*', '/.*', '^/.*$', '(.*)', '^/(.*)$'].map((value) => [value, false] as const),
    // The first match of a lazy quantifier is empty, so that it spans no path but `/`.
    ...['/.*?', '/a.*', '/.+', '.*a'].map((value) => [value, true] as const),
  ])('a path that matches %s: %s', (value, specific) => {
    const rules = [{ matches: [{ path: { type: 'RegularExpression', value } }] }];
    expect(isSpecific(routeOf(rules))).toBe(specific);
  });
});
