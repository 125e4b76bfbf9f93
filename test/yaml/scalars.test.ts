import { describe, expect, test } from 'vitest';
import { readNumber } from '../../src/yaml/kubernetes-schema.ts';
import { toPlain } from '../../src/yaml/plain-value.ts';
import { parseText } from '../../src/yaml/read.ts';

/** The value of a scalar as Kubernetes' reader takes it, or why it is refused. */
function valueOf(text: string): unknown {
  const { documents, problems } = parseText(`a: ${text}\n`, false);
  const [document] = documents;
  if (problems[0] !== undefined || document === undefined) return { refused: problems[0]?.message };
  const plain = toPlain(document);
  return 'value' in plain ? (plain.value as { a: unknown }).a : plain;
}

describe('a number', () => {
  test.each<[string, number | string]>([
    ['0', 0],
    ['17', 17],
    ['-17', -17],
    ['+17', 17],
    ['1_0_0', 100],
    ['010', 8],
    ['-010', -8],
    ['08', 8],
    ['0o17', 15],
    ['-0O17', -15],
    ['0x1F', 31],
    ['0X1f', 31],
    ['0b101', 5],
    ['0B11', 3],
    ['0o18', '0o18'],
    ['0x', '0x'],
    ['1.5', 1.5],
    ['1.', 1],
    ['.5', 0.5],
    ['.', '.'],
    ['1e3', 1000],
    ['1E-2', 0.01],
    ['1e', '1e'],
    ['1e400', '1e400'],
    ['-1e400', '-1e400'],
    ['1k', '1k'],
    ['', ''],
  ])('%j', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

describe('a scalar', () => {
  test.each<[string, unknown]>([
    ...['', '~', 'null', 'Null', 'NULL'].map((text): [string, unknown] => [text, null]),
    ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((text): [string, unknown] => [
      text,
      true,
    ]),
    ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((text): [string, unknown] => [
      text,
      false,
    ]),
    ...['nULL', 'yES', 'tRUE', 'oN', 'none', '1k', '0o18', '1:30', '2024-05-01'].map((text): [string, unknown] => [
      text,
      text,
    ]),
    ['12', 12],
    ['1_000', 1000],
    ['1.5e3', 1500],
    ['!!null ~', null],
    ['!!null ""', null],
    ['!!null a', { refused: '"a" is no !!null' }],
    ['!!bool yes', true],
    ['!!bool 1', { refused: '"1" is no !!bool' }],
    ['!!bool a', { refused: '"a" is no !!bool' }],
    ['!!int 5', 5],
    ['!!int "5"', 5],
    ['!!int -0x1F', -31],
    ['!!int 0b11', 3],
    ['!!int 0o7', 7],
    ['!!int 07', 7],
    ['!!int 1_000', 1000],
    ['!!int 5.0', { refused: '"5.0" is no !!int' }],
    ['!!int 1e3', { refused: '"1e3" is no !!int' }],
    ['!!int yes', { refused: '"yes" is no !!int' }],
    ['!!int 18446744073709549568', 18446744073709549568],
    ['!!int 18446744073709551616', { refused: '"18446744073709551616" is no !!int' }],
    ['!!int -9223372036854775808', -(2 ** 63)],
    ['!!int -9223372036854777856', { refused: '"-9223372036854777856" is no !!int' }],
    ['!!float 5', 5],
    ['!!float 1.5', 1.5],
    ['!!float a', { refused: '"a" is no !!float' }],
    ['!!timestamp 2024-05-01', '2024-05-01'],
    ['!!timestamp 2024-5-1T10:00:00Z', '2024-5-1T10:00:00Z'],
    ['!!timestamp 2024', { refused: '"2024" is no !!timestamp' }],
    ['!!timestamp 2024-05-01x', { refused: '"2024-05-01x" is no !!timestamp' }],
    ['!!binary YWJj', 'abc'],
    ['!!binary "YW Jj"', 'abc'],
    ['!!binary 77u/YQ==', '\ufeffa'],
    ['!!binary YWI', { refused: '!!binary value contains invalid base64 data' }],
    ['!!binary "&&&&"', { refused: '!!binary value contains invalid base64 data' }],
    ['!!str 5', '5'],
    ['.inf', { refused: '.inf is a number that JSON cannot hold' }],
    ['+.INF', { refused: '+.INF is a number that JSON cannot hold' }],
    ['.nan', { refused: '.nan is a number that JSON cannot hold' }],
    ['!!float .inf', { refused: '".inf" is no !!float' }],
    ['!!str .inf', '.inf'],
    ['".inf"', '.inf'],
    ['[{.inf: 1}]', [{ '.inf': 1 }]],
    ['{weight: .inf, b: 1}', { weight: '.inf', b: 1 }],
    ['! .inf', '.inf'],
    ['[.inf]', { refused: '.inf is a number that JSON cannot hold' }],
    ['{weights: .inf}', { refused: '.inf is a number that JSON cannot hold' }],
    [String.raw`"\ud83d"`, { refused: String.raw`an escape that only JSON has: half of a character, as in \uD83D` }],
    [String.raw`"\uDc00"`, { refused: String.raw`an escape that only JSON has: half of a character, as in \uD83D` }],
    [String.raw`"\\ud83d"`, String.raw`\ud83d`],
    [String.raw`'\ud83d'`, String.raw`\ud83d`],
    [String.raw`"\ud7ff"`, '\ud7ff'],
  ])('%j', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  test('may have half of a character in a document of JSON', () => {
    expect(parseText(String.raw`{"a": "\ud83d\ude80"}`, false).problems).toEqual([]);
    expect(parseText(String.raw`- "\ud83d\ude80"`, false).problems).toHaveLength(1);
    expect(parseText('{"a": .inf}', false).problems).toEqual([
      { document: 0, offset: 6, message: '.inf is a number that JSON cannot hold' },
    ]);
  });
});
