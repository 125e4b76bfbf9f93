import { escapeControls } from '../../diagnostics/escape.ts';
import type { Severity } from '../../findings/findings.ts';
import type { Finding } from '../../diagnostics/locate.ts';

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
  const message = escapeControls(diagnostic.message) + (field === '' ? '' : ` (${escapeControls(field)})`);
  const head = color
    ? `${bold}${escapeControls(where)}:${plain} ${colors[severity]}${severity}${plain} ${diagnostic.code}: ${message}\n`
    : `${escapeControls(where)}: ${severity} ${diagnostic.code}: ${message}\n`;
  const shared = next?.diagnostic.code === diagnostic.code && next.fix === fix;
  return shared ? head : `${head}    fix: ${escapeControls(fix)}\n`;
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
