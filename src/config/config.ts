import type { ConfigOptions } from './config.generated.js';
import { identity, needs, validate } from './config.generated.js';
import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import { isMapping, showPath, text } from '../kubernetes.ts';
import { nearestWord } from '../findings/did-you-mean.ts';

/**
 * The options of the command line and the functionConfig, with the same names in both; krm-function.yaml describes
 * them. The default of `skipAnnotation` is the value of `drop`.
 */
export type Options = Required<Omit<ConfigOptions, Absent>> & Pick<ConfigOptions, Absent>;

/** Options without a default. */
type Absent = 'namespace' | 'ports';

/** The options from one place: the command line, a functionConfig or the environment. */
export type OptionLayer = ConfigOptions;

/** A functionConfig, as it was read. */
export interface Config {
  readonly options: OptionLayer;
  readonly problems: readonly ConfigProblem[];
}

/** What is wrong in a functionConfig. */
export interface ConfigProblem {
  /** The field, from the root of the functionConfig. */
  readonly path: FieldPath;
  readonly message: string;
  readonly fix: string;
}

/** The effective options; the first layer that has an option wins. */
export function resolveOptions(...layers: readonly OptionLayer[]): Options {
  const given = Object.assign({}, ...[...layers].reverse()) as OptionLayer;
  const drop = given.drop ?? false;
  return {
    drop,
    clusterDomain: given.clusterDomain ?? 'cluster.local',
    skipAnnotation: given.skipAnnotation ?? (drop && given.target !== 'httproute'),
    failOn: given.failOn ?? 'error',
    target: given.target ?? 'serviceprofile',
    routeVersion: given.routeVersion ?? 'v1',
    profiles: given.profiles ?? false,
    ...(given.ports !== undefined && { ports: given.ports }),
    ...(given.namespace !== undefined && { namespace: given.namespace }),
  };
}

/** The names of the options, in the order of the schema. */
export const optionNames = Object.keys(needs);

/** Options that only the target httproute has. */
const ofRoutes = ['ports', 'routeVersion', 'profiles'] as const;

/** The option that cannot be used with the target, if there is one; the first layer that has an option wins. */
export function targetProblem(
  ...layers: readonly OptionLayer[]
): { readonly key: keyof Options; readonly message: string } | undefined {
  const given = Object.assign({}, ...[...layers].reverse()) as OptionLayer;
  if (given.target === 'httproute') {
    const message = 'skipAnnotation cannot be used with target httproute';
    return given.skipAnnotation === true ? { key: 'skipAnnotation', message } : undefined;
  }
  const key = ofRoutes.find((one) => given[one] !== undefined && given[one] !== false);
  return key && { key, message: `${key} needs target httproute` };
}

/** Whether a string is the name of an option. */
export function isOption(key: string): key is keyof Options {
  return Object.hasOwn(needs, key);
}

/** What the value of an option has to be, if the schema does not accept it; undefined if it does. */
export function optionProblem(key: keyof Options, value: unknown): string | undefined {
  return validate({ ...identity, [key]: value }) ? undefined : needs[key];
}

const allowed = `allowed are a v1 ConfigMap and a ${identity.apiVersion} ${identity.kind}`;

/**
 * Reads a functionConfig: absent, empty, a ConfigMap with strings in `data`, or a TrafficSplitTransformer with the
 * options at its top level.
 */
export function readConfig(config: unknown): Config {
  if (config === undefined || config === null) return { options: {}, problems: [] };
  if (!isMapping(config)) return refused([], 'the functionConfig is not a mapping');
  if (Object.keys(config).length === 0) return { options: {}, problems: [] };
  const [apiVersion, kind] = [text(config, 'apiVersion'), text(config, 'kind')];
  if (apiVersion === 'v1' && kind === 'ConfigMap') return readConfigMap(config);
  if (apiVersion === identity.apiVersion && kind === identity.kind) return readOptions(config, [], config);
  return refused(['kind'], `functionConfig ${apiVersion} ${kind} is not ours`.replace(/ {2,}/g, ' '));
}

function readConfigMap(config: Readonly<Record<string, unknown>>): Config {
  const stray = Object.keys(config).filter((key) => !fieldsOfConfigMap.has(key));
  if (stray.length > 0) return { options: {}, problems: stray.map(strayField) };
  const data = config.data;
  if (data === undefined || data === null) return { options: {}, problems: [] };
  if (!isMapping(data)) return refused(['data'], 'data is not a mapping');
  // The values of a ConfigMap are strings; booleans are written as in YAML 1.2.
  const foreign = Object.keys(data).filter((key) => Object.hasOwn(identity, key) || key === 'metadata');
  if (foreign.length > 0) return { options: {}, problems: foreign.map((key) => unknownKey(key, ['data'])) };
  const typed = Object.entries(data).map(([key, value]) => [key, typedValue(key, value)] as const);
  return readOptions(Object.fromEntries(typed), ['data'], data);
}

/** The fields that say nothing about options, and the one that holds them. */
const fieldsOfConfigMap = new Set(['apiVersion', 'kind', 'metadata', 'data', 'immutable']);

/** An option beside `data`, or a misspelt `data`, which would leave all options at their defaults. */
function strayField(key: string): ConfigProblem {
  const fix = isOption(key) ? `move ${key} into data` : 'put the options under data';
  return { path: [key], message: `functionConfig has no key ${JSON.stringify(key)}`, fix };
}

/** A value that was given as a string, as a boolean where the option is one. */
export function typedValue(key: string, value: unknown): unknown {
  const typed = booleans.get(value);
  return typed !== undefined && isOption(key) && optionProblem(key, typed) === undefined ? typed : value;
}

const booleans = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
]);

/**
 * Reads options by the schema, and describes those that it does not accept; `written` has the values as the user wrote
 * them.
 */
function readOptions(values: KubernetesObject, path: FieldPath, written: KubernetesObject): Config {
  const object = { ...values, ...identity };
  if (validate(object)) return { options: optionsIn(object), problems: [] };
  const problems = new Map<string, ConfigProblem>();
  for (const { keyword, params, instancePath } of validate.errors ?? []) {
    const isUnknown = keyword === 'additionalProperties' && instancePath === '';
    const key = isUnknown ? String(params.additionalProperty) : (instancePath.split('/')[1] ?? '');
    problems.set(key, isUnknown ? unknownKey(key, path) : wrongValue(key, written[key], path));
  }
  return { options: {}, problems: [...problems.values()] };
}

function optionsIn(object: object): OptionLayer {
  return Object.fromEntries(Object.entries(object).filter(([key]) => isOption(key)));
}

function wrongValue(key: string, value: unknown, path: FieldPath): ConfigProblem {
  const need = isOption(key) ? needs[key] : 'a mapping';
  const typed = typedValue(key, value);
  return {
    path: [...path, key],
    message: `${key} is ${JSON.stringify(value)}, but has to be ${need}`,
    fix:
      typed === value
        ? `correct ${showPath([...path, key])} of the functionConfig`
        : `write ${key}: ${String(typed)}, without quotes`,
  };
}

function unknownKey(key: string, path: FieldPath): ConfigProblem {
  const known = Object.keys(needs);
  const near = nearestWord(key, known);
  const isHolder = path.length === 0 && (key === 'spec' || key === 'data');
  const fix = isHolder
    ? `put the options beside kind, not under ${key}`
    : `${near === undefined ? '' : `did you mean ${near}? `}allowed are ${known.join(', ')}`;
  return { path: [...path, key], message: `functionConfig has no key ${JSON.stringify(key)}`, fix };
}

function refused(path: FieldPath, message: string): Config {
  return { options: {}, problems: [{ path, message, fix: allowed }] };
}
