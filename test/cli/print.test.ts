import { describe, expect, test } from 'vitest';
import { holdsObject, isBlankStream, isEmptyList } from '../../src/cli/print/emptiness.ts';
import { piecesOf } from '../../src/cli/print/pieces.ts';
import { isManifest, printable } from '../../src/cli/print/stream-documents.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);
const texts = (all: readonly Uint8Array[]): readonly string[] => all.map((one) => Buffer.from(one).toString());
const many = ' '.repeat(70);

describe('the documents of a file', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['a: 1\n', ['a: 1\n']],
    ['---\na: 1\n', ['---\na: 1\n']],
    ['a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['a: 1\n--- # one\nb: 2', ['a: 1\n', '--- # one\nb: 2']],
    ['a: 1\n---', ['a: 1\n', '---']],
    ['a: 1\n--- b\n---\tc\n', ['a: 1\n', '--- b\n', '---\tc\n']],
    ['a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
    ['a: 1\n...\nb: 2\n', ['a: 1\n', 'b: 2\n']],
    ['a: 1\n... # end\n---\nb: 2\n...\n', ['a: 1\n', '---\nb: 2\n']],
    ['a: 1\n...', ['a: 1\n']],
    ['a: 1\n----\n....\n ---\n', ['a: 1\n----\n....\n ---\n']],
    ['\ufeffa: 1\n\ufeff---\nb: 2\n', ['\ufeffa: 1\n', '\ufeff---\nb: 2\n']],
    ['{"a": 1}\n{"b": 2}\n', ['{"a": 1}', '\n{"b": 2}']],
    ['{"a": 1}{"b": 2} \n', ['{"a": 1}', '{"b": 2}']],
    ['{"a": 1}\nb: 2\n', ['{"a": 1}', '\nb: 2\n']],
    ['{"a": 1}\n---\n{"b": 2}\n', ['{"a": 1}', '---\n{"b": 2}\n']],
    ['\ufeff {"a": 1} {"b": 2}', ['\ufeff {"a": 1}', ' {"b": 2}']],
    ['{a: 1}\n{b: 2}\n', ['{a: 1}\n{b: 2}\n']],
    ['{"a": 1', ['{"a": 1']],
    ['{"a": "}"}x', ['{"a": "}"}', 'x']],
    [`${many}{"a": 1}${many}{"b": 2}${many}`, [`${many}{"a": 1}`, `${many}{"b": 2}`]],
    [`${' '.repeat(64)}{"a": 1}{"b": 2}`, [`${' '.repeat(64)}{"a": 1}`, '{"b": 2}']],
    [`${' '.repeat(63)}{"a": 1}{"b": 2}`, [`${' '.repeat(63)}{"a": 1}`, '{"b": 2}']],
    ['é: 1\n---\né: 2\n', ['é: 1\n', '---\né: 2\n']],
  ])('%j are %j', (text, pieces) => {
    expect(texts(piecesOf(bytes(text)))).toEqual(pieces);
  });
});

describe('a document', () => {
  test.each([
    ['apiVersion: v1\nkind: A\n', true],
    ['kind: A\napiVersion: v1\n', true],
    ['apiVersion:\nkind:\n', true],
    ['apiVersion:\tv1\nkind:\tA', true],
    ['apiVersion: v1\n', false],
    ['kind: A\n', false],
    ['a: 1\n', false],
    ['a:\n  apiVersion: v1\n  kind: A\n', false],
    ['a: |\n  apiVersion: v1\n  kind: A\n', false],
    ['"apiVersion": v1\n"kind": A\n', true],
    ['{apiVersion: v1, kind: A}\n', true],
    ['{"apiVersion": "v1", "kind": "A"}', true],
    ['{"apiVersion": "v1", "a": "kind"}', false],
    ['"api\\x56ersion": v1\n"kind": A\n', true],
    ['"api\\u0056ersion": v1\n"k\\U00000069nd": A\n', true],
    ['"api\\u0056ersion": v1\n"a": A\n', false],
    ['"api\\\n  Version": v1\nkind: A\n', true],
    ['!!binary a2luZA==: A\napiVersion: v1\n', true],
    ['- apiVersion: v1\n  kind: A\n', false],
    ['apiVersion kind', false],
    ['a: [apiVersion, kind\n', true],
    ['a: *apiVersion\nb: kind\n', true],
    ['', false],
  ])('%j is a manifest: %s', (text, is) => {
    expect(isManifest(bytes(text))).toBe(is);
  });

  test('that is not UTF-8 may be one', () => {
    expect(isManifest(Buffer.from('apiVersion kind \xff', 'latin1'))).toBe(true);
    expect(isManifest(Buffer.from('kind \xff', 'latin1'))).toBe(false);
  });

  test.each([
    ['a: 1\n', '---\na: 1\n'],
    ['a: 1', '---\na: 1\n'],
    ['---\na: 1\n', '---\na: 1\n'],
    ['---\na: 1', '---\na: 1\n'],
    ['---', '---\n'],
    ['--- # one\na: 1\n', '--- # one\na: 1\n'],
    ['--- a\n', '---\na\n'],
    ['---\t{a: 1}\n', '---\n{a: 1}\n'],
    ['--- !!map\na: 1\n', '---\n!!map\na: 1\n'],
    ['---a: 1\n', '---\n---a: 1\n'],
    ['a: 1\r\nb: 2', '---\r\na: 1\r\nb: 2\r\n'],
    ['--- a\r\n', '---\r\na\r\n'],
    ['\ufeffa: 1\n', '---\na: 1\n'],
    ['\ufeff---\na: 1\n', '---\na: 1\n'],
    ['---\n\ufeffa: 1\n', '---\na: 1\n'],
    ['---\n# one\n\n\ufeffa: 1\n', '---\n# one\n\na: 1\n'],
    ['---\na: \ufeff1\n', '---\na: \ufeff1\n'],
    ['é: 1\n', '---\né: 1\n'],
  ])('%j is printed as %j', (text, printed) => {
    expect(Buffer.from(printable(bytes(text))).toString()).toBe(printed);
  });
});

describe('a stream', () => {
  test.each([
    [''],
    ['\n'],
    ['# one\n'],
    ['---\n'],
    ['---\n---\n'],
    ['--- # one\n...\n'],
    ['%YAML 1.2\n---\n'],
    ['null\n'],
    ['~'],
    ['---\n~\n---\nnull # one\n'],
    ['{}\n'],
    ['--- {}\r\n'],
    [' \t\n'],
  ])('%j holds nothing', (text) => {
    expect([isBlankStream(bytes(text)), holdsObject([bytes(text)])]).toEqual([true, false]);
  });

  test.each([
    ['a: 1\n'],
    ['---\na'],
    ['nulls\n'],
    ['{a}\n'],
    ['----\n'],
    ['# one\nkind: A\n'],
    ['---\n---\nkind: A\n'],
  ])('%j holds something', (text) => {
    expect([isBlankStream(bytes(text)), holdsObject([bytes(text)])]).toEqual([false, true]);
  });

  test.each([
    ['kind: List\nitems: []\n', true],
    ['kind: List\nitems:\n', true],
    ['kind: List\n', true],
    ['items: []\n', true],
    ['kind: AList\nitems: null\n', true],
    ['kind: List\nitems: [{kind: List, items: []}]\n', true],
    ['kind: List\nitems: [1, null]\n', true],
    ['kind: List\nitems: []\n---\nkind: List\n', true],
    ['kind: A\n', false],
    ['kind: [List]\n', false],
    ['kind: List\nitems: [{kind: A}]\n', false],
    ['kind: List\nitems: [{kind: List, items: []}, {kind: A}]\n', false],
    ['kind: List\nitems: {}\n', false],
    ['kind: List\nitems: []\n---\nkind: A\n', false],
    ['kind: [\n', false],
  ])('%j is an empty list: %s', (text, is) => {
    expect(isEmptyList(bytes(text))).toBe(is);
    expect(holdsObject([bytes(text)])).toBe(!is);
  });

  test('is put together from its chunks', () => {
    expect(holdsObject([bytes('kind: Li'), bytes('st\nitems: []\n')])).toBe(false);
    expect(holdsObject([bytes('kind: List\nitems: []\n'), bytes('---\nkind: A\n')])).toBe(true);
    expect(holdsObject([])).toBe(false);
  });

  test('of a large list is not read to find out whether it is empty', () => {
    const list = `kind: List\nitems: []\n#`;
    expect(isEmptyList(bytes(list.padEnd(1 << 16, 'x')))).toBe(true);
    expect(isEmptyList(bytes(list.padEnd((1 << 16) + 1, 'x')))).toBe(false);
  });
});
