import { build } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkout, profile, put, run, scratch, split, succeed } from './run.ts';
import { tool } from './tools.ts';

const npm = tool('npm', '--version') ?? '';
const chromium = tool('chromium', '--version') ?? '';
const folder = scratch();
const consumer = join(folder, 'consumer');
/** No registry answers here: what installs, needs none. */
const offline = { npm_config_registry: 'http://127.0.0.1:9/', npm_config_cache: join(folder, 'cache') };
const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--fetch-retries=0'];
let tarball = '';
let packed: readonly { path: string; mode: number }[] = [];

beforeAll(() => {
  const [pack] = JSON.parse(
    succeed(npm, ['pack', '--json', '--pack-destination', folder], { cwd: checkout, env: offline }),
  ) as [{ filename: string; files: typeof packed }];
  tarball = join(folder, pack.filename);
  packed = pack.files;
  put(consumer, { 'package.json': '{ "name": "consumer", "private": true }\n' });
  succeed(npm, ['install', ...quiet, tarball], { cwd: consumer, env: offline });
});

describe('the npm package', () => {
  test('holds exactly the bundle, the man page, completions, the schema of the report, the README and licences', () => {
    const built = readdirSync(join(checkout, 'dist')).map((name) => `dist/${name}`);
    expect(built).toEqual(expect.arrayContaining(['dist/smi2linkerd.cjs', 'dist/index.js', 'dist/index.d.ts']));
    const paths = packed.map(({ path }) => path).sort();
    const shells = ['_smi2linkerd', 'smi2linkerd.bash', 'smi2linkerd.fish'].map((name) => `completions/${name}`);
    const texts = ['LICENSE', 'README.md', 'THIRD-PARTY-NOTICES', 'docs/report.schema.json', 'man/smi2linkerd.1'];
    expect(paths).toEqual([...texts, ...shells, ...built, 'package.json'].sort());
    expect(packed.find(({ path }) => path === 'dist/smi2linkerd.cjs')?.mode).toBe(0o755);
  });

  test('installs from an empty cache without a registry and without other packages', () => {
    const lock = readFileSync(join(consumer, 'package-lock.json'), 'utf8');
    const packages = Object.keys((JSON.parse(lock) as { packages: object }).packages);
    expect(packages).toEqual(['', 'node_modules/smi2linkerd']);
  });

  test('installed for all users it links the command and the man page', () => {
    const prefix = join(folder, 'global');
    succeed(npm, ['install', '--global', '--prefix', prefix, ...quiet, tarball], { cwd: folder, env: offline });
    const page = readFileSync(join(prefix, 'share/man/man1/smi2linkerd.1'), 'utf8');
    expect(page).toBe(readFileSync(join(checkout, 'man/smi2linkerd.1'), 'utf8'));
    expect(run(join(prefix, 'bin/smi2linkerd'), [], { input: split })).toMatchObject({ status: 0 });
  });

  test('exports the schema of the report', () => {
    const words = ['-p', `JSON.stringify(require('smi2linkerd/report.schema.json'))`];
    const schema = JSON.parse(succeed(process.execPath, words, { cwd: consumer })) as unknown;
    expect(schema).toEqual(JSON.parse(readFileSync(join(checkout, 'docs/report.schema.json'), 'utf8')));
  });

  test('npx runs it, installed and from the tarball', () => {
    const version = `smi2linkerd ${(JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }).version}\n`;
    expect(succeed(npm, ['exec', '--', 'smi2linkerd', '--version'], { cwd: consumer, env: offline })).toBe(version);
    const words = ['exec', '--yes', ...quiet, `--package=${tarball}`, '--', 'smi2linkerd'];
    const ran = run(npm, words, { cwd: put(join(folder, 'empty'), {}), env: offline, input: split });
    expect(ran).toMatchObject({ status: 0, stdout: `${split}---\n${profile}` });
  });
});

const typed = `import { convert, type Code, type Conversion, type ConvertOptions, type Finding, type ManifestFile } from 'smi2linkerd';

const files: readonly ManifestFile[] = [{ path: 'split.yaml', text: ${JSON.stringify(split)} }];
const options: ConvertOptions = { drop: true, clusterDomain: 'example.org', namespace: undefined, failOn: 'warning' };
const done: Conversion = convert(files, options);
const text: string | undefined = done.files[0]?.text;
const first: Finding | undefined = convert([{ path: 'a.yaml', text: 'kind: TrafficSplit' }]).findings[0];
const code: Code | undefined = first?.code;
const line: number | undefined = first?.line;
// @ts-expect-error: an option that does not exist
export const wrong = (): Conversion => convert(files, { dorp: true });
// @ts-expect-error: a code that does not exist
const none: Code = 'no-such-code';
export const answer: string = JSON.stringify({ text, failed: done.failed, code, line, none });
declare const console: { log(line: string): void };
console.log(answer);
`;

describe('the library', () => {
  test('a strict ES module compiles with each moduleResolution, and runs', () => {
    put(consumer, { 'src/main.mts': typed });
    const tsc = [join(checkout, 'node_modules/typescript/bin/tsc'), 'src/main.mts', '--outDir', 'out', '--strict'];
    const rest = ['--exactOptionalPropertyTypes', '--lib', 'es2022', '--target', 'es2022'];
    for (const module of [
      ['--module', 'esnext', '--moduleResolution', 'bundler', '--noEmit'],
      ['--module', 'node16', '--moduleResolution', 'node16', '--noEmit'],
      ['--module', 'nodenext'],
    ])
      succeed(process.execPath, [...tsc, ...rest, ...module], { cwd: consumer });
    const answer = JSON.parse(succeed(process.execPath, ['out/main.mjs'], { cwd: consumer })) as { text: string };
    expect(answer).toMatchObject({ failed: false, code: 'lookalike-group', line: 1 });
    expect(answer.text).toContain('authority: web-v2.shop.svc.example.org');
  });

  test('a CommonJS module compiles with nodenext and is refused with node16', () => {
    put(consumer, { 'src/main.cts': `import { convert } from 'smi2linkerd';\nexport const done = convert([]);\n` });
    const tsc = [join(checkout, 'node_modules/typescript/bin/tsc'), 'src/main.cts', '--noEmit', '--strict'];
    succeed(process.execPath, [...tsc, '--module', 'nodenext'], { cwd: consumer });
    const refused = run(process.execPath, [...tsc, '--module', 'node16'], { cwd: consumer });
    expect(refused.stdout).toContain('error TS1479');
  });

  test('the example of docs/gitops.md compiles and converts', () => {
    const [, example = ''] = /^```ts\n([^]*?)^```/m.exec(readFileSync(join(checkout, 'docs/gitops.md'), 'utf8')) ?? [];
    put(consumer, { 'src/example.mts': example });
    const tsc = [join(checkout, 'node_modules/typescript/bin/tsc'), 'src/example.mts', '--outDir', 'out', '--strict'];
    succeed(process.execPath, [...tsc, '--module', 'nodenext', '--target', 'es2022'], { cwd: consumer });
    const printed = succeed(process.execPath, ['out/example.mjs'], { cwd: consumer });
    expect(printed).toContain('kind: ServiceProfile');
    expect(printed).not.toContain('TrafficSplit');
  });

  const required = `const { convert } = require('smi2linkerd');
process.stdout.write(convert([{ path: 'split.yaml', text: ${JSON.stringify(split)} }]).files[0].text);
`;
  test.for(['node', 'node20.19.0', 'node22', 'node24', 'node26'])('CommonJS requires it on %s', (name, { skip }) => {
    const node = tool(name, '--version') ?? skip();
    put(consumer, { 'main.cjs': required });
    expect(succeed(node, ['main.cjs'], { cwd: consumer })).toBe(`${split}---\n${profile}`);
  });

  test.for(['node20.19.0', 'node22', 'node24', 'node26'])('the command runs on %s', (name, { skip }) => {
    const node = tool(name, '--version') ?? skip();
    const bin = join(consumer, 'node_modules/smi2linkerd/dist/smi2linkerd.cjs');
    put(consumer, { 'k8s/split.yaml': split });
    expect(run(node, [bin], { input: split })).toMatchObject({ status: 0, stdout: `${split}---\n${profile}` });
    const check = run(node, [bin, '--check', 'k8s'], { cwd: consumer });
    expect(check).toMatchObject({ status: 1, stdout: 'k8s/split.yaml\n' });
  });

  // Above 1 MiB the command sets a flag of V8, which a version of Node without it would report on stderr.
  test.for(['node', 'node20.19.0', 'node22', 'node24', 'node26'])(
    'a large stream is silent on %s',
    (name, { skip }) => {
      const node = tool(name, '--version') ?? skip();
      const input = `# ${'x'.repeat(2 ** 20)}\n${split}`;
      const bin = join(consumer, 'node_modules/smi2linkerd/dist/smi2linkerd.cjs');
      const converted = run(node, [bin, '--quiet'], { input });
      expect(converted).toMatchObject({ status: 0, stdout: `${input}---\n${profile}`, stderr: '' });
    },
  );

  test.skipIf(chromium === '')('runs in a browser', async () => {
    const page = `import { convert } from 'smi2linkerd';
document.querySelector('pre').textContent = JSON.stringify(convert([{ path: 'split.yaml', text: ${JSON.stringify(split)} }]));
`;
    put(consumer, {
      'browser.js': page,
      'index.html': '<!doctype html><meta charset="utf-8"><pre></pre><script src="bundle.js"></script>',
    });
    await build({
      entryPoints: [join(consumer, 'browser.js')],
      outfile: join(consumer, 'bundle.js'),
      bundle: true,
      platform: 'browser',
      format: 'iife',
      logLevel: 'error',
    });
    const words = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'chromium')}`];
    const dom = succeed(chromium, [...words, '--dump-dom', pathToFileURL(join(consumer, 'index.html')).href]);
    const shown = /<pre>(.*)<\/pre>/s.exec(dom)?.[1]?.replaceAll('&lt;', '<').replaceAll('&amp;', '&') ?? '';
    const expected = { files: [{ path: 'split.yaml', text: `${split}---\n${profile}` }], findings: [], failed: false };
    expect(JSON.parse(shown)).toMatchObject(expected);
  });
});
