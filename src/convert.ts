import { once } from './collections.ts';
import { reportClusterDomain } from './checks/doubtful-cluster-domain.ts';
import { reportLeftoversOfCall } from './checks/leftovers.ts';
import type { Options } from './config/config.ts';
import { decide } from './conversion/decide.ts';
import { openBesideIndex } from './conversion/beside-search.ts';
import { openCallIndex } from './conversion/call-index.ts';
import { profileTarget } from './conversion/profile-target.ts';
import { readAround, readSplitsOf } from './conversion/read-unit.ts';
import { servicesLike } from './conversion/services-like.ts';
import { targetOf, type ConversionTarget, type Targets, type UnitRead } from './conversion/target.ts';
import type { Manifest } from './manifests/manifest.ts';
import { openPageCache } from './manifests/page-cache.ts';
import { writeDecisions, type SplitOutcome } from './conversion/write.ts';
import { oncePerPlace, oncePerRun, type Report } from './diagnostics/diagnostic.ts';
import type { Call, Run, Unit } from './run.ts';
import { collisionsOfUnits } from './splits/apex-collisions.ts';
import { collisionsOfMoved } from './splits/moved-collisions.ts';
import type { Left } from './splits/outcome.ts';
import type { ReadSplit } from './splits/read-splits.ts';
import type { Grain } from './yaml/cut.ts';
import type { Edit } from './yaml/splice.ts';

export type { RouteOutcome, SplitOutcome } from './conversion/write.ts';
export type { Targets } from './conversion/target.ts';
export type { Outcome } from './splits/outcome.ts';
export type { Call, Unit } from './run.ts';

/** The splits that are converted or up to date. */
function settledIn(conversions: readonly UnitConversion[]): ReadonlySet<Manifest> {
  const splits = conversions.flatMap((one) => one.splits);
  const settled = splits.filter(({ outcome }) => outcome === 'converted' || outcome === 'up-to-date');
  return new Set(settled.map(({ manifest }) => manifest));
}

/** The result of converting a unit. */
export interface UnitConversion {
  /** All correct edits, whatever else was found. */
  readonly edits: readonly Edit[];
  /** What became of each TrafficSplit that was found. */
  readonly splits: readonly SplitOutcome[];
  /** The splits and profiles that are taken out, without another object in their place. */
  readonly removed: readonly Manifest[];
  /** The outcome of each document that holds a TrafficSplit and cannot be read. */
  readonly broken: readonly Left[];
}

/** The default targets. */
const profilesAlone: Targets = { serviceprofile: profileTarget };

/** What the units of a call are converted with. */
interface ConversionSetting {
  readonly options: Options;
  readonly report: Report;
  /** How finely sources are cut; `fine` if absent. */
  readonly grain?: Grain;
  /** Profiles alone if absent. */
  readonly targets?: Targets | undefined;
}

/** Converts a single unit that is all of its call. Throws what `convertCall` throws. */
export function convertAlone(unit: Unit, setting: ConversionSetting): UnitConversion {
  const [conversion] = convertCall({ units: [unit] }, setting);
  return conversion ?? { edits: [], splits: [], removed: [], broken: [] };
}

/**
 * Converts the units of a call: reads the splits of all units, then what mentions their names; decides what to do with
 * each split, and returns it as edits. Returns one conversion for each unit. Throws what `targetOf` throws.
 */
export function convertCall(
  call: Call,
  { options, report, grain = 'fine', targets = profilesAlone }: ConversionSetting,
): readonly UnitConversion[] {
  const target = targetOf(options, targets);
  const cache = openPageCache(grain);
  const reportOnce = oncePerPlace(oncePerRun(report));
  const claimed = new Map<Manifest, Manifest>();
  const routeNames: Run['routeNames'] = new Map();
  const runs = call.units.map((unit): Run => ({
    unit,
    options,
    report: reportOnce,
    inCall: (make) => inCall(make),
    splits: () => splits(),
    claimed,
    routeNames,
    clusterDomains: () => call.clusterDomains?.() ?? new Map(),
    services: (wanted) => servicesLike(wanted, unit, cache),
  }));
  const first = runs.map((run) => ({ run, read: readSplitsOf(run, target, cache) }));
  const names = new Set(first.flatMap(({ read }) => [...read.names]));
  const inCall = openCallIndex(call, names, options, cache);
  const index = openBesideIndex(names, options);
  const reads = first.map(({ run, read }) => ({ run, read: readAround(read, run, { cache, index }) }));
  const splits = once(() => reads.flatMap(({ read }) => read.splits));
  const colliding = new Set([...collisionsOfUnits(reads), ...collisionsOfMoved(reads)]);
  const conversions = reads.map(({ run, read }) => convertUnit(read, target, run, colliding));
  target.finish(reads, settledIn(conversions), options);
  if (conversions.some(({ splits }) => splits.length > 0))
    reportLeftoversOfCall(inCall, { options, report: reportOnce });
  const made = conversions.flatMap(({ splits }) => splits).find(({ profile }) => profile?.made !== undefined);
  if (options.target === 'serviceprofile') reportClusterDomain(call, made?.manifest, options, reportOnce);
  return conversions;
}

function convertUnit(
  read: UnitRead,
  target: ConversionTarget,
  run: Run,
  colliding: ReadonlySet<ReadSplit>,
): UnitConversion {
  const decisions = decide(read, target, run, colliding);
  const written = writeDecisions(decisions, run);
  target.check(read, decisions.decided, written, run);
  const understood = new Map(read.splits.map(({ manifest, split }) => [manifest, split]));
  const splits = written.splits.map((one) => {
    const split = understood.get(one.manifest);
    return split === undefined ? one : withSplit(one, split);
  });
  const { edits, removed } = written;
  return { edits, splits, removed, broken: read.broken };
}

/** An outcome with its split, without a spread: V8 gives each object that is made by one a hidden class of its own. */
function withSplit({ manifest, outcome, profile, routes }: SplitOutcome, split: ReadSplit['split']): SplitOutcome {
  if (profile !== undefined) return { manifest, outcome, profile, split };
  return routes === undefined ? { manifest, outcome, split } : { manifest, outcome, routes, split };
}
