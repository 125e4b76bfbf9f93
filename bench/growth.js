// `npm run bench:growth [-- SHAPE…] [--n 1000] [--factor 3] [--dir DIR]`: what each shape costs, and how it grows.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { shapes } from './shapes.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    n: { type: 'string', default: '1000' },
    factor: { type: 'string', default: '3' },
    dir: { type: 'string', default: join(tmpdir(), 'smi2linkerd-growth') },
    bundle: { type: 'string', default: join(root, 'dist/smi2linkerd.cjs') },
  },
});
const probe = join(root, 'bench/probe.cjs');
const report = join(values.dir, 'probe.json');
const limit = 120000;

/** Runs the program on a shape; returns CPU seconds, peak memory in MB and opened files, undefined after two minutes. */
function cost(args, { cwd, stdin }) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['--require', probe, values.bundle, ...args], {
    cwd,
    input: stdin ?? '',
    maxBuffer: 2 ** 30,
    timeout: limit,
    env: { ...process.env, PROBE: report, NODE_EXTRA_CA_CERTS: undefined },
  });
  if (signal !== null) return undefined;
  if (status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.toString().slice(0, 300)}`);
  return { ...JSON.parse(readFileSync(report, 'utf8')), stdout };
}

function measure(shape, n) {
  const { tree = [], args, stdin, twice } = shape(n);
  const cwd = join(values.dir, 'tree');
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd, { recursive: true });
  for (const [path, text] of tree) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const input = twice === undefined ? stdin : cost(twice, { cwd, stdin })?.stdout;
  return cost(args, { cwd, stdin: input });
}

const [least, factor] = [Number(values.n), Number(values.factor)];
mkdirSync(values.dir, { recursive: true });
console.log(`node ${process.version}; CPU seconds, peak MB, files opened\n`);
console.log(`| shape | ${least} | ${least * factor} | × CPU | exponent | |\n|---|---|---|---|---|---|`);
const said = (one) =>
  one === undefined ? 'more than 120 s' : `${one.cpu.toFixed(2)} s, ${one.peak.toFixed(0)} MB, ${one.opens}`;
for (const [name, shape] of Object.entries(shapes)) {
  if (positionals.length > 0 && !positionals.some((word) => name.includes(word))) continue;
  const [small, large] = [measure(shape, least), measure(shape, least * factor)];
  const ratio = small && large && large.cpu / small.cpu;
  const exponent = ratio === undefined ? '' : (Math.log(ratio) / Math.log(factor)).toFixed(2);
  const verdict = ratio === undefined || ratio > 1.2 * factor ? 'MISSED' : 'met';
  console.log(`| ${name} | ${said(small)} | ${said(large)} | ${ratio?.toFixed(2) ?? ''} | ${exponent} | ${verdict} |`);
}
rmSync(join(values.dir, 'tree'), { recursive: true, force: true });
