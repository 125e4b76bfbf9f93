import type { Code } from './findings.ts';
import type { Explanation } from './explanation.ts';
import { routeExplanations } from './route-explanations.ts';

/** The explanation of every finding. Statements about Linkerd come from its source code and from running it. */
export const explanations: Readonly<Record<Code, Explanation>> = {
  ...routeExplanations,
  'yaml-syntax': {
    cause:
      'The document mentions a TrafficSplit, or is the ServiceProfile of one, and cannot be parsed. Valid documents of the same file are converted. Documents that mention neither are copied unchanged, valid or not. A TrafficSplit is also reported if a kustomization that names it cannot be parsed: what that changes is not known, and Kustomize builds nothing with it.',
    example: 'kind: TrafficSplit\nspec:\n  backends: [{service: web-v1, weight: 50}',
  },
  'not-utf8': {
    cause:
      'Kubernetes reads manifests as UTF-8. A file that holds a TrafficSplit in another encoding is left unchanged, because an edit could damage the text around it.',
    example: '# saved as UTF-16 or Latin-1\nkind: TrafficSplit',
  },
  'template-skipped': {
    cause:
      'A field that the profile depends on holds a template action (Helm, envsubst, ytt), so its value is not known yet. Or the object is between an action at the start of a line, such as {{ if }} or {% for %}, and its end: it is rendered under a condition, or many times. Or the kustomization that lists the TrafficSplit is itself a template. In files this is a warning, and the TrafficSplit is not converted. In a stream it is an error, because the missing profile would only be noticed in production.',
    example:
      'kind: TrafficSplit\nspec:\n  service: web\n  backends:\n  - service: web-v1\n    weight: {{ .Values.weight }}',
  },
  'invalid-config': {
    cause:
      'The functionConfig applies to everything that is converted, so an unknown key or value is refused, not ignored. Nothing is converted, the items are returned unchanged, and the exit code is 2.',
    example:
      'functionConfig:\n  apiVersion: smi2linkerd.dev/v1alpha1\n  kind: TrafficSplitTransformer\n  metadata: {name: convert}\n  clusterDomian: example.org',
  },
  'out-of-date': {
    cause:
      '--check writes nothing and reports each file that would change: the ServiceProfile (or HTTPRoute) of a TrafficSplit is missing, has other weights or backends, or lacks the requested annotation; with --drop, the TrafficSplit still exists. The text report lists the files on standard output instead.',
    example:
      'kind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec:\n  service: web\n# and no ServiceProfile web.shop.svc.cluster.local',
  },
  'not-in-force': {
    cause:
      'An audit of a cluster (--check -) checks whether its TrafficSplits and the adaptor can be removed. This TrafficSplit was not converted, or its ServiceProfile has the right weights but does not split the traffic: the profile is marked by someone else, Linkerd cannot load it, the apex is headless or has an opaque port, or some clients use another profile or an HTTPRoute. So the traffic is not split today, or will not be once the adaptor is gone.',
    example:
      'kind: TrafficSplit\nmetadata:\n  name: web\n  namespace: shop\n  labels:\n    failover.linkerd.io/controlled-by: linkerd-failover',
  },
  'unknown-version': {
    cause:
      'SMI published split.smi-spec.io/v1alpha1 to v1alpha4. The fields of any other version are not defined anywhere, so the TrafficSplit is not converted.',
    example: 'apiVersion: split.smi-spec.io/v1beta1\nkind: TrafficSplit',
  },
  'invalid-trafficsplit': {
    cause:
      'A split needs an apex, backends and their weights. The API server refuses an object without them, or the smi-adaptor retries it forever.',
    example: 'kind: TrafficSplit\nspec:\n  service: web\n  backends:\n  - service: web-v1',
  },
  'matches-unsupported': {
    cause:
      'spec.matches limits a TrafficSplit to some requests; all others go to the apex. A ServiceProfile cannot do that: it would split all traffic. A Gateway API HTTPRoute can, and --target httproute writes one.',
    example:
      'apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nspec:\n  service: web\n  matches:\n  - kind: HTTPRouteGroup\n    name: beta-users',
  },
  'invalid-apex': {
    cause:
      'Linkerd looks for a profile named <service>.<namespace>.svc.<cluster domain> in the namespace of the Service. An apex in another namespace, with another cluster domain, a port, a slash or upper case letters, or that is not a DNS label, has no such profile.',
    example: 'metadata:\n  namespace: shop\nspec:\n  service: web.other.svc.cluster.local',
  },
  'invalid-backend': {
    cause:
      'Linkerd resolves a backend by its authority, <service>.<namespace>.svc.<cluster domain>. It cannot resolve a name with a port, a slash, upper case letters or another cluster domain, or one that is not a DNS label: the share of this backend would silently go to the other backends.',
    example: 'spec:\n  service: web\n  backends:\n  - service: shop/web-v1\n    weight: 50',
  },
  'invalid-weight': {
    cause:
      'The weight is not a Kubernetes quantity, has no digit before its suffix (Kubernetes reads `m` as 0), or is below zero. One invalid weight stops the smi-adaptor for the whole cluster. A negative weight reaches the proxies as a huge positive one and gets almost all of the traffic.',
    example: 'backends:\n- service: web-v1\n  weight: 50%',
  },
  'weight-out-of-range': {
    cause:
      "Linkerd sends a weight to its proxies as a 32-bit number in units of 1/10000, and the proxies add these numbers in 32 bits. A sum above 429496.729 overflows (900000:100000 becomes 29:71) or stops the proxy's update. A weight finer than 1/1000 is rounded up. For an HTTPRoute each weight is a whole number up to 1000000; ratios that need more are refused. The fix line shows the smallest whole numbers in the same ratio.",
    example: 'backends:\n- service: web-v1\n  weight: 900000\n- service: web-v2\n  weight: 100000',
  },
  'namespace-unknown': {
    cause:
      'The namespace is part of the name of the profile and of every authority, and nothing changes these later: neither `kubectl -n` nor a namespace in a kustomization. So it has to be known when the profile is written.',
    example: 'kind: TrafficSplit\nmetadata:\n  name: web',
  },
  'apex-split-twice': {
    cause:
      'Both TrafficSplits need the same profile, and nothing says which one is right. The smi-adaptor applies the last one it sees, and may switch between them at every resync.',
    example:
      'kind: TrafficSplit\nmetadata: {name: blue, namespace: shop}\nspec: {service: web}\n---\nkind: TrafficSplit\nmetadata: {name: green, namespace: shop}\nspec: {service: web}',
  },
  'duplicate-profile': {
    cause:
      'Two ServiceProfiles with the same name and namespace are deployed together. Kustomize refuses them, and with kubectl the last one wins. Nothing says which of them should have the split.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\n---\nkind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}',
  },
  'ambiguous-profile': {
    cause:
      'Several files, equally near to the TrafficSplit, hold a ServiceProfile with the name that it needs. They may be alternatives, and changing the wrong one would move traffic.',
    example:
      '# web/split.yaml       TrafficSplit web\n# web/profile-a.yaml   ServiceProfile web.shop.svc.cluster.local\n# web/profile-b.yaml   ServiceProfile web.shop.svc.cluster.local',
  },
  'profile-elsewhere': {
    cause:
      'The ServiceProfile that the TrafficSplit needs is in another place that is deployed together with it. A second profile next to the TrafficSplit would remove the routes of the first on kubectl apply, and Kustomize refuses two with the same name. A profile that only some overlays have does not count for the others: they would be left without a split. A profile that other overlays have without this TrafficSplit is not changed: they would get its weights.',
    example:
      '# overlays/prod/kustomization.yaml\nresources:\n- ../../base          # holds TrafficSplit web\n- ../../profiles      # holds ServiceProfile web.shop.svc.cluster.local',
  },
  'profile-in-other-directory': {
    cause:
      'A directory that does not seem to be deployed with the TrafficSplit holds a ServiceProfile with the name that it needs, and that profile has routes or a retry budget. If both directories are applied to one cluster, the new profile replaces that one, and its routes are lost. This is also reported for a profile in a file that no kustomization lists, and for one that was made for a TrafficSplit which is now in another directory and has other weights: the one that is applied last counts.',
    example:
      '# web/split.yaml          TrafficSplit web\n# profiles/web.yaml       ServiceProfile web.shop.svc.cluster.local with spec.routes',
  },
  'service-missing': {
    cause:
      'The input has Services in the namespace of the TrafficSplit, but none with the name of its apex or of one of its backends. Linkerd sends no traffic to a backend that does not exist. Mirrored Services and Services from other repositories are not in the input, so this is only an info; it is a warning if a Service has a similar name.',
    example:
      'spec:\n  backends:\n  - service: web-v22   # the Services are called web, web-v1 and web-v2\n    weight: 10',
  },
  'cluster-domain-doubtful': {
    cause:
      'All ServiceProfiles of other services use another cluster domain than this run. Linkerd reads a profile only under the domain of its cluster, so the new profiles may never be read.',
    example:
      'kind: ServiceProfile\nmetadata:\n  name: api.shop.svc.east.example.com   # --cluster-domain is cluster.local',
  },
  'cluster-domain-mismatch': {
    cause:
      'The apex already has a ServiceProfile, under another cluster domain than the one of this run. Linkerd reads only the profile of its own cluster domain, so one of the two is never used.',
    example:
      'kind: ServiceProfile\nmetadata:\n  name: web.shop.svc.example.org   # --cluster-domain is cluster.local\n  namespace: shop',
  },
  'kustomize-rewrites': {
    cause: [
      'A kustomization, a Flux Kustomization or an Argo CD Application changes the TrafficSplit (by a patch, a namespace, a prefix or suffix, a replacement), but would not change the profile in the same way: Kustomize does not know the DNS names in the name and the authorities of a profile. So the conversion has to run after the kustomization. With a prefix or suffix, it has to run as a function: only a function sees both the old and the new names of the Services.',
      'Other causes are a patch of the overrides of the profile, a patch that fails when the build has a new profile, and a ConfigMap or Secret that is also made of the file; with --drop, what takes a value from the split (`replacements` do so before the function, `vars` after all functions); for an HTTPRoute, what changes the ports of the apex Service or the HTTPRouteGroups of the split.',
      'Kustomizations above the paths of the call are read, too, up to the root of the repository.',
    ].join('\n\n'),
    example:
      '# overlays/prod/kustomization.yaml\nresources: [../../base]\npatches:\n- target: {kind: TrafficSplit}\n  patch: |\n    - {op: replace, path: /spec/backends/0/weight, value: 50}',
  },
  'cannot-insert': {
    cause:
      'The file has no room for the change, or the change would affect other fields: a .json file holds a single object, a ServiceProfile or HTTPRoute that has to change uses anchors, aliases, merge keys or ? keys there, the TrafficSplit to be dropped holds an anchor that another object uses, or an item of a list is an alias.',
    example: '{"apiVersion": "split.smi-spec.io/v1alpha2", "kind": "TrafficSplit"}',
  },
  'comment-dropped': {
    cause: [
      'With --drop, the comments of a TrafficSplit move to the lines of what replaces it: those of a backend to its override, also in a profile or route that exists.',
      'Two kinds of comments cannot move. Tools read some comments: kpt-set: and kpt-merge: of kpt, {"$ref": …} and {"$imagepolicy": …} of setters, the modeline of yaml-language-server. Next to another value, the tool would change that value at its next run or check it against the wrong schema. Other comments have no line any more: those on the metadata of a split whose profile exists, and all where that profile is JSON.',
      'The same applies to the comments of an existing profile or route: a setter after a value that is replaced would write the old value again, so its comment is removed, unless the TrafficSplit has the same one. The comments of overrides that are removed are removed, too.',
    ].join('\n\n'),
    example: 'spec:\n  service: web # kpt-set: ${svc}',
  },
  'name-normalised': {
    cause:
      'SMI allows the FQDN of the apex, and some manifests have `web.shop` or `web.shop.svc.cluster.local`. The smi-adaptor appends namespace and cluster domain to it once more, which gives a name that Linkerd never reads. The conversion uses the name of the Service.',
    example: 'metadata: {namespace: shop}\nspec:\n  service: web.shop.svc.cluster.local',
  },
  'backend-other-namespace': {
    cause:
      'Linkerd can route to a Service in any namespace, so the profile does what the TrafficSplit says. The smi-adaptor writes an authority that does not exist, so this backend gets traffic for the first time.',
    example: 'metadata: {namespace: shop}\nspec:\n  backends:\n  - service: web-v2.canary\n    weight: 10',
  },
  'unknown-field': {
    cause:
      'No version of the kind defines this field: the API server drops it, or refuses it under strict validation. Usually it is a misspelled field.',
    example: 'spec:\n  service: web\n  backend: []',
  },
  'weight-form': {
    cause:
      'The CRD of this version refuses the weight as it is written (v1alpha1 takes whole numbers and strings, later versions take numbers), so this TrafficSplit never reached a cluster. Its meaning is clear, so it is converted.',
    example: 'apiVersion: split.smi-spec.io/v1alpha2\nspec:\n  backends:\n  - service: web-v1\n    weight: "900m"',
  },
  'no-backends': {
    cause:
      'Without backends all traffic goes to the apex. No profile is written, and an existing one loses its dstOverrides, as it does with the smi-adaptor.',
    example: 'spec:\n  service: web\n  backends: []',
  },
  'all-weights-zero': {
    cause:
      'Proxies drop backends of weight 0. If none is left, they ignore the overrides, and the apex gets all traffic. The traffic is not blocked.',
    example: 'backends:\n- service: web-v1\n  weight: 0\n- service: web-v2\n  weight: 0',
  },
  'duplicate-backend': {
    cause:
      'The profile has the backend once, with the sum of its weights. Proxies before Linkerd 2.17 can crash on two overrides with the same authority; later ones add them up as well.',
    example: 'backends:\n- service: web-v1\n  weight: 40\n- service: web-v1\n  weight: 60',
  },
  'nested-split': {
    cause:
      'A proxy resolves a backend to its endpoints and does not read the profile of the backend. So the TrafficSplit of the backend has no effect on this traffic.',
    example:
      'kind: TrafficSplit\nspec:\n  service: web\n  backends: [{service: web-v1, weight: 1}]\n---\nkind: TrafficSplit\nspec:\n  service: web-v1',
  },
  'lookalike-group': {
    cause:
      'The kind is TrafficSplit, but the API group is not that of SMI, or is missing; or the group is that of SMI, and the kind is another one. Other projects use the same kind, and either may be misspelled. Such an object is not converted.',
    example: 'apiVersion: split.smi-specs.io/v1alpha2\nkind: TrafficSplit',
  },
  'profile-overwritten': {
    cause:
      'The ServiceProfile had overrides with other authorities or weights. The TrafficSplit wins, as it does with the smi-adaptor. (In Linkerd 2.11 the ServiceProfile won.)',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local}\nspec:\n  dstOverrides:\n  - authority: web-v1.shop.svc.cluster.local\n    weight: "1"',
  },
  'profile-skipped': {
    cause:
      'The smi-adaptor does not change a profile with the annotation smi.linkerd.io/skip, whatever its value, even "false". If the value is neither smi2linkerd nor smi2linkerd-dropped, someone else has set it on purpose, so profile and TrafficSplit are left unchanged.',
    example: 'kind: ServiceProfile\nmetadata:\n  annotations:\n    smi.linkerd.io/skip: "true"',
  },
  'profile-stale': {
    cause:
      'The annotation says that the profile was made from a TrafficSplit that was kept, but no TrafficSplit in the input needs it. The profile still splits the traffic. (A profile whose TrafficSplit was removed by --drop has the value smi2linkerd-dropped and is not reported.)',
    example:
      'kind: ServiceProfile\nmetadata:\n  annotations:\n    smi.linkerd.io/skip: smi2linkerd   # and there is no TrafficSplit',
  },
  'profile-name-dead': {
    cause:
      'Linkerd looks a profile up by the full DNS name of a Service. A profile named like the Service alone, or in any other way, is stored but never read.',
    example: 'kind: ServiceProfile\nmetadata:\n  name: web        # not web.shop.svc.cluster.local\n  namespace: shop',
  },
  'profile-shadowed': {
    cause:
      'A proxy prefers the profile in its own namespace to that in the namespace of the Service, and never merges the two. Clients in that namespace use this profile, without the split.',
    example: 'kind: ServiceProfile\nmetadata:\n  name: web.shop.svc.cluster.local\n  namespace: frontend',
  },
  'profile-invalid': {
    cause:
      "Linkerd's validator or its controller refuses the profile. One invalid route or retry budget drops the whole profile, including the split; some mistakes stop the profiles of the whole cluster.",
    example: 'kind: ServiceProfile\nspec:\n  routes:\n  - name: GET /      # no condition',
  },
  'profile-namespace-mismatch': {
    cause:
      'The name of the profile, or one of its authorities, has another namespace than the profile itself. This happens when a Kustomize base is converted and an overlay then sets the namespace. Linkerd does not find the profile, or sends traffic to the wrong namespace.',
    example: 'kind: ServiceProfile\nmetadata:\n  name: web.default.svc.cluster.local\n  namespace: prod',
  },
  'apex-headless': {
    cause:
      'A proxy looks the profile up by the cluster IP that the client connects to. A headless Service and an ExternalName have no cluster IP, so the profile is not read. Linkerd accepts no HTTPRoute on such a Service.',
    example: 'kind: Service\nmetadata: {name: web}\nspec:\n  clusterIP: None',
  },
  'backend-external-name': {
    cause:
      'Linkerd does not resolve an ExternalName as a backend: its share of the traffic goes to the other backends.',
    example: 'kind: Service\nmetadata: {name: web-v2}\nspec:\n  type: ExternalName\n  externalName: example.org',
  },
  'backend-port-missing': {
    cause:
      'Traffic to a port of the apex goes to the same port of every backend, unless an override names another one. If the Service of a backend does not declare that port, Linkerd uses it on the pods of the backend directly, and their share of the traffic fails unless they listen on it.',
    example:
      'kind: Service\nmetadata: {name: web}\nspec: {ports: [{port: 80}]}\n---\nkind: Service\nmetadata: {name: web-v1}\nspec: {ports: [{port: 8080}]}',
  },
  'route-ignored': {
    cause:
      'A profile with overrides takes precedence over HTTPRoutes and GRPCRoutes of the Service: Linkerd ignores them.',
    example: 'kind: HTTPRoute\nspec:\n  parentRefs:\n  - {kind: Service, group: core, name: web}',
  },
  'annotation-ignored': {
    cause:
      'While a profile is in force, Linkerd ignores annotations of the Service for retries, timeouts and circuit breaking.',
    example: 'kind: Service\nmetadata:\n  name: web\n  annotations:\n    retry.linkerd.io/http: 5xx',
  },
  'split-skipped': {
    cause: 'A TrafficSplit with the annotation smi.linkerd.io/skip is not converted and not checked any further.',
    example: 'kind: TrafficSplit\nmetadata:\n  annotations:\n    smi.linkerd.io/skip: "true"',
  },
  'split-local-config': {
    cause:
      'The annotation config.kubernetes.io/local-config, with any value but "false", says that the object is never applied to a cluster, so it is not converted.',
    example: 'kind: TrafficSplit\nmetadata:\n  annotations:\n    config.kubernetes.io/local-config: "true"',
  },
  'failover-controlled': {
    cause:
      'linkerd-failover changes the weights of this TrafficSplit when a backend fails. A profile would freeze them at their values in Git, and failover would stop working.',
    example: 'kind: TrafficSplit\nmetadata:\n  labels:\n    failover.linkerd.io/controlled-by: linkerd-failover',
  },
  'controller-owned': {
    cause:
      'Flagger or Argo Rollouts changes the weights of this TrafficSplit during a rollout. A profile would freeze them at their values in Git.',
    example: 'kind: TrafficSplit\nmetadata:\n  ownerReferences:\n  - {kind: Canary, name: web}',
  },
  'splits-at-run-time': {
    cause:
      'The controller creates TrafficSplits in the cluster, so they are not in any manifest. As long as it does, only the smi-adaptor can turn them into profiles.',
    example: 'kind: Canary\nspec:\n  provider: linkerd',
  },
  'served-by-function': {
    cause:
      'Every outermost kustomization that deploys the file lists this program in `transformers:`, or is rendered by the plugin smi2linkerd-kustomize of Argo CD, so each build writes its own profile; a chart or a directory is rendered by the plugin smi2linkerd-helm or smi2linkerd in each Application of the input that has it. The file is left unchanged. Flux runs no functions: what it deploys is not served.',
    example:
      '# overlays/prod/kustomization.yaml\nnamePrefix: prod-\nresources: [../../base]\ntransformers: [smi2linkerd.yaml]',
  },
  'kustomize-patch': {
    cause:
      'A kustomization in the input uses this file as a patch, or the object has a directive of patches such as $patch: it holds a part of a TrafficSplit, not one that is deployed. Kustomize prints what is listed under `resources:` with its directive, and so does a stream: the API server does not know that field.',
    example: '# overlays/prod/kustomization.yaml\npatches:\n- path: weights.yaml   # kind: TrafficSplit',
  },
  'version-never-served': {
    cause:
      'The smi-adaptor only supports v1alpha1 and v1alpha2, so it never turned a TrafficSplit of a later version into a profile. After the conversion this split takes effect for the first time.',
    example: 'apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit',
  },
  'weight-fraction': {
    cause:
      'SMI asks for whole numbers, but the API server accepts a fraction, and the smi-adaptor writes it as a quantity (0.5 is 500m). So does the conversion.',
    example: 'apiVersion: split.smi-spec.io/v1alpha2\nspec:\n  backends:\n  - service: web-v1\n    weight: 0.5',
  },
  'namespace-from-kustomization': {
    cause:
      'The TrafficSplit has no namespace, and every kustomization in the input that lists its file sets the same one. The TrafficSplit will be deployed in that namespace.',
    example: '# kustomization.yaml\nnamespace: shop\nresources: [split.yaml]',
  },
  'service-renamed': {
    cause:
      'Kustomize renames Services and HTTPRouteGroups by namePrefix or nameSuffix, but does not change their names in a TrafficSplit. Exactly one of them had this name before, so the profile or route uses its new name.',
    example: '# kustomization.yaml\nnamePrefix: blue-\ntransformers: [smi2linkerd.yaml]',
  },
  'half-renamed': {
    cause:
      'Kustomize renames the Service of the apex, but no Service has or had the name of this backend. The split would send traffic to a Service that does not exist.',
    example:
      '# kustomization.yaml\nnamePrefix: blue-      # Service web is blue-web; no Service was ever web-v2\ntransformers: [smi2linkerd.yaml]',
  },
  'metadata-form': {
    cause:
      'The API server refuses an object with a label or annotation that is not a string, so this TrafficSplit never reached a cluster. The profile gets the value as a string.',
    example: 'kind: TrafficSplit\nmetadata:\n  labels:\n    version: 2 # has to be "2"',
  },
  'cluster-dump': {
    cause:
      'The object has fields that only a cluster sets. Only spec, name, labels and annotations of a TrafficSplit are converted. In a ServiceProfile only the spec and one annotation are changed, and its uid or resourceVersion can make kubectl apply fail.',
    example: 'kind: TrafficSplit\nmetadata:\n  uid: 6e6ffd3c-2f0c-4a86-8d0f-0a6bdb0d8d0c',
  },
  'apex-split-alternative': {
    cause:
      'Several files hold the same TrafficSplit with different weights, to be applied one after the other. Each gets its own profile in its own file.',
    example: '# 100-0.yaml   TrafficSplit web, weights 100 and 0\n# 75-25.yaml   TrafficSplit web, weights 75 and 25',
  },
  'apex-split-in-files': {
    cause:
      'TrafficSplits with different names in different files split the same apex. If both are applied, both need the same profile, and the last one applied wins.',
    example: '# blue.yaml    TrafficSplit blue, service web\n# green.yaml   TrafficSplit green, service web',
  },
  'split-embedded': {
    cause:
      'The TrafficSplit is part of another object: a Crossplane Object, an OpenShift Template, a ManifestWork, the values of a HelmRelease, a string of a ConfigMap or a Secret (in base64, too), or a file that a kustomization makes part of one (configMapGenerator, secretGenerator). Only the controller of such an object knows what may be in it, so nothing is changed.',
    example:
      'kind: Object\nspec:\n  forProvider:\n    manifest:\n      apiVersion: split.smi-spec.io/v1alpha2\n      kind: TrafficSplit',
  },
  'smi-leftover': {
    cause:
      'This object refers to TrafficSplits: a CRD, a role, a policy, an AppProject, a file of name references. The reference is not needed any more once all TrafficSplits are removed; the object may still be, if it has another use. The same goes for what installs the smi-adaptor: a HelmRelease, an Application, a kustomization or another chart with the chart linkerd-smi, or a workload with the image of the adaptor. That chart owns the CRD, so removing it deletes every TrafficSplit in the cluster.',
    example: 'kind: ClusterRole\nrules:\n- apiGroups: [split.smi-spec.io]\n  resources: [trafficsplits]',
  },
  'project-forbids-profile': {
    cause:
      'Argo CD syncs only the kinds that the AppProject allows. This one allows TrafficSplits but not the ServiceProfiles that replace them, so the sync would fail.',
    example:
      'kind: AppProject\nspec:\n  namespaceResourceWhitelist:\n  - {group: split.smi-spec.io, kind: TrafficSplit}',
  },
  'file-emptied': {
    cause:
      'The file held nothing but the TrafficSplit, and its profile is in another file. smi2linkerd never deletes a file, but Kustomize refuses a resource file without an object. kpt deletes a file whose items a function takes out: then Kustomize does not find it.',
    example: '# split.yaml      only comments are left\n# kustomization.yaml\nresources: [split.yaml, profile.yaml]',
  },
  'file-unnamed': {
    cause:
      'kpt writes YAML into a file whatever it is called. So what a TrafficSplit in a .json file becomes is in a .yaml file beside it, and Kustomize builds only the files that a kustomization names.',
    example:
      '# split.json      holds the TrafficSplit\n# split.yaml      holds its ServiceProfile\n# kustomization.yaml\nresources: [split.json]',
  },
  'file-ignored': {
    cause:
      'In directories and patterns, files that .gitignore excludes are skipped: most are rendered from others. A file that was added before the rule, or with git add --force, is in Git all the same and may be deployed. git check-ignore -v --no-index FILE shows the rule, git ls-files FILE whether Git holds it. Links in directories are not followed, so that nothing is written elsewhere; kubectl apply reads them. A link to a file that the call reads by its own path is not named.',
    example: '# .gitignore\nout/\n# out/split.yaml\nkind: TrafficSplit',
  },
};
