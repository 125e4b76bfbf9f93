import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';
import { pathOf } from './names.ts';

/** The namespace of a split, or the one that all of its kustomizations give to what has none; '' if that is not known. */
export function namespaceGiven({ manifest, split }: LocatedSplit, { unit }: Pick<Run, 'unit'>): string {
  return split.namespace === '' ? (unit.kustomize?.namespace(pathOf(manifest))?.value ?? '') : split.namespace;
}
