import { isAbsolute, relative } from 'node:path';
import { kustomizationNames } from '../../kustomize/files.ts';
import { checkoutRootOf, isFile, type Checkout } from './links.ts';
import type { Start } from './paths.ts';
import { absolute, directoryAbove, realPathOrItself, slashed, withSlash } from './system-paths.ts';

/** A directory as shown and its real path, both with `/` at the end. */
interface Directory {
  readonly shown: string;
  readonly actual: string;
}

/** A directory with the names of its kustomization files. */
interface KustomizedDirectory extends Directory {
  readonly kustomizations: readonly string[];
}

/**
 * The kustomizations around the paths of a call: beside the files that it names, and above each of its paths, up to the root
 * of the repository, or without one to the working directory. Files are deployed through them, whichever of them are named.
 */
export function kustomizationsAround(starts: readonly Start[], cwd: string): readonly KustomizedDirectory[] {
  const checkout = { cwd };
  const found: KustomizedDirectory[] = [];
  const looked = new Set<string>();
  const look = (place: Directory, { excludes }: Start): void => {
    if (looked.has(place.actual)) return;
    looked.add(place.actual);
    const names = [...kustomizationNames].filter((one) => isFile(place.actual + one));
    const kustomizations = names.filter((one) => excludes?.(place.shown + one) !== true);
    if (kustomizations.length > 0) found.push({ ...place, kustomizations });
  };
  for (const start of starts) {
    const lowest = start.kind === 'file' ? directoriesOf(start, cwd) : [start, ...parentOfLink(start, checkout)];
    for (const place of lowest) {
      if (place !== start) look(place, start);
      const root = rootOf(place, checkout);
      for (let at = directoryAbove(place.actual); at.startsWith(root) && !looked.has(at); at = directoryAbove(at)) {
        look({ shown: isAbsolute(start.path) ? at : fromDirectory(cwd, at), actual: at }, start);
        if (at === root) break;
      }
    }
  }
  return found;
}

/**
 * The directories of a file that the call names: that of its name, and that of the file itself, where the name is a link
 * to a file of another directory.
 */
function directoriesOf({ shown, actual }: Start, cwd: string): readonly Directory[] {
  const [path, real] = [shown, actual].map((one) => one.slice(0, one.lastIndexOf('/') + 1)) as [string, string];
  const own = { shown: path, actual: withSlash(realPathOrItself(absolute(cwd, path))) };
  return own.actual === real ? [own] : [own, { shown: fromDirectory(cwd, real), actual: real }];
}

/** The directory that holds a link to a directory, by which the call names that; none if that is outside of the repository. */
function parentOfLink({ path, shown, actual }: Start, checkout: Checkout): readonly Directory[] {
  const { cwd } = checkout;
  const parent = withSlash(realPathOrItself(directoryAbove(withSlash(absolute(cwd, shown)))));
  const place = { shown: isAbsolute(path) ? parent : fromDirectory(cwd, parent), actual: parent };
  return parent === directoryAbove(actual) || !parent.startsWith(rootOf(place, checkout)) ? [] : [place];
}

function rootOf({ actual }: Directory, checkout: Checkout): string {
  return checkoutRootOf(actual.replace(/(?!^)\/$/, ''), checkout);
}

/** A real directory as it is shown from the working directory. */
function fromDirectory(cwd: string, directory: string): string {
  const below = slashed(relative(realPathOrItself(cwd), directory));
  return below === '' ? '' : withSlash(below);
}
