import type { FieldPath, KubernetesObject } from '../kubernetes.ts';
import type { UnreadableKustomization } from './unreadable.ts';

/** The names of a kustomization file (kustomize api/konfig, RecognizedKustomizationFileNames), in the order of precedence. */
export const kustomizationNames: ReadonlySet<string> = new Set([
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
]);

/** A kustomization file that was read. */
export interface Kustomization {
  /** As shown to the user. */
  readonly path: string;
  /** Its directory, spelled as by `KustomizeFiles.locate`, without a final `/`. */
  readonly directory: string;
  /** Its directory as shown to the user: `.`, `overlays/prod`. */
  readonly shown: string;
  /** If the file cannot be read, it lists all that may be a path in its text. */
  readonly object: KubernetesObject;
  readonly problem?: UnreadableKustomization;
  /** The line of a field, counted from 1. */
  line(path: FieldPath): number;
}

/** A file that was found; its content is read when it is asked for. */
export interface FoundFile {
  readonly path: string;
  readonly directory: string;
  readonly bytes: Uint8Array;
}

/** Files that are none of a call and may build or deploy its files all the same. */
interface FilesAround {
  readonly kustomizations: readonly FoundFile[];
  /** The directories with a Chart.yaml. */
  readonly charts: readonly string[];
  /** The files that may hold a Flux Kustomization or an Argo CD Application. */
  deployers(): readonly FoundFile[];
}

/** The files that are needed to understand kustomizations. */
export interface KustomizeFiles {
  /** The normal form of a path as shown to the user, by which files are compared. */
  locate(path: string): string;
  /** The normal form of a reference in a kustomization of a directory; a URL becomes a file that does not exist. */
  resolve(directory: string, reference: string): string;
  /** The bytes of a file; undefined if it does not exist or cannot be read. Never throws. */
  bytes(file: string): Uint8Array | undefined;
  /** The kustomizations of the call. */
  readonly kustomizations: readonly FoundFile[];
  /** What is elsewhere in the repositories of the call; absent where it reaches all of them. */
  readonly around?: FilesAround | undefined;
  /** The directories of the call with a Chart.yaml, and those that its files are templates of. */
  readonly charts: readonly string[];
  /** The files of the call that may hold a Flux Kustomization or an Argo CD Application. */
  deployers(): readonly FoundFile[];
  /** The files beside kustomizations with parameters that Argo CD overrides. */
  overrides?(): readonly FoundFile[];
  /** The directories of the call and around it that hold files, spelled as by `locate`. */
  readonly directories: readonly string[];
  /** Whether a file is one of the call, or was passed over on purpose in a directory of the call. */
  holds(place: string): boolean;
  /** The directories that may be the root of the repository of a directory, likeliest first. */
  roots(directory: string): readonly string[];
}

/** The directory that a file or a directory is in, spelled as by `KustomizeFiles.locate`; '' for the topmost. */
export function parentOf(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf('/')));
}
