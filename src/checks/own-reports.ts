import type { KubernetesObject } from '../kubernetes.ts';
import { field, isMapping, list } from '../kubernetes.ts';

/**
 * Whether a document is a report of this program: as JSON, as SARIF, or a finding of a Code Quality report. It quotes
 * TrafficSplits, and is no manifest. The other forms are never in files that are read.
 */
export function isOwnReport(object: KubernetesObject): boolean {
  if (Object.hasOwn(object, 'apiVersion') || Object.hasOwn(object, 'kind')) return false;
  return isJsonReport(object) || isSarif(object) || isCodeQuality(object);
}

/** What every version of the schema asks for (docs/report.schema.json). */
function isJsonReport({ schemaVersion, splits, diagnostics, problems }: KubernetesObject): boolean {
  return typeof schemaVersion === 'number' && [splits, diagnostics, problems].every(Array.isArray);
}

function isSarif(object: KubernetesObject): boolean {
  return list(object, 'runs').some((run) => field(run, 'tool', 'driver', 'name') === 'smi2linkerd');
}

/** Such a report is a list of these, which do not name the tool. */
function isCodeQuality({ check_name: name, fingerprint, location }: KubernetesObject): boolean {
  return typeof name === 'string' && typeof fingerprint === 'string' && isMapping(location);
}
