import { append } from '../collections.ts';
import type { Actor } from './actor.ts';
import { isReadFrom } from './directory-sources.ts';
import { parentOf } from './files.ts';

/** Of more Applications that differ in what they exclude of a directory, the first readers of a file stand for all: none changes it. */
const mostReaders = 50;

/**
 * The Applications that read a file as one of a directory of manifests, by what reads each directory. Files that the same ones
 * read share one list, and what is computed of it.
 */
export function readersIn(read: ReadonlyMap<string, readonly Actor[]>): (file: string) => readonly Actor[] {
  const numbers = new Map([...read.values()].flat().map((actor, index) => [actor, index]));
  const lists = new Map<string, readonly Actor[]>();
  return (file) => {
    const found: Actor[] = [];
    for (let at = parentOf(file); at !== '' && read.size > 0; at = parentOf(at))
      append(found, firstReaders(read.get(at) ?? [], file.slice(at.length + 1)));
    const key = found.map((actor) => numbers.get(actor)).join();
    const known = lists.get(key) ?? found;
    lists.set(key, known);
    return known;
  };
}

/**
 * Those that read a file. Of Applications with several sources each counts, as what is beside the file is not the same; so does
 * each without an exclusion: another file of its pattern may be read by it alone.
 */
function firstReaders(readers: readonly Actor[], path: string): readonly Actor[] {
  const found: Actor[] = [];
  let excluding = 0;
  for (const actor of readers) {
    const { bundle, files } = actor.deployer ?? {};
    const isExcluding = bundle === undefined && files?.exclude !== '';
    if ((isExcluding && excluding === mostReaders) || !isReadFrom(files, path)) continue;
    excluding += isExcluding ? 1 : 0;
    found.push(actor);
  }
  return found;
}
