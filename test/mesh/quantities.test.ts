import { describe, expect, test } from 'vitest';
import type { Quantity } from '../../src/mesh/quantity.ts';
import { add, compareQuantities, isWholeMilli, milliValue, parseQuantity } from '../../src/mesh/quantity.ts';
import { routeWeights } from '../../src/mesh/route-weights.ts';

describe('the weights of a route', () => {
  const quantities = (values: readonly string[]): readonly Quantity[] =>
    values.flatMap((value) => parseQuantity(value) ?? []);

  test.each<[readonly string[], readonly number[]]>([
    [
      ['1', '2'],
      [1, 2],
    ],
    [
      ['0', '1000000'],
      [0, 1000000],
    ],
    [
      ['500m', '1'],
      [500, 1000],
    ],
    [
      ['0.5', '0.25'],
      [500, 250],
    ],
    [
      ['1u', '2u'],
      [1, 2],
    ],
    [
      ['1n', '2u'],
      [1, 2000],
    ],
    [
      ['1k', '2k'],
      [1000, 2000],
    ],
    [
      ['2000k', '4000k'],
      [1, 2],
    ],
    [
      ['100', '1e3'],
      [100, 1000],
    ],
    [
      ['2M', '0'],
      [1, 0],
    ],
  ])('%j are %j', (values, weights) => {
    expect(routeWeights(quantities(values))).toEqual({ weights });
  });

  test.each([
    [['1000001', '1'], '1000, 0 (shares differ by up to 0.001 %)'],
    [['1000001', '1000003', '1000007'], '333, 333, 334 (shares differ by up to 0.067 %)'],
    [['1', '1', '1', '3000001'], '0, 0, 0, 1000 (shares differ by up to 0.001 %)'],
    [['3000001', '1500007', '7'], '667, 333, 0 (shares differ by up to 0.034 %)'],
    [['1500007', '3000001', '1500007', '1500007'], '200, 400, 200, 200 (shares differ by up to 0.001 %)'],
    [['1234567', '7654321'], '139, 861 (shares differ by up to 0.012 %)'],
  ])('%j have none: %s', (values, near) => {
    expect(routeWeights(quantities(values))).toEqual({
      message: 'the ratio of its weights has no whole numbers up to 1000000',
      fix: `the nearest whole numbers whose sum is 1000: ${near}`,
    });
  });
});

describe('quantities', () => {
  test.each([
    ['1'.repeat(1000), true],
    ['1'.repeat(1001), false],
    ['1e1000', true],
    ['1e-1000', true],
    ['1e1001', false],
    [' \u00a0\u3000 1 \u3000', true],
    [' ', false],
    ['', false],
    ['1 1', false],
  ])('%j is one: %s', (text, is) => {
    expect(parseQuantity(text) !== undefined).toBe(is);
  });

  test.each([
    ['1000', '1k'],
    ['1.5', '1500m'],
    ['.', '0'],
    ['m', '0'],
    ['0.0000000001', '1n'],
    ['-0.0000000001', '-1n'],
    ['0.000000001', '1n'],
    ['123456789012345678', '123456789012345678'],
    ['1234567890123456789', '1234567890123456789'],
    ['1024Ki', '1Mi'],
    ['1023', '1023'],
    ['8Ki', '8Ki'],
    ['0.5Ki', '512'],
    ['1.5Ki', '1536'],
    ['2.5Mi', '2560Ki'],
    ['0.0001Ki', '102400u'],
    ['-1Ki', '-1Ki'],
    ['9Ei', '9223372036854775807'],
    ['8Ei', '9223372036854775807'],
    ['7Ei', '7Ei'],
    ['1e3', '1e3'],
    ['10e3', '10e3'],
    ['1000e3', '1e6'],
    ['1e-2', '10e-3'],
  ])('%s is %s', (text, canonical) => {
    expect(parseQuantity(text)?.canonical).toBe(canonical);
  });

  test.each([
    ['1', 1000n, true],
    ['1m', 1n, true],
    ['1u', 1n, false],
    ['-1u', -1n, false],
    ['-1m', -1n, true],
    ['1500u', 2n, false],
    ['1k', 1000000n, true],
    ['0', 0n, true],
  ])('%s has %s thousandths', (text, milli, whole) => {
    const quantity = parseQuantity(text);
    expect(quantity && [milliValue(quantity), isWholeMilli(quantity)]).toEqual([milli, whole]);
  });

  test.each([
    ['1', '1000m', 0],
    ['1', '1001m', -1],
    ['1k', '999', 1],
    ['-1', '1', -1],
  ])('%s and %s compare as %s', (one, other, sign) => {
    const [a, b] = [parseQuantity(one), parseQuantity(other)];
    expect(a && b && compareQuantities(a, b)).toBe(sign);
  });

  test.each([
    ['1', '1m', '1001m'],
    ['500m', '500m', '1'],
    ['1k', '1', '1001'],
    ['-1', '1', '0'],
  ])('%s and %s are %s', (one, other, sum) => {
    const [a, b] = [parseQuantity(one), parseQuantity(other)];
    expect(a && b && add(a, b).canonical).toBe(sum);
  });
});
