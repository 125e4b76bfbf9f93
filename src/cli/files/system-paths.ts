import { realpathSync } from 'node:fs';
import { resolve, sep } from 'node:path';

/** Whether paths are those of Windows: with a drive or a share, `\` between names, and upper and lower case the same. */
export const onWindows = sep === '\\';

/** A path with `/` between its names, which Windows takes too: so are all paths inside, and all that are shown. */
export function slashed(path: string): string {
  return onWindows ? path.replaceAll('\\', '/') : path;
}

/** An absolute path, as `slashed`. */
export function absolute(directory: string, path: string): string {
  return slashed(resolve(directory, path));
}

/** The path without symbolic links and in the case that the disk has, as `slashed`. Throws what the file system says. */
export function realPathOf(path: string): string {
  return slashed(realpathSync.native(path));
}
