import type { Dice } from '../fuzz/dice.ts';

/** A file of a generated directory: its bytes, or the target of a link. */
export type Entry = Uint8Array | { readonly link: string };

type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };
type Mapping = Readonly<Record<string, Value>>;

const odd = [
  "don't panic",
  'b"c',
  'a: b',
  '# no comment',
  ' lead',
  'trail ',
  '',
  '- x',
  '{{ $labels.job }}',
  '${X}',
  '😀',
  'größe',
  'a\u2028b',
  '\u0085',
  'x\u007fy',
  'kind: X',
  'apiVersion',
  '---',
  '...',
  '%d',
  '@at',
  'a\\b',
  'tab\there',
  'line\nline\n',
  '\ufeffmark',
  'apiVersion: v1\nkind: Secret\n',
  'yes',
  '010',
  '1e3',
  '~',
  'null',
  '*a',
  '&a',
  '!t',
  'a, b]',
  '}',
  'a'.repeat(120),
];

/** An object of Kubernetes with texts that are hard to write and to read. */
function objectOf(dice: Dice, name: string): Mapping {
  const metadata: Mapping = {
    name,
    ...(dice.below(2) === 0 && { namespace: 'shop' }),
    ...(dice.below(4) === 0 && { labels: { app: 'web' } }),
  };
  const data = Object.fromEntries(Array.from({ length: dice.below(4) }, (_, at) => [`k${at}`, dice.pick(odd)]));
  const kinds: readonly (readonly [string, string])[] = [
    ['v1', 'ConfigMap'],
    ['apps/v1', 'Deployment'],
    ['example.com/v1', 'Thing'],
    ['v1', 'Secret'],
  ];
  const [apiVersion, kind] = dice.pick(kinds);
  const entries: [string, Value][] = [
    ['apiVersion', apiVersion],
    ['kind', kind],
    ['metadata', metadata],
    ['data', data],
  ];
  if (dice.below(6) === 0)
    entries.push(['spec', { template: { apiVersion: 'v1', kind: 'Pod' }, list: ['a', 1, true, null] }]);
  return Object.fromEntries(dice.below(2) === 0 ? entries : shuffled(entries, dice));
}

function splitOf(name: string): Mapping {
  return {
    apiVersion: 'split.smi-spec.io/v1alpha2',
    kind: 'TrafficSplit',
    metadata: { name, namespace: 'shop' },
    spec: {
      service: name,
      backends: [
        { service: `${name}-v1`, weight: 90 },
        { service: `${name}-v2`, weight: 10 },
      ],
    },
  };
}

function profileOf(name: string): Mapping {
  return {
    apiVersion: 'linkerd.io/v1alpha2',
    kind: 'ServiceProfile',
    metadata: { name: `${name}.shop.svc.cluster.local`, namespace: 'shop' },
    spec: { routes: [{ name: 'GET /', condition: { method: 'GET', pathRegex: '/' } }] },
  };
}

function shuffled<T>(all: readonly T[], dice: Dice): T[] {
  const left = [...all];
  return all.map(() => left.splice(dice.below(left.length), 1)[0] as T);
}

const plainSafe = /^[A-Za-z/][\w ./-]*$/;
const words = /^(?:yes|no|true|false|null|on|off|y|n)$/i;

/** A scalar in one of the styles that mean it. */
function scalar(value: Value, dice: Dice, flow: boolean): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const plain = plainSafe.test(value) && !words.test(value) && !value.endsWith(' ');
  // What a dumper of YAML leaves plain, and a search by eye takes for the begin of a quoted text.
  if (!plain && /^[a-z]+['"][a-z ]+$/.test(value) && dice.below(2) === 0) return value;
  const single = /^[ -~]*$/.test(value);
  const style = dice.below(plain ? 6 : 3);
  if (style >= 3) return value;
  if (style === 0 && single) return `'${value.replaceAll("'", "''")}'`;
  if (style === 1 && !flow && /^[!-~][ -~\n]*$/.test(value) && value.includes('\n') && !value.includes('\n\n'))
    return '';
  return quoted(value);
}

function quoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A value in flow style, with the separators, quotes and breaks of several dumpers. */
function flowOf(value: Value, dice: Dice, indent: string): string {
  if (typeof value !== 'object' || value === null) return scalar(value, dice, true);
  const [colon, comma] = dice.pick([
    [': ', ', '],
    [': ', ','],
    [' : ', ' , '],
    [': ', `,\n${indent}  `],
  ] as const);
  const [pad, end] = dice.pick([
    ['', ''],
    [' ', ' '],
    [`\n${indent}  `, `\n${indent}`],
  ] as const);
  const inside = Array.isArray(value)
    ? (value as readonly Value[]).map((item) => flowOf(item, dice, `${indent}  `))
    : Object.entries(value as Mapping).map(
        ([key, item]) => `${keyOf(key, dice)}${colon}${flowOf(item, dice, `${indent}  `)}`,
      );
  if (inside.length === 0) return Array.isArray(value) ? '[]' : '{}';
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const trailing = dice.below(6) === 0 ? ',' : '';
  return `${open ?? ''}${pad}${inside.join(comma)}${trailing}${end}${close ?? ''}`;
}

function keyOf(key: string, dice: Dice): string {
  return dice.pick([key, key, key, `"${key}"`, `'${key}'`]);
}

/** A key as it may begin a line of a block mapping; `: ` comes behind it. */
function lineKey(key: string, dice: Dice, anchors: { count: number }): string {
  const escaped = `"${Array.from(key, (letter) => (dice.below(3) === 0 ? `\\u00${letter.charCodeAt(0).toString(16)}` : letter)).join('')}"`;
  anchors.count += 1;
  return dice.pick([
    key,
    key,
    key,
    key,
    key,
    key,
    `"${key}"`,
    `'${key}'`,
    escaped,
    `!!str ${key}`,
    `&a${anchors.count} ${key}`,
    `! ${key}`,
    `? ${key}\n`,
    `? |-\n  ${key}\n`,
    `? # why\n  ${key}\n`,
    `"${key}" `,
    `${key} `,
  ]);
}

function blockOf(value: Mapping, dice: Dice, indent: string, odds: boolean): string {
  const anchors = { count: 0 };
  return Object.entries(value)
    .map(([key, item]) => {
      const written = odds ? lineKey(key, dice, anchors) : keyOf(key, dice);
      const head = written.endsWith('\n')
        ? `${indent}${written.replace(/\n(?=.)/g, `\n${indent}`)}${indent}:`
        : `${indent}${written}:`;
      return head + valueOf(item, dice, indent);
    })
    .join('');
}

function valueOf(item: Value, dice: Dice, indent: string): string {
  if (typeof item !== 'object' || item === null) {
    const text = scalar(item, dice, false);
    if (text === '' && typeof item === 'string' && item.includes('\n')) {
      const [head, body] = [item.endsWith('\n') ? '|' : '|-', item.replace(/\n$/, '')];
      return ` ${head}\n${body.replace(/^/gm, `${indent}  `)}\n`;
    }
    return ` ${text}${dice.below(8) === 0 ? ' # kind: no' : ''}\n`;
  }
  if (dice.below(3) === 0 || Array.isArray(item) || Object.keys(item).length === 0)
    return ` ${flowOf(item, dice, `${indent}  `)}\n`;
  return `\n${blockOf(item as Mapping, dice, `${indent}  `, false)}`;
}

/** A mapping some of whose top keys come by a merge. */
function mergedOf(value: Mapping, dice: Dice): string {
  const { kind = '', apiVersion = '', ...rest } = value;
  const base = { kind, apiVersion };
  return dice.pick([
    `base: &b\n${blockOf(base, dice, '  ', false)}<<: *b\n${blockOf(rest, dice, '', false)}`,
    `<<: ${flowOf(base, dice, '  ')}\n${blockOf(rest, dice, '', false)}`,
    `<<: [{kind: ${JSON.stringify(kind)}}, {apiVersion: ${JSON.stringify(apiVersion)}}]\n${blockOf(rest, dice, '', false)}`,
    `x: &k kind\n*k : ${JSON.stringify(kind)}\n${blockOf({ apiVersion, ...rest }, dice, '', false)}`,
  ]);
}

/** One document of YAML. */
function documentOf(value: Mapping, dice: Dice): string {
  switch (dice.below(12)) {
    case 0:
      return `${flowOf(value, dice, '')}\n`;
    case 1:
      return mergedOf(value, dice);
    case 2:
      return `${dice.pick(['!!map', '&root', '&root !!map'])}\n${blockOf(value, dice, dice.pick(['', '  ']), false)}`;
    case 3:
      return blockOf(value, dice, dice.pick(['  ', '    ', ' ']), false);
    case 4:
      return `${jsonText(value, dice)}\n`;
    case 5:
      return `# kind: comment\n\n${blockOf(value, dice, '', false)}`;
    case 6:
    case 7:
      return blockOf(value, dice, '', true);
    default:
      return blockOf(value, dice, '', false);
  }
}

function jsonText(value: Value, dice: Dice): string {
  const text = JSON.stringify(value, null, dice.pick(['', '  ', '\t', '    ']));
  if (dice.below(3) !== 0) return text;
  return text.replace(/[^ -~\n\t]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const others = [
  '',
  '# nothing\n',
  'values:\n  apiVersion: v1\n  kind: X\n',
  'kind: only\n',
  'apiVersion: v2\nname: chart-values\n',
  '- apiVersion: v1\n  kind: Pod\n',
  '"kind apiVersion"\n',
  'apiVersion: v1\nkind: {{ .Values.kind }}\nmetadata: {name: a}\n{{ end }}\n',
  'text: "apiVersion: v1\n\n  kind: X"\n',
  '{a: b}\n',
  'null\n',
  '{{- if .Values.kind }}\n',
  'a: [1, 2\n',
];

/** A stream of YAML documents, some of which are no objects. */
function yamlOf(values: readonly Mapping[], dice: Dice): string {
  const documents = values.flatMap((value) => {
    const own = documentOf(value, dice);
    return dice.below(5) === 0 ? shuffled([own, dice.pick(others)], dice) : [own];
  });
  const separator = (): string =>
    dice.pick([
      '---\n',
      '---\n',
      '---\n',
      '--- # next\n',
      '---  \n',
      '---\n\ufeff',
      '---\n---\n',
      '...\n---\n',
      '---\n# c\n',
      '---\n\n',
    ]);
  const head = dice.pick(['', '', '', '---\n', '--- # first\n', '# head\n---\n', '\ufeff', '\n\n', '\ufeff---\n']);
  const text = head + documents.map((one, at) => (at === 0 ? '' : separator()) + one).join('');
  const ended =
    dice.below(6) === 0 ? text.replace(/\n$/, '') : text + dice.pick(['', '', '---\n', '...\n', '\n', '# end\n']);
  return dice.below(6) === 0 ? ended.replaceAll('\n', '\r\n') : ended;
}

function encoded(text: string, dice: Dice): Uint8Array {
  const style = dice.below(12);
  if (style > 1) return Buffer.from(text);
  const units = Buffer.from(`\ufeff${text.replace(/^\ufeff/, '')}`, 'utf16le');
  return style === 0 ? units : units.swap16();
}

/** A directory of manifests, decided by the dice. */
export function treeOf(dice: Dice): ReadonlyMap<string, Entry> {
  const files = new Map<string, Entry>();
  let named = 0;
  const object = (): Mapping => {
    named += 1;
    return objectOf(dice, `o${named}`);
  };
  const split = dice.below(3) === 0;
  const count = 1 + dice.below(4);
  for (let at = 0; at < count; at += 1) {
    const own: Mapping[] = Array.from({ length: 1 + dice.below(3) }, object);
    if (split && at === 0) own.splice(dice.below(2), 0, splitOf('web'));
    if (split && at === count - 1 && dice.below(3) === 0) own.push(profileOf('web'));
    const name = `${dice.pick(['', '', '', '.', 'sub/', 'sub/deep/'])}f${at}`;
    const list = dice.below(6) === 0 ? [{ apiVersion: 'v1', kind: 'List', items: own }] : own;
    if (dice.below(4) === 0) {
      const texts = list.map((one) => jsonText(one, dice));
      files.set(`${name}.json`, encoded(texts.join(dice.pick(['\n', '', '\n\n'])) + dice.pick(['\n', '']), dice));
    } else files.set(`${name}.${dice.pick(['yaml', 'yaml', 'yml'])}`, encoded(yamlOf(list, dice), dice));
  }
  if (dice.below(6) === 0) {
    files.set('shared/linked.txt', Buffer.from(yamlOf([object()], dice)));
    files.set('linked.yaml', { link: 'shared/linked.txt' });
  }
  return files;
}
