import { routeFindings } from './route-findings.ts';

/** The table of all findings. Other code refers to them by `Code`, so a code that is not in the table does not compile. */

/** The severities of KRM results (functions-spec.md), most severe first. */
export type Severity = 'error' | 'warning' | 'info';

/** What is the same for all diagnostics of a code. */
interface FindingRule {
  readonly severity: Severity;
  /** A heading, without names or values from the input. */
  readonly title: string;
  /** What to do; a diagnostic may give a more exact fix of its own. */
  readonly fix: string;
}

/** All findings by code; their order is that of the lists in reports and documentation. */
export const findings = {
  // The manifests cannot be read.
  'yaml-syntax': {
    severity: 'error',
    title: 'The document is not valid YAML',
    fix: 'correct the syntax at this position',
  },
  'not-utf8': {
    severity: 'error',
    title: 'The file is not UTF-8',
    fix: 'convert the file to UTF-8, for example with iconv',
  },
  'template-skipped': {
    severity: 'warning',
    title: 'A template is not converted',
    fix: 'render first: helm template CHART | smi2linkerd, or kustomize build DIR | smi2linkerd',
  },
  'invalid-config': {
    severity: 'error',
    title: 'The functionConfig is not valid',
    fix: 'use a ConfigMap or a smi2linkerd.dev/v1alpha1 TrafficSplitTransformer with the keys of krm-function.yaml',
  },
  // What --check finds.
  'out-of-date': {
    severity: 'error',
    title: 'A TrafficSplit has no up-to-date ServiceProfile or HTTPRoute',
    fix: 'run smi2linkerd --write and commit the result',
  },
  'not-in-force': {
    severity: 'error',
    title: 'A TrafficSplit in the cluster has no ServiceProfile in force',
    fix: 'keep the adaptor until this TrafficSplit has a profile in force or has been deleted',
  },
  // Why a TrafficSplit is refused, and doubts about the names that it depends on.
  'unknown-version': {
    severity: 'error',
    title: 'The version of the TrafficSplit is unknown',
    fix: 'use split.smi-spec.io/v1alpha1, v1alpha2, v1alpha3 or v1alpha4',
  },
  'invalid-trafficsplit': {
    severity: 'error',
    title: 'A field of the TrafficSplit is missing or of the wrong type',
    fix: 'give the TrafficSplit spec.service and spec.backends, each backend a service and a weight',
  },
  'matches-unsupported': {
    severity: 'error',
    title: 'The TrafficSplit applies only to requests that match',
    fix: 'pass --target httproute (in a functionConfig: target: httproute): an HTTPRoute can have matches',
  },
  'invalid-apex': {
    severity: 'error',
    title: 'The apex is not a Service that can have a ServiceProfile',
    fix: 'name a Service in the namespace of the TrafficSplit, without a port',
  },
  'invalid-backend': {
    severity: 'error',
    title: 'The backend is not a Service that Linkerd can resolve',
    fix: 'name a Service in this cluster, without a port',
  },
  'invalid-weight': {
    severity: 'error',
    title: 'The weight is not a quantity of zero or more',
    fix: 'use a whole number such as 50; a TrafficSplit of v1alpha1 takes milli units such as 500m, too',
  },
  'weight-out-of-range': {
    severity: 'error',
    title: 'The weights are outside the range that Linkerd supports',
    fix: 'use smaller whole numbers in the same ratio',
  },
  'namespace-unknown': {
    severity: 'error',
    title: 'The namespace of the TrafficSplit is unknown',
    fix: 'add metadata.namespace, or pass -n NAMESPACE',
  },
  'apex-split-twice': {
    severity: 'error',
    title: 'Two TrafficSplits split the same apex',
    fix: 'keep one of the two',
  },
  'duplicate-profile': {
    severity: 'error',
    title: 'The ServiceProfile of the apex exists twice',
    fix: 'keep one of them',
  },
  'ambiguous-profile': {
    severity: 'error',
    title: 'It is unclear which ServiceProfile belongs to the TrafficSplit',
    fix: 'name the files that are applied together in one command',
  },
  'profile-elsewhere': {
    severity: 'error',
    title: 'The ServiceProfile of the apex is in another file that is deployed together with this one',
    fix: 'put the TrafficSplit and the ServiceProfile in one file or directory',
  },
  'profile-in-other-directory': {
    severity: 'warning',
    title: 'A ServiceProfile of this name in another directory has routes or other weights',
    fix: 'if both are applied to one cluster, put them into one directory',
  },
  'service-missing': {
    severity: 'info',
    title: 'The input has Services in this namespace, but none of this name',
    fix: 'correct the name, unless the Service is mirrored from another cluster or belongs to another repository',
  },
  'cluster-domain-doubtful': {
    severity: 'warning',
    title: 'Other ServiceProfiles use another cluster domain',
    fix: 'pass the cluster domain of the cluster with --cluster-domain',
  },
  'cluster-domain-mismatch': {
    severity: 'error',
    title: 'A ServiceProfile of the apex uses another cluster domain',
    fix: 'pass the cluster domain of the cluster with --cluster-domain',
  },
  'kustomize-rewrites': {
    severity: 'error',
    title: 'A kustomization changes the TrafficSplit',
    fix: 'list the function in transformers: of the outermost kustomization, or, without a prefix or suffix, kustomize build OVERLAY | smi2linkerd',
  },
  'cannot-insert': {
    severity: 'error',
    title: 'The change cannot be written at this place',
    fix: 'use --drop, or move the TrafficSplit to a YAML file',
  },
  // What to know about the TrafficSplit and its fields.
  'comment-dropped': {
    severity: 'info',
    title: 'A comment is left out',
    fix: 'add the comment to the ServiceProfile if the tool needs it there',
  },
  'name-normalised': {
    severity: 'warning',
    title: 'A dotted Service name was shortened',
    fix: 'write the name of the Service without namespace and domain',
  },
  'backend-other-namespace': {
    severity: 'warning',
    title: 'The backend is in another namespace',
    fix: 'check that clients may reach that namespace: the smi-adaptor never routed there',
  },
  'unknown-field': {
    severity: 'warning',
    title: 'The object has a field that no version of its kind defines',
    fix: 'remove the field or correct its name',
  },
  'weight-form': {
    severity: 'warning',
    title: 'The API server refuses a weight of this type',
    fix: 'v1alpha1 takes whole numbers and quoted quantities, later versions take numbers',
  },
  'no-backends': {
    severity: 'warning',
    title: 'The TrafficSplit has no backends',
    fix: 'name the backends, or delete the TrafficSplit',
  },
  'all-weights-zero': {
    severity: 'warning',
    title: 'All weights are zero',
    fix: 'give at least one backend a weight above zero',
  },
  'duplicate-backend': {
    severity: 'warning',
    title: 'A backend is named twice',
    fix: 'name each backend once, with the sum of its weights',
  },
  'nested-split': {
    severity: 'warning',
    title: 'A backend is the apex of another TrafficSplit',
    fix: 'name the backends of the inner TrafficSplit here: Linkerd does not follow it',
  },
  'lookalike-group': {
    severity: 'warning',
    title: 'The API group or the kind looks like that of an SMI TrafficSplit but is not',
    fix: 'use apiVersion split.smi-spec.io/v1alpha1 to v1alpha4',
  },
  // Profiles, Services and routes that the manifests already have.
  'profile-overwritten': {
    severity: 'warning',
    title: 'The overrides of an existing ServiceProfile are replaced',
    fix: 'check which of the two is right: the TrafficSplit wins, as it does with the smi-adaptor',
  },
  'profile-skipped': {
    severity: 'warning',
    title: 'The ServiceProfile is marked to be skipped',
    fix: 'remove smi.linkerd.io/skip from the ServiceProfile to have it converted',
  },
  'profile-stale': {
    severity: 'warning',
    title: 'The TrafficSplit of a generated ServiceProfile no longer exists',
    fix: 'restore the TrafficSplit, or remove spec.dstOverrides from the ServiceProfile',
  },
  'profile-name-dead': {
    severity: 'warning',
    title: 'Linkerd never reads a ServiceProfile of this name',
    fix: 'move its routes into the ServiceProfile <service>.<namespace>.svc.<cluster domain>, then delete this one',
  },
  'profile-shadowed': {
    severity: 'warning',
    title: 'Clients in another namespace use another ServiceProfile',
    fix: 'give that ServiceProfile the same dstOverrides, or delete it',
  },
  'profile-invalid': {
    severity: 'warning',
    title: 'Linkerd cannot load the ServiceProfile',
    fix: 'correct the field: otherwise Linkerd drops the whole profile, including the split',
  },
  'profile-namespace-mismatch': {
    severity: 'warning',
    title: 'The names in a ServiceProfile do not match its namespace',
    fix: 'make namespace and names agree: where Kustomize sets it, convert in the outermost kustomization',
  },
  'apex-headless': {
    severity: 'warning',
    title: 'The Service of the apex has no cluster IP',
    fix: 'give the Service a cluster IP: Linkerd reads no profile for a headless or ExternalName Service',
  },
  'backend-external-name': {
    severity: 'warning',
    title: 'The Service of a backend is an ExternalName',
    fix: 'use a Service with endpoints: Linkerd skips this backend',
  },
  'backend-port-missing': {
    severity: 'warning',
    title: 'The Service of a backend lacks a port of the apex',
    fix: 'add the port to the Service of the backend, or make sure that its pods listen on it',
  },
  'route-ignored': {
    severity: 'warning',
    title: 'The profile disables a route of the apex',
    fix: 'keep either the route or the split: Linkerd ignores routes of a Service whose profile has overrides',
  },
  'annotation-ignored': {
    severity: 'warning',
    title: 'The profile disables annotations of the apex Service',
    fix: 'move retries and timeouts to routes of the ServiceProfile, or remove the annotations',
  },
  // The target httproute.
  ...routeFindings,
  // Not converted on purpose.
  'split-skipped': {
    severity: 'info',
    title: 'The TrafficSplit is marked to be skipped',
    fix: 'remove smi.linkerd.io/skip from the TrafficSplit to have it converted',
  },
  'split-local-config': {
    severity: 'info',
    title: 'The TrafficSplit is local configuration',
    fix: 'remove config.kubernetes.io/local-config to have it converted',
  },
  'failover-controlled': {
    severity: 'warning',
    title: 'linkerd-failover changes the weights at run time',
    fix: 'keep this TrafficSplit and the smi-adaptor: a profile would freeze the weights',
  },
  'controller-owned': {
    severity: 'warning',
    title: 'A controller owns the TrafficSplit',
    fix: 'move the Canary or Rollout to the Gateway API first: its controller changes the TrafficSplit',
  },
  'splits-at-run-time': {
    severity: 'warning',
    title: 'A controller writes TrafficSplits at run time',
    fix: 'keep the smi-adaptor until the Canary or Rollout uses the Gateway API',
  },
  'served-by-function': {
    severity: 'info',
    title: 'Kustomize runs this program on the TrafficSplit',
    fix: 'nothing to do: the profile is made when the kustomization is built',
  },
  'kustomize-patch': {
    severity: 'warning',
    title: 'The TrafficSplit is a Kustomize patch',
    fix: 'convert what kustomize build prints: kustomize build DIR | smi2linkerd',
  },
  // What to know about builds, files and other objects.
  'version-never-served': {
    severity: 'info',
    title: 'No smi-adaptor ever served this version',
    fix: 'check that the split is wanted: it takes effect for the first time',
  },
  'weight-fraction': {
    severity: 'info',
    title: 'The weight is a fraction',
    fix: 'nothing to do: the profile has the weight as a quantity',
  },
  'namespace-from-kustomization': {
    severity: 'info',
    title: 'The namespace comes from a kustomization',
    fix: 'nothing to do; to be explicit, add metadata.namespace to the TrafficSplit',
  },
  'service-renamed': {
    severity: 'info',
    title: 'Kustomize renames what the TrafficSplit names',
    fix: 'nothing to do: the new name is used',
  },
  'half-renamed': {
    severity: 'warning',
    title: 'Kustomize renames the apex of the TrafficSplit but not a backend',
    fix: 'give the backend the name of a Service that the kustomization deploys',
  },
  'metadata-form': {
    severity: 'warning',
    title: 'A label or an annotation is not a string, so the API server refuses the TrafficSplit',
    fix: 'put the value in quotes',
  },
  'cluster-dump': {
    severity: 'info',
    title: 'The object was exported from a cluster',
    fix: 'remove uid, resourceVersion, managedFields and status from manifests in Git',
  },
  'apex-split-alternative': {
    severity: 'info',
    title: 'Several files hold the same TrafficSplit',
    fix: 'nothing to do if only one of the files is applied at a time',
  },
  'apex-split-in-files': {
    severity: 'warning',
    title: 'TrafficSplits in several files split the same apex',
    fix: 'apply only one of them at a time: the last one applied wins',
  },
  'split-embedded': {
    severity: 'info',
    title: 'A TrafficSplit inside another object is not converted',
    fix: 'convert the manifests that this object produces, or replace the TrafficSplit by hand',
  },
  'smi-leftover': {
    severity: 'info',
    title: 'A manifest still refers to TrafficSplits',
    fix: 'once the last TrafficSplit is gone, remove this reference, or the object if it has no other use',
  },
  'project-forbids-profile': {
    severity: 'warning',
    title: 'An Argo CD AppProject allows TrafficSplits but no ServiceProfiles',
    fix: 'allow group linkerd.io, kind ServiceProfile in the AppProject',
  },
  'file-emptied': {
    severity: 'warning',
    title: 'No manifest is left in the file',
    fix: 'delete the file and its entry in the kustomizations that name it',
  },
  'file-unnamed': {
    severity: 'warning',
    title: 'No kustomization names the file of what a TrafficSplit becomes',
    fix: 'name the file in the kustomization that names the file of the TrafficSplit',
  },
  'file-ignored': {
    severity: 'info',
    title: 'A file with a TrafficSplit is skipped: .gitignore excludes it, or it is a link',
    fix: 'if the file is deployed all the same, name it in the call',
  },
} as const satisfies Record<string, FindingRule>;

/** The stable name of a finding. */
export type Code = keyof typeof findings;

/** All codes, in the order of the table. */
export const codes = Object.keys(findings) as readonly Code[];

/** Whether a string is a code. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(findings, text);
}
