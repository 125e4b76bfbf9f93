import type { Manifest, Unreadable } from '../manifests/manifest.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import type { Options } from '../config/config.ts';
import type { Change } from '../plan/change.ts';
import type { CarryingRoute } from '../plan/plan-routes.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import type { ReadSplit, SplitsRead } from '../splits/read-splits.ts';

/** What a unit holds, as far as it matters to its splits. */
export interface UnitRead extends SplitsRead {
  /** The profiles of the unit that mention a name of a split. */
  readonly profiles: readonly Manifest[];
  /** The profiles with overrides in the files of the unit, whatever their names are; none of them is in another unit too. */
  readonly ownProfiles: readonly Manifest[];
  /** Everything that was read: the splits, the profiles, and what else mentions a name of a split. */
  readonly neighbours: Neighbours;
  /** Documents that mention a name of a split and cannot be read. */
  readonly unreadable: ReadonlySet<Unreadable>;
  /** The outcome of each document that holds a split and cannot be read. */
  readonly broken: readonly Left[];
}

/**
 * What to do with a split whose carrier is known. The carrier is the profile, or the routes, with the effect of the
 * split.
 */
export interface Decision {
  readonly placed: LocatedSplit;
  /** The changes, empty if everything is right already; or why the split is not converted. */
  readonly changes: readonly Change[] | Left;
  /** A carrier that already exists. */
  readonly existing?: Manifest;
  /** The routes with its weights, if it becomes routes. */
  readonly routes?: readonly CarryingRoute[];
}

/** What became of the decisions. */
export interface WrittenChanges {
  /** The existing profiles whose overrides are replaced. */
  readonly replaced: ReadonlySet<Manifest>;
  /** The splits that were left alone on purpose. */
  readonly leftAlone: ReadonlySet<Manifest>;
  /** The splits whose change cannot be written. */
  readonly refused: ReadonlySet<Manifest>;
}

/** A unit of a call, as it was read. */
interface UnitOfCall {
  readonly run: Run;
  readonly read: UnitRead;
}

/** What TrafficSplits are converted to. A target decides what else is read, what is changed, and what is checked. */
export interface ConversionTarget {
  /** The manifests of a unit that are converted in addition to TrafficSplits. */
  sources(manifests: readonly Manifest[], splits: readonly ReadSplit[], run: Run): SplitsRead;
  /** Returns why a split is not converted, whatever its carrier is; undefined if it may be. */
  reasons(read: UnitRead, run: Run): (split: ReadSplit) => Left | undefined;
  /** Decides about the splits that may be converted; returns one decision for each. */
  decide(splits: readonly ReadSplit[], read: UnitRead, run: Run): readonly Decision[];
  /** Reports what would keep the result from working or change its effect; changes nothing. */
  check(read: UnitRead, decided: readonly Decision[], written: WrittenChanges, run: Run): void;
  /** Reports findings that need all units of a call; `settled` are the splits that are converted or up to date. */
  finish(reads: readonly UnitOfCall[], settled: ReadonlySet<Manifest>, options: Options): void;
}

/** The targets that are loaded. */
export type Targets = Partial<Readonly<Record<Options['target'], ConversionTarget>>>;

/** The target of a run. Throws an Error named `TargetNotLoaded` if its chunk is not loaded. */
export function targetOf({ target }: Options, targets: Targets): ConversionTarget {
  const found = targets[target];
  if (found !== undefined) return found;
  const error = new Error(`target ${target} is not loaded`);
  error.name = 'TargetNotLoaded';
  throw error;
}
