import { groupBy } from '../../collections.ts';
import { escapeControls } from '../../diagnostics/escape.ts';
import type { Holds } from '../../yaml/name-search.ts';
import { mayWriteSplits } from '../../manifests/searches.ts';
import { holdsOverrides, holdsTrafficSplit } from '../../yaml/byte-search.ts';
import type { CommandLine } from '../command-line.ts';
import { hasParameters, isInArgoCd } from '../command-line.ts';
import { filterCommandOf } from '../shell-command.ts';
import type { Host } from '../host.ts';
import { exit, UsageError } from '../host.ts';
import { withConversion } from '../load-conversion.ts';
import type { Checkout } from './links.ts';
import { unreadResources } from './other-names.ts';
import type { PathProblem, Patterns } from './paths.ts';
import { isPattern } from './paths.ts';
import { readEvery, refusePrinting, search, type FileSource } from './search.ts';
import { slashed } from './system-paths.ts';
import type { Tree } from './tree.ts';
import { noMatch, walk } from './walk.ts';

/** Prints the manifests of files and directories, converted, as one stream. */
export async function printPaths(commandLine: CommandLine, host: Host): Promise<number> {
  const call = hasParameters(host) ? (await import('../parameters.ts')).withParameters(commandLine, host) : commandLine;
  const tree = await walkOf(call, host, { cwd: host.cwd, sourcePath: host.env.ARGOCD_APP_SOURCE_PATH });
  const wrong = tree.problems.filter(({ message }) => call.allowEmpty !== true || message !== noMatch);
  const renderers = isKustomized(tree) ? (await import('../conversion.ts')).renderersOf(tree, host.cwd) : undefined;
  const ways = { inArgoCd: isInArgoCd(host), renderers };
  throwProblems([...wrong, ...refusePrinting(tree, filterCommandOf(call), ways)]);
  const { sources, problems } = readEvery(tree);
  throwProblems(problems);
  return withConversion(call, ({ printFound }) => printFound(sources, call, host), { size: sizeOf(sources) });
}

function isKustomized({ folders }: Tree): boolean {
  return folders.some(({ kustomizations }) => kustomizations.length > 0);
}

/** Handles `--write`, `--list`, `--diff` and `--check` for files. */
export async function changeFiles(call: CommandLine, host: Host): Promise<number> {
  const tree = await walkOf(call, host);
  const progress = progressOf(host);
  const words = call.mode === 'check' ? holdsSourceOrWriter : holdsSource;
  const found = search(tree.folders, words, { progress: progress.tell, words });
  progress.end();
  const sources =
    call.mode === 'check' ? found.sources.filter(({ bytes }) => holdsSource(bytes, 0, bytes.length)) : found.sources;
  const linked = eachFileOnce(search(tree.unread, holdsTrafficSplit).sources);
  const unread = unreadResources(tree);
  const all = [...tree.problems, ...found.problems, ...unread, ...tree.leftovers.map(leftover)];
  if (sources.length + linked.length === 0 && call.format === 'text' && call.config === undefined)
    return nothingFound({ tree, mayWrite: found.sources, problems: all }, call, host);
  const { gitignore } = await import('./gitignore.ts');
  const mayWrite = call.mode === 'check' ? found.sources : [];
  const hits = { tree, sources, linked, problems: all, ignored: gitignore(tree.roots, tree.named), mayWrite };
  return withConversion(call, ({ changeFound }) => changeFound(hits, call, host), { size: sizeOf(sources) });
}

/** The first of the sources of each file, which may have several links. */
function eachFileOnce(sources: readonly FileSource[]): readonly FileSource[] {
  return [...groupBy(sources, ({ file }) => file).values()].flatMap(([first]) => first ?? []);
}

function sizeOf(sources: readonly FileSource[]): number {
  return sources.reduce((size, { bytes }) => size + bytes.length, 0);
}

/** Whether a file holds what may be converted, or a profile whose names may not match its namespace. */
const holdsSource: Holds = (bytes, start, end) =>
  holdsTrafficSplit(bytes, start, end) || holdsOverrides(bytes, start, end);

/** Also looks for what writes TrafficSplits at run time, for a check without splits. */
const holdsSourceOrWriter: Holds = (bytes, start, end) =>
  holdsSource(bytes, start, end) || mayWriteSplits(bytes, start, end);

/**
 * Shows a line on a terminal once a search takes more than a second, and removes it at the end; shows nothing in a pipe
 * or in CI.
 */
function progressOf(host: Host): { readonly tell?: (files: number) => void; end(): void } {
  if (!host.isTerminal(2) || (host.env.CI ?? '') !== '') return { end: () => undefined };
  const start = performance.now();
  let next = start + 1000;
  let shown = false;
  const tell = (files: number): void => {
    if (performance.now() < next) return;
    next = performance.now() + 200;
    shown = true;
    host.write(2, `\r${files} files searched`);
  };
  const end = (): void => {
    if (shown) host.write(2, '\r\u001b[K');
  };
  return { tell, end };
}

async function walkOf(call: CommandLine, host: Host, checkout?: Checkout): Promise<Tree> {
  const paths = call.paths.map(slashed);
  const patterns: Patterns | undefined = paths.some((path) => isPattern(host.cwd, path))
    ? (await import('./patterns.ts')).patterns
    : undefined;
  return walk(host.cwd, paths, patterns, checkout);
}

function throwProblems(problems: readonly PathProblem[]): void {
  if (problems.length === 0) return;
  const shown = problems.slice(0, problemsShown);
  const lines = shown.map(({ path, message }) => `${escapeControls(path)}: ${escapeControls(message)}`);
  if (problems.length > shown.length) lines.push(`and ${problems.length - shown.length} more such paths`);
  throw new UsageError(lines.join('\nsmi2linkerd: '), meantOption(problems));
}

/** More lines would hide the first ones, and the hint. */
const problemsShown = 10;

/** Options that are given as a word, as to programs with sub-commands. */
const optionWords = ['write', 'list', 'diff', 'check', 'drop', 'explain', 'version'];

function meantOption(problems: readonly PathProblem[]): string | undefined {
  if (problems.some(({ path }) => path === 'help')) return 'smi2linkerd --help shows all options';
  const word = problems.find(({ path }) => optionWords.includes(path) || otherDash.test(path))?.path;
  const name = word?.replace(otherDash, '');
  return name === undefined ? undefined : `did you mean ${name.length > 1 ? '--' : '-'}${escapeControls(name)}?`;
}

/** Dashes of which one is no hyphen, which word processors write in place of those of an option, before its name. */
const otherDash = /^[\u2010-\u2015\u2212][-\u2010-\u2015\u2212]*(?=[\w-]*(?:=|$))/;

function leftover(path: string): PathProblem {
  return { path, message: 'was left by a run that was killed and is ignored; delete it' };
}

async function findRunTimeWriters(sources: readonly FileSource[], { roots, named }: Tree): Promise<string | undefined> {
  const ignored = (await import('./gitignore.ts')).gitignore(roots, named);
  const { runTimeWriters } = await import('../conversion.ts');
  return runTimeWriters(sources.filter(({ file }) => !ignored(file)));
}

/** A search that found no TrafficSplit. */
interface NothingFound {
  readonly tree: Tree;
  /** Files that may write TrafficSplits at run time. */
  readonly mayWrite: readonly FileSource[];
  readonly problems: readonly PathProblem[];
}

async function nothingFound(
  { tree, mayWrite, problems }: NothingFound,
  call: CommandLine,
  host: Host,
): Promise<number> {
  for (const { path, message } of problems)
    host.write(2, `smi2linkerd: ${escapeControls(path)}: ${escapeControls(message)}\n`);
  const files = tree.folders.reduce((count, folder) => count + folder.names.length, 0);
  if (!call.quiet && problems.length === 0) {
    const writers = mayWrite.length === 0 ? undefined : await findRunTimeWriters(mayWrite, tree);
    const atRunTime = writers === undefined ? '' : `, but ${writers}`;
    host.write(2, escapeControls(`no TrafficSplit in ${files} file${files === 1 ? '' : 's'}${atRunTime}`) + '\n');
  }
  return problems.length > tree.leftovers.length ? exit.usage : exit.done;
}
