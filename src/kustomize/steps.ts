import { field, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { itemsOf } from './read.ts';
import { labellingSteps } from './label-steps.ts';
import {
  fieldsSteps,
  markingSteps,
  metadataStep,
  patchOf,
  renamesServices,
  replaced,
  type Step,
  type Words,
} from './step.ts';
import { transformerSteps } from './transformers.ts';

/**
 * The steps of a kustomization that can change a TrafficSplit, in the order of its fields. Unknown fields have no
 * effect.
 */
export function stepsOf(object: KubernetesObject, words: Words): readonly Step[] {
  const [patches, listed] = [patchSteps(object, words), listedSteps(object, words)];
  return [
    ...nameSteps(object, words),
    ...patches,
    ...metadataSteps(object),
    ...configuredSteps(object, words, [...patches, ...listed].some(renamesServices)),
    ...list(object, 'replacements').flatMap((entry, index) => replacementStep(entry, index, words)),
    ...list(object, 'vars').flatMap((entry, index) => variableStep(entry, index)),
    ...listed,
  ];
}

/** Kustomize runs what is written inline before what is in files (kustomize api/internal/target, configureExternalTransformers). */
function listedSteps(object: KubernetesObject, words: Words): readonly Step[] {
  const entries = list(object, 'transformers').flatMap((entry, index) =>
    typeof entry === 'string' ? [{ entry, where: `transformers[${index}]` }] : [],
  );
  const [inline, files] = [true, false].map((wanted) =>
    entries.filter(({ entry }) => words.inline(entry).length > 0 === wanted),
  );
  return [...(inline ?? []), ...(files ?? [])].flatMap(({ entry, where }) => {
    const configs = itemsOf(words.configs(entry));
    // What is in another repository, or cannot be read, may be any plugin.
    if (configs.length === 0) return [{ kind: 'plugin', where } as const];
    return configs.flatMap((config) => transformerSteps(config, where, words));
  });
}

function nameSteps(object: KubernetesObject, words: Words): readonly Step[] {
  return (['namespace', 'namePrefix', 'nameSuffix'] as const).flatMap((kind) => {
    const value = text(object, kind);
    if (value === '') return [];
    return [
      kind === 'namespace'
        ? { kind, value, where: kind }
        : { kind, value, where: kind, renamesRoutes: renamesRoutes(words) },
    ];
  });
}

/** Fields of a kustomization whose values the files of `configurations` may put into more fields of objects. */
const configured = ['namespace', 'commonLabels', 'commonAnnotations', 'images', 'replicas'];

function configuredSteps(object: KubernetesObject, words: Words, isRenaming: boolean): readonly Step[] {
  const configs = words.configurations();
  const used = configured.filter((key) => object[key] !== undefined && object[key] !== null);
  return [
    ...used.flatMap((key) => {
      const specs = configs.flatMap((config) => list(config, key));
      const pairs = key.startsWith('common') ? mapping(object, key) : {};
      const names = key === 'replicas' ? list(object, key).map((entry) => text(entry, 'name')) : undefined;
      return [...fieldsSteps(specs, key, names), ...markingSteps(pairs, specs, key)];
    }),
    ...list(object, 'labels').flatMap((entry, index) => {
      const keys = ['labels', ...keysWithLabels(entry)];
      const specs = [
        ...list(entry, 'fields'),
        ...keys.flatMap((key) => configs.flatMap((config) => list(config, key))),
      ];
      const where = `labels[${index}]`;
      return [...fieldsSteps(specs, where), ...markingSteps(mapping(entry, 'pairs'), specs, where)];
    }),
    ...labellingSteps(specsIn(configs), 'configurations'),
    ...(refersToServices(configs) && (isRenaming || words.renamesBelow())
      ? [{ kind: 'replacement', targets: [{ select: { kind: 'TrafficSplit' } }], where: 'configurations' } as const]
      : []),
  ];
}

/** The fields of configurations that an entry of `labels` has by its own fields (kustomize api/internal/target). */
function keysWithLabels(entry: unknown): readonly string[] {
  if (field(entry, 'includeSelectors') === true) return ['commonLabels'];
  return field(entry, 'includeTemplates') === true ? ['templateLabels'] : [];
}

/** All fields that configurations list. */
function specsIn(configs: readonly unknown[]): readonly unknown[] {
  return configs
    .filter(isMapping)
    .flatMap((config) => Object.keys(config).flatMap((key) => list(config, key)))
    .flatMap((spec) => [spec, ...list(spec, 'fieldSpecs')]);
}

/** Whether configurations say that a TrafficSplit has names of Services, which follow where a Service is renamed. */
function refersToServices(configs: readonly unknown[]): boolean {
  return serviceReferences(configs).some(
    (spec) => ['', 'TrafficSplit'].includes(text(spec, 'kind')) && /^\/?spec\//.test(text(spec, 'path')),
  );
}

/** The fields that configurations list as names of Services. */
function serviceReferences(configs: readonly unknown[]): readonly unknown[] {
  return configs
    .flatMap((config) => list(config, 'nameReference'))
    .filter((reference) => text(reference, 'kind') === 'Service')
    .flatMap((reference) => list(reference, 'fieldSpecs'));
}

/** The names of Services inside an HTTPRoute (Gateway API). */
const namesInRoutes = ['spec/parentRefs/name', 'spec/rules/backendRefs/name'];

/** Whether the files of `configurations` list all names of Services in HTTPRoutes. */
function renamesRoutes(words: Words): boolean {
  const references = serviceReferences(words.configurations())
    .filter((spec) => text(spec, 'kind') === 'HTTPRoute')
    .map((spec) => text(spec, 'path'));
  return namesInRoutes.every((path) => references.includes(path));
}

/**
 * The lists of a kustomization whose entries are patches, in the order in which Kustomize runs them (kustomize
 * api/internal/target/kusttarget_configplugin.go); the first and the last are older forms of the second.
 */
export const patching: readonly string[] = ['patchesStrategicMerge', 'patches', 'patchesJson6902'];

function patchSteps(object: KubernetesObject, words: Words): readonly Step[] {
  return patching.flatMap((key) =>
    list(object, key).map(
      (entry, index) => ({ ...patchOf(entry, words), kind: 'patch', where: `${key}[${index}]` }) as const,
    ),
  );
}

function metadataSteps(object: KubernetesObject): readonly Step[] {
  const common = (['commonLabels', 'commonAnnotations'] as const).flatMap((key) => {
    const pairs = mapping(object, key);
    return Object.keys(pairs).length === 0
      ? []
      : [metadataStep(key === 'commonLabels' ? pairs : {}, key === 'commonLabels' ? {} : pairs, key)];
  });
  const labels = list(object, 'labels').map((entry, index) =>
    metadataStep(mapping(entry, 'pairs'), {}, `labels[${index}]`),
  );
  return [...common, ...labels];
}

function replacementStep(entry: unknown, index: number, words: Words): readonly Step[] {
  const found = replaced([entry], words);
  return found.targets.length === 0 ? [] : [{ kind: 'replacement', ...found, where: `replacements[${index}]` }];
}

/** A variable of Kustomize takes its value from an object. */
function variableStep(entry: unknown, index: number): readonly Step[] {
  const source = field(entry, 'objref');
  return isMapping(source) ? [{ kind: 'variable', source, where: `vars[${index}]` }] : [];
}
