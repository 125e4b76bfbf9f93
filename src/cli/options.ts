import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Options } from '../config/config.ts';
import type { Call, Mode } from './call.ts';
import type { Format } from './report/forms.ts';
import { formats, forms } from './report/forms.ts';
import { UsageError } from './host.ts';
import { version } from '../version.ts';

/** A call to serve, or a text that was asked for. */
export type Parsed =
  | { readonly call: Call; readonly from?: readonly string[] }
  | { readonly print: string }
  | { readonly explain: string | true };

/** What --help says below the options. */
export const more = `
Without a path, smi2linkerd reads manifests from standard input and prints
them, converted. A ResourceList is handled as by a KRM function.

Examples:
  kustomize build overlays/prod | smi2linkerd --drop | kubectl apply -f -
  smi2linkerd --drop k8s/                  print all manifests, converted
  smi2linkerd --diff .                     show what --write would change
  smi2linkerd --write --drop .             rewrite the files in place
  smi2linkerd --check .                    fail if a file would change
  kpt fn eval DIR --exec smi2linkerd       run as a KRM function

Exit codes:
  0   done
  1   an error in the manifests, work found by --check, or --fail-on reached
  2   the command is wrong or cannot be carried out; nothing was printed
  70  a bug in smi2linkerd`;

interface Flags {
  write?: true;
  list?: true;
  diff?: true;
  check?: true;
  drop?: boolean;
  namespace?: string;
  clusterDomain?: string;
  skipAnnotation?: boolean;
  failOn?: Options['failOn'];
  target?: Options['target'];
  port?: string[];
  routeVersion?: Options['routeVersion'];
  profiles?: true;
  config?: string;
  format: Format;
  from?: string[];
  explain?: string | true;
  quiet?: true;
  color: Call['color'];
}

/** The command as commander knows it; the man page and completions are made from it too. */
export function command(): Command {
  return new Command('smi2linkerd')
    .usage('[options] [path...]')
    .description(
      'Turn SMI TrafficSplits into Linkerd ServiceProfiles in Kubernetes manifests,\noffline. Every other byte stays as it is.',
    )
    .argument('[path...]', 'files, directories or globs; - is standard input')
    .option('-w, --write', 'rewrite the files that change, in place')
    .option('-l, --list', 'print the paths of the files that would change')
    .option('-d, --diff', 'print a unified diff that git apply accepts')
    .option('--check', 'write nothing; exit 1 if any file would change')
    .option('--drop', 'replace each TrafficSplit by its profile')
    .option('-n, --namespace <ns>', 'namespace of objects that have none')
    .option('--cluster-domain <domain>', 'cluster domain (default: cluster.local)')
    .addOption(
      new Option('--target <kind>', 'what a TrafficSplit becomes\n(default: serviceprofile)').choices([
        'serviceprofile',
        'httproute',
      ]),
    )
    .addOption(
      new Option(
        '--port <ports>',
        'with httproute: ports of an apex whose Service is\nnot in the input, as 8080,9090 or web=8080',
      ).argParser(readPort),
    )
    .addOption(
      new Option(
        '--route-version <version>',
        'with httproute: version of the HTTPRoute; v1beta1\nfor Linkerd 2.14 to 2.17 (default: v1)',
      ).choices(['v1', 'v1beta1']),
    )
    .option('--profiles', 'with httproute: convert ServiceProfiles that only\nsplit, too')
    .option(
      '--skip-annotation',
      'annotate profiles so that the smi-adaptor does\nnot change them (default with --drop)',
    )
    .option('--no-skip-annotation', 'do not annotate profiles')
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that fails the run\n(default: error)').choices([
        'error',
        'warning',
      ]),
    )
    .option('--config <file>', 'functionConfig file; flags take precedence')
    .addOption(new Option('--format <form>', 'format of the report').choices(formats).default('text'))
    .option('--from <file...>', 'render JSON reports of earlier runs')
    .option('--explain [code]', 'explain a diagnostic; without a code, list all')
    .option('-q, --quiet', 'report errors only')
    .addOption(new Option('--color <when>', 'color the report').choices(['auto', 'always', 'never']).default('auto'))
    .version(`smi2linkerd ${version}`, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', more)
    .configureHelp({ helpWidth: 79 })
    .showSuggestionAfterError()
    .exitOverride()
    .allowExcessArguments();
}

/** Reads a command line. Throws UsageError where it is wrong. */
export function parse(args: readonly string[]): Parsed {
  const printed: string[] = [];
  const complaints: string[] = [];
  const program = command().configureOutput({
    writeOut: (text) => printed.push(text),
    writeErr: (text) => complaints.push(text),
    // Asking the process brings the network modules of Node with it.
    getOutHelpWidth: () => 80,
    getErrHelpWidth: () => 80,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { print: printed.join('') };
    throw new UsageError(
      complaints
        .join(' ')
        .replace(/^error: /, '')
        .replace(/\s+/g, ' ')
        .trim() || error.message,
    );
  }
  const flags = program.opts<Flags>();
  if (flags.explain !== undefined) return { explain: flags.explain };
  if (flags.from !== undefined) return { from: flags.from, call: fromCall(flags, program.args) };
  return { call: toCall(flags, program.args) };
}

/** The values of --port; each is checked here, since a call without a split never looks at them. */
function readPort(value: string, earlier: readonly string[] | undefined): readonly string[] {
  const list = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?=)?([0-9]+(?:,[0-9]+)*)$/.exec(value)?.[1];
  const ports = list?.split(',').map(Number) ?? [0];
  if (ports.some((port) => port < 1 || port > 65_535))
    throw new InvalidArgumentError('allowed are ports from 1 to 65535, as 8080,9090, or with a Service, as web=8080');
  return [...(earlier ?? []), value];
}

/** Options of one target, given without it. */
function refuseStrayOptions(flags: Flags): void {
  const stray = (
    [
      ['--port', flags.port],
      ['--route-version', flags.routeVersion],
      ['--profiles', flags.profiles],
    ] as const
  ).find(([, value]) => value !== undefined);
  if (flags.target === 'httproute' && flags.skipAnnotation === true)
    throw new UsageError('--skip-annotation cannot be used with --target httproute');
  if (stray !== undefined && flags.target !== 'httproute' && flags.config === undefined)
    throw new UsageError(`${stray[0]} needs --target httproute`);
}

function toCall(flags: Flags, paths: readonly string[]): Call {
  const { drop, namespace, clusterDomain, skipAnnotation, failOn, config, format, color } = flags;
  const { target, port, routeVersion, profiles } = flags;
  refuseStrayOptions(flags);
  const mode = modeOf(flags);
  if (mode !== 'print' && paths.every((path) => path === '-') && !(mode === 'check' && paths.length === 1)) {
    throw new UsageError(`--${mode} needs the path of a file or directory`, `for example: smi2linkerd --${mode} .`);
  }
  if (mode !== 'print' && mode !== 'check' && paths.includes('-'))
    throw new UsageError(`--${mode} cannot be used on standard input`);
  if (paths.includes('-') && paths.length > 1)
    throw new UsageError('standard input (-) cannot be mixed with other paths');
  return {
    mode,
    paths: paths.filter((path) => path !== '-'),
    flags: {
      ...(drop !== undefined && { drop }),
      ...(namespace !== undefined && { namespace }),
      ...(clusterDomain !== undefined && { clusterDomain }),
      ...(skipAnnotation !== undefined && { skipAnnotation }),
      ...(failOn !== undefined && { failOn }),
      ...(target !== undefined && { target }),
      ...(port !== undefined && { ports: port.join(' ') }),
      ...(routeVersion !== undefined && { routeVersion }),
      ...(profiles !== undefined && { profiles }),
    },
    ...(config !== undefined && { config }),
    format,
    quiet: flags.quiet === true,
    color,
  };
}

/** The call of --from, which reads nothing but reports. */
function fromCall(flags: Flags, paths: readonly string[]): Call {
  if (modeOf(flags) !== 'print' || paths.length > 0)
    throw new UsageError('--from reads reports and cannot be used with manifests');
  return toCall(flags, []);
}

function modeOf(flags: Flags): Mode {
  const modes = (['write', 'list', 'diff', 'check'] as const).filter((mode) => flags[mode] === true);
  if (modes.length > 1) throw new UsageError(`--${modes.join(' and --')} cannot be used together`);
  return modes[0] ?? 'print';
}

/** Loads the form of a report before anything is printed or written: an installation may lack the part that makes it. */
export async function loadForm(format: Format): Promise<void> {
  if (format !== 'text') await forms[format]();
}
