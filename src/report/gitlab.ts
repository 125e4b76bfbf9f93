import { escapeControls } from '../diagnostics/escape.ts';
import type { Finding } from '../diagnostics/locate.ts';
import type { Severity } from '../findings/findings.ts';
import { escapeUnsafe } from '../yaml/print.ts';
import type { RunReport } from './model.ts';
import { fileOf, fullMessage } from './words.ts';

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', info: 'info' };

/**
 * A Code Quality report, which GitLab shows in merge requests (docs.gitlab.com/ci/testing/code_quality, "Code Quality
 * report format").
 */
export function gitlabForm({ diagnostics, problems }: RunReport): string {
  const prints = fingerprints();
  const found = diagnostics.map((finding) => issueOf(finding, prints));
  const broken = problems.map(({ path, message }) => ({
    description: escapeControls(message),
    check_name: 'smi2linkerd',
    fingerprint: prints(`${path}\n${message}`),
    severity: 'critical',
    location: { path: escapeControls(path), lines: { begin: 1 } },
  }));
  return `${escapeUnsafe(JSON.stringify([...broken, ...found], null, 2))}\n`;
}

function issueOf(finding: Finding, prints: (text: string) => string): object {
  const { code, severity, fix, field = '', resource } = finding;
  const { path = 'stdin', line = 1 } = fileOf(finding);
  return {
    description: `${escapeControls(fullMessage(finding))}. Fix: ${escapeControls(fix)}`,
    check_name: code,
    fingerprint: prints([code, path, resource?.kind, resource?.namespace, resource?.name, field].join('\n')),
    severity: severities[severity],
    location: { path: escapeControls(path), lines: { begin: line } },
  };
}

/**
 * Returns a function that makes fingerprints, which identify findings across runs: they do not include the line, which
 * may move; the second finding of a kind gets a number.
 */
function fingerprints(): (text: string) => string {
  const seen = new Map<string, number>();
  return (text) => {
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
