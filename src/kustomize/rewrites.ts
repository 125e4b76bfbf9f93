import { markOf } from '../mesh/marks.ts';
import { isExactly, isPatchOf, isReplaced, selects, type Selectable } from './selectors.ts';
import type { Step } from './step.ts';

/** What one step does to a split, for a message; undefined if it does not change the split. */
export function changeOf(step: Step, split: Selectable): string | undefined {
  const { kind, where } = step;
  if (split.goes === true && kind !== 'patch' && kind !== 'replacement') return undefined;
  const through = where === kind ? '' : ` (${where})`;
  switch (kind) {
    case 'namespace':
      return changesNamespace(step, split) ? `sets namespace: ${step.value}${through}` : undefined;
    case 'namePrefix':
    case 'nameSuffix':
      return split.isRoute === true && step.renamesRoutes === true
        ? undefined
        : `sets ${kind}: ${step.value}${through}`;
    case 'metadata': {
      const mark = markOf({ metadata: step });
      return mark && `sets ${String(mark.field.at(-1))} (${where})`;
    }
    case 'patch':
      return isPatched(step, split) ? `patches it (${where})` : undefined;
    case 'replacement':
      if (step.targets.some((target) => isReplaced(target, split))) return `replaces fields of it (${where})`;
      return split.drops === true && step.sources?.some((source) => isExactly(source, split)) === true
        ? `takes values from it (${where})`
        : undefined;
    case 'fields':
    case 'function':
      return undefined;
  }
}

/** Whether a step changes the namespace of a split. A split without a namespace is the subject of another finding. */
function changesNamespace(
  { value, unsetOnly }: Extract<Step, { kind: 'namespace' }>,
  { kind, namespace, isRoute }: Selectable,
): boolean {
  // A route has no namespace in its names; a profile has, which it is made of.
  if (isRoute === true && kind === 'TrafficSplit') return false;
  return namespace !== '' && value !== namespace && unsetOnly !== true;
}

function isPatched({ target, patches }: Extract<Step, { kind: 'patch' }>, split: Selectable): boolean {
  return target === undefined ? patches.some((patch) => isPatchOf(patch, split)) : selects(target, split);
}
