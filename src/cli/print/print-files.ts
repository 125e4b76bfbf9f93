import { resolveOptions } from '../../config/config.ts';
import type { Targets } from '../../convert.ts';
import { convertAlone } from '../../convert.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { fails, several } from '../../diagnostics/diagnostic.ts';
import { skipMarker } from '../../kustomize/directory-sources.ts';
import type { Source } from '../../yaml/source.ts';
import { joined } from '../../yaml/source.ts';
import type { Edit } from '../../yaml/splice.ts';
import { editsBySource, splice } from '../../yaml/splice.ts';
import type { CommandLine } from '../command-line.ts';
import { layersOf } from '../config-file.ts';
import type { Host } from '../host.ts';
import { exit, UsageError } from '../host.ts';
import { buildReport, changedOrSplit } from '../../report/build.ts';
import { reportTo } from '../report/report.ts';
import type { FileSource } from '../files/search.ts';
import { isEmptyList, nothingLeft } from './emptiness.ts';
import { piecesOf } from './pieces.ts';
import { renderedSources } from './sources.ts';
import { isManifest, printable } from './stream-documents.ts';
import { printedUnit } from '../files/units.ts';

/** Prints the manifests of files as one YAML stream that Kubernetes' decoder reads. */
export async function printFound(
  found: readonly FileSource[],
  call: CommandLine,
  host: Host,
  targets?: Targets,
): Promise<number> {
  const sources = renderedSources(found);
  const options = resolveOptions(...layersOf(call, host));
  const diagnostics: Diagnostic[] = [];
  const conversion = convertAlone(printedUnit(sources), {
    options,
    report: (diagnostic) => diagnostics.push(diagnostic),
    targets,
  });
  const failed = fails(diagnostics, options.failOn);
  const edits = editsBySource(conversion.edits);
  const printed = failed ? [] : sources.map((source) => documentsOf(source, edits.get(source) ?? []));
  const nothing = printed.every((documents) => documents.every(isEmptyList));
  // Written before the report, which must not call converted what could not be written.
  if (!nothing) for (const chunk of printed.flat()) if (!host.write(1, chunk)) break;
  const refused = nothing && !failed && call.allowEmpty !== true;
  // After an error about the call, only its line follows: text must not follow another format.
  const isReported = failed || !nothing || diagnostics.length > 0;
  if (isReported && (call.format === 'text' || !refused)) {
    const changed = new Set([...edits.keys()]);
    const files = changedOrSplit([conversion], changed);
    const facts = { mode: 'print', options, conversions: [conversion], diagnostics, files } as const;
    const unchanged = sources.length - changed.size;
    const report = buildReport({ ...facts, unchanged, problems: [], failed, quiet: call.quiet });
    await reportTo(host, call, report, !refused);
  }
  if (failed) return exit.findings;
  if (refused) {
    if (conversion.edits.length > 0) throw nothingLeft();
    const read = new Set(sources.map(({ path }) => path));
    throw noManifestFound(found.map(({ path }) => path).filter((path) => !read.has(path)));
  }
  return exit.done;
}

function noManifestFound(marked: readonly string[]): UsageError {
  const message = 'no manifest under the given path: nothing to print';
  if (marked.length === 0) return new UsageError(message, 'name a directory that holds manifests');
  const leftOut = `${message}; ${skipMarker} leaves out ${several(marked)}`;
  return new UsageError(leftOut, 'name other files, or remove this mark, with which Argo CD skips a file');
}

/** The manifests of a file after its edits, each as a document of the stream. */
function documentsOf(source: Source, edits: readonly Edit[]): readonly Uint8Array[] {
  return piecesOf(joined(splice(source, edits)))
    .filter(isManifest)
    .map(printable);
}
