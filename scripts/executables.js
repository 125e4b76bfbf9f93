// Builds the executables for machines without Node, and SHA256SUMS: `npm run executables [-- --out DIR]`. Runs on Linux x64
// with llvm-strip. What it needs is fetched from npm, checked, and kept outside of the checkout.
// Neither code cache nor snapshot: both differ in each build and would have to be made on each platform; without them
// anyone can rebuild the same bytes here (docs/install.md).
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readArguments } from './arguments.js';
import { fuse, hosts, postject, targets } from './executable-targets.js';
import { notices } from './notices.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(process.env.SMI2LINKERD_TOOLS ?? join(homedir(), '.cache/smi2linkerd-tools'), 'executables');

const hashOf = (algorithm, ...parts) => parts.reduce((hash, part) => hash.update(part), createHash(algorithm));

/** A package of npm, unpacked in the cache; its directory. Throws where its bytes are not the expected ones. */
function fetched({ package: name, integrity }) {
  const into = join(cache, name.replace('@', '-'));
  if (existsSync(into)) return into;
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'fetch-'));
  try {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', work, name], {
      cwd: work,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const file = join(work, `${name.replace('@', '-')}.tgz`);
    const found = `sha512-${hashOf('sha512', readFileSync(file)).digest('base64')}`;
    if (found !== integrity) throw new Error(`${name} is not what it was: ${found} instead of ${integrity}`);
    execFileSync('tar', ['-xzf', file, '-C', work]);
    if (!existsSync(into)) renameSync(join(work, 'package'), into);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return into;
}

const nodeOf = (from) => ['bin/node', 'bin/node.exe'].map((path) => join(fetched(from), path)).find(existsSync);

const main = 'executable-main.cjs';

/** What goes into an executable: the committed bundle, and the script that loads its parts. Copied to a directory. */
function programIn(work) {
  const parts = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.cjs'));
  for (const name of parts) copyFileSync(join(root, 'dist', name), join(work, name));
  copyFileSync(join(root, 'scripts', main), join(work, main));
  return parts.sort();
}

/** The blob that Node of a major version looks for in itself. NODE_OPTIONS and its kind stay without effect in it. */
function blobOf(major, parts, work) {
  const output = `${major}.blob`;
  // Relative, for paths become part of the blob.
  const config = {
    main,
    assets: Object.fromEntries(parts.map((name) => [name, name])),
    output,
    disableExperimentalSEAWarning: true,
    useCodeCache: false,
    useSnapshot: false,
    execArgvExtension: 'none',
  };
  writeFileSync(join(work, `${major}.json`), JSON.stringify(config));
  execFileSync(nodeOf(hosts[major]), ['--experimental-sea-config', join(work, `${major}.json`)], {
    cwd: work,
    stdio: 'pipe',
  });
  return readFileSync(join(work, output));
}

async function make(name, blob, work) {
  const { format, ...from } = targets[name];
  const file = join(work, name);
  copyFileSync(nodeOf(from), file);
  chmodSync(file, 0o755);
  if (format === 'elf') execFileSync('llvm-strip', [file]);
  const { inject } = createRequire(import.meta.url)(join(fetched(postject), 'dist/api.js'));
  const options = { sentinelFuse: fuse, ...(format === 'mach-o' && { machoSegmentName: 'NODE_SEA' }) };
  await inject(file, 'NODE_SEA_BLOB', blob, options);
}

/** The notices that go beside the executables: those of the bundle, and Node's, which holds those of what it contains. */
async function allNotices() {
  const nodes = [...new Set(Object.values(targets).map(({ major }) => major))];
  const texts = nodes.map((major) => {
    const version = hosts[major].package.replace(/^.*@/, '');
    return `${'-'.repeat(80)}\nNode.js ${version}, in the executables\nhttps://github.com/nodejs/node\n\n${readFileSync(join(fetched(hosts[major]), 'LICENSE'), 'utf8').trim()}\n`;
  });
  return [await notices(), ...texts].join('\n');
}

const recipe = readFileSync(fileURLToPath(import.meta.url));

/** Builds the executables, or takes those that were built from the same bundle before. Returns the names of the files.
 * @param {string} out @returns {Promise<readonly string[]>} */
export async function executables(out) {
  if (`${process.platform} ${process.arch}` !== 'linux x64') throw new Error('executables are built on Linux x64');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'build-'));
  try {
    const parts = programIn(work);
    const strip = execFileSync('llvm-strip', ['--version']);
    const key = hashOf(
      'sha256',
      ...[...parts, main].map((name) => readFileSync(join(work, name))),
      recipe,
      strip,
      JSON.stringify(targets),
    )
      .digest('hex')
      .slice(0, 16);
    const kept = join(cache, `built-${key}`);
    if (!existsSync(kept)) await buildInto(kept, parts, work);
    mkdirSync(out, { recursive: true });
    const names = [...Object.keys(targets), 'SHA256SUMS', 'THIRD-PARTY-NOTICES'];
    for (const name of names) copyFileSync(join(kept, name), join(out, name));
    return names;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function buildInto(kept, parts, work) {
  const made = mkdtempSync(join(cache, 'made-'));
  const blobs = new Map(Object.keys(hosts).map((major) => [Number(major), blobOf(Number(major), parts, work)]));
  const sums = [];
  for (const name of Object.keys(targets)) {
    await make(name, blobs.get(targets[name].major), made);
    sums.push(`${hashOf('sha256', readFileSync(join(made, name))).digest('hex')}  ${name}\n`);
  }
  writeFileSync(join(made, 'SHA256SUMS'), sums.join(''));
  writeFileSync(join(made, 'THIRD-PARTY-NOTICES'), await allNotices());
  if (existsSync(kept)) rmSync(made, { recursive: true });
  else renameSync(made, kept);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = readArguments(import.meta.url, {
    options: { out: { type: 'string', default: join(root, 'release') } },
  });
  const out = resolve(values.out);
  for (const name of await executables(out)) console.log(join(basename(out), name));
}
