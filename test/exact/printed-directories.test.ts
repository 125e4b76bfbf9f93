import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom, type SeededRandom } from '../fuzz/seeded-random.ts';
import { runWith } from '../host.ts';
import { noisyJson, noisyStream } from './noise.ts';
import { misplaced, type Told } from './placed.ts';
import { startSecondParser, type SecondParser } from './second-parser.ts';

// More of them: SMI2LINKERD_STYLES=5000 SMI2LINKERD_SEED=2 npx vitest run test/exact/printed-directories.test.ts
const count = Number(process.env.SMI2LINKERD_STYLES ?? '150');
const seed = Number(process.env.SMI2LINKERD_SEED ?? '1');

const top = mkdtempSync(join(tmpdir(), 'smi2linkerd-printed-'));
let parser: SecondParser | undefined;
beforeAll(async () => {
  parser = await startSecondParser();
});
afterAll(() => {
  parser?.close();
  rmSync(top, { recursive: true, force: true });
});

interface File {
  readonly path: string;
  readonly text: string;
}

/** The files of a directory, in the order of their paths; no two files have splits of one Service. */
function filesOf(random: SeededRandom): readonly File[] {
  return Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const isJson = random.below(5) === 0;
    const text = isJson ? noisyJson(random) : noisyStream(random);
    return {
      path: `${index}.${isJson ? 'json' : random.pick(['yaml', 'yml'])}`,
      text: text.replaceAll(/\b(?:web|api|cart|mail|docs)\b/g, `$&${index}`),
    };
  });
}

/** What PyYAML reads, each last line ended as Kubernetes' reader does; undefined if it cannot. */
async function tell(bytes: Buffer): Promise<readonly Told[] | undefined> {
  const ended = bytes.at(-1) === 10 ? bytes : Buffer.concat([bytes, Buffer.from('\n')]);
  return (await parser?.read(ended))?.map((one) => ({ ...one, told: one.digest }));
}

interface Judged {
  readonly printed: boolean;
  readonly wrong: readonly string[];
}

/** Prints the files of a directory, and compares the stream with what PyYAML reads in the files. */
async function judge(files: readonly File[], drop: boolean): Promise<Judged> {
  const cwd = join(top, 'directory');
  rmSync(cwd, { recursive: true, force: true });
  mkdirSync(cwd);
  const before: Told[] = [];
  for (const { path, text } of files) {
    writeFileSync(join(cwd, path), text);
    const told = await tell(Buffer.from(text));
    if (told === undefined) return { printed: false, wrong: [] };
    before.push(...told);
  }
  const { code, stdout, stderr } = await runWith(['-n', 'fallback', ...(drop ? ['--drop'] : []), '.'], { cwd });
  if (code !== 0) return { printed: false, wrong: code === 70 ? [stderr] : [] };
  const after = await tell(stdout);
  if (after === undefined) return { printed: true, wrong: ['the stream cannot be read'] };
  return { printed: true, wrong: misplaced(before, after, { drop, target: 'serviceprofile', namespace: 'fallback' }) };
}

describe('the printed stream of a directory', { timeout: 3_600_000 }, () => {
  test('has the objects of all files in their order, and a profile for each split', async () => {
    if (parser === undefined) return;
    const wrong: string[] = [];
    let printed = 0;
    for (let index = 0; index < count; index += 1) {
      const files = filesOf(seededRandom(seed, index));
      for (const drop of [false, true]) {
        const judged = await judge(files, drop);
        if (judged.printed) printed += 1;
        wrong.push(...judged.wrong.map((what) => `${what}\n${drop ? '--drop ' : ''}${JSON.stringify(files, null, 1)}`));
      }
    }
    console.info(`printed directories: ${JSON.stringify({ printed, of: 2 * count, wrong: wrong.length })}`);
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(printed).toBeGreaterThan(count / 2);
  });
});
