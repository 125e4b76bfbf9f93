import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority, parseProfileName } from '../mesh/authority.ts';
import { loadProblems } from '../mesh/profile-problems.ts';
import { namespaceOfProfile, overridesOf } from '../mesh/service-profile.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';

/** Reports what keeps Linkerd from loading a profile that belongs to a split; overrides that are replaced count no more. */
export function reportProfileProblems(profile: Manifest, replaced: boolean, run: Run): void {
  for (const { field: path, message } of loadProblems(profile.object)) {
    if (replaced && path[1] === 'dstOverrides') continue;
    run.report({
      code: 'profile-invalid',
      message: `ServiceProfile ${text(profile.object, 'metadata', 'name')}: ${message}`,
      at: { manifest: profile, field: path },
    });
  }
}

/** Reports profiles of an apex that Linkerd never reads, or that clients of another namespace see instead. */
export function reportProfiles(splits: readonly LocatedSplit[], profiles: readonly Manifest[], run: Run): void {
  const byApex = new Map<string, LocatedSplit[]>();
  for (const placed of splits) byApex.set(placed.split.apex, [...(byApex.get(placed.split.apex) ?? []), placed]);
  for (const manifest of profiles) {
    const name = text(manifest.object, 'metadata', 'name');
    const parsed = parseProfileName(name);
    const namespace = namespaceOfProfile(manifest.object, run.options);
    const placed = byApex.get(parsed?.service ?? name.split('.')[0] ?? '') ?? [];
    const wantedBy = ({ split }: LocatedSplit): string =>
      authority(split.apex, split.namespace, run.options.clusterDomain);
    if (parsed === undefined) {
      const nearest = placed.find(({ split }) => split.namespace === namespace) ?? placed[0];
      if (nearest !== undefined) run.report(dead(manifest, wantedBy(nearest)));
    } else {
      const shadowed = placed.find((one) => name === wantedBy(one) && namespace !== one.split.namespace);
      if (shadowed !== undefined) run.report(shadows(manifest, namespace, shadowed.split.namespace));
    }
  }
}

function dead(manifest: Manifest, wanted: string): Diagnostic {
  return {
    code: 'profile-name-dead',
    message: `ServiceProfile ${text(manifest.object, 'metadata', 'name')} is never read by Linkerd, which looks for ${wanted}`,
    fix: `move its routes into ServiceProfile ${wanted}, and delete it`,
    at: { manifest, field: ['metadata', 'name'] },
  };
}

function shadows(manifest: Manifest, namespace: string, of: string): Diagnostic {
  return {
    code: 'profile-shadowed',
    message: `clients in namespace ${namespace} see this ServiceProfile instead of the one in ${of}, and not the split`,
    at: { manifest, field: ['metadata', 'namespace'] },
  };
}

/** Typical of a profile made in a Kustomize base: `namespace:` above it moves the object, not the names in it. */
export function reportMismatch(manifest: Manifest, run: Run): void {
  const { object } = manifest;
  const namespace = text(object, 'metadata', 'namespace');
  const overrides = overridesOf(object);
  const name = parseProfileName(text(object, 'metadata', 'name'));
  if (namespace === '' || overrides.length === 0 || name === undefined) return;
  const [elsewhere, ...more] = new Set(
    overrides.map(({ authority: value }) => (typeof value === 'string' ? value.split('.')[1] : undefined)),
  );
  if (name.namespace === namespace && (elsewhere === undefined || elsewhere === namespace || more.length > 0)) return;
  const odd =
    name.namespace === namespace
      ? `its overrides name Services of ${elsewhere ?? ''}`
      : `its name is of namespace ${name.namespace}`;
  run.report({
    code: 'profile-namespace-mismatch',
    message: `ServiceProfile ${text(object, 'metadata', 'name')} is in namespace ${namespace}, but ${odd}`,
    at: { manifest, field: ['metadata', 'namespace'] },
  });
}
