import { field, isMapping, list, text } from '../kubernetes.ts';
import type { Step } from './step.ts';

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
