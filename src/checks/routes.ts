import { mostNamed } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { kindAndName, list, text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { isRouteOf, parentRefsOf } from '../mesh/route-equality.ts';
import type { Run } from '../run.ts';
import { addTo } from '../collections.ts';
import { agreedInCall, identityOf, type Agreed } from '../splits/agreed-in-call.ts';

const routesInCall = agreedInCall(isRoute, parentServicesOf);

/** Reports routes on an apex: a profile with overrides takes precedence, and Linkerd ignores them (docs/facts/linkerd.md, "What a profile switches off"). */
export function reportRoutes(splits: readonly LocatedSplit[], neighbours: Neighbours, run: Run): void {
  const near = neighbours.of(isRoute);
  const identities = new Set(near.map(({ object }) => identityOf(object)));
  const byService = new Map<string, Manifest[]>();
  for (const route of near) {
    const services = new Set(
      list(neighbours.deployed(route), 'spec', 'parentRefs').map((parent) => text(parent, 'name')),
    );
    for (const service of services) addTo(byService, service, route);
  }
  for (const placed of splits) {
    const { apex, namespace } = placed.split;
    const own = (byService.get(apex) ?? [])
      .filter((route) => parentServicesOf(neighbours.deployed(route), namespace).includes(`${namespace}/${apex}`))
      .map(({ object }) => ({ title: kindAndName(object), where: '' }));
    const others = (run.inCall(routesInCall).get(`${namespace}/${apex}`) ?? []).filter(
      ({ identity }) => !identities.has(identity),
    );
    for (const route of [...own, ...others].slice(0, mostNamed)) reportRoute(placed, route, run);
  }
}

function isRoute({ object }: Manifest): boolean {
  return isRouteOf(object, 'HTTPRoute', 'GRPCRoute');
}

/** The Services that are parents of a route, each with its namespace. */
function parentServicesOf(route: KubernetesObject, namespace: string): readonly string[] {
  return parentRefsOf(route, namespace)
    .filter(({ isService }) => isService)
    .map((parent) => `${parent.namespace}/${parent.name}`);
}

function reportRoute(
  { manifest, split }: LocatedSplit,
  { title, where }: Pick<Agreed, 'title' | 'where'>,
  run: Run,
): void {
  run.report({
    code: 'route-ignored',
    message: `the profile disables ${title}${where} of Service ${split.apex}`,
    at: { manifest, field: ['spec', 'service'] },
  });
}
