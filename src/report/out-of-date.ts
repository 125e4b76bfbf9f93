import type { UnitConversion, RouteOutcome, SplitOutcome } from '../convert.ts';
import { several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Source } from '../yaml/source.ts';

/** The finding of a check, with the command that fixes it. */
const outOfDate = (at: Diagnostic['at'], message: string, command: string | undefined): Diagnostic => ({
  code: 'out-of-date',
  message,
  at,
  ...(command !== undefined && { fix: `run ${command}` }),
});

/**
 * The findings of a check, so that every report format shows why the exit code is 1: each split without an up-to-date
 * profile, and each other file that would change.
 */
export function checkFindings(
  conversions: readonly UnitConversion[],
  changed: readonly Source[],
  drop: boolean,
  command: string | undefined,
): readonly Diagnostic[] {
  const stale = conversions.flatMap(({ splits }) => splits.filter(({ outcome }) => outcome === 'converted'));
  const found = stale.flatMap((one) => [
    outOfDate({ manifest: one.manifest, field: [] }, missingTarget(one, drop), command),
    ...profileElsewhere(one, command),
  ]);
  const told = new Set(found.map(({ at }) => ('manifest' in at ? at.manifest.page.slice.source : undefined)));
  const rest = changed.filter((source) => !told.has(source));
  return [...found, ...rest.map((source) => outOfDate({ source }, 'the file would change', command))];
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
function profileElsewhere(
  { profile, routes = [], manifest }: SplitOutcome,
  command: string | undefined,
): readonly Diagnostic[] {
  const isElsewhere = ({ page }: Manifest): boolean => page.slice.source !== manifest.page.slice.source;
  const stale = routes.flatMap(({ existing, isEqual }) => (existing === undefined || isEqual ? [] : [existing]));
  if (stale.length > 0)
    return stale.filter(isElsewhere).map((route) => {
      const message = `does not match ${text(manifest.object, 'kind')} ${text(manifest.object, 'metadata', 'name')}`;
      return outOfDate({ manifest: route, field: ['spec', 'rules'] }, message, command);
    });
  const existing = profile?.existing;
  if (existing === undefined || existing.page.slice.source === manifest.page.slice.source) return [];
  const name = text(manifest.object, 'metadata', 'name');
  return [
    outOfDate({ manifest: existing, field: ['spec', 'dstOverrides'] }, `does not match TrafficSplit ${name}`, command),
  ];
}
