import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tree } from '../fixtures.ts';
import { lostFrom } from '../fuzz/oracle.ts';
import type { Place, HostileValue } from '../hostile/values.ts';
import { places, hostileValues } from '../hostile/values.ts';
import { isInShare, told } from '../sample.ts';
import { put, scratch, split } from './run.ts';
import { bundle } from './tools.ts';

const root = scratch();

interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs the bundle in a small heap; what does not end is killed, and has no status then. */
function bounded(words: readonly string[], cwd: string, input: Buffer = Buffer.alloc(0)): Ended {
  const options = ['--max-old-space-size=512', bundle, ...words];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, options, {
    cwd,
    input,
    timeout: 120_000,
    maxBuffer: 2 ** 30,
  });
  return { status, signal, stdout, stderr: stderr.toString() };
}

/** A text with the hostile value in the place of its `@`. */
function armed(text: string, { value }: HostileValue): Buffer {
  const [before = '', after] = text.split('@');
  return after === undefined ? Buffer.from(before) : Buffer.concat([Buffer.from(before), value, Buffer.from(after)]);
}

let count = 0;

/** Runs a case and tells what does not hold of what is promised for any input. */
function problemsOf(place: Place, hostile: HostileValue): readonly string[] {
  const cwd = join(root, `w${(count += 1)}`);
  put(cwd, {});
  const files = Object.entries(place.files ?? {}).map(([path, text]) => [path, armed(text, hostile)] as const);
  put(cwd, Object.fromEntries(files.map(([path, bytes]) => [path, bytes])));
  const input = place.stdin === undefined ? undefined : armed(place.stdin, hostile);
  const { status, signal, stdout, stderr } = bounded(place.words, cwd, input);
  const told = `${hostile.name} in ${place.name}: ${status ?? signal ?? ''} ${stderr.slice(0, 300)}`;
  const problems: string[] = [];
  if (status === null || status > 2) problems.push(told);
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(stderr)) problems.push(`raw: ${told}`);
  if (input !== undefined) {
    const isList = stdout.includes('ResourceList');
    if (status !== 0 && !isList && stdout.length > 0) problems.push(`printed: ${told}`);
    if (status === 0 || isList) problems.push(...lostFrom(input, stdout, true).map((what) => `${what}: ${told}`));
  }
  const after = tree(cwd);
  for (const [path, bytes] of files) {
    const now = after.get(path) ?? Buffer.alloc(0);
    if (!now.equals(bytes) && !path.endsWith('split.yaml')) problems.push(`${path} changed: ${told}`);
  }
  expect([...after.keys()].length, told).toBe(files.length);
  return problems;
}

describe('hostile values', () => {
  const armedPlaces = hostileValues.map((hostile) => {
    const some = places.filter((place) => isInShare(`${hostile.name} in ${place.name}`, 2));
    return { name: hostile.name, hostile, some, of: told(some, places) };
  });

  test.each(armedPlaces)(
    '$name, in places of a manifest ($of), ends in 0, 1 or 2, with nothing lost',
    ({ hostile, some }) => {
      expect(some.flatMap((place) => problemsOf(place, hostile))).toEqual([]);
    },
  );

  const endless: readonly (readonly [string, Buffer])[] = [
    ['a million documents', Buffer.from(`${'---\na: b\n'.repeat(1_000_000)}---\n${split}`)],
    ['a million separators', Buffer.from(`${split}${'---\n'.repeat(1_000_000)}`)],
    ['a million end markers', Buffer.from(`${split}${'...\n'.repeat(1_000_000)}`)],
    ['3,000 levels of block mappings', Buffer.from(`${split}---\n${blocks(3000)}`)],
    ['100,000 levels of dashes on a line', Buffer.from(`${split}  hostile:\n    ${'- '.repeat(100_000)}x\n`)],
    ['a million comment lines', Buffer.from(`${'# TrafficSplit\n'.repeat(1_000_000)}${split}`)],
    ['a million empty lines', Buffer.from(`${split}${'\n'.repeat(1_000_000)}`)],
    ['a list of 10,000 TrafficSplits on one line', Buffer.from(oneLine(10_000, 1))],
    ['a list of 10,000 bad TrafficSplits on one line', Buffer.from(oneLine(10_000, 'x'))],
    ['UTF-16', Buffer.from(`\ufeff${split}`, 'utf16le')],
    ['UTF-16 with the other end first', Buffer.from(`\ufeff${split}`, 'utf16le').swap16()],
    ['NUL between documents', Buffer.from(`${split}---\n\0\n---\n${split.replaceAll('web', 'api')}`)],
    ['nothing but a byte order mark', Buffer.from('\ufeff')],
    [
      'a ResourceList of a million items that are nothing',
      Buffer.from(`apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${'-\n'.repeat(1_000_000)}`),
    ],
  ];
  test.each(endless)('%s as standard input and as a file exits with 0, 1 or 2 and loses nothing', (name, bytes) => {
    const cwd = put(join(root, `e${(count += 1)}`), {});
    const { status, signal, stdout, stderr } = bounded([], cwd, bytes);
    expect([0, 1, 2], `${name}: ${status ?? signal ?? ''} ${stderr.slice(0, 300)}`).toContain(status);
    if (status === 0) expect(lostFrom(bytes, stdout, true)).toEqual([]);
    else if (!stdout.includes('ResourceList')) expect(stdout.length).toBe(0);
    put(cwd, { 'split.yaml': bytes });
    const file = bounded(['--write', '.'], cwd);
    expect([0, 1, 2], `${name} as a file: ${file.status ?? file.signal ?? ''} ${file.stderr.slice(0, 300)}`).toContain(
      file.status,
    );
    expect(lostFrom(bytes, tree(cwd).get('split.yaml') ?? Buffer.alloc(0), true)).toEqual([]);
  });
});

/** A JSON list of splits. */
function oneLine(count: number, weight: unknown): string {
  const items = Array.from({ length: count }, (_, at) => ({
    apiVersion: 'split.smi-spec.io/v1alpha2',
    kind: 'TrafficSplit',
    metadata: { name: `web-${at}`, namespace: 'shop' },
    spec: { service: `web-${at}`, backends: [{ service: `web-${at}-v1`, weight }] },
  }));
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

/** A mapping in a mapping, each on a line of its own. */
function blocks(levels: number): string {
  return Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:\n`).join('');
}
