import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { firstOfAll } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, kindAndName, list, text } from '../kubernetes.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { HttpRoute } from '../mesh/http-route.ts';
import { isHttpRoute, routeNameOf, splitAnnotation } from '../mesh/http-route.ts';
import type { Parent } from '../mesh/route-equality.ts';
import { isRouteOf, isSpecific, parentRefsOf, sameParents, sameRules } from '../mesh/route-equality.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { pathOf } from '../splits/names.ts';
import { leave } from '../splits/outcome.ts';
import { isInAllBuilds } from './builds-of-files.ts';
import { fixInBuilds } from './profile-choice.ts';
import { deployedNamespaces, namespacesOfSplit, sharesNamespace, sharing, sharingAs } from '../splits/namespaces.ts';
import { reportNames } from './route-names.ts';
import { countsFor, isOfOtherApex, isOfOtherNamespace, type OwnRoutes, type Routes } from './routes-around.ts';

/** The routes made from a split that are deployed together with it. */
export function markedRoutes(placed: LocatedSplit, routes: Routes, run: Run): readonly Manifest[] {
  const made = routes.marked.get(routeNameOf(placed.split)) ?? [];
  return sharing(made, placed, run)
    .filter((route) => !isOfOtherNamespace(route, placed, routes))
    .filter((route) => !isOfOtherApex(route, placed, routes))
    .filter(countsFor(placed, routes, run));
}

/** The routes on the apex of a split, and those made from it, that are deployed together with it. */
export function routesOf(placed: LocatedSplit, routes: Routes, run: Run): readonly Manifest[] {
  const on = nearOnes(placed, routes, run).filter(
    (route) => parentsOn(route, placed, routes, run).length > 0 && !isOfOtherNamespace(route, placed, routes),
  );
  return [...new Set([...markedRoutes(placed, routes, run), ...on.filter(countsFor(placed, routes, run))])];
}

/** The routes with parents called as the apex of a split, in one of its namespaces. */
function nearOnes(placed: LocatedSplit, { on, deployed }: Routes, run: Run): readonly Manifest[] {
  const { apex } = placed.split;
  const placesOf = (route: Manifest): readonly string[] => {
    const own = text(route.object, 'metadata', 'namespace');
    return parentRefsOf(deployed(route), '').flatMap(({ isService, name, namespace }) => {
      if (!isService || name !== apex) return [];
      return namespace === own ? deployedNamespaces(route, own, run) : [namespace];
    });
  };
  return sharingAs(on.get(apex) ?? [], placed, { run, placesOf });
}

/** The parents of a route that are the apex of a split. */
function parentsOn(
  route: Manifest,
  placed: LocatedSplit,
  { deployed }: Pick<Routes, 'deployed'>,
  run: Run,
): readonly Parent[] {
  const own = text(route.object, 'metadata', 'namespace');
  const namespaces = namespacesOfSplit(placed, run);
  return parentRefsOf(deployed(route), '').filter(({ isService, name, namespace }) => {
    if (!isService || name !== placed.split.apex) return false;
    if (namespace === own) return sharesNamespace(route, placed, run);
    return namespaces.includes('') || namespaces.includes(namespace);
  });
}

/** The existing routes of a split, or why it cannot have any; reports the routes that are in force beside them. */
export function ownRoutes(
  placed: LocatedSplit,
  wanted: readonly HttpRoute[],
  around: Routes,
  run: Run,
): OwnRoutes | Left {
  const near = routesOf(placed, around, run);
  const marked = new Map<HttpRoute, Manifest>();
  const adopted = new Map<HttpRoute, Manifest>();
  const isMine = near.filter((route) => isMarkedBy(around.deployed(route), placed));
  for (const want of wanted) {
    const mine = isMine.find((route) => isForPort(route, want, wanted));
    const like =
      mine ??
      near.find(
        (route) =>
          isUnmarked(route) &&
          sameParentsOrPort(around.deployed(route), want, wanted) &&
          sameRules(around.deployed(route), want, false),
      );
    // The only one of a split that gets one is that, whatever port its Service had.
    const own = mine ?? (like === undefined && wanted.length === 1 && isMine.length === 1 ? isMine[0] : undefined);
    if (own !== undefined) marked.set(want, own);
    else if (like !== undefined) adopted.set(want, like);
  }
  const known = new Set([...marked.values(), ...adopted.values()]);
  const apart = [...known].find((route) => !isInAllBuilds(run.unit, pathOf(placed.manifest), [pathOf(route)]));
  if (apart !== undefined) return leave(run, notInAllBuilds(placed, apart, run));
  const surplus = isMine.filter((route) => !known.has(route));
  const others = near.filter((route) => !known.has(route) && !surplus.includes(route));
  const own = { marked, adopted, surplus, deployed: around.deployed };
  return (
    reportRivals(placed, wanted, { others, around }, run) ?? reportNames(placed, { wanted, own }, around, run) ?? own
  );
}

function isMarkedBy(object: KubernetesObject, { split }: LocatedSplit): boolean {
  return isHttpRoute(object) && annotation(object, splitAnnotation) === routeNameOf(split);
}

/** Whether a route may be taken for that of a split: hostnames would keep it from some of the requests. */
function isUnmarked({ object }: Manifest): boolean {
  const isOpen = list(object, 'spec', 'hostnames').length === 0;
  return isHttpRoute(object) && isOpen && annotation(object, splitAnnotation) === undefined;
}

function portOf(route: HttpRoute): number | undefined {
  return route.spec.parentRefs[0]?.port;
}

/**
 * Whether a route of this program is the wanted one: by the port of its Service, before which a Gateway may have been put, or
 * because it is the only one if it has no port.
 */
function isForPort({ object }: Manifest, want: HttpRoute, wanted: readonly HttpRoute[]): boolean {
  const parents = parentRefsOf(object, '');
  const parent = parents.find(({ isService }) => isService) ?? parents[0];
  return parent?.port === portOf(want) || (parent?.port === undefined && wanted.length === 1);
}

function sameParentsOrPort(object: KubernetesObject, want: HttpRoute, wanted: readonly HttpRoute[]): boolean {
  if (sameParents(object, want)) return true;
  const [parent, more] = parentRefsOf(object, text(object, 'metadata', 'namespace'));
  const isOnly = parent?.isService === true && more === undefined && parent.port === undefined;
  return isOnly && wanted.length === 1 && parent.namespace === text(object, 'metadata', 'namespace');
}

/**
 * Reports the routes on the apex of a split that gets no route, because it sends all requests to the apex: one that
 * matches all requests is an error, for it would send them elsewhere.
 */
export function reportRivalsOfApex(placed: LocatedSplit, around: Routes, run: Run): Left | undefined {
  const made = new Set(markedRoutes(placed, around, run));
  const others = routesOf(placed, around, run).filter((route) => !made.has(route));
  // A GRPCRoute takes the place of the default route to the apex.
  const rival = others.find(({ object }) => isRouteOf(object, 'GRPCRoute')) ?? rivalAmong(others, placed, run);
  return rival && leave(run, routesAll(placed, rival));
}

/** The HTTPRoute that matches all requests; if there is none, reports those that match some. */
function rivalAmong(routes: readonly Manifest[], placed: LocatedSplit, run: Run): Manifest | undefined {
  const http = routes.filter(({ object }) => isRouteOf(object, 'HTTPRoute'));
  const rival = http.find(({ object }) => !isSpecific(object));
  if (rival === undefined) for (const one of firstOfAll(http)) run.report(routeBeside(placed, one));
  return rival;
}

/** Reports the routes beside those of a split; routes that match the same requests are errors. */
function reportRivals(
  placed: LocatedSplit,
  wanted: readonly HttpRoute[],
  { others, around }: { readonly others: readonly Manifest[]; readonly around: Routes },
  run: Run,
): Left | undefined {
  const ports = new Set(wanted.map(portOf));
  const onPort = others.filter((route) =>
    parentsOn(route, placed, around, run).some(({ port }) => port === undefined || ports.has(port)),
  );
  const grpc = onPort.find(({ object }) => isRouteOf(object, 'GRPCRoute'));
  if (grpc !== undefined) return leave(run, grpcWins(placed, grpc));
  const rival = rivalAmong(onPort, placed, run);
  if (rival !== undefined) return leave(run, exists(placed, rival));
  const raw = onPort.filter(({ object }) => isRouteOf(object, 'TCPRoute', 'TLSRoute'));
  for (const one of firstOfAll(raw)) run.report(conflict(placed, one));
  return undefined;
}

function grpcWins(placed: LocatedSplit, route: Manifest): Diagnostic {
  const message = `${kindAndName(route.object)} of Service ${placed.split.apex} takes precedence over an HTTPRoute`;
  return { code: 'grpcroute-wins', message, at: atApex(placed) };
}

function exists(placed: LocatedSplit, route: Manifest): Diagnostic {
  const message = `${kindAndName(route.object)} of Service ${placed.split.apex} matches the same requests`;
  return { code: 'route-exists', message, at: atApex(placed) };
}

function routesAll(placed: LocatedSplit, route: Manifest): Diagnostic {
  const message = `the apex should get all requests, but ${kindAndName(route.object)} of Service ${placed.split.apex} routes them`;
  const kind = text(route.object, 'kind');
  const fix = `remove the ${kind}, or the TrafficSplit if the route is right`;
  return { code: kind === 'GRPCRoute' ? 'grpcroute-wins' : 'route-exists', message, fix, at: atApex(placed) };
}

function notInAllBuilds(placed: LocatedSplit, route: Manifest, run: Run): Diagnostic {
  const message = `${kindAndName(route.object)} is in ${pathOf(route)}; not every kustomization that deploys the split has it`;
  return { code: 'route-exists', message, fix: fixInBuilds(placed, run), at: atApex(placed) };
}

function routeBeside(placed: LocatedSplit, [route, more]: readonly [Manifest, string]): Diagnostic {
  const message = `${kindAndName(route.object)}${more} of Service ${placed.split.apex} gets the requests that it matches`;
  return { code: 'route-beside', message, at: atApex(placed) };
}

function conflict(placed: LocatedSplit, [route, more]: readonly [Manifest, string]): Diagnostic {
  const message = `${kindAndName(route.object)}${more} of Service ${placed.split.apex} is not accepted beside an HTTPRoute`;
  return { code: 'route-conflict', message, at: atApex(placed) };
}
