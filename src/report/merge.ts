import { version } from '../version.ts';
import type { Tool } from '../kustomize/kustomize.ts';
import { runsToMerge, type MergedRun, type NamedReport } from './merged-runs.ts';
import type { InRepository, Mode, ReportSummary, RunReport } from './model.ts';

/**
 * Merges the reports of several runs into one; each part has the name of its repository. A repository that is in several
 * reports with the same result counts once.
 */
export function mergeReports(named: readonly NamedReport[]): RunReport {
  const { runs, doubles } = runsToMerge(named);
  const modes = new Set(runs.map(({ repository }) => repository.mode));
  const [mode = 'check'] = modes;
  const tools = new Set(named.flatMap(({ report }): readonly Tool[] => report.tools ?? []));
  const all = <T extends InRepository>(parts: (run: MergedRun) => readonly T[]): readonly T[] =>
    runs.flatMap((run) => parts(run).map((part) => ({ ...part, repository: run.repository.name })));
  const sum = named.map(({ report }) => report.summary).reduce((a, b) => sumOf(a, b, 1));
  return {
    schemaVersion: 2,
    version,
    mode: modes.size === 1 ? mode : ('check' satisfies Mode),
    ...(tools.size > 0 && { tools: [...tools].sort() }),
    repositories: runs.map(({ repository }) => repository),
    files: all(({ files }) => files),
    splits: all(({ splits }) => splits),
    diagnostics: all(({ diagnostics }) => diagnostics),
    problems: all(({ problems }) => problems),
    summary: doubles.reduce((a, b) => sumOf(a, b, -1), sum),
  };
}

function sumOf(a: ReportSummary, b: ReportSummary, sign: 1 | -1): ReportSummary {
  const sum = (key: Exclude<keyof ReportSummary, 'failed'>): number => a[key] + sign * b[key];
  return {
    converted: sum('converted'),
    upToDate: sum('upToDate'),
    leftAlone: sum('leftAlone'),
    refused: sum('refused'),
    errors: sum('errors'),
    warnings: sum('warnings'),
    infos: sum('infos'),
    filesChanged: sum('filesChanged'),
    filesUnchanged: sum('filesUnchanged'),
    failed: a.failed || b.failed,
  };
}
