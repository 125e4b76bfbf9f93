// `npm run bench:rivals [-- --dir DIR] [--rounds 3] [--markdown]`: what other ways to change manifests cost, and how many lines
// they lose of those that were not to change. Each reads a stream and prints it again; this program converts it, too.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from '../scripts/arguments.js';
import { inputsIn } from './inputs.js';
import { env, has, median, peakMemory, time } from './measure.js';
import { roundTripIn } from './promises.js';
import { putTable, table } from './tables.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = readArguments(
  import.meta.url,
  {
    options: {
      dir: { type: 'string', default: join(tmpdir(), 'smi2linkerd-bench') },
      rounds: { type: 'string', default: '3' },
      markdown: { type: 'boolean', default: false },
    },
  },
  ['rounds'],
);
const inputs = inputsIn(values.dir);

/** The inputs of every fifth test in fixtures/ that needs no option and ends with 0, in a folder each. */
function fixtures() {
  return inputs.once('fixtures', (top) => {
    const folders = readdirSync(join(root, 'fixtures'))
      .map((name) => join(root, 'fixtures', name))
      .filter(
        (folder) =>
          existsSync(join(folder, 'stdin')) && !['args', 'env', 'exit'].some((name) => existsSync(join(folder, name))),
      );
    mkdirSync(top, { recursive: true });
    for (const [index, folder] of folders.entries())
      if (index % 5 === 0) copyFileSync(join(folder, 'stdin'), join(top, `${index}.yaml`));
  });
}

function said(program, args) {
  const { stdout, status } = spawnSync(program, args, { env, encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

/** Each way by its name: the command of a filter, or why there is none here. */
function ways() {
  const go = roundTripIn(inputs, join(root, 'bench/go'));
  const yq = has('yq') ? said('yq', ['--version']) : undefined;
  const hasPyYaml = said('python3', ['-c', 'import yaml']) !== undefined;
  const node = process.execPath;
  return [
    ['smi2linkerd', `${node} ${join(root, 'dist/smi2linkerd.cjs')} -q`],
    ['kyaml (a Go function)', go && `${go} kyaml 2> /dev/null`],
    ['yaml.v3 (a Go program)', go && `${go} yamlv3`],
    ['yq', yq && (yq.includes('mikefarah') ? 'yq .' : 'yq -y .')],
    ['a script with `yaml`', `${node} ${join(root, 'bench/rivals/round-trip.js')}`],
    ['a script with PyYAML', hasPyYaml && `python3 ${join(root, 'bench/rivals/round_trip.py')}`],
  ];
}

/** The lines of a file that are not in the other, as diff counts them. */
function linesLost(before, after) {
  const { stdout } = spawnSync('diff', ['--text', before, after], { encoding: 'latin1', maxBuffer: 2 ** 30 });
  return stdout.split('\n').filter((line) => line.startsWith('<')).length;
}

/** What a way costs for the files of a folder, one process for each, what it loses and how many it does not read. */
function measured(command, folder) {
  const out = `${inputs.out}-rivals`;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const names = readdirSync(folder).sort();
  const each = names
    .map((name) => `${command} < ${join(folder, name)} > ${join(out, name)} || rm ${join(out, name)}`)
    .join('\n');
  const cpu = median(Array.from({ length: Number(values.rounds) }, () => time(each).cpu)) / 1000;
  const read = names.filter((name) => existsSync(join(out, name)));
  const lost = read.map((name) => linesLost(join(folder, name), join(out, name)));
  const peak = peakMemory(`${command} < ${join(folder, names[0])} > ${inputs.out}`);
  return { cpu, peak, lost: lost.reduce((sum, one) => sum + one, 0), unread: names.length - read.length };
}

function rowOf([name, command], folder) {
  if (!command) return [name, 'SKIPPED: not installed here', '', '', ''];
  const { cpu, peak, lost, unread } = measured(command, folder);
  return [name, cpu.toFixed(2), peak?.toFixed(0) ?? '', lost.toLocaleString('en'), unread];
}

const generated = inputs.once('generated', (top) => {
  mkdirSync(top, { recursive: true });
  copyFileSync(inputs.stream(2000, { hits: true, services: true }, '-services'), join(top, 'stream.yaml'));
});
const sections = [];
for (const [what, folder] of [
  ['A stream of 2,000 generated manifests', generated],
  ['Inputs of tests', fixtures()],
]) {
  const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
  const lines = texts.reduce((sum, text) => sum + text.split('\n').length - 1, 0).toLocaleString('en');
  const rows = ways().map((way) => rowOf(way, folder));
  const head = ['', 'CPU, s', 'peak of the first, MB', `lines lost of ${lines}`, 'files not read'];
  sections.push(`${what} (files: ${texts.length}):\n\n${table(head, rows)}`);
  console.log(sections.at(-1), '\n');
}
if (values.markdown) await putTable(join(root, 'docs/performance.md'), 'rivals', sections.join('\n\n'));
