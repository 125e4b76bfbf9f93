import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { UsageError } from '../host.ts';
import { rulesIn, type Rules } from './gitignore-rules.ts';
import { errorReason } from './paths.ts';
import { onWindows } from './system-paths.ts';

/**
 * Returns a test whether git ignores a file, by the `.gitignore` files from the root of its repository down to its
 * directory; outside of a repository, from the outermost of `tops` down. Files that the call names are not ignored. Paths
 * are real paths, those of directories with `/` at the end. Loaded only if files were found.
 */
export function gitignore(tops: readonly string[], named: ReadonlySet<string>): (file: string) => boolean {
  const rules = new Map<string, Rules | undefined>();
  const directories = new Map<string, boolean>();
  const roots = new Map<string, string | undefined>();
  return (file) => {
    if (named.has(file)) return false;
    const directory = file.slice(0, file.lastIndexOf('/') + 1);
    const root = gitRoot(directory, roots) ?? topOf(tops, directory);
    return isIgnored(file, root, { rules, directories });
  };
}

function topOf(tops: readonly string[], directory: string): string {
  const above = tops.filter((top) => directory.startsWith(top));
  return above.reduce((outermost, top) => (top.length < outermost.length ? top : outermost), directory);
}

/** What is known about the directories of a call. */
interface Known {
  readonly rules: Map<string, Rules | undefined>;
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
    if (slash === -1) return verdict(file, root, known.rules);
    end = slash + 1;
    const directory = file.slice(0, end);
    const ignored = known.directories.get(directory) ?? verdict(directory, root, known.rules);
    known.directories.set(directory, ignored);
    if (ignored) return true;
  }
  return false;
}

/** The nearest `.gitignore` with a rule for a path decides; the path of a directory ends with `/`. */
function verdict(path: string, root: string, rules: Map<string, Rules | undefined>): boolean {
  for (let directory = parent(path); directory.length >= root.length; directory = parent(directory)) {
    const decided = rulesOfDirectory(directory, rules)?.(path.slice(directory.length));
    if (decided !== undefined) return decided === 'ignored';
    if (directory === '/') break;
  }
  return false;
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

function rulesOfDirectory(directory: string, rules: Map<string, Rules | undefined>): Rules | undefined {
  if (!rules.has(directory)) rules.set(directory, readRules(`${directory}.gitignore`));
  return rules.get(directory);
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

function gitRoot(directory: string, roots: Map<string, string | undefined>): string | undefined {
  if (roots.has(directory)) return roots.get(directory);
  const above = parent(directory);
  const root = isRoot(directory) ? directory : above === directory || above === '' ? undefined : gitRoot(above, roots);
  roots.set(directory, root);
  return root;
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
