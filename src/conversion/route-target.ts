import { reportLeftBehind } from '../checks/left-behind-profiles.ts';
import { reportRouteSurroundings } from '../checks/route-checks.ts';
import { reportStaleRoutes, routesAsked } from '../checks/stale-routes.ts';
import { besideUnreadableGroups } from '../checks/unreadable-groups.ts';
import { besideUnreadableRoutes } from '../checks/unreadable-routes.ts';
import { routePlanner } from '../plan/plan-routes.ts';
import { withoutSharedRoutes } from '../plan/route-claims.ts';
import { reportRemovedProfiles } from '../plan/route-profiles.ts';
import { reportOverwrittenRoutes } from '../plan/route-updates.ts';
import { readProfileSources } from '../splits/profile-sources.ts';
import type { ConversionTarget } from './target.ts';

/** The target httproute: Gateway API HTTPRoutes on Services. */
export const routeTarget: ConversionTarget = {
  sources: (manifests, splits, run) => readProfileSources(manifests, splits, run),
  reasons: (read, run) => {
    const [routes, groups] = [besideUnreadableRoutes(read, run), besideUnreadableGroups(read, run)];
    return (placed) => routes(placed) ?? groups(placed);
  },
  decide: (splits, read, run) => {
    const plan = routePlanner(read, run);
    return withoutSharedRoutes(
      splits.map((placed) => ({ placed, ...plan(placed) })),
      run,
    );
  },
  check: (read, decided, { refused, leftAlone }, run) => {
    const done = decided.map((one) =>
      refused.has(one.placed.manifest) ? { ...one, changes: 'refused' as const } : one,
    );
    for (const { placed, changes } of done) {
      if (typeof changes === 'string') continue;
      reportOverwrittenRoutes(placed, changes, run);
      reportRemovedProfiles(placed, changes, run);
    }
    reportRouteSurroundings({ ...read, leftAlone }, done, run);
  },
  finish: (reads, settled, options) => {
    if (!reads.every(({ read }) => read.unread.size === 0 && read.broken.length === 0)) return;
    const isAsked = routesAsked(reads);
    for (const { run, read } of reads) reportStaleRoutes(read.neighbours, isAsked, run);
    reportLeftBehind(reads, settled, options);
  },
};
