import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError, type Host } from './host.ts';

/** The bytes of a config file. Throws UsageError if it cannot be read. */
export function readConfigBytes(path: string, host: Host): Uint8Array {
  if (path === '') throw new UsageError('the path of the config file is empty');
  try {
    return readFileSync(resolve(host.cwd, path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path}: the config file cannot be read (${String(code)})`);
  }
}
