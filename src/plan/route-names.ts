import { addTo } from '../collections.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import { apexField, titleOfSplit, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { HttpRoute } from '../mesh/http-route.ts';
import { parentRefsOf } from '../mesh/route-equality.ts';
import type { Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { sharesNamespace } from './route-context.ts';
import { countsFor, isAppliedWith, isOfOtherNamespace, type OwnRoutes, type Routes } from './routes-around.ts';

/** Reports a route of another Service or Gateway that already has the name of a new one. */
export function reportNames(
  placed: LocatedSplit,
  { wanted, own }: { readonly wanted: readonly HttpRoute[]; readonly own: OwnRoutes },
  routes: Routes,
  run: Run,
): Left | undefined {
  const counts = countsFor(placed, routes, run);
  const fresh = wanted.filter((route) => !own.marked.has(route) && !own.adopted.has(route));
  for (const { metadata } of fresh) {
    const taken = (routes.named.get(metadata.name) ?? []).find(
      (route) =>
        sharesNamespace(route, placed.split.namespace) &&
        !isOfOtherNamespace(route, placed, routes) &&
        !own.surplus.includes(route) &&
        counts(route),
    );
    if (taken !== undefined) return leave(run, nameTaken(placed, taken));
  }
  return undefined;
}

/**
 * Reserves the names of a split's routes; reports one that a split of another Service, which is applied at once with it, has
 * reserved before.
 */
export type NameClaims = (placed: LocatedSplit, wanted: readonly HttpRoute[]) => Left | undefined;

/** Returns a function that knows the names of all routes that were planned with it. */
export function nameClaims(run: Run): NameClaims {
  const byName = new Map<string, Map<string, LocatedSplit[]>>();
  return (placed, wanted) => {
    const claims = wanted.map(({ metadata }) => {
      const name = `${metadata.namespace ?? ''}/${metadata.name}`;
      const byApex = byName.get(name) ?? new Map<string, LocatedSplit[]>();
      byName.set(name, byApex);
      const others = [...byApex].filter(([apex]) => apex !== placed.split.apex).flatMap(([, splits]) => splits);
      return { metadata, byApex, other: others.find(({ manifest }) => isAppliedWith(pathOf(manifest), placed, run)) };
    });
    for (const { metadata, other } of claims)
      if (other !== undefined) return leave(run, claimed(placed, metadata.name, other));
    for (const { byApex } of claims) addTo(byApex, placed.split.apex, placed);
    return undefined;
  };
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

function nameTaken(placed: LocatedSplit, route: Manifest): Diagnostic {
  const path = pathOf(route);
  const message = `HTTPRoute ${text(route.object, 'metadata', 'name')}${path === '-' ? '' : ` (${path})`} belongs to ${several(parentRefsOf(route.object, '').map(({ kind, name }) => `${kind} ${name}`)) || 'nothing'}`;
  return { code: 'route-name-taken', message, at: { manifest: placed.manifest, field: apexField(placed) } };
}
