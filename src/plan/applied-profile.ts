import { text } from '../kubernetes.ts';
import { hasSkipMarker, skipMarker } from '../kustomize/directory-sources.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Run } from '../run.ts';
import { isNeverApplied } from '../splits/left-alone.ts';
import { pathOf } from '../splits/names.ts';
import type { ProfileChoice } from './profile-choice.ts';

/** The choice of a profile; an error for one that is never applied: it cannot carry a split, and Kustomize refuses another one of its name. */
export function ifApplied(
  choice: Extract<ProfileChoice, { profile: unknown }>,
  placed: LocatedSplit,
  run: Run,
): ProfileChoice {
  const { profile } = choice;
  if (profile === undefined) return choice;
  const name = text(profile.object, 'metadata', 'name');
  const error = { error: 'ambiguous-profile' } as const;
  if (isNeverApplied(profile))
    return {
      ...error,
      message: `ServiceProfile ${name} is local configuration, which is never applied`,
      fix: 'remove config.kubernetes.io/local-config from the ServiceProfile, or remove the ServiceProfile',
    };
  if (!isHidden(profile, run) || isHidden(placed.manifest, run)) return choice;
  return {
    ...error,
    message: `ServiceProfile ${name} is in ${pathOf(profile)}, which Argo CD skips (${skipMarker})`,
    fix: `remove the comment from ${pathOf(profile)}, or remove the ServiceProfile`,
  };
}

/** Whether Argo CD skips the file of an object: only where no kustomization lists it, and Flux does not deploy it. */
function isHidden(manifest: Manifest, { unit }: Run): boolean {
  if (!hasSkipMarker(manifest.page.slice.source)) return false;
  const users = unit.kustomize?.users(pathOf(manifest)) ?? [];
  return users.every(({ kustomization, deployer }) => kustomization === undefined && deployer?.tool !== 'flux');
}
