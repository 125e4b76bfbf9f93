import type { Code, Severity } from '../findings/findings.ts';
import { findings } from '../findings/findings.ts';
import type { FieldPath } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Page } from '../yaml/read.ts';
import type { Source } from '../yaml/source.ts';

/** Where a finding is. Line numbers are computed later, for the report. */
export type Location =
  | { readonly source: Source; readonly offset?: number } // in bytes
  | { readonly page: Page; readonly offset: number } // in characters of the page
  | { readonly manifest: Manifest; readonly field: FieldPath };

/** A finding at a place. */
export interface Diagnostic {
  readonly code: Code;
  /** One line with the names and values of the user, without a full stop. */
  readonly message: string;
  /** What to do; if absent, the fix in the table of findings. */
  readonly fix?: string;
  /** The severity, if it differs from the table (a template in a stream). */
  readonly severity?: Severity;
  readonly at: Location;
  /** For a KRM result: the current and the proposed value. */
  readonly proposedValue?: unknown;
}

/** How many things are named for one object: a report must not grow quadratically with its input. */
export const mostNamed = 10;

/** Joins names for a message: as many as are named, and the number of the rest. */
export function several(names: readonly string[], joint = ', '): string {
  if (names.length <= mostNamed) return names.join(joint);
  return `${names.slice(0, mostNamed).join(joint)}${joint}${names.length - mostNamed} more`;
}

/** Joins names for a sentence, with "and" before the last one: as many as are named, and the number of the rest. */
export function enumerated(names: readonly string[]): string {
  const rest = names.length - mostNamed;
  const shown = rest > 0 ? [...names.slice(0, mostNamed), `${rest} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** The first of things that are named one by one, with words for the last one that say how many follow; '' for the others. */
export function firstOfAll<T>(all: readonly T[]): readonly (readonly [one: T, more: string])[] {
  const rest = all.length - mostNamed;
  return all
    .slice(0, mostNamed)
    .map((one, index) => [one, rest > 0 && index === mostNamed - 1 ? ` (and ${rest} more)` : '']);
}

/** Takes a finding for the report of the run. */
export type Report = (diagnostic: Diagnostic) => void;

/** Findings about a whole run, which are reported only once however many units it has. */
const reportedOnce: readonly Code[] = ['adaptor-wins', 'profile-convertible'];

/** Returns a report function that reports such findings only once. */
export function oncePerRun(report: (diagnostic: Diagnostic) => unknown): Report {
  const reported = new Set<Code>();
  return (diagnostic) => {
    if (reported.has(diagnostic.code)) return;
    if (reportedOnce.includes(diagnostic.code)) reported.add(diagnostic.code);
    report(diagnostic);
  };
}

/** Returns a report function that reports a finding once if two units find it in something that both are deployed with. */
export function oncePerPlace(report: Report): Report {
  const reported = new Map<unknown, Set<string>>();
  return (diagnostic) => {
    const { at, code, message } = diagnostic;
    const [holder, place] =
      'manifest' in at ? [at.manifest, at.field] : 'page' in at ? [at.page, at.offset] : [at.source, 0];
    const key = JSON.stringify([code, place, message]);
    const known = reported.get(holder) ?? new Set();
    if (known.has(key)) return;
    reported.set(holder, known.add(key));
    report(diagnostic);
  };
}

/** The severity of a diagnostic. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return diagnostic.severity ?? findings[diagnostic.code].severity;
}

/** The fix of a diagnostic. */
export function fixOf(diagnostic: Diagnostic): string {
  return diagnostic.fix ?? findings[diagnostic.code].fix;
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Compares diagnostics: errors first, then warnings, then infos. */
export function bySeverity(a: Diagnostic, b: Diagnostic): number {
  return ranks[severityOf(a)] - ranks[severityOf(b)];
}

/** Whether the run fails: some diagnostic is at least as severe as `failOn`. */
export function fails(diagnostics: readonly Diagnostic[], failOn: 'error' | 'warning'): boolean {
  return diagnostics.some((diagnostic) => ranks[severityOf(diagnostic)] <= ranks[failOn]);
}
