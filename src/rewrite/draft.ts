import { append } from '../collections.ts';
import type { WayIn } from '../config/advice.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Comments } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Intents } from './intents.ts';
import { noIntents } from './intents.ts';
import { droppedComments, lostComments } from './refusals.ts';
import type { Dropped, SplitComments } from './split-comments.ts';
import { isForTool, misplacedAbove } from './tool-comments.ts';

/** An object for a split of a typed list, with the comments of the split if that is removed. */
export interface Outside {
  readonly split: Manifest;
  readonly objects: readonly object[];
  readonly comments?: Comments;
}

/** What is written, and for whom. */
export interface Setting {
  /** True if the sources are printed as one stream. */
  readonly printed?: boolean | undefined;
  /** How the program was called; a command if absent. */
  readonly way?: WayIn | undefined;
}

/** The result of the changes so far. */
export interface Draft extends Setting {
  readonly edits: Edit[];
  readonly problems: Diagnostic[];
  readonly intents: Intents;
  /** Splits that are removed, without another object in their place. */
  readonly removed: Manifest[];
  /** Objects to be written outside of lists that may hold only TrafficSplits (TrafficSplitList). */
  readonly outside: Outside[];
  /** The comments of splits that were lost where their other comments were moved. */
  readonly carried: Map<Manifest, Dropped>;
  readonly refused: Set<Manifest>;
  /** Profiles that cannot be changed. */
  readonly unchangeable: Set<Manifest>;
  /** Separators that are removed with a split, or with the list of splits. */
  readonly separators: Map<Manifest, Edit>;
  /** Splits and lists whose place is taken by what ends the text, without a last line end. */
  readonly open: Set<Manifest>;
  /** The nodes of entries of lists that were written beside their split, and are taken out with it. */
  readonly taken: Set<unknown>;
  /** Flow lists that get a new last entry before the last ones, which are removed. */
  readonly ends: Set<Manifest['parent']>;
  /** The nodes of removed flow entries that directly follow what is inserted after a comma and its comment. */
  readonly followers: Set<unknown>;
}

/** A draft in which nothing is changed yet. */
export function newDraft(setting: Setting): Draft {
  return {
    ...setting,
    edits: [],
    problems: [],
    intents: noIntents(),
    removed: [],
    outside: [],
    carried: new Map(),
    refused: new Set(),
    unchangeable: new Set(),
    separators: new Map(),
    open: new Set(),
    taken: new Set(),
    ends: new Set(),
    followers: new Set(),
  };
}

/** Comments that are left out, and lines for tools above what is removed; findings name them. */
export function dropComments(
  split: Manifest,
  { misplaced, lost }: Dropped,
  { edits, problems }: Draft,
  isRemoved: boolean,
): void {
  const above = misplacedAbove(split, isRemoved);
  append(edits, above);
  const lines = above.map(({ page, start, end }) => page.text.slice(start, end).trim());
  const all = [...new Set([...lines, ...misplaced])];
  if (all.length > 0) problems.push(droppedComments(split, all));
  if (lost.length > 0) problems.push(lostComments(split, [...new Set(lost)]));
}

/** A split whose change cannot be written stays as it is. */
export function refuse(split: Manifest, why: Diagnostic, { problems, refused }: Draft): void {
  problems.push(why);
  refused.add(split);
}

/** The comments of a split are where its backends are from now on, but for some. */
export function carry(
  split: Manifest,
  { dropped: { misplaced, lost } }: SplitComments,
  noRoomFor: readonly string[],
  draft: Draft,
): void {
  draft.carried.set(split, {
    misplaced: [...misplaced, ...noRoomFor.filter(isForTool)],
    lost: [...lost, ...noRoomFor.filter((one) => !isForTool(one))],
  });
}
