import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';
import { split, treeOf } from './tree.ts';

test('--from with one report gives that report again, as it was made', async () => {
  const cwd = treeOf({ 's.yaml': split });
  const made = await runWith(['--check', '--format', 'json', '-n', 'a', '.'], { cwd });
  const json = made.stdout.length > 0 ? made.stdout.toString() : made.stderr;
  writeFileSync(join(cwd, 'r.json'), json);
  const again = await runWith(['--from', 'r.json', '--format', 'json'], { cwd });
  expect(again.stdout.toString()).toBe(json);
});

test('--from with one report twice counts it once', async () => {
  const cwd = treeOf({ 's.yaml': split });
  const { stdout } = await runWith(['--check', '--format', 'json', '-n', 'a', '.'], { cwd });
  writeFileSync(join(cwd, 'r.json'), stdout);
  const [once, twice] = await Promise.all([
    runWith(['--from', 'r.json', '--format', 'junit'], { cwd }),
    runWith(['--from', 'r.json', './r.json', '--format', 'junit'], { cwd }),
  ]);
  expect(twice.stdout.toString()).toBe(once.stdout.toString());
});

test('--from with a report in JSON gives GitLab the fingerprints that the run itself gives it', async () => {
  const cwd = treeOf({ 'a\u001bb.yaml': split });
  const made = await runWith(['--check', '--format', 'gitlab', '.'], { cwd });
  const json = await runWith(['--check', '--format', 'json', '.'], { cwd });
  writeFileSync(join(cwd, 'r.json'), json.stdout);
  const again = await runWith(['--from', 'r.json', '--format', 'gitlab'], { cwd });
  expect(made.stdout.toString()).toContain('fingerprint');
  expect(again.stdout.toString()).toBe(made.stdout.toString());
});

test.each<[string, (json: string) => Buffer]>([
  ['UTF-8 with a mark', (json) => Buffer.from(`\ufeff${json}`)],
  ['UTF-16, as PowerShell 5.1 writes it', (json) => Buffer.from(`\ufeff${json}`, 'utf16le')],
  ['UTF-16 of the other order', (json) => Buffer.from(`\ufeff${json}`, 'utf16le').swap16()],
])('--from reads a report in %s', async (_, encoded) => {
  const cwd = treeOf({ 's.yaml': split.replaceAll('web', 'w\u00e9b') });
  const { stdout } = await runWith(['--check', '--format', 'json', '-n', 'a', '.'], { cwd });
  writeFileSync(join(cwd, 'r.json'), encoded(stdout.toString()));
  const again = await runWith(['--from', 'r.json', '--format', 'json'], { cwd });
  expect(again).toMatchObject({ code: 0, stderr: '' });
  expect(again.stdout.toString()).toBe(stdout.toString());
});

describe('--from with several reports names their repositories', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['by the files', ['x/web.json', 'x/api.json'], ['web', 'api']],
    ['by the files, in directories of their own', ['x/web.json', 'y/api.json'], ['web', 'api']],
    ['by the directories of files with one name', ['x/r.json', 'y/r.json', 'z/web.json'], ['x', 'y', 'web']],
    ['by the paths where the directories have one name, too', ['a/x/r.json', 'b/x/r.json'], ['a/x/r', 'b/x/r']],
    ['by the paths where one of them is in no directory', ['r.json', 'x/r.json'], ['r', 'x']],
    ['by the files, whatever they end in', ['x/web.txt', 'x/api'], ['web.txt', 'api']],
    ['by the files, also of one that has only an ending', ['.json', 'web.json'], ['.json', 'web']],
    ['by the directories of files that have only an ending', ['x/.json', 'y/.json'], ['x', 'y']],
    ['by the paths where the directory has no name', ['x/../r.json', 'y/r.json'], ['x/../r', 'y']],
  ])('%s', async (_, paths, names) => {
    const cwd = treeOf({ 's.yaml': split });
    const { stdout } = await runWith(['--check', '--format', 'json', '-n', 'a', 's.yaml'], { cwd });
    for (const path of paths) {
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), stdout);
    }
    const merged = await runWith(['--from', ...paths, '--format', 'json'], { cwd });
    const { repositories } = JSON.parse(merged.stdout.toString()) as { repositories: { name: string }[] };
    expect(repositories.map(({ name }) => name)).toEqual(names);
  });

  test('names each file that is no report', async () => {
    const cwd = treeOf({ 'a.json': '[]', 'b.json': '{' });
    const { code, stderr } = await runWith(['--from', 'a.json', 'b.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.json [^\n]*\nsmi2linkerd: b\.json /);
  });
});
