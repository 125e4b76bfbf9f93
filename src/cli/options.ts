import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { asWords } from './check-options.ts';
import type { CommandLine } from './command-line.ts';
import { fromCall, toCall, type Flags } from './command-line-of.ts';
import type { Format } from './report/forms.ts';
import { formats, forms } from './report/forms.ts';
import { UsageError } from './host.ts';
import { versionText } from './quick-options.ts';

/** A call to serve, or a text to print. */
export type Parsed =
  | { readonly call: CommandLine; readonly from?: readonly string[] }
  | { readonly print: string }
  | { readonly explain: string | true };

/** The text of --help below the options. */
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
  2   the command is wrong or cannot be carried out; no conversion is printed
  70  a bug in smi2linkerd`;

/** The command for commander; the man page and completions are made from it too. */
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
    .option('--drop', 'replace each TrafficSplit by its profile or route')
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
      ).argParser(addPorts),
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
    .option('-q, --quiet', 'report only what fails the run')
    .addOption(new Option('--color <when>', 'color the report').choices(['auto', 'always', 'never']).default('auto'))
    .version(versionText, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', more)
    .configureHelp({ helpWidth: 79 })
    .showSuggestionAfterError()
    .exitOverride()
    .allowExcessArguments();
}

/** Parses a command line. Throws UsageError if it is invalid. */
export function parse(args: readonly string[]): Parsed {
  const printed: string[] = [];
  const complaints: string[] = [];
  const program = command().configureOutput({
    writeOut: (text) => printed.push(text),
    writeErr: (text) => complaints.push(text),
    // Looking at the process would load the network modules of Node.
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
    const complaint = explained(complaints.join(' ').replace(/\s+/g, ' ').trim() || error.message, program);
    throw new UsageError(complaint, hintFor(complaint));
  }
  const flags = program.opts<Flags>();
  if (flags.explain !== undefined) {
    if (program.args.length > 0) throw new UsageError('--explain takes one code', 'smi2linkerd --explain lists all');
    return { explain: flags.explain };
  }
  if (flags.from !== undefined) return { from: flags.from, call: fromCall(flags, program.args) };
  return { call: toCall(flags, program.args) };
}

const ofHelp = 'smi2linkerd --help shows all options';

function hintFor(complaint: string): string | undefined {
  if (/^unknown option '-(?:-[a-z-]+)? /.test(complaint)) return asWords;
  // Letters after one dash are read as flags: `-dash.yaml` as `-d` and an unknown `-ash.yaml`.
  if (/^unknown option '-[^-]/.test(complaint)) return `${ofHelp}; write a path that begins with a dash as ./-path`;
  if (/^unknown option (?!.*Did you mean)/.test(complaint)) return ofHelp;
  const [, valueless] = /^(--[\w-]+) takes no value$/.exec(complaint) ?? [];
  if (valueless !== undefined) return `write ${valueless} alone, or leave it out`;
  return undefined;
}

/** A complaint of commander in the words that all ways to set an option have. */
function explained(complaint: string, { options }: Pick<Command, 'options'>): string {
  const message = complaint.replace(/^error: /, '');
  const [, valued = ''] = /^unknown option '(--[\w-]+)=/.exec(message) ?? [];
  if (options.some(({ long }) => long === valued)) return `${valued} takes no value`;
  const wrong = /^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. (.*?)\.?$/.exec(message);
  if (wrong === null) return message;
  const [, flag = '', value = '', need = ''] = wrong;
  const choices = need.replace(/^Allowed choices are /, '').replace(/, (?=[\w-]+$)/, ' or ');
  return `${flag} is ${JSON.stringify(value)}, but has to be ${choices}`;
}

/** The values of --port; each is validated here, since a call without a split does not use them. */
function addPorts(value: string, earlier: readonly string[] | undefined): readonly string[] {
  if (!value.split(/ +/).every(isPort)) throw new InvalidArgumentError('ports such as 8080,9090 or web=8080');
  return [...(earlier ?? []), value];
}

function isPort(part: string): boolean {
  const list = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?=)?([1-9][0-9]*(?:,[1-9][0-9]*)*)$/.exec(part)?.[1];
  return list?.split(',').every((port) => Number(port) <= 65_535) ?? false;
}

/** Loads the format of a report before anything is printed or written: the installation may lack its chunk. */
export async function loadForm(format: Format): Promise<void> {
  if (format !== 'text') await forms[format]();
}
