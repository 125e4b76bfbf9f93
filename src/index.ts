import type { OptionLayer, Options } from './config/config.ts';
import { isOption, optionProblem, resolveOptions } from './config/config.ts';
import { convert as convertUnit } from './convert.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { fails } from './diagnostics/diagnostic.ts';
import { locate } from './diagnostics/locate.ts';
import type { Code, Severity } from './findings/findings.ts';
import { openResourceList, runFunction } from './krm/function.ts';
import { indexOf } from './yaml/byte-search.ts';
import type { Source } from './yaml/source.ts';
import { decode, encode } from './yaml/source.ts';
import type { Edit } from './yaml/splice.ts';
import { splice } from './yaml/splice.ts';

export type { Code, Options, Severity };

/** A file of manifests: YAML or JSON, any number of documents. */
export interface ManifestFile {
  /** For diagnostics, and to tell `.json` from YAML; it is never opened. */
  readonly path: string;
  readonly text: string;
}

/** A finding about the manifests. */
export interface Finding {
  /** Stable, in kebab-case: docs/diagnostics.md lists all. */
  readonly code: Code;
  readonly severity: Severity;
  /** One line, in the names and values of the manifests. */
  readonly message: string;
  /** What to do, one line. */
  readonly fix: string;
  readonly path: string;
  /** From 1; absent where the whole file is meant. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
  /** As Kubernetes prints it, `spec.backends[0].weight`; '' where the whole object is meant. */
  readonly field: string;
}

/** Options, those of the command line and one more; what is absent has its default. */
export type ConvertOptions = { readonly [key in keyof Options]?: Options[key] | undefined } & {
  /**
   * Whether all files are deployed together, as a stream is: then two splits on one apex are an error. False where the files
   * of one directory, or of one kustomization, may hold alternatives that are applied in turn. True by default.
   */
  readonly together?: boolean | undefined;
};

/** What a conversion gives back. */
export interface Conversion {
  /** The files in their order, with all sound changes: text outside of them is the text that came in. */
  readonly files: readonly ManifestFile[];
  /** In the order of path, line and column. */
  readonly findings: readonly Finding[];
  /** Whether a finding is at least as severe as `failOn`: do not deploy the files then. */
  readonly failed: boolean;
}

/**
 * Converts the TrafficSplits of files to ServiceProfiles. Nothing is read or written: texts in,
 * texts and findings out. A file that holds one ResourceList is answered as the KRM function answers it: with `results`,
 * and with its items unchanged where the run failed.
 *
 * Throws TypeError for an option that does not exist or has a wrong value.
 */
export function convert(
  files: readonly ManifestFile[],
  { together = true, ...options }: ConvertOptions = {},
): Conversion {
  if (typeof together !== 'boolean') throw new TypeError('option together has to be true or false');
  const said = readOptions(options);
  const sources = files.map(({ path, text }) => ({ path, bytes: encode(text) }));
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  const lists = new Map(sources.map((source) => [source, listOf(source, said, report)]));
  const plain = sources.filter((source) => lists.get(source) === undefined);
  const resolved = resolveOptions(said);
  const { edits } = convertUnit({ sources: plain, around: () => plain, together }, resolved, report);
  const converted = sources.map(
    (source) => lists.get(source) ?? edits.filter((edit) => edit.page.slice.source === source),
  );
  return {
    files: files.map((file, index) => changed(file, sources[index], converted[index])),
    findings: locate(diagnostics).map(({ diagnostic, severity, path, position, field, fix }) => ({
      code: diagnostic.code,
      severity,
      message: diagnostic.message,
      fix,
      path,
      ...(position !== undefined && position),
      field,
    })),
    failed: fails(diagnostics, resolved.failOn),
  };
}

/** The edits of a source that is a ResourceList; undefined for any other. */
function listOf(
  source: Source,
  options: OptionLayer,
  report: (diagnostic: Diagnostic) => void,
): readonly Edit[] | undefined {
  const root = indexOf(source.bytes, 'ResourceList') === -1 ? undefined : openResourceList(source);
  if (root === undefined) return undefined;
  const { edits, diagnostics } = runFunction(source, root, [options]);
  diagnostics.forEach(report);
  return edits;
}

function changed(file: ManifestFile, source: Source | undefined, edits: readonly Edit[] = []): ManifestFile {
  if (source === undefined || edits.length === 0) return file;
  return { path: file.path, text: splice(source, edits).map(decode).join('') };
}

/** The options that are given. Throws TypeError for one that does not exist or has a wrong value. */
function readOptions(options: object): OptionLayer {
  const given = Object.entries(options as Readonly<Record<string, unknown>>).filter(([, value]) => value !== undefined);
  for (const [key, value] of given) {
    if (!isOption(key)) throw new TypeError(`there is no option ${key}`);
    const need = optionProblem(key, value);
    if (need !== undefined) throw new TypeError(`option ${key} has to be ${need}`);
  }
  return Object.fromEntries(given);
}
