import type { RunReport } from '../../report/model.ts';
import { isAudit } from '../../report/words.ts';
import { textOfFindings, textOfProblems, textOfSummary } from '../../report/text.ts';
import type { CommandLine } from '../command-line.ts';
import type { Host } from '../host.ts';
import { forms } from './forms.ts';

/**
 * Writes the report of a run to stderr, or, if another format is the payload (`--check`), to stdout. The text report
 * ends with the summary, unless an error about the call follows.
 */
export async function reportTo(host: Host, call: CommandLine, report: RunReport, summary = true): Promise<void> {
  if (call.format === 'text') {
    writeText(host, call, report, summary && !call.quiet);
    return;
  }
  const form = await forms[call.format]();
  const text = form(report);
  const to = report.mode === 'check' ? 1 : 2;
  if (text !== '') host.write(to, text);
  // The JSON includes the problems, and nothing may follow it on its stream.
  if (to === 1 || call.format !== 'json') writeProblems(host, report);
}

function writeText(host: Host, call: CommandLine, report: RunReport, summary: boolean): void {
  const style = { color: isColored(call, host, 2), excerpts: host.isTerminal(2) };
  // A check lists its files on stdout, and an audit its splits, so they are not repeated as findings.
  const isListed = !(isAudit(report) && call.quiet);
  const findings = report.diagnostics.filter(({ code }) => !isListed || code !== 'out-of-date');
  const text = textOfFindings(findings, style) + (summary ? textOfSummary(report, findings) : '');
  if (text !== '') host.write(2, text);
  writeProblems(host, report);
}

function writeProblems(host: Host, report: RunReport): void {
  const text = textOfProblems(report);
  if (text !== '') host.write(2, text);
}

/** Whether the output is coloured. */
export function isColored(call: CommandLine, host: Host, to: 1 | 2): boolean {
  const wanted = host.isTerminal(to) && (host.env.NO_COLOR ?? '') === '';
  return call.color === 'always' || (call.color === 'auto' && wanted);
}
