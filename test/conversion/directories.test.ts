import { describe, expect, test } from 'vitest';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

const split = (name: string, backend = '{service: v1, weight: 1}'): string =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${name}, namespace: shop}\nspec: {service: ${name}, backends: [${backend}]}\n`;

const staleProfile = `apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata:
  name: old.shop.svc.cluster.local
  namespace: shop
  annotations: {smi.linkerd.io/skip: smi2linkerd}
spec: {dstOverrides: [{authority: v1.shop.svc.cluster.local, weight: "1"}]}
`;
const staleRoute = `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: old-8080
  namespace: shop
  annotations: {smi2linkerd.dev/trafficsplit: old}
spec: {}
`;

describe.each([
  ['profile', staleProfile, []],
  ['route', staleRoute, ['--target', 'httproute', '--port', '8080']],
] as const)('a marked %s without its split', (kind, stale, flags) => {
  test.each<[string, string, boolean]>([
    ['all splits of the call are read', split('api'), true],
    ['a split of another directory cannot be parsed', split('old').replace('spec:', 'spec: ['), false],
    ['a split of another directory is a template', split('old', '{service: v1, weight: "{{ .w }}"}'), false],
  ])(`is stale where %s`, async (_, other, isStale) => {
    const cwd = treeOf({
      'web/kustomization.yaml': 'resources: [all.yaml]\n',
      'web/all.yaml': `${split('web')}---\n${stale}`,
      'other/split.yaml': other,
    });
    const { stderr } = await runWith(['--check', ...flags, '.'], { cwd });
    expect(stderr.includes(`${kind}-stale`)).toBe(isStale);
  });
});

describe('an object of another directory counts if it is known to be in the namespace of the split', () => {
  const service = (namespace: string): string =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: web${namespace}}\nspec: {clusterIP: None}\n`;
  const shop = ', namespace: shop';
  const kustomization = (namespace: string): string => `namespace: ${namespace}\nresources: [service.yaml]\n`;

  test.each<[string, string, string, readonly string[], boolean]>([
    ['by itself', shop, '', [], true],
    ['by its kustomization', '', kustomization('shop'), [], true],
    ['by the option', '', '', ['-n', 'shop'], true],
    [
      'to be in another one, by its kustomization, whatever the option says',
      '',
      kustomization('other'),
      ['-n', 'shop'],
      false,
    ],
    ['by nothing', '', '', [], false],
    ['to be in another one, by its kustomization', '', kustomization('other'), [], false],
    ['to be in another one, by itself', ', namespace: other', '', ['-n', 'shop'], false],
  ])('%s', async (_, namespace, kustomized, flags, counts) => {
    const cwd = treeOf({
      'web/split.yaml': split('web'),
      'other/service.yaml': service(namespace),
      ...(kustomized !== '' && { 'other/kustomization.yaml': kustomized }),
    });
    const { stderr } = await runWith(['--check', ...flags, '.'], { cwd });
    expect(stderr.includes('apex-headless')).toBe(counts);
  });
});
