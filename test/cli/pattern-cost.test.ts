import { expect, test } from 'vitest';
import { patternCost } from '../../src/cli/files/pattern-cost.ts';

const stars = 'more than 4 * or groups in one name, or as many **';
const groups = 'special characters in a group that is repeated';
const braces = 'more than 1000 alternatives in braces';

test.each<[string, string | undefined]>([
  ['*.yaml', undefined],
  ['*a*b*c*', undefined],
  ['*a*b*c*d*', stars],
  ['a/*a*b*c*d*/b', stars],
  ['*/*/*/*/*', undefined],
  ['**/a/**/b/**/c/**', undefined],
  ['**/a/**/b/**/c/**/d/**', stars],
  ['{a}{b}{c}{d}', undefined],
  ['{a}{b}{c}{d}{e}', stars],
  ['(a)(b)(c)(d)(e)', stars],
  ['+(a)', undefined],
  ['+(a)+(b)+(c)', stars],
  ['+(a*)', groups],
  ['*(a|b)', undefined],
  ['*(a|b)+', groups],
  ['@(a|b)', undefined],
  ['!(a)', undefined],
  ['{1..1000}', undefined],
  ['{1..1001}', braces],
  ['{1..1000}{a,b}', braces],
  ['{1001..1}', braces],
  ['{-500..499}', undefined],
  ['{-500..500}', braces],
  ['{a..z}{a..z}', undefined],
  ['{a..z}{a..z}{a..z}', braces],
  ['{1..10}{1..10}{1..10}', undefined],
  ['{1..10}{1..10}{a,b,c,d,e,f,g,h,i,j,k}', braces],
  ['{{1..10},{1..10}}{1..10}', braces],
  [`{${Array.from({ length: 1000 }, () => 'a').join(',')}}`, undefined],
  [`{${Array.from({ length: 1001 }, () => 'a').join(',')}}`, braces],
  ['{..5000}', undefined],
  ['{1..5000..2}', braces],
  ['a'.repeat(4096), undefined],
  ['a'.repeat(4097), 'more than 4096 characters'],
])('a pattern costs too much, or not: %#', (pattern, cost) => {
  expect(patternCost(pattern)).toBe(cost);
});
