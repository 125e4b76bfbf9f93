import { isAbsolute, relative } from 'node:path';
import { memoised, once } from '../../collections.ts';
import type { FoundFile } from '../../kustomize/files.ts';
import { holdsDeployer } from './call-search.ts';
import { exclusionTest, type Start } from './paths.ts';
import { search } from './search.ts';
import { directoryAbove, realPathOrItself, repositoryOf, slashed } from './system-paths.ts';
import { filePathOf, type Folder, type Tree } from './tree.ts';
import { walk } from './walk.ts';

/**
 * What may build or deploy the files of a call from elsewhere in their repository, which the paths of the call do not reach.
 * What these exclude is not in it.
 */
export interface RepositoryAround {
  /** The directories, with the names of their kustomizations. */
  readonly folders: readonly Folder[];
  /** The files that may hold something of Flux or Argo CD. */
  deployers(): readonly FoundFile[];
}

/** Looks around the paths of a call: in the directories of their repositories that none of them is or is above. */
export function repositoryAround(tree: Tree, cwd: string): RepositoryAround {
  const walked = new Set(tree.starts.filter(({ kind }) => kind === 'directory').map(({ actual }) => actual));
  const isWalked = memoised(
    (directory: string): boolean =>
      walked.has(directory) || (directory.length > 1 && isWalked(directoryAbove(directory))),
  );
  const repositories = new Map<string, Start>();
  const rootOf = memoised(repositoryOf);
  for (const start of tree.starts) {
    const root = rootOf(start.actual.slice(0, start.actual.lastIndexOf('/')));
    if (root !== undefined && !isWalked(`${root}/`) && !repositories.has(root)) repositories.set(root, start);
  }
  const isExcluded = exclusionTest(tree.starts);
  const isRead = ({ actual, shown }: Folder, name: string): boolean => !isExcluded(actual + name, shown + name);
  const known = knownFiles(tree);
  // One walk, in which a repository inside another one is found once.
  const roots = Array.from(repositories, ([root, start]) => shownRoot(root, start, cwd));
  const folders = walk(cwd, roots)
    .folders.filter(
      ({ actual, names, kustomizations }) => names.length + kustomizations.length > 0 && !isWalked(actual),
    )
    .map((folder) => {
      const names = folder.names.filter((name) => !known().has(folder.actual + name));
      const kustomizations = folder.kustomizations.filter((name) => isRead(folder, name));
      return { ...folder, names, kustomizations };
    });
  return {
    folders,
    deployers: () =>
      search(folders, holdsDeployer)
        .sources.filter(({ folder, path }) => isRead(folder, path.slice(folder.shown.length)))
        .map(({ path, bytes, folder }) => ({ path, bytes, directory: folder.actual.slice(0, -1) })),
  };
}

/** The directory as a call names it: from the working directory, or in full as the path of the call. */
function shownRoot(root: string, { path }: Start, cwd: string): string {
  return isAbsolute(path) ? root : slashed(relative(realPathOrItself(cwd), root)) || '.';
}

/** Returns the files that a call holds, by their real paths. */
function knownFiles({ folders }: Tree): () => ReadonlySet<string> {
  return once(() => new Set(folders.flatMap((one) => one.names.map((name) => filePathOf(one, name)))));
}
