import { readFileSync, statSync } from 'node:fs';

/**
 * The bytes of a file that is no manifest, or of a pipe such as that of `<(…)`. Throws the error of the system, or an Error if
 * it is a device: `/dev/zero` has no end.
 */
export function readFileOrPipe(path: string): Uint8Array {
  const status = statSync(path);
  if (status.isCharacterDevice() || status.isBlockDevice()) throw new Error('is a device, not a file or a pipe');
  return readFileSync(path);
}
