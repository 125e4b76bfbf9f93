import { afterEach, expect, test } from 'vitest';
import { runWith } from '../host.ts';
import { treeOf } from './tree.ts';

const realNow = performance.now.bind(performance);
afterEach(() => {
  performance.now = realNow;
});

const files = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`d${at}/a.yaml`, 'kind: x\n']));

/** A clock on which each look takes 300 ms. */
function slowClock(): void {
  let now = 0;
  performance.now = () => (now += 300);
}

test('a long search shows its progress on a terminal and removes it at the end', async () => {
  slowClock();
  const { stderr } = await runWith(['--check', '.'], { cwd: treeOf(files), terminal: true });
  // A line is shown after a second, and then every 200 ms.
  const [start, ...parts] = stderr.split('\r');
  expect(start).toBe('');
  expect(parts.slice(0, -1).every((part) => /^\d+ files searched$/.test(part))).toBe(true);
  expect(parts.length).toBeGreaterThan(3);
  expect(parts.at(-1)).toBe('\u001b[Kno TrafficSplit in 20 files\n');
});

test('no progress is shown in a pipe, in CI, or within the first second', async () => {
  const cwd = treeOf(files);
  const quick = await runWith(['--check', '.'], { cwd, terminal: true });
  slowClock();
  const piped = await runWith(['--check', '.'], { cwd });
  const ci = await runWith(['--check', '.'], { cwd, terminal: true, env: { CI: 'true' } });
  for (const { stderr } of [quick, piped, ci]) expect(stderr).not.toContain('searched');
});
