import type { UnitConversion } from '../convert.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import { mapping } from '../kubernetes.ts';
import type { Tool } from '../kustomize/kustomize.ts';

/**
 * Prefixes of the labels and annotations that mark an object as deployed by a tool: Argo CD's options and tracking
 * (argo-cd, common/common.go), Flux's owner labels (fluxcd/pkg/ssa), Kustomize's origin
 * (api/internal/utils/annotations.go), Helm's release and chart (helm.sh/docs/chart_best_practices/labels).
 */
const traces: readonly (readonly [string, Tool])[] = [
  ['argocd.argoproj.io/', 'argocd'],
  ['kustomize.toolkit.fluxcd.io/', 'flux'],
  ['helm.toolkit.fluxcd.io/', 'flux'],
  ['config.kubernetes.io/origin', 'kustomize'],
  ['meta.helm.sh/', 'helm'],
  ['helm.sh/', 'helm'],
];

/** The tools that deploy the splits, according to their labels and annotations. */
export function toolTraces(conversions: readonly UnitConversion[]): readonly Tool[] {
  const keys = new Set(conversions.flatMap(({ splits }) => splits.flatMap(({ manifest }) => keysOf(manifest.object))));
  return traces.filter(([start]) => [...keys].some((key) => key.startsWith(start))).map(([, tool]) => tool);
}

function keysOf(object: KubernetesObject): readonly string[] {
  return ['labels', 'annotations'].flatMap((field) => Object.keys(mapping(object, 'metadata', field)));
}
