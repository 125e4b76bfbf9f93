import { leaveReasonOf } from '../mesh/leave-reasons.ts';
import { field, isMapping, list, text } from '../kubernetes.ts';
import { isExactly, isPatchOf, isReplaced, selects, type Selectable } from './selectors.ts';
import type { Step } from './step.ts';

/** The steps that name objects, and fail where one is gone. */
export const naming: readonly Step['kind'][] = ['patch', 'replacement', 'variable'];

/** What one step does to a split, for a message; undefined if it does not change the split. */
export function changeOf(step: Step, split: Selectable): string | undefined {
  const { kind } = step;
  if (split.isRemoved === true && !naming.includes(kind)) return undefined;
  switch (kind) {
    case 'namespace':
      return changesNamespace(step, split) ? `sets namespace: ${step.value}${through(step)}` : undefined;
    case 'namePrefix':
    case 'nameSuffix':
      return split.isRoute === true && step.renamesRoutes === true
        ? undefined
        : `sets ${kind}: ${step.value}${through(step)}`;
    case 'metadata': {
      const reason = leaveReasonOf({ metadata: step });
      return reason && `sets ${String(reason.field.at(-1))} (${step.where})`;
    }
    case 'patch':
      return isPatched(step, split) ? `patches it (${step.where})` : undefined;
    case 'replacement':
      if (step.targets.some((target) => isReplaced(target, split))) return `replaces fields of it (${step.where})`;
      return isTaken(split) && step.sources?.some((source) => isExactly(source, split)) === true
        ? `takes values from it (${step.where})`
        : undefined;
    case 'variable':
      return isTaken(split) && isExactly(step.source, split) ? `takes values from it (${step.where})` : undefined;
    case 'unreadable':
      return step.problem.isTemplate ? 'is a template' : 'is not valid YAML';
    case 'fields':
    case 'function':
    case 'plugin':
      return undefined;
  }
}

/** The field of a kustomization that says what a step does, where its kind does not. */
function through({ kind, where }: Step): string {
  return where === kind ? '' : ` (${where})`;
}

/** Whether an object is gone, so that nothing can take a value from it. */
function isTaken({ drops, isRemoved }: Selectable): boolean {
  return drops === true || isRemoved === true;
}

/**
 * Whether a step changes the namespace of a split. A split without a namespace is the subject of another finding, unless an
 * option gives it one: Kustomize does not know that.
 */
function changesNamespace(
  { value, unsetOnly }: Extract<Step, { kind: 'namespace' }>,
  { kind, namespace, isBare, isRoute }: Selectable,
): boolean {
  // A route has no namespace in its names; a profile has, which it is made of.
  if (isRoute === true && kind === 'TrafficSplit') return false;
  return namespace !== '' && value !== namespace && (unsetOnly !== true || isBare === true);
}

function isPatched({ target, patches }: Extract<Step, { kind: 'patch' }>, split: Selectable): boolean {
  if (target === undefined) return patches.some((patch) => isPatchOf(patch, split));
  const keeps = (patch: (typeof patches)[number]): boolean => setsOwnNamespace(patch, split) || onlyTests(patch);
  // Most of a thousand selectors match no split: what their patches do is not looked at.
  return selects(target, split) && !(patches.length > 0 && patches.every(keeps));
}

/** Whether a JSON patch (RFC 6902) does nothing but set the namespace that an object has. */
export function setsOwnNamespace(patch: unknown, { namespace }: Pick<Selectable, 'namespace'>): boolean {
  if (!Array.isArray(patch) || namespace === '') return false;
  return patch.every(
    (operation) =>
      ['add', 'replace', 'test'].includes(text(operation, 'op')) &&
      text(operation, 'path') === '/metadata/namespace' &&
      text(operation, 'value') === namespace,
  );
}

/** Whether a JSON patch (RFC 6902) changes nothing: a test that fails stops the build. */
function onlyTests(patch: unknown): boolean {
  return Array.isArray(patch) && patch.every((operation) => text(operation, 'op') === 'test');
}

/** Whether a step leaves a split where it is, with its apex: the split then still collides with others of that apex. */
export function keepsApex(step: Step, split: Selectable): boolean {
  if (step.kind === 'metadata' || step.kind === 'variable') return true;
  if (step.kind === 'replacement')
    return step.targets.every((target) => !isReplaced(target, split) || writesBesideApex(target));
  if (step.kind !== 'patch') return false;
  const patches = patchesOf(step, split);
  return (
    patches.length > 0 &&
    patches.every((patch) => (Array.isArray(patch) ? patch.every(isBesideApex) : isMergeBesideApex(patch)))
  );
}

/** Those patches of a step that mean a split, where the step does. */
export function patchesOf(
  { target, patches }: Extract<Step, { kind: 'patch' }>,
  split: Selectable,
): readonly unknown[] {
  return target === undefined ? patches.filter((patch) => isPatchOf(patch, split)) : patches;
}

const besideApex = /^\/(?:spec\/(?:backends|matches)|metadata\/(?:labels|annotations))(?:\/|$)/;

/** Whether an operation of a JSON patch (RFC 6902) changes only the weights, the matches or the metadata, or nothing. */
function isBesideApex(operation: unknown): boolean {
  return text(operation, 'op') === 'test' || besideApex.test(text(operation, 'path'));
}

/** The same for a target of `replacements`, or of a transformer that adds values. */
function writesBesideApex(target: unknown): boolean {
  const paths = pathsWritten(target);
  return paths.length > 0 && paths.every((path) => besideApex.test(path));
}

/** The fields that a target of `replacements` names, as paths of a JSON patch; a transformer that adds values names one so. */
export function pathsWritten(target: unknown): readonly string[] {
  const added = text(target, 'fieldPath');
  const paths = list(target, 'fieldPaths').map((path) => `/${String(path).replaceAll('.', '/')}`);
  return added === '' ? paths : [...paths, added];
}

/** The same for a strategic merge patch: it has no apex, and neither deletes nor replaces the split or its spec. */
function isMergeBesideApex(patch: unknown): boolean {
  const spec = field(patch, 'spec');
  if (!isMapping(patch) || '$patch' in patch) return false;
  return spec === undefined || (isMapping(spec) && !('service' in spec || '$patch' in spec));
}
