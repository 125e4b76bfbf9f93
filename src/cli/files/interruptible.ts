import type { Host } from '../host.ts';
import { writeFiles, writing, type Plan, type WriteResult } from './write-files.ts';

/**
 * Rewrites files as `writeFiles` does. If a signal asks the process to end before all new files are complete, these are
 * removed, no file is changed, and the process ends as the signal would have ended it. One that comes later ends it
 * once all files are written.
 */
export async function writeUnlessInterrupted(plans: readonly Plan[], host: Host): Promise<WriteResult> {
  const signals = host.holdSignals?.();
  if (signals === undefined) return writeFiles(plans);
  const steps = writing(plans);
  for (;;) {
    const step = steps.next();
    // A signal is only seen when the event loop runs, and would be lost if it were let go before.
    await new Promise((resolve) => setImmediate(resolve));
    if (step.done === true) {
      signals.release();
      return step.value;
    }
    if (!signals.came()) continue;
    const [first, others] = [plans.slice(0, 1), plans.slice(1)];
    const failed = first.map(({ path }) => ({ path, reason: 'a signal ended the run' }));
    const nothing = { written: [], failed, notWritten: others.map(({ path }) => path) };
    steps.return(nothing);
    signals.release();
    // Still here: the system lets no such signal end process 1, which this is in a container.
    return nothing;
  }
}
