import type { WayIn } from './config/advice.ts';
import type { Options } from './config/config.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Kustomize } from './kustomize/kustomize.ts';
import type { LocatedSplit } from './manifests/located-split.ts';
import type { Manifest } from './manifests/manifest.ts';
import type { Source } from './yaml/source.ts';

/** A file of kustomizations: its path, as they know it. */
export interface KustomizedFile {
  readonly kustomize: Kustomize;
  readonly path: string;
}

/** Manifests that are deployed together, or the files of one directory, which may be. */
export interface Unit {
  /** The sources that hold a TrafficSplit or overrides of a profile; in a stream, all sources. */
  readonly sources: readonly Source[];
  /**
   * The sources, including those above, that may hold one of these names together with a kind that matters. Sources of
   * the unit itself also count if they may hold one of these marks. They are several lists, because units that are deployed
   * together get the same array for what they have in common.
   */
  around(names: ReadonlySet<string>, marks: ReadonlySet<string>): readonly (readonly Source[])[];
  /** True for streams, printed paths and ResourceLists: everything in them is applied at once. */
  readonly together: boolean;
  /** True if the sources are printed as one stream: then a document can follow an object of a `.json` file. */
  readonly printed?: boolean;
  /** False if the call names single files, or excludes some, so that others of the unit may be missing. */
  readonly whole?: boolean;
  /**
   * Whether a kustomization deploys a file together with a TrafficSplit that is not converted, in a file that the call excludes
   * or does not hold. Absent if there is none.
   */
  readonly lacksSplit?: (path: string) => boolean;
  /**
   * Whether a file that was found for the unit belongs to it; other files are only deployed together with it. Absent if
   * all belong to it.
   */
  readonly inUnit?: (path: string) => boolean;
  /** Whether a file is outside of the call, or a link to a file that is, so that it is not written. Absent if none is. */
  readonly isOutside?: (path: string) => boolean;
  /** Whether one of those is a link. */
  readonly isLink?: (path: string) => boolean;
  /** What the kustomizations of the call do to the files of the unit; absent in streams. */
  readonly kustomize?: Kustomize;
  /** The file of an item of a function, among whose items are kustomizations; absent where no function answers. */
  readonly fileOfItem?: (item: Manifest) => KustomizedFile | undefined;
  /** How the program was called; fixes use the words of that way. A command if absent. */
  readonly way?: WayIn;
  /**
   * Sources of the unit that may hold a Service with a name like one of these, and some that hold any Service. All
   * sources if absent.
   */
  servicesLike?(names: ReadonlySet<string>): readonly Source[];
  /** The sources in the directory of a file that hold a namespace; absent if there is one source alone. */
  readonly beside?: (path: string) => readonly Source[];
  /** Annotations that a new profile needs beside or instead of this split (KRM: path, index). */
  readonly annotations?: (split: Manifest, place: 'beside' | 'instead') => Readonly<Record<string, string>>;
}

/** The units of one call, and the rest of its files. */
export interface Call {
  readonly units: readonly Unit[];
  /**
   * Searches everything that is read for one of these words together with a kind that matters, or for one of those that
   * matter in any kind. Called once, before any unit's `around`. Absent if the call has nothing but its units.
   */
  search?(words: ReadonlySet<string>, inAnyKind: ReadonlySet<string>): readonly Source[];
  /**
   * The cluster domains in the names of ServiceProfiles, each with the paths of its files; known after the search. Absent
   * if the call has nothing but its units.
   */
  clusterDomains?(): ReadonlyMap<string, readonly string[]>;
}

/** An object of the call, perhaps of another unit, and the namespaces that it is deployed to, as far as they are known. */
export interface CallObject {
  readonly manifest: Manifest;
  readonly namespaces: readonly string[];
  /** Whether it is in a file that a kustomization uses as a patch: it says only a part of the object that is deployed. */
  readonly isPatch: boolean;
}

/**
 * Computes something from all objects of a call that mention a name of a split, for information that is not in a unit
 * itself.
 */
export type CallIndex = <T>(make: (objects: readonly CallObject[]) => T) => T;

/** A split of the call. */
export interface SplitOfCall extends LocatedSplit {
  /** Whether all of it could be read. */
  readonly understood: boolean;
  /** Whether it has the annotation `smi.linkerd.io/skip`: it is not converted here; an adaptor still converts it. */
  readonly skipped: boolean;
}

/** The splits that reserved the name of a route. */
export interface ReservedName {
  readonly apexes: Set<string>;
  /** Those that are not in `byPlace` yet: that is filled when a second apex asks for the name. */
  readonly pending: LocatedSplit[];
  /** One for each apex, by each place that it is in. */
  readonly byPlace: Map<unknown, Map<string, LocatedSplit>>;
}

/** One conversion: its unit, its options, and the function that takes its findings. */
export interface Run {
  readonly unit: Unit;
  readonly options: Options;
  readonly report: Report;
  /** Computes something from the objects of the whole call: once for each function, however many splits ask. */
  readonly inCall: CallIndex;
  /** The splits of all units. */
  readonly splits: () => readonly SplitOfCall[];
  /** The profiles that a split of the call changes already, each with that split. */
  readonly claimed: Map<Manifest, Manifest>;
  /** The names of the routes that splits of the call become, each with its namespace. */
  readonly routeNames: Map<string, ReservedName>;
  /** The cluster domains in the names of all ServiceProfiles of the call, each with the paths of its files. */
  readonly clusterDomains: () => ReadonlyMap<string, readonly string[]>;
  /** Services of the unit with a name like one of these, and some others, as far as they may be in these namespaces. */
  readonly services: (wanted: {
    readonly names: ReadonlySet<string>;
    readonly namespaces: ReadonlySet<string>;
  }) => readonly Manifest[];
}
