import type { OptionLayer } from '../config/config.ts';
import { isOption, optionNames, optionProblem, typedValue } from '../config/config.ts';
import { nearestWord } from '../findings/did-you-mean.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { isMapping } from '../kubernetes.ts';
import type { CommandLine } from './command-line.ts';
import { hasParameters } from './command-line.ts';
import type { Host } from './host.ts';
import { UsageError } from './host.ts';
import { dashedName } from '../config/option-names.ts';

/**
 * The parameters of a config management plugin that an Application sets, as Argo CD passes them: ARGOCD_APP_PARAMETERS
 * holds `spec.source.plugin.parameters` as JSON, a list of names, each with `string`, `array` or `map` (Argo CD's
 * ApplicationSourcePluginParameters.Environ). Values are strings, whatever type the plugin announced, and announced
 * defaults are not passed.
 */
const variable = 'ARGOCD_APP_PARAMETERS';

/**
 * The variable in which a plugin that runs more than this program names the parameters that it reads itself, separated
 * by spaces, each with its form if only one is read: `revision set:array`.
 */
const ofThePlugin = 'SMI2LINKERD_PLUGIN_PARAMETERS';

/** The only parameter that is not an option: whether an output without any object is allowed. */
const allowEmpty = 'allow-empty';

/** The call with the parameters of the Application. Throws UsageError if one is unknown or invalid. */
export function withParameters(call: CommandLine, host: Host): CommandLine {
  if (call.mode !== 'print' || !hasParameters(host)) return call;
  const others = formsIn(host.env[ofThePlugin] ?? '');
  const values = valuesIn(host.env[variable] ?? '', others);
  const empty = values.get(allowEmpty) ?? 'false';
  if (empty !== 'true' && empty !== 'false') throw new UsageError(wrong(allowEmpty, empty, 'true or false'));
  const named = [...values].filter(([name, value]) => name !== allowEmpty && !isUnset(name, value));
  const options = Object.fromEntries(named.map(([name, value]) => optionOf(name, value))) as OptionLayer;
  return { ...call, parameters: options, allowEmpty: empty === 'true' };
}

/** What the plugins announce for parameters that have no default, or one for a single target: it says nothing. */
const announced = new Map([
  ['namespace', ''],
  ['skip-annotation', ''],
  ['ports', ''],
  ['route-version', 'v1'],
]);

function isUnset(name: string, value: string): boolean {
  return announced.get(name) === value;
}

/** The names of all parameters, in the order of the schema. */
export function parameterNames(): readonly string[] {
  return [...optionNames.map(dashedName), allowEmpty];
}

/** The parameters of the plugin itself, with the form of those that have one. */
type Forms = ReadonlyMap<string, string | undefined>;

function formsIn(names: string): Forms {
  const words = names.split(' ').filter((word) => word !== '');
  return new Map(words.map((word) => word.split(':')).map(([name = '', form]) => [name, form]));
}

function valuesIn(json: string, others: Forms): Map<string, string> {
  const values = new Map<string, string>();
  for (const { name, value } of entriesIn(json, others)) {
    if (values.has(name)) throw new UsageError(`parameter ${name} is set twice`, 'set it once');
    values.set(name, value);
  }
  return values;
}

interface Entry {
  readonly name: string;
  readonly value: string;
}

/** The entries for this program, without those of the plugin. */
function entriesIn(json: string, others: Forms): readonly Entry[] {
  const list = parsed(json);
  if (!Array.isArray(list)) throw new UsageError(`${variable} is not a list of parameters`);
  return (list as unknown[]).flatMap((entry) => {
    if (!isMapping(entry) || typeof entry.name !== 'string')
      throw new UsageError(`${variable} has a parameter without a name`);
    if (!others.has(entry.name)) return [{ name: entry.name, value: valueOf(entry.name, entry, others) }];
    checkForm(entry.name, entry, others.get(entry.name));
    return [];
  });
}

/** The plugin does not see a value of another form than the one that it reads. */
function checkForm(name: string, entry: KubernetesObject, form: string | undefined): void {
  const given = ['string', 'array', 'map'].find((key) => key !== form && isGiven(entry[key]));
  if (form !== undefined && given !== undefined)
    throw new UsageError(`parameter ${name} has to be given as ${form}, not as ${given}`);
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function valueOf(name: string, entry: KubernetesObject, others: Forms): string {
  const known = [...others.keys(), ...parameterNames()];
  if (!known.includes(name)) throw new UsageError(`there is no parameter ${JSON.stringify(name)}`, hint(name, known));
  if (typeof entry.string !== 'string' || entry.array !== undefined || entry.map !== undefined)
    throw new UsageError(`parameter ${name} has to be a string`, 'give its value as `string`');
  return entry.string;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new UsageError(`${variable} is not valid JSON`);
  }
}

function hint(name: string, known: readonly string[]): string {
  const near = nearestWord(name, known);
  return `${near === undefined ? '' : `did you mean ${near}? `}allowed are ${known.join(', ')}`;
}

/** An option and its value, with the type of the schema. */
function optionOf(name: string, value: string): readonly [string, unknown] {
  const key = keyOf(name);
  const typed = typedValue(key, value);
  const need = isOption(key) ? optionProblem(key, typed) : undefined;
  if (need !== undefined) throw new UsageError(wrong(name, value, need));
  return [key, typed];
}

function wrong(name: string, value: string, need: string): string {
  return `parameter ${name} is ${JSON.stringify(value)}, but has to be ${need}`;
}

function keyOf(name: string): string {
  return name.replace(/-[a-z]/g, (part) => part.slice(1).toUpperCase());
}
