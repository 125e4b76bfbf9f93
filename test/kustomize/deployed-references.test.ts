import { expect, test } from 'vitest';
import { deployedReferences } from '../../src/kustomize/deployed-references.ts';
import type { Names } from '../../src/kustomize/renamed-names.ts';
import type { KubernetesObject } from '../../src/kubernetes.ts';
import type { Manifest } from '../../src/manifests/manifest.ts';

/** The new names of objects of one kind, in namespace `shop`. */
function renamed(names: Readonly<Record<string, string>>): Names {
  return {
    has: () => false,
    follow: (name, namespace) => (namespace === 'shop' ? names[name] : undefined),
    formerNamesOf: () => [],
  };
}

const deployed = deployedReferences({
  services: renamed({ web: 'dev-web' }),
  groups: renamed({}),
  splits: renamed({ web: 'dev-web-split', ts: 'dev-ts' }),
  routes: renamed({ web: 'dev-web-route' }),
});

const at = { namespace: 'shop' };
const gateway = { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'web' };
const canary = (trafficRouting: unknown): KubernetesObject => ({ strategy: { canary: { trafficRouting } } });
const plugin = (fields: unknown): KubernetesObject => canary({ plugins: { 'argoproj-labs/gatewayAPI': fields } });

test.each<[string, KubernetesObject, KubernetesObject]>([
  ['a Service', { kind: 'Canary', spec: { service: { name: 'web' } } }, { service: { name: 'dev-web' } }],
  [
    'the Service of a Deployment',
    { kind: 'Canary', spec: { targetRef: { kind: 'Deployment', name: 'web' } } },
    { targetRef: { kind: 'Deployment', name: 'dev-web' } },
  ],
  [
    'the Services of a route, but not its Gateway',
    {
      kind: 'HTTPRoute',
      spec: { parentRefs: [{ name: 'web' }, gateway], rules: [{ backendRefs: [{ kind: 'Service', name: 'web' }] }] },
    },
    { parentRefs: [{ name: 'dev-web' }, gateway], rules: [{ backendRefs: [{ kind: 'Service', name: 'dev-web' }] }] },
  ],
  [
    'a Service of another namespace',
    { kind: 'TCPRoute', spec: { parentRefs: [{ name: 'web', namespace: 'other' }] } },
    { parentRefs: [{ name: 'web', namespace: 'other' }] },
  ],
  [
    'a Service and a split',
    { kind: 'Rollout', spec: canary({ smi: { rootService: 'web', trafficSplitName: 'ts' } }) },
    canary({ smi: { rootService: 'dev-web', trafficSplitName: 'dev-ts' } }),
  ],
  [
    'a split whose name stays',
    { kind: 'Rollout', spec: canary({ smi: { trafficSplitName: 'other' } }) },
    canary({ smi: { trafficSplitName: 'other' } }),
  ],
  [
    'routes that there are',
    { kind: 'Rollout', spec: plugin({ httpRoute: 'web', httpRoutes: [{ name: 'web' }] }) },
    plugin({ httpRoute: 'dev-web-route', httpRoutes: [{ name: 'dev-web-route' }] }),
  ],
  [
    'the route that a split becomes, which gets its name',
    { kind: 'Rollout', spec: plugin({ httpRoute: 'ts', httpRoutes: [{ name: 'ts' }, { name: 'none' }] }) },
    plugin({ httpRoute: 'dev-ts', httpRoutes: [{ name: 'dev-ts' }, { name: 'none' }] }),
  ],
  [
    'nothing where fields are no lists and no texts',
    { kind: 'HTTPRoute', spec: { parentRefs: { name: 'web' }, rules: [{ backendRefs: [{ name: 1 }, 'web'] }] } },
    { parentRefs: { name: 'web' }, rules: [{ backendRefs: [{ name: 1 }, 'web'] }] },
  ],
  ['nothing in other kinds', { kind: 'Ingress', spec: { service: { name: 'web' } } }, { service: { name: 'web' } }],
])('of what Kustomize renames, an object names %s', (_, { kind, spec }, after) => {
  const object = { kind, metadata: at, spec };
  expect(deployed({ object } as unknown as Manifest)).toEqual({ kind, metadata: at, spec: after });
});
