import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Case } from '../fixtures.ts';
import { bytes, cases, tree } from '../fixtures.ts';
import { bundle } from './tools.ts';

const root = join(import.meta.dirname, '../../fixtures');

/** The fixtures once more, through the bundle that is committed, each in a process of its own. */
describe('the bundle', () => {
  test.each(cases(root).filter((one) => one.stdin !== undefined || one.args.length > 0))('$name', (one) => {
    const cwd = mkdtempSync(join(tmpdir(), 'smi2linkerd-'));
    try {
      if (existsSync(join(one.folder, 'before'))) {
        cpSync(join(one.folder, 'before'), cwd, { recursive: true, verbatimSymlinks: true });
      }
      const { status, stdout, stderr } = runBundle(one, cwd);
      expect(stderr.toString()).toBe(bytes(join(one.folder, 'stderr'))?.toString() ?? '');
      expect(stdout.equals(bytes(join(one.folder, 'stdout')) ?? Buffer.alloc(0))).toBe(true);
      expect(status).toBe(Number(bytes(join(one.folder, 'exit')) ?? '0'));
      const after = join(one.folder, existsSync(join(one.folder, 'after')) ? 'after' : 'before');
      expect([...tree(cwd)]).toEqual([...tree(after)]);
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });
});

function runBundle(one: Case, cwd: string): { status: number | null; stdout: Buffer; stderr: Buffer } {
  const env = { PATH: process.env.PATH ?? '', ...one.env };
  return spawnSync(process.execPath, [bundle, ...one.args], { cwd, env, input: one.stdin ?? '', maxBuffer: 1 << 28 });
}
