import { kindsThatMatter } from '../../manifests/searches.ts';
import { anyOf, wordsIn } from '../../yaml/byte-search.ts';
import { byPath, search, type FileSource } from './search.ts';
import type { Folder } from './walk.ts';

/** The files of a call that hold a kind that matters and one of the words of one search. */
export interface CallSearch {
  /** Searches all files; what was read before is given again as the same object, so that edits meet. */
  search(words: ReadonlySet<string>): readonly FileSource[];
  /** Of what was found, the files that may hold one of these words, in any unit. */
  holding(words: ReadonlySet<string>): readonly FileSource[];
  /** Of what was found, the files of a unit that may hold one of these words. */
  inUnit(home: string, words: ReadonlySet<string>): readonly FileSource[];
}

/** A profile with overrides matters under any name: it may have lost its split, or its names may disagree. */
const overrides = 'dstOverrides';
const holdsKind = anyOf(new Set(kindsThatMatter));

/** Opens the search of a call; `wanted` tells whether a file counts. */
export function openCallSearch(
  folders: readonly Folder[],
  sources: readonly FileSource[],
  wanted: (source: FileSource) => boolean,
): CallSearch {
  const known = new Map(sources.map((source) => [source.file, source]));
  let found: readonly FileSource[] = [];
  let all = openWordIndex();
  let byUnit = new Map<string, WordIndex>();
  return {
    search(words) {
      const sought = new Set([...words, overrides]);
      const [holdsWord, wordsOf] = [anyOf(sought), wordsIn(sought)];
      const hits = search(folders, (bytes, start, end) => holdsKind(bytes, start, end) && holdsWord(bytes, start, end));
      found = hits.sources.filter(wanted).map((source) => known.get(source.file) ?? source);
      [all, byUnit] = [openWordIndex(), new Map<string, WordIndex>()];
      for (const source of found) {
        const held = wordsOf(source.bytes);
        all.add(source, held);
        const unit = byUnit.get(source.folder.home) ?? openWordIndex();
        byUnit.set(source.folder.home, unit.add(source, held));
      }
      return found;
    },
    holding: (words) => all.holding(words),
    inUnit: (home, words) => byUnit.get(home)?.holding(new Set([...words, overrides])) ?? [],
  };
}

interface WordIndex {
  /** Adds a source with the words it holds; undefined: an escape may hide any of them. */
  add(source: FileSource, words: ReadonlySet<string> | undefined): WordIndex;
  /** In the order of paths, each once. */
  holding(words: ReadonlySet<string>): readonly FileSource[];
}

function openWordIndex(): WordIndex {
  const byWord = new Map<string, FileSource[]>();
  const hiding: FileSource[] = [];
  const index: WordIndex = {
    add(source, words) {
      if (words === undefined) hiding.push(source);
      for (const word of words ?? []) {
        const same = byWord.get(word);
        if (same === undefined) byWord.set(word, [source]);
        else same.push(source);
      }
      return index;
    },
    holding(words) {
      const found = new Set(hiding);
      for (const word of words) for (const source of byWord.get(word) ?? []) found.add(source);
      return [...found].sort(byPath);
    },
  };
  return index;
}
