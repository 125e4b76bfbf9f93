import { escapeControls } from '../diagnostics/escape.ts';
import type { Finding } from '../diagnostics/locate.ts';
import type { Severity } from '../findings/findings.ts';
import { findings as explained } from '../findings/findings.ts';
import { verdictOf } from './audit-text.ts';
import type { ReportedFinding, RunReport } from './model.ts';
import { auditsIn, endsOf, runPartsOf } from './run-parts.ts';
import { commandOfReport } from './shown-command.ts';
import { textOfSteps } from './migration-steps.ts';
import { count, fullMessage, inRepository, isAudit, writersIn } from './words.ts';

/** How the text report is shown. */
export interface TextStyle {
  readonly color: boolean;
  /** Whether the line of source is shown with a mark below the value: in a terminal. */
  readonly excerpts: boolean;
}

const severityColors: Record<Severity, string> = { error: '\u001b[31m', warning: '\u001b[33m', info: '\u001b[36m' };
const bold = '\u001b[1m';
const resetColor = '\u001b[0m';

/** Findings as text: `path:line:column: severity code: Kind namespace/name: message (field)`, then the fix. */
export function textOfFindings(findings: readonly ReportedFinding[], style: TextStyle): string {
  return findings.map((finding, index) => findingText(finding, style, findings[index + 1])).join('') + hintOf(findings);
}

function findingText(finding: ReportedFinding, style: TextStyle, next: Finding | undefined): string {
  const { severity, code, fix } = finding;
  const where = escapeControls(positionText(finding));
  const message = escapeControls(fullMessage(finding));
  const color = severityColors[severity];
  const head = style.color
    ? `${bold}${where}:${resetColor} ${color}${severity} ${code}${resetColor}: ${message}\n`
    : `${where}: ${severity} ${code}: ${message}\n`;
  const shown = style.excerpts ? head + excerptOf(finding, style.color) : head;
  const shared = !style.excerpts && next?.code === code && next.fix === fix;
  return shared ? shown : `${shown}    fix: ${escapeControls(fix)}\n`;
}

/** `path:line:column`, as editors read it; for a stream, with the file of the object. */
function positionText({ path, origin, line, column, repository }: ReportedFinding): string {
  const stdin = origin === undefined ? '<stdin>' : `<stdin>(${origin})`;
  const file = path === '-' ? stdin : path;
  return [repository === undefined ? file : `${repository}/${file}`, line, column]
    .filter((part) => part !== undefined)
    .join(':');
}

/** The line of source, and a mark below the value. */
function excerptOf({ excerpt, line, column, severity }: Finding, color: boolean): string {
  if (excerpt === undefined || line === undefined || column === undefined) return '';
  const [before, value] = [excerpt.slice(0, column - 1), scalarAt(excerpt, column - 1)];
  const margin = ' '.repeat(String(line).length);
  const blank = ' '.repeat(columnsOf(escapeControls(before.replaceAll('\t', ' '))));
  const marks = '^'.repeat(Math.max(1, columnsOf(escapeControls(value))));
  const mark = color ? `${severityColors[severity]}${marks}${resetColor}` : marks;
  return `    ${line} | ${escapeControls(excerpt.replaceAll('\t', ' '))}\n    ${margin} | ${blank}${mark}\n`;
}

/** The columns of a terminal that a text takes: two for a character of an East Asian script or an emoji, none for a mark. */
function columnsOf(text: string): number {
  const wide = /[\p{Script=Han}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303e\u3041-\u30ff\uff01-\uff60]/gu;
  return text
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(wide, '  ')
    .replaceAll(/./gsu, ' ').length;
}

/** The scalar or key that starts at a column of a line. */
function scalarAt(line: string, start: number): string {
  const rest = line.slice(start);
  const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/.exec(rest)?.[0];
  return quoted ?? /^[^\s,{}[\]]+?(?=:?(?:[\s,{}[\]]|$))/.exec(rest)?.[0] ?? '';
}

/** A report of a newer version may have a code that this version cannot explain. */
function hintOf(findings: readonly Finding[]): string {
  const of = (wanted: Severity): Finding | undefined =>
    findings.find(({ severity, code }) => severity === wanted && Object.hasOwn(explained, code));
  const worst = of('error') ?? of('warning');
  return worst === undefined ? '' : `why, and an example: smi2linkerd --explain ${worst.code}\n`;
}

/**
 * The summary of a run: what became of the splits, the number of the findings that are shown above it, the number of files,
 * and how to write what a check found.
 */
export function textOfSummary(report: RunReport, shown: readonly Finding[] = report.diagnostics): string {
  const { mode, summary, diagnostics } = report;
  const all = summary.converted + summary.upToDate + summary.leftAlone + summary.refused;
  if (mode === 'function') return '';
  if (all === 0 && diagnostics.length === 0) return ['print', 'library'].includes(mode) ? '' : textOfNothing(report);
  const ends = `${endsOf(report)}${foundIn(shown)}`;
  if (mode === 'print' || mode === 'library')
    return summary.failed ? `nothing printed: ${ends}${withoutEffect(report)}\n` : `${ends}\n`;
  const steps = mode === 'check' ? textOfSteps(report) : '';
  return `${ends}${filesIn(report)}${withoutEffect(report)}\n${textOfWriters(report)}${textOfVerdicts(report)}${escapeLines(steps)}${writeOf(report, steps)}`;
}

/** The command that writes what a check found, unless it is one of the steps. */
function writeOf({ command }: RunReport, steps: string): string {
  if (command === undefined) return '';
  const write = commandOfReport(command);
  return steps.includes(`  ${write}  #`) ? '' : `to write what is missing: ${escapeControls(write)}\n`;
}

/** How many files are changed by the runs that change some, and how many are not. */
function filesIn(report: RunReport): string {
  const parts = runPartsOf(report).map((part) => part.report);
  const [written, wouldChange] = [parts.filter(({ mode }) => mode === 'write'), parts.filter(changesFiles)];
  const changed = (some: readonly RunReport[]): string =>
    count(
      some.reduce((sum, one) => sum + one.summary.filesChanged, 0),
      'file',
    );
  const counts = [
    ...(written.length === 0 ? [] : [`${changed(written)} written`]),
    ...(wouldChange.length === 0 ? [] : [`${changed(wouldChange)} would change`]),
  ];
  return counts.length === 0 ? '' : `, ${counts.join(', ')}, ${report.summary.filesUnchanged} unchanged`;
}

function changesFiles(report: RunReport): boolean {
  return ['check', 'list', 'diff'].includes(report.mode) && !isAudit(report);
}

/** What each audit decides, among reports that were put together. */
function textOfVerdicts(report: RunReport): string {
  if (report.repositories === undefined) return '';
  const lines = auditsIn(report).flatMap((part) => {
    const verdict = verdictOf(part.report).trimEnd().split('\n');
    return verdict.map((line) => inRepository(line, part));
  });
  return lines.map((line) => `${escapeControls(line)}\n`).join('');
}

/** The files that could not be read or written, a line each. */
export function textOfProblems({ problems }: RunReport): string {
  const lines = problems.map(({ path, message, repository }) =>
    [repository === undefined ? path : `${repository}/${path}`, message].map(escapeControls).join(': '),
  );
  return lines.map((line) => `smi2linkerd: ${line}\n`).join('');
}

/** What files without a TrafficSplit end with, and what writes some at run time. */
function textOfNothing(report: RunReport): string {
  const none = `no TrafficSplit in ${count(report.summary.filesUnchanged, 'file')}`;
  const { atRunTime, ...others } = report;
  const verdicts = textOfVerdicts(report);
  if (verdicts !== '' && !runPartsOf(report).some((part) => changesFiles(part.report))) return verdicts;
  if (atRunTime === undefined) return `${none}\n${textOfWriters(others)}${verdicts}`;
  return `${none}, but ${escapeControls(atRunTime)}\n${textOfWriters(others)}`;
}

/** What writes TrafficSplits at run time, on lines of its own, unless a verdict names it. */
function textOfWriters(report: RunReport): string {
  const audits = report.repositories === undefined ? [] : auditsIn(report);
  const judged = new Set(audits.filter((part) => !part.report.summary.failed).map(({ repository }) => repository));
  const others = writersIn(report).filter(({ repository }) => repository === undefined || !judged.has(repository));
  const lines = others.map((writer) => inRepository(writer.says, writer));
  return lines.map((line) => `${escapeControls(line)}\n`).join('');
}

function escapeLines(text: string): string {
  return text.split('\n').map(escapeControls).join('\n');
}

function foundIn(findings: readonly Finding[]): string {
  const counts = (['error', 'warning'] as const)
    .map((severity) => [findings.filter((finding) => finding.severity === severity).length, severity] as const)
    .filter(([number]) => number > 0);
  return counts.length === 0 ? '' : ` (${counts.map(([number, severity]) => count(number, severity)).join(', ')})`;
}

/** A ServiceProfile that is refused keeps its effect; a TrafficSplit has one only through the profile of an adaptor. */
function withoutEffect({ summary: { refused }, splits }: RunReport): string {
  const profiles = splits.filter(({ kind, outcome }) => kind === 'ServiceProfile' && outcome === 'refused').length;
  return refused === profiles ? '' : '; a refused TrafficSplit has an effect only while an adaptor runs';
}
