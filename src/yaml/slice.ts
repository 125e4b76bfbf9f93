import type { Range, Source } from './source.ts';

/**
 * What a slice holds: one or more documents; one value of a stream of JSON; one entry of a list with its dash; or the
 * text around the entries.
 */
export type SlicePart = 'documents' | 'json' | 'entry' | 'envelope';

/**
 * A part of a source, in bytes, that the YAML library can read alone. The slices of a source cover it without overlap.
 */
export interface Slice extends Range {
  readonly source: Source;
  readonly part: SlicePart;
  /** A part of the slice that is left out: the entries, if the envelope is read in one piece. */
  readonly gap?: Range;
  /** The list of an entry. */
  readonly list?: List;
}

/** A list that is cut at its entries. */
export interface List {
  readonly size: number;
  /**
   * The text above the first entry, and `colon`: the offset after the colon of the list's key, in bytes of the source.
   */
  readonly head: Slice;
  readonly colon: number;
}
