import { describe, expect, test } from 'vitest';
import { check } from './check.ts';

const split = (name = 'web', namespace = ', namespace: shop'): string =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${name}${namespace}}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n`;
const functions = `apiVersion: smi2linkerd.dev/v1alpha1
kind: TrafficSplitTransformer
metadata:
  name: profiles
  annotations:
    config.kubernetes.io/function: |
      exec: {path: smi2linkerd}
`;

/** An overlay with a split, and a component that runs the function. */
const served = (overlay: string, component = '', one = split()): Readonly<Record<string, string>> => ({
  'fn/kustomization.yaml': `kind: Component\ntransformers: [function.yaml]\n${component}`,
  'fn/function.yaml': functions,
  'app/kustomization.yaml': `resources: [s.yaml]\n${overlay}`,
  'app/s.yaml': one,
});

describe('a split that a function in a component converts', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['and nothing changes later is served', served('components: [../fn]\n'), 'served-by-function'],
    [
      'and that gets labels later is served',
      served('components: [../fn]\ncommonLabels: {a: b}\n'),
      'served-by-function',
    ],
    [
      'and another one is patched later is served',
      served(
        'components: [../fn]\npatches: [{target: {kind: TrafficSplit, name: other}, patch: "[{op: remove, path: /spec}]"}]\n',
      ),
      'served-by-function',
    ],
    [
      'and that gets another namespace later is refused',
      served('components: [../fn]\nnamespace: prod\n'),
      'sets namespace: prod after the function in fn/kustomization.yaml',
    ],
    [
      'without a namespace, which is set later, is refused',
      served('components: [../fn]\nnamespace: prod\n', '', split('web', '')),
      'sets namespace: prod after the function in fn/kustomization.yaml',
    ],
    [
      'of a component that uses itself, beside components that there are not, is served',
      served('components: [../fn, {a: b}, ../none]\n', 'components: [../fn, ../late]\n'),
      'served-by-function',
    ],
    [
      'which only an Application adds is converted in its file as well',
      {
        ...served(''),
        'application.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: app}\nspec: {source: {path: app, kustomize: {components: [../fn]}}, destination: {namespace: shop}}\n',
      },
      '1 would be converted',
    ],
  ])('%s', async (_, files, said) => {
    expect((await check(files)).stderr).toContain(said);
  });
});

test('the fix of two functions below a namespace names the outermost kustomization once', async () => {
  const transformers = 'transformers: [../fn/function.yaml]\n';
  const { stderr } = await check({
    'fn/function.yaml': functions,
    'base/kustomization.yaml': `resources: [s.yaml]\n${transformers}`,
    'base/s.yaml': split(),
    'mid/kustomization.yaml': `resources: [../base]\n${transformers}`,
    'top/kustomization.yaml': 'resources: [../mid]\nnamespace: prod\n',
  });
  expect(stderr).toContain('after the function in mid/kustomization.yaml');
  expect(stderr).toContain('transformers: of top/kustomization.yaml;');
});

test('a failover label that a configuration lists for splits, too, is named once', async () => {
  const { stderr } = await check({
    'kustomization.yaml':
      'resources: [s.yaml]\ncommonLabels: {failover.linkerd.io/controlled-by: linkerd-failover}\nconfigurations: [c.yaml]\n',
    'c.yaml': 'commonLabels:\n- {path: metadata/labels, kind: TrafficSplit, create: true}\n',
    's.yaml': split(),
  });
  expect(stderr).toContain('sets failover.linkerd.io/controlled-by (commonLabels) (metadata.name)');
});

test('the options of an ApplicationSet for two directories become an overlay for each Application', async () => {
  const elements = ['{directory: one, to: first}', '{directory: two, to: second}'];
  const { stderr } = await check({
    'apps.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: {name: web, namespace: argocd}
spec:
  generators: [{list: {elements: [${elements.join(', ')}]}}]
  template: {spec: {source: {path: '{{directory}}', kustomize: {namespace: '{{to}}'}}}}
`,
    'base/kustomization.yaml': 'resources: [s.yaml]\n',
    'base/s.yaml': split(),
    'one/kustomization.yaml': 'resources: [../base]\n',
    'two/kustomization.yaml': 'resources: [../base]\n',
  });
  expect(stderr).toContain(
    'replace kustomize.namespace of Argo CD ApplicationSet web by an overlay for each Application',
  );
});

describe('splits of one apex in two overlays that a third kustomization lists', () => {
  const overlays = (more: string, one: string, two: string): Readonly<Record<string, string>> => ({
    'a/kustomization.yaml': `resources: [s.yaml]\n${more}`,
    'a/s.yaml': one,
    'b/kustomization.yaml': `resources: [s.yaml]\n${more}`,
    'b/s.yaml': two,
    'all/kustomization.yaml': 'resources: [../a, ../b]\n',
  });
  const skipped = split().replace('shop}', 'shop, annotations: {smi.linkerd.io/skip: "true"}}');

  test.each<[string, Readonly<Record<string, string>>, string, boolean]>([
    ['are refused', overlays('', split('one'), split('two')), 'apex-split-twice', true],
    [
      'are not, where both overlays rename it first',
      overlays('namePrefix: x-\n', split('one'), split('two')),
      'apex-split-twice',
      false,
    ],
    [
      'are not named, where both are marked to be skipped',
      overlays('', skipped, skipped.replace('web,', 'two,')),
      'apex-split-twice',
      false,
    ],
    [
      'of which one is marked to be skipped are named at the other',
      overlays('', split('one'), skipped),
      'a/s.yaml:4:17: error apex-split-twice',
      true,
    ],
  ])('%s', async (_, files, said, isSaid) => {
    expect((await check(files)).stderr.includes(said)).toBe(isSaid);
  });
});

test('of the splits of a base, only that which is patched after the function is refused', async () => {
  const overlay = (name: string): string =>
    `resources: [../base]\ncomponents: [../fn]\npatches: [{target: {kind: TrafficSplit, name: '${name}'}, patch: "[{op: remove, path: /spec}]"}]\n`;
  const { stderr: said } = await check({
    'fn/kustomization.yaml': 'kind: Component\ntransformers: [function.yaml]\n',
    'fn/function.yaml': functions,
    'base/kustomization.yaml': 'resources: [s.yaml]\n',
    'base/s.yaml': ['a', 'b', 'c'].map((name) => split(name).replace('service: web', `service: ${name}`)).join('---\n'),
    'one/kustomization.yaml': overlay('b.*'),
    'two/kustomization.yaml': overlay('none'),
  });
  expect(said).toContain('TrafficSplit shop/b: one/kustomization.yaml patches it');
  expect(said).toContain('TrafficSplit shop/a: is converted by the function');
  expect(said).toContain('TrafficSplit shop/c: is converted by the function');
});
