import type { Code, Severity } from '../../findings/findings.ts';
import { findings as table } from '../../findings/findings.ts';
import { escapeUnsafe } from '../../yaml/print.ts';
import { homepage, version } from '../version.ts';
import type { Finding } from '../../diagnostics/locate.ts';
import { escapeControls } from '../../diagnostics/escape.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** The report as SARIF 2.1.0, with a rule for each code that occurs. */
export function sarifReport(findings: readonly Finding[]): string {
  const used = [...new Set(findings.map(({ diagnostic }) => diagnostic.code))];
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'smi2linkerd', informationUri: homepage, semanticVersion: version, rules: used.map(ruleOf) },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, used)),
      },
    ],
  };
  return `${escapeUnsafe(JSON.stringify(log, null, 2))}\n`;
}

function ruleOf(code: Code): object {
  const { title, fix, severity } = table[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: `${title}.` },
    help: { text: `Fix: ${fix}. More: smi2linkerd --explain ${code}` },
    helpUri: `${homepage}/blob/main/docs/diagnostics.md#${code}`,
    defaultConfiguration: { level: levels[severity] },
  };
}

function resultOf({ diagnostic, severity, path, position, fix }: Finding, used: readonly Code[]): object {
  const region = position && { region: { startLine: position.line, startColumn: position.column } };
  return {
    ruleId: diagnostic.code,
    ruleIndex: used.indexOf(diagnostic.code),
    level: levels[severity],
    message: { text: `${escapeControls(diagnostic.message)}. Fix: ${escapeControls(fix)}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) }, ...region } }],
  };
}

/** A relative path as a URI reference. */
function uriOf(path: string): string {
  return path === '-' ? 'stdin' : escapeControls(path).split('/').map(encodeURIComponent).join('/');
}
