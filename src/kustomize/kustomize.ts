import type { Actor } from './actor.ts';
import { chartOfTemplate } from './charts.ts';
import { areBundled, areTogether, lackingSource, withBundles } from './bundles.ts';
import { buildsOf, type Build } from './builds.ts';
import { chainsOf, type Chain } from './chains.ts';
import type { DataUse } from './data-uses.ts';
import type { KustomizeFiles } from './files.ts';
import {
  candidatesFor,
  givenNamespace,
  namespacesBuiltBy,
  namespacesSetBy,
  type Given,
  type NamespaceQueries,
} from './given-namespaces.ts';
import { graphOf, listersOf, type Graph } from './graph.ts';
import { closure, groupByEach, memoised, memoisedFor } from '../collections.ts';
import { chartQueries, type ChartQueries } from './chart-queries.ts';
import { lateChangesOf, type LateChange } from './late-changes.ts';
import { listQueries, type ListQueries } from './listed-files.ts';
import { patchUses, type PatchUse } from './patch-uses.ts';
import type { PortSource } from './port-changes.ts';
import { rewritesOfPorts } from './port-rewrites.ts';
import { resultChangeOf, type ResultOfSplit } from './result-changes.ts';
import { changeOf, keepsApex } from './rewrites.ts';
import { rewritesOf, sharedIndexFrom, type Rewrite } from './overlay-rewrites.ts';
import { isReplacedInto, placesOfPatched, type PatchedPlace, type SelectableSplit } from './patched-places.ts';
import { serviceInBuilds, type ServiceInBuilds } from './service-in-builds.ts';
import { onceForAlike } from './splits-alike.ts';
import type { Step } from './step.ts';
import { stepIndexOf } from './step-index.ts';
import type { Selectable } from './selectors.ts';
import { changersAmong, keysSetAmong, namespaceAfter } from './user-index.ts';

/** What the kustomizations of a call do to the files that they list. Paths are those of the sources. */
export interface Kustomize extends ChartQueries, NamespaceQueries, ListQueries {
  /** The namespaces that an object of this file without one may get, nearest first, each with its source: for a fix. */
  namespaceCandidates(path: string): readonly Given[];
  /** The namespaces that the kustomizations and deployers of the file set, whatever its objects have. */
  namespacesSet(path: string): readonly string[];
  /**
   * The changes because of which the profile of this split would differ between overlays: the path of an overlay, and
   * what it does.
   */
  rewrites(path: string, split: Selectable): readonly Rewrite[];
  /** Whether each build that this split goes through gives it another apex or namespace, or removes it. */
  movesInAll(path: string, split: Selectable): boolean;
  /** What deploys this split with the apex and namespace that it has in its file: two splits may have one in common. */
  keepers(path: string, split: Selectable): readonly object[];
  /** The builds that give this split no other apex and do not remove it, whatever namespace they give it. */
  buildsOfApex(path: string, split: Selectable): readonly Build[];
  /** The builds whose patches give this split another apex or namespace that is known, with what it has in the end. */
  patchedPlaces(path: string, split: SelectableSplit): readonly PatchedPlace[];
  /** Whether a replacement may give this object another namespace. */
  mayReplaceNamespace(path: string, object: Selectable): boolean;
  /** The changes to what a split in this file became, or to an object of this file that says what a split says. */
  rewritesOfResult(path: string, result: ResultOfSplit): readonly Rewrite[];
  /**
   * The changes to the ports of a Service, or to those that its Namespace makes opaque, in builds that have the file of a
   * split, too; in all builds if none has both.
   */
  rewritesOfPorts(path: string, source: () => PortSource, split: string): readonly Rewrite[];
  /** What a Service of this file is in each of its builds. */
  serviceInBuilds(path: string, source: PortSource): ServiceInBuilds;
  /** What is done to this split after this program ran on it as a function. */
  late(path: string, split: Selectable): readonly LateChange[];
  /** The outermost builds that the file goes through. */
  builds(path: string): readonly Build[];
  /** The first use of this file as a patch. */
  patch(path: string): PatchUse | undefined;
  /** The kustomization that makes this file part of a ConfigMap or a Secret. */
  dataOf(path: string): DataOf | undefined;
  /** What lists or deploys the file, directly or through others, nearest first. */
  users(path: string): readonly Actor[];
  /** Whether a kustomization of the call lists both files, directly or through others. */
  together(one: string, other: string): boolean;
  /** Whether each Application of Argo CD that deploys the one file deploys the other, as a different source. */
  bundled(one: string, other: string): boolean;
  /** The Applications that deploy the one file without the other, which others deploy with it as a different source. */
  lackingSource(one: string, other: string): readonly string[];
  /** Those of these files that a kustomization of the call lists together with another one of them. */
  joined(paths: readonly string[]): ReadonlySet<string>;
  /** Every kustomization that names this file, with the line of its entry, counted from 1. */
  namedBy(path: string): readonly { readonly path: string; readonly line: number }[];
  /** What deploys these files, as far as the call shows it. */
  tools(paths: readonly string[]): readonly Tool[];
}

/** A kustomization that makes a file part of an object, and whether the file is listed or deployed, too. */
interface DataOf extends Pick<DataUse, 'kind'> {
  readonly by: string;
  readonly isListed: boolean;
}

/** What manifests are deployed with. */
export type Tool = 'argocd' | 'flux' | 'kustomize' | 'helm';

/**
 * Returns what the kustomizations of a call do to their files. What cannot be read has no effect; nothing is thrown.
 */
export function kustomize(files: KustomizeFiles): Kustomize {
  const graph = graphOf(files);
  const usersIn = usersAmong(graph);
  const usersOf = memoised((path: string) => usersIn(files.locate(path)));
  const changersOf = (path: string): readonly Actor[] => changersAmong(graph)(usersOf(path));
  const chainsFor = memoisedFor((users: readonly Actor[]) => chainsOf(users, graph));
  const buildsFor = memoisedFor((users: readonly Actor[]) => buildsOf(chainsFor(users), graph, files));
  const builtFor = memoisedFor((users: readonly Actor[]) => namespacesBuiltBy(chainsFor(users)));
  const namespacesFor = memoisedFor((users: readonly Actor[]) => namespacesSetBy(users, graph));
  const namespacesSet = (path: string): readonly string[] => namespacesFor(usersOf(path));
  // An object as selectors see it on the way of its file, with what may have been set onto it.
  const seenIn = <T extends Selectable>(path: string, one: T): T => ({
    ...one,
    setNamespaces: namespacesSet(path),
    ...keysSetAmong(graph)(changersOf(path)),
  });
  const unmoved = (path: string, split: Selectable, ignored?: Step['kind']): readonly Chain[] =>
    unmovedAmong(chainsFor(usersOf(path)), seenIn(path, split), ignored);
  return {
    namespace: memoised((path) => givenNamespace(usersOf(path), chainsFor(usersOf(path)), files.locate(path), graph)),
    namespacesBuilt: (path, isBare) => builtFor(usersOf(path))[isBare ? 'bare' : 'named'],
    namespacesSet,
    namespaceCandidates: (path) => candidatesFor(usersOf(path), files.locate(path), graph),
    rewrites: (path, split) => rewritesBy(graph)(usersOf(path))(seenIn(path, split)),
    movesInAll: (path, split) => chainsFor(usersOf(path)).length > 0 && unmoved(path, split).length === 0,
    keepers: (path, split) => withBundles(unmoved(path, split).flatMap(({ top, deploying }) => [top, ...deploying])),
    buildsOfApex: (path, split) => {
      const kept = unmoved(path, split, 'namespace');
      return kept === chainsFor(usersOf(path)) ? buildsFor(usersOf(path)) : buildsOf(kept, graph, files);
    },
    patchedPlaces: (path, split) => placesOfPatched(seenIn(path, split), usersOf(path), chainsFor, { graph, files }),
    mayReplaceNamespace: (path, object) => isReplacedInto(seenIn(path, object), usersOf(path), graph),
    rewritesOfResult: (path, result) =>
      rewritesOf(changersOf(path), seenIn(path, result), { graph, changeOf: resultChangeOf, all: usersOf(path) }),
    rewritesOfPorts: (path, source, split) => {
      if (changersOf(path).length === 0) return [];
      return rewritesOfPorts(seenIn(path, source()), usersOf(path), usersOf(split), graph);
    },
    serviceInBuilds: (path, source) => serviceInBuilds(chainsFor(usersOf(path)), source),
    late: (path, split) => lateChangesOf(usersOf(path), seenIn(path, split), graph),
    builds: (path) => buildsFor(usersOf(path)),
    patch: patchUses(graph, files),
    dataOf: (path) => dataUseOf(graph.data().get(files.locate(path)), () => usersOf(path).length > 0),
    users: (path) => withBundles(usersOf(path)),
    together: (one, other) => areTogether(usersOf(one), usersOf(other)),
    bundled: (one, other) => areBundled(usersOf(one), usersOf(other)),
    lackingSource: (one, other) => lackingSource(usersOf(one), usersOf(other)),
    joined: (paths) => joinedIn(paths, (path) => withBundles(usersOf(path))),
    namedBy: (path) => {
      const mentions = graph.mentions.get(files.locate(path)) ?? [];
      return mentions.map(({ by, at }) => ({ path: by.path, line: by.line(at) }));
    },
    ...chartQueries(graph, files),
    ...listQueries(graph, files, usersOf),
    tools: (paths) => toolsOf(paths, graph, files),
  };
}

/** What users of a file change of a split in it; where these are many, the splits that no step names share one list. */
const rewritesBy = memoisedFor((graph: Graph) =>
  memoisedFor((users: readonly Actor[]) => {
    const changers = changersAmong(graph)(users);
    const make = (split: Selectable): readonly Rewrite[] =>
      rewritesOf(changers, split, { graph, changeOf, all: users });
    if (changers.length < sharedIndexFrom) return make;
    const acting = changers.flatMap((user) => graph.acting(user));
    return onceForAlike(
      acting.flatMap(({ steps }) => steps),
      make,
    );
  }),
);

function toolsOf(paths: readonly string[], graph: Graph, files: KustomizeFiles): readonly Tool[] {
  return [
    ...new Set(graph.deployers().map(({ tool }) => tool)),
    ...(paths.some((path) => isKustomized(path, graph, files)) ? ['kustomize' as const] : []),
    ...(paths.some((path) => chartOfTemplate(path, files) !== undefined) ? ['helm' as const] : []),
  ];
}

function isKustomized(path: string, graph: Graph, files: KustomizeFiles): boolean {
  const file = files.locate(path);
  return graph.patches().has(file) || graph.listers(file).some(({ kustomization }) => kustomization !== undefined);
}

/** The first use of a file as data; whether the file is listed is asked last: all files are searched for deployers. */
function dataUseOf(uses: readonly DataUse[] | undefined, isListed: () => boolean): DataOf | undefined {
  const [first] = uses ?? [];
  return first && { by: first.by.path, kind: first.kind, isListed: isListed() };
}

/**
 * What a file goes through, nearest first. Files with one lister, or with one list of them, go through the same: their users
 * are one array, and what is computed of it is kept with it.
 */
function usersAmong(graph: Graph): (file: string) => readonly Actor[] {
  const above = (user: Actor): readonly Actor[] => listersOf(user, graph);
  const ofLister = memoisedFor((lister: Actor) => closure([lister], above));
  const ofListers = memoisedFor((listers: readonly Actor[]) => closure(listers, above));
  return (file) => {
    const listers = graph.listers(file);
    const [lister, more] = listers;
    return lister !== undefined && more === undefined ? ofLister(lister) : ofListers(listers);
  };
}

function joinedIn(paths: readonly string[], usersOf: (path: string) => readonly Actor[]): ReadonlySet<string> {
  const byUser = groupByEach(paths, usersOf);
  return new Set([...byUser.values()].filter((listed) => listed.length > 1).flat());
}

/** The chains that leave a split its apex and namespace; steps of one kind may be ignored. */
function unmovedAmong(chains: readonly Chain[], split: Selectable, ignored?: Step['kind']): readonly Chain[] {
  const moves = (step: Step): boolean =>
    step.kind !== ignored && !keepsApex(step, split) && changeOf(step, split) !== undefined;
  // Of namespaces the last one counts.
  const isMovedBy = (actor: Actor): boolean =>
    stepIndexOf(actor)
      .changing(split)
      .some((step) => step.kind !== 'namespace' && moves(step));
  const isMovedTo = (value: string): boolean => value !== '' && moves({ kind: 'namespace', value, where: 'namespace' });
  const kept = chains.filter((chain) => !isMovedTo(namespaceAfter(chain, split)) && !chain.acting().some(isMovedBy));
  return kept.length === chains.length ? chains : kept;
}
