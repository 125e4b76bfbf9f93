import { isMap } from 'yaml';
import { describe, expect, test } from 'vitest';
import { keyText, manifestsOf } from '../../src/manifests/manifest.ts';
import { cut } from '../../src/yaml/cut.ts';
import { readUtf8 } from '../../src/yaml/read.ts';

/** The kinds of the manifests in a text, and the messages about what is none. */
function found(text: string): { kinds: readonly unknown[]; messages: readonly string[] } {
  const page = readUtf8(cut({ path: '-', bytes: Buffer.from(text) }, 'coarse').at(0));
  if (page === undefined) throw new Error('is not UTF-8');
  const { manifests, unreadable } = manifestsOf(page);
  return {
    kinds: manifests.map(({ object }) => object.kind ?? '-'),
    messages: unreadable.map(({ message }) => message),
  };
}

const inList = 'an object in a list that is no List of Kubernetes';
const string = 'a string in the place of an object';
const shared = (kind: string): string => `this list contains a ${kind} through an alias or a merge key`;
const object = '{apiVersion: v1, kind: A}';

describe('the manifests in a text', () => {
  test.each<[string, string, readonly unknown[], readonly string[]]>([
    ['nothing', '', [], []],
    [
      'more aliases than are followed',
      `a: &a 1\nb: [${'*a, '.repeat(1001)}]\n`,
      [],
      ['an anchor with more than 1000 aliases'],
    ],
    ['null', '---\n---\n~\n', [], []],
    ['an object', object, ['A'], []],
    ['a mapping without a kind', 'a: 1', ['-'], []],
    ['two documents', `${object}\n---\n${object.replace('A', 'B')}`, ['A', 'B'], []],
    ['a List', `apiVersion: v1\nkind: List\nitems: [${object}, {kind: B}]`, ['List', 'A', 'B'], []],
    ['a list in a List', `kind: List\nitems: [{kind: BList, items: [${object}]}]`, ['List', 'BList', 'A'], []],
    ['items of what is no list', `kind: A\nitems: [${object}]`, ['A'], []],
    ['items that are no list', `kind: List\nitems: {a: ${object}}`, ['List'], []],
    ['a string', 'text', [], [string]],
    ['an empty string', '""', [], []],
    ['a number', '5', [], []],
    ['objects in a list', `[${object}, {a: 1}, text, 5, ""]`, ['-'], [inList, string]],
    ['objects in lists in a list', `[[${object}], [{kind: B}, {apiVersion: v1}]]`, ['B', '-'], [inList]],
    ['an item without a kind in a List', `apiVersion: v1\nkind: List\nitems: [{a: 1}]`, ['List', '-'], []],
    ['an item without a kind in another list', `apiVersion: v1\nkind: AList\nitems: [{a: 1}]`, ['AList', 'A'], []],
    [
      'items with a kind or a version in another list',
      'kind: AList\nitems: [{kind: B}, {apiVersion: v1}]',
      ['AList', 'B', '-'],
      [],
    ],
    ['an alias of a mapping in a list', '[&x {a: 1}, *x]', ['-'], []],
    ['strings in a List', `kind: List\nitems: [text, [${object}], 5]`, ['List'], [string, inList]],
    ['strings in a ResourceList', 'kind: ResourceList\nitems: [text]', ['ResourceList'], [string]],
    ['strings in another list', `kind: AList\nitems: [text, [${object}]]`, ['AList'], []],
    ['an alias in a List', `x: &x ${object}\nkind: List\nitems: [*x]`, ['List'], [shared('A')]],
    ['an alias without a kind in a List', 'x: &x {a: 1}\nkind: List\nitems: [*x]', ['List'], [shared('object')]],
    ['items that are an alias', `x: &x [${object}, 5]\nkind: List\nitems: *x`, ['List'], [shared('A')]],
    ['items that come by a merge', `x: &x {items: [${object}]}\nkind: List\n<<: *x`, ['List'], [shared('A')]],
  ])('%s', (_, text, kinds, messages) => {
    expect(found(text)).toEqual({ kinds, messages });
  });

  test.each<[string, string]>([
    ['"a \\"b\\""', 'a "b"'],
    ['[{apiVersion: v1, kind: A, a: "b"}]', '{"apiVersion":"v1","kind":"A","a":"b"}'],
  ])('of what stands in the place of an object, the text is known: %s', (text, own) => {
    const page = readUtf8(cut({ path: '-', bytes: Buffer.from(text) }, 'coarse').at(0));
    expect(page && manifestsOf(page).unreadable.map((one) => one.text)).toEqual([own]);
  });

  test('of a broken document, the whole text is known', () => {
    const page = readUtf8(cut({ path: '-', bytes: Buffer.from('a: 1\n---\nb: [\nc: d\n---\ne: f\n') }, 'coarse').at(0));
    if (page === undefined) throw new Error('is not UTF-8');
    const { unreadable } = manifestsOf(page);
    expect(new Set(unreadable.map(({ text }) => text))).toEqual(new Set(['---\nb: [\nc: d\n']));
  });

  test('of a broken document that is the first one, the text begins with the comments above it', () => {
    const page = readUtf8(cut({ path: '-', bytes: Buffer.from('# c\na: [\n---\nb: 1\n') }, 'coarse').at(0));
    if (page === undefined) throw new Error('is not UTF-8');
    expect(new Set(manifestsOf(page).unreadable.map(({ text }) => text))).toEqual(new Set(['# c\na: [\n']));
  });

  test('an item without a kind in another list has the version and the kind of that list', () => {
    const page = readUtf8(
      cut({ path: '-', bytes: Buffer.from('apiVersion: g/v1\nkind: AList\nitems: [{a: 1}]\n') }, 'coarse').at(0),
    );
    if (page === undefined) throw new Error('is not UTF-8');
    expect(manifestsOf(page).manifests[1]?.object).toEqual({ apiVersion: 'g/v1', kind: 'A', a: 1 });
  });
});

test('the text of a key is that of its scalar, and of a merge key its sign', () => {
  const page = readUtf8(
    cut({ path: '-', bytes: Buffer.from('a: &a {b: 1}\n<<: *a\n1: 2\n? [c]\n: d\n') }, 'coarse').at(0),
  );
  const contents = page?.documents[0]?.contents;
  const items = isMap(contents) ? contents.items : [];
  expect(items.map(({ key }) => keyText(key))).toEqual(['a', '<<', '1', undefined]);
  expect(keyText(null)).toBeUndefined();
});
