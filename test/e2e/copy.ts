import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, put, succeed } from './run.ts';

/**
 * Git with a configuration of its own: no hooks, signatures or names of whoever runs the tests, and no `git gc` in the
 * background after a commit, which would move the objects while a clone links them.
 */
export function gitEnv(folder: string): Readonly<Record<string, string | undefined>> {
  put(folder, {
    gitconfig:
      '[user]\n\tname = test\n\temail = test@localhost\n[init]\n\tdefaultBranch = main\n[protocol "file"]\n\tallow = always\n[gc]\n\tauto = 0\n',
  });
  const none = { GIT_DIR: undefined, GIT_INDEX_FILE: undefined, GIT_WORK_TREE: undefined };
  return { ...none, GIT_CONFIG_GLOBAL: join(folder, 'gitconfig'), GIT_CONFIG_NOSYSTEM: '1' };
}

/** A copy of what a clone of the checkout would hold if all changes were committed, without its history and these folders. */
export function copyCheckout(to: string, without: readonly string[] = []): string {
  const listed = succeed('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: checkout,
  });
  const copied = listed.split('\0').filter((name) => !['', ...without].includes(name.split('/')[0] ?? ''));
  for (const path of copied) cpSync(join(checkout, path), join(to, path), { verbatimSymlinks: true });
  return to;
}
