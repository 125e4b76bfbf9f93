import { describe, expect, test } from 'vitest';
import { generatedSpecs, withValues } from '../../src/kustomize/application-sets.ts';
import { deployersIn } from '../../src/kustomize/deployers.ts';
import { deploymentsOf } from '../../src/kustomize/deployments.ts';
import { findChartsIn } from '../../src/kustomize/helm-charts.ts';
import type { KustomizeFiles } from '../../src/kustomize/files.ts';

const deployersOf = (object: unknown) =>
  deployersIn({ path: 'd.yaml', directory: '/r', bytes: Buffer.from(JSON.stringify(object)) });

const flux = (spec: unknown, version = 'v1', more = {}) => ({
  apiVersion: `kustomize.toolkit.fluxcd.io/${version}`,
  kind: 'Kustomization',
  metadata: { name: 'apps' },
  spec,
  ...more,
});
const argo = (spec: unknown, more = {}) => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Application',
  metadata: { name: 'web' },
  spec,
  ...more,
});

describe('a deployer is found', () => {
  test.each<[unknown, object]>([
    [
      flux({ path: './apps' }),
      {
        tool: 'flux',
        path: 'd.yaml',
        seenFrom: '/r',
        name: 'Flux Kustomization apps',
        target: 'apps',
        steps: [],
        components: [],
        namespace: '',
      },
    ],
    [flux({ path: '/apps//' }), { target: 'apps' }],
    [flux({ path: '.' }), { target: '' }],
    [flux({ path: './' }), { target: '' }],
    [flux({ path: '././a/.b/' }), { target: 'a/.b' }],
    [flux({}), { target: '' }],
    [flux({ path: 'a/${B}/c' }), { target: 'a/*/c' }],
    [
      flux({ path: 'a', targetNamespace: 'shop', components: ['../c', 1] }),
      { namespace: 'shop', components: ['../c'] },
    ],
    [flux({ path: 'a', targetNamespace: '${NS}' }), { namespace: '' }],
    [flux({ path: 'a' }, 'v1', { metadata: {} }), { name: 'Flux Kustomization' }],
    [
      argo({ source: { path: 'a' }, destination: { namespace: 'shop' } }),
      { tool: 'argocd', name: 'Argo CD Application web', target: 'a', namespace: 'shop', excluded: [] },
    ],
    [argo({ sources: [{ path: 'a' }] }), { target: 'a' }],
    [argo({ sourceHydrator: { drySource: { path: 'a' } } }), { target: 'a' }],
    [argo({ source: { path: 'a', kustomize: { components: ['c'] } } }), { components: ['c'] }],
  ])('in %j', (object, found) => {
    expect(deployersOf(object)).toMatchObject([found]);
  });

  test.each([
    flux({}, 'v1', { kind: 'Kustomizations' }),
    flux({}, 'v1', { apiVersion: 'kustomize.config.k8s.io/v1beta1' }),
    argo({ source: { path: 'a' } }, { apiVersion: 'argo.io/v1' }),
    argo({ source: { path: 'a' } }, { kind: 'AppProject' }),
    argo({ source: 'a' }),
    argo({}),
    { apiVersion: 'argoproj.io/v1alpha1', kind: 'Kustomization', spec: { path: 'a' } },
  ])('but not in %j', (object) => {
    expect(deployersOf(object)).toEqual([]);
  });

  test('each source of an Application is one, with its path if it has one', () => {
    const object = argo({
      source: { path: 'a' },
      sources: [{ path: 'b' }, { chart: 'c' }],
      sourceHydrator: { drySource: { path: 'd' } },
    });
    expect(deployersOf(object).map(({ target }) => target)).toEqual(['a', 'b', '', 'd']);
  });

  test('each directory and element of an ApplicationSet is one', () => {
    const generators = [
      { list: { elements: [{ env: 'dev' }, { env: 'prod' }] } },
      { git: { directories: [{ path: 'b' }] } },
    ];
    const spec = { source: { path: 'a/{{env}}' }, destination: { namespace: '{{ns}}' } };
    const object = argo({ generators, template: { spec } }, { kind: 'ApplicationSet' });
    expect(deployersOf(object)).toMatchObject(
      ['a/dev', 'a/prod', 'a/*'].map((target) => ({ target, name: 'Argo CD ApplicationSet web', namespace: '' })),
    );
  });

  test('the directories of a pattern are one where it is not known which there are', () => {
    const generators = [{ git: { directories: [{ path: 'apps/*' }] } }];
    const object = argo(
      { generators, template: { spec: { source: { path: '{{path}}' } } } },
      { kind: 'ApplicationSet' },
    );
    expect(deployersOf(object)).toMatchObject([{ target: 'apps/*', isGuess: false }]);
  });

  test.each<[string, object, readonly string[]]>([
    ['with the chart of a HelmChart of its namespace', { kind: 'HelmChart', name: 'web' }, ['charts/web']],
    [
      'with the chart of a HelmChart of another namespace',
      { kind: 'HelmChart', name: 'web', namespace: 'flux' },
      ['charts/flux'],
    ],
    ['with no chart where the HelmChart is not there', { kind: 'HelmChart', name: 'api' }, []],
    ['with no chart where it refers to another source', { kind: 'OCIRepository', name: 'web' }, []],
  ])('in a HelmRelease, %s', (_, chartRef, charts) => {
    const chart = (namespace: string, path: string) => ({
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'HelmChart',
      metadata: { name: 'web', namespace },
      spec: { chart: path, sourceRef: { kind: 'GitRepository', name: 'fleet' } },
    });
    const release = {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { chartRef },
    };
    const items = [chart('shop', 'charts/web'), chart('flux', 'charts/flux'), release];
    const bytes = Buffer.from(JSON.stringify({ kind: 'List', apiVersion: 'v1', items }));
    const found = deployersIn(
      { path: 'd.yaml', directory: '/r', bytes },
      undefined,
      undefined,
      findChartsIn(() => [{ directory: '/r', objects: items }]),
    );
    expect(found.map(({ target }) => target)).toEqual(charts);
  });

  test('in a ResourceSet, with the actions whose inputs it does not say', () => {
    const resources = [flux({ path: 'apps/<< inputs.app >>/<< inputs.cell >>' })];
    const object = {
      apiVersion: 'fluxcd.controlplane.io/v1',
      kind: 'ResourceSet',
      metadata: { name: 'apps' },
      spec: { inputs: [{ app: 'web' }, { app: 'api', cell: 'a' }], resources },
    };
    expect(deployersOf(object).map(({ target }) => target)).toEqual(['apps/web/*', 'apps/api/a']);
  });

  test('in the items of a list', () => {
    expect(
      deployersOf({ kind: 'List', apiVersion: 'v1', items: [flux({ path: 'a' }), flux({ path: 'b' })] }),
    ).toHaveLength(2);
  });
});

describe('what a deployer deploys', () => {
  const directories = ['/r/apps/web/base', '/r/apps/api', '/r/other'];
  const above = (objects: readonly unknown[], file: string): readonly string[] => {
    const files = {
      charts: [],
      directories,
      roots: () => ['/none', '/r'],
      resolve: (from: string, path: string) => `${from}/${path}`,
      locate: (path: string) => path,
      deployers: () =>
        objects.map((one) => ({ path: 'd.yaml', directory: '/r', bytes: Buffer.from(JSON.stringify(one)) })),
    } as unknown as KustomizeFiles;
    return deploymentsOf(files, new Set(), { isPatch: () => false, listersOf: () => [], inOrder: () => [] })
      .above(file)
      .map(({ target }) => target);
  };

  test.each<[readonly string[], string, readonly string[]]>([
    [['apps'], '/r/apps/web/base/a.yaml', ['apps']],
    [['apps', 'apps/web'], '/r/apps/web/base/a.yaml', ['apps/web', 'apps']],
    [['apps/web', 'apps'], '/r/apps/api/a.yaml', ['apps']],
    [['apps'], '/r/other/a.yaml', []],
    [['apps'], '/r/apps', []],
    [['no'], '/r/apps/api/a.yaml', []],
    [['.'], '/r/apps/api/a.yaml', []],
    [['*/web'], '/r/apps/web/base/a.yaml', ['*/web']],
    [['*/base'], '/r/apps/web/base/a.yaml', []],
    [['a.ps'], '/r/apps/api/a.yaml', []],
    [['a*s/*/*s*'], '/r/apps/web/base/a.yaml', ['a*s/*/*s*']],
  ])('%j deploy %s: %j', (paths, file, targets) => {
    expect(
      above(
        paths.map((path) => argo({ source: { path } })),
        file,
      ),
    ).toEqual(targets);
  });
});

describe('the steps of a deployer are named by its fields', () => {
  const wheres = (object: unknown): readonly string[] =>
    deployersOf(object).flatMap(({ steps }) => steps.map(({ where }) => where));
  const patch = { patch: '{"kind": "TrafficSplit"}', target: { kind: 'TrafficSplit' } };

  test.each<[unknown, readonly string[]]>([
    [flux({ targetNamespace: 'a' }), ['targetNamespace']],
    [flux({ namePrefix: 'a-', nameSuffix: '-b' }), ['namePrefix', 'nameSuffix']],
    [
      flux({ commonMetadata: { labels: { a: 'b' }, annotations: { c: 'd' } } }),
      ['commonMetadata.labels', 'commonMetadata.annotations'],
    ],
    [flux({ patches: [patch] }), ['patches[0]']],
    [flux({ patchesStrategicMerge: [{ kind: 'TrafficSplit', metadata: { name: 'a' } }] }), []],
    [
      flux({ patchesStrategicMerge: [{ kind: 'TrafficSplit', metadata: { name: 'a' } }] }, 'v1beta2'),
      ['patchesStrategicMerge[0]'],
    ],
    [
      argo({ source: { path: 'a', kustomize: { namespace: 'a', namePrefix: 'b' } } }),
      ['kustomize.namespace', 'kustomize.namePrefix'],
    ],
    [argo({ source: { path: 'a', kustomize: { commonLabels: { a: 'b' } } } }), ['kustomize.commonLabels']],
  ])('%j: %j', (object, names) => {
    expect([...wheres(object)].sort()).toEqual([...names].sort());
  });
});

describe('an ApplicationSet makes the specs of Applications', () => {
  const set = (generators: unknown, more = {}) => ({
    spec: { generators, template: { spec: { source: { path: '{{path}}' }, a: { b: 1, c: 2 } } }, ...more },
  });
  const base = { source: { path: '{{path}}' }, a: { b: 1, c: 2 } };
  const none = { spec: base, values: {}, excluded: [] };
  const at = (path: string, basename: string, before = '') => ({
    [`${before}path`]: path,
    [`${before}path.path`]: path,
    [`${before}path.basename`]: basename,
    ...(/^[a-z]/.test(basename) && { [`${before}path.basenameNormalized`]: basename }),
    ...(!path.includes('**') &&
      Object.fromEntries(
        path.split('/').flatMap((one, index) => [
          [`${before}path[${index}]`, one],
          [`index .${before}path.segments ${index}`, one],
        ]),
      )),
  });

  test.each<[unknown, readonly object[]]>([
    [[], [none]],
    [[{ clusters: {} }], [none]],
    [[null], [none]],
    [[{ matrix: { generators: [{ clusters: {} }, { scmProvider: {} }] } }], [none]],
    [
      [{ matrix: { generators: [{ clusters: {} }, { list: { elements: [{ path: 'a' }] } }] } }],
      [{ spec: { ...base, source: { path: 'a' } }, values: { path: 'a' }, excluded: [] }],
    ],
    [undefined, [none]],
    ['a', [none]],
    [
      [{ git: { directories: [{ path: 'a/*' }, { path: 'a/x', exclude: true }, { path: 'b/**', exclude: false }] } }],
      [
        { spec: base, values: at('a/*', '*'), excluded: ['a/x'] },
        { spec: base, values: at('b/**', '*'), excluded: ['a/x'] },
      ],
    ],
    [
      [{ git: { files: [{ path: 'a/b/c.json' }, { path: 'd.json' }] } }],
      [
        { spec: { ...base, source: { path: 'a/b' } }, values: at('a/b', 'b'), excluded: [] },
        { spec: { ...base, source: { path: '' } }, values: at('', ''), excluded: [] },
      ],
    ],
    [
      [{ list: { elements: [{ env: 'prod', n: 1, empty: '' }, 'a'] } }],
      [{ spec: base, values: { env: 'prod', empty: '' }, excluded: [] }],
    ],
    [
      [{ list: { elements: [], elementsYaml: '- {env: {name: prod}}\n- {{ .all | toJson }}\n' } }],
      [{ spec: base, values: { 'env.name': 'prod' }, excluded: [] }, none],
    ],
    [
      [{ list: { elements: [], elementsYaml: '- {env: {name: prod}}\n' } }],
      [{ spec: base, values: { 'env.name': 'prod' }, excluded: [] }],
    ],
    [
      [
        {
          matrix: {
            generators: [
              {
                git: { directories: [{ path: 'a/*' }], pathParamPrefix: 'app', values: { at: '{{.app.path.path}}/x' } },
              },
              { list: { elements: [{ a: '{{values.at}}/y' }, { a: 'c' }] } },
            ],
          },
        },
      ],
      ['a/*/x/y', 'c'].map((a) => ({
        spec: base,
        values: {
          ...at('a/*', '*', 'app.'),
          'values.at': 'a/*/x',
          a,
        },
        excluded: [],
      })),
    ],
    [
      [{ matrix: { generators: [{ list: { elements: [{ a: 'b' }] } }] } }],
      [{ spec: base, values: { a: 'b' }, excluded: [] }],
    ],
    [
      [{ merge: { generators: [{ list: { elements: [{ a: 'b' }] } }] } }],
      [{ spec: base, values: { a: 'b' }, excluded: [] }],
    ],
    [
      [{ merge: { mergeKeys: ['a'], generators: [{ clusters: {} }, { list: { elements: [{ a: 'b' }] } }] } }],
      [none, { spec: base, values: { a: 'b' }, excluded: [] }],
    ],
    // What is in another generator replaces no template.
    ...['merge', 'matrix'].map((kind): [unknown, readonly object[]] => [
      [
        {
          [kind]: {
            mergeKeys: ['a'],
            generators: [
              { list: { elements: [{ a: 'b' }] } },
              { list: { elements: [{ a: 'b' }], template: { spec: { a: 1 } } } },
            ],
          },
        },
      ],
      [{ spec: base, values: { a: 'b' }, excluded: [] }],
    ]),
    [
      [
        {
          matrix: {
            generators: [{ list: { elements: [{ a: 'b' }] } }, { list: { elements: [{ a: 'c', d: '{{a}}' }] } }],
          },
        },
      ],
      [{ spec: base, values: { a: 'b', d: 'b' }, excluded: [] }],
    ],
    [
      [{ list: { elements: [{ a: 'b' }], template: { spec: { a: { c: 3 }, d: [1] } } } }],
      [{ spec: { ...base, a: { b: 1, c: 3 }, d: [1] }, values: { a: 'b' }, excluded: [] }],
    ],
    [[{ clusters: { template: { spec: { a: 1 } } } }], [{ spec: { ...base, a: 1 }, values: {}, excluded: [] }]],
    [[{ clusters: { template: { metadata: {} } } }], [none]],
  ])('%j', (generators, specs) => {
    expect(generatedSpecs(set(generators))).toEqual(specs);
  });

  test('for each directory that is known to match', () => {
    const directories = [{ path: 'a/*' }, { path: 'a/x', exclude: true }, { path: 'c' }];
    const found = generatedSpecs(set([{ git: { directories } }]), (pattern, excluded) => [
      `${pattern[0] ?? ''}/b-${excluded.join(',')}`,
      'a/C',
    ]);
    expect(found).toEqual([
      { spec: { ...base, source: { path: 'a/b-a/x' } }, values: at('a/b-a/x', 'x'), excluded: [] },
      { spec: { ...base, source: { path: 'a/C' } }, values: at('a/C', 'C'), excluded: [] },
      { spec: { ...base, source: { path: 'c' } }, values: at('c', 'c'), excluded: ['a/x'] },
    ]);
  });

  test.each<[string, object]>([
    ['spec:\n  a:\n    c: 3\n', { ...base, a: { b: 1, c: 3 } }],
    ['{{- if .a }}\nspec:\n  d: x-{{ .b }}-{{ .c }}\n  {{ end }}\n', { ...base, d: 'x-{{ .b }}-{{ .c }}' }],
    [`spec:\n  d: '{{ .b "e" }}'\n`, { ...base, d: '{{ .b "e" }}' }],
    ['{{ .all }}', base],
    ['', base],
  ])('with the patch %j', (templatePatch, spec) => {
    const [made] = generatedSpecs(set([], { templatePatch }));
    expect(made?.spec).toEqual(spec);
  });

  test.each<[string, string]>([
    ['{{a}}/{{ .a }}/{{- a -}}', 'x/x/x'],
    ['{{path.basename}}', 'y'],
    ['{{b}}{{ .toString }}', '{{b}}{{ .toString }}'],
    ['a', 'a'],
  ])('%j with values is %j', (written, text) => {
    expect(withValues(written, { a: 'x', 'path.basename': 'y' })).toBe(text);
  });
});
