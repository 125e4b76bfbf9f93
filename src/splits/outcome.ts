import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { severityOf } from '../diagnostics/diagnostic.ts';
import type { Run } from '../run.ts';

/** What became of a split: its profile is written, or was right before; or there is none, on purpose or for an error. */
export type Outcome = 'converted' | 'up-to-date' | 'left-alone' | 'refused';

/** Why a split is not converted. */
export type Left = Extract<Outcome, 'left-alone' | 'refused'>;

/** Reports why a split is not converted: an error refuses it, anything else leaves it alone on purpose. */
export function leave(run: Run, diagnostic: Diagnostic): Left {
  run.report(diagnostic);
  return leftBy(diagnostic);
}

/** What a finding that keeps a split from being converted makes of it. */
export function leftBy(diagnostic: Diagnostic): Left {
  return severityOf(diagnostic) === 'error' ? 'refused' : 'left-alone';
}
