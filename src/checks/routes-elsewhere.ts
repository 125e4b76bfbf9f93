import { memoised, memoisedFor } from '../collections.ts';
import { firstOfAll, mostNamed, several } from '../diagnostics/diagnostic.ts';
import { annotation, text } from '../kubernetes.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { isHttpRoute, splitAnnotation } from '../mesh/http-route.ts';
import { isAnyRoute, isRouteOf, isSpecific, parentRefsOf } from '../mesh/route-equality.ts';
import type { CarryingRoute } from '../plan/plan-routes.ts';
import type { Run } from '../run.ts';
import { agreedInCall, amongTest, identityOf, type Agreed } from '../splits/agreed-in-call.ts';
import { directoryOf, pathOf } from '../splits/names.ts';
import { namespacesAmong } from '../splits/namespaces.ts';

/** What an index of routes by the ports of their parents has as a key; a parent without a port is on all of them. */
function portKey(namespace: string, service: string, port: number | '' = ''): string {
  return [namespace, service, port].join(' ');
}

const routesInCall = agreedInCall(isAnyRoute, (route, namespace) =>
  parentRefsOf(route, namespace)
    .filter(({ isService }) => isService)
    .map((parent) => portKey(parent.namespace, parent.name, parent.port)),
);

/** The HTTPRoutes of a call by their names. */
const namedInCall = agreedInCall(isHttpRoute, ({ metadata }, namespace) => [
  nameKey(namespace, text(metadata, 'name')),
]);

function nameKey(namespace: string, name: string): string {
  return `${namespace} ${name}`;
}

/**
 * Tells whether a route of the call is that of a split with an apex. A route that was made from a split is that of the split,
 * and one in a directory with another split of the apex is looked at with that one.
 */
const splitRouteTest = memoisedFor((splits: readonly LocatedSplit[]) => {
  const placeKey = (namespace: string, apex: string, manifest: Manifest): string =>
    [namespace, apex, directoryOf(pathOf(manifest))].join(' ');
  const places = new Set(splits.map(({ manifest, split }) => placeKey(split.namespace, split.apex, manifest)));
  return memoised((namespace) =>
    memoised((apex) =>
      memoisedFor(({ copies }: Agreed) =>
        copies.some(
          (one) =>
            annotation(one.object, splitAnnotation) !== undefined ||
            ['', namespace].some((place) => places.has(placeKey(place, apex, one))),
        ),
      ),
    ),
  );
});

/**
 * Returns a function that reports the routes on the apex of a split in the call but outside of its unit. In the unit, some
 * of them would be an error; files of several directories may be applied to different clusters.
 */
export function routesElsewhere(
  neighbours: Neighbours,
  run: Run,
): (placed: LocatedSplit, routes: readonly CarryingRoute[]) => void {
  const isNear = amongTest(neighbours.of(isAnyRoute), run);
  return (placed, routes) => {
    if (routes.length === 0) return;
    const { apex, namespace } = placed.split;
    const isOfSplit = splitRouteTest(run.splits())(namespace)(apex);
    const ports = ['' as const, ...routes.flatMap(({ wanted }) => wanted.spec.parentRefs.map(({ port }) => port))];
    const own = new Set(routes.map(({ wanted }) => identityOf({ ...wanted })));
    const found = new Set<Agreed>();
    for (const port of ports)
      for (const one of run.inCall(routesInCall)(namespace, (place) => portKey(place, apex, port))) {
        if (found.size > mostNamed) break;
        if (isOfSplit(one)) continue;
        const isOwn = own.has(one.identity) && namespacesAmong([namespace], one.namespaces).length > 0;
        if (!isNear(one) && !isOwn) found.add(one);
      }
    // How many more there are is not counted: there may be as many as splits.
    for (const [one, more] of firstOfAll([...found])) reportOne(placed, [one, more && ' (and others)'], run);
    for (const { wanted } of routes) {
      const [named] = run.inCall(namedInCall)(namespace, (place) => nameKey(place, wanted.metadata.name));
      if (named !== undefined && !isNear(named)) reportName(placed, named, run);
    }
  };
}

/** What all copies of a route say: those of one name may be as many as the splits of that name. */
const ownersOf = memoisedFor(({ copies }: Agreed) => {
  const parents = copies.flatMap(({ object }) => parentRefsOf(object, ''));
  return {
    isMarked: copies.some(({ object }) => annotation(object, splitAnnotation) !== undefined),
    services: new Set(parents.flatMap(({ isService, name }) => (isService ? name : []))),
    shown: several([...new Set(parents.map(({ kind, name }) => `${kind} ${name}`))]) || 'nothing',
  };
});

/** Reports a route with the name of a new one that is that of no split, and of another Service or Gateway. */
function reportName(placed: LocatedSplit, named: Agreed, { report }: Run): void {
  const { isMarked, services, shown } = ownersOf(named);
  if (isMarked || services.has(placed.split.apex)) return;
  report({
    code: 'route-name-taken',
    severity: 'warning',
    message: `${named.title}${named.where} belongs to ${shown}`,
    fix: `${ifTogether}one replaces the other: rename the TrafficSplit or the HTTPRoute`,
    at: atApex(placed),
  });
}

const ifTogether = 'if both are applied to one cluster, ';

/** What the copies of a route do to the HTTPRoute of a split. */
const effectOf = memoisedFor(({ copies }: Agreed): 'refused' | 'precedes' | 'beside' | 'rival' => {
  const isAll = (...kinds: readonly string[]): boolean => copies.every(({ object }) => isRouteOf(object, ...kinds));
  if (isAll('TCPRoute', 'TLSRoute')) return 'refused';
  if (isAll('GRPCRoute')) return 'precedes';
  return copies.every(({ object }) => isSpecific(object)) ? 'beside' : 'rival';
});

function reportOne(placed: LocatedSplit, [route, more]: readonly [Agreed, string], { report }: Run): void {
  const at = atApex(placed);
  const what = `${route.title}${route.where}${more} of Service ${placed.split.apex}`;
  const effect = effectOf(route);
  if (effect === 'refused') {
    report({ code: 'route-conflict', message: `${what} is not accepted beside an HTTPRoute`, at });
  } else if (effect === 'precedes') {
    const message = `gets a route, but ${what} takes precedence over it`;
    const fix = `${ifTogether}put the weights into the GRPCRoute, and remove the TrafficSplit`;
    report({ code: 'grpcroute-wins', severity: 'warning', message, fix, at });
  } else if (effect === 'beside') {
    report({ code: 'route-beside', message: `${what} gets the requests that it matches`, at });
  } else {
    const message = `gets a route, but ${what} matches the same requests`;
    const fix = `${ifTogether}remove the other route or the TrafficSplit`;
    report({ code: 'route-exists', severity: 'warning', message, fix, at });
  }
}
