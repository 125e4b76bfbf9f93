import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runWith } from '../host.ts';
import { split, treeOf } from './tree.ts';

test('--from with one report gives that report again, as it was made', async () => {
  const cwd = treeOf({ 's.yaml': split });
  const made = await runWith(['--check', '--format', 'json', '-n', 'a', '.'], { cwd });
  const json = made.stdout.length > 0 ? made.stdout.toString() : made.stderr;
  writeFileSync(join(cwd, 'r.json'), json);
  const again = await runWith(['--from', 'r.json', '--format', 'json'], { cwd });
  expect(again.stdout.toString()).toBe(json);
});
