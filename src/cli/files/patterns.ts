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
      globbySync(withoutLineEnds(withGroupedMarks(notNegated(pattern))), {
        cwd,
        ignore: exclusions
          .map((exclusion) => withoutLineEnds(withGroupedMarks(withPlainMark(exclusion))))
          .flatMap((exclusion) => [exclusion, `${exclusion}/**`]),
        dot: true,
        followSymbolicLinks: false,
        onlyFiles: false,
        expandDirectories: false,
        suppressErrors: true,
        fs: { readdirSync: expandedPaths },
      }).map(withLineEnds),
    ),
  literal: (path) => (path === '' ? '' : convertPathToPattern(path)),
};

/** globby takes `!` at the start for an exclusion, also that of a negated group: `!(a|b)`. */
function notNegated(pattern: string): string {
  return pattern.startsWith('!(') ? `./${pattern}` : withPlainMark(pattern);
}

/** A pattern that begins with `!`, as `./!x` does without `./`, is a negation for globby; on Windows a backslash escapes none. */
function withPlainMark(pattern: string): string {
  return pattern.replace(/^!(?!\()/, '@(!)');
}

/** `?` as `@(\?|?)`, which means the same: glob-parent takes a name that is special by `?` alone for that of a directory. */
function withGroupedMarks(pattern: string): string {
  return pattern.replace(/\\.|\[[^\]]*\]|(?<!\()\?(?!\()/g, (found) => (found === '?' ? String.raw`@(\?|?)` : found));
}

/**
 * A text in which a lone surrogate stands for each line end, because `**` of globby crosses none. No name that Node reads
 * has a lone surrogate.
 */
function withoutLineEnds(text: string): string {
  return text.replace(/[\n\r\u2028\u2029]/g, (end) => String.fromCharCode(0xd800 + (end.charCodeAt(0) % 0x100)));
}

function withLineEnds(text: string): string {
  return text.replace(/[\ud80a\ud80d\ud828\ud829](?![\udc00-\udfff])/g, (standIn) => {
    const low = standIn.charCodeAt(0) - 0xd800;
    return String.fromCharCode(low < 0x20 ? low : 0x2000 + low);
  });
}

function expandedPaths(directory: string): string[];
function expandedPaths(directory: string, options: { withFileTypes: true }): Dirent[];
function expandedPaths(directory: string, options?: { withFileTypes: true }): string[] | Dirent[] {
  const path = withLineEnds(directory);
  if (options === undefined) return readdirSync(path).map(withoutLineEnds);
  const entries = readdirSync(path, options).filter((entry) => !(entry.isDirectory() && isSkipped(entry.name)));
  for (const entry of entries) entry.name = withoutLineEnds(entry.name);
  return entries;
}
