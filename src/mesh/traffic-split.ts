import type { KubernetesObject } from '../kubernetes.ts';
import { field, groupOf, isMapping, mapping, text, versionOf } from '../kubernetes.ts';
import { isLabel, parseServiceName } from './authority.ts';
import type { Backend, Version } from './backends.ts';
import { readBackends } from './backends.ts';
import type { Flag } from './flag.ts';
import { flagUnknown, kindOf, quotesFix, show } from './flag.ts';
import { inherited } from './inherited.ts';
import type { GroupReference } from './route-group.ts';
import { readReferences } from './route-group.ts';
import { nearestWord } from '../findings/did-you-mean.ts';

/** An SMI TrafficSplit of any version, as it was read. */
export interface TrafficSplit {
  readonly name: string;
  /** '' if neither the object nor the caller has one. */
  readonly namespace: string;
  /** The name of the Service that clients call, without namespace (in SMI: root service). */
  readonly apex: string;
  /** In the order of spec.backends. */
  readonly backends: readonly Backend[];
  /** The groups that match the requests to split; empty if all requests are split. A profile cannot have matches. */
  readonly matches: readonly GroupReference[];
  /** The labels and annotations that a profile or route inherits. */
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** Whether a split moves any traffic: without a weight above zero, Linkerd uses neither its profile nor a route. */
export function splitsTraffic({ backends }: TrafficSplit): boolean {
  return backends.some(({ weight }) => weight !== '0');
}

/** What a TrafficSplit becomes. */
export type Target = 'serviceprofile' | 'httproute';

/** How names are resolved: the namespace of objects without one, the cluster domain, and the target. */
export interface Naming {
  readonly namespace?: string;
  readonly clusterDomain: string;
  readonly target: Target;
}

/** The API group of TrafficSplits. */
export const splitGroup = 'split.smi-spec.io';
/** The most characters of an object's name (apimachinery, validation.DNS1123SubdomainMaxLength). */
const longestName = 253;
const longName = `use a shorter cluster domain: the API server takes names of up to ${longestName} characters`;
const versions: readonly Version[] = ['v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'];

/** Whether an object is a TrafficSplit of SMI, of any version. */
export function isTrafficSplit(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'TrafficSplit' && groupOf(object) === splitGroup;
}

/** Whether an object has the kind of a TrafficSplit or the group of one, but not both. */
export function looksLikeTrafficSplit(object: KubernetesObject): boolean {
  const isOfGroup = groupOf(object) === splitGroup;
  const kind = text(object, 'kind');
  return kind === 'TrafficSplit' ? !isOfGroup : isOfGroup && kind !== 'TrafficSplitList';
}

/** Reports an object that looks like a TrafficSplit of SMI but is not. */
export function flagLookalike(object: KubernetesObject, flag: Flag): void {
  const [apiVersion, kind] = ['apiVersion', 'kind'].map((key) => field(object, key));
  if (kind !== 'TrafficSplit') {
    const message = kind === undefined ? 'has no kind' : `has kind ${show(kind)}, not TrafficSplit`;
    flag('lookalike-group', message, ['kind'], 'write kind: TrafficSplit');
    return;
  }
  const rest = apiVersion === splitGroup ? 'without a version' : `not ${splitGroup}`;
  const message = apiVersion === undefined ? 'has no apiVersion' : `has apiVersion ${show(apiVersion)}, ${rest}`;
  flag('lookalike-group', message, ['apiVersion']);
}

/** Whether an object was exported from a cluster. */
export function isClusterDump(object: KubernetesObject): boolean {
  return ['uid', 'resourceVersion', 'managedFields'].some((key) => field(object, 'metadata', key) !== undefined);
}

/** Reads a TrafficSplit and reports everything that is wrong with it. Returns undefined if an error was reported. */
export function readTrafficSplit(object: KubernetesObject, naming: Naming, flag: Flag): TrafficSplit | undefined {
  const errors: string[] = [];
  const fail: Flag = (...finding) => {
    errors.push(finding[0]);
    flag(...finding);
  };
  const version = readVersion(object, fail);
  if (version === undefined) return undefined;
  const namespace = readNamespace(object, naming, fail);
  if (naming.target === 'httproute') flagName(object, fail);
  flagUnknownFields(object, flag);
  if (isClusterDump(object)) {
    flag('cluster-dump', 'was exported from a cluster', ['metadata']);
  }
  const spec = field(object, 'spec');
  if (!isMapping(spec)) {
    fail('invalid-trafficsplit', spec === undefined ? 'spec is missing' : `spec is ${kindOf(spec)}, not a mapping`, [
      'spec',
    ]);
    return undefined;
  }
  const matches = naming.target === 'httproute' ? readReferences(spec, flag, fail) : flagMatches(spec, fail);
  const apex = readApex(spec, namespace, naming, { flag, fail });
  const backends = readBackends(spec, {
    version,
    namespace,
    clusterDomain: naming.clusterDomain,
    target: naming.target,
    flag,
    fail,
  });
  const copied = { labels: inherited(object, 'labels', flag), annotations: inherited(object, 'annotations', flag) };
  if (errors.length > 0 || apex === undefined || backends === undefined) return undefined;
  if ((version === 'v1alpha3' || version === 'v1alpha4') && matches.length === 0) {
    flag('version-never-served', `${version} was never served by an smi-adaptor`, ['apiVersion']);
  }
  return { name: text(object, 'metadata', 'name'), namespace, apex, backends, matches, ...copied };
}

function readVersion(object: KubernetesObject, fail: Flag): Version | undefined {
  const version = versionOf(object);
  const known = versions.find((one) => one === version);
  if (known === undefined) {
    const near = nearestWord(version, [...versions].reverse()); // the newest of the nearest versions
    fail(
      'unknown-version',
      `${show(text(object, 'apiVersion'))} is not a version of TrafficSplit`,
      ['apiVersion'],
      near && `use ${splitGroup}/${near}`,
    );
  }
  return known;
}

function readNamespace(object: KubernetesObject, naming: Naming, fail: Flag): string {
  const own = field(object, 'metadata', 'namespace');
  if (own === undefined || own === null || own === '') return naming.namespace ?? '';
  if (typeof own === 'string' && isLabel(own)) return own;
  fail(
    'invalid-trafficsplit',
    `namespace ${show(own)} is not a DNS label`,
    ['metadata', 'namespace'],
    'name a namespace; quote it where YAML reads it as a number',
  );
  return '';
}

/** A route has the name of its split, of which the API server takes only strings. */
function flagName(object: KubernetesObject, fail: Flag): void {
  const name = field(object, 'metadata', 'name') ?? '';
  if (typeof name === 'string') return;
  fail('invalid-trafficsplit', `name ${show(name)} is not a string`, ['metadata', 'name'], 'quote the name');
}

const knownFields: Readonly<Record<string, readonly string[]>> = {
  '': ['apiVersion', 'kind', 'metadata', 'spec', 'status'],
  spec: ['service', 'backends', 'matches'],
};

function flagUnknownFields(object: KubernetesObject, flag: Flag): void {
  for (const [where, known] of Object.entries(knownFields)) {
    const path = where === '' ? [] : [where];
    for (const key of Object.keys(mapping(object, ...path)))
      if (!known.includes(key)) flagUnknown(key, known, path, flag);
  }
}

function flagMatches(spec: KubernetesObject, fail: Flag): readonly GroupReference[] {
  const matches = spec.matches;
  if (matches === undefined || matches === null || (Array.isArray(matches) && matches.length === 0)) return [];
  fail('matches-unsupported', 'spec.matches is set: a profile would split all traffic', ['spec', 'matches']);
  return [];
}

function readApex(
  spec: KubernetesObject,
  namespace: string,
  naming: Naming,
  { flag, fail }: { flag: Flag; fail: Flag },
): string | undefined {
  const path = ['spec', 'service'];
  const written = spec.service;
  if (typeof written !== 'string' || written === '') {
    fail(
      'invalid-trafficsplit',
      written === undefined || written === null || written === ''
        ? 'spec.service is missing'
        : `spec.service is ${kindOf(written)}, not the name of a Service`,
      path,
      quotesFix(written),
    );
    return undefined;
  }
  const name = parseServiceName(written, naming.clusterDomain);
  if (typeof name === 'string') {
    fail('invalid-apex', `apex ${show(written)} ${name}`, path);
    return undefined;
  }
  if (name.namespace !== undefined && namespace !== '' && name.namespace !== namespace) {
    fail(
      'invalid-apex',
      `apex ${show(written)} is in namespace ${name.namespace}, the TrafficSplit in ${namespace}`,
      path,
    );
    return undefined;
  }
  const made = `${name.service}.${namespace}.svc.${naming.clusterDomain}`;
  if (naming.target === 'serviceprofile' && made.length > longestName) {
    fail('invalid-apex', `apex ${show(written)} gives a profile a name of ${made.length} characters`, path, longName);
    return undefined;
  }
  if (name.dotted) flag('name-normalised', `apex ${show(written)} is read as ${name.service}`, path);
  return name.service;
}
