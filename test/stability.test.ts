import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toolsIn, withTools } from '../scripts/tested.js';

const page = readFileSync(join(import.meta.dirname, '../docs/stability.md'), 'utf8');

describe('the table of tools in docs/stability.md', () => {
  test('is made from the last line of .ci/run', () => {
    const tools = toolsIn(
      '=== done (5s)\nreal tools run: kustomize v5.8.2, apiserver, helm3 v3.22.0\nreal tools missing: none\n',
    );
    const names = tools.map(({ name }) => name);
    expect(names).toEqual(['apiserver', 'helm3', 'kustomize']);
    const made = withTools(page, tools);
    expect(made).toContain('| kustomize | v5.8.2 |');
    expect(made.replace(/<!-- tested -->[^]*/, '')).toBe(page.replace(/<!-- tested -->[^]*/, ''));
  });

  test('has a row for each tool once it is made', () => {
    const table = page.slice(page.indexOf('<!-- tested -->'), page.indexOf('<!-- end -->'));
    const rows = Array.from(table.matchAll(/^\| (\S+) +\| (.+?) +\|$/gm), ([, name]) => name);
    if (rows.length === 0)
      console.warn('SKIPPED: docs/stability.md has no table yet: node scripts/tested.js LOG makes it');
    else expect(rows).toEqual(expect.arrayContaining(['apiserver', 'chromium', 'helm3', 'kustomize']));
  });

  test('is not made from an incomplete run', () => {
    expect(() => toolsIn('=== real tools (3s)\n')).toThrow('has no line');
  });
});
