import { text } from '../kubernetes.ts';
import type { SplitOutcome, UnitConversion } from '../convert.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Source } from '../yaml/source.ts';

/** What writes what a check found. */
export interface Writing {
  /** The command that does so, for the paths of the call or for others. */
  readonly command: (paths?: readonly string[]) => string;
  /** Whether the call names so many paths that a finding does not repeat them. */
  readonly isLong: boolean;
  /** Whether nothing outside of a file and its profiles matters: the target is a profile. */
  readonly isLocal: boolean;
  /** Whether the call says the namespace of all splits that have none. */
  readonly hasNamespace: boolean;
}

/** How a finding says that the whole call is to be repeated, where its paths are too many. */
const sameCall = 'run the same call with --write instead of --check';

/** How many paths a finding names at most. */
export const pathsOfFinding = 10;

/** Returns the fix for what is out of date in a source: a command that writes it. */
export function writingFix(conversions: readonly UnitConversion[], writing: Writing): (source: Source) => string {
  if (!writing.isLong) {
    const all = `run ${writing.command()}`;
    return () => all;
  }
  if (!writing.isLocal) return () => sameCall;
  const files = filesOfSources(
    conversions.flatMap(({ splits }) => splits),
    writing.hasNamespace,
  );
  return (source) => {
    const paths = files.get(source);
    return paths === undefined ? sameCall : `run ${writing.command(paths)}`;
  };
}

/**
 * For each source with a split, the paths that have to be named to convert it as in the whole call: its own, and those of the
 * profiles of its splits. Those for which something else in the call may matter are left out.
 */
function filesOfSources(
  splits: readonly SplitOutcome[],
  hasNamespace: boolean,
): ReadonlyMap<Source, readonly string[]> {
  const groups = new Map<Source, Set<Source>>();
  const dependent = new Set<Source>();
  for (const one of splits) {
    const source = sourceOfManifest(one.manifest);
    if (!isIndependent(one, hasNamespace)) dependent.add(source);
    uniteSources(groups, source, sourceOfManifest(one.profile?.existing ?? one.manifest));
  }
  const known = [...groups].filter(([, group]) => {
    const members = [...group];
    return group.size <= pathsOfFinding && members.every((one) => !dependent.has(one) && isNoPattern(one.path));
  });
  return new Map(known.map(([source, group]) => [source, [...group].map(({ path }) => path).sort()]));
}

/** Puts two sources, with all that are grouped with them, in one group. */
function uniteSources(groups: Map<Source, Set<Source>>, one: Source, other: Source): void {
  const groupOf = (source: Source): Set<Source> => groups.get(source) ?? new Set([source]);
  const [own, more] = [groupOf(one), groupOf(other)];
  const [large, small] = own.size < more.size ? [more, own] : [own, more];
  for (const source of small) large.add(source);
  for (const source of [one, other, ...small]) groups.set(source, large);
}

/** Whether a split is converted in the same way without the other files: it has its namespace, and nothing owns or refuses it. */
function isIndependent({ manifest, outcome, profile }: SplitOutcome, hasNamespace: boolean): boolean {
  if (outcome !== 'converted' && outcome !== 'up-to-date') return false;
  if (!hasNamespace && text(manifest.object, 'metadata', 'namespace') === '') return false;
  return profile === undefined || profile.path === sourceOfManifest(profile.existing ?? manifest).path;
}

function sourceOfManifest({ page }: Manifest): Source {
  return page.slice.source;
}

/** Whether a path is no pattern. */
function isNoPattern(path: string): boolean {
  return !/[()*?[\]{|}\\]|^!/.test(path);
}
