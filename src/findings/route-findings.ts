/** Findings of the target httproute. */
export const routeFindings = {
  // The TrafficSplit has no faithful HTTPRoute.
  'ports-unknown': {
    severity: 'error',
    title: 'The ports of the apex are unknown',
    fix: 'pass --port, or pass the file of the Service too',
  },
  'port-unknown': {
    severity: 'error',
    title: 'The Service of the apex has no such port',
    fix: 'name a TCP port of the Service, or omit --port',
  },
  'port-not-http': {
    severity: 'warning',
    title: 'Linkerd does not read HTTP on a port of the apex',
    fix: 'remove or correct opaque-ports of the Service or its Namespace, or its appProtocol, or use a TCPRoute (Linkerd 2.18 or later)',
  },
  'too-many-backends': {
    severity: 'error',
    title: 'The TrafficSplit has more backends than an HTTPRoute can have',
    fix: 'use at most 16 backends',
  },
  'routegroup-missing': {
    severity: 'error',
    title: 'An HTTPRouteGroup of the TrafficSplit is missing',
    fix: 'pass the file of the HTTPRouteGroup too, or list it in the kustomization of the TrafficSplit',
  },
  'ambiguous-routegroup': {
    severity: 'error',
    title: 'Two HTTPRouteGroups have the same name and different contents',
    fix: 'keep one of them, or name the files that are applied together in one command',
  },
  'invalid-routegroup': {
    severity: 'error',
    title: 'A field of the HTTPRouteGroup is missing or of the wrong type',
    fix: 'give each match methods, a pathRegex or headers',
  },
  'match-unsupported': {
    severity: 'error',
    title: 'An HTTPRoute cannot express a match faithfully',
    fix: 'rewrite the match in a form that Linkerd supports',
  },
  'too-many-matches': {
    severity: 'error',
    title: 'The TrafficSplit has more matches than an HTTPRoute can have',
    fix: 'use at most 120 matches; a match with several methods counts once for each',
  },
  'route-exists': {
    severity: 'error',
    title: 'Another route of the apex matches the same requests',
    fix: 'keep one of the two: remove the other route or the TrafficSplit',
  },
  'route-name-taken': {
    severity: 'error',
    title: 'Another HTTPRoute already has the name of the new one',
    fix: 'rename the TrafficSplit or the HTTPRoute',
  },
  'grpcroute-wins': {
    severity: 'error',
    title: 'A GRPCRoute of the apex takes precedence',
    fix: 'put the weights into the backendRefs of the GRPCRoute, and remove the TrafficSplit',
  },
  'profile-wins': {
    severity: 'error',
    title: 'A ServiceProfile of the apex takes precedence over a route',
    fix: 'remove the ServiceProfile, or pass --target serviceprofile',
  },
  'profile-routes': {
    severity: 'error',
    title: 'The ServiceProfile has settings that an HTTPRoute cannot have',
    fix: 'keep the ServiceProfile, or first replace its routes by annotations of the Service',
  },
  'profile-foreign': {
    severity: 'error',
    title: 'The ServiceProfile is for clients in another namespace',
    fix: 'write an HTTPRoute for the namespace of the clients by hand',
  },
  // Converted, with a difference that the user should know about.
  'match-never': {
    severity: 'warning',
    title: 'A regex matches no request',
    fix: 'start it with /',
  },
  'match-anchoring': {
    severity: 'warning',
    title: 'A header regex has to match the whole value',
    fix: 'write .*V.* to search inside the value, or ^V$ to match all of it',
  },
  'match-everything': {
    severity: 'warning',
    title: 'A match applies to every request',
    fix: 'remove spec.matches to split all requests, or correct the match',
  },
  'route-beside': {
    severity: 'warning',
    title: 'Another route of the apex is in force too',
    fix: 'check that both are wanted: the more specific one wins where it matches',
  },
  'route-overwritten': {
    severity: 'warning',
    title: 'The weights, rules or parents of an existing HTTPRoute are replaced',
    fix: 'check which of the two is right: the TrafficSplit wins',
  },
  'route-hostnames': {
    severity: 'warning',
    title: 'The HTTPRoute of a TrafficSplit only applies to some hosts',
    fix: 'remove hostnames from the HTTPRoute, unless the Service has no other requests',
  },
  'route-conflict': {
    severity: 'warning',
    title: 'Linkerd does not accept a TCPRoute or TLSRoute of the apex beside an HTTPRoute',
    fix: 'keep one kind of route for the port',
  },
  'route-stale': {
    severity: 'warning',
    title: 'The TrafficSplit of a generated HTTPRoute no longer exists',
    fix: 'restore the TrafficSplit, delete the HTTPRoute, or remove the annotation to keep it',
  },
  'annotation-active': {
    severity: 'warning',
    title: 'Annotations of the apex Service take effect',
    fix: 'check that they are wanted, or remove them: a ServiceProfile disabled them',
  },
  'project-forbids-route': {
    severity: 'warning',
    title: 'An Argo CD AppProject allows TrafficSplits but no HTTPRoutes',
    fix: 'allow group gateway.networking.k8s.io, kind HTTPRoute in the AppProject',
  },
  // Information only.
  'ports-from-elsewhere': {
    severity: 'info',
    title: 'The ports of the apex come from a Service elsewhere in the input',
    fix: 'nothing to do; to be explicit, pass --port (in a functionConfig: ports)',
  },
  'profile-removed': {
    severity: 'info',
    title: 'The ServiceProfile of the apex is removed',
    fix: 'deploy the route before the ServiceProfile is deleted, and restart the clients: see docs/httproute.md',
  },
  'profile-convertible': {
    severity: 'info',
    title: 'A ServiceProfile that only splits could become an HTTPRoute',
    fix: 'pass --profiles (in a functionConfig: profiles: true) to convert it too',
  },
  'adaptor-wins': {
    severity: 'info',
    title: 'A running smi-adaptor takes precedence over the route',
    fix: 'remove the TrafficSplits, or stop the adaptor and delete its ServiceProfiles: see docs/httproute.md',
  },
} as const;
