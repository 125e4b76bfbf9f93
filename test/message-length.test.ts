import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cases, tree, type Case } from './fixtures.ts';

const root = join(import.meta.dirname, '../fixtures');

/** What a user named in the input of a case: values, and paths; no comments. */
function namesOf({ folder, stdin, args }: Case): ReadonlySet<string> {
  const before = join(folder, 'before');
  const files = existsSync(before) ? [...tree(before)] : [];
  const texts = [stdin ?? Buffer.of(), ...files.map(([, bytes]) => bytes)].map((bytes) =>
    bytes.toString().replace(/(?:^|\s)#.*$/gm, ''),
  );
  const values = texts.flatMap((text) =>
    Array.from(text.matchAll(/(?:[:,[{?]|-)[ \t]*([^\s].*)$/gm), ([, value = '']) => value),
  );
  const words = [...values, ...args].flatMap((value) => value.split(/[\s,"'[\]{}:]+/));
  return new Set([...words, ...files.flatMap(([path]) => [path, ...path.split('/')])].filter((word) => word !== ''));
}

/** The words of ours in a line: without quoted values, comments, numbers, names of the input, and what has a dot or a slash in it. */
function own(line: string, names: ReadonlySet<string>): string {
  return line
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    .replace(/ # .*$/, '')
    .split(' ')
    .filter((word) => {
      const bare = word.replace(/^[("'`[]+|[)"'`\],:;]+$/g, '');
      return !names.has(bare) && !/[./=*]|^\d/.test(bare);
    })
    .join(' ');
}

/** The first lines of the findings in what a case prints, from the severity on. */
function firstLines(text: string): readonly string[] {
  const lines = text.matchAll(/^\S.*?(?:^|: )((?:error|warning|info) [a-z-]+: .*)$/gm);
  return Array.from(lines, ([, line = '']) => line);
}

test('the first line of each finding has at most 100 characters of our own words', () => {
  const measured = cases(root).flatMap((one) => {
    const file = join(one.folder, 'stderr');
    if (!existsSync(file) || one.args.includes('--color')) return [];
    const names = namesOf(one);
    return firstLines(readFileSync(file, 'utf8')).map((line) => own(line, names));
  });
  expect(measured.length).toBeGreaterThan(500);
  expect([...new Set(measured)].filter((line) => line.length > 100)).toEqual([]);
});
