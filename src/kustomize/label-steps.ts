import { field, isMapping, list, text } from '../kubernetes.ts';
import { splitGroup } from '../mesh/traffic-split.ts';
import { writtenPaths } from './json-patch.ts';
import { hasFieldOf, type Step } from './step.ts';

/** A split, and what it becomes. */
const kindsWithLabels = [
  [splitGroup, 'TrafficSplit'],
  ['linkerd.io', 'ServiceProfile'],
  ['gateway.networking.k8s.io', 'HTTPRoute'],
  ['policy.linkerd.io', 'HTTPRoute'],
] as const;

/** What selectors look at besides the names of an object. */
type Pairs = 'labels' | 'annotations';

/**
 * The step of what writes something into the fields that `fieldSpecs` name, if these are labels or annotations of a split that
 * other steps of it do not set.
 */
export function labellingSteps(
  specs: readonly unknown[],
  where: string,
  others: readonly Step[] = [],
): readonly Step[] {
  const sets = (pairs: Pairs): boolean =>
    kindsWithLabels.some(([group, kind]) => hasFieldOf(specs, pairs, group, kind));
  const isSet = (['labels', 'annotations'] as const).some(
    (one) => sets(one) && others.every((step) => keysSet(step, one)?.length === 0),
  );
  return isSet ? [{ kind: 'plugin', where }] : [];
}

/** The keys of the labels, or of the annotations, that a step may set; undefined if they are not known. */
export function keysSet(step: Step, pairs: Pairs): readonly string[] | undefined {
  if (step.kind === 'plugin') return undefined;
  if (step.kind === 'metadata') return Object.keys(step[pairs]);
  if (step.kind === 'patch')
    return step.patches.length === 0 ? undefined : allKnown(step.patches.map((patch) => keysPatched(patch, pairs)));
  if (step.kind !== 'replacement') return [];
  const paths = step.targets.flatMap((target) => [
    ...list(target, 'fieldPaths').map(String),
    text(target, 'fieldPath'),
  ]);
  return paths.some((path) => new RegExp(`^/?metadata(?:$|[./]${pairs})`).test(path)) ? undefined : [];
}

/** All of some values; undefined if some of them are not known. */
export function allKnown<T>(values: readonly (Iterable<T> | undefined)[]): readonly T[] | undefined {
  return values.includes(undefined) ? undefined : values.flatMap((some) => [...(some ?? [])]);
}

function keysPatched(patch: unknown, pairs: Pairs): readonly string[] | undefined {
  if (Array.isArray(patch)) return allKnown(patch.flatMap(writtenPaths).map((path) => keysOfPath(path, pairs)));
  const [metadata, added] = [field(patch, 'metadata'), field(patch, 'metadata', pairs)];
  if (!isMapping(patch) || [patch, metadata, added].some((one) => isMapping(one) && '$patch' in one)) return undefined;
  if (!isMapping(metadata) || !(pairs in metadata)) return [];
  return isMapping(added) ? Object.keys(added) : undefined;
}

function keysOfPath(path: string, pairs: Pairs): readonly string[] | undefined {
  const [key, isInside] = [path.slice(`/metadata/${pairs}/`.length), path.startsWith(`/metadata/${pairs}/`)];
  if (isInside) return [key.replaceAll('~1', '/').replaceAll('~0', '~')];
  return ['', '/metadata', `/metadata/${pairs}`].includes(path) ? undefined : [];
}
