import type { Code } from '../findings/findings.ts';
import type { FieldPath } from '../kubernetes.ts';
import { nearestWord } from '../findings/did-you-mean.ts';

/** How `mesh/` reports a finding; the caller adds the manifest. `fix` replaces the fix of the table. */
export type Flag = (code: Code, message: string, field?: FieldPath, fix?: string) => void;

/** Reports a field that no version defines, with the known field that is nearest. */
export function flagUnknown(key: string, known: readonly string[], path: FieldPath, flag: Flag): void {
  const near = nearestWord(key, known);
  flag('unknown-field', `no version has a field ${show(key)}`, [...path, key], near && `did you mean ${near}?`);
}

/** A value from the input as short JSON, for a message. */
export function show(value: unknown): string {
  const shown = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
}

/** How a name becomes a string that YAML reads as a boolean or a number, as it does `y`, `no` and `5`. */
export function quotesFix(value: unknown): string | undefined {
  return ['boolean', 'number', 'bigint'].includes(typeof value)
    ? 'put the name of the Service in quotes: without them it is a boolean or a number'
    : undefined;
}

/** The type of a value, for a message. */
export function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : show(value);
}
