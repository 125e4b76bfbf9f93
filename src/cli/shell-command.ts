import { quoted } from '../config/advice.ts';
import type { CommandLine } from './command-line.ts';
import { dashedName } from '../config/option-names.ts';

/** A command line that does the same with the same files in another mode, quoted for a shell. */
export function commandOf(call: CommandLine, mode: `--${string}`): string {
  const { paths } = call;
  const operands = paths.some((path) => path.startsWith('-')) ? ['--', ...paths] : paths;
  return ['smi2linkerd', mode, ...optionsOf(call), ...operands].map(quoted).join(' ');
}

/** A command line that does the same with standard input, quoted for a shell. */
export function filterCommandOf(call: CommandLine): string {
  return ['smi2linkerd', ...optionsOf(call)].map(quoted).join(' ');
}

function optionsOf({ flags, config }: CommandLine): readonly string[] {
  return [
    ...Object.entries(flags).flatMap(([key, value]) => flagsOf(key, value)),
    ...(config === undefined ? [] : ['--config', config]),
  ];
}

/** The flags of an option: `--cluster-domain` for `clusterDomain`; `ports` is a list with a `--port` for each entry. */
function flagsOf(key: string, value: unknown): readonly string[] {
  if (key === 'ports')
    return String(value)
      .split(' ')
      .flatMap((port) => ['--port', port]);
  const name = dashedName(key);
  if (typeof value === 'boolean') return [value ? `--${name}` : `--no-${name}`];
  return [`--${name}`, String(value)];
}
