import { reportSurroundings } from './checks/checks.ts';
import { reportClusterDomain } from './checks/doubtful-cluster-domain.ts';
import { reportDumpedProfile, reportProfileProblems, reportProfileElsewhere } from './checks/profiles.ts';
import { profilesAskedFor, reportStale } from './checks/stale-profiles.ts';
import type { Options } from './config/config.ts';
import { decide, type Decisions } from './conversion/decide.ts';
import { openCallIndex } from './conversion/call-index.ts';
import { readAround, readSplitsOf, servicesLike, type UnitRead } from './conversion/read-unit.ts';
import { openPageCache } from './manifests/page-cache.ts';
import { write, type SplitOutcome, type Written } from './conversion/write.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Call, Run, Unit } from './run.ts';
import type { Left, Outcome } from './splits/outcome.ts';
import type { ReadSplit } from './splits/read-splits.ts';
import type { Grain } from './yaml/cut.ts';
import type { Edit } from './yaml/splice.ts';

export type { SplitOutcome } from './conversion/write.ts';
export type { Outcome } from './splits/outcome.ts';
export type { Call, Unit } from './run.ts';

/** What came of a unit. */
export interface Conversion {
  /** All sound edits, whatever else was found. */
  readonly edits: readonly Edit[];
  /** What became of each TrafficSplit that was found. */
  readonly splits: readonly SplitOutcome[];
  /** What becomes of documents that hold a TrafficSplit and cannot be read, one for each. */
  readonly broken: readonly Left[];
}

/** Converts one unit, which is all that its call holds. */
export function convert(unit: Unit, options: Options, report: Report, grain: Grain = 'fine'): Conversion {
  const [conversion] = convertCall({ units: [unit] }, options, report, grain);
  return conversion ?? { edits: [], splits: [], broken: [] };
}

/**
 * Converts the units of a call: reads the splits of all, then what mentions their names; decides what is done with each, and
 * writes it as edits. One conversion for each unit.
 */
export function convertCall(
  call: Call,
  options: Options,
  report: Report,
  grain: Grain = 'fine',
): readonly Conversion[] {
  const cache = openPageCache(grain);
  const told = once(report);
  const runs = call.units.map((unit): Run => ({
    unit,
    options,
    report: told,
    inCall: (make) => inCall(make),
    services: (names) => servicesLike(names, unit, cache),
  }));
  const first = runs.map((run) => ({ run, read: readSplitsOf(run, cache) }));
  const names = new Set(first.flatMap(({ read }) => [...read.names]));
  const inCall = openCallIndex(call, names, options, cache);
  const reads = first.map(({ run, read }) => ({ run, read: readAround(read, run, cache) }));
  const conversions = reads.map(({ run, read }) => convertUnit(read, run));
  lookForStale(reads);
  const made = conversions.flatMap(({ splits }) => splits).find(({ profile }) => profile?.made !== undefined);
  reportClusterDomain(call, made?.manifest, options, told);
  return conversions;
}

/** Looks for profiles whose split is nowhere in the call, where all of its splits are known. */
function lookForStale(reads: readonly { readonly run: Run; readonly read: UnitRead }[]): void {
  if (!reads.every(({ read }) => read.unread.size === 0 && read.broken.length === 0 && read.splits.every(isKnown)))
    return;
  const asked = new Set(reads.flatMap(({ run, read }) => [...profilesAskedFor(read.splits, run)]));
  for (const { run, read } of reads) reportStale(read.profiles, asked, run);
}

/** Whether the profile that a split asks for has a name. */
function isKnown({ understood, split }: ReadSplit): boolean {
  return understood && split.namespace !== '';
}

function convertUnit(read: UnitRead, run: Run): Conversion {
  const decisions = decide(read, run);
  const written = write(decisions, run);
  check(read, decisions, written, run);
  const understood = new Map(read.splits.map(({ manifest, split }) => [manifest, split]));
  const splits = written.splits.map((one) => {
    const split = understood.get(one.manifest);
    return split === undefined ? one : { ...one, split };
  });
  return { edits: written.edits, splits, broken: read.broken };
}

/** Reports what around the splits would defeat or surprise them; changes nothing. */
function check(read: UnitRead, { decided }: Decisions, { replaced }: Written, run: Run): void {
  for (const { existing, placed } of decided) {
    if (existing !== undefined) reportProfileProblems(existing, replaced.has(existing), run);
    else reportProfileElsewhere(placed, run);
    if (existing !== undefined && replaced.has(existing)) reportDumpedProfile(existing, run);
  }
  const heard = read.splits.filter((split) => !split.skipped && isKnown(split));
  reportSurroundings(heard, read.neighbours, run);
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

/** What two units are both deployed with is looked at twice, and reported once. */
function once(report: Report): Report {
  const said = new Map<unknown, Set<string>>();
  return (diagnostic) => {
    const { manifest, field } = 'manifest' in diagnostic.at ? diagnostic.at : { manifest: diagnostic.at, field: [] };
    const key = JSON.stringify([diagnostic.code, field, diagnostic.message]);
    const known = said.get(manifest) ?? new Set();
    if (known.has(key)) return;
    said.set(manifest, known.add(key));
    report(diagnostic);
  };
}
