import type { WayIn } from './config/advice.ts';
import type { Options } from './config/config.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Kustomize } from './kustomize/kustomize.ts';
import type { Manifest } from './manifests/manifest.ts';
import type { Source } from './yaml/source.ts';

/** What is deployed together, or the files of one directory that may be. */
export interface Unit {
  /** The sources that hold a TrafficSplit; of a stream, all sources. */
  readonly sources: readonly Source[];
  /**
   * Sources (those above included) that may hold, beside a kind that matters, one of these names, or where they belong to the
   * unit itself one of these marks.
   */
  around(names: ReadonlySet<string>, marks: ReadonlySet<string>): readonly Source[];
  /** True for streams, printed paths and ResourceLists: all of it is applied at once. */
  readonly together: boolean;
  /** True where the sources become one stream: a document can then follow an object of a `.json` file. */
  readonly printed?: boolean;
  /** False where the call names some of its files one by one, so that others may be missing. */
  readonly whole?: boolean;
  /** Whether a file that `around` gave belongs to the unit; others are only deployed together with it. Absent: all do. */
  readonly inUnit?: (path: string) => boolean;
  /** What the kustomizations of the call do to the files of the unit; absent in streams. */
  readonly kustomize?: Kustomize;
  /** How it was asked for: fixes speak of that way; a command where nothing is said. */
  readonly way?: WayIn;
  /** Sources of the unit that may hold a Service whose name resembles one of these, and some that hold any. Absent: all. */
  servicesLike?(names: ReadonlySet<string>): readonly Source[];
  /** The sources of the unit that stand in the directory of a file and hold a namespace; absent where all are in one stream. */
  readonly beside?: (path: string) => readonly Source[];
  /** Annotations that a new profile needs in the place of, or beside, this split (KRM: path, index). */
  readonly annotations?: (split: Manifest, place: 'beside' | 'instead') => Readonly<Record<string, string>>;
}

/** The units of one call, and what else it holds. */
export interface Call {
  readonly units: readonly Unit[];
  /**
   * Searches all that is read for a kind that matters beside one of these words, once, before a unit is asked what is around
   * it. Absent where the units are all that there is.
   */
  search?(words: ReadonlySet<string>): readonly Source[];
  /** The cluster domains in the names of ServiceProfiles, each with a path; known after the search. Absent: units have all. */
  clusterDomains?(): ReadonlyMap<string, string>;
}

/** An object of the call that may belong to another unit, and its namespace: '' where that is not known. */
export interface CallObject {
  readonly manifest: Manifest;
  readonly namespace: string;
}

/** What is made of all objects of a call that mention a name of a split, for facts that a unit does not hold itself. */
export type CallIndex = <T>(make: (objects: readonly CallObject[]) => T) => T;

/** One conversion: what is converted, how, and where its findings go. */
export interface Run {
  readonly unit: Unit;
  readonly options: Options;
  readonly report: Report;
  /** Makes something of the objects of the whole call: once for each function, however many splits ask. */
  readonly inCall: CallIndex;
  /** Services of the unit whose name resembles one of these, and some others. */
  readonly services: (names: ReadonlySet<string>) => readonly Manifest[];
}
