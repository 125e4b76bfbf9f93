import { describe, expect, test } from 'vitest';
import { several, oncePerRun, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { byPlace, placeOf } from '../../src/diagnostics/locate.ts';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { cut } from '../../src/yaml/cut.ts';
import type { Page } from '../../src/yaml/read.ts';
import { readUtf8 } from '../../src/yaml/read.ts';

function pageOf(text: string, path = '-'): Page {
  const page = readUtf8(cut({ path, bytes: Buffer.from(text) }, 'coarse').at(0));
  if (page === undefined) throw new Error('is not UTF-8');
  return page;
}

const x = (count: number): string => 'x'.repeat(count);

describe('the line of source of a finding', () => {
  test.each<[string, string, number, number, string | undefined]>([
    ['the first line', 'a: 1\nb: 2\n', 0, 1, 'a: 1'],
    ['the second line', 'a: 1\nb: 2\n', 6, 2, 'b: 2'],
    ['the last line, without an end', 'a: 1\nb: 2', 5, 2, 'b: 2'],
    ['CRLF', 'a: 1\r\nb: 2\r\n', 7, 2, 'b: 2'],
    ['a byte order mark', '\ufeffa: 1\n', 1, 1, 'a: 1'],
    ['a blank line', 'a: 1\n  \nb: 2\n', 6, 2, undefined],
    ['a line of 200 characters', `${x(200)}\nb\n`, 100, 1, x(200)],
    ['a line of 201 characters', `${x(201)}\nb\n`, 100, 1, undefined],
    ['the end of a line of 200 characters', `${x(200)}\nb\n`, 200, 1, x(200)],
    ['the end of a line of 201 characters', `${x(201)}\nb\n`, 201, 1, undefined],
    ['a last line of 200 characters', x(200), 0, 1, x(200)],
    ['a last line of 201 characters', x(201), 0, 1, undefined],
    ['a line of 200 characters below another', `a\n${x(200)}\n`, 100, 2, x(200)],
    ['a line of 201 characters below another', `a\n${x(201)}\n`, 150, 2, undefined],
  ])('%s', (_, text, offset, line, excerpt) => {
    expect(placeOf({ page: pageOf(text), offset })).toMatchObject({ line, ...(excerpt !== undefined && { excerpt }) });
    expect(placeOf({ page: pageOf(text), offset }).excerpt).toBe(excerpt);
  });
});

describe('the file of an object in a stream', () => {
  const originOf = (text: string, path = '-'): string | undefined => {
    const [manifest] = manifestsOf(pageOf(text, path)).manifests;
    return manifest && placeOf({ manifest, field: [] }).origin;
  };
  const annotated = (...lines: readonly string[]): string =>
    `kind: A\nmetadata:\n  annotations:\n${lines.map((line) => `    ${line}\n`).join('')}`;
  const kpt = 'internal.config.kubernetes.io/path: a.yaml';
  const old = 'config.kubernetes.io/path: b.yaml';
  const built = 'config.kubernetes.io/origin: "path: c.yaml\\n"';

  test.each<[string, string, string | undefined]>([
    ['kpt', annotated(old, kpt), 'a.yaml'],
    ['an older kpt', annotated(built, old), 'b.yaml'],
    ['Kustomize', annotated(built), 'c.yaml'],
    [
      'Kustomize, of another repository',
      annotated('config.kubernetes.io/origin: "repo: x\\npath: c.yaml\\nref: y\\n"'),
      'c.yaml',
    ],
    ['Helm', '---\n# Source: web/templates/a.yaml\r\nkind: A\r\n', 'web/templates/a.yaml'],
    ['a comment below the start', 'kind: A\n# Source: web/templates/a.yaml\nb: c\n', undefined],
    ['Helm, in the first line', '# Source: web/templates/a.yaml\nkind: A\n', 'web/templates/a.yaml'],
    ['nothing', 'kind: A\n', undefined],
  ])('%s', (_, text, origin) => {
    expect(originOf(text)).toBe(origin);
    expect(originOf(text, 'a.yaml')).toBeUndefined();
  });
});

test('the comment of Helm above one document says nothing about the next one', () => {
  const text = '# Source: a.yaml\nkind: A\n---\nkind: B\n---\n# Source: c.yaml\nkind: C\n';
  const { manifests } = manifestsOf(pageOf(text));
  const origins = manifests.map((manifest) => placeOf({ manifest, field: [] }).origin);
  expect(origins).toEqual(['a.yaml', undefined, 'c.yaml']);
});

test('places are in the order of path, line and column', () => {
  const places = [
    { path: 'b' },
    { path: 'a', line: 2, column: 1 },
    { path: 'a', line: 10, column: 2 },
    { path: 'a', line: 10, column: 10 },
    { path: 'a', line: 10 },
    { path: 'a' },
  ];
  expect([...places].sort(byPlace)).toEqual([
    { path: 'a' },
    { path: 'a', line: 2, column: 1 },
    { path: 'a', line: 10 },
    { path: 'a', line: 10, column: 2 },
    { path: 'a', line: 10, column: 10 },
    { path: 'b' },
  ]);
});

test('ten names are all named, and of more the number', () => {
  const names = Array.from({ length: 12 }, (_, at) => String(at));
  expect(several(names.slice(0, 10), '/')).toBe('0/1/2/3/4/5/6/7/8/9');
  expect(several(names.slice(0, 11))).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1 more');
  expect(several(names)).toBe('0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2 more');
});

test('what is about the whole run is reported once, and everything else each time', () => {
  const source = { path: 'a.yaml', bytes: new Uint8Array() };
  const of = (code: Diagnostic['code']): Diagnostic => ({ code, message: '', at: { source } });
  const reported: string[] = [];
  const report = oncePerRun(({ code }) => reported.push(code));
  for (const code of [
    'adaptor-wins',
    'no-backends',
    'adaptor-wins',
    'profile-convertible',
    'no-backends',
    'profile-convertible',
  ] as const)
    report(of(code));
  expect(reported).toEqual(['adaptor-wins', 'no-backends', 'profile-convertible', 'no-backends']);
});
