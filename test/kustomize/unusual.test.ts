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
      'with a value that holds itself cannot be read, by Kustomize neither',
      { 'a/kustomization.yaml': 'x: &a [*a]\nnamePrefix: x-\nresources: [s.yaml]\n', 'a/s.yaml': namespaced },
      'a/kustomization.yaml is not valid YAML',
    ],
    [
      'with labels that are written into annotations leaves a split alone that they mark',
      {
        'a/kustomization.yaml':
          'resources: [s.yaml]\nlabels: [{pairs: {smi.linkerd.io/skip: yes}, fields: [{path: metadata/annotations, create: true}]}]\n',
        'a/s.yaml': namespaced,
      },
      'a/kustomization.yaml sets smi.linkerd.io/skip (labels[0])',
    ],
    [
      'with a configuration that is no path is as if it was not there',
      {
        'a/kustomization.yaml': 'namePrefix: x-\nresources: [s.yaml]\nconfigurations: [{a: b}, 5]\n',
        'a/s.yaml': namespaced,
      },
      'a/kustomization.yaml sets namePrefix: x-',
    ],
    [
      'with a resource that is no path is the one to put the function into',
      {
        'a/kustomization.yaml': 'namePrefix: x-\nresources: [{a: b}, s.yaml, ""]\n',
        'a/s.yaml': namespaced,
      },
      'in transformers: of a/kustomization.yaml',
    ],
    [
      'with a component that holds the function is served by it',
      {
        'a/kustomization.yaml': 'resources: [s.yaml]\ncomponents: [../c]\n',
        'a/s.yaml': namespaced,
        'c/kustomization.yaml':
          'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ntransformers: [t.yaml]\n',
        'c/t.yaml': 'apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata: {name: t}\n',
      },
      'served-by-function',
    ],
    [
      'with patches in a List reads each of them',
      {
        'a/kustomization.yaml': 'resources: [s.yaml]\npatches: [{path: p.yaml}]\n',
        'a/s.yaml': namespaced,
        'a/p.yaml': `apiVersion: v1\nkind: List\nitems:\n- ${namespaced.replaceAll('\n', '\n  ')}`,
      },
      'a/kustomization.yaml patches it (patches[0])',
    ],
    [
      'that patches an object with items that is no List changes nothing',
      {
        'a/kustomization.yaml': 'resources: [s.yaml]\npatches: [{path: p.yaml}]\n',
        'a/s.yaml': namespaced,
        'a/p.yaml': `apiVersion: v1\nkind: Other\nmetadata: {name: o}\nitems:\n- ${namespaced.replaceAll('\n', '\n  ')}`,
      },
      '1 would be converted',
    ],
    [
      'with the function by an image in an annotation is served by it',
      {
        'a/kustomization.yaml': 'resources: [s.yaml]\ntransformers: [t.yaml]\n',
        'a/s.yaml': namespaced,
        'a/t.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: t\n  annotations:\n    config.kubernetes.io/function: |\n      container: {image: "ghcr.io:80/x/smi2linkerd:v1@sha256:0"}\n',
      },
      'served-by-function',
    ],
    [
      'with a component that is not there is as if it was not named',
      { 'a/kustomization.yaml': 'resources: [s.yaml]\ncomponents: [../none]\n', 'a/s.yaml': namespaced },
      '1 would be converted',
    ],
    [
      'with a component of another repository leaves the split alone, for it may change everything',
      {
        'a/kustomization.yaml':
          'resources: [s.yaml]\ncomponents: ["https://git.example.com/shop/components//canary?ref=v1"]\n',
        'a/s.yaml': namespaced,
      },
      'a/kustomization.yaml patches it (components[0])',
    ],
    [
      'that lists one which lists it, with names that follow Services, is read once',
      {
        'a/kustomization.yaml': 'resources: [s.yaml, ../b]\nconfigurations: [../names.yaml]\n',
        'b/kustomization.yaml': 'resources: [../a]\nconfigurations: [../names.yaml]\n',
        'names.yaml': 'nameReference:\n- {kind: Service, fieldSpecs: [{path: spec/service, kind: TrafficSplit}]}\n',
        'a/s.yaml': namespaced,
      },
      '1 would be converted',
    ],
    [
      'with a patch by URL leaves the split alone, for it may be one of the split',
      {
        'a/kustomization.yaml': 'resources: [s.yaml]\npatches: [{path: "https://example.com/patch.yaml"}]\n',
        'a/s.yaml': namespaced,
      },
      'a/kustomization.yaml patches it (patches[0])',
    ],
    [
      'beside an Application with a component that is not there changes nothing',
      {
        'a/kustomization.yaml': 'resources: [s.yaml]\n',
        'a/s.yaml': namespaced,
        'app.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: app}\nspec: {source: {path: a, kustomize: {components: [../none]}}}\n',
      },
      '1 would be converted',
    ],
    [
      'beside an Application with a component that patches the split is left alone',
      {
        'a/kustomization.yaml': 'resources: [s.yaml]\n',
        'a/s.yaml': namespaced,
        'c/kustomization.yaml': 'kind: Component\nnamePrefix: x-\n',
        'app.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: app}\nspec: {source: {path: a, kustomize: {components: [../c]}}}\n',
      },
      'sets namePrefix: x-',
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

  test('names a directory that begins with a dash so that Kustomize takes it for one', async () => {
    const cwd = treeOf({ '-a/kustomization.yaml': 'namespace: b\nresources: [s.yaml]\n', '-a/s.yaml': namespaced });
    const { stderr } = await runWith(['--check', '.'], { cwd });
    expect(stderr).toContain('`kustomize build ./-a | smi2linkerd`');
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

describe('a function after namePrefix', () => {
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

describe('the directories of an ApplicationSet', () => {
  const git = (path: string): string =>
    `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: all}\nspec:\n  generators: [{git: {directories: [{path: "${path}"}]}}]\n  template: {spec: {source: {path: "{{path}}"}, destination: {namespace: prod}}}\n`;

  test.each<[string, string, boolean]>([
    ['apps/*', 'apps/web', true],
    ['apps/**', 'apps/x/web', true],
    ['apps/*/web', 'apps/x/web', true],
    ['apps/*/web', 'apps/x/api', false],
    ['apps.*', 'appsx/web', false],
    ['*/*/*', 'a/b/c', true],
    ['*/*/*/d', 'a/b/c/d', true],
  ])('by %s are %s: %s', async (path, directory, isOne) => {
    const cwd = treeOf({ 'all.yaml': git(path), [`${directory}/s.yaml`]: split });
    const { stderr } = await runWith(['--check', '.'], { cwd });
    expect(stderr.includes('prod (')).toBe(isOne);
  });
});

describe('the tools of a report', () => {
  const toolsOf = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
    const { stdout } = await runWith(['--check', '--format', 'json', '.'], { cwd: treeOf(files) });
    return (JSON.parse(stdout.toString()) as { readonly tools?: unknown }).tools;
  };

  test.each<[string, Readonly<Record<string, string>>, readonly string[] | undefined]>([
    ['none', { 's.yaml': namespaced }, undefined],
    ['kustomize', { 'kustomization.yaml': 'resources: [s.yaml]\n', 's.yaml': namespaced }, ['kustomize']],
    [
      'kustomize, for a patch',
      { 'kustomization.yaml': 'patches: [{path: s.yaml}]\n', 's.yaml': namespaced },
      ['kustomize'],
    ],
    ['none, for another kustomization', { 'o/kustomization.yaml': 'resources: []\n', 's.yaml': namespaced }, undefined],
    ['none, for a name alone', { 'kustomization.yaml': 'crds: [s.yaml]\n', 's.yaml': namespaced }, undefined],
    ['helm', { 'Chart.yaml': 'name: c\n', 'templates/s.yaml': namespaced }, ['helm']],
    ['none, for the values of another chart', { 'c/Chart.yaml': 'name: c\n', 's.yaml': namespaced }, undefined],
  ])('%s', async (_, files, tools) => {
    expect(await toolsOf(files)).toEqual(tools);
  });
});

test('what components change is named in one order, however a kustomization lists them', async () => {
  const messageOf = async (components: string): Promise<string | undefined> => {
    const cwd = treeOf({
      'a/kustomization.yaml': `resources: [s.yaml]\ncomponents: [${components}]\n`,
      'a/s.yaml': namespaced,
      'c1/kustomization.yaml': 'kind: Component\nnamePrefix: x-\n',
      'c2/kustomization.yaml': 'kind: Component\nnameSuffix: -y\n',
      'c3/kustomization.yaml': 'kind: Component\nnamePrefix: z-\n',
    });
    const { stderr } = await runWith(['--check', '.'], { cwd });
    return /^.*kustomize-rewrites: .*$/m.exec(stderr)?.[0];
  };
  const [first, ...others] = [
    await messageOf('../c1, ../c2, ../c3'),
    await messageOf('../c3, ../c1, ../c2'),
    await messageOf('../c2, ../c3, ../c1'),
  ];
  expect(first).toMatch(/sets nameSuffix: -y through c2\/kustomization\.yaml/);
  expect(others).toEqual([first, first]);
});

describe('the pattern of a fix leaves out the file that it names, and no other, in a directory', () => {
  const files = (directory: string): Readonly<Record<string, string>> => ({
    [`${directory}/split.yaml`]: split,
    [`${directory}/kustomization.yaml`]: 'resources: [split.yaml]\n',
    'x/split.yaml': split,
    'prod/kustomization.yaml': `resources: [${JSON.stringify(`../${directory}`)}, ../x/split.yaml]\nnamePrefix: prod-\n`,
  });

  test.each(['base', '!base', '!!', '!(base)', '[x]', '{x,base}', '+(x)', '?', '*', 'a|b', String.raw`\x`])(
    'named %s',
    async (directory) => {
      const cwd = treeOf(files(directory));
      const before = (await runWith(['--check', '.'], { cwd })).stderr;
      const pattern = /leave the file out of --check: '(.*split\.yaml)'$/m.exec(
        before.replace(/^x\/.*\n.*\n/m, ''),
      )?.[1];
      const after = (await runWith(['--check', '.', pattern ?? ''], { cwd })).stderr;
      const named = Array.from(after.matchAll(/^(.*split\.yaml):\d/gm), ([, path]) => path);
      expect(named).toEqual(['x/split.yaml']);
    },
  );
});

describe('a split in a file of a generator', () => {
  const made = 'info split-embedded: TrafficSplit a/web: is data of a';

  test.each<[string, string, string]>([
    ['is data of a ConfigMap', 'configMapGenerator: [{name: m, files: [s.yaml]}]', `${made} ConfigMap`],
    ['is data of a Secret', 'secretGenerator: [{name: m, files: [s.yaml]}]', `${made} Secret`],
    [
      'is data, also under another key',
      'configMapGenerator: [{name: m, files: [a.yaml=./s.yaml]}]',
      `${made} ConfigMap`,
    ],
    [
      'is refused where it is deployed, too: the data would change with it',
      'resources: [s.yaml]\nconfigMapGenerator: [{name: m, files: [s.yaml]}]',
      'makes s.yaml data of a ConfigMap, too',
    ],
    [
      'is converted where it is another file',
      'configMapGenerator: [{name: m, files: [t.yaml]}]',
      '1 would be converted',
    ],
    [
      'is converted where the files are none',
      'configMapGenerator: [{name: m, files: [{a: s.yaml}]}]',
      '1 would be converted',
    ],
  ])('%s', async (_, line, said) => {
    const cwd = treeOf({ 'kustomization.yaml': `${line}\n`, 's.yaml': namespaced });
    const { stderr } = await runWith(['--check', '.'], { cwd });
    expect(stderr).toContain(said);
    expect(stderr.includes('split-embedded')).toBe(said.startsWith(made));
  });
});
