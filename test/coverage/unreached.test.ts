import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unreachedBranches } from './unreached-branches.js';
import { unreachedLines } from './unreached-lines.js';

describe('what no test reaches', () => {
  test.each([
    ['lines', unreachedLines],
    ['branches', unreachedBranches],
  ])('is in the list of %s with text that there is', (_name, entries) => {
    const gone = entries.flatMap(({ file, lines }) => {
      const path = join(import.meta.dirname, '../../src', file);
      const text = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
      const there = new Set(text.map((line) => line.trim()));
      return lines.filter((line) => !there.has(line)).map((line) => `${file}: ${line}`);
    });
    expect(gone, 'changed or removed in src/: do the same in test/coverage/').toEqual([]);
  });
});
