import { addTo } from '../collections.ts';
import { option } from '../config/advice.ts';
import type { Options } from '../config/config.ts';
import { several, type Report } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { clusterDomainsIn, mayHoldProfile } from '../manifests/profile-domains.ts';
import type { Call } from '../run.ts';

/**
 * Reports once for a call that its ServiceProfiles of other services have another cluster domain than the new profiles.
 * (For a service that has such a profile, nothing is written.)
 */
export function reportClusterDomain(call: Call, made: Manifest | undefined, options: Options, report: Report): void {
  if (made === undefined) return;
  const seen = call.clusterDomains?.() ?? domainsIn(call);
  if (seen.has(options.clusterDomain)) return;
  const others = Array.from(seen, ([domain, [path = '-']]) => ({ domain, path }))
    .filter(({ domain }) => !isSuffixed(domain, options.clusterDomain))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const [other] = others;
  if (other === undefined) return;
  const named = others.map(({ domain, path }) => `${domain}${path === '-' ? '' : ` (${path})`}`);
  const isOne = others.length === 1;
  const pass = option(call.units[0] ?? {}, 'clusterDomain', isOne ? other.domain : 'DOMAIN');
  report({
    code: 'cluster-domain-doubtful',
    message: `gets cluster domain ${options.clusterDomain}, but other ServiceProfiles have ${several(named)}`,
    fix: isOne
      ? `pass ${pass} if that is the domain of the cluster`
      : `if these are of several clusters, convert the files of each in a call of its own, with ${pass}`,
    at: { manifest: made, field: ['spec', 'service'] },
  });
}

/** Whether a domain is another one with the suffix that a kustomization gives to names. */
function isSuffixed(domain: string, other: string): boolean {
  return domain.startsWith(other) && !domain.startsWith(`${other}.`);
}

function domainsIn({ units }: Call): ReadonlyMap<string, readonly string[]> {
  const domains = new Map<string, string[]>();
  for (const { path, bytes } of units.flatMap(({ sources }) => sources)) {
    if (!mayHoldProfile(bytes)) continue;
    for (const domain of clusterDomainsIn(bytes)) addTo(domains, domain, path);
  }
  return domains;
}
