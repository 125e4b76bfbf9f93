import { escapeControls } from '../diagnostics/escape.ts';
import { escapeUnsafe } from '../yaml/print.ts';
import type { RunReport } from './model.ts';

/** The model as JSON (docs/report.schema.json), without what a terminal or a log would obey. */
export function jsonForm(report: RunReport): string {
  return `${escapeUnsafe(JSON.stringify(report, escaped, 2))}\n`;
}

/** A diff is text of several lines, which JSON escapes; what is shown as a line is escaped for people as well. */
function escaped(key: string, value: unknown): unknown {
  return typeof value === 'string' && key !== 'diff' ? escapeControls(value) : value;
}
