import { describe, expect, test } from 'vitest';
import { scanList } from '../../src/yaml/list-scan/list-scan.ts';

/** The entries of a list with the rest of the line of each `kind`, and what is below them; or why it is not cut. */
function entriesOf(text: string): readonly (readonly [string, string])[] | string {
  const bytes = Buffer.from(text);
  const found = scanList(bytes);
  if (typeof found === 'string') return found;
  const { starts, kinds, end } = found;
  const cuts = Array.from(starts, (start, index): [string, string] => {
    const kind = kinds[index] ?? 0;
    const line = kind === 0 ? '' : bytes.toString('utf8', kind, bytes.indexOf(10, kind)).trim();
    return [bytes.toString('utf8', start, starts[index + 1] ?? end), line];
  });
  return end === bytes.length ? cuts : [...cuts, [bytes.toString('utf8', end), 'below']];
}

const quoted = 'a quoted scalar or a flow that is not understood';
const left = 'a quoted scalar or a flow that goes on at or left of the entries';
const behind = 'text after a quoted scalar, a flow or a block scalar header';
const reserved = 'an anchor, alias, tag or reserved character';
const notRoot = 'a line left of the entries that is no plain root key';
const alone = 'a plain scalar on a line of its own';
const noList = 'items is no block list';
const explicit = 'an explicit key, or a dash without a space';

describe('a list is cut at its entries', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['items:\n- a: 1\n', [['- a: 1\n', '']]],
    [
      'items:\n- kind: A\n- kind: B\n',
      [
        ['- kind: A\n', 'A'],
        ['- kind: B\n', 'B'],
      ],
    ],
    [
      'items:\n  - a: 1\n    kind: A\n  - b: 2\n',
      [
        ['  - a: 1\n    kind: A\n', 'A'],
        ['  - b: 2\n', ''],
      ],
    ],
    [
      'kind: List\nitems:\n- a: 1\nmore: 2\n',
      [
        ['- a: 1\n', ''],
        ['more: 2\n', 'below'],
      ],
    ],
    [
      'items:\n- a: 1\nmore:\n  - b: 2\n  - c: 3\n',
      [
        ['- a: 1\n', ''],
        ['more:\n  - b: 2\n  - c: 3\n', 'below'],
      ],
    ],
    ['items: # all\n- a: 1\n', [['- a: 1\n', '']]],
    ['items:  \r\n- kind: A\r\n', [['- kind: A\r\n', 'A']]],
    [
      'items:\n# one\n\n- a: 1\n# two\n- b: 2\n',
      [
        ['- a: 1\n# two\n', ''],
        ['- b: 2\n', ''],
      ],
    ],
    [
      'items:\n-\n  kind: A\n-  # one\n  kind: B\n',
      [
        ['-\n  kind: A\n', 'A'],
        ['-  # one\n  kind: B\n', 'B'],
      ],
    ],
    ['items:\n-   kind: A\n    a: 1\n', [['-   kind: A\n    a: 1\n', 'A']]],
    ['items:\n- a:\n    kind: A\n  kind: B\n', [['- a:\n    kind: A\n  kind: B\n', 'B']]],
    ['items:\n- - kind: A\n', [['- - kind: A\n', '']]],
    [
      'items:\n- kin: A\n  kinds: B\n  find: C\n  kand: D\n  kimd: E\n  kinb: F\n',
      [['- kin: A\n  kinds: B\n  find: C\n  kand: D\n  kimd: E\n  kinb: F\n', '']],
    ],
    ['items:\n- kind: A\n  "kind": B\n', [['- kind: A\n  "kind": B\n', '']]],
    ['items:\n- kind: A\n  a:\n    "kind": B\n', [['- kind: A\n  a:\n    "kind": B\n', 'A']]],
    ['items:\n- "a": 1\n', [['- "a": 1\n', '']]],
    ['items:\n- a: b\n    c\n  d: 1\n', [['- a: b\n    c\n  d: 1\n', '']]],
    ['items:\n- a: b # one\n  c: 1\n', [['- a: b # one\n  c: 1\n', '']]],
    ['items:\n- a: b#c\n', [['- a: b#c\n', '']]],
    ['items:\n- a: b:c\n', [['- a: b:c\n', '']]],
    ['items:\n- a: -b\n  c: ?d\n  e: :f\n', [['- a: -b\n  c: ?d\n  e: :f\n', '']]],
    [
      'items:\n- a: |\n    - b\n   c\n  d: 1\n- e: 1\n',
      [
        ['- a: |\n    - b\n   c\n  d: 1\n', ''],
        ['- e: 1\n', ''],
      ],
    ],
    ['items:\n- a: |+2 # one\n    # b\n\n  c: >-\n    "\n', [['- a: |+2 # one\n    # b\n\n  c: >-\n    "\n', '']]],
    [
      'items:\n- |\n  kind: A\n- >\n  "b\n',
      [
        ['- |\n  kind: A\n', ''],
        ['- >\n  "b\n', ''],
      ],
    ],
    ['items:\n- a:\n  - |\n   b: "\n  - c\n', [['- a:\n  - |\n   b: "\n  - c\n', '']]],
    [
      'items:\n- plain\n- text\n  more\n',
      [
        ['- plain\n', ''],
        ['- text\n  more\n', ''],
      ],
    ],
    [
      'items:\n- "a"\n- \'b\' # one\n',
      [
        ['- "a"\n', ''],
        ["- 'b' # one\n", ''],
      ],
    ],
    ['items:\n- "a\\"\n  b"\n', [['- "a\\"\n  b"\n', '']]],
    ['items:\n- "a\\\n  b"\n', [['- "a\\\n  b"\n', '']]],
    ["items:\n- 'a''b\\'\n", [["- 'a''b\\'\n", '']]],
    ["items:\n- 'a\n\n  b'\n", [["- 'a\n\n  b'\n", '']]],
    ['items:\n- {a: 1, "b":2, c: [d, \'e\']}\n', [['- {a: 1, "b":2, c: [d, \'e\']}\n', '']]],
    ['items:\n- {a: b, d: e?, f: -g, "h": "i"}\n', [['- {a: b, d: e?, f: -g, "h": "i"}\n', '']]],
    ['items:\n- {a: b:c, d:, e: {}}\n', [['- {a: b:c, d:, e: {}}\n', '']]],
    ['items:\n- [\n  a,\n\n  b\n  ]\n', [['- [\n  a,\n\n  b\n  ]\n', '']]],
    ['items:\r\n- [\r\n  a,\r\n\r\n  b]\r\n', [['- [\r\n  a,\r\n\r\n  b]\r\n', '']]],
    ['items:\n- a: {b: 1} # one\n  c: [] \n', [['- a: {b: 1} # one\n  c: [] \n', '']]],
    [
      'items:\n- a: 1\n- b: 2\n\nmore: 1\n',
      [
        ['- a: 1\n', ''],
        ['- b: 2\n\n', ''],
        ['more: 1\n', 'below'],
      ],
    ],
    [
      'items:\n- a: 1\nmore: |\n  # one\n',
      [
        ['- a: 1\n', ''],
        ['more: |\n  # one\n', 'below'],
      ],
    ],
    ['items:\n- a: b#c\n    d\n', [['- a: b#c\n    d\n', '']]],
    ['items:\n- a: b:c\n    d\n', [['- a: b:c\n    d\n', '']]],
    ['items:\n- b#c\n  d\n', [['- b#c\n  d\n', '']]],
    ['items:\n- b:c\n  d\n', [['- b:c\n  d\n', '']]],
    ['items:\n- a#b: c\n', [['- a#b: c\n', '']]],
    ['items:\n- a:b: c\n', [['- a:b: c\n', '']]],
    ['items:\n- a: \u2014\u26a8\n', [['- a: \u2014\u26a8\n', '']]],
    ['items:\n- a: [b-c, "d" , "e"\n  ]\n', [['- a: [b-c, "d" , "e"\n  ]\n', '']]],
    ['items:\n- a: "\\"b"\n', [['- a: "\\"b"\n', '']]],
    ['items:\n- a: ""\n', [['- a: ""\n', '']]],
    ["items:\n- a: ''\n", [["- a: ''\n", '']]],
    ['items:\n- a: [[], {}]\n', [['- a: [[], {}]\n', '']]],
    ['items:\n- [a: b, "c": d]\n', [['- [a: b, "c": d]\n', '']]],
    ['items:\n- ["a":b]\n', [['- ["a":b]\n', '']]],
    ['items:\n- {a: "b", c: d}\n', [['- {a: "b", c: d}\n', '']]],
    ['items:\n- a:   |9\n             b\n', [['- a:   |9\n             b\n', '']]],
    ['items:\n- a: b\n\n    c\n', [['- a: b\n\n    c\n', '']]],
    ['AZ: 1\naz: 2\nitems:\n- a: 1\n', [['- a: 1\n', '']]],
    ['a:\n  b: 1\nitems:\n- a: 1\n', [['- a: 1\n', '']]],
    ['a: |\n  b: 1\n # c\nitems:\n- a: 1\n', [['- a: 1\n', '']]],
    ['items:\n- a: é\n', [['- a: é\n', '']]],
    ['items:\n- ["a":b, c:,d, [e]f]\n', [['- ["a":b, c:,d, [e]f]\n', '']]],
    [
      'items:\n- a: 1\nmore: 2\n# one\n',
      [
        ['- a: 1\n', ''],
        ['more: 2\n# one\n', 'below'],
      ],
    ],
  ])('%j', (text, entries) => {
    expect(entriesOf(text)).toEqual(entries);
  });
});

describe('a list is not cut', () => {
  test.each<[string, string]>([
    ['', 'no line end at the end'],
    ['items:\n- a', 'no line end at the end'],
    ['items:\n- a\0\n', 'a NUL byte'],
    ['items:\n- a\r- b\n', 'a lone CR'],
    ['items:\r\n- a\r- b\n', 'a lone CR'],
    ['items:\n- a\r\n\r- b\n', 'a lone CR'],
    ['items:\n- a\u00a0\u0085\n', 'a NEL character'],
    ['items:\n- a\u2014\u2028\n', 'an LS or PS character'],
    ['items:\n- a: b # c\n    d\n', alone],
    ['items:\n- b # c\n  d\n', alone],
    ['items:\n- a: b\n  # c\n    d\n', alone],
    [' a\nitems:\n- b: 1\n', alone],
    ['items:\n- [[a] [b]]\n', quoted],
    ...Array.from('@[`{', (sign): [string, string] => [
      `a${sign}: 1\nitems:\n- b: 2\n`,
      'a root key of other than letters',
    ]),
    ...Array.from('@[`{', (sign): [string, string] => [`${sign}a: 1\nitems:\n- b: 2\n`, notRoot]),
    ['items:\n- a: |:\n', behind],
    ['items:\n- a: ["b"#c]\n', quoted],
    ['items:\n- a: ["b":\tc]\n', quoted],
    ['items:\n- a\u0085\n', 'a NEL character'],
    ['items:\n- a\u2028\n', 'an LS or PS character'],
    ['items:\n- a\u2029\n', 'an LS or PS character'],
    ['items:\n- a: 1\n# one\n', 'a comment or an empty line at the end'],
    ['items:\n- a: 1\n\n', 'a comment or an empty line at the end'],
    ['items:\n', noList],
    ['kind: List\n', noList],
    ['items: []\n', noList],
    ['items:# one\n', 'a root key of other than letters'],
    ['items:\n  a: 1\n', noList],
    ['items:\n-a: 1\n', noList],
    ['items:\na: 1\n', noList],
    ['items: &a\n- a: 1\n', noList],
    ['items:\n- a: 1\nitems:\n- b: 2\n', 'a root key that is there twice'],
    ['a: 1\na: 2\nitems:\n- b: 2\n', 'a root key that is there twice'],
    ['a-b: 1\nitems:\n- b: 2\n', 'a root key of other than letters'],
    ['a:1\nitems:\n- b: 2\n', 'a root key of other than letters'],
    ['"a": 1\nitems:\n- b: 2\n', notRoot],
    ['---\nitems:\n- b: 2\n', notRoot],
    ['items:\n- b: 2\n...\n', notRoot],
    ['items:\n- b: 2\n-c: 1\n', notRoot],
    ['items:\n  - b: 2\n - c: 1\n', notRoot],
    ['items:\n  - b: 2\n  c: 1\n', notRoot],
    ['items:\n- a: 1\n-\tb: 1\n', notRoot],
    ['items:\n- a: "b\n- c: "\n', left],
    ['items:\n- a: [b,\nc]\n', left],
    ['items:\n  - a: [b,\n  c]\n', left],
    ['items:\n- a: "b\n', left],
    ['items:\n- a: [b\n', left],
    ['items:\n- a: [b#c]\n', quoted],
    ['items:\n- a: 1\nmore:\n- b: 2\n- c: 3\n', notRoot],
    ['items:\n- a: [&b c]\n', quoted],
    ['items:\n- a: [b # c\n  ]\n', quoted],
    ['items:\n- a: [b\tc]\n', quoted],
    ['items:\n- a: [b [c]]\n', quoted],
    ['items:\n- a: [b "c"]\n', quoted],
    ['items:\n- a: [- c]\n', quoted],
    ['items:\n- a: ["b" "c"]\n', quoted],
    ...Array.from('&*!|>%@`?#:', (sign): [string, string] => [`items:\n- [${sign}a]\n`, quoted]),
    ...[' ', ',', '[', ']', '{', '}', '\n', '\r\n'].map((sign): [string, string] => [
      `items:\n- [-${sign}a]\n`,
      quoted,
    ]),
    ['items:\n- a: "b" c\n', behind],
    ['items:\n- a: "b"# c\n', behind],
    ['items:\n- a: [] c\n', behind],
    ['items:\n- a: {}: 1\n', behind],
    ['items:\n- a: | b\n', behind],
    ['items:\n- a: |0\n', behind],
    ['items:\n- "a"b: 1\n', behind],
    ['items:\n- a\n  b: 1\n', 'a colon in a plain scalar'],
    ['items:\n- a: b: c\n', 'a colon in a plain scalar'],
    ['items:\n- a: b\tc\n', 'a tab'],
    ['items:\n- a\tb\n', 'a tab'],
    ['items:\n- a:\n    b\n', alone],
    ['items:\n- a: b\n  c # d\n', alone],
    ['items:\n- a:\n    "b"\n', 'a quoted scalar on a line of its own'],
    ['items:\n- a:\n    [b]\n', 'a value on a line of its own'],
    ['items:\n- a:\n    |\n', 'a value on a line of its own'],
    ['items:\n- ? a\n', explicit],
    ['items:\n- : a\n', explicit],
    ['items:\n- a: - b\n', 'a list or an explicit key after a key'],
    ['items:\n- a: ? b\n', 'a list or an explicit key after a key'],
    ['items:\n- a: -\tb\n', 'a list or an explicit key after a key'],
    ...Array.from('&*!%@`,]}\t', (sign): [string, string] => [`items:\n- a: ${sign}b\n`, reserved]),
    ...Array.from('&*!%@`,]}', (sign): [string, string] => [`items:\n- ${sign}b\n`, reserved]),
  ])('%j: %s', (text, why) => {
    expect(entriesOf(text)).toBe(why);
  });

  test('if it is not UTF-8', () => {
    expect(scanList(Buffer.from('items:\n- \xff\n', 'latin1'))).toBe('not UTF-8');
  });
});
