import { clusterDomainMismatch } from '../checks/cluster-domains.ts';
import { besideUnreadable } from '../checks/unreadable-documents.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Change, Chosen } from '../plan/plan.ts';
import { chooseProfiles, planChanges } from '../plan/plan.ts';
import type { Run } from '../run.ts';
import { blockCollisions } from '../splits/apex-collisions.ts';
import { controllersIn } from '../splits/controllers.ts';
import { leftToController } from '../splits/left-alone.ts';
import type { Left } from '../splits/outcome.ts';
import type { ReadSplit } from '../splits/read-splits.ts';
import { leftToKustomize } from '../splits/rewritten.ts';
import { leftToChart, withoutNamespace } from '../splits/without-namespace.ts';
import type { UnitRead } from './read-unit.ts';

/** What is to be done with a split whose profile is known. */
export interface Decision extends Chosen {
  /** What has to change, nothing where the profile is right already; or why nothing is done. */
  readonly changes: readonly Change[] | Left;
}

/** What is to be done with the splits of a unit. */
export interface Decisions {
  readonly decided: readonly Decision[];
  /** The splits that were given up before their profile was looked for, and why. */
  readonly left: ReadonlyMap<Manifest, Left>;
}

/** Decides what is done with each split; reports why nothing is done. */
export function decide(read: UnitRead, run: Run): Decisions {
  const reasonToLeave = reasonsToLeave(read, run);
  const left = new Map(read.unread);
  const free = read.splits.filter((split) => {
    const reason = reasonToLeave(split);
    if (reason !== undefined) left.set(split.manifest, reason);
    return reason === undefined;
  });
  const chosen = chooseProfiles(free, read.profiles, run);
  const known = new Set(chosen.map(({ placed }) => placed));
  for (const split of free) if (!known.has(split)) left.set(split.manifest, 'refused');
  const claimed = new Set<Manifest>();
  return {
    decided: chosen.map((one) => ({ ...one, changes: once(planChanges(one, run), one.existing, claimed) })),
    left,
  };
}

/** Several splits may want the same of one profile: it is changed for the first of them. */
function once(
  changes: readonly Change[] | Left,
  profile: Manifest | undefined,
  claimed: Set<Manifest>,
): readonly Change[] | Left {
  if (typeof changes === 'string' || profile === undefined) return changes;
  if (!claimed.has(profile)) {
    claimed.add(profile);
    return changes;
  }
  const apart = changes.flatMap((change) => (change.kind === 'fold' ? change.otherwise : [change]));
  return apart.filter(({ kind }) => kind !== 'update');
}

/** Tells why a split is not converted, whatever its profile is; undefined where it may be. */
function reasonsToLeave(read: UnitRead, run: Run): (split: ReadSplit) => Left | undefined {
  const controllers = controllersIn(read.neighbours);
  const blocked = blockCollisions(read.splits, run);
  const mismatch = clusterDomainMismatch(read.profiles, run);
  const unreadable = besideUnreadable(read, run);
  return (split) => {
    if (split.left !== undefined) return split.left;
    // On purpose first: nobody has to mend what is not to be converted.
    const onPurpose =
      leftToController(split, controllers, run) ?? leftToKustomize(split, run) ?? leftToChart(split, run);
    if (onPurpose !== undefined) return onPurpose;
    for (const finding of split.findings) run.report(finding);
    if (!split.understood) return 'refused';
    return (
      withoutNamespace(split, run) ??
      (blocked.has(split) ? 'refused' : undefined) ??
      mismatch(split) ??
      unreadable(split)
    );
  };
}
