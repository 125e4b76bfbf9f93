import { option } from '../config/advice.ts';
import { memoisedFor } from '../collections.ts';
import { several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { list, text } from '../kubernetes.ts';
import { titleOfSplit, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { parseProfileName } from '../mesh/authority.ts';
import { isRouteGroup } from '../mesh/route-group.ts';
import type { CarryingRoute } from '../plan/plan-routes.ts';
import { sharesNamespace } from '../splits/namespaces.ts';
import { isActing, onlySplits } from '../plan/route-profiles.ts';
import type { Run, SplitOfCall } from '../run.ts';
import { reportControllers } from '../splits/controllers.ts';
import type { Left } from '../splits/outcome.ts';
import type { ReadSplit } from '../splits/read-splits.ts';
import { reportEmbedded } from './embedded-splits.ts';
import { reportLeftovers } from './leftovers.ts';
import { reportNested } from './nested-splits.ts';
import { reportMissingServices } from './missing-services.ts';
import { reportMismatches } from './profile-namespaces.ts';
import { reportProfiles, reportWinner } from './profiles.ts';
import { routesElsewhere } from './routes-elsewhere.ts';
import { reportServices } from './services.ts';
import { apexKeys } from './stale-profiles.ts';

/** The manifests of a unit that the checks look at. */
interface RouteSurroundings {
  readonly splits: readonly ReadSplit[];
  /** What would be one, but has a finding that says why it is none. */
  readonly unread: ReadonlyMap<Manifest, Left>;
  /** The splits that get no route on purpose. */
  readonly leftAlone: ReadonlySet<Manifest>;
  readonly neighbours: Neighbours;
  readonly profiles: readonly Manifest[];
}

/** What was decided about a split. */
interface Decided {
  readonly placed: LocatedSplit;
  readonly changes: readonly unknown[] | Left;
  readonly routes?: readonly CarryingRoute[];
}

/** Reports what would keep the routes of splits from working or change their effect; changes nothing. */
export function reportRouteSurroundings(read: RouteSurroundings, decided: readonly Decided[], run: Run): void {
  const { neighbours, profiles } = read;
  const splits = read.splits.filter((split) => !split.skipped);
  const named = splits.filter(({ split, isProfile }) => split.namespace !== '' && isProfile !== true);
  const ofClients = reportProfiles(named, profiles, run);
  reportMismatches(
    profiles,
    new Set([...ofClients, ...read.unread.keys(), ...splits.map(({ manifest }) => manifest)]),
    run,
  );
  reportEmbedded(neighbours, run);
  if (!run.options.profiles) reportConvertible(read, run);
  if (splits.length === 0) return;
  const apexes = apexKeys(splits);
  for (const placed of splits) reportNested(placed, apexes, run);
  const converted = splits.filter(({ manifest }) => !read.leftAlone.has(manifest));
  const reportElsewhere = routesElsewhere(neighbours, run);
  for (const { placed, changes, routes = [] } of decided) {
    if (typeof changes === 'string') continue;
    reportWinner(placed, run);
    reportElsewhere(placed, routes);
    reportHostnames(placed, routes, run);
  }
  reportServices(converted, neighbours, run, routePorts(decided));
  reportMissingServices(converted, neighbours, run);
  reportControllers(neighbours, run);
  reportLeftovers(neighbours, run);
  if (run.options.drop) reportGroups(decided, neighbours.of(isRouteGroup), run);
  else reportAdaptor(decided, run);
}

/** Reports hostnames of the routes of a split: requests for other hosts are answered 404 by Linkerd. */
function reportHostnames(placed: LocatedSplit, routes: readonly CarryingRoute[], { report }: Run): void {
  for (const { existing } of routes) {
    const hosts = existing === undefined ? [] : list(existing.object, 'spec', 'hostnames');
    if (existing === undefined || hosts.length === 0) continue;
    report({
      code: 'route-hostnames',
      message: `only applies to ${several(hosts.map(String))}, but ${titleOfSplit(placed)} splits all requests`,
      at: { manifest: existing, field: ['spec', 'hostnames'] },
    });
  }
}

/** The ports of the routes of splits. */
function routePorts(decided: readonly Decided[]): ReadonlyMap<Manifest, readonly number[]> {
  return new Map(
    decided.flatMap(({ placed, routes = [] }) =>
      routes.length === 0
        ? []
        : [[placed.manifest, routes.flatMap(({ wanted }) => wanted.spec.parentRefs.map(({ port }) => port))] as const],
    ),
  );
}

/** Reports once that profiles could be converted: those that only split traffic and whose Service has no split. */
function reportConvertible({ profiles }: RouteSurroundings, run: Run): void {
  const apexes = apexesOfSplits(run.splits());
  const found = profiles.find((profile) => {
    const service = parseProfileName(text(profile.object, 'metadata', 'name'))?.service;
    const isNear = run.unit.inUnit?.(profile.page.slice.source.path) !== false;
    return (
      isNear && service !== undefined && !apexes.has(service) && isActing(profile.object) && onlySplits(profile.object)
    );
  });
  if (found === undefined) return;
  run.report({
    code: 'profile-convertible',
    message: 'only splits traffic, as an HTTPRoute can',
    fix: `pass ${option(run.unit, 'profiles')} to convert it too`,
    at: { manifest: found, field: ['metadata', 'name'] },
  });
}

/** The apexes of what is converted in a call. */
const apexesOfSplits = memoisedFor((splits: readonly SplitOfCall[]) => new Set(splits.map(({ split }) => split.apex)));

/**
 * As long as a TrafficSplit is in the cluster, a running smi-adaptor makes a profile from it, which takes precedence
 * over the route.
 */
function reportAdaptor(decided: readonly Decided[], run: Run): void {
  const first = decided.find(
    ({ placed, changes, routes = [] }) => typeof changes !== 'string' && routes.length > 0 && placed.isProfile !== true,
  );
  if (first === undefined) return;
  const { manifest } = first.placed;
  run.report({
    code: 'adaptor-wins',
    message: 'is kept: a running smi-adaptor makes a profile of it, which overrides the route',
    at: { manifest, field: ['metadata', 'name'] },
  });
}

/** Reports the HTTPRouteGroups that only dropped splits used. */
function reportGroups(decided: readonly Decided[], groups: readonly Manifest[], run: Run): void {
  const namesOf = (some: readonly Decided[]): ReadonlySet<string> =>
    new Set(some.flatMap(({ placed }) => placed.split.matches.map(({ name }) => name)));
  const dropped = namesOf(decided.filter(({ changes }) => typeof changes !== 'string'));
  const kept = namesOf(decided.filter(({ changes }) => typeof changes === 'string'));
  for (const manifest of groups) {
    const name = text(manifest.object, 'metadata', 'name');
    if (!dropped.has(name) || kept.has(name)) continue;
    if (!decided.some(({ placed }) => sharesNamespace(manifest, placed, run))) continue;
    run.report(groupLeft(manifest));
  }
}

function groupLeft(manifest: Manifest): Diagnostic {
  return {
    code: 'smi-leftover',
    message: 'is no longer used by any TrafficSplit',
    fix: 'remove it if nothing else uses it, such as a TrafficTarget',
    at: { manifest, field: [] },
  };
}
