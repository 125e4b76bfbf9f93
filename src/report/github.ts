import { escapeControls } from '../diagnostics/escape.ts';
import type { Finding } from '../diagnostics/locate.ts';
import type { Severity } from '../findings/findings.ts';
import type { Problem, RunReport } from './model.ts';
import { fileOf, fullMessage } from './words.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows as annotations on a pull request. */
export function githubForm({ diagnostics, problems }: RunReport): string {
  return problems.map(problemCommand).join('') + diagnostics.map(workflowCommand).join('');
}

function problemCommand({ path, message }: Problem): string {
  return `::error file=${property(escapeControls(path))},title=smi2linkerd::${data(escapeControls(message))}\n`;
}

function workflowCommand(finding: Finding): string {
  const { code, severity, fix } = finding;
  const { path, line, column } = fileOf(finding);
  const file = path === undefined ? '' : `file=${property(escapeControls(path))},`;
  const place = line === undefined || column === undefined ? '' : `line=${line},col=${column},`;
  const message = data(`${escapeControls(fullMessage(finding))}\nfix: ${escapeControls(fix)}`);
  return `::${commands[severity]} ${file}${place}title=${code}::${message}\n`;
}

/** Escapes text for the runner's command parser (actions/toolkit, command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
