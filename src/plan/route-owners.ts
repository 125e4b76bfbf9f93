import { addTo, memoisedFor } from '../collections.ts';
import { mostNamed, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { field, kindAndName, list, text } from '../kubernetes.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { routeNameOf } from '../mesh/http-route.ts';
import type { Run } from '../run.ts';
import { agreedInCall, type Agreed } from '../splits/agreed-in-call.ts';
import { exclusionOf } from '../splits/build-fixes.ts';
import { gatewayServices, isCanary, isController, isRollout } from '../splits/controllers.ts';
import { pathOf } from '../splits/names.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { sharing } from '../splits/namespaces.ts';
import type { Routes } from './routes-around.ts';
import { routesOf } from './route-rivals.ts';

/** Whether an object is of a kind whose controller can write routes. */
function mayWriteRoutes(object: KubernetesObject): boolean {
  return isCanary(object) || isRollout(object);
}

/** The controllers of a call by the Services and by the routes that they write, each with the namespace. */
const controllersInCall = agreedInCall(mayWriteRoutes, (object, namespace) => [
  ...gatewayServices(object).map((service) => `${namespace} Service ${service}`),
  ...rolloutRoutes(object).map((route) => `${namespace} HTTPRoute ${route}`),
]);

/** The controllers around the splits of a unit, by what splits are looked up by. */
export interface RouteOwners {
  /** Canaries by the Services whose routes they write. */
  readonly canaries: ReadonlyMap<string, readonly Manifest[]>;
  /** Rollouts by the names of the routes that they write. */
  readonly rollouts: ReadonlyMap<string, readonly Manifest[]>;
  /** All Canaries and Rollouts by kind and name. */
  readonly titles: ReadonlyMap<string, readonly Manifest[]>;
}

/** Sorts the controllers among the manifests around splits. */
export function routeOwners(neighbours: Neighbours): RouteOwners {
  const canaries = new Map<string, Manifest[]>();
  const rollouts = new Map<string, Manifest[]>();
  const titles = new Map<string, Manifest[]>();
  for (const manifest of neighbours.of(mayWriteRoutes)) {
    addTo(titles, kindAndName(manifest.object), manifest);
    const object = neighbours.deployed(manifest);
    for (const service of gatewayServices(object)) addTo(canaries, service, manifest);
    for (const route of rolloutRoutes(object)) addTo(rollouts, route, manifest);
  }
  return { canaries, rollouts, titles };
}

/**
 * Reports a split whose route a controller writes, since its weights change at run time; undefined if there is none. The
 * controller is deployed together with the split, or elsewhere in the call and known to be in its namespace.
 */
export function reportOwner(placed: LocatedSplit, owners: RouteOwners, routes: Routes, run: Run): Left | undefined {
  const { split } = placed;
  const near = (some: readonly Manifest[] = []): readonly Manifest[] => sharing(some, placed, run);
  const routeNames = routesOf(placed, routes, run).map(({ object }) => text(object, 'metadata', 'name'));
  const names = [...new Set([routeNameOf(split), ...routeNames])];
  const canary = near(owners.canaries.get(split.apex))[0];
  const rollout = names.flatMap((name) => near(owners.rollouts.get(name)))[0];
  const owned = routesOf(placed, routes, run).find(isOfCanary);
  const owner = canary ?? rollout ?? owned;
  if (owner !== undefined) {
    const how = owner === owned ? 'of its apex belongs to a Canary' : 'sets the weights of its route';
    return leave(run, ownedBy(placed, `${kindAndName(owner.object)} ${how}`, inItsPlace));
  }
  const isHere = (title: string): boolean => near(owners.titles.get(title)).length > 0;
  const far = farOwner(placed, names, isHere, run);
  if (far === undefined) return undefined;
  const fix = `${inItsPlace}; if it is not deployed with this file, leave it out: ${exclusionsOf(far)}`;
  return leave(run, ownedBy(placed, `${far.title}${far.where} sets the weights of its route`, fix));
}

/** The words of a command that leave the files of a controller out. */
const exclusionsOf = memoisedFor(({ copies }: Agreed): string => {
  const words = [...new Set(copies.map(pathOf))].map(exclusionOf);
  const rest = words.length > mostNamed ? `, and ${words.length - mostNamed} more` : '';
  return `${words.slice(0, mostNamed).join(' ')}${rest}`;
});

const inItsPlace = 'remove the TrafficSplit: the route of the controller has the weights';

function ownedBy(placed: LocatedSplit, message: string, fix: string): Diagnostic {
  return { code: 'controller-owned', message, fix, at: atApex(placed) };
}

/**
 * The controller of another unit that writes the Service or a route of a split; undefined if there is none. One whose name
 * a controller of the unit has does not count: that is the one of this unit.
 */
function farOwner(
  { split }: LocatedSplit,
  routeNames: readonly string[],
  isHere: (title: string) => boolean,
  run: Run,
): Agreed | undefined {
  const inCall = run.inCall(controllersInCall);
  const keys = [`Service ${split.apex}`, ...routeNames.map((name) => `HTTPRoute ${name}`)];
  return keys
    .flatMap((key) => inCall(split.namespace, (place) => `${place} ${key}`))
    .find(({ title }) => !isHere(title));
}

/** The routes whose weights a Rollout sets (argoproj-labs/rollouts-plugin-trafficrouter-gatewayapi). */
function rolloutRoutes(object: KubernetesObject): readonly string[] {
  const routing = field(object, 'spec', 'strategy', 'canary', 'trafficRouting', 'plugins', 'argoproj-labs/gatewayAPI');
  return [text(routing, 'httpRoute'), ...list(routing, 'httpRoutes').map((route) => text(route, 'name'))].filter(
    (name) => name !== '',
  );
}

function isOfCanary({ object }: Manifest): boolean {
  return list(object, 'metadata', 'ownerReferences').some(
    (reference) => isController(reference) && text(reference, 'kind') === 'Canary',
  );
}
