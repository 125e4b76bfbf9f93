import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { within } from '../../src/cli/files/open-directory.ts';
import { runWith } from '../host.ts';
import { split, treeOf } from './tree.ts';

const withBackend = split.replace('service: web}', 'service: web, backends: [{service: v1, weight: 1}]}');
const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';

describe('standard input', () => {
  test.each<[string, string, string]>([
    ['that is empty is refused', '', 'smi2linkerd: standard input is empty: there is no manifest to convert\n'],
    [
      'without a manifest is refused',
      'a: 1\n',
      'smi2linkerd: standard input holds no manifest: apiVersion does not occur in it\n',
    ],
  ])('%s', async (_, stdin, stderr) => {
    const parameters = JSON.stringify([{ name: 'drop', string: 'true' }]);
    for (const env of [{}, { ARGOCD_APP_PARAMETERS: parameters }]) {
      const ran = await runWith([], { stdin: Buffer.from(stdin), env });
      expect([ran.code, ran.stderr]).toEqual([2, stderr]);
    }
  });
});

describe('files that are searched', () => {
  test('a file above 1 MiB without a split is left, and one with a split is read', async () => {
    const large = `${configMap}data: {a: "${'a'.repeat(1_100_000)}"}\n`;
    const cwd = treeOf({ 'a.yaml': large, 'b.yaml': `${large}---\n${withBackend}` });
    expect((await runWith(['--list', '-n', 'a', '.'], { cwd })).stdout.toString()).toBe('b.yaml\n');
  });

  test('of many Services, the one with a name like that of a missing one is found', async () => {
    const service = (name: string): string =>
      `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: a}\n`;
    const others = Array.from({ length: 30 }, (_, at) => [`s${at}.yaml`, service(`other-${at}`)] as const);
    const backends = 'service: web, backends: [{service: checkout, weight: 1}]}';
    const cwd = treeOf({
      'a.yaml': split.replace('service: web}', backends),
      'b.yaml': service('web'),
      ...(Object.fromEntries(others) as Record<string, string>),
      'z.yaml': service('checkuot'),
    });
    expect((await runWith(['--check', '-n', 'a', '.'], { cwd })).stderr).toContain('checkuot');
  });

  test('.gitignore that is a directory ignores nothing', async () => {
    const cwd = treeOf({ '.git/HEAD': '', 's.yaml': split });
    mkdirSync(join(cwd, '.gitignore'));
    expect((await runWith(['--list', '-n', 'a', '.'], { cwd })).stderr).toContain('s.yaml');
  });

  test('a file that is named is read once, beside its directory, whatever its name', async () => {
    const cwd = treeOf({ 's.yaml': split, 'notes.txt': split.replace('name: web', 'name: notes') });
    const ran = await runWith(['--check', '-n', 'a', '.', 'notes.txt', 's.yaml'], { cwd });
    expect(ran.stderr.match(/^s\.yaml:/gm)).toHaveLength(1);
    expect(ran.stderr.match(/^notes\.txt:/gm)).toHaveLength(1);
  });

  test('a kustomization that two patterns pass is read once', async () => {
    const cwd = treeOf({
      'a/kustomization.yaml': 'namespace: prod\nresources: [s.yaml, t.yaml]\n',
      'a/s.yaml': split,
      'a/t.yaml': split.replace('name: web', 'name: t'),
    });
    const [one, two] = await Promise.all([
      runWith(['--diff', 'a/s.yaml', 'a/t.yaml'], { cwd }),
      runWith(['--diff', 'a/s*.yaml', 'a/t*.yaml'], { cwd }),
    ]);
    expect(two).toEqual(one);
  });
});

test('a diff of an absolute path names the files as from the working directory', async () => {
  const cwd = treeOf({ 'a/s.yaml': withBackend });
  const [absolute, relative] = await Promise.all([
    runWith(['--diff', '-n', 'shop', join(cwd, 'a')], { cwd }),
    runWith(['--diff', '-n', 'shop', 'a'], { cwd }),
  ]);
  expect(absolute.stdout.toString()).toBe(relative.stdout.toString());
  expect(relative.stdout.toString()).toContain('+++ b/a/s.yaml');
});

test('a kustomization of a repository is found from a directory below it', async () => {
  const cwd = treeOf({
    '.git/HEAD': '',
    'base/kustomization.yaml': 'resources: [s.yaml]\n',
    'base/s.yaml': withBackend,
    'prod/kustomization.yaml': 'namespace: prod\nresources: [../base]\n',
  });
  const whole = await runWith(['--check', '.'], { cwd });
  const part = await runWith(['--check', 'base', 'prod'], { cwd });
  expect(whole.stderr).toContain('prod');
  expect(part.code).toBe(whole.code);
});

describe('printing in Argo CD', () => {
  test('a link that the pattern does not match, or with a name of no manifest, is left', async () => {
    const cwd = treeOf({ '.git/HEAD': '', 'own.yaml': configMap, 'other/s.yaml': configMap });
    symlinkSync('other/s.yaml', join(cwd, 'zz.yaml'));
    symlinkSync('other/s.yaml', join(cwd, 'own.txt'));
    const ran = await runWith(['own*'], { cwd, env: { ARGOCD_APP_NAME: 'web' } });
    expect(ran.stdout.toString().match(/kind: ConfigMap/g)).toHaveLength(1);
  });
});

test('a directory that is gone is an error of the system', () => {
  const cwd = treeOf({});
  expect(() => within(join(cwd, 'gone'), () => 0)).toThrow('ENOENT');
});

test('a diff of a file outside of the working directory has its path as it was given', async () => {
  const cwd = treeOf({ 'in/a.txt': '', 's.yaml': withBackend });
  const { stdout } = await runWith(['--diff', '-n', 'a', '../s.yaml'], { cwd: join(cwd, 'in') });
  expect(stdout.toString()).toMatch(/^--- a\/\.\.\/s\.yaml\n/);
});

test('a template that others include is read where a call names a directory below the templates of a chart', async () => {
  const cwd = treeOf({ 'web/Chart.yaml': 'name: web\n', 'web/templates/parts/_split.tpl': split });
  for (const path of ['web', 'web/templates/parts'])
    expect((await runWith(['--check', '-n', 'a', path], { cwd })).stderr).toContain('web/templates/parts/_split.tpl:');
});

test('a template that others include is read only below the templates of a chart, however the directories around it are named', async () => {
  const cwd = treeOf({
    'templates/parts/_split.tpl': split,
    'templates/web/Chart.yaml': 'name: web\n',
    'templates/web/templates/parts/_split.tpl': split,
  });
  const read = async (path: string): Promise<boolean> =>
    (await runWith(['--check', '-n', 'a', path], { cwd })).stderr.includes('_split.tpl:');
  expect([await read('templates/parts'), await read('templates/web/templates/parts')]).toEqual([false, true]);
});
