// The release: `npm run release -- --dry-run [--out DIR]` builds every artefact into a folder and checks each;
// `npm run release` tags the commit, and the tag's workflow does the same and publishes (RELEASING.md).
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.js';
import { faultsOf } from './executable-structure.js';
import { targets } from './executable-targets.js';
import { executables } from './executables.js';
import { versions } from './version-check.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const repository = 'ghcr.io/smi2linkerd/smi2linkerd';
const platforms = ['linux/amd64', 'linux/arm64'];

const sample = join(root, 'examples/trafficsplit-sample/trafficsplit.yaml');

function said(program, words, options = {}) {
  return execFileSync(program, words, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
}

function must(holds, otherwise) {
  if (!holds) throw new Error(otherwise);
}

/** Whether a command converts the sample as this checkout does. */
function converts(program, words = []) {
  const wanted = said(process.execPath, [join(root, 'dist/smi2linkerd.cjs'), sample]);
  return said(program, [...words, sample]) === wanted && wanted.includes('kind: ServiceProfile');
}

/** The places of the version, and what is built and committed. */
function checkout({ version }) {
  const wrong = versions().places.filter((place) => place.version !== version);
  must(
    wrong.length === 0,
    `${wrong.map(({ path, line }) => `${path}:${line}`).join(', ')} name another version than ${version}`,
  );
  said(process.execPath, [join(root, 'scripts/build.js'), '--check']);
  return [];
}

/** What CHANGELOG.md says of the version. */
function notes({ out, version }) {
  const [, text = ''] = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(`\n## ${version}`);
  const own = text.split(/\n## /)[0].replace(/^.*\n/, '').trim();
  must(own !== '', `CHANGELOG.md says nothing of ${version}`);
  writeFileSync(join(out, 'notes.md'), `${own}\n`);
  return ['notes.md'];
}

/** The npm package, installed without a registry and run. */
function npmPackage({ out, work, version }) {
  const [{ filename }] = JSON.parse(said('npm', ['pack', '--json', '--pack-destination', out]));
  const words = ['install', '--offline', '--no-audit', '--no-fund', '--prefix', join(work, 'npm'), join(out, filename)];
  said('npm', words, { cwd: work });
  const bin = join(work, 'npm/node_modules/.bin/smi2linkerd');
  must(said(bin, ['--version']) === `smi2linkerd ${version}\n`, 'the installed package is of another version');
  must(converts(bin), 'the installed package does not convert the sample');
  return [filename];
}

/** The bill of materials. */
function materials({ out }) {
  const text = said(process.execPath, [join(root, 'scripts/sbom.js')]);
  const named = JSON.parse(text).components.map(({ name, version }) => `${name} ${version}`);
  const notices = readFileSync(join(root, 'THIRD-PARTY-NOTICES'), 'utf8');
  const missing = named.filter((one) => !notices.includes(`\n${one} (`));
  must(named.length > 0 && missing.length === 0, `THIRD-PARTY-NOTICES lacks ${missing.join(', ')}`);
  writeFileSync(join(out, 'sbom.cdx.json'), text);
  return ['sbom.cdx.json'];
}

/** The executables; the one for this machine is run. */
async function programs({ out, version }) {
  const names = await executables(out);
  for (const [name, target] of Object.entries(targets)) {
    const faults = faultsOf(join(out, name), target);
    must(faults.length === 0, `${name}: ${faults.join(', ')}`);
  }
  const own = join(out, 'smi2linkerd-linux-x64');
  must(
    said(own, ['--version']) === `smi2linkerd ${version}\n` && converts(own),
    'the executable does not convert the sample',
  );
  return names.filter((name) => name !== 'SHA256SUMS');
}

/** Where the base image cannot be had the files go onto an empty one: all but the base is then checked. */
function imageOn(base, { work, version, out }) {
  const store = ['--root', join(work, 'storage'), '--runroot', join(work, 'run'), '--storage-driver', 'vfs'];
  const revision = said('git', ['rev-parse', 'HEAD']).trim();
  const created = said('git', ['show', '-s', '--format=%cI', 'HEAD']).trim();
  const values = [`VERSION=${version}`, `REVISION=${revision}`, `CREATED=${created}`].flatMap((value) => [
    '--build-arg',
    value,
  ]);
  const name = `${repository}:${version}`;
  for (const platform of platforms) {
    const from = base === undefined ? [] : ['--from', base];
    // The code cache is filled by the image's own Node, which runs on this machine type and on a real base alone.
    const target = base === undefined && platform === 'linux/amd64' ? [] : ['--target', 'plain'];
    const words = [
      'bud',
      ...from,
      ...target,
      ...values,
      '--platform',
      platform,
      '--timestamp',
      String(Math.floor(Date.parse(created) / 1000)),
      '--manifest',
      name,
      '.',
    ];
    const { status, stderr } = spawnSync('buildah', [...store, ...words], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, BUILDAH_ISOLATION: 'chroot' },
    });
    must(status === 0, `buildah ended with ${status}: ${stderr.trim().split('\n').at(-1)}`);
  }
  const folder = join(work, 'image');
  said('buildah', [...store, 'manifest', 'push', '--all', name, `oci:${folder}`]);
  said('tar', [
    '--sort=name',
    '--mtime=@0',
    '--owner=0',
    '--group=0',
    '-C',
    folder,
    '-cf',
    join(out, 'smi2linkerd-image.tar'),
    '.',
  ]);
  return folder;
}

/** What an OCI layout holds, by platform. */
function imagesIn(folder) {
  const blob = ({ digest }) => JSON.parse(readFileSync(join(folder, 'blobs', digest.replace(':', '/')), 'utf8'));
  const top = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')).manifests;
  const all = top.flatMap((one) => (/index|list/.test(one.mediaType) ? blob(one).manifests : [one]));
  return all.map((one) => blob(blob(one).config));
}

/** The image for both platforms, as an OCI archive. */
function image(context) {
  let folder;
  try {
    folder = imageOn(undefined, context);
  } catch (error) {
    console.warn(`image: made on an empty base, for the real one cannot be had here (${error.message})`);
    folder = imageOn('scratch', context);
  }
  const images = imagesIn(folder);
  const found = images.map(({ os, architecture }) => `${os}/${architecture}`).sort();
  must(found.join() === platforms.join(), `the image is for ${found.join(', ')}`);
  for (const { config } of images) {
    must(config.User === '65532:65532', 'the image has another user');
    must(config.Labels['org.opencontainers.image.version'] === context.version, 'the image has another version');
    const asked = [
      'org.opencontainers.image.created',
      'org.opencontainers.image.description',
      'io.artifacthub.package.readme-url',
    ];
    must(
      asked.every((label) => config.Labels[label]),
      'the image lacks a label that Artifact Hub asks for',
    );
  }
  return ['smi2linkerd-image.tar'];
}

/** Checksums of all that is downloaded as a file. */
function sums({ out }) {
  const names = readdirSync(out).filter((name) => !/^(?:SHA256SUMS|notes\.md|smi2linkerd-image\.tar)$/.test(name));
  const lines = names.sort().map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(out, name)))
        .digest('hex')}  ${name}\n`,
  );
  writeFileSync(join(out, 'SHA256SUMS'), lines.join(''));
  said('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: out });
  return ['SHA256SUMS'];
}

const steps = {
  checkout,
  notes,
  'npm package': npmPackage,
  'bill of materials': materials,
  executables: programs,
  image,
  checksums: sums,
};

/** Builds and checks everything; says of each step what it made. */
async function dryRun(out) {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const work = mkdtempSync(join(tmpdir(), 'smi2linkerd-release-'));
  try {
    for (const [name, step] of Object.entries(steps)) {
      const made = await step({ out, work, version: versions().version });
      console.log(`checked: ${name}${made.length === 0 ? '' : ` (${made.join(', ')})`}`);
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Tags the commit of a clean main branch. */
function tag() {
  const { version } = versions();
  must(said('git', ['status', '--porcelain']) === '', 'there are uncommitted changes');
  must(said('git', ['branch', '--show-current']).trim() === 'main', 'a release is made from main');
  checkout({ version });
  said('git', ['tag', '--annotate', `v${version}`, '--message', `smi2linkerd ${version}`]);
  console.log(`tagged v${version}; to release it: git push origin v${version}`);
}

const { values } = readArguments(import.meta.url, {
  options: { 'dry-run': { type: 'boolean', default: false }, out: { type: 'string', default: join(root, 'release') } },
});
try {
  if (values['dry-run']) await dryRun(resolve(values.out));
  else tag();
} catch (error) {
  console.error(`not released: ${error.message}`);
  process.exitCode = 1;
}
