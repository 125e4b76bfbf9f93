import type { Conversion, SplitOutcome } from '../convert.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
import type { Source } from '../yaml/source.ts';

/** What a check says of a split: the code, and the command that mends it. */
const outOfDate = (at: Diagnostic['at'], message: string, command: string | undefined): Diagnostic => ({
  code: 'out-of-date',
  message,
  at,
  ...(command !== undefined && { fix: `run ${command}` }),
});

/**
 * What a check finds, so that no form of report is empty where the exit code is 1: each split that lacks an up-to-date
 * profile, and each file that would change and holds none of these.
 */
export function checkFindings(
  conversions: readonly Conversion[],
  changed: readonly Source[],
  drop: boolean,
  command: string | undefined,
): readonly Diagnostic[] {
  const stale = conversions.flatMap(({ splits }) => splits.filter(({ outcome }) => outcome === 'converted'));
  const found = stale.flatMap((one) => [
    outOfDate({ manifest: one.manifest, field: [] }, lackOf(one, drop), command),
    ...profileElsewhere(one, command),
  ]);
  const told = new Set(found.map(({ at }) => ('manifest' in at ? at.manifest.page.slice.source : undefined)));
  const rest = changed.filter((source) => !told.has(source));
  return [...found, ...rest.map((source) => outOfDate({ source }, 'the file would change', command))];
}

/** What a split lacks. */
function lackOf({ profile, manifest }: SplitOutcome, drop: boolean): string {
  if (profile?.made !== undefined) return `ServiceProfile ${profile.made.metadata.name} is missing`;
  if (profile?.existing === undefined) return 'would be removed';
  const name = text(profile.existing.object, 'metadata', 'name');
  const path = profile.existing.page.slice.source === manifest.page.slice.source ? '' : ` in ${profile.path}`;
  return drop
    ? `is not replaced by ServiceProfile ${name}${path} yet`
    : `ServiceProfile ${name}${path} is not up to date`;
}

/** A profile in another file is a place of its own: a reviewer may see only that file. */
function profileElsewhere({ profile, manifest }: SplitOutcome, command: string | undefined): readonly Diagnostic[] {
  const existing = profile?.existing;
  if (existing === undefined || existing.page.slice.source === manifest.page.slice.source) return [];
  const name = text(manifest.object, 'metadata', 'name');
  return [
    outOfDate({ manifest: existing, field: ['spec', 'dstOverrides'] }, `does not match TrafficSplit ${name}`, command),
  ];
}
