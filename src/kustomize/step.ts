import { contentOf, itemsOf } from './read.ts';
import { field, isMapping, list, text, type KubernetesObject } from '../kubernetes.ts';
import { splitGroup } from '../mesh/traffic-split.ts';
import type { OwnFunction } from './own-function.ts';
import type { UnreadableKustomization } from './unreadable.ts';

/** A change that a kustomization makes to what it lists, and the field that says so: `patches[0]`. */
export type Step = { readonly where: string } & (
  | { readonly kind: 'namespace'; readonly value: string; readonly unsetOnly?: boolean }
  | {
      readonly kind: 'namePrefix' | 'nameSuffix';
      readonly value: string;
      /** Whether the names in HTTPRoutes are changed too, because a file of `configurations` lists their fields. */
      readonly renamesRoutes?: boolean;
    }
  | { readonly kind: 'metadata'; readonly labels: KubernetesObject; readonly annotations: KubernetesObject }
  /** A patch of the objects that a selector matches, or of those that the patches name. */
  | ({ readonly kind: 'patch' } & Patching)
  /** Values that are written into the objects that selectors match, and the objects that they are taken from. */
  | { readonly kind: 'replacement'; readonly targets: readonly unknown[]; readonly sources?: readonly unknown[] }
  /** Values that are written into the spec of what a split becomes, in objects that selectors match. */
  | { readonly kind: 'fields'; readonly targets: readonly { readonly select: unknown }[] }
  /** This program, as a KRM function. */
  | { readonly kind: 'function'; readonly own: OwnFunction }
  /** Another program, or a transformer of other fields: nothing is known of it but that it may set labels. */
  | { readonly kind: 'plugin' }
  /** A kustomization that cannot be read, so that it is not known what it changes. */
  | { readonly kind: 'unreadable'; readonly problem: UnreadableKustomization }
  /** A variable of Kustomize, which takes its value from an object after all transformers (resmap, ResolveVars). */
  | { readonly kind: 'variable'; readonly source: unknown }
);

interface Patching {
  readonly target?: unknown;
  readonly patches: readonly unknown[];
  /** Whether a merge may change the name of what the target selects. */
  readonly allowsNames?: boolean;
  /** The files that hold the patches, as the kustomization refers to them. */
  readonly files?: readonly string[];
}

/** Resolves the references and strings of a kustomization to objects. */
export interface Words {
  /** The objects in a file that it names. */
  read(reference: string): readonly unknown[];
  /** The objects in one of its strings; empty if the string is a path. */
  inline(content: string): readonly unknown[];
  /** The objects in the files of `configurations` that count. */
  configurations(): readonly unknown[];
  /** Whether something that is listed gives other names. */
  renamesBelow(): boolean;
  /** The objects of an entry of `transformers`: inline, in a file, or in all files that a directory lists. */
  configs(entry: string): readonly unknown[];
}

/**
 * Reads an entry of `patches` or of one of its two older forms: a string that is an object is a patch, any other is a
 * path.
 */
export function patchOf(entry: unknown, words: Words): Patching {
  const target = field(entry, 'target');
  if (isMapping(entry)) {
    const path = text(entry, 'path');
    const patches = itemsOf(path === '' ? contentOf(text(entry, 'patch')) : words.read(path));
    const allowsNames = field(entry, 'options', 'allowNameChange') === true;
    const files = path === '' ? {} : { files: [path] };
    if (isMapping(target)) return { target, patches, ...(allowsNames && { allowsNames }), ...files };
    // A patch that cannot be read may be one of any object.
    return path !== '' && patches.length === 0 ? { target: {}, patches, ...files } : { patches, ...files };
  }
  const inline = typeof entry === 'string' ? words.inline(entry) : [];
  if (typeof entry !== 'string' || inline.length > 0) return { patches: itemsOf(inline) };
  return { patches: itemsOf(words.read(entry)), files: [entry] };
}

/** The files that hold the patches of a step, as what has the step refers to them. */
export function filesOfPatch(step: Step): readonly string[] {
  return step.kind === 'patch' ? (step.files ?? []) : [];
}

/**
 * Whether a step may give a Service another name: a JSON patch can, and a merge with an option for that (kustomize
 * api/internal/builtins, PatchTransformer).
 */
export function renamesServices(step: Step): boolean {
  if (step.kind !== 'patch' || step.target === undefined) return false;
  const [kind, name] = [text(step.target, 'kind'), text(step.target, 'name')];
  if (/^\w+$/.test(kind) && kind !== 'Service') return false;
  return step.patches.some((patch) => {
    if (Array.isArray(patch)) return patch.some((operation) => text(operation, 'path') === '/metadata/name');
    return step.allowsNames === true && !['', name].includes(text(patch, 'metadata', 'name'));
  });
}

/**
 * The steps that write into the fields that `fieldSpecs` name (kustomize api/types/fieldspec.go): one if a TrafficSplit has
 * such a field, and one if what it becomes has it, or gets it: Linkerd drops a profile with a field that it does not know. With
 * names, only objects with one of them are meant.
 */
export function fieldsSteps(
  specs: readonly unknown[],
  where: string,
  names: readonly string[] = [''],
): readonly Step[] {
  const [ofSplits, ofResults] = [
    specs.filter((spec) => isOneOf(spec, ['service', 'backends', 'matches'])),
    specs.filter(
      (spec) =>
        ['', 'ServiceProfile', 'HTTPRoute'].includes(text(spec, 'kind')) &&
        (isOneOf(spec, ['dstOverrides', 'parentRefs', 'rules']) || isCreatedInSpec(spec)),
    ),
  ].map((some) => some.flatMap((spec) => names.map((name) => ({ select: selectorOf(spec, name) }))));
  return [
    ...(ofSplits?.length ? [{ kind: 'replacement', targets: ofSplits, where } as const] : []),
    ...(ofResults?.length ? [{ kind: 'fields', targets: ofResults, where } as const] : []),
  ];
}

function selectorOf(spec: unknown, name: string): KubernetesObject {
  const gvk = { group: text(spec, 'group'), version: text(spec, 'version'), kind: text(spec, 'kind') };
  return name === '' ? gvk : { ...gvk, name: name.replaceAll('.', '\\.') };
}

/** Whether the path of a field is `spec`, or one of some fields below it. */
function isOneOf(spec: unknown, fields: readonly string[]): boolean {
  return new RegExp(`^/?spec(?:$|/(?:${fields.join('|')})(?:$|[/[]))`).test(text(spec, 'path'));
}

function isCreatedInSpec(spec: unknown): boolean {
  return field(spec, 'create') === true && /^\/?spec\//.test(text(spec, 'path'));
}

/** Whether one of some `fieldSpecs` is a field under `metadata` of a kind of object. */
export function hasFieldOf(specs: readonly unknown[], key: string, group: string, kind: string): boolean {
  return specs.some(
    (spec) =>
      new RegExp(`^/?metadata(?:$|/${key}(?:$|/))`).test(text(spec, 'path')) &&
      ['', group].includes(text(spec, 'group')) &&
      ['', kind].includes(text(spec, 'kind')),
  );
}

/** A step that sets labels and annotations. */
export function metadataStep(labels: KubernetesObject, annotations: KubernetesObject, where: string): Step {
  return { kind: 'metadata', labels, annotations, where };
}

/** The step that puts pairs onto TrafficSplits as labels, as annotations, or as both, whatever `fieldSpecs` list. */
export function markingSteps(pairs: KubernetesObject, specs: readonly unknown[], where: string): readonly Step[] {
  const [labels, annotations] = ['labels', 'annotations'].map((key) =>
    hasFieldOf(specs, key, splitGroup, 'TrafficSplit') ? pairs : {},
  );
  const isEmpty = Object.keys({ ...labels, ...annotations }).length === 0;
  return isEmpty ? [] : [metadataStep(labels ?? {}, annotations ?? {}, where)];
}

/** The targets and the sources of entries of `replacements`, which may be in files. */
export function replaced(
  entries: readonly unknown[],
  words: Words,
): { readonly targets: readonly unknown[]; readonly sources?: readonly unknown[] } {
  const replacements = entries.flatMap((entry) => {
    const path = text(entry, 'path');
    return path === '' ? [entry] : words.read(path).flat();
  });
  const sources = replacements.map((replacement) => field(replacement, 'source')).filter(isMapping);
  const targets = replacements.flatMap((replacement) => list(replacement, 'targets'));
  return { targets, ...(sources.length > 0 && { sources }) };
}
