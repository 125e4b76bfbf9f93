import { addTo, memoised } from '../collections.ts';
import type { Options } from '../config/config.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { annotation, text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { milliValue, parseQuantity } from '../mesh/quantity.ts';
import {
  namespaceOfProfile,
  overridesOf,
  ownMarks,
  skipAnnotation,
  toServiceProfile,
} from '../mesh/service-profile.ts';
import { profileNameOf } from '../plan/profile-choice.ts';
import { isActing } from '../plan/route-profiles.ts';
import type { Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';

/** The splits and the profiles of a unit of a call. */
interface ProfilesOfUnit {
  readonly run: Run;
  readonly read: { readonly splits: readonly LocatedSplit[]; readonly ownProfiles: readonly Manifest[] };
}

/**
 * Reports profiles whose annotation says that their split is kept, where that is in another unit of the call and has other
 * weights, or a route: it has what it becomes there, and nothing updates or removes this one. `settled` are the splits that
 * are converted or up to date.
 */
export function reportLeftBehind(
  units: readonly ProfilesOfUnit[],
  settled: ReadonlySet<Manifest>,
  options: Options,
): void {
  const isRoute = options.target === 'httproute';
  const splitsOf = new Map<string, LocatedSplit[]>();
  const keyOf = (placed: LocatedSplit): string => `${placed.split.namespace}/${profileNameOf(placed, options)}`;
  for (const { read } of units) for (const placed of read.splits) addTo(splitsOf, keyOf(placed), placed);
  const wanted = memoised((key: string) => {
    const splits = splitsOf.get(key) ?? [];
    if (!splits.every(({ manifest }) => settled.has(manifest))) return undefined;
    const equal = isRoute ? [] : splits;
    return new Set(equal.map(({ split }) => overridesKey(toServiceProfile(split, options).spec.dstOverrides)));
  });
  for (const { run, read } of units) {
    if (run.unit.whole === false) continue;
    const own = new Set(read.splits.map(keyOf));
    for (const manifest of read.ownProfiles) {
      const { object } = manifest;
      const counts = isRoute ? isActing(object) : overridesOf(object).length > 0;
      if (annotation(object, skipAnnotation) !== ownMarks.kept || !counts) continue;
      const key = `${namespaceOfProfile(object, options)}/${text(object, 'metadata', 'name')}`;
      const [first] = splitsOf.get(key) ?? [];
      if (first === undefined || own.has(key) || wanted(key)?.has(overridesKey(overridesOf(object))) !== false)
        continue;
      const at = { manifest, field: ['spec', 'dstOverrides'] };
      run.report({ ...(isRoute ? overRoute : otherWeights)(pathOf(first.manifest)), at });
    }
  }
}

function otherWeights(path: string): Omit<Diagnostic, 'at'> {
  return {
    code: 'profile-in-other-directory',
    message: `has other weights than its TrafficSplit, which is in ${path}`,
    fix: 'if both are applied to one cluster, keep only the ServiceProfile beside the TrafficSplit',
  };
}

function overRoute(path: string): Omit<Diagnostic, 'at'> {
  return {
    code: 'profile-wins',
    severity: 'warning',
    message: `would take precedence over the route of its TrafficSplit, which is in ${path}`,
    fix: 'if both are applied to one cluster, remove the ServiceProfile',
  };
}

/** A text that is the same for overrides with the same authorities and equal weights. */
function overridesKey(overrides: ReturnType<typeof overridesOf>): string {
  return JSON.stringify(overrides.map(({ authority, weight }) => [authority, weightKey(weight)]));
}

function weightKey(weight: unknown): string {
  const quantity = typeof weight === 'string' || typeof weight === 'number' ? parseQuantity(weight) : undefined;
  return quantity === undefined ? '' : String(milliValue(quantity));
}
