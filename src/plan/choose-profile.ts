import { groupBy, memoisedFor } from '../collections.ts';
import { text } from '../kubernetes.ts';
import { withoutKustomize, type NamespaceQueries } from '../kustomize/given-namespaces.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { parseProfileName } from '../mesh/authority.ts';
import { namespaceOfProfile, sameOverrides, toServiceProfile } from '../mesh/service-profile.ts';
import type { Options } from '../config/config.ts';
import type { Run, Unit } from '../run.ts';
import { directoryOf, pathOf } from '../splits/names.ts';
import { ifApplied } from './applied-profile.ts';
import { buildWithout, isInAllBuilds, isLeftOut } from './builds-of-files.ts';
import {
  ambiguous,
  duplicate,
  elsewhereError,
  isOfAnotherSplit,
  profileNameOf,
  type Copies,
  type ProfileChoice,
} from './profile-choice.ts';

/** The splits of a unit, converted or not, and the profiles that mention a name of one. */
export interface SplitsAndProfiles {
  readonly splits: readonly LocatedSplit[];
  readonly profiles: readonly Manifest[];
}

/** A run, and whether a file has a split that asks for a profile: then that file is an alternative, with its own profile. */
interface ProfileSearch {
  readonly run: Run;
  readonly isAskedFor: (profile: Manifest) => boolean;
}

/**
 * Returns a function that finds the profile of a split. What is deployed together has one profile of a name; among
 * files it is the one in the split's own file, else the only one in its directory, else the only one in its unit.
 */
export function chooseProfile(
  { splits, profiles }: SplitsAndProfiles,
  run: Run,
): (placed: LocatedSplit) => ProfileChoice {
  const { options } = run;
  const kustomize = run.unit.kustomize ?? withoutKustomize;
  const byName = profilesByName(profiles, run);
  const askedIn = new Set(splits.map((placed) => `${pathOf(placed.manifest)}\n${keyOfSplit(placed, options)}`));
  const isAskedFor = (profile: Manifest): boolean =>
    askedIn.has(`${pathOf(profile)}\n${keyOfProfile(profile, options, kustomize)}`);
  return (placed) => {
    const candidates = byName.get(keyOfSplit(placed, options)) ?? [];
    const choice = run.unit.together ? only(candidates) : nearestProfile(placed, candidates, { run, isAskedFor });
    return 'profile' in choice ? ifApplied(choice, placed, run) : choice;
  };
}

/** The namespace and the name of the profile of a split. */
export function keyOfSplit(placed: LocatedSplit, options: Options): string {
  return `${placed.split.namespace}/${profileNameOf(placed, options)}`;
}

/** The namespace and the name of a profile, the namespace as by `namespaceAsBuilt`. */
export function keyOfProfile(profile: Manifest, options: Options, kustomize: NamespaceQueries): string {
  return `${namespaceAsBuilt(profile, options, kustomize)}/${text(profile.object, 'metadata', 'name')}`;
}

/** The namespace of a profile: that in its name, where a build puts it there, else as `namespaceOfProfile`. */
function namespaceAsBuilt(profile: Manifest, options: Options, kustomize: NamespaceQueries): string {
  const { object } = profile;
  const own = namespaceOfProfile(object, options);
  const named = parseProfileName(text(object, 'metadata', 'name'))?.namespace;
  if (named === undefined || named === own) return own;
  const built = kustomize.namespacesBuilt(pathOf(profile), text(object, 'metadata', 'namespace') === '');
  return built.some(({ value }) => value === named) ? named : own;
}

/** Returns profiles by namespace and name; once for each array of profiles. */
export function profilesByName(profiles: readonly Manifest[], run: Run): ReadonlyMap<string, Copies> {
  return groupsByName(profiles)(run.options)(run.unit.kustomize ?? withoutKustomize);
}

const groupsByName = memoisedFor((profiles: readonly Manifest[]) =>
  memoisedFor((options: Options) =>
    memoisedFor((kustomize: NamespaceQueries): ReadonlyMap<string, Copies> => {
      const byName = new Map<string, [Manifest, ...Manifest[]]>();
      for (const profile of profiles) {
        const key = keyOfProfile(profile, options, kustomize);
        const same = byName.get(key);
        if (same === undefined) byName.set(key, [profile]);
        else same.push(profile);
      }
      return byName;
    }),
  ),
);

function only(candidates: readonly Manifest[]): ProfileChoice {
  return candidates.length > 1 ? duplicate(candidates) : { profile: candidates[0] };
}

function nearestProfile(placed: LocatedSplit, all: readonly Manifest[], around: ProfileSearch): ProfileChoice {
  const { run } = around;
  const { unit } = run;
  const path = pathOf(placed.manifest);
  const near = profilesByDirectory(all).get(directoryOf(path)) ?? [];
  const own = near.filter((profile) => pathOf(profile) === path);
  if (own.length > 0) return only([...own, ...rivalsOf(path, all, around)]);
  const counts = (profile: Manifest): boolean =>
    !isLeftOut(unit, path, pathOf(profile)) &&
    (!isOfAnotherSplit(profile) || isTogether(unit, path, profile) || carriesAlready(placed, profile, around));
  const here = near.filter(counts);
  const isElsewhere = (profile: Manifest): boolean => unit.inUnit?.(pathOf(profile)) === false;
  const candidates = here.length > 0 ? here : all.filter(counts);
  const level = candidates.filter((profile) => !isElsewhere(profile));
  const [nearest, ...others] = level;
  const twice = sharingFile(level) ?? sharingBuild(level, unit);
  if (twice !== undefined) return duplicate(twice);
  const done = withOverridesOf(placed, level, run);
  if (nearest !== undefined && others.length > 0 && done.length !== 1)
    return ambiguous(placed, [nearest, ...others], run);
  const chosen = others.length > 0 ? done[0] : nearest;
  if (chosen !== undefined) {
    const inAll = isInAllBuilds(unit, path, [pathOf(chosen)]);
    const isAlone = done.length === 0 && buildWithout(unit, path, [pathOf(chosen)]) !== undefined;
    if (isAlone || !inAll) return elsewhereError(placed, chosen, { inAll, isOnly: true }, run);
    return others.length > 0 ? { profile: chosen } : only([chosen, ...deployedWith(chosen, path, all, around)]);
  }
  const joined = candidates.filter((profile) => isElsewhere(profile) && isTogether(unit, path, profile));
  const [first, ...more] = joined;
  return first === undefined ? { profile: undefined } : joinedProfile(placed, [first, ...more], run);
}

/** The profiles of the first file that holds more than one of them. */
function sharingFile(profiles: readonly Manifest[]): readonly Manifest[] | undefined {
  const paths = new Set<string>();
  for (const profile of profiles) {
    const path = pathOf(profile);
    if (paths.has(path)) return profiles.filter((one) => pathOf(one) === path);
    paths.add(path);
  }
  return undefined;
}

/** The profiles that a kustomization lists together. */
function sharingBuild(profiles: readonly Manifest[], { kustomize }: Unit): readonly Manifest[] | undefined {
  if (kustomize === undefined || profiles.length < 2) return undefined;
  const joined = kustomize.joined(profiles.map(pathOf));
  return joined.size === 0 ? undefined : profiles.filter((one) => joined.has(pathOf(one)));
}

/** Profiles elsewhere that kustomizations deploy with a split are right if each of its builds has one with its overrides. */
function joinedProfile(placed: LocatedSplit, joined: Copies, run: Run): ProfileChoice {
  const done = withOverridesOf(placed, joined, run);
  const [profile, ...copies] = done;
  const missing = joined.find((one) => !done.includes(one));
  const inAll = isInAllBuilds(run.unit, pathOf(placed.manifest), joined.map(pathOf));
  if (missing === undefined && inAll) return { profile, copies };
  return elsewhereError(
    placed,
    missing ?? joined[0],
    { inAll, isOnly: copies.length === 0 && joined.length === 1 },
    run,
  );
}

const profilesByDirectory = memoisedFor((profiles: readonly Manifest[]) =>
  groupBy(profiles, (profile) => directoryOf(pathOf(profile))),
);

/** The profiles that already have the overrides of the split, since those show which one is meant. */
function withOverridesOf(
  { split }: LocatedSplit,
  profiles: readonly Manifest[],
  { options }: Run,
): readonly Manifest[] {
  const { dstOverrides } = toServiceProfile(split, options).spec;
  return profiles.filter(({ object }) => sameOverrides(object, dstOverrides));
}

/** Profiles of the same name that a kustomization deploys with a split and its profile, from files of their own. */
function deployedWith(
  chosen: Manifest,
  path: string,
  all: readonly Manifest[],
  { run, isAskedFor }: ProfileSearch,
): readonly Manifest[] {
  return all.filter(
    (profile) =>
      profile !== chosen &&
      !isAskedFor(profile) &&
      isTogether(run.unit, path, profile) &&
      isTogether(run.unit, pathOf(chosen), profile),
  );
}

/**
 * Profiles in other files that are applied together with that of the split's own file: the last one applied would
 * replace it.
 */
function rivalsOf(path: string, all: readonly Manifest[], { run, isAskedFor }: ProfileSearch): readonly Manifest[] {
  const isBeside = (profile: Manifest): boolean =>
    directoryOf(pathOf(profile)) === directoryOf(path) &&
    !isOfAnotherSplit(profile) &&
    !isLeftOut(run.unit, path, pathOf(profile));
  return all.filter((profile) => {
    if (pathOf(profile) === path || isAskedFor(profile)) return false;
    return isTogether(run.unit, path, profile) || isBeside(profile);
  });
}

/**
 * Whether a profile of another file has the overrides of the split, and no split in that file asks for it: an earlier run
 * may have written them where there were none.
 */
function carriesAlready(placed: LocatedSplit, profile: Manifest, { run, isAskedFor }: ProfileSearch): boolean {
  return !isAskedFor(profile) && withOverridesOf(placed, [profile], run).length > 0;
}

function isTogether(unit: Unit, path: string, profile: Manifest): boolean {
  return unit.kustomize?.together(path, pathOf(profile)) === true;
}
