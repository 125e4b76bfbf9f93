import { memoised, once } from '../../collections.ts';
import { closeSync, constants, existsSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { FoundFile } from '../../kustomize/files.ts';
import { kustomize, type Kustomize } from '../../kustomize/kustomize.ts';
import type { RepositoryAround } from './repository-around.ts';
import type { FileSource, Renderers } from './search.ts';
import { unservable, type PathProblem } from './paths.ts';
import { absolute, realPathOrItself, repositoryOf } from './system-paths.ts';
import { filePathOf, type Folder, type Tree } from './tree.ts';

/** Where kustomizations and deployers are looked for: in a call, and around it. */
interface Places {
  readonly tree: Tree;
  readonly around?: RepositoryAround;
}

/**
 * What the kustomizations of a call and around it do to its files, and what deploys them: `deployers` finds the files of the
 * call that may hold something of Flux or Argo CD, when that is first asked for. A reference to something other than a file
 * or a directory is added to the problems.
 */
export function kustomizeOf(
  { tree, around }: Places,
  cwd: string,
  deployers: () => readonly FileSource[],
  problems: PathProblem[],
): Kustomize {
  const bytes = memoised((file: string) => regularFileBytes(file, cwd, problems));
  const folders = around === undefined ? tree.folders : [...tree.folders, ...around.folders];
  const real = memoised((path: string) => realPathOrItself(absolute(cwd, path)));
  return kustomize({
    locate: real,
    resolve: (directory, reference) => real(absolute(directory, reference)),
    bytes,
    kustomizations: filesBeside(tree.folders, bytes, ({ kustomizations }) => kustomizations),
    around: around && {
      kustomizations: filesBeside(around.folders, bytes, ({ kustomizations }) => kustomizations),
      charts: chartsOf(around.folders),
      deployers: once(() => around.deployers()),
    },
    overrides: () =>
      filesBeside(folders, bytes, ({ kustomizations, names }) =>
        kustomizations.length === 0 ? [] : names.filter((name) => overrideName.test(name)),
      ),
    charts: chartsOf(tree.folders),
    deployers: () =>
      deployers().map(({ path, bytes, folder }) => ({ path, bytes, directory: folder.actual.slice(0, -1) })),
    directories: folders.map(({ actual }) => actual.slice(0, -1)),
    holds: holdsOf(tree),
    roots: (directory) => rootsOf(directory, tree, cwd),
  });
}

/** How the kustomizations of a call have to be built. */
export function renderersOf(tree: Tree, cwd: string): Renderers {
  const built = kustomizeOf({ tree }, cwd, () => [], []);
  return {
    flags: (directory) => built.buildFlags(directory.slice(0, -1)),
    isInflated: (directory) => built.isInflated(directory.slice(0, -1)),
  };
}

/** The directories of the charts in folders, and of those that their files are templates of: a template may be named alone. */
function chartsOf(folders: readonly Folder[]): readonly string[] {
  const charts = new Set(folders.filter(({ chart }) => chart).map(({ actual }) => actual.slice(0, -1)));
  const isChart = memoised((directory: string) => charts.has(directory) || existsSync(`${directory}/Chart.yaml`));
  for (const { actual } of folders)
    for (const { index } of actual.matchAll(/\/(?:templates|charts)\//g)) {
      const directory = actual.slice(0, index);
      if (isChart(directory)) charts.add(directory);
    }
  return [...charts];
}

/** Returns a test whether the call holds a file, or all of its directory. */
function holdsOf({ folders }: Tree): (file: string) => boolean {
  const whole = new Set(folders.filter((folder) => folder.whole).map(({ actual }) => actual));
  const named = once(
    () => new Set(folders.flatMap((one) => (one.whole ? [] : one.names.map((name) => filePathOf(one, name))))),
  );
  return (file) => whole.has(file.slice(0, file.lastIndexOf('/') + 1)) || named().has(file);
}

/** The bytes of a regular file: a kustomization may name a device, or a FIFO without a writer. */
function regularFileBytes(file: string, cwd: string, problems: PathProblem[]): Uint8Array | undefined {
  try {
    const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const status = fstatSync(descriptor);
      const message = unservable(status);
      if (message !== undefined) problems.push({ path: belowDirectory(file, realPathOrItself(cwd)), message });
      return status.isFile() ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** A real path; relative to a directory if the file is below it. */
function belowDirectory(file: string, directory: string): string {
  return file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file;
}

/** The name of a file with parameters of a source of Argo CD (argo-cd, reposerver/repository). */
const overrideName = /^\.argocd-source(?:-.+)?\.yaml$/;

/** The files of some names in each directory, once each. */
function filesBeside(
  folders: readonly Folder[],
  bytes: (file: string) => Uint8Array | undefined,
  namesIn: (folder: Folder) => readonly string[],
): readonly FoundFile[] {
  const read = new Map<string, FoundFile>();
  for (const folder of folders) {
    const { actual, shown } = folder;
    for (const name of namesIn(folder)) {
      const file = actual + name;
      const found = { path: shown + name, directory: actual.slice(0, -1), bytes: bytes(file) ?? new Uint8Array() };
      if (!read.has(file)) read.set(file, found);
    }
  }
  return [...read.values()];
}

/** The nearest directory above with a `.git`; without one, the working directory or a directory that the call names. */
function rootsOf(directory: string, tree: Tree, cwd: string): readonly string[] {
  const repository = repositoryOf(directory);
  if (repository !== undefined) return [repository];
  const above = tree.roots.map((root) => root.slice(0, -1)).filter((root) => `${directory}/`.startsWith(`${root}/`));
  return [realPathOrItself(cwd), ...above];
}
