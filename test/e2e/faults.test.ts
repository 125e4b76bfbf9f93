import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { tree } from '../fixtures.ts';
import { profile, put, run, scratch, split } from './run.ts';
import { bundle } from './tools.ts';

const root = scratch();
const converted = `${split}---\n${profile}`;
const large = `${split}---\n${Array.from({ length: 300_000 }, (_, at) => `# line ${at}\n`).join('')}`;

/** Runs a line of a POSIX shell in which `smi2linkerd` is the bundle. */
function shell(line: string, options: Parameters<typeof run>[2] = {}): ReturnType<typeof run> {
  const define = `smi2linkerd() { '${process.execPath}' '${bundle}' "$@"; }; `;
  return run('sh', ['-c', define + line], options);
}

const inFolder = (name: string): { cwd: string } => ({
  cwd: put(join(root, name), {
    'split.yaml': split,
    'large.yaml': large,
    'other.yaml': 'apiVersion: v1\nkind: Namespace\n',
  }),
});
const isFull = process.platform === 'linux';
if (!isFull) console.warn('SKIPPED: there is no /dev/full, so no full standard output is tried');

describe('standard output', () => {
  test.skipIf(!isFull)('that is full is an error, and the report does not call anything converted', () => {
    for (const line of [
      'smi2linkerd < split.yaml',
      'smi2linkerd --diff .',
      'smi2linkerd --check --format json .',
      'smi2linkerd split.yaml',
    ]) {
      const { status, stderr } = shell(`${line} > /dev/full`, inFolder('full'));
      expect([line, status, stderr]).toEqual([line, 2, 'smi2linkerd: cannot write: ENOSPC\n']);
    }
  });

  test('that a reader closes early ends the run without a message', () => {
    const { stdout, stderr } = shell('{ smi2linkerd < large.yaml; echo "exit $?" >&2; } | head -n 1', inFolder('pipe'));
    expect([stdout, stderr]).toEqual(['apiVersion: split.smi-spec.io/v1alpha2\n', '1 converted\nexit 0\n']);
  });

  test('that is read slowly gets all bytes', () => {
    const { stdout } = shell('smi2linkerd < large.yaml | { sleep 1; cat; }', inFolder('slow'));
    expect(stdout.startsWith(converted)).toBe(true);
    expect(stdout.endsWith(large.slice(split.length))).toBe(true);
  });

  test('that does not block gets all bytes', async () => {
    // A pipe of Node's is non-blocking on both ends.
    const child = spawn(process.execPath, [bundle], { stdio: ['pipe', 'pipe', 'ignore'] });
    child.stdin.end(large);
    await setTimeout(500);
    let bytes = 0;
    for await (const chunk of child.stdout) bytes += (chunk as Buffer).length;
    expect(bytes).toBe(large.length + converted.length - split.length);
  });
});

describe('standard error', () => {
  test.skipIf(!isFull)('that is full or closed does not change the result', () => {
    for (const to of ['2> /dev/full', '2>&-'])
      expect(shell(`smi2linkerd < split.yaml ${to}`, inFolder('log'))).toMatchObject({ status: 0, stdout: converted });
  });
});

describe('standard input', () => {
  test('that comes byte by byte gives the same result', async () => {
    const child = spawn(process.execPath, [bundle], { stdio: ['pipe', 'pipe', 'ignore'] });
    let stdout = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    const ended = new Promise((resolve) => child.on('close', resolve));
    for (const letter of split) {
      child.stdin.write(letter);
      await setTimeout(1);
    }
    child.stdin.end();
    expect([await ended, stdout]).toEqual([0, converted]);
  });

  test('that does not end prints nothing, and a signal ends the run', async () => {
    const child = spawn(process.execPath, [bundle], { stdio: ['pipe', 'pipe', 'pipe'] });
    let printed = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    const ended = new Promise((resolve) =>
      child.on('close', (_, signal) => {
        resolve(signal);
      }),
    );
    child.stdin.write(converted);
    await setTimeout(500);
    child.kill('SIGTERM');
    expect([await ended, printed]).toEqual(['SIGTERM', '']);
  });

  test('that is closed, empty or a directory is refused', () => {
    expect(shell('smi2linkerd <&-', inFolder('closed'))).toMatchObject({ status: 2, stdout: '' });
    expect(shell('smi2linkerd < /dev/null', inFolder('closed'))).toMatchObject({ status: 2, stdout: '' });
    expect(shell('smi2linkerd < .', inFolder('closed'))).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'smi2linkerd: cannot read: EISDIR\n',
    });
  });

  test.skipIf(!isFull)('is converted in a directory that was deleted, where no path can be read', () => {
    const { cwd } = inFolder('deleted');
    const enter = 'exec < split.yaml; mkdir sub; cd sub; rmdir ../sub';
    expect(shell(`${enter}; smi2linkerd`, { cwd })).toMatchObject({ status: 0, stdout: converted });
    expect(shell(`${enter}; smi2linkerd --check .`, { cwd })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'smi2linkerd: the working directory cannot be found: ENOENT\n',
    });
  });
});

test.skipIf(process.platform === 'win32')('a config file that is a pipe is read once, whatever it asks for', () => {
  const folder = inFolder('config');
  const routes = `{"apiVersion":"smi2linkerd.dev/v1alpha1","kind":"TrafficSplitTransformer","target":"httproute","ports":80}`;
  for (const call of ['split.yaml', '--list split.yaml', '- <split.yaml']) {
    // The pipe is descriptor 3, as a shell passes that of <(...).
    const line = `echo '${routes}' | { exec 3<&0; smi2linkerd --drop --config /dev/fd/3 ${call}; }`;
    const { status, stdout, stderr } = shell(line, folder);
    expect([call, status, stderr]).toEqual([call, 0, expect.not.stringContaining('smi2linkerd:')]);
    expect(stdout).toMatch(call.startsWith('--list') ? /^split\.yaml\n$/ : /^kind: HTTPRoute$/m);
  }
});

describe('files', () => {
  test('50,000 of them are written with 24 descriptors', () => {
    const files = Array.from(
      { length: 50_000 },
      (_, at) => [`${at % 100}/${at}.yaml`, at % 100 === 7 ? split.replaceAll('web', `w${at}`) : 'kind: x\n'] as const,
    );
    const cwd = put(join(root, 'many'), Object.fromEntries(files));
    const { status, stderr } = shell('ulimit -n 24; smi2linkerd --write .', { cwd });
    expect([status, stderr.trim()]).toEqual([0, '500 converted, 500 files written, 49500 unchanged']);
  });

  test.skipIf(process.platform !== 'linux')('that cannot be read are told by name, and the rest is converted', () => {
    const { cwd } = inFolder('unreadable');
    symlinkSync('/proc/self/mem', join(cwd, 'memory.yaml'));
    const { status, stderr } = shell('smi2linkerd --write . memory.yaml', { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('smi2linkerd: memory.yaml: i/o error');
    expect(readFileSync(join(cwd, 'split.yaml'), 'utf8')).toBe(converted);
  });

  test('with line ends and terminal escapes in their names are converted, each shown on one line', () => {
    const name = 'a\n::error::\u001b[2J\u202e.yaml';
    const cwd = put(join(root, 'names'), { [name]: split });
    const shown = 'a\\u000a::error::\\u001b[2J\\u202e.yaml';
    expect(shell('smi2linkerd --list .', { cwd })).toMatchObject({ status: 0, stdout: `${shown}\n` });
    const said = shell(
      'smi2linkerd --diff .; smi2linkerd --check --format github .; smi2linkerd --check --format sarif .; smi2linkerd --write .',
      { cwd },
    );
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(said.stdout + said.stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|^::error::/m);
    expect(tree(cwd).get(name)?.toString()).toBe(converted);
  });

  test('outside of the tree are not written while directories are replaced by links', async () => {
    const outside = put(join(root, 'swap/outside'), { 'a.yaml': split, 'b.yaml': split.replaceAll('web', 'api') });
    const before = [...tree(outside)];
    const codes = new Set<number | null>();
    for (let round = 0; round < 30; round += 1) {
      const cwd = put(join(root, `swap/tree${round}`), {
        'k8s/a.yaml': split,
        'k8s/b.yaml': split.replaceAll('web', 'api'),
      });
      symlinkSync('../outside', join(cwd, 'link'));
      mkdirSync(join(cwd, 'spare'));
      const child = spawn(process.execPath, [bundle, '--write', '.'], { cwd, stdio: 'ignore' });
      const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
      let running = true;
      void ended.then(() => (running = false));
      while (running) {
        // The directory becomes the link, and the other way round.
        renameSync(join(cwd, 'k8s'), join(cwd, 'spare/k8s'));
        renameSync(join(cwd, 'link'), join(cwd, 'k8s'));
        await setTimeout((round % 5) * 2);
        renameSync(join(cwd, 'k8s'), join(cwd, 'link'));
        renameSync(join(cwd, 'spare/k8s'), join(cwd, 'k8s'));
        await setTimeout((round % 3) * 2);
      }
      codes.add(await ended);
      expect([...tree(outside)]).toEqual(before);
    }
    for (const code of codes) expect([0, 2]).toContain(code);
  });
});

test('a file above 1 GiB is searched, and converted if it holds a TrafficSplit', () => {
  const cwd = put(join(root, 'large'), { 'head.yaml': split });
  const { status } = spawnSync(
    'sh',
    [
      '-c',
      'yes "---\napiVersion: v1\nkind: ConfigMap\ndata: {a: b}" | head -c 1100000000 | cat head.yaml - > large.yaml',
    ],
    { cwd },
  );
  expect(status).toBe(0);
  expect(shell('rm head.yaml; smi2linkerd --write . && head -n 30 large.yaml', { cwd })).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(profile) as string,
  });
});
