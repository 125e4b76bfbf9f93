import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { field, isMapping, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { parseProfileName } from '../mesh/authority.ts';
import type { ProfileSplit } from '../mesh/profile-split.ts';
import { isSource, readProfileSplit } from '../mesh/profile-split.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import type { Run } from '../run.ts';
import { pathOf } from './names.ts';
import { leave, type Left } from './outcome.ts';
import type { ReadSplit, SplitsRead } from './read-splits.ts';
import { flagAt, leaveUnrendered } from './read-splits.ts';

/**
 * The ServiceProfiles that are converted like TrafficSplits, if the user asks for it: those that split traffic and
 * whose Service has no TrafficSplit. Reports profiles that a route cannot replace.
 */
export function readProfileSources(manifests: readonly Manifest[], splits: readonly ReadSplit[], run: Run): SplitsRead {
  const read: ReadSplit[] = [];
  const unread = new Map<Manifest, Left>();
  if (!run.options.profiles) return { splits: read, unread };
  const taken = new Set(splits.map(({ split }) => split.apex));
  for (const manifest of manifests) {
    const { object } = manifest;
    if (!isServiceProfile(object) || !isSource(object)) continue;
    const source = readSource(manifest, run);
    if (typeof source === 'string') unread.set(manifest, source);
    else if (!taken.has(source.apex) || !isTaken(manifest, source, splits))
      read.push({ manifest, split: source, understood: true, skipped: false, findings: [], isProfile: true });
  }
  return { splits: read, unread };
}

/** Whether the Service of a profile, in the namespace that its name has, has a TrafficSplit: then the profile belongs to that. */
function isTaken({ object }: Manifest, { apex }: ProfileSplit, splits: readonly ReadSplit[]): boolean {
  const namespace = parseProfileName(text(object, 'metadata', 'name'))?.namespace ?? '';
  return splits.some(({ split }) => split.apex === apex && ['', namespace].includes(split.namespace));
}

/** Whether a profile that is read like a split is that of a split in another unit, which a kustomization deploys with it. */
export function isOfOtherUnit(
  { manifest, split, isProfile }: ReadSplit,
  { unit: { kustomize }, splits }: Run,
): boolean {
  if (isProfile !== true || kustomize === undefined) return false;
  const together = splits().filter((one) => kustomize.together(pathOf(one.manifest), pathOf(manifest)));
  const own = together.filter((one) => one.isProfile !== true && one.split.apex === split.apex);
  const namespace = parseProfileName(text(manifest.object, 'metadata', 'name'))?.namespace ?? '';
  return own.some((one) => ['', namespace].includes(one.split.namespace));
}

function readSource(manifest: Manifest, run: Run): ProfileSplit | Left {
  const unrendered = leaveUnrendered(manifest, run);
  if (unrendered !== undefined) return unrendered;
  const more = moreIn(manifest);
  if (more !== undefined) return leave(run, more);
  return readProfileSplit(manifest.object, run.options, flagAt(manifest, run.report)) ?? 'refused';
}

/** What a route would lose: the spec has more than the overrides. */
function moreIn(manifest: Manifest): Diagnostic | undefined {
  const spec = field(manifest.object, 'spec');
  const more = isMapping(spec) ? Object.keys(spec).find((key) => key !== 'dstOverrides') : undefined;
  return more === undefined
    ? undefined
    : {
        code: 'profile-routes',
        message: `has ${more}, which an HTTPRoute cannot have`,
        at: { manifest, field: ['spec', more] },
      };
}
