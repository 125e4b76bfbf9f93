// Builds dist/: a CommonJS entry, the chunks it loads when needed, and the ESM library. `--check` compares instead.
import { generateDtsBundle } from 'dts-bundle-generator';
import { build, transform } from 'esbuild';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');

/** globby needs one function of unicorn-magic, whose other functions start processes. */
export const withoutProcesses = { 'unicorn-magic/node': join(root, 'scripts/to-path.js') };

/** Libraries that ask for child_process get a stub that throws: nothing here starts a process. */
const noChildProcess = {
  name: 'no-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?child_process$/ }, () => ({ path: 'child_process', namespace: 'stub' }));
    onLoad({ filter: /.*/, namespace: 'stub' }, () => ({
      contents: `const refuse = () => { throw new Error('smi2linkerd starts no processes'); };
module.exports = new Proxy({}, { get: () => refuse });`,
    }));
  },
};

/** Of package.json only what src/version.ts reads, and the name by which version-check.js finds it. */
const versionAlone = {
  name: 'version-alone',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]package\.json$/ }, ({ path }) => {
      const { name, version, homepage } = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: JSON.stringify({ name, version, homepage }), loader: 'json' };
    });
  },
};

/** `import('./x.ts')` becomes `require('./x.cjs')`: a chunk of its own. */
function chunks(found) {
  return {
    name: 'chunks',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ path, kind, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        const name = basename(path, '.ts');
        found.set(name, join(resolveDir, path));
        return { path: `./${name}.cjs`, external: true };
      });
    },
  };
}

const license = '// smi2linkerd: Apache-2.0; the licences of the libraries in this file are in THIRD-PARTY-NOTICES';

const common = {
  bundle: true,
  // As modules the library is smaller by what is not used, and loads in two thirds of the time.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js'), ...withoutProcesses },
  minify: true,
  absWorkingDir: root,
  legalComments: 'none',
  logLevel: 'error',
  // V8 keeps a source in one byte for each character if all of them are in Latin-1.
  charset: 'ascii',
};

const program = {
  ...common,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  supported: { 'dynamic-import': false },
};

/** Chunks that have most of their code in common, which becomes a chunk that both load. esbuild shares code between modules
 * only: they are built as such, and then written as CommonJS. */
const twins = ['conversion', 'conversion-routes'];

async function buildTwins(out, found) {
  const { supported, ...asModules } = program;
  const { outputFiles } = await build({
    ...asModules,
    format: 'esm',
    splitting: true,
    entryPoints: Object.fromEntries(twins.map((name) => [name, found.get(name)])),
    outdir: out,
    outExtension: { '.js': '.cjs' },
    chunkNames: 'conversion-shared',
    write: false,
    plugins: [noChildProcess, versionAlone, chunks(found)],
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      target: program.target,
      minify: true,
      charset: 'ascii',
      supported,
      banner: license,
    });
    writeFileSync(path, code);
  }
}

async function buildCli(out) {
  const found = new Map();
  const cjs = (entry, name, shebang = '') =>
    build({
      ...program,
      entryPoints: [entry],
      outfile: join(out, `${name}.cjs`),
      banner: { js: `${shebang}${license}` },
      plugins: [noChildProcess, versionAlone, chunks(found)],
    });
  await cjs(join(root, 'src/cli/main.ts'), 'smi2linkerd', '#!/usr/bin/env node\n');
  const built = new Set();
  while (built.size < found.size) {
    for (const [name, entry] of found) {
      if (built.has(name)) continue;
      built.add(name);
      if (!twins.includes(name)) await cjs(entry, name);
      else if (twins.every((twin) => built.has(twin))) await buildTwins(out, found);
    }
  }
  chmodSync(join(out, 'smi2linkerd.cjs'), 0o755);
}

/** The types with the codes as a list of names instead of the whole table of findings, and without comments about the sources. */
function withCodes(types) {
  const [table = ''] = /^declare const findings: \{\n.*?^\};\n/ms.exec(types) ?? [];
  const codes = [...table.matchAll(/^\treadonly "([\w-]+)": /gm)].map(([, code]) => `\n\t| "${code}"`).sort();
  if (codes.length === 0) throw new Error('the types hold no table of findings');
  return types
    .replace(table, '')
    .replace('= keyof typeof findings;', `=${codes.join('')};`)
    .replace(/^\/\/ .*\n|^\/\*\* .* \*\/\n(?=\/\*\*)/gm, '');
}

async function buildLibrary(out) {
  await build({
    ...common,
    entryPoints: [join(root, 'src/index.ts')],
    outfile: join(out, 'index.js'),
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    format: 'esm',
    banner: { js: license },
    plugins: [versionAlone],
  });
  const [types = ''] = generateDtsBundle([{ filePath: join(root, 'src/index.ts'), output: { noBanner: true } }], {
    preferredConfigPath: join(root, 'tsconfig.lib.json'),
  });
  writeFileSync(join(out, 'index.d.ts'), withCodes(types));
}

async function buildAll(out) {
  await buildCli(out);
  await buildLibrary(out);
}

function files(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => [
      join(entry.parentPath, entry.name).slice(folder.length + 1),
      readFileSync(join(entry.parentPath, entry.name)),
    ]),
  );
}

async function check() {
  const fresh = mkdtempSync(join(tmpdir(), 'smi2linkerd-dist-'));
  try {
    await buildAll(fresh);
    const [built, committed] = [files(fresh), files(dist)];
    const names = new Set([...built.keys(), ...committed.keys()]);
    const stale = [...names].filter((name) => !built.get(name)?.equals(committed.get(name) ?? Buffer.alloc(0)));
    if (stale.length > 0) {
      console.error(`dist/ is not what the sources build: ${stale.join(', ')}\nfix: npm run build, and commit dist/`);
      process.exitCode = 1;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--check')) await check();
  else {
    rmSync(dist, { recursive: true, force: true });
    await buildAll(dist);
  }
}
