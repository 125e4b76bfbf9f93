import { isMapping } from '../kubernetes.ts';
import { version } from '../version.ts';
import type { RunReport } from './model.ts';
import { validate } from './schema.generated.js';

/**
 * Reads the JSON report of an earlier run. If it is not valid, returns the reason, as the end of a message that starts
 * with its name.
 */
export function readReport(text: string): RunReport | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is not JSON';
  }
  if (!isMapping(value) || typeof value.schemaVersion !== 'number')
    return 'is not a report of smi2linkerd --format json';
  if (value.schemaVersion !== 2)
    return `is a report of schemaVersion ${value.schemaVersion}; this version reads 2: make it again`;
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  const reason = `${error?.instancePath ?? ''} ${error?.message ?? ''}`.trim();
  return `is not what the schema of reports says: ${reason}${madeBy(value.version)}`;
}

/** Where another version made a report: it may have what this one does not know. */
function madeBy(other: unknown): string {
  if (typeof other !== 'string' || other === version || !/^[\w.+-]{1,40}$/.test(other)) return '';
  return ` (smi2linkerd ${other} made it, and this is ${version}: use one version)`;
}
