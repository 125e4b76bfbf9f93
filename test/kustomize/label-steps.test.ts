import { describe, expect, test } from 'vitest';
import { keysSet, labellingSteps } from '../../src/kustomize/label-steps.ts';
import type { Step } from '../../src/kustomize/step.ts';

const where = 'patches[0]';

function patch(...patches: readonly unknown[]): Step {
  return { kind: 'patch', patches, where };
}

function replacement(...targets: readonly unknown[]): Step {
  return { kind: 'replacement', targets, where };
}

const steps: readonly [string, Step, readonly string[] | undefined][] = [
  ['a plugin', { kind: 'plugin', where }, undefined],
  ['labels', { kind: 'metadata', labels: { app: 'web' }, annotations: {}, where }, ['app']],
  ['annotations', { kind: 'metadata', labels: {}, annotations: { note: 'x' }, where }, []],
  ['a namespace', { kind: 'namespace', value: 'shop', where }, []],
  ['a patch that cannot be read', patch(), undefined],
  ['a patch of labels', patch({ metadata: { labels: { app: 'web' } } }), ['app']],
  ['a patch of the spec', patch({ metadata: { name: 'web' }, spec: { service: 'web' } }), []],
  ['a patch without metadata', patch({ spec: { service: 'web' } }), []],
  ['a patch whose metadata is a text', patch({ metadata: 'labels' }), []],
  ['a patch that is a text', patch('labels'), undefined],
  ['a patch that replaces the object', patch({ $patch: 'replace', metadata: { name: 'web' } }), undefined],
  ['a patch that replaces the metadata', patch({ metadata: { $patch: 'replace', name: 'web' } }), undefined],
  ['patches of the spec and of labels', patch({ spec: {} }, { metadata: { labels: {} } }), []],
  ['a JSON patch of a label', patch([{ op: 'add', path: '/metadata/labels/app', value: 'web' }]), ['app']],
  ['a JSON patch of all labels', patch([{ op: 'add', path: '/metadata/labels', value: {} }]), undefined],
  ['a JSON patch of the metadata', patch([{ op: 'replace', path: '/metadata', value: {} }]), undefined],
  ['a JSON patch of the object', patch([{ op: 'replace', path: '', value: {} }]), undefined],
  ['a JSON patch of an annotation', patch([{ op: 'add', path: '/metadata/annotations/app', value: 'x' }]), []],
  [
    'a JSON patch of a weight and a label',
    patch([
      { op: 'add', path: '/spec/backends/0/weight', value: 1 },
      { op: 'add', path: '/metadata/labels/a~1b~0c', value: 'x' },
    ]),
    ['a/b~c'],
  ],
  ['a replacement of a label', replacement({ fieldPaths: ['metadata.labels.app'] }), undefined],
  ['an older replacement of a label', replacement({ fieldPath: 'metadata.labels.app' }), undefined],
  ['a replacement with slashes', replacement({ fieldPaths: ['/metadata/labels/app'] }), undefined],
  ['a replacement of the metadata', replacement({ fieldPaths: ['metadata'] }), undefined],
  ['a replacement of the name', replacement({ fieldPaths: ['metadata.name'] }), []],
  ['a replacement without a path', replacement({}), []],
  [
    'replacements of a name and a label',
    replacement({}, { fieldPaths: ['metadata.name', 'metadata.labels.a'] }),
    undefined,
  ],
  [
    'a JSON patch that moves a label',
    patch([{ op: 'move', from: '/metadata/labels/app', path: '/spec/app' }]),
    ['app'],
  ],
  ['a JSON patch that tests a label', patch([{ op: 'test', path: '/metadata/labels/app', value: 'web' }]), []],
  ['a patch that removes all labels', patch({ metadata: { labels: null } }), undefined],
  ['a patch that replaces all labels', patch({ metadata: { labels: { $patch: 'replace' } } }), undefined],
  ['two patches, one of which cannot be read', patch({ metadata: { labels: { app: 'web' } } }, 'labels'), undefined],
];

describe('a step', () => {
  test.each(steps)('%s: may set these labels: %j', (_, step, expected) => {
    expect(keysSet(step, 'labels')).toEqual(expected);
  });
  test.each(steps)('%s, with labels and annotations exchanged: may set these annotations: %j', (_, step, expected) => {
    const words: Readonly<Record<string, string>> = { labels: 'annotations', annotations: 'labels' };
    const exchanged = JSON.stringify(step).replace(/labels|annotations/g, (word) => words[word] ?? word);
    expect(keysSet(JSON.parse(exchanged) as Step, 'annotations')).toEqual(expected);
  });
});

describe('fieldSpecs', () => {
  test.each<[unknown, number]>([
    [{ path: 'metadata/labels' }, 1],
    [{ path: 'metadata/labels', kind: 'ServiceProfile' }, 1],
    [{ path: 'metadata/labels', group: 'split.smi-spec.io' }, 1],
    [{ path: 'metadata/labels', group: 'policy.linkerd.io', kind: 'HTTPRoute' }, 1],
    [{ path: 'metadata/labels', group: 'gateway.networking.k8s.io' }, 1],
    [{ path: 'metadata/annotations', kind: 'HTTPRoute' }, 1],
    [{ path: 'metadata/labels', kind: 'Deployment' }, 0],
    [{ path: 'spec/selector' }, 0],
    [{ path: 'spec/template/metadata/labels' }, 0],
  ])('%j: steps that may set labels or annotations of a split: %s', (spec, steps) => {
    expect(labellingSteps([spec], where)).toEqual(steps === 0 ? [] : [{ kind: 'plugin', where }]);
  });
});
