import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { tree } from '../fixtures.ts';
import { sampleOf, told } from '../sample.ts';
import { expected, fileCases, programCases, runCase } from './cases.ts';
import type { Ran } from './run.ts';
import { profile, put, run, scratch, split } from './run.ts';
import { bundle } from './tools.ts';
import { windowsNode, windowsPath, wine } from './wine.ts';

const folder = scratch();
const windows = wine(folder);
const program = windowsPath(bundle);
const streams = programCases.filter((one) => !fileCases.includes(one));

/** Wine fails a run in some hundreds by itself: each may be tried once more. */
const onceMore = { retry: 1 };

/** Each version serves other cases: what differs on Windows is paths, files and streams, and each form of a call is kept. */
const shares = ['22.23.3', '20.20.2'].map((version, part) => {
  const some = [...sampleOf(fileCases, 8, part), ...sampleOf(streams, 40, part)];
  return { version, some, of: told(some, programCases) };
});

describe.for(shares)('Node $version for Windows, with $of fixtures', ({ version, some }) => {
  const node = windowsNode(version);
  const command = node === undefined ? undefined : windows?.program(node, program);

  test.skipIf(command === undefined).each(some)('$name', onceMore, (one) => {
    expect(runCase(one, command ?? { command: [] })).toEqual(expected(one));
  });
});

const node = windowsNode('22.23.3');
const started = node === undefined ? undefined : windows?.program(node, program);

function convert(cwd: string, ...words: readonly string[]): Ran {
  const [first = '', ...rest] = started?.command ?? [];
  return run(first, [...rest, ...words], { cwd, env: { ...started?.env } });
}

/** A directory with a split in `k8s/`, and its path. */
function made(name: string, text = split): string {
  return put(join(folder, name), { 'k8s/split.yaml': text });
}

describe.skipIf(started === undefined)('on Windows', () => {
  test.for([
    ['k8s\\split.yaml', 'k8s/split.yaml'],
    ['.\\k8s\\', './k8s/split.yaml'],
    ['k8s\\*.yaml', 'k8s/split.yaml'],
    ['k8s\\**\\split.yaml', 'k8s/split.yaml'],
    ['K8S\\Split.YAML', 'K8S/Split.YAML'],
  ])('%s is a path, shown as %s', onceMore, ([given = '', shown = '']) => {
    const cwd = made('arguments');
    expect(convert(cwd, '--list', given).stdout).toBe(`${shown}\n`);
    const diff = convert(cwd, '--diff', given).stdout;
    expect(diff).toContain(`+++ b/${shown.replace('./', '')}\n`);
  });

  test.for(['', 'k8s\\*.yaml'])('paths with a drive are served, with %j below it', onceMore, (rest) => {
    const cwd = made('drive');
    for (const given of [windowsPath(cwd), windowsPath(cwd).toLowerCase(), `Z:${cwd}`]) {
      const { status, stdout } = convert('/', '--check', rest === '' ? given : `${given}\\${rest}`);
      expect(status).toBe(1);
      expect(stdout.trimEnd()).toBe(`${given.replaceAll('\\', '/')}/k8s/split.yaml`);
    }
  });

  test('a written file keeps its line ends, and is not written again', onceMore, () => {
    const cwd = made('crlf', split.replaceAll('\n', '\r\n'));
    const ran = convert(cwd, '--write', 'k8s\\split.yaml', windowsPath(join(cwd, 'K8S/SPLIT.YAML')));
    expect(ran).toMatchObject({ status: 0, stdout: '' });
    expect(ran.stderr).toContain('1 file written');
    expect(readFileSync(join(cwd, 'k8s/split.yaml'), 'utf8')).toBe(`${split}---\n${profile}`.replaceAll('\n', '\r\n'));
    expect(readdirSync(join(cwd, 'k8s'))).toEqual(['split.yaml']);
  });

  test('.gitignore ignores the case of letters, like git on Windows', onceMore, () => {
    const cwd = put(made('ignored'), {
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': 'K8S/\n',
      'a.yaml': split,
    });
    expect(convert(cwd, '--list', '.').stdout).toBe('a.yaml\n');
  });

  test('with a read-only file, no file is written', onceMore, () => {
    const cwd = put(made('read-only'), { 'other.yaml': split.replaceAll('web', 'api') });
    chmodSync(join(cwd, 'k8s/split.yaml'), 0o444);
    const before = tree(cwd);
    const { status, stderr } = convert(cwd, '--write', '.');
    expect(status).toBe(2);
    expect(stderr).toContain('k8s/split.yaml: not written: the file is read-only');
    expect(tree(cwd)).toEqual(before);
  });

  test('a file that another program has open is not changed, and reported', onceMore, async () => {
    const cwd = made('held');
    const [wine64 = ''] = started?.command ?? [];
    // cmd opens the file for reading and shares it with readers alone, until the program that it starts ends.
    const wait = `${windowsPath(node ?? '')} -e setTimeout(Date,20000) < k8s\\split.yaml`;
    const holder = spawn(wine64, ['cmd', '/c', wait], {
      cwd,
      env: { ...process.env, ...started?.env },
      stdio: 'ignore',
    });
    try {
      await setTimeout(3000);
      const { status, stderr } = convert(cwd, '--write', '.');
      expect(stderr).toContain('k8s/split.yaml: not written: another program holds the file open');
      expect(status).toBe(2);
      expect(readFileSync(join(cwd, 'k8s/split.yaml'), 'utf8')).toBe(split);
      expect(readdirSync(join(cwd, 'k8s'))).toEqual(['split.yaml']);
    } finally {
      holder.kill('SIGKILL');
    }
  });

  test('after a kill during writing, every file is old or new', async () => {
    const files = Array.from({ length: 40 }, (_, at) => [
      `${at % 7}/s${at}.yaml`,
      split.replaceAll('web', `web-${at}`),
    ]);
    const source = put(join(folder, 'kill-source'), Object.fromEntries(files) as Record<string, string>);
    const done = join(folder, 'kill-done');
    cpSync(source, done, { recursive: true });
    const start = performance.now();
    expect(convert(done, '--write', '.').status).toBe(0);
    const whole = performance.now() - start;
    const [old, fresh] = [tree(source), tree(done)];
    const states = new Set<string>();
    for (let round = 0; round < 8; round += 1) {
      const cwd = join(folder, 'kill');
      rmSync(cwd, { recursive: true, force: true });
      cpSync(source, cwd, { recursive: true });
      const [first = '', ...rest] = started?.command ?? [];
      const child = spawn(first, [...rest, '--write', '.'], {
        cwd,
        env: { ...process.env, ...started?.env },
        stdio: 'ignore',
      });
      const ended = once(child, 'exit');
      await setTimeout(whole * (0.45 + round / 14));
      child.kill('SIGKILL');
      await ended;
      for (const [path, text] of old) {
        const now = readFileSync(join(cwd, path));
        states.add(now.equals(text) ? 'old' : 'new');
        if (!now.equals(text))
          expect(now.equals(fresh.get(path) ?? Buffer.alloc(0)), `${path} in round ${round}`).toBe(true);
      }
    }
    console.info(`killed 8 times: files were ${[...states].join(' and ')}`);
  });
});
