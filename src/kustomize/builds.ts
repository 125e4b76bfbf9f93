import { addTo, closure } from '../collections.ts';
import type { Actor } from './actor.ts';
import { chartOfTemplate } from './charts.ts';
import type { Deployer } from './deployers.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import { isInner, listersOf, type Graph } from './graph.ts';
import type { OwnFunction } from './own-function.ts';
import { stepIndexOf } from './step-index.ts';

/** A build that a file goes through on its way to a cluster. */
export interface Build {
  /** The kustomization, or its deployer, as shown to the user. */
  readonly path: string;
  /** The directory that is built, as shown to the user. */
  readonly directory: string;
  /** Whether the build renames Services: then only a function knows the new names. */
  readonly renames: boolean;
  /** Whether the build loads files from outside of the directories of its kustomizations. */
  readonly unrestricted: boolean;
  /** Whether the build sets a namespace. */
  readonly namespaced: boolean;
  /** The namespace that all objects have in the end; '' if they keep their own. */
  readonly namespace: string;
  /** Whether the build runs this program as a function. */
  readonly served: boolean;
  /** This program, as the functions that the build runs. */
  readonly functions: readonly OwnFunction[];
  /** Flux or Argo CD, if one of them changes the manifests, or no kustomization of the call lists them. */
  readonly deployer?: Deployer;
  /** The build that prints the deployer, if it is patched there, or is a template of a chart. */
  readonly deployerBuild?: PrintingBuild;
}

/** What of a build matters for a command that prints it; for that of a chart, its directory alone. */
export type PrintingBuild = Pick<Build, 'directory' | 'unrestricted' | 'deployer' | 'deployerBuild'> & {
  readonly isChart?: boolean;
};

/** An outermost actor, and all that acts on a file on its way through it, nearest first. */
export interface Chain {
  readonly top: Actor;
  readonly acting: readonly Actor[];
  /** The namespace that all objects have in the end; '' if they keep their own. */
  readonly namespace: string;
}

/** The outermost actors that a file goes through, whose users these are, by path. */
export function chainsOf(users: readonly Actor[], graph: Graph): readonly Chain[] {
  const above = new Set(users.flatMap((user) => listersOf(user, graph)));
  const listed = new Map<Actor, Actor[]>();
  for (const user of users) for (const lister of listersOf(user, graph)) addTo(listed, lister, user);
  const outermost = users.filter((user) => {
    if (user.kustomization === undefined) return !above.has(user);
    return !isInner(user, graph) && listersOf(user, graph).every(({ kustomization }) => kustomization === undefined);
  });
  const sorted = [...outermost].sort((one, other) => (one.path < other.path ? -1 : 1));
  const places = new Map(users.map((user, place) => [user, place]));
  const placeOf = (user: Actor): number => places.get(user) ?? 0;
  return sorted.map((top) => {
    const below = [...closure([top], (one) => listed.get(one) ?? [])].sort((a, b) => placeOf(a) - placeOf(b));
    const chain = [...below, ...listersOf(top, graph)];
    const acting = chain.flatMap((user) => graph.acting(user));
    const isNamespaced = acting.some((actor) => stepIndexOf(actor).namespace !== '');
    const namespace = isNamespaced ? lastNamespace(chain.flatMap((user) => graph.inOrder(user))) : '';
    return { top, acting, namespace };
  });
}

/** The namespace that these actors, in the order in which they act, set last; '' for none. */
function lastNamespace(inOrder: readonly Actor[]): string {
  return inOrder.map((actor) => stepIndexOf(actor).namespace).findLast((namespace) => namespace !== '') ?? '';
}

/** The outermost builds of a file that goes through these. */
export function buildsOf(chains: readonly Chain[], graph: Graph, files: KustomizeFiles): readonly Build[] {
  return chains.flatMap((chain) => {
    const { top } = chain;
    const changing = [top, ...listersOf(top, graph)]
      .filter((one) => graph.acting(one).some(({ steps }) => steps.length > 0))
      .flatMap(({ deployer }) => deployer ?? []);
    const build = buildOf(chain, graph, files);
    if (changing.length > 0) return changing.map(deployedBy);
    return [top.deployer === undefined ? build : deployedBy(top.deployer)];

    function deployedBy(deployer: Deployer): Build {
      return { ...build, deployer, ...printing(deployer) };
    }
  });

  function printing({ patchedIn, path }: Deployer): Pick<Build, 'deployerBuild'> {
    if (patchedIn === undefined) {
      const chart = chartOfTemplate(path, files);
      return chart === undefined ? {} : { deployerBuild: { directory: chart, unrestricted: false, isChart: true } };
    }
    const { kustomization, deployer } = patchedIn;
    const unrestricted = kustomization !== undefined && isUnrestricted(kustomization, graph, files);
    const above = deployer && { deployer, ...printing(deployer) };
    return { deployerBuild: { directory: kustomization?.shown ?? '', unrestricted, ...above } };
  }
}

function buildOf({ top, acting, namespace }: Chain, graph: Graph, files: KustomizeFiles): Build {
  const functions = graph.acting(top).flatMap((actor) => stepIndexOf(actor).functions);
  return {
    path: top.path,
    directory: top.kustomization?.shown ?? '',
    renames: acting.some((actor) => stepIndexOf(actor).renames),
    namespace,
    namespaced: acting.some((actor) => stepIndexOf(actor).namespace !== ''),
    unrestricted: top.kustomization !== undefined && isUnrestricted(top.kustomization, graph, files),
    served: functions.length > 0,
    functions,
  };
}

const knownUnrestricted = new WeakMap<Kustomization, boolean>();

/** Whether a kustomization, or one that it needs, loads a file from outside of its directory; looked at once for each. */
function isUnrestricted(top: Kustomization, graph: Graph, files: KustomizeFiles): boolean {
  const known =
    knownUnrestricted.get(top) ??
    closure([top], (one) => graph.needed(one)).some((one) => leavesItsDirectory(one, graph, files));
  knownUnrestricted.set(top, known);
  return known;
}

function leavesItsDirectory(one: Kustomization, graph: Graph, files: KustomizeFiles): boolean {
  const isOutside = (file: string): boolean => !file.startsWith(`${one.directory}/`);
  if (isOutside(files.locate(one.path))) return true;
  return graph.named(one).some((place) => isOutside(place) && files.bytes(place) !== undefined);
}
