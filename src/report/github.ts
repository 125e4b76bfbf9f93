import { escapeControls } from '../diagnostics/escape.ts';
import type { Severity } from '../findings/findings.ts';
import type { Problem, ReportedFinding, RunReport } from './model.ts';
import { failuresIn, fullMessage, filePlace, writersIn } from './words.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows as annotations on a pull request; what is in no file, on the run. */
export function githubForm(report: RunReport): string {
  return [
    ...failuresIn(report).map(problemCommand),
    ...report.diagnostics.map(workflowCommand),
    ...writersIn(report).map(
      ({ repository, says }) => `::notice title=${title('smi2linkerd', repository)}::${escapedMessage(says)}\n`,
    ),
  ].join('');
}

function problemCommand(problem: Problem): string {
  const { message, repository } = problem;
  const { path = '' } = filePlace(problem);
  return `::error file=${property(escapeControls(path))},title=${title('smi2linkerd', repository)}::${escapedMessage(message)}\n`;
}

function workflowCommand(finding: ReportedFinding): string {
  const { code, severity, fix, repository } = finding;
  const { path, line, column } = filePlace(finding);
  const file = path === undefined ? '' : `file=${property(escapeControls(path))},`;
  const place = line === undefined || column === undefined ? '' : `line=${line},col=${column},`;
  const message = data(`${escapeControls(fullMessage(finding))}\nfix: ${escapeControls(fix)}`);
  return `::${commands[severity]} ${file}${place}title=${title(code, repository)}::${message}\n`;
}

/** The title of an annotation, with the repository in a merged report. */
function title(about: string, repository: string | undefined): string {
  return property(escapeControls(repository === undefined ? about : `${repository}: ${about}`));
}

function escapedMessage(message: string): string {
  return data(escapeControls(message));
}

/** Escapes text for the runner's command parser (actions/toolkit, command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
