import { describe, expect, test } from 'vitest';
import { inlineObjects } from '../../src/kustomize/read.ts';
import type { Words } from '../../src/kustomize/step.ts';
import { stepsOf } from '../../src/kustomize/steps.ts';
import { transformersBuilt, transformerSteps } from '../../src/kustomize/transformers.ts';

/** Files by their name. */
type Files = Readonly<Record<string, readonly unknown[]>>;

function wordsOf(files: Files): Words {
  return {
    read: (name) => files[name] ?? [],
    inline: inlineObjects,
    renamesBelow: () => false,
    configurations: () => files['c.yaml'] ?? [],
    configs: (name) => files[name] ?? inlineObjects(name),
  };
}

const patch = { kind: 'TrafficSplit', metadata: { name: 'web' } };
const other = { kind: 'Service', metadata: { name: 'web' } };
const routes = {
  kind: 'Service',
  fieldSpecs: ['spec/parentRefs/name', 'spec/rules/backendRefs/name'].map((path) => ({ kind: 'HTTPRoute', path })),
};
/** This program without options. */
const keeping = { drops: false, makesRoutes: false, profiles: false, namespace: '' };
const spec = { kind: 'TrafficSplit', path: 'spec/service' };
const select = { group: '', version: '', kind: 'TrafficSplit' };

describe('the steps of a kustomization', () => {
  test.each<[string, object, Files, readonly unknown[]]>([
    ['nothing', { resources: ['a.yaml'] }, {}, []],
    ['a namespace', { namespace: 'shop' }, {}, [{ kind: 'namespace', value: 'shop', where: 'namespace' }]],
    ['an empty namespace', { namespace: '' }, {}, []],
    [
      'transformers that cannot be read, which may be any plugin',
      { transformers: ['github.com/a/b', 5] },
      {},
      [{ kind: 'plugin', where: 'transformers[0]' }],
    ],
    [
      'a prefix and a suffix',
      { namePrefix: 'a-', nameSuffix: '-b' },
      {},
      [
        { kind: 'namePrefix', value: 'a-', where: 'namePrefix', renamesRoutes: false },
        { kind: 'nameSuffix', value: '-b', where: 'nameSuffix', renamesRoutes: false },
      ],
    ],
    [
      'a prefix with a configuration of routes',
      { namePrefix: 'a-', configurations: ['c.yaml', 5] },
      { 'c.yaml': [{ nameReference: [{ kind: 'Secret' }, routes] }] },
      [{ kind: 'namePrefix', value: 'a-', where: 'namePrefix', renamesRoutes: true }],
    ],
    [
      'a prefix with a configuration of one of two fields of routes',
      { namePrefix: 'a-', configurations: ['c.yaml'] },
      { 'c.yaml': [{ nameReference: [{ ...routes, fieldSpecs: routes.fieldSpecs.slice(1) }] }] },
      [{ kind: 'namePrefix', value: 'a-', where: 'namePrefix', renamesRoutes: false }],
    ],
    [
      'a prefix with a configuration of routes for another kind',
      { namePrefix: 'a-', configurations: ['c.yaml'] },
      { 'c.yaml': [{ nameReference: [{ ...routes, kind: 'Secret' }] }] },
      [{ kind: 'namePrefix', value: 'a-', where: 'namePrefix', renamesRoutes: false }],
    ],
    [
      'patches in a file, in the text and with a target',
      {
        patches: [
          { path: 'p.yaml' },
          { patch: JSON.stringify(other) },
          { target: { kind: 'TrafficSplit' }, path: 'p.yaml' },
        ],
      },
      { 'p.yaml': [patch, other] },
      [
        { kind: 'patch', patches: [patch, other], files: ['p.yaml'], where: 'patches[0]' },
        { kind: 'patch', patches: [other], where: 'patches[1]' },
        {
          kind: 'patch',
          target: { kind: 'TrafficSplit' },
          patches: [patch, other],
          files: ['p.yaml'],
          where: 'patches[2]',
        },
      ],
    ],
    [
      'patches of the older forms',
      {
        patchesStrategicMerge: ['p.yaml', JSON.stringify(other)],
        patchesJson6902: [{ target: { name: 'web' }, patch: '[]' }],
      },
      { 'p.yaml': [patch] },
      [
        { kind: 'patch', patches: [patch], files: ['p.yaml'], where: 'patchesStrategicMerge[0]' },
        { kind: 'patch', patches: [other], where: 'patchesStrategicMerge[1]' },
        { kind: 'patch', target: { name: 'web' }, patches: [[]], where: 'patchesJson6902[0]' },
      ],
    ],
    [
      'a patch that is a list',
      { patches: [{ path: 'p.yaml' }] },
      { 'p.yaml': [{ kind: 'List', items: [patch, other] }] },
      [{ kind: 'patch', patches: [patch, other], files: ['p.yaml'], where: 'patches[0]' }],
    ],
    ['a patch that is a number', { patches: [5] }, {}, [{ kind: 'patch', patches: [], where: 'patches[0]' }]],
    [
      'labels and annotations',
      { commonLabels: { a: 'b' }, commonAnnotations: { c: 'd' }, labels: [{ pairs: { e: 'f' } }] },
      {},
      [
        { kind: 'metadata', labels: { a: 'b' }, annotations: {}, where: 'commonLabels' },
        { kind: 'metadata', labels: {}, annotations: { c: 'd' }, where: 'commonAnnotations' },
        { kind: 'metadata', labels: { e: 'f' }, annotations: {}, where: 'labels[0]' },
      ],
    ],
    ['empty labels', { commonLabels: {}, commonAnnotations: null }, {}, []],
    [
      'labels with fields',
      { labels: [{ pairs: {}, fields: [spec] }] },
      {},
      [
        { kind: 'metadata', labels: {}, annotations: {}, where: 'labels[0]' },
        { kind: 'replacement', targets: [{ select }], where: 'labels[0]' },
      ],
    ],
    [
      'fields of a configuration',
      { namespace: 'shop', images: null, replicas: [{ name: 'a' }, { name: 'b' }], configurations: ['c.yaml'] },
      {
        'c.yaml': [
          { namespace: [spec, { path: 'data/a' }], images: [spec], replicas: [{ path: '/spec/backends[]/weight' }] },
        ],
      },
      [
        { kind: 'namespace', value: 'shop', where: 'namespace' },
        { kind: 'replacement', targets: [{ select }], where: 'namespace' },
        {
          kind: 'replacement',
          targets: ['a', 'b'].map((name) => ({ select: { ...select, kind: '', name } })),
          where: 'replicas',
        },
      ],
    ],
    [
      'replacements, in a file or not',
      { replacements: [{ targets: [{ select: { kind: 'A' } }] }, { path: 'r.yaml' }, {}] },
      { 'r.yaml': [[{ targets: [{ select: { kind: 'B' } }] }], { targets: [{ select: { kind: 'C' } }] }] },
      [
        { kind: 'replacement', targets: [{ select: { kind: 'A' } }], where: 'replacements[0]' },
        {
          kind: 'replacement',
          targets: [{ select: { kind: 'B' } }, { select: { kind: 'C' } }],
          where: 'replacements[1]',
        },
      ],
    ],
    [
      'replacements and variables with what they take values from',
      {
        replacements: [{ source: { kind: 'A' }, targets: [{ select: { kind: 'B' } }] }],
        vars: [{ name: 'V', objref: { kind: 'C', name: 'c' } }, { name: 'W' }],
      },
      {},
      [
        {
          kind: 'replacement',
          targets: [{ select: { kind: 'B' } }],
          sources: [{ kind: 'A' }],
          where: 'replacements[0]',
        },
        { kind: 'variable', source: { kind: 'C', name: 'c' }, where: 'vars[0]' },
      ],
    ],
    [
      'a transformer in a list, and none',
      { transformers: ['t.yaml', 5] },
      {
        't.yaml': [
          {
            kind: 'List',
            items: [{ apiVersion: 'builtin', kind: 'NamespaceTransformer', metadata: { namespace: 'shop' } }],
          },
        ],
      },
      [{ kind: 'namespace', value: 'shop', unsetOnly: false, where: 'transformers[0]' }],
    ],
    [
      'a transformer written inline, which runs before one in a file',
      {
        transformers: [
          't.yaml',
          JSON.stringify({ apiVersion: 'smi2linkerd.dev/v1alpha1', kind: 'TrafficSplitTransformer' }),
        ],
      },
      { 't.yaml': [{ apiVersion: 'builtin', kind: 'NamespaceTransformer', metadata: { namespace: 'shop' } }] },
      [
        { kind: 'function', own: keeping, where: 'transformers[1]' },
        { kind: 'namespace', value: 'shop', unsetOnly: false, where: 'transformers[0]' },
      ],
    ],
  ])('%s', (_, object, files, steps) => {
    expect(stepsOf({ ...object }, wordsOf(files))).toEqual(steps);
  });
});

describe('the steps of a transformer', () => {
  const where = 'transformers[0]';
  const fields = [spec, { path: 'metadata/labels', create: true }];
  const onNames = [{ path: 'metadata/name' }];

  test.each<[string, object, readonly unknown[], Files?]>([
    ['PatchTransformer', { patch: JSON.stringify(patch) }, [{ kind: 'patch', patches: [patch], where }]],
    ['PatchTransformer', { target: { kind: 'A' } }, [{ kind: 'patch', target: { kind: 'A' }, patches: [], where }]],
    [
      'PatchJson6902Transformer',
      { target: { name: 'a' } },
      [{ kind: 'patch', target: { name: 'a' }, patches: [], where }],
    ],
    [
      'PatchStrategicMergeTransformer',
      { paths: ['p.yaml'], patches: JSON.stringify(other) },
      [{ kind: 'patch', patches: [patch, other], files: ['p.yaml'], where }],
      { 'p.yaml': [patch] },
    ],
    [
      'NamespaceTransformer',
      { metadata: { namespace: 'a' }, unsetOnly: true },
      [{ kind: 'namespace', value: 'a', unsetOnly: true, where }],
    ],
    ['NamespaceTransformer', { unsetOnly: true }, []],
    ['PrefixTransformer', { prefix: 'a-', fieldSpecs: onNames }, [{ kind: 'namePrefix', value: 'a-', where }]],
    ['SuffixTransformer', { suffix: '-b', fieldSpecs: onNames }, [{ kind: 'nameSuffix', value: '-b', where }]],
    [
      'PrefixSuffixTransformer',
      { prefix: 'a-', suffix: '-b', fieldSpecs: onNames },
      [
        { kind: 'namePrefix', value: 'a-', where },
        { kind: 'nameSuffix', value: '-b', where },
      ],
    ],
    [
      'PrefixTransformer',
      { prefix: 'a-', fieldSpecs: [{ path: 'metadata/name', kind: 'TrafficSplit' }] },
      [{ kind: 'namePrefix', value: 'a-', where }],
    ],
    [
      'PrefixTransformer',
      { prefix: 'a-', fieldSpecs: [{ path: 'metadata/name', kind: 'Service' }] },
      [{ kind: 'namePrefix', value: 'a-', where }],
    ],
    ['PrefixTransformer', { prefix: 'a-', fieldSpecs: [{ path: 'metadata/name', kind: 'Secret' }] }, []],
    ['PrefixTransformer', { prefix: 'a-', fieldSpecs: [{ path: 'metadata/name', group: 'apps' }] }, []],
    [
      'PrefixTransformer',
      { prefix: 'a-', fieldSpecs: [spec] },
      [{ kind: 'replacement', targets: [{ select }], where }],
    ],
    ['PrefixTransformer', { fieldSpecs: onNames }, []],
    [
      'LabelTransformer',
      { labels: { a: 'b' }, fieldSpecs: fields },
      [
        { kind: 'metadata', labels: { a: 'b' }, annotations: {}, where },
        { kind: 'replacement', targets: [{ select }], where },
      ],
    ],
    [
      'LabelTransformer',
      { labels: { a: 'b' }, fieldSpecs: [{ path: 'metadata/labels/a', group: 'split.smi-spec.io' }] },
      [{ kind: 'metadata', labels: { a: 'b' }, annotations: {}, where }],
    ],
    ['LabelTransformer', { labels: { a: 'b' }, fieldSpecs: [{ path: 'metadata/labels', kind: 'Service' }] }, []],
    [
      'LabelTransformer',
      { labels: { a: 'b' }, fieldSpecs: [{ path: 'metadata/annotations' }] },
      [{ kind: 'metadata', labels: {}, annotations: { a: 'b' }, where }],
    ],
    [
      'AnnotationsTransformer',
      { annotations: { a: 'b' }, fieldSpecs: [{ path: 'metadata/annotations' }, spec] },
      [
        { kind: 'metadata', labels: {}, annotations: { a: 'b' }, where },
        { kind: 'replacement', targets: [{ select }], where },
      ],
    ],
    [
      'AnnotationsTransformer',
      { annotations: { a: 'b' }, fieldSpecs: [{ path: 'metadata/labels' }] },
      [{ kind: 'metadata', labels: { a: 'b' }, annotations: {}, where }],
    ],
    ['ImageTagTransformer', { fieldSpecs: [spec] }, [{ kind: 'replacement', targets: [{ select }], where }]],
    ['ReplicaCountTransformer', { fieldSpecs: [{ path: 'spec/replicas' }] }, []],
    [
      'ReplicaCountTransformer',
      { fieldSpecs: [{ path: 'spec', kind: 'TrafficSplit' }] },
      [{ kind: 'replacement', targets: [{ select }], where }],
    ],
    [
      'ReplacementTransformer',
      { replacements: [{ path: 'r.yaml' }, { targets: ['b'] }] },
      [{ kind: 'replacement', targets: ['a', 'b'], where }],
      { 'r.yaml': [{ targets: ['a'] }] },
    ],
    [
      'ValueAddTransformer',
      { targets: [{ selector: { kind: 'A' } }, {}], targetFilePath: 'v.yaml' },
      [{ kind: 'replacement', targets: [{ select: { kind: 'A' } }, { select: {} }, { select: { kind: 'B' } }], where }],
      { 'v.yaml': [{ targets: [{ selector: { kind: 'B' } }] }] },
    ],
    [
      'ValueAddTransformer',
      { targets: [{}] },
      [{ kind: 'replacement', targets: [{ select: {} }], where }],
      { '': [{ targets: ['a'] }] },
    ],
    ['HashTransformer', { fieldSpecs: [spec] }, []],
  ])('%s %j', (kind, config, steps, files = {}) => {
    expect(transformerSteps({ apiVersion: 'builtin', kind, ...config }, where, wordsOf(files))).toEqual(steps);
  });

  test.each([
    ['text', false],
    [{ apiVersion: 'v1', kind: 'PatchTransformer', target: {} }, false],
    [{ apiVersion: 'builtin/v1', kind: 'PatchTransformer', target: {} }, false],
    [{ apiVersion: 'smi2linkerd.dev/v1alpha1', kind: 'TrafficSplitTransformer' }, true],
    [{ apiVersion: 'example.com/v1alpha1', kind: 'TrafficSplitTransformer' }, false],
    [{ apiVersion: 'smi2linkerd.dev/v1alpha1', kind: 'Other' }, false],
    ...['config.kubernetes.io/function', 'config.k8s.io/function'].flatMap((key) =>
      [
        ['container: {image: smi2linkerd}', true],
        ['container: {image: "ghcr.io/a/smi2linkerd:1.2@sha256:00"}', true],
        ['container: {image: "localhost:5000/smi2linkerd:1.2"}', true],
        ['container: {image: "ghcr.io/a/smi2linkerd-docs:1.2"}', false],
        ['container: {image: "ghcr.io/smi2linkerd/other:1.2"}', false],
        ['exec: {path: ./bin/smi2linkerd}', true],
        ['exec: {path: "C:\\\\bin\\\\smi2linkerd"}', true],
        ['exec: {path: ./smi2linkerd.sh}', false],
        ['text', false],
      ].map(([text, is]) => [{ kind: 'ConfigMap', metadata: { annotations: { [key]: text } } }, is] as const),
    ),
  ] as const)('%j runs this program: %s', (config, is) => {
    const other = typeof config === 'string' ? [] : [{ kind: 'plugin', where }];
    const steps = is ? [{ kind: 'function', own: keeping, where }] : other;
    expect(transformerSteps(config, where, wordsOf({}))).toEqual(steps);
  });

  test.each([
    [{ drop: true }, { drops: true }],
    [{ drop: false, profiles: true, namespace: 'shop' }, { namespace: 'shop' }],
    [
      { target: 'httproute', profiles: true },
      { makesRoutes: true, profiles: true },
    ],
    [{ target: 'httproute', drop: 'no' }, { makesRoutes: true }],
  ])('the options %j of this program', (options, own) => {
    const steps = [{ kind: 'function', own: { ...keeping, ...own }, where }];
    const config = { apiVersion: 'smi2linkerd.dev/v1alpha1', kind: 'TrafficSplitTransformer', ...options };
    expect(transformerSteps(config, where, wordsOf({}))).toEqual(steps);
    const metadata = { annotations: { 'config.kubernetes.io/function': 'exec: {path: smi2linkerd}' } };
    const data = Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)]));
    expect(transformerSteps({ kind: 'ConfigMap', metadata, data }, where, wordsOf({}))).toEqual(steps);
    expect(transformerSteps({ kind: 'ConfigMap', metadata, ...options }, where, wordsOf({}))).toEqual([
      { kind: 'function', own: keeping, where },
    ]);
  });
});

describe('the transformers that a directory is built to', () => {
  const one = { kind: 'PrefixTransformer', metadata: { name: 'a' } };
  const anything = { apiVersion: 'builtin', kind: 'PatchTransformer', target: {} };

  test.each<[object, readonly unknown[]]>([
    [{}, [one, 'text']],
    [{ namespace: 'shop' }, [{ ...one, metadata: { name: 'a', namespace: 'shop' } }, 'text']],
    [{ commonLabels: { a: 'b' }, patches: [] }, [one, 'text']],
    ...['patches', 'patchesStrategicMerge', 'patchesJson6902', 'replacements', 'transformers', 'components'].map(
      (key): [object, readonly unknown[]] => [{ [key]: ['a'] }, [one, 'text', anything]],
    ),
  ])('%j', (kustomization, built) => {
    expect(transformersBuilt({ ...kustomization }, [one, 'text'])).toEqual(built);
  });
});
