import type { Report } from '../diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, list, text } from '../kubernetes.ts';
import type { Manifest } from '../manifest.ts';
import type { Placed } from '../placed.ts';

const routeGroups = ['gateway.networking.k8s.io', 'policy.linkerd.io'];

/** Reports routes on an apex: a profile with overrides takes precedence, and Linkerd ignores them (linkerd.md §3). */
export function reportRoutes(splits: readonly Placed[], neighbours: readonly Manifest[], report: Report): void {
  const routes = neighbours.filter(
    ({ object }) => /^(?:HTTP|GRPC)Route$/.test(text(object, 'kind')) && routeGroups.includes(groupOf(object)),
  );
  for (const { manifest, split } of splits) {
    for (const { object } of routes) {
      if (!isParent(object, split.apex, split.namespace)) continue;
      report({
        code: 'route-ignored',
        message: `${text(object, 'kind')} ${text(object, 'metadata', 'name')} on Service ${split.apex} is ignored once the profile stands`,
        at: { manifest, field: ['spec', 'service'] },
      });
    }
  }
}

function isParent(route: KubernetesObject, service: string, namespace: string): boolean {
  const own = text(route, 'metadata', 'namespace') || namespace;
  return list(route, 'spec', 'parentRefs').some(
    (parent) =>
      text(parent, 'kind') === 'Service' &&
      ['', 'core'].includes(text(parent, 'group')) &&
      text(parent, 'name') === service &&
      (text(parent, 'namespace') || own) === namespace,
  );
}
