import { annotation, field, groupOf, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { inlineObjects } from './read.ts';
import { metadataStep, patchOf, replacementTargets, type Step, type Words } from './step.ts';

/**
 * The steps of an object listed under `transformers:`: one of Kustomize's builtin transformers (kustomize
 * api/internal/builtins), or this program as a function. Any other has no known effect.
 */
export function transformerSteps(config: unknown, where: string, words: Words): readonly Step[] {
  if (!isMapping(config)) return [];
  if (isOurs(config)) return [{ kind: 'function', where }];
  const make =
    groupOf(config) === '' && text(config, 'apiVersion') === 'builtin' ? builtins.get(text(config, 'kind')) : undefined;
  return make?.(config, where, words) ?? [];
}

type Make = (config: KubernetesObject, where: string, words: Words) => readonly Step[];

const builtins: ReadonlyMap<string, Make> = new Map<string, Make>(
  Object.entries({
    PatchTransformer: (config, where, words) => [{ kind: 'patch', ...patchOf(config, words), where }],
    PatchJson6902Transformer: (config, where, words) => [{ kind: 'patch', ...patchOf(config, words), where }],
    PatchStrategicMergeTransformer: (config, where, words) => [
      {
        kind: 'patch',
        patches: [
          ...list(config, 'paths').flatMap((entry) => patchOf(entry, words).patches),
          ...words.inline(text(config, 'patches')),
        ],
        where,
      },
    ],
    NamespaceTransformer: (config, where) =>
      setting('namespace', text(config, 'metadata', 'namespace'), where, config.unsetOnly === true),
    PrefixTransformer: (config, where) => (renames(config) ? setting('namePrefix', text(config, 'prefix'), where) : []),
    SuffixTransformer: (config, where) => (renames(config) ? setting('nameSuffix', text(config, 'suffix'), where) : []),
    PrefixSuffixTransformer: (config, where) =>
      renames(config)
        ? [
            ...setting('namePrefix', text(config, 'prefix'), where),
            ...setting('nameSuffix', text(config, 'suffix'), where),
          ]
        : [],
    LabelTransformer: (config, where) => [metadataStep(mapping(config, 'labels'), {}, where)],
    AnnotationsTransformer: (config, where) => [metadataStep({}, mapping(config, 'annotations'), where)],
    ReplacementTransformer: (config, where, words) => [
      {
        kind: 'replacement',
        targets: list(config, 'replacements').flatMap((entry) => replacementTargets(entry, words)),
        where,
      },
    ],
    ValueAddTransformer: (config, where, words) => {
      const file = text(config, 'targetFilePath');
      const shared = file === '' ? [] : words.read(file).flatMap((object) => list(object, 'targets'));
      const targets = [...list(config, 'targets'), ...shared];
      return [
        { kind: 'replacement', targets: targets.map((target) => ({ select: field(target, 'selector') ?? {} })), where },
      ];
    },
  } satisfies Record<string, Make>),
);

function setting(
  kind: 'namespace' | 'namePrefix' | 'nameSuffix',
  value: string,
  where: string,
  unsetOnly = false,
): readonly Step[] {
  if (value === '') return [];
  return [kind === 'namespace' ? { kind, value, unsetOnly, where } : { kind, value, where }];
}

/** Whether a transformer renames TrafficSplits or the Services that they name. */
function renames(config: KubernetesObject): boolean {
  return list(config, 'fieldSpecs').some((spec) => {
    const kind = text(spec, 'kind');
    return text(spec, 'path') === 'metadata/name' && ['', 'TrafficSplit', 'Service'].includes(kind);
  });
}

/** Whether an object configures this program: by its kind, or by the program or image in a function annotation. */
function isOurs(config: KubernetesObject): boolean {
  if (text(config, 'kind') === 'TrafficSplitTransformer' && groupOf(config) === 'smi2linkerd.dev') return true;
  const annotations = ['config.kubernetes.io/function', 'config.k8s.io/function'];
  return annotations.some((key) =>
    inlineObjects(annotation(config, key) ?? '').some((run) => {
      const image = text(run, 'container', 'image')
        .replace(/@.*$/s, '')
        .replace(/:[^/]*$/s, '');
      return [image, text(run, 'exec', 'path')].some((program) => /(?:^|[/\\])smi2linkerd$/.test(program));
    }),
  );
}
