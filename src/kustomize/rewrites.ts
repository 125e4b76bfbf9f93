import { markOf } from '../mesh/marks.ts';
import { isPatchOf, isReplaced, selects, type Selectable } from './selectors.ts';
import type { Step } from './step.ts';

/** What one step does to a split, in words; undefined where it leaves the split as it is. */
export function changeOf(step: Step, split: Selectable): string | undefined {
  const { kind, where } = step;
  const through = where === kind ? '' : ` (${where})`;
  switch (kind) {
    case 'namespace':
      return setsNamespace(step, split) ? `sets namespace: ${step.value}${through}` : undefined;
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
      return step.targets.some((target) => isReplaced(target, split)) ? `replaces fields of it (${where})` : undefined;
    case 'function':
      return undefined;
  }
}

/** Whether a split gets another namespace; where it has none, what sets one decides about that, and says so elsewhere. */
function setsNamespace(
  { value, unsetOnly }: Extract<Step, { kind: 'namespace' }>,
  { namespace, isRoute }: Selectable,
): boolean {
  return isRoute !== true && namespace !== '' && value !== namespace && unsetOnly !== true;
}

function isPatched({ target, patches }: Extract<Step, { kind: 'patch' }>, split: Selectable): boolean {
  return target === undefined ? patches.some((patch) => isPatchOf(patch, split)) : selects(target, split);
}
