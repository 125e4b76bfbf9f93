import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyCheckout, gitEnv } from './copy.ts';
import type { Ran } from './run.ts';
import { profile, put, run, scratch, split, succeed } from './run.ts';
import { tool } from './tools.ts';

const folder = scratch();
const hooks = join(folder, 'hooks');
const gitOnly = gitEnv(folder);

beforeAll(() => {
  copyCheckout(hooks);
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'release'],
    ['tag', 'v0'],
  ])
    succeed('git', words, { cwd: hooks, env: gitOnly });
});

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  namespace: shop\n';

/** Debian's pre-commit is years older than PyPI's, and installs hooks in another way. */
describe.for(['pre-commit', 'pre-commit-pypi'])('%s', (name) => {
  const program = tool(name, '--version') ?? '';
  const env = { ...gitOnly, PRE_COMMIT_HOME: join(folder, `home-${name}`), PRE_COMMIT_COLOR: 'never' };

  function git(cwd: string, ...words: readonly string[]): Ran {
    const { status, stdout, stderr } = run('git', words, { cwd, env });
    return { status, stdout: stdout + stderr, stderr };
  }

  function repository(called: string, files: Readonly<Record<string, string>>): string {
    const cwd = put(join(folder, `${name}-${called}`), files);
    succeed('git', ['init', '-q'], { cwd, env });
    succeed('git', ['add', '-A'], { cwd, env });
    return cwd;
  }

  /** A repository whose commits are checked by the hook, from the tag of the hook repository. */
  function hooked(called: string, id: string, args: string, files: Readonly<Record<string, string>>): string {
    const config = `repos:\n- repo: ${hooks}\n  rev: v0\n  hooks:\n  - id: ${id}\n    args: ${args}\n`;
    const cwd = repository(called, { '.pre-commit-config.yaml': config, ...files });
    succeed(program, ['install'], { cwd, env });
    return cwd;
  }

  test.skipIf(program === '')('try-repo names the files that hold a split without its profile', () => {
    const done = `${split}---\n${profile}`.replaceAll('web', 'api');
    const cwd = repository('try', { 'k8s/split.yaml': split, 'k8s/done.yaml': done });
    const ran = run(program, ['try-repo', hooks, 'smi2linkerd-check', '--all-files'], { cwd, env });
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/ServiceProfile\.+Failed\n[^]*exit code: 1\n\nk8s\/split\.yaml\n/);
    expect(ran.stdout).not.toContain('done.yaml');
    expect(ran.stdout).not.toContain('files were modified');
  });

  test.skipIf(program === '')('a commit fails and is fixed, and the second one passes', () => {
    const cwd = hooked('write', 'smi2linkerd', '[--drop]', { 'k8s/split.yaml': split });
    const first = git(cwd, 'commit', '-m', 'first');
    expect(first.status).toBe(1);
    expect(first.stdout).toMatch(/TrafficSplits to ServiceProfiles\.+Failed\n[^]*files were modified by this hook/);
    const made = readFileSync(join(cwd, 'k8s/split.yaml'), 'utf8');
    expect(made).toContain('kind: ServiceProfile');
    expect(made).not.toContain('TrafficSplit');
    git(cwd, 'add', '-A');
    expect(git(cwd, 'commit', '-m', 'second')).toMatchObject({ status: 0 });
    expect(git(cwd, 'show', 'HEAD:k8s/split.yaml').stdout).toBe(made);
  });

  test.skipIf(program === '')('a split that has no profile fails each commit, with place and reason', () => {
    const cwd = hooked('error', 'smi2linkerd', '[]', { 'split.yaml': split.replace('90', '-90') });
    const words = /split\.yaml:10:13: error invalid-weight: [^]*fix: /;
    for (const message of ['first', 'again']) {
      const { status, stdout } = git(cwd, 'commit', '-m', message);
      expect(status).toBe(1);
      expect(stdout).toMatch(words);
    }
  });

  test.skipIf(program === '')('a repository without splits is left in peace', () => {
    const cwd = hooked('none', 'smi2linkerd', '[]', { 'k8s/service.yaml': service });
    expect(git(cwd, 'commit', '-m', 'yaml').stdout).toMatch(/ServiceProfiles\.+Passed/);
    put(cwd, { 'README.md': '# shop\n' });
    git(cwd, 'add', '-A');
    expect(git(cwd, 'commit', '-m', 'text').stdout).toMatch(/\(no files to check\)\s*Skipped/);
    expect(git(cwd, 'status', '--porcelain').stdout).toBe('');
  });
});
