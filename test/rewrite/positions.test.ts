import { describe, expect, test } from 'vitest';
import type { YAMLMap, YAMLSeq } from 'yaml';
import {
  colonEnd,
  columnOf,
  contentEnd,
  dashAt,
  endOfValue,
  indentationOf,
  isFlow,
  isMissing,
  mapColumn,
  propertiesStart,
  separatorEnd,
  tokenEnd,
  withoutLineEnd,
} from '../../src/rewrite/positions.ts';
import { isForTool, withoutMisplaced } from '../../src/rewrite/tool-comments.ts';
import { parseText } from '../../src/yaml/read.ts';

/** The root mapping of a text. */
function mapOf(text: string): YAMLMap.Parsed {
  const [document] = parseText(text, true).documents;
  return document?.contents as YAMLMap.Parsed;
}

/** The first pair of a text, with its value. */
function pairIn(text: string) {
  const pair = mapOf(text).items[0];
  if (pair?.value === undefined || pair.value === null) throw new Error('has no pair');
  return { pair, value: pair.value };
}

test.each([
  ['a\n', 2, 1],
  ['a\r\n', 3, 1],
  ['a\r', 2, 2],
  ['a', 1, 1],
  ['\n', 1, 0],
  ['', 0, 0],
])('the end of the line of %j without its line end', (text, offset, end) => {
  expect(withoutLineEnd(text, offset)).toBe(end);
});

test.each([
  ['abc', 2, 2, ''],
  ['  abc', 3, 3, '  '],
  ['a\n \tbc', 5, 3, ' \t'],
  ['\ufeffabc', 2, 1, ''],
  ['\ufeff abc', 3, 2, ' '],
  ['\ufeffabc', 0, 0, ''],
  ['a\n\ufeffb', 3, 0, ''],
])('the column and the indentation in %j at %i', (text, offset, column, indentation) => {
  expect([columnOf(text, offset), indentationOf(text, offset)]).toEqual([column, indentation]);
});

test.each([
  ['a: 1\n', 0],
  ['  a: 1\n', 2],
  ['{a: 1}\n', 0],
  ['  {a: 1}\n', 2],
  ['? a\n: 1\n', 0],
  ['  ? a\n  : 1\n', 2],
  ['  &x a: 1\n', 2],
])('the column of the keys of %j', (text, column) => {
  expect(mapColumn(text, mapOf(text))).toBe(column);
});

describe('what belongs to a pair ends', () => {
  // The text up to each end: of the last token, of the value, of the last line with its comment.
  test.each<[string, string, string, string]>([
    ['a: 1 # c\nb: 2\n', 'a: 1', 'a: 1', 'a: 1 # c\n'],
    ['a: 1', 'a: 1', 'a: 1', 'a: 1'],
    ['a: "b" \nc: 2\n', 'a: "b"', 'a: "b"', 'a: "b" \n'],
    ['a: {b: 1}\n', 'a: {b: 1}', 'a: {b: 1}', 'a: {b: 1}\n'],
    ['a:\n  b: 1 # c\n  d:\nc: 2\n', 'a:\n  b: 1 # c\n  d:', 'a:\n  b: 1 # c\n  d:', 'a:\n  b: 1 # c\n  d:\n'],
    ['a:\n- b\n- c # d\n\n# e\n', 'a:\n- b\n- c', 'a:\n- b\n- c', 'a:\n- b\n- c # d\n'],
    ['a: |\n  b\nc: 1\n', 'a: |\n  b\n', 'a: |\n  b', 'a: |\n  b\n'],
    ['a: |\r\n  b\r\nc: 1\r\n', 'a: |\r\n  b\r\n', 'a: |\r\n  b', 'a: |\r\n  b\r\n'],
    ['a: |\n  b\n\n\nc: 1\n', 'a: |\n  b\n', 'a: |\n  b', 'a: |\n  b\n'],
    ['a: |+\n  b\n\n\nc: 1\n', 'a: |+\n  b\n\n\n', 'a: |+\n  b\n\n', 'a: |+\n  b\n\n\n'],
    ['a: |\n  b\n   \nc: 1\n', 'a: |\n  b\n   \n', 'a: |\n  b\n   ', 'a: |\n  b\n   \n'],
    ['a: |\n  b\n  \nc: 1\n', 'a: |\n  b\n', 'a: |\n  b', 'a: |\n  b\n'],
    ['a: >-\n  b\n\nc: 1\n', 'a: >-\n  b\n', 'a: >-\n  b', 'a: >-\n  b\n'],
    ['a:\n- |\n  b\n\nc: 1\n', 'a:\n- |\n  b\n', 'a:\n- |\n  b\n', 'a:\n- |\n  b\n'],
    ['a: |\n  b\n\n', 'a: |\n  b\n', 'a: |\n  b', 'a: |\n  b\n'],
    ['a: |\n\n   b\n    \n', 'a: |\n\n   b\n    \n', 'a: |\n\n   b\n    ', 'a: |\n\n   b\n    \n'],
    ['a: |+\n  b\n\n', 'a: |+\n  b\n\n', 'a: |+\n  b\n', 'a: |+\n  b\n\n'],
    ['a: |', 'a: |', 'a: |', 'a: |'],
    ['a: |\n', 'a: |\n', 'a: |', 'a: |\n'],
    ['a: |\nb: 1\n', 'a: |\n', 'a: |', 'a: |\n'],
    ['a: |\n\n\nb: 1\n', 'a: |\n\n', 'a: |\n', 'a: |\n'],
    ['a: | # c\n\n \n\nb: 1\n', 'a: | # c\n\n \n', 'a: | # c\n\n ', 'a: | # c\n'],
    ['a: >-\r\n\r\n\r\nb: 1\r\n', 'a: >-\r\n\r\n', 'a: >-\r\n', 'a: >-\r\n'],
    ['a: |+\n\n\nb: 1\n', 'a: |+\n\n\n', 'a: |+\n\n', 'a: |+\n\n\n'],
    ['a: |2\n\n   \nb: 1\n', 'a: |2\n\n   \n', 'a: |2\n\n   ', 'a: |2\n\n   \n'],
    ['a:\n  b:\n  - |\n\n\nc: 1\n', 'a:\n  b:\n  - |\n\n', 'a:\n  b:\n  - |\n\n', 'a:\n  b:\n  - |\n'],
  ])('%j', (text, token, value, content) => {
    const found = pairIn(text);
    expect(text.slice(0, tokenEnd(found.pair))).toBe(token);
    expect(text.slice(0, endOfValue(text, found.value))).toBe(value);
    expect(text.slice(0, contentEnd(text, found.pair))).toBe(content);
  });
});

describe('the parts of a pair', () => {
  // Where the colon ends, where what is after it ends, and where the value begins with its properties.
  test.each<[string, number, number, number]>([
    ['a: 1\n', 2, 2, 3],
    ['a : 1\n', 3, 3, 4],
    ['a: &b 1\n', 2, 5, 3],
    ['a: !!str &b 1\n', 2, 11, 3],
    ['a: &b {c: 1}\n', 2, 5, 3],
    ['a:\n  &b\n  c: 1\n', 2, 7, 5],
    ['{a: 1}\n', 3, 3, 4],
    ['? a\n: 1\n', 5, 5, 6],
  ])('%j', (text, colon, separator, start) => {
    const { pair, value } = pairIn(text);
    expect([colonEnd(pair), separatorEnd(pair), propertiesStart(pair, value)]).toEqual([colon, separator, start]);
  });

  test('a key without a colon', () => {
    const [pair] = mapOf('{ a, b }').items;
    if (pair === undefined) throw new Error('has no pair');
    expect([colonEnd(pair), separatorEnd(pair), tokenEnd(pair)]).toEqual([undefined, 3, 3]);
  });

  test.each<[string, boolean, boolean]>([
    ['a:\n', true, false],
    ['a: # c\n', true, false],
    ['a: null\n', false, false],
    ['a: ~\n', false, false],
    ['a: ""\n', false, false],
    ['a: {}\n', false, true],
    ['a: [b]\n', false, true],
    ['a:\n- b\n', false, false],
  ])('the value of %j is missing: %s; a flow collection: %s', (text, missing, flow) => {
    const { value } = pairIn(text);
    expect([isMissing(value), isFlow(value)]).toEqual([missing, flow]);
  });

  test('a value that is null or undefined is missing', () => {
    expect([isMissing(null), isMissing(undefined)]).toEqual([true, true]);
  });

  test.each<[string, readonly (number | undefined)[]]>([
    ['a:\n- b\n-  c\n', [3, 7]],
    ['a:\n  - b\n  # d\n  - c\n', [5, 17]],
    ['a: [b, c]\n', [undefined, undefined]],
  ])('the dashes of %j', (text, dashes) => {
    const list = pairIn(text).value as unknown as YAMLSeq.Parsed;
    expect([dashAt(list, 0), dashAt(list, 1)]).toEqual(dashes);
  });
});

describe('a comment for a tool', () => {
  test.each([
    ['# kpt-set: ${a}', true],
    ['#kpt-merge: a/b', true],
    ['# {"$ref": "#/definitions/a"}', true],
    ['# {"$imagepolicy": "a:b"}', true],
    ['# {"type": "string", "x-kustomize": {}}', true],
    ['# yaml-language-server: $schema=a', true],
    ['# $schema: a', true],
    ['# kpt-settled', false],
    ['# see kpt-set: a', false],
    ['# {a}', false],
    ['# a', false],
  ])('%j: %s', (text, found) => {
    expect(isForTool(text)).toBe(found);
  });

  test.each<[string, boolean, boolean]>([
    ['/metadata/namespace', false, true],
    ['/metadata/namespace', true, false],
    ['/metadata/labels', false, true],
    ['/metadata/labels/a', false, true],
    ['/metadata/annotations/a', false, true],
    ['/metadata/name', false, false],
    ['/spec/dstOverrides/0/weight', false, true],
    ['/spec/dstOverrides/0/authority', false, false],
    ['/spec/rules/0/backendRefs/12/weight', false, true],
    ['/spec/rules/1/backendRefs/0/weight', false, false],
  ])('of %s, on a line above: %s, is kept: %s', (path, isAbove, kept) => {
    const remark = { text: '# kpt-set: ${a}', path, isAbove };
    const other = { ...remark, text: '# a' };
    expect(withoutMisplaced([remark, other])).toEqual({
      kept: kept ? [remark, other] : [other],
      misplaced: kept ? [] : [remark.text],
    });
  });
});
