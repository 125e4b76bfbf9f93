import { annotation, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { namespaceOfProfile, ownMarks, skipAnnotation } from '../mesh/service-profile.ts';
import { profileNameOf } from '../plan/choose-profile.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';

/** Reports profiles that were made here and whose split is gone; under `drop` that is how they should stand. */
export function reportStale(splits: readonly LocatedSplit[], profiles: readonly Manifest[], run: Run): void {
  if (run.options.drop) return;
  const wanted = new Set(splits.map((placed) => `${placed.split.namespace}/${profileNameOf(placed, run.options)}`));
  for (const manifest of profiles) {
    const { object } = manifest;
    if (annotation(object, skipAnnotation) !== ownMarks.standing) continue;
    const name = text(object, 'metadata', 'name');
    if (wanted.has(`${namespaceOfProfile(object, run.options)}/${name}`)) continue;
    run.report({
      code: 'profile-stale',
      message: `ServiceProfile ${name} was made from a TrafficSplit that is gone, and still splits its traffic`,
      at: { manifest, field: ['metadata', 'annotations', skipAnnotation] },
    });
  }
}
