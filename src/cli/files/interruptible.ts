import type { Host } from '../host.ts';
import { writeFiles, writing, type Plan, type WriteResult } from './write-files.ts';

/** So many files are written between two looks at whether a signal came. */
const filesInTurn = 16;

/**
 * Rewrites files as `writeFiles` does. If a signal asks the process to end before all new files are complete, these are
 * removed, no file is changed, and the process ends as the signal would have ended it.
 */
export async function writeUnlessInterrupted(plans: readonly Plan[], host: Host): Promise<WriteResult> {
  const signals = host.holdSignals?.();
  if (signals === undefined) return writeFiles(plans);
  const steps = writing(plans);
  for (let count = 1; ; count += 1) {
    const step = steps.next();
    if (step.done === true) {
      signals.release();
      return step.value;
    }
    if (count % filesInTurn > 0) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (!signals.came()) continue;
    const nothing = { written: [], failed: [], notWritten: plans.map(({ path }) => path) };
    steps.return(nothing);
    signals.release();
    return nothing;
  }
}
