import { describe, expect, test } from 'vitest';
import { parseServiceName } from '../../src/mesh/authority.ts';
import { parseLinkerdRegex } from '../../src/mesh/linkerd-regex.ts';
import type { GroupMatch } from '../../src/mesh/route-group.ts';
import { toRouteMatches } from '../../src/mesh/route-matches.ts';

describe('a name of a Service', () => {
  test.each<[string, ReturnType<typeof parseServiceName>]>([
    ['web', { service: 'web', dotted: false }],
    ['web.shop.svc', { service: 'web', namespace: 'shop', dotted: true }],
    ['web.shop.svc.cluster.local.', { service: 'web', namespace: 'shop', dotted: true }],
    ['', 'is empty'],
    ['.', 'is empty'],
    ['web/shop', 'has a slash'],
    ['web:80', 'has a port'],
    ['Web', 'has upper case letters'],
    ['web_1', 'is not a DNS label'],
    ['web..', 'is not a DNS label'],
    ['web.shop..', 'is not a DNS label'],
    ['web.shop.svc.example.com', 'is not in cluster domain cluster.local'],
    ['web.shop.com', 'is not the name of a Service'],
  ])('%j', (name, read) => {
    expect(parseServiceName(name, 'cluster.local')).toEqual(read);
  });
});

test('a pattern that begins with { is refused there', () => {
  expect(parseLinkerdRegex('{2}')).toMatchObject({ problem: expect.any(String) as string, offset: 0 });
});

/** What is reported of a match: the end of each message, and the fix. */
function said(match: Partial<GroupMatch>): readonly unknown[] {
  const found: unknown[] = [];
  const note = (code: string, message: string, _: unknown, fix?: string): void => void found.push([code, message, fix]);
  toRouteMatches({ headers: [], at: ['spec', 'matches', 0], ...match }, note, note);
  return found;
}

describe('a match that no route can have is refused', () => {
  const header = (name: string, value: string): Partial<GroupMatch> => ({ headers: [{ name, value, at: [] }] });
  const cannot = (method: string): string => `method "${method}" cannot be matched by a route`;
  const oneLine = 'write >- for the block scalar, or the pattern on one line';
  const methods = 'a route knows GET, HEAD, POST, PUT, DELETE, CONNECT, OPTIONS, TRACE, PATCH';
  test.each<[string, Partial<GroupMatch>, readonly unknown[]]>([
    [
      'a method in lower case',
      { methods: ['get'], pathRegex: '/a' },
      ['match-unsupported', cannot('get'), 'write GET'],
    ],
    ['an unknown method', { methods: ['FETCH'], pathRegex: '/a' }, ['match-unsupported', cannot('FETCH'), methods]],
    [
      'a path without a slash that a slash would mend',
      { pathRegex: 'a' },
      ['match-never', 'pathRegex "a" matches no path: paths start with /', 'write /a'],
    ],
    [
      'a path without a slash that nothing mends',
      { pathRegex: '[.]a' },
      ['match-never', 'pathRegex "[.]a" matches no path: paths start with /', undefined],
    ],
    [
      'a path with a line end',
      { pathRegex: '/a\n' },
      ['match-never', 'pathRegex "/a\\n" holds a line end, which no path has', oneLine],
    ],
    [
      'a header with a line end',
      header('x-a', '^a$\n'),
      ['match-never', 'pattern "^a$\\n" holds a line end, which no value of header x-a has', oneLine],
    ],
    [
      'a header with a broken pattern',
      header('x-a', 'a)'),
      ['match-unsupported', 'header x-a "a)" has a ) without its beginning at character 2', 'write \\)'],
    ],
    [
      'a header with too long a pattern',
      header('x-a', `^${'a'.repeat(4097)}$`),
      ['match-unsupported', 'header x-a has 4099 bytes, and a route carries 4096', 'use a shorter pattern'],
    ],
    [
      'a header with too long a name',
      header('a'.repeat(257), 'b'),
      [
        'match-unsupported',
        expect.stringMatching(/^header "a+\.\.\. is longer than 256 characters$/),
        'use the name of an HTTP header',
      ],
    ],
  ])('%s', (_, match, problem) => {
    expect(said(match)).toEqual([problem]);
  });
});
