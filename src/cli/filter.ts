import { resolveOptions } from '../config/config.ts';
import type { Targets, Unit } from '../convert.ts';
import { convertAlone } from '../convert.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fails } from '../diagnostics/diagnostic.ts';
import type { FunctionRun } from '../krm/function.ts';
import { isKnownVersion, knownVersions, openResourceList, resourceListProblem, runFunction } from '../krm/function.ts';
import { field, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { cut } from '../yaml/cut.ts';
import { findWord, holdsTrafficSplit } from '../yaml/byte-search.ts';
import type { Source } from '../yaml/source.ts';
import { splice } from '../yaml/splice.ts';
import type { CommandLine } from './command-line.ts';
import { isInArgoCd } from './command-line.ts';
import { layersOf } from './config-file.ts';
import type { Host } from './host.ts';
import { exit, UsageError } from './host.ts';
import { buildReport } from '../report/build.ts';
import type { RunReport } from '../report/model.ts';
import { withParameters } from './parameters.ts';
import { holdsObject, isBlankStream, noManifest, nothingLeft } from './print/emptiness.ts';
import { reportTo } from './report/report.ts';

/** Converts standard input: a ResourceList like a function, any other stream as a filter. */
export async function filterBytes(
  bytes: Uint8Array,
  commandLine: CommandLine,
  host: Host,
  targets?: Targets,
): Promise<number> {
  const source = { path: '-', bytes };
  const root = findWord(bytes, 'ResourceList') === -1 ? undefined : openResourceList(source);
  // A function has its functionConfig; the parameters of the Application are for the plugin that runs Kustomize or kpt.
  if (root !== undefined) return answerFunction({ source, root, targets }, commandLine, host);
  refuseUnreadableList(source);
  const call = withParameters(commandLine, host);
  refuseNoManifest(bytes, call);
  const options = resolveOptions(...layersOf(call, host));
  const unit: Unit = { sources: [source], around: () => [[source]], together: true };
  const diagnostics: Diagnostic[] = [];
  const conversion = convertAlone(unit, {
    options,
    report: (diagnostic) => diagnostics.push(diagnostic),
    targets,
  });
  const failed = fails(diagnostics, options.failOn);
  const report = buildReport({
    mode: 'print',
    options,
    conversions: [conversion],
    diagnostics,
    files: [{ path: '-', changes: conversion.edits.length > 0 }],
    unchanged: 0,
    problems: [],
    failed,
    quiet: call.quiet,
  });
  const chunks = failed ? [] : splice(source, conversion.edits);
  const mayBeEmpty = call.allowEmpty === true || !(options.drop || isInArgoCd(host));
  if (
    !failed &&
    !mayBeEmpty &&
    !conversion.splits.some(({ profile }) => profile !== undefined) &&
    !holdsObject(chunks)
  ) {
    if (call.format === 'text') await reportTo(host, call, report, false);
    throw nothingLeft();
  }
  // Written before the report, which must not call converted what could not be written.
  for (const chunk of chunks) if (!host.write(1, chunk)) break;
  await reportTo(host, call, report);
  return failed ? exit.findings : exit.done;
}

function refuseNoManifest(bytes: Uint8Array, { allowEmpty }: CommandLine): void {
  if (findWord(bytes, 'apiVersion') !== -1 || (allowEmpty === true && isBlankStream(bytes))) return;
  throw bytes.length === 0
    ? new UsageError('standard input is empty: there is no manifest to convert')
    : noManifest(bytes);
}

/** A ResourceList that cannot be read may have a functionConfig; where it holds a split, the conversion says why. */
function refuseUnreadableList(source: Source): void {
  const { bytes } = source;
  if (findWord(bytes, 'ResourceList') === -1 || holdsTrafficSplit(bytes, 0, bytes.length)) return;
  const problem = resourceListProblem(source);
  if (problem !== undefined)
    throw new UsageError(
      `standard input is a ResourceList that cannot be read: ${problem}`,
      'correct the syntax at this position',
    );
}

/**
 * Whether kpt's own runner started this program: it shows the results, while Kustomize runs the same functions and
 * shows none.
 */
function isRunByKpt({ bytes }: Source): boolean {
  return (
    findWord(bytes, 'internal.config.kubernetes.io/id') !== -1 && findWord(bytes, 'kustomize.config.k8s.io/id') === -1
  );
}

function functionReport(
  { options, conversions, diagnostics, exitCode, isChanged }: FunctionRun,
  call: CommandLine,
): RunReport {
  return buildReport({
    mode: 'function',
    options,
    conversions,
    diagnostics,
    files: [{ path: '-', changes: isChanged }],
    unchanged: 0,
    problems: [],
    failed: exitCode > 0,
    quiet: call.quiet,
  });
}

interface Question {
  readonly source: Source;
  readonly root: Manifest;
  readonly targets: Targets | undefined;
}

async function answerFunction({ source, root, targets }: Question, call: CommandLine, host: Host): Promise<number> {
  if (!isKnownVersion(root)) {
    throw new UsageError(
      `standard input is a ResourceList of unknown apiVersion ${JSON.stringify(text(root.object, 'apiVersion'))}`,
      knownVersions,
    );
  }
  const items = field(root.object, 'items');
  if (items !== null && !Array.isArray(items))
    throw new UsageError(
      `standard input is a ResourceList ${items === undefined ? 'without items' : 'whose items are no list'}`,
      'items has to be a list of objects, which may be empty',
    );
  const run = runFunction(source, root, { layersWith: (config) => layersOf(call, host, config), targets });
  const { refusal } = cut(source);
  if (refusal !== undefined && host.env.SMI2LINKERD_DEBUG === '1')
    host.write(2, `smi2linkerd: the list is parsed as a whole, which is slow for a large one: ${refusal}\n`);
  const areShown = run.hasResults && isRunByKpt(source) && host.env.LOG_TO_STDERR === undefined;
  if (run.diagnostics.length > 0 && !areShown) await reportTo(host, call, functionReport(run, call));
  for (const chunk of run.output) if (!host.write(1, chunk)) break;
  return run.exitCode;
}
