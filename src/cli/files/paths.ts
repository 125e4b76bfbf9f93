import { lstatSync, statSync, type Stats } from 'node:fs';
import { absolute, realPathOf } from './system-paths.ts';

/** A path of the call that cannot be served: exit 2, and the rest goes on. */
export interface PathProblem {
  /** As the user wrote it, or as it is shown for a path below one. */
  readonly path: string;
  /** One line, no full stop. */
  readonly message: string;
}

/** Makes a test on paths out of a glob pattern; `cli/glob.ts` has one. */
export type Matcher = (pattern: string) => (path: string) => boolean;

/** What a path of the call means: where a walk begins. */
export interface Start {
  readonly kind: 'file' | 'directory' | 'pattern';
  readonly path: string;
  readonly shown: string;
  readonly actual: string;
  /** Which paths below the start a pattern means. */
  readonly matches?: (path: string) => boolean;
  /** How many directories below the start a pattern can reach. */
  readonly depth: number;
  /** Whether a path, as it is shown, is excluded by a `!pattern` of the call; absent where there is none. */
  readonly excluded?: (shown: string) => boolean;
}

/** Whether a path of the call excludes what it matches; `!(a|b)` is a pattern like others. */
export function isExclusion(path: string): boolean {
  return /^!(?!\()/.test(path);
}

/** What the paths of a call mean: where walks begin, less what `!pattern` excludes, which is not looked at. */
export function startsOf(
  cwd: string,
  paths: readonly string[],
  matcher: Matcher | undefined,
  problems: PathProblem[],
): readonly Start[] {
  const excludes = (path: string): boolean => matcher !== undefined && isExclusion(path) && isPattern(cwd, path);
  const meant = paths.filter((path) => !excludes(path));
  const excluded = matcher && exclusionOf(cwd, paths.filter(excludes), matcher, problems);
  if (meant.length === 0 && problems.length === 0)
    problems.push({ path: paths[0] ?? '', message: 'excludes files, but no path is given' });
  const starts = meant.flatMap((path) => startOf(cwd, path, matcher, problems));
  if (excluded === undefined) return starts;
  return starts.filter(({ shown }) => !excluded(shown)).map((start) => ({ ...start, excluded }));
}

/** A test whether a path, or a directory above it, matches one of some `!patterns`; undefined where there are none. */
function exclusionOf(
  cwd: string,
  exclusions: readonly string[],
  matcher: Matcher,
  problems: PathProblem[],
): ((shown: string) => boolean) | undefined {
  if (exclusions.length === 0) return undefined;
  const tests = exclusions.flatMap((exclusion) => {
    const pattern = exclusion.slice(1).replace(/^(?:\.\/+)+|\/+$/g, '');
    const matches = matcherOf(pattern, exclusion, matcher, problems);
    return matches === undefined ? [] : [{ matches, rooted: pattern.startsWith('/') }];
  });
  return (shown) => {
    const path = shown.replace(/^(?:\.\/+)+|\/+$/g, '');
    const full = absolute(cwd, path);
    return tests.some(({ matches, rooted }) => prefixesOf(rooted ? full : path).some((one) => matches(one)));
  };
}

/** A path and the directories above it. */
function prefixesOf(path: string): readonly string[] {
  const slashes = Array.from(path.matchAll(/(?<=.)\//g), ({ index }) => path.slice(0, index));
  return [...slashes, path];
}

/** The test of a pattern; undefined, and a problem, for one that cannot be read, or would be tried in too many ways. */
function matcherOf(
  pattern: string,
  path: string,
  matcher: Matcher,
  problems: PathProblem[],
): ((path: string) => boolean) | undefined {
  const costly = pattern.split('/').some((name) => (name.match(/\*+|\+\(|\{/g)?.length ?? 0) > mostStars);
  if (costly || pattern.split('**').length > mostStars + 1) {
    problems.push({ path, message: `is a pattern with more than ${mostStars} * in one name, or as many **` });
    return undefined;
  }
  try {
    return matcher(pattern);
  } catch {
    problems.push({ path, message: 'cannot be read as a pattern' });
    return undefined;
  }
}

/** A pattern is tried in as many ways as a name has letters, to the power of its stars. */
const mostStars = 4;

/** Whether a path that names nothing is a glob pattern; a file that exists under the very name wins over the pattern. */
export function isPattern(cwd: string, path: string): boolean {
  return (isExclusion(path) || /[*?[{]|[!+@]\(/.test(path)) && statusOf(absolute(cwd, path)) === undefined;
}

/** Tells what a path is, on disk; nothing, and a problem, where it is nothing that can be read. */
function startOf(cwd: string, path: string, matcher: Matcher | undefined, problems: PathProblem[]): readonly Start[] {
  const status = path === '' ? undefined : statusOf(absolute(cwd, path));
  if (status === undefined && matcher !== undefined && isPattern(cwd, path))
    return patternOf(cwd, path, matcher, problems);
  const problem = status === undefined ? missing(absolute(cwd, path), path) : unservable(status, path);
  if (problem !== undefined || status === undefined) {
    problems.push({ path, message: problem ?? 'no such file or directory' });
    return [];
  }
  const actual = realOr(absolute(cwd, path));
  if (status.isFile()) return [{ kind: 'file', path, shown: path, actual, depth: 0 }];
  return [{ kind: 'directory', path, shown: shownFolder(path), actual: withSlash(actual), depth: Infinity }];
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
    return reason(error);
  }
}

function unservable(status: Stats, path: string): string | undefined {
  if (status.isFile()) return path.endsWith('/') ? 'not a directory' : undefined;
  if (status.isDirectory()) return undefined;
  const what = status.isFIFO() ? 'a FIFO' : status.isSocket() ? 'a socket' : 'a device';
  return `is ${what}, not a file or directory`;
}

/** The part of a system error that is for people: `permission denied` of `EACCES: permission denied, open '/x'`. */
export function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z][A-Z0-9_]*: ([^,\n]+)/.exec(message)?.[1] ?? message;
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** `.` is shown as nothing, any other directory as the user wrote it. */
function shownFolder(path: string): string {
  return /^(?:\.\/*)$/.test(path) ? '' : withSlash(path.replace(/\/+$/, ''));
}

/** A pattern as a walk from the directory before its first special character. */
function patternOf(cwd: string, path: string, matcher: Matcher, problems: PathProblem[]): readonly Start[] {
  const pattern = path.replace(/^(?:\.\/+)+/, '');
  const fixed = /^(?:[^*?[\]{}()!+@\\]*\/)?/.exec(pattern)?.[0] ?? '';
  const rest = pattern.slice(fixed.length);
  const depth = /\*\*|[{(\\]/.test(rest) ? Infinity : rest.split('/').length - 1;
  const actual = withSlash(realOr(absolute(cwd, fixed === '' ? '.' : fixed)));
  const matches = matcherOf(rest, path, matcher, problems);
  return matches === undefined ? [] : [{ kind: 'pattern', path, shown: fixed, actual, matches, depth }];
}

function realOr(path: string): string {
  try {
    return realPathOf(path);
  } catch {
    return path;
  }
}
