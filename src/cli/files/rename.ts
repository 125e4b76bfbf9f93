import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { onWindows } from './system-paths.ts';

/** How many times, and after how many milliseconds, a rename is tried again on Windows. */
const again = { times: 40, pause: 25 };

/**
 * Windows refuses to replace a file that another program has open without sharing it. Virus scanners and indexers do so
 * for a moment after a file was created, so the rename is tried for a second.
 */
export function renameOver(from: string, to: string): void {
  for (let attempts = 1; ; attempts += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (!onWindows || !['EPERM', 'EACCES', 'EBUSY'].includes(code ?? '')) throw error;
      if (attempts === again.times) throw new Error('another program holds the file open', { cause: error });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, again.pause);
    }
  }
}

/** Makes the renames durable; on file systems that cannot, the files are complete anyway. */
export function syncDirectory(directory: string): void {
  try {
    const descriptor = openSync(directory, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // not all file systems can
  }
}
