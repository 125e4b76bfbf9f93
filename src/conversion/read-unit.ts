import { reportUnreadable } from '../checks/unreadable-documents.ts';
import { memoisedFor, once } from '../collections.ts';
import { deployedReferences } from '../kustomize/deployed-references.ts';
import { renamedNames } from '../kustomize/renamed-names.ts';
import { followRenames } from '../kustomize/renamed-references.ts';
import type { SearchResult, PageCache, Search } from '../manifests/page-cache.ts';
import { slicesAt } from '../manifests/page-cache.ts';
import { namesOfSplits } from '../manifests/searches.ts';
import type { SliceIndex } from '../manifests/slice-index.ts';
import { neighboursOf, type Neighbours } from '../manifests/neighbours.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import { isTrafficSplit } from '../mesh/traffic-split.ts';
import { noteLayout } from '../rewrite/layout.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import type { SplitsRead } from '../splits/read-splits.ts';
import { readSplits } from '../splits/read-splits.ts';
import type { ConversionTarget, UnitRead } from './target.ts';
import { besideSearch, markWords } from './beside-search.ts';
import { holdsOverrides, holdsTrafficSplit, offsetsOfWord, splitOffsets } from '../yaml/byte-search.ts';
import type { Source } from '../yaml/source.ts';

/** The splits of a unit, before the manifests around them are read. */
interface FirstRound extends SplitsRead {
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
export function readAround(
  { found, splits, unread, names, broken }: FirstRound,
  run: Run,
  { cache, index }: { readonly cache: PageCache; readonly index: SliceIndex },
): UnitRead {
  const { unit, options, report } = run;
  const marks = markWords(options, unit.together);
  const holding = (wanted: ReadonlySet<string>): readonly SearchResult[] => {
    const all = new Set([...wanted, ...marks]);
    const search = once(() => besideSearch(all, options, index));
    return unit.around(wanted, marks).map((sources) => sharedResult(cache, sources, all, search));
  };
  const around = [found, ...(splits.length === 0 ? [] : holding(names))];
  const near = neighboursOf(around.map(({ manifests }) => manifests));
  const follow = followRenames(renamedNames(near), report);
  const renamed = splits.map((split) => {
    const followed = split.left !== undefined || !split.understood ? split : follow(split);
    return followed === split ? split : { ...split, ...followed };
  });
  const newNames = new Set([...namesOfSplits(renamed)].filter((name) => !names.has(name)));
  const read = newNames.size === 0 ? around : [...around, ...holding(newNames)];
  const neighbours = withDeployed(read === around ? near : neighboursOf(read.map(({ manifests }) => manifests)));
  return {
    splits: renamed,
    unread,
    neighbours,
    profiles: neighbours.of(isServiceProfile),
    ownProfiles: found.manifests.filter(({ object }) => isServiceProfile(object)),
    unreadable: new Set(read.flatMap(({ unreadable }) => unreadable)),
    broken,
  };
}

function withDeployed(neighbours: Neighbours): Neighbours {
  const names = renamedNames(neighbours);
  return names === undefined ? neighbours : { ...neighbours, deployed: deployedReferences(names) };
}

/** What mentions these names in some sources. Units with the same sources and names around them share one result. */
function sharedResult(
  cache: PageCache,
  sources: readonly Source[],
  names: ReadonlySet<string>,
  search: () => Search,
): SearchResult {
  const results = resultsIn(cache)(sources);
  const key = [...names].join(' ');
  const result = results.get(key) ?? cache.holding(sources, search());
  results.set(key, result);
  return result;
}

const resultsIn = memoisedFor<PageCache, [], (sources: readonly Source[]) => Map<string, SearchResult>>(() =>
  memoisedFor(() => new Map()),
);

/** A profile whose names do not match its namespace is reported even without a split. */
const splitsAndOverrides: Search = {
  holds: (bytes, start, end) => holdsTrafficSplit(bytes, start, end) || holdsOverrides(bytes, start, end),
  note: (manifest) => {
    if (isTrafficSplit(manifest.object)) noteLayout(manifest);
  },
  within: (cut) =>
    slicesAt(cut, [...splitOffsets(cut.source.bytes), ...offsetsOfWord(cut.source.bytes, 'dstOverrides')]),
};
