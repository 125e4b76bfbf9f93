import { escapeControls } from '../diagnostics/escape.ts';
import { showResource } from '../diagnostics/resource.ts';
import type { Code, Severity } from '../findings/findings.ts';
import { findings as table } from '../findings/findings.ts';
import { homepage } from '../version.ts';
import { escapeUnsafe } from '../yaml/print.ts';
import type { ReportedFinding, RunReport } from './model.ts';
import { failuresIn, fileOf, fullMessage } from './words.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** The part of a report that is a run of its own: the whole, or what is of one repository. */
interface ReportRun extends Pick<RunReport, 'version' | 'diagnostics' | 'problems' | 'atRunTime'> {
  readonly repository?: string;
}

/** SARIF 2.1.0, with a run for each repository, and in it a rule for each code that occurs. */
export function sarifForm(report: RunReport): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: runsOf(report).map(sarifRun),
  };
  return `${escapeUnsafe(JSON.stringify(log, null, 2))}\n`;
}

function runsOf(report: RunReport): readonly ReportRun[] {
  const { repositories, version: own, diagnostics, atRunTime: writer } = report;
  const problems = failuresIn(report);
  if (repositories === undefined)
    return [{ version: own, diagnostics, problems, ...(writer !== undefined && { atRunTime: writer }) }];
  return repositories.map(({ name, version, atRunTime }) => ({
    version,
    repository: name,
    diagnostics: diagnostics.filter(({ repository }) => repository === name),
    problems: problems.filter(({ repository }) => repository === name),
    ...(atRunTime !== undefined && { atRunTime }),
  }));
}

function sarifRun({ version, repository, diagnostics, problems, atRunTime }: ReportRun): object {
  const used = [...new Set(diagnostics.map(({ code }) => code))];
  const driver = {
    name: 'smi2linkerd',
    informationUri: homepage,
    semanticVersion: version,
    rules: used.map(sarifRule),
  };
  const notes = [
    ...problems.map(({ path, message }) => noteOf('error', `${path}: ${message}`)),
    ...(atRunTime === undefined ? [] : [noteOf('note', atRunTime)]),
  ];
  return {
    tool: { driver },
    ...(repository !== undefined && repositoryEntry(escapeControls(repository))),
    invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: notes }],
    columnKind: 'utf16CodeUnits',
    results: diagnostics.map((finding) => resultOf(finding, used)),
  };
}

/**
 * What distinguishes the runs of several repositories (SARIF 2.1.0, 3.14.14 and 3.17): a category, and the base of their
 * paths. Where the repository is on this machine, or on the web, is not known.
 */
function repositoryEntry(repository: string): object {
  return {
    automationDetails: { id: `smi2linkerd/${repository}/`, description: { text: `smi2linkerd in ${repository}` } },
    originalUriBaseIds: { [repository]: { description: { text: `The root of the repository ${repository}` } } },
  };
}

/** A note about the run: a file that could not be read or written, or what writes TrafficSplits at run time. */
function noteOf(level: 'error' | 'note', text: string): object {
  return { level, message: { text: escapeControls(text) } };
}

/** A rule for a code; a report of a newer version may have one that this version does not know. */
function sarifRule(code: Code): object {
  const isKnown = Object.hasOwn(table, code);
  const title = isKnown ? table[code].title : code;
  const more = `smi2linkerd --explain ${code}`;
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: `${title}.` },
    help: { text: isKnown ? `Fix: ${table[code].fix}. More: ${more}` : `In a newer version: ${more}` },
    helpUri: `${homepage}/blob/main/docs/diagnostics.md#${code}`,
    ...(isKnown && { defaultConfiguration: { level: levels[table[code].severity] } }),
  };
}

function resultOf(finding: ReportedFinding, used: readonly Code[]): object {
  const { code, severity, fix } = finding;
  return {
    ruleId: code,
    ruleIndex: used.indexOf(code),
    level: levels[severity],
    message: { text: `${escapeControls(fullMessage(finding))}. Fix: ${escapeControls(fix)}` },
    locations: [locationOf(finding)],
  };
}

function locationOf(finding: ReportedFinding): object {
  const { path, line, column } = fileOf(finding);
  const { resource } = finding;
  return {
    ...(path !== undefined && {
      physicalLocation: {
        artifactLocation: artifactOf(path, finding),
        ...(line !== undefined && { region: { startLine: line, startColumn: column } }),
      },
    }),
    ...(resource && {
      logicalLocations: [{ fullyQualifiedName: escapeControls(showResource(resource)), kind: 'resource' }],
    }),
  };
}

/** A path as a URI: an absolute one has no base, even in a merged report (SARIF 2.1.0, 3.4.4). */
function artifactOf(path: string, { repository }: ReportedFinding): object {
  const uri = escapeControls(path).split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${withoutDots(uri)}` };
  return { uri, ...(repository !== undefined && { uriBaseId: escapeControls(repository) }) };
}

/** An absolute path without `.` and `..` in it: they are forbidden there, as readers may resolve links first (SARIF1002). */
function withoutDots(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
