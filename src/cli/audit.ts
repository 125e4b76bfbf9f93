import { resolveOptions } from '../config/config.ts';
import { convertAlone } from '../convert.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fails } from '../diagnostics/diagnostic.ts';
import { escapeControls } from '../diagnostics/escape.ts';
import { auditFindings } from '../report/audit-findings.ts';
import { textOfAudit, verdictOf } from '../report/audit-text.ts';
import { buildReport } from '../report/build.ts';
import { runTimeWriters } from '../splits/run-time-splits.ts';
import { findWord } from '../yaml/byte-search.ts';
import type { CommandLine } from './command-line.ts';
import { layersOf } from './config-file.ts';
import type { Host } from './host.ts';
import { exit, UsageError } from './host.ts';
import { noManifest } from './print/emptiness.ts';
import { reportTo } from './report/report.ts';

/**
 * Audits a cluster (`--check -`): reads the output of kubectl. The exit code is 0 exactly if every TrafficSplit has a
 * profile that matches, is marked, and is in force as far as the stream shows.
 */
export async function auditBytes(bytes: Uint8Array, call: CommandLine, host: Host): Promise<number> {
  if (findWord(bytes, 'apiVersion') === -1) throw noManifest(bytes);
  // Nothing is removed from a cluster: --drop says no more than that the profiles are marked.
  const options = { ...resolveOptions(...layersOf(call, host)), drop: false };
  if (options.target === 'httproute')
    throw new UsageError('--check - compares profiles and cannot be used with --target httproute');
  const source = { path: '-', bytes };
  const found: Diagnostic[] = [];
  const conversion = convertAlone(
    { sources: [source], around: () => [[source]], together: true },
    { options, report: (diagnostic) => found.push(diagnostic) },
  );
  // All objects of a cluster have the fields of a cluster dump.
  const diagnostics = found.filter(({ code }) => code !== 'cluster-dump');
  const all = [...diagnostics, ...auditFindings(source, conversion, diagnostics, options)];
  const failed = fails(all, options.failOn) || conversion.broken.length > 0;
  const atRunTime = runTimeWriters([source], all);
  const facts = { mode: 'check', options, conversions: [conversion], diagnostics: all, problems: [], failed } as const;
  const report = buildReport({
    ...facts,
    atRunTime,
    files: [{ path: '-', changes: false }],
    unchanged: 0,
    quiet: call.quiet,
  });
  if (call.format === 'text' && !call.quiet)
    for (const line of textOfAudit(report)) host.write(1, `${escapeControls(line)}\n`);
  await reportTo(host, call, report, false);
  if (call.format === 'text' && !call.quiet) host.write(2, verdictOf(report));
  return failed ? exit.findings : exit.done;
}
