import type { OptionLayer } from '../config/config.ts';
import { resolveOptions } from '../config/config.ts';
import type { Unit } from '../convert.ts';
import { convert, countOutcomes } from '../convert.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fails } from '../diagnostics/diagnostic.ts';
import { isKnownVersion, openResourceList, runFunction } from '../krm/function.ts';
import { field, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { cut } from '../yaml/cut.ts';
import { indexOf } from '../yaml/byte-search.ts';
import type { Source } from '../yaml/source.ts';
import { splice } from '../yaml/splice.ts';
import type { Call } from './call.ts';
import { layersOf } from './config-file.ts';
import type { Host } from './host.ts';
import { exit, UsageError } from './host.ts';
import { reportTo } from './report/report.ts';

/** Answers standard input: a ResourceList as a function does, any other stream with the same stream. */
export function filterBytes(bytes: Uint8Array, call: Call, host: Host): number {
  const source = { path: '-', bytes };
  const layers = layersOf(call, host);
  const root = indexOf(bytes, 'ResourceList') === -1 ? undefined : openResourceList(source);
  if (root !== undefined) return answerFunction(source, root, layers, call, host);
  if (indexOf(bytes, 'apiVersion') === -1)
    throw new UsageError('standard input holds no manifest: apiVersion does not occur in it');
  const options = resolveOptions(...layers);
  const unit: Unit = { sources: [source], around: () => [source], together: true };
  const diagnostics: Diagnostic[] = [];
  const conversion = convert(unit, options, (diagnostic) => diagnostics.push(diagnostic));
  const failed = fails(diagnostics, options.failOn);
  // Written first: what cannot be written is not to be called converted.
  if (!failed) for (const chunk of splice(source, conversion.edits)) if (!host.write(1, chunk)) break;
  reportTo(host, call, diagnostics, { splits: countOutcomes([conversion]), failed });
  return failed ? exit.findings : exit.done;
}

/** Whether kpt's own runner asks, which shows the results; Kustomize's runs the same functions and shows none. */
function isRunByKpt({ bytes }: Source): boolean {
  return (
    indexOf(bytes, 'internal.config.kubernetes.io/id') !== -1 && indexOf(bytes, 'kustomize.config.k8s.io/id') === -1
  );
}

function answerFunction(
  source: Source,
  root: Manifest,
  layers: readonly OptionLayer[],
  call: Call,
  host: Host,
): number {
  if (!isKnownVersion(root)) {
    throw new UsageError(
      `standard input is a ResourceList of unknown apiVersion ${JSON.stringify(text(root.object, 'apiVersion'))}`,
      'use config.kubernetes.io/v1 or config.kubernetes.io/v1beta1',
    );
  }
  const items = field(root.object, 'items');
  if (items !== null && !Array.isArray(items)) throw new UsageError('standard input is a ResourceList without items');
  const run = runFunction(source, root, layers);
  const { refusal } = cut(source);
  if (refusal !== undefined && host.env.SMI2LINKERD_DEBUG === '1')
    host.write(2, `smi2linkerd: the list is parsed as a whole, which is slow for a large one: ${refusal}\n`);
  const told = run.diagnostics.length > 0 && (host.env.LOG_TO_STDERR !== undefined || !isRunByKpt(source));
  if (told) reportTo(host, call, run.diagnostics);
  for (const chunk of splice(source, run.edits)) if (!host.write(1, chunk)) break;
  return run.exitCode;
}
