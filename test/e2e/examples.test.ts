import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWhole } from '../sample.ts';
import { checkout, put, run, scratch } from './run.ts';
import { bundle, tool } from './tools.ts';

const root = scratch();
const examples = join(checkout, 'examples');
const names = readdirSync(examples).filter((name) => existsSync(join(examples, name, 'test')));

/** What examples find on PATH: the bundle by its name, and a `docker` that runs it; the image is in container.test.ts. */
const bin = put(join(root, 'bin'), { docker: '#!/bin/sh\nexec smi2linkerd\n' });
chmodSync(join(bin, 'docker'), 0o755);
symlinkSync(bundle, join(bin, 'smi2linkerd'));
const path = [bin, process.env.SMI2LINKERD_TOOLS_BIN, process.env.PATH].join(delimiter);

const versions: Readonly<Record<string, readonly string[]>> = {
  git: ['--version'],
  kpt: ['version'],
  kubectl: ['version', '--client'],
  kustomize: ['version'],
  helm3: ['version'],
  helm4: ['version'],
  actionlint: ['--version'],
  registry: ['--version'],
  'check-jsonschema': ['--version'],
  parallel: ['--version'],
  'pre-commit': ['--version'],
};

describe('examples', () => {
  test('every way of use has an example', () => {
    expect(names.sort()).toEqual([
      'argocd',
      'ci-pipe',
      'fleet',
      'flux',
      'github-action',
      'gitlab-ci',
      'helm-post-renderer',
      'httproute-matches',
      'httproute-profiles',
      'httproute-splits',
      'kpt-eval',
      'kpt-render',
      'kustomize-container',
      'kustomize-exec',
      'pre-commit',
    ]);
  });

  describe.each(names)('%s', (name) => {
    const script = readFileSync(join(examples, name, 'test'), 'utf8');
    const readme = readFileSync(join(examples, name, 'README.md'), 'utf8');
    const needs =
      /^# needs: (.*)$/m
        .exec(script)?.[1]
        ?.split(' ')
        .filter((one) => one !== 'docker') ?? [];
    const missing = needs.filter((one) => tool(one, ...(versions[one] ?? [])) === undefined);

    test('its test runs the commands of its README', () => {
      const commands = [...readme.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap(([, block = '']) =>
        block.trim().split('\n'),
      );
      expect(commands.length).toBeGreaterThan(0);
      expect(commands.filter((command) => !script.includes(command))).toEqual([]);
    });

    test.skipIf(missing.length > 0)('its test passes and does not change the example', () => {
      const before = filesOf(join(examples, name));
      // The repositories of the fleet, of which there are 200 else.
      const fleet = isWhole ? {} : { FLEET: '60' };
      const ran = run(join(examples, name, 'test'), [], { env: { PATH: path, ...fleet } });
      expect(ran.status, ran.stdout + ran.stderr).toBe(0);
      expect(filesOf(join(examples, name))).toEqual(before);
    });
  });
});

function filesOf(folder: string): readonly (readonly [string, string])[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
}
