import { blockCollisions } from './splits/apex-collisions.ts';
import type { Options } from './config/config.ts';
import type { Report } from './diagnostics/diagnostic.ts';
import type { Kustomize } from './kustomize/graph.ts';
import type { Search } from './manifests/page-cache.ts';
import { openPageCache, slicesAt } from './manifests/page-cache.ts';
import type { Manifest } from './manifests/manifest.ts';
import { isServiceProfile } from './mesh/service-profile.ts';
import { isTrafficSplit } from './mesh/traffic-split.ts';
import { chooseProfiles, planChanges } from './plan/plan.ts';
import { followRenames } from './kustomize/renamed-services.ts';
import type { PlanInput } from './plan/choose-profile.ts';
import { rewrite } from './rewrite/rewrite.ts';
import type { ReadSplit } from './splits/read-splits.ts';
import { nameOf, readSplits } from './splits/read-splits.ts';
import { besideUnreadable, reportUnreadable } from './checks/unreadable-documents.ts';
import { reportStale } from './checks/stale-profiles.ts';
import { controllersIn } from './splits/controllers.ts';
import { reportSurroundings } from './checks/checks.ts';
import { clusterDomainMismatch, reportProfileProblems } from './checks/profiles.ts';
import { kindsThatMatter, namesOf } from './manifests/searches.ts';
import { leftAlone } from './splits/left-alone.ts';
import type { Cut, Grain, Slice } from './yaml/cut.ts';
import type { Holds } from './yaml/byte-search.ts';
import { anyOf, holdsTrafficSplit, indexOf, placesOf, signsOf } from './yaml/byte-search.ts';
import type { Source } from './yaml/source.ts';
import type { Edit } from './yaml/splice.ts';

/** What is deployed together, or one directory's worth of files that may be. */
export interface Unit {
  /** The sources that hold a TrafficSplit; of a stream, all sources. */
  readonly sources: readonly Source[];
  /** Sources (those above included) that may hold one of these names beside a kind that matters. */
  around(names: ReadonlySet<string>): readonly Source[];
  /** True for streams, printed paths and ResourceLists: all of it is applied at once. */
  readonly together: boolean;
  /** True where the sources become one stream: a document can then follow an object of a `.json` file. */
  readonly printed?: boolean;
  /** Whether a file that `around` gave belongs to the unit; others are only deployed together with it. Absent: all do. */
  readonly inUnit?: (path: string) => boolean;
  /** What the kustomizations of the call do to the files of the unit; absent in streams. */
  readonly kustomize?: Kustomize;
  /** Annotations that a new profile needs in the place of, or beside, this split (KRM: path, index). */
  readonly annotations?: (split: Manifest, place: 'beside' | 'instead') => Readonly<Record<string, string>>;
}

/** What came of a unit. */
export interface Conversion {
  /** All sound edits, whatever else was found. */
  readonly edits: readonly Edit[];
  /** Splits whose profile stands after this run, changed or not. */
  readonly converted: number;
  /** Splits without a profile of theirs. */
  readonly left: number;
}

/** Converts one unit: reads its splits, then what mentions their names, plans all of it and writes it as edits. */
export function convert(unit: Unit, options: Options, report: Report, grain: Grain = 'fine'): Conversion {
  const library = openPageCache(grain);
  const found = library.holding(unit.sources, unit.together ? splitsAndOverrides : splitsAlone);
  const broken = reportUnreadable(found, unit.together, report);
  const splits = readSplits(found.manifests, {
    options,
    report,
    together: unit.together,
    near: (apex) => unit.around(new Set([apex])),
    ...optional(unit),
  });
  const total = found.manifests.filter((manifest) => isTrafficSplit(manifest.object)).length;
  const names = wordsAround(splits, options);
  const around = splits.length === 0 ? found : library.holding(unit.around(names), beside(names, options));
  const near = [...new Set([...found.manifests, ...around.manifests])];
  const follow = followRenames(near, report);
  const renamed = splits.map((split) => (split.skipped ? split : { ...split, ...follow(split) }));
  const newNames = new Set([...wordsAround(renamed, options)].filter((name) => !names.has(name)));
  const more = newNames.size === 0 ? undefined : library.holding(unit.around(newNames), beside(newNames, options));
  const neighbours = more === undefined ? near : [...new Set([...near, ...more.manifests])];
  const unreadable = new Set([...found.unreadable, ...around.unreadable, ...(more?.unreadable ?? [])]);
  const ground = {
    profiles: neighbours.filter((manifest) => isServiceProfile(manifest.object)),
    ...optional(unit),
    together: unit.together,
  };
  const sure = besideUnreadable(unreadable, ground, options, report);
  const free = convertible(renamed, neighbours, ground, options, report).filter(sure);
  const chosen = chooseProfiles(free, ground, options, report);
  const planned = chosen.flatMap((one) => planChanges(one, ground, options, report) ?? undefined);
  const changes = planned.filter((change) => change !== undefined);
  const made = rewrite(changes, unit.printed === true);
  for (const problem of made.problems) report(problem);
  const replaced = new Set(
    changes.map((change) => (change.kind === 'update' && change.dstOverrides ? change.manifest : undefined)),
  );
  for (const { existing } of chosen) {
    if (existing !== undefined) reportProfileProblems(existing, replaced.has(existing), report);
  }
  reportSurroundings(
    renamed.filter((split) => !split.skipped),
    neighbours,
    options,
    report,
  );
  if (splits.length === total && broken === 0) reportStale(renamed, ground.profiles, options, report);
  const converted = chosen.length - (planned.length - changes.length) - made.problems.length;
  return { edits: made.edits, converted, left: total + broken - converted };
}

function optional(unit: Unit): Pick<Unit, 'kustomize' | 'annotations' | 'inUnit'> {
  const { kustomize, annotations, inUnit } = unit;
  return { ...(kustomize && { kustomize }), ...(annotations && { annotations }), ...(inUnit && { inUnit }) };
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

/** The splits that may be converted: not left alone, the only ones on their apex, and not rewritten by a kustomization. */
function convertible(
  splits: readonly ReadSplit[],
  neighbours: readonly Manifest[],
  ground: PlanInput,
  options: Options,
  report: Report,
): readonly ReadSplit[] {
  const controllers = controllersIn(neighbours);
  const mismatches = clusterDomainMismatch(ground.profiles, options, report);
  const candidates = splits.filter((split) => split.valid && !leftAlone(split, controllers, report));
  const blocked = blockCollisions(splits, ground, report);
  return candidates
    .filter((split) => !blocked.has(split))
    .filter((split) => !mismatches(split))
    .filter((split) => !isRewritten(split, ground, report));
}

function isRewritten({ manifest, split }: ReadSplit, ground: PlanInput, report: Report): boolean {
  const rewrites = ground.kustomize?.rewrites(manifest.page.slice.source.path, split) ?? [];
  if (rewrites.length === 0) return false;
  const how = rewrites.map(({ overlay, how: what }) => `${overlay} ${what}`).join('; ');
  const overlays = [...new Set(rewrites.map(({ overlay }) => /^(.*)\/[^/]*$/.exec(overlay)?.[1] ?? '.'))];
  report({
    code: 'kustomize-rewrites',
    message: `TrafficSplit ${nameOf(manifest)} is rewritten: ${how}`,
    fix: `put the function in transformers: of the outermost kustomization, or run ${overlays.map((overlay) => `kustomize build ${overlay} | smi2linkerd`).join(', ')}`,
    at: { manifest, field: ['metadata', 'name'] },
  });
  return true;
}
