import { field, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { inlineObjects } from './read.ts';

/** What an ApplicationSet makes Applications of. */
export interface GeneratedSpec {
  /** The spec of the Applications, with template actions in it. */
  readonly spec: KubernetesObject;
  /** The values of template actions that the input says; a directory may be a pattern with `*` and `**`. */
  readonly values: Readonly<Record<string, string>>;
  /** Patterns of directories that are left out. */
  readonly excluded: readonly string[];
}

type Generated = Omit<GeneratedSpec, 'spec'> & { readonly template: KubernetesObject };

/**
 * The specs of the Applications of an ApplicationSet (argo-cd, applicationset/utils): its template, merged with that of a
 * generator and with `templatePatch`, for each directory and each element of a list that its generators name.
 */
export function generatedSpecs(set: KubernetesObject): readonly GeneratedSpec[] {
  const generated = list(set, 'spec', 'generators').flatMap(generatedBy);
  const patch = templatePatch(text(set, 'spec', 'templatePatch'));
  const all = generated.length === 0 ? [nothingKnown] : generated;
  return all.map(({ template, values, excluded }) => ({
    spec: [mapping(template, 'spec'), mapping(patch, 'spec')].reduce(
      mergedObjects,
      mapping(set, 'spec', 'template', 'spec'),
    ),
    values,
    excluded,
  }));
}

const nothingKnown: Generated = { values: {}, excluded: [], template: {} };

function generatedBy(generator: unknown): readonly Generated[] {
  const inner = ['matrix', 'merge'].flatMap((key) => list(generator, key, 'generators')).flatMap(generatedBy);
  const templates = isMapping(generator)
    ? Object.values(generator)
        .map((one) => mapping(one, 'template'))
        .filter((one) => one.spec !== undefined)
    : [];
  const found = [
    ...inner,
    ...generatedFromDirectories(generator),
    ...generatedFromFiles(generator),
    ...inList(generator),
  ];
  if (templates.length === 0) return found;
  const known = found.length === 0 ? [nothingKnown] : found;
  return templates.flatMap((template) => known.map((one) => ({ ...one, template })));
}

function generatedFromDirectories(generator: unknown): readonly Generated[] {
  const [excluding, including] = [true, false].map((exclude) =>
    list(generator, 'git', 'directories')
      .filter((one) => (field(one, 'exclude') === true) === exclude)
      .map((one) => text(one, 'path')),
  );
  return (including ?? []).map((path) => ({ values: valuesOfPath(path), excluded: excluding ?? [], template: {} }));
}

function generatedFromFiles(generator: unknown): readonly Generated[] {
  return list(generator, 'git', 'files').map((one) => {
    const path = text(one, 'path');
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    return { ...nothingKnown, values: valuesOfPath(directory) };
  });
}

function valuesOfPath(path: string): GeneratedSpec['values'] {
  const basename = path.slice(path.lastIndexOf('/') + 1);
  return { path, 'path.path': path, 'path.basename': basename.replaceAll('**', '*') };
}

function inList(generator: unknown): readonly Generated[] {
  return list(generator, 'list', 'elements')
    .filter(isMapping)
    .map((element) => ({ ...nothingKnown, values: stringsOf(element) }));
}

function stringsOf(object: KubernetesObject): GeneratedSpec['values'] {
  return Object.fromEntries(
    Object.keys(object).flatMap((key) => (text(object, key) === '' ? [] : [[key, text(object, key)]])),
  );
}

/** A string with those of its template actions replaced whose values are known. */
export function withValues(written: string, values: GeneratedSpec['values']): string {
  return written.replace(/\{\{-?\s*\.?([\w.]+)\s*-?\}\}/g, (action, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? action) : action,
  );
}

/** A patch that is itself a template: lines of actions alone are left out, others are kept as they are written. */
function templatePatch(content: string): KubernetesObject {
  const actions: string[] = [];
  const readable = content
    .replace(/^[ \t]*\{\{-?.*?-?\}\}[ \t]*$/gm, '')
    .replace(/\{\{.*?\}\}/g, (action) => `__action${actions.push(action) - 1}__`);
  const [patch] = inlineObjects(readable);
  const restored = JSON.stringify(patch ?? {}).replace(/__action(\d+)__/g, (_, index: string) =>
    JSON.stringify(actions[Number(index)] ?? '').slice(1, -1),
  );
  return JSON.parse(restored) as KubernetesObject;
}

/** One mapping with another one merged into it; lists are replaced. */
function mergedObjects(one: KubernetesObject, other: KubernetesObject): KubernetesObject {
  const entries = Object.entries(other).map(([key, value]): [string, unknown] => {
    const before = field(one, key);
    return [key, isMapping(value) && isMapping(before) ? mergedObjects(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(entries) };
}
