import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';

/** The name of a manifest, for a message. */
export function nameOf({ object }: Manifest): string {
  return text(object, 'metadata', 'name') || text(object, 'metadata', 'generateName') || '(no name)';
}

/** The path of the source that holds a manifest. */
export function pathOf(manifest: Manifest): string {
  return manifest.page.slice.source.path;
}

/** The directory of a path, with `/` at its end; '' for a file in the working directory. */
export function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
