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

describe('--from with reports that were put together', () => {
  const weighted = (name: string, weight: string): string =>
    `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${name}, namespace: a}\nspec: {service: ${name}, backends: [{service: v1, weight: ${weight}}]}\n`;

  /** A directory with reports of runs, and with reports that put some of them together. */
  async function reports(
    runs: Readonly<Record<string, string>>,
    merged: Readonly<Record<string, readonly string[]>>,
  ): Promise<string> {
    const cwd = treeOf({});
    for (const [path, text] of Object.entries(runs)) {
      const made = await runWith(['--check', '--format', 'json', '.'], {
        cwd: treeOf({ 's.yaml': text, 'o.yaml': 'kind: ConfigMap\n' }),
      });
      mkdirSync(dirname(join(cwd, path)), { recursive: true });
      writeFileSync(join(cwd, path), made.stdout);
    }
    for (const [path, parts] of Object.entries(merged))
      writeFileSync(join(cwd, path), (await runWith(['--from', ...parts, '--format', 'json'], { cwd })).stdout);
    return cwd;
  }

  interface Merged {
    readonly repositories: readonly { readonly name: string }[];
    readonly splits: readonly { readonly name: string; readonly repository: string }[];
    readonly diagnostics: readonly { readonly code: string; readonly repository: string }[];
    readonly summary: Readonly<Record<string, number>>;
  }

  async function together(cwd: string, ...paths: readonly string[]): Promise<Merged> {
    const { stdout } = await runWith(['--from', ...paths, '--format', 'json'], { cwd });
    return JSON.parse(stdout.toString()) as Merged;
  }

  test('tells repositories of one name apart by the names of these reports', async () => {
    const cwd = await reports(
      {
        'e/shop.json': weighted('east', '1'),
        'web.json': weighted('web', '-1'),
        'w/shop.json': weighted('west', '-1'),
      },
      { 'east.json': ['e/shop.json', 'web.json'], 'west.json': ['w/shop.json', 'web.json'] },
    );
    const { repositories, splits, diagnostics, summary } = await together(cwd, 'east.json', 'west.json');
    expect(repositories.map(({ name }) => name)).toEqual(['east/shop', 'west/shop', 'web']);
    expect(splits.map(({ name, repository }) => `${repository} ${name}`)).toEqual([
      'east/shop east',
      'west/shop west',
      'web web',
    ]);
    expect(diagnostics.map(({ code, repository }) => `${repository} ${code}`)).toEqual([
      'east/shop out-of-date',
      'west/shop invalid-weight',
      'web invalid-weight',
    ]);
    expect(summary).toMatchObject({ converted: 1, refused: 2, errors: 3, filesChanged: 1 });
  });

  test.each([[['east.json', 'shop.json']], [['shop.json', 'east.json']]])(
    'counts a run once that is also given alone: %j',
    async (paths) => {
      const cwd = await reports(
        { 'shop.json': weighted('shop', '-1'), 'web.json': weighted('web', '1') },
        { 'east.json': ['shop.json', 'web.json'] },
      );
      const [both, east] = [await together(cwd, ...paths), await together(cwd, 'east.json')];
      expect(both.summary).toEqual(east.summary);
      expect(both.repositories).toHaveLength(2);
      expect(both.splits).toHaveLength(2);
      expect(both.diagnostics).toHaveLength(2);
    },
  );

  test('counts the files of a run once that two of them share', async () => {
    const cwd = await reports(
      { 'shop.json': weighted('shop', '1'), 'web.json': weighted('web', '1'), 'api.json': weighted('api', '1') },
      { 'east.json': ['shop.json', 'web.json'], 'west.json': ['api.json', 'web.json'] },
    );
    const [both, runs] = [
      await together(cwd, 'east.json', 'west.json'),
      await together(cwd, 'shop.json', 'web.json', 'api.json'),
    ];
    expect(both.summary).toEqual(runs.summary);
    expect(both.summary).toMatchObject({ filesChanged: 3, filesUnchanged: 3 });
  });

  test('takes the summary of a run from the report that has it, where an earlier version made the other', async () => {
    const cwd = await reports(
      { 'shop.json': weighted('shop', '1'), 'web.json': weighted('web', '1'), 'api.json': weighted('api', '1') },
      { 'east.json': ['shop.json', 'web.json'], 'west.json': ['api.json', 'web.json'] },
    );
    const { repositories, ...rest } = await together(cwd, 'east.json');
    const earlier = repositories.map((one) => ({ ...one, summary: undefined }));
    writeFileSync(join(cwd, 'east.json'), JSON.stringify({ ...rest, repositories: earlier }));
    const both = await together(cwd, 'east.json', 'west.json');
    expect(both.summary).toEqual((await together(cwd, 'shop.json', 'web.json', 'api.json')).summary);
    expect(both.repositories.map((one) => 'summary' in one)).toEqual([false, true, true]);
  });

  test('keeps a report of the same name that says something else', async () => {
    const cwd = await reports(
      { 'e/shop.json': weighted('east', '1'), 'web.json': weighted('web', '1'), 'shop.json': weighted('shop', '1') },
      { 'east.json': ['e/shop.json', 'web.json'] },
    );
    const { repositories, summary } = await together(cwd, 'east.json', 'shop.json');
    expect(repositories.map(({ name }) => name)).toEqual(['east/shop', 'shop', 'web']);
    expect(summary.converted).toBe(3);
  });
});

test('--from says what audits without a split decided, each on its own', async () => {
  const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n';
  const rollout =
    '---\napiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: ro, namespace: a}\nspec: {strategy: {canary: {trafficRouting: {smi: {}}}}}\n';
  const cwd = treeOf({});
  for (const [name, text] of Object.entries({ none: configMap, written: configMap + rollout })) {
    const { stdout } = await runWith(['--check', '--format', 'json', '-'], { stdin: Buffer.from(text) });
    writeFileSync(join(cwd, `${name}.json`), stdout);
  }
  const says = async (format: string): Promise<string> => {
    const { stdout, stderr } = await runWith(['--from', 'none.json', 'written.json', '--format', format], { cwd });
    return stdout.toString() + stderr;
  };
  const writes = 'Rollout a/ro writes TrafficSplits at run time; only an adaptor converts these';
  expect(await says('text')).toBe(
    `none: no TrafficSplit in the stream\nwritten: no TrafficSplit in the stream, but ${writes}\n`,
  );
  expect(await says('markdown')).toBe(
    `### smi2linkerd: no TrafficSplit\n\n0 errors, 0 warnings.\n\nNo TrafficSplit was found \\(none\\).\n\nNo TrafficSplit was found, but the adaptor cannot go \\(written\\).\n\n- \`written\`: ${writes}.\n`,
  );
});
