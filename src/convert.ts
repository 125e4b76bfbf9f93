import { reportSurroundings } from './checks/checks.ts';
import { reportProfileProblems } from './checks/profiles.ts';
import { reportStale } from './checks/stale-profiles.ts';
import type { Options } from './config/config.ts';
import { decide, type Decisions } from './conversion/decide.ts';
import { readUnit, type UnitRead } from './conversion/read-unit.ts';
import { write, type SplitOutcome, type Written } from './conversion/write.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Run, Unit } from './run.ts';
import type { Left, Outcome } from './splits/outcome.ts';
import type { Grain } from './yaml/cut.ts';
import type { Edit } from './yaml/splice.ts';

export type { SplitOutcome } from './conversion/write.ts';
export type { Outcome } from './splits/outcome.ts';
export type { Unit } from './run.ts';

/** What came of a unit. */
export interface Conversion {
  /** All sound edits, whatever else was found. */
  readonly edits: readonly Edit[];
  /** What became of each TrafficSplit that was found. */
  readonly splits: readonly SplitOutcome[];
  /** What becomes of documents that hold a TrafficSplit and cannot be read, one for each. */
  readonly broken: readonly Left[];
}

/** Converts one unit: reads its splits and what mentions their names, decides what is done with each, and writes it as edits. */
export function convert(unit: Unit, options: Options, report: Report, grain: Grain = 'fine'): Conversion {
  const run: Run = { unit, options, report };
  const read = readUnit(run, grain);
  const decisions = decide(read, run);
  const written = write(decisions, run);
  check(read, decisions, written, run);
  return { edits: written.edits, splits: written.splits, broken: read.broken };
}

/** Reports what around the splits would defeat or surprise them; changes nothing. */
function check(read: UnitRead, { decided }: Decisions, { replaced }: Written, run: Run): void {
  for (const { existing } of decided) {
    if (existing !== undefined) reportProfileProblems(existing, replaced.has(existing), run);
  }
  const heard = read.splits.filter((split) => !split.skipped);
  reportSurroundings(heard, read.neighbours, run);
  if (read.unread.size === 0 && read.broken.length === 0) reportStale(read.splits, read.profiles, run);
}

/** How many splits, unreadable ones included, came to each end. */
export function countOutcomes(conversions: readonly Conversion[]): Readonly<Record<Outcome, number>> {
  const counts = { converted: 0, 'up-to-date': 0, 'left-alone': 0, refused: 0 };
  for (const { splits, broken } of conversions) {
    for (const { outcome } of splits) counts[outcome] += 1;
    for (const outcome of broken) counts[outcome] += 1;
  }
  return counts;
}
