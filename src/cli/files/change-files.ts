import { isAbsolute, relative, resolve } from 'node:path';
import type { Options } from '../../config/config.ts';
import { resolveOptions } from '../../config/config.ts';
import type { UnitConversion, Targets } from '../../convert.ts';
import { convertCall } from '../../convert.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fails } from '../../diagnostics/diagnostic.ts';
import { emptiedFiles } from '../../checks/emptied-files.ts';
import { skippedFiles } from '../../checks/skipped-files.ts';
import { escapeControls } from '../../diagnostics/escape.ts';
import type { Tool } from '../../kustomize/kustomize.ts';
import { runTimeWriters } from '../../splits/run-time-splits.ts';
import { holdsTrafficSplit } from '../../yaml/byte-search.ts';
import { editsBySource, splice } from '../../yaml/splice.ts';
import type { CommandLine } from '../command-line.ts';
import { commandOf } from '../shell-command.ts';
import { layersOf } from '../config-file.ts';
import { coloredDiff } from '../colored-diff.ts';
import { unifiedDiff } from '../diff.ts';
import type { Host } from '../host.ts';
import { ErrorAfterWriting, exit } from '../host.ts';
import type { PathProblem } from './paths.ts';
import { buildReport, changedOrSplit } from '../../report/build.ts';
import type { FileReport } from '../../report/model.ts';
import { pathsOfFinding, type Writing } from '../../report/fix-commands.ts';
import { checkFindings } from '../../report/out-of-date.ts';
import { isColored, reportTo } from '../report/report.ts';
import type { FileSource } from './search.ts';
import { compareByPath } from './search.ts';
import { callOf, type FoundSources } from './units.ts';
import { slashed } from './system-paths.ts';
import { writeUnlessInterrupted } from './interruptible.ts';

/** The results of a search in the paths of a call. */
export interface Hits extends FoundSources {
  /** Files with a TrafficSplit behind links that are not followed. */
  readonly linked: readonly FileSource[];
  readonly problems: readonly PathProblem[];
  /** Files that may write TrafficSplits at run time, of a check. */
  readonly mayWrite: readonly FileSource[];
}

/** A file that changes. */
interface ChangedFile {
  readonly source: FileSource;
  readonly after: readonly Uint8Array[];
}

/** Converts the files that were found, unit by unit, and writes, lists or shows the changes as the call asks. */
export async function changeFound(hits: Hits, call: CommandLine, host: Host, targets?: Targets): Promise<number> {
  const options = resolveOptions(...layersOf(call, host));
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const problems = [...hits.problems];
  const files = callOf(hits, host.cwd, options.target, problems);
  const conversions = convertCall(files, { options, report, targets });
  for (const { edits } of conversions)
    for (const diagnostic of emptiedFiles(edits, files.units[0]?.kustomize)) report(diagnostic);
  const [ignored, linked] = [hits.sources.filter(({ file }) => hits.ignored(file)), linkedSources(hits)];
  for (const diagnostic of [
    ...skippedFiles(ignored, '.gitignore excludes it'),
    ...skippedFiles(linked, 'it is a link'),
  ])
    report(diagnostic);
  const changed = changedFiles(conversions);
  const written = call.mode === 'write' ? await writeChanges(changed, problems, host) : [];
  const tools = (): readonly Tool[] => {
    const sources = files.units.flatMap((unit) => unit.sources).filter((source) => mayBeConverted(source, options));
    return files.units[0]?.kustomize?.tools(sources.map(({ path }) => path)) ?? [];
  };
  try {
    printPayload(changed, call, host);
    return await finish({ hits, conversions, changed, written, problems, diagnostics, options, tools }, call, host);
  } catch (error) {
    throw written.length === 0 ? error : new ErrorAfterWriting(error);
  }
}

/** The files behind links that count: .gitignore may exclude the link. */
function linkedSources({ linked, ignored }: Hits): readonly FileSource[] {
  return linked.filter(({ folder, path }) => !ignored(folder.actual + path.slice(folder.shown.length)));
}

/** Whether a source holds more than profiles that are not converted. */
function mayBeConverted({ bytes }: FileSource, { target }: Options): boolean {
  return target === 'httproute' || holdsTrafficSplit(bytes, 0, bytes.length);
}

/** Prints the payload of a mode that has one. */
function printPayload(changed: readonly ChangedFile[], call: CommandLine, host: Host): void {
  if (call.mode === 'list' || (call.mode === 'check' && call.format === 'text'))
    for (const { source } of changed) host.write(1, `${escapeControls(source.path)}\n`);
  if (call.mode !== 'diff') return;
  const colored = isColored(call, host, 1);
  for (const one of changed) {
    const diff = diffOfFile(one, pathFrom(host.cwd, one.source.path));
    host.write(1, colored ? coloredDiff(diff) : diff);
  }
}

function diffOfFile({ source, after }: ChangedFile, path = source.path): Uint8Array {
  return unifiedDiff({ path, before: source.bytes, after });
}

/** A path as from a directory, if it is below that: `git apply` takes no other paths. */
function pathFrom(directory: string, path: string): string {
  const below = slashed(relative(directory, resolve(directory, path)));
  return isAbsolute(below) || below.startsWith('../') ? path : below;
}

function changedFiles(conversions: readonly UnitConversion[]): readonly ChangedFile[] {
  return [...editsBySource(conversions.flatMap(({ edits }) => edits))]
    .map(([source, own]) => ({ source: source as FileSource, after: splice(source, own) }))
    .sort((a, b) => compareByPath(a.source, b.source));
}

/** Writes the files. If one cannot be written, problems say which files on disk have changed. */
async function writeChanges(
  changed: readonly ChangedFile[],
  problems: PathProblem[],
  host: Host,
): Promise<readonly string[]> {
  const plans = changed.map(({ source, after }) => ({
    path: source.path,
    file: source.file,
    before: source.bytes,
    after,
  }));
  const { written, failed, notWritten } = await writeUnlessInterrupted(plans, host);
  for (const { path, reason } of failed) problems.push({ path, message: `not written: ${reason}` });
  if (failed.length > 0) {
    for (const path of written) problems.push({ path, message: 'written' });
    for (const path of notWritten) problems.push({ path, message: 'not written' });
  }
  return written;
}

interface Finish {
  readonly hits: Hits;
  readonly conversions: readonly UnitConversion[];
  readonly changed: readonly ChangedFile[];
  readonly written: readonly string[];
  readonly problems: readonly PathProblem[];
  readonly diagnostics: readonly Diagnostic[];
  readonly options: Options;
  /** What deploys the files. */
  readonly tools: () => readonly Tool[];
}

async function finish(run: Finish, call: CommandLine, host: Host): Promise<number> {
  const { hits, conversions, changed, written, problems, diagnostics, options, tools } = run;
  const { folders, leftovers } = hits.tree;
  const looked = folders.reduce((count, folder) => count + folder.names.length, 0);
  const check = call.mode === 'check';
  const command = check && changed.length > 0 ? commandOf(call, '--write') : undefined;
  const found = check
    ? checkFindings(
        conversions,
        changed.map(({ source }) => source),
        options.drop,
        writingOf(call, options),
      )
    : [];
  // Before the exit code: looking for what deploys the files can add problems.
  const deployedBy = check ? { tools: tools(), atRunTime: atRunTime(run) } : {};
  const failed = fails([...diagnostics, ...found], options.failOn);
  const code = problems.length > leftovers.length ? exit.usage : failed ? exit.findings : exit.done;
  const touched = call.mode === 'write' ? written.length : changed.length;
  const report = buildReport({
    mode: call.mode,
    options,
    ...(command !== undefined && { command }),
    ...deployedBy,
    conversions,
    diagnostics: [...diagnostics, ...found],
    files: reportedFiles(run, call),
    unchanged: looked - touched,
    problems,
    failed: code > 0,
    quiet: call.quiet,
  });
  await reportTo(host, call, report);
  return code;
}

function writingOf(call: CommandLine, { target, namespace }: Options): Writing {
  return {
    command: (paths = call.paths) => commandOf({ ...call, paths }, '--write'),
    isLong: call.paths.length > pathsOfFinding,
    isLocal: target === 'serviceprofile',
    hasNamespace: namespace !== undefined,
  };
}

/** What writes TrafficSplits at run time: the adaptor is needed for these, whatever becomes of those in the files. */
function atRunTime({ hits: { mayWrite, ignored }, diagnostics }: Finish): string | undefined {
  return runTimeWriters(
    mayWrite.filter(({ file }) => !ignored(file)),
    diagnostics,
  );
}

/** The files that hold a split or change, with the change where a form shows it. */
function reportedFiles({ conversions, changed, written }: Finish, call: CommandLine): readonly FileReport[] {
  const { mode, format } = call;
  const shown = mode === 'write' ? new Set(written) : undefined;
  const changes = changed.filter(({ source }) => shown?.has(source.path) ?? true);
  const diffs = new Map(changes.map((one) => [one.source.path, format === 'text' ? undefined : diffOfFile(one)]));
  const plain = changedOrSplit(conversions, new Set(changes.map(({ source }) => source)));
  return plain.map((file) => {
    const diff = diffs.get(file.path);
    return { ...file, ...(diff && { diff: diffDecoder.decode(diff) }) };
  });
}

const diffDecoder = new TextDecoder();
