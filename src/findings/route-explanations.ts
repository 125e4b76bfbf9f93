import type { Explanation } from './explanation.ts';
import type { routeFindings } from './route-findings.ts';

const split = 'kind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec:\n  service: web';
const apexRoute =
  'kind: HTTPRoute\nmetadata: {name: by-hand, namespace: shop}\nspec:\n  parentRefs: [{group: core, kind: Service, name: web, port: 8080}]';

/** The explanations of the findings of target httproute. Statements about Linkerd come from its source code and from running it. */
export const routeExplanations: Readonly<Record<keyof typeof routeFindings, Explanation>> = {
  'ports-unknown': {
    cause:
      'An HTTPRoute has to name a port of its Service: without one, its backends would get the requests to all ports of the apex on a single port. The Service of the apex is not in the input, or several copies of it have different ports, and --port does not name its ports. Or overlays deploy it to namespaces of which only some make a port opaque, by config.linkerd.io/opaque-ports.',
    example: `${split}   # and there is no Service web`,
  },
  'port-unknown': {
    cause:
      'The Service of the apex is in the input, but does not have the port that --port names. A route on a port that the Service does not have is never in force.',
    example:
      '# smi2linkerd --target httproute --port web=9090\nkind: Service\nmetadata: {name: web}\nspec:\n  ports: [{port: 8080}]',
  },
  'port-not-http': {
    cause:
      'Linkerd forwards connections to an opaque port as raw TCP and ignores HTTPRoutes on it, although the status of the route says Accepted. A port is opaque because of the annotation config.linkerd.io/opaque-ports of the Service or its Namespace, because it is in the default list (25, 587, 3306, 4444, 5432, 6379, 9300, 11211), or because of an appProtocol other than http and kubernetes.io/h2c. The other ports of the apex get their routes; if there is no other, nothing is converted. A ServiceProfile can split the connections to such a port.',
    example: 'kind: Service\nmetadata: {name: web}\nspec:\n  ports: [{port: 6379}]',
  },
  'too-many-backends': {
    cause:
      'The HTTPRoute CRD allows at most 16 backendRefs in a rule, and one rule has to hold all backends of a split.',
    example: `${split}\n  backends: [{service: web-1, weight: 1}, {service: web-2, weight: 1}]   # and 15 more`,
  },
  'routegroup-missing': {
    cause:
      'spec.matches of the TrafficSplit names an HTTPRouteGroup that is not among the manifests deployed with it. So the requests that should match are not known, and nothing is written.',
    example: `${split}\n  matches: [{kind: HTTPRouteGroup, name: beta-users}]`,
  },
  'ambiguous-routegroup': {
    cause:
      'Two HTTPRouteGroups with the name in spec.matches are deployed with the TrafficSplit and have different contents. The wrong one would send requests to the wrong backends.',
    example:
      'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches: [{name: a, pathRegex: /a}]\n---\nkind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches: [{name: a, pathRegex: /b}]',
  },
  'invalid-routegroup': {
    cause:
      'The HTTPRouteGroup has no matches, or has them both at the top level and below spec, of which a cluster reads one, or has a match without any condition or a field whose type is not the one that SMI defines. So the requests that should match are not known.',
    example: 'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: everyone',
  },
  'match-unsupported': {
    cause:
      "There is no HTTPRoute with which Linkerd would do what the match asks for: it names another kind than HTTPRouteGroup, has a method or header that the CRD refuses, or has a regular expression that Linkerd's engine (Rust's regex) cannot compile or reads differently from RE2 and JavaScript. Linkerd's webhook rejects a route with such an expression. Without the webhook, the whole route is dropped although its status says Accepted, and all requests go to the apex.",
    example:
      'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: a\n    pathRegex: /(?!admin).*',
  },
  'too-many-matches': {
    cause:
      'Before Gateway API 1.2, the HTTPRoute CRD allows 8 matches in a rule and 16 rules in a route. The last rule is for the requests that do not match. So a route can have 120 matches; a match with several methods counts once for each.',
    example:
      'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - {name: m1, pathRegex: /1}   # and 120 more',
  },
  'route-exists': {
    cause:
      'The apex has another route on the same port, with matches that overlap those of the split. If two routes have equal matches, Linkerd uses the older one. So one of the two would have no effect, and which one depends on when they were applied. A route of the split that only some overlays have does not count for the others: they would be left without one. A route that other overlays have without this TrafficSplit is not changed: they would get its weights. A route in another directory is a warning: the two may be applied to different clusters.',
    example: `${split}\n---\n${apexRoute}\n  rules: [{backendRefs: [{name: web, port: 8080}]}]`,
  },
  'route-name-taken': {
    cause:
      'The HTTPRoute made from a TrafficSplit gets the name of the TrafficSplit. An HTTPRoute of that name already exists in the namespace and has another parent, or is made from a TrafficSplit of another Service; one of the two would replace the other in the cluster. An HTTPRoute in another directory is a warning: the two may be applied to different clusters.',
    example: `${split}\n---\nkind: HTTPRoute\nmetadata: {name: web, namespace: shop}\nspec:\n  parentRefs: [{kind: Gateway, name: public}]`,
  },
  'grpcroute-wins': {
    cause:
      'Linkerd uses one kind of route for a port. If a GRPCRoute has the same port, the HTTPRoute is not accepted; if the GRPCRoute has no port, the HTTPRoute is accepted but ignored. A GRPCRoute in another directory is a warning: the two may be applied to different clusters.',
    example: `${split}\n---\nkind: GRPCRoute\nmetadata: {name: web, namespace: shop}\nspec:\n  parentRefs: [{group: core, kind: Service, name: web}]`,
  },
  'profile-wins': {
    cause:
      'While the ServiceProfile of a Service has routes, or dstOverrides with a weight above zero, Linkerd ignores the HTTPRoutes of the Service. A profile with routes has settings that an HTTPRoute cannot have, and one with other overrides contradicts the TrafficSplit. Neither is removed unless you ask for it, nor is a profile that other overlays have without this TrafficSplit. A profile in another directory is a warning if it has routes, or was made for the TrafficSplit and left behind there: the route is written, for the two may be applied to different clusters.',
    example: `${split}\n---\nkind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  routes: [{name: all, condition: {pathRegex: .*}}]`,
  },
  'profile-routes': {
    cause:
      '--profiles converts ServiceProfiles that only split traffic into HTTPRoutes. This one also has routes, a retryBudget or opaquePorts. Its per-route retries, timeouts, response classes and metrics would be lost, so it is left unchanged.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  routes: [{name: all, condition: {pathRegex: .*}}]\n  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]',
  },
  'profile-foreign': {
    cause:
      'The ServiceProfile is not in the namespace of its Service, so it applies only to clients in its own namespace. The equivalent would be a consumer route, not the HTTPRoute for all clients that --profiles writes.',
    example: 'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: clients}',
  },
  'match-never': {
    cause:
      'Linkerd matches a path regex against the whole path, which starts with /. This regex matches nothing that starts with /, or it holds a line end, which neither a path nor the value of a header has; a block scalar with | or > ends in one.',
    example: 'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: m\n    pathRegex: metrics',
  },
  'match-anchoring': {
    cause:
      'SMI does not say whether the pattern of a header may match a part of the value or has to match all of it. The examples in SMI match the whole value, and so does Linkerd; Traefik Mesh and FSM matched a part. This pattern is neither open (.*) nor anchored (^, $) at both ends, so the two readings differ.',
    example:
      'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: m\n    headers: {user-agent: Firefox}',
  },
  'match-everything': {
    cause:
      'One of the matches applies to every request, so the others have no effect: the route splits all requests, as it would without spec.matches.',
    example: 'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: m\n    pathRegex: .*',
  },
  'route-beside': {
    cause:
      'The apex has another route, and all of its matches are more specific than the path /. Both are in force: the other route gets the requests that it matches, and the split gets the rest. A ServiceProfile of the apex would have disabled the other route.',
    example: `${split}\n---\n${apexRoute}\n  rules: [{matches: [{path: {type: PathPrefix, value: /admin}}]}]`,
  },
  'route-overwritten': {
    cause:
      'An HTTPRoute of the apex differs from the one for this TrafficSplit in the weights alone, so it is taken for that route. Its weights are replaced; nothing else in it changes. The parents and rules of a route with the annotation of a TrafficSplit are those of the TrafficSplit: what was added to them, such as a Gateway or timeouts, is lost when they are written anew.',
    example: `${apexRoute}\n  rules: [{backendRefs: [{name: web, port: 8080, weight: 90}]}]`,
  },
  'route-hostnames': {
    cause:
      'The HTTPRoute that was made from a TrafficSplit has hostnames, which this program never writes. A TrafficSplit is for all requests to its Service, but Linkerd answers those for any other host with 404. Only the parents and the rules of such a route are kept up to date, so the hostnames stay, also after --drop.',
    example:
      'kind: HTTPRoute\nmetadata:\n  name: web\n  namespace: shop\n  annotations: {smi2linkerd.dev/trafficsplit: web}\nspec:\n  hostnames: [shop.example.com]',
  },
  'route-conflict': {
    cause:
      'Linkerd uses one kind of route for a port: it does not accept a TCPRoute or TLSRoute if an HTTPRoute has the same port.',
    example: `${split}\n---\nkind: TCPRoute\nmetadata: {name: web, namespace: shop}\nspec:\n  parentRefs: [{group: core, kind: Service, name: web, port: 8080}]`,
  },
  'route-stale': {
    cause:
      'The annotation smi2linkerd.dev/trafficsplit says that the HTTPRoute was made from a TrafficSplit, but that TrafficSplit is not in the input. The route still splits the requests to its Service.',
    example:
      'kind: HTTPRoute\nmetadata:\n  name: web\n  namespace: shop\n  annotations: {smi2linkerd.dev/trafficsplit: web}',
  },
  'annotation-active': {
    cause:
      'A ServiceProfile with overrides disables the annotations of its Service for circuit breaking, retries and timeouts. An HTTPRoute does not, so annotations that had no effect before now take effect.',
    example: 'kind: Service\nmetadata:\n  name: web\n  annotations: {retry.linkerd.io/http: 5xx}',
  },
  'project-forbids-route': {
    cause:
      'Argo CD syncs only the kinds that the AppProject allows. This one allows TrafficSplits but not the HTTPRoutes that replace them, so the sync would fail.',
    example:
      'kind: AppProject\nspec:\n  namespaceResourceWhitelist:\n  - {group: split.smi-spec.io, kind: TrafficSplit}',
  },
  'ports-from-elsewhere': {
    cause:
      'The Service of the apex is not deployed together with the TrafficSplit. All Services of that name in the input have the same TCP ports, so these are used.',
    example: '# web/split.yaml      TrafficSplit web\n# other/service.yaml  Service web, port 8080',
  },
  'profile-removed': {
    cause:
      'The ServiceProfile of the apex has the split of the TrafficSplit and nothing else. While it is in the cluster, Linkerd ignores the route, so it is removed. Connected clients send all requests to the apex until they are idle for 5 s or restart.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]',
  },
  'profile-convertible': {
    cause:
      'An HTTPRoute can replace a ServiceProfile that has only dstOverrides in its spec. --profiles converts such profiles, each in its own place, as it converts TrafficSplits.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]',
  },
  'adaptor-wins': {
    cause:
      'The TrafficSplit is kept beside its route. As long as it is in the cluster, a running smi-adaptor makes a ServiceProfile from it, and Linkerd ignores the routes of a Service that has a ServiceProfile with routes or with overrides above zero. This is no problem if no adaptor runs and its profiles have been deleted.',
    example: `${split}   # converted without --drop`,
  },
};
