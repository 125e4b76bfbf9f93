import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runWith, type Ran } from '../host.ts';

const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'smi2linkerd-links-')));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const configMap = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;
let made = 0;

/** A folder with files, and links, which begin with `-> `. */
function tree(files: Readonly<Record<string, string>>): string {
  made += 1;
  const root = join(scratch, String(made));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    if (content.startsWith('-> ')) symlinkSync(content.slice(3), join(root, path));
    else writeFileSync(join(root, path), content);
  }
  return root;
}

const names = ({ stdout }: Ran): readonly string[] =>
  Array.from(stdout.toString().matchAll(/^ {2}name: (.*)$/gm), ([, name = '']) => name);

const shared = {
  'common/settings.yaml': configMap('settings'),
  'app/own.yaml': configMap('own'),
  'app/settings.yaml': '-> ../common/settings.yaml',
};

describe('printing with a link to a file', () => {
  test('prints a link into the repository, found by directory or by pattern', async () => {
    const cwd = join(tree({ ...shared, '.git/HEAD': '' }), 'app');
    for (const path of ['.', '*.yaml', '**/*.yaml']) {
      const ran = await runWith([path], { cwd });
      expect([ran.stderr, names(ran)]).toEqual(['', ['own', 'settings']]);
    }
  });

  test('prints a link into the repository of an Argo CD application', async () => {
    const cwd = join(tree(shared), 'app');
    const ran = await runWith(['*.yaml'], { cwd, env: { ARGOCD_APP_SOURCE_PATH: 'app' } });
    expect([ran.stderr, names(ran)]).toEqual(['', ['own', 'settings']]);
  });

  test('prints a file once that several links point to', async () => {
    const cwd = tree({
      '.git/HEAD': '',
      'a.yaml': configMap('a'),
      'b.yaml': '-> a.yaml',
      'c/one.yaml': '-> ../hidden.txt',
      'c/two.yaml': '-> one.yaml',
      'hidden.txt': configMap('hidden'),
    });
    for (const paths of [['.'], ['**/*.yaml'], ['a.yaml', '.']])
      expect([paths, names(await runWith(paths, { cwd })).toSorted()]).toEqual([paths, ['a', 'hidden']]);
  });

  test('skips a link to a directory', async () => {
    const cwd = tree({ ...shared, '.git/HEAD': '', 'app/folder.yaml': '-> ../common' });
    expect(names(await runWith(['app'], { cwd }))).toEqual(['own', 'settings']);
  });
});

describe('printing is refused', () => {
  test('a link out of the repository is an error', async () => {
    const cwd = join(tree(shared), 'app');
    for (const path of ['.', '*.yaml']) {
      const ran = await runWith([path], { cwd });
      expect(ran).toMatchObject({
        code: 2,
        stderr: `smi2linkerd: settings.yaml: is a link out of the repository (${cwd}/): name the file itself\n`,
      });
      expect(ran.stdout.length).toBe(0);
    }
    expect(names(await runWith(['own.yaml', 'settings.yaml'], { cwd }))).toEqual(['own', 'settings']);
  });

  test('a link to nothing or to a device is an error', async () => {
    const cwd = tree({ 'a.yaml': configMap('a'), 'b.yaml': '-> gone.yaml', 'c.yml': '-> /dev/null' });
    expect(await runWith(['.'], { cwd })).toMatchObject({
      code: 2,
      stderr:
        'smi2linkerd: b.yaml: is a link that cannot be followed: no such file or directory\n' +
        'smi2linkerd: c.yml: is a link to something that is not a file\n',
    });
  });

  test('a kustomization that is a link is an error', async () => {
    const cwd = tree({ 'a.yaml': configMap('a'), 'kustomization.yaml': '-> k.txt', 'k.txt': 'resources: [a.yaml]\n' });
    expect(await runWith(['.'], { cwd })).toMatchObject({ code: 2 });
  });
});

test('--check follows no link below a directory', async () => {
  const cwd = tree({ 'a.yaml': configMap('a'), 'b.yaml': '-> gone.yaml' });
  expect(await runWith(['--check', '.'], { cwd })).toMatchObject({ code: 0, stderr: 'no TrafficSplit in 1 file\n' });
});

describe('--check of a directory with a link to a file with a split', () => {
  const split =
    'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
  const files = { 'base/split.yaml': split, 'prod/split.yaml': '-> ../base/split.yaml' };
  const skipped = 'prod/split.yaml: info file-ignored: holds a TrafficSplit, but it is a link: skipped\n';

  test('says that it is skipped, also where there is no other split', async () => {
    const cwd = tree({ ...files, 'prod/config.yaml': configMap('a'), 'prod/gone.yaml': '-> gone.yaml' });
    expect(await runWith(['--check', 'prod'], { cwd })).toMatchObject({
      code: 0,
      stderr: expect.stringContaining(skipped) as string,
    });
    const { stderr } = await runWith(['--check', 'prod/*.yaml'], { cwd });
    expect(stderr).toContain(skipped);
  });

  test.each([
    ['the call reads the file by its own path', ['.']],
    ['the call names the link', ['prod', 'prod/split.yaml']],
    ['the call leaves the link out', ['prod', '!prod/split.yaml']],
  ])('says nothing of it where %s', async (_, paths) => {
    const { stderr } = await runWith(['--check', ...paths], { cwd: tree(files) });
    expect(stderr).not.toContain('it is a link');
  });

  test('says nothing of a link that .gitignore excludes', async () => {
    const cwd = tree({ ...files, '.git/HEAD': '', '.gitignore': '/prod/split.yaml\n' });
    expect((await runWith(['--check', 'prod'], { cwd })).stderr).toBe('no TrafficSplit in 0 files\n');
  });
});

describe('--check of a directory with a link to a file outside of the call', () => {
  const split =
    'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
  const profile =
    'apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  routes: [{name: x, condition: {pathRegex: /x}}]\n';
  const service = (name: string): string =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: 80}]}\n`;
  const error = (file: string): string => `${file} would change; it is a link to a file outside of the call`;

  test.each([[['a']], [['a', 'a/*.yaml']], [['a/*.yaml', '*/*s.yaml']]])(
    'writes no second profile beside one that it points to, as of %s',
    async (paths) => {
      const cwd = tree({ 'a/split.yaml': split, 'a/profile.yaml': '-> ../b/profile.yml', 'b/profile.yml': profile });
      const ran = await runWith(['--write', ...paths], { cwd });
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining(error('a/profile.yaml')) as string });
      expect(readFileSync(join(cwd, 'a/split.yaml'), 'utf8')).toBe(split);
      expect(readFileSync(join(cwd, 'b/profile.yml'), 'utf8')).toBe(profile);
    },
  );

  test('says so of each link to one file', async () => {
    const link = '-> ../b/profile.yaml';
    const files = { 'a/split.yaml': split, 'a/p.yaml': link, 'c/split.yaml': split, 'c/p.yaml': link };
    const { stderr } = await runWith(['--check', 'a', 'c'], { cwd: tree({ ...files, 'b/profile.yaml': profile }) });
    expect(stderr).toContain(error('a/p.yaml'));
    expect(stderr).toContain(error('c/p.yaml'));
  });

  test('knows the Services in the file', async () => {
    const files = { 'a/split.yaml': split, 'a/v1.yaml': service('v1'), 'a/web.yaml': '-> ../b/web.yaml' };
    const { stderr } = await runWith(['--check', 'a'], { cwd: tree({ ...files, 'b/web.yaml': service('web') }) });
    expect(stderr).not.toContain('service-missing');
  });

  test('finds it once where a kustomization lists the link', async () => {
    const listed = { 'a/kustomization.yaml': 'resources: [split.yaml, p.yaml]\n', 'a/split.yaml': split };
    const files = { ...listed, 'a/p.yaml': '-> ../b/p.yaml', 'b/p.yaml': profile };
    const { stderr } = await runWith(['--check', 'a'], { cwd: tree(files) });
    expect(stderr).toContain('error profile-elsewhere');
  });
});

describe('--check of an overlay whose kustomization is a link', () => {
  const base = {
    'base/split.yaml':
      'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n',
    'base/kustomization.yaml': 'resources: [split.yaml]\n',
    'overlays.txt': 'namespace: prod\nresources: [../base]\n',
  };

  test('reads the kustomization that it points to', async () => {
    const cwd = tree({ ...base, 'prod/kustomization.yaml': '-> ../overlays.txt' });
    const { stdout, stderr } = await runWith(['--check', '.'], { cwd });
    expect(stdout.toString()).toBe('');
    expect(stderr).toContain('prod/kustomization.yaml sets namespace: prod');
    expect(stderr).toContain('kustomize build --load-restrictor LoadRestrictionsNone prod | smi2linkerd');
  });

  test.each(['../none', '../base', '/dev/null'])('finds none through a link to %s', async (target) => {
    const cwd = tree({ ...base, 'prod/kustomization.yaml': `-> ${target}` });
    const { stdout, stderr } = await runWith(['--check', '.'], { cwd });
    expect(stdout.toString()).toBe('base/split.yaml\n');
    expect(stderr).toContain('1 would be converted');
  });
});

describe('a named link to a file of another directory', () => {
  const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
spec:
  service: web
  backends:
  - service: web-v1
    weight: 1
`;
  const files = { 'app/split.yaml': '-> ../common/split.yaml', 'common/split.yaml': split };
  const kustomization = 'namespace: prod\nresources: [split.yaml]\n';

  test.each(['app', 'common'])('reads the kustomization in %s, and names it there', async (directory) => {
    const cwd = tree({ ...files, [`${directory}/kustomization.yaml`]: kustomization });
    const { code, stderr } = await runWith(['--check', 'app/split.yaml'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(`${directory}/kustomization.yaml sets namespace: prod`);
    const below = await runWith(['--check', 'split.yaml'], { cwd: join(cwd, 'app') });
    expect(below.stderr).toContain(`${directory === 'app' ? '' : '../common/'}kustomization.yaml sets namespace: prod`);
  });

  test('reads the kustomization beside a link to its directory', async () => {
    const content = 'namespace: prod\nresources: [web]\n';
    const linked = { 'apps/web': '-> ../common', 'apps/kustomization.yaml': content };
    const cwd = tree({
      'common/split.yaml': split,
      'common/kustomization.yaml': 'resources: [split.yaml]\n',
      ...linked,
    });
    for (const path of ['apps/web', 'apps/web/*.yaml', join(cwd, 'apps/web')])
      expect((await runWith(['--check', path], { cwd })).stderr).toContain(
        'apps/kustomization.yaml sets namespace: prod',
      );
    expect((await runWith(['--check', 'common'], { cwd })).stderr).toContain('1 would be converted');
  });

  test('reads no kustomization above that is a link in a circle', async () => {
    const cwd = tree({ 'app/split.yaml': split, 'kustomization.yaml': '-> kustomization.yaml' });
    for (const path of ['app', 'app/split.yaml'])
      expect(await runWith(['--check', path], { cwd })).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('1 would be converted') as string,
      });
  });
});
