import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Plan } from '../../src/cli/files/write-files.ts';
import { writeFiles } from '../../src/cli/files/write-files.ts';

const root = mkdtempSync(join(tmpdir(), 'smi2linkerd-write-'));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

let folder = '';
let count = 0;

/** A tree with two files to be written, and what lies outside of it. */
beforeEach(() => {
  folder = join(root, String((count += 1)));
  for (const path of ['tree/k8s/a.yaml', 'tree/k8s/b.yaml', 'outside/a.yaml', 'outside/b.yaml']) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), 'old');
  }
});

const at = (path: string): string => join(folder, path);
const read = (path: string): string => readFileSync(at(path), 'utf8');
const names = (path: string): readonly string[] => readdirSync(at(path), { recursive: true, encoding: 'utf8' }).sort();

/** New content that does something at the moment when it is written to the temporary file. */
function during(step: () => void): readonly Uint8Array[] {
  return Object.assign([], {
    [Symbol.iterator]: function* () {
      yield Buffer.from('new');
      step();
    },
  });
}

function plan(name: string, after: readonly Uint8Array[] = [Buffer.from('new')]): Plan {
  return { path: `k8s/${name}`, file: at(`tree/k8s/${name}`), before: Buffer.from('old'), after };
}

const changed = 'another program changed the file after it was read';
const elsewhere = 'the path now leads to another directory than when it was read';

/** Runs the plans, after which nothing outside has changed and no temporary file is left. */
function write(...plans: readonly Plan[]): ReturnType<typeof writeFiles> {
  const outcome = writeFiles(plans);
  expect([read('outside/a.yaml'), read('outside/b.yaml')]).toEqual(['old', 'old']);
  expect(names('.').filter((name) => name.endsWith('.tmp'))).toEqual([]);
  return outcome;
}

describe('a file that has changed since it was read', () => {
  test('is an error, and no file is written', () => {
    writeFileSync(at('tree/k8s/b.yaml'), 'ant');
    expect(write(plan('a.yaml'), plan('b.yaml'))).toEqual({
      written: [],
      failed: [{ path: 'k8s/b.yaml', reason: changed }],
      notWritten: ['k8s/a.yaml'],
    });
    expect([read('tree/k8s/a.yaml'), read('tree/k8s/b.yaml')]).toEqual(['old', 'ant']);
  });

  test('is detected while the new file is being written', () => {
    const step = (): void => {
      writeFileSync(at('tree/k8s/b.yaml'), 'theirs');
    };
    expect(write(plan('a.yaml', during(step)), plan('b.yaml'))).toEqual({
      written: ['k8s/a.yaml'],
      failed: [{ path: 'k8s/b.yaml', reason: changed }],
      notWritten: [],
    });
    expect([read('tree/k8s/a.yaml'), read('tree/k8s/b.yaml')]).toEqual(['new', 'theirs']);
  });

  test('is not created again if it was deleted', () => {
    rmSync(at('tree/k8s/a.yaml'));
    expect(write(plan('a.yaml')).failed).toMatchObject([{ path: 'k8s/a.yaml' }]);
    expect(names('tree')).toEqual(['k8s', 'k8s/b.yaml']);
  });

  test.each([
    ['before it is written', (swap: () => void) => (swap(), plan('a.yaml'))],
    ['while it is written', (swap: () => void) => plan('a.yaml', during(swap))],
  ])('and was swapped for a link out of the tree %s is refused', (_, planned) => {
    const swap = (): void => {
      rmSync(at('tree/k8s/a.yaml'));
      symlinkSync('../../outside/a.yaml', at('tree/k8s/a.yaml'));
    };
    expect(write(planned(swap)).failed).toEqual([{ path: 'k8s/a.yaml', reason: elsewhere }]);
  });

  test('in a directory that was replaced by a link before it is written is an error', () => {
    renameSync(at('tree/k8s'), at('tree/was'));
    symlinkSync('../outside', at('tree/k8s'));
    expect(write(plan('a.yaml')).failed).toEqual([{ path: 'k8s/a.yaml', reason: elsewhere }]);
    expect(read('tree/was/a.yaml')).toBe('old');
  });

  test('in a directory that is replaced while it is written is an error', () => {
    const swap = (): void => {
      renameSync(at('tree/k8s'), at('tree/was'));
      symlinkSync('../outside', at('tree/k8s'));
    };
    const outcome = writeFiles([plan('a.yaml', during(swap))]);
    expect(outcome.failed).toEqual([{ path: 'k8s/a.yaml', reason: elsewhere }]);
    expect([read('tree/was/a.yaml'), read('outside/a.yaml')]).toEqual(['old', 'old']);
    expect(names('outside')).toEqual(['a.yaml', 'b.yaml']);
  });
});

const isRoot = process.getuid?.() === 0;
const modeOf = (path: string): number => statSync(at(path)).mode & 0o7777;

describe('a file keeps', () => {
  test('its mode, and is private until it has it', () => {
    let mode = 0;
    chmodSync(at('tree/k8s/a.yaml'), 0o640);
    const step = (): void => {
      mode = modeOf(`tree/k8s/${names('tree/k8s').find((name) => name.endsWith('.tmp')) ?? ''}`);
    };
    expect(write(plan('a.yaml', during(step))).written).toEqual(['k8s/a.yaml']);
    expect([mode, modeOf('tree/k8s/a.yaml')]).toEqual([0o600, 0o640]);
  });

  test.skipIf(!isRoot).each([
    ['user', 1234, 0],
    ['group', 0, 4321],
  ])('its %s, and a mode that a change of the owner clears', (_, user, group) => {
    chownSync(at('tree/k8s/a.yaml'), user, group);
    chmodSync(at('tree/k8s/a.yaml'), 0o4750);
    expect(write(plan('a.yaml')).written).toEqual(['k8s/a.yaml']);
    const { uid, gid } = statSync(at('tree/k8s/a.yaml'));
    expect([uid, gid, modeOf('tree/k8s/a.yaml')]).toEqual([user, group, 0o4750]);
  });

  test('all chunks of its new content', () => {
    const chunks = ['one', '', 'two'].map((text) => Buffer.from(text));
    expect(write(plan('a.yaml', chunks), plan('b.yaml')).written).toEqual(['k8s/a.yaml', 'k8s/b.yaml']);
    expect([read('tree/k8s/a.yaml'), read('tree/k8s/b.yaml')]).toEqual(['onetwo', 'new']);
  });

  test.each(['a'.repeat(250), 'ä'.repeat(125)])('a name of 255 bytes', (start) => {
    writeFileSync(at(`tree/k8s/${start}.yaml`), 'old');
    expect(write(plan(`${start}.yaml`)).failed).toEqual([]);
    expect(read(`tree/k8s/${start}.yaml`)).toBe('new');
  });
});

describe('a file is detected as changed while others are written, if it has another', () => {
  const time = new Date('2026-01-01');
  test.each<[string, () => void]>([
    [
      'time',
      () => {
        utimesSync(at('tree/k8s/b.yaml'), time, new Date('2026-01-02'));
      },
    ],
    [
      'size',
      () => {
        writeFileSync(at('tree/k8s/b.yaml'), 'older');
        utimesSync(at('tree/k8s/b.yaml'), time, time);
      },
    ],
    [
      'number',
      () => {
        writeFileSync(at('tree/b'), 'old');
        utimesSync(at('tree/b'), time, time);
        renameSync(at('tree/b'), at('tree/k8s/b.yaml'));
      },
    ],
  ])('%s', (_, step) => {
    utimesSync(at('tree/k8s/b.yaml'), time, time);
    expect(write(plan('a.yaml', during(step)), plan('b.yaml'))).toEqual({
      written: ['k8s/a.yaml'],
      failed: [{ path: 'k8s/b.yaml', reason: changed }],
      notWritten: [],
    });
  });
});

describe('no file is written', () => {
  test('if one is read-only', () => {
    chmodSync(at('tree/k8s/b.yaml'), 0o444);
    expect(write(plan('a.yaml'), plan('b.yaml'))).toEqual({
      written: [],
      failed: [{ path: 'k8s/b.yaml', reason: 'the file is read-only' }],
      notWritten: ['k8s/a.yaml'],
    });
  });

  test('if the disk is full at the last one', () => {
    const full = (): void => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    const outcome = write(plan('a.yaml'), plan('b.yaml', during(full)));
    expect(outcome).toMatchObject({ written: [], failed: [{ path: 'k8s/b.yaml' }], notWritten: ['k8s/a.yaml'] });
    expect([read('tree/k8s/a.yaml'), read('tree/k8s/b.yaml')]).toEqual(['old', 'old']);
  });
});

describe('the name of a new file that exists already', () => {
  const random = Math.random;
  const drawing = (number: (draw: number) => number): { draws: number } => {
    const seen = { draws: 0 };
    Math.random = () => number((seen.draws += 1));
    onTestFinished(() => {
      Math.random = random;
    });
    return seen;
  };
  const first = 'tree/k8s/.a.yaml.smi2linkerd-0.tmp';

  test('is not used: that file keeps its content, and another name is drawn', () => {
    writeFileSync(at(first), 'left');
    const seen = drawing((draw) => (draw < 100 ? 0 : 0.5));
    expect(writeFiles([plan('a.yaml')]).written).toEqual(['k8s/a.yaml']);
    expect([seen.draws, read(first), read('tree/k8s/a.yaml')]).toEqual([100, 'left', 'new']);
  });

  test('is an error at the hundredth time', () => {
    writeFileSync(at(first), 'left');
    const seen = drawing(() => 0);
    expect(writeFiles([plan('a.yaml')]).failed).toMatchObject([{ path: 'k8s/a.yaml' }]);
    expect([seen.draws, read(first), read('tree/k8s/a.yaml')]).toEqual([100, 'left', 'old']);
  });
});

test.skipIf(process.platform !== 'linux')('all files and directories are closed again', () => {
  const open = (): number => readdirSync('/proc/self/fd').length;
  const before = open();
  write(plan('a.yaml'), plan('b.yaml'));
  expect(open()).toBe(before);
});
