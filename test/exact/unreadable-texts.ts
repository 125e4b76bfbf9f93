/** Texts that mention a TrafficSplit, most of which cannot be read as one, by a name that tells what is odd about them. */

const split = [
  'apiVersion: split.smi-spec.io/v1alpha2',
  'kind: TrafficSplit',
  'metadata:',
  '  name: web',
  '  namespace: shop',
  'spec:',
  '  service: web',
  '  backends:',
  '  - service: web-v1',
  '    weight: 90',
  '',
];
const whole = split.join('\n');
const flow =
  '{apiVersion: split.smi-spec.io/v1alpha2, kind: TrafficSplit, metadata: {name: web, namespace: shop}, spec: {service: web, backends: [{service: web-v1, weight: 90}]}}\n';
const json = JSON.stringify({
  apiVersion: 'split.smi-spec.io/v1alpha2',
  kind: 'TrafficSplit',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { service: 'web', backends: [{ service: 'web-v1', weight: 90 }] },
});

/** Lines above, in or below a manifest: complete nodes, templates, markers, directives, what is no YAML. */
const lines = [
  ...[
    '{{- if .Values.x }}',
    '{{/* c */}}',
    '{{- end }}',
    '{{ include "x" . }}',
    '{% if x %}',
    '{# x #}',
    '${X}',
    '$(X)',
  ],
  ...['{a: b}', '[a]', '- x', '"x"', "'x'", '  x: y', 'hello', 'hello:', '*a', '&a', '&a b', '!x', '!x y', '|', '>'],
  ...[
    '? a',
    ': a',
    '@x',
    '`x`',
    '% x',
    ', x',
    '}',
    ']',
    'a: *x',
    '<<: *x',
    'a: "b',
    "a: 'b",
    'a: [b',
    'a: {b',
    'a: b: c',
  ],
  ...['%YAML 1.2', '%YAML 9.9', '%FOO', '%TAG ! tag:x,2000:', '%YAML 1.1\n---', '\t', '\tx: y', '   ', 'a: 1\na: 2'],
  ...[
    '--- foo',
    '--- "foo"',
    '--- {a: b}',
    '--- # c',
    '--- |',
    '--- >',
    '--- !foo',
    '--- &a',
    '...',
    '... foo',
    '... # c',
  ],
  ...[
    '\0',
    '\ufeff\ufeff',
    'a: b\n\ufeff',
    'a: b\r',
    'a: b\u0085',
    'a: b\u2028',
    '\f',
    '\u001b[0m',
    '\u007f',
    '\u0001',
  ],
  ...['<<<<<<< HEAD', '=======', '```yaml', '#!/bin/sh', '<a>', 'cat <<EOF', '+++ a', '\u00a0a: b', '\u200ba: b'],
  ...['a:\n\tb: c', 'a:\n    b: c\n  d: e', '\ufeff"x"', '\ufffe'],
];

/** What may have become of one line. */
const changes: Readonly<Record<string, (line: string) => string>> = {
  'one space more': (line) => ` ${line}`,
  'two spaces more': (line) => `  ${line}`,
  'a tab before': (line) => `\t${line}`,
  'a dash before': (line) => `- ${line}`,
  'no spaces before': (line) => line.trimStart(),
  'a quote before': (line) => `"${line}`,
  'no colon': (line) => line.replace(':', ''),
  'a colon after': (line) => `${line}:`,
  'an alias': (line) => line.replace(': ', ': *'),
  'a tag': (line) => line.replace(': ', ': !x '),
  'a reserved character': (line) => line.replace(': ', ': %'),
  'a bracket after': (line) => `${line} ]`,
  'a zero byte after': (line) => `${line}\0`,
  'a lone CR after': (line) => `${line}\r`,
  'a letter after': (line) => `${line}\u00e9`,
  'no space before #': (line) => `${line}#x`,
  'an arrow before': (line) => `> ${line}`,
};

function bytesOf(text: string, size: 2 | 4, isLittle: boolean): Buffer {
  const letters = Array.from(text, (letter) => {
    const bytes = Buffer.alloc(size);
    if (isLittle) bytes.writeUIntLE(letter.charCodeAt(0), 0, size);
    else bytes.writeUIntBE(letter.charCodeAt(0), 0, size);
    return bytes;
  });
  return Buffer.concat(letters);
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}

/** Texts for each of them. */
export function unreadableTexts(): ReadonlyMap<string, Buffer> {
  const texts = new Map<string, Buffer>();
  const add = (name: string, text: string | Buffer): void => void texts.set(name, Buffer.from(text as string));
  const [head, rest] = [split.slice(0, 3).join('\n'), split.slice(3).join('\n')];
  for (const line of lines) {
    const told = JSON.stringify(line);
    add(`${told} above`, `${line}\n${whole}`);
    add(`${told} above flow`, `${line}\n${flow}`);
    add(`${told} inside`, `${head}\n${line}\n${rest}`);
    add(`${told} below`, `${whole}${line}\n`);
  }
  for (const at of split.slice(0, -1).keys())
    for (const [name, change] of Object.entries(changes))
      add(`line ${at} with ${name}`, split.map((line, index) => (index === at ? change(line) : line)).join('\n'));
  add('Latin-1', Buffer.from(`${whole}# \u00e9\n`, 'latin1'));
  add('Latin-1 in a name', Buffer.from(whole.replace('name: web', 'name: w\u00e9b'), 'latin1'));
  for (const size of [2, 4] as const)
    for (const isLittle of [true, false]) {
      const name = `UTF-${size * 8}${isLittle ? 'LE' : 'BE'}`;
      add(name, bytesOf(whole, size, isLittle));
      add(`${name} with a mark`, bytesOf(`\ufeff${whole}`, size, isLittle));
    }
  const others: Readonly<Record<string, string>> = {
    'JSON cut off': json.slice(0, -5),
    'JSON with a bracket too many': `${json}}`,
    'JSON with a comma too many': `${json.slice(0, -1)},}`,
    'JSON below a comment': `// x\n${json}`,
    'JSON twice on a line': json + json,
    'JSON in a list': `[${json}]`,
    'JSON before a word': `${json} x`,
    'JSON as a string': JSON.stringify(whole),
    'a list': `- ${indented(whole).trim()}\n`,
    'a list in a list': `- - ${flow}`,
    'a list in flow style': `[${flow.trim()}]\n`,
    'a block scalar': `|\n${indented(whole)}`,
    'a folded scalar': `>\n${indented(whole)}`,
    'after the separator': `--- ${flow}`,
    'a kind in a list': whole.replace('kind: TrafficSplit', 'kind: [TrafficSplit]'),
    'a kind with a space': whole.replace('kind: TrafficSplit', 'kind: "TrafficSplit "'),
    'a kind with a line end': whole.replace('kind: TrafficSplit', 'kind: |\n  TrafficSplit'),
    'a key in upper case': whole.replace('kind:', 'Kind:'),
    'a version with a line end': whole.replace('v1alpha2', '"v1alpha2\\n"'),
    'another group': whole.replace('split.smi-spec.io/v1alpha2', 'v1'),
    'an item that is an alias': `apiVersion: v1\nkind: List\nx: &x ${flow}items:\n- *x\n`,
    'items by a merge key': `apiVersion: v1\nkind: List\n<<:\n  items:\n  - ${flow}`,
    'a key that is null': whole.replace('spec:', '~: x\nspec:'),
  };
  for (const [name, text] of Object.entries(others)) add(name, text);
  return texts;
}
