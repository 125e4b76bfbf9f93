import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tree } from '../fixtures.ts';
import { copyCheckout, gitEnv } from './copy.ts';
import { scratch, succeed } from './run.ts';

const folder = scratch();
const env = gitEnv(folder);

test('a checkout with core.autocrlf=true has the same bytes', () => {
  const source = copyCheckout(join(folder, 'source'));
  for (const words of [
    ['init', '-q'],
    ['add', '-A', '--force'],
    ['commit', '-qm', 'all'],
  ])
    succeed('git', words, { cwd: source, env });
  const clone = join(folder, 'clone');
  succeed('git', ['clone', '-q', '--config', 'core.autocrlf=true', source, clone], { cwd: folder, env });
  const [before, after] = [source, clone].map(
    (at) => new Map([...tree(at)].filter(([path]) => !path.startsWith('.git/'))),
  );
  expect([...(after?.keys() ?? [])]).toEqual([...(before?.keys() ?? [])]);
  expect([...(before ?? [])].filter(([path, bytes]) => !after?.get(path)?.equals(bytes)).map(([path]) => path)).toEqual(
    [],
  );
  expect(before?.size).toBeGreaterThan(1000);
});
