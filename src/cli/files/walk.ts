import type { Dirent } from 'node:fs';
import { kustomizationNames } from '../../kustomize/files.ts';
import { limitNewSpace } from '../v8-flags.ts';
import { hasKnownName, isInTemplates, isManifestName, isPartialName, isTemporary } from './file-names.ts';
import { kustomizationsAround } from './kustomizations-around.ts';
import { fileOfLink, isFile, unfollowed, type Checkout } from './links.ts';
import {
  isSkipped,
  belowStart,
  directoryEntries,
  startsOf,
  type Patterns,
  type PathProblem,
  type Start,
} from './paths.ts';
import { named, type Folder, type Tree } from './tree.ts';

/** The message for patterns that match no file. */
export const noMatch = 'no file matches the pattern';

/**
 * Finds the files under the paths of a call, relative to `cwd`: files, directories with everything below them, glob
 * patterns (only with their library). Never throws because of the paths. A symbolic link that the call names is
 * followed; below a directory only links to files are, and only with a checkout, which is given when printing: what is
 * not printed would be pruned.
 */
export function walk(cwd: string, paths: readonly string[], patterns?: Patterns, checkout?: Checkout): Tree {
  const problems: PathProblem[] = [];
  const starts = startsOf(cwd, paths, patterns, problems);
  const roots = starts.filter(({ kind }) => kind !== 'file').map(({ actual }) => actual);
  const found: WalkResult = {
    folders: [],
    named: new Set(),
    roots,
    starts,
    leftovers: [],
    unread: [],
    problems,
    visited: new Set(),
    links: [],
    ...(checkout && { checkout }),
  };
  // Outer directories first, so that what is in two of them belongs to a unit of the outer one.
  for (const start of starts.filter((one) => one.kind === 'directory').sort(byActual)) descend(start, found);
  const files = starts.filter((one) => one.kind === 'file');
  for (const file of files) addNamed(file, found);
  const expanded = starts.filter((one) => one.kind === 'pattern');
  for (const pattern of expanded) descend(pattern, found);
  addLinks(found);
  // What is printed is deployed as it is.
  if (checkout === undefined) addKustomizationsAround(starts, cwd, found);
  if (found.folders.every((folder) => folder.names.length === 0)) {
    for (const { path } of expanded) problems.push({ path, message: noMatch });
  }
  return found;
}

interface WalkResult extends Tree {
  readonly folders: Folder[];
  readonly named: Set<string>;
  readonly leftovers: string[];
  readonly unread: Folder[];
  readonly problems: PathProblem[];
  /** Real directories that were walked completely, and real files, so that nothing is read twice. */
  readonly visited: Set<string>;
  /** Links to files, each as a folder of its own. */
  readonly links: Folder[];
  readonly checkout?: Checkout;
}

function byActual(one: Start, other: Start): number {
  return one.actual < other.actual ? -1 : 1;
}

function addNamed(start: Start, found: WalkResult): void {
  found.named.add(start.actual);
  const slash = start.actual.lastIndexOf('/') + 1;
  const name = start.actual.slice(slash);
  const known = found.visited.has(start.actual.slice(0, slash)) && hasKnownName(name);
  if (known || found.visited.has(start.actual)) return;
  found.visited.add(start.actual);
  const shown = start.shown.slice(0, start.shown.lastIndexOf('/') + 1);
  const names = [start.shown.slice(shown.length)];
  const actual = start.actual.slice(0, slash);
  const folder = { chart: names[0] === 'Chart.yaml', home: named, whole: false, target: start.actual };
  found.folders.push({ shown, actual, names, kustomizations: names.filter(isKustomization), ...folder });
}

function addKustomizationsAround(starts: readonly Start[], cwd: string, found: WalkResult): void {
  for (const around of kustomizationsAround(starts, cwd))
    if (!found.visited.has(around.actual))
      found.folders.push({ ...around, names: [], chart: false, home: named, whole: false });
}

interface WalkPlace {
  readonly shown: string;
  readonly actual: string;
  /** The nearest directory above with a marker. */
  readonly home: string | undefined;
  /** Whether it holds templates of a chart, whose partial templates are read: they are not printed. */
  readonly templates: boolean;
  readonly depth: number;
}

/** The entries of directories from which their memory matters. */
const manyEntries = 4096;

/** Walks a directory without recursion: a tree may be deeper than the stack. */
function descend(start: Start, found: WalkResult): void {
  const templates = found.checkout === undefined && isInTemplates(start.actual);
  const places: WalkPlace[] = [{ shown: start.shown, actual: start.actual, home: undefined, templates, depth: 0 }];
  let count = 0;
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    if (start.matched === undefined) {
      if (found.visited.has(place.actual)) continue;
      found.visited.add(place.actual);
    }
    const entries = directoryEntries(place, start, found.problems);
    if (count <= manyEntries && (count += entries.length) > manyEntries) limitNewSpace(true);
    const own = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    const links = linksIn(entries);
    // Kustomize reads a kustomization through a link, too; it is never written.
    const isRead = (name: string): boolean =>
      found.checkout !== undefined || (isKustomization(name) && isFile(place.actual + name));
    const files = [...own, ...links.filter(isRead)];
    const names = own.filter((name) => isSearched(start, place, name) && isNew(start, place, name, found));
    const folder = folderOf(start, place, files, names);
    for (const name of links) if (isSearched(start, place, name)) noteLink(folder, name, found);
    addLeftovers(place, files, found);
    if (folder.names.length > 0 || folder.kustomizations.length > 0 || folder.chart) found.folders.push(folder);
    if (place.templates) for (const name of names) if (isPartialName(name)) found.visited.add(place.actual + name);
    const home = isMarked(files) ? place.actual : place.home;
    const hasTemplates = found.checkout === undefined && folder.chart;
    if (place.depth < start.depth) addBelow(places, { ...place, home }, entries, hasTemplates);
  }
}

function isSearched(start: Start, place: WalkPlace, name: string): boolean {
  if (start.matched === undefined) return isManifestName(name) || (place.templates && isPartialName(name));
  return start.matched.has(belowStart(place, start) + name);
}

/** Whether a file was not found before through another path of the call. */
function isNew(start: Start, place: WalkPlace, name: string, found: WalkResult): boolean {
  if (start.matched === undefined) return true;
  if (found.visited.has(place.actual) && isManifestName(name)) return false;
  const before = found.visited.size;
  return found.visited.add(place.actual + name).size > before;
}

function linksIn(entries: readonly Dirent[]): readonly string[] {
  return entries.filter((entry) => entry.isSymbolicLink()).map((entry) => entry.name);
}

function isKustomization(name: string): boolean {
  return kustomizationNames.has(name);
}

function noteLink(folder: Folder, name: string, found: WalkResult): void {
  if (!isManifestName(name)) return;
  const link = folder.actual + name;
  const target =
    found.checkout === undefined ? unfollowed(link) : fileOfLink(link, folder.shown + name, found.checkout);
  if (typeof target === 'string') found.links.push({ ...folder, names: [name], target });
  else if (target !== undefined) found.problems.push(target);
}

/** The linked files that were not found under their own path. */
function addLinks(found: WalkResult): void {
  for (const link of found.links) {
    const { target = '' } = link;
    const directory = target.slice(0, target.lastIndexOf('/') + 1);
    if (found.visited.has(target) || (found.visited.has(directory) && isManifestName(target))) continue;
    // Several links to a file are printed once; as facts, each is one of its directory.
    const once = found.checkout === undefined ? `${link.actual}${link.names.join('')}` : target;
    if (found.visited.has(once)) continue;
    found.visited.add(once);
    (found.checkout === undefined ? found.unread : found.folders).push(link);
  }
}

function folderOf(start: Start, place: WalkPlace, files: readonly string[], names: readonly string[]): Folder {
  const kustomizations = files.filter(isKustomization);
  const home = isMarked(files) ? place.actual : (place.home ?? place.actual);
  const chart = files.includes('Chart.yaml');
  const whole = start.matched === undefined;
  const others = whole && kustomizations.length > 0 && { others: files.filter((name) => !hasKnownName(name)) };
  return { shown: place.shown, actual: place.actual, names, kustomizations, ...others, chart, home, whole };
}

/** Whether a directory is deployed as a whole. */
function isMarked(files: readonly string[]): boolean {
  return files.some((name) => name === 'Chart.yaml' || name === 'Kptfile' || isKustomization(name));
}

function addLeftovers(place: WalkPlace, files: readonly string[], found: WalkResult): void {
  for (const name of files) {
    if (!isTemporary(name) || found.visited.has(place.actual + name)) continue;
    found.visited.add(place.actual + name);
    found.leftovers.push(place.shown + name);
  }
}

function addBelow(
  places: WalkPlace[],
  { shown, actual, home, templates, depth }: WalkPlace,
  entries: readonly Dirent[],
  hasTemplates: boolean,
): void {
  for (const entry of entries) {
    const name = entry.name;
    if (!entry.isDirectory() || isSkipped(name)) continue;
    places.push({
      ...{ shown: `${shown}${name}/`, actual: `${actual}${name}/`, home, depth: depth + 1 },
      templates: templates || (hasTemplates && name === 'templates'),
    });
  }
}
