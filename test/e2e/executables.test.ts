import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from '../../scripts/executable-structure.js';
import { targets } from '../../scripts/executable-targets.js';
import { isInShare, sampleOf, told } from '../sample.ts';
import { expected, fileCases, programCases, runCase } from './cases.ts';
import { checkout, put, run, scratch, split, succeed } from './run.ts';
import { tool } from './tools.ts';
import { wine } from './wine.ts';

const strip = tool('llvm-strip', '--version');
const qemu = tool('qemu-aarch64-static', '--version');
const libraries = '/usr/aarch64-linux-gnu';
const folder = scratch();
const out = join(folder, 'out');
const names = Object.keys(targets);
/** The code in the executables is that of the bundle, which the other fixtures run. */
const onLinux = sampleOf(programCases, 8, 2);
const some = programCases.filter(({ name }) => isInShare(name, 40, 3));
const ofSome = told(some, programCases);
const onWindows = [...new Set([...some, ...sampleOf(fileCases, 20, 4)])];
const linux = join(out, 'smi2linkerd-linux-x64');

describe.skipIf(strip === undefined || process.platform !== 'linux' || process.arch !== 'x64')(
  'the executables',
  () => {
    beforeAll(() => {
      succeed(process.execPath, [join(checkout, 'scripts/executables.js'), '--out', out]);
      const sizes = names.map((name) => `${name} ${(statSync(join(out, name)).size / 1e6).toFixed(1)} MB`);
      console.info(sizes.join(', '));
    });

    test('there are five, with checksums and notices', () => {
      const sums = readFileSync(join(out, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
      const hashes = names.map((name) =>
        createHash('sha256')
          .update(readFileSync(join(out, name)))
          .digest('hex'),
      );
      expect(sums).toEqual(names.map((name, index) => `${hashes[index] ?? ''}  ${name}`));
      const notices = readFileSync(join(out, 'THIRD-PARTY-NOTICES'), 'utf8');
      expect(notices).toContain(readFileSync(join(checkout, 'THIRD-PARTY-NOTICES'), 'utf8'));
      expect(notices).toMatch(/^Node\.js 24\.[^]*^Node\.js is licensed for use as follows/m);
      expect(notices).toMatch(/^Node\.js 22\./m);
    });

    test.each(Object.entries(targets))('%s is an executable of its platform with the bundle in it', (name, target) => {
      expect(faultsOf(join(out, name), target)).toEqual([]);
      expect(statSync(join(out, name)).mode & 0o111).toBe(0o111);
    });

    test('the executable for Linux ignores NODE_OPTIONS', () => {
      const code = put(folder, { 'injected.cjs': 'process.stdout.write("INJECTED")' });
      const env = { NODE_OPTIONS: `--require ${join(code, 'injected.cjs')}` };
      expect(run(process.execPath, ['-e', ''], { env }).stdout).toBe('INJECTED');
      expect(run(linux, ['--version'], { env }).stdout).toMatch(/^smi2linkerd \d/);
      expect(run(linux, [], { env, input: split }).stdout).not.toContain('INJECTED');
    });

    describe(`linux-x64, with ${told(onLinux, programCases)} fixtures`, () => {
      test.each(onLinux)('$name', (one) => {
        expect(runCase(one, { command: [linux] })).toEqual(expected(one));
      });
    });

    const arm = qemu !== undefined && existsSync(libraries);
    if (!arm)
      console.warn('SKIPPED: fixtures through linux-arm64; .ci/tools installs qemu-user-static and its libraries');
    describe(`linux-arm64, with ${ofSome} fixtures`, () => {
      test.skipIf(!arm).each(some)('$name', (one) => {
        const command = [qemu ?? '', '-L', libraries, join(out, 'smi2linkerd-linux-arm64')];
        expect(runCase(one, { command })).toEqual(expected(one));
      });
    });

    const windows = wine(folder);
    describe(`win-x64, with ${told(onWindows, programCases)} fixtures`, () => {
      test.skipIf(windows === undefined).each(onWindows)('$name', { retry: 1 }, (one) => {
        const program = windows?.program(join(out, 'smi2linkerd-win-x64.exe')) ?? { command: [] };
        expect(runCase(one, program)).toEqual(expected(one));
      });
    });
  },
);
