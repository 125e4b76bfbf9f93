import type { Options } from './config.ts';
import type { Report } from './diagnostic.ts';
import { annotation, label, text } from './kubernetes.ts';
import type { KubernetesObject } from './kubernetes.ts';
import type { Manifest } from './manifest.ts';
import { authority, parseProfileName } from './mesh/authority.ts';
import { loadProblems } from './mesh/profile-problems.ts';
import { isServiceProfile, overridesOf, skipAnnotation } from './mesh/service-profile.ts';
import { isTrafficSplit } from './mesh/traffic-split.ts';
import type { Placed } from './placed.ts';
import { reportControllers, ownerOf } from './surroundings/controllers.ts';
import { reportLeftovers } from './surroundings/leftovers.ts';
import { reportRoutes } from './surroundings/routes.ts';
import { reportServices } from './surroundings/services.ts';

/** The kinds that can matter to a split: the words of the second round of reading. */
export const kindsThatMatter: readonly string[] = [
  'ServiceProfile',
  'Service',
  'HTTPRoute',
  'GRPCRoute',
  'Canary',
  'Rollout',
  'AppProject',
];

/** The names by which the surroundings may mention the splits. */
export function namesOf(splits: readonly Placed[]): ReadonlySet<string> {
  const names = splits.flatMap(({ split }) => [
    split.name,
    split.apex,
    ...split.backends.map((backend) => backend.service),
  ]);
  return new Set(names.filter((name) => name !== ''));
}

/** Whether a split carries the skip annotation: then nothing else is said about it (SPEC §2.4). */
export function isSkipped(object: KubernetesObject): boolean {
  return annotation(object, skipAnnotation) !== undefined;
}

/** Whether a split is left alone on purpose (SPEC §2.4); says why. */
export function leftAlone(placed: Placed, controllers: readonly Manifest[], report: Report): boolean {
  const { manifest, split } = placed;
  const { object } = manifest;
  if (annotation(object, 'config.kubernetes.io/local-config') === 'true') {
    report({
      code: 'split-local-config',
      message: `TrafficSplit ${split.name} is local configuration and is never applied`,
      at: { manifest, field: ['metadata', 'annotations', 'config.kubernetes.io/local-config'] },
    });
    return true;
  }
  const failover = label(object, 'failover.linkerd.io/controlled-by');
  if (failover !== undefined) {
    report({
      code: 'failover-controlled',
      message: `TrafficSplit ${split.name} is controlled by ${failover || 'linkerd-failover'}, which changes its weights at run time`,
      at: { manifest, field: ['metadata', 'labels', 'failover.linkerd.io/controlled-by'] },
    });
    return true;
  }
  const owner = ownerOf(placed, controllers);
  if (owner === undefined) return false;
  report({
    code: 'controller-owned',
    message: `TrafficSplit ${split.name} belongs to ${owner.name}, which writes its weights`,
    at: { manifest, field: owner.field },
  });
  return true;
}

/** The namespace of a profile: its own, else the one given for objects without, else the one in its name. */
export function namespaceOfProfile(object: KubernetesObject, options: Pick<Options, 'namespace'>): string {
  const own = text(object, 'metadata', 'namespace');
  if (own !== '') return own;
  return options.namespace ?? parseProfileName(text(object, 'metadata', 'name'))?.namespace ?? '';
}

/** Tells whether a profile for the apex uses another cluster domain: then one of the two is wrong, and nothing is written. */
export function clusterDomainMismatch(
  profiles: readonly Manifest[],
  options: Options,
  report: Report,
): (placed: Placed) => boolean {
  const domains = new Map<string, string>();
  for (const profile of profiles) {
    const name = parseProfileName(text(profile.object, 'metadata', 'name'));
    if (name === undefined || name.clusterDomain === options.clusterDomain) continue;
    const key = `${name.namespace}/${name.service}`;
    if (!domains.has(key)) domains.set(key, name.clusterDomain);
  }
  return ({ split, manifest }) => {
    const domain = domains.get(`${split.namespace}/${split.apex}`);
    if (domain === undefined) return false;
    report({
      code: 'cluster-domain-mismatch',
      message: `ServiceProfile ${authority(split.apex, split.namespace, domain)} uses cluster domain ${domain}, this run ${options.clusterDomain}`,
      fix: `pass --cluster-domain ${domain}, or rename the ServiceProfile`,
      at: { manifest, field: ['spec', 'service'] },
    });
    return true;
  };
}

/** Reports what keeps Linkerd from loading a profile that belongs to a split; overrides that are replaced count no more. */
export function reportProfileProblems(profile: Manifest, replaced: boolean, report: Report): void {
  for (const { field: path, message } of loadProblems(profile.object)) {
    if (replaced && path[1] === 'dstOverrides') continue;
    report({
      code: 'profile-invalid',
      message: `ServiceProfile ${text(profile.object, 'metadata', 'name')}: ${message}`,
      at: { manifest: profile, field: path },
    });
  }
}

/** Reports what around the splits would defeat or surprise them; changes nothing. */
export function reportSurroundings(
  splits: readonly Placed[],
  neighbours: readonly Manifest[],
  options: Options,
  report: Report,
): void {
  const profiles = neighbours.filter(({ object }) => isServiceProfile(object));
  reportProfiles(splits, profiles, options, report);
  for (const profile of profiles) reportMismatch(profile, report);
  if (splits.length === 0) return;
  const apexes = new Set(splits.map(({ split }) => `${split.namespace}/${split.apex}`));
  for (const placed of splits) reportNested(placed, apexes, report);
  reportServices(splits, neighbours, report);
  reportRoutes(splits, neighbours, report);
  reportControllers(neighbours, report);
  if (options.drop)
    reportLeftovers(
      neighbours.filter(({ object }) => !isTrafficSplit(object)),
      report,
    );
}

function reportNested({ manifest, split }: Placed, apexes: ReadonlySet<string>, report: Report): void {
  for (const { service, namespace, index } of split.backends) {
    if ((service === split.apex && namespace === split.namespace) || !apexes.has(`${namespace}/${service}`)) continue;
    report({
      code: 'nested-split',
      message: `backend ${service} is the apex of another TrafficSplit, which Linkerd does not follow from here`,
      at: { manifest, field: ['spec', 'backends', index, 'service'] },
    });
  }
}

function reportProfiles(
  splits: readonly Placed[],
  profiles: readonly Manifest[],
  options: Options,
  report: Report,
): void {
  const apexes = new Map(splits.map((placed) => [placed.split.apex, placed]));
  for (const manifest of profiles) {
    const name = text(manifest.object, 'metadata', 'name');
    const parsed = parseProfileName(name);
    const placed = apexes.get(parsed?.service ?? name.split('.')[0] ?? '');
    if (placed === undefined) continue;
    const { split } = placed;
    const wanted = authority(split.apex, split.namespace, options.clusterDomain);
    const at = { manifest, field: ['metadata', 'name'] };
    if (parsed === undefined) {
      report({
        code: 'profile-name-dead',
        message: `ServiceProfile ${name} is never read by Linkerd, which looks for ${wanted}`,
        fix: `rename it to ${wanted}, then run again`,
        at,
      });
    } else if (name === wanted && namespaceOfProfile(manifest.object, options) !== split.namespace) {
      report({
        code: 'profile-shadowed',
        message: `clients in namespace ${namespaceOfProfile(manifest.object, options)} see this ServiceProfile instead of the one in ${split.namespace}, and not the split`,
        at: { manifest, field: ['metadata', 'namespace'] },
      });
    }
  }
}

/** Typical of a profile made in a Kustomize base: `namespace:` above it moves the object, not the names in it. */
function reportMismatch(manifest: Manifest, report: Report): void {
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
  report({
    code: 'profile-namespace-mismatch',
    message: `ServiceProfile ${text(object, 'metadata', 'name')} is in namespace ${namespace}, but ${odd}`,
    at: { manifest, field: ['metadata', 'namespace'] },
  });
}
