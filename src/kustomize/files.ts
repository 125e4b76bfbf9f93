import type { FieldPath, KubernetesObject } from '../kubernetes.ts';

/** A kustomization file, read. */
export interface Kustomization {
  /** As it is shown to the user. */
  readonly path: string;
  /** The directory it stands in, spelled as `KustomizeFiles.locate` does, without `/` at its end. */
  readonly directory: string;
  /** That directory as it is shown: `.`, `overlays/prod`. */
  readonly shown: string;
  /** Empty where the file could not be understood: it then lists and sets nothing. */
  readonly object: KubernetesObject;
  /** The line, from 1, of a field. */
  line(path: FieldPath): number;
}

/** A file as it was found: its text is read when it is asked for. */
export interface FoundFile {
  readonly path: string;
  readonly directory: string;
  readonly bytes: Uint8Array;
}

/** The files around the kustomizations, as far as they have to be known. */
export interface KustomizeFiles {
  /** The one spelling of a file that all others are compared with, of the path that is shown. */
  locate(path: string): string;
  /** The same of what a kustomization in a directory names; a URL becomes a file that is not there. */
  resolve(directory: string, reference: string): string;
  /** The bytes of a file of any path; undefined where there is none, or it cannot be read. Never throws. */
  bytes(file: string): Uint8Array | undefined;
  /** The kustomizations of the call. */
  readonly kustomizations: readonly FoundFile[];
  /** The directories with a Chart.yaml. */
  readonly charts: readonly string[];
  /** The files that may hold a Flux Kustomization or an Argo CD Application. */
  deployers(): readonly FoundFile[];
  /** The directories of the call that hold files, spelled as `locate` does. */
  readonly directories: readonly string[];
  /** The directories that may be the root of the repository of what lies in a directory, likeliest first. */
  roots(directory: string): readonly string[];
}
