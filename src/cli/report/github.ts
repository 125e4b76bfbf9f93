import type { Severity } from '../../findings/findings.ts';
import type { Finding } from '../../diagnostics/locate.ts';
import { escapeControls } from '../../diagnostics/escape.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** The report as workflow commands, which GitHub shows as annotations of a pull request. */
export function githubReport(findings: readonly Finding[]): string {
  return findings.map(commandOf).join('');
}

function commandOf({ diagnostic, severity, path, position, fix }: Finding): string {
  // Standard input is no file of the repository, so there is no line to show the annotation at.
  const file = path === '-' ? '' : `file=${property(escapeControls(path))},`;
  const place = position === undefined || file === '' ? '' : `line=${position.line},col=${position.column},`;
  const message = data(`${escapeControls(diagnostic.message)}\nfix: ${escapeControls(fix)}`);
  return `::${commands[severity]} ${file}${place}title=${diagnostic.code}::${message}\n`;
}

/** Escapes of the runner's own command parser (actions/toolkit, command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
