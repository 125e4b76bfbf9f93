import { field, isMapping, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import type { GeneratedSpec } from './application-sets.ts';

/**
 * What is known of the directories that a pattern matches: the file that a generator found is beside what is deployed, or it
 * is not known which of them are meant.
 */
export function directoriesMeant(
  { values, isGuess, beside }: GeneratedSpec,
  directory: string,
): {
  readonly isGuess?: boolean;
  readonly beside?: string;
} {
  if (isGuess !== true && beside === undefined) return {};
  const isFoundIn = ([key, path]: readonly [string, string]): boolean =>
    /(?:^|\.)path$/.test(key) && path === directory;
  const isFound = beside !== undefined && Object.entries(values).some(isFoundIn);
  return isFound ? { beside } : { ...(directory.includes('*') && { isGuess: true }) };
}

/** The name of the plugin of a source; '' where Argo CD asks each which one fits. */
export function pluginOf(source: unknown): string | undefined {
  return isMapping(field(source, 'plugin')) ? text(source, 'plugin', 'name') : undefined;
}

/** Whether a source may get a plugin: Argo CD takes one of these sections (argo-cd, ApplicationSource.ExplicitType). */
export function takesPlugin(source: unknown): boolean {
  return !['plugin', 'kustomize', 'helm', 'directory'].some((key) => isMapping(field(source, key)));
}

/** The Kustomize options of a source of Argo CD, under the names that a kustomization has for them. */
export function kustomizationOfSource(source: unknown): KubernetesObject {
  const { namespace, namePrefix, nameSuffix, patches, commonLabels, commonAnnotations, components } = mapping(
    source,
    'kustomize',
  );
  return { namespace, namePrefix, nameSuffix, patches, commonLabels, commonAnnotations, components };
}

/** Those of some texts that occur more than once. */
export function repeated(texts: readonly string[]): readonly string[] {
  return texts.filter((one, index) => texts.indexOf(one) !== index);
}
