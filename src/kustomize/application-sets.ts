import { field, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { contentOf } from './read.ts';
import { objectsInTemplate } from './template-actions.ts';

/** What an ApplicationSet makes Applications of. */
export interface GeneratedSpec {
  /** The spec of the Applications, with the template actions in it whose values are not known, or patterns. */
  readonly spec: KubernetesObject;
  /** The values of template actions that the input says; a directory may be a pattern with `*` and `**`. */
  readonly values: Readonly<Record<string, string>>;
  /** Patterns of directories that are left out. */
  readonly excluded: readonly string[];
  /** Whether only some of the directories that match a pattern are meant. */
  readonly isGuess?: boolean;
  /** The name of a file that the directories that match a pattern have. */
  readonly beside?: string;
}

type Generated = Omit<GeneratedSpec, 'spec'> & { readonly template: KubernetesObject };

/** The directories of the call that a pattern matches and none of some others does; undefined if none is known. */
export type Matching = (pattern: string, excluded: readonly string[]) => readonly string[] | undefined;

/**
 * The specs of the Applications of an ApplicationSet (argo-cd, applicationset/utils): its template, merged with that of a
 * generator and with `templatePatch`, for each directory and each element of a list that its generators name.
 */
export function generatedSpecs(set: KubernetesObject, matching: Matching = () => undefined): readonly GeneratedSpec[] {
  const generated = list(set, 'spec', 'generators').flatMap((one) => generatedBy(one, matching));
  const patch = templatePatch(text(set, 'spec', 'templatePatch'));
  const all = generated.length === 0 ? [nothingKnown] : generated;
  return all.map(({ template, ...one }) => {
    const { values } = one;
    const specs = [mapping(template, 'spec'), mapping(patch, 'spec')];
    const spec = specs.reduce(mergedObjects, mapping(set, 'spec', 'template', 'spec'));
    const literal = Object.entries(values).filter(([, value]) => !value.includes('*'));
    const known = Object.fromEntries(literal);
    return { ...one, spec: mapping(throughout(spec, (written) => withValues(written, known))) };
  });
}

/** A value with all its strings replaced. */
export function throughout(value: unknown, replaced: (written: string) => string): unknown {
  if (typeof value === 'string') return replaced(value);
  if (Array.isArray(value)) return value.map((one) => throughout(one, replaced));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, throughout(one, replaced)]));
}

const nothingKnown: Generated = { values: {}, excluded: [], template: {} };

function generatedBy(generator: unknown, matching: Matching): readonly Generated[] {
  const templates = isMapping(generator)
    ? Object.values(generator)
        .map((one) => mapping(one, 'template'))
        .filter((one) => one.spec !== undefined)
    : [];
  const found = parametersBy(generator, matching);
  if (templates.length === 0) return found;
  const known = found.length === 0 ? [nothingKnown] : found;
  return templates.flatMap((template) => known.map((one) => ({ ...one, template })));
}

/** What a generator makes without its template, which Argo CD only reads where it is in no other one (getParams). */
function parametersBy(generator: unknown, matching: Matching): readonly Generated[] {
  const own = ownValues(generator);
  const told = [
    ...inMatrix(list(generator, 'matrix', 'generators')),
    ...merged(generator, matching),
    ...generatedFromDirectories(generator, matching),
    ...generatedFromFiles(generator),
    ...inList(generator),
  ];
  // What another generator finds is not in Git, but what is added to each is.
  const isUnknown =
    told.length === 0 && !['git', 'list', 'matrix', 'merge'].some((key) => isMapping(field(generator, key)));
  return (isUnknown ? [nothingKnown] : told).map((one) => withOwnValues(one, own));
}

/** More combinations than this are not made. */
const mostCombinations = 1000;

/**
 * Every combination of what two generators make; the second one may use the values of the first, but replaces none
 * (argo-cd, applicationset/generators/matrix.go: GenerateParams).
 */
function inMatrix(generators: readonly unknown[]): readonly Generated[] {
  if (generators.length === 0) return [];
  const [outer = [nothingKnown], inner = [nothingKnown]] = generators
    .map((one) => parametersBy(one, () => undefined)) // directories one by one could be too many combinations
    .map((all) => (all.length === 0 ? [nothingKnown] : all));
  const combined = outer.slice(0, mostCombinations).flatMap((first) =>
    inner.slice(0, Math.ceil(mostCombinations / outer.length)).map((second) => {
      const values = { ...filledIn(second.values, first.values), ...first.values };
      const excluded = second.excluded.map((pattern) => withValues(pattern, first.values));
      return { ...second, ...first, values, excluded: [...first.excluded, ...excluded] };
    }),
  );
  return combined.every(({ values }) => Object.keys(values).length === 0) ? [] : combined;
}

/**
 * What the first one of some generators makes, each with the values of what others make that has the same values for some
 * keys; where these values are not known, each with those of none and of each.
 */
function merged(generator: unknown, matching: Matching): readonly Generated[] {
  const all = list(generator, 'merge', 'generators').map((one) => parametersBy(one, matching));
  if (all.length === 0) return [];
  const keys = list(generator, 'merge', 'mergeKeys').map(String);
  const keyOf = ({ values }: Generated): string => JSON.stringify(keys.map((key) => values[key]));
  const isKnown = ({ values }: Generated): boolean =>
    keys.length > 0 && keys.every((key) => values[key]?.includes('*') === false);
  const base = all[0] === undefined || all[0].length === 0 ? [nothingKnown] : all[0];
  const others = all.slice(1).flat();
  if (!base.every(isKnown) || !others.every(isKnown))
    return [...base, ...base.flatMap((one) => others.map((other) => mergedInto(one, other)))].slice(
      0,
      mostCombinations,
    );
  const overriding = new Map<string, Generated>();
  for (const other of others)
    overriding.set(keyOf(other), mergedInto(overriding.get(keyOf(other)) ?? nothingKnown, other));
  return base.map((one) => mergedInto(one, overriding.get(keyOf(one)) ?? nothingKnown));
}

/** What a generator makes, with the values of what another one makes. */
function mergedInto(one: Generated, other: Generated): Generated {
  return { ...one, values: { ...one.values, ...other.values } };
}

/** The `values` that a generator adds to each that it makes. */
function ownValues(generator: unknown): GeneratedSpec['values'] {
  const added = isMapping(generator) ? Object.values(generator).map((own) => mapping(own, 'values')) : [];
  return Object.assign({}, ...added.map((own) => stringsOf(own, 'values.'))) as GeneratedSpec['values'];
}

function withOwnValues(one: Generated, own: GeneratedSpec['values']): Generated {
  return { ...one, values: { ...one.values, ...filledIn(own, one.values) } };
}

/** Values with the template actions in them replaced whose values are known. */
function filledIn(written: GeneratedSpec['values'], values: GeneratedSpec['values']): GeneratedSpec['values'] {
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, withValues(value, values)]));
}

function generatedFromDirectories(generator: unknown, matching: Matching): readonly Generated[] {
  const [excluding = [], including = []] = [true, false].map((exclude) =>
    list(generator, 'git', 'directories')
      .filter((one) => (field(one, 'exclude') === true) === exclude)
      .map((one) => text(one, 'path')),
  );
  return including.flatMap((path) => {
    const found = path.includes('*') ? matching(path, excluding) : undefined;
    const excluded = found === undefined ? excluding : [];
    return (found ?? [path]).map((one) => ({ values: valuesOfPath(one, generator), excluded, template: {} }));
  });
}

function generatedFromFiles(generator: unknown): readonly Generated[] {
  return list(generator, 'git', 'files').map((one) => {
    const path = text(one, 'path');
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const values = valuesOfPath(directory, generator);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const beside = /[*?[\]{}\\]/.test(name) ? { isGuess: true } : { beside: name };
    return { ...nothingKnown, values, ...(directory.includes('*') && beside) };
  });
}

function valuesOfPath(path: string, generator: unknown): GeneratedSpec['values'] {
  const prefix = text(generator, 'git', 'pathParamPrefix');
  const before = prefix === '' ? '' : `${prefix}.`;
  const segments = path.split('/');
  const basename = (segments.at(-1) ?? '').replaceAll('**', '*');
  const numbered = segments.flatMap((segment, index) => [
    [`${before}path[${index}]`, segment],
    [`index .${before}path.segments ${index}`, segment],
  ]);
  return {
    [`${before}path`]: path,
    [`${before}path.path`]: path,
    [`${before}path.basename`]: basename,
    // Other names than these are changed (argo-cd, applicationset/utils: SanitizeName).
    ...(/^[a-z\d](?:[-.a-z\d]*[a-z\d])?$/.test(basename) && { [`${before}path.basenameNormalized`]: basename }),
    ...(path.includes('**') ? {} : (Object.fromEntries(numbered) as GeneratedSpec['values'])),
  };
}

function inList(generator: unknown): readonly Generated[] {
  const written = contentOf(text(generator, 'list', 'elementsYaml')).flat();
  return [...list(generator, 'list', 'elements'), ...written]
    .filter(isMapping)
    .map((element) => ({ ...nothingKnown, values: stringsOf(element) }));
}

/** The texts in an object by their paths: `cluster.name`. */
export function stringsOf(object: KubernetesObject, before = ''): GeneratedSpec['values'] {
  const found = Object.entries(object).map(([key, value]): GeneratedSpec['values'] => {
    if (isMapping(value)) return stringsOf(value, `${before}${key}.`);
    const written = text(object, key);
    return written === '' && value !== '' ? {} : { [`${before}${key}`]: written };
  });
  return Object.assign({}, ...found) as GeneratedSpec['values'];
}

/** A string with those of its template actions replaced whose values are known. */
export function withValues(written: string, values: GeneratedSpec['values']): string {
  return written.replace(/\{\{-?\s*\.?(index \.[\w.]+ \d+|[\w.[\]]+)\s*-?\}\}/g, (action, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? action) : action,
  );
}

/** A patch that is itself a template. */
function templatePatch(content: string): KubernetesObject {
  return mapping(objectsInTemplate(content).find(isMapping) ?? {});
}

/** One mapping with another one merged into it; lists are replaced. */
function mergedObjects(one: KubernetesObject, other: KubernetesObject): KubernetesObject {
  const entries = Object.entries(other).map(([key, value]): [string, unknown] => {
    const before = field(one, key);
    return [key, isMapping(value) && isMapping(before) ? mergedObjects(before, value) : value];
  });
  return { ...one, ...Object.fromEntries(entries) };
}
