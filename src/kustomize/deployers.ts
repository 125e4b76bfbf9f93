import { field, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import type { FoundFile } from './files.ts';
import { inlineObjects, objectsIn } from './read.ts';
import type { Step } from './step.ts';
import { stepsOf } from './steps.ts';

/**
 * A Flux Kustomization, or an Argo CD Application or ApplicationSet: it deploys a directory and may change its
 * manifests.
 */
export interface Deployer {
  readonly tool: 'flux' | 'argo';
  /** The file that it is in, as shown to the user. */
  readonly path: string;
  /** Its kind and name, for a message. */
  readonly name: string;
  readonly object: KubernetesObject;
  /** The directory of that file. */
  readonly seenFrom: string;
  /** What it deploys: a path from the root of a repository, with `*` for template actions; '' is the root. */
  readonly target: string;
  readonly steps: readonly Step[];
  /** The components that it adds to the kustomization of a directory, as it names them from there. */
  readonly components: readonly string[];
  /** The namespace that it sets on objects without one; '' if it sets none, or if a template action does. */
  readonly namespace: string;
}

/**
 * The deployers in a file. Only fields that can change a TrafficSplit are read: not images, replicas and substitutions.
 */
export function deployersIn({ path, directory, bytes }: FoundFile): readonly Deployer[] {
  return objectsIn(bytes)
    .flatMap(opened)
    .flatMap((object) => {
      const group = text(object, 'apiVersion').split('/')[0];
      const kind = text(object, 'kind');
      const place = { path, seenFrom: directory, object: object as KubernetesObject };
      if (group === 'kustomize.toolkit.fluxcd.io' && kind === 'Kustomization') return fluxDeployers(place);
      if (group === 'argoproj.io' && kind === 'Application')
        return argoDeployers(place, mapping(object, 'spec'), [undefined]);
      if (group === 'argoproj.io' && kind === 'ApplicationSet')
        return argoDeployers(place, mapping(object, 'spec', 'template', 'spec'), generated(object));
      return [];
    });
}

function opened(object: unknown): readonly unknown[] {
  return text(object, 'kind') === 'List' ? list(object, 'items') : [object];
}

type DeployerPlace = Pick<Deployer, 'path' | 'seenFrom' | 'object'>;

/** kustomize.toolkit.fluxcd.io/v1, KustomizationSpec. */
function fluxDeployers(place: DeployerPlace): readonly Deployer[] {
  const spec = mapping(place.object, 'spec');
  const { targetNamespace, namePrefix, nameSuffix, patches } = spec;
  const { labels, annotations } = mapping(spec, 'commonMetadata');
  const kustomization = {
    namespace: targetNamespace,
    namePrefix,
    nameSuffix,
    patches,
    commonLabels: labels,
    commonAnnotations: annotations,
    components: spec.components,
  };
  return deployer(
    place,
    'flux',
    'Flux Kustomization',
    text(spec, 'path'),
    kustomization,
    text(spec, 'targetNamespace'),
  );
}

/** argoproj.io/v1alpha1, ApplicationSpec: one source, or several. */
function argoDeployers(
  place: DeployerPlace,
  spec: KubernetesObject,
  directories: readonly (string | undefined)[],
): readonly Deployer[] {
  const namespace = text(spec, 'destination', 'namespace');
  const sources = [field(spec, 'source'), ...list(spec, 'sources')];
  return sources.flatMap((source) =>
    directories.flatMap((directory) => {
      const written = text(source, 'path');
      const target =
        directory !== undefined && /^\{\{\s*\.?path(?:\.path)?\s*\}\}$/.test(written) ? directory : written;
      const {
        namespace: own,
        namePrefix,
        nameSuffix,
        patches,
        commonLabels,
        commonAnnotations,
        components,
      } = mapping(source, 'kustomize');
      const names = { namespace: own, namePrefix, nameSuffix };
      const kustomization = { ...names, patches, commonLabels, commonAnnotations, components };
      return deployer(place, 'argo', `Argo CD ${text(place.object, 'kind')}`, target, kustomization, namespace);
    }),
  );
}

/** The directories in the git generators of an ApplicationSet; a single unknown one if it has none. */
function generated(set: unknown): readonly (string | undefined)[] {
  const directories = list(set, 'spec', 'generators').flatMap((generator) => [
    ...list(generator, 'git', 'directories'),
    ...list(generator, 'matrix', 'generators').flatMap((inner) => list(inner, 'git', 'directories')),
    ...list(generator, 'merge', 'generators').flatMap((inner) => list(inner, 'git', 'directories')),
  ]);
  const paths = directories.filter((one) => field(one, 'exclude') !== true).map((one) => text(one, 'path'));
  return paths.length === 0 ? [undefined] : paths;
}

const template = /\{\{.*?\}\}|\$\{.*?\}/gs;

function deployer(
  place: DeployerPlace,
  tool: Deployer['tool'],
  kind: string,
  directory: string,
  kustomization: KubernetesObject,
  namespace: string,
): readonly Deployer[] {
  const target = directory.replace(template, '*').replace(/^(?:\.?\/+)+|^\.$|\/+$/g, '');
  const words = { read: () => [], inline: inlineObjects, configs: () => [] };
  const steps = stepsOf(kustomization, words).map((step) => ({ ...step, where: deployerField(step.where, tool) }));
  const known = namespace.replace(template, '') === namespace ? namespace : '';
  return [
    {
      ...place,
      tool,
      name: `${kind} ${text(place.object, 'metadata', 'name')}`.trim(),
      target,
      steps,
      components: list(kustomization, 'components').filter((one) => typeof one === 'string'),
      namespace: known,
    },
  ];
}

/** The name of a kustomization's field in a deployer. */
function deployerField(where: string, tool: Deployer['tool']): string {
  if (tool === 'argo') return `kustomize.${where}`;
  return where
    .replace(/^namespace$/, 'targetNamespace')
    .replace(/^commonLabels$/, 'commonMetadata.labels')
    .replace(/^commonAnnotations$/, 'commonMetadata.annotations');
}
