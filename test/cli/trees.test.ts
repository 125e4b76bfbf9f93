import { execFileSync } from 'node:child_process';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';
import { disagreements, git, inCopy, migrations } from './modes.ts';
import { trees } from './trees.ts';

if (trees.length === 0)
  console.warn('SKIPPED: SMI2LINKERD_CORPUS names no corpus, so no real tree is converted in place');

/** The namespace that a tree needs where its manifests name none. */
const options = ['-n', 'default'];

describe.skipIf(trees.length === 0)('real trees', () => {
  test.each(trees)('%s: all modes have the same result, and writing again changes nothing', async (folder) => {
    for (const more of [[], ['--drop'], ['--skip-annotation']]) {
      expect(await disagreements(folder, [...options, ...more])).toEqual([]);
    }
  });

  test.each(trees)('%s: a migration in two steps gives the same files as in one', async (folder) => {
    expect(await migrations(folder, options)).toEqual([]);
  });

  test.skipIf(!git)('git diff shows the same changes', async () => {
    const stats: string[] = [];
    for (const folder of trees) {
      await inCopy(folder, async (cwd) => {
        const run = (...words: string[]): string =>
          execFileSync(
            'git',
            ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'core.autocrlf=false', ...words],
            { cwd, encoding: 'utf8' },
          );
        run('init', '-q');
        run('add', '-A', '-f');
        run('commit', '-q', '-m', 'before');
        const { code, stderr } = await runWith(['-w', ...options, '.'], { cwd });
        const shown = run('diff', '--shortstat').trim();
        const last = stderr.trimEnd().split('\n').at(-1) ?? '';
        stats.push(`${basename(folder).padEnd(26)} exit ${code}  ${shown || 'no change'}  [${last}]`);
        expect(
          run('diff', '--numstat')
            .split('\n')
            .filter((line) => /^\d+\t[1-9]/.test(line)).length,
        ).toBeLessThan(10);
      });
    }
    console.info(stats.join('\n'));
  });
});
