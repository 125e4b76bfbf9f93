import type { Options } from '../config/config.ts';
import type { CommandLine, CommandMode } from './command-line.ts';
import { UsageError } from './host.ts';
import { dashedName } from '../config/option-names.ts';
import type { Format } from './report/forms.ts';

/** The options of a command line, as they were read. */
export interface Flags {
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
  color: CommandLine['color'];
}

/** The call that options and paths ask for. Throws UsageError where they do not go together. */
export function toCall(flags: Flags, paths: readonly string[]): CommandLine {
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
      ...(skipAnnotation !== undefined && { skipAnnotation }),
      ...(namespace !== undefined && { namespace }),
      ...(clusterDomain !== undefined && { clusterDomain }),
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

/**
 * The call of --from, which reads nothing but reports. Throws UsageError where it names manifests, too, or an option that
 * would change nothing: a report was made with options of its own.
 */
export function fromCall(flags: Flags, paths: readonly string[]): CommandLine {
  if (modeOf(flags) !== 'print' || paths.length > 0)
    throw new UsageError('--from reads reports and cannot be used with manifests');
  const { format, color } = flags;
  const unused = Object.entries(flags).find(([key]) => !['from', 'format', 'color'].includes(key));
  if (unused !== undefined) {
    const name = `${unused[1] === false ? 'no-' : ''}${dashedName(unused[0])}`;
    throw new UsageError(
      `--from renders reports as they are and cannot be used with --${name}`,
      'give the option to the runs that make the reports',
    );
  }
  return toCall({ format, color }, []);
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

function modeOf(flags: Flags): CommandMode {
  const modes = (['write', 'list', 'diff', 'check'] as const).filter((mode) => flags[mode] === true);
  if (modes.length > 1) throw new UsageError(`--${modes.join(' and --')} cannot be used together`);
  return modes[0] ?? 'print';
}
