import { addTo, append, concatenated, memoised, memoisedFor, once } from '../collections.ts';
import { list } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { actorsOf, byDirectory, listing, referencesOf } from './actors.ts';
import { chartsOver } from './charts.ts';
import { dataUsesIn, type DataUses } from './data-uses.ts';
import { withReferenced } from './referenced.ts';
import type { Deployer } from './deployers.ts';
import { deploymentsOf } from './deployments.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import { mentionsIn, withNaming, type Mention, type Mentions } from './mentions.ts';
import { isComponent, readKustomization } from './read.ts';
import { filesOfPatch } from './step.ts';
import { patching } from './steps.ts';

/** The references between kustomizations, files and directories, spelled as by `locate`. */
export interface Graph {
  /** What lists a file or a directory directly. */
  listers(place: string): readonly Actor[];
  /** The kustomizations that use a file as a patch. */
  patches(): Mentions;
  /** The kustomizations that make a file part of a ConfigMap or a Secret. */
  data(): DataUses;
  /** The kustomizations that name a file in any way. */
  readonly mentions: Mentions;
  /** A kustomization with its steps. */
  actorOf(one: Kustomization): Actor;
  /** A kustomization with the components that change everything it lists. */
  acting(user: Actor): readonly Actor[];
  /** The same in the order in which they act: components come before the kustomization that uses them. */
  inOrder(user: Actor): readonly Actor[];
  /** The kustomizations of a directory. */
  inDirectory(directory: string): readonly Kustomization[];
  /** What a kustomization names in any way. */
  named(by: Kustomization): readonly string[];
  /** The kustomizations in the directories that a kustomization names. */
  needed(by: Kustomization): readonly Kustomization[];
  /** The kustomizations that inflate the chart of a directory. */
  inflating(chart: string): readonly Actor[];
  /** The Flux Kustomizations and Argo CD Applications of the call, whatever they deploy. */
  deployers(): readonly Deployer[];
  /** What Flux and Argo CD deploy a file with, nearest first. */
  deploymentsAbove(file: string): readonly Deployer[];
  /** What Flux and Argo CD deploy a directory with. */
  deploymentsOfDirectory(directory: string): readonly Deployer[];
}

/** Reads the kustomizations of a call and around it, and their deployers. One that cannot be read lists what is named in its text. */
export function graphOf(files: KustomizeFiles): Graph {
  const kustomizations = withReferenced(withNaming(files.kustomizations.map(readKustomization), files), files);
  const mentions = mentionsIn(kustomizations, files);
  const listers = underKeys(mentions, listing);
  const directories = new Set(kustomizations.map(({ directory }) => directory));
  const inDirectory = byDirectory(kustomizations);
  const actors = actorsOf(kustomizations, inDirectory, files);
  const order = new Map(kustomizations.map((one, index) => [one, index]));
  const orderOf = ({ kustomization }: Actor): number => (kustomization && order.get(kustomization)) ?? 0;
  const named = new Map<Kustomization, string[]>();
  for (const [place, found] of mentions) for (const { by } of found) addTo(named, by, place);
  const actorOf = (one: Kustomization): Actor => actors.get(one) ?? { path: one.path, kustomization: one, steps: [] };
  const kustomizationsListing = (place: string): readonly Actor[] =>
    (listers.get(place) ?? []).map(({ by }) => actorOf(by));
  const inOrderOf = ordersIn(inDirectory, files);
  const inOrder = memoisedFor((user: Actor): readonly Actor[] => {
    if (user.kustomization !== undefined) return inOrderOf(user.kustomization).map(actorOf);
    const components = (user.components ?? []).flatMap((place) => inDirectory.get(place) ?? []);
    return [...components.flatMap(inOrderOf).map(actorOf), user];
  });
  const patches = once(() => withTransformed(underKeys(mentions, patching), actors, files));
  const isPatch = (place: string): boolean => patches().has(place) && !listers.has(place);
  const listings = { isPatch, listersOf: kustomizationsListing, inOrder };
  const inflating = once(() => inflatingIn(actors, files));
  // Looked for when it is asked for: a search that is made in between finds them on its way.
  const deployed = once(() => deploymentsOf(files, directories, listings));
  return {
    listers: memoised((place) =>
      concatenated([
        kustomizationsListing(place),
        chartsOver(place).flatMap((chart) => inflating().get(chart) ?? []),
        deployed().listersOf(place),
      ]),
    ),
    patches,
    data: once(() => dataUsesIn(mentions, actors, files)),
    mentions,
    actorOf,
    acting: memoisedFor((user: Actor): readonly Actor[] => {
      const used = inOrder(user).filter((one) => one !== user);
      return [user, ...[...new Set(used)].sort((one, other) => orderOf(one) - orderOf(other))];
    }),
    inOrder,
    inDirectory: (directory) => inDirectory.get(directory) ?? [],
    named: (by) => named.get(by) ?? [],
    needed: (by) => (named.get(by) ?? []).flatMap((place) => inDirectory.get(place) ?? []),
    inflating: (chart) => inflating().get(chart) ?? [],
    deployers: () => deployed().deployers,
    deploymentsAbove: (file) => deployed().above(file),
    deploymentsOfDirectory: (directory) => deployed().of(directory),
  };
}

/** The files that kustomizations name as patches, and those that their transformers do. */
function withTransformed(
  patches: Mentions,
  actors: ReadonlyMap<Kustomization, Actor>,
  files: KustomizeFiles,
): Mentions {
  const found = new Map(patches);
  for (const [by, actor] of actors) {
    if (list(by.object, 'transformers').length === 0) continue;
    for (const reference of actor.steps.flatMap(filesOfPatch)) {
      const place = files.resolve(by.directory, reference);
      if (!found.has(place)) found.set(place, [{ by, at: ['transformers'] }]);
    }
  }
  return found;
}

/** The kustomizations that inflate a chart, by its directory. */
function inflatingIn(
  actors: ReadonlyMap<Kustomization, Actor>,
  files: KustomizeFiles,
): ReadonlyMap<string, readonly Actor[]> {
  const found = new Map<string, Actor[]>();
  for (const [one, actor] of actors) {
    const places = (actor.charts ?? []).map(({ directory }) => files.resolve(one.directory, directory));
    for (const place of new Set(places)) addTo(found, place, actor);
  }
  return found;
}

/** Those that are in one of some lists of their kustomization. */
function underKeys(mentions: Mentions, keys: readonly string[]): Mentions {
  const found = new Map<string, readonly Mention[]>();
  for (const [place, all] of mentions) {
    const own = all.filter(({ at: [key] }) => keys.includes(String(key)));
    if (own.length > 0) found.set(place, own);
  }
  return found;
}

/**
 * The components that a kustomization uses, those that they use before them, and itself. What is there more than twice, as it
 * is reached in many ways, is only there where it acts first and last: what is between changes nothing in the end.
 */
function ordersIn(
  inDirectory: ReadonlyMap<string, readonly Kustomization[]>,
  files: KustomizeFiles,
): (user: Kustomization) => readonly Kustomization[] {
  const componentsOf = memoisedFor((user: Kustomization) =>
    referencesOf(user, ['components'], files).flatMap((place) => inDirectory.get(place) ?? []),
  );
  const known = new Map<Kustomization, readonly Kustomization[]>();
  return (user) => {
    // Without recursion: a chain of components may be longer than a stack of calls.
    const waiting = [user];
    const open = new Set<Kustomization>(); // components that use each other cannot be built
    for (let one = waiting.at(-1); one !== undefined; one = waiting.at(-1)) {
      open.add(one);
      const missing = componentsOf(one).filter((used) => !known.has(used) && !open.has(used));
      append(waiting, missing);
      if (missing.length > 0) continue;
      const before = componentsOf(one).flatMap((used) => known.get(used) ?? []);
      if (!known.has(one)) known.set(one, [...firstAndLast(before), one]);
      waiting.pop();
    }
    return known.get(user) ?? [user];
  };
}

/** Some values with only the first and the last of those that are the same. */
function firstAndLast<T>(values: readonly T[]): readonly T[] {
  const last = new Map(values.map((value, index) => [value, index]));
  if (last.size === values.length) return values;
  const seen = new Set<T>();
  return values.filter((value, index) => last.get(value) === index || seen.size < seen.add(value).size);
}

/** What lists the directory of a kustomization. */
export function listersOf({ kustomization }: Actor, graph: Graph): readonly Actor[] {
  return kustomization === undefined ? [] : graph.listers(kustomization.directory);
}

/** Whether an actor is a component that others use. */
export function isInner(user: Actor, graph: Graph): boolean {
  return user.kustomization !== undefined && isComponent(user.kustomization) && listersOf(user, graph).length > 0;
}
