import type { Options } from '../../config/config.ts';
import { resolveOptions } from '../../config/config.ts';
import type { Conversion } from '../../convert.ts';
import { convertCall, countOutcomes } from '../../convert.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fails } from '../../diagnostics/diagnostic.ts';
import { emptiedFiles } from '../../checks/emptied-files.ts';
import { escapeControls } from '../../diagnostics/escape.ts';
import type { Source } from '../../yaml/source.ts';
import type { Edit } from '../../yaml/splice.ts';
import { splice } from '../../yaml/splice.ts';
import type { Call } from '../call.ts';
import { layersOf } from '../config-file.ts';
import { unifiedDiff } from '../diff.ts';
import type { Host } from '../host.ts';
import { exit } from '../host.ts';
import type { PathProblem } from './paths.ts';
import { reportTo } from '../report/report.ts';
import type { FileSource } from './search.ts';
import { byPath } from './search.ts';
import { callOf } from './units.ts';
import type { Tree } from './walk.ts';
import { writeAll } from './write.ts';

/** What a search of the paths of a call found. */
export interface Hits {
  readonly tree: Tree;
  readonly sources: readonly FileSource[];
  readonly problems: readonly PathProblem[];
  readonly ignored: (file: string) => boolean;
}

/** A file that changes. */
interface ChangedFile {
  readonly source: FileSource;
  readonly after: readonly Uint8Array[];
}

/** Converts the files that were hit, unit by unit, and does with them what the call says. */
export function changeFound(hits: Hits, call: Call, host: Host): number {
  const options = resolveOptions(...layersOf(call, host));
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const files = callOf(hits.tree, hits.sources, host.cwd, hits.ignored);
  const conversions = convertCall(files, options, report);
  for (const { edits } of conversions)
    for (const diagnostic of emptiedFiles(edits, files.units[0]?.kustomize)) report(diagnostic);
  const changed = changedFiles(conversions);
  const problems = [...hits.problems];
  const written = call.mode === 'write' ? write(changed, problems) : [];
  if (call.mode === 'list' || (call.mode === 'check' && call.format === 'text'))
    for (const { source } of changed) host.write(1, `${escapeControls(source.path)}\n`);
  if (call.mode === 'diff')
    for (const { source, after } of changed)
      host.write(1, unifiedDiff({ path: source.path, before: source.bytes, after }));
  return finish({ conversions, changed, written, problems, diagnostics, options, tree: hits.tree }, call, host);
}

function changedFiles(conversions: readonly Conversion[]): readonly ChangedFile[] {
  const edits = new Map<Source, Edit[]>();
  for (const edit of conversions.flatMap((conversion) => conversion.edits)) {
    const { source } = edit.page.slice;
    edits.set(source, [...(edits.get(source) ?? []), edit]);
  }
  return [...edits]
    .map(([source, own]) => ({ source: source as FileSource, after: splice(source, own) }))
    .sort((a, b) => byPath(a.source, b.source));
}

/** Writes the files; what could not be written becomes a problem that says what stands on disk now. */
function write(changed: readonly ChangedFile[], problems: PathProblem[]): readonly string[] {
  const plans = changed.map(({ source, after }) => ({
    path: source.path,
    file: source.file,
    before: source.bytes,
    after,
  }));
  const { written, failed, notWritten } = writeAll(plans);
  for (const { path, reason } of failed) problems.push({ path, message: `not written: ${reason}` });
  if (failed.length > 0) {
    for (const path of written) problems.push({ path, message: 'written' });
    for (const path of notWritten) problems.push({ path, message: 'not written' });
  }
  return written;
}

interface Finish {
  readonly conversions: readonly Conversion[];
  readonly changed: readonly ChangedFile[];
  readonly written: readonly string[];
  readonly problems: readonly PathProblem[];
  readonly diagnostics: readonly Diagnostic[];
  readonly options: Options;
  readonly tree: Tree;
}

function finish(
  { conversions, changed, written, problems, diagnostics, options, tree }: Finish,
  call: Call,
  host: Host,
): number {
  const files = tree.folders.reduce((count, folder) => count + folder.names.length, 0);
  const touched = call.mode === 'write' ? written.length : changed.length;
  const failed = fails(diagnostics, options.failOn);
  const payload = call.mode === 'check' && call.format !== 'text' ? 1 : 2;
  const summary = {
    splits: countOutcomes(conversions),
    failed,
    files: { mode: call.mode, changed: touched, unchanged: files - touched },
  };
  reportTo(host, call, diagnostics, summary, payload);
  for (const { path, message } of problems)
    host.write(2, `smi2linkerd: ${escapeControls(path)}: ${escapeControls(message)}\n`);
  if (problems.length > tree.leftovers.length) return exit.usage;
  return failed || (call.mode === 'check' && changed.length > 0) ? exit.findings : exit.done;
}
