import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { seededRandom } from '../fuzz/seeded-random.ts';
import { runWith } from '../host.ts';
import { treeOf, type Entry } from './printed-trees.ts';
import { scratch } from './run.ts';
import { tool } from './tools.ts';

const program = tool('manifest-decoder');
const root = scratch();
const seed = Number(process.env.SMI2LINKERD_PRINTED_SEED ?? 16);
const directories = Number(process.env.SMI2LINKERD_PRINTED ?? 600);

interface Decoded {
  readonly objects: readonly string[];
  readonly errors: readonly string[];
}

/** Kubernetes' decoder as kubectl uses it, in a process that answers one line for each. */
function decoderOf(path: string): { decode(bytes: Uint8Array): Promise<Decoded>; close(): void } {
  const child = spawn(path, { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting: ((answer: Decoded) => void)[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line) as Decoded));
  return {
    decode: (bytes) =>
      new Promise((resolve) => {
        waiting.push(resolve);
        child.stdin.write(`${Buffer.from(bytes).toString('base64')}\n`);
      }),
    close: () => void child.stdin.end(),
  };
}

function put(folder: string, files: ReadonlyMap<string, Entry>): void {
  for (const [path, entry] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if ('link' in entry) symlinkSync(entry.link, join(folder, path));
    else writeFileSync(join(folder, path), entry);
  }
}

/** An object as it is to be found again: of a profile the name, for its overrides are written. */
function told(object: string): string {
  const { kind, metadata } = JSON.parse(object) as { kind?: unknown; metadata?: { name?: unknown } };
  return kind === 'ServiceProfile' ? `ServiceProfile ${String(metadata?.name)}` : object;
}

/** The objects of the files that are not in what was printed. */
function missing(wanted: readonly string[], printed: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const object of printed.map(told)) left.set(object, (left.get(object) ?? 0) + 1);
  return wanted.map(told).filter((object) => {
    const count = left.get(object) ?? 0;
    left.set(object, count - 1);
    return count <= 0;
  });
}

/** Whether it is an object, and none of which the decoder took a byte order mark after two separators into a key. */
function isObject(object: string): boolean {
  const keys = Object.keys(JSON.parse(object) as object);
  return keys.includes('apiVersion') && !keys.some((key) => key.startsWith('\ufeff'));
}

test.skipIf(program === undefined)(
  'each object that Kubernetes reads from the files of a directory is printed',
  async () => {
    const decoder = decoderOf(program ?? '');
    const tally = { directories: 0, objects: 0, refused: 0, unreadable: 0 };
    const wrong: unknown[] = [];
    for (let index = 0; index < directories && wrong.length < 20; index += 1) {
      const files = treeOf(seededRandom(seed, index));
      const folder = join(root, String(index));
      put(folder, files);
      mkdirSync(join(folder, '.git'));
      const { code, stdout, stderr } = await runWith(['.'], { cwd: folder });
      tally.directories += 1;
      if (code !== 0) {
        tally.refused += 1;
        if (code !== 1 || stdout.length > 0 || stderr === '') wrong.push({ index, code, stderr });
      } else {
        const reached = [...files].flatMap(([path, entry]) =>
          'link' in entry ? [files.get(entry.link)] : /\.(?:ya?ml|json)$/.test(path) ? [entry] : [],
        );
        const read = await Promise.all(reached.map((entry) => decoder.decode(entry as Uint8Array)));
        const wanted = read.flatMap(({ objects }) => objects).filter(isObject);
        const printed = await decoder.decode(stdout);
        tally.objects += wanted.length;
        tally.unreadable += printed.errors.length;
        const lost = missing(wanted, printed.objects);
        if (lost.length > 0) wrong.push({ index, lost, errors: printed.errors });
      }
      rmSync(folder, { recursive: true });
    }
    decoder.close();
    console.info(`printed directories: ${JSON.stringify(tally)}, seed ${seed}`);
    expect(wrong).toEqual([]);
    expect(tally.objects).toBeGreaterThan(directories);
    expect(tally.refused).toBeLessThan(directories / 5);
  },
);
