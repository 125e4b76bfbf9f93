import { escapeControls } from '../../diagnostics/escape.ts';
import type { RunReport } from '../../report/model.ts';
import { textOfFindings, textOfSummary } from '../../report/text.ts';
import type { Call } from '../call.ts';
import type { Host } from '../host.ts';
import { forms } from './forms.ts';

/**
 * Writes the report of a run: to stderr, or in a form of its own to stdout where the report is the payload (`--check`).
 * Text ends with the summary, unless a line about a wrong call follows.
 */
export async function reportTo(host: Host, call: Call, report: RunReport, summary = true): Promise<void> {
  if (call.format === 'text') {
    writeText(host, call, report, summary && !call.quiet);
    return;
  }
  const form = await forms[call.format]();
  const text = form(report);
  const to = report.mode === 'check' ? 1 : 2;
  if (text !== '') host.write(to, text);
  // The JSON has the problems itself, and nothing may follow it on its stream.
  if (to === 1 || call.format !== 'json') writeProblems(host, report);
}

function writeText(host: Host, call: Call, report: RunReport, summary: boolean): void {
  const style = { color: isColored(call, host, 2), excerpts: host.isTerminal(2) };
  // A check names its files on stdout: what is to be written is no news here.
  const findings = report.diagnostics.filter(({ code }) => code !== 'out-of-date');
  const text = textOfFindings(findings, style) + (summary ? textOfSummary(report) : '');
  if (text !== '') host.write(2, text);
  writeProblems(host, report);
}

function writeProblems(host: Host, { problems }: RunReport): void {
  for (const { path, message } of problems)
    host.write(2, `smi2linkerd: ${escapeControls(path)}: ${escapeControls(message)}\n`);
}

/** Whether what is written is coloured. */
export function isColored(call: Call, host: Host, to: 1 | 2): boolean {
  const wanted = host.isTerminal(to) && (host.env.NO_COLOR ?? '') === '';
  return call.color === 'always' || (call.color === 'auto' && wanted);
}
