import { expect, test } from 'vitest';
import { renamedNames } from '../../src/kustomize/renamed-names.ts';
import type { KubernetesObject } from '../../src/kubernetes.ts';
import type { Manifest } from '../../src/manifests/manifest.ts';
import { neighboursOf } from '../../src/manifests/neighbours.ts';

/** A Service that was renamed from `web` by a prefix. */
const service = (prefix: string, namespace?: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: `${prefix}web`,
    ...(namespace !== undefined && { namespace }),
    annotations: {
      'internal.config.kubernetes.io/previousNames': 'web',
      'internal.config.kubernetes.io/previousNamespaces': namespace ?? 'default',
      'internal.config.kubernetes.io/previousKinds': 'Service',
      'internal.config.kubernetes.io/prefixes': prefix,
    },
  },
});

test.each<[string, readonly KubernetesObject[], string | undefined]>([
  ['the only Service that had it', [service('a-', 'shop')], 'a-web'],
  ['the only Service that had it, and has no namespace', [service('a-')], 'a-web'],
  ['none of two, one of them without a namespace', [service('a-', 'shop'), service('b-')], undefined],
  ['that of its namespace', [service('a-', 'shop'), service('b-', 'other')], 'a-web'],
])('an object without a prefix means by a name %s', (_, objects, meant) => {
  const manifests = objects.map((object) => ({ object }) as unknown as Manifest);
  const own = { kind: 'TrafficSplit', metadata: { name: 'web', namespace: 'shop' } };
  expect(renamedNames(neighboursOf([manifests]))?.services.follow('web', 'shop', own)).toBe(meant);
});
