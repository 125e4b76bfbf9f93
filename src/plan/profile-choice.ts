import { commandWords, pathWord, shell } from '../config/advice.ts';
import type { Options } from '../config/config.ts';
import { enumerated, several } from '../diagnostics/diagnostic.ts';
import { field, isMapping, text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority } from '../mesh/authority.ts';
import { loadProblems } from '../mesh/profile-problems.ts';
import type { Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { outsideAdvice, rewriteFix } from '../splits/rewrite-fix.ts';
import { buildWithout } from './builds-of-files.ts';

/** The profile that belongs to a split, or why that is unclear. */
export type ProfileChoice =
  | {
      readonly profile: Manifest | undefined;
      /** Those of other builds of the split, which have its overrides, too. */
      readonly copies?: readonly Manifest[];
    }
  | {
      readonly error: 'duplicate-profile' | 'ambiguous-profile' | 'profile-elsewhere';
      readonly message: string;
      readonly fix?: string;
    };

/** Profiles of one name, at least one. */
export type Copies = readonly [Manifest, ...Manifest[]];

/** A split with the profile that belongs to it, if there is one. */
export interface Chosen {
  readonly placed: LocatedSplit;
  readonly existing?: Manifest;
  /** The profiles of other builds of the split; they have its overrides. */
  readonly copies?: readonly Manifest[];
}

/** The name of the profile of a split. */
export function profileNameOf(placed: LocatedSplit, options: Options): string {
  return authority(placed.split.apex, placed.split.namespace, options.clusterDomain);
}

/** The finding for several profiles of one name that are deployed together. */
export function duplicate(candidates: readonly Manifest[]): ProfileChoice {
  const name = text(candidates[0]?.object, 'metadata', 'name');
  return {
    error: 'duplicate-profile',
    message: `${candidates.length} ServiceProfiles are named ${name}${pathList(candidates)}`,
  };
}

function pathList(candidates: readonly Manifest[]): string {
  const paths = [...new Set(candidates.map(pathOf))].filter((path) => path !== '-');
  return paths.length === 0 ? '' : `: ${several(paths)}`;
}

/**
 * The finding for several profiles. One that Linkerd can load comes first in its command: the other may be the one to
 * replace.
 */
export function ambiguous(placed: LocatedSplit, level: Copies, run: Run): ProfileChoice {
  const name = profileNameOf(placed, run.options);
  const named = level.find(({ object }) => loadProblems(object).length === 0) ?? level[0];
  const files = [pathOf(placed.manifest), pathOf(named)];
  const call =
    run.unit.way === 'library'
      ? `convert the files that are applied together in a call of their own: ${files.join(', ')}`
      : `name the files that are applied together: ${shell(commandWords(run, '-w', ...files.map(pathWord)))}`;
  return {
    error: 'ambiguous-profile',
    message: `${level.length} files hold ServiceProfile ${name}${pathList(level)}`,
    fix: call,
  };
}

/**
 * The finding for a profile elsewhere. A command converts both at once where the same builds have the two; else the
 * overrides would also reach a build without the split, or not reach each build with it.
 */
export function elsewhereError(
  placed: LocatedSplit,
  profile: Manifest,
  { inAll, isOnly }: { readonly inAll: boolean; readonly isOnly: boolean },
  run: Run,
): ProfileChoice {
  const [path, where] = [pathOf(placed.manifest), pathOf(profile)];
  const start = `ServiceProfile ${text(profile.object, 'metadata', 'name')} is in ${where}; `;
  const without = buildWithout(run.unit, path, [where]);
  const error = 'profile-elsewhere';
  if (inAll && isOnly && without === undefined) {
    if (run.unit.isOutside?.(where) === true) {
      const { message, fix } = outsideAdvice(path, where, run);
      return { error, message: start + message, fix };
    }
    const files = [path, where, ...joinerOf(run, path, where)];
    // What gives the split its namespace may be none of these files.
    const isBare = text(placed.manifest.object, 'metadata', 'namespace') === '';
    const options = isBare ? { ...run.options, namespace: placed.split.namespace } : run.options;
    const command = shell(commandWords({ options }, '-w', ...files.map(pathWord)));
    // Files that are named are no kustomization: a profile with nothing but overrides is then one of another split.
    const fix = isOfAnotherSplit(profile)
      ? 'remove the ServiceProfile: it has nothing but overrides, and the TrafficSplit gets one of its own'
      : `convert both at once: ${command}`;
    return { error, message: `${start}both are deployed together`, fix };
  }
  const why = !inAll
    ? 'not every kustomization that deploys the split has it'
    : without === undefined
      ? 'other kustomizations deploy the split with another one'
      : `${without} deploys it without this split`;
  const lacking = run.unit.kustomize?.lackingSource(path, where) ?? [];
  const fix =
    lacking.length > 0
      ? `add the source of ${where} to ${enumerated(lacking)}; the next check then says how to convert both`
      : fixInBuilds(placed, run, without);
  return { error, message: start + why, fix };
}

/** The file of what deploys two files together: the kustomizations beside them, which a call with both reads, may not. */
function joinerOf({ unit: { kustomize } }: Run, one: string, other: string): readonly string[] {
  const users = new Set(kustomize?.users(other));
  const joiners = [...new Set(kustomize?.users(one))].filter((user) => users.has(user));
  return joiners.slice(0, 1).map(({ path }) => path);
}

/**
 * Whether a profile has nothing but overrides, or not even those: then it was made for a split of its own file, perhaps
 * one without backends, which is an alternative of this one.
 */
export function isOfAnotherSplit({ object }: Manifest): boolean {
  const spec = field(object, 'spec') ?? {};
  return isMapping(spec) && Object.keys(spec).every((key) => key === 'dstOverrides');
}

/**
 * What to do where the builds of a split need different profiles: the function, or what Kustomize builds. A split that no
 * kustomization lists is perhaps not deployed, as one other build deploys the profile.
 */
export function fixInBuilds({ manifest }: LocatedSplit, run: Run, other?: string): string {
  const path = pathOf(manifest);
  const builds = run.unit.kustomize?.builds(path) ?? [];
  return builds.length === 0 && other !== undefined
    ? `list the TrafficSplit in ${other}, or remove it`
    : rewriteFix(builds, path, run);
}
