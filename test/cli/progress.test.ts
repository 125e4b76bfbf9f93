import { afterEach, expect, test, vi } from 'vitest';
import { runWith } from '../host.ts';
import { treeOf } from './tree.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const files = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`d${at}/a.yaml`, 'kind: x\n']));

/** A clock on which each look takes 300 ms. */
function slowClock(): void {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 300));
}

test('a long search shows its progress on a terminal and removes it at the end', async () => {
  slowClock();
  const { stderr } = await runWith(['--check', '.'], { cwd: treeOf(files), terminal: true });
  const parts = stderr.split('\r');
  expect(parts.filter((part) => /^\d+ files searched$/.test(part)).length).toBeGreaterThan(2);
  expect(parts.at(-1)?.startsWith('\u001b[K')).toBe(true);
});

test('no progress is shown in a pipe, in CI, or within the first second', async () => {
  const cwd = treeOf(files);
  const quick = await runWith(['--check', '.'], { cwd, terminal: true });
  slowClock();
  const piped = await runWith(['--check', '.'], { cwd });
  const ci = await runWith(['--check', '.'], { cwd, terminal: true, env: { CI: 'true' } });
  for (const { stderr } of [quick, piped, ci]) expect(stderr).not.toContain('searched');
});
