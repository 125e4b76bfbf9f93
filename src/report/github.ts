import { escapeControls } from '../diagnostics/escape.ts';
import type { Severity } from '../findings/findings.ts';
import type { Problem, ReportedFinding, RunReport } from './model.ts';
import { fullMessage, pathOf, writersIn } from './words.ts';

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' };

/** Workflow commands, which GitHub shows as annotations on a pull request; what is in no file, on the run. */
export function githubForm(report: RunReport): string {
  const { diagnostics, problems } = report;
  return [
    ...problems.map(problemCommand),
    ...diagnostics.map(workflowCommand),
    ...writersIn(report).map(
      ({ repository, says }) => `::notice title=${title('smi2linkerd', repository)}::${text(says)}\n`,
    ),
  ].join('');
}

function problemCommand(problem: Problem): string {
  const { message, repository } = problem;
  const { path = '' } = pathOf(problem);
  return `::error file=${property(escapeControls(path))},title=${title('smi2linkerd', repository)}::${text(message)}\n`;
}

function workflowCommand(finding: ReportedFinding): string {
  const { code, severity, fix, repository } = finding;
  const { path, line, column } = pathOf(finding);
  const file = path === undefined ? '' : `file=${property(escapeControls(path))},`;
  const place = line === undefined || column === undefined ? '' : `line=${line},col=${column},`;
  const message = data(`${escapeControls(fullMessage(finding))}\nfix: ${escapeControls(fix)}`);
  return `::${commands[severity]} ${file}${place}title=${title(code, repository)}::${message}\n`;
}

/** The title of an annotation, with the repository in a merged report. */
function title(about: string, repository: string | undefined): string {
  return property(escapeControls(repository === undefined ? about : `${repository}: ${about}`));
}

function text(message: string): string {
  return data(escapeControls(message));
}

/** Escapes text for the runner's command parser (actions/toolkit, command.ts). */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
