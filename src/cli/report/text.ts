import { printable } from '../../printable.ts';
import type { Severity } from '../../findings.ts';
import type { Finding } from '../../locate.ts';

const colors: Record<Severity, string> = { error: '\u001b[31m', warning: '\u001b[33m', info: '\u001b[36m' };
const bold = '\u001b[1m';
const plain = '\u001b[0m';

/** Diagnostics as lines for people: `path:line:column: severity code: message (field)`, then the fix. */
export function textReport(findings: readonly Finding[], color: boolean): string {
  return findings.map((finding, index) => textOf(finding, color, findings[index + 1])).join('');
}

function textOf(
  { diagnostic, severity, path, position, field, fix }: Finding,
  color: boolean,
  next: Finding | undefined,
): string {
  const where = [path === '-' ? '<stdin>' : path, position?.line, position?.column]
    .filter((part) => part !== undefined)
    .join(':');
  const message = printable(diagnostic.message) + (field === '' ? '' : ` (${printable(field)})`);
  const head = color
    ? `${bold}${printable(where)}:${plain} ${colors[severity]}${severity}${plain} ${diagnostic.code}: ${message}\n`
    : `${printable(where)}: ${severity} ${diagnostic.code}: ${message}\n`;
  const shared = next?.diagnostic.code === diagnostic.code && next.fix === fix;
  return shared ? head : `${head}    fix: ${printable(fix)}\n`;
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
