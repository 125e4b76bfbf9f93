import type { Code } from './findings.ts';
import type { Explanation } from './explanation.ts';
import { routeExplanations } from './route-explanations.ts';

/** The long form of every finding; total by type. Facts about Linkerd are from its sources and from running them. */
export const explanations: Readonly<Record<Code, Explanation>> = {
  ...routeExplanations,
  'yaml-syntax': {
    cause:
      'The document mentions a TrafficSplit, or is the ServiceProfile of one, and cannot be parsed, so nobody can tell what it asks for. Other documents pass through, broken or not; sound documents of the same file are converted.',
    example: 'kind: TrafficSplit\nspec:\n  backends: [{service: web-v1, weight: 50}',
  },
  'not-utf8': {
    cause:
      'Kubernetes reads manifests as UTF-8. A file that holds a TrafficSplit in another encoding is left as it is: an edit could damage the text around it.',
    example: '# saved as UTF-16 or Latin-1\nkind: TrafficSplit',
  },
  'template-skipped': {
    cause:
      'A value that decides about the profile is a template action (Helm, envsubst) and has no value yet. In files it is a warning and the TrafficSplit is left alone; in a printed stream it is an error, because the missing profile would only be noticed in production.',
    example:
      'kind: TrafficSplit\nspec:\n  service: web\n  backends:\n  - service: web-v1\n    weight: {{ .Values.weight }}',
  },
  'invalid-config': {
    cause:
      'The functionConfig decides how everything is converted, so a key or a value that is not known is refused instead of ignored. Nothing is converted, the items come back as they were, and the exit code is 2.',
    example:
      'functionConfig:\n  apiVersion: smi2linkerd.dev/v1alpha1\n  kind: TrafficSplitTransformer\n  metadata: {name: convert}\n  clusterDomian: example.org',
  },
  'out-of-date': {
    cause:
      'Under --check nothing is written, and a file that would change is work to do: the ServiceProfile of a TrafficSplit is missing, has other weights or backends, or lacks the annotation that was asked for; with --drop the TrafficSplit is still there. The text report lists the files on standard output instead.',
    example:
      'kind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec:\n  service: web\n# and no ServiceProfile web.shop.svc.cluster.local',
  },
  'not-in-force': {
    cause:
      'An audit of a cluster (--check -) tells whether its TrafficSplits and the adaptor can go. This split was left alone, or its ServiceProfile is equal and does not split: it is marked by someone else, Linkerd cannot load it, the apex is headless, or clients of a namespace see another profile. Without the adaptor, or already now, its traffic goes elsewhere.',
    example:
      'kind: TrafficSplit\nmetadata:\n  name: web\n  namespace: shop\n  labels:\n    failover.linkerd.io/controlled-by: linkerd-failover',
  },
  'unknown-version': {
    cause:
      'SMI published split.smi-spec.io/v1alpha1 to v1alpha4. Another version of the group means fields that nobody defined, so nothing is guessed.',
    example: 'apiVersion: split.smi-spec.io/v1beta1\nkind: TrafficSplit',
  },
  'invalid-trafficsplit': {
    cause:
      'The Kubernetes API refuses such an object, or the smi-adaptor retries it for ever: without the apex, the backends and their weights there is no split.',
    example: 'kind: TrafficSplit\nspec:\n  service: web\n  backends:\n  - service: web-v1',
  },
  'matches-unsupported': {
    cause:
      'spec.matches limits a TrafficSplit to some requests; the others go to the apex unsplit. A ServiceProfile cannot say that: it would split all traffic. A Gateway API HTTPRoute can, which --target httproute makes.',
    example:
      'apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nspec:\n  service: web\n  matches:\n  - kind: HTTPRouteGroup\n    name: beta-users',
  },
  'invalid-apex': {
    cause:
      'Linkerd finds a profile by the name <service>.<namespace>.svc.<cluster domain> in the namespace of the Service. An apex in another namespace, with another cluster domain, a port, a slash, upper case letters, or that is no DNS label has no such profile.',
    example: 'metadata:\n  namespace: shop\nspec:\n  service: web.other.svc.cluster.local',
  },
  'invalid-backend': {
    cause:
      'Linkerd resolves a backend by its authority, <service>.<namespace>.svc.<cluster domain>. A port, a slash, upper case letters, another cluster domain or a name that is no DNS label leads nowhere, and its share of the traffic would silently go to the other backends.',
    example: 'spec:\n  service: web\n  backends:\n  - service: shop/web-v1\n    weight: 50',
  },
  'invalid-weight': {
    cause:
      'The weight is no Kubernetes quantity, has no digit before its suffix (Kubernetes reads `m` as 0), or is below zero. One such weight stops the smi-adaptor for the whole cluster, and a negative one becomes almost all of the traffic on its way to the proxies.',
    example: 'backends:\n- service: web-v1\n  weight: 50%',
  },
  'weight-out-of-range': {
    cause:
      "Linkerd sends a weight to its proxies as ten times its thousandths, in 32 bits, and the proxies add them up in 32 bits. A sum above 429496.729 wraps around (900000:100000 becomes 29:71) or stops the proxy's update; what is finer than a thousandth is rounded up. The fix line shows the smallest whole numbers in the same ratio.",
    example: 'backends:\n- service: web-v1\n  weight: 900000\n- service: web-v2\n  weight: 100000',
  },
  'namespace-unknown': {
    cause:
      'The namespace is part of the name of the profile and of every authority, and nothing rewrites it later: neither `kubectl -n` nor a namespace in a kustomization. So it has to be known when the profile is made.',
    example: 'kind: TrafficSplit\nmetadata:\n  name: web',
  },
  'apex-split-twice': {
    cause:
      'Both TrafficSplits ask for the same profile. The smi-adaptor would let the last one win and flap at every resync; there is no way to tell which is meant.',
    example:
      'kind: TrafficSplit\nmetadata: {name: blue, namespace: shop}\nspec: {service: web}\n---\nkind: TrafficSplit\nmetadata: {name: green, namespace: shop}\nspec: {service: web}',
  },
  'duplicate-profile': {
    cause:
      'Two ServiceProfiles of one name and namespace are deployed together: Kustomize refuses them, and with kubectl the last one wins. It cannot be told which of them is to carry the split.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\n---\nkind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}',
  },
  'ambiguous-profile': {
    cause:
      'Several files, equally near to the TrafficSplit, hold a ServiceProfile of the name it asks for. They may be alternatives; changing the wrong one would move traffic.',
    example:
      '# web/split.yaml       TrafficSplit web\n# web/profile-a.yaml   ServiceProfile web.shop.svc.cluster.local\n# web/profile-b.yaml   ServiceProfile web.shop.svc.cluster.local',
  },
  'profile-elsewhere': {
    cause:
      'The ServiceProfile that the TrafficSplit asks for stands in another place that is deployed together with it. A second profile beside the split would take the routes of the first away on kubectl apply, and Kustomize refuses two of one name.',
    example:
      '# overlays/prod/kustomization.yaml\nresources:\n- ../../base          # holds TrafficSplit web\n- ../../profiles      # holds ServiceProfile web.shop.svc.cluster.local',
  },
  'profile-in-other-directory': {
    cause:
      'A ServiceProfile of the name that the TrafficSplit asks for is in a directory that is not deployed with the TrafficSplit as far as can be seen. It keeps more than traffic weights (routes, a retry budget). If both directories are applied to one cluster, the profile that is made here takes the place of that one, and its routes are lost.',
    example:
      '# web/split.yaml          TrafficSplit web\n# profiles/web.yaml       ServiceProfile web.shop.svc.cluster.local with spec.routes',
  },
  'service-missing': {
    cause:
      'The input holds Services of the namespace of the TrafficSplit, and none with the name of its apex or of one of its backends. Linkerd sends no traffic to a backend that does not exist. Mirrored Services and Services of other repositories cannot be seen, so this is an information; it is a warning where a Service has nearly this name.',
    example:
      'spec:\n  backends:\n  - service: web-v22   # the Services are called web, web-v1 and web-v2\n    weight: 10',
  },
  'cluster-domain-doubtful': {
    cause:
      'ServiceProfiles of other services have a cluster domain that is not the one of this run, and none has the one of this run. Linkerd reads a profile only under the domain of its cluster, so the profiles that are made here may never be read.',
    example:
      'kind: ServiceProfile\nmetadata:\n  name: api.shop.svc.east.example.com   # --cluster-domain is cluster.local',
  },
  'cluster-domain-mismatch': {
    cause:
      'A ServiceProfile for the apex stands there under another cluster domain than the one that is used here. Linkerd reads only the profile of its own cluster domain, so one of the two is never found.',
    example:
      'kind: ServiceProfile\nmetadata:\n  name: web.shop.svc.example.org   # --cluster-domain is cluster.local\n  namespace: shop',
  },
  'kustomize-rewrites': {
    cause:
      'A kustomization, a Flux Kustomization or an Argo CD Application changes the TrafficSplit (a patch, a namespace, a prefix or suffix, a replacement), and would not change the profile in the same way: its name and its authorities are whole DNS names that Kustomize does not know. So the conversion has to come after the kustomization. Under a prefix or suffix only a function knows the new names of the Services; the output of kustomize build has lost what they were called before.',
    example: '# overlays/prod/kustomization.yaml\nnamePrefix: blue-\nresources: [../../base]',
  },
  'cannot-insert': {
    cause:
      'The place cannot take the change: a .json file holds one object, the ServiceProfile is written with anchors, aliases or explicit keys that other fields share, or the TrafficSplit to be dropped holds an anchor that another object uses.',
    example: '{"apiVersion": "split.smi-spec.io/v1alpha2", "kind": "TrafficSplit"}',
  },
  'comment-dropped': {
    cause:
      'Tools read some comments: kpt-set: and kpt-merge: of kpt, {"$ref": …} and {"$imagepolicy": …} of setters, the modeline of yaml-language-server. On another value such a comment would change it at the next run, or check it against the wrong schema, so under --drop it goes with the value it was written for.',
    example: 'spec:\n  service: web # kpt-set: ${svc}',
  },
  'name-normalised': {
    cause:
      'SMI speaks of the FQDN of the apex, people write `web.shop` or `web.shop.svc.cluster.local`. The smi-adaptor appends namespace and cluster domain once more, to a name that Linkerd never reads. Here the name is taken apart first.',
    example: 'metadata: {namespace: shop}\nspec:\n  service: web.shop.svc.cluster.local',
  },
  'backend-other-namespace': {
    cause:
      'Linkerd routes to a Service of any namespace, so the profile does what the TrafficSplit says. The smi-adaptor writes an authority that leads nowhere, so the split takes effect now for the first time.',
    example: 'metadata: {namespace: shop}\nspec:\n  backends:\n  - service: web-v2.canary\n    weight: 10',
  },
  'unknown-field': {
    cause:
      'The field is in no version of TrafficSplit: the API server drops it, or refuses it under strict validation. Mostly it is a typo of another field.',
    example: 'spec:\n  service: web\n  backend: []',
  },
  'weight-form': {
    cause:
      'The CRD of this version refuses the weight as it is written (v1alpha1 takes whole numbers and strings, later versions take numbers), so this TrafficSplit never reached a cluster. What it means is clear, and it is converted.',
    example: 'apiVersion: split.smi-spec.io/v1alpha2\nspec:\n  backends:\n  - service: web-v1\n    weight: "900m"',
  },
  'no-backends': {
    cause:
      'Without backends all traffic goes to the apex. No profile is made; one that exists loses its dstOverrides, as it does with the smi-adaptor.',
    example: 'spec:\n  service: web\n  backends: []',
  },
  'all-weights-zero': {
    cause:
      'Proxies drop backends of weight 0; with none left they ignore the overrides, and the apex gets all traffic. It is not blocked.',
    example: 'backends:\n- service: web-v1\n  weight: 0\n- service: web-v2\n  weight: 0',
  },
  'duplicate-backend': {
    cause:
      'The weights of a backend that is named twice are added up: proxies before Linkerd 2.17 can crash on two overrides of one authority, later ones add them up as well.',
    example: 'backends:\n- service: web-v1\n  weight: 40\n- service: web-v1\n  weight: 60',
  },
  'nested-split': {
    cause:
      'A proxy looks a backend up by its endpoints, not by another profile: the TrafficSplit of the backend has no effect on traffic that comes this way.',
    example:
      'kind: TrafficSplit\nspec:\n  service: web\n  backends: [{service: web-v1, weight: 1}]\n---\nkind: TrafficSplit\nspec:\n  service: web-v1',
  },
  'lookalike-group': {
    cause:
      'The kind is TrafficSplit and the group is not that of SMI, or there is none. Other projects use the name, and people misspell the group; such an object is left alone.',
    example: 'apiVersion: split.smi-specs.io/v1alpha2\nkind: TrafficSplit',
  },
  'profile-overwritten': {
    cause:
      'The ServiceProfile had overrides with other authorities or weights. The TrafficSplit wins, as it does with the smi-adaptor; Linkerd 2.11 did it the other way round.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local}\nspec:\n  dstOverrides:\n  - authority: web-v1.shop.svc.cluster.local\n    weight: "1"',
  },
  'profile-skipped': {
    cause:
      'The smi-adaptor leaves a profile with the annotation smi.linkerd.io/skip alone, whatever its value, also "false". A value other than smi2linkerd is the word of its owner, so profile and TrafficSplit stay as they are.',
    example: 'kind: ServiceProfile\nmetadata:\n  annotations:\n    smi.linkerd.io/skip: "true"',
  },
  'profile-stale': {
    cause:
      'The annotation says that the profile was made from a TrafficSplit that stands, and no TrafficSplit of the call asks for it. It still splits the traffic. A profile whose TrafficSplit was taken out by --drop says smi2linkerd-dropped, and is as it should be.',
    example:
      'kind: ServiceProfile\nmetadata:\n  annotations:\n    smi.linkerd.io/skip: smi2linkerd   # its TrafficSplit is nowhere',
  },
  'profile-name-dead': {
    cause:
      'Linkerd asks for a profile by the full name of a Service. One that has just the name of the Service, or any other name, is stored and never read.',
    example: 'kind: ServiceProfile\nmetadata:\n  name: web        # not web.shop.svc.cluster.local\n  namespace: shop',
  },
  'profile-shadowed': {
    cause:
      'A proxy takes the profile of its own namespace before that of the Service, and never merges the two: clients of that namespace see this profile, and not the split.',
    example: 'kind: ServiceProfile\nmetadata:\n  name: web.shop.svc.cluster.local\n  namespace: frontend',
  },
  'profile-invalid': {
    cause:
      "Linkerd's validator or its controller refuses the profile. One bad route or retry budget drops the whole profile, the split included; some mistakes stop the profiles of the whole cluster.",
    example: 'kind: ServiceProfile\nspec:\n  routes:\n  - name: GET /      # no condition',
  },
  'profile-namespace-mismatch': {
    cause:
      'The namespace in the name of the profile, or in its authorities, is not the one it is in. It is what a conversion in a Kustomize base looks like after an overlay has set the namespace: Linkerd finds nothing, or sends traffic to the wrong namespace.',
    example: 'kind: ServiceProfile\nmetadata:\n  name: web.default.svc.cluster.local\n  namespace: prod',
  },
  'apex-headless': {
    cause:
      'A proxy finds the profile by the cluster IP that it dials. A headless Service and an ExternalName have none, so the profile is not read.',
    example: 'kind: Service\nmetadata: {name: web}\nspec:\n  clusterIP: None',
  },
  'backend-external-name': {
    cause: 'Linkerd does not resolve an ExternalName as a backend: its share of the traffic goes to the others.',
    example: 'kind: Service\nmetadata: {name: web-v2}\nspec:\n  type: ExternalName\n  externalName: example.org',
  },
  'backend-port-missing': {
    cause:
      'The profile carries no port: each client uses the port that it dials, on every backend. Where the Service of a backend does not declare it, Linkerd sends to that very port on the pods of the backend: their share fails unless they listen on it.',
    example:
      'kind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n---\nkind: Service\nmetadata: {name: web-v1}\nspec: {ports: [{port: 8080}]}',
  },
  'route-ignored': {
    cause:
      'A profile with overrides takes precedence over HTTPRoutes and GRPCRoutes of the Service, and they are ignored.',
    example: 'kind: HTTPRoute\nspec:\n  parentRefs:\n  - {kind: Service, group: core, name: web}',
  },
  'annotation-ignored': {
    cause:
      'While a profile is in force, Linkerd ignores what annotations of the Service say about retries, timeouts and circuit breaking.',
    example: 'kind: Service\nmetadata:\n  name: web\n  annotations:\n    retry.linkerd.io/http: 5xx',
  },
  'split-skipped': {
    cause:
      'The annotation smi.linkerd.io/skip on a TrafficSplit asks for it to be left alone. Nothing else is said about it.',
    example: 'kind: TrafficSplit\nmetadata:\n  annotations:\n    smi.linkerd.io/skip: "true"',
  },
  'split-local-config': {
    cause: 'config.kubernetes.io/local-config says that the object is never applied to a cluster.',
    example: 'kind: TrafficSplit\nmetadata:\n  annotations:\n    config.kubernetes.io/local-config: "true"',
  },
  'failover-controlled': {
    cause:
      'linkerd-failover changes the weights of this TrafficSplit when a backend fails. A profile would freeze them at what Git says, and failover would stop working.',
    example: 'kind: TrafficSplit\nmetadata:\n  labels:\n    failover.linkerd.io/controlled-by: linkerd-failover',
  },
  'controller-owned': {
    cause:
      'Flagger or Argo Rollouts writes the weights of this TrafficSplit during a roll-out. A profile would freeze them at what Git says.',
    example: 'kind: TrafficSplit\nmetadata:\n  ownerReferences:\n  - {kind: Canary, name: web}',
  },
  'splits-at-run-time': {
    cause:
      'The controller makes TrafficSplits in the cluster, where no converter of manifests sees them. As long as it does, only an adaptor turns them into profiles.',
    example: 'kind: Canary\nspec:\n  provider: linkerd',
  },
  'served-by-function': {
    cause:
      'Every outermost kustomization that deploys the file lists this program in `transformers:`, so each build makes the profile that fits it. The file stays as it is.',
    example:
      '# overlays/prod/kustomization.yaml\nnamePrefix: prod-\nresources: [../../base]\ntransformers: [smi2linkerd.yaml]',
  },
  'kustomize-patch': {
    cause:
      'A kustomization of the call uses this file as a patch: what is written in it is a part of a TrafficSplit, not one that is deployed.',
    example: '# overlays/prod/kustomization.yaml\npatches:\n- path: weights.yaml   # kind: TrafficSplit',
  },
  'version-never-served': {
    cause:
      'The smi-adaptor is served v1alpha1 and v1alpha2 only, so a TrafficSplit of a later version was never turned into a profile. Converted, it takes effect for the first time.',
    example: 'apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit',
  },
  'weight-fraction': {
    cause:
      'The cluster takes a fraction and the smi-adaptor writes it as a quantity (0.5 is 500m), though SMI asks for whole numbers.',
    example: 'apiVersion: split.smi-spec.io/v1alpha2\nspec:\n  backends:\n  - service: web-v1\n    weight: 0.5',
  },
  'namespace-from-kustomization': {
    cause:
      'The TrafficSplit says no namespace, and every kustomization of the call that lists its file sets the same one. That is the namespace it will have.',
    example: '# kustomization.yaml\nnamespace: shop\nresources: [split.yaml]',
  },
  'service-renamed': {
    cause:
      'Kustomize has renamed Services by namePrefix or nameSuffix, and does not know that a TrafficSplit names them. Exactly one Service had the name before, so the profile uses its new name.',
    example: '# kustomization.yaml\nnamePrefix: blue-\ntransformers: [smi2linkerd.yaml]',
  },
  'half-renamed': {
    cause:
      'Kustomize has renamed the Service of the apex, and no Service has, or had, the name of this backend: the split would send traffic to a name that nobody answers.',
    example:
      '# kustomization.yaml\nnamePrefix: blue-      # Service web is blue-web; no Service was ever web-v2\ntransformers: [smi2linkerd.yaml]',
  },
  'metadata-form': {
    cause:
      'The API server takes labels and annotations that are texts and refuses the whole object for any other, so this TrafficSplit never reached a cluster. The profile gets the value as text.',
    example: 'kind: TrafficSplit\nmetadata:\n  labels:\n    version: 2 # has to be "2"',
  },
  'cluster-dump': {
    cause:
      'The object was exported from a cluster. Of a TrafficSplit only spec, name, labels and annotations are used; a profile is changed in its spec alone, and its uid can stand in the way when it is applied.',
    example: 'kind: TrafficSplit\nmetadata:\n  uid: 6e6ffd3c-2f0c-4a86-8d0f-0a6bdb0d8d0c',
  },
  'apex-split-alternative': {
    cause:
      'Several files hold the same TrafficSplit with other weights, to be applied in turn. Each gets its own profile, in its own file.',
    example: '# 100-0.yaml   TrafficSplit web, weights 100 and 0\n# 75-25.yaml   TrafficSplit web, weights 75 and 25',
  },
  'apex-split-in-files': {
    cause:
      'TrafficSplits of different names in different files split one apex. If both are applied, both ask for one profile, and the last one applied wins.',
    example: '# blue.yaml    TrafficSplit blue, service web\n# green.yaml   TrafficSplit green, service web',
  },
  'split-embedded': {
    cause:
      'Another object carries the TrafficSplit to a cluster: a Crossplane Object, an OpenShift Template, a ManifestWork, the values of a HelmRelease, a text in a ConfigMap. What such an object may hold is for its controller to say, so nothing is changed in it.',
    example:
      'kind: Object\nspec:\n  forProvider:\n    manifest:\n      apiVersion: split.smi-spec.io/v1alpha2\n      kind: TrafficSplit',
  },
  'smi-leftover': {
    cause: 'The TrafficSplits go, and this object still speaks of them: a CRD, a role, a policy, a project.',
    example: 'kind: ClusterRole\nrules:\n- apiGroups: [split.smi-spec.io]\n  resources: [trafficsplits]',
  },
  'project-forbids-profile': {
    cause:
      'Argo CD syncs only the kinds that the AppProject allows. This one allows TrafficSplits and not the ServiceProfiles that take their place, so the sync would fail.',
    example:
      'kind: AppProject\nspec:\n  namespaceResourceWhitelist:\n  - {group: split.smi-spec.io, kind: TrafficSplit}',
  },
  'file-emptied': {
    cause:
      'The TrafficSplit was all that the file held, and its profile stands in another file. No file is ever deleted here; Kustomize refuses a resource file without an object.',
    example: '# split.yaml      only comments are left\n# kustomization.yaml\nresources: [split.yaml, profile.yaml]',
  },
};
