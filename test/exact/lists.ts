import type { SeededRandom } from '../fuzz/seeded-random.ts';
import type { Styled } from './styles.ts';

/**
 * Lists of manifests as people and programs write them: block and flow, commas and brackets on lines of their own,
 * comments around them, tags and anchors before the list and its items, lists in lists.
 */

/** An item of a list, and the overrides that its profile is meant to have, if it is a split. */
interface Item {
  readonly lines: readonly string[];
  readonly flow: string;
  readonly split?: { readonly apex: string; readonly overrides: readonly (readonly [string, number])[] };
}

/** A list for a tape of numbers. */
export function listStream(random: SeededRandom): Styled {
  const ofSplits = random.below(6) === 0;
  const items = Array.from({ length: 1 + random.below(5) }, (_, index) =>
    ofSplits || random.below(5) > 1 ? splitItem(random, `n${index}`, ofSplits) : otherItem(`n${index}`),
  );
  const kind = ofSplits ? 'TrafficSplitList' : 'List';
  const apiVersion = ofSplits ? 'split.smi-spec.io/v1alpha2' : 'v1';
  const whole =
    random.below(8) === 0 ? wholeFlow(random, apiVersion, kind, items) : blockOf(random, apiVersion, kind, items);
  const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: last\n';
  const text = random.below(4) === 0 ? `${whole}---\n${other}` : whole;
  const eol = random.below(5) === 0 ? text.replaceAll('\n', '\r\n') : text;
  return {
    text: random.below(6) === 0 ? eol.trimEnd() : eol,
    path: random.below(2) === 0 ? '-' : 'list.yaml',
    splits: items.flatMap(({ split }) => (split === undefined ? [] : [meantOf(split)])),
  };
}

function meantOf({ apex, overrides }: NonNullable<Item['split']>): Styled['splits'][number] {
  return {
    apex,
    overrides: overrides.map(([name, weight]) => ({
      authority: `${name}.shop.svc.cluster.local`,
      weight: String(weight),
    })),
  };
}

/** A split in block and in flow style; an item of a TrafficSplitList may have neither apiVersion nor kind. */
function splitItem(random: SeededRandom, apex: string, mayLackKind: boolean): Item {
  const backends = random.pick([
    [],
    [['a', 1]],
    [
      ['a', 90],
      ['b', 10],
    ],
    [
      ['a', 0],
      ['b', 0],
    ],
  ] as const);
  const type =
    mayLackKind && random.below(2) === 0 ? [] : ['apiVersion: split.smi-spec.io/v1alpha2', 'kind: TrafficSplit'];
  const entries = backends.map(([service, weight]) => [`  - service: ${service}`, `    weight: ${weight}`]).flat();
  const flow = backends.map(([service, weight]) => `{service: ${service}, weight: ${weight}}`).join(', ');
  return {
    lines: [
      ...type,
      'metadata:',
      `  name: ${apex}`,
      '  namespace: shop',
      'spec:',
      `  service: ${apex}`,
      ...(backends.length === 0 ? ['  backends: []'] : ['  backends:', ...entries]),
    ],
    flow: `{${[...type, `metadata: {name: ${apex}, namespace: shop}`, `spec: {service: ${apex}, backends: [${flow}]}`].join(', ')}}`,
    split: { apex, overrides: backends },
  };
}

function otherItem(name: string): Item {
  return {
    lines: ['apiVersion: v1', 'kind: ConfigMap', 'metadata:', `  name: ${name}`, 'data:', "  a: '], [ # {'"],
    flow: `{apiVersion: v1, kind: ConfigMap, metadata: {name: ${name}}, data: {a: '], [ # {', b: "}, {"}}`,
  };
}

/** What may stand between two tokens of a flow list, in lines that begin at a column. */
function gap(random: SeededRandom, column: number): string {
  const pad = ' '.repeat(column);
  return random.pick([
    '',
    '',
    ' ',
    '  ',
    `\n${pad}`,
    `\n\n${pad}`,
    ` # c, d\n${pad}`,
    `\n${pad}# {own: line},\n${pad}`,
    `\n${pad}# own ]\n\n${pad}`,
  ]);
}

function flowList(random: SeededRandom, items: readonly Item[], column: number): string {
  const around = (): string => gap(random, column);
  const own = random.below(3) === 0 ? `\n${' '.repeat(column)}` : undefined;
  const text = items.map(({ flow }) => marked(random, flow)).join('\0');
  const separated = text.replaceAll('\0', () => `${own ?? around()},${own ?? around()}`);
  const last = random.below(3) === 0 ? `${around()},` : '';
  return `[${around()}${separated}${last}${around()}]`;
}

let anchors = 0;

/** A node with a tag or an anchor before it, now and then. */
function marked(random: SeededRandom, text: string, tag = '!!map'): string {
  anchors += 1;
  return random.pick(['', '', '', '', '', '', `${tag} `, `&a${anchors} `]) + text;
}

/** The whole list in flow style. */
function wholeFlow(random: SeededRandom, apiVersion: string, kind: string, items: readonly Item[]): string {
  const pairs = [`apiVersion: ${apiVersion}`, `kind: ${kind}`, `items: ${flowList(random, items, 1)}`];
  if (random.below(3) === 0) pairs.reverse();
  return `{${pairs.join(random.pick([', ', ' ,', ',\n ', '\n ,\n ']))}${random.pick(['', ' ', ','])}}\n`;
}

/** The list as a block mapping; its items in flow or block style, or in a list inside the list. */
function blockOf(random: SeededRandom, apiVersion: string, kind: string, items: readonly Item[]): string {
  const head = [`apiVersion: ${apiVersion}\n`, `kind: ${kind}\n`];
  const inner = kind === 'List' && random.below(6) === 0 ? 1 : 0;
  const nested = inner === 0 ? itemsOf(random, items) : nestedIn(random, items);
  const metadata = random.below(3) === 0 ? 'metadata: {}\n' : '';
  const parts = random.below(3) === 0 ? [nested, ...head, metadata] : [...head, metadata, nested];
  return parts.join('');
}

function nestedIn(random: SeededRandom, items: readonly Item[]): string {
  const list = `apiVersion: v1\nkind: List\n${itemsOf(random, items)}`;
  return `items:\n- ${list.trimEnd().replace(/\n(?=.)/g, '\n  ')}\n`;
}

function itemsOf(random: SeededRandom, items: readonly Item[]): string {
  const sign = random.pick(['', '', '', ' !!seq', ` &l${random.below(9)}`, ' # all, of [them]']);
  const isComment = sign.includes('#');
  if (random.below(2) === 0) return `items:${sign}${isComment ? '\n  ' : ' '}${flowList(random, items, 2)}\n`;
  const dash = ' '.repeat(random.pick([0, 0, 2, 4]));
  return `items:${sign}\n${items.map((item) => blockItem(random, item, dash)).join('')}`;
}

function blockItem(random: SeededRandom, { lines, flow }: Item, dash: string): string {
  const above = random.pick(['', '', '', `${dash}# above\n`, '\n', `\n${dash}# one\n\n${dash}# two\n`]);
  const behind = random.pick(['', '', ' # canary', '\n']);
  if (random.below(3) === 0) return `${above}${dash}- ${marked(random, flow)}${behind}\n`;
  const width = random.pick([2, 2, 2, 4]);
  const pad = dash + ' '.repeat(width);
  const begin = random.pick([
    `- ${' '.repeat(width - 2)}`,
    `- ${' '.repeat(width - 2)}`,
    `-\n${pad}`,
    `- # c\n${pad}`,
    `- &b${(anchors += 1)}\n${pad}`,
    `- !!map\n${pad}`,
  ]);
  return `${above}${dash}${begin}${lines.join(`\n${pad}`)}${behind}\n`;
}
