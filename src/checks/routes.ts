import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, list, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';

const routeGroups = ['gateway.networking.k8s.io', 'policy.linkerd.io'];

/** Reports routes on an apex: a profile with overrides takes precedence, and Linkerd ignores them (docs/facts/linkerd.md, "What a profile switches off"). */
export function reportRoutes(splits: readonly LocatedSplit[], neighbours: readonly Manifest[], run: Run): void {
  const routes = neighbours.filter(
    ({ object }) => /^(?:HTTP|GRPC)Route$/.test(text(object, 'kind')) && routeGroups.includes(groupOf(object)),
  );
  const byService = new Map<string, Manifest[]>();
  for (const route of routes) {
    for (const service of new Set(list(route.object, 'spec', 'parentRefs').map((parent) => text(parent, 'name')))) {
      const known = byService.get(service);
      if (known === undefined) byService.set(service, [route]);
      else known.push(route);
    }
  }
  for (const placed of splits) {
    const { apex, namespace } = placed.split;
    const ignored = (byService.get(apex) ?? []).filter(({ object }) => isParent(object, apex, namespace));
    for (const { object } of ignored.slice(0, shownRoutes)) run.report(routeIgnored(placed, object));
  }
}

/** No more are named for one split: a report must not grow with the square of its input. */
const shownRoutes = 10;

function routeIgnored({ manifest, split }: LocatedSplit, route: KubernetesObject): Diagnostic {
  return {
    code: 'route-ignored',
    message: `${text(route, 'kind')} ${text(route, 'metadata', 'name')} on Service ${split.apex} is ignored once the profile stands`,
    at: { manifest, field: ['spec', 'service'] },
  };
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
