import { describe, expect, test } from 'vitest';
import { check } from './check.ts';

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec: {service: web, backends: [{service: v1, weight: 1}]}
`;
const converts = '1 would be converted';
const moves = 'sets namespace: other';

/** A Flux Kustomization. */
const flux = (name: string, spec: string): string =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: ${name}}\nspec: {${spec}}\n`;

/** An ApplicationSet for a list of one directory and for what another generator makes of it. */
const matrix = (generator: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: a}\nspec: {generators: [{matrix: {generators: [{list: {elements: [{to: app}]}}, ${generator}]}}], template: {spec: {source: {path: "{{path}}", kustomize: {namespace: other}}}}}\n`;

const app = { 'app/kustomization.yaml': 'resources: [s.yaml]\n', 'app/s.yaml': split };

describe('a split below the path of', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'an Application without a kustomization is not changed by Kustomize options',
      {
        'app/s.yaml': split,
        'app.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\nspec: {source: {path: app, kustomize: {namespace: other}}}\n',
      },
      converts,
    ],
    [
      'Flux is changed where no kustomization is nearer',
      { 'all/app/s.yaml': split, 'flux.yaml': flux('a', 'path: ./all, targetNamespace: other') },
      moves,
    ],
    [
      'Flux is not deployed by a kustomization that does not list it',
      {
        'all/app/kustomization.yaml': 'resources: []\n',
        'all/app/s.yaml': split,
        'flux.yaml': flux('a', 'path: ./all, targetNamespace: other'),
      },
      converts,
    ],
    [
      'an ApplicationSet of directories is not below one of these directories',
      {
        'apps/a/deep/kustomization.yaml': 'resources: [s.yaml]\n',
        'apps/a/deep/s.yaml': split,
        'set.yaml':
          'apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: a}\nspec: {generators: [{git: {directories: [{path: apps/*}]}}], template: {spec: {source: {path: "{{path}}", kustomize: {namespace: other}}}}}\n',
      },
      converts,
    ],
    [
      'an ApplicationSet is not changed where the second of two generators leaves its directory out',
      {
        ...app,
        'set.yaml': matrix('{git: {directories: [{path: "{{to}}"}, {path: app, exclude: true}]}}'),
      },
      converts,
    ],
    [
      'an ApplicationSet is not changed by a template in a generator of its matrix',
      {
        ...app,
        'set.yaml': matrix(
          '{git: {directories: [{path: "{{to}}"}], template: {spec: {source: {kustomize: {namespace: third}}}}}}',
        ),
      },
      'sets namespace: other',
    ],
  ])('%s', async (_, files, said) => {
    expect((await check(files)).stderr).toContain(said);
  });
});

/** An ApplicationSet that sets a namespace in what its generator finds. */
const set = (generator: string, path: string): string =>
  `apiVersion: argoproj.io/v1alpha1\nkind: ApplicationSet\nmetadata: {name: a}\nspec: {generators: [${generator}], template: {spec: {source: {path: "${path}", kustomize: {namespace: other}}}}}\n`;

describe('a generator of an ApplicationSet', () => {
  const at = (directory: string): Readonly<Record<string, string>> => ({
    [`${directory}/kustomization.yaml`]: 'resources: [s.yaml]\n',
    [`${directory}/s.yaml`]: split,
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'that leaves all out that it finds deploys nothing',
      {
        ...at('apps/web'),
        'set.yaml': set('{git: {directories: [{path: apps/*}, {path: apps/*, exclude: true}]}}', '{{path}}'),
      },
      converts,
    ],
    [
      'that finds a file may deploy a directory below it',
      {
        ...at('apps/web/over'),
        'apps/web/config.json': '{}',
        'set.yaml': set('{git: {files: [{path: apps/*/config.json}]}}', 'apps/{{path.basename}}/over'),
      },
      moves,
    ],
    [
      'that finds a file may deploy a directory that is always the same',
      {
        ...at('fixed'),
        'apps/web/config.json': '{}',
        'set.yaml': set('{git: {files: [{path: apps/*/config.json}]}}', 'fixed'),
      },
      moves,
    ],
  ])('%s', async (_, files, said) => {
    expect((await check(files)).stderr).toContain(said);
  });
});

test('parameters beside a directory of a generated Application and of Flux are those of the Application alone', async () => {
  const { stderr } = await check({
    ...app,
    'app/.argocd-source-web.yaml': 'kustomize: {namespace: other}\n',
    'set.yaml': set('{list: {elements: [{name: web}]}}', 'app').replace('other', 'shop'),
    'flux.yaml': flux('f', 'path: ./app'),
  });
  expect(stderr).toContain('Argo CD override in app/.argocd-source-web.yaml sets namespace: other');
  expect(stderr).toContain('run `flux build kustomization f --path app');
});

describe('a Flux Kustomization', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'is patched by a component of another one',
      {
        ...app,
        'cluster/web.yaml': flux('web', 'path: ./app'),
        'part/kustomization.yaml': `kind: Component\npatches: [{target: {kind: Kustomization, name: web}, patch: "[{op: add, path: /spec/targetNamespace, value: other}]"}]\n`,
        'root.yaml': flux('root', 'path: ./cluster, components: [../part]'),
      },
      moves,
    ],
    [
      'that only a patch in the call shows is read from that patch',
      {
        ...app,
        'cluster/kustomization.yaml': 'resources: [../../fleet]\npatches: [{path: web.yaml}]\n',
        'cluster/web.yaml': flux('web', 'path: ./app, targetNamespace: other'),
      },
      moves,
    ],
    [
      'is not patched by what stands beside its own patch',
      {
        ...app,
        'cluster/kustomization.yaml': 'resources: [web.yaml]\npatchesStrategicMerge: [p.yaml]\n',
        'cluster/web.yaml': flux('web', 'path: ./app'),
        'cluster/p.yaml': `${flux('web', 'suspend: true')}---\n${flux('api', 'targetNamespace: other')}`,
      },
      converts,
    ],
    [
      'and another one that deploy one overlay are named once',
      {
        ...app,
        'over/kustomization.yaml': 'resources: [../app]\nnamespace: other\n',
        'clusters.yaml': `${flux('a', 'path: ./over')}---\n${flux('b', 'path: ./over')}`,
      },
      'fix: run `flux build kustomization a --path over --kustomization-file clusters.yaml --dry-run --strict-substitute | smi2linkerd`; leave',
    ],
    [
      'loses what a patch replaces',
      {
        ...app,
        'cluster/kustomization.yaml':
          'resources: [web.yaml]\npatches: [{patch: "{kind: Kustomization, metadata: {name: web}, spec: {$patch: replace, path: ./app}}"}]\n',
        'cluster/web.yaml': flux('web', 'path: ./app, targetNamespace: other'),
      },
      converts,
    ],
  ])('%s', async (_, files, said) => {
    expect((await check(files)).stderr).toContain(said);
  });
});
