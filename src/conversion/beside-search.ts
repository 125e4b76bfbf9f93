import { once } from '../collections.ts';
import type { Options } from '../config/config.ts';
import type { Search } from '../manifests/page-cache.ts';
import { slicesAt } from '../manifests/page-cache.ts';
import { kindsThatMatter } from '../manifests/searches.ts';
import type { Indexed, SliceIndex } from '../manifests/slice-index.ts';
import { openSliceIndex } from '../manifests/slice-index.ts';
import { findWord, offsetsOfWord } from '../yaml/byte-search.ts';
import type { Cut, Slice } from '../yaml/cut.ts';
import type { Holds } from '../yaml/name-search.ts';
import { anyOf } from '../yaml/name-search.ts';

/**
 * Words that mark a profile left behind by a split, whatever its name is, a project that allows splits, or an object that
 * still refers to splits that are dropped or installs the adaptor; and, in what is deployed at once, one that writes splits.
 */
export function markWords(options: Options, together: boolean): ReadonlySet<string> {
  const marks = new Set([
    'AppProject',
    ...(options.drop ? wordsOfAnyKind(options) : ['smi2linkerd', groupWord]),
    ...(together ? ['flagger', 'trafficRouting'] : []),
  ]);
  // An annotation of a Namespace, which is not found by the names of splits.
  return options.target === 'httproute' ? marks.add('opaque-ports') : marks;
}

/** Words that matter in an object of any kind: what refers to splits that are dropped, or installs the adaptor. */
export function wordsOfAnyKind({ drop }: Options): ReadonlySet<string> {
  return new Set(drop ? leftovers : []);
}

/** Of the group of TrafficSplits. */
const groupWord = 'smi-spec';
const leftovers = ['trafficsplits', groupWord, 'linkerd-smi', 'smi-adaptor'];
const holdsLeftover = anyOf(new Set(leftovers));

/** What matters to splits with these names. With an index, a source that is searched often is searched only once. */
export function besideSearch(names: ReadonlySet<string>, options: Options, index?: SliceIndex): Search {
  const holdsName = once(() => anyOf(names));
  const { matters, always, within } = kindsBeside(options);
  return {
    holds: (bytes, start, end) =>
      (matters(bytes, start, end) && holdsName()(bytes, start, end)) || always(bytes, start, end),
    within,
    ...(index === undefined ? {} : { known: (source, cutOf) => index(source, names, cutOf) }),
  };
}

/** An index of what matters to splits with any of these names. */
export function openBesideIndex(names: ReadonlySet<string>, options: Options): SliceIndex {
  return openSliceIndex({ ...kindsBeside(options), words: new Set([...names, ...markWords(options, true)]) });
}

function kindsBeside({ drop, target }: Options): Omit<Indexed, 'words'> {
  const kinds = new Set(kindsThatMatter(target));
  const holdsTemplated = target === 'httproute' ? holdsTemplatedCarrier : holdsTemplatedProfile;
  return {
    matters: anyOf(kinds),
    always: (bytes, start, end) => holdsTemplated(bytes, start, end) || (drop && holdsLeftover(bytes, start, end)),
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
    ['{{', '{%', '${', '$(', '<%', '[['].some((sign) => findWord(bytes, sign, start, end) !== -1);
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
