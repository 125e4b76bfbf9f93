import { field, list, text } from '../kubernetes.ts';
import { apexField, apexNames, type LocatedSplit } from '../manifests/located-split.ts';
import { formerNames } from '../manifests/former-names.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';
import { gatewayServices, isController } from '../splits/controllers.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { sharesNamespace } from './route-context.ts';
import type { Routes } from './routes-around.ts';
import { routeNamesOf } from './routes-around.ts';
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
  const { manifest } = placed;
  const near = controllers.filter((one) => sharesNamespace(one, placed, run));
  const routeNames = routesOf(placed, routes, run).flatMap(({ object }) => [
    text(object, 'metadata', 'name'),
    ...formerNames(object),
  ]);
  const names = new Set([...routeNamesOf(placed), ...routeNames]);
  const canary = near.find(({ object }) => gatewayServices(object).some((one) => apexNames(placed).includes(one)));
  const rollout = near.find((one) => rolloutRoutes(one).some((name) => names.has(name)));
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
function rolloutRoutes({ object }: Manifest): readonly string[] {
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
