import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { memoised } from '../../collections.ts';
import { UsageError } from '../host.ts';
import { rulesIn, type Rules } from './gitignore-rules.ts';
import { errorReason } from './paths.ts';
import { directoryAbove, onWindows } from './system-paths.ts';

/**
 * Returns a test whether git ignores a file, by the `.gitignore` files from the root of its repository down to its
 * directory; outside of a repository, from the outermost of `tops` down. Files that the call names are not ignored. Paths
 * are real paths, those of directories with `/` at the end. Loaded only if files were found.
 */
export function gitignore(tops: readonly string[], named: ReadonlySet<string>): (file: string) => boolean {
  const rulesOf = memoised((directory) => readRules(`${directory}.gitignore`));
  const rootOf = memoised((directory): string | undefined => {
    if (isRoot(directory)) return directory;
    const above = directoryAbove(directory);
    return above === directory || above === '' ? undefined : rootOf(above);
  });
  const directories = new Map<string, boolean>();
  return (file) => {
    if (named.has(file)) return false;
    const directory = file.slice(0, file.lastIndexOf('/') + 1);
    return isIgnored(file, rootOf(directory) ?? topOf(tops, directory), { rulesOf, directories });
  };
}

function topOf(tops: readonly string[], directory: string): string {
  const above = tops.filter((top) => directory.startsWith(top));
  return above.reduce((outermost, top) => (top.length < outermost.length ? top : outermost), directory);
}

/** What is known about the directories of a call. */
interface Known {
  readonly rulesOf: (directory: string) => Rules | undefined;
  /** Whether a directory is ignored, itself or because of one above it. */
  readonly directories: Map<string, boolean>;
}

/**
 * In git's order: from the outermost directory to the file; files in an ignored directory cannot be included again
 * (gitignore(5)).
 */
function isIgnored(file: string, root: string, known: Known): boolean {
  let end = root.length;
  while (end < file.length) {
    const slash = file.indexOf('/', end);
    if (slash === -1) return verdict(file, root, known);
    end = slash + 1;
    const directory = file.slice(0, end);
    const ignored = known.directories.get(directory) ?? verdict(directory, root, known);
    known.directories.set(directory, ignored);
    if (ignored) return true;
  }
  return false;
}

/** The nearest `.gitignore` with a rule for a path decides; the path of a directory ends with `/`. */
function verdict(path: string, root: string, { rulesOf }: Known): boolean {
  for (let directory = directoryAbove(path); directory.length >= root.length; directory = directoryAbove(directory)) {
    const decided = rulesOf(directory)?.(path.slice(directory.length));
    if (decided !== undefined) return decided === 'ignored';
    if (directory === '/') break;
  }
  return false;
}

/** Like git, reads nothing through a link, and only regular files. Throws UsageError if one may not be read. */
function readRules(path: string): Rules | undefined {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      if (!fstatSync(descriptor).isFile()) return undefined;
      return rulesIn(readFileSync(descriptor, 'utf8').replace(/^\ufeff/, ''), onWindows);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['EACCES', 'EIO'].includes(String(error.code))) {
      const what = `${path}: ${errorReason(error)}, so it is not known which files git ignores`;
      throw new UsageError(what, 'make it readable, or name the files to convert');
    }
    return undefined; // none, or none that git would read
  }
}

/** A repository has a directory `.git`; a worktree or a submodule has a file of that name. */
function isRoot(directory: string): boolean {
  try {
    statSync(`${directory}.git`);
    return true;
  } catch {
    return false;
  }
}
