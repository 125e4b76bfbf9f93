import { memoised } from './memoised.ts';
import { list, text, type FieldPath } from '../kubernetes.ts';
import type { Deployer } from './deployers.ts';
import { deploymentsOf, type Deployment } from './deployments.ts';
import type { Actor } from './actor.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import { inlineObjects, objectsIn, readKustomization } from './read.ts';
import type { Step, Words } from './step.ts';
import { patching, stepsOf } from './steps.ts';

/** A place in a kustomization that names a file or a directory. */
interface Mention {
  readonly by: Kustomization;
  readonly at: FieldPath;
}

type Mentions = ReadonlyMap<string, readonly Mention[]>;

/** Who names what, spelled as `locate` does. */
export interface Graph {
  /** What lists a file or a directory directly. */
  listers(place: string): readonly Actor[];
  /** The kustomizations that use a file as a patch. */
  readonly patches: Mentions;
  /** Those that name a file in any way. */
  readonly mentions: Mentions;
  /** A kustomization with its steps. */
  actorOf(one: Kustomization): Actor;
  /** A kustomization and the components whose changes reach all that it lists. */
  acting(user: Actor): readonly Actor[];
  /** What a kustomization names in any way. */
  named(by: Kustomization): readonly string[];
  /** Flux Kustomizations and Argo CD Applications of the call, whatever they deploy. */
  readonly deployers: readonly Deployer[];
  /** What they deploy. */
  readonly deployments: readonly Deployment[];
}

const listing = ['resources', 'bases', 'components'];
const naming = ['replacements', 'generators', 'transformers', 'validators', 'configurations', 'crds'];

/** Reads the kustomizations of a call and what deploys them; a file that cannot be understood lists and sets nothing. */
export function graphOf(files: KustomizeFiles): Graph {
  const kustomizations = files.kustomizations.map(readKustomization);
  const actors = actorsOf(kustomizations, files);
  const listers = mentionsIn(kustomizations, listing, files);
  const mentions = mentionsIn(kustomizations, [...listing, ...patching, ...naming], files);
  const directories = new Set(kustomizations.map(({ directory }) => directory));
  const components = componentsOf(kustomizations, files);
  const { listersOf, deployers, deployments } = deploymentsOf(files, directories);
  const named = new Map<Kustomization, string[]>();
  for (const [place, found] of mentions) {
    for (const { by } of found) named.set(by, [...(named.get(by) ?? []), place]);
  }
  const actorOf = (one: Kustomization): Actor => actors.get(one) ?? { path: one.path, kustomization: one, steps: [] };
  return {
    listers: (place) => [...(listers.get(place) ?? []).map(({ by }) => actorOf(by)), ...listersOf(place)],
    patches: mentionsIn(kustomizations, patching, files),
    mentions,
    actorOf,
    acting: (user) => [user, ...(components.get(user.kustomization) ?? []).map(actorOf)],
    named: (by) => named.get(by) ?? [],
    deployers,
    deployments,
  };
}

/** The steps of a kustomization are read when they are asked for, once. */
function actorsOf(kustomizations: readonly Kustomization[], files: KustomizeFiles): ReadonlyMap<Kustomization, Actor> {
  const read = memoised((file: string) => objectsIn(files.bytes(file)));
  const inDirectory = new Map<string, Kustomization[]>();
  for (const one of kustomizations) inDirectory.set(one.directory, [...(inDirectory.get(one.directory) ?? []), one]);
  const listed = (place: string, seen: ReadonlySet<string>): readonly unknown[] => {
    const inside = inDirectory.get(place);
    if (inside === undefined) return read(place);
    if (seen.has(place)) return [];
    return inside.flatMap(({ object, directory }) =>
      list(object, 'resources').flatMap((entry) =>
        typeof entry === 'string' ? listed(files.resolve(directory, entry), new Set([...seen, place])) : [],
      ),
    );
  };
  const actors = kustomizations.map((one): readonly [Kustomization, Actor] => {
    const words: Words = {
      read: (reference) => read(files.resolve(one.directory, reference)),
      inline: inlineObjects,
      configs: (entry) => {
        const inline = inlineObjects(entry).filter((object) => text(object, 'kind') !== '');
        return inline.length > 0 ? inline : listed(files.resolve(one.directory, entry), new Set());
      },
    };
    let steps: readonly Step[] | undefined;
    const actor = {
      path: one.path,
      kustomization: one,
      get steps() {
        return (steps ??= stepsOf(one.object, words));
      },
    };
    return [one, actor];
  });
  return new Map(actors);
}

function mentionsIn(
  kustomizations: readonly Kustomization[],
  keys: readonly string[],
  files: KustomizeFiles,
): Mentions {
  const mentions = new Map<string, Mention[]>();
  for (const by of kustomizations) {
    for (const key of keys) {
      for (const [index, entry] of list(by.object, key).entries()) {
        const reference = typeof entry === 'string' ? entry : text(entry, 'path');
        if (reference === '' || reference.includes('\n') || inlineObjects(reference).length > 0) continue;
        const target = files.resolve(by.directory, reference);
        const known = mentions.get(target);
        if (known === undefined) mentions.set(target, [{ by, at: [key, index] }]);
        else known.push({ by, at: [key, index] });
      }
    }
  }
  return mentions;
}

function componentsOf(
  kustomizations: readonly Kustomization[],
  files: KustomizeFiles,
): ReadonlyMap<Kustomization | undefined, readonly Kustomization[]> {
  const included = mentionsIn(kustomizations, ['components'], files);
  const components = new Map<Kustomization | undefined, Kustomization[]>();
  for (const component of kustomizations) {
    const users = closure(
      (included.get(component.directory) ?? []).map(({ by }) => by),
      ({ directory }) => (included.get(directory) ?? []).map(({ by }) => by),
    );
    for (const user of users) components.set(user, [...(components.get(user) ?? []), component]);
  }
  return components;
}

/** What is given, what is above it, and so on, nearest first; each once, so that circles end. */
export function closure<T>(start: readonly T[], above: (one: T) => readonly T[]): readonly T[] {
  const reached = new Set(start);
  for (const one of reached) {
    for (const next of above(one)) reached.add(next);
  }
  return [...reached];
}
