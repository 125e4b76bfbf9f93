import { isMapping, list, text, type KubernetesObject } from '../kubernetes.ts';
import { functionsRun } from './own-function.ts';
import { itemsOf } from './read.ts';
import type { Words } from './step.ts';

/** What `kustomize build` is only allowed to do with a flag: render charts, run plugins, run programs as functions. */
export const buildFlags = ['--enable-helm', '--enable-alpha-plugins', '--enable-exec'] as const;

/** One of these. */
export type BuildFlag = (typeof buildFlags)[number];

/** The flags without which Kustomize refuses to build a kustomization. */
export function flagsNeeded(object: KubernetesObject, words: Pick<Words, 'configs'>): readonly BuildFlag[] {
  const configs = configsIn(object, ['generators', 'transformers', 'validators'], words);
  const plugins = configs.filter((config) => text(config, 'apiVersion') !== 'builtin');
  const charts = ['helmCharts', 'helmChartInflationGenerator'].some((key) => list(object, key).length > 0);
  const isChart = (config: KubernetesObject): boolean => text(config, 'kind') === 'HelmChartInflationGenerator';
  return [
    ...(charts || configs.some(isChart) ? ['--enable-helm' as const] : []),
    ...(plugins.length > 0 ? ['--enable-alpha-plugins' as const] : []),
    ...(plugins.flatMap(functionsRun).some(({ exec }) => isMapping(exec)) ? ['--enable-exec' as const] : []),
  ];
}

/** The objects that some lists of a kustomization name as plugins. */
export function configsIn(
  object: KubernetesObject,
  keys: readonly string[],
  words: Pick<Words, 'configs'>,
): readonly KubernetesObject[] {
  return keys
    .flatMap((key) => list(object, key))
    .flatMap((entry) => (typeof entry === 'string' ? itemsOf(words.configs(entry)) : []))
    .filter(isMapping);
}
