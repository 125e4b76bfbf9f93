import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Host } from '../../src/cli/host.ts';
import { InputTooLarge, UsageError } from '../../src/cli/host.ts';
import { run } from '../../src/cli/run.ts';
import { runWith } from '../host.ts';
import { split, treeOf } from './tree.ts';

/** The exit code and what is written if reading standard input throws this, or with arguments the first look at a file. */
async function runThat(
  thrown: unknown,
  env: Host['env'] = {},
  args: readonly string[] = [],
): Promise<readonly [number, string]> {
  const written: string[] = [];
  const host: Host = {
    get cwd(): string {
      if (args.length > 0) throw thrown;
      return '.';
    },
    env,
    isTerminal: () => false,
    read() {
      throw thrown;
    },
    write(fd, chunk) {
      written.push(`${String(fd)} ${Buffer.from(chunk).toString()}`);
      return true;
    },
  };
  return [await run(args, host), written.join('')];
}

const moduleError = (message: string, more = {}): Error =>
  Object.assign(new Error(message), { code: 'MODULE_NOT_FOUND', ...more });
const systemError = (more: object): Error => Object.assign(new Error('a message of the system'), more);
const report =
  'nothing was printed or written; please report it with SMI2LINKERD_DEBUG=1 and the input that causes it\n';
const again = 'install smi2linkerd again, with all files of dist/ in one directory\n';

describe('an error ends the run with an exit code and a message', () => {
  test.each<[string, unknown, number, string]>([
    ['a wrong command', new UsageError('no such thing'), 2, '2 smi2linkerd: no such thing\n'],
    [
      'a wrong command with a fix, in several lines, with control characters',
      new UsageError('one\u0007\ntwo\u0007', 'do\u0007'),
      2,
      '2 smi2linkerd: one\\u0007\ntwo\\u0007\n    fix: do\\u0007\n',
    ],
    [
      'too large an input',
      new InputTooLarge(),
      2,
      '2 smi2linkerd: standard input is larger than 2 GiB\n    fix: convert the files one at a time\n',
    ],
    [
      'a missing part of the program',
      moduleError("Cannot find module './conversion.cjs'\nRequire stack: …", {
        requireStack: ['/opt/s\u0007/smi2linkerd.cjs', '/elsewhere/a.cjs'],
      }),
      2,
      `2 smi2linkerd: this installation is incomplete: /opt/s\\u0007/conversion.cjs is missing\n    fix: ${again}`,
    ],
    [
      'a missing part without a path',
      moduleError("Cannot find module 'conversion.cjs'"),
      2,
      `2 smi2linkerd: this installation is incomplete: conversion.cjs is missing\n    fix: ${again}`,
    ],
    [
      'a missing part that is asked for by nothing',
      moduleError("Cannot find module './conversion.cjs'", { requireStack: [] }),
      2,
      `2 smi2linkerd: this installation is incomplete: conversion.cjs is missing\n    fix: ${again}`,
    ],
    [
      'a missing module of another kind',
      moduleError("Cannot find module 'left-pad'"),
      70,
      `2 smi2linkerd: internal error (Error: Cannot find module 'left-pad'); ${report}`,
    ],
    [
      'another code with the name of a part',
      Object.assign(new Error("'./conversion.cjs'"), { code: 'ERR_OTHER' }),
      70,
      `2 smi2linkerd: internal error (Error: './conversion.cjs'); ${report}`,
    ],
    [
      'a system call with a path',
      systemError({ syscall: 'open', code: 'EACCES', path: '/a\u0007' }),
      2,
      '2 smi2linkerd: cannot open /a\\u0007: EACCES\n',
    ],
    [
      'a working directory that was deleted',
      systemError({ syscall: 'uv_cwd', code: 'ENOENT' }),
      2,
      '2 smi2linkerd: the working directory cannot be found: ENOENT\n',
    ],
    ['a system call', systemError({ syscall: 'read', code: 'EIO' }), 2, '2 smi2linkerd: cannot read: EIO\n'],
    [
      'a system call without a code',
      systemError({ syscall: 'read' }),
      70,
      `2 smi2linkerd: internal error (Error: a message of the system); ${report}`,
    ],
    [
      'a code without a system call',
      systemError({ code: 'ERR_OTHER' }),
      70,
      `2 smi2linkerd: internal error (Error: a message of the system); ${report}`,
    ],
    [
      'a mistake of the program, of which the first line is shown',
      new TypeError('one\u0007\ntwo'),
      70,
      `2 smi2linkerd: internal error (TypeError: one\\u0007); ${report}`,
    ],
    ['what is no error', 'a text', 70, `2 smi2linkerd: internal error (a text); ${report}`],
    ['a value without a text', undefined, 70, `2 smi2linkerd: internal error (undefined); ${report}`],
  ])('%s', async (_, thrown, code, written) => {
    expect(await runThat(thrown)).toEqual([code, written]);
  });
});

/** Runs a command line whose report, and so the first write to stderr, fails. */
async function failingReport(args: readonly string[], cwd: string): Promise<readonly [number, string, string]> {
  const written = { 1: '', 2: '' };
  let hasFailed = false;
  const host: Host = {
    cwd,
    env: {},
    isTerminal: () => false,
    read: () => new Uint8Array(),
    write(fd, chunk) {
      if (fd === 2 && !hasFailed) {
        hasFailed = true;
        throw new TypeError('one');
      }
      written[fd] += Buffer.from(chunk).toString();
      return true;
    },
  };
  return [await run(args, host), written[1], written[2]];
}

/** A TrafficSplit that can be converted. */
const whole = split
  .replace('name: web}', 'name: web, namespace: shop}')
  .replace('web}\n', 'web, backends: [{service: web-v1, weight: 1}]}\n');

describe('a mistake of the program in its report, which is the last that it does,', () => {
  const wanted = (done: string): string => `smi2linkerd: internal error (TypeError: one); ${done}; please report it`;

  test('says that files were written, and they were', async () => {
    const cwd = treeOf({ 'web.yaml': whole });
    expect(await failingReport(['-w', '.'], cwd)).toEqual([
      70,
      '',
      expect.stringContaining(wanted('files were written')),
    ]);
    expect(readFileSync(join(cwd, 'web.yaml'), 'utf8')).toContain('kind: ServiceProfile');
  });

  test('says that what was printed may be incomplete', async () => {
    const cwd = treeOf({ 'web.yaml': whole });
    const [code, stdout, stderr] = await failingReport(['.'], cwd);
    expect([code, stderr]).toEqual([70, expect.stringContaining(wanted('what was printed may be incomplete'))]);
    expect(stdout).toContain('kind: ServiceProfile');
  });

  test('says that nothing was printed or written where nothing is to be converted', async () => {
    const cwd = treeOf({ 'web.yaml': whole.replace('weight: 1', 'weight: -1') });
    const said = wanted('nothing was printed or written');
    expect(await failingReport(['-w', '.'], cwd)).toEqual([70, '', expect.stringContaining(said)]);
  });
});

describe('SMI2LINKERD_DEBUG=1', () => {
  const error = Object.assign(new TypeError('one'), { stack: 'TypeError: one\n    at a' });
  test('shows where the error came from', async () => {
    const [code, written] = await runThat(error, { SMI2LINKERD_DEBUG: '1' });
    expect([code, written]).toEqual([
      70,
      `2 smi2linkerd: internal error (TypeError: one); ${report}TypeError: one\n    at a\n`,
    ]);
  });

  test.each<[string, unknown, string]>([
    ['of another value shows nothing more', error, '0'],
    ['shows nothing more of what is no error', 'one', '1'],
  ])('%s', async (_, thrown, value) => {
    const [, written] = await runThat(thrown, { SMI2LINKERD_DEBUG: value });
    expect(written.split('\n')).toHaveLength(2);
  });

  test('shows nothing more of an error without a stack', async () => {
    const bare = Object.assign(new Error('one'), { stack: undefined });
    expect(await runThat(bare, { SMI2LINKERD_DEBUG: '1' })).toEqual([
      70,
      `2 smi2linkerd: internal error (Error: one); ${report}\n`,
    ]);
  });
});

describe('a call', () => {
  test('without a path, where standard input is a terminal, is wrong', async () => {
    const { code, stderr } = await runWith([]);
    expect([code, stderr]).toEqual([
      2,
      'smi2linkerd: no path is given, and standard input is a terminal\n    fix: smi2linkerd --help shows the usage\n',
    ]);
  });

  test.each(['--version', '-V'])('with %s prints the version', async (option) => {
    const { code, stdout } = await runWith([option]);
    expect([code, /^smi2linkerd \d+\.\d+\.\d+\S*\n$/.test(stdout.toString())]).toEqual([0, true]);
  });

  test('that finds what a killed run left behind names it', async () => {
    const left = '.a.yaml.smi2linkerd-1.tmp';
    const { code, stderr } = await runWith(['--check', '.'], {
      cwd: treeOf({ [left]: 'kind: A\n', 'a.yaml': 'kind: A\n' }),
    });
    expect([code, stderr]).toEqual([
      0,
      `smi2linkerd: ${left}: was left by a run that was killed and is ignored; delete it\n`,
    ]);
  });

  test('that cannot write a file says which files were not written', async () => {
    const split = (name: string): string =>
      `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${name}, namespace: shop}\nspec: {service: ${name}, backends: [{service: ${name}-v1, weight: 1}]}\n`;
    const cwd = treeOf({ 'a.yaml': split('a'), 'b.yaml': split('b') });
    chmodSync(join(cwd, 'b.yaml'), 0o444);
    const { code, stderr } = await runWith(['--write', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('2 would be converted, 0 files written, 2 unchanged\n');
    expect(stderr).toContain('smi2linkerd: a.yaml: not written\n');
    expect(stderr).toContain('smi2linkerd: b.yaml: not written: the file is read-only\n');
  });
});
