import type { Options } from '../config/config.ts';
import type { Outcome } from '../convert.ts';
import type { Finding } from '../diagnostics/locate.ts';
import type { Resource } from '../diagnostics/resource.ts';
import type { Tool } from '../kustomize/kustomize.ts';

/**
 * The whole truth of a run, from which every form of report is made: plain data, and as JSON what docs/report.schema.json
 * says. A change that breaks readers counts `schemaVersion` up.
 */
export interface RunReport {
  readonly schemaVersion: 2;
  /** Of smi2linkerd. */
  readonly version: string;
  readonly mode: Mode;
  /** As they held for the run; absent where reports of several runs were put together. */
  readonly options?: Options;
  /** The command that writes what a check found; absent where there is nothing to write. */
  readonly command?: string;
  /** What deploys the manifests, as far as the input shows it. */
  readonly tools?: readonly Tool[];
  /** What writes TrafficSplits at run time, as the end of a sentence: of a check that found none. */
  readonly atRunTime?: string;
  /** Where reports of several runs were put together: what each was. */
  readonly repositories?: readonly Repository[];
  /** Those that hold a TrafficSplit or would change, by path. */
  readonly files: readonly FileReport[];
  /** By path and line. */
  readonly splits: readonly SplitReport[];
  /** By path, line and column. */
  readonly diagnostics: readonly ReportedFinding[];
  /** What kept the run from being served as a whole: files that cannot be read or written. */
  readonly problems: readonly Problem[];
  readonly summary: ReportSummary;
}

/** What was asked for; a stream that is audited is a `check`. */
export type Mode = 'print' | 'function' | 'write' | 'list' | 'diff' | 'check' | 'library';

/** One of several runs whose reports were put together. */
export interface Repository {
  readonly name: string;
  readonly version: string;
  readonly mode: Mode;
  readonly options?: Options;
  readonly command?: string;
  readonly failed: boolean;
}

/** The run that something is of, where there are several. */
export interface InRepository {
  readonly repository?: string;
}

export interface Problem extends InRepository {
  readonly path: string;
  readonly message: string;
}

export interface FileReport extends InRepository {
  /** As it was given; `-` is standard input. */
  readonly path: string;
  readonly changes: boolean;
  /** The change as a unified diff; in text only, and absent where no one needs it. */
  readonly diff?: string;
}

export interface ReportedFinding extends Finding, InRepository {}

/** One TrafficSplit, and what becomes of it. */
export interface SplitReport extends InRepository, Resource {
  readonly path: string;
  /** Of a stream: the file that it came from, where kpt, Kustomize or Helm say it. */
  readonly origin?: string;
  readonly line?: number;
  readonly column?: number;
  /** The Service that clients call; absent where it is not said. */
  readonly apex?: string;
  readonly backends: readonly BackendReport[];
  readonly outcome: Outcome;
  /** What carries the split; absent where nothing does. */
  readonly target?: TargetReport;
  /** The codes of what was found about the split, or about its target. */
  readonly codes: readonly string[];
}

/** An entry of spec.backends. */
export interface BackendReport {
  readonly service: string;
  /** As it is written. */
  readonly weight: string;
  /** In per cent of all; absent where the weights have no sum. */
  readonly share?: number;
  /** What it becomes; absent where the split is not converted. */
  readonly becomes?: { readonly authority: string; readonly weight: string };
}

/** The ServiceProfile or route that carries a split. */
export interface TargetReport extends Resource {
  /** The file that holds it, or will. */
  readonly path: string;
  readonly line?: number;
  /** What was found: nothing, something else, or the same. */
  readonly state: 'missing' | 'different' | 'equal';
  /** The value of its annotation smi.linkerd.io/skip, where it was found with one. */
  readonly mark?: string;
  /** The overrides that were found. */
  readonly before?: readonly Share[];
}

/** A part of the traffic. */
export interface Share {
  readonly authority: string;
  readonly weight: string;
  readonly share?: number;
}

export interface ReportSummary {
  /** Splits, documents with a split that cannot be read included. */
  readonly converted: number;
  readonly upToDate: number;
  readonly leftAlone: number;
  readonly refused: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly filesChanged: number;
  readonly filesUnchanged: number;
  /** Whether the run ends with exit 1 or 2. */
  readonly failed: boolean;
}

/** A form of the report: the model as text. */
export type Form = (report: RunReport) => string;
