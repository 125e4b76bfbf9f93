import type { UnitConversion, RouteOutcome, SplitOutcome } from '../convert.ts';
import { several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { kindAndName, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Source } from '../yaml/source.ts';
import { writingFix, type Writing } from './fix-commands.ts';

/** The fix of what is out of date in a source. */
type FixOf = (source: Source) => string;

/** A finding of a check, with the command that fixes it. */
function outOfDate(manifest: Manifest, field: readonly string[], message: string, fixOf: FixOf): Diagnostic {
  return { code: 'out-of-date', message, fix: fixOf(manifest.page.slice.source), at: { manifest, field } };
}

/**
 * The findings of a check, so that every report format shows why the exit code is 1: each split without an up-to-date
 * profile, and each other file that would change.
 */
export function checkFindings(
  conversions: readonly UnitConversion[],
  changed: readonly Source[],
  drop: boolean,
  writing: Writing,
): readonly Diagnostic[] {
  if (changed.length === 0) return [];
  const fixOf = writingFix(conversions, writing);
  const stale = conversions.flatMap(({ splits }) => splits.filter(({ outcome }) => outcome === 'converted'));
  const found = stale.flatMap((one) => [
    outOfDate(one.manifest, [], missingTarget(one, drop), fixOf),
    ...profileElsewhere(one, fixOf),
  ]);
  const reported = new Set(found.map(({ at }) => ('manifest' in at ? at.manifest.page.slice.source : undefined)));
  const rest = changed.filter((source) => !reported.has(source));
  const others = rest.map((source): Diagnostic => ({
    code: 'out-of-date',
    message: 'the file would change',
    fix: fixOf(source),
    at: { source },
  }));
  return [...found, ...others];
}

/** What is missing for a split, for a message. */
function missingTarget({ profile, routes, manifest }: SplitOutcome, drop: boolean): string {
  if (routes !== undefined) return lackOfRoutes(routes, manifest, drop);
  if (profile?.made !== undefined) return `ServiceProfile ${profile.made.metadata.name} is missing`;
  if (profile?.existing === undefined) return 'would be removed';
  const name = text(profile.existing.object, 'metadata', 'name');
  const path = profile.existing.page.slice.source === manifest.page.slice.source ? '' : ` in ${profile.path}`;
  return drop
    ? `is not replaced by ServiceProfile ${name}${path} yet`
    : `ServiceProfile ${name}${path} is not up to date`;
}

function lackOfRoutes(routes: readonly RouteOutcome[], manifest: Manifest, drop: boolean): string {
  const missing = routes.filter(({ existing }) => existing === undefined).map(({ wanted }) => wanted.metadata.name);
  if (missing.length > 0) return `HTTPRoute ${several(missing)} ${missing.length > 1 ? 'are' : 'is'} missing`;
  const one = routes.find(({ isEqual }) => !isEqual) ?? routes[0];
  if (one?.existing === undefined) return 'would be removed';
  const path = one.existing.page.slice.source === manifest.page.slice.source ? '' : ` in ${one.path}`;
  const name = text(one.existing.object, 'metadata', 'name');
  if (!one.isEqual) return `HTTPRoute ${name}${path} is not up to date`;
  return drop ? `is not replaced by HTTPRoute ${name}${path} yet` : 'a ServiceProfile of it would be removed';
}

/** A profile or route in another file has a finding of its own, because a reviewer may see only that file. */
function profileElsewhere({ profile, routes = [], manifest }: SplitOutcome, fixOf: FixOf): readonly Diagnostic[] {
  const isElsewhere = ({ page }: Manifest): boolean => page.slice.source !== manifest.page.slice.source;
  const stale = routes.flatMap(({ existing, isEqual }) => (existing === undefined || isEqual ? [] : [existing]));
  if (stale.length > 0)
    return stale.filter(isElsewhere).map((route) => {
      const message = `does not match ${kindAndName(manifest.object)}`;
      return outOfDate(route, ['spec', 'rules'], message, fixOf);
    });
  const existing = profile?.existing;
  if (existing === undefined || existing.page.slice.source === manifest.page.slice.source) return [];
  const name = text(manifest.object, 'metadata', 'name');
  return [outOfDate(existing, ['spec', 'dstOverrides'], `does not match TrafficSplit ${name}`, fixOf)];
}
