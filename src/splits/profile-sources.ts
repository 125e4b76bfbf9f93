import { groupBy, memoisedFor } from '../collections.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { field, isMapping } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { ProfileSplit } from '../mesh/profile-split.ts';
import { isConvertibleProfile, readProfileSplit } from '../mesh/profile-split.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import type { Run } from '../run.ts';
import { pathOf } from './names.ts';
import { leave, type Left } from './outcome.ts';
import type { ReadSplit, SplitsRead } from './read-splits.ts';
import { flagAt, leaveUnrendered } from './read-splits.ts';
import { namespaceInName } from './rewritten.ts';

/**
 * The ServiceProfiles that are converted like TrafficSplits, if the user asks for it: those that split traffic and
 * whose Service has no TrafficSplit. Reports profiles that a route cannot replace.
 */
export function readProfileSources(manifests: readonly Manifest[], splits: readonly ReadSplit[], run: Run): SplitsRead {
  const read: ReadSplit[] = [];
  const unread = new Map<Manifest, Left>();
  if (!run.options.profiles) return { splits: read, unread };
  for (const manifest of manifests) {
    const { object } = manifest;
    if (!isServiceProfile(object) || !isConvertibleProfile(object)) continue;
    const source = readSource(manifest, run);
    if (typeof source === 'string') unread.set(manifest, source);
    else if (splitsOf(manifest, source.apex, splits).length === 0)
      read.push({ manifest, split: source, understood: true, skipped: false, findings: [], isProfile: true });
  }
  return { splits: read, unread };
}

/** The TrafficSplits by their apex and namespace. */
const byService = memoisedFor((splits: readonly LocatedSplit[]) => {
  const own = splits.filter(({ isProfile }) => isProfile !== true);
  return groupBy(own, ({ split }) => `${split.namespace}/${split.apex}`);
});

/**
 * Those of some TrafficSplits that split the Service of a profile, in the namespace that its name has, or in one that is not
 * known: then the profile belongs to them.
 */
function splitsOf(profile: Manifest, apex: string, splits: readonly LocatedSplit[]): readonly LocatedSplit[] {
  const namespaces = new Set(['', namespaceInName(profile)]);
  return [...namespaces].flatMap((namespace) => byService(splits).get(`${namespace}/${apex}`) ?? []);
}

/** Whether a profile that is read like a split is that of a split in another unit, which a kustomization deploys with it. */
export function isOfOtherUnit(
  { manifest, split, isProfile }: ReadSplit,
  { unit: { kustomize }, splits }: Run,
): boolean {
  if (isProfile !== true || kustomize === undefined) return false;
  const own = splitsOf(manifest, split.apex, splits());
  return own.some((one) => kustomize.together(pathOf(one.manifest), pathOf(manifest)));
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
