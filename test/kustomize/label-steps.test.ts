import { describe, expect, test } from 'vitest';
import { labellingSteps, mayLabel } from '../../src/kustomize/label-steps.ts';
import type { Step } from '../../src/kustomize/step.ts';

const where = 'patches[0]';

function patch(...patches: readonly unknown[]): Step {
  return { kind: 'patch', patches, where };
}

function replacement(...targets: readonly unknown[]): Step {
  return { kind: 'replacement', targets, where };
}

const steps: readonly [string, Step, boolean][] = [
  ['a plugin', { kind: 'plugin', where }, true],
  ['labels', { kind: 'metadata', labels: { app: 'web' }, annotations: {}, where }, true],
  ['annotations', { kind: 'metadata', labels: {}, annotations: { note: 'x' }, where }, false],
  ['a namespace', { kind: 'namespace', value: 'shop', where }, false],
  ['a patch that cannot be read', patch(), true],
  ['a patch of labels', patch({ metadata: { labels: { app: 'web' } } }), true],
  ['a patch of the spec', patch({ metadata: { name: 'web' }, spec: { service: 'web' } }), false],
  ['a patch without metadata', patch({ spec: { service: 'web' } }), false],
  ['a patch whose metadata is a text', patch({ metadata: 'labels' }), false],
  ['a patch that is a text', patch('labels'), true],
  ['a patch that replaces the object', patch({ $patch: 'replace', metadata: { name: 'web' } }), true],
  ['a patch that replaces the metadata', patch({ metadata: { $patch: 'replace', name: 'web' } }), true],
  ['patches of the spec and of labels', patch({ spec: {} }, { metadata: { labels: {} } }), true],
  ['a JSON patch of a label', patch([{ op: 'add', path: '/metadata/labels/app', value: 'web' }]), true],
  ['a JSON patch of all labels', patch([{ op: 'add', path: '/metadata/labels', value: {} }]), true],
  ['a JSON patch of the metadata', patch([{ op: 'replace', path: '/metadata', value: {} }]), true],
  ['a JSON patch of the object', patch([{ op: 'replace', path: '', value: {} }]), true],
  ['a JSON patch of an annotation', patch([{ op: 'add', path: '/metadata/annotations/app', value: 'x' }]), false],
  [
    'a JSON patch of a weight and a label',
    patch([
      { op: 'add', path: '/spec/backends/0/weight', value: 1 },
      { op: 'add', path: '/metadata/labels/app', value: 'x' },
    ]),
    true,
  ],
  ['a replacement of a label', replacement({ fieldPaths: ['metadata.labels.app'] }), true],
  ['an older replacement of a label', replacement({ fieldPath: 'metadata.labels.app' }), true],
  ['a replacement with slashes', replacement({ fieldPaths: ['/metadata/labels/app'] }), true],
  ['a replacement of the metadata', replacement({ fieldPaths: ['metadata'] }), true],
  ['a replacement of the name', replacement({ fieldPaths: ['metadata.name'] }), false],
  ['a replacement without a path', replacement({}), false],
  ['replacements of a name and a label', replacement({}, { fieldPaths: ['metadata.name', 'metadata.labels.a'] }), true],
];

describe('a step', () => {
  test.each(steps)('%s: may give an object other labels: %s', (_, step, expected) => {
    expect(mayLabel(step, 'labels')).toBe(expected);
  });
  test.each(steps)(
    '%s, with labels and annotations exchanged: may give an object other annotations: %s',
    (_, step, expected) => {
      const words: Readonly<Record<string, string>> = { labels: 'annotations', annotations: 'labels' };
      const exchanged = JSON.stringify(step).replace(/labels|annotations/g, (word) => words[word] ?? word);
      expect(mayLabel(JSON.parse(exchanged) as Step, 'annotations')).toBe(expected);
    },
  );
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
