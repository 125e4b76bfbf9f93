import { describe, expect, test } from 'vitest';
import { cutTest, hasLastComma, partsOf, uncut } from '../../src/rewrite/flow-parts.ts';
import type { Collection } from '../../src/rewrite/positions.ts';
import type { Page } from '../../src/yaml/read.ts';
import { parseText } from '../../src/yaml/read.ts';

const collectionOf = (text: string): Collection => parseText(text, true).documents[0]?.contents as Collection;

/** Cuts of the first occurrences of some texts. */
const cutsOf = (text: string, gone: readonly string[]) =>
  gone.map((one) => {
    const start = text.indexOf(one);
    return { page: {} as Page, start, end: start + one.length, text: '' };
  });

describe('the parts of a flow collection, with the places of the commas before and after each', () => {
  test.each<[string, readonly (readonly [string, number | undefined, number | undefined])[], boolean]>([
    ['[]', [], false],
    ['[a]', [['a', undefined, undefined]], false],
    ['[a, ]', [['a', undefined, 2]], true],
    [
      '[a, {b: c} ,d]',
      [
        ['a', undefined, 2],
        ['{b: c}', 2, 11],
        ['d', 11, undefined],
      ],
      false,
    ],
    [
      '[&x a, !!str b, c,]',
      [
        ['&x a', undefined, 5],
        ['!!str b', 5, 14],
        ['c', 14, 17],
      ],
      true,
    ],
    [
      '{ a: b, ? c : d, e, }',
      [
        ['a: b', undefined, 6],
        ['? c : d', 6, 15],
        ['e', 15, 18],
      ],
      true,
    ],
  ])('%s', (text, parts, comma) => {
    const found = partsOf(collectionOf(text));
    expect(found.map((part) => [text.slice(part.start, part.end), part.comma, part.next])).toEqual(parts);
    expect(hasLastComma(collectionOf(text))).toBe(comma);
  });
});

test('a block collection has no commas', () => {
  const list = collectionOf('- a\n- b\n');
  expect(partsOf(list)).toEqual([
    { start: 2, end: 3 },
    { start: 6, end: 7 },
  ]);
  expect(hasLastComma(list)).toBe(false);
});

test('characters of cuts are told from others, in any order of cuts and questions', () => {
  const text = 'abcdefghij';
  const isCut = cutTest(cutsOf(text, ['hi', 'bc', 'e']));
  const is = (letters: string): string => letters.replaceAll(/./g, (one) => (isCut(text.indexOf(one)) ? '-' : one));
  expect(is('abcdefghij')).toBe('a--d-fg--j');
  expect(is('jihgfedcba')).toBe('j--gf-d--a');
  expect(is('aibhjce')).toBe('a---j--');
  expect(cutTest([])(0)).toBe(false);
});

describe('the parts that are left of [a, b, c, d], with their commas', () => {
  const text = '[a, b, c, d]';
  // Commas are at 2, 5 and 8.
  test.each<[readonly string[], string, readonly object[]]>([
    [[], 'abcd', [{ next: 2 }, { comma: 2, next: 5 }, { comma: 5, next: 8 }, { comma: 8 }]],
    [['a, '], 'bcd', [{ next: 5 }, { comma: 5, next: 8 }, { comma: 8 }]],
    [['b, '], 'acd', [{ next: 2 }, { comma: 2, next: 8 }, { comma: 8 }]],
    [[', b'], 'acd', [{ next: 5 }, { comma: 5, next: 8, from: 5 }, { comma: 8 }]],
    [[', b, c'], 'ad', [{ next: 8 }, { comma: 8, from: 8 }]],
    [['b, c, '], 'ad', [{ next: 2 }, { comma: 2 }]],
    [[', d'], 'abc', [{ next: 2 }, { comma: 2, next: 5 }, { comma: 5 }]],
    [['a, ', 'c, '], 'bd', [{ next: 5 }, { comma: 5 }]],
    [['a, b, c, d'], '', []],
  ])('without %j', (gone, letters, commas) => {
    const { parts, places } = uncut(partsOf(collectionOf(text)), cutTest(cutsOf(text, gone)));
    expect(parts.map(({ start }) => text[start]).join('')).toBe(letters);
    expect(places.map((place) => 'abcd'[place]).join('')).toBe(letters);
    const isComma = ([key]: [string, unknown]): boolean => key !== 'start' && key !== 'end';
    expect(parts.map((part) => Object.fromEntries(Object.entries(part).filter(isComma)))).toEqual(commas);
  });

  test('and of a list with a last comma', () => {
    const withComma = '[a, b, ]';
    const left = (gone: readonly string[]) =>
      uncut(partsOf(collectionOf(withComma)), cutTest(cutsOf(withComma, gone))).parts.map(({ next }) => next);
    expect([left([]), left(['b, ']), left([', b'])]).toEqual([[2, 5], [2], [5]]);
  });
});
