import { describe, expect, test } from 'vitest';
import type { KubernetesObject } from '../../src/kubernetes.ts';
import { isRouteGroup, readReferences, readRouteGroup } from '../../src/mesh/route-group.ts';

const api = 'specs.smi-spec.io/v1alpha4';

const mapping = 'write a mapping, such as {x-user: "test.*"}';

/** What is read, or what is reported: the code, the message, the path and the fix. */
function reading<T>(read: (fail: (...words: unknown[]) => void) => T): { read: T; said: readonly unknown[] } {
  const said: unknown[] = [];
  return { read: read((...words) => said.push(words)), said };
}

describe('an HTTPRouteGroup is one', () => {
  test.each([
    [{ apiVersion: api, kind: 'HTTPRouteGroup' }, true],
    [{ kind: 'HTTPRouteGroup' }, true],
    [{ apiVersion: 'example.com/v1', kind: 'HTTPRouteGroup' }, false],
    [{ apiVersion: api, kind: 'TCPRoute' }, false],
  ])('%j: %s', (object, is) => {
    expect(isRouteGroup(object)).toBe(is);
  });
});

describe('the groups that a split names', () => {
  const entry = { kind: 'HTTPRouteGroup', name: 'beta' };
  const fix = 'name HTTPRouteGroups only, or remove the entry';
  const says = (name: string, what: string): string =>
    `match "${name}" is ${what}: a route matches what an HTTPRouteGroup of SMI says`;

  test.each<[string, unknown, readonly unknown[], readonly unknown[]]>([
    ['nothing', undefined, [], []],
    ['null', null, [], []],
    ['an empty list', [], [], []],
    [
      'two entries',
      [entry, { ...entry, apiGroup: 'specs.smi-spec.io', name: 'a' }],
      [
        { name: 'beta', index: 0 },
        { name: 'a', index: 1 },
      ],
      [],
    ],
    [
      'a mapping',
      {},
      [],
      [
        [
          'invalid-trafficsplit',
          'spec.matches is a mapping, not a list',
          ['spec', 'matches'],
          'list the HTTPRouteGroups that match',
        ],
      ],
    ],
    [
      'a string in the list',
      ['beta'],
      [],
      [
        [
          'invalid-trafficsplit',
          'an entry of spec.matches has no name',
          ['spec', 'matches', 0],
          'give the entry the name of an HTTPRouteGroup',
        ],
      ],
    ],
    [
      'an entry without a name',
      [entry, { kind: 'HTTPRouteGroup' }],
      [{ name: 'beta', index: 0 }],
      [
        [
          'invalid-trafficsplit',
          'an entry of spec.matches has no name',
          ['spec', 'matches', 1],
          'give the entry the name of an HTTPRouteGroup',
        ],
      ],
    ],
    [
      'another kind',
      [{ kind: 'TCPRoute', name: 'a' }],
      [],
      [['match-unsupported', says('a', 'a TCPRoute'), ['spec', 'matches', 0], fix]],
    ],
    ['no kind', [{ name: 'a' }], [], [['match-unsupported', says('a', 'of no kind'), ['spec', 'matches', 0], fix]]],
    [
      'another group',
      [{ ...entry, apiGroup: 'example.com' }],
      [],
      [['match-unsupported', says('beta', 'of example.com'), ['spec', 'matches', 0], fix]],
    ],
    [
      'another kind of the group',
      [{ kind: 'TCPRoute', name: 'a', apiGroup: 'specs.smi-spec.io' }],
      [],
      [['match-unsupported', says('a', 'a TCPRoute'), ['spec', 'matches', 0], fix]],
    ],
  ])('%s', (_, matches, read, said) => {
    expect(reading((fail) => readReferences({ matches }, fail, fail))).toEqual({ read, said });
  });

  test('a field that no version has is reported', () => {
    const { said } = reading((fail) => readReferences({ matches: [{ ...entry, matches: ['a'] }] }, fail, fail));
    expect(said).toEqual([
      ['unknown-field', 'no version has a field "matches"', ['spec', 'matches', 0, 'matches'], undefined],
    ]);
  });
});

describe('the matches of a group', () => {
  const at = ['spec', 'matches', 0];
  const groupOf = (...matches: readonly unknown[]): KubernetesObject => ({ apiVersion: api, spec: { matches } });
  const read = (object: KubernetesObject): ReturnType<typeof reading> =>
    reading((fail) =>
      readRouteGroup(
        object,
        (...words) => {
          fail('flag', ...words);
        },
        fail,
      ),
    );

  test.each<[string, KubernetesObject, readonly unknown[]]>([
    ['a name alone', groupOf({ name: 'a' }), [{ headers: [], at }]],
    [
      'all conditions',
      groupOf({ methods: ['GET'], pathRegex: '/a', headers: { b: 'c', d: 'e' } }),
      [
        {
          methods: ['GET'],
          pathRegex: '/a',
          headers: [
            { name: 'b', value: 'c', at: [...at, 'headers', 'b'] },
            { name: 'd', value: 'e', at: [...at, 'headers', 'd'] },
          ],
          at,
        },
      ],
    ],
    [
      'headers in a list',
      groupOf({ headers: [{ a: 'b' }, { c: 'd' }] }),
      [
        {
          headers: [
            { name: 'a', value: 'b', at: [...at, 'headers', 0, 'a'] },
            { name: 'c', value: 'd', at: [...at, 'headers', 1, 'c'] },
          ],
          at,
        },
      ],
    ],
    ['conditions that are null', groupOf({ methods: null, pathRegex: null, headers: null }), [{ headers: [], at }]],
    ['no methods', groupOf({ methods: [] }), [{ headers: [], at }]],
    ['all methods', groupOf({ methods: ['GET', '*'] }), [{ headers: [], at }]],
    [
      'matches at the top level',
      { apiVersion: 'specs.smi-spec.io/v1alpha1', matches: [{ pathRegex: '/a' }] },
      [{ pathRegex: '/a', headers: [], at: ['matches', 0] }],
    ],
    ['no version', { matches: [{ pathRegex: '/a' }] }, [{ pathRegex: '/a', headers: [], at: ['matches', 0] }]],
    [
      'two matches',
      groupOf({ name: 'a' }, { name: 'b' }),
      [
        { headers: [], at },
        { headers: [], at: ['spec', 'matches', 1] },
      ],
    ],
  ])('%s', (_, object, matches) => {
    expect(read(object)).toEqual({ read: matches, said: [] });
  });

  test.each<[string, KubernetesObject, readonly unknown[]]>([
    [
      'another version',
      { ...groupOf({ name: 'a' }), apiVersion: 'specs.smi-spec.io/v2' },
      [
        'unknown-version',
        '"specs.smi-spec.io/v2" is not a version of HTTPRouteGroup',
        ['apiVersion'],
        'use specs.smi-spec.io/v1alpha4',
      ],
    ],
    ['no matches', { apiVersion: api, spec: {} }, ['invalid-routegroup', 'has no matches', ['spec']]],
    ['an empty list', groupOf(), ['invalid-routegroup', 'has no matches', ['spec', 'matches']]],
    [
      'matches at the top level that are a mapping',
      { matches: {} },
      ['invalid-routegroup', 'matches is a mapping, not a list with entries', ['matches'], 'write a list of matches'],
    ],
    ['a string', groupOf('a'), ['invalid-routegroup', 'a match is "a", not a mapping', at]],
    [
      'a condition that does not exist',
      groupOf({ name: 'a', path: '/' }),
      ['invalid-routegroup', 'a match has none of methods, pathRegex and headers', at],
    ],
    [
      'a path that is a number',
      groupOf({ pathRegex: 5 }),
      ['invalid-routegroup', 'pathRegex is 5, not a string', [...at, 'pathRegex'], 'quote the value'],
    ],
    [
      'methods that are a string',
      groupOf({ methods: 'GET' }),
      [
        'invalid-routegroup',
        'methods is "GET", not a list of names',
        [...at, 'methods'],
        'write a list, such as [GET]',
      ],
    ],
    [
      'a method that is a number',
      groupOf({ methods: ['GET', 5] }),
      [
        'invalid-routegroup',
        'an entry of methods is not a name',
        [...at, 'methods'],
        'write names like GET, each in an entry of its own',
      ],
    ],
    [
      'headers that are a string',
      groupOf({ headers: 'a' }),
      ['invalid-routegroup', 'headers is "a", not a mapping of names to patterns', [...at, 'headers'], mapping],
    ],
    [
      'a header that is a string in a list',
      groupOf({ headers: [{ a: 'b' }, 'c'] }),
      ['invalid-routegroup', 'headers is "c", not a mapping of names to patterns', [...at, 'headers', 1], mapping],
    ],
    [
      'a header that is a number',
      groupOf({ headers: { a: 'b', c: 5 } }),
      ['invalid-routegroup', 'header c is 5, not a pattern', [...at, 'headers', 'c'], 'quote the value'],
    ],
    [
      'a header that is a list',
      groupOf({ headers: { c: ['a', 'b'] } }),
      [
        'invalid-routegroup',
        'header c is a list, not a pattern',
        [...at, 'headers', 'c'],
        'write one regular expression',
      ],
    ],
    [
      'a header without a value',
      groupOf({ headers: { c: null } }),
      [
        'invalid-routegroup',
        'header c is empty, not a pattern',
        [...at, 'headers', 'c'],
        'write one regular expression',
      ],
    ],
  ])('%s is an error', (_, object, words) => {
    const { read: found, said } = read(object);
    expect(found).toBeUndefined();
    expect(said).toContainEqual(words);
  });

  test('one wrong match makes the group wrong', () => {
    expect(read(groupOf({ name: 'a' }, 'b')).read).toBeUndefined();
  });

  test('a field that no version has is named', () => {
    expect(read(groupOf({ methods: ['GET'], header: {} })).said).toEqual([
      ['flag', 'unknown-field', 'no version has a field "header"', [...at, 'header'], 'did you mean headers?'],
    ]);
  });
});
