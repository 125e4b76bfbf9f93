import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../dist');
const folder = mkdtempSync(join(tmpdir(), 'smi2linkerd-part-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Outside of the checkout: a call reads the repository around its paths, and this one has thousands of manifests. */
const sample = join(folder, 'sample');
cpSync(join(import.meta.dirname, '../examples/trafficsplit-sample'), sample, { recursive: true });

/** Calls that together need every part of the bundle. */
const calls: readonly (readonly string[])[] = [
  ['--check', sample],
  ['--list', `${sample}/*.yaml`],
  ...['json', 'sarif', 'github', 'markdown', 'html', 'gitlab', 'junit'].map((form) => [
    '--diff',
    '--format',
    form,
    sample,
  ]),
  ['--explain', 'invalid-weight'],
  ['--check', '-n', 'shop', sample],
  ['--from', join(sample, 'report.json')],
  [sample],
  ['--target', 'httproute', '--port', '80', sample],
  ['--from', 'reports.json'],
  ['--namespace', 'shop', sample],
];

/** As in Argo CD: its parameters are a part of their own. */
const env = { ...process.env, ARGOCD_APP_PARAMETERS: '[{"name":"drop","string":"true"}]' };

const parts = readdirSync(dist).filter((name) => name.endsWith('.cjs') && name !== 'smi2linkerd.cjs');

test.each(parts)('without %s, a call that needs it exits with 2 and names the file', (part) => {
  const copy = join(folder, part);
  cpSync(dist, copy, { recursive: true });
  rmSync(join(copy, part));
  const runs = calls.map((words) =>
    spawnSync(process.execPath, [join(copy, 'smi2linkerd.cjs'), ...words], { encoding: 'utf8', env }),
  );
  const broken = runs.filter(({ stderr }) => stderr.includes(part));
  expect(broken.length).toBeGreaterThan(0);
  for (const { status, stdout, stderr } of broken) {
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `smi2linkerd: this installation is incomplete: ${join(copy, part)} is missing\n    fix: install smi2linkerd again, with all files of dist/ in one directory\n`,
    );
  }
  expect(runs.filter(({ status }) => status === 70)).toEqual([]);
});
