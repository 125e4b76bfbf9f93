import { field, isMapping, text, type KubernetesObject } from '../kubernetes.ts';

/** An operation of a JSON patch (RFC 6902) that needs nothing but its own value. */
interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly value?: unknown;
}

/**
 * An object after an operation as a JSON patch has it; undefined if the operation takes its value from elsewhere, or nothing
 * is left.
 */
export function afterOperation(object: KubernetesObject, operation: unknown): KubernetesObject | undefined {
  if (!['add', 'replace', 'remove'].includes(text(operation, 'op'))) return undefined;
  const keys = text(operation, 'path').split('/').slice(1);
  const plain = keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const after = operated(object, plain, operation as Operation);
  return isMapping(after) ? after : undefined;
}

/**
 * A value after an operation at a path of keys; undefined if it is removed. What is above the path and missing is made:
 * another patch may have made it before.
 */
export function operated(value: unknown, [key, ...below]: readonly string[], operation: Operation): unknown {
  if (key === undefined) return operation.op === 'remove' ? undefined : operation.value;
  if (Array.isArray(value)) return operatedInList(value, [key, ...below], operation);
  const before = isMapping(value) ? value : {};
  const after = operated(field(before, key), below, operation);
  if (after !== undefined) return { ...before, [key]: after };
  return Object.fromEntries(Object.entries(before).filter(([other]) => other !== key));
}

function operatedInList(
  entries: readonly unknown[],
  [key = '', ...below]: readonly string[],
  operation: Operation,
): readonly unknown[] {
  const index = key === '-' ? entries.length : Number(key);
  if (below.length > 0) return entries.map((one, at) => (at === index ? operated(one, below, operation) : one));
  const rest = entries.slice(operation.op === 'add' ? index : index + 1);
  const own = operation.op === 'remove' ? [] : [operation.value];
  return [...entries.slice(0, index), ...own, ...rest];
}

/** The paths that an operation of a JSON patch writes to. */
export function writtenPaths(operation: unknown): readonly string[] {
  const kind = text(operation, 'op');
  if (kind === 'test') return [];
  return [text(operation, 'path'), ...(kind === 'move' ? [text(operation, 'from')] : [])];
}

/** A strategic merge into an object without a schema, as those of SMI, Flux and Argo CD are: lists are replaced. */
export function afterMerge(object: KubernetesObject, patch: unknown): KubernetesObject {
  const after = merged(object, patch);
  return isMapping(after) ? after : object;
}

function merged(object: unknown, patch: unknown): unknown {
  if (!isMapping(patch)) return patch;
  const before = isMapping(object) && field(patch, '$patch') !== 'replace' ? object : {};
  const changed = Object.entries(patch)
    .filter(([key]) => key !== '$patch')
    .map(([key, value]) => [key, merged(field(before, key), value)] as const);
  const all = Object.entries({ ...before, ...Object.fromEntries<unknown>(changed) });
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined));
}
