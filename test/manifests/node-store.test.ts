import { describe, expect, test } from 'vitest';
import { manifestsOf, type Manifest } from '../../src/manifests/manifest.ts';
import { keptCharacters, openNodeStore, type NodeStore } from '../../src/manifests/node-store.ts';
import { cut } from '../../src/yaml/cut.ts';
import { readUtf8, type Page } from '../../src/yaml/read.ts';

function pageOf(text: string): Page {
  const page = readUtf8(cut({ path: '-', bytes: Buffer.from(text) }, 'coarse').at(0));
  if (page === undefined) throw new Error('is not UTF-8');
  return page;
}

/** The only manifest of a text, as a store gives it out, and its nodes at that time. */
function adopted(store: NodeStore, text: string): { manifest: Manifest; nodes: Page['documents'] } {
  const page = pageOf(text);
  const [manifest] = store.adopt(manifestsOf(page)).manifests;
  if (manifest === undefined) throw new Error('holds no manifest');
  return { manifest, nodes: page.documents };
}

const small = 'kind: A\nmetadata: {name: a}\n';
const textOf = (length: number): string => `kind: A\na: ${'b'.repeat(length - 12)}\n`;

describe('the nodes of a manifest', () => {
  test.each<[string, number, boolean]>([
    ['are kept where its text is as long as what is kept of a call', keptCharacters, true],
    ['are parsed again where its text is one character longer', keptCharacters + 1, false],
  ])('%s', (_, length, isKept) => {
    const store = openNodeStore();
    const first = adopted(store, textOf(length));
    for (let count = 0; count < 20; count += 1) adopted(store, textOf(keptCharacters));
    expect(first.manifest.page.documents === first.nodes).toBe(isKept);
    expect(first.manifest.node.get('kind')).toBe('A');
  });

  test('are kept of the first pages and of the last ones, but not of those between', () => {
    const store = openNodeStore();
    const first = adopted(store, small);
    const others = Array.from({ length: 20 }, () => adopted(store, textOf(keptCharacters)));
    const isKept = ({ manifest, nodes }: (typeof others)[number]): boolean => manifest.page.documents === nodes;
    expect([first, ...others.slice(-8)].map(isKept)).toEqual(Array.from({ length: 9 }, () => true));
    // To ask for nodes keeps them: the last one first.
    expect(others.slice(0, 12).reverse().map(isKept)).toEqual(Array.from({ length: 12 }, () => false));
  });

  test('are the same each time, once they were parsed again', () => {
    const store = openNodeStore();
    const [first] = Array.from({ length: 20 }, () => adopted(store, textOf(keptCharacters + 1)));
    expect(first?.manifest.node).toBe(first?.manifest.node);
  });
});

test.each<[string, string]>([
  ['two documents', `${small}---\n${small}`],
  ['a document beside an empty one', `${small}---\n# nothing\n`],
  ['a list', `apiVersion: v1\nkind: List\nitems: [{kind: A}]\n`],
  ['a mapping in a list', '[{a: 1}]\n'],
  ['a document that cannot be read beside another', `${small}---\na: [\n`],
  ['an anchor', 'kind: &a A\n'],
  ['an alias', 'a: &a 1\nb: *a\n'],
  ['nothing', '# nothing\n'],
])('manifests of a page with %s have their own nodes', (_, text) => {
  const read = manifestsOf(pageOf(text));
  expect(openNodeStore().adopt(read)).toBe(read);
});

test('a manifest whose nodes may go has its text, its place and its object', () => {
  const page = pageOf(`# c\n${small}`);
  const read = manifestsOf(page);
  const [own] = read.manifests;
  const [manifest] = openNodeStore().adopt(read).manifests;
  expect(manifest).not.toBe(own);
  expect([manifest?.object, manifest?.start, manifest?.page.text]).toEqual([own?.object, own?.start, page.text]);
});
