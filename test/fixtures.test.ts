import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { accept, bytes, cases, runCase, tree } from './fixtures.ts';

const root = join(import.meta.dirname, '../fixtures');

describe('fixtures', () => {
  test.each(cases(root).map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const run = await runCase(one);
    if (process.env.UPDATE === '1') accept(one, run);
    const wanted = (name: string): string => bytes(join(one.folder, name))?.toString('latin1') ?? '';
    expect(run.stderr).toBe(bytes(join(one.folder, 'stderr'))?.toString() ?? '');
    expect(run.stdout.toString('latin1')).toBe(wanted('stdout'));
    expect(run.code).toBe(Number(wanted('exit')));
    const after = join(one.folder, existsSync(join(one.folder, 'after')) ? 'after' : 'before');
    expect(texts(run.after)).toEqual(texts(tree(after)));
  });
});

/** Bytes as latin1, so that a difference in any byte is seen and can be printed. */
function texts(files: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries([...files].map(([path, content]) => [path, content.toString('latin1')]));
}
