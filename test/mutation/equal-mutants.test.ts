import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { equalMutants } from './equal-mutants.js';

describe('a rule for mutants that change nothing', () => {
  test.each(equalMutants)('names code that there is: $file $within $code', ({ file, within, code }) => {
    const path = join(import.meta.dirname, '../../src', file);
    expect(existsSync(path), path).toBe(true);
    if (file.endsWith('/')) return;
    const text = readFileSync(path, 'utf8');
    for (const name of within?.split(' ') ?? []) expect(text).toMatch(new RegExp(`\\b${name}\\b`));
    if (code !== undefined) expect(text.split('\n').filter((line) => code.test(line.trim()))).not.toEqual([]);
  });
});
