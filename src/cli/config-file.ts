import type { ConfigProblem, OptionLayer } from '../config/config.ts';
import { readConfig, targetProblem } from '../config/config.ts';
import { showPath } from '../kubernetes.ts';
import { manifestsOf, offsetOf } from '../manifests/manifest.ts';
import { cut } from '../yaml/cut.ts';
import { readUtf8, type Page } from '../yaml/read.ts';
import { positionOf } from '../yaml/source.ts';
import type { CommandLine } from './command-line.ts';
import { checkEnvironment } from './check-options.ts';
import type { Host } from './host.ts';
import { UsageError } from './host.ts';

/**
 * The layers of options of a call, the first one winning: parameters of Argo CD, flags, the config file, the
 * functionConfig of standard input, the environment.
 */
export function layersOf(call: CommandLine, host: Host, functionConfig: OptionLayer = {}): readonly OptionLayer[] {
  const { config, configBytes } = call;
  const file = config === undefined || configBytes === undefined ? [] : [readConfigFile(config, configBytes)];
  // Argo CD passes it empty if an application has no namespace.
  const namespace = call.mode === 'print' ? (host.env.ARGOCD_APP_NAMESPACE ?? '') : '';
  if (namespace !== '') checkEnvironment('ARGOCD_APP_NAMESPACE', namespace);
  const environment = namespace === '' ? {} : { namespace };
  const layers = [call.parameters ?? {}, call.flags, ...file, functionConfig, environment];
  // A functionConfig on standard input may still set the target.
  const isComplete = call.paths.length > 0 || file.length > 0 || call.parameters !== undefined;
  const stray = isComplete ? targetProblem(...layers) : undefined;
  if (stray !== undefined) throw new UsageError(stray.message);
  return layers;
}

/** Reads a functionConfig file with the kinds and keys of a function. Throws UsageError if it is invalid. */
function readConfigFile(path: string, bytes: Uint8Array): OptionLayer {
  const source = { path, bytes };
  const page = readUtf8(cut(source, 'coarse').at(0));
  if (page === undefined) throw new UsageError(`${path}: the config file is not UTF-8`);
  const { manifests, unreadable } = manifestsOf(page);
  const broken = unreadable[0];
  if (broken !== undefined) throw new UsageError(`${placed(path, broken)}: ${broken.message}`);
  const [config, second] = manifests;
  if (config === undefined || second !== undefined) throw new UsageError(`${path}: a config file holds one object`);
  const { options, problems } = readConfig(config.object);
  const last = problems.at(-1);
  if (last === undefined) return options;
  const message = (problem: ConfigProblem): string =>
    `${placed(path, { page, offset: offsetOf(config, problem.path) })}: ${problem.message} (${showPath(problem.path)})`;
  const earlier = problems.slice(0, -1).map((one) => `${message(one)}\n    fix: ${one.fix}\nsmi2linkerd: `);
  throw new UsageError(earlier.join('') + message(last), last.fix);
}

/** A place in a file as compilers write it: `config.yaml:3:5`. */
function placed(path: string, { page, offset }: { readonly page: Page; readonly offset: number }): string {
  const { line, column } = positionOf(page, offset);
  return `${path}:${line}:${column}`;
}
