import type { Code, Severity } from '../findings/findings.ts';
import { findings } from '../findings/findings.ts';
import type { FieldPath } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Page } from '../yaml/read.ts';
import type { Source } from '../yaml/source.ts';

/** Where a finding is. Lines are counted late, by the reporter. */
export type Location =
  | { readonly source: Source; readonly offset?: number } // in bytes
  | { readonly page: Page; readonly offset: number } // in characters of the page
  | { readonly manifest: Manifest; readonly field: FieldPath };

/** A finding at a place. */
export interface Diagnostic {
  readonly code: Code;
  /** One line, in the user's own names and values; no full stop. */
  readonly message: string;
  /** What to do here; the table's fix where absent. */
  readonly fix?: string;
  /** Where the surroundings make it worse than the table says (a template in a printed stream). */
  readonly severity?: Severity;
  readonly at: Location;
  /** For a KRM result: what stands there, and what should. */
  readonly proposedValue?: unknown;
}

/** Names for a message: ten, and how many more there are, so that reports do not grow with the square of the input. */
export function several(names: readonly string[], joint = ', '): string {
  if (names.length <= shownNames) return names.join(joint);
  return `${names.slice(0, shownNames).join(joint)}${joint}${names.length - shownNames} more`;
}

const shownNames = 10;

export type Report = (diagnostic: Diagnostic) => void;

/** Findings about a whole run, which are said once however many units it has. */
const once: readonly Code[] = ['adaptor-wins', 'profile-convertible'];

/** A report that takes such findings only once. */
export function sayingOnce(report: (diagnostic: Diagnostic) => unknown): Report {
  const said = new Set<Code>();
  return (diagnostic) => {
    if (said.has(diagnostic.code)) return;
    if (once.includes(diagnostic.code)) said.add(diagnostic.code);
    report(diagnostic);
  };
}

/** How bad a diagnostic is. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return diagnostic.severity ?? findings[diagnostic.code].severity;
}

/** What to do about a diagnostic. */
export function fixOf(diagnostic: Diagnostic): string {
  return diagnostic.fix ?? findings[diagnostic.code].fix;
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Errors before warnings before infos. */
export function bySeverity(a: Diagnostic, b: Diagnostic): number {
  return ranks[severityOf(a)] - ranks[severityOf(b)];
}

/** Whether the run fails: some diagnostic is at least as severe as `failOn`. */
export function fails(diagnostics: readonly Diagnostic[], failOn: 'error' | 'warning'): boolean {
  return diagnostics.some((diagnostic) => ranks[severityOf(diagnostic)] <= ranks[failOn]);
}
