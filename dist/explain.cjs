// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES
"use strict";var g=Object.defineProperty;var C=Object.getOwnPropertyDescriptor;var L=Object.getOwnPropertyNames;var j=Object.prototype.hasOwnProperty;var I=(e,t)=>{for(var a in t)g(e,a,{get:t[a],enumerable:!0})},$=(e,t,a,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let i of L(t))!j.call(e,i)&&i!==a&&g(e,i,{get:()=>t[i],enumerable:!(o=C(t,i))||o.enumerable});return e};var G=e=>$(g({},"__esModule",{value:!0}),e);var F={};I(F,{explainTo:()=>D});module.exports=G(F);var y={"ports-unknown":{severity:"error",title:"The ports of the apex are unknown",fix:"pass --port, or pass the file of the Service too"},"port-unknown":{severity:"error",title:"The Service of the apex has no such port",fix:"name a TCP port of the Service, or omit --port"},"port-not-http":{severity:"warning",title:"Linkerd does not read HTTP on a port of the apex",fix:"remove or correct opaque-ports of the Service or its Namespace, or its appProtocol, or use a TCPRoute (Linkerd 2.18 or later)"},"too-many-backends":{severity:"error",title:"The TrafficSplit has more backends than an HTTPRoute can have",fix:"use at most 16 backends"},"routegroup-missing":{severity:"error",title:"An HTTPRouteGroup of the TrafficSplit is missing",fix:"pass the file of the HTTPRouteGroup too, or list it in the kustomization of the TrafficSplit"},"ambiguous-routegroup":{severity:"error",title:"Two HTTPRouteGroups have the same name and different contents",fix:"keep one of them, or name the files that are applied together in one command"},"invalid-routegroup":{severity:"error",title:"A field of the HTTPRouteGroup is missing or of the wrong type",fix:"give each match methods, a pathRegex or headers"},"match-unsupported":{severity:"error",title:"An HTTPRoute cannot express a match faithfully",fix:"rewrite the match in a form that Linkerd supports"},"too-many-matches":{severity:"error",title:"The TrafficSplit has more matches than an HTTPRoute can have",fix:"use at most 120 matches; a match with several methods counts once for each"},"route-exists":{severity:"error",title:"Another route of the apex matches the same requests",fix:"keep one of the two: remove the other route or the TrafficSplit"},"route-name-taken":{severity:"error",title:"Another HTTPRoute already has the name of the new one",fix:"rename the TrafficSplit or the HTTPRoute"},"grpcroute-wins":{severity:"error",title:"A GRPCRoute of the apex takes precedence",fix:"put the weights into the backendRefs of the GRPCRoute, and remove the TrafficSplit"},"profile-wins":{severity:"error",title:"A ServiceProfile of the apex takes precedence over a route",fix:"remove the ServiceProfile, or pass --target serviceprofile"},"profile-routes":{severity:"error",title:"The ServiceProfile has settings that an HTTPRoute cannot have",fix:"keep the ServiceProfile, or first replace its routes by annotations of the Service"},"profile-foreign":{severity:"error",title:"The ServiceProfile is for clients in another namespace",fix:"write an HTTPRoute for the namespace of the clients by hand"},"match-never":{severity:"warning",title:"A regex matches no request",fix:"start it with /"},"match-anchoring":{severity:"warning",title:"A header regex has to match the whole value",fix:"write .*V.* to search inside the value, or ^V$ to match all of it"},"match-everything":{severity:"warning",title:"A match applies to every request",fix:"remove spec.matches to split all requests, or correct the match"},"route-beside":{severity:"warning",title:"Another route of the apex is in force too",fix:"check that both are wanted: the more specific one wins where it matches"},"route-overwritten":{severity:"warning",title:"The weights, rules or parents of an existing HTTPRoute are replaced",fix:"check which of the two is right: the TrafficSplit wins"},"route-hostnames":{severity:"warning",title:"The HTTPRoute of a TrafficSplit only applies to some hosts",fix:"remove hostnames from the HTTPRoute, unless the Service has no other requests"},"route-conflict":{severity:"warning",title:"Linkerd does not accept a TCPRoute or TLSRoute of the apex beside an HTTPRoute",fix:"keep one kind of route for the port"},"route-stale":{severity:"warning",title:"The TrafficSplit of a generated HTTPRoute no longer exists",fix:"restore the TrafficSplit, delete the HTTPRoute, or remove the annotation to keep it"},"annotation-active":{severity:"warning",title:"Annotations of the apex Service take effect",fix:"check that they are wanted, or remove them: a ServiceProfile disabled them"},"project-forbids-route":{severity:"warning",title:"An Argo CD AppProject allows TrafficSplits but no HTTPRoutes",fix:"allow group gateway.networking.k8s.io, kind HTTPRoute in the AppProject"},"ports-from-elsewhere":{severity:"info",title:"The ports of the apex come from a Service elsewhere in the input",fix:"nothing to do; to be explicit, pass --port (in a functionConfig: ports)"},"profile-removed":{severity:"info",title:"The ServiceProfile of the apex is removed",fix:"deploy the route before the ServiceProfile is deleted, and restart the clients: see docs/httproute.md"},"profile-convertible":{severity:"info",title:"A ServiceProfile that only splits could become an HTTPRoute",fix:"pass --profiles (in a functionConfig: profiles: true) to convert it too"},"adaptor-wins":{severity:"info",title:"A running smi-adaptor takes precedence over the route",fix:"remove the TrafficSplits, or stop the adaptor and delete its ServiceProfiles: see docs/httproute.md"}};var p={"yaml-syntax":{severity:"error",title:"The document is not valid YAML",fix:"correct the syntax at this position"},"not-utf8":{severity:"error",title:"The file is not UTF-8",fix:"convert the file to UTF-8, for example with iconv"},"template-skipped":{severity:"warning",title:"A template is not converted",fix:"render first: helm template CHART | smi2linkerd, or kustomize build DIR | smi2linkerd"},"invalid-config":{severity:"error",title:"The functionConfig is not valid",fix:"use a ConfigMap or a smi2linkerd.dev/v1alpha1 TrafficSplitTransformer with the keys of krm-function.yaml"},"out-of-date":{severity:"error",title:"A TrafficSplit has no up-to-date ServiceProfile or HTTPRoute",fix:"run smi2linkerd --write and commit the result"},"not-in-force":{severity:"error",title:"A TrafficSplit in the cluster has no ServiceProfile in force",fix:"keep the adaptor until this TrafficSplit has a profile in force or has been deleted"},"unknown-version":{severity:"error",title:"The version of the TrafficSplit is unknown",fix:"use split.smi-spec.io/v1alpha1, v1alpha2, v1alpha3 or v1alpha4"},"invalid-trafficsplit":{severity:"error",title:"A field of the TrafficSplit is missing or of the wrong type",fix:"give the TrafficSplit spec.service and spec.backends, each backend a service and a weight"},"matches-unsupported":{severity:"error",title:"The TrafficSplit applies only to requests that match",fix:"pass --target httproute (in a functionConfig: target: httproute): an HTTPRoute can have matches"},"invalid-apex":{severity:"error",title:"The apex is not a Service that can have a ServiceProfile",fix:"name a Service in the namespace of the TrafficSplit, without a port"},"invalid-backend":{severity:"error",title:"The backend is not a Service that Linkerd can resolve",fix:"name a Service in this cluster, without a port"},"invalid-weight":{severity:"error",title:"The weight is not a quantity of zero or more",fix:"use a whole number such as 50; a TrafficSplit of v1alpha1 takes milli units such as 500m, too"},"weight-out-of-range":{severity:"error",title:"The weights are outside the range that Linkerd supports",fix:"use smaller whole numbers in the same ratio"},"namespace-unknown":{severity:"error",title:"The namespace of the TrafficSplit is unknown",fix:"add metadata.namespace, or pass -n NAMESPACE"},"apex-split-twice":{severity:"error",title:"Two TrafficSplits split the same apex",fix:"keep one of the two"},"duplicate-profile":{severity:"error",title:"The ServiceProfile of the apex exists twice",fix:"keep one of them"},"ambiguous-profile":{severity:"error",title:"It is unclear which ServiceProfile belongs to the TrafficSplit",fix:"name the files that are applied together in one command"},"profile-elsewhere":{severity:"error",title:"The ServiceProfile of the apex is in another file that is deployed together with this one",fix:"put the TrafficSplit and the ServiceProfile in one file or directory"},"profile-in-other-directory":{severity:"warning",title:"A ServiceProfile of this name in another directory has routes or other weights",fix:"if both are applied to one cluster, put them into one directory"},"service-missing":{severity:"info",title:"The input has Services in this namespace, but none of this name",fix:"correct the name, unless the Service is mirrored from another cluster or belongs to another repository"},"cluster-domain-doubtful":{severity:"warning",title:"Other ServiceProfiles use another cluster domain",fix:"pass the cluster domain of the cluster with --cluster-domain"},"cluster-domain-mismatch":{severity:"error",title:"A ServiceProfile of the apex uses another cluster domain",fix:"pass the cluster domain of the cluster with --cluster-domain"},"kustomize-rewrites":{severity:"error",title:"A kustomization changes the TrafficSplit",fix:"list the function in transformers: of the outermost kustomization, or, without a prefix or suffix, kustomize build OVERLAY | smi2linkerd"},"cannot-insert":{severity:"error",title:"The change cannot be written at this place",fix:"use --drop, or move the TrafficSplit to a YAML file"},"comment-dropped":{severity:"info",title:"A comment is left out",fix:"add the comment to the ServiceProfile if the tool needs it there"},"name-normalised":{severity:"warning",title:"A dotted Service name was shortened",fix:"write the name of the Service without namespace and domain"},"backend-other-namespace":{severity:"warning",title:"The backend is in another namespace",fix:"check that clients may reach that namespace: the smi-adaptor never routed there"},"unknown-field":{severity:"warning",title:"The object has a field that no version of its kind defines",fix:"remove the field or correct its name"},"weight-form":{severity:"warning",title:"The API server refuses a weight of this type",fix:"v1alpha1 takes whole numbers and quoted quantities, later versions take numbers"},"no-backends":{severity:"warning",title:"The TrafficSplit has no backends",fix:"name the backends, or delete the TrafficSplit"},"all-weights-zero":{severity:"warning",title:"All weights are zero",fix:"give at least one backend a weight above zero"},"duplicate-backend":{severity:"warning",title:"A backend is named twice",fix:"name each backend once, with the sum of its weights"},"nested-split":{severity:"warning",title:"A backend is the apex of another TrafficSplit",fix:"name the backends of the inner TrafficSplit here: Linkerd does not follow it"},"lookalike-group":{severity:"warning",title:"The API group or the kind looks like that of an SMI TrafficSplit but is not",fix:"use apiVersion split.smi-spec.io/v1alpha1 to v1alpha4"},"profile-overwritten":{severity:"warning",title:"The overrides of an existing ServiceProfile are replaced",fix:"check which of the two is right: the TrafficSplit wins, as it does with the smi-adaptor"},"profile-skipped":{severity:"warning",title:"The ServiceProfile is marked to be skipped",fix:"remove smi.linkerd.io/skip from the ServiceProfile to have it converted"},"profile-stale":{severity:"warning",title:"The TrafficSplit of a generated ServiceProfile no longer exists",fix:"restore the TrafficSplit, or remove spec.dstOverrides from the ServiceProfile"},"profile-name-dead":{severity:"warning",title:"Linkerd never reads a ServiceProfile of this name",fix:"move its routes into the ServiceProfile <service>.<namespace>.svc.<cluster domain>, then delete this one"},"profile-shadowed":{severity:"warning",title:"Clients in another namespace use another ServiceProfile",fix:"give that ServiceProfile the same dstOverrides, or delete it"},"profile-invalid":{severity:"warning",title:"Linkerd cannot load the ServiceProfile",fix:"correct the field: otherwise Linkerd drops the whole profile, including the split"},"profile-namespace-mismatch":{severity:"warning",title:"The names in a ServiceProfile do not match its namespace",fix:"make namespace and names agree: where Kustomize sets it, convert in the outermost kustomization"},"apex-headless":{severity:"warning",title:"The Service of the apex has no cluster IP",fix:"give the Service a cluster IP: Linkerd reads no profile for a headless or ExternalName Service"},"backend-external-name":{severity:"warning",title:"The Service of a backend is an ExternalName",fix:"use a Service with endpoints: Linkerd skips this backend"},"backend-port-missing":{severity:"warning",title:"The Service of a backend lacks a port of the apex",fix:"add the port to the Service of the backend, or make sure that its pods listen on it"},"route-ignored":{severity:"warning",title:"The profile disables a route of the apex",fix:"keep either the route or the split: Linkerd ignores routes of a Service whose profile has overrides"},"annotation-ignored":{severity:"warning",title:"The profile disables annotations of the apex Service",fix:"move retries and timeouts to routes of the ServiceProfile, or remove the annotations"},...y,"split-skipped":{severity:"info",title:"The TrafficSplit is marked to be skipped",fix:"remove smi.linkerd.io/skip from the TrafficSplit to have it converted"},"split-local-config":{severity:"info",title:"The TrafficSplit is local configuration",fix:"remove config.kubernetes.io/local-config to have it converted"},"failover-controlled":{severity:"warning",title:"linkerd-failover changes the weights at run time",fix:"keep this TrafficSplit and the smi-adaptor: a profile would freeze the weights"},"controller-owned":{severity:"warning",title:"A controller owns the TrafficSplit",fix:"move the Canary or Rollout to the Gateway API first: its controller changes the TrafficSplit"},"splits-at-run-time":{severity:"warning",title:"A controller writes TrafficSplits at run time",fix:"keep the smi-adaptor until the Canary or Rollout uses the Gateway API"},"served-by-function":{severity:"info",title:"Kustomize runs this program on the TrafficSplit",fix:"nothing to do: the profile is made when the kustomization is built"},"kustomize-patch":{severity:"warning",title:"The TrafficSplit is a Kustomize patch",fix:"convert what kustomize build prints: kustomize build DIR | smi2linkerd"},"version-never-served":{severity:"info",title:"No smi-adaptor ever served this version",fix:"check that the split is wanted: it takes effect for the first time"},"weight-fraction":{severity:"info",title:"The weight is a fraction",fix:"nothing to do: the profile has the weight as a quantity"},"namespace-from-kustomization":{severity:"info",title:"The namespace comes from a kustomization",fix:"nothing to do; to be explicit, add metadata.namespace to the TrafficSplit"},"service-renamed":{severity:"info",title:"Kustomize renames what the TrafficSplit names",fix:"nothing to do: the new name is used"},"half-renamed":{severity:"warning",title:"Kustomize renames the apex of the TrafficSplit but not a backend",fix:"give the backend the name of a Service that the kustomization deploys"},"metadata-form":{severity:"warning",title:"A label or an annotation is not a string, so the API server refuses the TrafficSplit",fix:"put the value in quotes"},"cluster-dump":{severity:"info",title:"The object was exported from a cluster",fix:"remove uid, resourceVersion, managedFields and status from manifests in Git"},"apex-split-alternative":{severity:"info",title:"Several files hold the same TrafficSplit",fix:"nothing to do if only one of the files is applied at a time"},"apex-split-in-files":{severity:"warning",title:"TrafficSplits in several files split the same apex",fix:"apply only one of them at a time: the last one applied wins"},"split-embedded":{severity:"info",title:"A TrafficSplit inside another object is not converted",fix:"convert the manifests that this object produces, or replace the TrafficSplit by hand"},"smi-leftover":{severity:"info",title:"A manifest still refers to TrafficSplits",fix:"once the last TrafficSplit is gone, remove this reference, or the object if it has no other use"},"project-forbids-profile":{severity:"warning",title:"An Argo CD AppProject allows TrafficSplits but no ServiceProfiles",fix:"allow group linkerd.io, kind ServiceProfile in the AppProject"},"file-emptied":{severity:"warning",title:"No manifest is left in the file",fix:"delete the file and its entry in the kustomizations that name it"},"file-unnamed":{severity:"warning",title:"No kustomization names the file of what a TrafficSplit becomes",fix:"name the file in the kustomization that names the file of the TrafficSplit"},"file-ignored":{severity:"info",title:"A file with a TrafficSplit is skipped: .gitignore excludes it, or it is a link",fix:"if the file is deployed all the same, name it in the call"}},m=Object.keys(p);function x(e){return Object.hasOwn(p,e)}var l=`kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec:
  service: web`,T=`kind: HTTPRoute
metadata: {name: by-hand, namespace: shop}
spec:
  parentRefs: [{group: core, kind: Service, name: web, port: 8080}]`,S={"ports-unknown":{cause:"An HTTPRoute has to name a port of its Service: without one, its backends would get the requests to all ports of the apex on a single port. The Service of the apex is not in the input, or several copies of it have different ports, and --port does not name its ports. Or overlays deploy it to namespaces of which only some make a port opaque, by config.linkerd.io/opaque-ports.",example:`${l}   # and there is no Service web`},"port-unknown":{cause:"The Service of the apex is in the input, but does not have the port that --port names. A route on a port that the Service does not have is never in force.",example:`# smi2linkerd --target httproute --port web=9090
kind: Service
metadata: {name: web}
spec:
  ports: [{port: 8080}]`},"port-not-http":{cause:"Linkerd forwards connections to an opaque port as raw TCP and ignores HTTPRoutes on it, although the status of the route says Accepted. A port is opaque because of the annotation config.linkerd.io/opaque-ports of the Service or its Namespace, because it is in the default list (25, 587, 3306, 4444, 5432, 6379, 9300, 11211), or because of an appProtocol other than http and kubernetes.io/h2c. The other ports of the apex get their routes; if there is no other, nothing is converted. A ServiceProfile can split the connections to such a port.",example:`kind: Service
metadata: {name: web}
spec:
  ports: [{port: 6379}]`},"too-many-backends":{cause:"The HTTPRoute CRD allows at most 16 backendRefs in a rule, and one rule has to hold all backends of a split.",example:`${l}
  backends: [{service: web-1, weight: 1}, {service: web-2, weight: 1}]   # and 15 more`},"routegroup-missing":{cause:"spec.matches of the TrafficSplit names an HTTPRouteGroup that is not among the manifests deployed with it. So the requests that should match are not known, and nothing is written.",example:`${l}
  matches: [{kind: HTTPRouteGroup, name: beta-users}]`},"ambiguous-routegroup":{cause:"Two HTTPRouteGroups with the name in spec.matches are deployed with the TrafficSplit and have different contents. The wrong one would send requests to the wrong backends.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches: [{name: a, pathRegex: /a}]
---
kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches: [{name: a, pathRegex: /b}]`},"invalid-routegroup":{cause:"The HTTPRouteGroup has no matches, or has them both at the top level and below spec, of which a cluster reads one, or has a match without any condition or a field whose type is not the one that SMI defines. So the requests that should match are not known.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: everyone`},"match-unsupported":{cause:"There is no HTTPRoute with which Linkerd would do what the match asks for: it names another kind than HTTPRouteGroup, has a method or header that the CRD refuses, or has a regular expression that Linkerd's engine (Rust's regex) cannot compile or reads differently from RE2 and JavaScript. Linkerd's webhook rejects a route with such an expression. Without the webhook, the whole route is dropped although its status says Accepted, and all requests go to the apex.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: a
    pathRegex: /(?!admin).*`},"too-many-matches":{cause:"Before Gateway API 1.2, the HTTPRoute CRD allows 8 matches in a rule and 16 rules in a route. The last rule is for the requests that do not match. So a route can have 120 matches; a match with several methods counts once for each.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - {name: m1, pathRegex: /1}   # and 120 more`},"route-exists":{cause:"The apex has another route on the same port, with matches that overlap those of the split. If two routes have equal matches, Linkerd uses the older one. So one of the two would have no effect, and which one depends on when they were applied. A route of the split that only some overlays have does not count for the others: they would be left without one. A route that other overlays have without this TrafficSplit is not changed: they would get its weights. A route in another directory is a warning: the two may be applied to different clusters.",example:`${l}
---
${T}
  rules: [{backendRefs: [{name: web, port: 8080}]}]`},"route-name-taken":{cause:"The HTTPRoute made from a TrafficSplit gets the name of the TrafficSplit. An HTTPRoute of that name already exists in the namespace and has another parent, or is made from a TrafficSplit of another Service; one of the two would replace the other in the cluster. An HTTPRoute in another directory is a warning: the two may be applied to different clusters.",example:`${l}
---
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{kind: Gateway, name: public}]`},"grpcroute-wins":{cause:"Linkerd uses one kind of route for a port. If a GRPCRoute has the same port, the HTTPRoute is not accepted; if the GRPCRoute has no port, the HTTPRoute is accepted but ignored. A GRPCRoute in another directory is a warning: the two may be applied to different clusters.",example:`${l}
---
kind: GRPCRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{group: core, kind: Service, name: web}]`},"profile-wins":{cause:"While the ServiceProfile of a Service has routes, or dstOverrides with a weight above zero, Linkerd ignores the HTTPRoutes of the Service. A profile with routes has settings that an HTTPRoute cannot have, and one with other overrides contradicts the TrafficSplit. Neither is removed unless you ask for it, nor is a profile that other overlays have without this TrafficSplit. A profile in another directory is a warning if it has routes, or was made for the TrafficSplit and left behind there: the route is written, for the two may be applied to different clusters.",example:`${l}
---
kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec:
  routes: [{name: all, condition: {pathRegex: .*}}]`},"profile-routes":{cause:"--profiles converts ServiceProfiles that only split traffic into HTTPRoutes. This one also has routes, a retryBudget or opaquePorts. Its per-route retries, timeouts, response classes and metrics would be lost, so it is left unchanged.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec:
  routes: [{name: all, condition: {pathRegex: .*}}]
  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]`},"profile-foreign":{cause:"The ServiceProfile is not in the namespace of its Service, so it applies only to clients in its own namespace. The equivalent would be a consumer route, not the HTTPRoute for all clients that --profiles writes.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: clients}`},"match-never":{cause:"Linkerd matches a path regex against the whole path, which starts with /. This regex matches nothing that starts with /, or it holds a line end, which neither a path nor the value of a header has; a block scalar with | or > ends in one.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: m
    pathRegex: metrics`},"match-anchoring":{cause:"SMI does not say whether the pattern of a header may match a part of the value or has to match all of it. The examples in SMI match the whole value, and so does Linkerd; Traefik Mesh and FSM matched a part. This pattern is neither open (.*) nor anchored (^, $) at both ends, so the two readings differ.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: m
    headers: {user-agent: Firefox}`},"match-everything":{cause:"One of the matches applies to every request, so the others have no effect: the route splits all requests, as it would without spec.matches.",example:`kind: HTTPRouteGroup
metadata: {name: beta}
spec:
  matches:
  - name: m
    pathRegex: .*`},"route-beside":{cause:"The apex has another route, and all of its matches are more specific than the path /. Both are in force: the other route gets the requests that it matches, and the split gets the rest. A ServiceProfile of the apex would have disabled the other route.",example:`${l}
---
${T}
  rules: [{matches: [{path: {type: PathPrefix, value: /admin}}]}]`},"route-overwritten":{cause:"An HTTPRoute of the apex differs from the one for this TrafficSplit in the weights alone, so it is taken for that route. Its weights are replaced; nothing else in it changes. The parents and rules of a route with the annotation of a TrafficSplit are those of the TrafficSplit: what was added to them, such as a Gateway or timeouts, is lost when they are written anew.",example:`${T}
  rules: [{backendRefs: [{name: web, port: 8080, weight: 90}]}]`},"route-hostnames":{cause:"The HTTPRoute that was made from a TrafficSplit has hostnames, which this program never writes. A TrafficSplit is for all requests to its Service, but Linkerd answers those for any other host with 404. Only the parents and the rules of such a route are kept up to date, so the hostnames stay, also after --drop.",example:`kind: HTTPRoute
metadata:
  name: web
  namespace: shop
  annotations: {smi2linkerd.dev/trafficsplit: web}
spec:
  hostnames: [shop.example.com]`},"route-conflict":{cause:"Linkerd uses one kind of route for a port: it does not accept a TCPRoute or TLSRoute if an HTTPRoute has the same port.",example:`${l}
---
kind: TCPRoute
metadata: {name: web, namespace: shop}
spec:
  parentRefs: [{group: core, kind: Service, name: web, port: 8080}]`},"route-stale":{cause:"The annotation smi2linkerd.dev/trafficsplit says that the HTTPRoute was made from a TrafficSplit, but that TrafficSplit is not in the input. The route still splits the requests to its Service.",example:`kind: HTTPRoute
metadata:
  name: web
  namespace: shop
  annotations: {smi2linkerd.dev/trafficsplit: web}`},"annotation-active":{cause:"A ServiceProfile with overrides disables the annotations of its Service for circuit breaking, retries and timeouts. An HTTPRoute does not, so annotations that had no effect before now take effect.",example:`kind: Service
metadata:
  name: web
  annotations: {retry.linkerd.io/http: 5xx}`},"project-forbids-route":{cause:"Argo CD syncs only the kinds that the AppProject allows. This one allows TrafficSplits but not the HTTPRoutes that replace them, so the sync would fail.",example:`kind: AppProject
spec:
  namespaceResourceWhitelist:
  - {group: split.smi-spec.io, kind: TrafficSplit}`},"ports-from-elsewhere":{cause:"The Service of the apex is not deployed together with the TrafficSplit. All Services of that name in the input have the same TCP ports, so these are used.",example:`# web/split.yaml      TrafficSplit web
# other/service.yaml  Service web, port 8080`},"profile-removed":{cause:"The ServiceProfile of the apex has the split of the TrafficSplit and nothing else. While it is in the cluster, Linkerd ignores the route, so it is removed. Connected clients send all requests to the apex until they are idle for 5 s or restart.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec:
  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]`},"profile-convertible":{cause:"An HTTPRoute can replace a ServiceProfile that has only dstOverrides in its spec. --profiles converts such profiles, each in its own place, as it converts TrafficSplits.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
spec:
  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]`},"adaptor-wins":{cause:"The TrafficSplit is kept beside its route. As long as it is in the cluster, a running smi-adaptor makes a ServiceProfile from it, and Linkerd ignores the routes of a Service that has a ServiceProfile with routes or with overrides above zero. This is no problem if no adaptor runs and its profiles have been deleted.",example:`${l}   # converted without --drop`}};var P={...S,"yaml-syntax":{cause:"The document mentions a TrafficSplit, or is the ServiceProfile of one, and cannot be parsed. Valid documents of the same file are converted. Documents that mention neither are copied unchanged, valid or not. A TrafficSplit is also reported if a kustomization that names it cannot be parsed: what that changes is not known, and Kustomize builds nothing with it.",example:`kind: TrafficSplit
spec:
  backends: [{service: web-v1, weight: 50}`},"not-utf8":{cause:"Kubernetes reads manifests as UTF-8. A file that holds a TrafficSplit in another encoding is left unchanged, because an edit could damage the text around it.",example:`# saved as UTF-16 or Latin-1
kind: TrafficSplit`},"template-skipped":{cause:"A field that the profile depends on holds a template action (Helm, envsubst, ytt), so its value is not known yet. Or the object is between an action at the start of a line, such as {{ if }} or {% for %}, and its end: it is rendered under a condition, or many times. Or the kustomization that lists the TrafficSplit is itself a template. In files this is a warning, and the TrafficSplit is not converted. In a stream it is an error, because the missing profile would only be noticed in production.",example:`kind: TrafficSplit
spec:
  service: web
  backends:
  - service: web-v1
    weight: {{ .Values.weight }}`},"invalid-config":{cause:"The functionConfig applies to everything that is converted, so an unknown key or value is refused, not ignored. Nothing is converted, the items are returned unchanged, and the exit code is 2.",example:`functionConfig:
  apiVersion: smi2linkerd.dev/v1alpha1
  kind: TrafficSplitTransformer
  metadata: {name: convert}
  clusterDomian: example.org`},"out-of-date":{cause:"--check writes nothing and reports each file that would change: the ServiceProfile (or HTTPRoute) of a TrafficSplit is missing, has other weights or backends, or lacks the requested annotation; with --drop, the TrafficSplit still exists. The text report lists the files on standard output instead.",example:`kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec:
  service: web
# and no ServiceProfile web.shop.svc.cluster.local`},"not-in-force":{cause:"An audit of a cluster (--check -) checks whether its TrafficSplits and the adaptor can be removed. This TrafficSplit was not converted, or its ServiceProfile has the right weights but does not split the traffic: the profile is marked by someone else, Linkerd cannot load it, the apex is headless or has an opaque port, or some clients use another profile or an HTTPRoute. So the traffic is not split today, or will not be once the adaptor is gone.",example:`kind: TrafficSplit
metadata:
  name: web
  namespace: shop
  labels:
    failover.linkerd.io/controlled-by: linkerd-failover`},"unknown-version":{cause:"SMI published split.smi-spec.io/v1alpha1 to v1alpha4. The fields of any other version are not defined anywhere, so the TrafficSplit is not converted.",example:`apiVersion: split.smi-spec.io/v1beta1
kind: TrafficSplit`},"invalid-trafficsplit":{cause:"A split needs an apex, backends and their weights. The API server refuses an object without them, or the smi-adaptor retries it forever.",example:`kind: TrafficSplit
spec:
  service: web
  backends:
  - service: web-v1`},"matches-unsupported":{cause:"spec.matches limits a TrafficSplit to some requests; all others go to the apex. A ServiceProfile cannot do that: it would split all traffic. A Gateway API HTTPRoute can, and --target httproute writes one.",example:`apiVersion: split.smi-spec.io/v1alpha4
kind: TrafficSplit
spec:
  service: web
  matches:
  - kind: HTTPRouteGroup
    name: beta-users`},"invalid-apex":{cause:"Linkerd looks for a profile named <service>.<namespace>.svc.<cluster domain> in the namespace of the Service. An apex in another namespace, with another cluster domain, a port, a slash or upper case letters, or that is not a DNS label, has no such profile.",example:`metadata:
  namespace: shop
spec:
  service: web.other.svc.cluster.local`},"invalid-backend":{cause:"Linkerd resolves a backend by its authority, <service>.<namespace>.svc.<cluster domain>. It cannot resolve a name with a port, a slash, upper case letters or another cluster domain, or one that is not a DNS label: the share of this backend would silently go to the other backends.",example:`spec:
  service: web
  backends:
  - service: shop/web-v1
    weight: 50`},"invalid-weight":{cause:"The weight is not a Kubernetes quantity, has no digit before its suffix (Kubernetes reads `m` as 0), or is below zero. One invalid weight stops the smi-adaptor for the whole cluster. A negative weight reaches the proxies as a huge positive one and gets almost all of the traffic.",example:`backends:
- service: web-v1
  weight: 50%`},"weight-out-of-range":{cause:"Linkerd sends a weight to its proxies as a 32-bit number in units of 1/10000, and the proxies add these numbers in 32 bits. A sum above 429496.729 overflows (900000:100000 becomes 29:71) or stops the proxy's update. A weight finer than 1/1000 is rounded up. For an HTTPRoute each weight is a whole number up to 1000000; ratios that need more are refused. The fix line shows the smallest whole numbers in the same ratio.",example:`backends:
- service: web-v1
  weight: 900000
- service: web-v2
  weight: 100000`},"namespace-unknown":{cause:"The namespace is part of the name of the profile and of every authority, and nothing changes these later: neither `kubectl -n` nor a namespace in a kustomization. So it has to be known when the profile is written.",example:`kind: TrafficSplit
metadata:
  name: web`},"apex-split-twice":{cause:"Both TrafficSplits need the same profile, and nothing says which one is right. The smi-adaptor applies the last one it sees, and may switch between them at every resync.",example:`kind: TrafficSplit
metadata: {name: blue, namespace: shop}
spec: {service: web}
---
kind: TrafficSplit
metadata: {name: green, namespace: shop}
spec: {service: web}`},"duplicate-profile":{cause:"Two ServiceProfiles with the same name and namespace are deployed together. Kustomize refuses them, and with kubectl the last one wins. Nothing says which of them should have the split.",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}
---
kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local, namespace: shop}`},"ambiguous-profile":{cause:"Several files, equally near to the TrafficSplit, hold a ServiceProfile with the name that it needs. They may be alternatives, and changing the wrong one would move traffic.",example:`# web/split.yaml       TrafficSplit web
# web/profile-a.yaml   ServiceProfile web.shop.svc.cluster.local
# web/profile-b.yaml   ServiceProfile web.shop.svc.cluster.local`},"profile-elsewhere":{cause:"The ServiceProfile that the TrafficSplit needs is in another place that is deployed together with it. A second profile next to the TrafficSplit would remove the routes of the first on kubectl apply, and Kustomize refuses two with the same name. A profile that only some overlays have does not count for the others: they would be left without a split. A profile that other overlays have without this TrafficSplit is not changed: they would get its weights.",example:`# overlays/prod/kustomization.yaml
resources:
- ../../base          # holds TrafficSplit web
- ../../profiles      # holds ServiceProfile web.shop.svc.cluster.local`},"profile-in-other-directory":{cause:"A directory that does not seem to be deployed with the TrafficSplit holds a ServiceProfile with the name that it needs, and that profile has routes or a retry budget. If both directories are applied to one cluster, the new profile replaces that one, and its routes are lost. This is also reported for a profile in a file that no kustomization lists, and for one that was made for a TrafficSplit which is now in another directory and has other weights: the one that is applied last counts.",example:`# web/split.yaml          TrafficSplit web
# profiles/web.yaml       ServiceProfile web.shop.svc.cluster.local with spec.routes`},"service-missing":{cause:"The input has Services in the namespace of the TrafficSplit, but none with the name of its apex or of one of its backends. Linkerd sends no traffic to a backend that does not exist. Mirrored Services and Services from other repositories are not in the input, so this is only an info; it is a warning if a Service has a similar name.",example:`spec:
  backends:
  - service: web-v22   # the Services are called web, web-v1 and web-v2
    weight: 10`},"cluster-domain-doubtful":{cause:"All ServiceProfiles of other services use another cluster domain than this run. Linkerd reads a profile only under the domain of its cluster, so the new profiles may never be read.",example:`kind: ServiceProfile
metadata:
  name: api.shop.svc.east.example.com   # --cluster-domain is cluster.local`},"cluster-domain-mismatch":{cause:"The apex already has a ServiceProfile, under another cluster domain than the one of this run. Linkerd reads only the profile of its own cluster domain, so one of the two is never used.",example:`kind: ServiceProfile
metadata:
  name: web.shop.svc.example.org   # --cluster-domain is cluster.local
  namespace: shop`},"kustomize-rewrites":{cause:["A kustomization, a Flux Kustomization or an Argo CD Application changes the TrafficSplit (by a patch, a namespace, a prefix or suffix, a replacement), but would not change the profile in the same way: Kustomize does not know the DNS names in the name and the authorities of a profile. So the conversion has to run after the kustomization. With a prefix or suffix, it has to run as a function: only a function sees both the old and the new names of the Services.","Other causes are a patch of the overrides of the profile, a patch that fails when the build has a new profile, and a ConfigMap or Secret that is also made of the file; with --drop, what takes a value from the split (`replacements` do so before the function, `vars` after all functions); for an HTTPRoute, what changes the ports of the apex Service or the HTTPRouteGroups of the split.","Kustomizations above the paths of the call are read, too, up to the root of the repository."].join(`

`),example:`# overlays/prod/kustomization.yaml
resources: [../../base]
patches:
- target: {kind: TrafficSplit}
  patch: |
    - {op: replace, path: /spec/backends/0/weight, value: 50}`},"cannot-insert":{cause:"The file has no room for the change, or the change would affect other fields: a .json file holds a single object, a ServiceProfile or HTTPRoute that has to change uses anchors, aliases, merge keys or ? keys there, the TrafficSplit to be dropped holds an anchor that another object uses, or an item of a list is an alias.",example:'{"apiVersion": "split.smi-spec.io/v1alpha2", "kind": "TrafficSplit"}'},"comment-dropped":{cause:["With --drop, the comments of a TrafficSplit move to the lines of what replaces it: those of a backend to its override, also in a profile or route that exists.",'Two kinds of comments cannot move. Tools read some comments: kpt-set: and kpt-merge: of kpt, {"$ref": \u2026} and {"$imagepolicy": \u2026} of setters, the modeline of yaml-language-server. Next to another value, the tool would change that value at its next run or check it against the wrong schema. Other comments have no line any more: those on the metadata of a split whose profile exists, and all where that profile is JSON.',"The same applies to the comments of an existing profile or route: a setter after a value that is replaced would write the old value again, so its comment is removed, unless the TrafficSplit has the same one. The comments of overrides that are removed are removed, too."].join(`

`),example:"spec:\n  service: web # kpt-set: ${svc}"},"name-normalised":{cause:"SMI allows the FQDN of the apex, and some manifests have `web.shop` or `web.shop.svc.cluster.local`. The smi-adaptor appends namespace and cluster domain to it once more, which gives a name that Linkerd never reads. The conversion uses the name of the Service.",example:`metadata: {namespace: shop}
spec:
  service: web.shop.svc.cluster.local`},"backend-other-namespace":{cause:"Linkerd can route to a Service in any namespace, so the profile does what the TrafficSplit says. The smi-adaptor writes an authority that does not exist, so this backend gets traffic for the first time.",example:`metadata: {namespace: shop}
spec:
  backends:
  - service: web-v2.canary
    weight: 10`},"unknown-field":{cause:"No version of the kind defines this field: the API server drops it, or refuses it under strict validation. Usually it is a misspelled field.",example:`spec:
  service: web
  backend: []`},"weight-form":{cause:"The CRD of this version refuses the weight as it is written (v1alpha1 takes whole numbers and strings, later versions take numbers), so this TrafficSplit never reached a cluster. Its meaning is clear, so it is converted.",example:`apiVersion: split.smi-spec.io/v1alpha2
spec:
  backends:
  - service: web-v1
    weight: "900m"`},"no-backends":{cause:"Without backends all traffic goes to the apex. No profile is written, and an existing one loses its dstOverrides, as it does with the smi-adaptor.",example:`spec:
  service: web
  backends: []`},"all-weights-zero":{cause:"Proxies drop backends of weight 0. If none is left, they ignore the overrides, and the apex gets all traffic. The traffic is not blocked.",example:`backends:
- service: web-v1
  weight: 0
- service: web-v2
  weight: 0`},"duplicate-backend":{cause:"The profile has the backend once, with the sum of its weights. Proxies before Linkerd 2.17 can crash on two overrides with the same authority; later ones add them up as well.",example:`backends:
- service: web-v1
  weight: 40
- service: web-v1
  weight: 60`},"nested-split":{cause:"A proxy resolves a backend to its endpoints and does not read the profile of the backend. So the TrafficSplit of the backend has no effect on this traffic.",example:`kind: TrafficSplit
spec:
  service: web
  backends: [{service: web-v1, weight: 1}]
---
kind: TrafficSplit
spec:
  service: web-v1`},"lookalike-group":{cause:"The kind is TrafficSplit, but the API group is not that of SMI, or is missing; or the group is that of SMI, and the kind is another one. Other projects use the same kind, and either may be misspelled. Such an object is not converted.",example:`apiVersion: split.smi-specs.io/v1alpha2
kind: TrafficSplit`},"profile-overwritten":{cause:"The ServiceProfile had overrides with other authorities or weights. The TrafficSplit wins, as it does with the smi-adaptor. (In Linkerd 2.11 the ServiceProfile won.)",example:`kind: ServiceProfile
metadata: {name: web.shop.svc.cluster.local}
spec:
  dstOverrides:
  - authority: web-v1.shop.svc.cluster.local
    weight: "1"`},"profile-skipped":{cause:'The smi-adaptor does not change a profile with the annotation smi.linkerd.io/skip, whatever its value, even "false". If the value is neither smi2linkerd nor smi2linkerd-dropped, someone else has set it on purpose, so profile and TrafficSplit are left unchanged.',example:`kind: ServiceProfile
metadata:
  annotations:
    smi.linkerd.io/skip: "true"`},"profile-stale":{cause:"The annotation says that the profile was made from a TrafficSplit that was kept, but no TrafficSplit in the input needs it. The profile still splits the traffic. (A profile whose TrafficSplit was removed by --drop has the value smi2linkerd-dropped and is not reported.)",example:`kind: ServiceProfile
metadata:
  annotations:
    smi.linkerd.io/skip: smi2linkerd   # and there is no TrafficSplit`},"profile-name-dead":{cause:"Linkerd looks a profile up by the full DNS name of a Service. A profile named like the Service alone, or in any other way, is stored but never read.",example:`kind: ServiceProfile
metadata:
  name: web        # not web.shop.svc.cluster.local
  namespace: shop`},"profile-shadowed":{cause:"A proxy prefers the profile in its own namespace to that in the namespace of the Service, and never merges the two. Clients in that namespace use this profile, without the split.",example:`kind: ServiceProfile
metadata:
  name: web.shop.svc.cluster.local
  namespace: frontend`},"profile-invalid":{cause:"Linkerd's validator or its controller refuses the profile. One invalid route or retry budget drops the whole profile, including the split; some mistakes stop the profiles of the whole cluster.",example:`kind: ServiceProfile
spec:
  routes:
  - name: GET /      # no condition`},"profile-namespace-mismatch":{cause:"The name of the profile, or one of its authorities, has another namespace than the profile itself. This happens when a Kustomize base is converted and an overlay then sets the namespace. Linkerd does not find the profile, or sends traffic to the wrong namespace.",example:`kind: ServiceProfile
metadata:
  name: web.default.svc.cluster.local
  namespace: prod`},"apex-headless":{cause:"A proxy looks the profile up by the cluster IP that the client connects to. A headless Service and an ExternalName have no cluster IP, so the profile is not read. Linkerd accepts no HTTPRoute on such a Service.",example:`kind: Service
metadata: {name: web}
spec:
  clusterIP: None`},"backend-external-name":{cause:"Linkerd does not resolve an ExternalName as a backend: its share of the traffic goes to the other backends.",example:`kind: Service
metadata: {name: web-v2}
spec:
  type: ExternalName
  externalName: example.org`},"backend-port-missing":{cause:"Traffic to a port of the apex goes to the same port of every backend, unless an override names another one. If the Service of a backend does not declare that port, Linkerd uses it on the pods of the backend directly, and their share of the traffic fails unless they listen on it.",example:`kind: Service
metadata: {name: web}
spec: {ports: [{port: 80}]}
---
kind: Service
metadata: {name: web-v1}
spec: {ports: [{port: 8080}]}`},"route-ignored":{cause:"A profile with overrides takes precedence over HTTPRoutes and GRPCRoutes of the Service: Linkerd ignores them.",example:`kind: HTTPRoute
spec:
  parentRefs:
  - {kind: Service, group: core, name: web}`},"annotation-ignored":{cause:"While a profile is in force, Linkerd ignores annotations of the Service for retries, timeouts and circuit breaking.",example:`kind: Service
metadata:
  name: web
  annotations:
    retry.linkerd.io/http: 5xx`},"split-skipped":{cause:"A TrafficSplit with the annotation smi.linkerd.io/skip is not converted and not checked any further.",example:`kind: TrafficSplit
metadata:
  annotations:
    smi.linkerd.io/skip: "true"`},"split-local-config":{cause:'The annotation config.kubernetes.io/local-config, with any value but "false", says that the object is never applied to a cluster, so it is not converted.',example:`kind: TrafficSplit
metadata:
  annotations:
    config.kubernetes.io/local-config: "true"`},"failover-controlled":{cause:"linkerd-failover changes the weights of this TrafficSplit when a backend fails. A profile would freeze them at their values in Git, and failover would stop working.",example:`kind: TrafficSplit
metadata:
  labels:
    failover.linkerd.io/controlled-by: linkerd-failover`},"controller-owned":{cause:"Flagger or Argo Rollouts changes the weights of this TrafficSplit during a rollout. A profile would freeze them at their values in Git.",example:`kind: TrafficSplit
metadata:
  ownerReferences:
  - {kind: Canary, name: web}`},"splits-at-run-time":{cause:"The controller creates TrafficSplits in the cluster, so they are not in any manifest. As long as it does, only the smi-adaptor can turn them into profiles.",example:`kind: Canary
spec:
  provider: linkerd`},"served-by-function":{cause:"Every outermost kustomization that deploys the file lists this program in `transformers:`, or is rendered by the plugin smi2linkerd-kustomize of Argo CD, so each build writes its own profile; a chart or a directory is rendered by the plugin smi2linkerd-helm or smi2linkerd in each Application of the input that has it. The file is left unchanged. Flux runs no functions: what it deploys is not served.",example:`# overlays/prod/kustomization.yaml
namePrefix: prod-
resources: [../../base]
transformers: [smi2linkerd.yaml]`},"kustomize-patch":{cause:"A kustomization in the input uses this file as a patch, or the object has a directive of patches such as $patch: it holds a part of a TrafficSplit, not one that is deployed. Kustomize prints what is listed under `resources:` with its directive, and so does a stream: the API server does not know that field.",example:`# overlays/prod/kustomization.yaml
patches:
- path: weights.yaml   # kind: TrafficSplit`},"version-never-served":{cause:"The smi-adaptor only supports v1alpha1 and v1alpha2, so it never turned a TrafficSplit of a later version into a profile. After the conversion this split takes effect for the first time.",example:`apiVersion: split.smi-spec.io/v1alpha4
kind: TrafficSplit`},"weight-fraction":{cause:"SMI asks for whole numbers, but the API server accepts a fraction, and the smi-adaptor writes it as a quantity (0.5 is 500m). So does the conversion.",example:`apiVersion: split.smi-spec.io/v1alpha2
spec:
  backends:
  - service: web-v1
    weight: 0.5`},"namespace-from-kustomization":{cause:"The TrafficSplit has no namespace, and every kustomization in the input that lists its file sets the same one. The TrafficSplit will be deployed in that namespace.",example:`# kustomization.yaml
namespace: shop
resources: [split.yaml]`},"service-renamed":{cause:"Kustomize renames Services and HTTPRouteGroups by namePrefix or nameSuffix, but does not change their names in a TrafficSplit. Exactly one of them had this name before, so the profile or route uses its new name.",example:`# kustomization.yaml
namePrefix: blue-
transformers: [smi2linkerd.yaml]`},"half-renamed":{cause:"Kustomize renames the Service of the apex, but no Service has or had the name of this backend. The split would send traffic to a Service that does not exist.",example:`# kustomization.yaml
namePrefix: blue-      # Service web is blue-web; no Service was ever web-v2
transformers: [smi2linkerd.yaml]`},"metadata-form":{cause:"The API server refuses an object with a label or annotation that is not a string, so this TrafficSplit never reached a cluster. The profile gets the value as a string.",example:`kind: TrafficSplit
metadata:
  labels:
    version: 2 # has to be "2"`},"cluster-dump":{cause:"The object has fields that only a cluster sets. Only spec, name, labels and annotations of a TrafficSplit are converted. In a ServiceProfile only the spec and one annotation are changed, and its uid or resourceVersion can make kubectl apply fail.",example:`kind: TrafficSplit
metadata:
  uid: 6e6ffd3c-2f0c-4a86-8d0f-0a6bdb0d8d0c`},"apex-split-alternative":{cause:"Several files hold the same TrafficSplit with different weights, to be applied one after the other. Each gets its own profile in its own file.",example:`# 100-0.yaml   TrafficSplit web, weights 100 and 0
# 75-25.yaml   TrafficSplit web, weights 75 and 25`},"apex-split-in-files":{cause:"TrafficSplits with different names in different files split the same apex. If both are applied, both need the same profile, and the last one applied wins.",example:`# blue.yaml    TrafficSplit blue, service web
# green.yaml   TrafficSplit green, service web`},"split-embedded":{cause:"The TrafficSplit is part of another object: a Crossplane Object, an OpenShift Template, a ManifestWork, the values of a HelmRelease, a string of a ConfigMap or a Secret (in base64, too), or a file that a kustomization makes part of one (configMapGenerator, secretGenerator). Only the controller of such an object knows what may be in it, so nothing is changed.",example:`kind: Object
spec:
  forProvider:
    manifest:
      apiVersion: split.smi-spec.io/v1alpha2
      kind: TrafficSplit`},"smi-leftover":{cause:"This object refers to TrafficSplits: a CRD, a role, a policy, an AppProject, a file of name references. The reference is not needed any more once all TrafficSplits are removed; the object may still be, if it has another use. The same goes for what installs the smi-adaptor: a HelmRelease, an Application, a kustomization or another chart with the chart linkerd-smi, or a workload with the image of the adaptor. That chart owns the CRD, so removing it deletes every TrafficSplit in the cluster.",example:`kind: ClusterRole
rules:
- apiGroups: [split.smi-spec.io]
  resources: [trafficsplits]`},"project-forbids-profile":{cause:"Argo CD syncs only the kinds that the AppProject allows. This one allows TrafficSplits but not the ServiceProfiles that replace them, so the sync would fail.",example:`kind: AppProject
spec:
  namespaceResourceWhitelist:
  - {group: split.smi-spec.io, kind: TrafficSplit}`},"file-emptied":{cause:"The file held nothing but the TrafficSplit, and its profile is in another file. smi2linkerd never deletes a file, but Kustomize refuses a resource file without an object. kpt deletes a file whose items a function takes out: then Kustomize does not find it.",example:`# split.yaml      only comments are left
# kustomization.yaml
resources: [split.yaml, profile.yaml]`},"file-unnamed":{cause:"kpt writes YAML into a file whatever it is called. So what a TrafficSplit in a .json file becomes is in a .yaml file beside it, and Kustomize builds only the files that a kustomization names.",example:`# split.json      holds the TrafficSplit
# split.yaml      holds its ServiceProfile
# kustomization.yaml
resources: [split.json]`},"file-ignored":{cause:"In directories and patterns, files that .gitignore excludes are skipped: most are rendered from others. A file that was added before the rule, or with git add --force, is in Git all the same and may be deployed. git check-ignore -v --no-index FILE shows the rule, git ls-files FILE whether Git holds it. Links in directories are not followed, so that nothing is written elsewhere; kubectl apply reads them. A link to a file that the call reads by its own path is not named.",example:`# .gitignore
out/
# out/split.yaml
kind: TrafficSplit`}};var q=79;function R(e){let{title:t,severity:a,fix:o}=p[e],{cause:i,example:n}=P[e],c=`${e} (${a}): ${E(t)}`;return`${k(c)}
${i.split(`

`).map(k).join(`
`)}
Example:

${M(n)}
${k(`Fix: ${o}.`)}`}function A(){let e=Math.max(...m.map(t=>t.length));return m.map(t=>`${t.padEnd(e)}  ${p[t].severity.padEnd(7)}  ${p[t].title}
`).join("")}function E(e){return/^[A-Z](?![A-Z])[a-z ]/.test(e)&&!/^(?:Argo|Linkerd|Kustomize|TrafficSplit)/.test(e)?e.charAt(0).toLowerCase()+e.slice(1):e}function M(e){return`${e.replace(/^(?=.)/gm,"  ")}
`}function k(e){let t=[],[a="",...o]=e.split(/\s+/),i=a;for(let n of o)i.length+1+n.length>q?(t.push(i),i=n):i=`${i} ${n}`;return`${[...t,i].join(`
`)}
`}function H(e,t,a=1/0){let o=Math.min(a,Math.max(1,Math.floor(e.length/3))),i=e.toLowerCase(),n;for(let c of t){if(e.length>60||Math.abs(c.length-e.length)>o)continue;let h=O(i,c.toLowerCase(),o);h<=o&&(n===void 0||h<n.distance)&&(n={word:c,distance:h})}return n?.word}function O(e,t,a){let[o,i]=N(e,t),n=a+1,c=[],h=Array.from({length:i.length+1},(r,f)=>f);for(let r=1;r<=o.length;r+=1){let f=new Array(i.length+1).fill(n);f[0]=r;let w=r;for(let s=Math.max(1,r-a);s<=Math.min(i.length,r+a);s+=1){let z=o[r-1]===i[s-1]?0:1,u=Math.min(d(h,s)+1,d(f,s-1)+1,d(h,s-1)+z);o[r-1]===i[s-2]&&o[r-2]===i[s-1]&&(u=Math.min(u,d(c,s-2)+1)),f[s]=u,w=Math.min(w,u)}if(w>a)return n;[c,h]=[h,f]}return d(h,i.length);function d(r,f){return r[f]??n}}function N(e,t){let a=Math.min(e.length,t.length),o=0;for(;o<a&&e[o]===t[o];)o+=1;let i=0;for(;i<a-o&&e[e.length-i-1]===t[t.length-i-1];)i+=1;return[e.slice(o,e.length-i),t.slice(o,t.length-i)]}var b={done:0,findings:1,usage:2,bug:70},v=class extends Error{name="UsageError";fix;constructor(t,a){super(t),this.fix=a}};function D(e,t){if(t===!0)return e.write(1,A()),b.done;if(!x(t)){let a=H(t,m);throw new v(`there is no diagnostic ${JSON.stringify(t)}`,a===void 0?"smi2linkerd --explain lists all":`did you mean ${a}?`)}return e.write(1,R(t)),b.done}0&&(module.exports={explainTo});
