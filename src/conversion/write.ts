import type { ServiceProfile } from '../mesh/service-profile.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Change } from '../plan/change.ts';
import type { CarryingRoute } from '../plan/plan-routes.ts';
import { heldAmong } from '../rewrite/held.ts';
import { rewrite } from '../rewrite/rewrite.ts';
import type { Run } from '../run.ts';
import type { Outcome } from '../splits/outcome.ts';
import type { Edit } from '../yaml/splice.ts';
import { claimOnce, isMadeElsewhere, isUnmade, withdraw } from './claims.ts';
import type { Decisions } from './decide.ts';
import type { Decision, WrittenChanges } from './target.ts';

/** What became of one TrafficSplit. */
export interface SplitOutcome {
  readonly manifest: Manifest;
  readonly outcome: Outcome;
  /** The split as it was read; absent if it could not be read. */
  readonly split?: TrafficSplit;
  /** The profile of the split after this run; absent if there is none. */
  readonly profile?: ProfileOutcome;
  /** The routes that carry it, where it becomes routes; none where it was not converted, or splits nothing. */
  readonly routes?: readonly RouteOutcome[];
}

/** A route that carries a split. */
export interface RouteOutcome extends CarryingRoute {
  /** The path of the source that holds it after this run. */
  readonly path: string;
}

/** The profile of a split, existing or new. */
interface ProfileOutcome {
  readonly existing?: Manifest;
  readonly made?: ServiceProfile;
  /** The path of the source that holds it after this run. */
  readonly path: string;
}

/** The edits for a unit, and the outcome of each split. */
interface UnitWritten extends WrittenChanges {
  readonly edits: readonly Edit[];
  readonly splits: readonly SplitOutcome[];
  /** The splits and profiles that are taken out, without another object in their place. */
  readonly removed: readonly Manifest[];
}

interface Claimed extends ReturnType<typeof rewrite> {
  readonly decided: readonly Decision[];
  readonly changes: readonly Change[];
}

/** Converts decisions to edits; reports what cannot be written and refuses its split. */
export function writeDecisions({ decided: wanted, left }: Decisions, run: Run): UnitWritten {
  const { decided, changes, edits, problems, refused, removed } = claimAndRewrite(wanted, run);
  for (const problem of problems) run.report(problem);
  const replaced = changes.filter(({ split }) => !refused.has(split)).flatMap((change) => replacedBy(change) ?? []);
  const splits = [
    ...[...left].map(([manifest, outcome]) => ({ manifest, outcome })),
    ...decided.map((one) => outcomeOf(one, refused)),
  ];
  const leftAlone = [...left].filter(([, outcome]) => outcome === 'left-alone').map(([manifest]) => manifest);
  return { edits, splits, removed, replaced: new Set(replaced), leftAlone: new Set(leftAlone), refused };
}

/** Edits for decisions of which one of each profile changes it: where that is refused, another one does. */
function claimAndRewrite(wanted: readonly Decision[], { unit, claimed }: Run): Claimed {
  const held = new Set(heldAmong(changesOf(wanted)).keys());
  for (;;) {
    const decided = wanted.map((one) => claimOnce(one, claimed, held));
    const changes = changesOf(decided);
    const rewritten = rewrite(changes, unit);
    const { refused } = rewritten;
    for (const change of changes) if (refused.has(change.split)) withdraw(change, claimed);
    const isOpen = (change: Change): boolean => !refused.has(change.split) && isUnmade(change, claimed);
    if (!changes.some(isOpen)) return { ...rewritten, decided, changes };
    for (const split of refused) held.add(split);
  }
}

function changesOf(decisions: readonly Decision[]): readonly Change[] {
  return decisions.flatMap(({ changes }) => (typeof changes === 'string' ? [] : changes));
}

/** The existing profile whose overrides a change replaces. */
function replacedBy(change: Change): Manifest | undefined {
  if (change.kind === 'fold') return change.otherwise.flatMap((one) => replacedBy(one) ?? [])[0];
  return change.kind === 'update' && change.dstOverrides !== undefined ? change.manifest : undefined;
}

function outcomeOf(decision: Decision, refused: ReadonlySet<Manifest>): SplitOutcome {
  const { placed, existing, changes, routes } = decision;
  const { manifest } = placed;
  if (typeof changes === 'string') return { manifest, outcome: changes };
  if (refused.has(manifest)) return { manifest, outcome: 'refused' };
  const outcome = changes.every(isMadeElsewhere) ? 'up-to-date' : 'converted';
  const own = manifest.page.slice.source.path;
  if (routes !== undefined) {
    const carriers = routes.map((one) => ({ ...one, path: one.existing?.page.slice.source.path ?? own }));
    return { manifest, outcome, routes: carriers };
  }
  if (existing !== undefined)
    return { manifest, outcome, profile: { existing, path: existing.page.slice.source.path } };
  const [made] = changes.flatMap((change) =>
    'objects' in change ? (change.objects as readonly ServiceProfile[]) : [],
  );
  return made === undefined ? { manifest, outcome } : { manifest, outcome, profile: { made, path: own } };
}
