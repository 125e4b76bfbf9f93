import { reportUnreadable } from '../checks/unreadable-documents.ts';
import type { Options } from '../config/config.ts';
import { followRenames } from '../kustomize/renamed-services.ts';
import type { Manifest, Unreadable } from '../manifests/manifest.ts';
import type { Search } from '../manifests/page-cache.ts';
import { openPageCache, slicesAt } from '../manifests/page-cache.ts';
import { kindsThatMatter, namesOf } from '../manifests/searches.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import type { ReadSplit, SplitsRead } from '../splits/read-splits.ts';
import { readSplits } from '../splits/read-splits.ts';
import type { Holds } from '../yaml/byte-search.ts';
import { anyOf, holdsTrafficSplit, indexOf, placesOf, signsOf } from '../yaml/byte-search.ts';
import type { Cut, Grain, Slice } from '../yaml/cut.ts';

/** What a unit holds, as far as it matters to its splits. */
export interface UnitRead extends SplitsRead {
  /** The profiles of the unit that mention a name of a split. */
  readonly profiles: readonly Manifest[];
  /** All that was read: the splits, the profiles, and whatever else mentions a name of a split. */
  readonly neighbours: readonly Manifest[];
  /** Documents that mention a name of a split and cannot be read. */
  readonly unreadable: ReadonlySet<Unreadable>;
  /** What becomes of documents that hold a split and cannot be read, one for each. */
  readonly broken: readonly Left[];
}

/** Reads a unit in two rounds: its splits, then what mentions the names they use; reports what cannot be read. */
export function readUnit(run: Run, grain: Grain): UnitRead {
  const { unit, options, report } = run;
  const cache = openPageCache(grain);
  const found = cache.holding(unit.sources, unit.together ? splitsAndOverrides : splitsAlone);
  const broken = reportUnreadable(found, run);
  const { splits, unread } = readSplits(found.manifests, run);
  const names = wordsAround(splits, options);
  const around = splits.length === 0 ? found : cache.holding(unit.around(names), beside(names, options));
  const near = [...new Set([...found.manifests, ...around.manifests])];
  const follow = followRenames(near, report);
  const renamed = splits.map((split) => (split.skipped ? split : { ...split, ...follow(split) }));
  const newNames = new Set([...wordsAround(renamed, options)].filter((name) => !names.has(name)));
  const more = newNames.size === 0 ? undefined : cache.holding(unit.around(newNames), beside(newNames, options));
  const neighbours = more === undefined ? near : [...new Set([...near, ...more.manifests])];
  return {
    splits: renamed,
    unread,
    neighbours,
    profiles: neighbours.filter((manifest) => isServiceProfile(manifest.object)),
    unreadable: new Set([...found.unreadable, ...around.unreadable, ...(more?.unreadable ?? [])]),
    broken,
  };
}

const splitsAlone: Search = {
  holds: holdsTrafficSplit,
  within: (cut) => slicesAt(cut, signsOf(cut.source.bytes)),
};

/** A profile whose names disagree with its namespace is reported in any stream: no split need be there. */
const splitsAndOverrides: Search = {
  holds: (bytes, start, end) => holdsTrafficSplit(bytes, start, end) || holdsOverrides(bytes, start, end),
  within: (cut) => slicesAt(cut, [...signsOf(cut.source.bytes), ...placesOf(cut.source.bytes, 'dstOverrides')]),
};

/** A short needle is several times faster than the word that is meant. */
const holdsOverrides: Holds = (bytes, start, end) =>
  indexOf(bytes, 'Overrid', start, end) !== -1 && indexOf(bytes, 'dstOverrides', start, end) !== -1;

/** Names of the splits, and what marks a profile that a split may have left behind. */
function wordsAround(splits: readonly ReadSplit[], options: Options): ReadonlySet<string> {
  return new Set([...namesOf(splits), ...(options.drop ? leftovers : ['smi2linkerd'])]);
}

const leftovers = ['trafficsplits', 'smi-spec'];
const kinds: ReadonlySet<string> = new Set(kindsThatMatter);
const holdsKind = anyOf(kinds);
const holdsLeftover = anyOf(new Set(leftovers));

function beside(names: ReadonlySet<string>, { drop }: Options): Search {
  const holdsName = anyOf(names);
  return {
    holds: (bytes, start, end) =>
      (holdsKind(bytes, start, end) && holdsName(bytes, start, end)) || (drop && holdsLeftover(bytes, start, end)),
    within: (cut) => slicesOfKinds(cut, drop ? leftovers : []),
  };
}

/** What may hide a word. */
const escapes = ['\\x', '\\u', '\\U', '\\\n', '\\\r'];

/** Entries whose kind is seen need no search where it does not matter, save for words that matter in any of them. */
function slicesOfKinds(cut: Cut, words: readonly string[]): Iterable<Slice> {
  const matter = cut.ofKind?.((kind) => kind === undefined || kinds.has(kind) || kind.endsWith('List'));
  if (matter === undefined) return cut.all();
  if (words.length === 0) return matter;
  const { bytes } = cut.source;
  return slicesAt(cut, [
    ...Array.from(matter, ({ start }) => start),
    ...[...words, ...escapes].flatMap((word) => [...placesOf(bytes, word)]),
  ]);
}
