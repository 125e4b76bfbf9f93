import { memoisedFor } from '../collections.ts';
import type { Build } from '../kustomize/builds.ts';
import type { Kustomize } from '../kustomize/kustomize.ts';
import type { Unit } from '../run.ts';

/** Whether no kustomization of the call lists a file, although some list that of a split: then nothing deploys it. */
export function isLeftOut({ kustomize }: Unit, split: string, path: string): boolean {
  const usersOf = (file: string): number => kustomize?.users(file).length ?? 0;
  return usersOf(split) > 0 && usersOf(path) === 0;
}

/** Whether a file goes through several outermost builds, so that what is true in one may be wrong in another. */
export function isOfSeveralBuilds({ kustomize }: Unit, path: string): boolean {
  return (kustomize?.builds(path) ?? []).length > 1;
}

/** What a file goes through, whose users these are, as texts that can be compared. */
const userKeys = memoisedFor(
  (users: ReturnType<Kustomize['users']>): ReadonlySet<string> =>
    new Set(users.map(({ path, deployer }) => keyOf(path, deployer?.name))),
);

/** One file may have several deployers. */
function keyOf(path: string, deployer = ''): string {
  return `${path}\0${deployer}`;
}

/** The key of what is outermost in a build: a kustomization, or a deployer of a directory without one. */
function buildKey({ path, directory, deployer }: Build): string {
  return keyOf(path, directory === '' ? deployer?.name : '');
}

/** Whether each outermost build that the file of a split goes through has one of these files, too. */
export function isInAllBuilds({ kustomize }: Unit, split: string, paths: readonly string[]): boolean {
  if (kustomize === undefined) return true;
  const users = paths.map((path) => userKeys(kustomize.users(path)));
  if (kustomize.builds(split).length === 1 && paths.some((path) => kustomize.bundled(split, path))) return true;
  return kustomize.builds(split).every((build) => users.some((one) => one.has(buildKey(build))));
}

/** Whether files of other units are those of some builds of a split, and not of all. */
export function isOfSomeBuilds(unit: Unit, split: string, paths: readonly string[]): boolean {
  return paths.every((path) => unit.inUnit?.(path) === false) && !isInAllBuilds(unit, split, paths);
}

/** The path of an outermost build that has one of these files, and not that of a split; undefined if there is none. */
export function buildWithout({ kustomize }: Unit, split: string, paths: readonly string[]): string | undefined {
  if (kustomize === undefined) return undefined;
  const users = userKeys(kustomize.users(split));
  for (const path of paths) {
    const own = kustomize.builds(path);
    if (own.length === 1 && kustomize.bundled(path, split)) continue;
    const other = own.find((build) => !users.has(buildKey(build)));
    if (other !== undefined) return other.path;
  }
  return undefined;
}
