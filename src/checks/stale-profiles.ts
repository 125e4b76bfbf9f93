import { addTo, memoised, once } from '../collections.ts';
import type { Options } from '../config/config.ts';
import { findings } from '../findings/findings.ts';
import { annotation, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { parseProfileName } from '../mesh/authority.ts';
import { namespaceOfProfile, overridesOf, ownMarks, skipAnnotation } from '../mesh/service-profile.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { namespacesOfSplit } from '../splits/namespaces.ts';
import { patchedPlacesOf } from '../splits/rewritten.ts';

/**
 * The apexes of the splits of a whole call, each with its namespace: their profiles are also those of clients in other
 * namespaces, and those under other cluster domains, which have findings of their own.
 */
export function apexKeys(splits: readonly LocatedSplit[]): ReadonlySet<string> {
  return new Set(splits.map(({ split }) => `${split.namespace}/${split.apex}`));
}

/** The splits of a unit of a call. */
interface SplitsOfUnit {
  readonly run: Run;
  readonly read: { readonly splits: readonly LocatedSplit[] };
}

/** A split with what is known of its unit. */
interface PlacedInRun {
  readonly placed: LocatedSplit;
  readonly run: Run;
}

/**
 * Returns whether a profile, named by namespace and Service as `shop/web`, is that of a split of a whole call: in the
 * namespace of the split, or in one that a kustomization deploys it to, or of the apex that a patch or a prefix gives it.
 */
export function profilesAsked(units: readonly SplitsOfUnit[]): (key: string) => boolean {
  const asked = new Set(units.flatMap(({ read }) => [...apexKeys(read.splits)]));
  const patched = once((): ReadonlySet<string> => {
    const places = units.flatMap(({ run, read }) => read.splits.flatMap((placed) => patchedPlacesOf(placed, run)));
    return new Set(places.map(({ namespace, apex }) => `${namespace}/${apex}`));
  });
  const byApex = new Map<string, PlacedInRun[]>();
  for (const { run, read } of units)
    for (const placed of read.splits) addTo(byApex, placed.split.apex, { placed, run });
  // The splits of a base have one list of namespaces, which is looked through once.
  const deployed = memoised((apex): ReadonlySet<string> => {
    const lists = new Set((byApex.get(apex) ?? []).map(({ placed, run }) => namespacesOfSplit(placed, run)));
    return new Set([...lists].flat());
  });
  // Only Kustomize knows the names of the Services that a prefix or a suffix makes.
  const renamed = once((): ReadonlySet<string> => {
    const isRenamed = ({ placed: { manifest }, run: { unit } }: PlacedInRun): boolean =>
      unit.kustomize?.builds(pathOf(manifest)).some(({ renames }) => renames) === true;
    return new Set([...byApex].flatMap(([apex, all]) => (all.some(isRenamed) ? [apex] : [])));
  });
  return (key) => {
    const [namespace = '', service = ''] = key.split('/');
    const isOf = (apex: string): boolean => asked.has(`${namespace}/${apex}`) || deployed(apex).has(namespace);
    if (isOf(service) || patched().has(key)) return true;
    return renamed().size > 0 && partsOf(service).some((part) => renamed().has(part) && isOf(part));
  };
}

/** All that is left of the name of a Service without some letters at its start and its end. */
function partsOf(name: string): readonly string[] {
  const starts = Array.from({ length: name.length <= longestName ? name.length : 0 }, (_, start) => start);
  return starts.flatMap((start) => starts.slice(start).map((end) => name.slice(start, end + 1)));
}

/** The most letters that the name of a Service has (RFC 1035). */
const longestName = 63;

/** The profiles whose split was dropped, each by its namespace and name. */
export function droppedProfiles(profiles: readonly Manifest[], options: Options): ReadonlyMap<string, Manifest> {
  const dropped = profiles.filter(({ object }) => annotation(object, skipAnnotation) === ownMarks.dropped);
  return new Map(dropped.map((manifest) => [profileKey(manifest, options), manifest]));
}

function profileKey({ object }: Manifest, options: Options): string {
  return `${namespaceOfProfile(object, options)}/${text(object, 'metadata', 'name')}`;
}

/** What is said of a profile where the split was dropped in another file: without overrides it would replace the other one. */
function fixBeside(other: Manifest | undefined): { readonly fix?: string } {
  if (other === undefined) return {};
  return {
    fix: `if ${pathOf(other)} is applied to the same cluster, keep only the ServiceProfile there; else ${findings['profile-stale'].fix}`,
  };
}

/**
 * Reports profiles of a unit whose annotation says that their split is kept, although no split of the call needs them.
 * Does nothing if the call names single files, since the split may be in another one, and under `drop`.
 */
export function reportStale(
  profiles: readonly Manifest[],
  isAsked: ReturnType<typeof profilesAsked>,
  dropped: ReadonlyMap<string, Manifest>,
  run: Run,
): void {
  const { unit, options, report } = run;
  if (options.drop || unit.whole === false) return;
  for (const manifest of profiles) {
    const { object } = manifest;
    if (annotation(object, skipAnnotation) !== ownMarks.kept || overridesOf(object).length === 0) continue;
    const name = parseProfileName(text(object, 'metadata', 'name'));
    if (name !== undefined && isAsked(`${name.namespace}/${name.service}`)) continue;
    if (unit.lacksSplit?.(pathOf(manifest)) === true) continue;
    report({
      code: 'profile-stale',
      message: 'still splits traffic, but its TrafficSplit is gone',
      ...fixBeside(dropped.get(profileKey(manifest, options))),
      at: { manifest, field: ['metadata', 'annotations', skipAnnotation] },
    });
  }
}
