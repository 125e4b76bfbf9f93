import { describe, expect, test } from 'vitest';
import type { Actor } from '../../src/kustomize/actor.ts';
import { builtObjects } from '../../src/kustomize/patched-deployers.ts';
import { check } from './check.ts';

const split =
  'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
const flux = (spec: string): string =>
  `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: apps, namespace: flux-system}\nspec: {path: ./apps${spec}}\n`;

/** A split that Flux deploys, and overlays of the Flux Kustomization. */
const tree = (overlays: Readonly<Record<string, string>>, spec = ''): Readonly<Record<string, string>> => ({
  'apps/split.yaml': split,
  'clusters/base/apps.yaml': flux(spec),
  'clusters/base/kustomization.yaml': 'resources: [apps.yaml]\n',
  ...Object.fromEntries(
    Object.entries(overlays).map(([name, text]) => [
      `clusters/${name}/kustomization.yaml`,
      `resources: [../base]\n${text}`,
    ]),
  ),
});
const patch = (content: string, target = 'kind: Kustomization'): string =>
  `patches:\n- target: {${target}}\n  patch: '${content}'\n`;
const add = '{"op": "add", "path": "/spec/targetNamespace", "value": "prod"}';

describe('a patch of a Flux Kustomization', () => {
  test.each<[string, string, boolean]>([
    ['that adds a namespace', patch(`[${add}]`), true],
    [
      'that adds a namespace after a test',
      patch(`[{"op": "test", "path": "/spec/path", "value": "./apps"}, ${add}]`),
      true,
    ],
    ['for its own namespace', patch(`[${add}]`, 'kind: Kustomization, namespace: flux-system'), true],
    ['for another namespace', patch(`[${add}]`, 'kind: Kustomization, namespace: tenants'), false],
  ])('%s changes the split: %j → %s', async (_what, overlay, changes) => {
    const { stderr } = await check(tree({ prod: overlay }));
    const found = / error kustomize-rewrites: .* Flux Kustomization apps in clusters\/prod\/kustomization\.yaml /.test(
      stderr,
    );
    expect(found, stderr).toBe(changes);
    expect(stderr).toContain(changes ? '1 refused' : '1 would be converted');
  });

  test.each<[string, string, string, boolean]>([
    ['that its base gives it', 'labels: [{pairs: {team: web}}]\n', 'labelSelector: team=web', true],
    ['that its base does not give it', 'labels: [{pairs: {team: web}}]\n', 'labelSelector: team=jobs', false],
    ['that only its overlay gives it', '', 'labelSelector: stage=prod', false],
    ['that a patch before gives it', 'labels: [{pairs: {team: web}}]\n', 'labelSelector: by=patch', true],
  ])('by a label %s: %j, %j → %s', async (_what, base, target, changes) => {
    const label = `- target: {kind: Kustomization}\n  patch: '[{"op": "add", "path": "/metadata/labels/by", "value": "patch"}]'\n`;
    const overlay = `labels: [{pairs: {stage: prod}}]\n${patch(`[${add}]`, target).replace('patches:\n', `patches:\n${label}`)}`;
    const files = tree({ prod: overlay });
    const { stderr } = await check({ ...files, 'clusters/base/kustomization.yaml': `resources: [apps.yaml]\n${base}` });
    expect(stderr).toContain(changes ? '1 refused' : '1 would be converted');
  });

  test('by a label of its own, beside one that its base gives it, changes the split', async () => {
    const files = tree({ prod: patch(`[${add}]`, 'kind: Kustomization, name: apps, labelSelector: own=yes') });
    const { stderr } = await check({
      ...files,
      'clusters/base/apps.yaml': flux('').replace('{name: apps,', '{name: apps, labels: {own: "yes"},'),
      'clusters/base/kustomization.yaml': 'resources: [apps.yaml]\nlabels: [{pairs: {team: web}}]\n',
    });
    expect(stderr).toContain('1 refused');
  });

  test('in the namespace that its base gives it changes the split', async () => {
    const files = tree({ prod: patch(`[${add}]`, 'kind: Kustomization, name: apps, namespace: flux') });
    const base = 'namespace: flux\nresources: [apps.yaml]\n';
    const { stderr } = await check({ ...files, 'clusters/base/kustomization.yaml': base });
    expect(stderr).toContain('1 refused');
  });

  test('in an overlay with a suffix is built under the name that it has then', async () => {
    const { stderr } = await check(tree({ prod: `nameSuffix: -prod\n${patch(`[${add}]`)}` }));
    expect(stderr).toContain('`kustomize build clusters/prod | flux build kustomization apps-prod ');
  });

  test('that is a text changes nothing', async () => {
    const { stderr } = await check(tree({ prod: patch('prod') }, ', targetNamespace: prod'));
    expect(stderr).toContain('Flux Kustomization apps in clusters/base/apps.yaml sets namespace: prod');
  });

  test('that two overlays have is named once', async () => {
    const { stderr } = await check(tree({ prod: patch(`[${add}]`), test: patch(`[${add}]`) }));
    expect(stderr.match(/Flux Kustomization apps in /g), stderr).toHaveLength(1);
    expect(stderr.match(/kustomize build /g), stderr).toHaveLength(1);
  });
});

describe('a replacement in a Flux Kustomization', () => {
  const replaces = (fieldPath: string, options = ''): string =>
    `replacements:\n- source: {kind: ConfigMap, name: cluster, fieldPath: data.name}\n  targets:\n  - select: {kind: Kustomization}\n    fieldPaths: [${fieldPath}]\n    options: {${options}}\n`;
  const namespace = ', targetNamespace: prod';

  test.each<[string, string, string, boolean]>([
    ['the first part of its path', replaces('spec.path', 'delimiter: /, index: 0'), namespace, false],
    ['the first part of its path, by default', replaces('spec.path', 'delimiter: /'), namespace, false],
    ['the last part of its path', replaces('spec.path', 'delimiter: /, index: 1'), namespace, true],
    ['a part before its path', replaces('spec.path', 'delimiter: /, index: -1'), namespace, false],
    ['a part far after its path', replaces('spec.path', 'delimiter: /, index: 999999999'), namespace, false],
    ['a field that it lacks', replaces('spec.targetNamespace'), '', false],
    ['a field that is created', replaces('spec.targetNamespace', 'create: true'), '', true],
    ['a list instead of its patches', replaces('spec.patches'), ', patches: [{patch: x}]', false],
    ['its name', replaces('metadata.name'), namespace, true],
  ])('that writes %s: %j, %j → %s', async (_what, overlay, spec, changes) => {
    const { stderr } = await check(tree({ prod: overlay }, spec));
    expect(stderr).toContain(changes ? '1 refused' : '1 would be converted');
  });
});

describe('an object', () => {
  const listings = (above: (place: string) => readonly string[]) => ({
    isPatch: () => false,
    listersOf: (place: string): readonly Actor[] =>
      above(place).map((directory) => ({
        path: `${directory}/kustomization.yaml`,
        kustomization: {
          path: `${directory}/kustomization.yaml`,
          directory,
          shown: directory,
          object: {},
          line: () => 1,
        },
        steps: [],
      })),
    inOrder: (user: Actor) => [user],
  });
  /** The layers from 0 up to another one, each with two kustomizations that list both of the layer before. */
  const layers = (height: number) =>
    listings((place) => {
      const layer = place === 'file' ? 0 : Number(place.split('/')[0]) + 1;
      return layer === height ? [] : [`${layer}/a`, `${layer}/b`];
    });
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };

  test('is built once for each way through the kustomizations that list it', () => {
    expect(builtObjects(object, 'file', layers(3))).toEqual(Array.from({ length: 8 }, () => ({ object })));
  });

  test('that kustomizations list in 2^20 ways is built at most 1000 times', () => {
    expect(builtObjects(object, 'file', layers(20)).length).toBeLessThanOrEqual(1000);
  });

  test('below more kustomizations than are looked at is that of its file', () => {
    const chain = listings((place) => [place === 'file' ? '0' : String(Number(place) + 1)]);
    expect(builtObjects(object, 'file', chain)).toEqual([{ object }]);
  });
});
