/** Findings of the target httproute. */
export const routeFindings = {
  // The TrafficSplit has no faithful HTTPRoute.
  'ports-unknown': {
    severity: 'error',
    title: 'The ports of the apex are unknown',
    fix: 'pass --port, or give the file of the Service too',
  },
  'port-unknown': {
    severity: 'error',
    title: 'The Service of the apex has no such port',
    fix: 'name a TCP port of the Service, or leave --port out',
  },
  'port-not-http': {
    severity: 'warning',
    title: 'Linkerd does not read HTTP on a port of the apex',
    fix: 'drop or correct the opaque-ports annotation or appProtocol of the Service, or use a TCPRoute (Linkerd 2.18 and up)',
  },
  'too-many-backends': {
    severity: 'error',
    title: 'The TrafficSplit has more backends than a route carries',
    fix: 'use at most 16 backends',
  },
  'routegroup-missing': {
    severity: 'error',
    title: 'An HTTPRouteGroup of the TrafficSplit is not here',
    fix: 'give the file of the HTTPRouteGroup too, or put it where the kustomization of the TrafficSplit lists it',
  },
  'ambiguous-routegroup': {
    severity: 'error',
    title: 'An HTTPRouteGroup exists twice, with different contents',
    fix: 'keep one of the two, or name the files that are applied together on one command line',
  },
  'invalid-routegroup': {
    severity: 'error',
    title: 'A field of the HTTPRouteGroup is missing or of the wrong type',
    fix: 'give each match methods, a pathRegex or headers',
  },
  'match-unsupported': {
    severity: 'error',
    title: 'A match has no faithful form in an HTTPRoute',
    fix: 'write what should match in a form that Linkerd knows',
  },
  'too-many-matches': {
    severity: 'error',
    title: 'The TrafficSplit has more matches than a route carries',
    fix: 'use at most 120 matches; a match with several methods counts once for each',
  },
  'route-exists': {
    severity: 'error',
    title: 'Another route already decides for the apex',
    fix: 'keep one of the two: remove the other route, or the TrafficSplit',
  },
  'route-name-taken': {
    severity: 'error',
    title: 'Another HTTPRoute has the name that the new one would get',
    fix: 'rename the TrafficSplit or the HTTPRoute',
  },
  'grpcroute-wins': {
    severity: 'error',
    title: 'A GRPCRoute of the apex takes precedence',
    fix: 'write the weights into the backendRefs of the GRPCRoute, and remove the TrafficSplit',
  },
  'profile-wins': {
    severity: 'error',
    title: 'A ServiceProfile of the apex takes precedence over a route',
    fix: 'remove the ServiceProfile, or pass --target serviceprofile',
  },
  'profile-routes': {
    severity: 'error',
    title: 'The ServiceProfile says more than a route can',
    fix: 'keep the ServiceProfile, or replace its routes by annotations of the Service first',
  },
  'profile-foreign': {
    severity: 'error',
    title: 'The ServiceProfile belongs to clients of another namespace',
    fix: 'write a route in the namespace of the clients by hand',
  },
  // Converted, and there is something to know.
  'match-never': {
    severity: 'warning',
    title: 'A path regex matches no path',
    fix: 'begin it with /',
  },
  'match-anchoring': {
    severity: 'warning',
    title: 'A header regex is taken for the whole value',
    fix: 'write .*V.* to search inside the value, or ^V$ for the whole of it',
  },
  'match-everything': {
    severity: 'warning',
    title: 'A match holds for every request',
    fix: 'remove spec.matches to split all requests, or correct the match',
  },
  'route-beside': {
    severity: 'warning',
    title: 'Another route of the apex is in force too',
    fix: 'check that both are wanted: where the more specific one matches, it decides',
  },
  'route-overwritten': {
    severity: 'warning',
    title: 'The weights of an existing HTTPRoute are replaced',
    fix: 'check which of the two is wanted: the TrafficSplit wins',
  },
  'route-conflict': {
    severity: 'warning',
    title: 'A TCPRoute or TLSRoute of the apex is not accepted beside an HTTPRoute',
    fix: 'keep one kind of route for the port',
  },
  'route-stale': {
    severity: 'warning',
    title: 'An HTTPRoute that was made here has lost its TrafficSplit',
    fix: 'bring the TrafficSplit back, or delete the HTTPRoute, or take the annotation off to keep it',
  },
  'annotation-active': {
    severity: 'warning',
    title: 'Annotations of the apex Service come into force',
    fix: 'check that they are wanted, or remove them: a ServiceProfile switched them off',
  },
  'project-forbids-route': {
    severity: 'warning',
    title: 'An Argo CD AppProject allows TrafficSplits but no HTTPRoutes',
    fix: 'allow group gateway.networking.k8s.io, kind HTTPRoute in the AppProject',
  },
  // Worth knowing.
  'ports-from-elsewhere': {
    severity: 'info',
    title: 'The ports of the apex come from another place of the call',
    fix: 'nothing to do; pass --port to say them',
  },
  'profile-removed': {
    severity: 'info',
    title: 'The ServiceProfile of the apex goes',
    fix: 'deploy the route before the ServiceProfile is deleted, and restart the clients: see docs/httproute.md',
  },
  'profile-convertible': {
    severity: 'info',
    title: 'A ServiceProfile that only splits could become an HTTPRoute',
    fix: 'pass --profiles to convert it too',
  },
  'adaptor-wins': {
    severity: 'info',
    title: 'A running smi-adaptor takes precedence over the route',
    fix: 'remove the TrafficSplits, or stop the adaptor and delete its ServiceProfiles: see docs/httproute.md',
  },
} as const;
