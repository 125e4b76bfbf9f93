import { closure, memoised } from '../collections.ts';
import { list, text } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import { inlineObjects, objectsIn } from './read.ts';
import type { Step, Words } from './step.ts';
import { stepsOf } from './steps.ts';
import { transformersBuilt } from './transformers.ts';

/** The lists of a kustomization whose entries are what it builds; `bases` is an older form of the first. */
export const listing: readonly string[] = ['resources', 'bases', 'components'];

/** Kustomizations by their directories, spelled as `KustomizeFiles.locate` does. */
type InDirectory = ReadonlyMap<string, readonly Kustomization[]>;

/** The kustomizations with their steps, which are read once, when they are asked for. */
export function actorsOf(
  kustomizations: readonly Kustomization[],
  inDirectory: InDirectory,
  files: KustomizeFiles,
): ReadonlyMap<Kustomization, Actor> {
  const read = memoised((file: string) => objectsIn(files.bytes(file)));
  const configurationsOf = configurationsIn(kustomizations, inDirectory, files);
  const listed = (place: string, seen: ReadonlySet<string>): readonly unknown[] => {
    const inside = inDirectory.get(place);
    if (inside === undefined) return read(place);
    if (seen.has(place)) return [];
    return inside.flatMap(({ object, directory }) => {
      const resources = list(object, 'resources').flatMap((entry) =>
        typeof entry === 'string' ? listed(files.resolve(directory, entry), new Set([...seen, place])) : [],
      );
      return transformersBuilt(object, resources);
    });
  };
  const actors = kustomizations.map((one): readonly [Kustomization, Actor] => {
    const words: Words = {
      read: (reference) => read(files.resolve(one.directory, reference)),
      inline: inlineObjects,
      configurations: () => configurationsOf(one).flatMap(read),
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

/**
 * The files of `configurations` that count for a kustomization: its own, and those of what it lists, which Kustomize
 * passes on (kustomize api/internal/target/kusttarget.go, accumulateTarget).
 */
function configurationsIn(
  kustomizations: readonly Kustomization[],
  inDirectory: InDirectory,
  files: KustomizeFiles,
): (one: Kustomization) => readonly string[] {
  const named = (one: Kustomization, keys: readonly string[]): readonly string[] =>
    keys
      .flatMap((key) => list(one.object, key))
      .flatMap((entry) => (typeof entry === 'string' ? [files.resolve(one.directory, entry)] : []));
  const own = new Map(kustomizations.map((one) => [one, named(one, ['configurations'])]));
  if ([...own.values()].every((paths) => paths.length === 0)) return () => [];
  return (top) => {
    const built = closure([top], (one) => named(one, listing).flatMap((place) => inDirectory.get(place) ?? []));
    return [...new Set(built.flatMap((one) => own.get(one) ?? []))];
  };
}
