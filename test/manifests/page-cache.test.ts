import { describe, expect, test } from 'vitest';
import { text } from '../../src/kubernetes.ts';
import { openPageCache, slicesAt } from '../../src/manifests/page-cache.ts';
import { anyOf } from '../../src/yaml/name-search.ts';
import { cut, type Grain } from '../../src/yaml/cut.ts';

const item = (name: string, more = ''): string => `- apiVersion: v1\n  kind: A\n  metadata: {name: ${name}}\n${more}`;
const resourceList = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n';
const listInList = '- apiVersion: v1\n  kind: List\n  metadata: {name: inner}\n  items:\n';
const within = (...names: readonly string[]): string =>
  names.map((name) => `  - {apiVersion: v1, kind: A, metadata: {name: ${name}}}\n`).join('');

/** The names, or else the kinds, of what is read for a word. */
function found(yaml: string, word: string, grain: Grain): readonly string[] {
  const source = { path: '-', bytes: Buffer.from(yaml) };
  const { manifests } = openPageCache(grain).holding([source], { holds: anyOf(new Set([word])) });
  return manifests.map(({ object }) => text(object, 'metadata', 'name') || text(object, 'kind'));
}

describe('what holds a word', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['a document', 'kind: A\n---\nkind: B\n---\nkind: C\n', 'B', ['B']],
    ['a document below a comment', 'kind: A\n---\n# word\nkind: B\n---\nkind: C\n', 'word', ['B']],
    ['the last document', 'kind: A\n---\nkind: C\n# word\n', 'word', ['C']],
    ['no object, beside an object', 'kind: A\n---\n# word\n', 'word', []],
    ['two documents of three', 'kind: A\n---\nkind: A\nb: 1\n---\nkind: C\n', 'A', ['A', 'A']],
    ['the first item', `${resourceList}${item('a')}${item('b')}${item('c')}`, 'a', ['a']],
    ['an item', `${resourceList}${item('a')}${item('b')}${item('c')}`, 'b', ['b']],
    ['the last item', `${resourceList}${item('a')}${item('b')}${item('c')}`, 'c', ['c']],
    ['a comment in an item', `${resourceList}${item('a')}${item('b', '  # word\n')}${item('c')}`, 'word', ['b']],
    ['a comment in the last item', `${resourceList}${item('a')}${item('b', '  # word\n')}`, 'word', ['b']],
    ['what is below the items', `${resourceList}${item('a')}${item('b')}functionConfig: {a: word}\n`, 'word', []],
    ['a comment between items', `${resourceList}${item('a')}# word\n${item('b')}`, 'word', ['a']],
    [
      'an item of a list in a list, with all of that list',
      `${resourceList}${item('a')}${listInList}${within('b', 'c')}${item('d')}`,
      'b',
      ['inner', 'b', 'c'],
    ],
    [
      'an item of a List, with all of that list',
      `apiVersion: v1\nkind: List\nitems:\n${item('a')}${item('b')}`,
      'b',
      ['List', 'a', 'b'],
    ],
  ])('%s', (_, yaml, word, names) => {
    for (const grain of ['fine', 'documents', 'coarse'] as const)
      expect(found(yaml, word, grain).filter((name) => !['', 'ResourceList'].includes(name))).toEqual(names);
  });

  test('each source that is not UTF-8 is named once', () => {
    const source = { path: '-', bytes: Buffer.from('a: word\xe9\n---\nb: word\xe9\n', 'latin1') };
    const cache = openPageCache('fine');
    expect(cache.holding([source], { holds: () => true })).toMatchObject({ manifests: [], foreign: [source] });
  });

  test('is the same manifest each time that it is read', () => {
    const source = { path: '-', bytes: Buffer.from('kind: A\n---\nkind: B\n') };
    const cache = openPageCache('fine');
    const [first] = cache.holding([source], { holds: anyOf(new Set(['B'])) }).manifests;
    expect(first && cache.holding([source], { holds: () => true }).manifests[1]).toBe(first);
  });
});

test('the slices at some offsets are in their order, each once', () => {
  const whole = cut({ path: '-', bytes: Buffer.from('kind: A\n---\nkind: B\n---\nkind: C\n---\nkind: D\n') });
  const slices = [...whole.all()].map(({ start, end }) => [start, end]);
  const at = (...offsets: readonly number[]): unknown => slicesAt(whole, offsets).map(({ start, end }) => [start, end]);
  expect(at(40, 0, 9, 10, 11, 35, 3, 34)).toEqual([slices[0], slices[1], slices[3]]);
  expect(at(8, 19, 20)).toEqual([slices[1], slices[2]]);
  expect(at()).toEqual([]);
});
