import { escapeControls } from '../diagnostics/escape.ts';
import { showResource } from '../diagnostics/resource.ts';
import type { ReportedFinding, RunReport, SplitReport } from './model.ts';
import { fileOf, findingsOf, fullMessage } from './words.ts';

/** A test case of a JUnit report: why it failed or was skipped. */
interface Case {
  readonly file: string;
  readonly name: string;
  readonly failures: readonly ReportedFinding[];
  readonly skipped?: string;
}

/**
 * JUnit XML, as Jenkins, GitLab and Azure Pipelines read it: a test for each split, and one for each file with other
 * errors.
 */
export function junitForm(report: RunReport): string {
  const cases = casesOf(report);
  const failed = cases.filter(({ failures }) => failures.length > 0).length + report.problems.length;
  const skipped = cases.filter(({ skipped: reason }) => reason !== undefined).length;
  const tests = cases.length + report.problems.length;
  const counts = `tests="${tests}" failures="${failed}" errors="0"`;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="smi2linkerd" ${counts} time="0">`,
    `  <testsuite name="smi2linkerd" ${counts} skipped="${skipped}" time="0">`,
    ...report.problems.map(({ path, message }) => failing(path, path, message, '')),
    ...cases.map(caseOf),
    '  </testsuite>',
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function casesOf(report: RunReport): readonly Case[] {
  const about = findingsOf(report);
  const told = new Set<ReportedFinding>();
  const ofSplits = report.splits.map((split) => {
    const errors = about(split).filter(({ severity }) => severity === 'error');
    for (const one of errors) told.add(one);
    return splitCase(split, errors);
  });
  const rest = report.diagnostics.filter((one) => one.severity === 'error' && !told.has(one));
  return [
    ...ofSplits,
    ...rest.map((one) => ({ file: one.path, name: `${one.code} ${one.path}:${one.line ?? 1}`, failures: [one] })),
  ];
}

function splitCase(split: SplitReport, failures: readonly ReportedFinding[]): Case {
  const { path = 'stdin' } = fileOf(split);
  const file = split.repository === undefined ? path : `${split.repository}: ${path}`;
  const alone = failures.length === 0 && split.outcome === 'left-alone';
  return {
    file,
    name: showResource(split),
    failures,
    ...(alone && { skipped: split.codes.join(', ') || 'left alone' }),
  };
}

function caseOf({ file, name, failures, skipped }: Case): string {
  const [first] = failures;
  if (first !== undefined) {
    const text = failures.map((one) => `${one.code}: ${fullMessage(one)}\nfix: ${one.fix}`).join('\n');
    return failing(file, name, `${first.code}: ${first.message}`, text);
  }
  const open = `    <testcase classname="${xml(file)}" name="${xml(name)}" time="0"`;
  return skipped === undefined ? `${open}/>` : `${open}><skipped>${xml(skipped)}</skipped></testcase>`;
}

function failing(file: string, name: string, message: string, text: string): string {
  const shown = text.split('\n').map(xml).join('\n');
  return `    <testcase classname="${xml(file)}" name="${xml(name)}" time="0"><failure type="smi2linkerd" message="${xml(message)}">${shown}</failure></testcase>`;
}

/** Text for an element or an attribute; characters that XML does not allow have been escaped before. */
function xml(text: string): string {
  return escapeControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
