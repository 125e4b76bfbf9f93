import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Source } from '../../src/yaml/source.ts';

const root = process.env.SMI2LINKERD_CORPUS ?? '';

/** Whether the corpus of real manifests is there; a test that needs it says so where it is not. */
export const present = existsSync(join(root, 'fidelity'));

/** Says that a test over the corpus is skipped, and why. */
export function warnIfAbsent(what: string): void {
  if (!present) console.warn(`SKIPPED: SMI2LINKERD_CORPUS names no corpus, so ${what}`);
}

/** The files of a folder of the corpus, in order; its index and licence are no manifests. */
export function corpusFiles(folder: string): readonly Source[] {
  const top = join(root, folder);
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^(?:index\.tsv|License)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(root, path), bytes: readFileSync(path) }));
}
