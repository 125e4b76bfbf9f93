import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { run } from '../../src/cli/run.ts';
import { split, treeOf } from './tree.ts';

/** How often a run writes to standard output, if the reader has closed it from the start (or never). */
async function writes(args: readonly string[], cwd: string, stdin: string, isOpen: boolean): Promise<number> {
  let count = 0;
  const host: Host = {
    cwd,
    env: {},
    isTerminal: () => stdin === '',
    read: () => Buffer.from(stdin),
    write(fd) {
      if (fd === 1) count += 1;
      return fd === 2 || isOpen;
    },
  };
  await run(args, host);
  return count;
}

const items = `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- ${split.trimEnd().replaceAll('\n', '\n  ')}\n`;

describe('an output that the reader has closed gets one chunk, where it would get several', () => {
  test.each<[string, readonly string[], string]>([
    ['of the filter', ['-n', 'a'], `${split}---\n${split.replaceAll('web', 'b')}`],
    ['of a function', ['-n', 'a'], items],
    ['of files', ['-n', 'a', 's.yaml'], ''],
  ])('%s', async (_, args, stdin) => {
    const withBackends = (text: string): string =>
      text.replace(/service: (\w+)\}/g, 'service: $1, backends: [{service: v1, weight: 1}]}');
    const cwd = treeOf({ 's.yaml': withBackends(`${split}---\n${split.replaceAll('web', 'b')}`) });
    expect(await writes(args, cwd, withBackends(stdin), true)).toBeGreaterThan(1);
    expect(await writes(args, cwd, withBackends(stdin), false)).toBe(1);
  });
});
