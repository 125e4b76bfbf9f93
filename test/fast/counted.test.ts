import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as Yaml from 'yaml';
import { resourceList, stream } from '../../bench/generate.js';
import { runWith } from '../host.ts';

/** Characters that the YAML library was given, and how often it was given a kustomization. */
let parsed = 0;
let kustomizations = 0;

vi.mock('yaml', async (original) => {
  const yaml = await original<typeof Yaml>();
  return {
    ...yaml,
    parseAllDocuments: (...given: Parameters<typeof yaml.parseAllDocuments>) => {
      parsed += given[0].length;
      if (given[0].includes('kind: Kustomization')) kustomizations += 1;
      return yaml.parseAllDocuments(...given);
    },
  };
});

const top = mkdtempSync(join(tmpdir(), 'smi2linkerd-counted-'));
afterAll(() => {
  rmSync(top, { recursive: true, force: true });
});
beforeEach(() => {
  parsed = 0;
  kustomizations = 0;
});

const bundle = join(import.meta.dirname, '../../dist/smi2linkerd.cjs');
const list = (hits: boolean): Buffer => Buffer.from([...resourceList(2000, { hits, services: true })].join(''));

/** The files of the bundle that a call loads. */
function loaded(args: readonly string[], input: Buffer | string = ''): readonly string[] {
  const hook = join(top, 'hook.cjs');
  const said = join(top, 'loaded.json');
  const code = `process.on('exit', () => require('fs').writeFileSync(${JSON.stringify(said)}, JSON.stringify(Object.keys(require.cache))))`;
  writeFileSync(hook, code);
  const { status, stderr } = spawnSync(process.execPath, ['--require', hook, bundle, ...args], {
    input,
    maxBuffer: 2 ** 26,
  });
  expect(status, stderr.toString()).toBe(0);
  const files = (JSON.parse(readFileSync(said, 'utf8')) as string[]).map((file) => basename(file));
  return files.filter((file) => file !== 'hook.cjs').sort();
}

function splitOf(name: string): string {
  return [
    'apiVersion: split.smi-spec.io/v1alpha2',
    'kind: TrafficSplit',
    `metadata: { name: ${name}, namespace: shop }`,
    'spec:',
    `  service: ${name}`,
    '  backends:',
    `    - service: ${name}-v1`,
    '      weight: 90',
    `    - service: ${name}-v2`,
    '      weight: 10',
    '',
  ].join('\n');
}

function plainTree(): string {
  const folder = join(top, 'plain');
  mkdirSync(folder, { recursive: true });
  for (let index = 0; index < 20; index += 1)
    writeFileSync(join(folder, `${index}.yaml`), [...stream(3, {}, index + 1)].join(''));
  return folder;
}

describe('the number of bytes parsed and chunks loaded', () => {
  test('a list without a split loads neither the YAML library nor a validator nor commander', () => {
    expect(loaded([], list(false))).toEqual(['smi2linkerd.cjs']);
    expect(loaded(['--check', plainTree()])).toEqual(['files.cjs', 'smi2linkerd.cjs']);
    expect(loaded(['--version'])).toEqual(['smi2linkerd.cjs']);
  });

  test('a list with splits loads only the conversion', () => {
    expect(loaded([], list(true))).toEqual(['conversion-shared.cjs', 'conversion.cjs', 'smi2linkerd.cjs']);
  });

  test('what only HTTPRoutes need is loaded with the target httproute alone, and then nothing twice', () => {
    const split = readFileSync(join(import.meta.dirname, '../../examples/trafficsplit-sample/trafficsplit.yaml'));
    expect(loaded([], split)).toEqual(['conversion-shared.cjs', 'conversion.cjs', 'smi2linkerd.cjs']);
    const routes = loaded(['--target', 'httproute', '--port', '8080'], split);
    expect(routes).toContain('conversion-routes.cjs');
    expect(routes).not.toContain('conversion.cjs');
    const folder = join(top, 'split');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'split.yaml'), split);
    expect(loaded(['--list', folder])).not.toContain('conversion-routes.cjs');
  });

  test('of a list, only splits, items that name them and the text around the items are parsed', async () => {
    const stdin = list(true);
    const { code, stdout } = await runWith([], { stdin });
    expect([code, stdout.length > stdin.length]).toEqual([0, true]);
    expect(parsed).toBeGreaterThan(1000);
    expect(parsed).toBeLessThan(20_000);
  });

  test('of a stream, only splits and documents that name them are parsed', async () => {
    const stdin = Buffer.from([...stream(2000, { hits: true, services: true })].join(''));
    const { code, stdout } = await runWith([], { stdin });
    expect([code, stdout.length > stdin.length]).toEqual([0, true]);
    expect(parsed).toBeLessThan(20_000);
  });

  test.each([[[]], [['--drop']], [['--target', 'httproute', '--port', '80']]])(
    'each split of a large stream, and each object made of it, is parsed once: %j',
    async (args) => {
      const stdin = Buffer.from(Array.from({ length: 500 }, (_, index) => splitOf(`web${index}`)).join('---\n'));
      const once = await runWith(args, { stdin });
      const made = args.includes('--drop') ? once.stdout.length : once.stdout.length - stdin.length;
      expect([once.code, made > stdin.length / 2]).toEqual([0, true]);
      expect(parsed).toBeLessThan(1.01 * (stdin.length + made));
      parsed = 0;
      const again = await runWith(args, { stdin: Buffer.from(once.stdout) });
      expect(again.stdout.equals(once.stdout)).toBe(true);
      expect(parsed).toBeLessThan(1.01 * once.stdout.length);
    },
  );

  test('a kustomization is parsed once', async () => {
    const folder = join(top, 'overlays');
    for (let index = 0; index < 20; index += 1) {
      mkdirSync(join(folder, `${index}`), { recursive: true });
      writeFileSync(join(folder, `${index}/split.yaml`), splitOf(`web${index}`));
      writeFileSync(
        join(folder, `${index}/kustomization.yaml`),
        'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [split.yaml]\n',
      );
    }
    const { code } = await runWith(['--check', '.'], { cwd: folder });
    expect([code, kustomizations]).toEqual([1, 20]);
  });

  test('of a tree, only the file that changes is written', async () => {
    const folder = plainTree();
    const split = join(folder, 'split.yaml');
    writeFileSync(
      split,
      readFileSync(join(import.meta.dirname, '../../examples/trafficsplit-sample/trafficsplit.yaml')),
    );
    const before = Array.from({ length: 20 }, (_, index) => statSync(join(folder, `${index}.yaml`), { bigint: true }));
    const was = statSync(split, { bigint: true });
    const { code } = await runWith(['-w', '-n', 'shop', '.'], { cwd: folder });
    expect(code).toBe(0);
    for (const [index, one] of before.entries()) {
      const now = statSync(join(folder, `${index}.yaml`), { bigint: true });
      expect([now.ino, now.mtimeNs]).toEqual([one.ino, one.mtimeNs]);
    }
    expect(statSync(split, { bigint: true }).mtimeNs).not.toBe(was.mtimeNs);
  });
});
