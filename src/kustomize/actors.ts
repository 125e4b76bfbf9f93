import { addTo, closure, groupBy, memoised } from '../collections.ts';
import { list, text } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { configsIn, flagsNeeded } from './build-flags.ts';
import { chartsInflated } from './charts.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import { dataGenerated } from './generated-data.ts';
import { inlineObjects, objectsIn } from './read.ts';
import { renamesServices, type Step, type Words } from './step.ts';
import { stepsOf } from './steps.ts';
import { transformersBuilt } from './transformers.ts';

/** The lists of a kustomization whose entries are what it builds; `bases` is an older form of the first. */
export const listing: readonly string[] = ['resources', 'bases', 'components'];

/** Kustomizations by their directories, spelled as `KustomizeFiles.locate` does. */
type InDirectory = ReadonlyMap<string, readonly Kustomization[]>;

/** Kustomizations by their directories. */
export function byDirectory(kustomizations: readonly Kustomization[]): InDirectory {
  return groupBy(kustomizations, ({ directory }) => directory);
}

/** The kustomizations with their steps, which are read once, when they are asked for. */
export function actorsOf(
  kustomizations: readonly Kustomization[],
  inDirectory: InDirectory,
  files: KustomizeFiles,
): ReadonlyMap<Kustomization, Actor> {
  const read = memoised((file: string) => objectsIn(files.bytes(file)));
  const below = (one: Kustomization): readonly Kustomization[] =>
    referencesOf(one, listing, files).flatMap((place) => inDirectory.get(place) ?? []);
  const users = new Map<Kustomization, Kustomization[]>();
  for (const one of kustomizations)
    for (const place of referencesOf(one, ['components'], files))
      for (const component of inDirectory.get(place) ?? []) addTo(users, component, one);
  const configurationsOf = configurationsIn(kustomizations, files, { below, using: (one) => users.get(one) ?? [] });
  const listed = (place: string, seen: ReadonlySet<string>): readonly unknown[] => {
    const inside = inDirectory.get(place);
    if (inside === undefined) return read(place);
    if (seen.has(place)) return [];
    return inside.flatMap((one) => {
      const resources = referencesOf(one, ['resources', 'bases'], files);
      return transformersBuilt(
        one.object,
        resources.flatMap((below) => listed(below, new Set([...seen, place]))),
      );
    });
  };
  const actors = new Map<Kustomization, Actor>();
  const wordsOf = (one: Kustomization): Words => ({
    read: (reference) => read(files.resolve(one.directory, reference)),
    inline: inlineObjects,
    configurations: () => configurationsOf(one).flatMap(read),
    renamesBelow: () =>
      closure([one], below).some(
        (other) =>
          other !== one &&
          actors.get(other)?.steps.some((step) => /^name(?:Prefix|Suffix)$/.test(step.kind) || renamesServices(step)),
      ),
    configs: (entry) => {
      const inline = inlineObjects(entry).filter((object) => text(object, 'kind') !== '');
      return inline.length > 0 ? inline : listed(files.resolve(one.directory, entry), new Set());
    },
  });
  for (const one of kustomizations) actors.set(one, actorOf(one, wordsOf(one)));
  return actors;
}

function actorOf(one: Kustomization, words: Words): Actor {
  let steps: readonly Step[] | undefined;
  let flags: Actor['flags'];
  return {
    path: one.path,
    kustomization: one,
    get steps() {
      if (steps !== undefined) return steps;
      // Kustomizations that list each other ask for their steps in turn.
      steps = [];
      steps =
        one.problem === undefined
          ? [...stepsOf(one.object, words), ...remoteComponents(one)]
          : [{ kind: 'unreadable', where: one.path, problem: one.problem }];
      return steps;
    },
    get flags() {
      return (flags ??= flagsNeeded(one.object, words));
    },
    get charts() {
      return chartsInflated(one.object, configsIn(one.object, ['generators'], words));
    },
    get data() {
      return dataGenerated(configsIn(one.object, ['generators'], words));
    },
  };
}

/** A reference that Kustomize reads as the URL of a repository (kustomize api/internal/git, NewRepoSpecFromURL). */
const remote = /:\/\/|^[\w.-]+@[\w.-]+:|^(?:github|gitlab|bitbucket)\.|\?ref=|\.git(?:$|[/?])/;

/** A component in another repository is not read: it may change everything. */
function remoteComponents({ object }: Kustomization): readonly Step[] {
  return list(object, 'components').flatMap((entry, index) =>
    typeof entry === 'string' && remote.test(entry)
      ? [{ kind: 'patch', target: {}, patches: [], where: `components[${index}]` } as const]
      : [],
  );
}

/** What the entries of some lists of a kustomization name, spelled as by `locate`. */
export function referencesOf(one: Kustomization, keys: readonly string[], files: KustomizeFiles): readonly string[] {
  return keys
    .flatMap((key) => list(one.object, key))
    .flatMap((entry) => (typeof entry === 'string' ? [files.resolve(one.directory, entry)] : []));
}

/**
 * The files of `configurations` that count for a kustomization: its own, and those of what it lists, which Kustomize passes
 * on; for a component, those of the kustomizations that use it, too (kustomize api/internal/target/kusttarget.go,
 * accumulateTarget).
 */
function configurationsIn(
  kustomizations: readonly Kustomization[],
  files: KustomizeFiles,
  { below, using }: Record<'below' | 'using', (one: Kustomization) => readonly Kustomization[]>,
): (one: Kustomization) => readonly string[] {
  const own = new Map(kustomizations.map((one) => [one, referencesOf(one, ['configurations'], files)]));
  if ([...own.values()].every((paths) => paths.length === 0)) return () => [];
  return (one) => [...new Set(closure(closure([one], using), below).flatMap((other) => own.get(other) ?? []))];
}
