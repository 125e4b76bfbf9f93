import { memoised } from '../../collections.ts';
import { lstatSync, readdirSync, statSync, type Dirent, type Stats } from 'node:fs';
import { patternCost } from './pattern-cost.ts';
import { absolute, realPathOrItself, withSlash } from './system-paths.ts';

/** A path of the call with an error: exit code 2, but the other paths are handled. */
export interface PathProblem {
  /** As the user wrote it, or as shown for a path below that. */
  readonly path: string;
  /** One line, without a full stop. */
  readonly message: string;
}

/** The library of glob patterns, loaded only where a path of the call is one: `cli/files/patterns.ts`. */
export interface Patterns {
  /**
   * The paths that a pattern matches, directories too, less those that one of the exclusions matches or that lie below one.
   * Throws for a pattern that cannot be read.
   */
  expand(cwd: string, pattern: string, exclusions: readonly string[]): ReadonlySet<string>;
  /** The pattern that matches a path as it is written. */
  literal(path: string): string;
}

/** Whether a directory of this name is passed over, unless a path of the call leads into it. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Where a walk starts for a path of the call. */
export interface Start {
  readonly kind: 'file' | 'directory' | 'pattern';
  readonly path: string;
  readonly shown: string;
  readonly actual: string;
  /** How many directories below the start a pattern can reach. */
  readonly depth: number;
  /** The paths that a pattern matches, as named below the start; absent for files and directories. */
  readonly matched?: ReadonlySet<string>;
  /** The paths that no `!pattern` of the call excludes, as named below the start; absent where there is none. */
  readonly kept?: ReadonlySet<string>;
  /** Whether a `!pattern` of the call excludes a path, wherever it is; absent where there is none. */
  readonly excludes?: (path: string) => boolean;
}

/** Whether a path of the call is an exclusion; `!(a|b)` is an ordinary pattern. */
function isExclusion(path: string): boolean {
  return /^!(?!\(|!*$)/.test(path);
}

/**
 * Where to walk for the paths of a call. A `!pattern` excludes from the paths before it, as in globby; excluded files
 * are not read.
 */
export function startsOf(
  cwd: string,
  paths: readonly string[],
  patterns: Patterns | undefined,
  problems: PathProblem[],
): readonly Start[] {
  const excludes = (path: string): boolean => patterns !== undefined && isExclusion(path) && isPattern(cwd, path);
  if (paths.every(excludes)) problems.push({ path: paths[0] ?? '', message: 'excludes files, but no path is given' });
  const usable = paths.filter((path) => {
    const problem = isPattern(cwd, path) ? patternProblem(cwd, path, patterns) : undefined;
    if (problem !== undefined) problems.push({ path, message: problem });
    return problem === undefined;
  });
  // Without one of its exclusions a call would change files that it is not meant to.
  if (usable.filter(excludes).length < paths.filter(excludes).length) return [];
  return usable.flatMap((path, index) => {
    if (excludes(path)) return [];
    const exclusions = usable
      .slice(index + 1)
      .filter(excludes)
      .map(exclusionPattern);
    const excluded = patterns && { patterns, exclusions };
    const start = startOf(cwd, path, excluded, problems);
    if (start === undefined || excluded === undefined || exclusions.length === 0) return start ?? [];
    const isExcluded = memoised((one) => keptOf(cwd, one, excluded)?.size === 0);
    return start.kind === 'file' && isExcluded(path) ? [] : { ...start, excludes: isExcluded };
  });
}

/** Why a pattern cannot be used; undefined where it can. */
function patternProblem(cwd: string, path: string, patterns: Patterns | undefined): string | undefined {
  const cost = patternCost(path);
  if (cost !== undefined) return `is a pattern with ${cost}`;
  try {
    patterns?.expand(cwd, '.', [exclusionPattern(path)]);
    return undefined;
  } catch {
    return 'cannot be read as a pattern';
  }
}

/** The glob pattern of a `!pattern`; any other pattern as it is. */
function exclusionPattern(exclusion: string): string {
  const pattern = tidied(exclusion.replace(/^(?:!(?!\())*/, '')).replace(/\/+$/, '');
  return pattern === '' || pattern === '.' ? '**' : pattern;
}

/** Whether a path that does not exist is a glob pattern; a file with exactly that name takes precedence. */
export function isPattern(cwd: string, path: string): boolean {
  return (isExclusion(path) || /[*?[{]|[!+@]\(/.test(path)) && statusOf(absolute(cwd, path)) === undefined;
}

/** A directory below the start of a walk. */
interface Below {
  readonly shown: string;
  readonly actual: string;
}

/** The entries of a directory that nothing excludes; none, with a problem, if it cannot be read. */
export function directoryEntries(place: Below, start: Start, problems: PathProblem[]): readonly Dirent[] {
  try {
    const entries = readdirSync(place.actual, { withFileTypes: true });
    if (start.kept === undefined) return entries;
    return entries.filter(({ name }) => start.kept?.has(belowStart(place, start) + name) !== false);
  } catch (error) {
    // Where a pattern starts there may be nothing: then it matches no file. What cannot be read may hold some.
    const isStart = start.matched !== undefined && place.actual === start.actual;
    if (!isStart || !['ENOENT', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code)))
      problems.push({ path: place.shown === '' ? '.' : place.shown.slice(0, -1), message: errorReason(error) });
    return [];
  }
}

/** A directory as seen from the start of its walk, with `/` at its end. */
export function belowStart({ shown }: Below, start: Start): string {
  return shown.slice(start.shown.length);
}

/** Returns a test whether the call excludes a file, by its real path, and the path as shown. */
export function exclusionTest(starts: readonly Start[]): (file: string, path: string) => boolean {
  const excluding = starts.filter(({ kept }) => kept !== undefined);
  // An exclusion is one of all paths before it, so that the first path has all of them.
  const [first] = starts;
  return (file, path) => {
    const isBelow = ({ actual }: Start): boolean => file.startsWith(actual);
    const around = excluding.filter(isBelow);
    if (around.length === 0) return first?.excludes?.(path) === true;
    return around.some(({ actual, kept }) => kept?.has(file.slice(actual.length)) === false);
  };
}

/** What excludes from a path of the call, and the library that reads it. */
interface Exclusions {
  readonly patterns: Patterns;
  readonly exclusions: readonly string[];
}

/** Finds out what a path is on disk; undefined, with a problem, if it cannot be read. */
function startOf(
  cwd: string,
  path: string,
  excluded: Exclusions | undefined,
  problems: PathProblem[],
): Start | undefined {
  const status = path === '' ? undefined : statusOf(absolute(cwd, path));
  if (status === undefined && excluded !== undefined && isPattern(cwd, path)) return patternStart(cwd, path, excluded);
  const problem = status === undefined ? missing(absolute(cwd, path), path) : unservable(status, path);
  if (problem !== undefined || status === undefined) {
    problems.push({ path, message: problem ?? 'no such file or directory' });
    return undefined;
  }
  const actual = realPathOrItself(absolute(cwd, path));
  if (status.isFile()) return { kind: 'file', path, shown: path, actual, depth: 0 };
  const shown = shownFolder(path);
  const kept = excluded && keptOf(cwd, shown, excluded);
  return { kind: 'directory', path, shown, actual: withSlash(actual), depth: Infinity, ...(kept && { kept }) };
}

/** What nothing excludes below a directory, or the file itself; undefined where there are no exclusions. */
function keptOf(cwd: string, path: string, { patterns, exclusions }: Exclusions): ReadonlySet<string> | undefined {
  if (exclusions.length === 0) return undefined;
  const prefix = tidied(path);
  const below = prefix === '' || prefix.endsWith('/') ? '**' : '';
  return relativeTo(prefix, patterns.expand(cwd, patterns.literal(prefix) + below, exclusions));
}

/** Paths as they are named below a directory. */
function relativeTo(directory: string, paths: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(Array.from(paths, (path) => (path.startsWith(directory) ? path.slice(directory.length) : path)));
}

/** A path without double slashes and without names that are `.`, which globby does not answer with. */
function tidied(path: string): string {
  return path
    .replace(/(?!^)\/{2,}/g, '/')
    .replace(/\/(?:\.(?:\/|$))+/g, '/')
    .replace(/^(?:\.\/)+/, '');
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function missing(path: string, given: string): string {
  if (given === '') return 'the path is empty';
  try {
    if (lstatSync(path).isSymbolicLink()) statSync(path);
    return 'cannot be read';
  } catch (error) {
    return errorReason(error);
  }
}

/** Why a path cannot be opened, for a problem: it is neither a file nor a directory. */
export function unservable(status: Stats, path = ''): string | undefined {
  if (status.isFile()) return path.endsWith('/') ? 'not a directory' : undefined;
  if (status.isDirectory()) return undefined;
  const what = status.isFIFO() ? 'a FIFO' : status.isSocket() ? 'a socket' : 'a device';
  return `is ${what}, not a file or directory`;
}

/** The readable part of a system error: `permission denied` of `EACCES: permission denied, open '/x'`. */
export function errorReason(error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && path?.includes('\ufffd') === true) return 'the path is not UTF-8';
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z][A-Z0-9_]*: ([^,\n]+)/.exec(message)?.[1] ?? message;
}

/** `.` is shown as nothing, any other directory as the user wrote it. */
function shownFolder(path: string): string {
  return /^(?:\.\/*)$/.test(path) ? '' : withSlash(path.replace(/\/+$/, ''));
}

/** A pattern as a walk from the directory before its first special character. */
function patternStart(cwd: string, path: string, excluded: Exclusions): Start {
  const pattern = tidied(path);
  const fixed = /^(?:[^*?[\]{}()!+@\\]*\/)?/.exec(pattern)?.[0] ?? '';
  const rest = pattern.slice(fixed.length);
  const depth = /\*\*|[{(\\]/.test(rest) ? Infinity : rest.split('/').length - 1;
  const actual = withSlash(realPathOrItself(absolute(cwd, fixed === '' ? '.' : fixed)));
  const matched = relativeTo(fixed, excluded.patterns.expand(cwd, pattern, excluded.exclusions));
  const kept = keptOf(cwd, fixed, excluded);
  return { kind: 'pattern', path, shown: fixed, actual, depth, matched, ...(kept && { kept }) };
}
