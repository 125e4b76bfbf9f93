import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { errorReason, type PathProblem, type Start } from './paths.ts';
import { absolute, realPathOrItself, slashed } from './system-paths.ts';

/** Where links to files may point: into the tree that is deployed with them. */
export interface Checkout {
  readonly cwd: string;
  /** The path of an Argo CD application in its repository; the working directory ends with it. */
  readonly sourcePath?: string | undefined;
}

/**
 * The real path of the file that a link points to; undefined for a link to a directory, which Kubernetes' tools do not
 * follow; a problem for a link to nothing, to something that is not a regular file, or out of the repository.
 */
export function fileOfLink(link: string, shown: string, checkout: Checkout): string | PathProblem | undefined {
  try {
    const status = statSync(link);
    if (status.isDirectory()) return undefined;
    if (!status.isFile()) return { path: shown, message: 'is a link to something that is not a file' };
    const target = realpathSync.native(link);
    const root = checkoutRootOf(dirname(link), checkout);
    if (target.startsWith(root)) return target;
    return { path: shown, message: `is a link out of the repository (${root}): name the file itself` };
  } catch (error) {
    return { path: shown, message: `is a link that cannot be followed: ${errorReason(error)}` };
  }
}

/** The results for each directory of a call. */
const rootsByDirectory = new WeakMap<Checkout, Map<string, string>>();

/** The repository of a directory, with `/` at its end: the nearest one above with `.git`, else that of the call. */
function checkoutRootOf(directory: string, checkout: Checkout): string {
  const roots = rootsByDirectory.get(checkout) ?? new Map<string, string>();
  rootsByDirectory.set(checkout, roots);
  const known = roots.get(directory);
  if (known !== undefined) return known;
  const parent = dirname(directory);
  const root = existsSync(`${directory}/.git`)
    ? withSlash(directory)
    : parent === directory
      ? withSlash(withoutSourcePath(checkout))
      : checkoutRootOf(parent, checkout);
  roots.set(directory, root);
  return root;
}

function withoutSourcePath({ cwd, sourcePath = '' }: Checkout): string {
  const real = realpathSync.native(cwd);
  const end = `/${sourcePath.replace(/^(?:\.?\/)*|\/*$/g, '')}`;
  return end !== '/' && real.endsWith(end) ? real.slice(0, -end.length) : real;
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** A directory as shown and its real path, both with `/` at the end. */
interface Directory {
  readonly shown: string;
  readonly actual: string;
}

/**
 * The directories of a file that the call names: that of its name, and that of the file itself, where the name is a link
 * to a file of another directory.
 */
export function directoriesOf({ shown, actual }: Pick<Start, 'shown' | 'actual'>, cwd: string): readonly Directory[] {
  const [path, real] = [shown, actual].map((one) => one.slice(0, one.lastIndexOf('/') + 1)) as [string, string];
  const own = { shown: path, actual: withSlash(realPathOrItself(absolute(cwd, path))) };
  if (own.actual === real) return [own];
  const below = slashed(relative(realPathOrItself(cwd), real));
  return [own, { shown: below === '' ? '' : withSlash(below), actual: real }];
}
