import type { Manifest } from '../manifests/manifest.ts';
import type { KustomizedFile, Run } from '../run.ts';
import { pathOf } from './names.ts';

/** The file of an object, and what kustomizations do to it; undefined if there are none. */
export function kustomizedFile(manifest: Manifest, { unit }: Pick<Run, 'unit'>): KustomizedFile | undefined {
  if (unit.fileOfItem !== undefined) return unit.fileOfItem(manifest);
  return unit.kustomize && { kustomize: unit.kustomize, path: pathOf(manifest) };
}
