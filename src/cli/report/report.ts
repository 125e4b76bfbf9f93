import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Call } from '../call.ts';
import type { Host } from '../host.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { sarifReport } from './sarif.ts';
import type { Summary } from './summary.ts';
import { summaryLine } from './summary.ts';
import type { Finding } from '../../diagnostics/locate.ts';
import { locate } from '../../diagnostics/locate.ts';
import { textReport } from './text.ts';

/** Writes the report of a run: to stderr, or to stdout where the report is the payload (`--check`). */
export function reportTo(
  host: Host,
  call: Call,
  diagnostics: readonly Diagnostic[],
  summary?: Summary,
  to: 1 | 2 = 2,
): void {
  const findings = locate(diagnostics).filter((finding) => !call.quiet || finding.severity === 'error');
  const text = reportText(findings, call, host, summary, to);
  if (text !== '') host.write(to, text);
}

function reportText(
  findings: readonly Finding[],
  call: Call,
  host: Host,
  summary: Summary | undefined,
  to: 1 | 2,
): string {
  if (call.format === 'json') return jsonReport(findings, summary);
  if (call.format === 'sarif') return sarifReport(findings);
  if (call.format === 'github') return githubReport(findings);
  const color =
    call.color === 'always' || (call.color === 'auto' && host.isTerminal(to) && (host.env.NO_COLOR ?? '') === '');
  const line = summary === undefined || call.quiet ? '' : summaryLine(findings, summary);
  return textReport(findings, color) + line;
}
