import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { randomNumbers } from '../../bench/generate.js';
import { rulesIn } from '../../src/cli/files/gitignore-rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'smi2linkerd-gitignore-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const names = ['a', 'b', 'ab', 'a.yaml', '.x', 'x y', 'abc', 'd', 'é', 'a*b', '-', '!q', '#h'];
const bits = ['a', 'b', '*', '?', '/', '[ab]', '[!a]', '[a-c]', '.', 'x y', '[[:alpha:]]', '!', '#', 'c', 'd', 'é'];

function pick<T>(random: (limit: number) => number, all: readonly T[]): T {
  return all[random(all.length)] as T;
}

function lineOf(random: (limit: number) => number): string {
  const body = Array.from({ length: 1 + random(4) }, () => pick(random, bits)).join('');
  const before = pick(random, ['', '', '**/', '/', '!']);
  return `${before}${body}${pick(random, ['', '', '/', '/**'])}`;
}

/** Whether a path is ignored by rules, itself or by a directory above it. */
function isIgnored(text: string, path: string): boolean {
  const rules = rulesIn(text);
  const parts = path.split('/');
  return parts.some(
    (_, at) => rules(parts.slice(0, at + 1).join('/') + (at + 1 < parts.length ? '/' : '')) === 'ignored',
  );
}

/** What git ignores of some paths. */
function ignoredByGit(text: string, paths: readonly string[]): readonly boolean[] {
  writeFileSync(join(folder, '.gitignore'), text);
  const { stdout } = spawnSync('git', ['check-ignore', '-z', '-v', '-n', '--no-index', '--stdin'], {
    cwd: folder,
    input: `${paths.join('\0')}\0`,
  });
  const fields = stdout.toString().split('\0');
  return paths.map((_, index) => !['', '!'].includes((fields[4 * index + 2] ?? '').slice(0, 1)));
}

describe('the rules of a .gitignore', () => {
  test('match the paths that git ignores', () => {
    if (spawnSync('git', ['--version']).status !== 0) {
      console.warn('SKIPPED: git is not installed, so its rules are not compared');
      return;
    }
    execFileSync('git', ['init', '-q', folder]);
    const random = randomNumbers(7);
    const differing: string[] = [];
    for (let round = 0; round < 60; round += 1) {
      const text = `${Array.from({ length: 1 + random(4) }, () => lineOf(random)).join('\n')}\n`;
      const paths = Array.from({ length: 40 }, () =>
        Array.from({ length: 1 + random(3) }, () => pick(random, names)).join('/'),
      );
      for (const [index, ignored] of ignoredByGit(text, paths).entries()) {
        const path = paths[index] ?? '';
        if (isIgnored(text, path) !== ignored) differing.push(JSON.stringify({ text, path, ignored }));
      }
    }
    expect(differing).toEqual([]);
  });

  test('with many ** are matched in linear time', () => {
    const deep = 'a/'.repeat(3000);
    expect(rulesIn('**/a/**/a/**/a/**/a/**/a/**/b\n')(`${deep}s.yaml`)).toBeUndefined();
    expect(rulesIn('*a*a*a*a*a*a*a*a*b\n')('a'.repeat(3000))).toBeUndefined();
    expect(rulesIn('**/a/**/a/**/b/*\n')(`${deep}b/s.yaml`)).toBe('ignored');
  });
});
