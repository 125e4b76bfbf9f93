import { memoisedFor } from '../collections.ts';
import { runsIn } from './merged-runs.ts';
import type { InRepository, RunReport, SplitReport } from './model.ts';
import { isAudit, isDone } from './words.ts';

/** One of the runs of a report, as a report of its own; with its repository in a report that was put together. */
export interface RunPart extends InRepository {
  readonly report: RunReport;
}

/** The runs of a report: the report itself, or those that were put together. */
export const runPartsOf = memoisedFor((report: RunReport): readonly RunPart[] => {
  if (report.repositories === undefined) return [{ report }];
  return runsIn({ name: '', report }).map(({ repository, files, splits, diagnostics, problems, summary }) => {
    const { name, version, mode, options, atRunTime } = repository;
    const run = {
      version,
      mode,
      ...(options && { options }),
      ...(atRunTime !== undefined && { atRunTime }),
      ...{ files, splits, diagnostics, problems, summary },
    };
    return { repository: name, report: { schemaVersion: 2, ...run } };
  });
});

/** The audits among the runs of a report. */
export function auditsIn(report: RunReport): readonly RunPart[] {
  return runPartsOf(report).filter((part) => isAudit(part.report));
}

/** How many splits have been converted; the others would be. */
export function convertedIn(report: RunReport): number {
  return runPartsOf(report).reduce((sum, part) => sum + convertedOf(part.report), 0);
}

function convertedOf(report: RunReport): number {
  if (!isDone(report)) return 0;
  const isUnwritten = unwrittenTest(report);
  if (isUnwritten === undefined) return report.summary.converted;
  const unwritten = report.splits.filter((split) => split.outcome === 'converted' && isUnwritten(split));
  return report.summary.converted - unwritten.length;
}

/** Returns a test whether the changes for a split have been made, in the run that it belongs to. */
export function doneTest(report: RunReport): (split: SplitReport) => boolean {
  const done = runPartsOf(report).filter((part) => isDone(part.report));
  const tests = new Map(done.map((part) => [part.repository, unwrittenTest(part.report) ?? ((): boolean => false)]));
  return (split) => tests.get(split.repository)?.(split) === false;
}

/** Returns a test whether a file of a split could not be written although others were; undefined if all were. */
function unwrittenTest({ mode, files, problems }: RunReport): ((split: SplitReport) => boolean) | undefined {
  if (mode !== 'write' || problems.length === 0) return undefined;
  const written = new Set(files.filter(({ changes }) => changes).map(({ path }) => path));
  const unwritten = new Set(problems.map(({ path }) => path).filter((path) => !written.has(path)));
  return ({ path, target, routes = [] }) =>
    [path, target?.path ?? path, ...routes.map((route) => route.path)].some((one) => unwritten.has(one));
}

/** `2 converted, 1 refused`; if nothing was done, what would be. */
export function endsOf(report: RunReport): string {
  const { converted, upToDate, leftAlone, refused } = report.summary;
  const done = convertedIn(report);
  const ends = [
    [done, 'converted'],
    [converted - done, 'would be converted'],
    [upToDate, 'up to date'],
    [leftAlone, 'left alone'],
    [refused, 'refused'],
  ] as const;
  const some = ends.filter(([number]) => number > 0);
  return some.length === 0 ? 'no TrafficSplit' : some.map(([number, word]) => `${number} ${word}`).join(', ');
}
