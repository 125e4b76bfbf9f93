import type { Manifest } from '../manifests/manifest.ts';
import type { Change } from '../plan/change.ts';
import { withoutRouteFolds } from '../plan/change.ts';
import type { Run } from '../run.ts';
import { blockCollisions } from '../splits/apex-collisions.ts';
import { controllersAmong } from '../splits/controllers.ts';
import { leftToController } from '../splits/left-alone.ts';
import type { Left } from '../splits/outcome.ts';
import type { ReadSplit } from '../splits/read-splits.ts';
import { isOfOtherUnit } from '../splits/profile-sources.ts';
import { pathOf } from '../splits/names.ts';
import { leftByData, leftByOutside, leftByResults, leftToKustomize } from '../splits/rewritten.ts';
import { leftToChart, withoutNamespace } from '../splits/without-namespace.ts';
import type { Decision, ConversionTarget, UnitRead } from './target.ts';

/** What to do with the splits of a unit. */
export interface Decisions {
  readonly decided: readonly Decision[];
  /** The splits that were given up before their profile was looked for, and why. */
  readonly left: ReadonlyMap<Manifest, Left>;
}

/**
 * Decides what to do with each split; reports why one is not converted. `colliding` holds the splits whose
 * collision with another unit was reported already.
 */
export function decide(
  read: UnitRead,
  target: ConversionTarget,
  run: Run,
  colliding: ReadonlySet<ReadSplit>,
): Decisions {
  const reasonToLeave = reasonsToLeave(read, target, run, colliding);
  const left = new Map(read.unread);
  const free = read.splits.filter((split) => {
    const reason = reasonToLeave(split);
    if (reason !== undefined) left.set(split.manifest, reason);
    return reason === undefined;
  });
  const decided = target.decide(free, read, run).map((decision) => withoutRewritten(decision, run));
  return { decided, left };
}

/** A split is refused if kustomizations change what it becomes. */
function withoutRewritten(decision: Decision, run: Run): Decision {
  const { existing, placed, routes = [] } = decision;
  if (typeof decision.changes === 'string') return decision;
  const changes = withoutRouteFolds(decision.changes);
  const made = changes.flatMap((change) => ('objects' in change ? change.objects : []));
  const updated = changes.flatMap((change) =>
    'manifest' in change && change.kind !== 'take-out' ? [change.manifest] : [],
  );
  const carriers = [existing, ...routes.map((route) => route.existing)].filter((one) => one !== undefined);
  const results = [
    ...made.map((object) => ({ beside: placed.manifest, object: { ...object }, isNew: true })),
    ...[...new Set([...carriers, ...updated])].map((manifest) => ({
      beside: manifest,
      object: manifest.object,
      isNew: false,
    })),
  ];
  const paths = changes.flatMap(pathsChanged);
  const left =
    leftByResults(placed, results, run) ?? leftByData(placed, paths, run) ?? leftByOutside(placed, paths, run);
  return left === undefined ? decision : { ...decision, changes: left };
}

/** The files that a change is written into. */
function pathsChanged(change: Change): readonly string[] {
  const isElsewhere = ['update', 'route', 'take-out'].includes(change.kind);
  return [...(isElsewhere ? [] : [change.split]), ...('manifest' in change ? [change.manifest] : [])].map(pathOf);
}

/** Returns why a split is not converted, whatever its profile is; undefined if it may be. */
function reasonsToLeave(
  read: UnitRead,
  target: ConversionTarget,
  run: Run,
  colliding: ReadonlySet<ReadSplit>,
): (split: ReadSplit) => Left | undefined {
  const controllers = controllersAmong(read.neighbours);
  const blocked = blockCollisions(read.splits, run, colliding);
  const ofTarget = target.reasons(read, run);
  return (split) => {
    if (split.left !== undefined) return split.left;
    if (isOfOtherUnit(split, run)) return 'left-alone';
    // First the splits that are left alone on purpose: the user need not fix those.
    const onPurpose =
      leftToController(split, controllers, run) ?? leftToChart(split, run) ?? leftToKustomize(split, run);
    if (onPurpose !== undefined) return onPurpose;
    for (const finding of split.findings) run.report(finding);
    if (!split.understood) return 'refused';
    return withoutNamespace(split, run) ?? (blocked.has(split) ? 'refused' : undefined) ?? ofTarget(split);
  };
}
