import { groupByEach, memoised, memoisedFor } from '../../collections.ts';
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

/**
 * Returns a function that finds the files of a call that mention one of these names and that are deployed together with
 * files of a unit, unless they are all in that unit. Units that are deployed together get the same array.
 */
export function joinedFiles(
  kustomize: Kustomize,
  found: CallSearch,
): (names: ReadonlySet<string>, unit: FilesOfUnit) => Files {
  const groupsOf = memoised((name: string) => filesByUser(found.holding(new Set([name])), kustomize));
  let last: { readonly groups: readonly Files[]; readonly files: Files } = { groups: [], files: [] };
  const usersOf = memoisedFor((paths: readonly string[]) => {
    // Files of one kustomization share the array of their users, which may be thousands.
    const lists = new Set(paths.map((path) => kustomize.users(path)));
    return [...new Set([...lists].flat())];
  });
  return (names, { home, paths }) => {
    const users = usersOf(paths);
    const groups = [...names]
      .map(groupsOf)
      .flatMap((groupsOfUsers) => groupsOfUsers(users))
      .filter((group) => group.length > 0 && homeOf(group) !== home);
    if (groups.length !== last.groups.length || groups.some((group, index) => group !== last.groups[index]))
      last = { groups, files: joinedTo(groups) };
    return last.files;
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
  return withAll(groups.flat(), largest);
}

/** These files in addition to a group, which is returned itself if it holds them. */
export function withAll(files: Files, group: Files): Files {
  const known = setOf(group);
  const more = new Set(files.filter((source) => !known.has(source)));
  return more.size === 0 ? group : [...more, ...group].sort(compareByPath);
}

const setOf = memoisedFor((group: readonly unknown[]): ReadonlySet<unknown> => new Set(group));
