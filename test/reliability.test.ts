import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');

/** The last cell of each row: tests as a path and words of titles, several with commas, or fixtures. */
const cells = page
  .split('\n')
  .filter((line) => /^\| (?!cause|-)/.test(line))
  .map((line) => line.split('|').at(-2)?.trim() ?? '');

describe('docs/reliability.md', () => {
  test('every row names a test', () => {
    expect(cells.length).toBeGreaterThan(25);
    expect(cells.filter((cell) => !/`(?:test|fixtures)\//.test(cell))).toEqual([]);
  });

  test.each(cells)('%s', (cell) => {
    const missing: string[] = [];
    for (const [, path = '', titles = ''] of cell.matchAll(/`((?:test|fixtures)\/[^`]+)`(?::([^;]*))?/g)) {
      if (!existsSync(join(root, path))) missing.push(path);
      else if (path.startsWith('test/'))
        for (const title of titles.split(/,(?= that | a | all )/))
          if (!readFileSync(join(root, path), 'utf8').includes(title.trim())) missing.push(`${path}: ${title}`);
    }
    expect(missing).toEqual([]);
  });
});
