import { escapeControls } from '../diagnostics/escape.ts';
import { escapeUnsafe } from '../yaml/print.ts';
import type { RunReport } from './model.ts';

/** The model as JSON (docs/report.schema.json), without characters that a terminal or a log would act on. */
export function jsonForm(report: RunReport): string {
  return `${escapeUnsafe(JSON.stringify(report, escaped, 2))}\n`;
}

/**
 * A diff has several lines, which JSON escapes; all other strings are shown as one line, so control characters in them
 * are escaped for readers as well.
 */
function escaped(key: string, value: unknown): unknown {
  return typeof value === 'string' && key !== 'diff' ? escapeControls(value) : value;
}
