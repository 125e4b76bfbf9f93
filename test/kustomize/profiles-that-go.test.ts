import { expect, test } from 'vitest';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

test('a profile that goes is not kept by a namespace that its kustomization sets', async () => {
  const cwd = treeOf({
    'kustomization.yaml': 'namespace: a\nresources: [s.yaml]\n',
    's.yaml':
      'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n---\napiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: web.a.svc.cluster.local, namespace: a}\nspec: {dstOverrides: [{authority: v1.a.svc.cluster.local, weight: 1}]}\n',
  });
  const { stderr } = await runWith(['--check', '--target', 'httproute', '--port', 'web=80', '.'], { cwd });
  expect(stderr).toContain('profile-removed');
});
