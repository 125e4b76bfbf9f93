import { field, isMapping, list, text, type FieldPath, type KubernetesObject } from '../kubernetes.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';

/** A kustomization file, read. */
export interface Kustomization {
  /** As it is shown to the user. */
  readonly path: string;
  /** The directory it stands in, spelled as `KustomizeFiles.locate` does, without `/` at its end. */
  readonly directory: string;
  /** Empty where the file could not be understood: it then lists and sets nothing. */
  readonly object: KubernetesObject;
  /** The line, from 1, of a field. */
  line(path: FieldPath): number;
}

/** A namespace that something else in the call gives to what lies in a directory. */
export interface Destination {
  readonly value: string;
  /** Where that stands: an object and its path. */
  readonly by: string;
  /** Whether a file, spelled as `KustomizeFiles.locate` does, lies in that directory. */
  readonly contains: (file: string) => boolean;
}

/** The files around the kustomizations, as far as they have to be known. */
export interface KustomizeFiles {
  /** The one spelling of a file that all others are compared with, of the path that is shown. */
  locate(path: string): string;
  /** The same of what a kustomization in a directory names; a URL becomes a file that is not there. */
  resolve(directory: string, reference: string): string;
  /** The objects in a text; empty where it cannot be read. Never throws. */
  parse(text: string): readonly unknown[];
  /** The objects in a file of the call; empty where there is none, or it cannot be read. Never throws. */
  read(file: string): readonly unknown[];
  /** The directories with a Chart.yaml. */
  readonly charts: readonly string[];
  /** What Argo CD Applications and Flux Kustomizations of the call say, nearest first; asked only for a fix line. */
  destinations(): readonly Destination[];
}

/** What of a split its kustomizations ask for. */
export type Split = Pick<TrafficSplit, 'name' | 'namespace'>;

/** The lists of a kustomization whose entries are patches; the last two are older forms of the first. */
export const patching: readonly string[] = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];

/** What one kustomization does to a split, in words. */
export function changes({ object, directory }: Kustomization, split: Split, files: KustomizeFiles): readonly string[] {
  const fields = ['namespace', 'namePrefix', 'nameSuffix'].filter((key) => text(object, key) !== '');
  const set = fields.filter((key) => key !== 'namespace' || text(object, key) !== split.namespace);
  const patched = patching.flatMap((key) =>
    list(object, key).flatMap((entry, index) => (patches(entry, directory, split, files) ? [`${key}[${index}]`] : [])),
  );
  const replaced = list(object, 'replacements').flatMap((entry, index) =>
    replaces(entry, directory, split, files) ? [`replacements[${index}]`] : [],
  );
  return [
    ...set.map((key) => `sets ${key}: ${text(object, key)}`),
    ...patched.map((where) => `patches it (${where})`),
    ...replaced.map((where) => `replaces fields of it (${where})`),
  ];
}

/** Whether an entry of `patches` or one of its two older forms is about a split: by its target, else by what the patch names. */
function patches(entry: unknown, directory: string, split: Split, files: KustomizeFiles): boolean {
  const target = field(entry, 'target');
  if (isMapping(target)) return selects(target, split);
  const inline = typeof entry === 'string' ? entry : text(entry, 'patch');
  const path = typeof entry === 'string' && !entry.includes('\n') ? entry : text(entry, 'path');
  const objects = path === '' ? files.parse(inline) : files.read(files.resolve(directory, path));
  return objects.some((object) => isPatchOf(object, split));
}

function isPatchOf(object: unknown, { name, namespace }: Split): boolean {
  const stated = text(object, 'metadata', 'namespace');
  const same = text(object, 'kind') === 'TrafficSplit' && text(object, 'metadata', 'name') === name;
  return same && (stated === '' || stated === namespace);
}

/** Whether an entry of `replacements`, inline or in a file, writes into a split. */
function replaces(entry: unknown, directory: string, split: Split, files: KustomizeFiles): boolean {
  const path = text(entry, 'path');
  const replacements = path === '' ? [entry] : files.read(files.resolve(directory, path)).flat();
  const targets = replacements.flatMap((replacement) => list(replacement, 'targets'));
  return targets.some((target) => isMapping(field(target, 'select')) && selects(field(target, 'select'), split));
}

/**
 * Whether a selector means a split. What it does not name, it does not restrict; names are whole regular expressions
 * (kustomize api/types/selector.go). Its labels are not compared: saying yes too often leaves a split alone, and says why.
 */
function selects(selector: unknown, { name, namespace }: Split): boolean {
  const group = text(selector, 'group');
  return (
    (group === '' || matches(group, 'split.smi-spec.io')) &&
    matches(text(selector, 'kind'), 'TrafficSplit') &&
    matches(text(selector, 'name'), name) &&
    matches(text(selector, 'namespace'), namespace)
  );
}

/**
 * Whether an expression means a value. Those of a stranger may be made to run for ever in an engine that backtracks, which
 * Go's does not: one with more than three choices, or longer than a name, is said to match, and leaves the split alone.
 */
function matches(expression: string, value: string): boolean {
  const choices = expression.match(/[*+?{(]/g)?.length ?? 0;
  if (choices > 3 || /\)[*+?{]/.test(expression) || expression.length > 300) return true;
  if (value.length > 300) return true;
  try {
    return expression === '' || new RegExp(`^(?:${expression})$`).test(value);
  } catch {
    return expression === value; // Go and JavaScript know a few different forms
  }
}
