import type { SeededRandom } from '../fuzz/seeded-random.ts';

/** The first of a list, or, one time in so many, any other. */
function mostly<T>(random: SeededRandom, one: number, from: readonly [T, ...T[]]): T {
  return random.below(one) === 0 ? random.pick(from) : from[0];
}

/** A ResourceList made to break a cut at its entries; most of them are valid YAML to some reader. */
export function difficultList(random: SeededRandom): string {
  const dash = random.pick([0, 0, 0, 2, 2, 4]);
  const entries = Array.from({ length: 1 + random.below(5) }, () => entry(random, dash));
  const config = 'functionConfig:\n  apiVersion: v1\n  kind: ConfigMap\n  data: {}\n';
  const head = mostly(random, 5, [
    '',
    '---\n',
    '# items:\n',
    config,
    'note: |\n  items:\n  - a\n',
    '\ufeff',
    '%YAML 1.2\n---\n',
  ]);
  const items = mostly(random, 8, ['items:', 'items: # - a', 'items: []', 'items :', 'items: &all', '"items":']);
  const tail = mostly(random, 5, [
    config,
    '',
    'results:\n- message: a\n',
    '# end\n',
    'items: []\n',
    '...\n',
    '---\na: b\n',
    '\n',
  ]);
  const text = `${head}apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n${items}\n${entries.join('')}${tail}`;
  const eol = random.below(12) === 0 ? text.replaceAll('\n', '\r\n') : text;
  return random.below(4) === 0 ? mutated(eol, random) : eol;
}

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: web
  namespace: shop
spec:
  service: web
  backends:
  - service: web-v1
    weight: 90`.split('\n');

function entry(random: SeededRandom, dash: number): string {
  const gap = random.pick([1, 1, 1, 1, 2, 3]);
  const lines = random.below(3) === 0 ? [...split] : object(random);
  if (random.below(2) === 0) lines.splice(lines.indexOf('metadata:') + 1, 0, ...placed(random));
  if (random.below(4) === 0) lines.splice(random.below(lines.length + 1), 0, ...field(random, 0));
  const own = random.below(12) === 0;
  const lead = ' '.repeat(dash);
  const inner = ' '.repeat(dash + 1 + gap);
  const [first = '', ...rest] = lines.map((line) =>
    line === '' || line.startsWith('\0') ? line.replace('\0', '') : inner + line,
  );
  const begin = own ? `${lead}-\n${first}` : `${lead}-${' '.repeat(gap)}${first.trimStart()}`;
  const comment = random.below(6) === 0 ? `${' '.repeat(random.below(6))}# - comment "\n` : '';
  return `${[begin, ...rest].join('\n')}\n${comment}`;
}

/** Annotations that say where an item belongs, as kpt writes them and as it does not. */
function placed(random: SeededRandom): string[] {
  const path = random.pick(['a.yaml', 'a.yaml', 'b.yaml']);
  const index = random.below(4);
  const internal = 'internal.config.kubernetes.io';
  return mostly(random, 2, [
    ['  annotations:', `    ${internal}/path: '${path}'`, `    ${internal}/index: '${index}'`],
    ['  annotations:', `    config.kubernetes.io/path: ${path}`, `    config.kubernetes.io/index: "${index}"`],
    [`  annotations: {${internal}/path: ${path}, ${internal}/index: '${index}'}`],
    [`  "annotations": {"${internal}/path": "${path}", "${internal}/index": "${index}"}`],
    ['  annotations:', `    "${internal}/path": ${path}`, `    '${internal}/index': '${index}'`],
    ['  annotations:', `    "${internal}\\/path": ${path}`, `    "${internal}\\x2findex": "${index}"`],
    ['  annotations:', `    ${internal}/path : ${path}`, `    ${internal}/index:`, `      "${index}"`],
    ['  annotations:', `    ${internal}/path: |-`, `      ${path}`, `    ${internal}/index: '${index}' # here`],
    ['  annotations:', `    ${internal}/path: # here`, `      ${path}`, `    ${internal}/index: &i${index} '${index}'`],
    ['  annotations:', `    ${internal}/path: ${path}`],
    ['  annotations:', '    note: |', `      ${internal}/path: ${path}`, `    ${internal}/index: '${index}'`],
    ['  annotations:', `    ? ${internal}/path`, `    : ${path}`, `    ${internal}/index: '${index}'`],
    ['  other:', '    annotations:', `      ${internal}/path: ${path}`, `      ${internal}/index: '9'`],
    [
      '  annotations:',
      `    ${internal}/path: ${path}`,
      `    config.kubernetes.io/path: b.yaml`,
      `    ${internal}/index: '${index}'`,
    ],
    [
      '  annotations:',
      `    note: "a`,
      `      b"`,
      `    ${internal}/path: ${path}`,
      `    ${internal}/index: '${index}'`,
    ],
  ]);
}

function object(random: SeededRandom): string[] {
  const kind = mostly(random, 3, [
    'ConfigMap',
    'Service',
    'List',
    'Deployment # a',
    '"Service"',
    'Traffic\\x53plit',
    '"Traffic\\x53plit"',
  ]);
  const lines = ['apiVersion: v1', `kind: ${kind}`, 'metadata:', '  name: web'];
  for (let count = random.below(4); count > 0; count -= 1) lines.push(...field(random, 0));
  if (random.below(3) === 0) lines.push('data:', ...field(random, 2), ...field(random, 2));
  return lines;
}

function field(random: SeededRandom, column: number): string[] {
  const lead = ' '.repeat(column);
  const key =
    mostly(random, 4, ['a', 'key with spaces', '"quoted"', "'single'", 'a"b', 'http://x', 'a#b', '- b']) +
    String(random.below(1000));
  const name = /^["']/.test(key) ? key.replace(/(["'])(\d+)$/, '$2$1') : key;
  switch (random.below(8) + (random.below(6) === 0 ? 1 : 0)) {
    case 0:
      return [
        `${lead}${name}: ${mostly(random, 2, plains)}`,
        ...(random.below(2) === 0 ? [`${more(random, column)}${mostly(random, 2, plains)}`] : []),
      ];
    case 1:
    case 2:
      return quoted(random, `${lead}${name}: `, column);
    case 3:
    case 4:
      return flow(random, `${lead}${name}: `, column);
    case 5:
      return block(random, `${lead}${name}: `, column);
    case 6:
      return list(random, `${lead}${name}:`, column);
    case 7:
      return [
        `${lead}${name}: ${mostly(random, 3, ["''", '&x b', '*x', '!t b', '!!binary aGk=', '|x', '@a', '`a`', '- a', '? a', '%a', '\ta', 'b\t# c', 'b # c', "''", 'null'])}`,
      ];
    default:
      return [
        `${lead}${random.pick(['# comment - a', '? k', '\t', '- a', 'x', '"only quoted"', '<<: {a: b}', 'a : b', ': b'])}`,
      ];
  }
}

const plains: readonly [string, ...string[]] = [
  'b',
  "it's",
  'a "b" c',
  'a: b',
  'a:b',
  'a #b',
  'a#b',
  '- a',
  'x, y',
  '[a',
  '{',
  'é\u2028x',
  'é\u0085',
  'a\rb',
  'b\u00a0c',
  '| x',
  '--- a',
];

/** The white space before a line that goes on: mostly right of its owner, sometimes not. */
function more(random: SeededRandom, column: number): string {
  return random.below(15) === 0 ? `\0${' '.repeat(random.below(4))}` : ' '.repeat(column + 1 + random.below(4));
}

function quoted(random: SeededRandom, lead: string, column: number): string[] {
  const mark = random.pick(['"', "'"]);
  const parts = Array.from({ length: 1 + random.below(3) }, () =>
    random.pick([
      'a',
      '- kind: Fake',
      '---',
      'b: c',
      '# d',
      '\\',
      '',
      'kind: TrafficSplit',
      mark === '"' ? '\\"' : "''",
      ' ',
      '- ',
      '...',
    ]),
  );
  const [first = '', ...rest] = parts;
  const text = [lead + mark + first, ...rest.map((part) => more(random, column) + part)];
  text.push(
    `${text.pop() ?? ''}${random.below(15) === 0 ? '' : mark}${mostly(random, 3, ['', '', ' # c', ' # c', ' x', '#x', ': y'])}`,
  );
  return text;
}

const brackets = ['[]', '[]', '[]', '{}', '{}', '[}'].map((pair) => [pair[0] ?? '', pair[1] ?? ''] as const);

function flow(random: SeededRandom, lead: string, column: number): string[] {
  const parts = Array.from({ length: 1 + random.below(4) }, () =>
    mostly(random, 2, [
      'a',
      "it's",
      '"b", c',
      "'d'",
      'k: v',
      '"k":"v"',
      '{x: y}',
      '[z]',
      '- a',
      '# no',
      '*x',
      '&x y',
      'u: "- w"',
      '',
      '"open',
      'p: ]',
    ]),
  );
  const [open, close] = random.pick(brackets);
  const lines = [lead + open];
  for (const part of parts) {
    if (random.below(3) === 0) lines.push(`${more(random, column)}${part},`);
    else lines.push(`${lines.pop() ?? ''}${part}, `);
  }
  lines.push(`${lines.pop() ?? ''}${close}${mostly(random, 3, ['', '', ' # c', ' # c', ': x', ' y'])}`);
  return lines;
}

function block(random: SeededRandom, lead: string, column: number): string[] {
  const header = mostly(random, 3, ['|', '>', '|-', '>+', '|2', '|1-', '| # c', '|#c', '|  ', '>x']);
  const body = Array.from({ length: random.below(4) }, () => {
    const text = random.pick(['- kind: Fake', 'a', '"', '# c', '---', 'x: [', '\tt', '', 'kind: TrafficSplit']);
    return text === '' ? '' : ' '.repeat(column + 2) + text;
  });
  return [lead + header, ...body, ...(random.below(10) === 0 ? [`\0${' '.repeat(random.below(3))}# left`] : [])];
}

function list(random: SeededRandom, lead: string, column: number): string[] {
  const at = ' '.repeat(column + random.pick([0, 2]));
  const entries = Array.from({ length: 1 + random.below(3) }, () =>
    random.pick([
      ['- a'],
      ['- - b', '  - c'],
      ['- k: v', '  l: "w"'],
      ['- |', '  - t'],
      ['-', '  x: y'],
      ['- "q'],
      ['- "q"'],
      ['- [f,', '  g]'],
      ['-\ta'],
      ['- # c', '  z: 1'],
      ['- k: |', '    - t', '  m: n'],
    ]),
  );
  return [lead, ...entries.flat().map((line) => at + line)];
}

const specials = [
  '"',
  "'",
  '- ',
  '\n',
  ' ',
  '#',
  ': ',
  '[',
  '}',
  '|',
  '\t',
  '\r',
  '---\n',
  '&',
  '\\',
  '\n- ',
  '  ',
  ',',
  '\0',
  '\u2029',
];

function mutated(text: string, random: SeededRandom): string {
  let changed = text;
  for (let count = 1 + random.below(3); count > 0; count -= 1) {
    const at = random.below(changed.length);
    const drop = random.below(3) === 0 ? random.below(4) : 0;
    changed = changed.slice(0, at) + (drop > 0 ? '' : random.pick(specials)) + changed.slice(at + drop);
  }
  return changed;
}
