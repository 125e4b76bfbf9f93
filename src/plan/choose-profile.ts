import { several } from '../diagnostics/diagnostic.ts';
import { field, isMapping, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority } from '../mesh/authority.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import { namespaceOfProfile } from '../mesh/service-profile.ts';
import type { Options } from '../config/config.ts';
import type { Run, Unit } from '../run.ts';

/** The profile that belongs to a split, or why it cannot be told. */
export type ProfileChoice =
  | { readonly profile: Manifest | undefined }
  | {
      readonly error: 'duplicate-profile' | 'ambiguous-profile' | 'profile-elsewhere';
      readonly message: string;
      readonly fix?: string;
    };

/**
 * Finds the profile that belongs to a split: what is deployed together has one of a name; among files it is
 * the one in the split's own file, else the only one in its directory, else the only one in its unit.
 */
export function chooseProfile(
  profiles: readonly Manifest[],
  { unit, options }: Run,
): (placed: LocatedSplit) => ProfileChoice {
  const byName = new Map<string, Manifest[]>();
  for (const profile of profiles) {
    const key = `${namespaceOfProfile(profile.object, options)}/${text(profile.object, 'metadata', 'name')}`;
    const same = byName.get(key);
    if (same === undefined) byName.set(key, [profile]);
    else same.push(profile);
  }
  return (placed) => {
    const candidates = byName.get(`${placed.split.namespace}/${profileNameOf(placed, options)}`) ?? [];
    return unit.together ? only(candidates) : nearest(placed, candidates, unit);
  };
}

function only(candidates: readonly Manifest[]): ProfileChoice {
  return candidates.length > 1 ? duplicate(candidates) : { profile: candidates[0] };
}

function duplicate(candidates: readonly Manifest[]): ProfileChoice {
  const name = text(candidates[0]?.object, 'metadata', 'name');
  return {
    error: 'duplicate-profile',
    message: `${candidates.length} ServiceProfiles are named ${name}${inFiles(candidates)}`,
  };
}

function inFiles(candidates: readonly Manifest[]): string {
  const paths = [...new Set(candidates.map(pathOf))].filter((path) => path !== '-');
  return paths.length === 0 ? '' : `: ${several(paths)}`;
}

function nearest(placed: LocatedSplit, all: readonly Manifest[], unit: Unit): ProfileChoice {
  const path = pathOf(placed.manifest);
  const own = all.filter((profile) => pathOf(profile) === path);
  if (own.length > 0) return only(own);
  const candidates = all.filter((profile) => !isAlternative(profile) || isTogether(unit, path, profile));
  const here = candidates.filter((profile) => directoryOf(pathOf(profile)) === directoryOf(path));
  const elsewhere = candidates.filter((profile) => !unit.inUnit?.(pathOf(profile)));
  const level = here.length > 0 ? here : candidates.filter((profile) => !elsewhere.includes(profile));
  const [first] = level;
  if (first !== undefined && level.length === 1) return { profile: first };
  if (level.length > 1) return ambiguous(placed, level);
  const joined = elsewhere.find((profile) => isTogether(unit, path, profile));
  return joined === undefined ? { profile: undefined } : elsewhereError(placed, joined);
}

/** A profile that holds nothing but overrides was made for a split of its own file: an alternative of this one. */
function isAlternative(profile: Manifest): boolean {
  const spec = field(profile.object, 'spec');
  return isMapping(spec) && Object.keys(spec).join() === 'dstOverrides';
}

function isTogether(unit: Unit, path: string, profile: Manifest): boolean {
  return unit.kustomize?.together(path, pathOf(profile)) === true;
}

function ambiguous(placed: LocatedSplit, level: readonly Manifest[]): ProfileChoice {
  const name = text(level[0]?.object, 'metadata', 'name');
  return {
    error: 'ambiguous-profile',
    message: `${level.length} files hold ServiceProfile ${name}${inFiles(level)}`,
    fix: `name the files that are applied together: smi2linkerd -w ${pathOf(placed.manifest)} ${level.map(pathOf)[0] ?? ''}`,
  };
}

function elsewhereError(placed: LocatedSplit, profile: Manifest): ProfileChoice {
  const name = text(profile.object, 'metadata', 'name');
  return {
    error: 'profile-elsewhere',
    message: `ServiceProfile ${name} stands in ${pathOf(profile)}, and a kustomization deploys both`,
    fix: `convert both at once: smi2linkerd -w ${pathOf(placed.manifest)} ${pathOf(profile)}`,
  };
}

/** The name of the profile that a split asks for. */
export function profileNameOf(placed: LocatedSplit, options: Options): string {
  return authority(placed.split.apex, placed.split.namespace, options.clusterDomain);
}

function pathOf(manifest: Manifest): string {
  return manifest.page.slice.source.path;
}

function directoryOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
