import { isDeepStrictEqual } from 'node:util';

/** An object of a stream as some reader tells it; the value is needed of splits, profiles and routes alone. */
export interface Told {
  readonly kind: string;
  /** The same for equal objects alone. */
  readonly told: string;
  readonly object?: unknown;
}

/** Where the walk through both streams is, and what it has found. */
interface Walk {
  readonly before: readonly Told[];
  readonly after: readonly Told[];
  readonly dropped: Split[];
  readonly made: Manifest[];
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: unknown };
  readonly spec?: Readonly<Record<string, unknown>> | null;
}

interface Split {
  readonly metadata: { readonly namespace?: string };
  readonly spec: { readonly service: string; readonly backends: readonly Backend[] };
}

interface Backend {
  readonly service: string;
  readonly weight: string | number;
}

interface Override {
  readonly authority: string;
  readonly weight: string | number;
}

/** How a stream was converted. */
export interface How {
  readonly drop: boolean;
  readonly target: string;
  readonly namespace?: string | undefined;
}

/**
 * What is wrong about the objects after a conversion: each has to be the next one of before, or a profile or a route, and
 * a dropped split has to be in one of these. Objects without a namespace are in the given one.
 */
export function misplaced(before: readonly Told[], after: readonly Told[], how: How): readonly string[] {
  const walk: Walk = { before, after, dropped: [], made: [] };
  for (let [here, there] = [0, 0]; here < before.length || there < after.length;) {
    const [steps, news] = step(walk, here, there, how);
    if (steps + news === 0)
      return [`${before[here]?.told ?? 'nothing'} is followed by ${after[there]?.told ?? 'nothing'}`];
    here += steps;
    there += news;
  }
  return walk.dropped.flatMap((split) => (isIn(split, walk.made, how) ? [] : lost(split)));
}

/** A profile that says nothing but overrides, as the split that it may have been made from. */
function asSplit({ metadata, spec }: Manifest): Split {
  const overrides = (spec?.dstOverrides ?? []) as readonly Override[];
  const [service = ''] = metadata.name.split('.');
  const backends = overrides.map(({ authority, weight }) => ({ service: authority.split('.')[0] ?? '', weight }));
  return { metadata, spec: { service, backends } };
}

function lost({ metadata, spec }: Split): readonly string[] {
  return [`the split of ${spec.service} in ${metadata.namespace ?? 'no namespace'} is lost`];
}

/** How many objects of before and of after belong together. */
function step(
  { before, after, dropped, made }: Walk,
  here: number,
  there: number,
  { drop, target }: How,
): [number, number] {
  const [was, is] = [before[here], after[there]];
  const isMade = is?.kind === 'ServiceProfile' || is?.kind === 'HTTPRoute';
  if (was !== undefined && is !== undefined && isSame(was, is)) {
    if (isMade) made.push(is.object as Manifest);
    return [1, 1];
  }
  if (isMade && !before.slice(here).some((one) => isSameName(one, is))) {
    made.push(is.object as Manifest);
    return [0, 1];
  }
  if (drop && was?.kind === 'TrafficSplit') {
    dropped.push(was.object as Split);
    return [1, 0];
  }
  // A profile that says nothing but overrides goes, too, where routes carry them.
  if (target === 'httproute' && was?.kind === 'ServiceProfile') {
    dropped.push(asSplit(was.object as Manifest));
    return [1, 0];
  }
  // A TrafficSplitList goes with its last split.
  return drop && was?.kind === 'TrafficSplitList' ? [1, 0] : [0, 0];
}

function isSame(was: Told, is: Told): boolean {
  if (was.told === is.told) return true;
  return isSameName(was, is) && isDeepStrictEqual(ownPart(was.object), ownPart(is.object));
}

function isSameName(one: Told, other: Told): boolean {
  if (one.kind !== other.kind || (one.kind !== 'ServiceProfile' && one.kind !== 'HTTPRoute')) return false;
  const [a, b] = [one.object as Manifest, other.object as Manifest];
  return a.metadata.name === b.metadata.name && a.metadata.namespace === b.metadata.namespace;
}

/** A profile or a route without what a conversion may change: an empty mapping and a missing one are the same then. */
function ownPart(object: unknown): unknown {
  const { metadata, spec, ...rest } = object as Manifest;
  const annotations = Object.entries(metadata.annotations ?? {}).filter(([key]) => key !== 'smi.linkerd.io/skip');
  return { ...rest, metadata: { ...metadata, annotations }, spec: { ...spec, dstOverrides: undefined } };
}

/** Whether a profile or a route says what a split said. */
function isIn(
  { metadata, spec }: Split,
  made: readonly Manifest[],
  { namespace: fallback = '', target }: How,
): boolean {
  const namespace = metadata.namespace ?? fallback;
  const fqdn = (service: string): string => `${service}.${namespace}.svc.cluster.local`;
  const overrides = spec.backends.map(({ service, weight }) => `${fqdn(service)} ${String(weight)}`).join();
  const services = spec.backends.map(({ service }) => service).join();
  // A route without a namespace may be meant for any. Where no weight is above zero, Linkerd ignores a profile's overrides, and no route is made.
  if (target === 'httproute' && spec.backends.every(({ weight }) => weight === 0)) return true;
  return made.some((one) =>
    one.kind === 'HTTPRoute'
      ? (one.metadata.namespace ?? namespace) === namespace && servicesOf(one).includes(services)
      : one.metadata.name === fqdn(spec.service) && overridesOf(one) === overrides,
  );
}

function overridesOf({ spec }: Manifest): string {
  const all = (spec?.dstOverrides ?? []) as readonly Override[];
  return all.map(({ authority, weight }) => `${authority} ${String(weight)}`).join();
}

function servicesOf({ spec }: Manifest): readonly string[] {
  const rules = (spec?.rules ?? []) as readonly { readonly backendRefs?: readonly { readonly name: string }[] }[];
  return rules.map(({ backendRefs = [] }) => backendRefs.map(({ name }) => name).join());
}
