import { describe, expect, test } from 'vitest';
import { jsonOf, yamlOf } from '../../src/cli/print/json-documents.ts';

describe('the value of a document', () => {
  test.each<[string, unknown]>([
    ['{"a": 1}', { a: 1 }],
    [' \n{"a": 1}\n', { a: 1 }],
    ['---\n{"a": 1}', { a: 1 }],
    ['--- \t\r\n\n{"a": 1}', { a: 1 }],
    ['--- {"a": 1}', undefined],
    ['# c\n{"a": 1}', undefined],
    ['{a: 1}', undefined],
    ['[1]', undefined],
    ['a: 1', undefined],
    ['', undefined],
  ])('%j is that of JSON: %j', (text, value) => {
    expect(jsonOf(Buffer.from(text))).toEqual(value);
  });

  test('below 4,095 spaces is that of JSON', () => {
    expect(jsonOf(Buffer.from(`${' '.repeat(4095)}{"a": 1}`))).toEqual({ a: 1 });
  });
});

describe('a document of JSON is written as YAML', () => {
  test.each<[string, string | undefined]>([
    ['{"a": "b"}', undefined],
    ['{"a": "\\u0041"}', undefined],
    ['a: "\\ud83d"', undefined],
    ['---\n{"a": "\\ud83d"}', undefined],
    ['{"a": "\\ud83d",}', undefined],
    ['{a: 5" pipe}', undefined],
    ['{"a": "\\ud83d\\ude80"}', '{"a": "\u{1f680}"}'],
    [' {"a": "\\uD83D\\uDE80 \\\\ud83d"}\n', ' {"a": "\u{1f680} \\\\ud83d"}\n'],
    ['{"a": "\\ud83d"}', '{"a": "\\ufffd"}'],
    ['{"a": "\\ud83d\\u0041"}', '{"a": "\\ufffd\\u0041"}'],
    ['{"a": "\\ude80"}', '{"a": "\\ufffd"}'],
    ['{"a": "\\\\", "b": "\\ud83d\\n"}', '{"a": "\\\\", "b": "\\ufffd\\n"}'],
    [
      '{"a": "\u007f\u0085\u2028\u2029\ufeff\ufffe\uffff"}',
      '{"a": "\\u007f\\u0085\\u2028\\u2029\\ufeff\\ufffe\\uffff"}',
    ],
    ['{"a"\n : 1}', '{"a": 1}'],
    ['{"a" \t\r\n: "b"\n}', '{"a": "b"\n}'],
  ])('%j: %j', (text, written) => {
    const made = yamlOf(Buffer.from(text));
    expect(made && Buffer.from(made).toString()).toBe(written);
  });
});

describe('the keys of JSON', () => {
  const long = 'k'.repeat(1000);

  test('a long one is written with a question mark, whatever is before its colon', () => {
    expect(yamlOf(Buffer.from(`{"${long}" : "${long}", "a": 1}`))?.toString()).toBe(`{? "${long}": "${long}", "a": 1}`);
  });

  test('a long string with 200,000 escaped quotes is passed over once', () => {
    const text = `{"a": "${String.raw`\"`.repeat(200_000)}"}`;
    expect(yamlOf(Buffer.from(text))).toBeUndefined();
  });
});

test('a document in flow style with a string of 20 million characters is left unchanged', () => {
  expect(yamlOf(Buffer.from(`{a: "${'kind: '.repeat(3_400_000)}"}`))).toBeUndefined();
});
