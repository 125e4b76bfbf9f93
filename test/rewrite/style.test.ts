import { describe, expect, test } from 'vitest';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { flowOf, lineEndOf, styleOf } from '../../src/rewrite/style.ts';
import { cut } from '../../src/yaml/cut.ts';
import type { Flow, Style } from '../../src/yaml/print.ts';
import { readUtf8 } from '../../src/yaml/read.ts';

/** The last manifest in the slice of a text that holds the mark `X`. */
function marked(text: string): ReturnType<typeof manifestsOf>['manifests'][number] {
  const page = readUtf8(cut({ path: 'a.yaml', bytes: Buffer.from(text) }).at(text.indexOf('X')));
  const at = page?.text.indexOf('X') ?? -1;
  const found = page && manifestsOf(page).manifests.findLast(({ node }) => node.range[0] <= at && at <= node.range[2]);
  if (found === undefined) throw new Error('there is no manifest with the mark');
  return found;
}

const usual: Style = { eol: '\n', indent: 2, dash: 0, gap: 2, quote: '"' };
const kinds = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n';

describe('the style of new text is that of its manifest, then of its page', () => {
  test.each<[string, string, Partial<Style>]>([
    ['nothing is shown', 'a: "X"\n', {}],
    ['single quotes', "a: 'X'\n", { quote: "'" }],
    ['the first quotes', 'a: X\nb: "c"\nd: \'e\'\n', {}],
    ['the first quotes, single', 'a: X\nb: \'c\'\nd: "e"\n', { quote: "'" }],
    ['quotes of a key', "a: bX\n'c': d\n", { quote: "'" }],
    ['the first indentation', 'a:\n    b: cX\nd:\n  e: f\n', { indent: 4 }],
    ['no indentation of a flow mapping', 'a:\n    {b: cX}\nd:\n   e: f\n', { indent: 3 }],
    ['a list below its key', 'a:\n- bX\n', {}],
    ['a list that is indented', 'a:\n  - bX\n', { dash: 2 }],
    ['a list with a wide gap', 'a:\n-   b: cX\n', { gap: 4 }],
    ['a list with a gap after an empty entry', 'a:\n-\n- bX\nc:\n-   d\n', { gap: 4 }],
    ['a list with entries on lines of their own', 'a:\n-\n    b: X\nc:\n-   d: e\n', { gap: 4 }],
    ['a list with an anchor', 'a:\n- &b c: X\nc:\n-   d: e\n', { gap: 4 }],
    ['a list with a tag', 'a:\n- !!str "X"\nc:\n-   d: e\n', { gap: 4 }],
    ['a list of lists', 'a:\n-   - Xb\n', { gap: 4 }],
    ['a list with an alias', 'a: &b X\nc:\n-   *b\nd:\n- e\n', { gap: 4 }],
    ['the first list', 'a:\n -   bX\nc:\n  - d\n', { dash: 1, gap: 4 }],
    ['a mapping after an anchor', 'a: &b\n    c: X\n', { indent: 4 }],
    ['no list of a flow sequence', 'a: [bX]\nc:\n   - d\n', { dash: 3 }],
    ['nothing of annotations of kpt', 'a: X\nconfig.kubernetes.io/index: \'0\'\nb: "c"\n', {}],
    ['nothing of other annotations of kpt', "a: X\ninternal.config.kubernetes.io/index: '0'\n", {}],
    ['nothing of annotations of Helm', "a: X\npostrenderer.helm.sh/a: '0'\n", {}],
    ['CRLF', 'a: X\r\nb: c\r\n', { eol: '\r\n' }],
    ['CRLF of the line above', 'a: b\r\nc: X', { eol: '\r\n' }],
    ['LF of the line above', 'a: b\r\n---\nc: X', {}],
    [
      'another entry of the list',
      "kind: List\napiVersion: v1\nitems:\n- a: 'b'\n- c:\n    - Xd\n",
      { quote: "'", dash: 2 },
    ],
    [
      'the indentation and the gap of another entry',
      'kind: List\napiVersion: v1\nitems:\n-   a:\n        b: c\n-   Xd: e\n',
      { indent: 4, gap: 4 },
    ],
    [
      'its own rather than that of another entry',
      'kind: List\napiVersion: v1\nitems:\n- a:\n      b: \'c\'\n- Xd:\n     e:\n      - "f"\n',
      { indent: 3, dash: 1 },
    ],
    ['nothing of another document', "a: 'b'\n---\nc: X\n", {}],
    ['nothing of another item of a ResourceList', `${kinds}items:\n- a: 'b'\n- c: X\n`, {}],
    ['its own in an item of a ResourceList', `${kinds}items:\n- a: b\n- c: 'X'\n`, { quote: "'" }],
    ['nothing of another item of a ResourceList in flow style', `${kinds}items: [{a: 'b'}, {c: "X"}]\n`, {}],
    ['nothing of an item for the ResourceList', `${kinds}a: X\nitems:\n- a: 'b'\n`, {}],
    ['CRLF around an item on one line', `${kinds}items:\n- a: b\n- c: X`.replaceAll('\n', '\r\n'), { eol: '\r\n' }],
    ['CRLF around a JSON value on one line', '{"a": 1}\r\n{"b": "X"}', { eol: '\r\n' }],
    ['LF around a JSON value on one line', '{"a": 1}\n{"b": "X"}', {}],
    ['CRLF below a JSON value on one line', '{"b": "X"}\r\n{"a": 1}', { eol: '\r\n' }],
    ['CRLF after two JSON values on one line', '{"b": "X"}{"a": 1}\r\n', { eol: '\r\n' }],
    ['no line end at all', '{"b": "X"}', {}],
  ])('%s', (_, text, style) => {
    expect(styleOf(marked(text))).toEqual({ ...usual, ...style });
  });

  test('the line end is that of the line at an offset', () => {
    const { page } = marked('a: b\r\nc: d\ne: X');
    const ends = Array.from({ length: page.text.length + 1 }, (_, at) => lineEndOf(page, at));
    expect(ends.map((end) => (end === '\n' ? 'l' : 'c')).join('')).toBe(`${'c'.repeat(6)}${'l'.repeat(10)}`);
  });
});

const flow: Flow = {
  json: false,
  unit: '',
  eol: '\n',
  spaced: false,
  tightColon: false,
  tightComma: false,
};

describe('the style of a flow collection', () => {
  test.each<[string, Partial<Flow>]>([
    ['{a: X}', {}],
    ['{ a: X }', { spaced: true }],
    ['{\ta: X }', { spaced: true }],
    ['{"a": "X"}', { json: true }],
    ['{"a":"X"}', { json: true, tightColon: true, tightComma: true }],
    ['{"a": "X","b": 1}', { json: true, tightComma: true }],
    ['{"a":"X", "b":1}', { json: true, tightColon: true }],
    ['{a: [1,2], "b": "X"}', {}],
    ['{a: [1,2]}', { tightColon: true, tightComma: true }],
    ['{a: [1, 2], b: "X"}', {}],
    ["{'a':1, b: X}", {}],
    ['[{"a": "X"}]', { json: true }],
    ['[["X"]]', { json: true }],
    ['[[X]]', {}],
    ['[{}]X', {}],
    ['{\n  a: X\n}', { unit: '  ' }],
    ['{\n\ta: X\n}', { unit: '\t' }],
    ['[\n   X\n]', { unit: '   ' }],
    ['[\n   [X]\n]', { unit: '   ' }],
    ['{a: &b X, c: [\n   *b\n]}', {}],
    ['[\n   *b\n] # X', { unit: '   ' }],
    ['[\nX\n]', { unit: '  ' }],
    ['[]X', {}],
    ['{\n"a": "X"\n}', { json: true, unit: '  ' }],
    ['{"a": {\n    "b": "X"\n  }\n}', { json: true }],
  ])('%j', (text, style) => {
    const source = text.endsWith('X') ? text.slice(0, -1) : text;
    const page = readUtf8(cut({ path: 'a.yaml', bytes: Buffer.from(source) }).at(0));
    const node = page?.documents[0]?.contents;
    if (page === undefined || node === null || node === undefined) throw new Error('cannot be read');
    expect({ ...flow, ...flowOf(page.text, node, '\n') }).toEqual({ ...flow, ...style });
  });
});
