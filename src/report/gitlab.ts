import { escapeControls } from '../diagnostics/escape.ts';
import type { Severity } from '../findings/findings.ts';
import { escapeUnsafe } from '../yaml/print.ts';
import type { ReportedFinding, RunReport } from './model.ts';
import { failuresIn, fullMessage, inRepository, filePlace } from './words.ts';

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * A Code Quality report, which GitLab shows in merge requests (docs.gitlab.com/ci/testing/code_quality, "Code Quality
 * report format"). It holds nothing but findings in files, so what writes TrafficSplits at run time is not in it.
 */
export function gitlabForm(report: RunReport): string {
  const prints = fingerprints();
  const found = report.diagnostics.map((finding) => issueOf(finding, prints));
  const broken = failuresIn(report).map((problem) => ({
    description: escapeControls(problem.message),
    check_name: 'smi2linkerd',
    fingerprint: prints([filePlace(problem).path, problem.message]),
    severity: 'critical',
    location: gitlabLocation(filePlace(problem)),
  }));
  return `${escapeUnsafe(JSON.stringify([...broken, ...found], null, 2))}\n`;
}

function issueOf(finding: ReportedFinding, prints: Fingerprints): object {
  const { code, severity, fix, field = '', resource } = finding;
  const { path = inRepository('stdin', finding), line } = filePlace(finding);
  return {
    description: `${escapeControls(fullMessage(finding))}. Fix: ${escapeControls(fix)}`,
    check_name: code,
    fingerprint: prints([code, path, resource?.kind, resource?.namespace, resource?.name, field]),
    severity: severities[severity],
    location: gitlabLocation({ path, ...(line !== undefined && { line }) }),
  };
}

/** A place in the project: GitLab takes a path without `./` or `/` at its start. */
function gitlabLocation({ path = 'stdin', line = 1 }: { readonly path?: string; readonly line?: number }): object {
  return { path: escapeControls(path.replace(/^(?:\.{0,2}\/)+/, '')), lines: { begin: line } };
}

type Fingerprints = (parts: readonly (string | undefined)[]) => string;

/**
 * Returns a function that makes fingerprints, which identify findings across runs: they do not include the line, which
 * may move; the second finding of a kind gets a number.
 */
function fingerprints(): Fingerprints {
  const seen = new Map<string, number>();
  return (parts) => {
    // Escaped, as a JSON report has them: that report has the same fingerprints.
    const text = parts.map((part = '') => escapeControls(part)).join('\n');
    const times = (seen.get(text) ?? 0) + 1;
    seen.set(text, times);
    return hash(times === 1 ? text : `${text}\n${times}`);
  };
}

/** FNV-1a with 64 bits: to distinguish texts, not for security. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text))
    value = ((value ^ BigInt(byte)) * 0x100000001b3n) & (2n ** 64n - 1n);
  return value.toString(16).padStart(16, '0');
}
