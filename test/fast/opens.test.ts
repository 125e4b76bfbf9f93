import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { shapes } from '../../bench/shapes.js';

const root = join(import.meta.dirname, '../..');
const top = mkdtempSync(join(tmpdir(), 'smi2linkerd-opens-'));
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});

/** How many files a call opens, those of the program included. */
function opens(args: readonly string[], cwd: string): number {
  const said = join(top, 'probe.json');
  const probe = ['--require', join(root, 'bench/probe.cjs'), join(root, 'dist/smi2linkerd.cjs')];
  const { status, stderr } = spawnSync(process.execPath, [...probe, ...args], {
    cwd,
    env: { ...process.env, PROBE: said },
  });
  expect(status, stderr.toString()).toBe(1);
  return (JSON.parse(readFileSync(said, 'utf8')) as { opens: number }).opens;
}

/** What the program opens of itself, and the marks of a repository. */
const own = 20;

describe.each([
  ['splits in as many files', 2, 0],
  ['splits in as many files, no namespace', 3, 0],
  ['splits in as many kustomizations', 6, 0],
  ['overlays of one base with a split each', 6, 0],
  ['splits under one kustomization', 2, 0],
  ['one profile name in many directories', 4, 1], // and a .gitignore in each directory
] as const)('%s', (name, files, others) => {
  test('are opened a fixed number of times each, however many there are', () => {
    const folder = join(top, name);
    const { tree, args } = shapes[name](100) as { tree: readonly [string, string][]; args: readonly string[] };
    for (const [path, text] of tree) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    expect(opens(args, folder)).toBeLessThanOrEqual(100 * (files + others) + own);
  });
});
