import { version } from '../version.ts';
import type { Tool } from '../kustomize/kustomize.ts';
import type { InRepository, Mode, ReportSummary, Repository, RunReport } from './model.ts';

/** A report, and the name of its repository. */
export interface NamedReport {
  readonly name: string;
  readonly report: RunReport;
}

/** Merges the reports of several runs into one; each part has the name of its repository. */
export function mergeReports(named: readonly NamedReport[]): RunReport {
  const modes = new Set(named.map(({ report }) => report.mode));
  const [mode = 'check'] = modes;
  const tools = new Set(named.flatMap(({ report }): readonly Tool[] => report.tools ?? []));
  const all = <T extends InRepository>(parts: (report: RunReport) => readonly T[]): readonly T[] =>
    named.flatMap(({ name, report }) =>
      parts(report).map((part) => ({ ...part, repository: part.repository ?? name })),
    );
  return {
    schemaVersion: 2,
    version,
    mode: modes.size === 1 ? mode : ('check' satisfies Mode),
    ...(tools.size > 0 && { tools: [...tools].sort() }),
    repositories: named.flatMap(repositoriesOf),
    files: all(({ files }) => files),
    splits: all(({ splits }) => splits),
    diagnostics: all(({ diagnostics }) => diagnostics),
    problems: all(({ problems }) => problems),
    summary: named.map(({ report }) => report.summary).reduce(sumOf),
  };
}

function repositoriesOf({ name, report }: NamedReport): readonly Repository[] {
  if (report.repositories !== undefined) return report.repositories;
  const { version: by, mode, options, command, atRunTime, summary } = report;
  return [
    {
      name,
      version: by,
      mode,
      ...(options && { options }),
      ...(command !== undefined && { command }),
      ...(atRunTime !== undefined && { atRunTime }),
      failed: summary.failed,
    },
  ];
}

function sumOf(a: ReportSummary, b: ReportSummary): ReportSummary {
  return {
    converted: a.converted + b.converted,
    upToDate: a.upToDate + b.upToDate,
    leftAlone: a.leftAlone + b.leftAlone,
    refused: a.refused + b.refused,
    errors: a.errors + b.errors,
    warnings: a.warnings + b.warnings,
    infos: a.infos + b.infos,
    filesChanged: a.filesChanged + b.filesChanged,
    filesUnchanged: a.filesUnchanged + b.filesUnchanged,
    failed: a.failed || b.failed,
  };
}
