/** A value, as written after a key in YAML, that is made to exploit its reader. */
export interface HostileValue {
  readonly name: string;
  readonly value: Buffer;
}

const hostile = (name: string, value: string | Buffer): HostileValue => ({ name, value: Buffer.from(value) });

/** Ten levels of ten aliases each: ten thousand million values where they are followed. */
function bomb(): string {
  const levels = Array.from({ length: 10 }, (_, level) => {
    const inner = level === 0 ? '"lol"' : `*l${level - 1}`;
    return `k${level}: &l${level} [${Array.from({ length: 10 }, () => inner).join(', ')}]`;
  });
  return `{${levels.join(', ')}}`;
}

/** Values that are written after a key on one line. */
export const hostileValues: readonly HostileValue[] = [
  hostile('an alias bomb', bomb()),
  hostile('100,000 levels of flow lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  hostile('100,000 levels of flow mappings', `${'{a: '.repeat(100_000)}x${'}'.repeat(100_000)}`),
  hostile('100,000 flow lists that do not end', '['.repeat(100_000)),
  hostile('a scalar of 16 MiB', `"${'x'.repeat(2 ** 24)}"`),
  hostile('a plain scalar of 100,000 lines', Array.from({ length: 100_000 }, () => 'x').join('\n      ')),
  hostile('100,000 anchors', `[${Array.from({ length: 100_000 }, (_, at) => `&a${at} x`).join(', ')}]`),
  hostile('100,000 aliases of one anchor', `[&a x, ${Array.from({ length: 100_000 }, () => '*a').join(', ')}]`),
  hostile('a merge key that contains itself', '&m {<<: *m, x: y}'),
  hostile('an anchor that contains itself', '&m [*m]'),
  hostile('a merge key that is a list of itself', '&m {<<: [*m, *m]}'),
  hostile('an alias without an anchor', '*nobody'),
  hostile(
    'keys of prototypes',
    '{__proto__: {polluted: true}, constructor: {prototype: {polluted: true}}, toString: x}',
  ),
  hostile('a key twice', '{a: 1, a: 2}'),
  hostile('a key that is a list', '{[a, b]: c, ? {d: e} : f}'),
  hostile('a tag of a function', '!!js/function "function () { process.exit(3) }"'),
  hostile('a tag of a Python object', '!!python/object/apply:os.system ["exit 3"]'),
  hostile('a binary tag', '!!binary "AAECAw=="'),
  hostile('a tag that does not end', '!<tag:x'),
  hostile('NUL', Buffer.from('"a\0b"')),
  hostile('control characters', '"a\u0001\u0007\u0008\u001b[2J\u007f\u009bb"'),
  hostile('bytes that are not UTF-8', Buffer.from([0x22, 0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0x22])),
  hostile('an escaped lone surrogate', '"\\ud800"'),
  hostile('direction marks', '"a\u202eb\u2066c"'),
  hostile('a byte order mark', '"a\ufeffb"'),
  hostile('line breaks of YAML 1.1', '"a\u0085b\u2028c\u2029d"'),
  hostile('a lone carriage return', '"a\rb"'),
  hostile('a number that is none', '.inf'),
  hostile('a number of 100,000 digits', '9'.repeat(100_000)),
  hostile('an integer in base 60', '190:20:30'),
];

const splitHead = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
`;
const spec = `spec:
  service: web
  backends:
  - service: web-v1
    weight: 90
`;
const split = splitHead + spec;
const profileHead = `apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata:
  name: web.shop.svc.cluster.local
  namespace: shop
`;

/** Where a hostile value is: standard input or files, with `@` in its place, and the words of the call. */
export interface Place {
  readonly name: string;
  readonly stdin?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly words: readonly string[];
}

const list = (items: string, config = ''): string =>
  `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items
    .replace(/^/gm, '  ')
    .replace(/^ {2}(?=api)/gm, '- ')
    .trimEnd()}\n${config}`;

export const places: readonly Place[] = [
  { name: 'a field of a TrafficSplit', words: [], stdin: `${split}  hostile: @\n` },
  { name: 'the weight of a backend', words: ['--drop'], stdin: split.replace('90', '@') },
  { name: 'the name of a TrafficSplit', words: [], stdin: split.replace('name: web', 'name: @') },
  { name: 'its labels', words: ['--drop'], stdin: `${splitHead}  labels:\n    hostile: @\n${spec}` },
  { name: 'its annotations', words: [], stdin: `${splitHead}  annotations: @\n${spec}` },
  {
    name: 'the document beside it',
    words: ['--drop'],
    stdin: `apiVersion: v1\nkind: ConfigMap\ndata:\n  hostile: @\n---\n${split}`,
  },
  { name: 'its profile', words: [], stdin: `${split}---\n${profileHead}spec:\n  routes: @\n` },
  { name: 'the overrides of its profile', words: [], stdin: `${split}---\n${profileHead}spec:\n  dstOverrides: @\n` },
  { name: 'an item of a ResourceList', words: [], stdin: list(`apiVersion: v1\nkind: Service\nmetadata: @\n${split}`) },
  {
    name: 'the functionConfig',
    words: [],
    stdin: list(split, 'functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data: @\n'),
  },
  {
    name: 'a configuration file',
    words: ['--config', 'config.yaml'],
    stdin: split,
    files: { 'config.yaml': 'apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\ndrop: @\n' },
  },
  {
    name: 'a kustomization',
    words: ['--write', '.'],
    files: { 'k/kustomization.yaml': 'resources: [split.yaml]\npatches: @\n', 'k/split.yaml': split },
  },
  {
    name: 'a file beside that of the split',
    words: ['--write', '--drop', '.'],
    files: {
      'k/split.yaml': split,
      'k/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec: @\n',
    },
  },
];
