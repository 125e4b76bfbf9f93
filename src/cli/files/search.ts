import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { pathWord, quoted } from '../../config/advice.ts';
import type { Holds } from '../../yaml/name-search.ts';
import type { Source } from '../../yaml/source.ts';
import { isWide } from '../../yaml/source.ts';
import { inputLimit } from '../host.ts';
import { errorReason, type PathProblem } from './paths.ts';
import { filePathOf, named, type Folder, type Tree } from './tree.ts';

/** A source that is a file. */
export interface FileSource extends Source {
  /** Its real path on disk. */
  readonly file: string;
  readonly folder: Folder;
}

/** The results of a search: the sources, sorted by the bytes of their paths, and the files that could not be read. */
interface FilesFound {
  readonly sources: readonly FileSource[];
  readonly problems: readonly PathProblem[];
}

/** How files are searched. */
interface SearchWays {
  readonly progress?: ((files: number) => void) | undefined;
  readonly words?: Holds;
}

/** The buffer for all small files: only pages that are touched use memory. */
let sharedBuffer: Buffer | undefined;
const sharedSize = 2 ** 20;
/** How much of it is filled before it is searched. */
const batchSize = 2 ** 17;
const readOnly = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * Searches the files of folders synchronously (docs/facts/performance.md, "Files") and returns those that pass a test.
 * `words`: a test for words, which several files in a row pass if one of them does; then each is tested alone.
 */
export function search(folders: readonly Folder[], holds: Holds, { progress, words }: SearchWays = {}): FilesFound {
  const sources: FileSource[] = [];
  const problems: PathProblem[] = [];
  const batch = openBatch(holds, words, (source) => sources.push(source));
  let files = 0;
  for (const folder of folders) {
    for (const name of folder.names) {
      try {
        batch.add(folder, name);
      } catch (error) {
        problems.push({ path: folder.shown + name, message: errorReason(error) });
      }
    }
    files += folder.names.length;
    progress?.(files);
  }
  batch.end();
  return { sources: sources.sort(compareByPath), problems: problems.sort(compareByPath) };
}

/** Reads all files of a tree in the order in which they are printed: by the bytes of their paths. */
export function readEvery(tree: Tree): FilesFound {
  return search(tree.folders, () => true);
}

/** The first character from which the order of UTF-16 is not that of UTF-8. */
const beyond = /[\ud800-\uffff]/;

/** Compares paths by their bytes: the order of all output. */
export function compareByPath(one: { readonly path: string }, other: { readonly path: string }): number {
  if (!beyond.test(one.path) && !beyond.test(other.path))
    return one.path < other.path ? -1 : Number(one.path > other.path);
  return Buffer.compare(Buffer.from(one.path), Buffer.from(other.path));
}

/**
 * Returns errors for what must not be printed, because printed manifests are deployed: a kustomization or a chart at or
 * below a path of the call, each directory once, with the command that renders it and `convert` after it, or in Argo CD
 * with the plugin that does. Empty if there are none.
 */
export function refusePrinting(
  tree: Tree,
  convert: string,
  { inArgoCd, renderers }: { readonly inArgoCd: boolean; readonly renderers?: Renderers | undefined },
): readonly PathProblem[] {
  // A pattern also passes through directories without any match; only the units of its matches count.
  const homes = new Set(tree.folders.filter(({ names }) => names.length > 0).map(({ home }) => home));
  const rendered = tree.folders.filter(({ chart, kustomizations, whole, actual, home }) => {
    const marked = chart || kustomizations.length > 0;
    return marked && (whole || home === named || homes.has(actual));
  });
  // Several patterns may pass through one directory.
  const byDirectory = new Map(rendered.map((folder) => [folder.actual, folder]));
  // Helm renders a chart in charts/ of another one with that one.
  const isInChart = (directory: string): boolean => {
    const parent = directory.replace(/charts\/[^/]+\/$/, '');
    return parent !== directory && byDirectory.get(parent)?.chart === true;
  };
  const isBuilt = rendered.some(({ kustomizations }) => kustomizations.length > 0);
  const isInflated = (directory: string): boolean => isBuilt && renderers?.isInflated(directory) === true;
  return [...byDirectory.values()]
    .filter(({ chart, actual }) => !(chart && (isInChart(actual) || isInflated(actual))))
    .map((folder) => printRefusal(folder, convert, { inArgoCd, flags: renderers?.flags(folder.actual) ?? [] }))
    .sort(compareByPath);
}

/** What is known of the kustomizations of a call; directories are real paths with `/` at their end. */
export interface Renderers {
  /** The flags that `kustomize build` needs for a directory. */
  flags(directory: string): readonly string[];
  /** Whether a kustomization inflates the chart of a directory. */
  isInflated(directory: string): boolean;
}

function printRefusal(
  { shown, chart, kustomizations }: Folder,
  convert: string,
  { inArgoCd, flags }: { readonly inArgoCd: boolean; readonly flags: readonly string[] },
): PathProblem {
  const directory = shown === '' ? '.' : shown.length > 1 ? shown.slice(0, -1) : shown;
  const build = ['kustomize build', ...flags].join(' ');
  const [name, command] = chart ? ['Chart.yaml', 'helm template'] : [kustomizations[0] ?? '', build];
  const plugin = `the plugin smi2linkerd-${chart ? 'helm' : 'kustomize'} does so (spec.source.plugin.name)`;
  const way = inArgoCd && shown === '' ? plugin : `${command} ${quoted(pathWord(directory))} | ${convert}`;
  const message = `has to be rendered before it is printed: ${way}`;
  return { path: shown + name, message };
}

/** Tests files one by one, or several at once. */
interface Batch {
  /** Reads a file and tests it, perhaps with later ones. Throws the errors of the file system. */
  add(folder: Folder, name: string): void;
  /** Tests the files that are left. */
  end(): void;
}

function openBatch(holds: Holds, words: Holds | undefined, found: (source: FileSource) => void): Batch {
  const buffer = (sharedBuffer ??= Buffer.allocUnsafeSlow(sharedSize));
  // The files in the buffer that are not tested yet, and where each ends. No object for each: there may be 100,000.
  let [folders, names, ends] = [[] as Folder[], [] as string[], [] as number[]];
  let used = 0;
  const add = (folder: Folder, name: string, bytes: Uint8Array): void => {
    found({ path: folder.shown + name, file: filePathOf(folder, name), folder, bytes });
  };
  const test = (folder: Folder, name: string, start: number, end: number): void => {
    const content = buffer.subarray(start, end);
    if (holds(content, 0, content.length)) add(folder, name, Buffer.from(content));
  };
  const end = (): void => {
    if (words?.(buffer, 0, used) === true)
      for (const [index, folder] of folders.entries())
        test(folder, names[index] ?? '', ends[index - 1] ?? 0, ends[index] ?? 0);
    [folders, names, ends] = [[], [], []];
    used = 0;
  };
  const read = (descriptor: number, folder: Folder, name: string): void => {
    // One read returns a whole regular file, up to the size of the buffer (read(2)).
    const until = used + readSync(descriptor, buffer, used, sharedSize - used, null);
    if (until === sharedSize) {
      const bytes = largeBytesOf(descriptor, buffer.subarray(used), holds);
      if (bytes !== undefined) add(folder, name, bytes);
    } else if (words === undefined || isWide(buffer, used, until)) test(folder, name, used, until);
    else {
      folders.push(folder);
      names.push(name);
      ends.push(until);
      used = until;
      if (used >= batchSize) end();
    }
  };
  return {
    add(folder, name) {
      // A link that replaced a file since the walk is not followed; a FIFO does not block.
      const descriptor = openSync(filePathOf(folder, name), readOnly);
      try {
        read(descriptor, folder, name);
      } finally {
        closeSync(descriptor);
      }
    },
    end,
  };
}

function largeBytesOf(descriptor: number, start: Buffer, holds: Holds): Uint8Array | undefined {
  const { size } = fstatSync(descriptor);
  if (size > inputLimit) throw new RangeError('the file is larger than 2 GiB');
  const bytes = Buffer.allocUnsafeSlow(Math.max(size, start.length));
  start.copy(bytes);
  let length = start.length;
  for (let read = -1; read !== 0 && length < bytes.length; length += read) {
    read = readSync(descriptor, bytes, length, Math.min(bytes.length - length, 2 ** 30), null);
  }
  return holds(bytes, 0, length) ? bytes.subarray(0, length) : undefined;
}
