import { runWith } from '../host.ts';
import type { Way } from './invariants.ts';
import { convertAll, ways } from './invariants.ts';
import { readAsKubernetes } from './kubernetes-reader.ts';
import { misplaced, type Told } from './placed.ts';
import { startSecondParser } from './second-parser.ts';

/** A text before and after a conversion. */
interface Pair {
  readonly way: Way;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** What was converted and compared, and what was found. */
export interface Placed {
  readonly streams: number;
  readonly changed: number;
  /** The changed texts that PyYAML, and Kubernetes' reader, could read before. */
  readonly pyyaml: number;
  readonly kubernetes: number;
  /** Each with the text before and after. */
  readonly wrong: readonly string[];
}

type Say = (what: string, pair: Omit<Pair, 'way'>) => void;

/** What a text becomes, and what was found. */
export type Convert = (
  bytes: Buffer,
  way: Way,
) => Promise<{ readonly after: Buffer; readonly codes: readonly string[] }>;

/**
 * Converts streams in every way, as streams or by the function, and has PyYAML and Kubernetes' own reader tell where each
 * object is afterwards.
 */
export async function judgePlaces(streams: readonly string[], convert: Convert = asStream): Promise<Placed> {
  const wrong: string[] = [];
  const say: Say = (what, { before, after }) =>
    void wrong.push(`${what}\n${before.toString()}\n--- becomes\n${after.toString()}`);
  const pairs: Pair[] = [];
  for (const text of streams)
    for (const way of together) pairs.push(...(await converted(Buffer.from(text), way, { convert, say })));
  const [pyyaml, kubernetes] = [await compareByPyYaml(pairs, say), compareByKubernetes(pairs, say)];
  return { streams: streams.length, changed: pairs.length, pyyaml, kubernetes, wrong };
}

const together = ways.filter((way) => way.together);

/** The text and what it becomes, where that is another one. */
async function converted(
  before: Buffer,
  way: Way,
  { convert, say }: { readonly convert: Convert; readonly say: Say },
): Promise<readonly Pair[]> {
  try {
    const { after, codes } = await convert(before, way);
    // What refuses a split may go with another one.
    const isLast = !codes.some((code) => ['cannot-insert', 'profile-wins'].includes(code));
    if (isLast && !(await convert(after, way)).after.equals(after))
      say('converting the output again changes it', { before, after });
    return after.equals(before) ? [] : [{ way, before, after }];
  } catch (error) {
    say(String(error), { before, after: before });
    return [];
  }
}

function asStream(bytes: Buffer, way: Way): ReturnType<Convert> {
  const made = convertAll([{ path: 'stream.yaml', bytes }], way);
  return Promise.resolve({ after: made.converted[0]?.after ?? bytes, codes: made.codes });
}

/**
 * Runs the function; a run that fails leaves the items as they are, and each run appends its results. A list that cannot be
 * read is refused as a stream, without output.
 */
export const asFunction: Convert = async (bytes, { options: { drop, target } }) => {
  const args = ['-n', 'fallback', ...(drop ? ['--drop'] : []), ...(target === 'httproute' ? ['--target', target] : [])];
  const { code, stdout, stderr } = await runWith(args, { stdin: bytes });
  if (code === 70) throw new Error(stderr);
  return { after: code === 1 && stdout.length === 0 ? bytes : stdout, codes: ['cannot-insert'] };
};

async function compareByPyYaml(pairs: readonly Pair[], say: Say): Promise<number> {
  const parser = await startSecondParser();
  if (parser === undefined) return 0;
  // Kubernetes' reader ends a last line that has no end, so that a block scalar there has one, too.
  const ended = (bytes: Buffer): Buffer => (bytes.at(-1) === 10 ? bytes : Buffer.concat([bytes, Buffer.from('\n')]));
  const tell = async (bytes: Buffer): Promise<readonly Told[] | undefined> =>
    (await parser.read(ended(bytes)))?.map((one) => ({
      ...one,
      told: one.kind === 'ResourceList' ? one.kind : one.digest,
    }));
  let read = 0;
  for (const pair of pairs) {
    const before = await tell(pair.before);
    if (before === undefined) continue;
    read += 1;
    compare(pair, before, await tell(pair.after), say);
  }
  parser.close();
  return read;
}

function compareByKubernetes(pairs: readonly Pair[], say: Say): number {
  const answers = readAsKubernetes(pairs.flatMap(({ before, after }) => [before, after]));
  const tell = (at: number): readonly Told[] | undefined =>
    answers?.[at]?.map((object) => ({ kind: String(object.kind), told: JSON.stringify(object), object }));
  let read = 0;
  for (const [index, pair] of pairs.entries()) {
    const before = tell(index * 2);
    if (before === undefined) continue;
    read += 1;
    compare(pair, before, tell(index * 2 + 1), say);
  }
  return read;
}

function compare(pair: Pair, before: readonly Told[], after: readonly Told[] | undefined, say: Say): void {
  const problems = after === undefined ? ['it cannot be read any more'] : misplaced(before, after, pair.way.options);
  for (const problem of problems) say(problem, pair);
}
