import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { codes } from '../src/findings/findings.ts';
import { decisions, unloadable } from './decisions.ts';

const root = join(import.meta.dirname, '..');

describe('decisions', () => {
  test('there are 64 decisions', () => {
    expect(decisions.map(({ row }) => row)).toEqual(Array.from({ length: 64 }, (_, at) => String(at + 1)));
  });

  test.each([...decisions, ...unloadable])('$row has a fixture', ({ fixtures, none }) => {
    expect(fixtures.length > 0 || none !== undefined).toBe(true);
    expect(fixtures.filter((name) => !existsSync(join(root, 'fixtures', name)))).toEqual([]);
  });
});

describe('the pages of docs/', () => {
  const pages = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));

  test.each(pages)('%s names only codes that exist', (page) => {
    const text = readFileSync(join(root, 'docs', page), 'utf8');
    const named = [...text.matchAll(/\(`([a-z]+(?:-[a-z]+)+)`\)/g)].map(([, code = '']) => code);
    expect(named.filter((code) => !(codes as readonly string[]).includes(code))).toEqual([]);
  });

  test('support.md names every code about a TrafficSplit', () => {
    const text = readFileSync(join(root, 'docs/support.md'), 'utf8');
    const own = codes.filter((code) =>
      /^(?:invalid-(?!config)|weight-|unknown-|name-|no-back|all-w|dup.*backend|nested|matches|version-|lookalike|split-|failover|backend-other|cluster-dump)/.test(
        code,
      ),
    );
    expect(own.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
  });

  test.each([
    'README.md',
    'CONTRIBUTING.md',
    'ARCHITECTURE.md',
    'SECURITY.md',
    ...readdirSync(join(root, 'examples'))
      .map((name) => `examples/${name}/README.md`)
      .filter((page) => existsSync(join(root, page))),
    ...pages.map((page) => `docs/${page}`),
  ])('%s links to what is there', (page) => {
    const text = readFileSync(join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^https?:/.test(link));
    expect(links.filter((link) => !existsSync(join(root, page, '..', link)))).toEqual([]);
  });
});
