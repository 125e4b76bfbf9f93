import { basename, dirname, resolve } from 'node:path';
import { escapeControls } from '../diagnostics/escape.ts';
import { textOfAudit, verdictOf } from '../report/audit-text.ts';
import { mergeReports } from '../report/merge.ts';
import type { NamedReport } from '../report/merged-runs.ts';
import type { RunReport } from '../report/model.ts';
import { readReport } from '../report/read-report.ts';
import { textOfFindings, textOfProblems, textOfSummary, type TextStyle } from '../report/text.ts';
import { isAudit } from '../report/words.ts';
import type { CommandLine } from './command-line.ts';
import type { Host } from './host.ts';
import { readFileOrPipe } from './file-or-pipe.ts';
import { errorReason } from './files/paths.ts';
import { exit, UsageError } from './host.ts';
import { forms } from './report/forms.ts';
import { isColored } from './report/report.ts';

/**
 * Renders the JSON reports of earlier runs as one report on standard output. Throws UsageError if one cannot be read.
 */
export async function renderReports(given: readonly string[], call: CommandLine, host: Host): Promise<number> {
  // Patterns of a shell may overlap.
  const paths = [...new Map(given.map((path) => [resolve(host.cwd, path), path])).values()];
  const names = repositoryNames(paths);
  const read = paths.map((path, index) => ({ name: names[index] ?? path, report: readReport(fileText(path, host)) }));
  const wrong = read.flatMap(({ report }, index) =>
    typeof report === 'string' ? [`${paths[index] ?? ''} ${report}`] : [],
  );
  if (wrong.length > 0) throw new UsageError(wrong.join('\nsmi2linkerd: '), 'make it with --format json');
  const readable = read.filter((one): one is NamedReport => typeof one.report !== 'string');
  const [only] = readable;
  const report = only !== undefined && readable.length === 1 ? only.report : mergeReports(readable);
  if (call.format === 'text') {
    const style = { color: isColored(call, host, 1), excerpts: false };
    host.write(1, isAudit(report) ? auditText(report, style) : runText(report, style));
  } else host.write(1, (await forms[call.format]())(report));
  return exit.done;
}

function runText(report: RunReport, style: TextStyle): string {
  return textOfFindings(report.diagnostics, style) + textOfSummary(report) + textOfProblems(report);
}

/** An audit ends with its verdict, and lists its splits: what is out of date is in that list. */
function auditText(report: RunReport, style: TextStyle): string {
  const splits = textOfAudit(report).map((line) => `${escapeControls(line)}\n`);
  const findings = report.diagnostics.filter(({ code }) => code !== 'out-of-date');
  return splits.join('') + textOfFindings(findings, style) + textOfProblems(report) + verdictOf(report);
}

/**
 * The name of a repository is that of its report; of reports with the same name, that of the directory, or the path if
 * the directories have the same name, too.
 */
function repositoryNames(paths: readonly string[]): readonly string[] {
  const whole = (path = ''): string => path.replace(/(?<=[^/\\])\.json$/, '');
  const files = paths.map((path) => basename(whole(path)));
  const isFile = uniqueIn(files);
  const named = files.map((name, index) => (isFile(name) ? name : basename(dirname(paths[index] ?? ''))));
  const isNamed = uniqueIn(named);
  return named.map((name, index) => (isNamed(name) && !/^\.{0,2}$/.test(name) ? name : whole(paths[index])));
}

/** Returns a test whether a name is only once among some. */
function uniqueIn(names: readonly string[]): (name: string) => boolean {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return (name) => !twice.has(name);
}

function fileText(path: string, host: Host): string {
  try {
    return decodedByMark(readFileOrPipe(resolve(host.cwd, path)));
  } catch (error) {
    throw new UsageError(`${path}: ${errorReason(error)}`);
  }
}

/** The text after a byte order mark: PowerShell 5.1 writes what a program prints as UTF-16. */
function decodedByMark(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(wide).decode(bytes);
}
