import type { FieldPath } from '../kubernetes.ts';
import { text } from '../kubernetes.ts';
import { formerNames } from './former-names.ts';
import type { Manifest } from './manifest.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';

/** A split that was read, and the manifest it came from. */
export interface LocatedSplit {
  readonly manifest: Manifest;
  readonly split: TrafficSplit;
  /** The name of the apex before Kustomize renamed the Service; other manifests may still use it. */
  readonly formerApex?: string;
  /** Backends that a finding already names because they have no Service. */
  readonly unanswered?: readonly string[];
  /**
   * Whether the manifest is a ServiceProfile that is converted like a TrafficSplit; it cannot stay beside its route.
   */
  readonly isProfile?: true;
}

/** The names of the apex: as it is deployed, and as it is written if Kustomize renames it. */
export function apexNames({ split, formerApex }: LocatedSplit): readonly string[] {
  return formerApex === undefined ? [split.apex] : [split.apex, formerApex];
}

/** The names of a split: its own, and those that it had before Kustomize renamed it. */
export function splitNames({ manifest, split }: LocatedSplit): readonly string[] {
  const former = formerNames(manifest.object);
  return former.length === 0 ? [split.name] : [...new Set([split.name, ...former])];
}

/** The field that names the apex: of a profile its name. */
export function apexField({ isProfile }: Pick<LocatedSplit, 'isProfile'>): FieldPath {
  return isProfile === true ? ['metadata', 'name'] : ['spec', 'service'];
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
