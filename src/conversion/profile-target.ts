import { reportSurroundings } from '../checks/checks.ts';
import { clusterDomainMismatch } from '../checks/cluster-domains.ts';
import { reportLeftBehind } from '../checks/left-behind-profiles.ts';
import { reportDumpedProfile, reportOtherDirectory, reportProfileProblems } from '../checks/profiles.ts';
import { droppedProfiles, profilesAsked, reportStale } from '../checks/stale-profiles.ts';
import { besideUnreadable } from '../checks/unreadable-documents.ts';
import type { Change } from '../plan/change.ts';
import { chooseProfiles, planChanges, reportOverwritten } from '../plan/plan.ts';
import type { ReadSplit } from '../splits/read-splits.ts';
import type { ConversionTarget } from './target.ts';

/** The target serviceprofile: Linkerd ServiceProfiles. */
export const profileTarget: ConversionTarget = {
  sources: () => ({ splits: [], unread: new Map() }),
  reasons: (read, run) => {
    const mismatch = clusterDomainMismatch(read.profiles, run);
    const unreadable = besideUnreadable(read, run);
    return (split) => mismatch(split) ?? unreadable(split);
  },
  decide: (splits, read, run) => {
    const chosen = new Map(chooseProfiles(splits, read, run).map((one) => [one.placed, one]));
    return splits.map((placed) => {
      const one = chosen.get(placed);
      if (one === undefined) return { placed, changes: 'refused' };
      return { ...one, changes: planChanges(one, run) };
    });
  },
  check: (read, decided, { replaced, leftAlone }, run) => {
    for (const { existing, placed, changes } of decided) {
      if (existing === undefined) {
        if (typeof changes !== 'string') reportOtherDirectory(placed, run);
        continue;
      }
      reportProfileProblems(existing, placed, replaced.has(existing), run);
      if (replaced.has(existing)) reportOverwritten(placed, existing, run);
      const isMarked = typeof changes !== 'string' && !leftAlone.has(placed.manifest) && changes.some(isMark);
      if (replaced.has(existing) || isMarked) reportDumpedProfile(existing, run);
    }
    const notSkipped = read.splits.filter((split) => !split.skipped && isKnown(split));
    const converted = notSkipped.filter(({ manifest }) => !leftAlone.has(manifest));
    reportSurroundings(notSkipped, converted, read, run);
  },
  finish: (reads, settled, options) => {
    if (!reads.every(({ read }) => read.unread.size === 0 && read.broken.length === 0 && read.splits.every(isKnown)))
      return;
    const isAsked = profilesAsked(reads);
    const dropped = droppedProfiles(
      reads.flatMap(({ read }) => read.ownProfiles),
      options,
    );
    for (const { run, read } of reads) reportStale(read.profiles, isAsked, dropped, run);
    reportLeftBehind(reads, settled, options);
  },
};

/** Whether a change writes the skip annotation. */
function isMark(change: Change): boolean {
  if (change.kind === 'fold') return change.otherwise.some(isMark);
  return change.kind === 'update' && change.mark !== undefined;
}

/** Whether the profile of a split has a known name. */
function isKnown({ understood, split }: ReadSplit): boolean {
  return understood && split.namespace !== '';
}
