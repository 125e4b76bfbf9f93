import type { KubernetesObject } from '../kubernetes.ts';
import { field, list, text } from '../kubernetes.ts';
import { apexField, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { routeNameOf } from '../mesh/http-route.ts';
import type { Run } from '../run.ts';
import { gatewayServices, isController } from '../splits/controllers.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { sharesNamespace } from './route-context.ts';
import type { Routes } from './routes-around.ts';
import { routesOf } from './route-rivals.ts';

/**
 * Reports a split whose route a controller writes, since its weights change at run time; undefined if there is none.
 */
export function reportOwner(
  placed: LocatedSplit,
  controllers: readonly Manifest[],
  routes: Routes,
  run: Run,
): Left | undefined {
  const { manifest, split } = placed;
  const near = controllers.filter((one) => sharesNamespace(one, placed, run));
  const routeNames = routesOf(placed, routes, run).map(({ object }) => text(object, 'metadata', 'name'));
  const names = new Set([routeNameOf(split), ...routeNames]);
  const canary = near.find((one) => gatewayServices(routes.deployed(one)).includes(split.apex));
  const rollout = near.find((one) => rolloutRoutes(routes.deployed(one)).some((name) => names.has(name)));
  const owned = routesOf(placed, routes, run).find(isOfCanary);
  const owner = canary ?? rollout ?? owned;
  if (owner === undefined) return undefined;
  const { kind, name } = { kind: text(owner.object, 'kind'), name: text(owner.object, 'metadata', 'name') };
  const how = owner === owned ? 'of its apex belongs to a Canary' : 'sets the weights of its route';
  return leave(run, {
    code: 'controller-owned',
    message: `${kind} ${name} ${how}`,
    fix: 'remove the TrafficSplit: the route of the controller has the weights',
    at: { manifest, field: apexField(placed) },
  });
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
