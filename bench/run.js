// `npm run bench [-- T1 T5 …] [--rounds 9] [--dir DIR] [--node NODE]… [--executable FILE] [--markdown]`: the promises of speed
// and memory, measured on this machine, with one column for each Node; --markdown puts the table into docs/performance.md.
import { buildSync } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments, refuse } from '../scripts/arguments.js';
import { inputsIn } from './inputs.js';
import { has, median, pairs, peakMemory } from './measure.js';
import { promises, roundTripIn } from './promises.js';
import { putTable, tableOf } from './tables.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = readArguments(
  import.meta.url,
  {
    allowPositionals: true,
    options: {
      rounds: { type: 'string', default: '9' },
      dir: { type: 'string', default: join(tmpdir(), 'smi2linkerd-bench') },
      node: { type: 'string', multiple: true, default: [process.execPath] },
      executable: { type: 'string' },
      markdown: { type: 'boolean', default: false },
    },
  },
  ['rounds'],
);
const unknown = positionals.find((name) => !Object.hasOwn(promises, name));
if (unknown !== undefined) refuse(`there is no promise ${unknown}, but ${Object.keys(promises).join(', ')}`);
const inputs = inputsIn(values.dir);
const roundTrip =
  positionals.length === 0 || positionals.includes('T6') ? roundTripIn(inputs, join(root, 'bench/go')) : undefined;

/** The rows of the table, by promise and what is measured; each with the results of every Node. */
const rows = new Map();

/** A program whose first line names this Node, as the container image has one. */
function programOf(node, version) {
  const path = join(values.dir, `smi2linkerd-${version}`);
  writeFileSync(path, `#!${node}\nrequire('${join(root, 'dist/smi2linkerd.cjs')}');\n`, { mode: 0o755 });
  return path;
}

/** Notes results, and says each at once. */
function recorder(promise, version) {
  let last;
  const note = (what, limit, result) => {
    const key = `${promise} ${what}`;
    const row = rows.get(key) ?? { promise, what, limit, results: new Map() };
    row.results.set(version, result);
    rows.set(key, row);
    console.log(tableOf([row], [version], false));
  };
  const ratios = (what, at, found, unit = '') =>
    note(what, `${Number(at.toPrecision(3))}${unit}`, {
      middle: median(found),
      least: Math.min(...found),
      most: Math.max(...found),
      met: median(found) <= at,
    });
  return {
    ratios,
    skip: (what, why) => note(what, '', { skipped: why }),
    pairs: (what, at, ours, theirs, rounds, exits) => {
      last = pairs(ours, theirs, rounds, exits);
      ratios(what, at, last.cpu);
    },
    /** A comparison without a limit. */
    least: (what, ours, theirs, rounds, exits) => {
      const { cpu } = pairs(ours, theirs, rounds, exits);
      note(what, '', { middle: median(cpu), least: Math.min(...cpu), most: Math.max(...cpu) });
    },
    again: (what, at, by) => ratios(what, at, last[by]),
    peak: (what, at, ours) => {
      const found = peakMemory(ours);
      if (found === undefined) note(what, '', { skipped: '/usr/bin/time is not installed' });
      else ratios(what, at, [found], ' MB');
    },
    peaks: (what, at, ours, theirs) => {
      const [one, other] = [peakMemory(ours), peakMemory(theirs)];
      if (one === undefined) note(what, '', { skipped: '/usr/bin/time is not installed' });
      else ratios(what, at, [one / other]);
    },
  };
}

/** The scripts that do the least for a promise, by name. */
function leastPrograms() {
  const convert = join(values.dir, 'least-convert.cjs');
  buildSync({
    entryPoints: [join(root, 'bench/least/convert.js')],
    outfile: convert,
    alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
  });
  return { convert, copy: join(root, 'bench/least/copy.cjs'), search: join(root, 'bench/least/search.cjs') };
}

const leastPaths = leastPrograms();

function contextOf(node) {
  const version = execFileSync(node, ['--version']).toString().trim();
  const caching = Number(version.slice(1).split('.')[0]) >= 22;
  return {
    node,
    version,
    dir: values.dir,
    inputs,
    rounds: Number(values.rounds),
    tool: `${node} ${join(root, 'dist/smi2linkerd.cjs')}`,
    bare: `${node} -e 0`,
    program: programOf(node, version),
    script: join(root, 'bench/parse-all.js'),
    least: Object.fromEntries(Object.entries(leastPaths).map(([name, path]) => [name, `${node} ${path}`])),
    roundTrip,
    executable: values.executable,
    cached: caching ? `NODE_COMPILE_CACHE=${join(values.dir, `cache-${version}`)}` : undefined,
    /** A command in a pipe of three, as kpt runs a function. */
    between: (path, command) => `cat ${path} | ${command} | cat > ${inputs.out}`,
  };
}

function measureAll(context) {
  for (const [name, measure] of Object.entries(promises)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    measure({ ...context, bench: recorder(name, context.version) });
  }
}

const nodes = values.node.map((name) =>
  has(name)
    ? execFileSync('sh', ['-c', `command -v ${name}`])
        .toString()
        .trim()
    : name,
);
const contexts = nodes.map(contextOf);
const versions = contexts.map(({ version }) => version);
if (process.env.NODE_EXTRA_CA_CERTS)
  console.log('NODE_EXTRA_CA_CERTS is set here, and unset for every command measured');
console.log(`${values.rounds} rounds, files in ${values.dir}; medians of pairs, in brackets the least and the most\n`);
for (const context of contexts) measureAll(context);
const table = tableOf([...rows.values()], versions, true);
console.log(`\n${table}`);
const page = join(root, 'docs/performance.md');
if (values.markdown) await putTable(page, 'promises', table);
