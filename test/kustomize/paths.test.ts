import { expect, test } from 'vitest';
import { flagsNeeded } from '../../src/kustomize/build-flags.ts';
import { shownPath } from '../../src/kustomize/referenced.ts';

test.each([
  ['a/b', 'c.yaml', 'a/b/c.yaml'],
  ['a/b', './c.yaml', 'a/b/c.yaml'],
  ['a/b', '../c//./d', 'a/c/d'],
  ['a', '../../c', '../c'],
  ['..', '../c', '../../c'],
  ['/a', '../c', '/c'],
  ['.', 'c', 'c'],
])('from %j, %j is shown as %j', (from, reference, shown) => {
  expect(shownPath(from, reference)).toBe(shown);
});

test('entries that are no text need no flags', () => {
  const configs = (entry: string): readonly unknown[] => (entry === 'plugin.yaml' ? [{ kind: 'Own' }] : []);
  expect(flagsNeeded({ transformers: [5, {}], generators: ['none.yaml'] }, { configs })).toEqual([]);
  expect(flagsNeeded({ transformers: [5, 'plugin.yaml'] }, { configs })).toEqual(['--enable-alpha-plugins']);
});
