import type { Manifest, Unreadable } from '../manifests/manifest.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Options } from '../config/config.ts';
import type { Change } from '../plan/plan.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import type { ReadSplit, SplitsRead } from '../splits/read-splits.ts';

/** What a unit holds, as far as it matters to its splits. */
export interface UnitRead extends SplitsRead {
  /** The profiles of the unit that mention a name of a split. */
  readonly profiles: readonly Manifest[];
  /** All that was read: the splits, the profiles, and whatever else mentions a name of a split. */
  readonly neighbours: readonly Manifest[];
  /** Documents that mention a name of a split and cannot be read. */
  readonly unreadable: ReadonlySet<Unreadable>;
  /** What becomes of documents that hold a split and cannot be read, one for each. */
  readonly broken: readonly Left[];
}

/** What is to be done with a split whose carrier is known: the profile, or the routes, that say what it says. */
export interface Decision {
  readonly placed: LocatedSplit;
  /** What has to change, nothing where all is right already; or why nothing is done. */
  readonly changes: readonly Change[] | Left;
  /** A carrier that was there. */
  readonly existing?: Manifest;
  /** Carriers that are there afterwards, as they are made. */
  readonly made?: readonly object[];
}

/** What became of the decisions. */
export interface Written {
  /** The profiles that were there and whose overrides are written. */
  readonly replaced: ReadonlySet<Manifest>;
  /** The splits that were left alone on purpose. */
  readonly leftAlone: ReadonlySet<Manifest>;
  /** The splits whose change cannot be written. */
  readonly refused: ReadonlySet<Manifest>;
}

/** A unit of a call, as it was read. */
export interface UnitOfCall {
  readonly run: Run;
  readonly read: UnitRead;
}

/** What TrafficSplits become, as far as it differs: what is read besides, what is decided, and what is checked around it. */
export interface Target {
  /** What among the manifests of a unit is converted as TrafficSplits are. */
  sources(manifests: readonly Manifest[], splits: readonly ReadSplit[], run: Run): SplitsRead;
  /** Tells why a split is not converted, whatever its carrier is; undefined where it may be. */
  reasons(read: UnitRead, run: Run): (split: ReadSplit) => Left | undefined;
  /** Decides about the splits that may be converted, one decision for each. */
  decide(splits: readonly ReadSplit[], read: UnitRead, run: Run): readonly Decision[];
  /** Reports what around the splits would defeat or surprise them; changes nothing. */
  check(read: UnitRead, decided: readonly Decision[], written: Written, run: Run): void;
  /** Reports what can be told when all units of a call are known. */
  finish(reads: readonly UnitOfCall[]): void;
}

/** The targets that are loaded. */
export type Targets = Partial<Readonly<Record<Options['target'], Target>>>;

/** The target of a run. Throws an Error named `TargetNotLoaded` where its code is in a chunk that is not loaded. */
export function targetOf({ target }: Options, targets: Targets): Target {
  const found = targets[target];
  if (found !== undefined) return found;
  const error = new Error(`target ${target} is not loaded`);
  error.name = 'TargetNotLoaded';
  throw error;
}
