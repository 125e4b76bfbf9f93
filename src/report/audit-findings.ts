import type { Options } from '../config/config.ts';
import type { UnitConversion, SplitOutcome } from '../convert.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Code } from '../findings/findings.ts';
import { annotation, text } from '../kubernetes.ts';
import { isOwnMark, skipAnnotation } from '../mesh/service-profile.ts';
import type { Source } from '../yaml/source.ts';
import { profilesToDeploy } from './audit-text.ts';
import { opaqueApexes } from './opaque-apexes.ts';

const unsplit = 'its profile matches but does not split traffic';
const beside = 'its profile matches, but a route is on the Service';

/**
 * Findings that keep a profile from splitting the traffic of some clients, or of all. A client that talks to the apex by a
 * route keeps it when the profile comes (linkerd2#11032).
 */
const defeats: Readonly<Partial<Record<Code, string>>> = {
  'apex-headless': unsplit,
  'profile-invalid': unsplit,
  'profile-namespace-mismatch': unsplit,
  'profile-shadowed': unsplit,
  'route-ignored': beside,
};

/** Reports for each split what is missing before the adaptor of a cluster can be removed. */
export function auditFindings(
  source: Source,
  { splits }: UnitConversion,
  diagnostics: readonly Diagnostic[],
  options: Options,
): readonly Diagnostic[] {
  const opaque = opaqueApexes(source, splits);
  return splits.flatMap((one): readonly Diagnostic[] => {
    if (one.outcome === 'refused') return []; // an error has been reported
    const at = { manifest: one.manifest, field: [] };
    if (one.outcome === 'converted')
      return [{ code: 'out-of-date', message: lackOf(one), at, fix: profilesToDeploy(options) }];
    const why =
      one.outcome === 'left-alone'
        ? 'is not converted, so it has no profile of smi2linkerd'
        : (defeatOf(one, diagnostics, options) ?? opaqueAt(opaque.get(one.manifest)));
    return why === undefined ? [] : [{ code: 'not-in-force', message: why, at }];
  });
}

function opaqueAt(port: number | undefined): string | undefined {
  if (port === undefined) return undefined;
  return `its profile matches, but splits connections: port ${port} is opaque`;
}

function lackOf({ profile }: SplitOutcome): string {
  if (profile?.existing === undefined) return `the cluster has no ServiceProfile ${profile?.made?.metadata.name ?? ''}`;
  const name = text(profile.existing.object, 'metadata', 'name');
  const mark = annotation(profile.existing.object, skipAnnotation);
  return mark === undefined
    ? `ServiceProfile ${name} differs, or is not marked ${skipAnnotation}`
    : `ServiceProfile ${name} differs`;
}

/** Why a profile that matches has no effect; undefined if the stream shows no reason. */
function defeatOf(
  { manifest, profile }: SplitOutcome,
  diagnostics: readonly Diagnostic[],
  options: Options,
): string | undefined {
  const existing = profile?.existing;
  if (existing === undefined) return undefined; // a split without backends needs no profile
  const mark = annotation(existing.object, skipAnnotation);
  if (options.skipAnnotation && mark !== undefined && !isOwnMark(mark))
    return `its profile is marked ${JSON.stringify(mark)}, not by smi2linkerd`;
  const name = text(existing.object, 'metadata', 'name');
  const found = diagnostics.find(({ code, at }) => {
    if (!('manifest' in at)) return false;
    if (code === 'profile-shadowed') return text(at.manifest.object, 'metadata', 'name') === name;
    return defeats[code] !== undefined && (at.manifest === manifest || at.manifest === existing);
  });
  return found && `${defeats[found.code] ?? unsplit}: ${found.code}`;
}
