import { groupBy, groupByEach, memoisedFor } from '../collections.ts';
import { annotation, text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Deployed, Neighbours } from '../manifests/neighbours.ts';
import type { HttpRoute } from '../mesh/http-route.ts';
import { isHttpRoute, routeNameOf, splitAnnotation } from '../mesh/http-route.ts';
import { isAnyRoute, parentRefsOf } from '../mesh/route-equality.ts';
import type { Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { isLeftOut } from './builds-of-files.ts';
import { distanceAt } from './route-context.ts';

/** The routes around the splits, by what they are looked up by. */
export interface Routes {
  /** By the name of a Service that is their parent. */
  readonly on: ReadonlyMap<string, readonly Manifest[]>;
  /** By the split that they were made from. */
  readonly marked: ReadonlyMap<string, readonly Manifest[]>;
  readonly named: ReadonlyMap<string, readonly Manifest[]>;
  /** The files that hold a split of a Service, by `keyOfApex`: each has routes of its own. */
  readonly splitFiles: ReadonlyMap<string, ReadonlySet<string>>;
  /** The namespaces of the splits whose routes have a name; '' for none. */
  readonly splitNamespaces: ReadonlyMap<string, ReadonlySet<string>>;
  /** The apexes of the splits whose routes have a name. */
  readonly splitApexes: ReadonlyMap<string, ReadonlySet<string>>;
  /** A route, or a controller, with the names of what is deployed. */
  readonly deployed: Deployed;
}

/** The existing routes of a split: one for each wanted route, or none. */
export interface OwnRoutes {
  /** Written by this program, according to an annotation. */
  readonly marked: ReadonlyMap<HttpRoute, Manifest>;
  /** Differs from the wanted route only in its weights, and belongs to no other split. */
  readonly adopted: ReadonlyMap<HttpRoute, Manifest>;
  /** Written by this program, on a port for which no route is wanted now. */
  readonly surplus: readonly Manifest[];
  readonly deployed: Deployed;
}

/** What the splits of a call say about the routes around one of them. */
type SplitsOfCall = Pick<Routes, 'splitFiles' | 'splitNamespaces' | 'splitApexes'>;

/** The files, the namespaces and the apexes of the splits of a call. */
export const splitsOfCall = memoisedFor((splits: readonly LocatedSplit[]): SplitsOfCall => {
  const splitFiles = new Map<string, Set<string>>();
  const splitNamespaces = new Map<string, Set<string>>();
  const splitApexes = new Map<string, Set<string>>();
  for (const { manifest, split } of splits) {
    for (const namespace of [split.namespace, anyNamespace]) {
      const key = keyOfApex(namespace, split.apex);
      splitFiles.set(key, (splitFiles.get(key) ?? new Set()).add(pathOf(manifest)));
    }
    const namespaces = splitNamespaces.get(routeNameOf(split)) ?? new Set();
    splitNamespaces.set(routeNameOf(split), namespaces.add(split.namespace));
    const apexes = splitApexes.get(routeNameOf(split)) ?? new Set();
    splitApexes.set(routeNameOf(split), apexes.add(split.apex));
  }
  return { splitFiles, splitNamespaces, splitApexes };
});

const anyNamespace = '*';

function keyOfApex(namespace: string, apex: string): string {
  return `${namespace}/${apex}`;
}

/** Collects the routes among the manifests around the splits of a unit. */
export function routesAmong(neighbours: Neighbours, run: Run): Routes {
  const { deployed } = neighbours;
  return { ...routesOfUnits(neighbours.of(isAnyRoute))(deployed), ...splitsOfCall(run.splits()), deployed };
}

/** Routes by what they are looked up by. Units that are deployed together have one list of routes. */
const routesOfUnits = memoisedFor((routes: readonly Manifest[]) =>
  memoisedFor((deployed: Deployed): Pick<Routes, 'on' | 'marked' | 'named'> => {
    const own = routes.filter(({ object }) => isHttpRoute(object));
    return {
      on: groupByEach(
        routes,
        (route) => new Set(parentRefsOf(deployed(route), '').flatMap(({ isService, name }) => (isService ? name : []))),
      ),
      marked: groupBy(own, (route) => annotation(deployed(route), splitAnnotation) ?? ''),
      named: groupBy(own, ({ object }) => text(object, 'metadata', 'name')),
    };
  }),
);

/**
 * Whether an object matters to a split: it may be in the same namespace and is deployed together with it. Routes in a
 * file with another split of the apex do not count, unless both files are applied together.
 */
export function countsFor(
  placed: LocatedSplit,
  routes: Pick<Routes, 'splitFiles'>,
  run: Run,
): (one: Manifest) => boolean {
  const counts = countsAt(placed, routes, run);
  return (one) => counts(pathOf(one));
}

/** Whether what a file holds is applied at once with a split: two files of a directory may be alternatives. */
function isAppliedWith(path: string, { manifest }: LocatedSplit, { unit }: Run): boolean {
  const own = pathOf(manifest);
  return path === own || unit.together || unit.kustomize?.together(own, path) === true;
}

/** Whether what a file holds counts for a split. */
export function countsAt(
  placed: LocatedSplit,
  { splitFiles }: Pick<Routes, 'splitFiles'>,
  run: Run,
): (path: string) => boolean {
  const { apex, namespace } = placed.split;
  // A split whose namespace is not known may be one of each.
  const keys = (namespace === '' ? [anyNamespace] : ['', namespace]).map((one) => keyOfApex(one, apex));
  return (path) => {
    if (distanceAt(path, placed, run) === 'elsewhere' || isLeftOut(run.unit, pathOf(placed.manifest), path))
      return false;
    return isAppliedWith(path, placed, run) || !keys.some((key) => splitFiles.get(key)?.has(path));
  };
}

/**
 * Whether a route was made from another split of the same name: one of exactly the route's namespace, where the split
 * has another one or none.
 */
export function isOfOtherNamespace(route: Manifest, { split }: LocatedSplit, routes: Routes): boolean {
  const object = routes.deployed(route);
  const name = annotation(object, splitAnnotation);
  const namespace = text(object, 'metadata', 'namespace');
  if (name === undefined || namespace === split.namespace) return false;
  return routes.splitNamespaces.get(name)?.has(namespace) === true;
}

/**
 * Whether a route was made from another split of the same name: its parent is not the apex of the split, but that of
 * another one.
 */
export function isOfOtherApex(route: Manifest, { split }: LocatedSplit, routes: Routes): boolean {
  const apexes = routes.splitApexes.get(routeNameOf(split));
  if (apexes === undefined || apexes.size < 2) return false;
  const parents = parentRefsOf(routes.deployed(route), '').flatMap(({ isService, name }) => (isService ? name : []));
  return !parents.includes(split.apex) && parents.some((name) => apexes.has(name));
}
