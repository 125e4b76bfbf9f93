import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyCheckout, gitEnv } from './copy.ts';
import { checkout, run, scratch, succeed } from './run.ts';
import { tool } from './tools.ts';

const buildah = tool('buildah', '--version');
const strip = tool('llvm-strip', '--version');
const actionlint = tool('actionlint', '--version') ?? '';
const zizmor = tool('zizmor', '--version') ?? '';
const folder = scratch();
const root = process.getuid?.() === 0;
const able =
  buildah !== undefined && strip !== undefined && root && process.platform === 'linux' && process.arch === 'x64';
if (!able) console.warn('SKIPPED: the dry run of a release needs Linux x64, root, buildah and llvm-strip');

test.skipIf(!able)('a dry run builds and checks every artefact', () => {
  const clone = copyCheckout(join(folder, 'clone'));
  const env = gitEnv(folder);
  for (const words of [
    ['init', '-q'],
    ['add', '-A', '--force'],
    ['commit', '-qm', 'release'],
  ])
    succeed('git', words, { cwd: clone, env });
  // A copy: npm sbom does not follow a link.
  succeed('cp', ['-a', join(checkout, 'node_modules'), clone]);
  const out = join(folder, 'release');
  const printed = succeed(process.execPath, ['scripts/release.js', '--dry-run', '--out', out], { cwd: clone, env });
  console.info(printed);
  const steps = ['checkout', 'notes', 'npm package', 'bill of materials', 'executables', 'image', 'checksums'];
  expect([...printed.matchAll(/^checked: ([a-z ]*[a-z])/gm)].map(([, name]) => name)).toEqual(steps);
  const { version } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string };
  const made = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win-x64.exe'];
  const texts = ['SHA256SUMS', 'THIRD-PARTY-NOTICES', 'notes.md', 'sbom.cdx.json'];
  expect(readdirSync(out).sort()).toEqual(
    [
      ...texts,
      'smi2linkerd-image.tar',
      `smi2linkerd-${version}.tgz`,
      ...made.map((one) => `smi2linkerd-${one}`),
    ].sort(),
  );
});

test('a release with different versions in different files is refused', () => {
  const clone = copyCheckout(join(folder, 'other'));
  const env = gitEnv(folder);
  for (const words of [
    ['init', '-q'],
    ['add', '-A', '--force'],
    ['commit', '-qm', 'release'],
  ])
    succeed('git', words, { cwd: clone, env });
  succeed('ln', ['-s', join(checkout, 'node_modules'), join(clone, 'node_modules')]);
  succeed('sed', ['-i', 's/^ARG VERSION=.*/ARG VERSION=0.0.1/', 'Dockerfile'], { cwd: clone });
  const check = run(process.execPath, ['scripts/version-check.js'], { cwd: clone, env });
  expect(check.status).toBe(1);
  expect(check.stderr).toMatch(/^Dockerfile:\d+: 0\.0\.1 instead of /);
  const ran = run(process.execPath, ['scripts/release.js', '--dry-run', '--out', join(folder, 'none')], {
    cwd: clone,
    env,
  });
  expect(ran.status).toBe(1);
  expect(ran.stderr).toContain('not released: Dockerfile:');
  succeed(process.execPath, ['scripts/version-check.js', '--write'], { cwd: clone, env });
  expect(succeed('git', ['diff', '--stat'], { cwd: clone, env })).toBe('');
  expect(existsSync(join(clone, 'release'))).toBe(false);
});

test('the new version is written wherever it is named, and what is built and written by hand comes next', () => {
  const clone = copyCheckout(join(folder, 'next'));
  const env = gitEnv(folder);
  for (const words of [
    ['init', '-q'],
    ['add', '-A', '--force'],
  ])
    succeed('git', words, { cwd: clone, env });
  succeed('sed', ['-i', 's/^  "version": .*/  "version": "98.76.54",/', 'package.json', 'package-lock.json'], {
    cwd: clone,
  });
  succeed('sed', ['-i', '9s/"version": .*/"version": "98.76.54",/', 'package-lock.json'], { cwd: clone });
  succeed(process.execPath, ['scripts/version-check.js', '--write'], { cwd: clone, env });
  const next = '98.76.54';
  expect(readFileSync(join(clone, 'gitlab/smi2linkerd.gitlab-ci.yml'), 'utf8')).toContain(`default: ${next}\n`);
  expect(readFileSync(join(clone, 'docs/install.md'), 'utf8')).toContain(`@refs/tags/v${next}\n`);
  const check = run(process.execPath, ['scripts/version-check.js'], { cwd: clone, env });
  expect(check.status).toBe(1);
  const old = check.stderr.split('\n').filter((line) => line.includes(` instead of ${next}`));
  expect(old.filter((line) => !/^(?:dist\/|man\/|CHANGELOG\.md:)/.test(line))).toEqual([]);
  expect(old.length).toBeGreaterThan(5);
});

test.skipIf(actionlint === '')('actionlint finds nothing in the workflows', () => {
  expect(run(actionlint, [], { cwd: checkout })).toMatchObject({ status: 0, stdout: '' });
});

test.skipIf(zizmor === '')('zizmor finds nothing in the workflows', () => {
  const { status, stdout, stderr } = run(zizmor, ['--offline', '.github', 'action.yml'], { cwd: checkout });
  expect([status, stdout], stderr).toEqual([0, expect.stringContaining('No findings')]);
});

test('actions are pinned by commit, with their version in a comment', () => {
  const files = readdirSync(join(checkout, '.github/workflows')).map((name) =>
    join(checkout, '.github/workflows', name),
  );
  const used = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^ *-? ?uses: (.*)$/gm)].map(([, words]) => words ?? ''),
  );
  const foreign = used.filter((words) => !words.startsWith('./'));
  expect(foreign.length).toBeGreaterThan(10);
  expect(foreign.filter((words) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(words))).toEqual([]);
});
