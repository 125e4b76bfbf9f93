// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES
"use strict";var S=Object.defineProperty;var ne=Object.getOwnPropertyDescriptor;var ae=Object.getOwnPropertyNames;var re=Object.prototype.hasOwnProperty;var se=(e,t)=>{for(var i in t)S(e,i,{get:t[i],enumerable:!0})},le=(e,t,i,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of ae(t))!re.call(e,n)&&n!==i&&S(e,n,{get:()=>t[n],enumerable:!(o=ne(t,n))||o.enumerable});return e};var ce=e=>le(S({},"__esModule",{value:!0}),e);var Me={};se(Me,{htmlForm:()=>Le});module.exports=ce(Me);function h(e){return e.replace(/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,t=>`\\u${t.charCodeAt(0).toString(16).padStart(4,"0")}`)}var f=`kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec:
  service: web`,$=`kind: HTTPRoute
metadata: {name: by-hand, namespace: shop}
spec:
  parentRefs: [{group: core, kind: Service, name: web, port: 8080}]`,L={"ports-unknown":{cause:"An HTTPRoute names a port of its Service: without one its backends would get the requests of all ports of the apex on a single port. The Service of the apex is not among the manifests, or copies of it disagree, and no --port says which ports it has.",example:`${f}   # no Service web is given`},"port-unknown":{cause:"The Service of the apex is among the manifests and does not have the port that --port names for it. A route on a port that the Service lacks is never in force.",example:`# smi2linkerd --target httproute --port web=9090
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 8080}]`},"port-not-http":{cause:"Linkerd forwards the connections of an opaque port as they are, and reads no HTTPRoute there, though the status of the route says Accepted. A port is opaque by the annotation config.linkerd.io/opaque-ports of the Service or its Namespace, by the default list (25, 587, 3306, 4444, 5432, 6379, 9300, 11211), or by an appProtocol other than http and kubernetes.io/h2c. Other ports of the apex get their routes; where it is the only one, nothing is converted. A ServiceProfile splits the connections of such a port.",example:`kind: Service
metadata: {name: web}
spec:
  ports: [{port: 6379}]`},"too-many-backends":{cause:"The HTTPRoute CRD takes at most 16 backendRefs in a rule, and every request of a split is decided by one rule.",example:`${f}
  backends: [{service: web-1, weight: 1}, {service: web-2, weight: 1}]   # and 15 more`},"routegroup-missing":{cause:"spec.matches of the TrafficSplit names an HTTPRouteGroup that is not in its unit: what requests it is about is not known, so nothing is written.",example:`${f}
  matches: [{kind: HTTPRouteGroup, name: beta-users}]`},"ambiguous-routegroup":{cause:"Two HTTPRouteGroups of the name that the TrafficSplit asks for are in its unit, and say different things. The wrong one would send requests elsewhere.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches: [{name: a, pathRegex: /a}]
---
kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches: [{name: a, pathRegex: /b}]`},"invalid-routegroup":{cause:"The HTTPRouteGroup has no matches, a match without any condition, or a field of another type than SMI says. What requests are meant cannot be read from it.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: everyone`},"match-unsupported":{cause:"What the match asks for cannot be said in an HTTPRoute so that Linkerd does it: another kind than HTTPRouteGroup, a method or header that the CRD refuses, or a regular expression that Linkerd's engine (Rust's regex) does not compile or reads in another way than RE2 and JavaScript do. Linkerd's webhook denies a route with such an expression; where it does not run, the whole route is dropped while its status says Accepted, and all requests go to the apex.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: a
    pathRegex: /(?!admin).*`},"too-many-matches":{cause:"A rule of an HTTPRoute takes 8 matches under the CRDs before Gateway API 1.2, a route takes 16 rules, and the last rule is that of the requests which match nothing. So a route carries 120 matches; one with several methods counts once for each.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - {name: m1, pathRegex: /1}   # and 120 more`},"route-exists":{cause:"The apex has another route on the same port whose matches do not differ clearly from those of the split. Of two routes with equal matches Linkerd obeys the older one, so one of the two would be dead, and which one depends on when it was applied.",example:`${f}
---
${$}
  rules: [{backendRefs: [{name: web, port: 8080}]}]`},"route-name-taken":{cause:"The HTTPRoute of a TrafficSplit has its name. An HTTPRoute of that name and namespace is there and belongs to something else, so writing would replace it in the cluster.",example:`${f}
---
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{kind: Gateway, name: public}]`},"grpcroute-wins":{cause:"Linkerd takes one kind of route for a port. Beside a GRPCRoute with the same port the HTTPRoute is not accepted; beside one without a port it is accepted and ignored.",example:`${f}
---
kind: GRPCRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{group: core, kind: Service, name: web}]`},"profile-wins":{cause:"While a ServiceProfile of a Service has routes or dstOverrides that are not zero, Linkerd ignores the HTTPRoutes of the Service. One with routes says what a route cannot; one with other overrides disagrees with the TrafficSplit. Neither is taken away without being asked.",example:`${f}
---
kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec:
  routes: [{name: all, condition: {pathRegex: .*}}]`},"profile-routes":{cause:"With --profiles a ServiceProfile that only splits becomes an HTTPRoute. This one has routes, a retryBudget or opaquePorts too: per-route retries, timeouts, classes and metrics would be lost, so it stays as it is.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec:
  routes: [{name: all, condition: {pathRegex: .*}}]
  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]`},"profile-foreign":{cause:"The ServiceProfile is in another namespace than its Service: it is that of the clients there. A route for them is a consumer route, which is another object than the one for all clients.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: clients}`},"match-never":{cause:"Linkerd matches a path regex against the whole path, which begins with /. This one matches no text that does.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: m
    pathRegex: metrics`},"match-anchoring":{cause:"SMI does not say whether the pattern of a header is searched inside the value or stands for all of it. Its examples are written for the whole value, and so Linkerd matches. Traefik Mesh and FSM searched inside it. This pattern is neither open (.*) nor anchored (^, $) at both ends, so the two readings differ.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: m
    headers: {user-agent: Firefox}`},"match-everything":{cause:"One of the matches holds for every request, so the others limit nothing: the route splits all requests, as if spec.matches were not there.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: m
    pathRegex: .*`},"route-beside":{cause:"The apex has another route whose matches are all more specific than the path /. Both are in force: where the other one matches, it decides, and the split has the rest. A ServiceProfile of the apex would have switched it off.",example:`${f}
---
${$}
  rules: [{matches: [{path: {type: PathPrefix, value: /admin}}]}]`},"route-overwritten":{cause:"An HTTPRoute of the apex says the same as the split but for the weights, so it is that of the split. Its weights are replaced; nothing else of it changes.",example:`${$}
  rules: [{backendRefs: [{name: web, port: 8080, weight: 90}]}]`},"route-conflict":{cause:"Linkerd takes one kind of route for a port: beside an HTTPRoute a TCPRoute or TLSRoute of the same port is not accepted.",example:`${f}
---
kind: TCPRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{group: core, kind: Service, name: web, port: 8080}]`},"route-stale":{cause:"The annotation smi2linkerd.dev/trafficsplit says that the HTTPRoute was made from a TrafficSplit, which is not there any more. The route still splits the requests of its Service.",example:`kind: HTTPRoute
metadata:
  name: web
  namespace: shop
  annotations: {smi2linkerd.dev/trafficsplit: web}`},"annotation-active":{cause:"Annotations for circuit breaking, retries and timeouts of a Service are switched off as long as a ServiceProfile of it has overrides. Beside an HTTPRoute they are in force: those that had no effect before begin to act.",example:`kind: Service
metadata:
  name: web
  annotations: {retry.linkerd.io/http: 5xx}`},"project-forbids-route":{cause:"Argo CD applies only what the AppProject of an application allows. This one allows TrafficSplits and no HTTPRoutes: the converted application would not sync.",example:`kind: AppProject
spec:
  namespaceResourceWhitelist:
  - {group: split.smi-spec.io, kind: TrafficSplit}`},"ports-from-elsewhere":{cause:"The Service of the apex is not deployed together with the TrafficSplit. All Services of that name in the call have the same TCP ports, so those are used.",example:`# web/split.yaml      TrafficSplit web
# other/service.yaml  Service web, port 8080`},"profile-removed":{cause:"The ServiceProfile of the apex says what the TrafficSplit says and nothing else. While it is in the cluster Linkerd ignores the route, so it goes. Clients that are connected keep the path of the profile without its split until they are idle for 5 s or restart.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec:
  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]`},"profile-convertible":{cause:"A ServiceProfile with dstOverrides and nothing else in its spec says what an HTTPRoute can say. --profiles converts such profiles as TrafficSplits are converted, in their own place.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec:
  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]`},"adaptor-wins":{cause:"The TrafficSplit stays beside its route. As long as it is in the cluster, a running smi-adaptor makes a ServiceProfile of it, and Linkerd ignores the routes of a Service that has one. Nothing is wrong where no adaptor runs and its profiles are deleted.",example:`${f}   # converted without --drop`}};var j={...L,"yaml-syntax":{cause:"The document mentions a TrafficSplit, or is the ServiceProfile of one, and cannot be parsed, so nobody can tell what it asks for. Other documents pass through, broken or not; sound documents of the same file are converted.",example:`kind: TrafficSplit
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
  - service: web-v1`},"matches-unsupported":{cause:"spec.matches limits a TrafficSplit to some requests; the others go to the apex unsplit. A ServiceProfile cannot say that: it would split all traffic. A Gateway API HTTPRoute can, which --target httproute makes.",example:`apiVersion: split.smi-spec.io/v1alpha4
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
resources: [split.yaml, profile.yaml]`}};var H={"ports-unknown":{severity:"error",title:"The ports of the apex are unknown",fix:"pass --port, or give the file of the Service too"},"port-unknown":{severity:"error",title:"The Service of the apex has no such port",fix:"name a TCP port of the Service, or leave --port out"},"port-not-http":{severity:"warning",title:"Linkerd does not read HTTP on a port of the apex",fix:"drop or correct the opaque-ports annotation or appProtocol of the Service, or use a TCPRoute (Linkerd 2.18 and up)"},"too-many-backends":{severity:"error",title:"The TrafficSplit has more backends than a route carries",fix:"use at most 16 backends"},"routegroup-missing":{severity:"error",title:"An HTTPRouteGroup of the TrafficSplit is not here",fix:"give the file of the HTTPRouteGroup too, or put it where the kustomization of the TrafficSplit lists it"},"ambiguous-routegroup":{severity:"error",title:"An HTTPRouteGroup exists twice, with different contents",fix:"keep one of the two, or name the files that are applied together on one command line"},"invalid-routegroup":{severity:"error",title:"A field of the HTTPRouteGroup is missing or of the wrong type",fix:"give each match methods, a pathRegex or headers"},"match-unsupported":{severity:"error",title:"A match has no faithful form in an HTTPRoute",fix:"write what should match in a form that Linkerd knows"},"too-many-matches":{severity:"error",title:"The TrafficSplit has more matches than a route carries",fix:"use at most 120 matches; a match with several methods counts once for each"},"route-exists":{severity:"error",title:"Another route already decides for the apex",fix:"keep one of the two: remove the other route, or the TrafficSplit"},"route-name-taken":{severity:"error",title:"Another HTTPRoute has the name that the new one would get",fix:"rename the TrafficSplit or the HTTPRoute"},"grpcroute-wins":{severity:"error",title:"A GRPCRoute of the apex takes precedence",fix:"write the weights into the backendRefs of the GRPCRoute, and remove the TrafficSplit"},"profile-wins":{severity:"error",title:"A ServiceProfile of the apex takes precedence over a route",fix:"remove the ServiceProfile, or pass --target serviceprofile"},"profile-routes":{severity:"error",title:"The ServiceProfile says more than a route can",fix:"keep the ServiceProfile, or replace its routes by annotations of the Service first"},"profile-foreign":{severity:"error",title:"The ServiceProfile belongs to clients of another namespace",fix:"write a route in the namespace of the clients by hand"},"match-never":{severity:"warning",title:"A path regex matches no path",fix:"begin it with /"},"match-anchoring":{severity:"warning",title:"A header regex is taken for the whole value",fix:"write .*V.* to search inside the value, or ^V$ for the whole of it"},"match-everything":{severity:"warning",title:"A match holds for every request",fix:"remove spec.matches to split all requests, or correct the match"},"route-beside":{severity:"warning",title:"Another route of the apex is in force too",fix:"check that both are wanted: where the more specific one matches, it decides"},"route-overwritten":{severity:"warning",title:"The weights of an existing HTTPRoute are replaced",fix:"check which of the two is wanted: the TrafficSplit wins"},"route-conflict":{severity:"warning",title:"A TCPRoute or TLSRoute of the apex is not accepted beside an HTTPRoute",fix:"keep one kind of route for the port"},"route-stale":{severity:"warning",title:"An HTTPRoute that was made here has lost its TrafficSplit",fix:"bring the TrafficSplit back, or delete the HTTPRoute, or take the annotation off to keep it"},"annotation-active":{severity:"warning",title:"Annotations of the apex Service come into force",fix:"check that they are wanted, or remove them: a ServiceProfile switched them off"},"project-forbids-route":{severity:"warning",title:"An Argo CD AppProject allows TrafficSplits but no HTTPRoutes",fix:"allow group gateway.networking.k8s.io, kind HTTPRoute in the AppProject"},"ports-from-elsewhere":{severity:"info",title:"The ports of the apex come from another place of the call",fix:"nothing to do; pass --port to say them"},"profile-removed":{severity:"info",title:"The ServiceProfile of the apex goes",fix:"deploy the route before the ServiceProfile is deleted, and restart the clients: see docs/httproute.md"},"profile-convertible":{severity:"info",title:"A ServiceProfile that only splits could become an HTTPRoute",fix:"pass --profiles to convert it too"},"adaptor-wins":{severity:"info",title:"A running smi-adaptor takes precedence over the route",fix:"remove the TrafficSplits, or stop the adaptor and delete its ServiceProfiles: see docs/httproute.md"}};var R={"yaml-syntax":{severity:"error",title:"The document is not valid YAML",fix:"correct the syntax at this position"},"not-utf8":{severity:"error",title:"The file is not UTF-8",fix:"convert the file to UTF-8, for example with iconv"},"template-skipped":{severity:"warning",title:"A template was left alone",fix:"render first: helm template CHART | smi2linkerd, or kustomize build DIR | smi2linkerd"},"invalid-config":{severity:"error",title:"The functionConfig is not valid",fix:"use a ConfigMap or a smi2linkerd.dev/v1alpha1 TrafficSplitTransformer with the keys of krm-function.yaml"},"out-of-date":{severity:"error",title:"A TrafficSplit has no up-to-date ServiceProfile",fix:"run smi2linkerd --write and commit the result"},"not-in-force":{severity:"error",title:"A TrafficSplit of the cluster is not carried by a profile of its own",fix:"keep the adaptor until this TrafficSplit has a profile that is in force, or is gone"},"unknown-version":{severity:"error",title:"The version of the TrafficSplit is unknown",fix:"use split.smi-spec.io/v1alpha1, v1alpha2, v1alpha3 or v1alpha4"},"invalid-trafficsplit":{severity:"error",title:"A field of the TrafficSplit is missing or of the wrong type",fix:"give the TrafficSplit spec.service and spec.backends, each backend a service and a weight"},"matches-unsupported":{severity:"error",title:"The TrafficSplit applies to matching requests only",fix:"pass --target httproute: an HTTPRoute can say it (in a functionConfig target: httproute)"},"invalid-apex":{severity:"error",title:"The apex is not a Service that the profile can stand for",fix:"name a Service of the namespace of the TrafficSplit, without a port"},"invalid-backend":{severity:"error",title:"The backend is not a Service that Linkerd can resolve",fix:"name a Service of this cluster, without a port"},"invalid-weight":{severity:"error",title:"The weight is not a quantity of zero or more",fix:"use a whole number such as 50, or milli units such as 500m"},"weight-out-of-range":{severity:"error",title:"Linkerd cannot carry the weights",fix:"use smaller whole numbers in the same ratio"},"namespace-unknown":{severity:"error",title:"The namespace of the TrafficSplit is unknown",fix:"add metadata.namespace, or pass -n NAMESPACE"},"apex-split-twice":{severity:"error",title:"Two TrafficSplits split the same apex",fix:"keep one of the two"},"duplicate-profile":{severity:"error",title:"The ServiceProfile of the apex exists twice",fix:"keep one of the two"},"ambiguous-profile":{severity:"error",title:"The ServiceProfile that belongs to the TrafficSplit cannot be told",fix:"name the files that are applied together on one command line"},"profile-elsewhere":{severity:"error",title:"The ServiceProfile of the apex stands in a file that is deployed together with this one",fix:"put the TrafficSplit and the ServiceProfile in one file or directory"},"profile-in-other-directory":{severity:"warning",title:"Another directory holds a ServiceProfile of this name, with routes or a retry budget",fix:"if both are applied to one cluster, put them into one directory, or name both files in one call"},"service-missing":{severity:"info",title:"No Service of this name is seen, though others of the namespace are",fix:"correct the name, unless the Service is mirrored from another cluster or belongs to another repository"},"cluster-domain-doubtful":{severity:"warning",title:"Other ServiceProfiles have another cluster domain",fix:"pass the cluster domain of the cluster with --cluster-domain"},"cluster-domain-mismatch":{severity:"error",title:"A ServiceProfile of the apex uses another cluster domain",fix:"pass the cluster domain of the cluster with --cluster-domain"},"kustomize-rewrites":{severity:"error",title:"A kustomization rewrites the TrafficSplit",fix:"run the function in transformers: of the outermost kustomization, or kustomize build OVERLAY | smi2linkerd"},"cannot-insert":{severity:"error",title:"There is no place for the ServiceProfile",fix:"use --drop, or move the TrafficSplit to a YAML file"},"comment-dropped":{severity:"info",title:"A comment of the TrafficSplit is left out",fix:"write the comment that the tool needs on the ServiceProfile"},"name-normalised":{severity:"warning",title:"A dotted name of the own namespace was shortened",fix:"write the bare name of the Service"},"backend-other-namespace":{severity:"warning",title:"The backend is in another namespace",fix:"check that clients may reach that namespace; the smi-adaptor never routed there"},"unknown-field":{severity:"warning",title:"The TrafficSplit has a field that no version knows",fix:"remove the field or correct its name"},"weight-form":{severity:"warning",title:"The cluster refuses this form of weight",fix:"v1alpha1 takes whole numbers and quoted quantities, later versions take numbers"},"no-backends":{severity:"warning",title:"The TrafficSplit has no backends",fix:"name the backends, or delete the TrafficSplit"},"all-weights-zero":{severity:"warning",title:"All weights are zero",fix:"give at least one backend a weight above zero"},"duplicate-backend":{severity:"warning",title:"A backend is named twice",fix:"name each backend once, with the sum of its weights"},"nested-split":{severity:"warning",title:"A backend is the apex of another TrafficSplit",fix:"name the backends of the inner TrafficSplit here: Linkerd does not follow it"},"lookalike-group":{severity:"warning",title:"The group looks like SMI and is not",fix:"use apiVersion split.smi-spec.io/v1alpha1 to v1alpha4"},"profile-overwritten":{severity:"warning",title:"The overrides of an existing ServiceProfile are replaced",fix:"check which of the two is wanted: the TrafficSplit wins, as it does with the smi-adaptor"},"profile-skipped":{severity:"warning",title:"The ServiceProfile is marked to be left alone",fix:"remove smi.linkerd.io/skip from the ServiceProfile to have it converted"},"profile-stale":{severity:"warning",title:"A ServiceProfile that was made here has lost its TrafficSplit",fix:"bring the TrafficSplit back, or take spec.dstOverrides out of the ServiceProfile"},"profile-name-dead":{severity:"warning",title:"Linkerd never reads a ServiceProfile of this name",fix:"move its routes into the ServiceProfile <service>.<namespace>.svc.<cluster domain>, and delete it"},"profile-shadowed":{severity:"warning",title:"Clients of another namespace see another ServiceProfile",fix:"give that ServiceProfile the same dstOverrides, or delete it"},"profile-invalid":{severity:"warning",title:"Linkerd cannot load the ServiceProfile",fix:"correct the field: the whole profile would be dropped, the split included"},"profile-namespace-mismatch":{severity:"warning",title:"The names in a ServiceProfile disagree with its namespace",fix:"convert after the namespace is set: in the outermost kustomization, or on the output of kustomize build"},"apex-headless":{severity:"warning",title:"The Service of the apex has no cluster IP",fix:"give the Service a cluster IP: Linkerd reads no profile for a headless or ExternalName Service"},"backend-external-name":{severity:"warning",title:"The Service of a backend is an ExternalName",fix:"use a Service with endpoints: Linkerd skips this backend"},"backend-port-missing":{severity:"warning",title:"The Service of a backend lacks a port of the apex",fix:"add the port to the Service of the backend, or see that its pods listen on it"},"route-ignored":{severity:"warning",title:"The profile switches a route of the apex off",fix:"keep either the route or the split: Linkerd ignores routes of a Service whose profile has overrides"},"annotation-ignored":{severity:"warning",title:"The profile switches annotations of the apex Service off",fix:"move retries and timeouts to routes of the ServiceProfile, or drop the annotations"},...H,"split-skipped":{severity:"info",title:"The TrafficSplit is marked to be left alone",fix:"remove smi.linkerd.io/skip from the TrafficSplit to have it converted"},"split-local-config":{severity:"info",title:"The TrafficSplit is local configuration",fix:"remove config.kubernetes.io/local-config to have it converted"},"failover-controlled":{severity:"warning",title:"linkerd-failover changes the weights at run time",fix:"keep the TrafficSplit and the smi-adaptor for it: a profile would freeze the weights"},"controller-owned":{severity:"warning",title:"A controller owns the TrafficSplit",fix:"move the Canary or Rollout to the Gateway API first: its controller rewrites the TrafficSplit"},"splits-at-run-time":{severity:"warning",title:"A controller writes TrafficSplits at run time",fix:"keep the smi-adaptor until the Canary or Rollout uses the Gateway API"},"served-by-function":{severity:"info",title:"Kustomize runs this program on the TrafficSplit",fix:"nothing to do: the profile is made when the kustomization is built"},"kustomize-patch":{severity:"warning",title:"The TrafficSplit is a Kustomize patch",fix:"convert what kustomize build prints: kustomize build DIR | smi2linkerd"},"version-never-served":{severity:"info",title:"No smi-adaptor ever served this version",fix:"check that the split is wanted: it takes effect now for the first time"},"weight-fraction":{severity:"info",title:"The weight is a fraction",fix:"nothing to do: it is written as a quantity; SMI asks for whole numbers"},"namespace-from-kustomization":{severity:"info",title:"The namespace comes from a kustomization",fix:"nothing to do; add metadata.namespace to say it in the manifest"},"service-renamed":{severity:"info",title:"Kustomize has renamed a Service of the split",fix:"nothing to do: the profile uses the new name"},"half-renamed":{severity:"warning",title:"Kustomize has renamed the apex of the split, and not its backend",fix:"give the backend the name of a Service that the kustomization deploys"},"metadata-form":{severity:"warning",title:"A label or an annotation is no text, so no cluster takes the TrafficSplit",fix:"put the value in quotes"},"cluster-dump":{severity:"info",title:"The object was copied out of a cluster",fix:"remove uid, managedFields and status from manifests in Git"},"apex-split-alternative":{severity:"info",title:"The same TrafficSplit stands in several files",fix:"nothing to do if one of the files is applied at a time"},"apex-split-in-files":{severity:"warning",title:"TrafficSplits of several files split the same apex",fix:"apply one of them at a time: the last one applied wins"},"split-embedded":{severity:"info",title:"A TrafficSplit is written inside another object, and is not converted",fix:"convert the manifests that come out of this object, or write the ServiceProfile in its place by hand"},"smi-leftover":{severity:"info",title:"A manifest still names TrafficSplits",fix:"remove it when the last TrafficSplit is gone"},"project-forbids-profile":{severity:"warning",title:"An Argo CD AppProject allows TrafficSplits but no ServiceProfiles",fix:"allow group linkerd.io, kind ServiceProfile in the AppProject"},"file-emptied":{severity:"warning",title:"Nothing but comments is left in the file",fix:"delete the file and its line in the kustomizations that name it"}},q=Object.keys(R);var I=420,F=130,P=142,A=230,u=26,fe=8;function G(e,t){let i=t.length===0?[{name:e,share:100}]:t,o=i.length*u+8;return`<svg class="picture" role="img" aria-label="${l(`${e}: ${i.map(a=>`${a.name} ${M(a)}`).join(", ")}`)}" viewBox="0 0 ${I} ${o}" width="${I}" height="${o}"><g aria-hidden="true"><rect class="apex" x="1" y="${v(o/2-13)}" width="${F}" height="26" rx="4"/><text x="${F/2}" y="${v(o/2+5)}" text-anchor="middle">${l(N(e,17))}</text>${de(i,o)}</g></svg>`}function de(e,t){let i=Math.min(t-8,60),o=t/2-i/2;return e.map((n,a)=>{let s=Math.max(n.share===void 0?1:i*n.share/100,1),r=4+a*u+u/2,c=pe(o,s,r-Math.min(s,u-4)/2,Math.min(s,u-4));o+=s;let d=n.share===0?" none":"";return`<path class="band c${a%fe}${d}" d="${c}"/><text x="${A+8}" y="${v(r+5)}"><tspan class="share">${M(n)}</tspan> ${l(N(n.name,18))}</text>`}).join("")}function pe(e,t,i,o){let n=(P+A)/2,[a,s,r,c]=[e,i,i+o,e+t].map(v);return`M${P} ${a}C${n} ${a} ${n} ${s} ${A} ${s}V${r}C${n} ${r} ${n} ${c} ${P} ${c}Z`}function v(e){return Math.round(e*10)/10}function M({share:e}){return e===void 0?"?":`${e} %`}function N(e,t){let i=Array.from(h(e));return i.length<=t?i.join(""):`${i.slice(0,t-1).join("")}…`}function l(e){return h(e).replaceAll("&","&amp;").replaceAll("<","&lt;").replaceAll(">","&gt;").replaceAll('"',"&quot;").replaceAll("'","&#39;")}function D({kind:e,name:t,namespace:i}){return i===void 0||e==="ServiceProfile"&&t.split(".")[1]===i?`${e} ${t}`:`${e} ${i}/${t}`}function W({resource:e,message:t,field:i}){return`${e===void 0?"":`${D(e)}: `}${t}${i===void 0?"":` (${i})`}`}function K({path:e,origin:t,line:i,column:o}){return e==="-"?t===void 0?{}:{path:t}:{path:e,...i!==void 0&&o!==void 0&&{line:i,column:o}}}function w(e,t){return`${e} ${t}${e===1?"":"s"}`}function V({mode:e,files:t}){return e==="check"&&t.some(({path:i})=>i==="-")}function z({mode:e,summary:t}){return e==="write"||["print","function","library"].includes(e)&&!t.failed}function B({converted:e,upToDate:t,leftAlone:i,refused:o},n){let s=[[e,n?"converted":"would be converted"],[t,"up to date"],[i,"left alone"],[o,"refused"]].filter(([r])=>r>0);return s.length===0?"no TrafficSplit":s.map(([r,c])=>`${r} ${c}`).join(", ")}function g(e){let t=new Map;for(let i of e.diagnostics){if(i.resource===void 0)continue;let o=O(i,i.resource),n=t.get(o);n===void 0?t.set(o,[i]):n.push(i)}return i=>{let{target:o,repository:n}=i,a=t.get(O(i,i))??[],s=o&&t.get(O({path:o.path,...n!==void 0&&{repository:n}},o));return[...a,...s??[]].filter(({resource:r})=>E(r,i)||E(r,o))}}function E(e,t){return t!==void 0&&(e?.namespace===void 0||e.namespace===t.namespace)}function O({path:e,repository:t=""},{kind:i,name:o}){return JSON.stringify([t,e,i,o])}function U({problems:e}){return e.length===0?"":`<section aria-labelledby="problems"><h2 id="problems">Not read or not written</h2><ul class="error">${e.map(({path:i,message:o})=>`<li><code>${l(i)}</code>: ${l(o)}</li>`).join("")}</ul></section>
`}function Y({repositories:e,splits:t}){if(e===void 0)return"";let i=new Map;for(let{repository:r="",outcome:c}of t)i.set(`${c} ${r}`,(i.get(`${c} ${r}`)??0)+1);let o=["converted","up-to-date","left-alone","refused"],n=e.map(({name:r,failed:c,command:d=""})=>{let p=o.map(T=>`<td>${i.get(`${T} ${r}`)??0}</td>`);return`<tr><th scope="row">${l(r)}</th><td>${c?"work to do":"done"}</td>${p.join("")}<td><code>${l(d)}</code></td></tr>`});return`<section aria-labelledby="repositories"><h2 id="repositories">Repositories</h2><div class="scroll" tabindex="0" role="group" aria-labelledby="repositories"><table><thead><tr>${["repository","state","to convert","up to date","left alone","refused","command"].map(r=>`<th scope="col">${r}</th>`).join("")}</tr></thead><tbody>${n.join("")}</tbody></table></div></section>
`}function b(e){return e.length===0?"":`<ul class="findings">${e.map(i=>{let{severity:o,code:n,path:a,line:s,fix:r,repository:c}=i,d=a==="-"?"standard input":a,p=`${c===void 0?"":`${c}: `}${d}${s===void 0?"":`:${s}`}`;return`<li><span class="${o}">${o}</span> <a href="#${n}">${n}</a>: ${l(W(i))} <span class="soft">${l(p)}</span><br>Fix: ${l(r)}</li>`}).join("")}</ul>`}function J({files:e}){let t=e.filter(({diff:i})=>i!==void 0&&i!=="");return t.length===0?"":`<section aria-labelledby="files"><h2 id="files">Changes</h2>${t.map(he).join(`
`)}</section>
`}function he({path:e,diff:t="",repository:i}){let o=t.split(`
`).map(ue).join(`
`),n=`${i===void 0?"":`${i}: `}${e}`;return`<details><summary>${l(n)}</summary><pre tabindex="0">${o}</pre></details>`}function ue(e){let t=l(h(e.replaceAll("	","    "))),i=e.startsWith("@@")?"hunk":{"+":"plus","-":"minus"}[e.charAt(0)];return i===void 0?t:`<span class="${i}">${t}</span>`}function Q({diagnostics:e}){let t=new Set(e.map(({code:o})=>o)),i=q.filter(o=>t.has(o)).map(o=>{let{title:n,fix:a,severity:s}=R[o],{cause:r,example:c}=j[o];return`<h3 id="${o}">${o}: ${l(n)}</h3><p><span class="${s}">${s}</span>. ${l(r)}</p><pre tabindex="0">${l(c).replaceAll(String.raw`\u000a`,`
`)}</pre><p>Fix: ${l(a)}.</p>`});return i.length===0?"":`<section aria-labelledby="codes"><h2 id="codes">What the codes mean</h2>${i.join(`
`)}</section>
`}var X=`
:root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--card:#f6f8fa;--line:#d0d7de;--link:#0550ae;--error:#b3171f;--warning:#7a4b00;--info:#0550ae;--good:#116329}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9da7b3;--paper:#0d1117;--card:#161b22;--line:#3d444d;--link:#79b8ff;--error:#ff8f88;--warning:#e8b45a;--info:#79b8ff;--good:#6fdd8b}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:75rem;padding:1rem;font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.6rem;margin:.2em 0}h2{font-size:1.25rem;margin:1.5em 0 .5em;border-bottom:1px solid var(--line)}h3{font-size:1.05rem;margin:0}
a{color:var(--link)}code,pre{font:.875em/1.45 ui-monospace,monospace}
pre{overflow:auto;background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.6rem;margin:.4rem 0}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.soft{color:var(--soft)}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.6rem;margin:1rem 0}
.figures div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.5rem .8rem}
.figures dt{color:var(--soft);font-size:.875rem}.figures dd{margin:0;font-size:1.6rem;font-weight:600}
.filter{display:flex;flex-wrap:wrap;gap:.8rem;align-items:end;padding:.6rem 0}
.filter label{display:grid;font-size:.875rem;color:var(--soft)}
select,input,button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.3rem .5rem;max-width:100%}
.split{border:1px solid var(--line);border-radius:8px;padding:.7rem .9rem;margin:.7rem 0;content-visibility:auto;contain-intrinsic-size:auto 13rem}
.split[hidden]{display:none}
.split header{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
.badge{font-size:.8rem;font-weight:600;border:1px solid currentColor;border-radius:1rem;padding:0 .6rem}
.converted{color:var(--warning)}.up-to-date{color:var(--good)}.left-alone{color:var(--soft)}.refused{color:var(--error)}
.error{color:var(--error)}.warning{color:var(--warning)}.info{color:var(--info)}
.pictures{display:flex;flex-wrap:wrap;gap:0 2rem}.pictures figure{margin:.5rem 0;max-width:100%}.pictures figcaption{font-size:.875rem;color:var(--soft)}
.picture{max-width:100%;height:auto}.picture text{fill:var(--ink);font:13px ui-monospace,monospace}.picture .share{font-weight:600}
.apex{fill:var(--card);stroke:var(--soft)}.none{opacity:.25}
.c0{fill:#0072b2}.c1{fill:#e69f00}.c2{fill:#009e73}.c3{fill:#cc79a7}.c4{fill:#56b4e9}.c5{fill:#d55e00}.c6{fill:#f0e442;stroke:#8a8000}.c7{fill:#8c8c8c}
.findings{margin:.4rem 0;padding-left:1.2rem}.findings li{margin:.25rem 0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top}
.scroll{overflow:auto}
summary{cursor:pointer}
.plus{color:var(--good)}.minus{color:var(--error)}.hunk{color:var(--info)}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
@media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--card:#fff;--line:#999;--link:#000;--error:#a00;--warning:#640;--info:#036;--good:#040}.filter,.skip{display:none}.split{content-visibility:visible;break-inside:avoid}.picture,.badge{print-color-adjust:exact}pre{white-space:pre-wrap}}
`,_=`
const form=document.querySelector('.filter'),status_=document.getElementById('shown'),all=[...document.querySelectorAll('.split')];
const cards=all.map(card=>({card,...card.dataset,codes:(card.dataset.codes||'').split(' '),text:card.querySelector('header').textContent.toLowerCase()}));
function apply(){
const want=Object.fromEntries(new FormData(form));let shown=0;
for(const one of cards){
const fits=['namespace','outcome','repository'].every(key=>!want[key]||one[key]===want[key])&&(!want.code||one.codes.includes(want.code))&&one.text.includes((want.text||'').toLowerCase());
if(one.card.hidden===fits)one.card.hidden=!fits;
if(fits)shown+=1;}
status_.textContent=shown+' of '+cards.length+' TrafficSplits shown';}
if(form){form.hidden=false;form.addEventListener('input',apply);form.addEventListener('reset',()=>setTimeout(apply));form.addEventListener('submit',event=>event.preventDefault());apply();}
addEventListener('beforeprint',()=>{for(const one of document.querySelectorAll('details'))one.open=true;});
`,Z="sha256-Lg419ea8XvWgCne0WzA/psmYQW8NXWO429RTpMwMS6k=",ee="sha256-e/S/4hsYWbO8GOAPk+7RFtKTa73ts5O0IJUfB471LkI=";function te(e,t){let i=g(e),o=["refused","converted","left-alone","up-to-date"];return[...e.splits].sort((a,s)=>o.indexOf(a.outcome)-o.indexOf(s.outcome)).map(a=>me(a,i(a),t)).join(`
`)}function me(e,t,i){let{namespace:o="",name:n,outcome:a,repository:s="",codes:r}=e,{path:c="standard input",line:d}=K(e),p=`${s===""?"":`${s}: `}${c}${d===void 0?"":`:${d}`}`,T=o===""?n:`${o}/${n}`;return`<article class="split" ${`data-namespace="${l(o)}" data-outcome="${a}" data-repository="${l(s)}" data-codes="${l(r.join(" "))}"`}><header><h3>${l(T)}</h3><span class="badge ${a}">${i[a]}</span><span class="soft">${l(p)}</span></header>${ve(e)}${be(e.target)}${b(t)}</article>`}function ve(e){let{apex:t=e.name,backends:i,outcome:o,target:n}=e;if(i.length===0)return"";let a=i.map(({service:r,share:c})=>({name:r,...c!==void 0&&{share:c}}));return`<div class="pictures">${(o==="converted"?[C(n?.before===void 0?"Now, without an adaptor":"Now, by the profile that is there",t,we(t,n)),C("As Linkerd will do it",t,a)]:[C(o==="up-to-date"?"As Linkerd does it":"As the TrafficSplit says it; no profile does",t,a)]).join("")}</div>`}function we(e,t){let i=t?.before??[];return i.every(({share:o})=>o===void 0)?[{name:e,share:100}]:i.map(({authority:o,share:n})=>({name:o.split(".")[0]??o,...n!==void 0&&{share:n}}))}function C(e,t,i){return`<figure><figcaption>${l(e)}</figcaption>${G(t,i)}</figure>`}var ge={missing:"is missing",different:"is there and says something else",equal:"is there and says the same"};function be(e){if(e===void 0)return"";let{kind:t,name:i,path:o,line:n,state:a,mark:s}=e,r=o==="-"?"":` (${o}${n===void 0?"":`:${n}`})`,c=s===void 0?"":`, marked smi.linkerd.io/skip: ${JSON.stringify(s)}`;return`<div>${l(t)} <code>${l(i)}</code> ${ge[a]}${l(r)}${l(c)}.</div>`}var ke="kubectl get trafficsplits,serviceprofiles,services,namespaces -A -o yaml | smi2linkerd --check --skip-annotation -",m="stays as it is";function ie(e){let{summary:t,command:i,options:o}=e;if(t.converted===0&&t.refused===0)return[];let n=[...Re(e),...Pe(e)];if(V(e))return[...n,...$e(e)];if(i===void 0)return n;let a=ze(i),s=o?.target==="httproute"?Se():[...Te(e,a),xe];return[...n,ye(e,a),...s]}function ye({splits:e,options:t},i){let o=t?.target==="httproute"?"routes":"profiles",n=e.filter(({outcome:r,target:c})=>r==="converted"&&(c?.before??[]).length===0),[a,s]=n.length===1?["splits","comes"]:["split","come"];return{when:"no adaptor runs",does:`put ${o} in the place of the TrafficSplits, and commit`,command:i,short:n.length===0?"commit":`commit: ${k(n.length)} ${s} into force`,traffic:n.length===0?"is split as the TrafficSplits say":`${k(n.length)} that ${a} nothing today ${s} into force`}}var xe={when:"an adaptor runs",does:"ask the cluster: with exit code 0 its TrafficSplits and the adaptor can go",command:ke,short:"exit 0: the adaptor can go",traffic:m};function Te({tools:e=[],command:t=""},i){let o="an adaptor runs",n={when:o,command:i,short:"commit",traffic:m};return e.includes("argocd")?[{when:o,does:"put marked profiles beside the TrafficSplits, commit, and wait for the sync",command:Ce(t),short:"commit, wait for the sync",traffic:m},{...n,does:"take the TrafficSplits out, and commit: Argo CD prunes before it applies"}]:[{...n,does:"put marked profiles in the place of the TrafficSplits, and commit"}]}function Se(){return[{when:"an adaptor runs",does:'the way of docs/httproute.md, "Moving over": the profiles of the adaptor win over routes',traffic:"clients that stay busy go to the apex until they are restarted"}]}function $e({summary:e}){return e.converted===0?[]:[{does:`deploy the profiles that smi2linkerd --skip-annotation makes of ${k(e.converted)}, then ask again`,traffic:`${m} while the adaptor runs`}]}function Re({summary:e}){if(e.refused===0)return[];let[t,i]=e.refused===1?["is","it splits"]:["are","they split"];return[{does:`decide about ${k(e.refused)} that ${t} refused: see the errors`,traffic:`${i} only while an adaptor runs`}]}function Pe({splits:e,tools:t=[]}){let i=new Set(e.flatMap(n=>n.codes));return Oe.filter(({code:n})=>i.has(n)).map(({what:n,alone:a,argocd:s})=>{let r=t.includes("argocd")?s:t.includes("flux")?Ae:a;return{does:`convert what ${n}: ${r}`,traffic:`${m} until the TrafficSplits go`}})}var Ae="render and convert in CI (docs/flux.md)",Oe=[{code:"kustomize-rewrites",what:"Kustomize builds",alone:"the function in transformers: of the outermost kustomization (docs/function.md)",argocd:"plugin smi2linkerd-kustomize (docs/argocd.md)"},{code:"template-skipped",what:"Helm renders",alone:"smi2linkerd as post-renderer (docs/gitops.md)",argocd:"plugin smi2linkerd-helm (docs/argocd.md)"}];function k(e){return`${e} TrafficSplit${e===1?"":"s"}`}function ze(e){return e.includes(" --write --drop")?e:e.replace("--write","--write --drop")}function Ce(e){let t=/^smi2linkerd --write(?: --drop)?(?: --(?:no-)?skip-annotation)?/;return e.replace(t,"smi2linkerd --write --skip-annotation")}function Le(e){let t=`default-src 'none'; style-src '${Z}'; script-src '${ee}'; base-uri 'none'; form-action 'none'`,i=`smi2linkerd: ${B(e.summary,z(e))}`;return`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${t}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${l(i)}</title>
<style>${X}</style>
</head>
<body>
<a class="skip" href="#splits">To the TrafficSplits</a>
<header>
<h1>From TrafficSplits to ServiceProfiles</h1>
<p class="soft">${je(e)} Made by smi2linkerd ${l(e.version)}.</p>
${He(e)}
</header>
<main>
${U(e)}${Y(e)}${qe(e)}${Ie(e)}${Ge(e)}${J(e)}${Q(e)}
</main>
<script>${_}</script>
</body>
</html>
`}function je({summary:e,mode:t,repositories:i}){let o=i===void 0?"":` in ${w(i.length,"report")}`,n=`${w(e.errors,"error")}, ${w(e.warnings,"warning")}${o}.`;return t!=="check"?n:e.failed?`There is work to do: ${n}`:`Every TrafficSplit that is to have a profile has it: ${n}`}function He({summary:e,mode:t}){return`<dl class="figures">${[[t==="write"?"converted":"to convert",e.converted],["up to date",e.upToDate],["left alone",e.leftAlone],["refused",e.refused],[t==="write"?"files written":"files to change",e.filesChanged]].map(([n,a])=>`<div><dt>${n}</dt><dd>${a}</dd></div>`).join("")}</dl>`}function qe(e){let t=ie(e);return t.length===0?"":`<section aria-labelledby="steps"><h2 id="steps">Steps of the migration</h2><ul>${t.map(({when:o,does:n,command:a,traffic:s})=>{let r=o===void 0?"":`<strong>Where ${l(o)}:</strong> `,c=a===void 0?"":`<pre tabindex="0"><code>${l(a)}</code></pre>`;return`<li>${r}${l(n)}.${c}<div class="soft">Traffic: ${l(s)}.</div></li>`}).join("")}</ul></section>
`}var oe={converted:"to convert","up-to-date":"up to date","left-alone":"left alone",refused:"refused"};function Ie(e){let{splits:t}=e,i=z(e)?{...oe,converted:"converted"}:oe;return`<section aria-labelledby="splits"><h2 id="splits" tabindex="-1">TrafficSplits</h2>
${t.length===0?"<p>There is none.</p>":Fe(e,i)}${te(e,i)}</section>
`}function Fe({splits:e,repositories:t},i){let o=y(e.map(({namespace:r})=>r??"")),n=y(e.flatMap(r=>r.codes)),a=y(e.map(({outcome:r})=>r));return`<form class="filter" hidden>${[...t===void 0?[]:[x("repository",y(t.map(({name:r})=>r)))],x("namespace",o),x("outcome",a,r=>i[r]),x("code",n),'<label>name<input name="text" type="search" autocomplete="off"></label>'].join("")}<button type="reset">Show all</button></form>
<p class="soft" id="shown" role="status"></p>
`}function y(e){return[...new Set(e.filter(t=>t!==""))].sort()}function x(e,t,i=o=>o){let o=t.map(n=>`<option value="${l(n)}">${l(i(n))}</option>`);return`<label>${e}<select name="${e}"><option value="">all</option>${o.join("")}</select></label>`}function Ge(e){let t=g(e),i=new Set(e.splits.flatMap(n=>t(n))),o=e.diagnostics.filter(n=>!i.has(n));return o.length===0?"":`<section aria-labelledby="others"><h2 id="others">Other findings</h2>${b(o)}</section>
`}0&&(module.exports={htmlForm});
