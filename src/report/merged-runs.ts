import { addTo, groupBy } from '../collections.ts';
import type { InRepository, ReportSummary, Repository, RunReport } from './model.ts';

/** A report, and the name of its repository. */
export interface NamedReport {
  readonly name: string;
  readonly report: RunReport;
}

/** A run among reports that are put together, with all that is of it. */
export interface MergedRun extends Pick<RunReport, 'files' | 'splits' | 'diagnostics' | 'problems'> {
  readonly repository: Repository;
}

/** A run with the name of the report that it is in, if that was put together. */
interface FoundRun extends MergedRun {
  readonly within: string | undefined;
  readonly summary: ReportSummary;
}

/**
 * The runs of reports, each once, with names that differ, and the summaries of those that were left out. A repository of a
 * report that was itself put together has the name of that report before its own where another repository has that name, too.
 */
export function runsToMerge(named: readonly NamedReport[]): {
  readonly runs: readonly MergedRun[];
  readonly doubles: readonly ReportSummary[];
} {
  const byName = groupBy(named.flatMap(runsIn), ({ repository }) => repository.name);
  const groups = [...byName.values()].map(equalRuns);
  const taken = new Set(byName.keys());
  const runs = groups.flatMap((group) => {
    const found = group.flatMap(firstOf);
    return found.length === 1 ? found : found.map((run) => withOwnName(run, taken));
  });
  return { runs, doubles: groups.flat().flatMap(summariesOfDoubles) };
}

/** Runs of one name, those that say the same in a group. */
function equalRuns(runs: readonly FoundRun[]): readonly (readonly FoundRun[])[] {
  if (runs.length === 1) return [runs];
  return [...groupBy(runs, sameRunKey).values()];
}

/** One of some equal runs whose summary is exact, if there is one. */
function exactOf(same: readonly FoundRun[]): FoundRun | undefined {
  return same.find(({ repository }) => repository.summary !== undefined);
}

/** The summaries of all but one of some equal runs. */
function summariesOfDoubles(same: readonly FoundRun[]): readonly ReportSummary[] {
  const exact = exactOf(same);
  return same.slice(1).map((run) => (exact ?? run).summary);
}

/** The first one of some equal runs, with an exact summary. */
function firstOf(same: readonly FoundRun[]): readonly FoundRun[] {
  return same.slice(0, 1).map((run) => ({ ...run, repository: (exactOf(same) ?? run).repository }));
}

function withOwnName(run: FoundRun, taken: Set<string>): MergedRun {
  const { within, repository } = run;
  if (within === undefined) return run;
  let name = `${within}/${repository.name}`;
  while (taken.has(name)) name = `${within}/${name}`;
  taken.add(name);
  return { ...run, repository: { ...repository, name } };
}

/** What a run says, its name included: the same for a run that is in two reports. */
function sameRunKey({ repository, files, splits, diagnostics, problems }: MergedRun): string {
  const named = Object.entries(repository).filter(([key]) => key !== 'summary'); // not in reports of earlier versions
  const sorted = named.sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([sorted, files, splits, diagnostics, problems]);
}

/** The runs of a report; one that was put together by an earlier version shows a part of the summary of each. */
export function runsIn({ name, report }: NamedReport): readonly FoundRun[] {
  const { files, splits, diagnostics, problems, summary } = report;
  if (report.repositories === undefined)
    return [
      { repository: repositoryOf(name, report), within: undefined, files, splits, diagnostics, problems, summary },
    ];
  const [ownFiles, ownSplits] = [byRepository(files), byRepository(splits)];
  const [ownFindings, ownProblems] = [byRepository(diagnostics), byRepository(problems)];
  const entries = new Map(report.repositories.map((one) => [one.name, one]));
  return [...entries.values()].map((repository) => {
    const run = {
      repository,
      files: ownFiles(repository.name),
      splits: ownSplits(repository.name),
      diagnostics: ownFindings(repository.name),
      problems: ownProblems(repository.name),
    };
    return { ...run, within: name, summary: repository.summary ?? summaryOfRun(run) };
  });
}

function repositoryOf(name: string, report: RunReport): Repository {
  const { version, mode, options, command, atRunTime, summary } = report;
  return {
    name,
    version,
    mode,
    ...(options && { options }),
    ...(command !== undefined && { command }),
    ...(atRunTime !== undefined && { atRunTime }),
    failed: summary.failed,
    summary,
  };
}

/** Returns a function that finds the parts of a repository, without its name. */
function byRepository<T extends InRepository>(parts: readonly T[]): (name: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const { repository = '', ...part } of parts) addTo(groups, repository, part as T);
  return (name) => groups.get(name) ?? [];
}

/** The summary of a run as far as a report that was put together shows it: not all files that do not change are in it. */
function summaryOfRun({ repository, files, splits, diagnostics }: MergedRun): ReportSummary {
  const ends = (wanted: string): number => splits.filter(({ outcome }) => outcome === wanted).length;
  const found = (wanted: string): number => diagnostics.filter(({ severity }) => severity === wanted).length;
  const filesChanged = files.filter(({ changes }) => changes).length;
  return {
    converted: ends('converted'),
    upToDate: ends('up-to-date'),
    leftAlone: ends('left-alone'),
    refused: ends('refused'),
    errors: found('error'),
    warnings: found('warning'),
    infos: found('info'),
    filesChanged,
    filesUnchanged: files.length - filesChanged,
    failed: repository.failed,
  };
}
