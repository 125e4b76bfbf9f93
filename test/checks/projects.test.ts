import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../src/checks/projects.ts';

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
];

describe('patterns of an AppProject', () => {
  test.each(answers)('%s of %s', (pattern, name, matches) => {
    expect(matchesGlob(pattern, name)).toBe(matches);
  });
});
