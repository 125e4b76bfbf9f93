import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, text } from '../kubernetes.ts';
import type { TrafficSplit } from './traffic-split.ts';

/** The version of the Gateway API that routes are written in; Linkerd's own CRDs up to 2.17 serve v1beta1 alone. */
export type RouteVersion = 'v1' | 'v1beta1';

/** A condition on a request (Gateway API, HTTPRouteMatch), its defaults written out. */
export interface RouteMatch {
  readonly method?: string;
  readonly path: { readonly type: 'PathPrefix' | 'RegularExpression'; readonly value: string };
  readonly headers?: readonly { readonly name: string; readonly type: 'RegularExpression'; readonly value: string }[];
}

/** Where requests go (HTTPBackendRef), its defaults written out. */
export interface BackendRef {
  readonly group: '';
  readonly kind: 'Service';
  readonly name: string;
  readonly namespace?: string;
  readonly port: number;
  readonly weight: number;
}

export interface RouteRule {
  readonly matches: readonly RouteMatch[];
  readonly backendRefs: readonly BackendRef[];
}

export interface ParentRef {
  readonly group: 'core';
  readonly kind: 'Service';
  readonly name: string;
  readonly port: number;
}

/** An HTTPRoute on a Service as we write it; the order of keys is that of the text. */
export interface HttpRoute {
  readonly apiVersion: `gateway.networking.k8s.io/${RouteVersion}`;
  readonly kind: 'HTTPRoute';
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: { readonly parentRefs: readonly ParentRef[]; readonly rules: readonly RouteRule[] };
}

/** Says on a route of which TrafficSplit it was made, as long as that stands. */
export const splitAnnotation = 'smi2linkerd.dev/trafficsplit';
export const gatewayGroup = 'gateway.networking.k8s.io';

/** What a route is made of besides its split. */
export interface RouteParts {
  readonly version: RouteVersion;
  /** One route for each: the ports of the apex. */
  readonly ports: readonly number[];
  /** By place in the backends of the split. */
  readonly weights: readonly number[];
  /** Absent: all requests are split. */
  readonly matches?: readonly RouteMatch[];
  /** Whether the split stays, and the routes say so. */
  readonly marked: boolean;
}

const anyPath = { path: { type: 'PathPrefix', value: '/' } } as const;
/** What the CRD of the Gateway API before 1.2 takes in one rule, and Linkerd's own up to 2.20. */
const matchesInRule = 8;

/** The name by which routes know their split: its own, or its apex where a cluster makes the name. */
export function routeNameOf(split: Pick<TrafficSplit, 'name' | 'apex'>): string {
  return split.name === '' ? split.apex : split.name;
}

/** The routes that make Linkerd send requests as SMI says of a split: one for each port of the apex, in that order. */
export function toHttpRoutes(split: TrafficSplit, parts: RouteParts): readonly HttpRoute[] {
  const name = routeNameOf(split);
  return parts.ports.map((port) => ({
    apiVersion: `${gatewayGroup}/${parts.version}` as const,
    kind: 'HTTPRoute',
    metadata: {
      name: parts.ports.length > 1 ? `${name}-${port}` : name,
      ...metadataOf(split, parts),
    },
    spec: {
      parentRefs: [{ group: 'core', kind: 'Service', name: split.apex, port }],
      rules: rulesOf(split, parts, port),
    },
  }));
}

/** What is live on a route and was not on a split (linkerd2, policy-controller/k8s/index/src/routes: retry, timeout). */
const liveAnnotations = /^(?:(?:retry|timeout)\.linkerd\.io|smi2linkerd\.dev)\//;

function metadataOf(split: TrafficSplit, { marked }: RouteParts): Omit<HttpRoute['metadata'], 'name'> {
  const labels = copied(split.labels);
  const annotations = {
    ...copied(split.annotations),
    ...(marked && { [splitAnnotation]: routeNameOf(split) }),
  };
  return {
    ...(split.namespace !== '' && { namespace: split.namespace }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(Object.keys(annotations).length > 0 && { annotations }),
  };
}

function copied(map: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !liveAnnotations.test(key)));
}

/** Rules of at most eight matches each, and a last one for what matches none: without it those requests are answered 404. */
function rulesOf(split: TrafficSplit, parts: RouteParts, port: number): readonly RouteRule[] {
  const backendRefs = split.backends.map((backend, place) =>
    backendRef(backend.service, backend.namespace === split.namespace ? '' : backend.namespace, {
      port: backend.port ?? port,
      weight: parts.weights[place] ?? 0,
    }),
  );
  if (parts.matches === undefined) return [{ matches: [anyPath], backendRefs }];
  const rules: RouteRule[] = [];
  for (let start = 0; start < parts.matches.length; start += matchesInRule)
    rules.push({ matches: parts.matches.slice(start, start + matchesInRule), backendRefs });
  return [...rules, { matches: [anyPath], backendRefs: [backendRef(split.apex, '', { port, weight: 1 })] }];
}

function backendRef(name: string, namespace: string, rest: Pick<BackendRef, 'port' | 'weight'>): BackendRef {
  return { group: '', kind: 'Service', name, ...(namespace !== '' && { namespace }), ...rest };
}

/** Whether an object is an HTTPRoute of the Gateway API, of any version. */
export function isHttpRoute(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'HTTPRoute' && groupOf(object) === gatewayGroup;
}
