import { escapeControls } from '../diagnostics/escape.ts';
import type { CommandLine } from './command-line.ts';
import { filterCall } from './command-line.ts';
import { readConfigBytes } from './config-bytes.ts';
import type { Host } from './host.ts';
import { exit, isUsageError } from './host.ts';
import { parseQuickly, versionText } from './quick-options.ts';
import { filter } from './stream.ts';

/** Runs a command line; returns the exit code. All errors are caught here. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  let done = 'nothing was printed or written';
  // Not a copy: the working directory is asked for where it is needed, as it may be gone.
  const watched = Object.assign(Object.create(host) as Host, {
    write(fd: 1 | 2, chunk: Uint8Array | string): boolean {
      if (fd === 1) done = 'what was printed may be incomplete';
      return host.write(fd, chunk);
    },
  });
  try {
    return await serve(args, watched);
  } catch (error) {
    // Compared by name, because each chunk of the bundle has its own classes.
    if (error instanceof Error && error.name === 'ErrorAfterWriting')
      return explainFailure(error.cause, 'files were written', host);
    return explainFailure(error, done, host);
  }
}

async function serve(args: readonly string[], host: Host): Promise<number> {
  if (args.length === 0) return filter(filterCall, host);
  if (args.length === 1 && args[0] === '--version') return printText(`${versionText}\n`, host);
  const quick = parseQuickly(args);
  if (quick !== undefined) return serveCall(quick, host);
  const { loadForm, parse } = await import('./options.ts');
  const parsed = parse(args);
  if ('print' in parsed) return printText(parsed.print, host);
  if ('explain' in parsed) return (await import('./explain.ts')).explainTo(host, parsed.explain);
  // The parser has validated the other options.
  const { namespace, clusterDomain } = parsed.call.flags;
  if (namespace !== undefined || clusterDomain !== undefined)
    (await import('./check-options.ts')).checkFlags(parsed.call.flags);
  await loadForm(parsed.call.format);
  if (parsed.from !== undefined) return (await import('./from.ts')).renderReports(parsed.from, parsed.call, host);
  return serveCall(parsed.call, host);
}

async function serveCall(given: CommandLine, host: Host): Promise<number> {
  // Before anything is said of the paths: the commands that it names have this file, too.
  const { config } = given;
  const call = config === undefined ? given : { ...given, configBytes: readConfigBytes(config, host) };
  if (call.paths.length === 0) return filter(call, host);
  const { printPaths, changeFiles } = await import('./files/files.ts');
  return call.mode === 'print' ? printPaths(call, host) : changeFiles(call, host);
}

function printText(text: string, host: Host): number {
  host.write(1, text);
  return exit.done;
}

/** Says what failed, and for a mistake of the program what had been done before. */
function explainFailure(error: unknown, done: string, host: Host): number {
  if (isUsageError(error)) {
    const fix = error.fix === undefined ? '' : `    fix: ${escapeControls(error.fix)}\n`;
    host.write(2, `smi2linkerd: ${error.message.split('\n').map(escapeControls).join('\n')}\n${fix}`);
    return exit.usage;
  }
  if (error instanceof Error && error.name === 'InputTooLarge') {
    host.write(2, 'smi2linkerd: standard input is larger than 2 GiB\n    fix: convert the files one at a time\n');
    return exit.usage;
  }
  const missing = missingPart(error);
  if (missing !== undefined) {
    host.write(
      2,
      `smi2linkerd: this installation is incomplete: ${escapeControls(missing)} is missing\n    fix: install smi2linkerd again, with all files of dist/ in one directory\n`,
    );
    return exit.usage;
  }
  const disk = diskError(error);
  if (disk !== undefined) {
    host.write(2, `smi2linkerd: ${escapeControls(disk)}\n`);
    return exit.usage;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const more = host.env.SMI2LINKERD_DEBUG === '1' && error instanceof Error ? `${error.stack ?? ''}\n` : '';
  host.write(
    2,
    `smi2linkerd: internal error (${escapeControls(message.split('\n')[0] ?? '')}); ${done}; please report it with SMI2LINKERD_DEBUG=1 and the input that causes it\n${more}`,
  );
  return exit.bug;
}

/**
 * The path of the chunk that is missing next to the chunk that loads it (Node's `MODULE_NOT_FOUND`: the first line
 * quotes the name that was asked for, and `requireStack` starts with the file that asks).
 */
function missingPart(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'MODULE_NOT_FOUND') return undefined;
  const name = /'(?:\.\/)?([^'/\\]+\.cjs)'/.exec(error.message)?.[1];
  const stack: unknown = 'requireStack' in error ? error.requireStack : undefined;
  const asker: unknown = Array.isArray(stack) ? stack[0] : undefined;
  if (name === undefined) return undefined;
  return typeof asker === 'string' ? asker.replace(/[^/\\]+$/, name) : name;
}

/** A failed system call on a file of the user, or a full or broken standard output, in one line. */
function diskError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  if (error.syscall === 'uv_cwd') return `the working directory cannot be found: ${String(error.code)}`;
  const path = 'path' in error ? ` ${String(error.path)}` : '';
  return `cannot ${String(error.syscall)}${path}: ${String(error.code)}`;
}
