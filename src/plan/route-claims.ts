import { groupByEach } from '../collections.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';
import { leave } from '../splits/outcome.ts';
import { pathOf } from '../splits/names.ts';
import { changedBy } from './other-builds.ts';
import type { RoutePlan } from './plan-routes.ts';
import { rivalPlace } from './profile-rivals.ts';

/** A split and its plan. */
interface PlannedSplit extends RoutePlan {
  readonly placed: LocatedSplit;
}

/**
 * Leaves out the splits of several files that need one route, or the removal of one profile, unless nothing changes for
 * any of them: files that are applied one after the other cannot share it.
 */
export function withoutSharedRoutes(planned: readonly PlannedSplit[], run: Run): readonly PlannedSplit[] {
  const claims = groupByEach(planned, claimedBy);
  const lost = new Map<PlannedSplit, PlannedSplit>();
  for (const [manifest, claiming] of claims) {
    if (claiming.length < 2 || !claiming.some((one) => changedIn(one).has(manifest))) continue;
    const message = `${claiming.length} TrafficSplits need the ${text(manifest.object, 'kind')} in ${pathOf(manifest)}: ${several(claiming.map(rivalPlace))}`;
    for (const one of claiming) {
      if (lost.has(one)) continue;
      const at = atApex(one.placed);
      const fix = claiming.length > 2 ? 'keep one of them' : undefined;
      const changes = leave(run, { code: 'apex-split-twice', message, at, ...(fix !== undefined && { fix }) });
      lost.set(one, { placed: one.placed, changes, routes: [] });
    }
  }
  return planned.map((one) => lost.get(one) ?? one);
}

/** The routes that carry a split, and what is changed or removed for it. */
function claimedBy(one: PlannedSplit): ReadonlySet<Manifest> {
  return new Set([...one.routes.flatMap(({ existing }) => existing ?? []), ...changedIn(one)]);
}

function changedIn({ changes }: PlannedSplit): ReadonlySet<Manifest> {
  return new Set(typeof changes === 'string' ? [] : changedBy(changes));
}
