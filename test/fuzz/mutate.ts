import type { SeededRandom } from './seeded-random.ts';

/** Pieces of text that readers of YAML, of Kubernetes and of terminals treat in a way of their own. */
const words: readonly Buffer[] = [
  ...[
    '---\n',
    '\n---\n',
    '...\n',
    '%YAML 1.2\n',
    '%TAG ! tag:x,1:\n',
    '- ',
    ': ',
    '? ',
    '# ',
    ' #',
    '\n',
    '\r\n',
    '\r',
  ],
  ...[
    '\t',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|\n',
    '>-\n',
    '&a ',
    '*a',
    '<<: *a\n',
    '<<',
    '!!binary ',
    '!!js/function ',
  ],
  ...[
    '!<x> ',
    '!!str ',
    '\\',
    '\\x53',
    '\\u0053',
    '\\\n',
    '\\"',
    '{{ .x }}',
    '${X}',
    '$NS',
    '~',
    'null',
    '0x10',
    '1e3',
  ],
  ...[
    '1_000',
    '010',
    '-1',
    '.5',
    '1e999',
    '50%',
    '9007199254740993',
    '500m',
    '1Ki',
    'true',
    '__proto__: ',
    'constructor: ',
  ],
  ...['TrafficSplit', 'Split', 'ServiceProfile', 'dstOverrides', 'ResourceList', 'apiVersion: ', 'kind: ', 'items:\n'],
  ...[
    'items: []\n',
    'kind: List\n',
    'functionConfig:\n',
    'results:\n',
    'namespace: ',
    'spec:\n',
    'backends:\n',
    'weight: ',
  ],
  ...[
    'service: ',
    'matches: []\n',
    'metadata:\n',
    'annotations:\n',
    'smi.linkerd.io/skip: ',
    'split.smi-spec.io/v1alpha2',
  ],
  ...[
    'linkerd.io/v1alpha2',
    'config.kubernetes.io/v1',
    '\u001b[31m',
    '\u202e',
    '\u0085',
    '\u2028',
    '\u0000',
    '\u007f',
    'é',
  ],
  ...['::error::', '\ufeff', '🚀', '../', '/'],
].map((word) => Buffer.from(word));

const raw: readonly Buffer[] = [
  [0xff],
  [0xfe, 0xff],
  [0xed, 0xa0, 0x80],
  [0xc3],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc0, 0x80],
].map((bytes) => Buffer.from(bytes));

/** No case is longer: ten million have to fit into an hour. */
const longest = 900;

/** Bytes with one to five mutations; `other` is a text that pieces are taken from. */
export function mutate(bytes: Buffer, other: Buffer, random: SeededRandom): Buffer {
  let made = bytes;
  for (let left = 1 + random.below(5); left > 0; left -= 1) made = random.pick(mutations)(made, other, random);
  return made.length > longest ? made.subarray(0, longest) : made;
}

type Mutation = (bytes: Buffer, other: Buffer, random: SeededRandom) => Buffer;

const mutations: readonly Mutation[] = [
  function flipOneBit(bytes, _, random) {
    return withByte(bytes, random, (byte) => byte ^ (1 << random.below(8)));
  },
  function setOneByte(bytes, _, random) {
    return withByte(bytes, random, () => random.below(256));
  },
  function insertWord(bytes, _, random) {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([
      bytes.subarray(0, at),
      random.below(12) === 0 ? random.pick(raw) : random.pick(words),
      bytes.subarray(at),
    ]);
  },
  function insertWordAtALine(bytes, _, random) {
    const at = lineAt(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), random.pick(words), bytes.subarray(at)]);
  },
  function overwriteWithWord(bytes, _, random) {
    const at = random.below(bytes.length + 1);
    const word = random.pick(words);
    return Buffer.concat([bytes.subarray(0, at), word, bytes.subarray(at + word.length)]);
  },
  function removeRange(bytes, _, random) {
    const at = random.below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random.below(20))]);
  },
  function removeLine(bytes, _, random) {
    const at = lineAt(bytes, random);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(lineEnd(bytes, at))]);
  },
  function repeatLines(bytes, _, random) {
    const at = lineAt(bytes, random);
    const to = lineEnd(bytes, lineEnd(bytes, at));
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(at, to), bytes.subarray(to)]);
  },
  function takeFromOther(bytes, other, random) {
    const at = random.below(bytes.length + 1);
    const from = random.below(other.length + 1);
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + random.below(80)), bytes.subarray(at)]);
  },
  function indentLine(bytes, _, random) {
    const at = lineAt(bytes, random);
    return random.below(2) === 0 && bytes[at] === 32
      ? Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)])
      : Buffer.concat([bytes.subarray(0, at), Buffer.from(' '), bytes.subarray(at)]);
  },
  function append(bytes, other, random) {
    return random.below(2) === 0
      ? Buffer.concat([bytes, Buffer.from('---\n'), other])
      : Buffer.concat([other, Buffer.from('---\n'), bytes]);
  },
  function cutOff(bytes, _, random) {
    return random.below(4) === 0 ? bytes.subarray(0, random.below(bytes.length + 1)) : bytes;
  },
];

function withByte(bytes: Buffer, random: SeededRandom, change: (byte: number) => number): Buffer {
  if (bytes.length === 0) return bytes;
  const made = Buffer.from(bytes);
  const at = random.below(made.length);
  made[at] = change(made[at] ?? 0);
  return made;
}

function lineAt(bytes: Buffer, random: SeededRandom): number {
  return bytes.lastIndexOf(10, random.below(bytes.length + 1)) + 1;
}

function lineEnd(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(10, at);
  return end === -1 ? bytes.length : end + 1;
}
