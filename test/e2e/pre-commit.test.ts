import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { copyCheckout, gitEnv } from './copy.ts';
import { buildImage, canBuild, canRun, containersEnv, image } from './image.ts';
import type { Ran } from './run.ts';
import { profile, put, run, scratch, split, succeed } from './run.ts';
import { tool } from './tools.ts';

const folder = scratch();
const hooks = join(folder, 'hooks');
const gitOnly = gitEnv(folder);

beforeAll(() => {
  // Each home of pre-commit clones it: without the thousands of small files that no hook reads.
  copyCheckout(hooks, ['fixtures']);
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'release'],
    ['tag', 'v0'],
  ])
    succeed('git', words, { cwd: hooks, env: gitOnly });
});

const strace = tool('strace', '--version') ?? '';
const buildah = tool('buildah', '--version') ?? '';
const podman = tool('podman', '--version') ?? '';
const node24 = tool('node24', '--version') ?? '';

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

  test.skipIf(program === '' || strace === '')('installs nothing and asks no other machine for anything', () => {
    const cwd = hooked('traced', 'smi2linkerd-check', '[]', { 'k8s/split.yaml': split });
    const log = join(folder, `${name}.strace`);
    const traced = { ...env, PRE_COMMIT_HOME: join(folder, `home-traced-${name}`) };
    const words = ['-f', '-qq', '-s', '400', '-e', 'trace=connect,execve', '-o', log, program, 'run', '--all-files'];
    const ran = run(strace, words, { cwd, env: traced });
    expect(ran.stdout).toMatch(/exit code: 1\n\nk8s\/split\.yaml\n/);
    const calls = readFileSync(log, 'utf8').split('\n');
    const started = calls.flatMap((line) => /execve\("[^"]*?([^/"]+)".* = 0$/.exec(line)?.[1] ?? []);
    // pre-commit reads the first line of a script itself, and starts node.
    expect(
      calls.filter((line) => /execve\("[^"]*\/node", \["[^"]*", "[^"]*dist\/smi2linkerd\.cjs", "--check"/.test(line)),
    ).not.toEqual([]);
    expect(started.filter((one) => /^(?:npm|npx|yarn|pnpm|pip.*|curl|wget|nodeenv)$/.test(one))).toEqual([]);
    expect(calls.filter((line) => /connect\(.*AF_INET/.test(line))).toEqual([]);
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

/** The hooks for machines without Node: pre-commit starts `docker`, which is podman here. */
describe.skipIf(!canBuild(buildah, podman, node24))('the hooks that are containers', () => {
  const inContainers = containersEnv(folder);
  const bin = join(folder, 'docker-bin');
  let runs = false;

  beforeAll(() => {
    chmodSync(folder, 0o755);
    buildImage(buildah, podman, node24, folder, inContainers);
    runs = canRun(podman, folder, inContainers);
    const [entry = ''] = /ghcr\.io\/\S+/.exec(readFileSync(join(hooks, '.pre-commit-hooks.yaml'), 'utf8')) ?? [];
    succeed(podman, ['tag', image, entry], { env: inContainers });
    // What pre-commit asks of `docker`, without pulling: the image of the release is not there yet.
    put(bin, {
      docker: `#!/bin/sh\nif [ "$1" = run ]; then shift; set -- run --network none "$@"; fi\nexec ${podman} "$@"\n`,
    });
    chmodSync(join(bin, 'docker'), 0o755);
  });

  test.for(['pre-commit', 'pre-commit-pypi'])('write and check with %s', (name, { skip }) => {
    const program = tool(name, '--version') ?? skip();
    if (!runs) skip();
    const env = {
      ...gitOnly,
      ...inContainers,
      PRE_COMMIT_HOME: join(folder, `home-container-${name}`),
      PRE_COMMIT_COLOR: 'never',
      PATH: `${bin}:${process.env.PATH ?? ''}`,
    };
    const cwd = put(join(folder, `container-${name}`), { 'k8s/split.yaml': split });
    succeed('git', ['init', '-q'], { cwd, env });
    succeed('git', ['add', '-A'], { cwd, env });
    const check = ['try-repo', hooks, 'smi2linkerd-check-container', '--all-files'];
    expect(run(program, check, { cwd, env }).stdout).toMatch(/exit code: 1\n\nk8s\/split\.yaml\n/);
    const write = run(program, ['try-repo', hooks, 'smi2linkerd-container', '--all-files'], { cwd, env });
    expect(write.stdout).toContain('files were modified by this hook');
    expect(readFileSync(join(cwd, 'k8s/split.yaml'), 'utf8')).toBe(`${split}---\n${profile}`);
    succeed('git', ['add', '-A'], { cwd, env });
    expect(run(program, check, { cwd, env })).toMatchObject({ status: 0 });
  });
});
