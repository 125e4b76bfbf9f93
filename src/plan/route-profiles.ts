import { groupBy } from '../collections.ts';
import { option } from '../config/advice.ts';
import type { Options } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { annotation, field, isMapping, text } from '../kubernetes.ts';
import { atApex, titleOfSplit, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { authority, parseProfileName } from '../mesh/authority.ts';
import { parseQuantity } from '../mesh/quantity.ts';
import {
  isOwnMark,
  isServiceProfile,
  namespaceOfProfile,
  overridesOf,
  sameWeight,
  skipAnnotation,
} from '../mesh/service-profile.ts';
import type { TrafficSplit } from '../mesh/traffic-split.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { selectable } from '../kustomize/selectors.ts';
import type { Change } from './change.ts';
import { leftToBuilds } from './other-builds.ts';
import { fixInBuilds } from './profile-choice.ts';
import { deployedNamespaces, namespacesOfSplit, sharingAs } from '../splits/namespaces.ts';
import type { Routes } from './routes-around.ts';
import { countsFor } from './routes-around.ts';
import { pathOf } from '../splits/names.ts';

/** ServiceProfiles by the Service in their name. */
export type ProfilesByService = ReadonlyMap<string, readonly Manifest[]>;

/** Groups profiles by the Service in their name. */
export function profilesByService(profiles: readonly Manifest[]): ProfilesByService {
  return groupBy(profiles, ({ object }) => parseProfileName(text(object, 'metadata', 'name'))?.service ?? '');
}

/**
 * The profiles that have to be removed before the route of a split is in force: while one has routes or an override
 * above zero, Linkerd ignores routes (linkerd2-proxy, app/outbound/src/http/logical/profile.rs). A profile with
 * anything but the overrides of the split is an error.
 */
export function profilesInTheWay(
  placed: LocatedSplit,
  profiles: ProfilesByService,
  routes: Routes,
  run: Run,
): readonly Manifest[] | Left {
  const near = sharingAs(profiles.get(placed.split.apex) ?? [], placed, { run, placesOf: namedNamespaces }).filter(
    isDeployed(placed, routes, run),
  );
  const acting = near.filter(({ object }) => isActing(object));
  const others = acting.filter((profile) => profile !== placed.manifest);
  const wins = others.find((profile) => !isOfSplit(profile, placed.split, run.options));
  if (wins !== undefined) return leave(run, profileWins(placed, wins, run));
  const shared = leftToBuilds(placed, others, run);
  if (shared !== undefined) return shared;
  for (const profile of others) {
    const moved = movedByBuild(profile, placed, run);
    if (moved !== undefined) return leave(run, moved);
  }
  for (const profile of others) {
    const rewritten = rewrittenBy(profile, placed, run);
    if (rewritten !== undefined) return leave(run, rewritten);
  }
  return others;
}

/** In a namespace that is not the one in its name, a profile is that of the clients there, and has to stay. */
function movedByBuild(profile: Manifest, placed: LocatedSplit, run: Run): Diagnostic | undefined {
  const name = text(profile.object, 'metadata', 'name');
  const named = parseProfileName(name)?.namespace;
  const isBare = text(profile.object, 'metadata', 'namespace') === '';
  const builds = run.unit.kustomize?.namespacesBuilt(pathOf(profile), isBare) ?? [];
  const moving = builds.find(({ value }) => value !== '' && value !== named);
  return (
    moving && {
      code: 'profile-wins',
      message: `ServiceProfile ${name} would go, but ${moving.by} puts it into namespace ${moving.value}`,
      fix: fixInBuilds(placed, run, moving.by),
      at: atApex(placed),
    }
  );
}

/** A kustomization that changes a profile would have nothing to change once it is gone, and may say another split. */
function rewrittenBy(profile: Manifest, placed: LocatedSplit, { unit }: Run): Diagnostic | undefined {
  const [first] = unit.kustomize?.rewrites(pathOf(profile), { ...selectable(profile), isRemoved: true }) ?? [];
  return (
    first && {
      code: 'kustomize-rewrites',
      message: `ServiceProfile ${text(profile.object, 'metadata', 'name')} would go, but ${first.overlay} ${first.how}`,
      fix: `remove the ServiceProfile, and what ${first.overlay} says of it`,
      at: atApex(placed),
    }
  );
}

/** The namespace in the name of a profile. */
function namedNamespaces({ object }: Manifest): readonly string[] {
  return [parseProfileName(text(object, 'metadata', 'name'))?.namespace ?? ''];
}

/** Whether a profile is for the namespace of a split and deployed together with it. */
function isDeployed(placed: LocatedSplit, routes: Routes, run: Run): (profile: Manifest) => boolean {
  const counts = countsFor(placed, routes, run);
  const isNamed = (namespaces: readonly string[], name: string): boolean =>
    namespaces.includes('') || namespaces.includes(name);
  return (profile) => {
    const [named = ''] = namedNamespaces(profile);
    const own = deployedNamespaces(profile, namespaceOfProfile(profile.object, run.options), run);
    // One in another namespace is that of the clients there.
    if (!isNamed(own, named) || !isNamed(namespacesOfSplit(placed, run), named)) return false;
    return counts(profile);
  };
}

/** Whether the spec of a profile has overrides and nothing else. */
export function onlySplits(profile: Manifest['object']): boolean {
  const spec = field(profile, 'spec');
  return isMapping(spec) && Object.keys(spec).join() === 'dstOverrides';
}

/** Whether a profile takes precedence over routes: it has routes, or an override that is not zero. */
export function isActing(profile: Manifest['object']): boolean {
  const routes = field(profile, 'spec', 'routes');
  return (Array.isArray(routes) && routes.length > 0) || overridesOf(profile).some(({ weight }) => isNotZero(weight));
}

/** A weight below zero reaches the proxies as a huge one above it (linkerd2, profile_translator.go). */
function isNotZero(weight: unknown): boolean {
  if (typeof weight !== 'string' && typeof weight !== 'number') return false;
  const quantity = parseQuantity(weight);
  return quantity?.mantissa !== 0n;
}

/** Whether a profile of this cluster domain says what the split says and nothing else, and may be taken away. */
function isOfSplit({ object }: Manifest, split: TrafficSplit, { clusterDomain }: Options): boolean {
  const skip = annotation(object, skipAnnotation);
  if (!onlySplits(object) || (skip !== undefined && !isOwnMark(skip))) return false;
  const name = parseProfileName(text(object, 'metadata', 'name'));
  const current = overridesOf(object);
  if (name?.clusterDomain !== clusterDomain || current.length !== split.backends.length || split.matches.length > 0)
    return false;
  return split.backends.every(({ service, namespace, weight }) => {
    const wanted = authority(service, namespace || name.namespace, name.clusterDomain);
    return current.some((entry) => bare(entry.authority) === wanted && sameWeight(entry.weight, weight));
  });
}

function bare(name: unknown): unknown {
  return typeof name === 'string' ? name.replace(/\.$/, '') : name;
}

function profileWins(placed: LocatedSplit, { object }: Manifest, run: Run): Diagnostic {
  const name = text(object, 'metadata', 'name');
  const [what, fix] = whyItWins(object, placed.split, run);
  return {
    code: 'profile-wins',
    message: `ServiceProfile ${name} ${what} and takes precedence over a route`,
    fix,
    at: atApex(placed),
  };
}

/** Why a profile may not be taken away, and what to do about it. */
function whyItWins(
  profile: Manifest['object'],
  { matches }: TrafficSplit,
  { options, unit }: Run,
): readonly [what: string, fix: string] {
  const { clusterDomain } = options;
  const skip = annotation(profile, skipAnnotation);
  if (skip !== undefined && !isOwnMark(skip))
    return [`is marked ${skipAnnotation}`, 'remove the annotation, or the ServiceProfile'];
  if (!onlySplits(profile))
    return [
      'has more than the split',
      `move its routes' retries and timeouts to annotations of the Service, then remove it; or pass ${option(unit, 'target', 'serviceprofile')}`,
    ];
  const domain = parseProfileName(text(profile, 'metadata', 'name'))?.clusterDomain ?? clusterDomain;
  if (domain !== clusterDomain)
    return [
      `uses cluster domain ${domain}, not ${clusterDomain},`,
      `pass ${option(unit, 'clusterDomain', domain)}, or remove the ServiceProfile`,
    ];
  return matches.length > 0
    ? ['splits all requests, not only those that match,', 'remove the ServiceProfile']
    : ['has other overrides', 'remove the ServiceProfile, or make the two agree'];
}

/** Reports the profiles that are removed because a split becomes a route. */
export function reportRemovedProfiles(placed: LocatedSplit, changes: readonly Change[], { report }: Run): void {
  for (const change of changes)
    if (change.kind === 'take-out' && isServiceProfile(change.manifest.object))
      report(removed(change.manifest, placed));
}

function removed(profile: Manifest, placed: LocatedSplit): Diagnostic {
  return {
    code: 'profile-removed',
    message: `removed: Linkerd would ignore the route of ${titleOfSplit(placed)}`,
    at: { manifest: profile, field: ['metadata', 'name'] },
  };
}
