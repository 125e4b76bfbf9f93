import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import { atApex, titleOfSplit, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { HttpRoute } from '../mesh/http-route.ts';
import { parentRefsOf } from '../mesh/route-equality.ts';
import type { ReservedName, Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { namespaceGiven, sharing } from '../splits/namespaces.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { countsFor, isOfOtherNamespace, type OwnRoutes, type Routes } from './routes-around.ts';

/** The API server takes names of up to this many characters (DNS subdomains). */
const longestRouteName = 253;

/** Reports a name of a new route that is too long, or that a route of another Service or Gateway already has. */
export function reportNames(
  placed: LocatedSplit,
  { wanted, own }: { readonly wanted: readonly HttpRoute[]; readonly own: OwnRoutes },
  routes: Routes,
  run: Run,
): Left | undefined {
  const counts = countsFor(placed, routes, run);
  const fresh = wanted.filter((route) => !own.marked.has(route) && !own.adopted.has(route));
  const longest = Math.max(0, ...fresh.map(({ metadata }) => metadata.name.length));
  if (longest > longestRouteName) return leave(run, tooLong(placed, longest));
  for (const { metadata } of fresh) {
    const taken = sharing(routes.named.get(metadata.name) ?? [], placed, run).find(
      (route) => !isOfOtherNamespace(route, placed, routes) && !own.surplus.includes(route) && counts(route),
    );
    if (taken !== undefined) return leave(run, nameTaken(placed, taken));
  }
  return undefined;
}

/**
 * Reserves the names of a split's routes; reports one that a split of another Service, which is applied at once with it, has
 * reserved before.
 */
export function reserveNames(placed: LocatedSplit, wanted: readonly HttpRoute[], run: Run): Left | undefined {
  const { apex } = placed.split;
  const names = wanted.map(({ metadata }) => {
    const key = `${metadata.namespace ?? namespaceInBuilds(placed, run)}/${metadata.name}`;
    const reserved: ReservedName = run.routeNames.get(key) ?? { apexes: new Set(), pending: [], byPlace: new Map() };
    run.routeNames.set(key, reserved);
    return { name: metadata.name, reserved };
  });
  for (const { name, reserved } of names) {
    const isFree = reserved.apexes.size === 0 || (reserved.apexes.size === 1 && reserved.apexes.has(apex));
    const other = isFree ? undefined : otherAt(placed, reserved, run);
    if (other !== undefined) return leave(run, claimed(placed, name, other));
  }
  for (const { reserved } of names) {
    reserved.apexes.add(apex);
    reserved.pending.push(placed);
  }
  return undefined;
}

/** A split of another Service that reserved a name and is applied at once with a split. */
function otherAt(placed: LocatedSplit, { pending, byPlace }: ReservedName, run: Run): LocatedSplit | undefined {
  for (const one of pending.splice(0)) {
    for (const place of placesOf(one, run)) {
      const splits = byPlace.get(place) ?? new Map<string, LocatedSplit>();
      byPlace.set(place, splits.set(one.split.apex, one));
    }
  }
  for (const place of placesOf(placed, run)) {
    for (const [apex, other] of byPlace.get(place) ?? []) if (apex !== placed.split.apex) return other;
  }
  return undefined;
}

/** What is applied at once with a split is in the same file or stream, or deployed by the same. */
function placesOf({ manifest }: LocatedSplit, { unit }: Run): readonly unknown[] {
  const path = pathOf(manifest);
  return unit.together ? [unit] : [path, ...(unit.kustomize?.users(path) ?? [])];
}

/** The namespace of a split without one in the builds of its kustomizations; for Kustomize it is `default` if none is set. */
function namespaceInBuilds(placed: LocatedSplit, run: Run): string {
  const isBuilt = (run.unit.kustomize?.users(pathOf(placed.manifest)) ?? []).length > 0;
  return namespaceGiven(placed, run) || (isBuilt ? 'default' : '');
}

function claimed(placed: LocatedSplit, name: string, other: LocatedSplit): Diagnostic {
  const path = pathOf(other.manifest);
  const where = path === pathOf(placed.manifest) ? '' : ` (${path})`;
  return {
    code: 'route-name-taken',
    message: `HTTPRoute ${name} is that of ${titleOfSplit(other)}${where} on Service ${other.split.apex}`,
    fix: 'give each TrafficSplit a name of its own',
    at: { manifest: placed.manifest, field: ['metadata', 'name'] },
  };
}

/** The name of a route is that of its split, with a port at its end where there are several routes. */
function tooLong({ manifest, split }: LocatedSplit, longest: number): Diagnostic {
  const length = longestRouteName - Math.max(0, longest - split.name.length);
  return {
    code: 'invalid-trafficsplit',
    message: `its name gives an HTTPRoute a name of ${longest} characters`,
    fix: `give the TrafficSplit a name of up to ${length} characters: an HTTPRoute may have ${longestRouteName}`,
    at: { manifest, field: ['metadata', 'name'] },
  };
}

function nameTaken(placed: LocatedSplit, route: Manifest): Diagnostic {
  const path = pathOf(route);
  const message = `HTTPRoute ${text(route.object, 'metadata', 'name')}${path === '-' ? '' : ` (${path})`} belongs to ${several(parentRefsOf(route.object, '').map(({ kind, name }) => `${kind} ${name}`)) || 'nothing'}`;
  return { code: 'route-name-taken', message, at: atApex(placed) };
}
