import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { isMapping } from '../kubernetes.ts';
import { parseServiceName } from './authority.ts';
import type { Flag } from './flag.ts';
import { flagUnknown, kindOf, quotesFix, show } from './flag.ts';
import type { Quantity } from './quantity.ts';
import { add, hasDigits, parseQuantity } from './quantity.ts';
import { routeWeights } from './route-weights.ts';
import { rangeProblem } from './weights.ts';

/** The versions of TrafficSplit. */
export type Version = 'v1alpha1' | 'v1alpha2' | 'v1alpha3' | 'v1alpha4';

/** An entry of spec.backends. */
export interface Backend {
  /** The name of the Service, without namespace. */
  readonly service: string;
  readonly namespace: string;
  /** A canonical Kubernetes quantity. */
  readonly weight: string;
  /** Its index in spec.backends; the first one if a backend is named twice. */
  readonly index: number;
  /** A port other than that of the apex; only profiles can have one. */
  readonly port?: number;
}

/** The context in which backends are read. */
export interface Reading {
  readonly version: Version;
  readonly namespace: string;
  readonly clusterDomain: string;
  readonly target: 'serviceprofile' | 'httproute';
  readonly flag: Flag;
  /** Reports an error. */
  readonly fail: Flag;
}

/** A backend whose weight is a quantity still, so that it can be added to. */
export interface Weighted extends Omit<Backend, 'weight'> {
  readonly quantity: Quantity;
}

/** A backend with its weight as the text of its quantity. */
export function withWeight({ service, namespace, quantity, index, port }: Weighted): Backend {
  const weight = quantity.canonical;
  return port === undefined ? { service, namespace, weight, index } : { service, namespace, weight, index, port };
}

/** Reads spec.backends. Returns undefined if an error was reported. */
export function readBackends(spec: KubernetesObject, reading: Reading): readonly Backend[] | undefined {
  const { fail, flag } = reading;
  const backends = spec.backends;
  if (!Array.isArray(backends)) {
    const message =
      backends === undefined ? 'spec.backends is missing' : `spec.backends is ${kindOf(backends)}, not a list`;
    fail('invalid-trafficsplit', message, ['spec', 'backends']);
    return undefined;
  }
  const read = backends.map((backend: unknown, index) => readBackend(backend, index, reading));
  if (backends.length === 0) flag('no-backends', 'spec.backends is empty', ['spec', 'backends']);
  if (read.includes(undefined)) return undefined;
  const summed = sumDuplicates(
    read.filter((one) => one !== undefined),
    flag,
  );
  flagSums(summed, backends.length, reading);
  return summed.map(withWeight);
}

function readBackend(backend: unknown, index: number, reading: Reading): Weighted | undefined {
  const path = ['spec', 'backends', index];
  if (!isMapping(backend)) {
    reading.fail(
      'invalid-trafficsplit',
      `a backend is ${kindOf(backend)}, not a mapping with service and weight`,
      path,
    );
    return undefined;
  }
  const known = ['service', 'weight'];
  for (const key of Object.keys(backend)) if (!known.includes(key)) flagUnknown(key, known, path, reading.flag);
  const name = readName(backend.service, [...path, 'service'], reading);
  const quantity = readWeight(backend.weight, [...path, 'weight'], reading);
  return name && quantity && { service: name.service, namespace: name.namespace, quantity, index };
}

function readName(
  written: unknown,
  path: FieldPath,
  reading: Reading,
): { service: string; namespace: string } | undefined {
  const { fail, flag, namespace } = reading;
  if (typeof written !== 'string' || written === '') {
    const missing = written === undefined || written === null || written === '';
    fail(
      'invalid-trafficsplit',
      missing ? 'the backend has no service' : `service is ${kindOf(written)}, not the name of a Service`,
      path,
      quotesFix(written),
    );
    return undefined;
  }
  const name = parseServiceName(written, reading.clusterDomain);
  if (typeof name === 'string') {
    fail('invalid-backend', `backend ${show(written)} ${name}`, path);
    return undefined;
  }
  const other = name.namespace ?? namespace;
  if (other !== namespace) {
    const not = namespace === '' ? '' : `, not in ${namespace}`;
    flag('backend-other-namespace', `backend ${show(written)} is in namespace ${other}${not}`, path);
  } else if (name.dotted) flag('name-normalised', `backend ${show(written)} is read as ${name.service}`, path);
  return { service: name.service, namespace: other };
}

/** A weight as the quantity that a cluster would store: a string as written, a number by its JSON. */
function readWeight(weight: unknown, path: FieldPath, reading: Reading): Quantity | undefined {
  const { version, fail } = reading;
  if (weight === undefined || weight === null || typeof weight === 'object') {
    fail(
      'invalid-trafficsplit',
      weight === undefined ? 'the backend has no weight' : `weight is ${kindOf(weight)}, not a quantity`,
      path,
    );
    return undefined;
  }
  const scalar = typeof weight === 'string' || typeof weight === 'number' ? weight : '';
  const quantity = parseQuantity(scalar);
  if (quantity === undefined || !hasDigits(String(scalar))) {
    fail('invalid-weight', `weight ${show(weight)} is not a quantity`, path, weightFix(version));
    return undefined;
  }
  if (quantity.mantissa < 0n) {
    fail('invalid-weight', `weight ${show(weight)} is negative`, path, weightFix(version));
    return undefined;
  }
  flagForm(weight, path, reading);
  return quantity;
}

/** Only v1alpha1 has milli units. */
function weightFix(version: Version): string {
  return `use a whole number such as 50${version === 'v1alpha1' ? ', or milli units such as 500m' : ''}`;
}

/**
 * Reports a weight that the CRD of the version refuses, so that it never reached a cluster (docs/facts/linkerd.md, "SMI
 * TrafficSplit").
 */
function flagForm(weight: unknown, path: FieldPath, { version, target, flag }: Reading): void {
  const fraction = typeof weight === 'number' && !Number.isInteger(weight);
  if (version === 'v1alpha1' && fraction) {
    const message = `v1alpha1 does not allow weight ${show(weight)}, only whole numbers and strings`;
    flag('weight-form', message, path, 'put the weight in quotes');
  } else if (version !== 'v1alpha1' && typeof weight === 'string') {
    const fix = /^(?:0|[1-9]\d*)$/.test(weight)
      ? `write it as a number: ${weight}`
      : 'write the weights of all backends as whole numbers, in the same ratio';
    flag('weight-form', `${version} does not allow weight ${show(weight)}, only numbers`, path, fix);
  } else if (fraction) {
    const fix = target === 'httproute' ? 'nothing to do: the route has whole numbers in the same ratio' : undefined;
    flag('weight-fraction', `weight ${show(weight)} is not a whole number`, path, fix);
  }
}

/** The field that names a backend, by its index. */
type FieldOf = (index: number) => FieldPath;

const fieldOfSplit: FieldOf = (index) => ['spec', 'backends', index, 'service'];

/** Each backend once, with the sum of its weights; what is named again is flagged, at a field or that of a split. */
export function sumDuplicates(
  backends: readonly Weighted[],
  flag: Flag,
  fieldOf: FieldOf = fieldOfSplit,
): readonly Weighted[] {
  const byName = new Map<string, [Weighted, ...Weighted[]]>();
  for (const backend of backends) {
    const name = `${backend.namespace}/${backend.service}:${backend.port ?? ''}`;
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [backend]);
    else same.push(backend);
  }
  return Array.from(byName.values(), ([first, ...more]) => {
    const [second] = more;
    if (second === undefined) return first;
    const quantity = more.reduce((sum, one) => add(sum, one.quantity), first.quantity);
    const times = more.length === 1 ? 'twice' : `${more.length + 1} times`;
    flag(
      'duplicate-backend',
      `backend ${first.service} is named ${times}; its weights add up to ${quantity.canonical}`,
      fieldOf(second.index),
    );
    return { ...first, quantity };
  });
}

/** Backends whose Services were renamed, each once: two names may mean one Service. What is named again is flagged. */
export function mergeBackends(backends: readonly Backend[], flag: Flag, fieldOf: FieldOf): readonly Backend[] {
  const names = new Set(backends.map(({ namespace, service, port }) => `${namespace}/${service}:${port ?? ''}`));
  if (names.size === backends.length) return backends;
  const weighted = backends.flatMap(({ weight, ...backend }) => {
    const quantity = parseQuantity(weight);
    return quantity === undefined ? [] : [{ ...backend, quantity }];
  });
  return sumDuplicates(weighted, flag, fieldOf).map(withWeight);
}

/** The largest number of backendRefs in a rule (Gateway API, HTTPRoute CRD). */
export const mostBackends = 16;

function flagSums(backends: readonly Weighted[], entries: number, { target, flag, fail }: Reading): void {
  const at = ['spec', 'backends'];
  const weights = backends.map((backend) => backend.quantity);
  const isRoute = target === 'httproute';
  // A message names weights in the order of the backends; if backends were merged, with their Services.
  const names = backends.length === entries ? undefined : backends.map(({ service }) => service);
  const problem = isRoute ? routeProblem(weights, names) : rangeProblem(weights, names);
  if (problem !== undefined) fail('weight-out-of-range', problem.message, at, problem.fix);
  if (isRoute && weights.length > mostBackends)
    fail('too-many-backends', `has ${weights.length} backends, but an HTTPRoute can have ${mostBackends}`, at);
  if (weights.length === 0 || weights.some((weight) => weight.mantissa !== 0n)) return;
  const why = isRoute ? 'no route is written' : 'Linkerd ignores such overrides';
  flag('all-weights-zero', `all weights are zero: ${why}: the apex gets all`, at);
}

function routeProblem(
  weights: readonly Quantity[],
  names: readonly string[] | undefined,
): { readonly message: string; readonly fix: string } | undefined {
  if (weights.every((weight) => weight.mantissa === 0n)) return undefined;
  const made = routeWeights(weights, names);
  return 'message' in made ? made : undefined;
}
