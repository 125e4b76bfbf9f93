import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { field, isMapping, versionOf } from '../kubernetes.ts';
import { isDuration } from './durations.ts';
import { kindOf, show } from './flag.ts';
import { parseQuantity } from './quantity.ts';

/** What keeps Linkerd from loading a profile, and the field. */
interface LoadProblem {
  readonly field: FieldPath;
  readonly message: string;
}

/** The field that a check is about, and how it reports. */
interface Checked {
  readonly path: FieldPath;
  /** Whether the CRD declares the fields here and refuses null in them; below `all`, `any` and `not` it does not. */
  readonly typed: boolean;
  readonly add: (field: FieldPath, message: string) => void;
}

type Check = (value: unknown, place: Checked) => void;

/** The fields of a mapping, with a check for each. */
type Shape = Readonly<Record<string, Check>>;

/**
 * Returns what makes the API server, Linkerd's validator or its controller refuse a profile and its split: the CRD
 * (linkerd2, charts/linkerd-crds/templates/serviceprofile.yaml), the Go types of serviceprofile/v1alpha2/types.go, and
 * pkg/profiles/profiles.go Validate. All three were run on the profiles of test/vectors/profile-validity.jsonl.
 */
export function loadProblems(profile: KubernetesObject): readonly LoadProblem[] {
  const problems: LoadProblem[] = [];
  const place: Checked = {
    path: ['spec'],
    typed: true,
    add: (path, message) => void problems.push({ field: path, message }),
  };
  const spec = field(profile, 'spec');
  if (!isMapping(spec)) return problems;
  if (versionOf(profile) === 'v1alpha1' && spec.routes === undefined)
    place.add(['spec'], 'spec has no routes, which v1alpha1 requires');
  checkFields(spec, specShape, place);
  return problems;
}

function checkFields(object: KubernetesObject, shape: Shape, place: Checked): void {
  for (const [key, value] of Object.entries(object)) {
    const check = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const here = { ...place, path: [...place.path, key] };
    if (check === undefined) place.add(here.path, `field ${show(key)} is unknown to the validator`);
    else if (value !== null) check(value, here);
    else if (place.typed) place.add(here.path, `${key} is empty, which the API server refuses`);
  }
}

const isText: Check = (value, { path, add }) => {
  if (typeof value !== 'string') add(path, `${fieldName(path)} is ${kindOf(value)}, not a string`);
};

const isFlag: Check = (value, { path, add }) => {
  if (typeof value !== 'boolean') add(path, `${fieldName(path)} is ${kindOf(value)}, not true or false`);
};

const isTimeout: Check = (value, { path, add }) => {
  if (value !== '' && !(typeof value === 'string' && isDuration(value)))
    add(path, `${fieldName(path)} ${shortValue(value)} is not a duration such as 250ms`);
};

/** A whole number that fits into Go's uint32. */
const isCount: Check = (value, { path, add }) => {
  if (typeof value !== 'number' || !Number.isInteger(value))
    add(path, `${fieldName(path)} is ${kindOf(value)}, not a whole number`);
  else if (value < 0) add(path, `${fieldName(path)} ${value} is negative`);
  else if (value > 0xffff_ffff) add(path, `${fieldName(path)} ${value} does not fit into 32 bits`);
};

function listCheck(item: Check, typed: boolean): Check {
  return (value, place) => {
    if (!Array.isArray(value)) {
      place.add(place.path, `${fieldName(place.path)} is ${kindOf(value)}, not a list`);
      return;
    }
    for (const [index, one] of (value as unknown[]).entries())
      item(one, { ...place, typed, path: [...place.path, index] });
  };
}

function mappingOf(what: string, shape: Shape, more: (object: KubernetesObject, place: Checked) => void): Check {
  return (value, place) => {
    if (!isMapping(value)) {
      place.add(place.path, `${what} is ${kindOf(value)}, not a mapping`);
      return;
    }
    checkFields(value, shape, place);
    more(value, place);
  };
}

const statusRange = mappingOf('a status range', { min: isCount, max: isCount }, ({ min, max }, { path, add }) => {
  const outside = Object.entries({ min, max }).filter(
    (entry): entry is [string, number] =>
      typeof entry[1] === 'number' && entry[1] > 0 && (entry[1] < 100 || entry[1] > 599),
  );
  for (const [key, value] of outside) add([...path, key], `${key} ${value} is outside of 100 to 599`);
  if (typeof min === 'number' && typeof max === 'number' && max !== 0 && min > max)
    add(path, `min ${min} is above max ${max}`);
});

/** Whether a condition sets something: an empty list counts, an empty string does not. */
function saysSomething(condition: KubernetesObject, keys: readonly string[]): boolean {
  return keys.some((key) => condition[key] !== undefined && condition[key] !== null && condition[key] !== '');
}

function conditionOf(shape: Shape): Check {
  const keys = Object.keys(shape);
  return mappingOf('a condition', shape, (condition, { path, add }) => {
    if (saysSomething(condition, keys)) return;
    const empty = Object.keys(condition).length === 0;
    add(path, empty ? 'a condition is empty' : `a condition sets none of ${keys.join(', ')}`);
  });
}

/**
 * The controller takes one condition here, but the CRD asks for a list in the condition of a route, so neither form is
 * valid.
 */
const not: Check = (value, place) => {
  if (Array.isArray(value)) place.add(place.path, 'not is a list, which the controller cannot decode');
  else if (place.typed) place.add(place.path, 'not is a mapping, which the API server refuses or drops');
  else request(value, place);
};

const requestShape: Shape = {
  all: (value, place) => {
    requests(value, place);
  },
  any: (value, place) => {
    requests(value, place);
  },
  not,
  pathRegex: isText,
  method: isText,
};
const request = conditionOf(requestShape);
const requests = listCheck(request, false);

const responseShape: Shape = {
  all: (value, place) => {
    responses(value, place);
  },
  any: (value, place) => {
    responses(value, place);
  },
  not: (value, place) => {
    response(value, { ...place, typed: false });
  },
  status: statusRange,
};
const response = conditionOf(responseShape);
const responses = listCheck(response, false);

function needsCondition(of: string): (object: KubernetesObject, place: Checked) => void {
  return ({ condition }, { path, add }) => {
    if (condition === undefined) add(path, `a ${of} has no condition`);
  };
}

const responseClass = mappingOf(
  'a response class',
  { condition: response, isFailure: isFlag },
  needsCondition('response class'),
);

const route = mappingOf(
  'a route',
  {
    name: isText,
    condition: request,
    responseClasses: listCheck(responseClass, true),
    isRetryable: isFlag,
    timeout: isTimeout,
  },
  (object, place) => {
    if (object.name === undefined || object.name === '') place.add(place.path, 'a route has no name');
    needsCondition('route')(object, place);
  },
);

const ratio: Check = (value, { path, add }) => {
  if (typeof value !== 'number') add(path, `retryRatio is ${kindOf(value)}, not a number`);
  else if (value < 0) add(path, `retryRatio ${value} is negative`);
  else if (!Number.isFinite(Math.fround(value))) add(path, `retryRatio ${value} does not fit into 32 bits`);
};

const timeToLive: Check = (value, { path, add }) => {
  if (typeof value !== 'string' || !isDuration(value))
    add(path, `ttl ${shortValue(value)} is not a duration such as 10s`);
};

const budget = mappingOf(
  'retryBudget',
  { retryRatio: ratio, minRetriesPerSecond: isCount, ttl: timeToLive },
  (object, { path, add }) => {
    for (const key of ['retryRatio', 'minRetriesPerSecond', 'ttl'])
      if (object[key] === undefined) add(path, `retryBudget has no ${key}`);
  },
);

/** The pattern of the CRD for a weight that is a string. */
const weightPattern =
  /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+))?$/;

const isWeight: Check = (value, { path, add }) => {
  const valid =
    typeof value === 'number' || (typeof value === 'string' && weightPattern.test(value) && parseQuantity(value));
  if (valid === false || valid === undefined) add(path, `weight ${shortValue(value)} is not a quantity`);
  else if (typeof value === 'number' && !Number.isInteger(value))
    add(path, `weight ${value} is refused: a fraction has to be in quotes`);
};

const override = mappingOf('an override', { authority: isText, weight: isWeight }, () => undefined);

const opaquePorts: Check = (_, { path, add }) => {
  add(path, 'opaquePorts cannot be decoded by the controller');
};

const specShape: Shape = {
  routes: listCheck(route, true),
  retryBudget: budget,
  dstOverrides: listCheck(override, true),
  opaquePorts,
};

function fieldName(path: FieldPath): string {
  return String(path.findLast((key) => typeof key === 'string'));
}

function shortValue(value: unknown): string {
  return typeof value === 'object' ? `that is ${kindOf(value)}` : show(value);
}
