import { readdirSync } from 'node:fs';
import { groupBy, memoisedFor, once } from '../../collections.ts';
import type { Options } from '../../config/config.ts';
import { kindsThatMatter } from '../../manifests/searches.ts';
import { holdsTrafficSplit } from '../../yaml/byte-search.ts';
import { anyOf } from '../../yaml/name-search.ts';
import type { Call, Unit } from '../../run.ts';
import { holdsDeployer, searchCall, type CallSearch } from './call-search.ts';
import { joinedFiles, without } from './joined-files.ts';
import { isManifestName } from './file-names.ts';
import { exclusionTest, type PathProblem } from './paths.ts';
import type { Kustomize } from '../../kustomize/kustomize.ts';
import { kustomizeOf } from './read-kustomizations.ts';
import { repositoryAround } from './repository-around.ts';
import { compareByPath, search, type FileSource } from './search.ts';
import type { Folder, Tree } from './tree.ts';

/** A unit of files. */
interface FileUnit extends Unit {
  readonly sources: readonly FileSource[];
}

/** The units of a call with files, and the search of its files. */
interface FileCall extends Call {
  readonly units: readonly FileUnit[];
}

/** The files of a call that were found by a search. */
export interface FoundSources {
  readonly tree: Tree;
  readonly sources: readonly FileSource[];
  /** Whether .gitignore excludes a real path; files that the call names are not excluded. */
  readonly ignored: (file: string) => boolean;
}

/**
 * The units of a call with files, one for each home of a file that was found, sorted by the path of their first file.
 * References of kustomizations that cannot be opened are added to the problems when they are followed.
 */
export function callOf(
  foundSources: FoundSources,
  cwd: string,
  target: Options['target'],
  problems: PathProblem[],
): FileCall {
  const { tree, sources: hits } = foundSources;
  const deployers = (): readonly FileSource[] => found?.deployers ?? search(tree.folders, holdsDeployer).sources;
  const isExcluded = exclusionTest(tree.starts);
  const isWhole = wholeTest(tree, isExcluded);
  const kustomize = kustomizeOf({ tree, around: repositoryAround(tree, cwd) }, cwd, deployers, problems);
  const lacksSplit = once(() =>
    kustomize.listedWith(({ place, path, isHeld, bytes }) => {
      if (isHeld && !isExcluded(place, path) && !foundSources.ignored(place)) return false;
      const content = bytes();
      return content !== undefined && holdsTrafficSplit(content, 0, content.length);
    }),
  );
  const wanted = (source: FileSource): boolean => !foundSources.ignored(source.file);
  const kinds = kindsThatMatter(target);
  const outside = once(() => foldersOutside(tree, kustomize, isExcluded));
  const outsidePaths = once(() => new Set(pathsIn(outside())));
  const linkPaths = once(() => new Set(pathsIn(tree.unread)));
  let found: CallSearch | undefined;
  let joined: ReturnType<typeof joinedFiles> | undefined;
  const homes = once(() => new Map((found?.found ?? []).map(({ path, folder }) => [path, folder.home])));
  const units = [...groupBy(hits.filter(wanted), ({ folder }) => folder.home)].map(([home, sources]): FileUnit => {
    const paths = sources.map(({ path }) => path);
    return {
      sources,
      around: (names, marks) => {
        const own = found?.inUnit(home, new Set([...names, ...marks])) ?? [];
        // The contents of another unit matter only if a kustomization of the call deploys both.
        const others = joined?.(names, { home, paths }) ?? [];
        return [without(own, others), ...others];
      },
      together: false,
      whole: sources.every(({ folder }) => isWhole(folder)),
      kustomize,
      lacksSplit: (path) => lacksSplit()(path),
      isOutside: (path) => outsidePaths().has(path),
      isLink: (path) => linkPaths().has(path),
      inUnit: (path) => (homes().get(path) ?? home) === home,
      beside: besideOf(sources),
      servicesLike: () => found?.services(home) ?? [],
    };
  });
  return {
    units,
    search: (words, inAnyKind) => {
      found = searchCall({ folders: [...tree.folders, ...outside()], hits, wanted, kinds, inAnyKind }, words);
      joined = joinedFiles(kustomize, found);
      return found.found;
    },
    clusterDomains: () => found?.clusterDomains ?? new Map(),
  };
}

/** Returns a test whether the call holds all manifests of a directory: those that a `!pattern` excludes may hold a split. */
function wholeTest({ starts }: Tree, isExcluded: ReturnType<typeof exclusionTest>): (folder: Folder) => boolean {
  if (starts.every(({ excludes }) => excludes === undefined)) return ({ whole }) => whole;
  return memoisedFor(({ whole, actual, shown }) => {
    const lacks = (name: string): boolean => isManifestName(name) && isExcluded(actual + name, shown + name);
    try {
      return whole && !readdirSync(actual).some(lacks);
    } catch {
      return false;
    }
  });
}

/** The files outside of the call that are facts all the same: those that kustomizations list, and those behind links. */
function foldersOutside(
  { unread }: Tree,
  kustomize: Kustomize,
  isExcluded: ReturnType<typeof exclusionTest>,
): readonly Folder[] {
  const listed = kustomize.outside().filter(({ place, path }) => !isExcluded(place, path));
  const places = new Set(listed.map(({ place }) => place));
  return [...listed.map(folderOf), ...unread.filter(({ target = '' }) => !places.has(target))];
}

/** The paths of the files of folders, as shown. */
function pathsIn(folders: readonly Folder[]): readonly string[] {
  return folders.flatMap(({ shown, names }) => names.map((name) => shown + name));
}

/** A file outside of the call as one of a directory of its own: it is read, and belongs to no unit of the call. */
function folderOf({ place, path }: ReturnType<Kustomize['outside']>[number]): Folder {
  const [actual, shown] = [place, path].map((one) => one.slice(0, one.lastIndexOf('/') + 1));
  const names = [path.slice((shown ?? '').length)];
  const home = actual ?? '';
  return {
    shown: shown ?? '',
    actual: home,
    target: place,
    names,
    kustomizations: [],
    chart: false,
    home,
    whole: false,
  };
}

const holdsNamespace = anyOf(new Set(['namespace', 'Namespace']));

/**
 * The files in the directory of a split that hold a namespace. Searched only if a split has none, once for each
 * directory; files that were read before are not opened again.
 */
function besideOf(sources: readonly FileSource[]): (path: string) => readonly FileSource[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const read = groupBy(sources, ({ folder }) => folder);
  const searched = memoisedFor((folder: Folder) => withNamespace(folder, read.get(folder) ?? []));
  return (path) => {
    const folder = byPath.get(path)?.folder;
    return folder === undefined ? [] : searched(folder);
  };
}

function withNamespace(folder: Folder, read: readonly FileSource[]): readonly FileSource[] {
  const paths = new Set(read.map(({ path }) => path));
  const others = folder.names.filter((name) => !paths.has(folder.shown + name));
  return [...read, ...search([{ ...folder, names: others }], holdsNamespace).sources];
}

/** Everything that is printed is deployed together, so it is a single unit. */
export function printedUnit(sources: readonly FileSource[]): FileUnit {
  const sorted = [...sources].sort(compareByPath);
  const folders = once(() => groupBy(sorted, ({ path }) => directoryOf(path)));
  return {
    sources: sorted,
    around: () => [sorted],
    together: true,
    printed: true,
    beside: (path) => folders().get(directoryOf(path)) ?? [],
  };
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
