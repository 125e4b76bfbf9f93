import { field, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { opaqueAnnotation } from '../mesh/route-ports.ts';
import { isOwnMark, skipAnnotation } from '../mesh/service-profile.ts';
import { splitGroup } from '../mesh/traffic-split.ts';
import { labellingSteps } from './label-steps.ts';
import { ownFunction } from './own-function.ts';
import { itemsOf } from './read.ts';
import {
  fieldsSteps,
  hasFieldOf,
  markingSteps,
  metadataStep,
  patchOf,
  replaced,
  type Step,
  type Words,
} from './step.ts';

/**
 * The steps of an object listed under `transformers:`: one of Kustomize's builtin transformers (kustomize
 * api/internal/builtins), this program as a function, or any other plugin.
 */
export function transformerSteps(config: unknown, where: string, words: Words): readonly Step[] {
  if (!isMapping(config)) return [];
  const own = ownFunction(config);
  if (own !== undefined) return [{ kind: 'function', own, where }];
  if (text(config, 'apiVersion') !== 'builtin') return [{ kind: 'plugin', where }];
  const steps = builtins.get(text(config, 'kind'))?.(config, where, words) ?? [];
  return [...steps, ...labellingSteps(list(config, 'fieldSpecs'), where, steps)];
}

/**
 * The transformers that a directory under `transformers:` is built to. If its kustomization changes them otherwise than
 * by a namespace, one is added that may change everything.
 */
export function transformersBuilt(kustomization: KubernetesObject, resources: readonly unknown[]): readonly unknown[] {
  const namespace = text(kustomization, 'namespace');
  const named = resources.map((config) =>
    namespace === '' || !isMapping(config)
      ? config
      : { ...config, metadata: { ...mapping(config, 'metadata'), namespace } },
  );
  const changes = ['patches', 'patchesStrategicMerge', 'patchesJson6902', 'replacements', 'transformers', 'components'];
  const isChanged = changes.some((key) => list(kustomization, key).length > 0);
  return isChanged ? [...named, { apiVersion: 'builtin', kind: 'PatchTransformer', target: {} }] : named;
}

type Make = (config: KubernetesObject, where: string, words: Words) => readonly Step[];

const builtins: ReadonlyMap<string, Make> = new Map<string, Make>(
  Object.entries({
    PatchTransformer: (config, where, words) => [{ kind: 'patch', ...patchOf(config, words), where }],
    PatchJson6902Transformer: (config, where, words) => [{ kind: 'patch', ...patchOf(config, words), where }],
    PatchStrategicMergeTransformer: (config, where, words) => {
      const read = list(config, 'paths').map((entry) => patchOf(entry, words));
      const patches = [...read.flatMap((one) => one.patches), ...itemsOf(words.inline(text(config, 'patches')))];
      return [{ kind: 'patch', patches, files: read.flatMap(({ files }) => files ?? []), where }];
    },
    NamespaceTransformer: (config, where) => {
      const value = text(config, 'metadata', 'namespace');
      const step = { kind: 'namespace', value, unsetOnly: config.unsetOnly === true, where } as const;
      return value === '' ? [] : [step, ...fieldsSteps(list(config, 'fieldSpecs'), where)];
    },
    PrefixTransformer: namingSteps,
    SuffixTransformer: namingSteps,
    PrefixSuffixTransformer: namingSteps,
    LabelTransformer: (config, where) => [
      ...markingSteps(mapping(config, 'labels'), list(config, 'fieldSpecs'), where),
      ...fieldsSteps(list(config, 'fieldSpecs'), where),
    ],
    AnnotationsTransformer: (config, where) => [
      ...markingSteps(mapping(config, 'annotations'), list(config, 'fieldSpecs'), where),
      ...opaqueSteps(config, where),
      ...ownersMarkSteps(config, where),
      ...fieldsSteps(list(config, 'fieldSpecs'), where),
    ],
    ImageTagTransformer: (config, where) => fieldsSteps(list(config, 'fieldSpecs'), where),
    ReplicaCountTransformer: (config, where) =>
      fieldsSteps(list(config, 'fieldSpecs'), where, [text(config, 'replica', 'name')]),
    ReplacementTransformer: (config, where, words) => [
      { kind: 'replacement', ...replaced(list(config, 'replacements'), words), where },
    ],
    ValueAddTransformer: (config, where, words) => {
      const file = text(config, 'targetFilePath');
      const shared = file === '' ? [] : words.read(file).flatMap((object) => list(object, 'targets'));
      const targets = [...list(config, 'targets'), ...shared];
      return [
        {
          kind: 'replacement',
          targets: targets.map((target) => ({
            select: field(target, 'selector') ?? {},
            ...(text(target, 'fieldPath') !== '' && { fieldPath: text(target, 'fieldPath') }),
          })),
          where,
        },
      ];
    },
  } satisfies Record<string, Make>),
);

function setting(kind: 'namePrefix' | 'nameSuffix', value: string, where: string): readonly Step[] {
  return value === '' ? [] : [{ kind, value, where }];
}

/** A transformer of names renames TrafficSplits or the Services that they name, or writes into fields of a split. */
function namingSteps(config: KubernetesObject, where: string): readonly Step[] {
  const specs = list(config, 'fieldSpecs');
  const renames = hasFieldOf(specs, 'name', splitGroup, 'TrafficSplit') || hasFieldOf(specs, 'name', '', 'Service');
  const [prefix, suffix] = [text(config, 'prefix'), text(config, 'suffix')];
  if (prefix === '' && suffix === '') return [];
  // A profile with another name is that of no Service.
  const renamesProfiles = hasFieldOf(specs, 'name', 'linkerd.io', 'ServiceProfile');
  const ofProfiles = { kind: 'fields', targets: [{ select: { kind: 'ServiceProfile' } }], where } as const;
  if (!renames) return [...fieldsSteps(specs, where), ...(renamesProfiles ? [ofProfiles] : [])];
  return [...setting('namePrefix', prefix, where), ...setting('nameSuffix', suffix, where)];
}

/** The skip annotation of an owner keeps a profile as it is, and this program from it. */
function ownersMarkSteps(config: KubernetesObject, where: string): readonly Step[] {
  const value = field(config, 'annotations', skipAnnotation);
  const isSet = hasFieldOf(list(config, 'fieldSpecs'), 'annotations', 'linkerd.io', 'ServiceProfile');
  if (value === undefined || !isSet || (typeof value === 'string' && isOwnMark(value))) return [];
  return [{ kind: 'fields', targets: [{ select: { kind: 'ServiceProfile' } }], where }];
}

/** Annotations of Services and Namespaces matter to routes, if they list opaque ports. */
function opaqueSteps(config: KubernetesObject, where: string): readonly Step[] {
  const value = field(config, 'annotations', opaqueAnnotation);
  const specs = list(config, 'fieldSpecs');
  const kinds = ['Service', 'Namespace'].filter((kind) => hasFieldOf(specs, 'annotations', '', kind));
  if (value === undefined || kinds.length === 0 || hasFieldOf(specs, 'annotations', splitGroup, 'TrafficSplit'))
    return [];
  return [metadataStep({}, { [opaqueAnnotation]: value }, where)];
}
