import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseLinkerdRegex } from '../../src/mesh/linkerd-regex.ts';

interface Row {
  readonly pattern: string;
  /** Whether Linkerd's engine compiles it. */
  readonly linkerd: boolean;
}

const rows = readFileSync(join(import.meta.dirname, '../vectors/httproute/regex-rust.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

const refused = (pattern: string): boolean => 'problem' in parseLinkerdRegex(pattern);

const flag = 'RE2 and JavaScript know no such flag';
const nested = 'RE2 reads the inner bracket as a character, JavaScript so without its flag v';
const operator = 'Rust reads a set operation, RE2 the characters';
const bracket = 'JavaScript reads a class that is empty or full, and a bracket after it';
const stacked = 'RE2 and JavaScript refuse two quantifiers in a row, or read the second as possessive';
const escape = 'RE2 and JavaScript refuse this escape, or read its letter';
const large = 'RE2 repeats at most 1000 times';
const spaced = 'RE2 and JavaScript read the text of a count with spaces in it as characters';

/** What Linkerd compiles and is refused here, with the reason. */
const stricter: Readonly<Record<string, string>> = {
  '/(?R)a': flag,
  '/(?u)a': flag,
  '/(?x) a': flag,
  '/[[:nope:]]': nested,
  '/[[a]]': nested,
  '/[]]': bracket,
  '/[]a]': bracket,
  '/[^]a]': bracket,
  '/[a&&b]': operator,
  '/[a--b]': operator,
  '/[a[b]]': nested,
  '/[a~~b]': operator,
  '/\\ ': escape,
  '/\\<a\\>': escape,
  '/\\U00000041': escape,
  '/\\b{start}a': escape,
  '/\\u{41}': escape,
  '/a**': stacked,
  '/a*+': stacked,
  '/a+*': stacked,
  '/a++': stacked,
  '/a?+': stacked,
  '/a{ 2 }': spaced,
  '/a{1001}': large,
  '/a{2, 3}': spaced,
  '/a{2}+': stacked,
  '/a{2}{3}': stacked,
  '/a{65535}': large,
};

/** Patterns that are wrong, or read differently, in ways of which the rows above hold no case. */
const more = [
  '/a{2}b{',
  '/(?-)a',
  '/(?ii)a',
  '/(?)a',
  '/\\p{^Greek}',
  '/\\p{Cs}',
  '/\\x{110000}',
  '/\\x{d800}',
  '/[\\x]',
  '/[z-\\x41]',
  '/^*',
  '/\\b+',
  '/(a',
  '/[a-\\d]',
  '/(?<n>a)(?P<n>b)',
  '/\\',
  `/${'('.repeat(300)}${')'.repeat(300)}`,
  '/\\w{1000}',
  '/(a{1000}){1000}',
];

describe('parseLinkerdRegex', () => {
  test('every regular expression that Linkerd refuses is refused', () => {
    expect(rows.filter(({ linkerd, pattern }) => !linkerd && !refused(pattern)).map(({ pattern }) => pattern)).toEqual(
      [],
    );
  });

  test.each(more)('%s is refused', (pattern) => {
    expect(parseLinkerdRegex(pattern)).toHaveProperty('problem');
  });

  test('every regular expression that Linkerd compiles is accepted, except those in the list', () => {
    expect(
      rows
        .filter(({ linkerd, pattern }) => linkerd && refused(pattern))
        .map(({ pattern }) => pattern)
        .sort(),
    ).toEqual(Object.keys(stricter).sort());
  });
});
