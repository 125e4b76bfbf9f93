import { addTo, memoisedFor } from '../collections.ts';
import type { Options } from '../config/config.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { annotation, text } from '../kubernetes.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { parseProfileName } from '../mesh/authority.ts';
import { sameOverrides, skipAnnotation, toServiceProfile, type WeightedDst } from '../mesh/service-profile.ts';
import type { Run, SplitOfCall } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { keyOfProfile, keyOfSplit } from './choose-profile.ts';
import { fixInBuilds, type Chosen } from './profile-choice.ts';
import { markAfter } from './skip-marks.ts';

/** Leaves out the splits of several files that would change the same profile in different ways. */
export function withoutRivals(chosen: readonly Chosen[], run: Run): readonly Chosen[] {
  const claims = new Map<Manifest, Chosen[]>();
  for (const one of chosen) if (one.existing !== undefined) addTo(claims, one.existing, one);
  const lost = new Set<Chosen>();
  for (const [profile, own] of claims) {
    const isEqual = (one: Pick<Chosen, 'placed'>): boolean => sameOverrides(profile.object, wantedOf(one, run.options));
    const others = rivalsElsewhere(profile, own, run);
    if (others.length === 0 && (own.length < 2 || own.every(isEqual))) continue;
    const rivals = [...own, ...others];
    for (const one of own) {
      lost.add(one);
      run.report({
        code: 'apex-split-twice',
        message: `${rivals.length} TrafficSplits need the ServiceProfile in ${pathOf(profile)}: ${several(rivals.map(rivalPlace))}`,
        at: { manifest: one.placed.manifest, field: ['spec', 'service'] },
        ...(rivals.length > 2 && { fix: 'keep one of them' }),
        ...(others.length > 0 && isBuilt(one, run) && { fix: fixInBuilds(one.placed, run) }),
      });
    }
  }
  return chosen.filter((one) => !lost.has(one));
}

/**
 * The other splits, with other overrides, that ask for a profile of another file which kustomizations deploy with them,
 * where it gets an annotation: then the adaptor, which wrote their weights into it, leaves it alone.
 */
function rivalsElsewhere(profile: Manifest, own: readonly Chosen[], run: Run): readonly Pick<Chosen, 'placed'>[] {
  const { options, unit } = run;
  const skip = annotation(profile.object, skipAnnotation);
  const [one] = own;
  if (one === undefined || unit.kustomize === undefined || markAfter(skip, options) === skip) return [];
  if (pathOf(profile) === pathOf(one.placed.manifest)) return [];
  const known = new Set<LocatedSplit>(own.map(({ placed }) => placed));
  const asking = differingSplits(run.splits())(unit.kustomize)(options)(profile);
  return asking.filter((placed) => !known.has(placed)).map((placed) => ({ placed }));
}

/** The splits without the skip annotation whose overrides a profile does not have, which is deployed with them. */
const differingSplits = memoisedFor((splits: readonly SplitOfCall[]) =>
  memoisedFor((kustomize: Kustomize) =>
    memoisedFor((options: Options) => {
      const askers = askersOf(splits, kustomize, options);
      return memoisedFor((profile: Manifest): readonly SplitOfCall[] => {
        // The namespace of a split that has none may be that of the profile.
        const service = parseProfileName(text(profile.object, 'metadata', 'name'))?.service ?? '';
        const keys = [keyOfProfile(profile, options, kustomize), `/${service}`];
        const users = kustomize.users(pathOf(profile));
        const found = keys.flatMap((key) => users.flatMap((user) => askers.get(key)?.get(user) ?? []));
        return [...new Set(found)].filter((placed) => !sameOverrides(profile.object, wantedOf({ placed }, options)));
      });
    }),
  ),
);

/** The splits by the profile that they ask for, and by the kustomizations that deploy them. */
function askersOf(
  splits: readonly SplitOfCall[],
  kustomize: Kustomize,
  options: Options,
): ReadonlyMap<string, ReadonlyMap<unknown, readonly SplitOfCall[]>> {
  const found = new Map<string, Map<unknown, SplitOfCall[]>>();
  for (const placed of splits) {
    if (!placed.understood || placed.skipped) continue;
    const { apex, namespace } = placed.split;
    const key = namespace === '' ? `/${apex}` : keyOfSplit(placed, options);
    const byUser = found.get(key) ?? new Map<unknown, SplitOfCall[]>();
    found.set(key, byUser);
    for (const user of kustomize.users(pathOf(placed.manifest))) addTo(byUser, user, placed);
  }
  return found;
}

function isBuilt({ placed }: Chosen, { unit }: Run): boolean {
  return unit.kustomize?.builds(pathOf(placed.manifest)).at(0) !== undefined;
}

/** The name and the file of a split, for a message. */
export function rivalPlace({ placed }: Pick<Chosen, 'placed'>): string {
  return `${placed.split.name} (${pathOf(placed.manifest)})`;
}

function wantedOf({ placed }: Pick<Chosen, 'placed'>, options: Options): readonly WeightedDst[] {
  return toServiceProfile(placed.split, options).spec.dstOverrides;
}
