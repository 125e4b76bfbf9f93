// What action.yml runs: the committed bundle looks at the files, and GitHub shows what it found.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bundle = fileURLToPath(new URL('../dist/smi2linkerd.cjs', import.meta.url));
const { env } = process;
const [paths, options] = [lines(env.SMI2LINKERD_PATHS), lines(env.SMI2LINKERD_OPTIONS)];

function lines(text = '') {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Runs the bundle as a program of its own: nothing in the inputs is read by a shell. */
function smi2linkerd(...words) {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    [bundle, ...words, ...options, '--', ...paths],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  if (error !== undefined) throw error;
  return { status: status ?? 70, stdout, stderr };
}

/** Text that the runner must not take for commands, whatever a file is called. */
function show(text) {
  const end = randomUUID();
  if (text !== '') process.stdout.write(`::stop-commands::${end}\n${text}\n::${end}::\n`);
}

/** The escapes of the runner's own command parser. */
function escaped(text) {
  return text.replace(/[%\r\n:,]/g, (found) => `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** For each file of a diff, the line of the old file at which each of its changes begins. */
function changedLines(diff) {
  const files = [];
  const left = { old: 0, new: 0 };
  let [line, begun] = [0, false];
  for (const text of diff.split('\n')) {
    if (left.old <= 0 && left.new <= 0) {
      const hunk = /^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(text);
      if (text.startsWith('+++ ')) files.push([]);
      if (hunk === null) continue;
      [line, begun] = [Number(hunk[1]), false];
      [left.old, left.new] = [Number(hunk[2] ?? 1), Number(hunk[3] ?? 1)];
      continue;
    }
    if (text.startsWith('\\')) continue;
    const changed = text.startsWith('+') || text.startsWith('-');
    if (changed && !begun) files.at(-1)?.push(text.startsWith('+') ? Math.max(line - 1, 1) : line);
    begun ||= changed;
    if (!text.startsWith('+')) [line, left.old] = [line + 1, left.old - 1];
    if (!text.startsWith('-')) left.new -= 1;
  }
  return files;
}

function annotate(files, diff) {
  const places = changedLines(diff);
  for (const [index, file] of files.entries()) {
    for (const line of places[index] ?? [1])
      process.stdout.write(
        `::error file=${escaped(file)},line=${line},title=smi2linkerd::a ServiceProfile is missing or differs here%0Afix: run smi2linkerd --write and commit the result\n`,
      );
  }
}

/** The change as a reviewer wants to see it, as long as GitHub takes it (1 MiB for each step). */
function summarise(files, diff) {
  const shown = diff.length > 500_000 ? `${diff.slice(0, diff.lastIndexOf('\n', 500_000))}\n…\n` : diff;
  const fence = '`'.repeat(Math.max(3, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const count = `${files.length} file${files.length === 1 ? '' : 's'}`;
  append('GITHUB_STEP_SUMMARY', `### smi2linkerd would change ${count}\n\n${fence}diff\n${shown}${fence}\n`);
}

function append(file, text) {
  if (env[file] !== undefined && env[file] !== '') appendFileSync(env[file], text);
}

function output(name, value) {
  const end = randomUUID();
  append('GITHUB_OUTPUT', `${name}<<${end}\n${value}\n${end}\n`);
}

const check = smi2linkerd('--check', '--format=github');
const list = smi2linkerd('--list');
process.stdout.write(check.stdout);
show(list.stderr);
if (check.status === 1) {
  const files = list.stdout.split('\n').filter((file) => file !== '');
  const diff = smi2linkerd('--diff').stdout;
  annotate(files, diff);
  if (files.length > 0) summarise(files, diff);
  output('files', files.join('\n'));
}
if (env.SMI2LINKERD_SARIF === 'true' && check.status <= 1) {
  const sarif = join(env.RUNNER_TEMP ?? '.', 'smi2linkerd.sarif');
  writeFileSync(sarif, smi2linkerd('--check', '--format=sarif').stdout);
  output('sarif', sarif);
}
if (check.status === 0) process.stdout.write('every TrafficSplit has its ServiceProfile\n');
process.exitCode = check.status;
