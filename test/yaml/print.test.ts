import { describe, expect, test } from 'vitest';
import { printBlock, type Value } from '../../src/yaml/print.ts';

const style = { indent: 2, dash: 0, gap: 2, quote: '"', eol: '\n' } as const;

describe('a block mapping', () => {
  test.each<[string, Value, string]>([
    ['with a list', { a: ['b'] }, 'a:\n- b'],
    ['with a mapping', { a: { b: 'c' } }, 'a:\n  b: c'],
    ['with an empty list', { a: [] }, 'a: []'],
    ['with an empty mapping', { a: {} }, 'a: {}'],
  ])('%s', (_, value, text) => {
    expect(printBlock(value, style, 0).trimEnd()).toBe(text);
  });
});
