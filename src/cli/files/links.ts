import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { memoised, memoisedFor } from '../../collections.ts';
import { errorReason, type PathProblem } from './paths.ts';
import { realPathOf, realPathOrItself, withSlash } from './system-paths.ts';

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
    const target = realPathOf(link);
    const root = checkoutRootOf(dirname(link), checkout);
    if (target.startsWith(root)) return target;
    return { path: shown, message: `is a link out of the repository (${root}): name the file itself` };
  } catch (error) {
    return { path: shown, message: `is a link that cannot be followed: ${errorReason(error)}` };
  }
}

/** The real path of the file that a link points to, wherever it is; undefined for a link to anything else. */
export function unfollowed(link: string): string | undefined {
  return isFile(link) ? realPathOf(link) : undefined;
}

/** The repository of a directory, with `/` at its end: the nearest one at or above it with `.git`, else that of the call. */
export function checkoutRootOf(directory: string, checkout: Checkout): string {
  return rootsIn(checkout)(directory);
}

/** The results for each directory of a call. */
const rootsIn = memoisedFor((checkout: Checkout) =>
  memoised((directory): string => {
    if (existsSync(`${directory}/.git`)) return withSlash(directory);
    const parent = dirname(directory);
    return parent === directory ? withSlash(withoutSourcePath(checkout)) : checkoutRootOf(parent, checkout);
  }),
);

function withoutSourcePath({ cwd, sourcePath = '' }: Checkout): string {
  const real = realPathOrItself(cwd);
  const end = `/${sourcePath.replace(/^(?:\.?\/)*|\/*$/g, '')}`;
  return end !== '/' && real.endsWith(end) ? real.slice(0, -end.length) : real;
}

/** Whether there is a file, through links; not where that cannot be told, as of links in a circle. */
export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
