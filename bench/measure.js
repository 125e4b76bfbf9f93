// Whole processes, timed from outside: commands take turns, so that a machine whose speed drifts slows all of them.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** The environment of every command. Node 20 reads NODE_EXTRA_CA_CERTS at each start, which costs 100 ms: it is unset. */
export const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NO_COLOR: '1' };

/** Runs a shell command; returns milliseconds. Throws where the exit code is not the expected one. */
export function time(command, { cwd, exit = 0 } = {}) {
  const start = performance.now();
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  const took = performance.now() - start;
  if (status !== exit) throw new Error(`${command}\nended with ${status}: ${stderr.toString().slice(0, 500)}`);
  return took;
}

/** Peak memory of a command in MB, by /usr/bin/time; undefined where that is not installed. */
export function peakMemory(command, { cwd } = {}) {
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', 'peak %M', 'sh', '-c', `exec ${command}`], {
    cwd,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const found = error === undefined ? /peak ([0-9]+)/.exec(stderr.toString())?.[1] : undefined;
  return found === undefined ? undefined : Number(found) / 1024;
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Two commands in turn; returns the ratios of pairs (median, least, most) and the medians in milliseconds. */
export function pairs(ours, theirs, rounds, options = {}) {
  const runs = [];
  time(ours, options);
  time(theirs, { ...options, exit: options.theirExit ?? 0 });
  for (let round = 0; round < rounds; round += 1) {
    const one = time(ours, options);
    const other = time(theirs, { ...options, exit: options.theirExit ?? 0 });
    runs.push({ one, other, ratio: one / other });
  }
  const ratios = runs.map(({ ratio }) => ratio);
  return {
    ratio: median(ratios),
    least: Math.min(...ratios),
    most: Math.max(...ratios),
    ours: median(runs.map(({ one }) => one)),
    theirs: median(runs.map(({ other }) => other)),
  };
}
