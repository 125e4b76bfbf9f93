import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority, parseProfileName } from '../mesh/authority.ts';
import { loadProblems } from '../mesh/profile-problems.ts';
import { namespaceOfProfile, overridesOf } from '../mesh/service-profile.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';

/** Tells whether a profile for the apex uses another cluster domain: then one of the two is wrong, and nothing is written. */
export function clusterDomainMismatch(
  profiles: readonly Manifest[],
  run: Run,
): (placed: LocatedSplit) => Left | undefined {
  const domains = new Map<string, string>();
  for (const profile of profiles) {
    const name = parseProfileName(text(profile.object, 'metadata', 'name'));
    if (name === undefined || name.clusterDomain === run.options.clusterDomain) continue;
    const key = `${name.namespace}/${name.service}`;
    if (!domains.has(key)) domains.set(key, name.clusterDomain);
  }
  return ({ split, manifest }) => {
    const domain = domains.get(`${split.namespace}/${split.apex}`);
    if (domain === undefined) return undefined;
    return leave(run, {
      code: 'cluster-domain-mismatch',
      message: `ServiceProfile ${authority(split.apex, split.namespace, domain)} uses cluster domain ${domain}, this run ${run.options.clusterDomain}`,
      fix: `pass --cluster-domain ${domain}, or rename the ServiceProfile`,
      at: { manifest, field: ['spec', 'service'] },
    });
  };
}

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
  const apexes = new Map(splits.map((placed) => [placed.split.apex, placed]));
  for (const manifest of profiles) {
    const name = text(manifest.object, 'metadata', 'name');
    const parsed = parseProfileName(name);
    const placed = apexes.get(parsed?.service ?? name.split('.')[0] ?? '');
    if (placed === undefined) continue;
    const { split } = placed;
    const wanted = authority(split.apex, split.namespace, run.options.clusterDomain);
    const at = { manifest, field: ['metadata', 'name'] };
    if (parsed === undefined) {
      run.report({
        code: 'profile-name-dead',
        message: `ServiceProfile ${name} is never read by Linkerd, which looks for ${wanted}`,
        fix: `rename it to ${wanted}, then run again`,
        at,
      });
    } else if (name === wanted && namespaceOfProfile(manifest.object, run.options) !== split.namespace) {
      run.report({
        code: 'profile-shadowed',
        message: `clients in namespace ${namespaceOfProfile(manifest.object, run.options)} see this ServiceProfile instead of the one in ${split.namespace}, and not the split`,
        at: { manifest, field: ['metadata', 'namespace'] },
      });
    }
  }
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
