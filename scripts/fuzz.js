// Fuzzing as a recorded run: `npm run fuzz -- --bytes 10000000 --structured 100000 [--seed 1] [--shards 2] [--state DIR]`.
// It may be stopped at any time and goes on where it was when it is called again with the same words. SMI2LINKERD_CORPUS
// adds the documents of a corpus to the texts that mutations begin with.
import { build } from 'esbuild';
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = readArguments(
  import.meta.url,
  {
    options: {
      bytes: { type: 'string', default: '10000000' },
      structured: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
      shards: { type: 'string', default: '1' },
      state: { type: 'string', default: join(root, 'node_modules/.cache/fuzz') },
    },
  },
  ['bytes', 'structured', 'seed', 'shards'],
);
const seed = Number(values.seed);
const shards = Number(values.shards);
const state = join(values.state, `seed-${seed}-${values.bytes}-${values.structured}-${shards}`);

/** Seconds without a sign of a shard after which a case in its stretch counts as hanging. */
const patience = 300;

/** The YAML library with a counter: how many cases reach the parser is counted there, not guessed. */
const counted = {
  name: 'counted-yaml',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'counted' }));
    onLoad({ filter: /.*/, namespace: 'counted' }, () => ({
      resolveDir: root,
      contents: `const yaml = require(${JSON.stringify(join(root, 'node_modules/yaml/dist/index.js'))});
globalThis.fuzzParsed = 0;
module.exports = { ...yaml, parseAllDocuments(...given) { globalThis.fuzzParsed += 1; return yaml.parseAllDocuments(...given); } };`,
    }));
  },
};

async function bundle() {
  mkdirSync(state, { recursive: true });
  const outfile = join(state, 'shard.cjs');
  await build({
    bundle: true,
    absWorkingDir: root,
    entryPoints: [join(root, 'test/fuzz/main.ts')],
    outfile,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    logLevel: 'error',
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'test/exact')) },
    plugins: [counted],
  });
  return outfile;
}

/** Runs a shard; resolves to its last message. */
function runShard(program, order, onProgress) {
  return new Promise((resolve) => {
    const child = fork(program, { execArgv: ['--max-old-space-size=1024'] });
    let last;
    let watchdog;
    const rearm = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(() => {
        last = { ...last, crash: `no progress for ${patience} s after case ${last?.next ?? order.from}` };
        child.kill('SIGKILL');
      }, patience * 1000);
    };
    rearm();
    child.on('message', (message) => {
      last = { ...last, ...message };
      rearm();
      onProgress(last);
    });
    child.on('exit', (code, signal) => {
      clearTimeout(watchdog);
      const died = code !== 0 && last?.crash === undefined ? { crash: `ended with ${code ?? signal}` } : {};
      resolve({ ...last, ...died });
    });
    child.send(order);
  });
}

function orders() {
  const all = [];
  for (const kind of ['bytes', 'structured']) {
    const total = Number(values[kind]);
    for (let shard = 0; shard < shards && total > 0; shard += 1) {
      const [from, to] = [shard, shard + 1].map((part) => Math.floor((total / shards) * part));
      all.push({ kind, seed, from, to, state: join(state, `${kind}-${shard}.json`), fixtures: join(root, 'fixtures') });
    }
  }
  return all;
}

function summed(results, key) {
  return results.reduce((sum, result) => sum + (key(result) ?? 0), 0);
}

function report(kind, results, seconds) {
  const tallies = results.map(({ tally }) => tally).filter((tally) => tally !== undefined);
  const outcomes = new Set(tallies.flatMap((tally) => Object.keys(tally.outcomes)));
  const entries = {};
  for (const tally of tallies)
    for (const [entry, count] of Object.entries(tally.entries)) entries[entry] = (entries[entry] ?? 0) + count;
  const failures = tallies.flatMap((tally) => tally.failures);
  const crashes = results.flatMap(({ crash }) => crash ?? []);
  console.log(
    `${kind}: ${summed(tallies, (tally) => tally.cases)} cases ${JSON.stringify(entries)}, ${summed(results, ({ parsed }) => parsed)} texts reached the parser, ` +
      `${summed(tallies, (tally) => tally.changed)} conversions, ${summed(tallies, (tally) => tally.second)} pairs read by PyYAML, ${outcomes.size} different outcomes, ` +
      `slowest case ${Math.round(Math.max(0, ...tallies.map((tally) => tally.slowest)))} ms, most memory ${Math.round(Math.max(0, ...results.map(({ rss }) => rss ?? 0)) / 2 ** 20)} MB, ${Math.round(seconds)} s`,
  );
  for (const { problems } of failures.slice(0, 20)) console.log(`FAILED ${problems.join('; ')}`);
  for (const crash of crashes) console.log(`CRASHED ${crash}`);
  console.log(`${kind}: ${failures.length} failures, ${crashes.length} crashes; inputs of failures are under ${state}`);
  return failures.length + crashes.length;
}

async function run() {
  console.log(
    `seed ${seed}, ${shards} shard(s), state in ${state}, corpus ${process.env.SMI2LINKERD_CORPUS ?? 'none'}`,
  );
  const program = await bundle();
  let bad = 0;
  for (const kind of ['bytes', 'structured']) {
    const start = performance.now();
    let shown = start;
    const work = orders().filter((order) => order.kind === kind);
    const results = await Promise.all(
      work.map((order) =>
        runShard(program, order, ({ next, tally, parsed }) => {
          if (performance.now() - shown < 30_000) return;
          shown = performance.now();
          console.log(
            `  ${kind} ${order.from}..${next} of ${order.to}, ${parsed} parsed, ${tally.failures.length} failures`,
          );
        }),
      ),
    );
    if (work.length > 0) bad += report(kind, results, (performance.now() - start) / 1000);
  }
  process.exitCode = bad > 0 ? 1 : 0;
}

await run();
