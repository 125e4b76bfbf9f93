import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { field, isMapping, list } from '../kubernetes.ts';
import { show } from './flag.ts';
import { parseQuantity } from './quantity.ts';

/** What keeps a profile from being loaded, and where. */
export interface LoadProblem {
  readonly field: FieldPath;
  readonly message: string;
}

type Add = (field: FieldPath, message: string) => void;

/**
 * What makes Linkerd drop a whole profile, its split included, or makes its validator refuse it (linkerd2,
 * pkg/profiles/profiles.go Validate and profile_translator.go; what was run: docs/facts/linkerd.md, "Profiles that do not load").
 */
export function loadProblems(profile: KubernetesObject): readonly LoadProblem[] {
  const problems: LoadProblem[] = [];
  const add: Add = (path, message) => void problems.push({ field: path, message });
  const spec = field(profile, 'spec');
  if (!isMapping(spec)) return problems;
  checkKeys(spec, ['routes', 'retryBudget', 'dstOverrides', 'opaquePorts'], ['spec'], add);
  if (spec.opaquePorts !== undefined) add(['spec', 'opaquePorts'], 'opaquePorts cannot be decoded by the controller');
  for (const [index, route] of list(spec, 'routes').entries()) checkRoute(route, ['spec', 'routes', index], add);
  if (spec.retryBudget !== undefined && spec.retryBudget !== null)
    checkBudget(spec.retryBudget, ['spec', 'retryBudget'], add);
  for (const [index, override] of list(spec, 'dstOverrides').entries())
    checkOverride(override, ['spec', 'dstOverrides', index], add);
  return problems;
}

function checkKeys(object: KubernetesObject, known: readonly string[], path: FieldPath, add: Add): void {
  for (const key of Object.keys(object))
    if (!known.includes(key)) add([...path, key], `field ${show(key)} is unknown to the validator`);
}

function checkRoute(route: unknown, path: FieldPath, add: Add): void {
  if (!isMapping(route)) {
    add(path, 'a route is no mapping');
    return;
  }
  checkKeys(route, ['name', 'condition', 'responseClasses', 'isRetryable', 'timeout'], path, add);
  if (typeof route.name !== 'string' || route.name === '') add(path, 'a route has no name');
  checkCondition(route.condition, [...path, 'condition'], 'route', path, add, checkRequest);
  const timeout = route.timeout;
  if (timeout !== undefined && timeout !== '' && !(typeof timeout === 'string' && isDuration(timeout))) {
    add([...path, 'timeout'], `timeout ${show(timeout)} is no duration such as 250ms`);
  }
  for (const [index, one] of list(route, 'responseClasses').entries()) {
    const here = [...path, 'responseClasses', index];
    if (isMapping(one)) checkKeys(one, ['condition', 'isFailure'], here, add);
    checkCondition(field(one, 'condition'), [...here, 'condition'], 'response class', here, add, checkResponse);
  }
}

function checkCondition(
  condition: unknown,
  path: FieldPath,
  of: string,
  parent: FieldPath,
  add: Add,
  check: (condition: KubernetesObject, path: FieldPath, add: Add) => void,
): void {
  if (condition === undefined || condition === null) add(parent, `a ${of} has no condition`);
  else if (!isMapping(condition) || Object.keys(condition).length === 0) add(path, `the condition of a ${of} is empty`);
  else check(condition, path, add);
}

/** `all`, `any` and `not` hold conditions of the same form. */
function checkNested(
  condition: KubernetesObject,
  path: FieldPath,
  add: Add,
  check: (condition: KubernetesObject, path: FieldPath, add: Add) => void,
): void {
  for (const key of ['all', 'any']) {
    for (const [index, one] of list(condition, key).entries()) {
      const here = [...path, key, index];
      if (!isMapping(one) || Object.keys(one).length === 0) add(here, 'a condition is empty');
      else check(one, here, add);
    }
  }
  const not = condition.not;
  if (Array.isArray(not)) add([...path, 'not'], 'not is a list, which the controller cannot decode');
  else if (isMapping(not)) {
    add([...path, 'not'], 'not is a mapping, which the API server refuses or drops');
    check(not, [...path, 'not'], add);
  }
}

function checkRequest(condition: KubernetesObject, path: FieldPath, add: Add): void {
  checkKeys(condition, ['all', 'any', 'not', 'pathRegex', 'method'], path, add);
  checkNested(condition, path, add, checkRequest);
}

function checkResponse(condition: KubernetesObject, path: FieldPath, add: Add): void {
  checkKeys(condition, ['all', 'any', 'not', 'status'], path, add);
  checkNested(condition, path, add, checkResponse);
  const status = condition.status;
  if (!isMapping(status)) return;
  checkKeys(status, ['min', 'max'], [...path, 'status'], add);
  const [min, max] = [status.min, status.max];
  for (const [key, value] of Object.entries({ min, max })) {
    if (typeof value === 'number' && value < 0) add([...path, 'status', key], `${key} ${value} is negative`);
  }
  if (typeof min === 'number' && typeof max === 'number' && max !== 0 && min > max)
    add([...path, 'status'], `min ${min} is above max ${max}`);
}

function checkBudget(budget: unknown, path: FieldPath, add: Add): void {
  if (!isMapping(budget)) {
    add(path, 'retryBudget is no mapping');
    return;
  }
  checkKeys(budget, ['retryRatio', 'minRetriesPerSecond', 'ttl'], path, add);
  const { retryRatio, ttl } = budget as { retryRatio?: unknown; ttl?: unknown };
  if (typeof retryRatio === 'number' && retryRatio < 0)
    add([...path, 'retryRatio'], `retryRatio ${retryRatio} is negative`);
  if (ttl === undefined || ttl === '') add(path, 'retryBudget has no ttl');
  else if (typeof ttl !== 'string' || !isDuration(ttl))
    add([...path, 'ttl'], `ttl ${show(ttl)} is no duration such as 10s`);
}

function checkOverride(override: unknown, path: FieldPath, add: Add): void {
  if (!isMapping(override)) return;
  checkKeys(override, ['authority', 'weight'], path, add);
  const weight = override.weight;
  if (weight === undefined) return;
  const sound = (typeof weight === 'string' || typeof weight === 'number') && parseQuantity(weight) !== undefined;
  if (!sound) add([...path, 'weight'], `weight ${show(weight)} is no quantity`);
  else if (typeof weight === 'number' && !Number.isInteger(weight))
    add([...path, 'weight'], `weight ${show(weight)} is refused: a fraction has to be in quotes`);
}

/** Go's time.ParseDuration. */
function isDuration(text: string): boolean {
  return /^[+-]?(?:0|(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)$/.test(text);
}
