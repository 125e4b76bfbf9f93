/** What a functionConfig may decide. */
export interface ConfigOptions {
	/** Replace each TrafficSplit by its profile or route instead of adding that after it. */
	readonly drop?: boolean;
	/** The namespace of objects that have none. */
	readonly namespace?: string;
	/** The cluster domain, the last part of the names of profiles. */
	readonly clusterDomain?: string;
	/** Annotate profiles with `smi.linkerd.io/skip`, so that an smi-adaptor does not change them; by default the same as `drop`. */
	readonly skipAnnotation?: boolean;
	/** The lowest severity that fails the run. */
	readonly failOn?: "error" | "warning";
	/** What a TrafficSplit becomes, a Linkerd ServiceProfile or a Gateway API HTTPRoute. */
	readonly target?: "serviceprofile" | "httproute";
	/** With the target httproute, the ports of an apex whose Service is not in the input; ports without a name are those of every such apex. */
	readonly ports?: string | number | Readonly<Record<string, string | number | readonly number[]>>;
	/** The version of the HTTPRoutes; Linkerd 2.14 to 2.17 only serve `v1beta1`. */
	readonly routeVersion?: "v1" | "v1beta1";
	/** With the target httproute, also convert ServiceProfiles that only split traffic. */
	readonly profiles?: boolean;
}
/**
 * The options of the command line and the functionConfig, with the same names in both; krm-function.yaml describes
 * them. The default of `skipAnnotation` is the value of `drop`.
 */
export type Options = Required<Omit<ConfigOptions, Absent>> & Pick<ConfigOptions, Absent>;
/** Options without a default. */
export type Absent = "namespace" | "ports";
/** The severities of KRM results (functions-spec.md), most severe first. */
export type Severity = "error" | "warning" | "info";
/** The stable name of a finding. */
export type Code =
	| "adaptor-wins"
	| "all-weights-zero"
	| "ambiguous-profile"
	| "ambiguous-routegroup"
	| "annotation-active"
	| "annotation-ignored"
	| "apex-headless"
	| "apex-split-alternative"
	| "apex-split-in-files"
	| "apex-split-twice"
	| "backend-external-name"
	| "backend-other-namespace"
	| "backend-port-missing"
	| "cannot-insert"
	| "cluster-domain-doubtful"
	| "cluster-domain-mismatch"
	| "cluster-dump"
	| "comment-dropped"
	| "controller-owned"
	| "duplicate-backend"
	| "duplicate-profile"
	| "failover-controlled"
	| "file-emptied"
	| "file-ignored"
	| "file-unnamed"
	| "grpcroute-wins"
	| "half-renamed"
	| "invalid-apex"
	| "invalid-backend"
	| "invalid-config"
	| "invalid-routegroup"
	| "invalid-trafficsplit"
	| "invalid-weight"
	| "kustomize-patch"
	| "kustomize-rewrites"
	| "lookalike-group"
	| "match-anchoring"
	| "match-everything"
	| "match-never"
	| "match-unsupported"
	| "matches-unsupported"
	| "metadata-form"
	| "name-normalised"
	| "namespace-from-kustomization"
	| "namespace-unknown"
	| "nested-split"
	| "no-backends"
	| "not-in-force"
	| "not-utf8"
	| "out-of-date"
	| "port-not-http"
	| "port-unknown"
	| "ports-from-elsewhere"
	| "ports-unknown"
	| "profile-convertible"
	| "profile-elsewhere"
	| "profile-foreign"
	| "profile-in-other-directory"
	| "profile-invalid"
	| "profile-name-dead"
	| "profile-namespace-mismatch"
	| "profile-overwritten"
	| "profile-removed"
	| "profile-routes"
	| "profile-shadowed"
	| "profile-skipped"
	| "profile-stale"
	| "profile-wins"
	| "project-forbids-profile"
	| "project-forbids-route"
	| "route-beside"
	| "route-conflict"
	| "route-exists"
	| "route-hostnames"
	| "route-ignored"
	| "route-name-taken"
	| "route-overwritten"
	| "route-stale"
	| "routegroup-missing"
	| "served-by-function"
	| "service-missing"
	| "service-renamed"
	| "smi-leftover"
	| "split-embedded"
	| "split-local-config"
	| "split-skipped"
	| "splits-at-run-time"
	| "template-skipped"
	| "too-many-backends"
	| "too-many-matches"
	| "unknown-field"
	| "unknown-version"
	| "version-never-served"
	| "weight-form"
	| "weight-fraction"
	| "weight-out-of-range"
	| "yaml-syntax";
/** The name of a Kubernetes object, for a report. */
export interface Resource {
	readonly kind: string;
	readonly name: string;
	/** Absent if the object has none. */
	readonly namespace?: string;
}
/** A diagnostic with its line and column, as reports need it. */
export interface Finding {
	readonly code: Code;
	readonly severity: Severity;
	/** One line about the resource, without its name. */
	readonly message: string;
	/** One line. */
	readonly fix: string;
	/** As given by the user; `-` is standard input. */
	readonly path: string;
	/** The file of an object in a stream, according to kpt, Kustomize or Helm. */
	readonly origin?: string;
	readonly line?: number;
	/** In UTF-16 units. */
	readonly column?: number;
	/** The field as Kubernetes prints it; absent if the finding is about the whole object. */
	readonly field?: string;
	/** The object that the finding is about. */
	readonly resource?: Resource;
	/** The line of source, if it is short enough to be shown. */
	readonly excerpt?: string;
}
/** What manifests are deployed with. */
export type Tool = "argocd" | "flux" | "kustomize" | "helm";
/**
 * What became of a split: its profile was written or was already right, or the split was not converted, on purpose or
 * because of an error.
 */
export type Outcome = "converted" | "up-to-date" | "left-alone" | "refused";
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
export type Mode = "print" | "function" | "write" | "list" | "diff" | "check" | "library";
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
export interface ReportedFinding extends Finding, InRepository {
}
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
	readonly becomes?: {
		readonly authority: string;
		readonly weight: string;
	};
}
/** The ServiceProfile or route with the weights of a split. */
export interface TargetReport extends Resource {
	/** The file that holds it, or will hold it. */
	readonly path: string;
	readonly line?: number;
	/** What exists: nothing, a target with other contents, or an equal one. */
	readonly state: "missing" | "different" | "equal";
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
/** A file of manifests: YAML or JSON, any number of documents. */
export interface ManifestFile {
	/** For diagnostics, and to distinguish `.json` from YAML; the file is not opened. */
	readonly path: string;
	readonly text: string;
}
/** The options of the command line and one more; an absent option has its default. */
export type ConvertOptions = {
	readonly [key in keyof Options]?: Options[key] | undefined;
} & {
	/**
	 * Whether all files are deployed together, like a stream: then two splits of the same apex are an error. False if the
	 * files of one directory, or of one kustomization, may hold alternatives that are applied one after the other. True
	 * by default. Kustomizations among the files are not applied: convert what they build.
	 */
	readonly together?: boolean | undefined;
};
/** The result of a conversion. */
export interface Conversion {
	/** The files in their order with all correct changes; the rest of their text is unchanged. */
	readonly files: readonly ManifestFile[];
	/** Sorted by path, line and column. */
	readonly findings: readonly Finding[];
	/**
	 * Whether a finding is at least as severe as `failOn`, or as the one in the functionConfig of a ResourceList: then do not
	 * deploy the files.
	 */
	readonly failed: boolean;
	/** What became of each TrafficSplit: the model that `--format json` prints. */
	readonly report: RunReport;
}
/**
 * Converts the TrafficSplits in files to ServiceProfiles, or to HTTPRoutes with the option `target`. Nothing is read
 * from or written to disk. A file that is a single ResourceList is handled as by the KRM function: it gets `results`,
 * and its items are unchanged if the run failed. Throws TypeError for an unknown option, for an option with a wrong
 * value, and for a file without `path` or `text`.
 */
export declare function convert(files: readonly ManifestFile[], settings?: ConvertOptions): Conversion;

export {};
