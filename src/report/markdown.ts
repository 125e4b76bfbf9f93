import { escapeControls } from '../diagnostics/escape.ts';
import { showResource } from '../diagnostics/resource.ts';
import type { FileReport, ReportedFinding, RunReport, SplitReport } from './model.ts';
import { doneTest, endsOf, runPartsOf, type RunPart } from './run-parts.ts';
import { commandOfReport, noteOfPaths } from './shown-command.ts';
import { auditSentences } from './verdict.ts';
import { count, fileOf, fullMessage, inRepository, isAudit, outcomeWords, sortedSplits, writersIn } from './words.ts';

/** A comment on a pull request is limited to 65,536 characters (GitHub); the report says what is left out. */
const room = 60_000;

/** GitHub Flavored Markdown, for a comment or for $GITHUB_STEP_SUMMARY. Names and values are never read as markup. */
export function markdownForm(report: RunReport): string {
  const head = [`### smi2linkerd: ${endsOf(report)}`, markdownVerdict(report)];
  const lists = [problemList(report), writerList(report), splitTable(report), findingList(report)];
  const shown = [...head];
  let left = room - head.join('').length;
  for (const part of [...lists, ...report.files.map(markdownDiff)].filter((one) => one !== '')) {
    const fitting = part.length <= left ? part : lists.includes(part) ? firstLines(part, left) : '';
    if (fitting !== '') shown.push(fitting);
    if (fitting !== part) return `${shown.join('\n\n')}\n\n…and more: this report is cut where a comment would end.\n`;
    left -= part.length;
  }
  return `${shown.join('\n\n')}\n`;
}

/** As many lines of a list or table as have room. */
function firstLines(list: string, limit: number): string {
  const end = list.lastIndexOf('\n', limit);
  return end < 0 ? '' : list.slice(0, end);
}

function markdownVerdict(report: RunReport): string {
  const { summary } = report;
  const found = `${count(summary.errors, 'error')}, ${count(summary.warnings, 'warning')}`;
  const audits = auditSentences(report);
  const others = runPartsOf(report).filter((part) => !isAudit(part.report));
  if (others.length === 0 && audits.length === 1) return `${prose(audits[0] ?? '')} (${found}).`;
  const says = others.length === 0 ? `${found}.` : writtenVerdict(report, found, others);
  return [says, ...audits.map((audit) => `${prose(audit)}.`)].join('\n\n');
}

/** What is left to write of the runs that are no audits. */
function writtenVerdict({ command, mode }: RunReport, found: string, parts: readonly RunPart[]): string {
  if (parts.every((part) => !part.report.summary.failed))
    return mode === 'check' ? `Nothing is left to write (${found}).` : `Done (${found}).`;
  if (command === undefined) return `${found}.`;
  const run = commandOfReport(command);
  const note = noteOfPaths([run]);
  return `${found}. To write what is missing${note && ` (${note})`}:\n\n${fenced('sh', run)}`;
}

/** What writes TrafficSplits at run time. */
function writerList(report: RunReport): string {
  return writersIn(report)
    .map(({ repository, says }) => `- ${repository === undefined ? '' : `${code(repository)}: `}${prose(says)}.`)
    .join('\n');
}

function problemList({ problems }: RunReport): string {
  return problems
    .map((problem) => `- ${code(inRepository(problem.path, problem))}: ${prose(problem.message)}`)
    .join('\n');
}

/** The splits: first those that need attention. */
function splitTable(report: RunReport): string {
  const isMade = doneTest(report);
  if (report.splits.length === 0) return '';
  const sorted = sortedSplits(report);
  const shown = sorted.slice(0, rows);
  const more = sorted.length > rows ? [`| …and ${sorted.length - rows} more | | | | |`] : [];
  const head = '| TrafficSplit | outcome | apex | backends | file |\n| --- | --- | --- | --- | --- |';
  return [head, ...shown.map((split) => rowOf(split, isMade(split))), ...more].join('\n');
}

const rows = 100;

function rowOf(split: SplitReport, done: boolean): string {
  const { backends, apex = '', outcome } = split;
  const parts = backends
    .slice(0, 10)
    .map(({ service, weight, share }) => `${cell(service)} ${share === undefined ? cell(weight) : `${share} %`}`);
  const { path = 'standard input', line } = fileOf(split);
  const file = inRepository(`${path}${line === undefined ? '' : `:${line}`}`, split);
  const word = outcome === 'converted' && done ? 'converted' : outcomeWords[outcome];
  return `| ${cell(showResource(split).replace('TrafficSplit ', ''))} | ${word} | ${cell(apex)} | ${parts.join('<br>')} | ${cell(file)} |`;
}

function findingList({ diagnostics }: RunReport): string {
  if (diagnostics.length === 0) return '';
  const ranks = { error: 0, warning: 1, info: 2 };
  const sorted = [...diagnostics].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  const more = sorted.length > rows ? [`- …and ${sorted.length - rows} more`] : [];
  return ['#### Findings', '', ...sorted.slice(0, rows).map(findingItem), ...more].join('\n');
}

function findingItem(finding: ReportedFinding): string {
  const { severity, code: name, fix, path, origin, line } = finding;
  const where = path === '-' ? (origin ?? 'standard input') : `${path}${line === undefined ? '' : `:${line}`}`;
  const place = inRepository(where, finding);
  return `- **${severity}** \`${name}\` ${code(place)}: ${prose(fullMessage(finding))}<br>fix: ${prose(fix)}`;
}

function markdownDiff(file: FileReport): string {
  const { path, diff } = file;
  if (diff === undefined || diff === '') return '';
  const name = plainHtml(inRepository(path, file));
  return `<details><summary><code>${name}</code></summary>\n\n${fenced('diff', diff.replace(/\n$/, ''))}\n\n</details>`;
}

/** A fenced code block with a fence that does not occur in its text. A diff keeps its tabs: it may be applied. */
function fenced(language: string, text: string): string {
  const fence = fenceFor(text, 3);
  const parts = text.split(language === 'diff' ? /([\n\t])/ : /(\n)/);
  const shown = parts.map((part, index) => (index % 2 === 1 ? part : escapeControls(part)));
  return `${fence}${language}\n${shown.join('')}\n${fence}`;
}

/** A name or a value as inline code, in which no markup is read. */
function code(text: string): string {
  const shown = escapeControls(text);
  const fence = fenceFor(shown, 1);
  const blank = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${blank}${shown === '' ? ' ' : shown}${blank}${fence}`;
}

/** The same in a table, where `|` has to be escaped. */
function cell(text: string): string {
  return code(text).replaceAll('|', String.raw`\|`);
}

function fenceFor(text: string, least: number): string {
  const runs = Array.from(text.matchAll(/`+/g), ([run]) => run.length);
  return '`'.repeat(Math.max(least, ...runs.map((length) => length + 1)));
}

/** Text with names from the input: no character is read as markup, nothing becomes a link or a mention. */
function prose(text: string): string {
  return escapeControls(text)
    .replace(/[\\`*_{}[\]()#!|~]|:(?=\/\/)|(?<=www)\./gi, (mark) => `\\${mark}`)
    .replace(/[<>&]/g, plainHtml)
    .replace(/@[\w-]+/g, '`$&`');
}

function plainHtml(text: string): string {
  return escapeControls(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
