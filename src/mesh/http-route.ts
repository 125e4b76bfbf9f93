import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, text } from '../kubernetes.ts';
import type { TrafficSplit } from './traffic-split.ts';

/** The version of the Gateway API of the written routes; Linkerd's own CRDs up to 2.17 only serve v1beta1. */
type RouteVersion = 'v1' | 'v1beta1';

/** A condition on a request (Gateway API, HTTPRouteMatch), with its defaults. */
export interface RouteMatch {
  readonly method?: string;
  readonly path: { readonly type: 'PathPrefix' | 'RegularExpression'; readonly value: string };
  readonly headers?: readonly { readonly name: string; readonly type: 'RegularExpression'; readonly value: string }[];
}

/** Where requests go (HTTPBackendRef), with its defaults. */
interface BackendRef {
  readonly group: '';
  readonly kind: 'Service';
  readonly name: string;
  readonly namespace?: string;
  readonly port: number;
  readonly weight: number;
}

/** A rule: where the requests that match one of its conditions go (HTTPRouteRule). */
export interface RouteRule {
  readonly matches: readonly RouteMatch[];
  readonly backendRefs: readonly BackendRef[];
}

/** A port of the Service whose requests a route is for (ParentReference). */
interface ParentRef {
  readonly group: 'core';
  readonly kind: 'Service';
  readonly name: string;
  readonly port: number;
}

/** An HTTPRoute on a Service as it is written; the keys are in the order of the text. */
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

/** Names the TrafficSplit that a route was made from, as long as the TrafficSplit is kept. */
export const splitAnnotation = 'smi2linkerd.dev/trafficsplit';
/** The API group of the Gateway API. */
export const gatewayGroup = 'gateway.networking.k8s.io';

/** What a route is made from, in addition to its split. */
interface RouteParts {
  readonly version: RouteVersion;
  /** The ports of the apex; there is one route for each. */
  readonly ports: readonly number[];
  /** The weights, in the order of the backends. */
  readonly weights: readonly number[];
  /** All requests are split if absent. */
  readonly matches?: readonly RouteMatch[];
  /** Whether the split is kept, so that the routes are annotated with its name. */
  readonly marked: boolean;
}

const anyPath = { path: { type: 'PathPrefix', value: '/' } } as const;
/** The limit for one rule in the CRD of the Gateway API before 1.2, and in Linkerd's own CRD up to 2.20. */
const matchesInRule = 8;

/** The name of a split's routes: its own, or that of its apex if the cluster generates its name. */
export function routeNameOf(split: Pick<TrafficSplit, 'name' | 'apex'>): string {
  return split.name === '' ? split.apex : split.name;
}

/** The routes that make Linkerd do what a TrafficSplit says: one for each port of the apex, in that order. */
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
      rules: routeRules(split, parts, port),
    },
  }));
}

/**
 * Annotations that have no effect on a TrafficSplit but would have one on a route (linkerd2,
 * policy-controller/k8s/index/src/routes: retry, timeout).
 */
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
function routeRules(split: TrafficSplit, parts: RouteParts, port: number): readonly RouteRule[] {
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
