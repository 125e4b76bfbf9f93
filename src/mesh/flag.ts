import type { Code } from '../findings/findings.ts';
import type { FieldPath } from '../kubernetes.ts';
import { nearest } from '../findings/did-you-mean.ts';

/** How `mesh/` reports: the caller knows which manifest it was. `fix` overrides the table's. */
export type Flag = (code: Code, message: string, field?: FieldPath, fix?: string) => void;

/** Reports a field that no version knows, with the one that may be meant. */
export function flagUnknown(key: string, known: readonly string[], path: FieldPath, flag: Flag): void {
  const near = nearest(key, known);
  flag('unknown-field', `no version has a field ${show(key)}`, [...path, key], near && `did you mean ${near}?`);
}

/** A value of the user's for a message: as JSON, and short. */
export function show(value: unknown): string {
  const shown = JSON.stringify(value);
  return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
}

/** What a value is, for a message. */
export function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : show(value);
}
