import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import type { Manifest } from '../../src/manifests/manifest.ts';
import { nameOf } from '../../src/splits/names.ts';
import { runTimeWriters } from '../../src/splits/run-time-splits.ts';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

const split = (metadata: string, backends = '{service: v1, weight: 1}'): string =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {${metadata}}\nspec: {service: web, backends: [${backends}]}\n`;

describe('a label that is an integer is copied as it is written', () => {
  test.each([
    ['one that a float holds', '12', '12'],
    ['one that no float holds', '9007199254740993', '9007199254740993'],
    ['the smallest one of 64 bits', '-9223372036854775808', '-9223372036854775808'],
    ['in base 16', '0x20000000000001', '9007199254740993'],
    ['in base 8', '0o400000000000000001', '9007199254740993'],
    ['with underscores', '9_007_199_254_740_993', '9007199254740993'],
    ['as a float, which is rounded', '1e17', '100000000000000000'],
    ['one above 64 bits, which is rounded', '9223372036854775808', '9223372036854776000'],
  ])('%s', (_, written, copied) => {
    const { files } = convert([{ path: 's.yaml', text: split(`name: web, namespace: a, labels: {d: ${written}}`) }]);
    expect(files[0]?.text).toContain(`    d: "${copied}"\n`);
  });

  test('a label given by an alias keeps all digits of its number', () => {
    const text = split('name: web, namespace: a, labels: {d: &d 9007199254740993, e: *d}');
    expect(convert([{ path: 's.yaml', text }]).files[0]?.text).toContain('    e: "9007199254740993"\n');
  });

  test('a label given by a merge key has its number rounded', () => {
    const text = split('name: web, namespace: a, labels: {<<: {d: 9007199254740993}}');
    expect(convert([{ path: 's.yaml', text }]).files[0]?.text).toContain('    d: "9007199254740992"\n');
  });
});

describe('the name of a manifest, for a message, is', () => {
  test.each([
    ['its name', { name: 'web', generateName: 'a-' }, 'web'],
    ['what its name is made of', { generateName: 'web-' }, 'web-'],
    ['said to be missing', {}, '(no name)'],
  ])('%s', (_, metadata, name) => {
    expect(nameOf({ object: { metadata } } as unknown as Manifest)).toBe(name);
  });
});

describe('what writes TrafficSplits at run time', () => {
  const canary = (name: string, provider = 'linkerd'): string =>
    `apiVersion: flagger.app/v1beta1\nkind: Canary\nmetadata: {name: ${name}}\nspec: {provider: ${provider}, targetRef: {kind: Deployment, name: ${name}}}\n---\n`;
  test.each([
    [[], undefined],
    [['a'], 'Canary a (f.yaml) writes TrafficSplits at run time'],
    [['a', 'b'], 'Canary a (f.yaml) and Canary b (f.yaml) write TrafficSplits at run time'],
    [['a', 'b', 'c'], 'Canary a (f.yaml), Canary b (f.yaml) and Canary c (f.yaml) write TrafficSplits at run time'],
    [
      ['a', 'b', 'c', 'd'],
      'Canary a (f.yaml), Canary b (f.yaml), Canary c (f.yaml) and 1 more write TrafficSplits at run time',
    ],
  ])('%j', (names, sentence) => {
    const bytes = Buffer.from(names.map((name) => canary(name)).join(''));
    expect(runTimeWriters([{ path: 'f.yaml', bytes }])).toBe(
      sentence === undefined ? undefined : `${sentence}; only an adaptor converts these`,
    );
  });
});

describe('of several objects with a name, the nearest to the split counts', () => {
  const service = (name: string, headless: boolean): string =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: a}\nspec: {${headless ? 'clusterIP: None, ' : ''}ports: [{port: 80}]}\n`;
  const own = split('name: web, namespace: a');
  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    [
      'its file before its directory',
      { 'a/s.yaml': `${own}---\n${service('web', true)}`, 'a/t.yaml': service('web', false) },
      true,
    ],
    [
      'its directory before others',
      { 'b/s.yaml': own, 'b/t.yaml': service('web', true), 'c/t.yaml': service('web', false) },
      true,
    ],
    [
      'its directory before earlier ones',
      { 'b/s.yaml': own, 'b/t.yaml': service('web', true), 'a/t.yaml': service('web', false) },
      true,
    ],
    [
      'its directory before another that a kustomization joins to it',
      {
        'a/s.yaml': own,
        'a/t.yaml': service('web', true),
        'b/t.yaml': service('web', false),
        'o/kustomization.yaml': 'resources: [../a/s.yaml, ../b/t.yaml]\n',
      },
      true,
    ],
    [
      'of two that a kustomization joins to it the last one',
      {
        'a/s.yaml': own,
        'b/t.yaml': service('web', false),
        'c/t.yaml': service('web', true),
        'o/kustomization.yaml': 'resources: [../a/s.yaml, ../b/t.yaml, ../c/t.yaml]\n',
      },
      true,
    ],
    [
      'its directory before another of its unit',
      {
        'k/kustomization.yaml': 'resources: [a/s.yaml]\n',
        'k/a/s.yaml': own,
        'k/a/t.yaml': service('web', true),
        'k/b/t.yaml': service('web', false),
      },
      true,
    ],
    [
      'its unit before another one that a kustomization joins to it',
      {
        'k/kustomization.yaml': 'resources: [a/s.yaml, b/t.yaml]\n',
        'k/a/s.yaml': own,
        'k/b/t.yaml': service('web', true),
        'z/t.yaml': service('web', false),
        'o/kustomization.yaml': 'resources: [../k, ../z/t.yaml]\n',
      },
      true,
    ],
    [
      'its directory, where that one is usual',
      { 'b/s.yaml': own, 'b/t.yaml': service('web', false), 'c/t.yaml': service('web', true) },
      false,
    ],
  ])('%s', async (_, files, headless) => {
    const { stderr } = await runWith(['--check', '.'], { cwd: treeOf(files) });
    expect(stderr.includes('apex-headless')).toBe(headless);
  });
});

test('of two Services in other directories of files that are not deployed together the last one counts', () => {
  const service = (more: string): string =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a}\nspec: {${more}ports: [{port: 80}]}\n`;
  const { findings } = convert(
    [
      { path: 'a/s.yaml', text: split('name: web, namespace: a') },
      { path: 'b/t.yaml', text: service('') },
      { path: 'c/t.yaml', text: service('clusterIP: None, ') },
    ],
    { together: false },
  );
  expect(findings.map(({ code }) => code)).toContain('apex-headless');
});

describe('namespaces seen near a split without one', () => {
  const service = (namespace: string): string =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: ${namespace}}\n`;
  const bare = split('name: web');
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'the own file first, and once',
      {
        'b.yaml': `${bare}---\n${service('x')}`,
        'c.yaml': service('x'),
        'd.yaml': service('y'),
        'e.yaml': service('x'),
      },
      'used nearby: x (in the same file), y (d.yaml)\n',
    ],
    [
      'those in the names of profiles, each once',
      {
        's.yaml': bare,
        't.yaml': ['x', 'x', 'y']
          .map((one) => `kind: ServiceProfile\nmetadata: {name: web.${one}.svc.cluster.local}\n`)
          .join('---\n'),
      },
      'used nearby: x (a ServiceProfile in t.yaml), y (a ServiceProfile in t.yaml)\n',
    ],
    [
      'after the commands for a base that some overlays name',
      {
        'base/kustomization.yaml': 'resources: [s.yaml]\n',
        'base/s.yaml': bare,
        'k/kustomization.yaml': 'resources: [../base]\nnamespace: prod\n',
        'l/kustomization.yaml': 'resources: [../base]\n',
      },
      'or run `kustomize build k | smi2linkerd`; used nearby: prod (k/kustomization.yaml)\n',
    ],
    [
      'no more than five',
      {
        's.yaml': bare,
        ...Object.fromEntries(Array.from('abcdefgh', (name) => [`${name}.yaml`, service(name)] as const)),
      },
      'used nearby: a (a.yaml), b (b.yaml), c (c.yaml), d (d.yaml), e (e.yaml)\n',
    ],
  ])('%s', async (_, files, text) => {
    expect((await runWith(['--check', '.'], { cwd: treeOf(files) })).stderr).toContain(text);
  });
});

describe('a split that a deployer renames gets the fix', () => {
  const argo =
    'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: app}\nspec:\n  source: {repoURL: https://e.x/r, path: k, kustomize: {nameSuffix: -x}}\n  destination: {namespace: prod}\n';
  const flux = (more: string): string =>
    `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: app, namespace: flux-system}\nspec: {path: ./k, prune: true, interval: 1m, sourceRef: {kind: GitRepository, name: r}, ${more}}\n`;
  test.each<[string, string, readonly string[], string]>([
    ['of Argo CD', argo, [], 'into k/kustomization.yaml, and put the function in its transformers:'],
    [
      'of Argo CD, with the options of the run',
      argo,
      ['--drop'],
      'into k/kustomization.yaml, and put the function with drop: true in its transformers:',
    ],
    [
      'of Argo CD, with all options that a function can have, in quotes where YAML reads a number',
      argo,
      ['--drop', '--no-skip-annotation', '--fail-on', 'warning', '-n', '123'],
      'put the function with drop: true, namespace: "123", skipAnnotation: false, failOn: warning in its transformers:',
    ],
    ['of Flux', flux('nameSuffix: -x'), [], 'which alone would know the names that Flux Kustomization app makes'],
    ['of Flux, where only the namespace changes', flux('targetNamespace: x'), [], 'run `flux build kustomization app '],
  ])('%s', async (_, app, flags, fix) => {
    const files = {
      'app.yaml': app,
      'k/kustomization.yaml': 'resources: [s.yaml]\n',
      'k/s.yaml': split('name: web, namespace: a'),
    };
    expect((await runWith(['--check', ...flags, '.'], { cwd: treeOf(files) })).stderr).toContain(fix);
  });
});

describe('a split', () => {
  const codesOf = async (files: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<string> =>
    (await runWith(['--check', ...flags, '.'], { cwd: treeOf(files) })).stderr;
  const own = split('name: web, namespace: a');
  const marked = (annotation: string): string => split(`name: web, namespace: a, annotations: {${annotation}: "true"}`);
  const transformer = 'apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata: {name: t}\n';
  const flux =
    'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: f}\nspec: {path: ./k, namePrefix: x-}\n';
  const served = {
    'k/kustomization.yaml': 'resources: [s.yaml]\ntransformers: [t.yaml]\n',
    'k/t.yaml': transformer,
    'k/s.yaml': own,
  };

  test.each<[string, Readonly<Record<string, string>>, readonly string[], string, boolean]>([
    [
      'that shares its apex with a skipped one is alone',
      { 'a.yaml': own, 'b.yaml': marked('smi.linkerd.io/skip') },
      [],
      'apex-split',
      false,
    ],
    ['that shares its apex with another one is not', { 'a.yaml': own, 'b.yaml': own }, [], 'apex-split', true],
    [
      'that shares its apex with one of local configuration is not',
      { 'a.yaml': own, 'b.yaml': marked('config.kubernetes.io/local-config') },
      [],
      'apex-split',
      true,
    ],
    [
      'with a namespace has none from its kustomization',
      { 'kustomization.yaml': 'namespace: a\nresources: [s.yaml]\n', 's.yaml': own },
      [],
      'namespace-from-kustomization',
      false,
    ],
    [
      'without a namespace has that of its kustomization',
      { 'kustomization.yaml': 'namespace: a\nresources: [s.yaml]\n', 's.yaml': split('name: web') },
      [],
      'namespace-from-kustomization',
      true,
    ],
    [
      'without a namespace has that of the option',
      { 'kustomization.yaml': 'namespace: a\nresources: [s.yaml]\n', 's.yaml': split('name: web') },
      ['-n', 'a'],
      'namespace-from-kustomization',
      false,
    ],
    ['is served by a function', served, [], 'served-by-function', true],
    [
      'is not served by a function where Flux deploys it',
      { ...served, 'f.yaml': flux },
      [],
      'served-by-function',
      false,
    ],
    [
      'that cannot be understood is owned by the Rollout that names it',
      {
        's.yaml': split('name: odd, namespace: a', '{service: v1}'),
        'r.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: r, namespace: a}\nspec: {strategy: {canary: {stableService: x, canaryService: y, trafficRouting: {smi: {trafficSplitName: odd}}}}}\n',
      },
      [],
      'controller-owned',
      true,
    ],
  ])('%s', async (_, files, flags, code, isSaid) => {
    expect((await codesOf(files, ...flags)).includes(code)).toBe(isSaid);
  });

  test('without a namespace in two kustomizations that set none is told to set it in both, if a third sets one', async () => {
    const overlay = (more: string): string => `resources: [../base]\n${more}`;
    const said = await codesOf({
      'base/kustomization.yaml': 'resources: [s.yaml]\n',
      'base/s.yaml': split('name: web'),
      'x/kustomization.yaml': overlay('namespace: a\n'),
      'y/kustomization.yaml': overlay(''),
      'z/kustomization.yaml': overlay(''),
    });
    expect(said).toContain('and namespace: into y/kustomization.yaml and z/kustomization.yaml');
  });
});
