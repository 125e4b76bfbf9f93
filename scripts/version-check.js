// Holds every place that names the version to that of package.json: `npm run version-check`, and `-- --write` to change them
// after `npm version`. What is built from it (dist/, man/) follows with `npm run build` and `npm run docs`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readArguments } from './arguments.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const number = String.raw`\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]*[0-9A-Za-z])?`;

/** How a version of ours is named, in whatever file: images, packages, the action, tags, what is printed. */
const forms = new RegExp(
  [
    String.raw`ghcr\.io/smi2linkerd/smi2linkerd:`,
    String.raw`smi2linkerd/smi2linkerd@v`,
    String.raw`githubusercontent\.com/smi2linkerd/smi2linkerd/v`,
    String.raw`refs/tags/v`,
    String.raw`(?<![\w/])smi2linkerd[@ ]`,
    String.raw`^ARG VERSION=`,
    String.raw`^ *rev: v`,
    String.raw`\btag v`,
    String.raw`name:"smi2linkerd",version:"`,
  ]
    .map((before) => `(?<=${before})${number}`)
    .join('|'),
  'gm',
);

/** Files in which a plain line names it. */
const lines = {
  'examples/helm-post-renderer/plugin/plugin.yaml': new RegExp(`(?<=^version: )${number}`, 'gm'),
  'gitlab/smi2linkerd.gitlab-ci.yml': new RegExp(`(?<=^ +version:\\n +default: )${number}`, 'gm'),
  'examples/gitlab-ci/test': new RegExp(String.raw`(?<=inputs\.version \\\]\\\]/)${number}`, 'gm'),
};

/** Files that name it by no form: JSON, and the history. */
const others = /^(?:package(?:-lock)?\.json|CHANGELOG\.md)$|^(?:fixtures|test\/vectors|docs\/facts)\//;

function listed(folder) {
  const printed = execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  return printed.split('\0').filter((path) => path !== '' && !others.test(path));
}

const lineOf = (text, at) => text.slice(0, at).split('\n').length;

function placesIn(path, text) {
  const found = [...text.matchAll(forms), ...(lines[path] === undefined ? [] : text.matchAll(lines[path]))];
  return found.map((match) => ({ path, line: lineOf(text, match.index), version: match[0] }));
}

/** Where the version is named, with what is written there.
 * @param {string} [folder] a checkout
 * @returns {{ version: string, places: readonly { path: string, line: number, version: string }[] }} */
export function versions(folder = root) {
  const read = (path) => readFileSync(join(folder, path), 'utf8');
  const { version } = JSON.parse(read('package.json'));
  const lock = JSON.parse(read('package-lock.json'));
  const newest = new RegExp(`^## (${number})`, 'm').exec(read('CHANGELOG.md'))?.[1];
  return {
    version,
    places: [
      { path: 'package-lock.json', line: 3, version: lock.version },
      { path: 'package-lock.json', line: 9, version: lock.packages[''].version },
      { path: 'CHANGELOG.md', line: 1, version: newest ?? 'no version' },
      ...listed(folder).flatMap((path) => placesIn(path, read(path))),
    ],
  };
}

/** Whether a file gets its version later: by a build, or by hand. */
const isLater = (path) => /^(?:dist|man)\/|^CHANGELOG\.md$/.test(path);

function writeAll(version) {
  for (const path of listed(root).filter((one) => !isLater(one))) {
    const text = readFileSync(join(root, path), 'utf8');
    const known = lines[path] === undefined ? text : text.replace(lines[path], version);
    const changed = known.replace(forms, version);
    if (changed !== text) writeFileSync(join(root, path), changed);
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = readArguments(import.meta.url, { options: { write: { type: 'boolean', default: false } } });
  if (values.write) writeAll(versions().version);
  const { version, places } = versions();
  // After --write, what is built and the history are the next steps: that they are old must not stop those.
  const due = values.write ? places.filter(({ path }) => !isLater(path)) : places;
  const wrong = due.filter((place) => place.version !== version);
  for (const { path, line, version: found } of wrong) console.error(`${path}:${line}: ${found} instead of ${version}`);
  if (wrong.length > 0) {
    console.error('fix: npm run version-check -- --write && npm run build && npm run docs; CHANGELOG.md by hand');
    process.exitCode = 1;
  } else console.log(`${due.length} places in ${new Set(due.map(({ path }) => path)).size} files name ${version}`);
}
