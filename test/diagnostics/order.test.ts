import { expect, test } from 'vitest';
import { byPlace, type Place } from '../../src/diagnostics/locate.ts';

test('places are in the order of path, line and column; one without a line or column comes first', () => {
  const sorted: readonly Place[] = [
    { path: 'a' },
    { path: 'a', line: 1 },
    { path: 'a', line: 1, column: 2 },
    { path: 'a', line: 1, column: 3 },
    { path: 'a', line: 2, column: 1 },
    { path: 'b' },
  ];
  for (const [at, one] of sorted.entries())
    for (const [other, two] of sorted.entries()) expect(Math.sign(byPlace(one, two))).toBe(Math.sign(at - other));
});
