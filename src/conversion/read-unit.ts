import { reportUnreadable } from '../checks/unreadable-documents.ts';
import { memoisedFor } from '../collections.ts';
import type { Options } from '../config/config.ts';
import { followRenames } from '../kustomize/renamed-services.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { SearchResult, PageCache, Search } from '../manifests/page-cache.ts';
import { slicesAt } from '../manifests/page-cache.ts';
import { kindsThatMatter, namesOfSplits } from '../manifests/searches.ts';
import { neighboursOf } from '../manifests/neighbours.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import type { SplitsRead } from '../splits/read-splits.ts';
import { readSplits } from '../splits/read-splits.ts';
import type { ConversionTarget, UnitRead } from './target.ts';
import type { Holds } from '../yaml/name-search.ts';
import { holdsOverrides, holdsTrafficSplit, findWord, offsetsOfWord, splitOffsets } from '../yaml/byte-search.ts';
import { anyOf } from '../yaml/name-search.ts';
import type { Cut, Slice } from '../yaml/cut.ts';
import type { Source } from '../yaml/source.ts';

/** The splits of a unit, before the manifests around them are read. */
export interface FirstRound extends SplitsRead {
  readonly found: SearchResult;
  readonly names: ReadonlySet<string>;
  readonly broken: readonly Left[];
}

/** The first round: reads the splits of a unit; reports what cannot be read. */
export function readSplitsOf(run: Run, target: ConversionTarget, cache: PageCache): FirstRound {
  const found = cache.holding(run.unit.sources, splitsAndOverrides);
  const broken = reportUnreadable(found, run);
  const own = readSplits(found.manifests, run);
  const besides = target.sources(found.manifests, own.splits, run);
  const splits = [...own.splits, ...besides.splits];
  return { splits, unread: new Map([...own.unread, ...besides.unread]), found, broken, names: namesOfSplits(splits) };
}

/** The second round: reads what mentions the names of the splits. */
export function readAround({ found, splits, unread, names, broken }: FirstRound, run: Run, cache: PageCache): UnitRead {
  const { unit, options, report } = run;
  const marks = markWords(options);
  const holding = (wanted: ReadonlySet<string>): SearchResult =>
    holdingNames(unit.around(wanted, marks), new Set([...wanted, ...marks]), options, cache);
  const around = splits.length === 0 ? found : holding(names);
  const near = neighboursOf(found.manifests, around.manifests);
  const follow = followRenames(near, report);
  const renamed = splits.map((split) => {
    const followed = split.left !== undefined || !split.understood ? split : follow(split);
    return followed === split ? split : { ...split, ...followed };
  });
  const newNames = new Set([...namesOfSplits(renamed)].filter((name) => !names.has(name)));
  const more = newNames.size === 0 ? undefined : holding(newNames);
  const neighbours = more === undefined ? near : neighboursOf(near.all(), more.manifests);
  return {
    splits: renamed,
    unread,
    neighbours,
    profiles: neighbours.of(isProfile),
    unreadable: new Set([...found.unreadable, ...around.unreadable, ...(more?.unreadable ?? [])]),
    broken,
  };
}

const isProfile = ({ object }: Manifest): boolean => isServiceProfile(object);

/** What mentions these names in some sources. Units with the same sources and names around them share one result. */
function holdingNames(
  sources: readonly Source[],
  names: ReadonlySet<string>,
  options: Options,
  cache: PageCache,
): SearchResult {
  const results = resultsIn(cache)(sources);
  const key = [...names].join(' ');
  const result = results.get(key) ?? cache.holding(sources, besideSearch(names, options));
  results.set(key, result);
  return result;
}

type Sources = readonly Source[];

const resultsIn = memoisedFor<PageCache, (sources: Sources) => Map<string, SearchResult>>(() =>
  memoisedFor<Sources, Map<string, SearchResult>>(() => new Map()),
);

/** A profile whose names do not match its namespace is reported even without a split. */
const splitsAndOverrides: Search = {
  holds: (bytes, start, end) => holdsTrafficSplit(bytes, start, end) || holdsOverrides(bytes, start, end),
  within: (cut) =>
    slicesAt(cut, [...splitOffsets(cut.source.bytes), ...offsetsOfWord(cut.source.bytes, 'dstOverrides')]),
};

/**
 * Words that mark a profile left behind by a split, whatever its name is, a project that allows splits, or an object that
 * still refers to splits that are dropped.
 */
export function markWords(options: Options): ReadonlySet<string> {
  const marks = new Set(['AppProject', ...(options.drop ? wordsOfAnyKind(options) : ['smi2linkerd', groupWord])]);
  // An annotation of a Namespace, which is not found by the names of splits.
  return options.target === 'httproute' ? marks.add('opaque-ports') : marks;
}

/** Words that matter in an object of any kind: what refers to splits that are dropped. */
export function wordsOfAnyKind({ drop }: Options): ReadonlySet<string> {
  return new Set(drop ? leftovers : []);
}

/** Of the group of TrafficSplits. */
const groupWord = 'smi-spec';
const leftovers = ['trafficsplits', groupWord];
const holdsLeftover = anyOf(new Set(leftovers));

/** What matters to splits with these names. */
export function besideSearch(names: ReadonlySet<string>, { drop, target }: Options): Search {
  const holdsName = anyOf(names);
  const kinds = new Set(kindsThatMatter(target));
  const holdsKind = anyOf(kinds);
  const holdsTemplated = target === 'httproute' ? holdsTemplatedCarrier : holdsTemplatedProfile;
  return {
    holds: (bytes, start, end) =>
      (holdsKind(bytes, start, end) && (holdsName(bytes, start, end) || holdsTemplated(bytes, start, end))) ||
      (drop && holdsLeftover(bytes, start, end)),
    within: (cut) => slicesOfKinds(cut, kinds, drop ? leftovers : []),
  };
}

/** A profile whose name is written by a template may be that of any split; so may a route. */
const holdsTemplatedProfile = templatedOf('ServiceProfile');
const holdsTemplatedCarrier = templatedOf('ServiceProfile', 'HTTPRoute', 'GRPCRoute');

function templatedOf(...kinds: readonly string[]): Holds {
  const holdsKind = anyOf(new Set(kinds));
  return (bytes, start, end) =>
    holdsKind(bytes, start, end) &&
    ['{{', '${', '$(', '<%', '[['].some((sign) => findWord(bytes, sign, start, end) !== -1);
}

/** Escapes that may hide a word. */
const hidingEscapes = ['\\x', '\\u', '\\U', '\\\n', '\\\r'];

/**
 * The entries of a list that have to be searched: those of a kind that matters, and those that hold a word that matters
 * in any kind.
 */
function slicesOfKinds(cut: Cut, kinds: ReadonlySet<string>, words: readonly string[]): Iterable<Slice> {
  const matter = cut.ofKind?.((kind) => kind === undefined || kinds.has(kind) || kind.endsWith('List'));
  if (matter === undefined) return cut.all();
  if (words.length === 0) return matter;
  const { bytes } = cut.source;
  return slicesAt(cut, [
    ...Array.from(matter, ({ start }) => start),
    ...[...words, ...hidingEscapes].flatMap((word) => [...offsetsOfWord(bytes, word)]),
  ]);
}
