import { list, mapping, text, versionOf, type KubernetesObject } from '../kubernetes.ts';

/** What an object of Flux says about the directory that it deploys. */
interface FluxContent {
  readonly kind: string;
  readonly directory: string;
  /** Its own fields, under the names that a kustomization has for them. */
  readonly kustomization: KubernetesObject;
  readonly namespace: string;
}

/** kustomize.toolkit.fluxcd.io/v1, KustomizationSpec; its betas have the older lists of patches, too. */
export function fluxKustomization(object: KubernetesObject): FluxContent {
  const spec = mapping(object, 'spec');
  const { targetNamespace, namePrefix, nameSuffix, patches } = spec;
  const isBeta = versionOf(object).includes('beta');
  const { labels, annotations } = mapping(spec, 'commonMetadata');
  return {
    kind: 'Flux Kustomization',
    directory: text(spec, 'path'),
    kustomization: {
      namespace: targetNamespace,
      namePrefix,
      nameSuffix,
      patches,
      ...(isBeta && { patchesStrategicMerge: mergesIn(spec), patchesJson6902: spec.patchesJson6902 }),
      commonLabels: labels,
      commonAnnotations: annotations,
      components: spec.components,
    },
    namespace: text(spec, 'targetNamespace'),
  };
}

/**
 * The variables of a Flux Kustomization that another one has to replace, in its fields that matter for what it builds: those
 * that it gives a value itself are replaced in what it built (flux2, internal/build).
 */
export function openVariables(object: KubernetesObject): readonly string[] {
  if (text(object, 'kind') !== 'Kustomization') return [];
  const { targetNamespace, namePrefix, nameSuffix, patches, commonMetadata } = mapping(object, 'spec');
  const named = (fields: unknown): readonly string[] => variablesIn(JSON.stringify(fields));
  const own = mapping(object, 'spec', 'postBuild', 'substitute');
  const ofBuilt = named([targetNamespace, namePrefix, nameSuffix, patches, commonMetadata]);
  const { name, namespace } = mapping(object, 'metadata');
  return [...new Set([...named([name, namespace]), ...ofBuilt.filter((one) => !Object.hasOwn(own, one))])];
}

/**
 * The variables in a text that a Flux Kustomization may take from ConfigMaps or Secrets: `flux build --dry-run` does not read
 * these, and gives such a variable its default.
 */
export function variablesFromCluster(object: KubernetesObject, written: string): readonly string[] {
  if (list(object, 'spec', 'postBuild', 'substituteFrom').length === 0) return [];
  const own = mapping(object, 'spec', 'postBuild', 'substitute');
  return [...new Set(variablesIn(written))].filter((one) => !Object.hasOwn(own, one));
}

function variablesIn(written: string): readonly string[] {
  return Array.from(written.matchAll(/(?<!\$)\$\{(\w+)/g), ([, name = '']) => name);
}

/** Whether a Flux Kustomization gives each of these variables a value. */
export function givesValues(object: KubernetesObject, variables: readonly string[]): boolean {
  const values = mapping(object, 'spec', 'postBuild', 'substitute');
  return variables.every((one) => Object.hasOwn(values, one));
}

/**
 * helm.toolkit.fluxcd.io/v2, HelmReleaseSpec: a chart in Git, and the patches of what it renders. A chart of a
 * HelmRepository has a name that is no path.
 */
export function fluxHelmRelease(object: KubernetesObject): FluxContent | undefined {
  const spec = mapping(object, 'spec');
  const chart = mapping(spec, 'chart', 'spec');
  if (!['GitRepository', 'Bucket'].includes(text(chart, 'sourceRef', 'kind'))) return undefined;
  const renderers = list(spec, 'postRenderers').map((renderer) => mapping(renderer, 'kustomize'));
  const all = (key: string): readonly unknown[] => renderers.flatMap((one) => list(one, key));
  return {
    kind: 'Flux HelmRelease',
    directory: text(chart, 'chart'),
    kustomization: {
      patches: all('patches'),
      patchesStrategicMerge: renderers.flatMap(mergesIn),
      patchesJson6902: all('patchesJson6902'),
    },
    namespace: '',
  };
}

/** Patches that are objects, as a kustomization has them. */
function mergesIn(spec: KubernetesObject): readonly string[] {
  return list(spec, 'patchesStrategicMerge').map((patch) => JSON.stringify(patch));
}
