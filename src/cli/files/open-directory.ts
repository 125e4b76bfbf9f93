import { closeSync, constants, fstatSync, lstatSync, openSync, readlinkSync } from 'node:fs';
import { onWindows, realPathOf } from './system-paths.ts';

/**
 * Runs a step in a directory that is kept open, so that a symbolic link put in its place meanwhile has no effect; the
 * step gets a path to it (proc(5): /proc/self/fd). Throws if the path to the directory has a symbolic link. On systems
 * without such paths, the directory is only checked before.
 */
export function within<T>(directory: string, step: (path: string) => T): T {
  const descriptor = openDirectory(directory);
  try {
    const path = `/proc/self/fd/${descriptor}`;
    const found = linkOf(path);
    if (found !== directory && !isSame(descriptor, directory)) throw movedError();
    return step(found === undefined ? directory : path);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Whether a path leads to an open directory without a symbolic link: for systems that show it under another name, or
 * none.
 */
function isSame(descriptor: number, directory: string): boolean {
  if (realPathOf(directory) !== directory) return false;
  const [one, other] = [fstatSync(descriptor, { bigint: true }), lstatSync(directory, { bigint: true })];
  return one.ino === other.ino && one.dev === other.dev;
}

function linkOf(path: string): string | undefined {
  if (onWindows) return undefined;
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}

function openDirectory(directory: string): number {
  try {
    // Windows has neither flag: there they are undefined and count as 0.
    return openSync(directory, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ENOTDIR' || code === 'ELOOP' ? movedError() : error;
  }
}

/** The error for a path that led elsewhere when it was read. */
export function movedError(): Error {
  return new Error('the path now leads to another directory than when it was read');
}
