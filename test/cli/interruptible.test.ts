import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeUnlessInterrupted } from '../../src/cli/files/interruptible.ts';
import type { Plan, WriteResult } from '../../src/cli/files/write-files.ts';
import type { Host } from '../../src/cli/host.ts';
import { treeOf } from './tree.ts';

/** What writes files, and what it did with a signal. */
interface Interrupted {
  readonly result: WriteResult;
  /** Whether the signal had been seen when signals were released. */
  readonly seen: boolean | undefined;
  /** The files and their content. */
  readonly files: Readonly<Record<string, string>>;
}

/** Writes two files while a signal comes, which the event loop sees as it sees real ones: not at once. */
async function interrupted(plansOf: (plan: Plan, signal: () => void) => readonly Plan[]): Promise<Interrupted> {
  const folder = treeOf({ 'a.yaml': 'old', 'b.yaml': 'old' });
  let came = false;
  let seen: boolean | undefined;
  const holdSignals = (): ReturnType<NonNullable<Host['holdSignals']>> => ({
    came: () => came,
    release: () => {
      seen = came;
    },
  });
  const host = { holdSignals } as unknown as Host;
  const [before, after] = [Buffer.from('old'), [Buffer.from('new')]];
  const first: Plan = { path: 'a.yaml', file: join(folder, 'a.yaml'), before, after };
  const plans = plansOf(first, () => {
    setImmediate(() => (came = true));
  });
  const second: Plan = { path: 'b.yaml', file: join(folder, 'b.yaml'), before, after };
  const result = await writeUnlessInterrupted([...plans, second], host);
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
  return { result, seen, files: Object.fromEntries(files) as Record<string, string> };
}

describe('a signal', () => {
  test('that comes before all new files are complete leaves every file as it was, however few they are', async () => {
    const { result, seen, files } = await interrupted((plan, signal) => {
      const after = Object.assign([], {
        [Symbol.iterator]: function* () {
          yield Buffer.from('new');
          signal();
        },
      });
      return [{ ...plan, after }];
    });
    // For process 1 of a container, which no such signal ends.
    const failed = [{ path: 'a.yaml', reason: 'a signal ended the run' }];
    expect(result).toEqual({ written: [], failed, notWritten: ['b.yaml'] });
    expect(seen).toBe(true);
    expect(files).toEqual({ 'a.yaml': 'old', 'b.yaml': 'old' });
  });

  test('that comes while files are replaced is seen once all are', async () => {
    const { result, seen, files } = await interrupted((plan, signal) => {
      const replaced: Plan = {
        ...plan,
        get path() {
          signal();
          return 'a.yaml';
        },
      };
      return [replaced];
    });
    expect(result.written).toEqual(['a.yaml', 'b.yaml']);
    expect(seen).toBe(true);
    expect(files).toEqual({ 'a.yaml': 'new', 'b.yaml': 'new' });
  });

  test('that does not come changes nothing', async () => {
    const { result, seen } = await interrupted((plan) => [plan]);
    expect([result.written, seen]).toEqual([['a.yaml', 'b.yaml'], false]);
  });
});
