// The promises of speed and memory, T1 to T12: what each measures, and the limit it holds.
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { growth } from './growth.js';
import { has } from './measure.js';

const count = (number) => number.toLocaleString('en');

/**
 * Each promise by its name: a function of what it needs, which measures by `bench`: `pairs` compares the CPU time of two
 * commands (`by: 'wall'`: the time by the clock), `peak` the memory of one with a limit in MB.
 */
export const promises = {
  T1({ tool, bare, inputs, bench, rounds }) {
    const often = 4 * rounds;
    bench.pairs('function, no split', 1.15, `${tool} < ${inputs.list(5)}`, bare, often);
    bench.pairs('--version', 1.3, `${tool} --version`, bare, often);
    bench.pairs('--check of 100 files, no split', 1.5, `${tool} --check ${inputs.tree(100)}`, bare, often);
  },
  T2({ tool, bare, inputs, bench, rounds, cached, executable, least }) {
    const check = `--check ${inputs.treeWithSplit(100)}`;
    const what = '--check, one split in 100 files';
    const exit = { exit: 1 };
    bench.pairs(what, 2.2, `${tool} ${check}`, bare, 4 * rounds, exit);
    bench.least(
      'the least: search, parse, print, parse',
      `${least.convert} ${inputs.treeWithSplit(100)}`,
      bare,
      4 * rounds,
      exit,
    );
    if (cached === undefined) bench.skip(`${what}, with a code cache`, 'this Node has none');
    else bench.pairs(`${what}, with a code cache`, 1.8, `${cached} ${tool} ${check}`, bare, 4 * rounds, exit);
    if (executable === undefined) bench.skip(`${what}, executable`, 'no --executable is named');
    else bench.pairs(`${what}, executable`, 1.8, `${executable} ${check}`, bare, 4 * rounds, exit);
  },
  T3({ tool, inputs, bench, rounds, least }) {
    const search = (command, top) => `${command} TrafficSplit ${top} > ${inputs.out}`;
    const [small, large] = [inputs.tree(10000), inputs.tree(100000)];
    const heavy = inputs.tree(100000, { pad: 14000, name: '1.6GB' });
    const none = { theirExit: 1 };
    bench.pairs(
      '10,000 files against grep -rl',
      2.5,
      `${tool} --check ${small}`,
      search('grep -rl', small),
      rounds,
      none,
    );
    bench.least(
      'the least: list, read and search 10,000',
      `${least.search} ${small}`,
      search('grep -rl', small),
      rounds,
      none,
    );
    if (!has('rg')) bench.skip('100,000 files against rg -l', 'rg is not installed');
    else {
      const [ours, theirs] = [`${tool} --check ${large}`, search('rg -l', large)];
      bench.pairs('100,000 files against rg -l', 1.4, ours, theirs, rounds, none);
      bench.again('the same, by the clock', 0.9, 'wall');
      bench.least('the least: list, read and search 100,000', `${least.search} ${large}`, theirs, rounds, none);
    }
    const few = Math.ceil(rounds / 3);
    bench.pairs('1.6 GB against grep -rl', 1, `${tool} --check ${heavy}`, search('grep -rl', heavy), few, none);
  },
  T4({ tool, inputs, bench, rounds, between, least }) {
    for (const [items, limit] of [
      [10000, 2.5],
      [100000, 1.8],
    ]) {
      const path = inputs.list(items);
      const what = `list of ${count(items)}, no split`;
      bench.pairs(`${what}, against cat|cat|cat`, limit, between(path, tool), between(path, 'cat'), rounds);
      bench.least(`the least: read and write ${count(items)}`, between(path, least.copy), between(path, 'cat'), rounds);
      bench.pairs(`${what}, against sed`, 1, between(path, tool), between(path, 'sed s/a/b/'), Math.ceil(rounds / 2));
    }
  },
  T5({ tool, inputs, bench, rounds, between }) {
    for (const [items, limit, name, services] of [
      [10000, 9, '', false],
      [10000, 10, ' and their Services', true],
      [100000, 5, '', false],
    ]) {
      const path = inputs.list(items, { hits: true, services }, services ? '-services' : '-hits');
      const what = `list of ${count(items)}, ${items / 1000} splits${name}, against cat|cat|cat`;
      bench.pairs(what, limit, between(path, tool), between(path, 'cat'), rounds);
    }
  },
  T6({ tool, inputs, bench, rounds, roundTrip }) {
    if (roundTrip === undefined)
      return bench.skip('against a Go round trip', 'go is not installed, or cannot build it');
    for (const [what, limit, path] of [
      ['10,000 items, no split, against kyaml', 1 / 25, inputs.list(10000)],
      ['10,000 items, 10 splits, against kyaml', 1 / 15, inputs.list(10000, { hits: true }, '-hits')],
    ]) {
      const theirs = `${roundTrip} kyaml < ${path}`;
      const ours = `${tool} < ${path}`;
      bench.pairs(what, limit, `${ours} > ${inputs.out}`, `${theirs} > ${inputs.out} 2>&1`, Math.ceil(rounds / 4));
      bench.peaks(`${what}: memory`, 1 / 20, `${ours} > ${inputs.out}`, `${theirs} > ${inputs.out} 2>&1`);
    }
  },
  T7({ program, inputs, bench, rounds }) {
    if (!has('kpt')) return bench.skip('kpt fn eval', 'kpt is not installed');
    for (const [files, limit, times] of [
      [5, 1.3, 2 * rounds],
      [100, 1.15, rounds],
      [1000, 1.05, Math.ceil(rounds / 3)],
    ]) {
      const top = inputs.treeWithSplit(files, 'kpt');
      const evaluate = (exec) => `kpt fn eval ${top} --exec ${exec} -o stdout > ${inputs.out}`;
      bench.pairs(
        `kpt fn eval, ${count(files)} files, against --exec cat`,
        limit,
        evaluate(program),
        evaluate('/bin/cat'),
        times,
      );
    }
  },
  T8({ tool, inputs, bench }) {
    const stream = (what, path, splits) => {
      const size = statSync(path).size / 2 ** 20;
      bench.peak(
        `${what} (${size.toFixed(0)} MB)`,
        45 + 1.2 * size + 16 * splits(size),
        `${tool} -q < ${path} > ${inputs.out}`,
      );
    };
    const some = { hits: true };
    stream('list of 100,000, no split', inputs.list(100000), () => 0);
    stream('list of 100,000, 100 splits', inputs.list(100000, some, '-hits'), () => 0.03);
    stream('stream of 100,000, 100 splits', inputs.stream(100000, some, '-hits'), () => 0.03);
    stream('32,000 splits', inputs.splits(32000), (size) => size);
    stream('a split of 60 MB', inputs.wideSplit(60), (size) => size);
    bench.peak('tree of 100,000 files', 45 + 25, `${tool} --check ${inputs.tree(100000)}`);
  },
  // T9, the growth of every shape, is the table of growth.js.
  T10({ node, dir, bench }) {
    // The tests hold the same for 100, with what is parsed, loaded and written: test/fast/opens.test.ts, counted.test.ts.
    for (const [shape, each] of [
      ['splits in as many files', 3],
      ['splits in as many kustomizations', 6],
    ]) {
      const [{ large }] = growth({ node, dir: join(dir, 'growth'), names: [shape], n: 100 });
      bench.ratios(`files opened for each of 300 ${shape}`, each, [(large.opens - 10) / 300]);
    }
  },
  T11({ node, tool, inputs, bench, rounds, script }) {
    const top = inputs.overlays(1000);
    const ours = `${tool} --check -q ${top}`;
    bench.pairs('1,000 overlays against a script that parses all', 2, ours, `${node} ${script} ${top}`, rounds, {
      exit: 1,
    });
  },
  T12({ tool, inputs, bench, rounds }) {
    const [units, plain] = [inputs.treeWithUnits(100000, 20), inputs.tree(100000)];
    const ours = `${tool} --check -q ${units}`;
    const times = Math.ceil(rounds / 2);
    bench.pairs('100,000 files, 20 kustomizations, against none', 3, ours, `${tool} --check ${plain}`, times, {
      exit: 1,
    });
  },
};

/** Builds the Go program that reads and prints a list, outside of the checkout; undefined where that cannot be done. */
export function roundTripIn(inputs, source) {
  if (!has('go')) return undefined;
  const sum = basename(source);
  const path = join(inputs.out, '..', `roundtrip-${sum}`);
  try {
    if (!existsSync(path)) execFileSync('go', ['build', '-o', path, '.'], { cwd: source, stdio: 'inherit' });
    return path;
  } catch {
    return undefined;
  }
}
