import { naming } from './rewrites.ts';
import type { Selectable } from './selectors.ts';
import { placesOfSteps } from './step-index.ts';
import type { Step } from './step.ts';

/** What steps do to a split, made once for all splits that none of them names and that they change in the same way. */
export function onceForAlike<T>(steps: readonly Step[], make: (split: Selectable) => T): (split: Selectable) => T {
  const placesNaming = placesOfSteps(steps.filter(({ kind }) => naming.includes(kind)));
  const namespaces = new Set(['', ...steps.map((step) => (step.kind === 'namespace' ? step.value : ''))]);
  const known = new Map<string, T>();
  return (split) => {
    if (placesNaming(split).length > 0) return make(split);
    const { kind, namespace, isBare, isRoute, isRemoved } = split;
    const key = JSON.stringify([kind, namespaces.has(namespace) ? namespace : '*', isBare, isRoute, isRemoved]);
    const made = known.get(key) ?? make(split);
    known.set(key, made);
    return made;
  };
}
