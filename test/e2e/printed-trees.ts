import type { SeededRandom } from '../fuzz/seeded-random.ts';

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
function objectOf(random: SeededRandom, name: string): Mapping {
  const metadata: Mapping = {
    name,
    ...(random.below(2) === 0 && { namespace: 'shop' }),
    ...(random.below(4) === 0 && { labels: { app: 'web' } }),
  };
  const data = Object.fromEntries(Array.from({ length: random.below(4) }, (_, at) => [`k${at}`, random.pick(odd)]));
  const kinds: readonly (readonly [string, string])[] = [
    ['v1', 'ConfigMap'],
    ['apps/v1', 'Deployment'],
    ['example.com/v1', 'Thing'],
    ['v1', 'Secret'],
  ];
  const [apiVersion, kind] = random.pick(kinds);
  const entries: [string, Value][] = [
    ['apiVersion', apiVersion],
    ['kind', kind],
    ['metadata', metadata],
    ['data', data],
  ];
  if (random.below(6) === 0)
    entries.push(['spec', { template: { apiVersion: 'v1', kind: 'Pod' }, list: ['a', 1, true, null] }]);
  return Object.fromEntries(random.below(2) === 0 ? entries : shuffled(entries, random));
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

function shuffled<T>(all: readonly T[], random: SeededRandom): T[] {
  const left = [...all];
  return all.map(() => left.splice(random.below(left.length), 1)[0] as T);
}

const plainSafe = /^[A-Za-z/][\w ./-]*$/;
const words = /^(?:yes|no|true|false|null|on|off|y|n)$/i;

/** A scalar in one of the styles that mean it. */
function scalar(value: Value, random: SeededRandom, flow: boolean): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  const plain = plainSafe.test(value) && !words.test(value) && !value.endsWith(' ');
  // What a dumper of YAML leaves plain, and a search by eye takes for the begin of a quoted text.
  if (!plain && /^[a-z]+['"][a-z ]+$/.test(value) && random.below(2) === 0) return value;
  const single = /^[ -~]*$/.test(value);
  const style = random.below(plain ? 6 : 3);
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
function flowOf(value: Value, random: SeededRandom, indent: string): string {
  if (typeof value !== 'object' || value === null) return scalar(value, random, true);
  const [colon, comma] = random.pick([
    [': ', ', '],
    [': ', ','],
    [' : ', ' , '],
    [': ', `,\n${indent}  `],
  ] as const);
  const [pad, end] = random.pick([
    ['', ''],
    [' ', ' '],
    [`\n${indent}  `, `\n${indent}`],
  ] as const);
  const inside = Array.isArray(value)
    ? (value as readonly Value[]).map((item) => flowOf(item, random, `${indent}  `))
    : Object.entries(value as Mapping).map(
        ([key, item]) => `${keyOf(key, random)}${colon}${flowOf(item, random, `${indent}  `)}`,
      );
  if (inside.length === 0) return Array.isArray(value) ? '[]' : '{}';
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const trailing = random.below(6) === 0 ? ',' : '';
  return `${open ?? ''}${pad}${inside.join(comma)}${trailing}${end}${close ?? ''}`;
}

function keyOf(key: string, random: SeededRandom): string {
  return random.pick([key, key, key, `"${key}"`, `'${key}'`]);
}

/** A key as it may begin a line of a block mapping; `: ` comes after it. */
function lineKey(key: string, random: SeededRandom, anchors: { count: number }): string {
  const escaped = `"${Array.from(key, (letter) => (random.below(3) === 0 ? `\\u00${letter.charCodeAt(0).toString(16)}` : letter)).join('')}"`;
  anchors.count += 1;
  return random.pick([
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

function blockOf(value: Mapping, random: SeededRandom, indent: string, odds: boolean): string {
  const anchors = { count: 0 };
  return Object.entries(value)
    .map(([key, item]) => {
      const written = odds ? lineKey(key, random, anchors) : keyOf(key, random);
      const head = written.endsWith('\n')
        ? `${indent}${written.replace(/\n(?=.)/g, `\n${indent}`)}${indent}:`
        : `${indent}${written}:`;
      return head + valueOf(item, random, indent);
    })
    .join('');
}

function valueOf(item: Value, random: SeededRandom, indent: string): string {
  if (typeof item !== 'object' || item === null) {
    const text = scalar(item, random, false);
    if (text === '' && typeof item === 'string' && item.includes('\n')) {
      const [head, body] = [item.endsWith('\n') ? '|' : '|-', item.replace(/\n$/, '')];
      return ` ${head}\n${body.replace(/^/gm, `${indent}  `)}\n`;
    }
    return ` ${text}${random.below(8) === 0 ? ' # kind: no' : ''}\n`;
  }
  if (random.below(3) === 0 || Array.isArray(item) || Object.keys(item).length === 0)
    return ` ${flowOf(item, random, `${indent}  `)}\n`;
  return `\n${blockOf(item as Mapping, random, `${indent}  `, false)}`;
}

/** A mapping some of whose top keys come by a merge. */
function mergedOf(value: Mapping, random: SeededRandom): string {
  const { kind = '', apiVersion = '', ...rest } = value;
  const base = { kind, apiVersion };
  return random.pick([
    `base: &b\n${blockOf(base, random, '  ', false)}<<: *b\n${blockOf(rest, random, '', false)}`,
    `<<: ${flowOf(base, random, '  ')}\n${blockOf(rest, random, '', false)}`,
    `<<: [{kind: ${JSON.stringify(kind)}}, {apiVersion: ${JSON.stringify(apiVersion)}}]\n${blockOf(rest, random, '', false)}`,
    `x: &k kind\n*k : ${JSON.stringify(kind)}\n${blockOf({ apiVersion, ...rest }, random, '', false)}`,
  ]);
}

/** One document of YAML. */
function documentOf(value: Mapping, random: SeededRandom): string {
  switch (random.below(12)) {
    case 0:
      return `${flowOf(value, random, '')}\n`;
    case 1:
      return mergedOf(value, random);
    case 2:
      return `${random.pick(['!!map', '&root', '&root !!map'])}\n${blockOf(value, random, random.pick(['', '  ']), false)}`;
    case 3:
      return blockOf(value, random, random.pick(['  ', '    ', ' ']), false);
    case 4:
      return `${jsonText(value, random)}\n`;
    case 5:
      return `# kind: comment\n\n${blockOf(value, random, '', false)}`;
    case 6:
    case 7:
      return blockOf(value, random, '', true);
    default:
      return blockOf(value, random, '', false);
  }
}

function jsonText(value: Value, random: SeededRandom): string {
  const text = JSON.stringify(value, null, random.pick(['', '  ', '\t', '    ']));
  if (random.below(3) !== 0) return text;
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
function yamlOf(values: readonly Mapping[], random: SeededRandom): string {
  const documents = values.flatMap((value) => {
    const own = documentOf(value, random);
    return random.below(5) === 0 ? shuffled([own, random.pick(others)], random) : [own];
  });
  const separator = (): string =>
    random.pick([
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
  const head = random.pick(['', '', '', '---\n', '--- # first\n', '# head\n---\n', '\ufeff', '\n\n', '\ufeff---\n']);
  const text = head + documents.map((one, at) => (at === 0 ? '' : separator()) + one).join('');
  const ended =
    random.below(6) === 0 ? text.replace(/\n$/, '') : text + random.pick(['', '', '---\n', '...\n', '\n', '# end\n']);
  return random.below(6) === 0 ? ended.replaceAll('\n', '\r\n') : ended;
}

function encoded(text: string, random: SeededRandom): Uint8Array {
  const style = random.below(12);
  if (style > 1) return Buffer.from(text);
  const units = Buffer.from(`\ufeff${text.replace(/^\ufeff/, '')}`, 'utf16le');
  return style === 0 ? units : units.swap16();
}

/** A directory of manifests, decided by the random. */
export function treeOf(random: SeededRandom): ReadonlyMap<string, Entry> {
  const files = new Map<string, Entry>();
  let named = 0;
  const object = (): Mapping => {
    named += 1;
    return objectOf(random, `o${named}`);
  };
  const split = random.below(3) === 0;
  const count = 1 + random.below(4);
  for (let at = 0; at < count; at += 1) {
    const own: Mapping[] = Array.from({ length: 1 + random.below(3) }, object);
    if (split && at === 0) own.splice(random.below(2), 0, splitOf('web'));
    if (split && at === count - 1 && random.below(3) === 0) own.push(profileOf('web'));
    const name = `${random.pick(['', '', '', '.', 'sub/', 'sub/deep/'])}f${at}`;
    const list = random.below(6) === 0 ? [{ apiVersion: 'v1', kind: 'List', items: own }] : own;
    if (random.below(4) === 0) {
      const texts = list.map((one) => jsonText(one, random));
      files.set(`${name}.json`, encoded(texts.join(random.pick(['\n', '', '\n\n'])) + random.pick(['\n', '']), random));
    } else files.set(`${name}.${random.pick(['yaml', 'yaml', 'yml'])}`, encoded(yamlOf(list, random), random));
  }
  if (random.below(6) === 0) {
    files.set('shared/linked.txt', Buffer.from(yamlOf([object()], random)));
    files.set('linked.yaml', { link: 'shared/linked.txt' });
  }
  return files;
}
