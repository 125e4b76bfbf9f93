import { list } from '../kubernetes.ts';
import { listing } from './actors.ts';
import type { KustomizeFiles } from './files.ts';
import type { Graph } from './graph.ts';
import { shownPath } from './referenced.ts';

/** A file outside of the call that a kustomization lists. */
interface OutsideFile {
  /** Its place, spelled as by `KustomizeFiles.locate`. */
  readonly place: string;
  /** Its path as shown to the user. */
  readonly path: string;
}

/**
 * The files that kustomizations list, although they are none of the call, such as those of a base elsewhere, or those beside
 * a file that the call names.
 */
export function outsideFiles(graph: Graph, files: KustomizeFiles): readonly OutsideFile[] {
  return [...graph.mentions].flatMap(([place, mentions]) => {
    const [first] = mentions.filter(({ at: [key] }) => listing.includes(String(key)));
    if (first === undefined || files.holds(place)) return [];
    const [key = '', index = 0] = first.at;
    const entry = list(first.by.object, String(key))[Number(index)];
    const isFile = /\.(?:ya?ml|json)$/.test(place) && files.bytes(place) !== undefined;
    return isFile ? [{ place, path: shownPath(first.by.shown, String(entry)) }] : [];
  });
}
