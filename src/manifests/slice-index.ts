import { addTo, memoisedFor } from '../collections.ts';
import type { Cut, Slice } from '../yaml/cut.ts';
import type { Holds } from '../yaml/name-search.ts';
import { wordsIn } from '../yaml/name-search.ts';
import type { Source } from '../yaml/source.ts';

/** What is found in slices. */
export interface Indexed {
  /** The words that are recorded; a question about others is not answered. */
  readonly words: ReadonlySet<string>;
  /** Slices that matter if they hold one of the words. */
  readonly matters: Holds;
  /** Slices that matter whatever words they hold. */
  readonly always: Holds;
  /** Which slices are examined. */
  readonly within: (cut: Cut) => Iterable<Slice>;
}

/** A search in sources that were indexed; undefined if a source, or a word, has to be searched for. */
export type SliceIndex = (
  source: Source,
  words: ReadonlySet<string>,
  cutOf: (source: Source) => Cut,
) => readonly Slice[] | undefined;

/**
 * Returns a function that finds the slices of a source that matter to some words, in order. It searches a source only once,
 * for all words, when it is asked about it for the third time: sources that few units share are not worth that. Until
 * then, and for words that it does not record, the result is undefined.
 */
export function openSliceIndex(indexed: Indexed): SliceIndex {
  const asked = new WeakMap<Source, number>();
  const slicesOf = memoisedFor((source: Source, cutOf: (source: Source) => Cut) =>
    slicesByWord(cutOf(source), indexed),
  );
  return (source, words, cutOf) => {
    const times = (asked.get(source) ?? 0) + 1;
    asked.set(source, times);
    if (times < 3) return undefined;
    for (const word of words) if (!indexed.words.has(word)) return undefined;
    const slices = slicesOf(source, cutOf);
    const found = new Set(slices.always);
    for (const word of words) for (const slice of slices.byWord.get(word) ?? []) found.add(slice);
    return [...found].sort((a, b) => a.start - b.start);
  };
}

interface SlicesByWord {
  readonly byWord: ReadonlyMap<string, readonly Slice[]>;
  readonly always: readonly Slice[];
}

function slicesByWord(cut: Cut, { words, matters, always, within }: Indexed): SlicesByWord {
  const { bytes } = cut.source;
  const wordsOf = wordsIn(words);
  const found = { byWord: new Map<string, Slice[]>(), always: [] as Slice[] };
  for (const slice of within(cut)) {
    const { start, end } = slice;
    if (always(bytes, start, end)) found.always.push(slice);
    else if (matters(bytes, start, end)) {
      const held = wordsOf(bytes.subarray(start, end));
      if (held === undefined) found.always.push(slice);
      for (const word of held ?? []) addTo(found.byWord, word, slice);
    }
  }
  return found;
}
