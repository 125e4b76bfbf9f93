import { closure } from '../collections.ts';
import { list } from '../kubernetes.ts';
import type { Actor } from './actor.ts';
import { listing } from './actors.ts';
import type { Kustomization, KustomizeFiles } from './files.ts';
import type { Graph } from './graph.ts';
import { shownPath } from './referenced.ts';

/** A file that a kustomization lists. */
interface ListedFile {
  /** Its place, spelled as by `KustomizeFiles.locate`. */
  readonly place: string;
  /** Its path as shown to the user. */
  readonly path: string;
  /** Whether it is one of the call, or was passed over on purpose in a directory of the call. */
  readonly isHeld: boolean;
  /** Its bytes; undefined if it does not exist or cannot be read. */
  readonly bytes: () => Uint8Array | undefined;
}

/** What kustomizations list, whether the call holds it or not. */
export interface ListQueries {
  /**
   * The files that kustomizations list, although they are none of the call, such as those of a base elsewhere, or those
   * beside a file that the call names.
   */
  outside(): readonly ListedFile[];
  /**
   * Returns a test whether a kustomization that a file goes through lists another one that passes a test, directly or through
   * others.
   */
  listedWith(passes: (file: ListedFile) => boolean): (path: string) => boolean;
}

/** Answers from the references between kustomizations; what a file goes through is given. */
export function listQueries(
  graph: Graph,
  files: KustomizeFiles,
  usersOf: (path: string) => readonly Actor[],
): ListQueries {
  const listersIn = (place: string): readonly Kustomization[] =>
    graph.listers(place).flatMap(({ kustomization }) => kustomization ?? []);
  return {
    outside: () => listedFiles(graph, files).filter(({ isHeld, bytes }) => !isHeld && bytes() !== undefined),
    listedWith: (passes) => {
      const found = listedFiles(graph, files).filter(passes);
      const direct = found.flatMap(({ place }) => listersIn(place));
      const listers = new Set(closure(direct, ({ directory }) => listersIn(directory)));
      return (path) => usersOf(path).some(({ kustomization: one }) => one !== undefined && listers.has(one));
    },
  };
}

/** The files that kustomizations list. */
function listedFiles(graph: Graph, files: KustomizeFiles): readonly ListedFile[] {
  return [...graph.mentions].flatMap(([place, mentions]) => {
    const first = mentions.find(({ at: [key] }) => listing.includes(String(key)));
    if (first === undefined || !/\.(?:ya?ml|json)$/.test(place)) return [];
    const [key = '', index = 0] = first.at;
    const entry = list(first.by.object, String(key))[Number(index)];
    const path = shownPath(first.by.shown, String(entry));
    return [{ place, path, isHeld: files.holds(place), bytes: () => files.bytes(place) }];
  });
}
