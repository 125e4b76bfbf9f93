import type { Mode } from '../call.ts';
import type { Finding } from '../../diagnostics/locate.ts';
import type { Outcome } from '../../splits/outcome.ts';
import { count } from './text.ts';

/** What the last line of a report tells. */
export interface Summary {
  /** How many splits came to each end. */
  readonly splits: Readonly<Record<Outcome, number>>;
  readonly failed: boolean;
  /** Only where files are looked at. */
  readonly files?: { readonly mode: Mode; readonly changed: number; readonly unchanged: number };
}

/** Splits with a profile that is right after the run, and splits without. */
export function totals(splits: Summary['splits']): { readonly converted: number; readonly left: number } {
  return { converted: splits.converted + splits['up-to-date'], left: splits['left-alone'] + splits.refused };
}

/** One line: what is converted, what was left and why, and what is not in force. */
export function summaryLine(findings: readonly Finding[], { splits, failed, files }: Summary): string {
  const { converted, left } = totals(splits);
  if (converted === 0 && left === 0 && findings.length === 0) return '';
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  const found = [errors > 0 ? count(errors, 'error') : '', warnings > 0 ? count(warnings, 'warning') : '']
    .filter((part) => part !== '')
    .join(', ');
  const why = found === '' ? '' : ` (${found})`;
  if (files === undefined) return failed ? `nothing printed${why}\n` : `converted ${converted}, left ${left}${why}\n`;
  const verb = files.mode === 'write' ? 'written' : 'would change';
  const changed =
    files.mode === 'write' ? `${count(files.changed, 'file')} ${verb}` : `${count(files.changed, 'file')} ${verb}`;
  const undo = files.mode === 'write' && files.changed > 0 ? '; undo with git checkout' : '';
  return `${files.mode === 'write' ? 'converted' : 'to convert'} ${converted}, left ${left}${why}, ${changed}, ${files.unchanged} unchanged${undo}\n`;
}
