import type { Outcome } from '../convert.ts';
import type { RunReport } from './model.ts';
import { pageScript, pageStyle, scriptDigest, styleDigest } from './page-assets.ts';
import {
  codesSection,
  filesSection,
  findingsList,
  problemsSection,
  repositoriesSection,
  runTimeSection,
} from './page-parts.ts';
import { inPortions } from './page-rest.ts';
import { splitCards } from './page-splits.ts';
import { stepsSection } from './page-steps.ts';
import { convertedIn, endsOf, runPartsOf } from './run-parts.ts';
import { html } from './split-picture.ts';
import { auditSentences } from './verdict.ts';
import { count, findingsOf, isAudit, isDone, outcomeWords } from './words.ts';

/**
 * The report as a single HTML page. It loads nothing, only its own style and script run (by its
 * Content-Security-Policy), and all values are escaped as text.
 */
export function htmlForm(report: RunReport): string {
  const policy = `default-src 'none'; style-src '${styleDigest}'; script-src '${scriptDigest}'; base-uri 'none'; form-action 'none'`;
  const title = `smi2linkerd: ${endsOf(report)}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${html(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#splits">To the TrafficSplits</a>
<header>
<h1>From TrafficSplits to ${areRoutes(report) ? 'HTTPRoutes' : 'ServiceProfiles'}</h1>
<p class="soft">${pageVerdict(report)} Made by smi2linkerd ${html(report.version)}.</p>
${figuresOf(report)}
</header>
<main>
${problemsSection(report)}${repositoriesSection(report)}${runTimeSection(report)}${stepsSection(report)}${splitsSection(report)}${restSection(report)}${filesSection(report)}${codesSection(report)}
</main>
<script>${pageScript}</script>
</body>
</html>
`;
}

function pageVerdict(report: RunReport): string {
  const { summary, repositories } = report;
  const from = repositories === undefined ? '' : ` in ${count(repositories.length, 'report')}`;
  const found = `${count(summary.errors, 'error')}, ${count(summary.warnings, 'warning')}${from}.`;
  const says = [...auditSentences(report), ...checkSentence(report)];
  return html(says.length === 0 ? found : `${says.join('. ')}: ${found}`);
}

/** What the checks of files in a report find. */
function checkSentence(report: RunReport): readonly string[] {
  const checks = runPartsOf(report).flatMap((part) => (part.report.mode === 'check' ? [part.report] : []));
  const ofFiles = checks.filter((one) => !isAudit(one));
  if (ofFiles.length === 0) return [];
  if (ofFiles.some((one) => one.summary.failed)) return ['There is work to do'];
  if (ofFiles.every((one) => one.splits.length === 0)) return ['No TrafficSplit was found'];
  return [`Every TrafficSplit that is to have a ${areRoutes(report) ? 'route' : 'profile'} has it`];
}

/** Whether the target of the run, or of each that was put together, is httproute. */
function areRoutes({ options, repositories }: RunReport): boolean {
  const all = repositories?.map((one) => one.options) ?? [options];
  return all.every((one) => one?.target === 'httproute');
}

function figuresOf(report: RunReport): string {
  const { summary } = report;
  const parts = runPartsOf(report).map((part) => part.report);
  const done = convertedIn(report);
  const isAll = parts.every(isDone) && done === summary.converted;
  const written = parts.filter(({ mode }) => mode === 'write').reduce((sum, one) => sum + one.summary.filesChanged, 0);
  const isWrite = parts.every(({ mode }) => mode === 'write');
  const figures = [
    ...(isAll || done > 0 ? [['converted', done] as const] : []),
    ...(isAll ? [] : [['to convert', summary.converted - done] as const]),
    ['up to date', summary.upToDate],
    ['left alone', summary.leftAlone],
    ['refused', summary.refused],
    ...(isWrite || written > 0 ? [['files written', written] as const] : []),
    ...(isWrite ? [] : [['files to change', summary.filesChanged - written] as const]),
  ] as const;
  const shown = figures.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return `<dl class="figures">${shown.join('')}</dl>`;
}

function splitsSection(report: RunReport): string {
  const { splits } = report;
  const done = convertedIn(report);
  const isAll = done === splits.filter(({ outcome }) => outcome === 'converted').length && done > 0;
  const converted = isAll ? 'converted' : done > 0 ? 'converted or to convert' : 'to convert';
  const words = { ...outcomeWords, converted };
  const filter = splits.length === 0 ? nothingShown(report) : filterOf(report, words);
  return `<section aria-labelledby="splits"><h2 id="splits" tabindex="-1">TrafficSplits</h2>\n${filter}${inPortions('cards', splitCards(report, outcomeWords))}</section>\n`;
}

/** What is said where no split is shown: of a file that cannot be read, none is known. */
function nothingShown({ summary }: RunReport): string {
  const all = summary.converted + summary.upToDate + summary.leftAlone + summary.refused;
  return all === 0 ? '<p>There is none.</p>' : '<p>None could be read.</p>';
}

function filterOf({ splits, repositories }: RunReport, words: Record<Outcome, string>): string {
  const namespaces = unique(splits.map(({ namespace }) => namespace ?? ''));
  const codes = unique(splits.flatMap((split) => split.codes));
  const own = unique(splits.map(({ outcome }) => outcome));
  const fields = [
    ...(repositories === undefined ? [] : [choice('repository', unique(repositories.map(({ name }) => name)))]),
    choice('namespace', namespaces),
    choice('outcome', own, (value) => words[value as Outcome]),
    choice('code', codes),
    '<label>name<input name="text" type="search" autocomplete="off"></label>',
  ];
  return `<form class="filter" hidden>${fields.join('')}<button type="reset">Show all</button></form>
<p class="soft" id="shown" role="status" data-total="${splits.length}"></p>\n`;
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== ''))].sort();
}

function choice(name: string, values: readonly string[], shown: (value: string) => string = (value) => value): string {
  const options = values.map((value) => `<option value="${html(value)}">${html(shown(value))}</option>`);
  return `<label>${name}<select name="${name}"><option value="">all</option>${options.join('')}</select></label>`;
}

/** Findings that are not about a split. */
function restSection(report: RunReport): string {
  const about = findingsOf(report);
  const ofSplits = new Set(report.splits.flatMap((split) => about(split)));
  const rest = report.diagnostics.filter((finding) => !ofSplits.has(finding));
  if (rest.length === 0) return '';
  return `<section aria-labelledby="others"><h2 id="others">Other findings</h2>${findingsList(rest)}</section>\n`;
}
