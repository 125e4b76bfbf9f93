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

/** The step of what writes something into the fields that `fieldSpecs` name, if these are labels of a split. */
export function labellingSteps(specs: readonly unknown[], where: string): readonly Step[] {
  const isLabel = kindsWithLabels.some(([group, kind]) => hasFieldOf(specs, 'labels', group, kind));
  return isLabel ? [{ kind: 'plugin', where }] : [];
}

/** Whether a step may give an object other labels. */
export function mayLabel(step: Step): boolean {
  if (step.kind === 'plugin') return true;
  if (step.kind === 'metadata') return Object.keys(step.labels).length > 0;
  if (step.kind === 'patch') return step.patches.length === 0 || step.patches.some(patchesLabels);
  if (step.kind !== 'replacement') return false;
  return step.targets.some((target) => {
    const paths = [...list(target, 'fieldPaths').map(String), text(target, 'fieldPath')];
    return paths.some((path) => /^\/?metadata(?:$|[./]labels)/.test(path));
  });
}

function patchesLabels(patch: unknown): boolean {
  if (Array.isArray(patch))
    return patch.some((operation) => /^(?:$|\/metadata(?:$|\/labels))/.test(text(operation, 'path')));
  const metadata = field(patch, 'metadata');
  return (
    !isMapping(patch) || '$patch' in patch || (isMapping(metadata) && ('labels' in metadata || '$patch' in metadata))
  );
}
