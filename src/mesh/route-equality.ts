import type { KubernetesObject } from '../kubernetes.ts';
import { field, groupOf, isMapping, list, text } from '../kubernetes.ts';
import type { HttpRoute } from './http-route.ts';
import { gatewayGroup } from './http-route.ts';
import { isAnyPath } from './regex-facts.ts';

/** A parentRef or backendRef as the API server would store it, with its defaults. */
interface Ref {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly port?: number;
}

/** A parent of a route. */
export interface Parent extends Ref {
  /** Whether it is a Service: Linkerd treats `core` and the empty group alike. */
  readonly isService: boolean;
}

/** The parents of a route, with the defaults of the CRD (a Gateway). `namespace` is used if the route has none. */
export function parentRefsOf(route: KubernetesObject, namespace: string): readonly Parent[] {
  const own = text(route, 'metadata', 'namespace') || namespace;
  return list(route, 'spec', 'parentRefs').map((parent) => {
    const group = field(parent, 'group') === undefined ? gatewayGroup : text(parent, 'group');
    const kind = text(parent, 'kind') || 'Gateway';
    const port = field(parent, 'port');
    return {
      group,
      kind,
      name: text(parent, 'name'),
      namespace: text(parent, 'namespace') || own,
      ...(typeof port === 'number' && { port }),
      isService: kind === 'Service' && ['', 'core'].includes(group),
    };
  });
}

/** Whether a route has the same parents as a wanted one. */
export function sameParents(route: KubernetesObject, wanted: HttpRoute): boolean {
  const parents = parentRefsOf(route, '');
  const [parent] = parents;
  const [want] = wanted.spec.parentRefs;
  if (parents.length !== 1 || parent === undefined || want === undefined) return false;
  const own = text(route, 'metadata', 'namespace');
  return parent.isService && parent.name === want.name && parent.port === want.port && parent.namespace === own;
}

/** Whether a route has the same rules as a wanted one, with or without the weights. */
export function sameRules(route: KubernetesObject, wanted: HttpRoute, withWeights: boolean): boolean {
  const own = text(route, 'metadata', 'namespace');
  const plain = (rules: readonly unknown[]): string =>
    JSON.stringify(rules.map((rule) => plainRule(rule, own, withWeights)));
  return plain(list(route, 'spec', 'rules')) === plain(wanted.spec.rules);
}

/** A rule with its defaults and with its keys in a fixed order; fields that this program never writes are kept. */
function plainRule(rule: unknown, namespace: string, withWeights: boolean): unknown {
  if (!isMapping(rule)) return rule;
  const { matches, backendRefs, ...rest } = rule;
  const matched = Array.isArray(matches) && matches.length > 0 ? (matches as unknown[]) : [{}];
  const refs = Array.isArray(backendRefs) ? (backendRefs as unknown[]) : [];
  return [matched.map(plainMatch), refs.map((ref) => plainRef(ref, namespace, withWeights)), rest];
}

function plainMatch(match: unknown): unknown {
  if (!isMapping(match)) return match;
  const { path, method, headers, ...rest } = match;
  const asked = Array.isArray(headers) ? (headers as unknown[]).map(plainHeader).toSorted() : [];
  return [text(path, 'type') || 'PathPrefix', text(path, 'value') || '/', method ?? '', asked, rest];
}

/** A header as text, by which the headers of a match are sorted: all of them have to match, in any order. */
function plainHeader(header: unknown): string {
  return JSON.stringify([text(header, 'name').toLowerCase(), text(header, 'type') || 'Exact', text(header, 'value')]);
}

function plainRef(ref: unknown, own: string, withWeights: boolean): unknown {
  if (!isMapping(ref)) return ref;
  const { group, kind, name, namespace, port, weight, ...rest } = ref;
  const where = namespace === undefined || namespace === own ? '' : namespace;
  const plainGroup = group === 'core' ? '' : (group ?? '');
  return [plainGroup, kind ?? 'Service', name, where, port, withWeights ? (weight ?? 1) : '', rest];
}

/** Whether every match of a route is more specific than the path `/`, and so takes some of the requests, but not all. */
export function isSpecific(route: KubernetesObject): boolean {
  const rules = list(route, 'spec', 'rules');
  return rules.length > 0 && rules.every((rule) => hasCondition(rule));
}

function hasCondition(rule: unknown): boolean {
  const matches = list(rule, 'matches');
  return (
    matches.length > 0 &&
    matches.every((match) => {
      const value = text(match, 'path', 'value');
      const conditions = ['headers', 'queryParams'].some((key) => list(match, key).length > 0);
      const isAny = text(match, 'path', 'type') === 'RegularExpression' && isAnyPath(value);
      return conditions || text(match, 'method') !== '' || (value !== '' && value !== '/' && !isAny);
    })
  );
}

const routeGroups = [gatewayGroup, 'policy.linkerd.io'];

/**
 * Whether an object is a route of one of these kinds, in the Gateway API or in Linkerd's own group that preceded it.
 */
export function isRouteOf(object: KubernetesObject, ...kinds: readonly string[]): boolean {
  return kinds.includes(text(object, 'kind')) && routeGroups.includes(groupOf(object));
}

/** Whether an object is a route of any kind that Linkerd reads. */
export function isAnyRoute(object: KubernetesObject): boolean {
  return isRouteOf(object, 'HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute');
}
