import type { Pair, YAMLMap, YAMLSeq } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';
import type { Comments, Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { FlowSurroundings } from './flow.ts';

/**
 * Changes collections in the style in which they are written: `block-editor.ts` in lines, `flow-editor.ts` in brackets;
 * `editors.ts` chooses. Its edits change nothing else of the text. Whether a change is possible is asked before, in
 * `fields.ts`.
 */
export interface Editor {
  /** Whether the values that it prints have lines of their own, with room for comments. */
  readonly hasLines: boolean;
  /** A new object, written like the one of a manifest. Comments are printed only where there are lines. */
  print(manifest: Manifest, value: Value, comments?: Comments): string;
  /** Where the text of a manifest ends that another one replaces. */
  end(manifest: Manifest): number;
  /** Adds a last key to a mapping. */
  addKey(manifest: Manifest, map: YAMLMap.Parsed, key: string, printed: ValueWithComments): readonly Edit[];
  /** Replaces the value of a pair of a mapping. `colon`: the end of the colon of the pair. */
  setValue(manifest: Manifest, map: YAMLMap.Parsed, place: PairPlace, printed: ValueWithComments): readonly Edit[];
  /** Takes a pair out of a mapping in which another one stays. */
  removePair(manifest: Manifest, map: YAMLMap.Parsed, pair: Pair): readonly Edit[];
  /** Adds entries at the end of a list that has some. */
  addEntries(manifest: Manifest, list: YAMLSeq.Parsed, values: readonly Value[]): readonly Edit[];
  /** Puts objects after a manifest in its list, as `print` wrote them. `isOpen`: without the line end or comma of the last. */
  insertAfter(manifest: Manifest, printed: readonly string[], isOpen: boolean): readonly Edit[];
  /** Takes manifests out of their list; a list that is left empty is written `[]`. */
  removeEntries(list: YAMLSeq.Parsed, gone: readonly Manifest[], around: Surroundings): readonly Edit[];
}

/** What is around entries that are removed. `withComments`: whether the comments above and below them go, too. */
type Surroundings = Required<FlowSurroundings> & { readonly withComments: boolean };

/** A value to print; the comments only where it has lines of its own. */
export interface ValueWithComments {
  readonly value: Value;
  readonly comments: Comments;
}

/** A pair of a mapping, and the end of its colon. */
export interface PairPlace {
  readonly pair: Pair;
  readonly colon: number;
}
