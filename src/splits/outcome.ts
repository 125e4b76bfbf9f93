import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { severityOf } from '../diagnostics/diagnostic.ts';
import type { Run } from '../run.ts';

/**
 * What became of a split: its profile was written or was already right, or the split was not converted, on purpose or
 * because of an error.
 */
export type Outcome = 'converted' | 'up-to-date' | 'left-alone' | 'refused';

/** Why a split is not converted. */
export type Left = Extract<Outcome, 'left-alone' | 'refused'>;

/** Reports why a split is not converted: after an error it is refused, otherwise it is left alone on purpose. */
export function leave(run: Run, diagnostic: Diagnostic): Left {
  run.report(diagnostic);
  return severityOf(diagnostic) === 'error' ? 'refused' : 'left-alone';
}
