import { escapeControls } from '../diagnostics/escape.ts';
import { showResource } from '../diagnostics/resource.ts';
import type { ReportedFinding, RunReport, SplitReport } from './model.ts';
import { failuresIn, fileOf, findingsOf, fullMessage, inRepository, refusedText, writersIn } from './words.ts';

/** A test case of a JUnit report: why it failed or was skipped. */
interface Case {
  /** The class of the test, with the repository: Jenkins shows tests by class, and not by suite. */
  readonly file: string;
  readonly name: string;
  readonly repository?: string | undefined;
  /** The attribute of a failure, and the lines in it. */
  readonly failure?: { readonly message: string; readonly lines: readonly string[] };
  readonly skipped?: string;
}

/**
 * JUnit XML, as Jenkins, GitLab and Azure Pipelines read it: a suite for each repository, and in it a test for each
 * split, one for each other error, and one for each file that could not be read or written; or one for all if there is
 * none of these.
 */
export function junitForm(report: RunReport): string {
  const cases = casesOf(report);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="smi2linkerd" ${countsOf(cases)} time="0">`,
    ...suitesOf(report, cases),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function suitesOf(report: RunReport, cases: readonly Case[]): readonly string[] {
  const writers = writersIn(report);
  return namesOfRepositories(report).flatMap((name) => {
    const own = cases.filter(({ repository }) => repository === name);
    const skipped = own.filter((one) => one.skipped !== undefined).length;
    return [
      `  <testsuite name="${xml(name ?? 'smi2linkerd')}" ${countsOf(own)} skipped="${skipped}" time="0">`,
      ...own.map(caseElement),
      ...writers
        .filter(({ repository }) => repository === name)
        .map(({ says }) => `    <system-out>${xml(says)}</system-out>`),
      '  </testsuite>',
    ];
  });
}

/** The names of the repositories; a report of one run has a single one without a name. */
function namesOfRepositories({ repositories }: RunReport): readonly (string | undefined)[] {
  return repositories?.map(({ name }) => name) ?? [undefined];
}

function countsOf(cases: readonly Case[]): string {
  const failed = cases.filter(({ failure }) => failure !== undefined).length;
  return `tests="${cases.length}" failures="${failed}" errors="0"`;
}

function casesOf(report: RunReport): readonly Case[] {
  const about = findingsOf(report);
  const isFailure = failureTest(report);
  const reported = new Set<ReportedFinding>();
  const ofSplits = report.splits.map((split) => {
    const errors = about(split).filter(isFailure);
    for (const one of errors) reported.add(one);
    return splitCase(split, errors);
  });
  const broken = failuresIn(report).map((problem) => ({
    file: inRepository(problem.path, problem),
    name: problem.path,
    repository: problem.repository,
    failure: { message: problem.message, lines: [] },
  }));
  const rest = report.diagnostics.filter((one) => isFailure(one) && !reported.has(one));
  const cases = [...broken, ...ofSplits, ...rest.map(errorCase)];
  const empty = namesOfRepositories(report).filter((name) => cases.every(({ repository }) => repository !== name));
  return [...cases, ...empty.map(emptyCase)];
}

/** Returns a test whether a finding makes its run fail: an error, or with `--fail-on warning` also a warning. */
function failureTest({ options, repositories = [] }: RunReport): (finding: ReportedFinding) => boolean {
  const strict = new Set(repositories.filter((one) => one.options?.failOn === 'warning').map(({ name }) => name));
  return ({ severity, repository }) => {
    const onWarning = repository === undefined ? options?.failOn === 'warning' : strict.has(repository);
    return severity === 'error' || (onWarning && severity === 'warning');
  };
}

/** A test that passes, for a run without a TrafficSplit: Jenkins fails a build whose report has no test. */
function emptyCase(repository: string | undefined): Case {
  return {
    file: inRepository('smi2linkerd', repository === undefined ? {} : { repository }),
    name: 'no TrafficSplit',
    repository,
  };
}

function errorCase(finding: ReportedFinding): Case {
  const { code, line = 1, repository } = finding;
  const { path = 'stdin' } = fileOf(finding);
  return {
    file: inRepository(path, finding),
    name: `${code} ${path}:${line}`,
    repository,
    failure: failureOf(finding, [finding]),
  };
}

function splitCase(split: SplitReport, errors: readonly ReportedFinding[]): Case {
  const { repository, outcome, codes } = split;
  const { path = 'stdin' } = fileOf(split);
  const [first] = errors;
  return {
    file: inRepository(path, split),
    name: showResource(split),
    repository,
    ...(first !== undefined && { failure: failureOf(first, errors) }),
    ...(first === undefined && outcome === 'refused' && { failure: { message: refusedText, lines: [] } }),
    ...(first === undefined && outcome === 'left-alone' && { skipped: codes.join(', ') || 'left alone' }),
  };
}

function failureOf(first: ReportedFinding, errors: readonly ReportedFinding[]): Required<Case>['failure'] {
  return {
    message: `${first.code}: ${first.message}`,
    lines: errors.flatMap((one) => [`${one.code}: ${fullMessage(one)}`, `fix: ${one.fix}`]),
  };
}

function caseElement({ file, name, failure, skipped }: Case): string {
  const open = `    <testcase classname="${xml(file)}" name="${xml(name)}" time="0"`;
  if (failure !== undefined) {
    const text = failure.lines.map(xml).join('\n');
    return `${open}><failure type="smi2linkerd" message="${xml(failure.message)}">${text}</failure></testcase>`;
  }
  return skipped === undefined ? `${open}/>` : `${open}><skipped>${xml(skipped)}</skipped></testcase>`;
}

/** Text for an element or an attribute; characters that XML does not allow have been escaped before. */
function xml(text: string): string {
  return escapeControls(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
