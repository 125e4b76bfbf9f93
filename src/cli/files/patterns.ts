import { readdirSync, type Dirent } from 'node:fs';
import { convertPathToPattern, globbySync } from 'globby';
import { isSkipped, type Patterns } from './paths.ts';

/**
 * Glob patterns as globby reads them (https://github.com/sindresorhus/globby#readme): `*` stays within a name, `**` crosses
 * directories. Names with a leading dot match like others, links are not followed, and the directories that a walk skips are
 * skipped here.
 */
export const patterns: Patterns = {
  expand: (cwd, pattern, exclusions) =>
    new Set(
      globbySync(withGroupedMarks(notNegated(pattern)), {
        cwd,
        ignore: exclusions.map(withGroupedMarks).flatMap((exclusion) => [exclusion, `${exclusion}/**`]),
        dot: true,
        followSymbolicLinks: false,
        onlyFiles: false,
        expandDirectories: false,
        suppressErrors: true,
        fs: { readdirSync: expandedPaths },
      }),
    ),
  literal: (path) => (path === '' ? '' : convertPathToPattern(path)),
};

/** globby takes `!` at the start for an exclusion, also that of a negated group: `!(a|b)`. */
function notNegated(pattern: string): string {
  return pattern.startsWith('!') ? `./${pattern}` : pattern;
}

/** `?` as `@(\?|?)`, which means the same: glob-parent takes a name that is special by `?` alone for that of a directory. */
function withGroupedMarks(pattern: string): string {
  return pattern.replace(/\\.|\[[^\]]*\]|(?<!\()\?(?!\()/g, (found) => (found === '?' ? String.raw`@(\?|?)` : found));
}

function expandedPaths(directory: string): string[];
function expandedPaths(directory: string, options: { withFileTypes: true }): Dirent[];
function expandedPaths(directory: string, options?: { withFileTypes: true }): string[] | Dirent[] {
  if (options === undefined) return readdirSync(directory);
  return readdirSync(directory, options).filter((entry) => !(entry.isDirectory() && isSkipped(entry.name)));
}
