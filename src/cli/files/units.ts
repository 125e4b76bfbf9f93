import type { Unit } from '../../convert.ts';
import { anyOf } from '../../yaml/byte-search.ts';
import { kustomizeOf } from './read-kustomizations.ts';
import { byPath, search, type FileSource } from './search.ts';
import type { Folder, Tree } from './walk.ts';

/** A unit whose sources are files. */
export interface FileUnit extends Unit {
  readonly sources: readonly FileSource[];
  around(names: ReadonlySet<string>): readonly FileSource[];
}

/** What beside a split can matter to it. */
const holdsKind = anyOf(
  new Set(['ServiceProfile', 'Service', 'HTTPRoute', 'GRPCRoute', 'Canary', 'Rollout', 'AppProject']),
);

/**
 * The units of a call in files mode, one for each home of a file that was hit, sorted by the path of its first
 * file. `ignored` tells whether .gitignore excludes a real path; files that are named are not asked about.
 */
export function unitsOf(
  tree: Tree,
  hits: readonly FileSource[],
  cwd: string,
  ignored: (file: string) => boolean,
): readonly FileUnit[] {
  const kustomize = kustomizeOf(tree, cwd);
  const wanted = (source: FileSource): boolean => tree.named.has(source.file) || !ignored(source.file);
  const folders = grouped(tree.folders, ({ home }) => home);
  const homes = grouped(hits.filter(wanted), ({ folder }) => folder.home);
  return [...homes].map(([home, sources]) => {
    const own = folders.get(home) ?? [];
    const joined = (source: FileSource): boolean => sources.some(({ path }) => kustomize.together(path, source.path));
    const mine = (source: FileSource): boolean => source.folder.home === home || joined(source);
    // What another unit holds matters only where a kustomization of the call deploys both.
    const reach = tree.folders.some((folder) => folder.kustomizations.length > 0) ? tree.folders : own;
    const around = aroundOf(reach, sources, (source) => mine(source) && wanted(source));
    const paths = new Map<string, boolean>();
    const note = (found: readonly FileSource[]): readonly FileSource[] => {
      for (const source of found) paths.set(source.path, source.folder.home === home);
      return found;
    };
    const inUnit = (path: string): boolean => paths.get(path) ?? true;
    return { sources, around: (names) => note(around(names)), together: false, kustomize, inUnit };
  });
}

/** Map.groupBy, which Node 20 does not have. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}

/** Searches the files of a unit; what was read before is given again as the same object, so that edits meet. */
function aroundOf(folders: readonly Folder[], sources: readonly FileSource[], wanted: (source: FileSource) => boolean) {
  const known = new Map(sources.map((source) => [source.file, source]));
  return (names: ReadonlySet<string>): readonly FileSource[] => {
    // A profile with overrides matters under any name: it may have lost its split, or its names may disagree.
    const words = new Set([...names, 'dstOverrides']);
    const holdsWord = anyOf(words);
    const found = search(folders, (bytes, start, end) => holdsKind(bytes, start, end) && holdsWord(bytes, start, end));
    const fresh = found.sources.filter((source) => !known.has(source.file) && wanted(source));
    for (const source of fresh) known.set(source.file, source);
    return found.sources.map(({ file }) => known.get(file)).filter((source) => source !== undefined);
  };
}

/** Everything that is printed: deployed together, so one unit that answers from itself. */
export function printedUnit(sources: readonly FileSource[]): FileUnit {
  const sorted = [...sources].sort(byPath);
  return { sources: sorted, around: () => sorted, together: true, printed: true };
}
