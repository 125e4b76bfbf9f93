import type { Options } from '../config/config.ts';
import type { Outcome } from '../convert.ts';
import type { Finding } from '../diagnostics/locate.ts';
import type { Resource } from '../diagnostics/resource.ts';
import type { Tool } from '../kustomize/kustomize.ts';

/**
 * The model of a run, from which every report format is made: plain data, described as JSON by docs/report.schema.json.
 * A change that breaks readers increments `schemaVersion`.
 */
export interface RunReport {
  readonly schemaVersion: 2;
  /** The version of smi2linkerd. */
  readonly version: string;
  readonly mode: Mode;
  /** The effective options of the run; absent in a merged report. */
  readonly options?: Options;
  /** The command that writes what a check found; absent if there is nothing to write. */
  readonly command?: string;
  /** What deploys the manifests, as far as the input shows it. */
  readonly tools?: readonly Tool[];
  /** What writes TrafficSplits at run time and has no finding of its own, as a sentence: of a check. */
  readonly atRunTime?: string;
  /** Where reports of several runs were put together: what each was. */
  readonly repositories?: readonly Repository[];
  /** Files that hold a TrafficSplit or would change, by path. */
  readonly files: readonly FileReport[];
  /** Sorted by path and line. */
  readonly splits: readonly SplitReport[];
  /** Sorted by path, line and column. */
  readonly diagnostics: readonly ReportedFinding[];
  /** Files that cannot be read or written. */
  readonly problems: readonly Problem[];
  readonly summary: ReportSummary;
}

/** The mode of the run; the audit of a stream is a `check`. */
export type Mode = 'print' | 'function' | 'write' | 'list' | 'diff' | 'check' | 'library';

/** One of the runs of a merged report. */
export interface Repository {
  readonly name: string;
  readonly version: string;
  readonly mode: Mode;
  readonly options?: Options;
  readonly command?: string;
  readonly atRunTime?: string;
  readonly failed: boolean;
  /** Absent in a report of an earlier version. */
  readonly summary?: ReportSummary;
}

/** The run that something belongs to, in a merged report. */
export interface InRepository {
  readonly repository?: string;
}

/** A file that cannot be read or written, and why; or one that was written before another could not be. */
export interface Problem extends InRepository {
  readonly path: string;
  readonly message: string;
}

/** A file that holds a TrafficSplit or would change. */
export interface FileReport extends InRepository {
  /** As given by the user; `-` is standard input. */
  readonly path: string;
  readonly changes: boolean;
  /** The change as a unified diff; only for text, and absent if the format does not show it. */
  readonly diff?: string;
}

/** A finding and, in a merged report, the run that it belongs to. */
export interface ReportedFinding extends Finding, InRepository {}

/** A TrafficSplit, or a ServiceProfile that is converted like one, and what becomes of it. */
export interface SplitReport extends InRepository, Resource {
  readonly path: string;
  /** The file of an object in a stream, according to kpt, Kustomize or Helm. */
  readonly origin?: string;
  readonly line?: number;
  readonly column?: number;
  /** The Service that clients call; absent if the split does not name it. */
  readonly apex?: string;
  readonly backends: readonly BackendReport[];
  readonly outcome: Outcome;
  /** The object with the weights of the split; absent if there is none. */
  readonly target?: TargetReport;
  /** With the target httproute: its routes, one for each port of the apex; the first one is the target. */
  readonly routes?: readonly TargetReport[];
  /** The codes of the findings about the split or its target. */
  readonly codes: readonly string[];
}

/** An entry of spec.backends. */
export interface BackendReport {
  readonly service: string;
  /** As written in the split. */
  readonly weight: string;
  /** In per cent of the sum; absent if the sum of the weights is not known or zero. */
  readonly share?: number;
  /** The override or backendRef; absent if the split is not converted. */
  readonly becomes?: { readonly authority: string; readonly weight: string };
}

/** The ServiceProfile or route with the weights of a split. */
export interface TargetReport extends Resource {
  /** The file that holds it, or will hold it. */
  readonly path: string;
  readonly line?: number;
  /** What exists: nothing, a target with other contents, or an equal one. */
  readonly state: 'missing' | 'different' | 'equal';
  /** The value of its annotation smi.linkerd.io/skip, if it exists and has one. */
  readonly mark?: string;
  /** The existing overrides, or the backendRefs in the first rule of a route. */
  readonly before?: readonly Share[];
}

/** A part of the traffic. */
export interface Share {
  readonly authority: string;
  readonly weight: string;
  readonly share?: number;
}

/** The numbers of a run, and whether it fails. */
export interface ReportSummary {
  /** The number of splits, including documents with a split that cannot be read. */
  readonly converted: number;
  readonly upToDate: number;
  readonly leftAlone: number;
  readonly refused: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly filesChanged: number;
  readonly filesUnchanged: number;
  /** Whether the exit code is 1 or 2. */
  readonly failed: boolean;
}

/** A format of the report: returns the model as text. */
export type Form = (report: RunReport) => string;
