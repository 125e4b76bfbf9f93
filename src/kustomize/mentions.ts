import { addTo, closure } from '../collections.ts';
import { list, text, type FieldPath } from '../kubernetes.ts';
import { actorsOf, byDirectory, listing } from './actors.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import { dataFile } from './generated-data.ts';
import { inlineObjects, isComponent, readKustomization } from './read.ts';
import { patching } from './steps.ts';

/** A place in a kustomization that names a file or a directory. */
export interface Mention {
  readonly by: Kustomization;
  readonly at: FieldPath;
}

/** What names each file or directory, spelled as by `KustomizeFiles.locate`. */
export type Mentions = ReadonlyMap<string, readonly Mention[]>;

/** Each entry has a list of files (kustomize api/types/kvpairsources.go). */
const generating = ['configMapGenerator', 'secretGenerator'];
const namingFields = ['replacements', 'generators', 'transformers', 'validators', 'configurations', 'crds'];

/** All that kustomizations name. */
export function mentionsIn(kustomizations: readonly Kustomization[], files: KustomizeFiles): Mentions {
  const mentions = new Map<string, Mention[]>();
  for (const by of kustomizations) {
    const add = (reference: string, at: FieldPath): void => {
      if (reference === '' || reference.includes('\n') || inlineObjects(reference).length > 0) return;
      addTo(mentions, files.resolve(by.directory, reference), { by, at });
    };
    for (const key of [...listing, ...patching, ...namingFields])
      for (const [index, entry] of list(by.object, key).entries())
        add(typeof entry === 'string' ? entry : text(entry, 'path'), [key, index]);
    for (const key of generating)
      for (const [index, entry] of list(by.object, key).entries())
        for (const [place, file] of list(entry, 'files').entries()) add(dataFile(file), [key, index, 'files', place]);
  }
  return mentions;
}

/**
 * The kustomizations of a call, and those elsewhere in its repository that name its files and directories, or files with a
 * deployer, or inflate its charts, directly or through others; and components, which a deployer may add, with those that cannot
 * be read and may be one. The rest of a repository has nothing to do with the call.
 */
export function withNaming(found: readonly Kustomization[], files: KustomizeFiles): readonly Kustomization[] {
  const { around } = files;
  if (around === undefined || around.kustomizations.length === 0) return found;
  const known = new Set(found.map(({ directory }) => directory));
  const others = around.kustomizations.filter(({ directory }) => !known.has(directory)).map(readKustomization);
  const mentions = mentionsIn(others, files);
  const deploying = new Set(around.deployers().map(({ path }) => files.locate(path)));
  const isMeant = (place: string): boolean => known.has(place) || files.holds(place) || deploying.has(place);
  const naming = [...mentions].flatMap(([place, all]) => (isMeant(place) ? all.map(({ by }) => by) : []));
  const above = closure([...naming, ...inflatingAny(files.charts, others, files)], ({ directory }) =>
    (mentions.get(directory) ?? []).map(({ by }) => by),
  );
  const components = others.filter((one) => isComponent(one) || one.problem !== undefined);
  return [...found, ...new Set([...above, ...components])];
}

/** The kustomizations that inflate one of some charts. */
function inflatingAny(
  charts: readonly string[],
  kustomizations: readonly Kustomization[],
  files: KustomizeFiles,
): readonly Kustomization[] {
  if (charts.length === 0) return [];
  const sought = new Set(charts);
  const actors = actorsOf(kustomizations, byDirectory(kustomizations), files);
  return kustomizations.filter((one) =>
    actors.get(one)?.charts?.some(({ directory }) => sought.has(files.resolve(one.directory, directory))),
  );
}
