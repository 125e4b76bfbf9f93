import { field, isMapping, list, text, type KubernetesObject } from '../kubernetes.ts';

/** Something that a kustomization does to what it lists, and where it says so: `patches[0]`. */
export type Step = { readonly where: string } & (
  | { readonly kind: 'namespace'; readonly value: string; readonly unsetOnly?: boolean }
  | {
      readonly kind: 'namePrefix' | 'nameSuffix';
      readonly value: string;
      /** Whether the names inside HTTPRoutes follow, since a file of `configurations` says where they are. */
      readonly renamesRoutes?: boolean;
    }
  | { readonly kind: 'metadata'; readonly labels: KubernetesObject; readonly annotations: KubernetesObject }
  /** A patch of the objects that a selector means, or of those that the patches name. */
  | { readonly kind: 'patch'; readonly target?: unknown; readonly patches: readonly unknown[] }
  /** Values written into the objects that selectors mean. */
  | { readonly kind: 'replacement'; readonly targets: readonly unknown[] }
  /** This program, as a KRM function. */
  | { readonly kind: 'function' }
);

/** How a kustomization's words become objects. */
export interface Words {
  /** The objects in a file that it names. */
  read(reference: string): readonly unknown[];
  /** The objects in a text of it; empty where the text is no object, but the name of a file. */
  inline(content: string): readonly unknown[];
  /** The objects that an entry of `transformers` stands for: inline, a file, or all that a directory lists. */
  configs(entry: string): readonly unknown[];
}

/** An entry of `patches` or of one of its two older forms: a text that is an object is a patch, any other a path. */
export function patchOf(entry: unknown, words: Words): { target?: unknown; patches: readonly unknown[] } {
  const target = field(entry, 'target');
  if (isMapping(target)) return { target, patches: [] };
  if (isMapping(entry)) {
    const path = text(entry, 'path');
    return { patches: path === '' ? words.inline(text(entry, 'patch')) : words.read(path) };
  }
  const inline = typeof entry === 'string' ? words.inline(entry) : [];
  return { patches: inline.length > 0 || typeof entry !== 'string' ? inline : words.read(entry) };
}

/** Labels and annotations that are set. */
export function metadataStep(labels: KubernetesObject, annotations: KubernetesObject, where: string): Step {
  return { kind: 'metadata', labels, annotations, where };
}

/** The targets of an entry of `replacements`, which may stand in a file. */
export function replacementTargets(entry: unknown, words: Words): readonly unknown[] {
  const path = text(entry, 'path');
  const replacements = path === '' ? [entry] : words.read(path).flat();
  return replacements.flatMap((replacement) => list(replacement, 'targets'));
}
