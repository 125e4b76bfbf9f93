import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const folders = ['docs', 'examples', 'kustomize', 'argocd'];
const documents = [
  ...readdirSync(root),
  ...folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  ),
].filter((path) => path.endsWith('.md') && !path.includes('node_modules'));

/** A document without its code: what looks like a link or a table there is none. */
function proseOf(path: string): string {
  return readFileSync(join(root, path), 'utf8').replace(/^( *)```[^]*?^\1```/gm, '');
}

/** The anchors that GitHub gives headings: lower case, without marks, dashes for spaces. */
function anchorsOf(path: string): readonly string[] {
  const headings = proseOf(path).matchAll(/^#+ (.*)$/gm);
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function isBroken(link: string, from: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? from : normalize(join(dirname(from), path));
  if (!existsSync(join(root, target))) return true;
  return anchor !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(anchor);
}

describe.each(documents)('%s', (path) => {
  test('links to files and headings that exist', () => {
    const links = Array.from(proseOf(path).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g), ([, link = '']) => link);
    expect(links.filter((link) => isBroken(link, path))).toEqual([]);
  });

  test('has as many cells in each row of a table as in its head', () => {
    const tables = proseOf(path).matchAll(/^\|.*\n(?:\|.*\n?)+/gm);
    const cells = (row: string): number => row.split(/(?<!\\)\|/).length;
    for (const [table] of tables) {
      const [head = '', ...rows] = table.trimEnd().split('\n');
      expect(rows.filter((row) => cells(row) !== cells(head))).toEqual([]);
    }
  });
});

test('there are documents to look at', () => {
  expect(documents).toContain('README.md');
  expect(documents.length).toBeGreaterThan(30);
});
