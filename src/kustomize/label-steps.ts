import { field, isMapping, list, text } from '../kubernetes.ts';
import { splitGroup } from '../mesh/traffic-split.ts';
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
    (one) => sets(one) && !others.some((step) => mayLabel(step, one)),
  );
  return isSet ? [{ kind: 'plugin', where }] : [];
}

/** Whether a step may give an object other labels, or other annotations. */
export function mayLabel(step: Step, pairs: Pairs): boolean {
  if (step.kind === 'plugin') return true;
  if (step.kind === 'metadata') return Object.keys(step[pairs]).length > 0;
  if (step.kind === 'patch')
    return step.patches.length === 0 || step.patches.some((patch) => patchesPairs(patch, pairs));
  if (step.kind !== 'replacement') return false;
  return step.targets.some((target) => {
    const paths = [...list(target, 'fieldPaths').map(String), text(target, 'fieldPath')];
    return paths.some((path) => new RegExp(`^/?metadata(?:$|[./]${pairs})`).test(path));
  });
}

function patchesPairs(patch: unknown, pairs: Pairs): boolean {
  if (Array.isArray(patch))
    return patch.some((operation) => new RegExp(`^(?:$|/metadata(?:$|/${pairs}))`).test(text(operation, 'path')));
  const metadata = field(patch, 'metadata');
  return !isMapping(patch) || '$patch' in patch || (isMapping(metadata) && (pairs in metadata || '$patch' in metadata));
}
