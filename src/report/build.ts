import { once } from '../collections.ts';
import type { Options } from '../config/config.ts';
import type { Outcome, SplitOutcome, UnitConversion } from '../convert.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../diagnostics/locate.ts';
import { byPlace, locate } from '../diagnostics/locate.ts';
import type { Tool } from '../kustomize/kustomize.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Source } from '../yaml/source.ts';
import { version } from '../version.ts';
import type { FileReport, Mode, Problem, ReportSummary, RunReport, SplitReport } from './model.ts';
import { splitReport } from './split-report.ts';
import { toolTraces } from './tool-traces.ts';

/** What is known at the end of a run. */
interface RunFacts {
  readonly mode: Mode;
  readonly options: Options;
  readonly command?: string;
  /** What deploys the files of the call, as far as the files show it. */
  readonly tools?: readonly Tool[];
  /** What writes TrafficSplits at run time, where the input holds none. */
  readonly atRunTime?: string | undefined;
  readonly conversions: readonly UnitConversion[];
  readonly diagnostics: readonly Diagnostic[];
  readonly files: readonly FileReport[];
  /** How many files were read and do not change. */
  readonly unchanged: number;
  readonly problems: readonly Problem[];
  readonly failed: boolean;
  /** Whether only what makes a run fail is reported: errors, and with --fail-on warning also warnings. */
  readonly quiet: boolean;
}

/** Builds the model of a run. */
export function buildReport(facts: RunFacts): RunReport {
  const { mode, options, command, atRunTime, conversions, files, problems, quiet } = facts;
  const tools = [...new Set([...(facts.tools ?? []), ...toolTraces(conversions)])].sort();
  const splits = once(() => splitReports(conversions, facts.diagnostics, options));
  // What makes the run fail is always reported.
  const isReported = ({ severity }: Finding): boolean =>
    !quiet || severity === 'error' || (severity === 'warning' && options.failOn === 'warning');
  const diagnostics = locate(facts.diagnostics).filter(isReported);
  return {
    schemaVersion: 2,
    version,
    mode,
    options,
    ...(command !== undefined && { command }),
    ...(tools.length > 0 && { tools }),
    ...(atRunTime !== undefined && { atRunTime }),
    files: [...files].sort((a, b) => byPlace(a, b)),
    // The text of a run that succeeds does not need them.
    get splits() {
      return splits();
    },
    diagnostics,
    problems,
    summary: runSummary(facts, diagnostics),
  };
}

function splitReports(
  conversions: readonly UnitConversion[],
  diagnostics: readonly Diagnostic[],
  { clusterDomain }: Options,
): readonly SplitReport[] {
  const codes = codesByManifest(diagnostics);
  const codesOf = ({ manifest, profile, routes = [] }: SplitOutcome): readonly string[] => [
    ...new Set(
      [manifest, profile?.existing, ...routes.map(({ existing }) => existing)].flatMap((one) => [
        ...((one && codes.get(one)) ?? []),
      ]),
    ),
  ];
  return conversions
    .flatMap(({ splits }) => splits.map((one) => ({ ...splitReport(one, clusterDomain), codes: codesOf(one) })))
    .sort(byPlace);
}

function codesByManifest(diagnostics: readonly Diagnostic[]): ReadonlyMap<Manifest, ReadonlySet<string>> {
  const codes = new Map<Manifest, Set<string>>();
  for (const { at, code } of diagnostics) {
    if (!('manifest' in at)) continue;
    const known = codes.get(at.manifest);
    if (known === undefined) codes.set(at.manifest, new Set([code]));
    else known.add(code);
  }
  return codes;
}

/** How many splits, including unreadable ones, had each outcome. */
function countOutcomes(conversions: readonly UnitConversion[]): Readonly<Record<Outcome, number>> {
  const counts = { converted: 0, 'up-to-date': 0, 'left-alone': 0, refused: 0 };
  for (const { splits, broken } of conversions) {
    for (const { outcome } of splits) counts[outcome] += 1;
    for (const outcome of broken) counts[outcome] += 1;
  }
  return counts;
}

function runSummary(facts: RunFacts, diagnostics: readonly Finding[]): ReportSummary {
  const counts = countOutcomes(facts.conversions);
  const severities = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) severities[severity] += 1;
  return {
    converted: counts.converted,
    upToDate: counts['up-to-date'],
    leftAlone: counts['left-alone'],
    refused: counts.refused,
    errors: severities.error,
    warnings: severities.warning,
    infos: severities.info,
    filesChanged: facts.files.filter(({ changes }) => changes).length,
    filesUnchanged: facts.unchanged,
    failed: facts.failed,
  };
}

/** The files of a report: those that hold a split, and those that change. */
export function changedOrSplit(
  conversions: readonly UnitConversion[],
  changed: ReadonlySet<Source>,
): readonly FileReport[] {
  const hits = conversions.flatMap(({ splits }) => splits).map(({ manifest }) => manifest.page.slice.source);
  const all = new Set([...hits, ...changed]);
  return [...all].map((source) => ({ path: source.path, changes: changed.has(source) }));
}
