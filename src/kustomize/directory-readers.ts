import { append } from '../collections.ts';
import type { Actor } from './actor.ts';
import { isReadFrom } from './directory-sources.ts';
import { parentOf } from './files.ts';

/** How many Applications the lists hold in all while each is whole: a thousand that each exclude another file are a square. */
const mostKept = 20_000;

/**
 * How many Applications of one directory a list holds after that. None of them changes a file, but what only the others give it,
 * such as a namespace or a file beside it, is then not seen.
 */
const mostReaders = 50;

/**
 * The Applications that read a file as one of a directory of manifests, by what reads each directory. Files that the same ones
 * read share one list, and what is computed of it.
 */
export function readersIn(read: ReadonlyMap<string, readonly Actor[]>): (file: string) => readonly Actor[] {
  const numbers = new Map([...read.values()].flat().map((actor, index) => [actor, index]));
  const lists = new Map<string, readonly Actor[]>();
  let left = mostKept;
  return (file) => {
    const found = readersOf(file, read, left > 0 ? Infinity : mostReaders);
    const key = found.map((actor) => numbers.get(actor)).join();
    const known = lists.get(key);
    if (known !== undefined) return known;
    left -= found.length;
    lists.set(key, found);
    return found;
  };
}

function readersOf(file: string, read: ReadonlyMap<string, readonly Actor[]>, most: number): readonly Actor[] {
  const found: Actor[] = [];
  for (let at = parentOf(file); at !== '' && read.size > 0; at = parentOf(at))
    append(found, firstReaders(read.get(at) ?? [], file.slice(at.length + 1), most));
  return found;
}

/** The first of those that read a file, and all that have several sources: what is beside the file is not the same for them. */
function firstReaders(readers: readonly Actor[], path: string, most: number): readonly Actor[] {
  const found: Actor[] = [];
  let alone = 0;
  for (const actor of readers) {
    const isAlone = actor.deployer?.bundle === undefined;
    if ((isAlone && alone === most) || !isReadFrom(actor.deployer?.files, path)) continue;
    alone += isAlone ? 1 : 0;
    found.push(actor);
  }
  return found;
}
