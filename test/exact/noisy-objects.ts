import type { SeededRandom } from '../fuzz/seeded-random.ts';

/** A value of a manifest; a symbol is one of `oddities`. */
export type Value = string | number | symbol | readonly Value[] | Tree;

/** A mapping. */
export interface Tree {
  readonly [key: string]: Value;
}

/** Values whose text only their author knows: a block scalar, a scalar of several lines, none at all. */
export const oddities = { block: Symbol('block'), lines: Symbol('lines'), nothing: Symbol('nothing') } as const;

/** Whether a value is true this often in a hundred times. */
export function chance(random: SeededRandom, percent: number): boolean {
  return random.below(100) < percent;
}

/** Whether a value is a mapping. */
export function isTree(value: Value): value is Tree {
  return typeof value === 'object' && !Array.isArray(value);
}

const { block, lines, nothing } = oddities;
const names = ['web', 'api', 'cart', 'mail', 'docs'];
const namespaces = ['shop', 'shop', 'other'];

/** Splits in most cases, with or without their profiles; now and then other objects. */
export function objectsOf(random: SeededRandom, most: number): readonly Tree[] {
  const group = (): readonly Tree[] => {
    const [name, namespace] = [random.pick(names), random.pick(namespaces)];
    const split = splitOf(random, name, chance(random, 85) ? namespace : undefined);
    const profile = profileOf(random, name, namespace);
    return random.pick([
      [split],
      [split],
      [profile, otherOf(random), split],
      [profile, split],
      [split, profile],
      [otherOf(random)],
    ]);
  };
  return Array.from({ length: 1 + random.below(most) }, group).flat();
}

/** Splits alone. */
export function splitsOf(random: SeededRandom, most: number): readonly Tree[] {
  return Array.from({ length: 1 + random.below(most) }, () => splitOf(random, random.pick(names), 'shop'));
}

/** A split whose last values are odd now and then: what follows them is what a change may damage. */
function splitOf(random: SeededRandom, name: string, namespace?: string): Tree {
  const backends = Array.from({ length: 1 + random.below(3) }, (_, index) => ({
    service: `${name}-v${index + 1}`,
    weight: random.pick<Value>([10, 90, 0, 100, '50', '500m', '1k', '1']),
  }));
  return {
    apiVersion: `split.smi-spec.io/${random.pick(['v1alpha1', 'v1alpha2', 'v1alpha4'])}`,
    kind: 'TrafficSplit',
    metadata: metadataOf(random, name, namespace),
    spec: { service: name, backends, ...(chance(random, 15) && { extra: random.pick<Value>([block, lines, 'x']) }) },
    ...(chance(random, 5) && { status: {} }),
  };
}

function metadataOf(random: SeededRandom, name: string, namespace?: string): Tree {
  return {
    name,
    ...(namespace !== undefined && { namespace }),
    ...(chance(random, 40) && { annotations: annotationsOf(random) }),
    ...(chance(random, 20) && { labels: { app: name } }),
  };
}

function annotationsOf(random: SeededRandom): Value {
  if (chance(random, 12)) return random.pick<Value>([{}, nothing]);
  return {
    ...(chance(random, 50) && { note: random.pick<Value>([block, block, lines, nothing, 'x', '12']) }),
    ...(chance(random, 20) && { 'a.b/c': 'x' }),
    ...(chance(random, 30) && { last: random.pick<Value>([block, lines]) }),
  };
}

function profileOf(random: SeededRandom, name: string, namespace: string): Tree {
  const spec = chance(random, 10) ? nothing : profileSpecOf(random, name, namespace);
  return {
    apiVersion: 'linkerd.io/v1alpha2',
    kind: 'ServiceProfile',
    metadata: metadataOf(random, `${name}.${namespace}.svc.cluster.local`, namespace),
    ...(chance(random, 95) && { spec }),
  };
}

function profileSpecOf(random: SeededRandom, name: string, namespace: string): Value {
  const override = (version: number): Value => ({
    authority: `${name}-v${version}.${namespace}.svc.cluster.local`,
    weight: random.pick<Value>([10, '90', '500m']),
  });
  const overrides = random.pick([[], [override(1)], [override(1), override(2)]]);
  return {
    ...(chance(random, 50) && { routes: [{ name: 'GET /', condition: { method: 'GET', pathRegex: '/a' } }] }),
    ...(chance(random, 30) && { retryBudget: { retryRatio: 0.2, minRetriesPerSecond: 10, ttl: '10s' } }),
    ...(chance(random, 30) && { dstOverrides: overrides }),
    ...(chance(random, 20) && { z: block }),
  };
}

function otherOf(random: SeededRandom): Tree {
  const metadata = metadataOf(random, random.pick([...names, 'web-v1', 'x']), random.pick(namespaces));
  if (chance(random, 25)) return { apiVersion: 'v1', kind: 'Service', metadata, spec: { ports: [{ port: 80 }] } };
  const data = { a: block, b: random.pick<Value>([lines, block, block, 'x']) };
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
}
