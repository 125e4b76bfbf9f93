import { annotation, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { parseProfileName } from '../mesh/authority.ts';
import { overridesOf, ownMarks, skipAnnotation } from '../mesh/service-profile.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';

/**
 * The apexes of the splits of a whole call, each with its namespace: their profiles are also those of clients in other
 * namespaces, and those under other cluster domains, which have findings of their own.
 */
export function apexKeys(splits: readonly LocatedSplit[]): ReadonlySet<string> {
  return new Set(splits.map(({ split }) => `${split.namespace}/${split.apex}`));
}

/**
 * Reports profiles of a unit whose annotation says that their split is kept, although no split of the call needs them.
 * Does nothing if the call names single files, since the split may be in another one, and under `drop`.
 */
export function reportStale(profiles: readonly Manifest[], asked: ReadonlySet<string>, run: Run): void {
  const { unit, options, report } = run;
  if (options.drop || unit.whole === false) return;
  for (const manifest of profiles) {
    const { object } = manifest;
    if (annotation(object, skipAnnotation) !== ownMarks.kept || overridesOf(object).length === 0) continue;
    const name = parseProfileName(text(object, 'metadata', 'name'));
    if (name !== undefined && asked.has(`${name.namespace}/${name.service}`)) continue;
    report({
      code: 'profile-stale',
      message: 'still splits traffic, but its TrafficSplit is gone',
      at: { manifest, field: ['metadata', 'annotations', skipAnnotation] },
    });
  }
}
