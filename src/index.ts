import type { OptionLayer, Options } from './config/config.ts';
import { isOption, optionProblem, resolveOptions, targetProblem } from './config/config.ts';
import { profileTarget } from './conversion/profile-target.ts';
import { routeTarget } from './conversion/route-target.ts';
import { convertAlone } from './convert.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { fails } from './diagnostics/diagnostic.ts';
import type { Finding } from './diagnostics/locate.ts';
import type { Code, Severity } from './findings/findings.ts';
import type { FunctionRun } from './krm/function.ts';
import { isKnownVersion, openResourceList, refusedList, runFunction } from './krm/function.ts';
import { field, isMapping } from './kubernetes.ts';
import { buildReport, changedOrSplit } from './report/build.ts';
import type { RunReport } from './report/model.ts';
import { holdsTrafficSplit, findWord } from './yaml/byte-search.ts';
import type { Source } from './yaml/source.ts';
import { decode, encode } from './yaml/source.ts';
import { editsBySource, splice } from './yaml/splice.ts';

export type { Code, Finding, Options, RunReport, Severity };

const targets = { serviceprofile: profileTarget, httproute: routeTarget };

/** A file of manifests: YAML or JSON, any number of documents. */
export interface ManifestFile {
  /** For diagnostics, and to distinguish `.json` from YAML; the file is not opened. */
  readonly path: string;
  readonly text: string;
}

/** The options of the command line and one more; an absent option has its default. */
export type ConvertOptions = { readonly [key in keyof Options]?: Options[key] | undefined } & {
  /**
   * Whether all files are deployed together, like a stream: then two splits of the same apex are an error. False if the
   * files of one directory, or of one kustomization, may hold alternatives that are applied one after the other. True
   * by default. Kustomizations among the files are not applied: convert what they build.
   */
  readonly together?: boolean | undefined;
};

/** The result of a conversion. */
export interface Conversion {
  /** The files in their order with all correct changes; the rest of their text is unchanged. */
  readonly files: readonly ManifestFile[];
  /** Sorted by path, line and column. */
  readonly findings: readonly Finding[];
  /**
   * Whether a finding is at least as severe as `failOn`, or as the one in the functionConfig of a ResourceList: then do not
   * deploy the files.
   */
  readonly failed: boolean;
  /** What became of each TrafficSplit: the model that `--format json` prints. */
  readonly report: RunReport;
}

/**
 * Converts the TrafficSplits in files to ServiceProfiles, or to HTTPRoutes with the option `target`. Nothing is read
 * from or written to disk. A file that is a single ResourceList is handled as by the KRM function: it gets `results`,
 * and its items are unchanged if the run failed. Throws TypeError for an unknown option, for an option with a wrong
 * value, and for a file without `path` or `text`.
 */
export function convert(files: readonly ManifestFile[], settings: ConvertOptions = {}): Conversion {
  if (!isMapping(settings)) throw new TypeError('options has to be an object');
  const { together = true, ...options } = settings;
  if (typeof together !== 'boolean') throw new TypeError('option together has to be true or false');
  const given = checkedOptions(options);
  checkFiles(files);
  const sources = files.map(({ path, text }) => ({ path, bytes: encode(text) }));
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const odd = new Set(sources.filter((_, index) => /\p{Surrogate}/u.test(files[index]?.text ?? '')));
  for (const source of odd) if (holdsTrafficSplit(source.bytes, 0, source.bytes.length)) report(oddText(source));
  const valid = sources.filter((source) => !odd.has(source));
  const functions = new Map(valid.map((source) => [source, functionOf(source, given, report)]));
  const plain = valid.filter((source) => functions.get(source) === undefined);
  const stray = targetProblem(given);
  if (stray !== undefined) throw new TypeError(`option ${stray.message}`);
  const resolved = resolveOptions(given);
  const conversion = convertAlone(
    { sources: plain, around: () => [plain], together, way: 'library' },
    { options: resolved, report, targets },
  );
  const edits = editsBySource(conversion.edits);
  const outputOf = (source: Source): readonly Uint8Array[] | undefined => {
    const run = functions.get(source);
    if (run !== undefined) return run.isChanged ? run.output : undefined;
    const own = edits.get(source);
    return own && splice(source, own);
  };
  const outputs = sources.map(outputOf);
  const runs = [...functions.values()].flatMap((run) => run ?? []);
  const failed = fails(diagnostics, resolved.failOn) || runs.some(({ exitCode }) => exitCode > 0);
  const changed = new Set(sources.filter((_, index) => outputs[index] !== undefined));
  const conversions = [conversion, ...runs.flatMap((run) => run.conversions)];
  const model = buildReport({
    mode: 'library',
    // Of a ResourceList alone, with those of its functionConfig.
    options: plain.length === 0 && runs.length === 1 ? (runs[0]?.options ?? resolved) : resolved,
    conversions,
    diagnostics,
    files: changedOrSplit(conversions, changed),
    unchanged: sources.length - changed.size,
    problems: [],
    failed,
    quiet: false,
  });
  return {
    files: files.map((file, index) => changedFile(file, outputs[index])),
    findings: model.diagnostics,
    failed,
    report: { ...model },
  };
}

/** The finding for a lone surrogate, which is not a Unicode character: UTF-8 would replace it by another one. */
function oddText(source: Source): Diagnostic {
  return {
    code: 'not-utf8',
    message: 'holds a TrafficSplit but also a lone surrogate',
    at: { source },
  };
}

/** Runs the function on a source that is a ResourceList; returns undefined for any other. */
function functionOf(
  source: Source,
  options: OptionLayer,
  report: (diagnostic: Diagnostic) => void,
): FunctionRun | undefined {
  const root = findWord(source.bytes, 'ResourceList') === -1 ? undefined : openResourceList(source);
  if (root === undefined) return undefined;
  const run = isKnownVersion(root)
    ? runFunction(source, root, { layersWith: (config) => [options, config], targets })
    : refusedList(source, root, options);
  run.diagnostics.forEach(report);
  return run;
}

function changedFile(file: ManifestFile, output: readonly Uint8Array[] | undefined): ManifestFile {
  return output === undefined ? file : { path: file.path, text: output.map(decode).join('') };
}

/** Throws TypeError if a file has no path or no text: it would be read as an empty file. */
function checkFiles(files: unknown): void {
  if (!Array.isArray(files)) throw new TypeError('files has to be a list');
  for (const [index, file] of (files as unknown[]).entries()) {
    for (const key of ['path', 'text'] as const) {
      if (typeof field(file, key) !== 'string') throw new TypeError(`files[${index}].${key} has to be a string`);
    }
  }
}

/** Reads the options. Throws TypeError for an unknown option or a wrong value. */
function checkedOptions(options: object): OptionLayer {
  const given = Object.entries(options as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined);
  for (const [key, value] of given) {
    if (!isOption(key)) throw new TypeError(`there is no option ${key}`);
    const need = optionProblem(key, value);
    if (need !== undefined) throw new TypeError(`option ${key} has to be ${need}`);
  }
  return Object.fromEntries(given);
}
