import type { CommandLine } from './command-line.ts';
import { toCall, type Flags } from './command-line-of.ts';
import { version } from '../version.ts';

/** What `--version` prints. */
export const versionText = `smi2linkerd ${version}`;

/** The options without a value, each with what it sets. */
const switches: ReadonlyMap<string, Partial<Flags>> = new Map<string, Partial<Flags>>([
  ['-w', { write: true }],
  ['--write', { write: true }],
  ['-l', { list: true }],
  ['--list', { list: true }],
  ['-d', { diff: true }],
  ['--diff', { diff: true }],
  ['--check', { check: true }],
  ['--drop', { drop: true }],
  ['-q', { quiet: true }],
  ['--quiet', { quiet: true }],
  ['--skip-annotation', { skipAnnotation: true }],
  ['--no-skip-annotation', { skipAnnotation: false }],
]);

/**
 * Reads a command line of the usual form: options without a value, each written out, and paths. Undefined for any other, which
 * commander reads (options.ts): loading it takes a fifth of the time of a call that finds nothing. Throws UsageError as that
 * does, where options do not go together.
 */
export function parseQuickly(args: readonly string[]): CommandLine | undefined {
  const flags: Flags = { format: 'text', color: 'auto' };
  const paths: string[] = [];
  for (const arg of args) {
    const set = switches.get(arg);
    if (set !== undefined) Object.assign(flags, set);
    else if (arg === '-' || (arg !== '' && !arg.startsWith('-'))) paths.push(arg);
    else return undefined;
  }
  return toCall(flags, paths);
}
