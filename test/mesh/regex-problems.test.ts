import { describe, expect, test } from 'vitest';
import { parseLinkerdRegex } from '../../src/mesh/linkerd-regex.ts';

describe('parseLinkerdRegex', () => {
  const backslash = 'has a quantifier with nothing to repeat';
  test.each([
    ['ab)', 'has a ) without its beginning', 2, 'write \\)'],
    ['(a', 'has a group without its end', 0, 'write \\( or add )'],
    ['a(b|c', 'has a group without its end', 1, 'write \\( or add )'],
    ['*a', backslash, 0, 'write \\*'],
    ['a|+', backslash, 2, 'write \\+'],
    ['a^*', backslash, 2, 'write the backslash before it'],
    ['a(?i)?', backslash, 5, 'write the backslash before it'],
    ['ba**', 'has two quantifiers in a row', 3, 'keep one of the two'],
    ['a{2}{3}', 'has two quantifiers in a row', 4, 'keep one of the two'],
    ['(?=a)', 'has a look-ahead', 0, 'say what matches instead: Linkerd has no look-around'],
    ['a(?<!b)', 'has a look-behind', 1, 'say what matches instead: Linkerd has no look-around'],
    ['(?>a)', 'has an atomic group', 0, 'write (?: for the group'],
    ['(?#a)', 'has a comment', 0, 'remove it'],
    ['(?<n>a)(?P<n>b)', 'names two groups n', 7, undefined],
    ['(?x)a', 'has a group that not every engine supports', 0, 'write (?: for the group'],
    ['(?)a', 'has a group that not every engine supports', 0, 'write (?: for the group'],
    ['(?ii:a)', 'has a group that not every engine supports', 0, 'write (?: for the group'],
    ['(?i-i:a)', 'has a group that not every engine supports', 0, 'write (?: for the group'],
    ['a{3,2}', 'has a count with its bounds in the wrong order', 1, undefined],
    ['ba{1001}', 'repeats more than 1000 times', 1, 'write * or + for the count'],
    ['ba{2,1001}', 'repeats more than 1000 times', 1, 'write * or + for the count'],
    ['a{b', 'has a { that does not start a count', 1, 'write \\{ for the bracket'],
    ['/{id}', 'has a { that does not start a count', 1, 'write [^/]+ for {id}'],
    ['a{,5}', 'has a { that does not start a count', 1, 'write {0,5}'],
    ['(?:\\w{100}){2}', 'repeats too much for the limit of Linkerd', 0, undefined],
    [`${'('.repeat(101)}${')'.repeat(101)}`, 'has too many groups inside each other', 100, undefined],
    ['ab\\', 'ends in a backslash', 2, undefined],
    ['a\\1', 'has a back-reference \\1', 1, undefined],
    ['\\k', 'has a back-reference \\k', 0, undefined],
    ['a\\Z', 'has an escape \\Z that not every engine knows', 1, 'write \\z'],
    ['\\y', 'has an escape \\y that not every engine knows', 0, undefined],
    ['[a\\y]', 'has an escape \\y that not every engine knows in a class', 2, undefined],
    ['[\\b]', 'has an escape \\b that not every engine knows in a class', 1, undefined],
    ['\\x4', 'has an escape \\x that is not a character', 0, 'write \\x41'],
    ['a\\x{dfff}', 'has an escape \\x that is not a character', 1, 'write \\x41'],
    ['\\x{d800}', 'has an escape \\x that is not a character', 0, 'write \\x41'],
    ['\\x{110000}', 'has an escape \\x that is not a character', 0, 'write \\x41'],
    ['\\p{Xyz}', 'has an escape \\p of a property that not every engine supports', 0, 'write \\pL or \\p{Greek}'],
    ['\\p', 'has an escape \\p of a property that not every engine supports', 0, 'write \\pL or \\p{Greek}'],
    ['a[]b]', 'has a class that starts with ]', 1, 'write \\] for the bracket'],
    ['a[^]b]', 'has a class that starts with ]', 1, 'write \\] for the bracket'],
    ['a[bc', 'has a class without its end', 1, undefined],
    ['[', 'has a class without its end', 0, undefined],
    ['[a[b]]', 'has a [ in a class', 2, 'write \\[ for the bracket'],
    ['[[:nope:]]', 'has a [ in a class', 1, 'write \\[ for the bracket'],
    ['[a&&b]', 'has && in a class', 2, 'write \\& for the character'],
    ['[a~~b]', 'has ~~ in a class', 2, 'write \\~ for the character'],
    ['[--a]', 'has -- in a class', 1, 'write \\- for the character'],
    ['[a--]', 'has -- in a class', 2, 'write \\- for the character'],
    ['[a-\\d]', 'has a range that ends in a class', 2, 'write \\- for the character'],
    ['[\\d-a]', 'has a range that ends in a class', 3, 'write \\- for the character'],
    ['[b-a]', 'has a range with its bounds in the wrong order', 2, undefined],
  ])('%s: %s at %i', (pattern, problem, offset, fix) => {
    expect(parseLinkerdRegex(pattern)).toEqual({ problem, offset, ...(fix !== undefined && { fix }) });
  });

  test.each([
    `${'('.repeat(100)}${')'.repeat(100)}`,
    '()'.repeat(200),
    '(?<n>a)(?<m>b)',
    '(?P<n>a)',
    '(?i:a)(?-s:b)(?:c)',
    'a{1000}',
    'a{0,1000}',
    'a{2,2}',
    'a{1,}',
    '\\x{d7ff}\\x{e000}\\x{10ffff}\\x41',
    '\\pL\\PL\\p{Greek}\\p{Lu}',
    '[a-a][a-][a-b-]',
    '[\\]\\[]',
    '[[:alpha:][:xdigit:]]',
    '(?:\\w{80}){2}',
    '\\A\\b\\B\\z^$',
    'a*?b+?c??d{2}?',
    'a{12,}b',
  ])('%s is accepted', (pattern) => {
    expect(parseLinkerdRegex(pattern)).not.toHaveProperty('problem');
  });

  test.each([
    ['a|b', { alternates: true, flagged: false, lazy: false }],
    ['(?:a|b)', { alternates: true, flagged: false, lazy: false }],
    ['(?i)a', { alternates: false, flagged: true, lazy: false }],
    ['(?-i:a)', { alternates: false, flagged: true, lazy: false }],
    ['(?:a)', { alternates: false, flagged: false, lazy: false }],
    ['a*?', { alternates: false, flagged: false, lazy: true }],
    ['a*', { alternates: false, flagged: false, lazy: false }],
  ])('%s has the marks %o', (pattern, marks) => {
    expect(parseLinkerdRegex(pattern)).toMatchObject(marks);
  });
});
