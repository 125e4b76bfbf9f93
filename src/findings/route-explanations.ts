import type { Explanation } from './explanation.ts';
import type { routeFindings } from './route-findings.ts';

const split = 'kind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec:\n  service: web';
const apexRoute =
  'kind: HTTPRoute\nmetadata: {name: by-hand, namespace: shop}\nspec:\n  parentRefs: [{group: core, kind: Service, name: web, port: 8080}]';

/** The long form of the findings of the target httproute. Facts about Linkerd are from its sources and from running them. */
export const routeExplanations: Readonly<Record<keyof typeof routeFindings, Explanation>> = {
  'ports-unknown': {
    cause:
      'An HTTPRoute names a port of its Service: without one its backends would get the requests of all ports of the apex on a single port. The Service of the apex is not among the manifests, or copies of it disagree, and no --port says which ports it has.',
    example: `${split}   # no Service web is given`,
  },
  'port-unknown': {
    cause:
      'The Service of the apex is among the manifests and does not have the port that --port names for it. A route on a port that the Service lacks is never in force.',
    example:
      '# smi2linkerd --target httproute --port web=9090\nkind: Service\nmetadata: {name: web}\nspec:\n  ports: [{port: 8080}]',
  },
  'port-not-http': {
    cause:
      'Linkerd forwards the connections of an opaque port as they are, and reads no HTTPRoute there, though the status of the route says Accepted. A port is opaque by the annotation config.linkerd.io/opaque-ports of the Service or its Namespace, by the default list (25, 587, 3306, 4444, 5432, 6379, 9300, 11211), or by an appProtocol other than http and kubernetes.io/h2c. Other ports of the apex get their routes; where it is the only one, nothing is converted. A ServiceProfile splits the connections of such a port.',
    example: 'kind: Service\nmetadata: {name: web}\nspec:\n  ports: [{port: 6379}]',
  },
  'too-many-backends': {
    cause:
      'The HTTPRoute CRD takes at most 16 backendRefs in a rule, and every request of a split is decided by one rule.',
    example: `${split}\n  backends: [{service: web-1, weight: 1}, {service: web-2, weight: 1}]   # and 15 more`,
  },
  'routegroup-missing': {
    cause:
      'spec.matches of the TrafficSplit names an HTTPRouteGroup that is not in its unit: what requests it is about is not known, so nothing is written.',
    example: `${split}\n  matches: [{kind: HTTPRouteGroup, name: beta-users}]`,
  },
  'ambiguous-routegroup': {
    cause:
      'Two HTTPRouteGroups of the name that the TrafficSplit asks for are in its unit, and say different things. The wrong one would send requests elsewhere.',
    example:
      'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches: [{name: a, pathRegex: /a}]\n---\nkind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches: [{name: a, pathRegex: /b}]',
  },
  'invalid-routegroup': {
    cause:
      'The HTTPRouteGroup has no matches, a match without any condition, or a field of another type than SMI says. What requests are meant cannot be read from it.',
    example: 'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: everyone',
  },
  'match-unsupported': {
    cause:
      "What the match asks for cannot be said in an HTTPRoute so that Linkerd does it: another kind than HTTPRouteGroup, a method or header that the CRD refuses, or a regular expression that Linkerd's engine (Rust's regex) does not compile or reads in another way than RE2 and JavaScript do. Linkerd's webhook denies a route with such an expression; where it does not run, the whole route is dropped while its status says Accepted, and all requests go to the apex.",
    example:
      'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: a\n    pathRegex: /(?!admin).*',
  },
  'too-many-matches': {
    cause:
      'A rule of an HTTPRoute takes 8 matches under the CRDs before Gateway API 1.2, a route takes 16 rules, and the last rule is that of the requests which match nothing. So a route carries 120 matches; one with several methods counts once for each.',
    example:
      'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - {name: m1, pathRegex: /1}   # and 120 more',
  },
  'route-exists': {
    cause:
      'The apex has another route on the same port whose matches do not differ clearly from those of the split. Of two routes with equal matches Linkerd obeys the older one, so one of the two would be dead, and which one depends on when it was applied.',
    example: `${split}\n---\n${apexRoute}\n  rules: [{backendRefs: [{name: web, port: 8080}]}]`,
  },
  'route-name-taken': {
    cause:
      'The HTTPRoute of a TrafficSplit has its name. An HTTPRoute of that name and namespace is there and belongs to something else, so writing would replace it in the cluster.',
    example: `${split}\n---\nkind: HTTPRoute\nmetadata: {name: web, namespace: shop}\nspec:\n  parentRefs: [{kind: Gateway, name: public}]`,
  },
  'grpcroute-wins': {
    cause:
      'Linkerd takes one kind of route for a port. Beside a GRPCRoute with the same port the HTTPRoute is not accepted; beside one without a port it is accepted and ignored.',
    example: `${split}\n---\nkind: GRPCRoute\nmetadata: {name: web, namespace: shop}\nspec:\n  parentRefs: [{group: core, kind: Service, name: web}]`,
  },
  'profile-wins': {
    cause:
      'While a ServiceProfile of a Service has routes or dstOverrides that are not zero, Linkerd ignores the HTTPRoutes of the Service. One with routes says what a route cannot; one with other overrides disagrees with the TrafficSplit. Neither is taken away without being asked.',
    example: `${split}\n---\nkind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  routes: [{name: all, condition: {pathRegex: .*}}]`,
  },
  'profile-routes': {
    cause:
      'With --profiles a ServiceProfile that only splits becomes an HTTPRoute. This one has routes, a retryBudget or opaquePorts too: per-route retries, timeouts, classes and metrics would be lost, so it stays as it is.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  routes: [{name: all, condition: {pathRegex: .*}}]\n  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]',
  },
  'profile-foreign': {
    cause:
      'The ServiceProfile is in another namespace than its Service: it is that of the clients there. A route for them is a consumer route, which is another object than the one for all clients.',
    example: 'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: clients}',
  },
  'match-never': {
    cause:
      'Linkerd matches a path regex against the whole path, which begins with /. This one matches no text that does.',
    example: 'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: m\n    pathRegex: metrics',
  },
  'match-anchoring': {
    cause:
      'SMI does not say whether the pattern of a header is searched inside the value or stands for all of it. Its examples are written for the whole value, and so Linkerd matches. Traefik Mesh and FSM searched inside it. This pattern is neither open (.*) nor anchored (^, $) at both ends, so the two readings differ.',
    example:
      'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: m\n    headers: {user-agent: Firefox}',
  },
  'match-everything': {
    cause:
      'One of the matches holds for every request, so the others limit nothing: the route splits all requests, as if spec.matches were not there.',
    example: 'kind: HTTPRouteGroup\nmetadata: {name: beta}\nspec:\n  matches:\n  - name: m\n    pathRegex: .*',
  },
  'route-beside': {
    cause:
      'The apex has another route whose matches are all more specific than the path /. Both are in force: where the other one matches, it decides, and the split has the rest. A ServiceProfile of the apex would have switched it off.',
    example: `${split}\n---\n${apexRoute}\n  rules: [{matches: [{path: {type: PathPrefix, value: /admin}}]}]`,
  },
  'route-overwritten': {
    cause:
      'An HTTPRoute of the apex says the same as the split but for the weights, so it is that of the split. Its weights are replaced; nothing else of it changes.',
    example: `${apexRoute}\n  rules: [{backendRefs: [{name: web, port: 8080, weight: 90}]}]`,
  },
  'route-conflict': {
    cause:
      'Linkerd takes one kind of route for a port: beside an HTTPRoute a TCPRoute or TLSRoute of the same port is not accepted.',
    example: `${split}\n---\nkind: TCPRoute\nmetadata: {name: web, namespace: shop}\nspec:\n  parentRefs: [{group: core, kind: Service, name: web, port: 8080}]`,
  },
  'route-stale': {
    cause:
      'The annotation smi2linkerd.dev/trafficsplit says that the HTTPRoute was made from a TrafficSplit, which is not there any more. The route still splits the requests of its Service.',
    example:
      'kind: HTTPRoute\nmetadata:\n  name: web\n  namespace: shop\n  annotations: {smi2linkerd.dev/trafficsplit: web}',
  },
  'annotation-active': {
    cause:
      'Annotations for circuit breaking, retries and timeouts of a Service are switched off as long as a ServiceProfile of it has overrides. Beside an HTTPRoute they are in force: those that had no effect before begin to act.',
    example: 'kind: Service\nmetadata:\n  name: web\n  annotations: {retry.linkerd.io/http: 5xx}',
  },
  'project-forbids-route': {
    cause:
      'Argo CD applies only what the AppProject of an application allows. This one allows TrafficSplits and no HTTPRoutes: the converted application would not sync.',
    example:
      'kind: AppProject\nspec:\n  namespaceResourceWhitelist:\n  - {group: split.smi-spec.io, kind: TrafficSplit}',
  },
  'ports-from-elsewhere': {
    cause:
      'The Service of the apex is not deployed together with the TrafficSplit. All Services of that name in the call have the same TCP ports, so those are used.',
    example: '# web/split.yaml      TrafficSplit web\n# other/service.yaml  Service web, port 8080',
  },
  'profile-removed': {
    cause:
      'The ServiceProfile of the apex says what the TrafficSplit says and nothing else. While it is in the cluster Linkerd ignores the route, so it goes. Clients that are connected keep the path of the profile without its split until they are idle for 5 s or restart.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]',
  },
  'profile-convertible': {
    cause:
      'A ServiceProfile with dstOverrides and nothing else in its spec says what an HTTPRoute can say. --profiles converts such profiles as TrafficSplits are converted, in their own place.',
    example:
      'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local, namespace: shop}\nspec:\n  dstOverrides: [{authority: web-v2.shop.svc.cluster.local, weight: "1"}]',
  },
  'adaptor-wins': {
    cause:
      'The TrafficSplit stays beside its route. As long as it is in the cluster, a running smi-adaptor makes a ServiceProfile of it, and Linkerd ignores the routes of a Service that has one. Nothing is wrong where no adaptor runs and its profiles are deleted.',
    example: `${split}   # converted without --drop`,
  },
};
