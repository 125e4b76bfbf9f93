import { memoisedFor } from '../collections.ts';
import { runsIn } from './merged-runs.ts';
import type { InRepository, RunReport } from './model.ts';
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
  const done = runPartsOf(report).filter((part) => isDone(part.report));
  return done.reduce((sum, part) => sum + part.report.summary.converted, 0);
}

/** Returns a test whether the changes of the run that something belongs to have been made. */
export function doneTest(report: RunReport): (one: InRepository) => boolean {
  const done = new Set(runPartsOf(report).flatMap((part) => (isDone(part.report) ? [part.repository] : [])));
  return ({ repository }) => done.has(repository);
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
