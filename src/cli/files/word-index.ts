import { addTo } from '../../collections.ts';
import { compareByPath, type FileSource } from './search.ts';

/** Which files hold which words. */
export interface WordIndex {
  /** Adds a source with the words that it holds; undefined if an escape may hide any of them. */
  add(source: FileSource, words: ReadonlySet<string> | undefined): WordIndex;
  /** The sources that may hold one of these words, in the order of paths, each once. */
  holding(words: ReadonlySet<string>): readonly FileSource[];
}

/** An empty index. */
export function openWordIndex(): WordIndex {
  const byWord = new Map<string, FileSource[]>();
  const hiding: FileSource[] = [];
  const index: WordIndex = {
    add(source, words) {
      if (words === undefined) hiding.push(source);
      for (const word of words ?? []) addTo(byWord, word, source);
      return index;
    },
    holding(words) {
      const found = new Set(hiding);
      for (const word of words) for (const source of byWord.get(word) ?? []) found.add(source);
      return [...found].sort(compareByPath);
    },
  };
  return index;
}
