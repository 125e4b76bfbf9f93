import { resolve } from 'node:path';
import { readFileOrPipe } from './file-or-pipe.ts';
import { errorReason } from './files/paths.ts';
import { UsageError, type Host } from './host.ts';

/** The bytes of a config file. Throws UsageError if it cannot be read. */
export function readConfigBytes(path: string, host: Host): Uint8Array {
  if (path === '') throw new UsageError('the path of the config file is empty');
  try {
    return readFileOrPipe(resolve(host.cwd, path));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EISDIR') throw new UsageError(`${path}: the config file is a directory`, 'name the file in it');
    throw new UsageError(
      `${path}: the config file ${code === undefined ? message : `cannot be read: ${errorReason(error)}`}`,
    );
  }
}
