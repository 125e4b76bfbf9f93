import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosticsPage, explain } from '../src/findings/explanation-text.ts';
import { codes } from '../src/findings/findings.ts';
import { fixturesPage } from '../scripts/fixtures-page.js';
import { shellFiles } from '../scripts/shell.js';
import { command, more } from '../src/cli/options.ts';
import { version } from '../src/version.ts';
import { runWith } from './host.ts';

const root = join(import.meta.dirname, '..');

/** What fixtures print: reports on stderr, and results in ResourceLists on stdout. */
const reports = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\/(?:stderr|stdout)$/.test(path))
  .map((path) => readFileSync(join(root, 'fixtures', path), 'utf8'))
  .join('\n');

describe('findings', () => {
  test.each(codes)('%s has a fixture', (code) => {
    expect(reports).toMatch(
      new RegExp(`(?:error|warning|info) ${code}:|code: ${code}$|"code": ?"${code}"|,title=${code}::`, 'm'),
    );
  });

  test.each(codes)('%s is explained in lines of less than 80 columns', (code) => {
    const lines = explain(code).split('\n');
    expect(lines.filter((line) => line.length > 79 && !line.startsWith('  '))).toEqual([]);
    expect(explain(code).length).toBeGreaterThan(200);
  });

  test('--explain prints the paragraphs of a cause apart, and no line above 79 columns', () => {
    const [, cause = ''] = /^[^]*?\n([^]*)Example:\n/.exec(explain('comment-dropped')) ?? [];
    expect(cause.split('\n\n').map((part) => part.slice(0, 12))).toEqual([
      '\nWith --drop',
      'Two kinds of',
      'The same app',
      '',
    ]);
    for (const code of codes) {
      const [text = ''] = explain(code).split('Example:');
      expect(text.split('\n').filter((line) => line.length > 79)).toEqual([]);
      expect(text).not.toMatch(/^ |\n{3}/m);
    }
  });

  test('docs/diagnostics.md is up to date with the table (fix: npm run docs)', () => {
    expect(readFileSync(join(root, 'docs/diagnostics.md'), 'utf8')).toBe(diagnosticsPage());
  });

  test('docs/cases.md is up to date with the folders (fix: npm run docs)', () => {
    expect(readFileSync(join(root, 'docs/cases.md'), 'utf8')).toBe(fixturesPage(root));
  });

  test('man page and completions are up to date with the command (fix: npm run docs)', () => {
    const made = Object.entries(shellFiles(command(), more, codes, version));
    expect(made.map(([path]) => [path, readFileSync(join(root, path), 'utf8')])).toEqual(made);
  });

  test('the man page has each variable of docs/options.md and the defaults of options', () => {
    const page = shellFiles(command(), more, codes, version)['man/smi2linkerd.1'].replaceAll('\\', '');
    const variables = [...readFileSync(join(root, 'docs/options.md'), 'utf8').matchAll(/^\| `([A-Z\d_]+)`/gm)];
    expect(variables.length).toBeGreaterThan(5);
    for (const [, name = ''] of variables) expect(page).toMatch(new RegExp(`^\\.TP\n${name}\n`, 'm'));
    expect(page).not.toMatch(/[`\]]\(|`/);
    for (const value of ['text', 'auto', 'error', 'serviceprofile', 'v1', 'cluster.local'])
      expect(page).toContain(`(default: ${value})`);
  });

  test('--explain prints one code or all; a misspelled code gets a suggestion', async () => {
    const one = await runWith(['--explain', 'invalid-weight']);
    expect(one.stdout.toString()).toBe(explain('invalid-weight'));
    const all = await runWith(['--explain']);
    expect(all.stdout.toString().trimEnd().split('\n').length).toBe(codes.length);
    const typo = await runWith(['--explain', 'invalid-wieght']);
    expect([typo.code, typo.stderr]).toEqual([
      2,
      'smi2linkerd: there is no diagnostic "invalid-wieght"\n    fix: did you mean invalid-weight?\n',
    ]);
  });
});
