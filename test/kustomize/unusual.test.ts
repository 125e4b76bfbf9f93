import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

const split =
  'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
const namespaced = split.replace('name: web}', 'name: web, namespace: a}');
const set = (generators: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all}\nspec:\n  generators: ${generators}\n  template: {spec: {source: {path: app}, destination: {namespace: prod}}}\n`;

describe('a check of a tree with unusual kustomizations', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'that list each other ends, and the namespace of both is used',
      {
        'a/kustomization.yaml': 'namespace: prod\nresources: [../b, s.yaml]\n',
        'a/s.yaml': split,
        'b/kustomization.yaml': 'resources: [../a]\n',
      },
      'namespace prod is set by a/kustomization.yaml',
    ],
    [
      'whose transformers list themselves ends',
      {
        'a/kustomization.yaml': 'namespace: prod\nresources: [s.yaml]\ntransformers: [t]\n',
        'a/s.yaml': split,
        'a/t/kustomization.yaml': 'resources: [., {a: b}, f.yaml]\n',
        'a/t/f.yaml': 'apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: p}\nprefix: x-\n',
      },
      'namespace prod is set by a/kustomization.yaml',
    ],
    [
      'with a value that holds itself is as if it was not there',
      { 'a/kustomization.yaml': 'x: &a [*a]\nnamePrefix: x-\nresources: [s.yaml]\n', 'a/s.yaml': namespaced },
      '1 would be converted',
    ],
    [
      'beside an ApplicationSet with a generator that is no mapping',
      { 'app/s.yaml': split, 'all.yaml': set('[x]') },
      'namespace',
    ],
  ])('%s', async (_, files, text) => {
    const { stderr } = await runWith(['--check', '.'], { cwd: treeOf(files) });
    expect(stderr).toContain(text);
  });

  test('an Application names paths from the root of the repository', async () => {
    const cwd = treeOf({
      '.git/HEAD': '',
      'env/apps/all.yaml':
        'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: web}\nspec: {source: {path: env/app}, destination: {namespace: prod}}\n',
      'env/app/s.yaml': split,
    });
    const { stderr } = await runWith(['--check', 'apps', 'app'], { cwd: join(cwd, 'env') });
    expect(stderr).toContain('prod');
  });

  test('gives the builds in the order of their paths, however they are called', async () => {
    const overlay = (prefix: string): string => `namePrefix: ${prefix}-\nresources: [../base]\n`;
    const cwd = treeOf({
      'base/kustomization.yaml': 'resources: [s.yaml]\n',
      'base/s.yaml': namespaced,
      'a/kustomization.yaml': overlay('a'),
      'z/kustomization.yaml': overlay('z'),
    });
    const [one, other] = [
      await runWith(['--check', 'a', 'z', 'base'], { cwd }),
      await runWith(['--check', 'z', 'base', 'a'], { cwd }),
    ];
    expect(one.stderr).toMatch(/a\/kustomization.yaml and z\/kustomization.yaml/);
    expect(/fix: .*/.exec(other.stderr)?.[0]).toBe(/fix: .*/.exec(one.stderr)?.[0]);
  });
});

describe('a function behind namePrefix', () => {
  const service = (name: string, before?: string): string =>
    `- apiVersion: v1\n  kind: Service\n  metadata:\n    name: ${name}\n${before === undefined ? '' : `    annotations: {internal.config.kubernetes.io/previousNames: '${before}'}\n`}`;
  const list = (...services: readonly string[]): Buffer =>
    Buffer.from(
      `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${namespaced.trimEnd().replaceAll('\n', '\n  ')}\n${services.join('')}`,
    );

  test.each<[string, Buffer, string]>([
    ['follows the one Service that had the name', list(service('x-web', 'web'), service('v1')), 'x-web.a.svc'],
    [
      'keeps a name that two Services had',
      list(service('x-web', 'web'), service('y-web', 'web'), service('v1')),
      'web.a.svc',
    ],
  ])('%s', async (_, stdin, name) => {
    const { stdout } = await runWith([], { stdin });
    expect(stdout.toString()).toMatch(new RegExp(`^    name: ${name}`, 'm'));
  });
});
