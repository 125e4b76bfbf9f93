import type { SeededRandom } from '../fuzz/seeded-random.ts';
import { chance, isTree, objectsOf, oddities, splitsOf, type Tree, type Value } from './noisy-objects.ts';

/**
 * Streams of manifests with comments, blanks and block scalars wherever YAML allows them, above all where an object ends
 * and the next one begins: what is put there or taken out there must not become part of a neighbour.
 */

/** How the author of a stream writes: chances out of a hundred. */
interface Pen {
  readonly random: SeededRandom;
  /** Of a line between two lines that says nothing. */
  readonly lines: number;
  /** Of a comment at the end of a line. */
  readonly comments: number;
  /** Whether blanks may be tabs. */
  readonly tabs: boolean;
}

/** A stream of documents and lists for a tape of numbers. */
export function noisyStream(random: SeededRandom): string {
  const pen = penOf(random);
  const head = chance(random, 10) ? [random.pick(['# head', '', '%YAML 1.1', '# yaml-language-server: x'])] : [];
  const documents = objectsOf(random, 3).map((object, index) => [
    ...(index > 0 || head.length > 0 || chance(random, 50) ? [separator(pen)] : []),
    ...noise(pen, 0),
    ...documentLines(pen, object),
    ...noise(pen, 0),
    ...(chance(random, 6) ? [random.pick(['...', '... # end', '...', '  # t'])] : []),
    ...(chance(random, 5) ? ['---', '# only a comment'] : []),
  ]);
  const text = ended(random, [...head, ...documents.flat()].join('\n'));
  return chance(random, 3) ? `\ufeff${text}` : text;
}

/** A list of a kind, such as a ResourceList, as the whole stream. */
export function noisyList(random: SeededRandom, apiVersion: string, kind: string): string {
  const items = kind === 'TrafficSplitList' ? splitsOf(random, 4) : objectsOf(random, 3);
  return ended(random, mapping(penOf(random), { apiVersion, kind, items }, 0).join('\n'));
}

/** An object or a List in JSON. */
export function noisyJson(random: SeededRandom): string {
  const [object = {}, ...others] = objectsOf(random, 2);
  const value = others.length === 0 ? object : { apiVersion: 'v1', kind: 'List', items: [object, ...others] };
  return json(penOf(random), value).join('\n') + random.pick(['', '\n', '\n\n']);
}

function penOf(random: SeededRandom): Pen {
  const [lines, comments] = random.pick([
    [7, 8],
    [30, 25],
  ] as const);
  return { random, lines, comments, tabs: chance(random, 5) };
}

function ended(random: SeededRandom, text: string): string {
  const more = chance(random, 5) ? random.pick(['\n\n', '  ', '\n---\n', '\n...\n']) : '';
  const whole = `${text}${chance(random, 85) ? '\n' : ''}${more}`;
  return chance(random, 10) ? whole.replaceAll('\n', '\r\n') : whole;
}

function separator(pen: Pen): string {
  return pen.random.pick(['---', '---', '---', '---', '--- # c', '---  ', '--- ', `---${blank(pen)}`]);
}

/** An object as a document; now and then a list in its place. */
function documentLines(pen: Pen, object: Tree): readonly string[] {
  const { random } = pen;
  const list = (): Tree => ({ apiVersion: 'v1', kind: 'List', items: objectsOf(random, 3) });
  const splits = (): Tree => ({
    apiVersion: 'split.smi-spec.io/v1alpha2',
    kind: 'TrafficSplitList',
    items: splitsOf(random, 3),
  });
  return random.pick([
    () => json(pen, object),
    () => flow(pen, object, 0).split('\n'),
    () => mapping(pen, list(), 0),
    () => json(pen, list()),
    () => mapping(pen, splits(), 0),
    ...Array.from({ length: 15 }, () => () => mapping(pen, object, chance(random, 4) ? 2 : 0)),
  ])();
}

function json({ random }: Pen, value: Value): readonly string[] {
  const plain = (_: string, one: unknown): unknown =>
    typeof one !== 'symbol' ? one : one === oddities.nothing ? null : 't # t';
  return JSON.stringify(value, plain, random.pick([0, 1, 2, 2, 4, '\t'])).split('\n');
}

function pad(column: number): string {
  return ' '.repeat(column);
}

function blank({ random, tabs }: Pen): string {
  return random.pick(tabs ? ['\t', ' \t', ' '] : [' ', '  ']);
}

/** Blanks at the end of a line, and a comment after them, now and then. */
function trailer(pen: Pen): string {
  const { random, comments } = pen;
  if (chance(random, comments))
    return `${blank(pen)}${random.pick(['# c', '# kind: TrafficSplit', '# t', '#', '# {{x}}'])}`;
  return chance(random, 5) ? blank(pen) : '';
}

/** Lines of blanks and comments at some column near the given one. */
function noise(pen: Pen, column: number): readonly string[] {
  const { random } = pen;
  if (!chance(random, pen.lines)) return [];
  const columns = [column, Math.max(0, column - 2), 0, column + 2];
  const comment = `${pad(random.pick(columns))}# ${random.pick(['note', 'kind: TrafficSplit'])}`;
  return [random.pick(['', pad(random.below(5)), blank(pen), comment, comment, comment]), ...noise(pen, column)];
}

/** A mapping in lines; its first line begins with `lead`, such as a dash, and the others at the column. */
function mapping(pen: Pen, value: Tree, column: number, lead?: string): readonly string[] {
  const pairs = Object.entries(value);
  const order = chance(pen.random, 15) ? pairs.toReversed() : pairs;
  const all = order.flatMap(([key, below], index) => {
    const start = index === 0 && lead !== undefined ? lead : pad(column);
    const above = index === 0 && lead !== undefined ? [] : noise(pen, column);
    return [...above, ...pair(pen, `${start}${keyOf(pen, key)}:`, below, column)];
  });
  // A pair that is commented out, as the last of them.
  return chance(pen.random, pen.lines) ? [...all, `${pad(column)}# more: 1`, ...noise(pen, column)] : all;
}

function keyOf({ random }: Pen, key: string): string {
  return chance(random, 90) ? key : random.pick([`"${key}"`, `'${key}'`]);
}

/** A key and its value; what is below it is indented more than the column. */
function pair(pen: Pen, start: string, value: Value, column: number): readonly string[] {
  const { random } = pen;
  if (value === oddities.block) return blockScalar(pen, start, column);
  if (value === oddities.lines) return scalarLines(pen, start, column);
  if (value === oddities.nothing) return [`${start}${trailer(pen)}`];
  const between = chance(random, 93) ? ' ' : `${blank(pen)} `;
  if (typeof value !== 'object' && chance(random, 3))
    return [`${start}${trailer(pen)}`, `${pad(column + 2)}${scalar(pen, value)}${trailer(pen)}`];
  if (typeof value !== 'object') return [`${start}${between}${scalar(pen, value)}${trailer(pen)}`];
  if (Object.keys(value).length === 0 || chance(random, 11))
    return `${start}${between}${flow(pen, value, column)}${trailer(pen)}`.split('\n');
  const head = `${start}${chance(random, 6) ? ` &a${random.below(3)}` : ''}${trailer(pen)}`;
  if (isTree(value)) return [head, ...mapping(pen, value, column + random.pick([1, 2, 2, 2, 4]))];
  const dash = column + random.pick([0, 0, 2, 2, 1, 4]);
  return [head, ...value.flatMap((one: Value) => [...noise(pen, dash), ...entry(pen, one, dash)])];
}

function entry(pen: Pen, value: Value, column: number): readonly string[] {
  const { random } = pen;
  const dash = `${pad(column)}-`;
  if (!isTree(value) || chance(random, 12)) return `${dash} ${flow(pen, value, column)}${trailer(pen)}`.split('\n');
  if (chance(random, 7)) return [`${dash}${trailer(pen)}`, ...mapping(pen, value, column + 2)];
  const gap = random.pick([1, 1, 1, 3]);
  return mapping(pen, value, column + 1 + gap, `${dash}${pad(gap)}`);
}

const texts = [
  ['a', 'b'],
  ['a'],
  ['kind: TrafficSplit', 'x: "'],
  [''],
  ['  lead', 'b'],
  ['a', '', 'b'],
  ['---x', '# no comment'],
  ['a', ''],
  ['', '', ''],
  ['- a', '- b'],
];

/** A block scalar, with a number of columns or without, whose blank lines are as long as they may be. */
function blockScalar(pen: Pen, start: string, column: number): readonly string[] {
  const { random } = pen;
  const lines = random.pick(texts);
  const needed = lines.find((line) => line !== '')?.startsWith(' ') === true;
  const told = needed || chance(random, 30);
  const indent = random.pick([1, 2, 2, 4]);
  const [end, number] = [random.pick(['', '-', '+']), told ? String(indent) : ''];
  const header = random.pick(['|', '>']) + random.pick([`${number}${end}`, `${end}${number}`]);
  const inner = pad(column + indent);
  const blanks = ['', '', pad(column), inner, ...(told ? [`${inner} `] : [])];
  return [
    `${start} ${header}${chance(random, pen.comments) ? ' # c' : ''}`,
    ...lines.map((line) => (line === '' ? random.pick(blanks) : inner + line)),
  ];
}

/** A plain or quoted scalar over several lines. */
function scalarLines({ random }: Pen, start: string, column: number): readonly string[] {
  const inner = pad(column + random.pick([1, 2, 4]));
  const [first = '', ...rest] = random.pick([
    ['"a', `${inner}b"`],
    ["'a", '', `${inner}b'`],
    ['word', `${inner}more words`],
    ['"a\\', `${inner}b"`],
    ['"a # no', `${inner}# no either"`],
  ]);
  return [`${start} ${first}`, ...rest];
}

/** A value in flow style, whose lines after the first begin after the column. */
function flow(pen: Pen, value: Value, column: number): string {
  const { random } = pen;
  if (value === oddities.nothing) return 'null';
  if (typeof value === 'symbol') return '"t # t"';
  if (typeof value !== 'object') return scalar(pen, value);
  const broken = (): string => {
    const comment = chance(random, pen.comments) ? ' # c' : '';
    return chance(random, 10) ? `${comment}\n${pad(column + random.pick([1, 2, 4]))}` : random.pick(['', '', ' ']);
  };
  const parts = Array.isArray(value)
    ? value.map((one: Value) => flow(pen, one, column))
    : Object.entries(value).map(([key, below]) => `${flowKey(pen, key)}${flow(pen, below, column)}`);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  if (parts.length === 0) return open + close;
  const last = chance(random, 7) ? ',' : '';
  const text = parts.reduce((before, part) => `${before},${broken() || ' '}${part}`);
  return `${open}${broken()}${text}${last}${broken()}${close}`;
}

function flowKey({ random }: Pen, key: string): string {
  if (chance(random, 80)) return `${key}: `;
  return `"${key}":${random.pick(['', ' ', ' '])}`;
}

function scalar({ random }: Pen, value: string | number | symbol): string {
  if (typeof value !== 'string') return String(value);
  const isPlain = /^[a-z][-a-z0-9./]*$/i.test(value) || /^\d+[mk]$/.test(value);
  return isPlain && chance(random, 70) ? value : random.pick([`"${value}"`, `'${value}'`]);
}
