// `npm run bench:growth [-- SHAPE…] [--n 1000] [--factor 3] [--dir DIR] [--node NODE] [--bundle FILE] [--markdown]`: what each
// shape of shapes.js costs at two sizes, and how it grows; --markdown puts the table into docs/performance.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readArguments } from '../scripts/arguments.js';
import { env } from './measure.js';
import { shapes } from './shapes.js';
import { putTable, table } from './tables.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const probe = join(root, 'bench/probe.cjs');

/** Runs the program on a shape; returns CPU seconds, peak memory in MB and opened files, undefined after two minutes. */
function cost(args, { cwd, stdin, node, bundle, report }) {
  const { status, signal, stdout, stderr } = spawnSync(node, ['--require', probe, bundle, ...args], {
    cwd,
    input: stdin ?? '',
    maxBuffer: 2 ** 30,
    timeout: 120000,
    env: { ...env, PROBE: report },
  });
  if (signal !== null) return undefined;
  if (status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.toString().slice(0, 300)}`);
  return { ...JSON.parse(readFileSync(report, 'utf8')), stdout };
}

function measure(shape, n, { dir, ...how }) {
  const { tree = [], args, stdin, twice } = shape(n);
  const cwd = join(dir, 'tree');
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd, { recursive: true });
  for (const [path, text] of tree) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const call = { ...how, cwd, report: join(dir, 'probe.json') };
  const input = twice === undefined ? stdin : cost(twice, { ...call, stdin })?.stdout;
  const found = cost(args, { ...call, stdin: input });
  rmSync(cwd, { recursive: true, force: true });
  return found;
}

/** Measures the shapes whose names hold one of these words at n and at factor × n, one after the other. */
export function* growth({
  names = [],
  n = 1000,
  factor = 3,
  dir,
  node = process.execPath,
  bundle = join(root, 'dist/smi2linkerd.cjs'),
}) {
  mkdirSync(dir, { recursive: true });
  for (const [shape, make] of Object.entries(shapes)) {
    if (names.length > 0 && !names.some((word) => shape.includes(word))) continue;
    const [small, large] = [n, n * factor].map((size) => measure(make, size, { dir, node, bundle }));
    yield { shape, small, large, ratio: small && large && large.cpu / small.cpu };
  }
}

/** The table of measured shapes. */
function growthTable(rows, n, factor) {
  const head = ['shape', `n = ${n}`, `n = ${n * factor}`, '× CPU', 'exponent', ''];
  return table(
    head,
    rows.map((row) => rowOf(row, factor)),
  );
}

function rowOf({ shape, small, large, ratio }, factor) {
  const said = (one) =>
    one === undefined ? 'more than 120 s' : `${one.cpu.toFixed(2)} s, ${one.peak.toFixed(0)} MB, ${one.opens}`;
  const exponent = ratio === undefined ? '' : (Math.log(ratio) / Math.log(factor)).toFixed(2);
  const verdict = ratio === undefined || ratio > 1.2 * factor ? '**MISSED**' : 'met';
  return [shape, said(small), said(large), ratio?.toFixed(2) ?? '', exponent, verdict];
}

async function main() {
  const { values, positionals } = readArguments(
    import.meta.url,
    {
      allowPositionals: true,
      options: {
        n: { type: 'string', default: '1000' },
        factor: { type: 'string', default: '3' },
        dir: { type: 'string', default: join(tmpdir(), 'smi2linkerd-growth') },
        node: { type: 'string', default: process.execPath },
        bundle: { type: 'string', default: join(root, 'dist/smi2linkerd.cjs') },
        markdown: { type: 'boolean', default: false },
      },
    },
    ['n', 'factor'],
  );
  const [n, factor] = [Number(values.n), Number(values.factor)];
  // The program runs in another directory; without it, node ends with 1, as a check does.
  const bundle = resolve(values.bundle);
  accessSync(bundle);
  console.log(`node ${execFileSync(values.node, ['--version'])}CPU seconds, peak MB, files opened`);
  const rows = [];
  for (const one of growth({ ...values, bundle, n, factor, names: positionals })) {
    rows.push(one);
    console.log(rowOf(one, factor).join(' | '));
  }
  const whole = growthTable(rows, n, factor);
  console.log(`\n${whole}`);
  if (values.markdown) await putTable(join(root, 'docs/performance.md'), 'growth', whole);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();
