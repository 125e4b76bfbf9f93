import type { Conversion, SplitOutcome } from '../convert.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { text } from '../kubernetes.ts';
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

/** What is missing for a split, for a message. */
function lackOf({ profile, manifest }: SplitOutcome, drop: boolean): string {
  if (profile?.made !== undefined) return `ServiceProfile ${profile.made.metadata.name} is missing`;
  if (profile?.existing === undefined) return 'would be removed';
  const name = text(profile.existing.object, 'metadata', 'name');
  const path = profile.existing.page.slice.source === manifest.page.slice.source ? '' : ` in ${profile.path}`;
  return drop
    ? `is not replaced by ServiceProfile ${name}${path} yet`
    : `ServiceProfile ${name}${path} is not up to date`;
}

/** A profile in another file has a finding of its own, because a reviewer may see only that file. */
function profileElsewhere({ profile, manifest }: SplitOutcome, command: string | undefined): readonly Diagnostic[] {
  const existing = profile?.existing;
  if (existing === undefined || existing.page.slice.source === manifest.page.slice.source) return [];
  const name = text(manifest.object, 'metadata', 'name');
  return [
    outOfDate({ manifest: existing, field: ['spec', 'dstOverrides'] }, `does not match TrafficSplit ${name}`, command),
  ];
}
