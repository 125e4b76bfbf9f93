import { groupBy, memoisedFor } from '../collections.ts';
import type { Options } from '../config/config.ts';
import { option } from '../config/advice.ts';
import { mostNamed, several } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Build } from '../kustomize/builds.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority, parseProfileName } from '../mesh/authority.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import type { CallObject, Run } from '../run.ts';
import { leftOut, pipes } from '../splits/build-fixes.ts';
import { pathOf } from '../splits/names.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';

/**
 * Reports profiles that use another cluster domain than this run; undefined if there are none. Nothing is written for a
 * split that has one.
 */
export function clusterDomainMismatch(
  profiles: readonly Manifest[],
  run: Run,
): (placed: LocatedSplit) => Left | undefined {
  const domains = domainsUsed(profiles)(run.options);
  return (placed) => {
    const { split, manifest } = placed;
    const perOverlay = inClusters(placed, run);
    if (perOverlay !== undefined) return perOverlay;
    const domain = domains.get(`${split.namespace}/${split.apex}`);
    if (domain === undefined) return undefined;
    return leave(run, {
      code: 'cluster-domain-mismatch',
      message: `ServiceProfile ${authority(split.apex, split.namespace, domain)} uses cluster domain ${domain}, this run ${run.options.clusterDomain}`,
      fix: `pass ${option(run.unit, 'clusterDomain', domain)}, or rename the ServiceProfile`,
      at: { manifest, field: ['spec', 'service'] },
    });
  };
}

/** The cluster domains of profiles by their namespaces and Services, except for the domain of this run. */
const domainsUsed = memoisedFor((profiles: readonly Manifest[]) =>
  memoisedFor(({ clusterDomain }: Options): ReadonlyMap<string, string> => {
    const domains = new Map<string, string>();
    for (const profile of profiles) {
      const name = parseProfileName(text(profile.object, 'metadata', 'name'));
      if (name === undefined || name.clusterDomain === clusterDomain) continue;
      const key = `${name.namespace}/${name.service}`;
      if (!domains.has(key)) domains.set(key, name.clusterDomain);
    }
    return domains;
  }),
);

/**
 * Overlays of one base may go to clusters with different domains: then no profile beside the split fits all of them.
 */
function inClusters({ manifest }: LocatedSplit, run: Run): Left | undefined {
  const builds = run.unit.kustomize?.builds(pathOf(manifest)) ?? [];
  const told = builds.length < 2 ? undefined : clustersOf(builds, run);
  if (told === undefined) return undefined;
  return leave(run, {
    code: 'kustomize-rewrites',
    message: `is deployed to clusters with different domains: ${told.shown}`,
    fix: `run ${told.commands}; ${leftOut(pathOf(manifest))}`,
    at: { manifest, field: ['metadata', 'name'] },
  });
}

/** The clusters of some builds, if their domains differ, and the commands for them; made once for all splits of these builds. */
const clustersOf = memoisedFor((builds: readonly Build[], run: Run) => {
  const known = run.inCall(profilesOfCall).flatMap(({ domain, path }) => {
    const own = run.unit.kustomize?.builds(path) ?? [];
    return own.length < builds.length ? own.map((build) => [build.path, domain] as const) : [];
  });
  const own = new Map(known);
  const others = domainsOfOthers(builds, run);
  const domainOf = ({ path }: Build): string => own.get(path) ?? others.get(path) ?? run.options.clusterDomain;
  const ofOwn = new Set(builds.map(({ path }) => own.get(path) ?? run.options.clusterDomain));
  const seen = new Set(builds.flatMap(({ path }) => own.get(path) ?? others.get(path) ?? []));
  if (ofOwn.size < 2 && seen.size < 2) return undefined;
  const named = builds.length > mostNamed ? oneOfEachFirst(builds, domainOf) : builds;
  const commands = named.map((build) =>
    pipes([build], { options: { ...run.options, clusterDomain: domainOf(build) } }),
  );
  return { shown: several(named.map((build) => `${build.path} (${domainOf(build)})`)), commands: several(commands) };
});

/** Builds in another order: the first one of each domain comes before the others, of which not all are named. */
function oneOfEachFirst(builds: readonly Build[], domainOf: (build: Build) => string): readonly Build[] {
  const groups = [...groupBy(builds, domainOf).values()];
  return [...groups.map((group) => group.slice(0, 1)), ...groups.map((group) => group.slice(1))].flat();
}

/** The domains of the builds whose profiles of other services all have the same, if not all of the builds share these. */
function domainsOfOthers(builds: readonly Build[], { unit, clusterDomains }: Run): ReadonlyMap<string, string> {
  const index =
    unit.kustomize === undefined ? new Map<string, never>() : domainsOfBuilds(unit.kustomize)(clusterDomains());
  const found = new Map<string, string>();
  for (const { path } of builds) {
    const domains = [...(index.get(path) ?? [])].filter(([, reach]) => reach < builds.length);
    const [first] = domains;
    if (first !== undefined && domains.length === 1) found.set(path, first[0]);
  }
  return found;
}

type DomainsSeen = ReadonlyMap<string, readonly string[]>;

/** For each build, the domains of the profiles in it, each with the smallest number of builds that such a profile is in. */
const domainsOfBuilds = memoisedFor((kustomize: Kustomize) =>
  memoisedFor((seen: DomainsSeen): ReadonlyMap<string, ReadonlyMap<string, number>> => {
    const index = new Map<string, Map<string, number>>();
    for (const [domain, paths] of seen) {
      for (const builds of paths.map((path) => kustomize.builds(path))) {
        for (const { path } of builds) {
          const domains = index.get(path) ?? new Map<string, number>();
          index.set(path, domains.set(domain, Math.min(domains.get(domain) ?? Infinity, builds.length)));
        }
      }
    }
    return index;
  }),
);

function profilesOfCall(objects: readonly CallObject[]): readonly { readonly domain: string; readonly path: string }[] {
  return objects.flatMap(({ manifest }) => {
    const name = isServiceProfile(manifest.object)
      ? parseProfileName(text(manifest.object, 'metadata', 'name'))
      : undefined;
    return name === undefined ? [] : [{ domain: name.clusterDomain, path: pathOf(manifest) }];
  });
}
