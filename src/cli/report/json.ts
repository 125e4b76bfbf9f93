import { escapeUnsafe } from '../../yaml/print.ts';
import type { Summary } from './summary.ts';
import { totals } from './summary.ts';
import type { Finding } from '../../diagnostics/locate.ts';
import { escapeControls } from '../../diagnostics/escape.ts';

/** The report as JSON (docs/report.schema.json); a change that breaks readers counts schemaVersion up. */
export function jsonReport(findings: readonly Finding[], summary?: Summary): string {
  const report = {
    schemaVersion: 1,
    diagnostics: findings.map(({ diagnostic, severity, path, position, field, fix }) => ({
      code: diagnostic.code,
      severity,
      message: escapeControls(diagnostic.message),
      fix: escapeControls(fix),
      path,
      ...(position && { line: position.line, column: position.column }),
      ...(field !== '' && { field }),
    })),
    ...(summary && {
      summary: {
        ...totals(summary.splits),
        failed: summary.failed,
        ...(summary.files && { filesChanged: summary.files.changed, filesUnchanged: summary.files.unchanged }),
      },
    }),
  };
  return `${escapeUnsafe(JSON.stringify(report, null, 2))}\n`;
}
