import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { tree } from '../fixtures.ts';
import type { Ran } from './run.ts';
import { profile, put, run, scratch, split, succeed } from './run.ts';
import { bundle, tool } from './tools.ts';

const kpt = tool('kpt', 'version') ?? '';
const guide = join(import.meta.dirname, '../../examples/trafficsplit-sample/trafficsplit.yaml');
const root = scratch();

const deployment = `# The shop
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web # name
spec:
  replicas: 2 # two
`;

/** A package with a function in its pipeline. */
function packageOf(name: string, pipeline: string, files: Readonly<Record<string, string>> = {}): string {
  return put(join(root, name), {
    Kptfile: `apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: shop\npipeline:\n  mutators:\n    - exec: ${bundle}\n${pipeline}`,
    'split.yaml': split,
    'deploy.yaml': deployment,
    ...files,
  });
}

const render = (folder: string): Ran => run(kpt, ['fn', 'render', folder, '--allow-exec']);
const evaluate = (folder: string, program: string, ...words: string[]): Ran =>
  run(kpt, ['fn', 'eval', folder, '--exec', program, ...words]);

/** Runs twice: the second run is to change nothing. */
function twice(once: () => Ran, folder: string): ReadonlyMap<string, Buffer> {
  const first = once();
  expect(first, first.stderr).toMatchObject({ status: 0 });
  const files = tree(folder);
  expect(once()).toMatchObject({ status: 0 });
  expect([...tree(folder)]).toEqual([...files]);
  return files;
}

const textOf = (files: ReadonlyMap<string, Buffer>, path: string): string | undefined => files.get(path)?.toString();

describe.skipIf(kpt === '')('kpt fn eval', () => {
  test('changes the package like the identity function, plus the profile', () => {
    const [ours, identity] = [join(root, 'ours'), join(root, 'identity')];
    cpSync(join(guide, '..'), ours, { recursive: true });
    put(ours, {
      'deploy.yaml': deployment,
      'c.json': '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"c"}}\n',
    });
    cpSync(ours, identity, { recursive: true });
    expect(evaluate(identity, 'cat').status).toBe(0);
    const [once, plain] = [twice(() => evaluate(ours, bundle), ours), tree(identity)];
    expect([...once.keys()]).toEqual([...plain.keys()]);
    const different = [...once].filter(([path, bytes]) => !bytes.equals(plain.get(path) ?? Buffer.alloc(0)));
    expect(different.map(([path]) => path)).toEqual(['trafficsplit.yaml']);
    const text = textOf(once, 'trafficsplit.yaml') ?? '';
    expect(text.startsWith(`${textOf(plain, 'trafficsplit.yaml') ?? '?'}---\n`)).toBe(true);
    expect(text).toContain('name: backend-svc.trafficsplit-sample.svc.cluster.local');
  });

  test('with drop=true replaces the split by the profile', () => {
    const folder = put(join(root, 'drop'), {
      'split.yaml': `# the split of the shop\n${split}`,
      'deploy.yaml': deployment,
    });
    const files = twice(() => evaluate(folder, bundle, '--', 'drop=true'), folder);
    expect(textOf(files, 'deploy.yaml')).toBe(deployment);
    const marked = profile.replace(
      'shop\nspec',
      'shop\n  annotations:\n    smi.linkerd.io/skip: smi2linkerd-dropped\nspec',
    );
    expect(textOf(files, 'split.yaml')).toBe(`# the split of the shop\n${marked}`);
  });

  test('gives the comments of a split that is dropped to no other item', () => {
    const folder = put(join(root, 'comments'), {
      'a.yaml': deployment,
      'split.yaml': `# about the split\n${split}# below it\n`,
      'z.yaml': profile,
    });
    const files = twice(() => evaluate(folder, bundle, '--', 'drop=true', 'skipAnnotation=false'), folder);
    expect([...files].map(([path, bytes]) => [path, bytes.toString()])).toEqual([
      ['a.yaml', deployment],
      ['z.yaml', profile],
    ]);
  });

  test('refuses a split that a kustomization of the package renames, and changes no file', () => {
    const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n';
    const folder = put(join(root, 'kustomized'), {
      'base/split.yaml': split,
      'base/kustomization.yaml': `${kustomization}resources: [split.yaml]\n`,
      'blue/kustomization.yaml': `${kustomization}resources: [../base]\nnamePrefix: blue-\n`,
    });
    const before = tree(folder);
    const failed = evaluate(folder, bundle);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('metadata.name: blue/kustomization.yaml sets namePrefix: blue-; fix:');
    expect([...tree(folder)]).toEqual([...before]);
  });

  test('shows findings as results, and keeps all of them', () => {
    const folder = put(join(root, 'results'), { 'split.yaml': split.replaceAll('web-v1', 'web.v1') });
    const into = join(root, 'results-dir');
    const passed = evaluate(folder, bundle, '--results-dir', into);
    expect(passed.status).toBe(0);
    expect(passed.stderr).toContain(
      '[warning] split.smi-spec.io/v1alpha2/TrafficSplit/shop/web spec.backends[0].service:',
    );
    const { items } = parse(readFileSync(join(into, 'results.yaml'), 'utf8')) as {
      items: readonly [{ exitCode: number; results: readonly Record<string, unknown>[] }];
    };
    expect(items[0]).toMatchObject({
      exitCode: 0,
      results: [{ severity: 'warning', file: { path: 'split.yaml' }, tags: { code: 'backend-other-namespace' } }],
    });
  });

  test('an unknown key fails the run, and no file changes', () => {
    const folder = put(join(root, 'key'), { 'split.yaml': split });
    const failed = evaluate(folder, bundle, '--', 'drp=true');
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('functionConfig has no key "drp"; fix: did you mean drop?');
    expect(failed.stderr).toContain('Exit code: 2');
    expect(textOf(tree(folder), 'split.yaml')).toBe(split);
  });
});

describe.skipIf(kpt === '')('kpt fn render', () => {
  test('converts with the options of configMap', () => {
    const folder = packageOf('map', `      configMap:\n        clusterDomain: k8s.example.com\n`);
    const files = twice(() => render(folder), folder);
    expect(textOf(files, 'split.yaml')).toBe(`${split}---\n${profile.replaceAll('cluster.local', 'k8s.example.com')}`);
    expect(textOf(files, 'deploy.yaml')).toBe(deployment);
  });

  test('converts with the options of the file that configPath names', () => {
    const config = `apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata:\n  name: smi2linkerd\n  annotations:\n    config.kubernetes.io/local-config: "true"\ndrop: true\nskipAnnotation: false\n`;
    const folder = packageOf('path', `      configPath: fn.yaml\n`, { 'fn.yaml': config });
    const files = twice(() => render(folder), folder);
    expect(textOf(files, 'split.yaml')).toBe(profile);
    expect(textOf(files, 'fn.yaml')).toBe(config);
  });

  test('several profiles of one file, and those of sub-packages, get different indices', () => {
    const api = split.replaceAll('web', 'api');
    const folder = packageOf('several', '', {
      'split.yaml': `${split}---\n${deployment}---\n${api}`,
      'sub/Kptfile': 'apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: sub\n',
      'sub/split.yaml': split.replaceAll('web', 'sub'),
    });
    const files = twice(() => render(folder), folder);
    expect(textOf(files, 'split.yaml')?.split('---\n')).toEqual([
      split,
      deployment,
      api,
      profile,
      profile.replaceAll('web', 'api'),
    ]);
    expect(textOf(files, 'sub/split.yaml')?.split('---\n')[1]).toBe(profile.replaceAll('web', 'sub'));
  });

  test('fails on a bad split with a message, and changes no file', () => {
    const folder = packageOf('bad', '', { 'split.yaml': split.replace('weight: 90', 'weight: most') });
    const before = tree(folder);
    const failed = render(folder);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('spec.backends[0].weight: weight "most" is not a quantity');
    expect([...tree(folder)]).toEqual([...before]);
  });
});

describe.skipIf(kpt === '')('kpt fn source | smi2linkerd | kpt fn sink', () => {
  const through = (from: string, to: string): Ran => {
    const converted = run(process.execPath, [bundle], { input: succeed(kpt, ['fn', 'source', from]) });
    succeed(kpt, ['fn', 'sink', to], { input: converted.stdout });
    return converted;
  };

  test('writes the profile, and changes nothing the second time', () => {
    const from = put(join(root, 'source'), { 'split.yaml': split, 'deploy.yaml': deployment });
    const [first, second] = [join(root, 'sink-1'), join(root, 'sink-2')];
    expect(through(from, first)).toMatchObject({ status: 0 });
    expect(textOf(tree(first), 'split.yaml')).toBe(`${split}---\n${profile}`);
    expect(through(first, second)).toMatchObject({ status: 0 });
    expect([...tree(second)]).toEqual([...tree(first)]);
  });

  test('loses nothing when the function fails and sink continues', () => {
    const bad = split.replace('weight: 90', 'weight: most');
    const from = put(join(root, 'source-bad'), { 'split.yaml': bad, 'deploy.yaml': deployment });
    const to = join(root, 'sink-bad');
    const failed = through(from, to);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('weight "most" is not a quantity');
    expect(textOf(tree(to), 'split.yaml')).toBe(bad);
    expect(textOf(tree(to), 'deploy.yaml')).toBe(deployment);
  });

  test('kpt refuses a path out of the package, for the split and its profile', () => {
    const path = '    config.kubernetes.io/path: ../../out.yaml\n    config.kubernetes.io/index: "0"\n';
    const item = split.replace('shop\n', `shop\n  annotations:\n${path}`).trimEnd().replaceAll('\n', '\n  ');
    const list = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${item}\n`;
    const converted = run(process.execPath, [bundle], { input: list });
    expect(converted).toMatchObject({ status: 0 });
    const sunk = run(kpt, ['fn', 'sink', join(root, 'deep/deeper/sink')], { input: converted.stdout });
    expect(sunk.status).toBe(1);
    expect(sunk.stderr).toContain('resource must be written under package');
    expect(tree(join(root, 'deep')).size).toBe(0);
  });
});
