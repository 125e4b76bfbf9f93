import type { FieldPath } from '../kubernetes.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from './manifest.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';

/** A split that was read, and the manifest it came from. */
export interface LocatedSplit {
  readonly manifest: Manifest;
  readonly split: TrafficSplit;
  /** The names that the split and its Services had before Kustomize renamed them: other manifests may still use these. */
  readonly formerNames?: readonly string[];
  /** Backends that a finding already names because they have no Service. */
  readonly unanswered?: readonly string[];
  /**
   * Whether the manifest is a ServiceProfile that is converted like a TrafficSplit; it cannot stay beside its route.
   */
  readonly isProfile?: true;
}

/** The field that names the apex: of a profile its name. */
export function apexField({ isProfile }: Pick<LocatedSplit, 'isProfile'>): FieldPath {
  return isProfile === true ? ['metadata', 'name'] : ['spec', 'service'];
}

/** The place of that field, for a finding. */
export function atApex(placed: LocatedSplit): { readonly manifest: Manifest; readonly field: FieldPath } {
  return { manifest: placed.manifest, field: apexField(placed) };
}

/** The field that names a backend. */
export function backendField({ isProfile }: Pick<LocatedSplit, 'isProfile'>, index: number): FieldPath {
  return isProfile === true ? ['spec', 'dstOverrides', index, 'authority'] : ['spec', 'backends', index, 'service'];
}

/** What is converted, as a message of another object names it. */
export function titleOfSplit({ manifest, split }: LocatedSplit): string {
  const name = text(manifest.object, 'metadata', 'name');
  return `${text(manifest.object, 'kind')} ${name || split.apex}`;
}
