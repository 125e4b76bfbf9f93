import { describe, expect, test } from 'vitest';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import type { Meant } from '../../src/rewrite/intents.ts';
import { isMeant, noIntents } from '../../src/rewrite/intents.ts';
import { readBack } from '../../src/rewrite/read-back.ts';
import type { Cut } from '../../src/yaml/cut.ts';
import { cut } from '../../src/yaml/cut.ts';
import type { Page } from '../../src/yaml/read.ts';
import { readUtf8 } from '../../src/yaml/read.ts';
import type { Edit } from '../../src/yaml/splice.ts';

/** A change of a text: what is replaced at its first occurrence, and the objects that are intended there. */
interface Change {
  readonly from: string;
  readonly to: string;
  /** The objects that replace the manifest that the text is in, and those after it. */
  readonly put?: readonly Meant[];
  readonly follow?: readonly Meant[];
}

/** Returns a function that reads the page of a source at an offset, each once. */
function pagesOf(whole: Cut): (offset: number) => Page {
  const pages = new Map<number, Page>();
  return (offset) => {
    const slice = whole.at(offset);
    const page = pages.get(slice.start) ?? readUtf8(slice);
    if (page === undefined) throw new Error('is not UTF-8');
    pages.set(slice.start, page);
    return page;
  };
}

/** Makes changes of an ASCII text and reads them back; returns the reason why they are refused, or undefined. */
function refusal(text: string, changes: readonly Change[], grain: 'fine' | 'documents' = 'fine'): string | undefined {
  const pageAt = pagesOf(cut({ path: 'a.yaml', bytes: Buffer.from(text) }, grain));
  const intents = noIntents();
  const edits = changes.map(({ from, to, put, follow }): Edit => {
    const offset = text.indexOf(from);
    if (offset < 0) throw new Error(`${from} does not occur`);
    const page = pageAt(offset);
    const start = offset - page.slice.start;
    const manifest = manifestsOf(page).manifests.findLast(
      ({ node }) => node.range[0] <= start + from.length && start <= node.range[2],
    );
    if (manifest !== undefined && put !== undefined) intents.put(manifest, put);
    if (manifest !== undefined && follow !== undefined) intents.follow(manifest, follow);
    return { page, start, end: start + from.length, text: to };
  });
  try {
    readBack(edits, intents);
    return undefined;
  } catch (error) {
    if ((error as Error).name !== 'ReadBackError') throw error;
    return (error as Error).message.replace(/^.* at byte (\d+), read back, is not what is meant: /, '$1 ');
  }
}

const three = 'kind: A\n---\nkind: B\n---\nkind: C\n';
const list = 'kind: List\napiVersion: v1\nitems:\n- kind: A\n- kind: B\n';
const resources = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- kind: A\n- kind: B\nresults: []\n`;
const json = '{"kind": "A"}\n{"kind": "B"}\n';

describe('edits that read as intended', () => {
  test.each<[string, string, readonly Change[]]>([
    ['another value', three, [{ from: 'kind: B', to: 'kind: D', put: [{ kind: 'D' }] }]],
    ['a test of the value', three, [{ from: 'kind: B', to: 'kind: D', put: [(one) => isMeant({ kind: 'D' }, one)] }]],
    [
      'a document after another',
      three,
      [{ from: 'kind: B\n', to: 'kind: B\n---\nkind: D\n', follow: [{ kind: 'D' }] }],
    ],
    [
      'two documents after another, and another change',
      three,
      [
        { from: 'kind: B\n', to: 'kind: B\n---\nkind: D\n---\nkind: E\n', follow: [{ kind: 'D' }, { kind: 'E' }] },
        { from: 'kind: C', to: 'kind: F', put: [{ kind: 'F' }] },
      ],
    ],
    ['a document that goes', three, [{ from: '---\nkind: B\n', to: '', put: [] }]],
    ['the first document that goes', three, [{ from: 'kind: A\n', to: '', put: [] }]],
    ['the last document, with the line end before it', three, [{ from: '---\nkind: C\n', to: '', put: [] }]],
    ['the last document that ends without a line end', three, [{ from: 'kind: C\n', to: 'kind: C' }]],
    [
      'all documents',
      three,
      [
        { from: 'kind: A\n', to: '', put: [] },
        { from: '---\nkind: B\n', to: '', put: [] },
        { from: '---\nkind: C\n', to: '', put: [] },
      ],
    ],
    ['a document without a marker, read with the one above', three, [{ from: '---\nkind: B\n', to: '# B\n', put: [] }]],
    ['an entry of a list', list, [{ from: 'kind: B', to: 'kind: D', put: [{ kind: 'D' }] }]],
    ['an entry of a list that goes', list, [{ from: '- kind: B\n', to: '', put: [] }]],
    ['an entry of a ResourceList', resources, [{ from: 'kind: B', to: 'kind: D', put: [{ kind: 'D' }] }]],
    [
      'an entry of a ResourceList that goes and leaves a comment',
      resources,
      [{ from: '- kind: B\n', to: '  # B\n', put: [] }],
    ],
    [
      'the first entry of a ResourceList that goes and leaves a comment',
      resources,
      [{ from: '- kind: A\n', to: '  # A\n', put: [] }],
    ],
    ['a JSON value', json, [{ from: '"B"', to: '"D"', put: [{ kind: 'D' }] }]],
    ['a JSON value that goes', json, [{ from: '{"kind": "B"}\n', to: '', put: [] }]],
    ['a comment', three, [{ from: 'kind: B', to: 'kind: B # b' }]],
    ['keys in another order', 'a: 1\nb: 2\n', [{ from: 'a: 1\nb: 2', to: 'b: 2\na: 1' }]],
    ['a list with entries elsewhere', 'x: &x [{a: 1}]\nkind: List\nitems: *x\n', [{ from: 'List', to: 'List # l' }]],
    ['a list without entries', 'kind: List\nitems: []\n', [{ from: 'List', to: 'List # l' }]],
    ['a broken document that is mended', 'kind: A\n---\na: [\n', [{ from: 'a: [', to: 'a: []' }]],
    [
      'a broken document that is mended, above another that loses its marker',
      'a: [\n---\nkind: B\n',
      [
        { from: 'a: [', to: 'a: []\n---' },
        { from: '---\nkind: B', to: 'kind: B' },
      ],
    ],
    [
      'a broken document that stays broken',
      'kind: A\n---\na: [\n',
      [{ from: 'kind: A', to: 'kind: B', put: [{ kind: 'B' }] }],
    ],
  ])('%s', (_, text, changes) => {
    expect(refusal(text, changes)).toBeUndefined();
  });

  test('of all documents, cut at the documents alone', () => {
    expect(refusal(three, [{ from: 'kind: B', to: 'kind: D', put: [{ kind: 'D' }] }], 'documents')).toBeUndefined();
  });
});

const other = 'it has other objects';
const unreadable = 'it cannot be read';

describe('edits that read differently are refused', () => {
  test.each<[string, string, readonly Change[], string]>([
    ['another value', three, [{ from: 'kind: B', to: 'kind: D' }], `8 ${other}`],
    ['a test of the value', three, [{ from: 'kind: B', to: 'kind: D', put: [() => false] }], `8 ${other}`],
    ['a value that is not written', three, [{ from: 'kind: B', to: 'kind: B', put: [{ kind: 'D' }] }], `8 ${other}`],
    ['a document more', three, [{ from: 'kind: B\n', to: 'kind: B\n---\nkind: D\n' }], `8 ${other}`],
    ['a document less', three, [{ from: '---\nkind: B\n', to: '' }], `8 ${other}`],
    ['a document that stays', three, [{ from: 'kind: B', to: 'kind: B', put: [] }], `8 ${other}`],
    [
      'a following document that is missing',
      three,
      [{ from: 'kind: B', to: 'kind: B', follow: [{ a: 1 }] }],
      `8 ${other}`,
    ],
    ['a key more', three, [{ from: 'kind: B', to: 'kind: B\na: 1' }], `8 ${other}`],
    [
      'a blank line of an entry that becomes text of the entry above',
      resources.replace('- kind: A\n', '- kind: A\n  text: |+\n    a\n'),
      [{ from: '- kind: B\n', to: '\n', put: [] }],
      `62 ${other}`,
    ],
    [
      'a comment of an entry that becomes text of the entry above',
      resources.replace('- kind: A\n', '- kind: A\n  text: |\n    a\n'),
      [{ from: '- kind: B\n', to: '    # B\n', put: [] }],
      `62 ${other}`,
    ],
    ['a number for a text', three, [{ from: 'kind: B', to: 'kind: 1', put: [{ kind: '1' }] }], `8 ${other}`],
    ['what is no YAML', three, [{ from: 'kind: B', to: 'kind: [', put: [{ kind: 'D' }] }], `8 ${unreadable}`],
    ['what is no YAML in the last document', three, [{ from: 'kind: C', to: 'a: b: c' }], `20 ${unreadable}`],
    [
      'a line that runs into the next document',
      three,
      [{ from: 'kind: B\n', to: 'kind: B' }],
      '8 a line runs into the next one',
    ],
    [
      'a line that runs into a removed document and then the next',
      three,
      [
        { from: 'kind: A\n', to: 'kind: A' },
        { from: '---\nkind: B\n', to: '', put: [] },
      ],
      '0 a line runs into the next one',
    ],
    ['a marker less', three, [{ from: '---\nkind: B', to: 'kind: B' }], `0 ${unreadable}`],
    ['another key for a marker', three, [{ from: '---\nkind: B', to: 'b: B' }], `0 ${other}`],
    [
      'a marker less between two changes',
      three,
      [
        { from: 'kind: A', to: 'a: A', put: [{ a: 'A' }] },
        { from: '---\nkind: B', to: 'b: B', put: [{ b: 'B' }] },
      ],
      `0 ${other}`,
    ],
    ['an entry of a list', list, [{ from: 'kind: B', to: 'kind: D' }], `0 ${other}`],
    [
      'an entry of a list too many',
      list,
      [{ from: 'kind: B', to: 'kind: D\n- kind: B', put: [{ kind: 'D' }] }],
      `0 ${other}`,
    ],
    ['another key of a list', list, [{ from: 'v1', to: 'v2' }], `0 ${other}`],
    ['an entry of a ResourceList', resources, [{ from: 'kind: B', to: 'kind: D' }], `72 ${other}`],
    ['an entry elsewhere', 'x: &x [{a: 1}]\nkind: List\nitems: *x\n', [{ from: '1', to: '2' }], `0 ${other}`],
    [
      'another value below a broken document that is mended',
      'a: [\n---\nkind: B\n',
      [
        { from: 'a: [', to: 'a: []\n---' },
        { from: '---\nkind: B', to: 'kind: D' },
      ],
      `0 ${other}`,
    ],
    ['a JSON value', json, [{ from: '"B"', to: '"D"' }], `14 ${other}`],
    ['a JSON value that becomes YAML', json, [{ from: '{"kind": "B"}', to: 'kind: B' }], `14 it is not JSON`],
    ['a JSON value of YAML', json, [{ from: '"B"}', to: 'B}' }], `14 it is not JSON`],
  ])('%s', (_, text, changes, reason) => {
    expect(refusal(text, changes)).toBe(reason);
  });
});

describe('a value is the intended one', () => {
  test.each<[Meant, unknown, boolean]>([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [null, null, true],
    [Number.NaN, Number.NaN, true],
    ['1', 1, false],
    [1, 2, false],
    [null, {}, false],
    [{}, null, false],
    [{}, 'a', false],
    ['a', {}, false],
    [[], {}, false],
    [{}, [], false],
    [[1], [1, 2], false],
    [[2, 1], [1, 2], false],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ a: 1, b: 1 }, { a: 1, c: 1 }, false],
    [{ a: undefined }, { b: 1 }, false],
    [{ a: undefined }, { b: undefined }, false],
    [{ a: { b: 1 } }, { a: { b: 2 } }, false],
    [() => true, 1, true],
    [() => false, 1, false],
  ])('%j, %j: %s', (meant, value, is) => {
    expect(isMeant(meant, value)).toBe(is);
  });
});
