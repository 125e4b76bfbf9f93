import type { SeededRandom } from '../fuzz/seeded-random.ts';

/**
 * Streams of manifests in every style that YAML leaves to its authors: where it breaks lines, what is around commas and
 * colons, quotes, comments, tags, anchors, JSON.
 */

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A split of a stream, as it is meant to become a profile. */
export interface Meant {
  readonly apex: string;
  readonly overrides: readonly { readonly authority: string; readonly weight: string }[];
}

/** A text, and the splits in it. */
export interface Styled {
  readonly text: string;
  readonly path: string;
  readonly splits: readonly Meant[];
}

/** How the author of a stream writes: chances out of 12. */
interface Hand {
  readonly random: SeededRandom;
  readonly comments: number;
  readonly breaks: number;
  readonly marks: number;
  readonly flow: number;
  readonly tight: boolean;
  readonly commaFirst: boolean;
  readonly quotes: number;
  /** Of keys that are written in an unusual way. */
  readonly keys: number;
  anchors: number;
  /** Anchors of keys that an alias may name, in the document so far. */
  named: Map<string, string>;
}

/** A stream for a tape of numbers. */
export function styledStream(random: SeededRandom): Styled {
  const hand: Hand = {
    random,
    comments: random.pick([0, 0, 1, 3]),
    breaks: random.pick([0, 1, 4, 9]),
    marks: random.pick([0, 0, 1]),
    flow: random.pick([1, 4, 12]),
    tight: random.below(3) === 0,
    commaFirst: random.below(4) === 0,
    quotes: random.pick([0, 4, 12]),
    keys: random.pick([0, 0, 0, 1, 4]),
    anchors: 0,
    named: new Map(),
  };
  const apexes = ['web', 'api', 'cart'].slice(0, 1 + random.below(3));
  const splits = apexes.map((apex) => splitOf(random, apex));
  const profiles = apexes.filter(() => random.below(3) === 0).map((apex) => profileOf(random, apex));
  const others = Array.from({ length: random.below(3) }, (_, index) => configOf(random, index));
  const objects = shuffled(random, [...splits, ...profiles, ...others]);
  const shape = random.below(8);
  const text =
    shape === 0
      ? `${json(hand, list(objects))}\n`
      : shape < 4
        ? `${node(hand, list(objects), 0, random.below(4) === 0)}\n`
        : objects.map((object) => documentOf(hand, object)).join('---\n');
  const eol = random.below(5) === 0 ? text.replaceAll('\n', '\r\n') : text;
  return {
    text: random.below(6) === 0 ? eol.trimEnd() : eol,
    path: random.below(2) === 0 ? '-' : 'stream.yaml',
    splits: splits.map(({ spec }, index) => meantOf(apexes[index] ?? '', spec.backends)),
  };
}

function documentOf(hand: Hand, object: Plain): string {
  hand.named.clear();
  return `${node(hand, object, 0, hand.random.below(12) < hand.flow / 2)}\n`;
}

function meantOf(apex: string, backends: readonly { readonly service: string; readonly weight: number }[]): Meant {
  return {
    apex,
    overrides: backends.map(({ service, weight }) => ({
      authority: `${service}.shop.svc.cluster.local`,
      weight: String(weight),
    })),
  };
}

function shuffled<T>(random: SeededRandom, all: readonly T[]): readonly T[] {
  const rest = [...all];
  return all.map(() => rest.splice(random.below(rest.length), 1)).flat();
}

function list(items: readonly Plain[]): Plain {
  return { apiVersion: 'v1', kind: 'List', items };
}

function splitOf(random: SeededRandom, apex: string) {
  const backends = Array.from({ length: random.pick([0, 1, 2, 2, 3]) }, (_, index) => ({
    service: `${apex}-v${index}`,
    weight: random.pick([0, 1, 10, 90, 500]),
  }));
  return {
    apiVersion: 'split.smi-spec.io/v1alpha2',
    kind: 'TrafficSplit',
    metadata: { name: apex, namespace: 'shop', ...(random.below(3) === 0 && { labels: { app: oddText(random) } }) },
    spec: { service: apex, backends },
  };
}

function profileOf(random: SeededRandom, apex: string): Plain {
  const routes = [{ name: 'GET /', condition: { method: 'GET', pathRegex: '/a,b:[c]' } }];
  const dstOverrides = [{ authority: `${apex}-v0.shop.svc.cluster.local`, weight: '1' }];
  const spec = random.pick<Plain>([{ routes }, { routes, dstOverrides }, { dstOverrides, routes }, {}, { routes: [] }]);
  const annotations = random.pick<Plain>([{ config: '{"a":1,"b":2}', owner: 'me' }, {}, { note: oddText(random) }]);
  const metadata = { name: `${apex}.shop.svc.cluster.local`, namespace: 'shop' };
  return {
    apiVersion: 'linkerd.io/v1alpha2',
    kind: 'ServiceProfile',
    metadata: random.below(2) === 0 ? { ...metadata, annotations } : metadata,
    spec,
  };
}

function configOf(random: SeededRandom, index: number): Plain {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `config-${index}` },
    data: { a: oddText(random), 'b.json': '{"x":"y","z":1}', c: oddText(random) },
  };
}

const odd = [
  'yes',
  '1e3',
  '',
  'a: b',
  'x # c',
  "it's",
  'say "a",b',
  '- d',
  '[y]',
  'a,b',
  '{',
  'h\u00e9 \u2603',
  '"a":1',
];

function oddText(random: SeededRandom): string {
  return random.pick(odd);
}

function chance(hand: Hand, of: number): boolean {
  return hand.random.below(12) < of;
}

function isLeaf(value: Plain): value is string | number | boolean | null {
  return typeof value !== 'object' || value === null;
}

function isEmpty(value: Plain): boolean {
  return !isLeaf(value) && Object.keys(value).length === 0;
}

/** A value whose lines begin at a column; the first line is not indented. */
function node(hand: Hand, value: Plain, column: number, flow: boolean): string {
  if (isLeaf(value)) return mark(hand, '!!str', typeof value === 'string') + scalar(hand, value, false);
  if (flow || isEmpty(value)) {
    if (hand.quotes === 12 && chance(hand, 4)) return json(hand, value, ' '.repeat(column + 1));
    return flowNode(hand, value, ' '.repeat(column + 1));
  }
  const pad = ' '.repeat(column);
  if (Array.isArray(value))
    return value
      .map((entry: Plain) => `- ${node(hand, entry, column + 2, chance(hand, hand.flow))}`)
      .join(`\n${remark(hand, pad)}${pad}`);
  return merged(hand, value)
    .map(([key, below]) => `${key === '<<' ? key : blockKey(hand, key, pad)}:${valueOf(hand, below, column)}`)
    .join(`\n${remark(hand, pad)}${pad}`);
}

/** The pairs of a mapping; now and then some of them come by a merge. */
function merged(hand: Hand, value: Plain): readonly (readonly [string, Plain])[] {
  const pairs = Object.entries(value as Readonly<Record<string, Plain>>);
  if (hand.keys === 0 || hand.random.below(8) > 0) return pairs;
  const from = hand.random.below(pairs.length);
  const base = Object.fromEntries(pairs.slice(from));
  return [...pairs.slice(0, from), ['<<', hand.random.below(2) === 0 ? base : [base]]];
}

/** A key as it may begin a line, up to its colon. */
function blockKey(hand: Hand, key: string, pad: string): string {
  if (!chance(hand, hand.keys)) return scalar(hand, key, false);
  const { random } = hand;
  const text = key.includes(' ') ? JSON.stringify(key) : key;
  return random.pick([
    () => `? ${text}${trailer(hand)}\n${pad}`,
    () => `?   ${JSON.stringify(key)}\n${pad}`,
    () => `? # why\n${pad}  ${text}\n${pad}`,
    () => `? ${random.pick(['|-', '>-'])}\n${pad}  ${key}\n${pad}`,
    () => `? ${oddKey(hand, key)}\n${pad}`,
    () => `${oddKey(hand, key)} `,
    () => oddKey(hand, key).replace(/^\*.*/, '$& '),
  ])();
}

/** A key of a flow mapping, up to its colon. */
function flowKey(hand: Hand, key: string): string {
  if (!chance(hand, hand.keys)) return scalar(hand, key, true);
  const name = oddKey(hand, key);
  return hand.random.below(3) === 0 ? `? ${name} ` : `${name} `;
}

/** A key with a tag, an anchor, an escape, or an alias in its place. */
function oddKey(hand: Hand, key: string): string {
  const text = key.includes(' ') ? JSON.stringify(key) : key;
  const known = hand.named.get(key);
  if (known !== undefined && hand.random.below(2) === 0) return `*${known}`;
  return hand.random.pick([
    () => `!!str ${text}`,
    () => `! ${text}`,
    () => `"\\u00${key.charCodeAt(0).toString(16)}${key.slice(1)}"`,
    () => `"${key.slice(0, -1)}\\x${key.charCodeAt(key.length - 1).toString(16)}"`,
    () => {
      hand.anchors += 1;
      hand.named.set(key, `k${hand.anchors}`);
      return `&k${hand.anchors} ${text}`;
    },
  ])();
}

/** What follows the colon of a block key. */
function valueOf(hand: Hand, value: Plain, column: number): string {
  if (isLeaf(value)) return ` ${node(hand, value, column, false)}${trailer(hand)}`;
  if (isEmpty(value) || chance(hand, hand.flow))
    return ` ${mark(hand, '', true)}${node(hand, value, column, true)}${trailer(hand)}`;
  const below = Array.isArray(value) ? column + hand.random.pick([0, 2]) : column + 2;
  const sign = mark(hand, Array.isArray(value) ? '!!seq' : '!!map', true).trimEnd();
  return `${sign === '' ? '' : ` ${sign}`}${trailer(hand)}\n${' '.repeat(below)}${node(hand, value, below, false)}`;
}

function remark(hand: Hand, pad: string): string {
  return pad !== '' && chance(hand, hand.comments) ? `${pad}# remark, [x] {y}: z\n` : '';
}

function trailer(hand: Hand): string {
  return chance(hand, hand.comments) ? ' # note, ]' : '';
}

/** An anchor, a tag, or both before a node. */
function mark(hand: Hand, tag: string, fits: boolean): string {
  if (!fits || !chance(hand, hand.marks)) return '';
  hand.anchors += 1;
  const anchor = `&a${hand.anchors} `;
  return tag === '' || hand.random.below(2) === 0 ? anchor : `${tag} `;
}

/** White space between two tokens of a flow collection: a break, with a comment before it or not, or what is given. */
function gap(hand: Hand, pad: string, none: string): string {
  if (!chance(hand, hand.breaks)) return none;
  return `${trailer(hand)}\n${pad}`;
}

function flowNode(hand: Hand, value: Plain, pad: string): string {
  if (isLeaf(value)) return mark(hand, '!!str', typeof value === 'string') + scalar(hand, value, true);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = `${pad} `;
  const sign = mark(hand, Array.isArray(value) ? '!!seq' : '!!map', true);
  if (isEmpty(value)) return `${sign}${open}${hand.random.below(4) === 0 ? ' ' : ''}${close}`;
  const parts = Array.isArray(value)
    ? value.map((entry: Plain) => flowNode(hand, entry, inner))
    : Object.entries(value).map(([key, below]) => {
        const name = flowKey(hand, key);
        const colon = /^["']/.test(name) && hand.tight ? ':' : `:${gap(hand, inner, ' ')}`;
        return `${name}${hand.random.below(20) === 0 ? ' ' : ''}${colon}${flowNode(hand, below, inner)}`;
      });
  const edge = hand.tight ? '' : hand.random.pick(['', ' ']);
  const text = parts.reduce((before, part) => `${before}${comma(hand, inner)}${part}`);
  const last = hand.random.below(6) === 0 ? ',' : '';
  return `${sign}${open}${gap(hand, inner, edge)}${text}${last}${gap(hand, pad, edge)}${close}`;
}

function comma(hand: Hand, pad: string): string {
  const after = hand.tight ? '' : ' ';
  if (hand.commaFirst) return `${gap(hand, pad, '')},${hand.random.below(3) === 0 ? gap(hand, pad, after) : after}`;
  return `,${gap(hand, pad, after)}`;
}

function scalar(hand: Hand, value: string | number | boolean | null, flow: boolean): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const isPlain = /^[A-Za-z][A-Za-z0-9./-]*$/.test(value) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(value);
  if (isPlain && !chance(hand, hand.quotes)) return value;
  if (isPlain && !flow && hand.quotes < 12) return value;
  return hand.quotes === 4 && hand.random.below(2) === 0 ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
}

/** JSON in one of its own styles. */
function json(hand: Hand, value: Plain, pad = ''): string {
  const { random } = hand;
  const [colon, between] = random.pick([
    [':', ','],
    [': ', ', '],
    [' : ', ' , '],
    [': ', `\n${pad}, `],
    [':', `\n${pad},\n${pad}`],
    [': ', `,\n${pad}`],
  ] as const);
  const edge = random.pick(['', ' ', `\n${pad}`]);
  const print = (one: Plain): string => {
    if (isLeaf(one)) return JSON.stringify(one);
    if (Array.isArray(one)) return isEmpty(one) ? '[]' : `[${edge}${one.map(print).join(between)}${edge}]`;
    const pairs = Object.entries(one).map(([key, below]) => `${JSON.stringify(key)}${colon}${print(below)}`);
    return pairs.length === 0 ? '{}' : `{${edge}${pairs.join(between)}${edge}}`;
  };
  return print(value);
}
