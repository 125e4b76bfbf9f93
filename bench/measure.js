// Whole processes, measured from outside: commands take turns, so that a machine whose speed drifts slows all of them.
import { spawnSync } from 'node:child_process';

/** The environment of every command. Node 20 reads NODE_EXTRA_CA_CERTS at each start, which costs 100 ms: it is unset. */
export const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined, NODE_COMPILE_CACHE: undefined, NO_COLOR: '1' };

/** What a shell command took, in milliseconds: `wall` and `cpu`, of all its processes. Throws where the exit code is not
 * the expected one. */
export function time(command, { exit = 0 } = {}) {
  const script = `TIMEFORMAT='%3R %3U %3S'\ntime {\n${command}\n}`;
  const { status, stderr } = spawnSync('bash', ['-c', script], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = stderr.toString().trimEnd();
  if (status !== exit) throw new Error(`${command}\nended with ${status}: ${said.slice(0, 500)}`);
  const [wall, user, system] = said
    .slice(said.lastIndexOf('\n') + 1)
    .split(' ')
    .map((seconds) => 1000 * Number(seconds));
  return { wall, cpu: user + system };
}

/** Peak memory of a command in MB, by /usr/bin/time; undefined where that is not installed. */
export function peakMemory(command) {
  const { stderr, error } = spawnSync('/usr/bin/time', ['-f', 'peak %M', 'sh', '-c', `exec ${command}`], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const found = error === undefined ? /peak ([0-9]+)/.exec(stderr.toString())?.[1] : undefined;
  return found === undefined ? undefined : Number(found) / 1024;
}

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Two commands in turn, after one run of each that does not count: the ratios of pairs, by CPU and by wall clock. */
export function pairs(ours, theirs, rounds, { exit, theirExit } = {}) {
  const [one, other] = [() => time(ours, { exit }), () => time(theirs, { exit: theirExit })];
  one();
  other();
  const runs = Array.from({ length: rounds }, () => [one(), other()]);
  const ratios = (of) => runs.map(([first, second]) => first[of] / second[of]);
  return { cpu: ratios('cpu'), wall: ratios('wall') };
}

/** Whether a program is on PATH. */
export function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;
}
