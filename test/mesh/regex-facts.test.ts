import { describe, expect, test } from 'vitest';
import type { LinkerdRegex } from '../../src/mesh/linkerd-regex.ts';
import { parseLinkerdRegex } from '../../src/mesh/linkerd-regex.ts';
import { headerPattern, isDecided, matchesSomePath, outsidePath, pathPattern } from '../../src/mesh/regex-facts.ts';

function parsed(pattern: string): LinkerdRegex {
  const regex = parseLinkerdRegex(pattern);
  if ('problem' in regex) throw new Error(`${pattern}: ${regex.problem}`);
  return regex;
}

/** All texts of up to three of these characters. */
function textsOf(characters: readonly string[]): readonly string[] {
  const longer = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => characters.map((character) => text + character));
  const ones = longer(['']);
  const twos = longer(ones);
  return ['', ...ones, ...twos, ...longer(twos)];
}

const texts = textsOf(['/', 'a', 'b']);
const paths = texts.filter((text) => text.startsWith('/'));

/** What Linkerd's proxies test: whether the leftmost-first match spans the whole text. */
function matchesAsInLinkerd(pattern: string, text: string): boolean {
  const found = new RegExp(pattern).exec(text);
  return found?.index === 0 && found[0].length === text.length;
}

const pieces = ['a', 'b', '/', 'a*', 'a?', 'b*', '.*', '.*?', '(?:a|/)', '(?:ab)?', '^', '$', '[^/]', '/?', '(?:a?b*)'];

/** Every sequence of up to three pieces that starts with the first, and alternatives of two. */
function patternsFrom(first: string): readonly string[] {
  const twos = pieces.map((second) => first + second);
  return [
    first,
    ...twos,
    ...twos.flatMap((two) => pieces.map((third) => two + third)),
    ...pieces.map((other) => `${first}|${first}${other}`),
  ];
}

describe.each(pieces)('patterns that start with %s', (first) => {
  const patterns = patternsFrom(first).map((pattern) => [pattern, parsed(pattern)] as const);

  test('headerPattern matches the values that the regex matches as a whole', () => {
    const wrong = patterns.flatMap(([pattern, regex]) => {
      const made = headerPattern(pattern, regex);
      const whole = new RegExp(`^(?:${pattern})$`);
      return texts.filter((text) => matchesAsInLinkerd(made, text) !== whole.test(text)).map((text) => [pattern, text]);
    });
    expect(wrong).toEqual([]);
  });

  test('pathPattern matches the paths that begin with a match', () => {
    const wrong = patterns.flatMap(([pattern, regex]) => {
      const made = pathPattern(pattern, regex);
      const start = new RegExp(`^(?:${pattern})`);
      return paths
        .filter((path) => (made === undefined || matchesAsInLinkerd(made, path)) !== start.test(path))
        .map((path) => [pattern, path]);
    });
    expect(wrong).toEqual([]);
  });

  test('matchesSomePath is true where some path begins with a match', () => {
    const wrong = patterns.filter(([pattern, regex]) => {
      const start = new RegExp(`^(?:${pattern})`);
      return paths.some((path) => start.test(path)) && !matchesSomePath(regex);
    });
    expect(wrong.map(([pattern]) => pattern)).toEqual([]);
  });
});

describe('headerPattern', () => {
  test.each(['a', 'ab*', 'a*b', '.*', 'a.*', 'a?b.*', 'a$', 'a\\z', '[ab]+c', 'a*bc?', 'xa{2}b', '(?:a|b)?$', 'b.*$'])(
    '%s is kept, because it finds the longest match',
    (pattern) => {
      expect(headerPattern(pattern, parsed(pattern))).toBe(pattern);
    },
  );

  test.each(['a|ab', 'a*?', '(?i)a', 'a?(?:ab)?', 'a?b?c?', 'a*[ab]*', '[ab]*a*', '(?:a?)b', 'ab*?', 'a*a?', 'a?.b?'])(
    '%s is put into a group with anchors',
    (pattern) => {
      expect(headerPattern(pattern, parsed(pattern))).toBe(`^(?:${pattern})$`);
    },
  );
});

describe('pathPattern', () => {
  test.each(['', '/', '^', '^/', '.*', '^.*', '/.*', '/.*$', '^/.*$', '.*$'])('%s matches every path', (pattern) => {
    expect(pathPattern(pattern, parsed(pattern))).toBeUndefined();
  });

  test.each([
    ['/a', '/a.*'],
    ['/a$', '/a$'],
    ['/a\\z', '/a\\z'],
    ['/a.*', '/a.*'],
    ['/a.*?', '/a.*?.*'],
    ['/a.+', '/a.+.*'],
    ['/a[^/]*', '/a[^/]*.*'],
    ['/a|/b', '(?:/a|/b).*'],
    ['(?i)/a', '(?:(?i)/a).*'],
    ['/a\\b', '/a\\b.*'],
  ])('%s becomes %s', (pattern, made) => {
    expect(pathPattern(pattern, parsed(pattern))).toBe(made);
  });
});

describe('isDecided', () => {
  test.each(['^a$', '\\Aa\\z', '.*a.*', '.*?a.*?', '^a.*', '.*a$', '.*'])(
    '%s has an open or anchored beginning and end',
    (pattern) => {
      expect(isDecided(parsed(pattern))).toBe(true);
    },
  );

  test.each(['', 'a', '^a', 'a$', '.*a', 'a.*', '.+a.*', '.*a.?', '[ab]*a$', '^a|b$', '\\ba$', '^a\\b', '(?:a)*b$'])(
    '%s has not',
    (pattern) => {
      expect(isDecided(parsed(pattern))).toBe(false);
    },
  );
});

describe('matchesSomePath', () => {
  test.each([
    '/a',
    '',
    'a?/',
    '(?:a|/)b',
    '.a',
    '[^a]',
    '\\W',
    '[!-0]',
    '[[:punct:]]',
    'a|/b',
    '^/',
    '\\D',
    '\\S',
    '\\pP',
    '\\PL',
    '\\p{Common}',
    '\\p{Po}',
    '(?:a|)',
    'a{0,2}/',
    '\\/',
    '[\\/]',
    '\\x2f',
    '[+-/]',
  ])('%s can match at the beginning of a path', (pattern) => {
    expect(matchesSomePath(parsed(pattern))).toBe(true);
  });

  test.each([
    'a',
    'a/',
    '[ab]b',
    '[^/]',
    '\\w',
    '\\d',
    '\\s',
    '[0-9]',
    '[a-z]',
    '[[:alpha:]]',
    '[[:word:]]',
    '$',
    '$/',
    'a|b',
    '(?:a|b)/',
    'a+/',
    'a{2}/',
    '\\pL',
    '\\PP',
    '\\p{Greek}',
    '[.-.]',
    '\\x41',
    '\\x{41}',
    '[!-.]',
    '[0-:]',
  ])('%s cannot', (pattern) => {
    expect(matchesSomePath(parsed(pattern))).toBe(false);
  });
});

describe('outsidePath', () => {
  test.each([
    ['/a\\?b', '?'],
    ['/a#b', '#'],
    ['/[?a]', '?'],
    ['/[#?]', '#?'],
    ['/(?:a|b#)', '#'],
    ['/#*', '#'],
    ['/(?:#a)+', '#'],
    ['/a|/b#', '#'],
  ])('%s holds %s, which no path has', (pattern, outside) => {
    expect(outsidePath(parsed(pattern))).toBe(outside);
  });

  test.each(['/a', '/[^?]', '/.', '^/\\ba$', '/[!-@]', '/\\W'])('%s holds no such character', (pattern) => {
    expect(outsidePath(parsed(pattern))).toBeUndefined();
  });
});
