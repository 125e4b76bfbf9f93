import type { Diagnostic, Location } from '../../diagnostic.ts';
import { fixOf, severityOf } from '../../diagnostic.ts';
import type { Severity } from '../../findings.ts';
import { annotation, showPath } from '../../kubernetes.ts';
import { offsetOf } from '../../manifest.ts';
import type { Position } from '../../yaml/source.ts';
import { positionOf } from '../../yaml/source.ts';

/** A diagnostic with its place counted out, as every form of report needs it. */
export interface Finding {
  readonly diagnostic: Diagnostic;
  readonly severity: Severity;
  readonly path: string;
  readonly position?: Position;
  /** The field, as Kubernetes prints it; '' where the whole object is meant. */
  readonly field: string;
  readonly fix: string;
}

/** Counts the lines of diagnostics and puts them in the order of path, line and column. */
export function locate(diagnostics: readonly Diagnostic[]): readonly Finding[] {
  return diagnostics
    .map((diagnostic) => ({
      diagnostic,
      severity: severityOf(diagnostic),
      fix: fixOf(diagnostic),
      ...place(diagnostic.at),
    }))
    .sort((a, b) => compare(a.path, b.path) || byPosition(a.position, b.position));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPosition(a: Position | undefined, b: Position | undefined): number {
  return (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);
}

function place(at: Location): Pick<Finding, 'path' | 'position' | 'field'> {
  if ('source' in at) return { path: at.source.path, field: '' };
  const { page, offset } = 'manifest' in at ? { page: at.manifest.page, offset: offsetOf(at.manifest, at.field) } : at;
  const { source, start } = page.slice;
  const path = source.path === '-' && 'manifest' in at ? (originOf(at) ?? '-') : source.path;
  return {
    path,
    position: positionOf(source, start, page.text, offset),
    field: 'manifest' in at ? showPath(at.field) : '',
  };
}

/** The file that an item of a stream came from, where kpt or Kustomize say it. */
function originOf({ manifest }: Extract<Location, { manifest: unknown }>): string | undefined {
  const { object } = manifest;
  const path =
    annotation(object, 'internal.config.kubernetes.io/path') ?? annotation(object, 'config.kubernetes.io/path');
  const origin = /^path: (.*)$/m.exec(annotation(object, 'config.kubernetes.io/origin') ?? '')?.[1];
  const from = path ?? origin;
  return from === undefined ? undefined : `<stdin>(${from})`;
}

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

/** Text without what a terminal or a log would obey: control characters, bidi marks and line ends are escaped. */
export function printable(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
