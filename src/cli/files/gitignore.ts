import { readFileSync, statSync } from 'node:fs';
import ignore, { type Ignore } from 'ignore';
import { onWindows } from './system-paths.ts';

/**
 * Loaded only when files were hit. Makes a test whether git ignores a file, by the `.gitignore` files from the root of its
 * repository down to its directory; outside a repository from the outermost of `tops` down. Paths are real ones, of directories with `/` at the end.
 */
export function gitignore(tops: readonly string[]): (file: string) => boolean {
  const rules = new Map<string, Ignore | undefined>();
  const roots = new Map<string, string | undefined>();
  return (file) => {
    const directory = file.slice(0, file.lastIndexOf('/') + 1);
    const root = gitRoot(directory, roots) ?? topOf(tops, directory);
    return isIgnored(file, root, rules);
  };
}

function topOf(tops: readonly string[], directory: string): string {
  const above = tops.filter((top) => directory.startsWith(top));
  return above.reduce((outermost, top) => (top.length < outermost.length ? top : outermost), directory);
}

/** git's order: from the outermost directory to the file; what is below an ignored directory cannot come back (gitignore(5)). */
function isIgnored(file: string, root: string, rules: Map<string, Ignore | undefined>): boolean {
  let end = root.length;
  while (end < file.length) {
    const slash = file.indexOf('/', end);
    end = slash === -1 ? file.length : slash + 1;
    if (verdict(file.slice(0, end), root, rules)) return true;
  }
  return false;
}

/** The nearest `.gitignore` that says something about a path decides; a directory ends with `/`. */
function verdict(path: string, root: string, rules: Map<string, Ignore | undefined>): boolean {
  for (let directory = parent(path); directory.length >= root.length; directory = parent(directory)) {
    const said = rulesOf(directory, rules)?.test(path.slice(directory.length));
    if (said?.ignored === true) return true;
    if (said?.unignored === true) return false;
    if (directory === '/') break;
  }
  return false;
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
}

function rulesOf(directory: string, rules: Map<string, Ignore | undefined>): Ignore | undefined {
  if (!rules.has(directory)) rules.set(directory, readRules(`${directory}.gitignore`));
  return rules.get(directory);
}

function readRules(path: string): Ignore | undefined {
  try {
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    return ignore({ allowRelativePaths: true, ignorecase: onWindows }).add(text.split(/\r?\n/).filter(isCheap));
  } catch {
    return undefined; // none, or none that git could read
  }
}

/** A line with many `*` in a row of names would backtrack for ever on a long name; its files count as not ignored. */
function isCheap(line: string): boolean {
  return line.split('/').every((name) => (name.match(/[*?]+/g)?.length ?? 0) <= 4) && line.split('**').length <= 5;
}

function gitRoot(directory: string, roots: Map<string, string | undefined>): string | undefined {
  if (roots.has(directory)) return roots.get(directory);
  const above = parent(directory);
  const root = isRoot(directory) ? directory : above === directory || above === '' ? undefined : gitRoot(above, roots);
  roots.set(directory, root);
  return root;
}

/** A repository has a directory `.git`, a worktree or a submodule a file. */
function isRoot(directory: string): boolean {
  try {
    statSync(`${directory}.git`);
    return true;
  } catch {
    return false;
  }
}
