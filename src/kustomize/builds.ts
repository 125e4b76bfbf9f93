import { append, closure, memoisedFor } from '../collections.ts';
import type { KubernetesObject } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { buildFlags } from './build-flags.ts';
import type { Chain } from './chains.ts';
import { chartOfTemplate } from './charts.ts';
import type { Deployer } from './deployers.ts';
import { givesValues, openVariables } from './flux-objects.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import type { Graph } from './graph.ts';
import type { OwnFunction } from './own-function.ts';
import { filesOfPatch } from './step.ts';
import type { UnreadableKustomization } from './unreadable.ts';
import { userIndexOf, type LastNamespaces } from './user-index.ts';

/** A build that a file goes through on its way to a cluster. */
export interface Build extends LastNamespaces {
  /** The kustomization, or its deployer, as shown to the user. */
  readonly path: string;
  /** The directory that is built, as shown to the user. */
  readonly directory: string;
  /** Whether the build renames Services: then only a function knows the new names. */
  readonly renames: boolean;
  /** What `kustomize build` needs for it, as words; looked for when it is asked for. */
  readonly flags: () => readonly string[];
  /** The kustomizations that it goes through and that cannot be read. */
  readonly unreadable: readonly UnreadableKustomization[];
  /** This program, as the functions that the build lists. */
  readonly functions: readonly OwnFunction[];
  /** Whether others build the directory in another way, so that a function in it would be run for these, too. */
  readonly shared: boolean;
  /** Flux; or Argo CD, if it changes the manifests, or a plugin renders them, or no kustomization of the call lists them. */
  readonly deployer?: Deployer;
  /** Those that deploy what is built without changing it. */
  readonly deployedBy?: Deployer[];
  /**
   * The build that prints the deployer, if it is patched there, or its variables are replaced there, or it is a template of a
   * chart, or a ResourceSet makes it.
   */
  readonly deployerBuild?: PrintingBuild;
}

/** What of a build matters for a command that prints it; for that of a chart, its directory alone, for a ResourceSet its file. */
export type PrintingBuild = Pick<Build, 'directory' | 'flags' | 'deployer' | 'deployerBuild'> & {
  readonly of?: 'chart' | 'set';
};

/**
 * The outermost builds of a file that goes through these: one of each deployer that changes something or renders by a
 * plugin, one of Flux, which runs no functions, and one of all others.
 */
export function buildsOf(chains: readonly Chain[], graph: Graph, files: KustomizeFiles): readonly Build[] {
  const found = new Map<Actor, Map<Deployer | 'flux' | undefined, Build>>();
  for (const chain of chains) {
    const { top, deploying } = chain;
    const builds = found.get(top) ?? new Map<Deployer | 'flux' | undefined, Build>();
    found.set(top, builds);
    const changing = deploying.filter((one) => one === top || isChanging(one, graph));
    const flux = changing.length > 0 ? [] : deploying.filter(({ deployer }) => deployer?.tool === 'flux');
    for (const { deployer } of changing)
      if (deployer !== undefined && !builds.has(deployer)) builds.set(deployer, deployed(chain, deployer));
    for (const { deployer } of flux)
      if (deployer !== undefined && !builds.has('flux')) builds.set('flux', deployed(chain, deployer));
    if (changing.length > 0 || flux.length > 0) continue;
    const { deployedBy = [], ...plain } = builds.get(undefined) ?? buildOf(chain, graph, files);
    append(
      deployedBy,
      deploying.flatMap(({ deployer }) => deployer ?? []),
    );
    builds.set(undefined, { ...plain, deployedBy });
  }
  return [...found.values()].flatMap((builds) => [...builds.values()]);

  function deployed(chain: Chain, deployer: Deployer): Build {
    return { ...buildOf(chain, graph, files), deployer, ...printing(deployer) };
  }

  function printing({ patchedIn, path, isMade, object }: Deployer): Pick<Build, 'deployerBuild'> {
    if (isMade === true) return { deployerBuild: { directory: path, flags: () => [], of: 'set' } };
    if (patchedIn === undefined) {
      const chart = chartOfTemplate(path, files);
      if (chart !== undefined) return { deployerBuild: { directory: chart.shown, flags: () => [], of: 'chart' } };
      const above = substituterOf(object, graph.deploymentsAbove(files.locate(path)));
      return above === undefined ? {} : { deployerBuild: { directory: '', flags: () => [], deployer: above } };
    }
    const { kustomization, deployer } = patchedIn;
    const flags = (): readonly string[] => (kustomization === undefined ? [] : flagsOf(kustomization, graph, files));
    const above = deployer && { deployer, ...printing(deployer) };
    return { deployerBuild: { directory: kustomization?.shown ?? '', flags, ...above } };
  }
}

/** The Flux Kustomization that deploys another one and gives its variables values; undefined if there is none. */
function substituterOf(object: KubernetesObject, above: readonly Deployer[]): Deployer | undefined {
  const variables = openVariables(object);
  if (variables.length === 0) return undefined;
  return above.find((one) => one.tool === 'flux' && one.object !== object && givesValues(one.object, variables));
}

/** Whether a deployer changes what it builds, or renders it by a plugin; what it may not deploy at all it does not render. */
function isChanging(deployer: Actor, graph: Graph): boolean {
  const { plugin, isGuess } = deployer.deployer ?? {};
  return (plugin !== undefined && isGuess !== true) || userIndexOf(graph)(deployer).changes;
}

function buildOf(
  { top, shared, users, functions, namespace, movesTo }: Chain,
  graph: Graph,
  files: KustomizeFiles,
): Build {
  const indexes = users.map(userIndexOf(graph));
  return {
    path: top.path,
    shared,
    directory: top.kustomization?.shown ?? '',
    renames: indexes.some(({ renames }) => renames),
    namespace,
    movesTo,
    flags: () => (top.kustomization === undefined ? [] : flagsOf(top.kustomization, graph, files)),
    unreadable: indexes.flatMap((index) => index.unreadable),
    functions,
  };
}

/** What a kustomization needs to be built, itself or for one that it needs; looked at once for each. */
export const flagsOf = memoisedFor((top: Kustomization, graph: Graph, files: KustomizeFiles): readonly string[] => {
  const all = closure([top], (one) => graph.needed(one));
  const own = new Set(all.flatMap((one) => graph.actorOf(one).flags ?? []));
  const isUnrestricted = all.some((one) => leavesItsDirectory(one, graph, files));
  return [
    ...(isUnrestricted ? ['--load-restrictor', 'LoadRestrictionsNone'] : []),
    ...buildFlags.filter((flag) => own.has(flag)),
  ];
});

function leavesItsDirectory(one: Kustomization, graph: Graph, files: KustomizeFiles): boolean {
  const isOutside = (file: string): boolean => !file.startsWith(`${one.directory}/`);
  if (isOutside(files.locate(one.path))) return true;
  const { charts = [], steps } = graph.actorOf(one);
  const values = charts.flatMap((chart) => chart.values);
  const read = [...values, ...steps.flatMap(filesOfPatch)];
  const named = [...graph.named(one), ...read.map((file) => files.resolve(one.directory, file))];
  return named.some((place) => isOutside(place) && files.bytes(place) !== undefined);
}
