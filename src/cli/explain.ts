import { explain, explainAll } from '../findings/explanation-text.ts';
import { codes, isCode } from '../findings/findings.ts';
import { nearestWord } from '../findings/did-you-mean.ts';
import type { Host } from './host.ts';
import { exit, UsageError } from './host.ts';

/** Explains a diagnostic on stdout; without a code, lists all of them. */
export function explainTo(host: Host, code: string | true): number {
  if (code === true) {
    host.write(1, explainAll());
    return exit.done;
  }
  if (!isCode(code)) {
    const known = nearestWord(code, codes);
    throw new UsageError(
      `there is no diagnostic ${JSON.stringify(code)}`,
      known === undefined ? 'smi2linkerd --explain lists all' : `did you mean ${known}?`,
    );
  }
  host.write(1, explain(code));
  return exit.done;
}
