import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { field, groupOf, isMapping, text, versionOf } from '../kubernetes.ts';
import type { Flag } from './flag.ts';
import { flagUnknown, kindOf, show } from './flag.ts';

/** A match of an HTTPRouteGroup (smi-spec, traffic-specs.md), with checked types. */
export interface GroupMatch {
  /** Undefined if the match has none; `*` means all. */
  readonly methods?: readonly string[];
  readonly pathRegex?: string;
  /** In the order of the list or of the mapping. */
  readonly headers: readonly GroupHeader[];
  /** Its path in the object. */
  readonly at: FieldPath;
}

/** A header and the regular expression that its value has to match (smi-spec, traffic-specs.md). */
export interface GroupHeader {
  readonly name: string;
  readonly value: string;
  /** Its path in the object. */
  readonly at: FieldPath;
}

/** An entry of a TrafficSplit's spec.matches. */
export interface GroupReference {
  readonly name: string;
  readonly index: number;
}

const groupOfRouteGroups = 'specs.smi-spec.io';
const versionsOfRouteGroups = ['v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'];

/** Whether an object is an HTTPRouteGroup of SMI, in any version; a missing apiVersion counts too. */
export function isRouteGroup(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'HTTPRouteGroup' && ['', groupOfRouteGroups].includes(groupOf(object));
}

/** Reads spec.matches of a TrafficSplit: the groups that it names. Reports entries of any other kind with `fail`. */
export function readReferences(spec: KubernetesObject, flag: Flag, fail: Flag): readonly GroupReference[] {
  const matches = spec.matches;
  if (matches === undefined || matches === null) return [];
  const at = ['spec', 'matches'];
  if (!Array.isArray(matches)) {
    fail(
      'invalid-trafficsplit',
      `spec.matches is ${kindOf(matches)}, not a list`,
      at,
      'list the HTTPRouteGroups that match',
    );
    return [];
  }
  return matches.flatMap((entry: unknown, index) => readReference(entry, index, flag, fail));
}

function readReference(entry: unknown, index: number, flag: Flag, fail: Flag): readonly GroupReference[] {
  const at = ['spec', 'matches', index];
  const [kind, name, apiGroup] = [text(entry, 'kind'), text(entry, 'name'), text(entry, 'apiGroup')];
  if (!isMapping(entry) || name === '') {
    fail(
      'invalid-trafficsplit',
      'an entry of spec.matches has no name',
      at,
      'give the entry the name of an HTTPRouteGroup',
    );
    return [];
  }
  const known = ['kind', 'name', 'apiGroup'];
  for (const key of Object.keys(entry)) if (!known.includes(key)) flagUnknown(key, known, at, flag);
  if (kind === 'HTTPRouteGroup' && ['', groupOfRouteGroups].includes(apiGroup)) return [{ name, index }];
  const what = kind === 'HTTPRouteGroup' ? `of ${apiGroup}` : kind === '' ? 'of no kind' : `a ${kind}`;
  fail(
    'match-unsupported',
    `match ${show(name)} is ${what}: a route matches what an HTTPRouteGroup of SMI says`,
    at,
    'name HTTPRouteGroups only, or remove the entry',
  );
  return [];
}

/**
 * Reads the matches of an HTTPRouteGroup, which are below `spec` or, up to v1alpha2, at the top level. Returns
 * undefined if an error was reported.
 */
export function readRouteGroup(object: KubernetesObject, flag: Flag, fail: Flag): readonly GroupMatch[] | undefined {
  const version = versionOf(object);
  if (text(object, 'apiVersion') !== '' && !versionsOfRouteGroups.includes(version)) {
    const known = `use ${groupOfRouteGroups}/v1alpha4`;
    fail(
      'unknown-version',
      `${show(text(object, 'apiVersion'))} is not a version of HTTPRouteGroup`,
      ['apiVersion'],
      known,
    );
    return undefined;
  }
  const at = field(object, 'spec', 'matches') === undefined ? ['matches'] : ['spec', 'matches'];
  // The API server drops the list that the CRD of its version does not have: v1alpha1 and v1alpha2 have it at the top level.
  const other = object.matches ?? [];
  if (at.length > 1 && !(Array.isArray(other) && other.length === 0)) {
    const place = /^v1alpha[12]$/.test(versionOf(object)) ? 'matches' : 'spec.matches';
    fail('invalid-routegroup', 'has matches and spec.matches', ['matches'], `put all of them into ${place}`);
    return undefined;
  }
  const matches = field(object, ...at);
  if (!Array.isArray(matches) || matches.length === 0) {
    if (matches === undefined || Array.isArray(matches))
      fail('invalid-routegroup', 'has no matches', matches === undefined ? ['spec'] : at);
    else {
      const found = `matches is ${kindOf(matches)}, not a list with entries`;
      fail('invalid-routegroup', found, at, 'write a list of matches');
    }
    return undefined;
  }
  const read = matches.map((match: unknown, index) => readMatch(match, [...at, index], flag, fail));
  return read.includes(undefined) ? undefined : read.filter((match) => match !== undefined);
}

const conditions = ['methods', 'pathRegex', 'headers'];

function readMatch(match: unknown, at: FieldPath, flag: Flag, fail: Flag): GroupMatch | undefined {
  if (!isMapping(match)) {
    fail('invalid-routegroup', `a match is ${kindOf(match)}, not a mapping`, at);
    return undefined;
  }
  const known = ['name', ...conditions];
  for (const key of Object.keys(match)) if (!known.includes(key)) flagUnknown(key, known, at, flag);
  // A match without any condition matches everything; one with a misspelled condition must not.
  if (!conditions.some((key) => Object.hasOwn(match, key)) && Object.keys(match).some((key) => key !== 'name')) {
    fail('invalid-routegroup', 'a match has none of methods, pathRegex and headers', at);
    return undefined;
  }
  const { pathRegex = null } = match;
  if (pathRegex !== null && typeof pathRegex !== 'string') {
    fail(
      'invalid-routegroup',
      `pathRegex is ${kindOf(pathRegex)}, not a string`,
      [...at, 'pathRegex'],
      asText(pathRegex),
    );
    return undefined;
  }
  const methods = readMethods(match.methods, [...at, 'methods'], fail);
  const headers = readHeaders(match.headers, [...at, 'headers'], fail);
  if (methods === 'wrong' || headers === undefined) return undefined;
  return { ...(methods && { methods }), ...(pathRegex !== null && { pathRegex }), headers, at };
}

/** What makes a value a pattern: one that is a list, a mapping or empty has nothing to quote. */
function asText(value: unknown): string {
  return typeof value === 'object' ? 'write one regular expression' : 'quote the value';
}

function readMethods(methods: unknown, at: FieldPath, fail: Flag): readonly string[] | undefined | 'wrong' {
  if (methods === undefined || methods === null) return undefined;
  if (Array.isArray(methods) && methods.every((one): one is string => typeof one === 'string'))
    return methods.length === 0 || methods.includes('*') ? undefined : methods;
  const [odd, fix] = Array.isArray(methods)
    ? ['an entry of methods is not a name', 'write names like GET, each in an entry of its own']
    : [`methods is ${kindOf(methods)}, not a list of names`, 'write a list, such as [GET]'];
  fail('invalid-routegroup', odd, at, fix);
  return 'wrong';
}

/** The headers are a mapping or, as in the CRD, a list of mappings. */
function readHeaders(headers: unknown, at: FieldPath, fail: Flag): readonly GroupHeader[] | undefined {
  if (headers === undefined || headers === null) return [];
  const parts: readonly (readonly [unknown, FieldPath])[] = Array.isArray(headers)
    ? headers.map((part: unknown, index) => [part, [...at, index]] as const)
    : [[headers, at]];
  const read = parts.map(([part, place]) => readHeaderMap(part, place, fail));
  return read.includes(undefined) ? undefined : read.flatMap((part) => part ?? []);
}

function readHeaderMap(part: unknown, at: FieldPath, fail: Flag): readonly GroupHeader[] | undefined {
  if (!isMapping(part)) {
    fail(
      'invalid-routegroup',
      `headers is ${kindOf(part)}, not a mapping of names to patterns`,
      at,
      'write a mapping, such as {x-user: "test.*"}',
    );
    return undefined;
  }
  const odd = Object.entries(part).find(([, value]) => typeof value !== 'string');
  if (odd !== undefined) {
    fail('invalid-routegroup', `header ${odd[0]} is ${kindOf(odd[1])}, not a pattern`, [...at, odd[0]], asText(odd[1]));
    return undefined;
  }
  return Object.entries(part).map(([name, value]) => ({ name, value: String(value), at: [...at, name] }));
}
