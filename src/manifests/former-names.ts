import type { KubernetesObject } from '../kubernetes.ts';
import { annotation } from '../kubernetes.ts';

/**
 * The names that Kustomize noted before it renamed an object, or set its namespace, the first one first (kustomize,
 * api/internal/utils: the annotation previousNames); empty outside of a function.
 */
export function formerNames(object: KubernetesObject): readonly string[] {
  const noted = annotation(object, 'internal.config.kubernetes.io/previousNames');
  return noted === undefined ? [] : [...new Set(noted.split(','))].filter((name) => name !== '');
}

/** The prefixes and suffixes that Kustomize noted: what comes from one base has the same ones. */
export function affixesOf(object: KubernetesObject): string {
  const [prefixes, suffixes] = ['prefixes', 'suffixes'].map((key) =>
    annotation(object, `internal.config.kubernetes.io/${key}`),
  );
  return `${prefixes ?? ''} ${suffixes ?? ''}`;
}
