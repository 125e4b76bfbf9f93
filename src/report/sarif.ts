import { escapeControls } from '../diagnostics/escape.ts';
import type { Finding } from '../diagnostics/locate.ts';
import { showResource } from '../diagnostics/resource.ts';
import type { Code, Severity } from '../findings/findings.ts';
import { findings as table } from '../findings/findings.ts';
import { homepage } from '../version.ts';
import { escapeUnsafe } from '../yaml/print.ts';
import type { RunReport } from './model.ts';
import { fileOf, fullMessage } from './words.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** SARIF 2.1.0, with a rule for each code that occurs. */
export function sarifForm({ diagnostics, version, problems }: RunReport): string {
  const used = [...new Set(diagnostics.map(({ code }) => code))];
  const driver = {
    name: 'smi2linkerd',
    informationUri: homepage,
    semanticVersion: version,
    rules: used.map(sarifRule),
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        invocations: [{ executionSuccessful: problems.length === 0, toolExecutionNotifications: problems.map(noteOf) }],
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((finding) => resultOf(finding, used)),
      },
    ],
  };
  return `${escapeUnsafe(JSON.stringify(log, null, 2))}\n`;
}

/** A file that could not be read or written. */
function noteOf({ path, message }: RunReport['problems'][number]): object {
  return { level: 'error', message: { text: escapeControls(`${path}: ${message}`) } };
}

function sarifRule(code: Code): object {
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

function resultOf(finding: Finding, used: readonly Code[]): object {
  const { code, severity, fix } = finding;
  return {
    ruleId: code,
    ruleIndex: used.indexOf(code),
    level: levels[severity],
    message: { text: `${escapeControls(fullMessage(finding))}. Fix: ${escapeControls(fix)}` },
    locations: [locationOf(finding)],
  };
}

function locationOf(finding: Finding): object {
  const { path, line, column } = fileOf(finding);
  const { resource } = finding;
  return {
    ...(path !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(path) },
        ...(line !== undefined && { region: { startLine: line, startColumn: column } }),
      },
    }),
    ...(resource && {
      logicalLocations: [{ fullyQualifiedName: escapeControls(showResource(resource)), kind: 'resource' }],
    }),
  };
}

/** A relative path as a URI reference. */
function uriOf(path: string): string {
  return escapeControls(path).split('/').map(encodeURIComponent).join('/');
}
