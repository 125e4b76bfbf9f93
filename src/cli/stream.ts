import { findWord, holdsOverrides, holdsTrafficSplit, offsetsOfWord } from '../yaml/byte-search.ts';
import type { CommandLine } from './command-line.ts';
import { hasParameters, isInArgoCd } from './command-line.ts';
import type { Host } from './host.ts';
import { exit, inputLimit, UsageError } from './host.ts';
import { withConversion } from './load-conversion.ts';

/** Converts standard input to standard output: a ResourceList as a KRM function, any other stream as a filter. */
export async function filter(call: CommandLine, host: Host): Promise<number> {
  if (host.isTerminal(0)) {
    throw new UsageError('no path is given, and standard input is a terminal', 'smi2linkerd --help shows the usage');
  }
  const bytes = host.read(inputLimit);
  if (bytes.length === 0 && !hasParameters(host))
    throw new UsageError('standard input is empty: there is no manifest to convert');
  if (call.mode === 'check') return (await import('./conversion.ts')).auditBytes(bytes, call, host);
  if (!hasParameters(host) && isUntouched(call, bytes) && (isPlain(call, host) || showsObject(bytes))) {
    host.write(1, bytes);
    return exit.done;
  }
  return withConversion(call, ({ filterBytes }) => filterBytes(bytes, call, host), {
    size: bytes.length,
    input: bytes,
  });
}

/** Whether the output is the input: nothing to convert, nothing to check, and no configuration to read. */
function isUntouched(call: CommandLine, bytes: Uint8Array): boolean {
  if (call.config !== undefined || call.format !== 'text') return false;
  if (holdsTrafficSplit(bytes, 0, bytes.length) || holdsOverrides(bytes, 0, bytes.length)) return false;
  if (holdsWord(bytes, 'ceList', 'ResourceList')) return isPlainResourceList(bytes);
  return findWord(bytes, 'apiVersion') !== -1;
}

/**
 * Whether an input without any object may be the output: nothing is dropped, and Argo CD, which would prune, did not
 * start this program.
 */
function isPlain({ flags }: CommandLine, host: Host): boolean {
  return flags.drop !== true && !isInArgoCd(host);
}

/** Whether there is a block document that is not a list near the start: then the input certainly holds an object. */
function showsObject(bytes: Uint8Array): boolean {
  return /^kind:[ \t]+(?!\w*List\b)[A-Z]\w+[ \t]*\r?$/m.test(new TextDecoder().decode(bytes.subarray(0, 1 << 16)));
}

/** Looks for a short word, which is several times faster, before the whole one. */
function holdsWord(bytes: Uint8Array, needle: string, word: string): boolean {
  return findWord(bytes, needle) !== -1 && findWord(bytes, word) !== -1;
}

/**
 * A ResourceList of a known version in block YAML, with a list of items and without a functionConfig, or with the empty
 * one that kpt sends.
 */
function isPlainResourceList(bytes: Uint8Array): boolean {
  const items = findWord(bytes, '\nitems:');
  if (items === -1 || !knownVersion.test(textAt(bytes, 0)) || !listOfItems.test(textAt(bytes, items))) return false;
  const [config, more] = offsetsOfWord(bytes, 'functionConfig:');
  if (config === undefined) return findWord(bytes, 'functionConfig') === -1;
  if (more !== undefined) return false;
  return bytes[config - 1] === 10 && emptyConfig.test(textAt(bytes, config));
}

function textAt(bytes: Uint8Array, start: number): string {
  return new TextDecoder().decode(bytes.subarray(start, start + 200));
}

const knownVersion = /^apiVersion: config\.kubernetes\.io\/v1(?:beta1|alpha1)?\r?$/m;
const listOfItems = /^\nitems:(?: \[|[ \t]*\r?\n *-[ \r\n])/;

/** What `kpt fn eval` sends if no configuration is given (docs/facts/krm.md, "What arrives"). */
const emptyConfig =
  /^functionConfig:\n {2}metadata:\n {4}name: function-input\n {2}data: \{\}\n {2}kind: ConfigMap\n {2}apiVersion: v1\n(?:results:|$)/;
