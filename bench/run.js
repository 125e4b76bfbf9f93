// `npm run bench [-- T1 T5 …] [--rounds 9] [--dir DIR]`: the promises of speed and memory, measured on this machine.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, writeSync, closeSync, writeFileSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { resourceList, stream, tree } from './generate.js';
import { pairs, peakMemory, time } from './measure.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '9' }, dir: { type: 'string' } },
});
const rounds = Number(values.rounds);
const dir = values.dir ?? join(tmpdir(), 'smi2linkerd-bench');
const tool = `node ${join(root, 'dist/smi2linkerd.cjs')}`;
const wanted = (name) => positionals.length === 0 || positionals.includes(name);
mkdirSync(dir, { recursive: true });

function has(command) {
  try {
    execFileSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function file(name, pieces) {
  const path = join(dir, name);
  if (existsSync(path)) return path;
  const fd = openSync(path, 'w');
  let buffer = '';
  for (const piece of pieces()) {
    buffer += piece;
    if (buffer.length < 1 << 20) continue;
    writeSync(fd, buffer);
    buffer = '';
  }
  writeSync(fd, buffer);
  closeSync(fd);
  return path;
}

function folder(name, count, options, pad = 0) {
  const top = join(dir, name);
  if (existsSync(top)) return top;
  for (const [path, text] of tree(count, options, 1, pad)) {
    mkdirSync(dirname(join(top, path)), { recursive: true });
    writeFileSync(join(top, path), text);
  }
  return top;
}

const list = (count, options, name) => file(`list-${count}${name}.yaml`, () => resourceList(count, options));
const rows = [];

function report(promise, what, limit, measured, unit = '×') {
  const { ratio, least, most, ours, theirs } = measured;
  const spread = least === undefined ? '' : `${least.toFixed(2)}–${most.toFixed(2)}`;
  const times = ours === undefined ? '' : `${ours.toFixed(0)} / ${theirs.toFixed(0)} ms`;
  const row = [
    promise,
    what,
    `≤ ${Number(limit.toFixed(2))}${unit}`,
    `${ratio.toFixed(2)}${unit}`,
    spread,
    times,
    ratio <= limit ? 'met' : 'MISSED',
  ];
  rows.push(row);
  console.log(`| ${row.join(' | ')} |`);
}

function skip(promise, what, why) {
  console.log(`| ${promise} | ${what} | | | | | SKIPPED: ${why} |`);
}

/** A command in a pipe of three, as a function of kpt stands in one. */
const between = (path, command) => `cat ${path} | ${command} | cat > ${join(dir, 'out')}`;

const measures = {
  T1() {
    const simple = list(5, {}, '');
    const files = folder('tree-100', 100, {});
    report('T1', 'function, no split', 1.2, pairs(`${tool} < ${simple}`, 'node -e 0', 4 * rounds));
    report('T1', '--version', 1.4, pairs(`${tool} --version`, 'node -e 0', 4 * rounds));
    report('T1', '--check of 100 files, no split', 1.4, pairs(`${tool} --check ${files}`, 'node -e 0', 4 * rounds));
  },
  T2() {
    const files = folder('tree-100-hit', 100, {});
    writeFileSync(
      join(files, 'split.yaml'),
      readFileSync(join(root, 'examples/trafficsplit-sample/trafficsplit.yaml')),
    );
    const ours = `${tool} --check ${files}`;
    report('T2', '--check, one split in 100 files', 2, pairs(ours, 'node -e 0', 4 * rounds, { exit: 1, theirExit: 0 }));
  },
  T3() {
    const [small, large, heavy] = [
      folder('tree-10000', 10000, {}),
      folder('tree-100000', 100000, {}),
      folder('tree-1.6GB', 100000, {}, 14000),
    ];
    const grep = (top) => `grep -rl TrafficSplit ${top} > ${join(dir, 'out')}`;
    report(
      'T3',
      '10,000 files against grep -rl',
      2.5,
      pairs(`${tool} --check ${small}`, grep(small), rounds, { theirExit: 1 }),
    );
    if (has('rg')) {
      const rg = `rg -l TrafficSplit ${large} > ${join(dir, 'out')}`;
      report('T3', '100,000 files against rg -l', 1.5, pairs(`${tool} --check ${large}`, rg, rounds, { theirExit: 1 }));
    } else skip('T3', '100,000 files against rg -l', 'rg is not installed');
    report(
      'T3',
      '1.6 GB against grep -rl',
      1,
      pairs(`${tool} --check ${heavy}`, grep(heavy), Math.ceil(rounds / 3), { theirExit: 1 }),
    );
  },
  T4() {
    for (const [count, limit] of [
      [10000, 3],
      [100000, 1.6],
    ]) {
      const path = list(count, {}, '');
      report(
        'T4',
        `list of ${count}, no split, against cat|cat|cat`,
        limit,
        pairs(between(path, tool), between(path, 'cat'), rounds),
      );
      report('T4', `the same against sed`, 1, pairs(between(path, tool), between(path, 'sed s/a/b/'), rounds));
    }
  },
  T5() {
    for (const [count, limit, name, options] of [
      [10000, 10, '-hits', { hits: true }],
      [10000, 12, '-services', { hits: true, services: true }],
      [100000, 5, '-hits', { hits: true }],
    ]) {
      const path = list(count, options, name);
      report(
        'T5',
        `list of ${count}${name} against cat|cat|cat`,
        limit,
        pairs(between(path, tool), between(path, 'cat'), rounds),
      );
    }
  },
  T6() {
    const go = join(dir, 'roundtrip');
    if (!has('go')) return skip('T6', 'against a Go round trip', 'go is not installed');
    if (!existsSync(go))
      execFileSync('go', ['build', '-o', go, '.'], { cwd: join(root, 'bench/go'), stdio: 'inherit' });
    for (const way of ['yamlv3', 'kyaml']) {
      for (const [name, options] of [
        ['', {}],
        ['-hits', { hits: true }],
      ]) {
        const path = list(10000, options, name);
        const theirs = `${go} ${way} < ${path} > ${join(dir, 'out')} 2>/dev/null`;
        report(
          'T6',
          `list of 10000${name} against Go ${way}`,
          1 / 20,
          pairs(`${tool} < ${path} > ${join(dir, 'out')}`, theirs, Math.ceil(rounds / 3)),
        );
        memory('T6', `memory of the same`, 1 / 10, `${tool} < ${path}`, `${go} ${way} < ${path}`);
      }
    }
  },
  T7() {
    if (!has('kpt')) return skip('T7', 'kpt fn eval', 'kpt is not installed');
    for (const [count, limit] of [
      [5, 1.2],
      [100, 1.05],
      [1000, 1.05],
    ]) {
      const top = folder(`kpt-${count}`, count, {});
      const cat = join(dir, 'cat.sh');
      writeFileSync(cat, '#!/bin/sh\nexec cat\n', { mode: 0o755 });
      const evaluate = (exec) => `kpt fn eval ${top} --exec ${exec} -o stdout > ${join(dir, 'out')}`;
      report(
        'T7',
        `kpt fn eval, ${count} files, against --exec cat`,
        limit,
        pairs(evaluate(join(root, 'dist/smi2linkerd.cjs')), evaluate(cat), count > 100 ? rounds : 3 * rounds),
      );
    }
  },
  T8() {
    for (const [name, path] of [
      ['list of 100000, no split', list(100000, {}, '')],
      ['list of 100000-hits', list(100000, { hits: true }, '-hits')],
      ['stream of 100000-hits', file('stream-100000-hits.yaml', () => stream(100000, { hits: true }))],
      ['list of 1 GiB, hits', list(650000, { hits: true }, '-hits')],
    ]) {
      const size = statSync(path).size / 2 ** 20;
      const peak = peakMemory(`${tool} -q < ${path} > ${join(dir, 'out')}`);
      if (peak === undefined) return skip('T8', name, '/usr/bin/time is not installed');
      report('T8', `${name} (${size.toFixed(0)} MB)`, 45 + 1.2 * size, { ratio: peak }, ' MB');
    }
    const peak = peakMemory(`${tool} --check ${folder('tree-100000', 100000, {})}`);
    report('T8', 'tree of 100,000 files', 110, { ratio: peak }, ' MB');
  },
  T9() {
    const [less, more] = [list(10000, { hits: true }, '-hits'), list(100000, { hits: true }, '-hits')];
    const perItem = (path, count) => () => time(`${tool} < ${path} > ${join(dir, 'out')}`) / count;
    const [small, large] = [perItem(less, 10000), perItem(more, 100000)];
    const ratios = Array.from({ length: rounds }, () => 1 / (small() / large())).sort((a, b) => a - b);
    report('T9', 'time of an item, 100,000 against 10,000', 1.2, {
      ratio: ratios[Math.floor(rounds / 2)],
      least: ratios[0],
      most: ratios.at(-1),
    });
  },
};

function memory(promise, what, limit, ours, theirs) {
  const [one, other] = [
    peakMemory(`${ours} > ${join(dir, 'out')}`),
    peakMemory(`${theirs} > ${join(dir, 'out')} 2>/dev/null`),
  ];
  if (one === undefined || other === undefined) return skip(promise, what, '/usr/bin/time is not installed');
  report(promise, `${what}: ${one.toFixed(0)} / ${other.toFixed(0)} MB`, limit, { ratio: one / other });
}

if (process.env.NODE_EXTRA_CA_CERTS)
  console.log('NODE_EXTRA_CA_CERTS is set here, and unset for every command measured');
console.log(`node ${process.version}, ${rounds} rounds, files in ${dir}; medians of pairs, least and most\n`);
console.log('| promise | what | at most | measured | spread | ours / theirs | |\n|---|---|---|---|---|---|---|');
for (const [name, measure] of Object.entries(measures)) if (wanted(name)) measure();
const missed = rows.filter((row) => row.at(-1) === 'MISSED').length;
console.log(`\n${rows.length} measured, ${rows.length - missed} met, ${missed} missed`);
