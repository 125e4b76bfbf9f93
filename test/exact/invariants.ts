import type { Options } from '../../src/config/config.ts';
import { resolveOptions } from '../../src/config/config.ts';
import { profileTarget } from '../../src/conversion/profile-target.ts';
import { routeTarget } from '../../src/conversion/route-target.ts';
import { convertAlone } from '../../src/convert.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Grain } from '../../src/yaml/cut.ts';
import { cut } from '../../src/yaml/cut.ts';
import type { Source } from '../../src/yaml/source.ts';
import type { ByteEdit, Edit } from '../../src/yaml/splice.ts';
import { splice, toByteEdits } from '../../src/yaml/splice.ts';
import type { Content, Range } from './objects.ts';
import { contentOf, differences, hasReferenceIn } from './objects.ts';

/** How sources are converted: all deployed together, as a stream is, or each file by itself. */
export interface Way {
  readonly together: boolean;
  readonly options: Options;
}

/** The ways that every input is put through: both targets and modes, as a stream and as files. */
export const ways: readonly Way[] = [false, true].flatMap((together) =>
  [false, true].flatMap((drop) => [
    { together, options: resolveOptions({ drop, namespace: 'fallback' }) },
    { together, options: resolveOptions({ drop, target: 'httproute', ports: '80 8080', profiles: drop }) },
  ]),
);

const targets = { serviceprofile: profileTarget, httproute: routeTarget };

/** A source and what it becomes. */
export interface Converted {
  readonly source: Source;
  readonly after: Buffer;
  readonly edits: readonly ByteEdit[];
}

interface Outcome {
  readonly converted: readonly Converted[];
  readonly codes: readonly string[];
}

/** What is known of the sources of a call, for as long as the array of them lives: tests ask for the same several times. */
interface Known {
  readonly outcomes: Map<string, Outcome>;
  readonly contents: Map<Source, Content | undefined>;
}

const known = new WeakMap<readonly Source[], Known>();

function knownOf(sources: readonly Source[]): Known {
  const found = known.get(sources) ?? { outcomes: new Map(), contents: new Map() };
  known.set(sources, found);
  return found;
}

/** Converts sources one way, once for the same array; the edits are applied whatever was found. */
export function convertAll(sources: readonly Source[], way: Way, grain: Grain = 'fine'): Outcome {
  const { outcomes } = knownOf(sources);
  const key = JSON.stringify([grain, way]);
  const outcome = outcomes.get(key) ?? convertAnew(sources, way, grain);
  outcomes.set(key, outcome);
  return outcome;
}

function convertAnew(sources: readonly Source[], way: Way, grain: Grain): Outcome {
  const units = way.together ? [sources] : sources.map((source) => [source]);
  const diagnostics: Diagnostic[] = [];
  const edits: Edit[] = [];
  for (const unit of units) {
    const { together, options } = way;
    const made = convertAlone(
      { sources: unit, around: () => [unit], together },
      { options, report: (one) => diagnostics.push(one), grain, targets },
    );
    edits.push(...made.edits);
  }
  const converted = sources.map((source) => {
    const own = edits.filter((edit) => edit.page.slice.source === source);
    return { source, after: Buffer.concat(splice(source, own)), edits: toByteEdits(own) };
  });
  return { converted, codes: diagnostics.map(({ code }) => code).sort() };
}

/**
 * What of the promise does not hold when these sources are converted one way; empty where all does. Returns what changed
 * too, so that a test can count.
 */
export function broken(sources: readonly Source[], way: Way): { problems: readonly string[]; changed: number } {
  const problems: string[] = [];
  const say = (source: Source, what: string): void => void problems.push(`${source.path}: ${what}`);
  const { contents } = knownOf(sources);
  const fine = convertAll(sources, way);
  const coarse = convertAll(sources, way, 'coarse');
  const again = convertAll(
    fine.converted.map(({ source, after }) => ({ path: source.path, bytes: after })),
    way,
  );
  for (const [index, one] of fine.converted.entries()) {
    const { source } = one;
    if (!tiles(source)) say(source, 'the slices do not tile the source');
    if (coarse.converted[index]?.after.equals(one.after) !== true) say(source, 'fine and coarse cuts differ');
    // A split that another split refers to is refused, and can go once the other is gone.
    if (!fine.codes.includes('cannot-insert') && again.converted[index]?.edits.length !== 0)
      say(source, 'converting the output again changes it');
    if (one.edits.length > 0) {
      const before = contents.has(source) ? contents.get(source) : contentOf(source);
      contents.set(source, before);
      for (const what of afterEdits(one, before, way.options.target)) say(source, what);
    } else if (!one.after.equals(source.bytes)) say(source, 'bytes differ without an edit');
  }
  if (fine.codes.join() !== coarse.codes.join()) problems.push('fine and coarse cuts report different things');
  return { problems, changed: fine.converted.filter(({ edits }) => edits.length > 0).length };
}

/** The sources of which keeping and then dropping gives another text than dropping at once. */
export function differInTwoSteps(sources: readonly Source[], drop: Way): readonly string[] {
  const keep = ways.find(
    ({ together, options }) => together === drop.together && options.target === drop.options.target && !options.drop,
  );
  if (keep === undefined || !drop.options.drop) return [];
  const atOnce = convertAll(sources, drop);
  // What cannot be dropped stays, with the profile beside it that keeping made.
  if (atOnce.codes.includes('cannot-insert')) return [];
  const kept = convertAll(sources, {
    ...keep,
    options: { ...keep.options, profiles: drop.options.profiles },
  }).converted;
  const after = convertAll(
    kept.map(({ source, after: bytes }) => ({ path: source.path, bytes })),
    drop,
  );
  return after.converted.flatMap((one, index) => {
    const wanted = atOnce.converted[index]?.after;
    return wanted === undefined || withoutFirstMark(one.after).equals(withoutFirstMark(wanted))
      ? []
      : `${one.source.path}: keeping and then dropping ends in\n${one.after.toString()}\n--- and dropping at once in\n${wanted.toString()}`;
  });
}

/** A byte order mark that was inside is the first of a stream when what is before it is removed; it says nothing there. */
function withoutFirstMark(bytes: Buffer): Buffer {
  return bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? bytes.subarray(3) : bytes;
}

function tiles(source: Source): boolean {
  let at = 0;
  for (const { start, end } of cut(source).all()) {
    if (start !== at || end <= start) return false;
    at = end;
  }
  return at === source.bytes.length;
}

/** What is wrong about a source that was changed. */
function afterEdits(one: Converted, before: Content | undefined, target: Options['target']): readonly string[] {
  const after = contentOf({ path: one.source.path, bytes: one.after });
  if (before === undefined || after === undefined) return ['a source that is not UTF-8 was changed, or is one now'];
  // A directive that goes with its split was an error in the document above, to readers that keep to YAML 1.2.
  const found = after.broken < before.broken ? [] : differences(before.objects, after.objects, target);
  if (after.broken > before.broken) found.push('the output does not parse');
  if (after.hollow > before.hollow && after.objects.length > 0) found.push('a document is left without content');
  if (!sameOutside(one)) found.push('bytes outside of the edits differ');
  if (hasReferenceIn(after.pages, added(one))) found.push('text that was added has an anchor, alias or tag');
  return [...found, ...textProblems(one, after)];
}

/** Walks both texts at once, edit by edit, without the code that applied them. */
function sameOutside({ source, after, edits }: Converted): boolean {
  let [here, there] = [0, 0];
  const bytes = Buffer.from(source.bytes);
  for (const { start, end, bytes: put } of [...edits, { start: bytes.length, end: bytes.length, bytes: Buffer.of() }]) {
    const kept = bytes.subarray(here, start);
    if (!after.subarray(there, there + kept.length).equals(kept)) return false;
    there += kept.length;
    if (!after.subarray(there, there + put.length).equals(put)) return false;
    [here, there] = [end, there + put.length];
  }
  return there === after.length;
}

/** Where the added text is in the output. */
function added({ edits }: Converted): readonly Range[] {
  let shift = 0;
  return edits.map(({ start, end, bytes }) => {
    const range = { start: start + shift, end: start + shift + bytes.length };
    shift += bytes.length - (end - start);
    return range;
  });
}

/** Line ends, white space and the end of the file, which no parser minds and every reviewer does. */
function textProblems({ source, after, edits }: Converted, { objects }: Content): readonly string[] {
  const found: string[] = [];
  const [was, is] = [Buffer.from(source.bytes).toString('latin1'), after.toString('latin1')];
  const put = edits.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('\0');
  if (!was.includes('\r\n') && put.includes('\r')) found.push('CR in a file without');
  if (!/(?<!\r)\n/.test(was) && was.includes('\r\n') && /(?<!\r)\n/.test(put)) found.push('LF alone in a file of CRLF');
  if (count(is, /[ \t]\r?$/gm) > count(was, /[ \t]\r?$/gm)) found.push('white space at the end of a line');
  if (put.includes('\t') && !was.includes('\t')) found.push('a tab in a file without');
  const last = edits.at(-1);
  const cutOff = last?.bytes.length === 0 && last.end === source.bytes.length;
  if (objects.length > 0 && !cutOff && was.endsWith('\n') !== is.endsWith('\n'))
    found.push('the end of the file has changed');
  if (count(is, /^---[ \t\r]*\n(?:[ \t\r]*\n)*---/gm) > count(was, /^---[ \t\r]*\n(?:[ \t\r]*\n)*---/gm))
    found.push('a separator is doubled');
  return found;
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
