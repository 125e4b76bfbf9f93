// Runs in a process of its own, on sources that hold every mutant behind a switch: tells which mutants the fixtures, the
// library's answers to their streams and the quantity vectors notice.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convert } from '../../src/index.ts';
import { parseQuantity } from '../../src/mesh/quantity.ts';
import { scanList } from '../../src/yaml/list-scan/list-scan.ts';
import { difficultList } from '../fast/difficult-lists.ts';
import { cases, runCase } from '../fixtures.ts';
import { seededRandom } from '../fuzz/seeded-random.ts';

/** The switch that scripts/mutate.js builds into the sources. */
interface Switch {
  /** The mutant that is on; -1: none. */
  active: number;
  /** The mutants whose code was reached since this was cleared. */
  hits: Set<number>;
}

const { mutants } = globalThis as unknown as { mutants: Switch };

/** Something that can be run again and again, and a digest of what it answered. */
interface Probe {
  readonly name: string;
  run(): Promise<string>;
}

function digest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64');
}

/** What is read of a quantity: its parts as text, for a BigInt has no JSON. */
function quantity(text: string): string {
  return Object.values(parseQuantity(text) ?? {})
    .map(String)
    .join(' ');
}

/** Where the scan of lists cuts generated lists, or why it does not. */
function cutsOf(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from }, (_, index) =>
    JSON.stringify(scanList(Buffer.from(difficultList(seededRandom(1, from + index))))),
  );
}

function probesOf(root: string): readonly Probe[] {
  const fixtures = cases(join(root, 'fixtures'));
  const vectors = readFileSync(join(root, 'test/vectors/quantity-golden.tsv'), 'utf8').split('\n');
  return [
    ...fixtures.map((one) => ({
      name: one.name,
      async run() {
        const { code, stdout, stderr, after } = await runCase(one);
        return digest([String(code), stdout, stderr, ...[...after].flat()]);
      },
    })),
    ...fixtures.flatMap(({ name, stdin }) => {
      if (stdin === undefined) return [];
      const text = stdin.toString();
      return [
        {
          name: `library: ${name}`,
          run: () => Promise.resolve(digest([JSON.stringify(convert([{ path: 'a.yaml', text }], { drop: true }))])),
        },
      ];
    }),
    ...Array.from({ length: 20 }, (_, part) => ({
      name: `lists ${part * 50} to ${part * 50 + 49}`,
      run: () => Promise.resolve(digest(cutsOf(part * 50, part * 50 + 50))),
    })),
    {
      name: 'quantity vectors',
      run: () => Promise.resolve(digest(vectors.map((line) => quantity(line.split('\t')[0] ?? '')))),
    },
  ];
}

/** The digest of a probe, or the error that it ended with. */
async function answer(probe: Probe): Promise<string> {
  try {
    return await probe.run();
  } catch (error) {
    return `threw ${String(error)}`;
  }
}

async function main(root: string, wanted: readonly number[]): Promise<void> {
  const probes = probesOf(root);
  const covering = new Map<number, { probe: Probe; usual: string }[]>();
  for (const probe of probes) {
    mutants.active = -1;
    mutants.hits = new Set();
    const usual = await answer(probe);
    for (const id of mutants.hits) {
      const known = covering.get(id);
      if (known === undefined) covering.set(id, [{ probe, usual }]);
      else known.push({ probe, usual });
    }
  }
  for (const id of wanted) {
    process.send?.({ id, state: 'started' });
    let killer: string | undefined;
    for (const { probe, usual } of covering.get(id) ?? []) {
      mutants.active = id;
      const told = await answer(probe);
      mutants.active = -1;
      if (told === usual) continue;
      killer = probe.name;
      break;
    }
    process.send?.({
      id,
      state: killer !== undefined ? 'killed' : covering.has(id) ? 'survived' : 'not reached',
      killer,
    });
  }
}

process.on('message', ({ root, wanted }: { root: string; wanted: readonly number[] }) => {
  void main(root, wanted).then(() => {
    process.disconnect();
  });
});
