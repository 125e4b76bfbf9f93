import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { tree } from '../fixtures.ts';
import { isWhole } from '../sample.ts';
import { put, run, scratch } from './run.ts';
import { bundle, find } from './tools.ts';

const root = scratch();
const split = (name: string): string => `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: ${name}
  namespace: shop
spec:
  service: ${name}
  backends:
  - service: ${name}-v1
    weight: 90
  - service: ${name}-v2
    weight: 10
`;

function convert(cwd: string, ...words: readonly string[]): ReturnType<typeof run> {
  return run(process.execPath, [bundle, '-w', ...words], { cwd });
}

/** What a run is stopped with. */
const signals = ['SIGKILL', 'SIGTERM', 'SIGINT'] as const;

/** The number of times that a run is killed while it writes. */
const kills = Number(process.env.SMI2LINKERD_KILLS ?? (isWhole ? '200' : '60'));

describe('writing', () => {
  test('keeps mode and owner, and does not write files that do not change', () => {
    const folder = put(join(root, 'modes'), {
      'split.yaml': split('web'),
      'other.yaml': 'kind: x\n',
      'said.yaml': '# TrafficSplit\n',
    });
    chmodSync(join(folder, 'split.yaml'), 0o640);
    const past = new Date('2020-01-02T03:04:05Z');
    for (const path of ['split.yaml', 'other.yaml', 'said.yaml']) utimesSync(join(folder, path), past, past);
    const before = statSync(join(folder, 'split.yaml'));
    expect(convert(folder, '.').status).toBe(0);
    const after = statSync(join(folder, 'split.yaml'));
    expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid]);
    expect(after.mtimeMs).not.toBe(past.getTime());
    for (const path of ['other.yaml', 'said.yaml']) expect(statSync(join(folder, path)).mtimeMs).toBe(past.getTime());
    const written = after.mtimeMs;
    expect(convert(folder, '.').status).toBe(0);
    expect(statSync(join(folder, 'split.yaml')).mtimeMs).toBe(written);
  });

  test('a read-only file is reported, and no file is written', () => {
    const folder = put(join(root, 'read-only'), { 'a.yaml': split('a'), 'b.yaml': split('b') });
    chmodSync(join(folder, 'b.yaml'), 0o444);
    const before = [...tree(folder)];
    const { status, stderr } = convert(folder, '.');
    expect([status, [...tree(folder)]]).toEqual([2, before]);
    expect(stderr).toContain('b.yaml: not written: the file is read-only');
    expect(stderr).toContain('a.yaml: not written');
  });

  const setpriv = find('setpriv');
  const root_ = process.getuid?.() === 0;
  if (root_ && setpriv === undefined) console.warn('SKIPPED: setpriv is not there, so no read-only directory is tried');
  test.skipIf(root_ && setpriv === undefined)(
    'a directory without write permission leaves all files as they were',
    () => {
      const folder = put(join(root, 'locked'), { 'a.yaml': split('a'), 'sub/b.yaml': split('b') });
      for (const path of [root, folder, join(folder, 'a.yaml'), join(folder, 'sub/b.yaml')]) chmodSync(path, 0o777);
      chmodSync(join(folder, 'sub'), 0o555);
      const before = [...tree(folder)];
      const words = [process.execPath, bundle, '-w', '.'];
      const { status, stderr } = root_
        ? run(setpriv ?? '', ['--reuid=65534', '--regid=65534', '--clear-groups', ...words], { cwd: folder })
        : run(words[0] ?? '', words.slice(1), { cwd: folder });
      chmodSync(join(folder, 'sub'), 0o755);
      expect([status, [...tree(folder)]]).toEqual([2, before]);
      expect(stderr).toContain('sub/b.yaml: not written');
    },
  );

  test('on a full disk no file is written, not even a part of one', ({ skip }) => {
    const folder = join(root, 'small');
    if (!mountSmall(folder)) {
      console.warn('SKIPPED: no small file system can be mounted, so no full disk is tried');
      skip();
    }
    try {
      const long = `${split('web')}# ${'x'.repeat(20_000)}\n`;
      put(folder, { 'a.yaml': long, 'b.yaml': long.replaceAll('web', 'api') });
      fill(join(folder, 'filler'));
      const before = [...tree(folder)];
      const { status, stderr } = convert(folder, '.');
      expect([status, [...tree(folder)]]).toEqual([2, before]);
      expect(stderr).toMatch(/not written: no space left on device/);
    } finally {
      spawnSync('umount', [folder]);
    }
  });

  test(`killed ${kills} times in the middle, every file is old or new`, async () => {
    const files = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`${at % 7}/s${at}.yaml`, split(`web-${at}`)]),
    );
    const source = put(join(root, 'kill-source'), files);
    const old = new Map([...tree(source)].map(([path, bytes]) => [path, bytes.toString()]));
    const done = join(root, 'kill-done');
    cpSync(source, done, { recursive: true });
    const start = performance.now();
    expect(convert(done, '.').status).toBe(0);
    const whole = performance.now() - start;
    const fresh = new Map([...tree(done)].map(([path, bytes]) => [path, bytes.toString()]));
    let torn = 0;
    let leftovers = 0;
    for (let round = 0; round < kills; round += 1) {
      const folder = join(root, 'kill');
      rmSync(folder, { recursive: true, force: true });
      cpSync(source, folder, { recursive: true });
      const child = spawn(process.execPath, [bundle, '-w', '.'], { cwd: folder, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('exit', resolve));
      await setTimeout((whole * (0.3 + 0.7 * ((round * 37) % 100))) / 100 + (whole * (round % 10)) / 20);
      child.kill(signals[round % signals.length]);
      await ended;
      let renamed = 0;
      for (const [path, text] of old) {
        const now = readFileSync(join(folder, path), 'utf8');
        if (now === fresh.get(path)) renamed += 1;
        else expect(now, `${path} in round ${round}`).toBe(text);
      }
      if (renamed > 0 && renamed < old.size) torn += 1;
      const temporary = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
        path.endsWith('.tmp'),
      );
      if (temporary.length > 0) leftovers += 1;
      // Only a signal that no program can catch leaves one.
      if (signals[round % signals.length] !== 'SIGKILL') expect(temporary).toEqual([]);
      if (round % 20 === 0 || temporary.length > 0) {
        const { status, stderr } = convert(folder, '.');
        expect(status).toBe(temporary.length > 0 ? status : 0);
        for (const path of temporary) expect(stderr).toContain(`${path}: was left by a run that was killed`);
        for (const [path, text] of fresh) expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
      }
    }
    console.info(
      `killed ${kills} times: ${torn} runs stood between files, ${leftovers} left a temporary file, no file was part of one`,
    );
  });
});

describe('paths that are not regular files', () => {
  test('links are followed when named, nothing is written outside of the tree, and loops end', () => {
    const folder = put(join(root, 'links'), { 'tree/a.yaml': split('a'), 'outside/b.yaml': split('b') });
    const inside = join(folder, 'tree');
    symlinkSync('../outside/b.yaml', join(inside, 'out.yaml'));
    symlinkSync('../outside', join(inside, 'outdir'));
    symlinkSync('.', join(inside, 'loop'));
    symlinkSync('nowhere.yaml', join(inside, 'broken.yaml'));
    expect(run(process.execPath, [bundle, '-l', '.'], { cwd: inside })).toMatchObject({
      status: 0,
      stdout: 'a.yaml\n',
    });
    expect(convert(inside, '.').status).toBe(0);
    expect(readFileSync(join(folder, 'outside/b.yaml'), 'utf8')).toBe(split('b'));
    expect(run(process.execPath, [bundle, '-l', 'out.yaml'], { cwd: inside }).stdout).toBe('out.yaml\n');
  });

  test('FIFOs, directories named like files and unreadable names are skipped', () => {
    const folder = put(join(root, 'odd'), { 'x.yaml/a.yaml': split('a'), '-w.yaml': split('b') });
    const fifo = spawnSync('mkfifo', [join(folder, 'pipe.yaml')]).status === 0;
    if (!fifo) console.warn('SKIPPED: mkfifo is not there');
    mkdirSync(join(folder, '.hidden'));
    writeFileSync(join(folder, '.hidden/c.yaml'), split('c'));
    put(folder, { 'node_modules/d.yaml': split('d') });
    const listed = run(process.execPath, [bundle, '-l', '.'], { cwd: folder });
    expect(listed).toMatchObject({ status: 0, stdout: '-w.yaml\nx.yaml/a.yaml\n' });
    expect(run(process.execPath, [bundle, '-l', '--', '-w.yaml'], { cwd: folder }).stdout).toBe('-w.yaml\n');
    if (fifo) expect(run(process.execPath, [bundle, '-l', 'pipe.yaml'], { cwd: folder }).status).toBe(2);
  });
});

/** A file system of a few pages; false where it cannot be had. */
function mountSmall(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  return (
    process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder]).status === 0
  );
}

function fill(path: string): void {
  for (let size = 131_072; size >= 512; size /= 2) {
    const part = `${path}-${size}`;
    try {
      writeFileSync(part, Buffer.alloc(size, 1));
    } catch {
      if (existsSync(part)) rmSync(part);
    }
  }
}
