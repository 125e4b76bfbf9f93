import { isCollection } from 'yaml';
import { addTo, groupBy, memoisedFor } from '../collections.ts';
import type { Options } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { field, isMapping, text, type FieldPath } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { mapAt } from '../manifests/nodes.ts';
import { isTemplated } from '../splits/actions.ts';
import { authority, parseProfileName } from '../mesh/authority.ts';
import { loadProblems } from '../mesh/profile-problems.ts';
import type { WeightedDst } from '../mesh/service-profile.ts';
import {
  isServiceProfile,
  namespaceOfProfile,
  overridesOf,
  sameOverrides,
  sameWeight,
  toServiceProfile,
} from '../mesh/service-profile.ts';
import { isClusterDump } from '../mesh/traffic-split.ts';
import { atApex, type LocatedSplit } from '../manifests/located-split.ts';
import { profilesByName } from '../plan/choose-profile.ts';
import { profileNameOf } from '../plan/profile-choice.ts';
import { isActing } from '../plan/route-profiles.ts';
import type { CallObject, Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { option } from '../config/advice.ts';

/**
 * Reports what keeps Linkerd from loading the profile of a split, as it is after the change: overrides that are replaced
 * do not count.
 */
export function reportProfileProblems(profile: Manifest, placed: LocatedSplit, isChanged: boolean, run: Run): void {
  const wanted = isChanged ? toServiceProfile(placed.split, run.options).spec.dstOverrides : undefined;
  for (const { field: path, message } of loadProblems(profile.object)) {
    if (wanted !== undefined && path[1] === 'dstOverrides' && !isKept(path, profile, wanted)) continue;
    run.report({
      code: 'profile-invalid',
      message,
      at: { manifest: profile, field: path },
    });
  }
}

/** Whether what is at a path below the overrides stays: all of an entry whose authority stays, but for a weight that differs. */
function isKept([, , index, key]: FieldPath, { object, node }: Manifest, wanted: readonly WeightedDst[]): boolean {
  if (typeof index !== 'number' || key === undefined) return false;
  const current = overridesOf(object);
  const entry = current[index];
  const want = wanted.find(({ authority: one }) => one === entry?.authority);
  if (entry === undefined || want === undefined) return false;
  // In brackets, a list with other authorities is written anew.
  const sameOrder =
    current.length === wanted.length && wanted.every((one, at) => one.authority === current[at]?.authority);
  const written = mapAt(node, 'spec')?.get('dstOverrides', true);
  if (!sameOrder && isCollection(written) && written.flow === true) return false;
  return key !== 'weight' || sameWeight(entry.weight, want.weight);
}

/** Reports a profile that is changed and was exported from a cluster. */
export function reportDumpedProfile(profile: Manifest, run: Run): void {
  if (!isClusterDump(profile.object)) return;
  run.report({
    code: 'cluster-dump',
    message: 'was exported from a cluster',
    at: { manifest: profile, field: ['metadata'] },
  });
}

/**
 * Reports profiles of an apex that Linkerd never reads, and those that clients in another namespace use instead, without
 * its split. Returns all that such clients use.
 */
export function reportProfiles(
  splits: readonly LocatedSplit[],
  profiles: readonly Manifest[],
  run: Run,
): ReadonlySet<Manifest> {
  const byApex = groupBy(splits, ({ split }) => split.apex);
  const byService = copiesByService(profilesByName(profiles, run));
  const ofClients = new Set<Manifest>();
  for (const [apex, placed] of byApex) {
    for (const named of byService.get(apex) ?? []) {
      if (parseProfileName(named.name) === undefined) reportDead(named, placed, run);
      else for (const manifest of reportShadowed(named, placed, run)) ofClients.add(manifest);
    }
  }
  return ofClients;
}

function reportDead({ name, namespace, copies }: NamedProfile, placed: readonly LocatedSplit[], run: Run): void {
  const [apex = '', second] = name.split('.');
  const meant = [namespace, second].find((one) => placed.some(({ split }) => split.namespace === one));
  const wanted = authority(apex, meant ?? (namespace || (placed[0]?.split.namespace ?? '')), run.options.clusterDomain);
  for (const manifest of copies) run.report(dead(manifest, wanted));
}

/** Reports profiles that hide the split of one from clients in their namespace; returns all of such clients. */
function reportShadowed(
  { name, namespace, copies }: NamedProfile,
  placed: readonly LocatedSplit[],
  run: Run,
): readonly Manifest[] {
  const hidden = placed.find(
    ({ split }) =>
      name === authority(split.apex, split.namespace, run.options.clusterDomain) && namespace !== split.namespace,
  );
  if (hidden === undefined) return [];
  const wanted = toServiceProfile(hidden.split, run.options).spec.dstOverrides;
  for (const manifest of copies)
    if (hidden.split.matches.length > 0 || !sameOverrides(manifest.object, wanted))
      run.report(shadows(manifest, namespace, hidden, run.options));
  return copies;
}

/** The profiles of one name and namespace. */
interface NamedProfile {
  readonly name: string;
  readonly namespace: string;
  readonly copies: readonly Manifest[];
}

/** Profiles by the Service in their names. */
const copiesByService = memoisedFor(
  (byName: ReturnType<typeof profilesByName>): ReadonlyMap<string, readonly NamedProfile[]> => {
    const byService = new Map<string, NamedProfile[]>();
    for (const [key, copies] of byName) {
      const name = text(copies[0].object, 'metadata', 'name');
      const service = parseProfileName(name)?.service;
      const namespace = key.slice(0, -`/${name}`.length);
      // What it is called, or where it is, after rendering is not known.
      if ((service === undefined && isTemplated(name)) || isTemplated(namespace)) continue;
      addTo(byService, service ?? name.replace(/\..*$/, ''), { name, namespace, copies });
    }
    return byService;
  },
);

function dead(manifest: Manifest, wanted: string): Diagnostic {
  return {
    code: 'profile-name-dead',
    message: `is never read: Linkerd looks for ${wanted}`,
    fix: `move its routes into ServiceProfile ${wanted}, then delete this one`,
    at: { manifest, field: ['metadata', 'name'] },
  };
}

function shadows(manifest: Manifest, namespace: string, { split }: LocatedSplit, { target }: Options): Diagnostic {
  const carrier = target === 'httproute' ? 'route' : 'profile';
  return {
    code: 'profile-shadowed',
    message: `hides the ${carrier} in ${split.namespace}, with its split, from clients in ${namespace}`,
    // Overrides split all requests.
    ...(split.matches.length > 0 && { fix: 'delete that ServiceProfile, or its dstOverrides' }),
    at: { manifest, field: ['metadata', 'namespace'] },
  };
}

/** Reports a profile with the name of the split's and with more than overrides, in the call but outside of the unit. */
export function reportOtherDirectory(placed: LocatedSplit, run: Run): void {
  const [first] = profilesElsewhere(placed, run);
  if (first === undefined) return;
  const path = pathOf(first);
  const where =
    run.unit.inUnit?.(path) === false
      ? `move ${path} into the directory of the TrafficSplit`
      : `list ${path} in the kustomization that lists the TrafficSplit`;
  const fix = `if both are applied to one cluster, ${where}, and remove the new profile where it is written`;
  run.report({
    code: 'profile-in-other-directory',
    message: `gets a new profile, although ${path} has ServiceProfile ${profileNameOf(placed, run.options)}`,
    fix,
    at: { manifest: placed.manifest, field: ['spec', 'service'] },
  });
}

/**
 * Reports a profile in the call but outside of the unit, with routes: were it in the unit, the split would be left
 * alone, for Linkerd ignores the route of a Service whose profile has routes (linkerd2-proxy,
 * app/outbound/src/http/logical/profile.rs).
 */
export function reportWinner(placed: LocatedSplit, run: Run): void {
  const [first] = profilesElsewhere(placed, run).filter(({ object }) => isActing(object));
  if (first === undefined) return;
  run.report({
    code: 'profile-wins',
    severity: 'warning',
    message: `gets a route, but ServiceProfile ${profileNameOf(placed, run.options)} in ${pathOf(first)} would take precedence`,
    fix: `if both are applied to one cluster, remove the ServiceProfile, or pass ${option(run.unit, 'target', 'serviceprofile')}`,
    at: atApex(placed),
  });
}

/** The copies of the split's profile in the call, if all of them have more than overrides. */
function profilesElsewhere(placed: LocatedSplit, run: Run): readonly Manifest[] {
  const all = run.inCall(profilesInCall).get(profileNameOf(placed, run.options)) ?? [];
  // One of clients in another namespace is another object, which the new profile does not replace.
  const copies = all.filter(({ object }) => namespaceOfProfile(object, run.options) === placed.split.namespace);
  return copies.every(holdsMore) ? copies : [];
}

function profilesInCall(objects: readonly CallObject[]): ReadonlyMap<string, readonly Manifest[]> {
  const profiles = objects.flatMap(({ manifest, isPatch }) =>
    !isPatch && isServiceProfile(manifest.object) ? manifest : [],
  );
  return groupBy(profiles, ({ object }) => text(object, 'metadata', 'name'));
}

function holdsMore({ object }: Manifest): boolean {
  const spec = field(object, 'spec');
  return isMapping(spec) && Object.keys(spec).some((key) => key !== 'dstOverrides');
}
