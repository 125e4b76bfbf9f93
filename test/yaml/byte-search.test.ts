import { describe, expect, test } from 'vitest';
import {
  asciiText,
  escapeAt,
  findWord,
  holdsEncodedSplit,
  holdsTrafficSplit,
  isWordAt,
  needleOf,
  offsetsOfWord,
  partOf,
  slowIndexOf,
  splitOffsets,
} from '../../src/yaml/byte-search.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1');
const wide = (text: string): string => Buffer.from(text, 'utf16le').toString('latin1');

describe('the places where a TrafficSplit may be', () => {
  test.each<[string, readonly number[]]>([
    ['', []],
    ['Split', []],
    ['TrafficSplit', [7]],
    ['TrafficSplitTrafficSplit', [7, 19]],
    ['SplitTrafficSplit Split', [12]],
    ['trafficSplit', []],
    ['TrafficSpli', []],
    ['split.smi-spec.io/v1alpha1', [9]],
    ['split.smi-spec.io/v1alpha1 split.smi-spec.io/v1alpha2', [9, 36]],
    ['split.smi-spec.io\\/v1alpha1', [9]],
    ['split.smi-spec.io/v1', [9]],
    ['split.smi-spec.io/{{ a }}', [9]],
    ['split.smi-spec.io/${A}', [9]],
    ['split.smi-spec.io/<A>', [9]],
    ['split.smi-spec.io/[A]', [9]],
    ['split.smi-spec.io/A', []],
    ['split.smi-spec.io/', []],
    ['split.smi-spec.io.v', []],
    ['split.smi-spec.i/v1', []],
    ['-spec.io/v1', []],
    ['specs.smi-spec.io/v1alpha1', []],
    ['/v1alpha1', []],
    ['\\x54rafficSplit', [0]],
    ['TrafficSpli\\x74', [11]],
    ['Traffi\\x63Split', [6]],
    ['Traffi\\u0063Split', [6]],
    ['Traffi\\U00000063Split', [6]],
    ['Traff\\x69\\x63Split', [5]],
    ['Traffi\\x64Split', []],
    ['Traffi\\x6', []],
    ['Traffi\\x6gSplit', []],
    ['Traffi\\u063Split', []],
    ['Traffi\\tSplit', []],
    ['Traffic\\\nSplit', [7]],
    ['Traffic\\\n \t\r\n Split', [7]],
    ['Traffic\\\r\nSplit', [7]],
    ['Traffic\\\rSplit', []],
    ['Traffic\\\n.Split', []],
    ['T\\\nr\\\nafficSplit', [1]],
    ['\\\nTrafficSplit', [9]],
    ['TrafficSplit\\\n', [7]],
    ['Traffic\\\nSpli', []],
    ['T\\\nX\nrafficSplit', []],
    ['\\\\x54rafficSplit', [1]],
    ['Trraffi\\x63Split', []],
    ['TTraffi\\x63Split', [7]],
    ['VHJhZmZpY1NwbGl0', [0, 8]],
    ['RyYWZmaWNTcGxpd', [2, 9]],
    ['UcmFmZmljU3BsaX', [0, 5]],
    ['a VHJhZmZpY1NwbGl0VHJhZmZpY1NwbGl0', [2, 10, 18, 26]],
    ['VHJhZmZpY1N\n  wbGl0', [0]],
    ['VHJ\r\n\thZmZpY1NwbGl0', [11]],
    ['VHJhZmZpY1N.wbGl0', []],
    ['Y1NwbGl', []],
    ['YWZmaWN', []],
    ['ZmljU3B', []],
    [`\xff\xfe${wide('TrafficSplit')}`, [0]],
    [`\xff\xfe${wide('split.smi-spec.io')}`, [0]],
    [wide('a: TrafficSplit'), [0]],
    [`k\0${wide(': TrafficSplit')}`, [0]],
    [`\0k${wide(': TrafficSplit')}`, [0]],
    [`ki${wide(': TrafficSplit')}`, []],
    [`k\0\0\0${Array.from('TrafficSplit').join('\0\0\0')}`, [0]],
    [`\xff\xfe${wide('TrafficSpli')}`, []],
  ])('%j', (text, places) => {
    const bytes = bytesOf(text);
    expect([...splitOffsets(bytes)].sort((a, b) => a - b)).toEqual(places);
    expect(holdsTrafficSplit(bytes, 0, bytes.length)).toBe(places.length > 0);
    const padded = Buffer.concat([Buffer.from('a'), bytes, Buffer.from('a')]);
    expect(holdsTrafficSplit(padded, 1, padded.length - 1)).toBe(places.length > 0);
  });

  test('base64 is not searched in more than 2 MiB', () => {
    const padded = (length: number): Buffer => bytesOf('VHJhZmZpY1NwbGl0'.padEnd(length));
    expect([...splitOffsets(padded(2 ** 21))]).toEqual([0, 8]);
    expect([...splitOffsets(padded(2 ** 21 + 1))]).toEqual([]);
    expect(holdsTrafficSplit(padded(2 ** 21), 0, 2 ** 21)).toBe(true);
  });

  test.each([
    ['VHJhZmZpY1NwbGl0', true],
    ['a RyYWZmaWNTcGxpd', true],
    ['UcmFmZmljU3BsaXQ', true],
    ['VHJhZmZp\n  Y1NwbGl0', true],
    ['VHJhZmZpY1NwbGl', false],
    ['TrafficSplit', false],
  ])('the string %j holds the word in base64: %s', (text, holds) => {
    expect(holdsEncodedSplit(text)).toBe(holds);
  });
});

describe('a word is searched', () => {
  test.each<[string, string, readonly number[]]>([
    ['', 'ab', []],
    ['ab', 'ab', [0]],
    ['xabab', 'ab', [1, 3]],
    ['aaaa', 'aa', [0, 1, 2]],
    ['aab', 'ab', [1]],
    ['aXab', 'aXabc', []],
    ['dstOverrides', 'dstOverrides', [0]],
    ['Overrides dstOverrides', 'dstOverrides', [10]],
    ['dsOverrides', 'dstOverrides', []],
    ['dstOverride', 'dstOverrides', []],
    ['a-long-name-of-many', 'long-name-of-many', [2]],
    ['long-name-of-many', 'a-long-name-of-many', []],
  ])('in %j: %j', (text, word, places) => {
    const bytes = bytesOf(text);
    expect([...offsetsOfWord(bytes, word)]).toEqual(places);
    for (const from of [0, 1, 2]) {
      expect(findWord(bytes, word, from)).toBe(text.indexOf(word, from));
      expect(slowIndexOf(bytes, word, from)).toBe(text.indexOf(word, from));
    }
    expect(findWord(bytes, word, 0, 2)).toBe(text.slice(0, 2).indexOf(word));
  });

  test('a word that occurs 3000 times is found at each place', () => {
    const bytes = bytesOf('ab '.repeat(3000));
    expect([...offsetsOfWord(bytes, 'ab')]).toEqual(Array.from({ length: 3000 }, (_, at) => at * 3));
  });

  test.each<[string, string, number, boolean]>([
    ['web', 'web', 0, false],
    ['weighted', 'eighted', 1, false],
    ['Service', 'Service', 0, true],
    ['ServiceProfile', 'Service', 0, true],
    ['myService', 'Service', 2, true],
    ['aWeb', 'aWeb', 0, false],
    ['aWebs', 'Webs', 1, true],
    ['a/web', '/web', 1, true],
    ['a-long-name', 'ng-name', 4, false],
  ])('by a part of it: %j', (word, text, lead, isRare) => {
    expect(needleOf(word)).toEqual({ text, lead, isRare });
  });

  test('that is at an offset', () => {
    expect([0, 1, 2].map((at) => isWordAt(bytesOf('aab'), at, 'ab'))).toEqual([false, true, false]);
    expect(isWordAt(bytesOf('ab'), -1, 'ab')).toBe(false);
  });

  test('in a part of the bytes, which is no copy', () => {
    const bytes = bytesOf('abc');
    expect(partOf(bytes, 0, 3)).toBe(bytes);
    expect([partOf(bytes, 1, 3), partOf(bytes, 0, 2)].map(String)).toEqual(['bc', 'ab']);
  });
});

describe('the escape at a backslash', () => {
  test.each<[string, { code?: number; end: number } | undefined]>([
    ['\\x41', { code: 0x41, end: 4 }],
    ['\\xfF0', { code: 0xff, end: 4 }],
    ['\\u0041', { code: 0x41, end: 6 }],
    ['\\u20aC', { code: 0x20ac, end: 6 }],
    ['\\U0001f680', { code: 0x1f680, end: 10 }],
    ['\\x4', undefined],
    ['\\x', undefined],
    ['\\u004g', undefined],
    ['\\n', undefined],
    ['\\n4', undefined],
    ['\\n00000041', undefined],
    ['\\', undefined],
    ['\\\n', { end: 2 }],
    ['\\\n \t\r\nab', { end: 6 }],
    ['\\\r\n  ', { end: 5 }],
    ['\\\r ', undefined],
  ])('%j', (text, escape) => {
    expect(escapeAt(bytesOf(text), 0)).toEqual(escape);
    const moved = escapeAt(bytesOf(`aa${text}`), 2);
    expect(moved && { ...moved, end: moved.end - 2 }).toEqual(escape);
  });
});

test.each([999, 1000, 1001, 5000])('the text of %d bytes is read as it is', (length) => {
  const text = 'abcdefghij'.repeat(501).slice(0, length);
  expect(asciiText(bytesOf(`..${text}..`), 2, length + 2)).toBe(text);
});
