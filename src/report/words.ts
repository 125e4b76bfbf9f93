import { addTo } from '../collections.ts';
import { quoted } from '../config/advice.ts';
import type { Outcome } from '../convert.ts';
import type { Finding } from '../diagnostics/locate.ts';
import { showResource } from '../diagnostics/resource.ts';
import type { InRepository, Problem, ReportedFinding, RunReport, SplitReport } from './model.ts';

/** The message with its object and field. */
export function fullMessage({ resource, message, field }: Finding): string {
  const about = resource === undefined ? '' : `${showResource(resource)}: `;
  return `${about}${message}${field === undefined ? '' : ` (${field})`}`;
}

/** The file in the repository with the finding, and its line; for a stream, at most the file, without a line. */
export function fileOf({ path, origin, line, column }: Pick<Finding, 'path' | 'origin' | 'line' | 'column'>): {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
} {
  if (path === '-') return origin === undefined ? {} : { path: origin };
  return { path, ...(line !== undefined && column !== undefined && { line, column }) };
}

/** The same for a format with one path for each result: in a merged report, the path begins with the repository. */
export function filePlace(place: Pick<ReportedFinding, 'path' | 'origin' | 'line' | 'column' | 'repository'>): {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
} {
  const { path, ...rest } = fileOf(place);
  if (path === undefined) return rest;
  return { path: place.repository === undefined ? path : `${place.repository}/${path}`, ...rest };
}

/** Why a split is refused that has no error of its own. */
export const refusedText = 'Refused because of an error at another place, which is reported there';

/** A path or text, in a merged report with the repository before it: `shop: web.yaml`. */
export function inRepository(text: string, { repository }: InRepository): string {
  return repository === undefined ? text : `${repository}: ${text}`;
}

/** The outcomes of splits in words, before anything is written. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  converted: 'to convert',
  'up-to-date': 'up to date',
  'left-alone': 'left alone',
  refused: 'refused',
};

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Whether a report is the audit of a stream, not the check of files, and not several of them. */
export function isAudit({ mode, files, repositories }: Pick<RunReport, 'mode' | 'files' | 'repositories'>): boolean {
  return mode === 'check' && repositories === undefined && files.some(({ path }) => path === '-');
}

/** Whether the changes in a report have been made; otherwise they would be made, as where no file could be written. */
export function isDone({ mode, summary }: Pick<RunReport, 'mode' | 'summary'>): boolean {
  if (mode === 'write') return summary.converted === 0 || summary.filesChanged > 0;
  return ['print', 'function', 'library'].includes(mode) && !summary.failed;
}

/** The problems without the files that were written before another could not be. */
export function failuresIn({ problems, files }: Pick<RunReport, 'problems' | 'files'>): readonly Problem[] {
  const key = ({ path, repository = '' }: InRepository & { readonly path: string }): string => `${repository}\0${path}`;
  const written = new Set(files.filter(({ changes }) => changes).map(key));
  return problems.filter((problem) => !written.has(key(problem)));
}

/** Returns a function that finds the findings about a split or its target. */
export function findingsOf(report: RunReport): (split: SplitReport) => readonly ReportedFinding[] {
  const byObject = new Map<string, ReportedFinding[]>();
  for (const finding of report.diagnostics) {
    if (finding.resource === undefined) continue;
    const key = resourceKey(finding, finding.resource);
    addTo(byObject, key, finding);
  }
  return (split) => {
    const { target, routes = target === undefined ? [] : [target], repository } = split;
    const own = byObject.get(resourceKey(split, split)) ?? [];
    const ofRoutes = routes.flatMap((one) => {
      const place = { path: one.path, ...(repository !== undefined && { repository }) };
      return (byObject.get(resourceKey(place, one)) ?? []).filter(({ resource }) => isOf(resource, one));
    });
    return [...own.filter(({ resource }) => isOf(resource, split) || isOf(resource, target)), ...ofRoutes];
  };
}

type NamedResource = { readonly namespace?: string } | undefined;

/** The namespace may come from the command line; then the object itself has none. */
function isOf(resource: NamedResource, other: NamedResource): boolean {
  return other !== undefined && (resource?.namespace === undefined || resource.namespace === other.namespace);
}

function resourceKey(
  { path, repository = '' }: { path: string; repository?: string },
  { kind, name }: { kind: string; name: string },
): string {
  return JSON.stringify([repository, path, kind, name]);
}

/** What writes TrafficSplits at run time, in this run and in those that were put together, each with its repository. */
export function writersIn({
  atRunTime,
  repositories = [],
}: RunReport): readonly { readonly repository?: string; readonly says: string }[] {
  const of = repositories.flatMap((one) =>
    one.atRunTime === undefined ? [] : [{ repository: one.name, says: one.atRunTime }],
  );
  return atRunTime === undefined ? of : [{ says: atRunTime }, ...of];
}

/** The option with the cluster domain of a run, with a space before it; empty if it is the default. */
export function domainFlag(options: RunReport['options']): string {
  const domain = options?.clusterDomain ?? 'cluster.local';
  return domain === 'cluster.local' ? '' : ` --cluster-domain ${quoted(domain)}`;
}

/** The splits of a report: first those that need attention. */
export function sortedSplits({ splits }: RunReport): readonly SplitReport[] {
  const order: readonly Outcome[] = ['refused', 'converted', 'left-alone', 'up-to-date'];
  return [...splits].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
}
