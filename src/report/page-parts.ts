import { escapeControls } from '../diagnostics/escape.ts';
import { explanations } from '../findings/explanations.ts';
import { codes, findings as table } from '../findings/findings.ts';
import type { FileReport, ReportedFinding, RunReport, SplitReport } from './model.ts';
import { inPortions } from './page-rest.ts';
import { auditsIn } from './run-parts.ts';
import { commandOfStep } from './shown-command.ts';
import { html, htmlProse } from './split-picture.ts';
import { removableAfter, removableWords } from './verdict.ts';
import { failuresIn, fileOf, fullMessage, inRepository, writersIn } from './words.ts';

/** Files that could not be read or written. */
export function problemsSection(report: RunReport): string {
  const problems = failuresIn(report);
  if (problems.length === 0) return '';
  const items = problems.map(
    (problem) => `<li><code>${html(inRepository(problem.path, problem))}</code>: ${html(problem.message)}</li>`,
  );
  return `<section aria-labelledby="problems"><h2 id="problems">Not read or not written</h2><ul class="error">${items.join('')}</ul></section>\n`;
}

/** The results of each repository in a merged report. */
export function repositoriesSection(report: RunReport): string {
  const { repositories, splits } = report;
  if (repositories === undefined) return '';
  const counts = new Map<string, number>();
  for (const { repository = '', outcome } of splits)
    counts.set(`${outcome} ${repository}`, (counts.get(`${outcome} ${repository}`) ?? 0) + 1);
  const ends = ['converted', 'up-to-date', 'left-alone', 'refused'];
  const audits = new Map(auditsIn(report).map((part) => [part.repository, removableAfter(part.report)]));
  const stateOfRun = (name: string, failed: boolean): string => {
    const removable = audits.get(name);
    return removable === undefined ? (failed ? 'work to do' : 'done') : removableWords[removable];
  };
  const rows = repositories.map(({ name, failed, command = '' }) => {
    const cells = ends.map((outcome) => `<td>${counts.get(`${outcome} ${name}`) ?? 0}</td>`);
    return `<tr><th scope="row">${html(name)}</th><td>${stateOfRun(name, failed)}</td>${cells.join('')}<td><code>${html(commandOfStep(command))}</code></td></tr>`;
  });
  const heads = ['repository', 'state', 'to convert', 'up to date', 'left alone', 'refused', 'command'];
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('');
  return `<section aria-labelledby="repositories"><h2 id="repositories">Repositories</h2><div class="scroll" tabindex="0" role="group" aria-labelledby="repositories"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div></section>\n`;
}

/** What writes TrafficSplits at run time, which no conversion of manifests reaches. */
export function runTimeSection(report: RunReport): string {
  const items = writersIn(report).map((writer) => `<li>${html(inRepository(writer.says, writer))}.</li>`);
  if (items.length === 0) return '';
  return `<section aria-labelledby="run-time"><h2 id="run-time">Written at run time</h2><ul>${items.join('')}</ul></section>\n`;
}

/** Findings with place and fix; the code leads to its cause. Below a split, its own kind, name and file are not repeated. */
export function findingsList(findings: readonly ReportedFinding[], split?: SplitReport): string {
  if (findings.length === 0) return '';
  return `<ul class="findings">${findings.map((finding) => pageItem(finding, split)).join('')}</ul>`;
}

function pageItem(finding: ReportedFinding, split: SplitReport | undefined): string {
  const { severity, code, fix, resource } = finding;
  const isOwn = split !== undefined && resource?.kind === split.kind && resource.name === split.name;
  const place = shownPlace(finding, split);
  const at = place === '' ? '' : ` <span class="soft">${html(place)}</span>`;
  const message = isOwn ? sentence(finding) : fullMessage(finding);
  // A report of a newer version may have a code that this version does not explain.
  const name = Object.hasOwn(table, code) ? `<a href="#${code}">${code}</a>` : code;
  return `<li><span class="${severity}">${severity}</span> ${name}: ${html(message)}${at}<br>Fix: ${htmlProse(fix)}</li>`;
}

/** Where a finding is: below a split the line alone if both are in one file. A line of a stream is left out. */
function shownPlace(finding: ReportedFinding, split: SplitReport | undefined): string {
  const { path = 'standard input', line } = fileOf(finding);
  const isHere = split !== undefined && (fileOf(split).path ?? 'standard input') === path;
  if (isHere) return line === undefined || line === split.line ? '' : `line ${line}`;
  return inRepository(`${path}${line === undefined ? '' : `:${line}`}`, finding);
}

function sentence({ message, field }: ReportedFinding): string {
  return field === undefined ? message : `${message} (${field})`;
}

/** The change of each file, folded; its lines get their colours when it is opened. */
export function filesSection({ files }: RunReport): string {
  const shown = files.filter(({ diff }) => diff !== undefined && diff !== '');
  if (shown.length === 0) return '';
  return `<section aria-labelledby="files"><h2 id="files">Changes</h2>${inPortions('changes', shown.map(pageDiff))}</section>\n`;
}

function pageDiff(file: FileReport): string {
  const { path, diff = '' } = file;
  const lines = diff
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => html(escapeControls(line.replaceAll('\t', '    '))));
  const name = inRepository(path, file);
  return `<details><summary>${html(name)}</summary><pre class="diff" tabindex="0">${lines.join('\n')}</pre></details>`;
}

/** Each code that occurs: its cause, an example, its fix. */
export function codesSection({ diagnostics }: RunReport): string {
  const used = new Set(diagnostics.map(({ code }) => code));
  const items = codes
    .filter((code) => used.has(code))
    .map((code) => {
      const { title, fix, severity } = table[code];
      const { cause, example } = explanations[code];
      const paragraphs = cause.split('\n\n').map((part) => htmlProse(part));
      return `<h3 id="${code}">${code}: ${html(title)}</h3><p><span class="${severity}">${severity}</span>. ${paragraphs.join('</p><p>')}</p><pre tabindex="0">${html(example).replaceAll(String.raw`\u000a`, '\n')}</pre><p>Fix: ${htmlProse(fix)}.</p>`;
    });
  if (items.length === 0) return '';
  return `<section aria-labelledby="codes"><h2 id="codes">What the codes mean</h2>${items.join('\n')}</section>\n`;
}
