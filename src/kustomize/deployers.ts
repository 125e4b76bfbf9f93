import { field, groupOf, isMapping, list, mapping, text, type KubernetesObject } from '../kubernetes.ts';
import { generatedSpecs, withValues, type GeneratedSpec, type Matching } from './application-sets.ts';
import { directoriesMeant, kustomizationOfSource, pluginOf, repeated, takesPlugin } from './argo-sources.ts';
import { directorySourceOf, type DirectorySource } from './directory-sources.ts';
import { deployedObjects, isItem } from './deployed-objects.ts';
import type { FoundFile, Kustomization } from './files.ts';
import { fluxHelmRelease, fluxKustomization } from './flux-objects.ts';
import { withChart, type FindCharts } from './helm-charts.ts';
import { inlineObjects, objectsIn } from './read.ts';
import { isResourceSet, objectsOfSet } from './resource-sets.ts';
import type { Step } from './step.ts';
import { stepsOf } from './steps.ts';
import { withoutTemplates } from './template-actions.ts';

/**
 * A Flux Kustomization or HelmRelease, or an Argo CD Application or ApplicationSet: it deploys a directory and may change its
 * manifests.
 */
export interface Deployer {
  readonly tool: 'flux' | 'argocd';
  /** The file that it is in, or the kustomization that patches it, as shown to the user. */
  readonly path: string;
  /** Its kind and name, for a message. */
  readonly name: string;
  readonly object: KubernetesObject;
  /** Whether a ResourceSet in that file makes it. */
  readonly isMade?: boolean;
  /** Whether it is an item of a list there. */
  readonly isItem?: boolean;
  /** The directory of that file. */
  readonly seenFrom: string;
  /** What it deploys: a path from the root of a repository, with `*` for template actions; '' is the root. */
  readonly target: string;
  /** The root of that repository as shown to the user; absent where it is the working directory. */
  readonly root?: string;
  /** Whether what it deploys is not known, for a template action or a file says the path. */
  readonly isGuess: boolean;
  /** The Application whose parameters it overrides; '' for all of the directory; absent where it is a deployer itself. */
  readonly overridden?: string;
  /** An Application of which this is one of several sources of one repository: it deploys all of them together. */
  readonly bundle?: Bundle;
  /** The name of a file that is in each directory that it deploys. */
  readonly beside?: string;
  /** Patterns of directories that it leaves out. */
  readonly excluded?: readonly string[];
  readonly steps: readonly Step[];
  /** The config management plugin of Argo CD that renders it; undefined for none. */
  readonly plugin?: string | undefined;
  /** Whether Argo CD would take a plugin for it. */
  readonly takesPlugin?: boolean;
  /** Which files of a directory without a kustomization Argo CD deploys; absent where it renders them otherwise. */
  readonly files?: DirectorySource | undefined;
  /** The components that it adds to the kustomization of a directory, as it names them from there. */
  readonly components: readonly string[];
  /** The namespace that it sets on objects without one; '' if it sets none, or if a template action does. */
  readonly namespace: string;
  /** What builds it, where it is patched. */
  readonly patchedIn?: Origin;
}

/**
 * What prints an object in the end: an outermost kustomization, or a deployer of the directory of one. Without a kustomization
 * Flux makes one.
 */
interface Origin {
  readonly kustomization?: Kustomization;
  readonly deployer?: Deployer;
}

/** An Application with several sources: an actor without steps. */
interface Bundle {
  readonly path: string;
  readonly steps: readonly [];
  /** Its sources, as text that can be compared. */
  readonly sources: string;
}

/** An object as it is deployed. */
export interface BuiltObject {
  readonly object: KubernetesObject;
  /** The file of what patches it last, as shown to the user, and what builds it; absent if nothing patches it. */
  readonly patched?: { readonly by: string; readonly top: Origin };
}

/**
 * The deployers in a file, as kustomizations build them. Only fields that can change a TrafficSplit are read: not images,
 * replicas and substitutions.
 */
export function deployersIn(
  { path, directory, bytes }: FoundFile,
  buildsOf: (object: KubernetesObject) => readonly BuiltObject[] = (object) => [{ object }],
  matching: Matching = () => undefined,
  charts: FindCharts = () => [],
): readonly Deployer[] {
  const objects = deployedObjects(bytes).flatMap((object) => withChart(object, directory, charts));
  const built = objects.filter(isDeployer).flatMap((object) => {
    const found = new Map<string, Deployer>();
    for (const { object: built, patched } of buildsOf(object)) {
      const place = { path: patched?.by ?? path, seenFrom: directory, object: built, isItem: isItem(object) };
      for (const one of deployersOf(place, matching)) {
        const meaning = meaningOf(one);
        if (!found.has(meaning)) found.set(meaning, { ...one, ...(patched && { patchedIn: patched.top }) });
      }
    }
    return [...found.values()];
  });
  const made = objects
    .filter(isResourceSet)
    .flatMap(objectsOfSet)
    .filter(isDeployer)
    .flatMap((object) => deployersOf({ path, seenFrom: directory, object, isMade: true }, matching));
  return [...built, ...made];
}

/** What a deployer deploys and changes, as text that can be compared. */
function meaningOf({ target, steps, components, namespace, excluded, files, plugin }: Deployer): string {
  return JSON.stringify([target, steps, components, namespace, excluded, files, plugin]);
}

const deployerKinds = [
  'kustomize.toolkit.fluxcd.io/Kustomization',
  'helm.toolkit.fluxcd.io/HelmRelease',
  'argoproj.io/Application',
  'argoproj.io/ApplicationSet',
];

function isDeployer(object: KubernetesObject): boolean {
  return deployerKinds.includes(`${groupOf(object)}/${text(object, 'kind')}`);
}

function deployersOf(place: DeployerPlace, matching: Matching): readonly Deployer[] {
  const kind = text(place.object, 'kind');
  if (kind === 'Kustomization') return [deployer(place, { tool: 'flux', ...fluxKustomization(place.object) })];
  if (kind === 'HelmRelease') {
    const content = fluxHelmRelease(place.object);
    return content === undefined ? [] : [deployer(place, { tool: 'flux', ...content })];
  }
  if (kind === 'ApplicationSet')
    return generatedSpecs(place.object, matching).flatMap((spec) => argoDeployers(place, spec));
  return argoDeployers(place, { spec: mapping(place.object, 'spec'), values: {}, excluded: [] });
}

type DeployerPlace = Pick<Deployer, 'path' | 'seenFrom' | 'object' | 'isMade' | 'isItem'>;

/** Whether a deployer is a HelmRelease. */
export function isRelease({ object }: Deployer): boolean {
  return text(object, 'kind') === 'HelmRelease';
}

/** argoproj.io/v1alpha1, ApplicationSpec: one source, several, or what is hydrated. */
function argoDeployers(place: DeployerPlace, generated: GeneratedSpec): readonly Deployer[] {
  const { spec, values, excluded } = generated;
  const namespace = text(spec, 'destination', 'namespace');
  const sources = [field(spec, 'source'), ...list(spec, 'sources'), field(spec, 'sourceHydrator', 'drySource')];
  const shared = new Set(repeated(sources.map((one) => text(one, 'repoURL'))));
  const written = shared.size === 0 ? '' : JSON.stringify(sources);
  const bundles = new Map<string, Bundle>();
  for (const source of shared) bundles.set(source, { path: place.path, steps: [], sources: written });
  return sources.filter(isMapping).flatMap((source) => {
    const bundle = bundles.get(text(source, 'repoURL'));
    const directory = withValues(text(source, 'path'), values);
    const plugin = pluginOf(source);
    // Its Kustomize options are nothing to a plugin.
    const kustomization = plugin === undefined ? kustomizationOfSource(source) : {};
    const kind = `Argo CD ${text(place.object, 'kind')}`;
    const made = deployer(place, { tool: 'argocd', kind, directory, kustomization, namespace });
    return {
      ...made,
      ...(bundle !== undefined && !made.target.includes('*') && { bundle }),
      excluded,
      plugin,
      takesPlugin: takesPlugin(source),
      files: directorySourceOf(source),
      ...directoriesMeant(generated, directory),
    };
  });
}

/**
 * A file beside a kustomization with parameters of the source that Argo CD deploys from there: of all Applications, or of
 * the one in its name (argo-cd, reposerver/repository: mergeSourceParameters).
 */
export function overridesIn({ path, directory, bytes }: FoundFile): readonly Deployer[] {
  const [object] = objectsIn(bytes);
  if (!isMapping(object)) return [];
  const place = { path, seenFrom: directory, object };
  const kustomization = kustomizationOfSource(object);
  const made = deployer(place, { tool: 'argocd', kind: 'Argo CD override', directory, kustomization, namespace: '' });
  const overridden = /\.argocd-source-(.+)\.yaml$/.exec(path)?.[1] ?? '';
  return [{ ...made, overridden }];
}

/** What a deployer says about a directory. */
interface DeployerContent {
  readonly tool: Deployer['tool'];
  readonly kind: string;
  readonly directory: string;
  /** Its own fields, under the names that a kustomization has for them. */
  readonly kustomization: KubernetesObject;
  readonly namespace: string;
}

function deployer(
  place: DeployerPlace,
  { tool, kind, directory, kustomization, namespace }: DeployerContent,
): Deployer {
  const known = withoutTemplates(directory);
  // A path of which nothing is known may have any number of parts. Flux gives what it deploys its namespace, too.
  const isAny = tool === 'argocd' && known === '' && directory !== '';
  const target = isAny ? '**' : withoutTemplates(directory, '*').replace(/^(?:\.?\/+)+|^\.$|\/+$/g, '');
  const words = {
    read: () => [],
    inline: inlineObjects,
    configurations: () => [],
    renamesBelow: () => false,
    configs: () => [],
  };
  const steps = stepsOf(kustomization, words).map((step) => ({ ...step, where: deployerField(step.where, tool) }));
  const isKnown = withoutTemplates(namespace) === namespace;
  return {
    ...place,
    tool,
    name: `${kind} ${text(place.object, 'metadata', 'name')}`.trim(),
    target,
    isGuess: known !== directory,
    steps,
    components: list(kustomization, 'components').filter((one) => typeof one === 'string'),
    namespace: isKnown ? namespace : '',
  };
}

/** The name of a kustomization's field in a deployer. */
function deployerField(where: string, tool: Deployer['tool']): string {
  if (tool === 'argocd') return `kustomize.${where}`;
  return where
    .replace(/^namespace$/, 'targetNamespace')
    .replace(/^commonLabels$/, 'commonMetadata.labels')
    .replace(/^commonAnnotations$/, 'commonMetadata.annotations');
}
