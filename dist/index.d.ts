// Made from krm-function.yaml by scripts/config.js. Do not edit.
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
/** The table of all findings. Other code refers to them by `Code`, so a code that is not in the table does not compile. */
/** The severities of KRM results (functions-spec.md), most severe first. */
export type Severity = "error" | "warning" | "info";
declare const findings: {
	readonly "split-skipped": {
		readonly severity: "info";
		readonly title: "The TrafficSplit is marked to be skipped";
		readonly fix: "remove smi.linkerd.io/skip from the TrafficSplit to have it converted";
	};
	readonly "split-local-config": {
		readonly severity: "info";
		readonly title: "The TrafficSplit is local configuration";
		readonly fix: "remove config.kubernetes.io/local-config to have it converted";
	};
	readonly "failover-controlled": {
		readonly severity: "warning";
		readonly title: "linkerd-failover changes the weights at run time";
		readonly fix: "keep this TrafficSplit and the smi-adaptor: a profile would freeze the weights";
	};
	readonly "controller-owned": {
		readonly severity: "warning";
		readonly title: "A controller owns the TrafficSplit";
		readonly fix: "move the Canary or Rollout to the Gateway API first: its controller changes the TrafficSplit";
	};
	readonly "splits-at-run-time": {
		readonly severity: "warning";
		readonly title: "A controller writes TrafficSplits at run time";
		readonly fix: "keep the smi-adaptor until the Canary or Rollout uses the Gateway API";
	};
	readonly "served-by-function": {
		readonly severity: "info";
		readonly title: "Kustomize runs this program on the TrafficSplit";
		readonly fix: "nothing to do: the profile is made when the kustomization is built";
	};
	readonly "kustomize-patch": {
		readonly severity: "warning";
		readonly title: "The TrafficSplit is a Kustomize patch";
		readonly fix: "convert what kustomize build prints: kustomize build DIR | smi2linkerd";
	};
	readonly "version-never-served": {
		readonly severity: "info";
		readonly title: "No smi-adaptor ever served this version";
		readonly fix: "check that the split is wanted: it takes effect for the first time";
	};
	readonly "weight-fraction": {
		readonly severity: "info";
		readonly title: "The weight is a fraction";
		readonly fix: "nothing to do: the profile has the weight as a quantity";
	};
	readonly "namespace-from-kustomization": {
		readonly severity: "info";
		readonly title: "The namespace comes from a kustomization";
		readonly fix: "nothing to do; to be explicit, add metadata.namespace to the TrafficSplit";
	};
	readonly "service-renamed": {
		readonly severity: "info";
		readonly title: "Kustomize renames what the TrafficSplit names";
		readonly fix: "nothing to do: the new name is used";
	};
	readonly "half-renamed": {
		readonly severity: "warning";
		readonly title: "Kustomize renames the apex of the TrafficSplit but not a backend";
		readonly fix: "give the backend the name of a Service that the kustomization deploys";
	};
	readonly "metadata-form": {
		readonly severity: "warning";
		readonly title: "A label or an annotation is not a string, so the API server refuses the TrafficSplit";
		readonly fix: "put the value in quotes";
	};
	readonly "cluster-dump": {
		readonly severity: "info";
		readonly title: "The object was exported from a cluster";
		readonly fix: "remove uid, managedFields and status from manifests in Git";
	};
	readonly "apex-split-alternative": {
		readonly severity: "info";
		readonly title: "Several files hold the same TrafficSplit";
		readonly fix: "nothing to do if only one of the files is applied at a time";
	};
	readonly "apex-split-in-files": {
		readonly severity: "warning";
		readonly title: "TrafficSplits in several files split the same apex";
		readonly fix: "apply only one of them at a time: the last one applied wins";
	};
	readonly "split-embedded": {
		readonly severity: "info";
		readonly title: "A TrafficSplit inside another object is not converted";
		readonly fix: "convert the manifests that this object produces, or replace the TrafficSplit by hand";
	};
	readonly "smi-leftover": {
		readonly severity: "info";
		readonly title: "A manifest still refers to TrafficSplits";
		readonly fix: "once the last TrafficSplit is gone, remove this reference, or the object if it has no other use";
	};
	readonly "project-forbids-profile": {
		readonly severity: "warning";
		readonly title: "An Argo CD AppProject allows TrafficSplits but no ServiceProfiles";
		readonly fix: "allow group linkerd.io, kind ServiceProfile in the AppProject";
	};
	readonly "file-emptied": {
		readonly severity: "warning";
		readonly title: "No manifest is left in the file";
		readonly fix: "delete the file and its entry in the kustomizations that name it";
	};
	readonly "file-ignored": {
		readonly severity: "info";
		readonly title: "A file with a TrafficSplit is skipped because of .gitignore";
		readonly fix: "if Git holds the file all the same, name it in the call";
	};
	readonly "ports-unknown": {
		readonly severity: "error";
		readonly title: "The ports of the apex are unknown";
		readonly fix: "pass --port, or pass the file of the Service too";
	};
	readonly "port-unknown": {
		readonly severity: "error";
		readonly title: "The Service of the apex has no such port";
		readonly fix: "name a TCP port of the Service, or omit --port";
	};
	readonly "port-not-http": {
		readonly severity: "warning";
		readonly title: "Linkerd does not read HTTP on a port of the apex";
		readonly fix: "remove or correct the opaque-ports annotation or appProtocol of the Service, or use a TCPRoute (Linkerd 2.18 or later)";
	};
	readonly "too-many-backends": {
		readonly severity: "error";
		readonly title: "The TrafficSplit has more backends than an HTTPRoute can have";
		readonly fix: "use at most 16 backends";
	};
	readonly "routegroup-missing": {
		readonly severity: "error";
		readonly title: "An HTTPRouteGroup of the TrafficSplit is missing";
		readonly fix: "pass the file of the HTTPRouteGroup too, or list it in the kustomization of the TrafficSplit";
	};
	readonly "ambiguous-routegroup": {
		readonly severity: "error";
		readonly title: "Two HTTPRouteGroups have the same name and different contents";
		readonly fix: "keep one of the two, or name the files that are applied together in one command";
	};
	readonly "invalid-routegroup": {
		readonly severity: "error";
		readonly title: "A field of the HTTPRouteGroup is missing or of the wrong type";
		readonly fix: "give each match methods, a pathRegex or headers";
	};
	readonly "match-unsupported": {
		readonly severity: "error";
		readonly title: "An HTTPRoute cannot express a match faithfully";
		readonly fix: "rewrite the match in a form that Linkerd supports";
	};
	readonly "too-many-matches": {
		readonly severity: "error";
		readonly title: "The TrafficSplit has more matches than an HTTPRoute can have";
		readonly fix: "use at most 120 matches; a match with several methods counts once for each";
	};
	readonly "route-exists": {
		readonly severity: "error";
		readonly title: "Another route of the apex matches the same requests";
		readonly fix: "keep one of the two: remove the other route or the TrafficSplit";
	};
	readonly "route-name-taken": {
		readonly severity: "error";
		readonly title: "Another HTTPRoute already has the name of the new one";
		readonly fix: "rename the TrafficSplit or the HTTPRoute";
	};
	readonly "grpcroute-wins": {
		readonly severity: "error";
		readonly title: "A GRPCRoute of the apex takes precedence";
		readonly fix: "put the weights into the backendRefs of the GRPCRoute, and remove the TrafficSplit";
	};
	readonly "profile-wins": {
		readonly severity: "error";
		readonly title: "A ServiceProfile of the apex takes precedence over a route";
		readonly fix: "remove the ServiceProfile, or pass --target serviceprofile";
	};
	readonly "profile-routes": {
		readonly severity: "error";
		readonly title: "The ServiceProfile has settings that an HTTPRoute cannot have";
		readonly fix: "keep the ServiceProfile, or first replace its routes by annotations of the Service";
	};
	readonly "profile-foreign": {
		readonly severity: "error";
		readonly title: "The ServiceProfile is for clients in another namespace";
		readonly fix: "write an HTTPRoute for the namespace of the clients by hand";
	};
	readonly "match-never": {
		readonly severity: "warning";
		readonly title: "A regex matches no request";
		readonly fix: "start it with /";
	};
	readonly "match-anchoring": {
		readonly severity: "warning";
		readonly title: "A header regex has to match the whole value";
		readonly fix: "write .*V.* to search inside the value, or ^V$ to match all of it";
	};
	readonly "match-everything": {
		readonly severity: "warning";
		readonly title: "A match applies to every request";
		readonly fix: "remove spec.matches to split all requests, or correct the match";
	};
	readonly "route-beside": {
		readonly severity: "warning";
		readonly title: "Another route of the apex is in force too";
		readonly fix: "check that both are wanted: the more specific one wins where it matches";
	};
	readonly "route-overwritten": {
		readonly severity: "warning";
		readonly title: "The weights or rules of an existing HTTPRoute are replaced";
		readonly fix: "check which of the two is right: the TrafficSplit wins";
	};
	readonly "route-hostnames": {
		readonly severity: "warning";
		readonly title: "The HTTPRoute of a TrafficSplit only applies to some hosts";
		readonly fix: "remove hostnames from the HTTPRoute, unless the Service has no other requests";
	};
	readonly "route-conflict": {
		readonly severity: "warning";
		readonly title: "Linkerd does not accept a TCPRoute or TLSRoute of the apex beside an HTTPRoute";
		readonly fix: "keep one kind of route for the port";
	};
	readonly "route-stale": {
		readonly severity: "warning";
		readonly title: "The TrafficSplit of a generated HTTPRoute no longer exists";
		readonly fix: "restore the TrafficSplit, delete the HTTPRoute, or remove the annotation to keep it";
	};
	readonly "annotation-active": {
		readonly severity: "warning";
		readonly title: "Annotations of the apex Service take effect";
		readonly fix: "check that they are wanted, or remove them: a ServiceProfile disabled them";
	};
	readonly "project-forbids-route": {
		readonly severity: "warning";
		readonly title: "An Argo CD AppProject allows TrafficSplits but no HTTPRoutes";
		readonly fix: "allow group gateway.networking.k8s.io, kind HTTPRoute in the AppProject";
	};
	readonly "ports-from-elsewhere": {
		readonly severity: "info";
		readonly title: "The ports of the apex come from a Service elsewhere in the input";
		readonly fix: "nothing to do; to be explicit, pass --port (in a functionConfig: ports)";
	};
	readonly "profile-removed": {
		readonly severity: "info";
		readonly title: "The ServiceProfile of the apex is removed";
		readonly fix: "deploy the route before the ServiceProfile is deleted, and restart the clients: see docs/httproute.md";
	};
	readonly "profile-convertible": {
		readonly severity: "info";
		readonly title: "A ServiceProfile that only splits could become an HTTPRoute";
		readonly fix: "pass --profiles (in a functionConfig: profiles: true) to convert it too";
	};
	readonly "adaptor-wins": {
		readonly severity: "info";
		readonly title: "A running smi-adaptor takes precedence over the route";
		readonly fix: "remove the TrafficSplits, or stop the adaptor and delete its ServiceProfiles: see docs/httproute.md";
	};
	readonly "yaml-syntax": {
		readonly severity: "error";
		readonly title: "The document is not valid YAML";
		readonly fix: "correct the syntax at this position";
	};
	readonly "not-utf8": {
		readonly severity: "error";
		readonly title: "The file is not UTF-8";
		readonly fix: "convert the file to UTF-8, for example with iconv";
	};
	readonly "template-skipped": {
		readonly severity: "warning";
		readonly title: "A template is not converted";
		readonly fix: "render first: helm template CHART | smi2linkerd, or kustomize build DIR | smi2linkerd";
	};
	readonly "invalid-config": {
		readonly severity: "error";
		readonly title: "The functionConfig is not valid";
		readonly fix: "use a ConfigMap or a smi2linkerd.dev/v1alpha1 TrafficSplitTransformer with the keys of krm-function.yaml";
	};
	readonly "out-of-date": {
		readonly severity: "error";
		readonly title: "A TrafficSplit has no up-to-date ServiceProfile or HTTPRoute";
		readonly fix: "run smi2linkerd --write and commit the result";
	};
	readonly "not-in-force": {
		readonly severity: "error";
		readonly title: "A TrafficSplit in the cluster has no ServiceProfile in force";
		readonly fix: "keep the adaptor until this TrafficSplit has a profile in force or has been deleted";
	};
	readonly "unknown-version": {
		readonly severity: "error";
		readonly title: "The version of the TrafficSplit is unknown";
		readonly fix: "use split.smi-spec.io/v1alpha1, v1alpha2, v1alpha3 or v1alpha4";
	};
	readonly "invalid-trafficsplit": {
		readonly severity: "error";
		readonly title: "A field of the TrafficSplit is missing or of the wrong type";
		readonly fix: "give the TrafficSplit spec.service and spec.backends, each backend a service and a weight";
	};
	readonly "matches-unsupported": {
		readonly severity: "error";
		readonly title: "The TrafficSplit applies only to requests that match";
		readonly fix: "pass --target httproute (in a functionConfig: target: httproute): an HTTPRoute can have matches";
	};
	readonly "invalid-apex": {
		readonly severity: "error";
		readonly title: "The apex is not a Service that can have a ServiceProfile";
		readonly fix: "name a Service in the namespace of the TrafficSplit, without a port";
	};
	readonly "invalid-backend": {
		readonly severity: "error";
		readonly title: "The backend is not a Service that Linkerd can resolve";
		readonly fix: "name a Service in this cluster, without a port";
	};
	readonly "invalid-weight": {
		readonly severity: "error";
		readonly title: "The weight is not a quantity of zero or more";
		readonly fix: "use a whole number such as 50, or milli units such as 500m";
	};
	readonly "weight-out-of-range": {
		readonly severity: "error";
		readonly title: "The weights are outside the range that Linkerd supports";
		readonly fix: "use smaller whole numbers in the same ratio";
	};
	readonly "namespace-unknown": {
		readonly severity: "error";
		readonly title: "The namespace of the TrafficSplit is unknown";
		readonly fix: "add metadata.namespace, or pass -n NAMESPACE";
	};
	readonly "apex-split-twice": {
		readonly severity: "error";
		readonly title: "Two TrafficSplits split the same apex";
		readonly fix: "keep one of the two";
	};
	readonly "duplicate-profile": {
		readonly severity: "error";
		readonly title: "The ServiceProfile of the apex exists twice";
		readonly fix: "keep one of the two";
	};
	readonly "ambiguous-profile": {
		readonly severity: "error";
		readonly title: "It is unclear which ServiceProfile belongs to the TrafficSplit";
		readonly fix: "name the files that are applied together in one command";
	};
	readonly "profile-elsewhere": {
		readonly severity: "error";
		readonly title: "The ServiceProfile of the apex is in another file that is deployed together with this one";
		readonly fix: "put the TrafficSplit and the ServiceProfile in one file or directory";
	};
	readonly "profile-in-other-directory": {
		readonly severity: "warning";
		readonly title: "Another directory holds a ServiceProfile of this name, with routes or a retry budget";
		readonly fix: "if both are applied to one cluster, put them into one directory";
	};
	readonly "service-missing": {
		readonly severity: "info";
		readonly title: "The input has Services in this namespace, but none of this name";
		readonly fix: "correct the name, unless the Service is mirrored from another cluster or belongs to another repository";
	};
	readonly "cluster-domain-doubtful": {
		readonly severity: "warning";
		readonly title: "Other ServiceProfiles use another cluster domain";
		readonly fix: "pass the cluster domain of the cluster with --cluster-domain";
	};
	readonly "cluster-domain-mismatch": {
		readonly severity: "error";
		readonly title: "A ServiceProfile of the apex uses another cluster domain";
		readonly fix: "pass the cluster domain of the cluster with --cluster-domain";
	};
	readonly "kustomize-rewrites": {
		readonly severity: "error";
		readonly title: "A kustomization changes the TrafficSplit";
		readonly fix: "list the function in transformers: of the outermost kustomization, or, without a prefix or suffix, kustomize build OVERLAY | smi2linkerd";
	};
	readonly "cannot-insert": {
		readonly severity: "error";
		readonly title: "The change cannot be written at this place";
		readonly fix: "use --drop, or move the TrafficSplit to a YAML file";
	};
	readonly "comment-dropped": {
		readonly severity: "info";
		readonly title: "A comment is left out";
		readonly fix: "add the comment to the ServiceProfile if the tool needs it there";
	};
	readonly "name-normalised": {
		readonly severity: "warning";
		readonly title: "A dotted Service name was shortened";
		readonly fix: "write the name of the Service without namespace and domain";
	};
	readonly "backend-other-namespace": {
		readonly severity: "warning";
		readonly title: "The backend is in another namespace";
		readonly fix: "check that clients may reach that namespace: the smi-adaptor never routed there";
	};
	readonly "unknown-field": {
		readonly severity: "warning";
		readonly title: "The object has a field that no version of its kind defines";
		readonly fix: "remove the field or correct its name";
	};
	readonly "weight-form": {
		readonly severity: "warning";
		readonly title: "The API server refuses a weight of this type";
		readonly fix: "v1alpha1 takes whole numbers and quoted quantities, later versions take numbers";
	};
	readonly "no-backends": {
		readonly severity: "warning";
		readonly title: "The TrafficSplit has no backends";
		readonly fix: "name the backends, or delete the TrafficSplit";
	};
	readonly "all-weights-zero": {
		readonly severity: "warning";
		readonly title: "All weights are zero";
		readonly fix: "give at least one backend a weight above zero";
	};
	readonly "duplicate-backend": {
		readonly severity: "warning";
		readonly title: "A backend is named twice";
		readonly fix: "name each backend once, with the sum of its weights";
	};
	readonly "nested-split": {
		readonly severity: "warning";
		readonly title: "A backend is the apex of another TrafficSplit";
		readonly fix: "name the backends of the inner TrafficSplit here: Linkerd does not follow it";
	};
	readonly "lookalike-group": {
		readonly severity: "warning";
		readonly title: "The API group or the kind looks like that of an SMI TrafficSplit but is not";
		readonly fix: "use apiVersion split.smi-spec.io/v1alpha1 to v1alpha4";
	};
	readonly "profile-overwritten": {
		readonly severity: "warning";
		readonly title: "The overrides of an existing ServiceProfile are replaced";
		readonly fix: "check which of the two is right: the TrafficSplit wins, as it does with the smi-adaptor";
	};
	readonly "profile-skipped": {
		readonly severity: "warning";
		readonly title: "The ServiceProfile is marked to be skipped";
		readonly fix: "remove smi.linkerd.io/skip from the ServiceProfile to have it converted";
	};
	readonly "profile-stale": {
		readonly severity: "warning";
		readonly title: "The TrafficSplit of a generated ServiceProfile no longer exists";
		readonly fix: "restore the TrafficSplit, or remove spec.dstOverrides from the ServiceProfile";
	};
	readonly "profile-name-dead": {
		readonly severity: "warning";
		readonly title: "Linkerd never reads a ServiceProfile of this name";
		readonly fix: "move its routes into the ServiceProfile <service>.<namespace>.svc.<cluster domain>, and delete it";
	};
	readonly "profile-shadowed": {
		readonly severity: "warning";
		readonly title: "Clients in another namespace use another ServiceProfile";
		readonly fix: "give that ServiceProfile the same dstOverrides, or delete it";
	};
	readonly "profile-invalid": {
		readonly severity: "warning";
		readonly title: "Linkerd cannot load the ServiceProfile";
		readonly fix: "correct the field: otherwise Linkerd drops the whole profile, including the split";
	};
	readonly "profile-namespace-mismatch": {
		readonly severity: "warning";
		readonly title: "The names in a ServiceProfile do not match its namespace";
		readonly fix: "make namespace and names agree: where Kustomize sets it, convert in the outermost kustomization";
	};
	readonly "apex-headless": {
		readonly severity: "warning";
		readonly title: "The Service of the apex has no cluster IP";
		readonly fix: "give the Service a cluster IP: Linkerd reads no profile for a headless or ExternalName Service";
	};
	readonly "backend-external-name": {
		readonly severity: "warning";
		readonly title: "The Service of a backend is an ExternalName";
		readonly fix: "use a Service with endpoints: Linkerd skips this backend";
	};
	readonly "backend-port-missing": {
		readonly severity: "warning";
		readonly title: "The Service of a backend lacks a port of the apex";
		readonly fix: "add the port to the Service of the backend, or make sure that its pods listen on it";
	};
	readonly "route-ignored": {
		readonly severity: "warning";
		readonly title: "The profile disables a route of the apex";
		readonly fix: "keep either the route or the split: Linkerd ignores routes of a Service whose profile has overrides";
	};
	readonly "annotation-ignored": {
		readonly severity: "warning";
		readonly title: "The profile disables annotations of the apex Service";
		readonly fix: "move retries and timeouts to routes of the ServiceProfile, or remove the annotations";
	};
};
/** The stable name of a finding. */
export type Code = keyof typeof findings;
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
