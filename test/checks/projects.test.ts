import { describe, expect, test } from 'vitest';
import { matchesGlob, projectFinding } from '../../src/checks/projects.ts';
import { resolveOptions } from '../../src/config/config.ts';

/** The answers of Go's path/filepath.Match, by which Argo CD compares groups and kinds; a malformed pattern matches nothing. */
const answers: readonly (readonly [pattern: string, name: string, matches: boolean])[] = [
  ['*', '', true],
  ['*.io', 'linkerd.io', true],
  ['Service*', 'ServiceProfile', true],
  ['*[a-ζ]*', 'α', true],
  ['Traffic[A-Z]plit', 'TrafficSplit', true],
  ['Traffic[^a-z]plit', 'TrafficSplit', true],
  ['[T]*', 'TrafficSplit', true],
  ['[^T]*', 'TrafficSplit', false],
  ['[!T]*', 'TrafficSplit', true],
  ['[!t]*', 'TrafficSplit', false],
  ['[\\-x]', '-', true],
  ['[\\]a]', ']', true],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['a???b', 'aabcb', true],
  ['[^a-c]x', 'dx', true],
  ['a]', 'a]', true],
  ['[', 'a', false],
  ['[]a]', 'a', false],
  ['[^]', '^', false],
  ['[^-a]', 'b', false],
  ['[x-]', 'x', false],
  ['[a-b-c]', 'a', false],
  ['\\', '\\', false],
  ['a[', 'ab', false],
  ['*ab', 'aab', true],
  ['*ab', 'xaab', true],
  ['*aab', 'aaab', true],
  ['*ab', 'aba', false],
  ['a*bc', 'abbc', true],
  ['a*b*c', 'axbybzc', true],
  ['*a*', 'bab', true],
  ['**a', 'ba', true],
  ['a**', 'a', true],
  ['a*?', 'a', false],
];

describe('patterns of an AppProject', () => {
  test.each(answers)('%s of %s', (pattern, name, matches) => {
    expect(matchesGlob(pattern, name)).toBe(matches);
  });
});

describe('a project that allows TrafficSplits', () => {
  const splits = { group: 'split.smi-spec.io', kind: '*' };
  const codeOf = (spec: object, target: 'serviceprofile' | 'httproute'): string | undefined =>
    projectFinding({ apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', spec }, resolveOptions({ target }))?.code;

  test.each<[object, string | undefined, string | undefined]>([
    [{}, undefined, undefined],
    [{ namespaceResourceWhitelist: [splits] }, 'project-forbids-profile', 'project-forbids-route'],
    [
      { namespaceResourceWhitelist: [splits, { group: 'linkerd.io', kind: 'ServiceProfile' }] },
      undefined,
      'project-forbids-route',
    ],
    [
      { namespaceResourceWhitelist: [splits, { group: 'gateway.networking.k8s.io', kind: 'HTTPRoute' }] },
      'project-forbids-profile',
      undefined,
    ],
    [
      { namespaceResourceWhitelist: [splits, { group: '', kind: '*' }] },
      'project-forbids-profile',
      'project-forbids-route',
    ],
    [{ namespaceResourceWhitelist: [{ group: '*', kind: '*' }] }, undefined, undefined],
    [{ namespaceResourceBlacklist: [{ group: 'linkerd.io', kind: '*' }] }, 'project-forbids-profile', undefined],
    [
      { namespaceResourceBlacklist: [{ group: 'gateway.networking.k8s.io', kind: '*' }] },
      undefined,
      'project-forbids-route',
    ],
    [{ namespaceResourceBlacklist: [{ group: '*', kind: '*' }] }, undefined, undefined],
  ])('%j: %s with profiles, %s with routes', (spec, profiles, routes) => {
    expect([codeOf(spec, 'serviceprofile'), codeOf(spec, 'httproute')]).toEqual([profiles, routes]);
  });
});
