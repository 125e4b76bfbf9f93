import type { PathProblem, Start } from './paths.ts';

/** The files of one directory, stored as names: a tree of 100,000 files must fit into 70 MB. */
export interface Folder {
  /** What comes before a name in the path that is shown: '', `k8s/`. */
  readonly shown: string;
  /** What comes before a name in the real path on disk, without symbolic links. */
  readonly actual: string;
  /** The files to search. */
  readonly names: readonly string[];
  /** The kustomization files of the directory. */
  readonly kustomizations: readonly string[];
  /** The other files beside a kustomization, which are not searched; it may list them all the same. */
  readonly others?: readonly string[];
  readonly chart: boolean;
  /** The unit of the files: a real directory with `/` at its end, or `named`. */
  readonly home: string;
  /** Whether the directory, or one above it, was named by the call: a pattern passes through others too. */
  readonly whole: boolean;
  /** The real path of the only file, if the call named a file: a link may have another name than its target. */
  readonly target?: string;
}

/** What was found under the paths of a call. */
export interface Tree {
  readonly folders: readonly Folder[];
  /** The real paths of files that the call names: .gitignore does not apply to them. */
  readonly named: ReadonlySet<string>;
  /** The real directories where walks start, each with `/` at its end. */
  readonly roots: readonly string[];
  /** The paths of the call. */
  readonly starts: readonly Start[];
  /** Temporary files of a killed run, as shown; they are not read. */
  readonly leftovers: readonly string[];
  /**
   * Links to files that are not read by another path, each as a folder of its own, where links are not written: a file may have
   * several.
   */
  readonly unread: readonly Folder[];
  readonly problems: readonly PathProblem[];
}

/** The real path of a file of a folder. */
export function filePathOf({ actual, target }: Pick<Folder, 'actual' | 'target'>, name: string): string {
  return target ?? actual + name;
}

/** The home of files that the call names: they count as one directory. */
export const named = '';
