import { addTo, groupByEach, memoised, memoisedFor } from '../../collections.ts';
import type { Actor } from '../../kustomize/actor.ts';
import type { Kustomize } from '../../kustomize/kustomize.ts';
import type { CallSearch } from './call-search.ts';
import { compareByPath, type FileSource } from './search.ts';

type Files = readonly FileSource[];

/** The files of a unit that hold TrafficSplits. */
interface FilesOfUnit {
  readonly home: string;
  readonly paths: readonly string[];
}

/** Files that a user lists or deploys: those that others do, too, and those that it alone does. */
type Group = readonly [shared: Files, alone: Files];

/**
 * Returns a function that finds the files of a call that mention one of these names and that are deployed together with
 * files of a unit, unless they are all in that unit: as two lists, of which units that are deployed together, and overlays
 * of one base, get the same first array.
 */
export function joinedFiles(
  kustomize: Kustomize,
  found: CallSearch,
): (names: ReadonlySet<string>, unit: FilesOfUnit) => readonly Files[] {
  const sameArray = arrays();
  const groupsOf = memoised((name: string) => {
    const filesOf = filesByUser(found.holding(new Set([name])), kustomize);
    const groupOf = memoisedFor((files: Files): Group => {
      const isShared = ({ path }: FileSource): boolean => kustomize.users(path).length > 1;
      return [sameArray(files.filter(isShared)), files.filter((one) => !isShared(one))];
    });
    return (users: readonly Actor[]) => filesOf(users).map(groupOf);
  });
  const joined = [lastJoined(), lastJoined()];
  const usersOf = memoisedFor((paths: readonly string[]) => {
    // Files of one kustomization share the array of their users, which may be thousands.
    const lists = new Set(paths.map((path) => kustomize.users(path)));
    return [...new Set([...lists].flat())];
  });
  return (names, { home, paths }) => {
    const users = usersOf(paths);
    const groups = [...names].map(groupsOf).flatMap((groupsOfUsers) => groupsOfUsers(users));
    return joined.map((join, part) => {
      const files = new Set(groups.flatMap((group) => group.slice(part, part + 1)));
      return join([...files].filter((group) => group.length > 0 && homeOf(group) !== home));
    });
  };
}

/** Returns a function that joins groups of files: the same array for groups that are those of the last call. */
function lastJoined(): (groups: readonly Files[]) => Files {
  let last: { readonly groups: readonly Files[]; readonly files: Files } = { groups: [], files: [] };
  return (groups) => {
    if (groups.length !== last.groups.length || groups.some((group, index) => group !== last.groups[index]))
      last = { groups, files: joinedTo(groups) };
    return last.files;
  };
}

/** Returns a function that returns the first of the arrays that have the same files in the same order. */
function arrays(): (files: Files) => Files {
  const known = new Map<string, Files[]>();
  return (files) => {
    const key = `${files.length} ${files[0]?.path} ${files.at(-1)?.path}`;
    const same = known.get(key)?.find((other) => files.every((file, index) => file === other[index]));
    if (same === undefined) addTo(known, key, files);
    return same ?? files;
  };
}

/**
 * Returns a function that finds those of some files that each of some users lists or deploys; the result for a user is always
 * the same array. A base may have thousands of users, so that few files are not grouped by all of theirs; and a unit may, too,
 * where the call names files of as many directories, so that users without any of the files are passed over.
 */
function filesByUser(files: Files, kustomize: Kustomize): (users: readonly Actor[]) => readonly Files[] {
  if (files.length > fewFiles) {
    const byUser = groupByEach(files, ({ path }) => kustomize.users(path));
    const own = [[...byUser.keys()]];
    return (users) => mayHave(users, own).map((user) => byUser.get(user) ?? noFiles);
  }
  const own = [...new Set(files.map(({ path }) => kustomize.users(path)))];
  const filesOf = memoisedFor((user: Actor) => files.filter(({ path }) => setOf(kustomize.users(path)).has(user)));
  return (users) => mayHave(users, own).map(filesOf);
}

/** All of these users; or, where the lists of those that have files are shorter, those of them that are in one. */
function mayHave(users: readonly Actor[], lists: readonly (readonly Actor[])[]): readonly Actor[] {
  const length = lists.reduce((sum, list) => sum + list.length, 0);
  return users.length <= length ? users : [...new Set(lists.flat())].filter((user) => setOf(users).has(user));
}

const fewFiles = 8;
const noFiles: Files = [];

/** The directory of the unit of these files; undefined if they belong to several. */
const homeOf = memoisedFor(([first, ...others]: Files) =>
  others.every(({ folder }) => folder.home === first?.folder.home) ? first?.folder.home : undefined,
);

/** Files in the order of their paths, each once; one of the groups itself if it holds all others. */
function joinedTo(groups: readonly Files[]): Files {
  const largest = groups.reduce((most, group) => (group.length > most.length ? group : most), []);
  const more = new Set(without(groups.flat(), [largest]));
  return more.size === 0 ? largest : [...more, ...largest].sort(compareByPath);
}

/** Those of some files that are in none of some lists. */
export function without(files: Files, lists: readonly Files[]): Files {
  const known = lists.map(setOf);
  return files.filter((source) => !known.some((list) => list.has(source)));
}

const setOf = memoisedFor((group: readonly unknown[]): ReadonlySet<unknown> => new Set(group));
