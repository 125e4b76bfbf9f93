import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { isWhole } from '../sample.ts';
import type { Way } from './invariants.ts';
import { broken, convertAll, ways } from './invariants.ts';
import { readAsKubernetes } from './kubernetes-reader.ts';
import type { Read } from './second-parser.ts';
import { startSecondParser } from './second-parser.ts';
import type { Styled } from './styles.ts';

/** A stream before and after a conversion. */
interface Pair {
  readonly stream: Styled;
  readonly drop: boolean;
  readonly target: string;
  /** Whether a change could not be written and was refused. */
  readonly refused: boolean;
  readonly before: Buffer;
  readonly after: Buffer;
}

/** What was converted and compared, and what was found. */
export interface Judged {
  readonly streams: number;
  readonly conversions: number;
  readonly refused: number;
  /** The pairs whose stream PyYAML, and Kubernetes' reader, can read. */
  readonly pyyaml: number;
  readonly kubernetes: number;
  /** Each with the text before and after. */
  readonly wrong: readonly string[];
}

/** A stream as a source; it is asked for by the same array each time, so that nothing is converted twice. */
interface Stream {
  readonly path: string;
  readonly bytes: Buffer;
}

type Say = (what: string, stream: Styled, after?: string) => void;

/** Converts streams as streams and as files in turn, each in every mode and to every target, and has the results read by PyYAML and by Kubernetes' own reader. */
export async function judge(streams: readonly Styled[]): Promise<Judged> {
  const wrong: string[] = [];
  const say: Say = (what, { text, path }, after = '') =>
    void wrong.push(`${what} (${path})\n${text}\n--- becomes\n${after}`);
  const pairs = streams.flatMap((stream, index) => {
    const sources = [{ path: stream.path, bytes: Buffer.from(stream.text) }];
    const some = ways.filter(({ together }) => isWhole || together === (index % 2 === 0));
    return some.flatMap((way) => converted(stream, sources, way, say));
  });
  const parser = await startSecondParser();
  let [pyyaml, kubernetes] = [0, 0];
  let last: { readonly text?: Buffer; readonly read?: readonly Read[] | undefined } = {};
  for (const pair of pairs) {
    if (last.text !== pair.before) last = { text: pair.before, read: await parser?.read(pair.before) };
    const before = last.read;
    if (before === undefined) continue;
    pyyaml += 1;
    compare(pair, ['PyYAML', before.map(named), (await parser?.read(pair.after))?.map(named)], say);
  }
  parser?.close();
  const read = readAsKubernetes(pairs.flatMap(({ before, after }) => [before, after]));
  for (const [index, pair] of pairs.entries()) {
    const before = read?.[index * 2];
    if (before === undefined) continue;
    kubernetes += 1;
    compare(pair, ['Kubernetes', before.map(asRead), read?.[index * 2 + 1]?.map(asRead)], say);
  }
  const refused = pairs.filter((pair) => pair.refused).length;
  return { streams: streams.length, conversions: pairs.length, refused, pyyaml, kubernetes, wrong };
}

/** What a stream becomes one way; what is wrong about it is said. */
function converted(stream: Styled, sources: readonly Stream[], way: Way, say: Say): readonly Pair[] {
  const [{ bytes } = { bytes: Buffer.of() }] = sources;
  try {
    // An override that stays keeps its anchor, in an edit that writes the list again.
    const problems = broken(sources, way).problems.filter((what) => !what.endsWith('has an anchor, alias or tag'));
    const { converted: made, codes } = convertAll(sources, way);
    const after = made[0]?.after ?? bytes;
    if (problems.length > 0) say(problems.join(), stream, after.toString());
    const { drop, target } = way.options;
    const refused = codes.includes('cannot-insert');
    if (drop && !refused) compareTwoSteps(stream, sources, way, say);
    return after.equals(bytes) ? [] : [{ stream, drop, target, refused, before: bytes, after }];
  } catch (error) {
    say(String(error), stream);
    return [];
  }
}

/** Dropping what was kept before ends in the text that dropping at once gives. */
function compareTwoSteps(stream: Styled, sources: readonly Stream[], way: Way, say: Say): void {
  const { target } = way.options;
  const keep = ways.find(
    ({ together, options }) => together === way.together && !options.drop && options.target === target,
  );
  if (keep === undefined) return;
  const atOnce = convertAll(sources, way).converted[0]?.after ?? Buffer.of();
  const kept = convertAll(sources, keep);
  const dropped = convertAll([{ path: stream.path, bytes: kept.converted[0]?.after ?? atOnce }], way);
  // What cannot be written in one of the steps may be in the other.
  if ([...kept.codes, ...dropped.codes].includes('cannot-insert')) return;
  const second = dropped.converted[0]?.after;
  // The routes of several ports may have their comments elsewhere after two steps; the objects are the same.
  const same = (one: Buffer): unknown =>
    target === 'httproute'
      ? parseAllDocuments(one.toString()).map((document) => document.toJS() as unknown)
      : one.toString();
  if (second !== undefined && !isDeepStrictEqual(same(second), same(atOnce)))
    say(`kept, then dropped, it is another text:\n${second.toString()}`, stream, atOnce.toString());
}

/** An object of a stream: who reads it, under which name. */
interface Object {
  readonly kind: string;
  readonly told: string;
  readonly profile?: unknown;
}

function named({ kind, digest, object }: { kind: string; digest: string; object?: unknown }): Object {
  return { kind, told: digest, profile: object };
}

function asRead(object: Readonly<Record<string, unknown>>): Object {
  return { kind: String(object.kind), told: JSON.stringify(object), profile: object };
}

/** Who read a stream, and the objects before and after. */
type Reading = readonly [who: string, before: readonly Object[], after: readonly Object[] | undefined];

function compare(pair: Pair, [who, before, after]: Reading, say: Say): void {
  const { stream, drop } = pair;
  const wrong = (what: string): void => {
    say(`${who}: ${what}`, stream, pair.after.toString());
  };
  if (after === undefined) {
    wrong('it cannot be read any more');
    return;
  }
  const others = (objects: readonly Object[]): readonly string[] =>
    objects
      .filter(({ kind }) => !['ServiceProfile', 'TrafficSplit', 'TrafficSplitList', 'HTTPRoute'].includes(kind))
      .map(({ told }) => told);
  if (others(before).join('\n') !== others(after).join('\n')) wrong('another object changed');
  // A value with an anchor, an alias or a merge key is refused, and is as it was.
  if (pair.refused || pair.target === 'httproute') return; // routes are judged by the golden data and a real API server
  if (after.some(({ kind }) => kind === 'TrafficSplit') === drop) wrong('the splits are not dropped, or not kept');
  const profiles = after.filter(({ kind }) => kind === 'ServiceProfile').map(({ profile }) => profile as Profile);
  for (const { apex, overrides } of stream.splits) {
    const own = profiles.filter(({ metadata }) => metadata.name === `${apex}.shop.svc.cluster.local`);
    const told = own
      .flatMap(({ spec }) => spec?.dstOverrides ?? [])
      .map((one) => `${one.authority} ${String(one.weight)}`);
    if (own.length > 1 || told.join() !== overrides.map((one) => `${one.authority} ${one.weight}`).join())
      wrong(`the profile of ${apex} says ${told.join()}`);
  }
}

interface Profile {
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly dstOverrides?: readonly { readonly authority: string; readonly weight: unknown }[] };
}
