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

  // What `git check-ignore` says of each path.
  test.each<[string, readonly string[], readonly string[]]>([
    ['a ', ['a'], ['a ']],
    ['a\\ ', ['a '], ['a']],
    ['a\\  ', ['a '], ['a', 'a  ']],
    ['a\\\\ ', ['a\\'], ['a', 'a\\ ']],
    ['a \\ ', ['a  '], ['a', 'a ']],
    [' ', [], [' ', 'a']],
    ['a\t', ['a\t'], ['a']],
    ['#a', [], ['#a', 'a']],
    ['\\#a', ['#a'], ['a']],
    ['\\!a', ['!a'], ['a']],
    ['!a', [], ['a']],
    ['*\n!a', ['b'], ['a']],
    ['a\n!a', [], ['a']],
    ['!a\na', ['a'], []],
    ['a*\n!ab\nab', ['a', 'ab', 'abc'], []],
    ['a\n!a\na\n!a', [], ['a']],
    ['a/', ['a/x', 'b/a/x'], ['a', 'b/a']],
    ['a/\n!a', [], ['a', 'a/x']],
    ['a\n!a/', ['a'], ['a/x']],
    ['/', [], ['a']],
    ['//', [], ['a']],
    ['/a', ['a'], ['b/a']],
    ['a/b', ['a/b', 'a/b/c'], ['x/a/b']],
    ['/a/b/', ['a/b/c'], ['a/b']],
    ['a\r', ['a'], []],
    ['a\r\nb\r\n', ['a', 'b'], ['a\r']],
    ['**', ['a', 'a/b'], []],
    ['**/a', ['a', 'b/a', 'b/c/a'], ['b']],
    ['a/**', ['a/b', 'a/b/c'], ['a']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['a']],
    ['a/***/b', ['a/b', 'a/x/y/b'], []],
    ['**a', ['a', 'ba', 'b/ba'], []],
    ['a**b', ['ab', 'axb'], ['a/b']],
    ['/**/a', ['a', 'b/a'], []],
    ['?', ['a'], ['ab', 'é']],
    ['??', ['ab', 'é'], ['a']],
    ['a?', ['ab'], ['a', 'a/b']],
    ['*', ['a', '.a', 'a/b'], []],
    ['*.yaml', ['a.yaml', '.yaml', 'a/b.yaml'], ['yaml']],
    ['a*b*c', ['abc', 'axbxc'], ['ab', 'acb']],
    ['*a', ['a', 'ba'], ['ab']],
    ['a*', ['a', 'ab'], ['ba']],
    ['**/*.y', ['a.y', 'b/a.y'], ['b/a.z']],
    ['[ab]', ['a', 'b'], ['c', 'ab']],
    ['[!a]', ['b'], ['a']],
    ['[^a]', ['b', '^'], ['a']],
    ['[]a]', [']', 'a'], ['b']],
    ['[!]a]', ['b'], [']', 'a']],
    ['[a-c]', ['a', 'b', 'c'], ['d', '-']],
    ['[c-a]', ['c'], ['a', 'b']],
    ['[a-]', ['a', '-'], ['b']],
    ['[-a]', ['a', '-'], ['b']],
    ['[a-a]', ['a'], ['b']],
    ['[\\]]', [']'], ['\\', 'a']],
    ['[a-\\c]', ['a', 'b', 'c'], ['\\', 'd']],
    ['[\\a-c]', ['b'], ['\\']],
    ['[a\\]b]', ['a', ']', 'b'], ['\\']],
    ['[a', [], ['[a', 'a']],
    ['[', [], ['[']],
    ['a[', [], ['a[', 'a']],
    ['[]', [], ['[]', 'a']],
    ['[[:alpha:]]', ['a', 'Z'], ['1', '[', ':']],
    ['[[:digit:]x]', ['1', 'x'], ['a']],
    ['[![:digit:]]', ['a'], ['1']],
    ['[[:upper:][:digit:]]', ['A', '1'], ['a']],
    ['[[:punct:]]', ['~', ','], ['a']],
    ['[[:xdigit:]]', ['f', 'F'], ['g']],
    ['[[:space:]]', [' '], ['a']],
    ['[[:alnum:]]', ['a', '1'], ['-']],
    ['[[:lower:]]', ['a'], ['A']],
    ['[[:nothing:]]', [], ['a', ':']],
    ['[[:alpha:]-z]', ['a', '-', 'z'], []],
    ['[[a]', ['[', 'a'], []],
    ['a\\', [], ['a', 'a\\']],
    ['a\\b', ['ab'], ['a\\b']],
    ['\\a', ['a'], ['\\a']],
    ['\\*', ['*'], ['a']],
    ['a\\*b', ['a*b'], ['axb']],
    ['\\?', ['?'], ['a']],
    ['\\[a]', ['[a]'], ['a']],
    ['x y', ['x y'], ['x', 'xy']],
    ['é', ['é'], ['e']],
    ['*é', ['aé', 'é'], []],
    ['[é]', [], ['é', 'a']],
    ['A', ['A'], ['a']],
    ['a.b', ['a.b'], ['axb']],
    ['a+', ['a+'], ['aa']],
    ['(a)', ['(a)'], ['a']],
    ['{a,b}', ['{a,b}'], ['a']],
    ['a|b', ['a|b'], ['a']],
    ['^a$', ['^a$'], ['a']],
  ])('%j ignores %j and not %j', (text, ignored, others) => {
    expect(ignored.filter((path) => !isIgnored(`${text}\n`, path))).toEqual([]);
    expect(others.filter((path) => isIgnored(`${text}\n`, path))).toEqual([]);
  });

  test('are the same for upper and lower case where that is asked for', () => {
    const rules = rulesIn('A\n!Ab\nc[D]/\n', true);
    expect(['a', 'A', 'ab', 'AB', 'CD/', 'cd', 'x'].map((path) => rules(path))).toEqual([
      'ignored',
      'ignored',
      'kept',
      'kept',
      'ignored',
      undefined,
      undefined,
    ]);
    expect(rulesIn('A\n')('a')).toBeUndefined();
  });

  test('decide by the last one that matches', () => {
    const rules = rulesIn('a\n*b\n!ab\nx*\nxy\n!x?\n!dir\ndir/\n');
    expect(['a', 'ab', 'bb', 'xy', 'xyz', 'dir', 'dir/', 'q'].map((path) => rules(path))).toEqual([
      'ignored',
      'kept',
      'ignored',
      'kept',
      'ignored',
      'kept',
      'ignored',
      undefined,
    ]);
  });

  test('with many ** are matched in linear time', () => {
    const deep = 'a/'.repeat(3000);
    expect(rulesIn('**/a/**/a/**/a/**/a/**/a/**/b\n')(`${deep}s.yaml`)).toBeUndefined();
    expect(rulesIn('*a*a*a*a*a*a*a*a*b\n')('a'.repeat(3000))).toBeUndefined();
    expect(rulesIn('**/a/**/a/**/b/*\n')(`${deep}b/s.yaml`)).toBe('ignored');
  });
});
