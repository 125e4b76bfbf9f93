import type { Code } from '../findings.ts';
import { codes, findings } from '../findings.ts';

/** What `--explain CODE` prints. */
export function explain(code: Code): string {
  const { title, severity, fix } = findings[code];
  return `${code} (${severity})\n\n${title}.\n\nFix: ${fix}.\n`;
}

/** What `--explain` prints: every code with its severity and title. */
export function explainAll(): string {
  const width = Math.max(...codes.map((code) => code.length));
  return codes
    .map((code) => `${code.padEnd(width)}  ${findings[code].severity.padEnd(7)}  ${findings[code].title}\n`)
    .join('');
}
