import { mostNamed } from '../diagnostics/diagnostic.ts';
import { annotation, kindAndName } from '../kubernetes.ts';
import { apexField, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { splitAnnotation } from '../mesh/http-route.ts';
import { isRouteOf, isSpecific, parentRefsOf } from '../mesh/route-equality.ts';
import type { CarryingRoute } from '../plan/plan-routes.ts';
import { splitsOfCall } from '../plan/routes-around.ts';
import type { Run } from '../run.ts';
import { agreedInCall, type Agreed } from '../splits/agreed-in-call.ts';
import { pathOf } from '../splits/names.ts';
import { parentServicesOf } from './routes.ts';

const isAnyRoute = ({ object }: Manifest): boolean =>
  isRouteOf(object, 'HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute');

const routesInCall = agreedInCall(isAnyRoute, parentServicesOf);

/**
 * Returns a function that reports the routes on the apex of a split in the call but outside of its unit. In the unit, some
 * of them would be an error; files of several directories may be applied to different clusters.
 */
export function routesElsewhere(
  neighbours: Neighbours,
  run: Run,
): (placed: LocatedSplit, routes: readonly CarryingRoute[]) => void {
  const titles = new Set(neighbours.of(isAnyRoute).map(({ object }) => kindAndName(object)));
  return (placed, routes) => {
    if (routes.length === 0) return;
    const { apex, namespace } = placed.split;
    const files = splitsOfCall(run.splits()).splitFiles.get(apex);
    const own = new Set(routes.map(({ wanted }) => `HTTPRoute ${wanted.metadata.name}`));
    // One of the same name is the same object, and one beside another split of the apex is the route of that split.
    const isOther = ({ title, copies }: Agreed): boolean =>
      !titles.has(title) && !own.has(title) && !copies.some((one) => isMarked(one) || files?.has(pathOf(one)) === true);
    const ports = new Set(routes.flatMap(({ wanted }) => wanted.spec.parentRefs.map(({ port }) => port)));
    const isOnPort = ({ copies }: Agreed): boolean =>
      copies.every(({ object }) =>
        parentRefsOf(object, namespace).some(
          ({ isService, name, port }) => isService && name === apex && (port === undefined || ports.has(port)),
        ),
      );
    const found = (run.inCall(routesInCall).get(`${namespace}/${apex}`) ?? []).filter(isOther).filter(isOnPort);
    for (const one of found.slice(0, mostNamed)) reportOne(placed, one, run);
  };
}

function isMarked({ object }: Manifest): boolean {
  return annotation(object, splitAnnotation) !== undefined;
}

const ifTogether = 'if both are applied to one cluster, ';

function reportOne(placed: LocatedSplit, { title, where, copies }: Agreed, { report }: Run): void {
  const at = { manifest: placed.manifest, field: apexField(placed) };
  const what = `${title}${where} of Service ${placed.split.apex}`;
  const isAll = (...kinds: readonly string[]): boolean => copies.every(({ object }) => isRouteOf(object, ...kinds));
  if (isAll('TCPRoute', 'TLSRoute')) {
    report({ code: 'route-conflict', message: `${what} is not accepted beside an HTTPRoute`, at });
  } else if (isAll('GRPCRoute')) {
    const message = `gets a route, but ${what} takes precedence over it`;
    const fix = `${ifTogether}put the weights into the GRPCRoute, and remove the TrafficSplit`;
    report({ code: 'grpcroute-wins', severity: 'warning', message, fix, at });
  } else if (copies.every(({ object }) => isSpecific(object))) {
    report({ code: 'route-beside', message: `${what} gets the requests that it matches`, at });
  } else {
    const message = `gets a route, but ${what} matches the same requests`;
    const fix = `${ifTogether}remove the other route or the TrafficSplit`;
    report({ code: 'route-exists', severity: 'warning', message, fix, at });
  }
}
