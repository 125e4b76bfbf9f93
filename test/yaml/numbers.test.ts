import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schema } from '../../src/yaml/kubernetes-schema.ts';

/** What Kubernetes' decoder makes of a plain scalar (sigs.k8s.io/yaml, its goyaml.v2 resolve.go): a number or its text. */
const numbers: readonly (readonly [text: string, number: number | 'text'])[] = [
  ['0xffffffffffffffff', 2 ** 64],
  ['0x10000000000000000', 'text'],
  ['-0x8000000000000000', -(2 ** 63)],
  ['-0x8000000000000001', 'text'],
  ['01777777777777777777777', 2 ** 64],
  ['02000000000000000000000', 2e21],
  ['-01000000000000000000000', -(2 ** 63)],
  ['-01000000000000000000001', -1e21],
  ['0o2000000000000000000000', 'text'],
  ['0b11111111111111111111111111111111111111111111111111111111111111111', 'text'],
  ['18446744073709551616', 2 ** 64],
  ['08', 8],
  ['0_7', 7],
  ['1__0', 10],
  ['_7', 'text'],
  ['-_7', -7],
  ['-_0x889', -2185],
  ['-__.01', -0.01],
  ['.1_2', 0.12],
  ['.1_', 'text'],
  ['._1', 'text'],
  ['.5_e3', 'text'],
  ['1_.5', 1.5],
];

describe('numbers of plain scalars', () => {
  test.each(numbers)('%s', (text, number) => {
    expect(parse(text, { schema })).toBe(number === 'text' ? text : number);
  });
});
