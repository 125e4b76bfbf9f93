import { mostNamed } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { kindAndName, list, text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { isRouteOf, parentRefsOf } from '../mesh/route-equality.ts';
import type { CallObject, Run } from '../run.ts';
import { addTo } from '../collections.ts';
import { inFileOf } from '../splits/find-objects.ts';

/** What routes the requests of a Service, and its file, for a message. */
export interface Route {
  readonly title: string;
  readonly where: string;
}

const routesInCall = byServiceInCall(isRoute, parentServicesOf);

/** Reports routes on an apex: a profile with overrides takes precedence, and Linkerd ignores them (docs/facts/linkerd.md, "What a profile switches off"). */
export function reportRoutes(splits: readonly LocatedSplit[], neighbours: Neighbours, run: Run): void {
  const near = neighbours.of(isRoute);
  const titles = new Set(near.map(({ object }) => kindAndName(object)));
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
      ({ title }) => !titles.has(title),
    );
    for (const route of [...own, ...others].slice(0, mostNamed)) reportRoute(placed, route, run);
  }
}

function isRoute({ object }: Manifest): boolean {
  return isRouteOf(object, 'HTTPRoute', 'GRPCRoute');
}

/** The Services, each with its namespace, that an object is about. */
type ServicesOf = (object: KubernetesObject, namespace: string) => readonly string[];

/** Returns an index of some objects of a call by the Services that all their copies are about. */
export function byServiceInCall(
  isMeant: (manifest: Manifest) => boolean,
  servicesOf: ServicesOf,
): (objects: readonly CallObject[]) => ReadonlyMap<string, readonly Route[]> {
  return (objects) => {
    const copies = new Map<string, CallObject[]>();
    for (const one of objects) {
      if (one.namespace !== '' && isMeant(one.manifest))
        addTo(copies, `${one.namespace} ${kindAndName(one.manifest.object)}`, one);
    }
    const byService = new Map<string, Route[]>();
    for (const [key, group] of copies) {
      const [first, ...others] = group.map(({ manifest, namespace }) => servicesOf(manifest.object, namespace));
      const where = inFileOf(group.map(({ manifest }) => manifest));
      const title = key.replace(/^\S* /, '');
      for (const service of new Set(first))
        if (others.every((other) => other.includes(service))) addTo(byService, service, { title, where });
    }
    return byService;
  };
}

/** The Services that are parents of a route, each with its namespace. */
function parentServicesOf(route: KubernetesObject, namespace: string): readonly string[] {
  return parentRefsOf(route, namespace)
    .filter(({ isService }) => isService)
    .map((parent) => `${parent.namespace}/${parent.name}`);
}

function reportRoute({ manifest, split }: LocatedSplit, { title, where }: Route, run: Run): void {
  run.report({
    code: 'route-ignored',
    message: `the profile disables ${title}${where} of Service ${split.apex}`,
    at: { manifest, field: ['spec', 'service'] },
  });
}
