import { list } from '../kubernetes.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import { kustomizationNames } from './files.ts';
import { inlineObjects, readKustomization } from './read.ts';

/**
 * The kustomizations of a call, and those in the directories that they name outside of the files of the call, such as a base
 * elsewhere, or a component in a directory with a leading dot: Kustomize applies them all the same.
 */
export function withReferenced(found: readonly Kustomization[], files: KustomizeFiles): readonly Kustomization[] {
  const all = [...found];
  const known = new Set(found.map(({ directory }) => directory));
  for (const [index, one] of all.entries()) {
    const keys = ['components', 'resources', 'bases', ...(index < found.length ? ['transformers'] : [])];
    for (const entry of keys.flatMap((key) => list(one.object, key))) {
      if (typeof entry !== 'string' || entry.includes('\n') || isManifest.test(entry)) continue;
      if (inlineObjects(entry).length > 0) continue;
      const directory = files.resolve(one.directory, entry);
      if (known.has(directory)) continue;
      known.add(directory);
      const name = [...kustomizationNames].find((file) => files.bytes(`${directory}/${file}`) !== undefined);
      const bytes = name === undefined ? undefined : files.bytes(`${directory}/${name}`);
      if (name !== undefined && bytes !== undefined)
        all.push(readKustomization({ path: `${shownPath(one.shown, entry)}/${name}`, directory, bytes }));
    }
  }
  return all;
}

/** The name of a file, not of a directory: looked for as one, each file of a call would cost three failures to open it. */
const isManifest = /^[^\n{:]*\.(?:ya?ml|json)$/;

/** A reference from a directory as shown to the user. */
export function shownPath(from: string, reference: string): string {
  const parts: string[] = [];
  for (const part of `${from}/${reference}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part);
  }
  return parts.join('/');
}
