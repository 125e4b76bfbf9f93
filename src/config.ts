import type { Severity } from './findings.ts';
import type { FieldPath } from './kubernetes.ts';
import { isMapping, text } from './kubernetes.ts';
import { isLabel } from './mesh/authority.ts';
import { nearest } from './mesh/nearest.ts';

/** What the user can decide, on the command line or in a functionConfig; both use these names. */
export interface Options {
  /** Put the profile in the TrafficSplit's place instead of beside it. */
  readonly drop: boolean;
  /** The namespace of objects that name none. */
  readonly namespace?: string;
  readonly clusterDomain: string;
  /** Mark profiles with `smi.linkerd.io/skip: smi2linkerd`; the value of `drop` where the user says nothing. */
  readonly skipAnnotation: boolean;
  /** The least severity that fails the run. */
  readonly failOn: Exclude<Severity, 'info'>;
}

/** What one place says: the command line, a functionConfig, the environment. */
export type OptionLayer = Partial<Options>;

/** A functionConfig, understood. */
export interface Config {
  readonly options: OptionLayer;
  readonly problems: readonly ConfigProblem[];
}

export interface ConfigProblem {
  readonly path: FieldPath;
  readonly message: string;
  readonly fix?: string;
}

/** The options that hold, the first layer that says something winning. */
export function resolveOptions(...layers: readonly OptionLayer[]): Options {
  const said = Object.assign({}, ...[...layers].reverse()) as OptionLayer;
  const drop = said.drop ?? false;
  return {
    drop,
    clusterDomain: said.clusterDomain ?? 'cluster.local',
    skipAnnotation: said.skipAnnotation ?? drop,
    failOn: said.failOn ?? 'error',
    ...(said.namespace !== undefined && { namespace: said.namespace }),
  };
}

const keys: Readonly<Record<keyof Options, (value: unknown) => string | undefined>> = {
  drop: needBoolean,
  namespace: (value) => (typeof value === 'string' && isLabel(value) ? undefined : 'a namespace'),
  clusterDomain: (value) => (isDomain(value) ? undefined : 'a DNS name such as cluster.local'),
  skipAnnotation: needBoolean,
  failOn: (value) => (value === 'error' || value === 'warning' ? undefined : 'error or warning'),
};

/** Tells whether a text is the name of an option. */
export function isOption(key: string): key is keyof Options {
  return Object.hasOwn(keys, key);
}

/** What is wrong with an option's value, or undefined. */
export function optionProblem(key: keyof Options, value: unknown): string | undefined {
  return keys[key](value);
}

function needBoolean(value: unknown): string | undefined {
  return typeof value === 'boolean' ? undefined : 'true or false';
}

function isDomain(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 200 && value.split('.').every(isLabel);
}

/** The kind of functionConfig that is ours. */
export const configKind = { apiVersion: 'smi2linkerd.dev/v1alpha1', kind: 'TrafficSplitTransformer' } as const;
const allowed = `allowed are v1 ConfigMap and ${configKind.apiVersion} ${configKind.kind}`;

/** Reads a functionConfig: absent, empty, a ConfigMap with strings in `data`, or our kind with the options at its top level. */
export function readConfig(config: unknown): Config {
  if (config === undefined || config === null) return { options: {}, problems: [] };
  if (!isMapping(config)) return refused([], 'the functionConfig is no mapping');
  if (Object.keys(config).length === 0) return { options: {}, problems: [] };
  const [apiVersion, kind] = [text(config, 'apiVersion'), text(config, 'kind')];
  if (apiVersion === 'v1' && kind === 'ConfigMap') return readConfigMap(config);
  if (apiVersion === configKind.apiVersion && kind === configKind.kind)
    return readOptions(config, [], ['apiVersion', 'kind', 'metadata'], (value) => value);
  return refused(['kind'], `functionConfig ${apiVersion} ${kind} is not ours; ${allowed}`.replace(/ {2,}/g, ' '));
}

function readConfigMap(config: Readonly<Record<string, unknown>>): Config {
  const data = config.data;
  if (data === undefined || data === null) return { options: {}, problems: [] };
  if (!isMapping(data)) return refused(['data'], 'data is no mapping');
  return readOptions(data, ['data'], [], (value) => (value === 'true' ? true : value === 'false' ? false : value));
}

function readOptions(
  values: Readonly<Record<string, unknown>>,
  path: FieldPath,
  others: readonly string[],
  parse: (value: unknown) => unknown,
): Config {
  const options: Record<string, unknown> = {};
  const problems: ConfigProblem[] = [];
  const known = Object.keys(keys);
  for (const [key, written] of Object.entries(values)) {
    if (others.includes(key)) continue;
    if (!isOption(key)) problems.push(unknownKey(key, known, path));
    else {
      const value = parse(written);
      const need = optionProblem(key, value);
      if (need === undefined) options[key] = value;
      else
        problems.push({ path: [...path, key], message: `${key} is ${JSON.stringify(written)}, and has to be ${need}` });
    }
  }
  return { options, problems };
}

function unknownKey(key: string, known: readonly string[], path: FieldPath): ConfigProblem {
  const near = nearest(key, known);
  const fix = `${near === undefined ? '' : `did you mean ${near}? `}allowed are ${known.join(', ')}`;
  return { path: [...path, key], message: `functionConfig has no key ${JSON.stringify(key)}`, fix };
}

function refused(path: FieldPath, message: string): Config {
  return { options: {}, problems: [{ path, message, fix: allowed }] };
}
