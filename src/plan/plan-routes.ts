import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import type { HttpRoute } from '../mesh/http-route.ts';
import { routeNameOf, splitAnnotation, toHttpRoutes } from '../mesh/http-route.ts';
import { parseQuantity } from '../mesh/quantity.ts';
import { sameParents, sameRules } from '../mesh/route-equality.ts';
import { routeWeights } from '../mesh/route-weights.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { apexPorts } from './apex-ports.ts';
import type { Change, RouteUpdate } from './change.ts';
import type { Matched } from './route-groups.ts';
import { matchReader } from './route-groups.ts';
import type { RouteContext } from './route-context.ts';
import { routeContext } from './route-context.ts';
import { changedBy, leftToBuilds } from './other-builds.ts';
import { reserveNames } from './route-names.ts';
import { reportOwner, routeOwners, type RouteOwners } from './route-owners.ts';
import type { ProfilesByService } from './route-profiles.ts';
import { profilesByService, profilesInTheWay } from './route-profiles.ts';
import { markedRoutes, ownRoutes, reportRivalsOfApex } from './route-rivals.ts';
import { adoptionOf, updateOf } from './route-updates.ts';
import { routesAmong, type OwnRoutes, type Routes } from './routes-around.ts';

/** The changes for a split, and its routes afterwards. */
export interface RoutePlan {
  readonly changes: readonly Change[] | Left;
  readonly routes: readonly CarryingRoute[];
}

/** A route that carries a split, one for each port of its apex. */
export interface CarryingRoute {
  readonly wanted: HttpRoute;
  /** The one that is there already, and whether it says the same. */
  readonly existing?: Manifest;
  readonly isEqual: boolean;
}

/** What the planning of routes needs: what was read around the splits of a unit, and the profiles among that. */
interface RouteInput {
  readonly neighbours: Neighbours;
  readonly profiles: readonly Manifest[];
}

interface Surroundings {
  readonly context: RouteContext;
  readonly routes: Routes;
  readonly profiles: ProfilesByService;
  readonly owners: RouteOwners;
  readonly matchesOf: (placed: LocatedSplit) => Matched;
}

/**
 * Returns a function that plans the routes of a split: what has to change, or why nothing is done. Reports the reason.
 */
export function routePlanner({ neighbours, profiles }: RouteInput, run: Run): (placed: LocatedSplit) => RoutePlan {
  const context = routeContext(neighbours);
  const routes = routesAmong(neighbours, run);
  const around: Surroundings = {
    context,
    routes,
    profiles: profilesByService(profiles),
    owners: routeOwners(neighbours),
    matchesOf: matchReader(context, run),
  };
  return (placed) => plan(placed, around, run);
}

const nothing = (changes: readonly Change[] | Left): RoutePlan => ({ changes, routes: [] });

function plan(placed: LocatedSplit, around: Surroundings, run: Run): RoutePlan {
  const owner = reportOwner(placed, around.owners, around.routes, run);
  if (owner !== undefined) return nothing(owner);
  if (placed.split.backends.every(({ weight }) => isZeroWeight(weight))) {
    const blocked = profilesInTheWay(placed, around.profiles, around.routes, run);
    if (typeof blocked === 'string') return nothing(blocked);
    const rival = reportRivalsOfApex(placed, around.routes, run);
    if (rival !== undefined) return nothing(rival);
    const changes = withoutRoute(placed, around, run);
    return nothing(leftToBuilds(placed, changedBy(changes), run) ?? changes);
  }
  const matched = around.matchesOf(placed);
  const ports = apexPorts(placed, around.context, run);
  if (typeof matched === 'string') return nothing(matched);
  if (typeof ports === 'string') return nothing(ports);
  const routes = toHttpRoutes(placed.split, {
    version: run.options.routeVersion,
    ports,
    weights: weightsOf(placed),
    ...matched,
    marked: !isRemoved(placed, run),
  });
  const own = ownRoutes(placed, routes, around.routes, run);
  const changes = typeof own === 'string' ? [] : changesOf(placed, routes, own, run);
  const shared = leftToBuilds(placed, changedBy(changes), run);
  const profiles = profilesInTheWay(placed, around.profiles, around.routes, run);
  if (typeof own === 'string') return nothing(own);
  if (shared !== undefined) return nothing(shared);
  if (typeof profiles === 'string') return nothing(profiles);
  const taken = reserveNames(placed, routes, run);
  if (taken !== undefined) return nothing(taken);
  const removals = profiles.map((manifest) => takeOutRoutes(placed, manifest));
  return { changes: [...changes, ...removals], routes: routes.map((wanted) => carrying(wanted, own)) };
}

function carrying(wanted: HttpRoute, { marked, adopted, deployed }: OwnRoutes): CarryingRoute {
  const mine = marked.get(wanted);
  const existing = mine ?? adopted.get(wanted);
  if (existing === undefined) return { wanted, isEqual: false };
  const isOn = mine === undefined || sameParents(mine.object, wanted);
  const object = mine === undefined ? deployed(existing) : existing.object;
  return { wanted, existing, isEqual: isOn && sameRules(object, wanted, true) };
}

/**
 * Whether the manifest of a split is removed: it is dropped, or it is a profile, which cannot stay beside its route.
 */
function isRemoved({ isProfile }: LocatedSplit, { options }: Run): boolean {
  return options.drop || isProfile === true;
}

function isZeroWeight(weight: string): boolean {
  return parseQuantity(weight)?.mantissa === 0n;
}

function weightsOf({ split }: LocatedSplit): readonly number[] {
  const made = routeWeights(split.backends.flatMap(({ weight }) => parseQuantity(weight) ?? []));
  return 'weights' in made ? made.weights : [];
}

function takeOutRoutes({ manifest: split }: LocatedSplit, manifest: Manifest): Change {
  return { kind: 'take-out', split, manifest };
}

/** A split without backends has no route; a route that was made for it is removed. */
function withoutRoute(placed: LocatedSplit, { routes }: Surroundings, run: Run): readonly Change[] {
  const made = markedRoutes(placed, routes, run).map((route) => takeOutRoutes(placed, route));
  return isRemoved(placed, run) ? [...made, { kind: 'remove', split: placed.manifest }] : made;
}

function changesOf(placed: LocatedSplit, wanted: readonly HttpRoute[], own: OwnRoutes, run: Run): readonly Change[] {
  const { manifest: split } = placed;
  const fresh = wanted.filter((route) => !own.marked.has(route) && !own.adopted.has(route));
  const backends = placed.split.backends.map(({ index }) => index);
  const gone = isRemoved(placed, run);
  const made: readonly Change[] = [
    ...[...own.marked].flatMap(([route, manifest]) => updateOf(placed, route, manifest, gone)),
    ...[...own.adopted].flatMap(([route, manifest]) => adoptionOf(placed, route, manifest, own.deployed)),
    ...own.surplus.map((route) => takeOutRoutes(placed, route)),
  ];
  const objects = fresh.map((route, place) => placedBy(route, placed, gone && place === 0, run));
  if (!gone) return objects.length === 0 ? made : [...made, { kind: 'add', split, objects, backends }];
  const carrying = carriedRoute(placed, wanted, own, made);
  if (objects.length > 0) return [...carrying, { kind: 'replace', split, objects, backends }];
  return [routeFoldOf(placed, wanted, own, [...carrying, { kind: 'remove', split }])];
}

/**
 * The changes of existing routes; the route of the first port, if it is one of them, gets the comments of the split.
 */
function carriedRoute(
  { manifest: split, split: { backends } }: LocatedSplit,
  [wanted]: readonly HttpRoute[],
  own: OwnRoutes,
  made: readonly Change[],
): readonly Change[] {
  const manifest = wanted && (own.marked.get(wanted) ?? own.adopted.get(wanted));
  if (wanted === undefined || manifest === undefined) return made;
  const carries = backends.map(({ index }) => index);
  const isFirst = (change: Change): change is RouteUpdate => change.kind === 'route' && change.manifest === manifest;
  if (made.some(isFirst)) return made.map((change) => (isFirst(change) ? { ...change, carries } : change));
  return [...made, { kind: 'route', split, manifest, wanted, parents: false, unmark: false, carries }];
}

/** The split is dropped and its routes exist: if they are exactly as written beside it, they replace it. */
function routeFoldOf(
  placed: LocatedSplit,
  wanted: readonly HttpRoute[],
  own: OwnRoutes,
  otherwise: readonly Change[],
): Change {
  const { manifest: split } = placed;
  const existing = wanted.flatMap((route) => own.marked.get(route) ?? []);
  const backends = placed.split.backends.map(({ index }) => index);
  const isThere = existing.length === wanted.length && own.surplus.length === 0;
  return {
    kind: 'fold-routes',
    split,
    existing,
    beside: isThere ? wanted.map((route) => markedAs(route, routeNameOf(placed.split))) : [],
    objects: wanted,
    backends,
    otherwise,
  };
}

function markedAs(route: HttpRoute, name: string): HttpRoute {
  const { annotations, ...metadata } = route.metadata;
  return { ...route, metadata: { ...metadata, annotations: { ...annotations, [splitAnnotation]: name } } };
}

/** A route with the annotations by which kpt knows where a new item belongs. */
function placedBy(route: HttpRoute, { manifest }: LocatedSplit, instead: boolean, { unit }: Run): HttpRoute {
  const extra = unit.annotations?.(manifest, instead ? 'instead' : 'beside') ?? {};
  const annotations = { ...route.metadata.annotations, ...extra };
  if (Object.keys(annotations).length === 0) return route;
  return { ...route, metadata: { ...route.metadata, annotations } };
}
