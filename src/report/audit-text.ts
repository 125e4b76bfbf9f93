import { escapeControls } from '../diagnostics/escape.ts';
import { showResource } from '../diagnostics/resource.ts';
import type { RunReport, SplitReport } from './model.ts';
import { namesOfWriters, removableAfter } from './verdict.ts';
import { domainFlag } from './words.ts';

/** What an audit asks for where profiles are missing. */
export function profilesToDeploy(options: RunReport['options']): string {
  return `deploy the profiles that smi2linkerd --skip-annotation${domainFlag(options)} makes of the TrafficSplits in Git`;
}

/** The result of the audit in one line. */
export function verdictOf(report: RunReport): string {
  const { summary, options } = report;
  const writers = escapeControls(namesOfWriters(report));
  switch (removableAfter(report)) {
    case 'no-split':
      return `no TrafficSplit in the stream${writers === '' ? '' : `, but ${writers}`}\n`;
    case 'keep':
      return `${summary.converted === 0 ? '' : `${profilesToDeploy(options)}\n`}keep the adaptor and the TrafficSplits until each has a matching, marked profile in force\n`;
    case 'splits':
      return `as far as this stream shows, the TrafficSplits can be removed, but not the adaptor: ${writers}\n`;
    case 'adaptor-first':
      return 'as far as this stream shows, the adaptor can be removed, and after it the TrafficSplits\n';
    case 'adaptor':
      return 'as far as this stream shows, the TrafficSplits and the adaptor can be removed\n';
  }
}

/** A line for each split: its profile, and what is wrong with it. */
export function textOfAudit(report: RunReport): readonly string[] {
  return report.splits.map((split) => `${showResource(split)}: ${stateOf(split)}`);
}

function stateOf({ target, codes, outcome }: SplitReport): string {
  const found = codes.filter((code) => code !== 'out-of-date').join(', ');
  const more = found === '' ? '' : `; ${found}`;
  if (target === undefined)
    return `${outcome === 'up-to-date' ? 'needs no profile' : outcome.replace('-', ' ')}${more}`;
  if (target.state === 'missing') return `no profile${more}`;
  const equal = target.state === 'equal' ? 'matches' : 'differs';
  const mark = target.mark === undefined ? 'not marked' : `marked ${JSON.stringify(target.mark)}`;
  return `profile ${equal}, ${mark}${more}`;
}
