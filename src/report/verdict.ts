import { addTo } from '../collections.ts';
import { showResource } from '../diagnostics/resource.ts';
import type { RunReport } from './model.ts';
import { auditsIn } from './run-parts.ts';
import { writersIn } from './words.ts';

/**
 * What can be removed after an audit: nothing, for lack of TrafficSplits nothing, only the TrafficSplits, or the adaptor
 * too; only the adaptor first, where a profile is not marked: a running one clears its overrides with the TrafficSplit.
 */
type Removable = 'keep' | 'no-split' | 'splits' | 'adaptor-first' | 'adaptor';

/** What an audit decides: every format of a report says this. */
export function removableAfter(report: RunReport): Removable {
  if (report.summary.failed) return 'keep';
  if (report.splits.length === 0) return 'no-split';
  const isMarked = report.splits.every(({ target }) => target === undefined || target.mark !== undefined);
  if (needsAdaptor(report)) return isMarked ? 'splits' : 'keep';
  return isMarked ? 'adaptor' : 'adaptor-first';
}

/** Whether something writes TrafficSplits at run time, which only an adaptor converts. */
export function needsAdaptor(report: RunReport): boolean {
  return writersIn(report).length > 0 || report.diagnostics.some(({ code }) => code === 'splits-at-run-time');
}

/** What writes TrafficSplits at run time, with or without a finding of its own, as one text; empty where nothing does. */
export function namesOfWriters(report: RunReport): string {
  const found = report.diagnostics.filter(({ code }) => code === 'splits-at-run-time');
  const withFinding = found.map(({ resource, message }) =>
    resource === undefined ? message : `${showResource(resource)} ${message}`,
  );
  return [...withFinding, ...writersIn(report).map(({ says }) => says)].join('; ');
}

const sentences: Record<Removable, string> = {
  keep: 'Keep the adaptor and the TrafficSplits of the cluster',
  'no-split': 'No TrafficSplit was found',
  splits: 'The TrafficSplits of the cluster can go, but not the adaptor, as far as the stream shows',
  'adaptor-first': 'The adaptor can go, and after it the TrafficSplits of the cluster, as far as the stream shows',
  adaptor: 'The TrafficSplits of the cluster and the adaptor can go, as far as the stream shows',
};

function auditSentence(report: RunReport): string {
  const removable = removableAfter(report);
  const adaptor = removable === 'no-split' && needsAdaptor(report) ? ', but the adaptor cannot go' : '';
  return `${sentences[removable]}${adaptor}`;
}

/** What the audits in a report decide, as sentences without a period; of several runs with the names of those that it is of. */
export function auditSentences(report: RunReport): readonly string[] {
  const names = new Map<string, string[]>();
  for (const part of auditsIn(report)) addTo(names, auditSentence(part.report), part.repository ?? '');
  return [...names].map(([says, of]) => (report.repositories === undefined ? says : `${says} (${of.join(', ')})`));
}

/** What an audit decides, in a few words. */
export const removableWords: Record<Removable, string> = {
  keep: 'keep the adaptor',
  'no-split': 'no TrafficSplit',
  splits: 'the TrafficSplits can go, not the adaptor',
  'adaptor-first': 'the adaptor can go first',
  adaptor: 'the adaptor can go',
};
