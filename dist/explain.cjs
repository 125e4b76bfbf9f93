// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES
"use strict";var h=Object.defineProperty;var g=Object.getOwnPropertyDescriptor;var b=Object.getOwnPropertyNames;var y=Object.prototype.hasOwnProperty;var x=(e,t)=>{for(var i in t)h(e,i,{get:t[i],enumerable:!0})},S=(e,t,i,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let a of b(t))!y.call(e,a)&&a!==i&&h(e,a,{get:()=>t[a],enumerable:!(n=g(t,a))||n.enumerable});return e};var T=e=>S(h({},"__esModule",{value:!0}),e);var L={};x(L,{explainTo:()=>C});module.exports=T(L);var r={"yaml-syntax":{severity:"error",title:"The document is not valid YAML",fix:"correct the syntax at this position"},"not-utf8":{severity:"error",title:"The file is not UTF-8",fix:"convert the file to UTF-8, for example with iconv"},"template-skipped":{severity:"warning",title:"A template was left alone",fix:"render first: helm template CHART | smi2linkerd, or kustomize build DIR | smi2linkerd"},"invalid-config":{severity:"error",title:"The functionConfig is not valid",fix:"use a ConfigMap or a smi2linkerd.dev/v1alpha1 TrafficSplitTransformer with the keys of krm-function.yaml"},"out-of-date":{severity:"error",title:"A TrafficSplit has no up-to-date ServiceProfile",fix:"run smi2linkerd --write and commit the result"},"not-in-force":{severity:"error",title:"A TrafficSplit of the cluster is not carried by a profile of its own",fix:"keep the adaptor until this TrafficSplit has a profile that is in force, or is gone"},"unknown-version":{severity:"error",title:"The version of the TrafficSplit is unknown",fix:"use split.smi-spec.io/v1alpha1, v1alpha2, v1alpha3 or v1alpha4"},"invalid-trafficsplit":{severity:"error",title:"A field of the TrafficSplit is missing or of the wrong type",fix:"give the TrafficSplit spec.service and spec.backends, each backend a service and a weight"},"matches-unsupported":{severity:"error",title:"The TrafficSplit applies to matching requests only",fix:"remove spec.matches to split all traffic, or write a Gateway API HTTPRoute by hand"},"invalid-apex":{severity:"error",title:"The apex is not a Service that the profile can stand for",fix:"name a Service of the namespace of the TrafficSplit, without a port"},"invalid-backend":{severity:"error",title:"The backend is not a Service that Linkerd can resolve",fix:"name a Service of this cluster, without a port"},"invalid-weight":{severity:"error",title:"The weight is not a quantity of zero or more",fix:"use a whole number such as 50, or milli units such as 500m"},"weight-out-of-range":{severity:"error",title:"Linkerd cannot carry the weights",fix:"use smaller whole numbers in the same ratio"},"namespace-unknown":{severity:"error",title:"The namespace of the TrafficSplit is unknown",fix:"add metadata.namespace, or pass -n NAMESPACE"},"apex-split-twice":{severity:"error",title:"Two TrafficSplits split the same apex",fix:"keep one of the two"},"duplicate-profile":{severity:"error",title:"The ServiceProfile of the apex exists twice",fix:"keep one of the two"},"ambiguous-profile":{severity:"error",title:"The ServiceProfile that belongs to the TrafficSplit cannot be told",fix:"name the files that are applied together on one command line"},"profile-elsewhere":{severity:"error",title:"The ServiceProfile of the apex stands in a file that is deployed together with this one",fix:"put the TrafficSplit and the ServiceProfile in one file or directory"},"profile-in-other-directory":{severity:"warning",title:"Another directory holds a ServiceProfile of this name, with routes or a retry budget",fix:"if both are applied to one cluster, put them into one directory, or name both files in one call"},"service-missing":{severity:"info",title:"No Service of this name is seen, though others of the namespace are",fix:"correct the name, unless the Service is mirrored from another cluster or belongs to another repository"},"cluster-domain-doubtful":{severity:"warning",title:"Other ServiceProfiles have another cluster domain",fix:"pass the cluster domain of the cluster with --cluster-domain"},"cluster-domain-mismatch":{severity:"error",title:"A ServiceProfile of the apex uses another cluster domain",fix:"pass the cluster domain of the cluster with --cluster-domain"},"kustomize-rewrites":{severity:"error",title:"A kustomization rewrites the TrafficSplit",fix:"run the function in transformers: of the outermost kustomization, or kustomize build OVERLAY | smi2linkerd"},"cannot-insert":{severity:"error",title:"There is no place for the ServiceProfile",fix:"use --drop, or move the TrafficSplit to a YAML file"},"comment-dropped":{severity:"info",title:"A comment of the TrafficSplit is left out",fix:"write the comment that the tool needs on the ServiceProfile"},"name-normalised":{severity:"warning",title:"A dotted name of the own namespace was shortened",fix:"write the bare name of the Service"},"backend-other-namespace":{severity:"warning",title:"The backend is in another namespace",fix:"check that clients may reach that namespace; the smi-adaptor never routed there"},"unknown-field":{severity:"warning",title:"The TrafficSplit has a field that no version knows",fix:"remove the field or correct its name"},"weight-form":{severity:"warning",title:"The cluster refuses this form of weight",fix:"v1alpha1 takes whole numbers and quoted quantities, later versions take numbers"},"no-backends":{severity:"warning",title:"The TrafficSplit has no backends",fix:"name the backends, or delete the TrafficSplit"},"all-weights-zero":{severity:"warning",title:"All weights are zero",fix:"give at least one backend a weight above zero"},"duplicate-backend":{severity:"warning",title:"A backend is named twice",fix:"name each backend once, with the sum of its weights"},"nested-split":{severity:"warning",title:"A backend is the apex of another TrafficSplit",fix:"name the backends of the inner TrafficSplit here: Linkerd does not follow it"},"lookalike-group":{severity:"warning",title:"The group looks like SMI and is not",fix:"use apiVersion split.smi-spec.io/v1alpha1 to v1alpha4"},"profile-overwritten":{severity:"warning",title:"The overrides of an existing ServiceProfile are replaced",fix:"check which of the two is wanted: the TrafficSplit wins, as it does with the smi-adaptor"},"profile-skipped":{severity:"warning",title:"The ServiceProfile is marked to be left alone",fix:"remove smi.linkerd.io/skip from the ServiceProfile to have it converted"},"profile-stale":{severity:"warning",title:"A ServiceProfile that was made here has lost its TrafficSplit",fix:"bring the TrafficSplit back, or take spec.dstOverrides out of the ServiceProfile"},"profile-name-dead":{severity:"warning",title:"Linkerd never reads a ServiceProfile of this name",fix:"move its routes into the ServiceProfile <service>.<namespace>.svc.<cluster domain>, and delete it"},"profile-shadowed":{severity:"warning",title:"Clients of another namespace see another ServiceProfile",fix:"give that ServiceProfile the same dstOverrides, or delete it"},"profile-invalid":{severity:"warning",title:"Linkerd cannot load the ServiceProfile",fix:"correct the field: the whole profile would be dropped, the split included"},"profile-namespace-mismatch":{severity:"warning",title:"The names in a ServiceProfile disagree with its namespace",fix:"convert after the namespace is set: in the outermost kustomization, or on the output of kustomize build"},"apex-headless":{severity:"warning",title:"The Service of the apex has no cluster IP",fix:"give the Service a cluster IP: Linkerd reads no profile for a headless or ExternalName Service"},"backend-external-name":{severity:"warning",title:"The Service of a backend is an ExternalName",fix:"use a Service with endpoints: Linkerd skips this backend"},"backend-port-missing":{severity:"warning",title:"The Service of a backend lacks a port of the apex",fix:"add the port to the Service of the backend, or see that its pods listen on it"},"route-ignored":{severity:"warning",title:"The profile switches a route of the apex off",fix:"keep either the route or the split: Linkerd ignores routes of a Service whose profile has overrides"},"annotation-ignored":{severity:"warning",title:"The profile switches annotations of the apex Service off",fix:"move retries and timeouts to routes of the ServiceProfile, or drop the annotations"},"split-skipped":{severity:"info",title:"The TrafficSplit is marked to be left alone",fix:"remove smi.linkerd.io/skip from the TrafficSplit to have it converted"},"split-local-config":{severity:"info",title:"The TrafficSplit is local configuration",fix:"remove config.kubernetes.io/local-config to have it converted"},"failover-controlled":{severity:"warning",title:"linkerd-failover changes the weights at run time",fix:"keep the TrafficSplit and the smi-adaptor for it: a profile would freeze the weights"},"controller-owned":{severity:"warning",title:"A controller owns the TrafficSplit",fix:"move the Canary or Rollout to the Gateway API first: its controller rewrites the TrafficSplit"},"splits-at-run-time":{severity:"warning",title:"A controller writes TrafficSplits at run time",fix:"keep the smi-adaptor until the Canary or Rollout uses the Gateway API"},"served-by-function":{severity:"info",title:"Kustomize runs this program on the TrafficSplit",fix:"nothing to do: the profile is made when the kustomization is built"},"kustomize-patch":{severity:"warning",title:"The TrafficSplit is a Kustomize patch",fix:"convert what kustomize build prints: kustomize build DIR | smi2linkerd"},"version-never-served":{severity:"info",title:"No smi-adaptor ever served this version",fix:"check that the split is wanted: it takes effect now for the first time"},"weight-fraction":{severity:"info",title:"The weight is a fraction",fix:"nothing to do: it is written as a quantity; SMI asks for whole numbers"},"namespace-from-kustomization":{severity:"info",title:"The namespace comes from a kustomization",fix:"nothing to do; add metadata.namespace to say it in the manifest"},"service-renamed":{severity:"info",title:"Kustomize has renamed a Service of the split",fix:"nothing to do: the profile uses the new name"},"half-renamed":{severity:"warning",title:"Kustomize has renamed the apex of the split, and not its backend",fix:"give the backend the name of a Service that the kustomization deploys"},"metadata-form":{severity:"warning",title:"A label or an annotation is no text, so no cluster takes the TrafficSplit",fix:"put the value in quotes"},"cluster-dump":{severity:"info",title:"The object was copied out of a cluster",fix:"remove uid, managedFields and status from manifests in Git"},"apex-split-alternative":{severity:"info",title:"The same TrafficSplit stands in several files",fix:"nothing to do if one of the files is applied at a time"},"apex-split-in-files":{severity:"warning",title:"TrafficSplits of several files split the same apex",fix:"apply one of them at a time: the last one applied wins"},"split-embedded":{severity:"info",title:"A TrafficSplit is written inside another object, and is not converted",fix:"convert the manifests that come out of this object, or write the ServiceProfile in its place by hand"},"smi-leftover":{severity:"info",title:"A manifest still names TrafficSplits",fix:"remove it when the last TrafficSplit is gone"},"project-forbids-profile":{severity:"warning",title:"An Argo CD AppProject allows TrafficSplits but no ServiceProfiles",fix:"allow group linkerd.io, kind ServiceProfile in the AppProject"},"file-emptied":{severity:"warning",title:"Nothing but comments is left in the file",fix:"delete the file and its line in the kustomizations that name it"}},o=Object.keys(r);function m(e){return Object.hasOwn(r,e)}var u={"yaml-syntax":{cause:"The document mentions a TrafficSplit, or is the ServiceProfile of one, and cannot be parsed, so nobody can tell what it asks for. Other documents pass through, broken or not; sound documents of the same file are converted.",example:`kind: TrafficSplit
spec:
  backends: [{service: web-v1, weight: 50}`},"not-utf8":{cause:"Kubernetes reads manifests as UTF-8. A file that holds a TrafficSplit in another encoding is left as it is: an edit could damage the text around it.",example:`# saved as UTF-16 or Latin-1
kind: TrafficSplit`},"template-skipped":{cause:"A value that decides about the profile is a template action (Helm, envsubst) and has no value yet. In files it is a warning and the TrafficSplit is left alone; in a printed stream it is an error, because the missing profile would only be noticed in production.",example:`kind: TrafficSplit
spec:
  service: web
  backends:
  - service: web-v1
    weight: {{ .Values.weight }}`},"invalid-config":{cause:"The functionConfig decides how everything is converted, so a key or a value that is not known is refused instead of ignored. Nothing is converted, the items come back as they were, and the exit code is 2.",example:`functionConfig:
  apiVersion: smi2linkerd.dev/v1alpha1
  kind: TrafficSplitTransformer
  metadata: {name: convert}
  clusterDomian: example.org`},"out-of-date":{cause:"Under --check nothing is written, and a file that would change is work to do: the ServiceProfile of a TrafficSplit is missing, has other weights or backends, or lacks the annotation that was asked for; with --drop the TrafficSplit is still there. The text report lists the files on standard output instead.",example:`kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec:
  service: web
# and no ServiceProfile web.shop.svc.cluster.local`},"not-in-force":{cause:"An audit of a cluster (--check -) tells whether its TrafficSplits and the adaptor can go. This split was left alone, or its ServiceProfile is equal and does not split: it is marked by someone else, Linkerd cannot load it, the apex is headless, or clients of a namespace see another profile. Without the adaptor, or already now, its traffic goes elsewhere.",example:`kind: TrafficSplit
metadata:
  name: web
  namespace: shop
  labels:
    failover.linkerd.io/controlled-by: linkerd-failover`},"unknown-version":{cause:"SMI published split.smi-spec.io/v1alpha1 to v1alpha4. Another version of the group means fields that nobody defined, so nothing is guessed.",example:`apiVersion: split.smi-spec.io/v1beta1
kind: TrafficSplit`},"invalid-trafficsplit":{cause:"The Kubernetes API refuses such an object, or the smi-adaptor retries it for ever: without the apex, the backends and their weights there is no split.",example:`kind: TrafficSplit
spec:
  service: web
  backends:
  - service: web-v1`},"matches-unsupported":{cause:"spec.matches limits a TrafficSplit to some requests; the others go to the apex unsplit. A ServiceProfile cannot say that: it would split all traffic. Only a Gateway API HTTPRoute can carry it.",example:`apiVersion: split.smi-spec.io/v1alpha4
kind: TrafficSplit
spec:
  service: web
  matches:
  - kind: HTTPRouteGroup
    name: beta-users`},"invalid-apex":{cause:"Linkerd finds a profile by the name <service>.<namespace>.svc.<cluster domain> in the namespace of the Service. An apex in another namespace, with another cluster domain, a port, a slash, upper case letters, or that is no DNS label has no such profile.",example:`metadata:
  namespace: shop
spec:
  service: web.other.svc.cluster.local`},"invalid-backend":{cause:"Linkerd resolves a backend by its authority, <service>.<namespace>.svc.<cluster domain>. A port, a slash, upper case letters, another cluster domain or a name that is no DNS label leads nowhere, and its share of the traffic would silently go to the other backends.",example:`spec:
  service: web
  backends:
  - service: shop/web-v1
    weight: 50`},"invalid-weight":{cause:"The weight is no Kubernetes quantity, has no digit before its suffix (Kubernetes reads `m` as 0), or is below zero. One such weight stops the smi-adaptor for the whole cluster, and a negative one becomes almost all of the traffic on its way to the proxies.",example:`backends:
- service: web-v1
  weight: 50%`},"weight-out-of-range":{cause:"Linkerd sends a weight to its proxies as ten times its thousandths, in 32 bits, and the proxies add them up in 32 bits. A sum above 429496.729 wraps around (900000:100000 becomes 29:71) or stops the proxy's update; what is finer than a thousandth is rounded up. The fix line shows the smallest whole numbers in the same ratio.",example:`backends:
- service: web-v1
  weight: 900000
- service: web-v2
  weight: 100000`},"namespace-unknown":{cause:"The namespace is part of the name of the profile and of every authority, and nothing rewrites it later: neither `kubectl -n` nor a namespace in a kustomization. So it has to be known when the profile is made.",example:`kind: TrafficSplit
metadata:
  name: web`},"apex-split-twice":{cause:"Both TrafficSplits ask for the same profile. The smi-adaptor would let the last one win and flap at every resync; there is no way to tell which is meant.",example:`kind: TrafficSplit
metadata: {name: blue, namespace: shop}
spec: {service: web}
---
kind: TrafficSplit
metadata: {name: green, namespace: shop}
spec: {service: web}`},"duplicate-profile":{cause:"Two ServiceProfiles of one name and namespace are deployed together: Kustomize refuses them, and with kubectl the last one wins. It cannot be told which of them is to carry the split.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
---
kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}`},"ambiguous-profile":{cause:"Several files, equally near to the TrafficSplit, hold a ServiceProfile of the name it asks for. They may be alternatives; changing the wrong one would move traffic.",example:`# web/split.yaml       TrafficSplit web
# web/profile-a.yaml   ServiceProfile web.shop.svc.cluster.local
# web/profile-b.yaml   ServiceProfile web.shop.svc.cluster.local`},"profile-elsewhere":{cause:"The ServiceProfile that the TrafficSplit asks for stands in another place that is deployed together with it. A second profile beside the split would take the routes of the first away on kubectl apply, and Kustomize refuses two of one name.",example:`# overlays/prod/kustomization.yaml
resources:
- ../../base          # holds TrafficSplit web
- ../../profiles      # holds ServiceProfile web.shop.svc.cluster.local`},"profile-in-other-directory":{cause:"A ServiceProfile of the name that the TrafficSplit asks for is in a directory that is not deployed with the TrafficSplit as far as can be seen. It keeps more than traffic weights (routes, a retry budget). If both directories are applied to one cluster, the profile that is made here takes the place of that one, and its routes are lost.",example:`# web/split.yaml          TrafficSplit web
# profiles/web.yaml       ServiceProfile web.shop.svc.cluster.local with spec.routes`},"service-missing":{cause:"The input holds Services of the namespace of the TrafficSplit, and none with the name of its apex or of one of its backends. Linkerd sends no traffic to a backend that does not exist. Mirrored Services and Services of other repositories cannot be seen, so this is an information; it is a warning where a Service has nearly this name.",example:`spec:
  backends:
  - service: web-v22   # the Services are called web, web-v1 and web-v2
    weight: 10`},"cluster-domain-doubtful":{cause:"ServiceProfiles of other services have a cluster domain that is not the one of this run, and none has the one of this run. Linkerd reads a profile only under the domain of its cluster, so the profiles that are made here may never be read.",example:`kind: ServiceProfile
metadata:
  name: api.shop.svc.east.example.com   # --cluster-domain is cluster.local`},"cluster-domain-mismatch":{cause:"A ServiceProfile for the apex stands there under another cluster domain than the one that is used here. Linkerd reads only the profile of its own cluster domain, so one of the two is never found.",example:`kind: ServiceProfile
metadata:
  name: web.shop.svc.example.org   # --cluster-domain is cluster.local
  namespace: shop`},"kustomize-rewrites":{cause:"A kustomization, a Flux Kustomization or an Argo CD Application changes the TrafficSplit (a patch, a namespace, a prefix or suffix, a replacement), and would not change the profile in the same way: its name and its authorities are whole DNS names that Kustomize does not know. So the conversion has to come after the kustomization. Under a prefix or suffix only a function knows the new names of the Services; the output of kustomize build has lost what they were called before.",example:`# overlays/prod/kustomization.yaml
namePrefix: blue-
resources: [../../base]`},"cannot-insert":{cause:"The place cannot take the change: a .json file holds one object, the ServiceProfile is written with anchors, aliases or explicit keys that other fields share, or the TrafficSplit to be dropped holds an anchor that another object uses.",example:'{"apiVersion": "split.smi-spec.io/v1alpha2", "kind": "TrafficSplit"}'},"comment-dropped":{cause:'Tools read some comments: kpt-set: and kpt-merge: of kpt, {"$ref": …} and {"$imagepolicy": …} of setters, the modeline of yaml-language-server. On another value such a comment would change it at the next run, or check it against the wrong schema, so under --drop it goes with the value it was written for.',example:"spec:\n  service: web # kpt-set: ${svc}"},"name-normalised":{cause:"SMI speaks of the FQDN of the apex, people write `web.shop` or `web.shop.svc.cluster.local`. The smi-adaptor appends namespace and cluster domain once more, to a name that Linkerd never reads. Here the name is taken apart first.",example:`metadata: {namespace: shop}
spec:
  service: web.shop.svc.cluster.local`},"backend-other-namespace":{cause:"Linkerd routes to a Service of any namespace, so the profile does what the TrafficSplit says. The smi-adaptor writes an authority that leads nowhere, so the split takes effect now for the first time.",example:`metadata: {namespace: shop}
spec:
  backends:
  - service: web-v2.canary
    weight: 10`},"unknown-field":{cause:"The field is in no version of TrafficSplit: the API server drops it, or refuses it under strict validation. Mostly it is a typo of another field.",example:`spec:
  service: web
  backend: []`},"weight-form":{cause:"The CRD of this version refuses the weight as it is written (v1alpha1 takes whole numbers and strings, later versions take numbers), so this TrafficSplit never reached a cluster. What it means is clear, and it is converted.",example:`apiVersion: split.smi-spec.io/v1alpha2
spec:
  backends:
  - service: web-v1
    weight: "900m"`},"no-backends":{cause:"Without backends all traffic goes to the apex. No profile is made; one that exists loses its dstOverrides, as it does with the smi-adaptor.",example:`spec:
  service: web
  backends: []`},"all-weights-zero":{cause:"Proxies drop backends of weight 0; with none left they ignore the overrides, and the apex gets all traffic. It is not blocked.",example:`backends:
- service: web-v1
  weight: 0
- service: web-v2
  weight: 0`},"duplicate-backend":{cause:"The weights of a backend that is named twice are added up: proxies before Linkerd 2.17 can crash on two overrides of one authority, later ones add them up as well.",example:`backends:
- service: web-v1
  weight: 40
- service: web-v1
  weight: 60`},"nested-split":{cause:"A proxy looks a backend up by its endpoints, not by another profile: the TrafficSplit of the backend has no effect on traffic that comes this way.",example:`kind: TrafficSplit
spec:
  service: web
  backends: [{service: web-v1, weight: 1}]
---
kind: TrafficSplit
spec:
  service: web-v1`},"lookalike-group":{cause:"The kind is TrafficSplit and the group is not that of SMI, or there is none. Other projects use the name, and people misspell the group; such an object is left alone.",example:`apiVersion: split.smi-specs.io/v1alpha2
kind: TrafficSplit`},"profile-overwritten":{cause:"The ServiceProfile had overrides with other authorities or weights. The TrafficSplit wins, as it does with the smi-adaptor; Linkerd 2.11 did it the other way round.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local}
spec:
  dstOverrides:
  - authority: web-v1.shop.svc.cluster.local
    weight: "1"`},"profile-skipped":{cause:'The smi-adaptor leaves a profile with the annotation smi.linkerd.io/skip alone, whatever its value, also "false". A value other than smi2linkerd is the word of its owner, so profile and TrafficSplit stay as they are.',example:`kind: ServiceProfile
metadata:
  annotations:
    smi.linkerd.io/skip: "true"`},"profile-stale":{cause:"The annotation says that the profile was made from a TrafficSplit that stands, and no TrafficSplit of the call asks for it. It still splits the traffic. A profile whose TrafficSplit was taken out by --drop says smi2linkerd-dropped, and is as it should be.",example:`kind: ServiceProfile
metadata:
  annotations:
    smi.linkerd.io/skip: smi2linkerd   # its TrafficSplit is nowhere`},"profile-name-dead":{cause:"Linkerd asks for a profile by the full name of a Service. One that has just the name of the Service, or any other name, is stored and never read.",example:`kind: ServiceProfile
metadata:
  name: web        # not web.shop.svc.cluster.local
  namespace: shop`},"profile-shadowed":{cause:"A proxy takes the profile of its own namespace before that of the Service, and never merges the two: clients of that namespace see this profile, and not the split.",example:`kind: ServiceProfile
metadata:
  name: web.shop.svc.cluster.local
  namespace: frontend`},"profile-invalid":{cause:"Linkerd's validator or its controller refuses the profile. One bad route or retry budget drops the whole profile, the split included; some mistakes stop the profiles of the whole cluster.",example:`kind: ServiceProfile
spec:
  routes:
  - name: GET /      # no condition`},"profile-namespace-mismatch":{cause:"The namespace in the name of the profile, or in its authorities, is not the one it is in. It is what a conversion in a Kustomize base looks like after an overlay has set the namespace: Linkerd finds nothing, or sends traffic to the wrong namespace.",example:`kind: ServiceProfile
metadata:
  name: web.default.svc.cluster.local
  namespace: prod`},"apex-headless":{cause:"A proxy finds the profile by the cluster IP that it dials. A headless Service and an ExternalName have none, so the profile is not read.",example:`kind: Service
metadata: {name: web}
spec:
  clusterIP: None`},"backend-external-name":{cause:"Linkerd does not resolve an ExternalName as a backend: its share of the traffic goes to the others.",example:`kind: Service
metadata: {name: web-v2}
spec:
  type: ExternalName
  externalName: example.org`},"backend-port-missing":{cause:"The profile carries no port: each client uses the port that it dials, on every backend. Where the Service of a backend does not declare it, Linkerd sends to that very port on the pods of the backend: their share fails unless they listen on it.",example:`kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}]}
---
kind: Service
metadata: {name: web-v1}
spec: {ports: [{port: 8080}]}`},"route-ignored":{cause:"A profile with overrides takes precedence over HTTPRoutes and GRPCRoutes of the Service, and they are ignored.",example:`kind: HTTPRoute
spec:
  parentRefs:
  - {kind: Service, group: core, name: web}`},"annotation-ignored":{cause:"While a profile is in force, Linkerd ignores what annotations of the Service say about retries, timeouts and circuit breaking.",example:`kind: Service
metadata:
  name: web
  annotations:
    retry.linkerd.io/http: 5xx`},"split-skipped":{cause:"The annotation smi.linkerd.io/skip on a TrafficSplit asks for it to be left alone. Nothing else is said about it.",example:`kind: TrafficSplit
metadata:
  annotations:
    smi.linkerd.io/skip: "true"`},"split-local-config":{cause:"config.kubernetes.io/local-config says that the object is never applied to a cluster.",example:`kind: TrafficSplit
metadata:
  annotations:
    config.kubernetes.io/local-config: "true"`},"failover-controlled":{cause:"linkerd-failover changes the weights of this TrafficSplit when a backend fails. A profile would freeze them at what Git says, and failover would stop working.",example:`kind: TrafficSplit
metadata:
  labels:
    failover.linkerd.io/controlled-by: linkerd-failover`},"controller-owned":{cause:"Flagger or Argo Rollouts writes the weights of this TrafficSplit during a roll-out. A profile would freeze them at what Git says.",example:`kind: TrafficSplit
metadata:
  ownerReferences:
  - {kind: Canary, name: web}`},"splits-at-run-time":{cause:"The controller makes TrafficSplits in the cluster, where no converter of manifests sees them. As long as it does, only an adaptor turns them into profiles.",example:`kind: Canary
spec:
  provider: linkerd`},"served-by-function":{cause:"Every outermost kustomization that deploys the file lists this program in `transformers:`, so each build makes the profile that fits it. The file stays as it is.",example:`# overlays/prod/kustomization.yaml
namePrefix: prod-
resources: [../../base]
transformers: [smi2linkerd.yaml]`},"kustomize-patch":{cause:"A kustomization of the call uses this file as a patch: what is written in it is a part of a TrafficSplit, not one that is deployed.",example:`# overlays/prod/kustomization.yaml
patches:
- path: weights.yaml   # kind: TrafficSplit`},"version-never-served":{cause:"The smi-adaptor is served v1alpha1 and v1alpha2 only, so a TrafficSplit of a later version was never turned into a profile. Converted, it takes effect for the first time.",example:`apiVersion: split.smi-spec.io/v1alpha4
kind: TrafficSplit`},"weight-fraction":{cause:"The cluster takes a fraction and the smi-adaptor writes it as a quantity (0.5 is 500m), though SMI asks for whole numbers.",example:`apiVersion: split.smi-spec.io/v1alpha2
spec:
  backends:
  - service: web-v1
    weight: 0.5`},"namespace-from-kustomization":{cause:"The TrafficSplit says no namespace, and every kustomization of the call that lists its file sets the same one. That is the namespace it will have.",example:`# kustomization.yaml
namespace: shop
resources: [split.yaml]`},"service-renamed":{cause:"Kustomize has renamed Services by namePrefix or nameSuffix, and does not know that a TrafficSplit names them. Exactly one Service had the name before, so the profile uses its new name.",example:`# kustomization.yaml
namePrefix: blue-
transformers: [smi2linkerd.yaml]`},"half-renamed":{cause:"Kustomize has renamed the Service of the apex, and no Service has, or had, the name of this backend: the split would send traffic to a name that nobody answers.",example:`# kustomization.yaml
namePrefix: blue-      # Service web is blue-web; no Service was ever web-v2
transformers: [smi2linkerd.yaml]`},"metadata-form":{cause:"The API server takes labels and annotations that are texts and refuses the whole object for any other, so this TrafficSplit never reached a cluster. The profile gets the value as text.",example:`kind: TrafficSplit
metadata:
  labels:
    version: 2 # has to be "2"`},"cluster-dump":{cause:"The object was exported from a cluster. Of a TrafficSplit only spec, name, labels and annotations are used; a profile is changed in its spec alone, and its uid can stand in the way when it is applied.",example:`kind: TrafficSplit
metadata:
  uid: 6e6ffd3c-2f0c-4a86-8d0f-0a6bdb0d8d0c`},"apex-split-alternative":{cause:"Several files hold the same TrafficSplit with other weights, to be applied in turn. Each gets its own profile, in its own file.",example:`# 100-0.yaml   TrafficSplit web, weights 100 and 0
# 75-25.yaml   TrafficSplit web, weights 75 and 25`},"apex-split-in-files":{cause:"TrafficSplits of different names in different files split one apex. If both are applied, both ask for one profile, and the last one applied wins.",example:`# blue.yaml    TrafficSplit blue, service web
# green.yaml   TrafficSplit green, service web`},"split-embedded":{cause:"Another object carries the TrafficSplit to a cluster: a Crossplane Object, an OpenShift Template, a ManifestWork, the values of a HelmRelease, a text in a ConfigMap. What such an object may hold is for its controller to say, so nothing is changed in it.",example:`kind: Object
spec:
  forProvider:
    manifest:
      apiVersion: split.smi-spec.io/v1alpha2
      kind: TrafficSplit`},"smi-leftover":{cause:"The TrafficSplits go, and this object still speaks of them: a CRD, a role, a policy, a project.",example:`kind: ClusterRole
rules:
- apiGroups: [split.smi-spec.io]
  resources: [trafficsplits]`},"project-forbids-profile":{cause:"Argo CD syncs only the kinds that the AppProject allows. This one allows TrafficSplits and not the ServiceProfiles that take their place, so the sync would fail.",example:`kind: AppProject
spec:
  namespaceResourceWhitelist:
  - {group: split.smi-spec.io, kind: TrafficSplit}`},"file-emptied":{cause:"The TrafficSplit was all that the file held, and its profile stands in another file. No file is ever deleted here; Kustomize refuses a resource file without an object.",example:`# split.yaml      only comments are left
# kustomization.yaml
resources: [split.yaml, profile.yaml]`}};var P=79;function v(e){let{title:t,severity:i,fix:n}=r[e],{cause:a,example:s}=u[e],c=`${e} (${i}): ${A(t)}`;return`${p(c)}
${p(a)}
Example:

${z(s)}
${p(`Fix: ${n}.`)}`}function w(){let e=Math.max(...o.map(t=>t.length));return o.map(t=>`${t.padEnd(e)}  ${r[t].severity.padEnd(7)}  ${r[t].title}
`).join("")}function A(e){return/^[A-Z](?![A-Z])[a-z ]/.test(e)&&!/^(?:Argo|Linkerd|Kustomize|TrafficSplit)/.test(e)?e.charAt(0).toLowerCase()+e.slice(1):e}function z(e){return e.split(`
`).map(t=>`${t===""?"":`  ${t}`}
`).join("")}function p(e){let t=[],i="";for(let n of e.split(/\s+/))i!==""&&i.length+1+n.length>P?(t.push(i),i=n):i=i===""?n:`${i} ${n}`;return`${[...t,i].join(`
`)}
`}function k(e,t){let i=Math.max(1,Math.floor(e.length/3)),n;for(let a of t){if(e.length>60||Math.abs(a.length-e.length)>i)continue;let s=j(e.toLowerCase(),a.toLowerCase());s<=i&&(n===void 0||s<n.distance)&&(n={word:a,distance:s})}return n?.word}function j(e,t){let i=[Array.from({length:t.length+1},(a,s)=>s)],n=(a,s)=>i[a]?.[s]??0;for(let a=1;a<=e.length;a+=1){i.push([a]);for(let s=1;s<=t.length;s+=1){let c=e[a-1]===t[s-1]?0:1,f=Math.min(n(a-1,s)+1,n(a,s-1)+1,n(a-1,s-1)+c);e[a-1]===t[s-2]&&e[a-2]===t[s-1]&&(f=Math.min(f,n(a-2,s-2)+1)),i[a]?.push(f)}}return n(e.length,t.length)}var d={done:0,findings:1,usage:2,bug:70},l=class extends Error{name="UsageError";fix;constructor(t,i){super(t),this.fix=i}};function C(e,t){if(t===!0)return e.write(1,w()),d.done;if(!m(t)){let i=k(t,o);throw new l(`there is no diagnostic ${JSON.stringify(t)}`,i===void 0?"smi2linkerd --explain lists all":`did you mean ${i}?`)}return e.write(1,v(t)),d.done}0&&(module.exports={explainTo});
