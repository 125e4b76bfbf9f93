import { describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';
import { treeOf } from './tree.ts';

const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';
const list = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- apiVersion: v1\n  kind: A\n';
const config = (body: string): string => `${list}functionConfig:\n${body}`;
const fromKpt = '  metadata:\n    name: function-input\n  data: {}\n  kind: ConfigMap\n  apiVersion: v1\n';
const mismatch =
  'apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata:\n  name: web.a.svc.cluster.local\n  namespace: b\nspec:\n  dstOverrides:\n  - {authority: v1.a.svc.cluster.local, weight: 1}\n';
const inArgoCd = { ARGOCD_APP_NAME: 'a' };

interface Told {
  readonly code: number;
  /** A part of standard error; '' if nothing is said. */
  readonly said: string;
  /** Whether standard output is the input. */
  readonly same: boolean;
}

describe('a stream without a TrafficSplit', () => {
  test.each<[string, readonly string[], Readonly<Record<string, string>>, string, Told]>([
    ['is printed as it is', [], {}, map, { code: 0, said: '', same: true }],
    ['is printed as it is where splits are dropped', ['--drop'], {}, map, { code: 0, said: '', same: true }],
    ['is printed as it is in Argo CD', [], inArgoCd, map, { code: 0, said: '', same: true }],
    ['of JSON is printed as it is', [], {}, '{"apiVersion": "v1", "kind": "A"}\n', { code: 0, said: '', same: true }],
    ['has a report in JSON', ['--format=json'], {}, map, { code: 0, said: '"schemaVersion"', same: true }],
    [
      'has a report in JSON, by two words',
      ['--format', 'json'],
      {},
      map,
      { code: 0, said: '"schemaVersion"', same: true },
    ],
    [
      'is not printed with a config that is wrong',
      ['--config', 'bad.yaml'],
      {},
      map,
      { code: 2, said: 'functionConfig', same: false },
    ],
    [
      'is not printed with a config that is missing',
      ['--config', 'none.yaml'],
      {},
      map,
      { code: 2, said: 'none.yaml', same: false },
    ],
    ['that is empty is refused', [], {}, '', { code: 2, said: 'standard input is empty', same: true }],
    [
      'without a manifest is refused',
      [],
      {},
      'kind: A\n',
      { code: 2, said: 'standard input holds no manifest', same: false },
    ],
    ['of comments is printed as it is', [], {}, '# apiVersion\n', { code: 0, said: '', same: true }],
    [
      'of comments is refused where splits are dropped',
      ['--drop'],
      {},
      '# apiVersion\n',
      { code: 2, said: 'smi2linkerd: ', same: false },
    ],
    [
      'of comments is refused in Argo CD',
      [],
      inArgoCd,
      '# apiVersion\n',
      { code: 2, said: 'smi2linkerd: ', same: false },
    ],
    [
      'that is a List without objects is refused where splits are dropped',
      ['--drop'],
      {},
      'apiVersion: v1\nkind: List\nitems: []\n',
      { code: 2, said: 'smi2linkerd: ', same: false },
    ],
    [
      'that is another list without objects is refused in Argo CD',
      [],
      inArgoCd,
      'apiVersion: v1\nkind: ConfigMapList\nitems: []\n',
      { code: 2, said: 'smi2linkerd: ', same: false },
    ],
    [
      'whose profile has the names of another namespace is printed, with a warning',
      [],
      {},
      mismatch,
      { code: 0, said: 'profile-namespace-mismatch', same: true },
    ],
  ])('%s', async (_, args, env, text, told) => {
    const cwd = treeOf({ 'bad.yaml': 'apiVersion: v1\nkind: ConfigMap\ndata: {none: "1"}\n' });
    const { code, stdout, stderr } = await runWith(args, { cwd, env, stdin: Buffer.from(text) });
    expect({ code, same: stdout.toString() === text }).toEqual({ code: told.code, same: told.same });
    if (told.said === '') expect(stderr).toBe('');
    else expect(stderr).toContain(told.said);
  });
});

describe('a ResourceList without a TrafficSplit', () => {
  test.each<[string, string, number]>([
    ['without a functionConfig', list, 0],
    ['with the empty one of kpt', config(fromKpt), 0],
    ['with the empty one of kpt and results', `${config(fromKpt)}results: []\n`, 0],
    ['with one that is valid', config('  apiVersion: v1\n  kind: ConfigMap\n  data: {drop: "true"}\n'), 0],
    ['with an option that there is not', config('  apiVersion: v1\n  kind: ConfigMap\n  data: {none: "1"}\n'), 2],
    ['with a key beside its data, after what kpt sends', config(`${fromKpt}  data2: {}\n`), 2],
    ['with one of another kind', config('  apiVersion: v1\n  kind: Secret\n'), 2],
    ['with one in a flow', `${list}functionConfig: {apiVersion: v1, kind: Secret}\n`, 2],
    ['with one in quotes', `${list}"functionConfig":\n  apiVersion: v1\n  kind: Secret\n`, 2],
    ['with one before its items', `functionConfig:\n  apiVersion: v1\n  kind: Secret\n${list}`, 2],
    ['without items', 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n', 2],
    ['with items in a flow', 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n', 0],
  ])('%s ends with its exit code, and is unchanged if that is 0', async (_, text, exit) => {
    const { code, stdout } = await runWith([], { stdin: Buffer.from(text) });
    expect(code).toBe(exit);
    expect(stdout.toString() === text).toBe(exit === 0);
  });
});

describe('an audit', () => {
  const audit = (args: readonly string[], text: string): ReturnType<typeof runWith> =>
    runWith(['--check', '-', '--skip-annotation', ...args], { stdin: Buffer.from(text) });

  test('of what holds no manifest is refused', async () => {
    const { code, stderr } = await audit([], 'a: 1\n');
    expect([code, stderr]).toEqual([
      2,
      'smi2linkerd: standard input holds no manifest: apiVersion does not occur in it\n',
    ]);
  });

  test('says on standard output what it found, and its verdict on standard error', async () => {
    const { code, stdout, stderr } = await audit([], map);
    expect([code, stdout.toString()]).toEqual([0, '']);
    expect(stderr).not.toBe('');
  });

  test('says nothing that is no error with --quiet', async () => {
    const { code, stdout, stderr } = await audit(['--quiet'], map);
    expect([code, stdout.toString(), stderr]).toEqual([0, '', '']);
  });

  test('is a report in JSON alone with --format json', async () => {
    const { stdout, stderr } = await audit(['--format', 'json'], map);
    expect(JSON.parse(stdout.toString())).toMatchObject({
      files: [{ path: '-', changes: false }],
      summary: { filesUnchanged: 0 },
    });
    expect(stderr).toBe('');
  });
});

test('the report of a function says that it failed only if it did', async () => {
  const split = (weight: string): string =>
    `${list}- apiVersion: split.smi-spec.io/v1alpha2\n  kind: TrafficSplit\n  metadata: {name: web, namespace: a}\n  spec: {service: b.a, backends: [{service: v1, weight: ${weight}}]}\n`;
  const reportOf = async (weight: string): Promise<unknown> => {
    const { stderr } = await runWith(['--format', 'json'], {
      stdin: Buffer.from(split(weight)),
      env: { LOG_TO_STDERR: 'true' },
    });
    return JSON.parse(stderr);
  };
  expect(await reportOf('1')).toMatchObject({
    files: [{ path: '-', changes: true }],
    summary: { filesUnchanged: 0 },
  });
  expect(await reportOf('x')).toMatchObject({ summary: { failed: true } });
});

describe('files that are printed', () => {
  const own =
    'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
  const files = { 's.yaml': own, 't.yaml': map, 'u.yaml': map };

  test('have a report in JSON on standard error that counts them', async () => {
    const { code, stdout, stderr } = await runWith(['--format', 'json', '.'], { cwd: treeOf(files) });
    expect([code, stdout.includes('ServiceProfile')]).toEqual([0, true]);
    expect(JSON.parse(stderr)).toMatchObject({ mode: 'print', summary: { filesChanged: 1, filesUnchanged: 2 } });
  });

  test('have a summary in text', async () => {
    const { stderr } = await runWith(['.'], { cwd: treeOf(files) });
    expect(stderr).toBe('1 converted\n');
  });

  test.each([['text'], ['json']])('are refused without any object, with nothing but the reason: %s', async (format) => {
    const { code, stdout, stderr } = await runWith(['--format', format, '.'], { cwd: treeOf({ 'a.yaml': 'a: 1\n' }) });
    expect([code, stdout.length]).toEqual([2, 0]);
    expect(stderr).toMatch(/^smi2linkerd: no manifest under the given path: nothing to print\n {4}fix: [^\n]*\n$/);
  });
});

test('nothing about progress is written on a terminal where a search is quick', async () => {
  const { stderr } = await runWith(['--check', '.'], { cwd: treeOf({ 'a.yaml': map }), terminal: true });
  expect(stderr.includes('files searched') || stderr.includes('\u001b[K')).toBe(false);
});

describe('a file that git ignores', () => {
  const own =
    'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['by a rule of the directory', { 'a/.gitignore': 's.yaml\n' }, ''],
    ['by a rule above it, in its repository', { '.git/HEAD': '', '.gitignore': 's.yaml\n' }, ''],
    ['by a path in a rule above it', { '.git/HEAD': '', '.gitignore': '/a/s.yaml\n' }, ''],
    ['but not by a rule above it, without a repository', { '.gitignore': 's.yaml\n' }, 's.yaml\n'],
    ['but not by a rule above its repository', { 'a/.git/HEAD': '', '.gitignore': 's.yaml\n' }, 's.yaml\n'],
    ['but not by a rule beside it', { '.git/HEAD': '', 'b/.gitignore': 's.yaml\n' }, 's.yaml\n'],
  ])('%s is not listed', async (_, rules, listed) => {
    const cwd = treeOf({ 'a/s.yaml': own, ...rules });
    const { stdout } = await runWith(['--list', '.'], { cwd: `${cwd}/a` });
    expect(stdout.toString()).toBe(listed);
  });
});
