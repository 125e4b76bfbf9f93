import { existsSync, realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/**
 * Whether paths are those of Windows: with a drive or a share, `\` as separator, and without a difference between upper
 * and lower case.
 */
export const onWindows = sep === '\\';

/**
 * A path with `/` as separator, which Windows accepts too: all paths in the program, and all that are shown, are of
 * this form.
 */
export function slashed(path: string): string {
  return onWindows ? path.replaceAll('\\', '/') : path;
}

/** The path of a directory with `/` at its end. */
export function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** The directory above another one, both with `/` at their end: `/` above itself, '' above a drive of Windows. */
export function directoryAbove(directory: string): string {
  return directory.slice(0, directory.lastIndexOf('/', directory.length - 2) + 1);
}

/** An absolute path, as `slashed`. */
export function absolute(directory: string, path: string): string {
  return slashed(resolve(directory, path));
}

/** The path without symbolic links and with the case on disk, as `slashed`. Throws the errors of the file system. */
export function realPathOf(path: string): string {
  return slashed(realpathSync.native(path));
}

/** The same; the path itself if it has no real one, as that of a file that does not exist. */
export function realPathOrItself(path: string): string {
  try {
    return realPathOf(path);
  } catch {
    return path;
  }
}

/** The nearest directory at or above another one that has `.git`, below the root of the file system; undefined if none has. */
export function repositoryOf(directory: string): string | undefined {
  for (let at = directory; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
    if (existsSync(`${at}/.git`)) return at;
  return undefined;
}
