import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { environment } from '../scripts/environment.js';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const bundles = readdirSync(dist).filter((name) => /\.c?js$/.test(name));
const code = bundles.map((name) => readFileSync(join(dist, name), 'utf8')).join('\n');
const folder = mkdtempSync(join(tmpdir(), 'smi2linkerd-supply-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const split = readFileSync(join(root, 'examples/trafficsplit-sample/trafficsplit.yaml'), 'utf8');
const sample = join(root, 'examples/trafficsplit-sample');

/** A call for each chunk of the bundle, and how it ends. */
const calls: readonly (readonly [readonly string[], string, number])[] = [
  [[], split, 0],
  [[], 'apiVersion: v1\nkind: Namespace\n', 0],
  [['--drop', '--format', 'sarif'], split, 0],
  [['--check', '--format', 'github', sample], '', 1],
  [['--diff', '--color', 'always', `${sample}/*.yaml`], '', 0],
  [['--explain', 'invalid-weight'], '', 0],
  [['--help'], '', 0],
  [['--version'], '', 0],
];

/** Builtin modules that let a program reach other programs, other machines, or code in data. */
const forbidden =
  /^(?:node:)?(?:child_process|cluster|dgram|dns|http|http2|https|inspector|net|repl|tls|vm|worker_threads|undici|wasi)(?:\/|$)/;

describe('the files of dist/', () => {
  test("load only Node's modules for files, paths, streams and events", () => {
    const asked = [...code.matchAll(/(?:\brequire|\bimport|getBuiltinModule\??\.?)\(\s*["'`]([^"'`]+)["'`]/g)].map(
      ([, name = '']) => name.replace(/^node:/, ''),
    );
    expect([...new Set(asked)].filter((name) => !name.startsWith('./')).sort()).toEqual([
      'buffer',
      'events',
      'fs',
      'fs/promises',
      'os',
      'path',
      'process',
      'stream',
      'stream/promises',
      'tty',
      'url',
      'util',
      'v8',
    ]);
    expect(code).not.toMatch(/\bimport\s*\(|from\s*["']node:/);
  });

  test('evaluate no strings and open no network connection', () => {
    expect(code).not.toMatch(/\beval\s*\(|\bnew Function\b|[^.\w]Function\s*\(|\bimportScripts\b|WebAssembly/);
    expect(code).not.toMatch(/\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/);
  });

  test.each(calls)(
    '%j loads no module of the network or of processes, and needs no code from strings',
    (words, input, status) => {
      const hook = join(folder, 'hook.cjs');
      const list = join(folder, 'modules.json');
      // What was loaded before the program is Node's own start.
      writeFileSync(
        hook,
        `const before = new Set(process.moduleLoadList);
process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(list)}, JSON.stringify(process.moduleLoadList.filter((name) => !before.has(name)))));`,
      );
      const ran = spawnSync(
        process.execPath,
        ['--disallow-code-generation-from-strings', '--require', hook, join(dist, 'smi2linkerd.cjs'), ...words],
        { input, encoding: 'utf8' },
      );
      expect([ran.status, ran.signal], ran.stderr).toEqual([status, null]);
      const loaded = (JSON.parse(readFileSync(list, 'utf8')) as string[])
        .map((entry) => entry.replace(/^(?:NativeModule|Internal Binding) /, ''))
        .filter((name) => forbidden.test(name));
      expect(loaded).toEqual([]);
    },
  );

  test('the sources read the environment variables that docs/options.md lists, and no others', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    const sources = files.map((name) => readFileSync(join(root, 'src', name), 'utf8')).join('\n');
    const read = [...sources.matchAll(/\benv\.(\w+)|'((?:ARGOCD|SMI2LINKERD)_\w+)'/g)].map(
      ([, direct, named]) => direct ?? named,
    );
    expect([...new Set(read)].sort()).toEqual(environment.map(([name]) => name).sort());
  });

  test('the bill of materials lists the bundled libraries with version and licence', () => {
    const { components } = JSON.parse(
      execFileSync(process.execPath, [join(root, 'scripts/sbom.js')], { encoding: 'utf8' }),
    ) as {
      components: readonly { name: string; version: string; licenses: readonly { license: { id: string } }[] }[];
    };
    expect(components.map(({ name, licenses }) => [name, licenses[0]?.license.id]).sort()).toEqual([
      ['@nodelib/fs.scandir', 'MIT'],
      ['@nodelib/fs.stat', 'MIT'],
      ['@nodelib/fs.walk', 'MIT'],
      ['@sindresorhus/merge-streams', 'MIT'],
      ['braces', 'MIT'],
      ['commander', 'MIT'],
      ['fast-glob', 'MIT'],
      ['fastq', 'ISC'],
      ['fill-range', 'MIT'],
      ['glob-parent', 'ISC'],
      ['globby', 'MIT'],
      ['ignore', 'MIT'],
      ['is-extglob', 'MIT'],
      ['is-glob', 'MIT'],
      ['is-number', 'MIT'],
      ['is-path-inside', 'MIT'],
      ['merge2', 'MIT'],
      ['micromatch', 'MIT'],
      ['picomatch', 'MIT'],
      ['queue-microtask', 'MIT'],
      ['reusify', 'MIT'],
      ['run-parallel', 'MIT'],
      ['slash', 'MIT'],
      ['to-regex-range', 'MIT'],
      ['yaml', 'ISC'],
    ]);
    for (const { version } of components) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    const printed = readFileSync(join(root, 'THIRD-PARTY-NOTICES'), 'utf8');
    for (const { name, version, licenses } of components) {
      const [, text = ''] = printed.split(`\n${name} ${version} (${licenses[0]?.license.id ?? ''})\n`);
      expect(text.split(/^-{80}$/m)[0], `the licence of ${name}`).toMatch(
        /copyright[^]*permission[^]*(?:"|')as is(?:"|')/i,
      );
    }
  });

  test('THIRD-PARTY-NOTICES has the licences of the bundled libraries (fix: npm run docs)', async () => {
    const { notices } = await import('../scripts/notices.js');
    expect(readFileSync(join(root, 'THIRD-PARTY-NOTICES'), 'utf8')).toBe(await notices());
  });

  test('every program of dist/ refers to THIRD-PARTY-NOTICES', () => {
    for (const name of bundles) {
      expect(readFileSync(join(dist, name), 'utf8').slice(0, 200), name).toContain('THIRD-PARTY-NOTICES');
    }
  });
});
