import { describe, expect, test } from 'vitest';
import type { YAMLMap, YAMLSeq } from 'yaml';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { pairOf } from '../../src/manifests/nodes.ts';
import { editorOf } from '../../src/rewrite/editors.ts';
import { colonEnd } from '../../src/rewrite/positions.ts';
import { cut } from '../../src/yaml/cut.ts';
import type { Value } from '../../src/yaml/print.ts';
import { readUtf8 } from '../../src/yaml/read.ts';
import { decode } from '../../src/yaml/source.ts';
import type { Edit } from '../../src/yaml/splice.ts';
import { splice } from '../../src/yaml/splice.ts';

const none = { above: new Map(), after: new Map() };

/** A text after edits of its only object, which get the value of its key `a`. */
function edited(
  text: string,
  make: (where: {
    manifest: ReturnType<typeof manifestsOf>['manifests'][number];
    root: YAMLMap.Parsed;
    value: YAMLMap.Parsed & YAMLSeq.Parsed;
  }) => readonly Edit[],
): string {
  const source = { path: 'a.yaml', bytes: Buffer.from(text) };
  const page = readUtf8(cut(source).at(0));
  const manifest = page && manifestsOf(page).manifests[0];
  if (manifest === undefined) throw new Error('has no object');
  const value = pairOf(manifest.node, 'a')?.value as YAMLMap.Parsed & YAMLSeq.Parsed;
  return splice(source, make({ manifest, root: manifest.node, value }))
    .map(decode)
    .join('');
}

describe('the value of a key is replaced', () => {
  const values: readonly Value[] = ['x', ['x', 'z'], { x: 1 }, [], {}];
  // The results for each of these values.
  test.each<[string, readonly string[]]>([
    ['a: b\nc: d\n', ['a: x\nc: d\n', 'a:\n- x\n- z\nc: d\n', 'a:\n  x: 1\nc: d\n', 'a: []\nc: d\n', 'a: {}\nc: d\n']],
    ['a: b # e\n', ['a: x # e\n', 'a: # e\n- x\n- z\n', 'a: # e\n  x: 1\n', 'a: [] # e\n', 'a: {} # e\n']],
    ['a: b', ['a: x', 'a:\n- x\n- z', 'a:\n  x: 1', 'a: []', 'a: {}']],
    ['a:\nc: d\n', ['a: x\nc: d\n', 'a:\n- x\n- z\nc: d\n', 'a:\n  x: 1\nc: d\n', 'a: []\nc: d\n', 'a: {}\nc: d\n']],
    ['a: !!null # e\n', ['a: x # e\n', 'a: # e\n- x\n- z\n', 'a: # e\n  x: 1\n', 'a: [] # e\n', 'a: {} # e\n']],
    ['a: {} # e\n', ['a: x # e\n', 'a: # e\n- x\n- z\n', 'a: # e\n  x: 1\n', 'a: [] # e\n', 'a: {} # e\n']],
    ['a: [b] # e\n', ['a: x # e\n', 'a: [x, z] # e\n', 'a: # e\n  x: 1\n', 'a: [] # e\n', 'a: {} # e\n']],
    ['a: &b\n  c: d\n', ['a: x\n', 'a:\n- x\n- z\n', 'a:\n  x: 1\n', 'a: []\n', 'a: {}\n']],
    [
      'a:\n  - b # e\nc: d\n',
      ['a: x\nc: d\n', 'a:\n  - x\n  - z\nc: d\n', 'a:\n  x: 1\nc: d\n', 'a: []\nc: d\n', 'a: {}\nc: d\n'],
    ],
    ['a: # e\n    b: c', ['a: x # e\n', 'a: # e\n- x\n- z', 'a: # e\n    x: 1', 'a: [] # e\n', 'a: {} # e\n']],
    ['a:\r\n-   b\r\n', ['a: x\r\n', 'a:\r\n-   x\r\n-   z\r\n', 'a:\r\n  x: 1\r\n', 'a: []\r\n', 'a: {}\r\n']],
    [
      'a: |\n  b\n\nc: d\n',
      ['a: x\n\nc: d\n', 'a:\n- x\n- z\n\nc: d\n', 'a:\n  x: 1\n\nc: d\n', 'a: []\n\nc: d\n', 'a: {}\n\nc: d\n'],
    ],
    ['{a: b, c: d}', ['{a: x, c: d}', '{a: [x, z], c: d}', '{a: {x: 1}, c: d}', '{a: [], c: d}', '{a: {}, c: d}']],
    [
      '{"a":1,"c":2}',
      ['{"a":"x","c":2}', '{"a":["x","z"],"c":2}', '{"a":{"x":1},"c":2}', '{"a":[],"c":2}', '{"a":{},"c":2}'],
    ],
    ['{a: , c: d}', ['{a: x , c: d}', '{a: [x, z] , c: d}', '{a: {x: 1} , c: d}', '{a: [] , c: d}', '{a: {} , c: d}']],
    [
      '{a: &b , c: d}',
      ['{a: x , c: d}', '{a: [x, z] , c: d}', '{a: {x: 1} , c: d}', '{a: [] , c: d}', '{a: {} , c: d}'],
    ],
    ['{a: !!str b}', ['{a: x}', '{a: [x, z]}', '{a: {x: 1}}', '{a: []}', '{a: {}}']],
    [
      '{\n  "a": [1],\n  "c": 2\n}\n',
      [
        '{\n  "a": "x",\n  "c": 2\n}\n',
        '{\n  "a": ["x", "z"],\n  "c": 2\n}\n',
        '{\n  "a": {"x": 1},\n  "c": 2\n}\n',
        '{\n  "a": [],\n  "c": 2\n}\n',
        '{\n  "a": {},\n  "c": 2\n}\n',
      ],
    ],
    [
      '{\n   "a": 1\n}\n',
      [
        '{\n   "a": "x"\n}\n',
        '{\n   "a": [\n      "x",\n      "z"\n   ]\n}\n',
        '{\n   "a": {\n      "x": 1\n   }\n}\n',
        '{\n   "a": []\n}\n',
        '{\n   "a": {}\n}\n',
      ],
    ],
  ])('%j', (text, results) => {
    const made = values.map((value) =>
      edited(text, ({ manifest, root }) => {
        const pair = pairOf(root, 'a');
        if (pair === undefined) throw new Error('has no key a');
        const place = { pair, colon: colonEnd(pair) ?? -1 };
        return editorOf(root).setValue(manifest, root, place, { value, comments: none });
      }),
    );
    expect(made).toEqual(results);
  });
});

describe('a key is added at the end of a mapping', () => {
  test.each<[string, string, string]>([
    ['a:\n  b: c\nd: e\n', 'a:\n  b: c\n  x:\n  - 1\nd: e\n', 'a:\n  b: c\nd: e\nx:\n- 1\n'],
    ['a:\n    b: c # f\n\n# g\n', 'a:\n    b: c # f\n    x:\n    - 1\n\n# g\n', 'a:\n    b: c # f\nx:\n- 1\n\n# g\n'],
    ['a:\n  b: c', 'a:\n  b: c\n  x:\n  - 1', 'a:\n  b: c\nx:\n- 1'],
    ['a:\r\n  b: c\r\n', 'a:\r\n  b: c\r\n  x:\r\n  - 1\r\n', 'a:\r\n  b: c\r\nx:\r\n- 1\r\n'],
    ['a:\n  b: |+\n    c\n\n', 'a:\n  b: |+\n    c\n\n  x:\n  - 1\n', 'a:\n  b: |+\n    c\n\nx:\n- 1\n'],
    ['a: {b: c} # f\n', 'a: {b: c, x: [1]} # f\n', 'a: {b: c} # f\nx:\n- 1\n'],
    ['a: {b: }\n', 'a: {b: , x: [1] }\n', 'a: {b: }\nx:\n- 1\n'],
    ['a: {b:}\n', 'a: {b: , x: [1]}\n', 'a: {b:}\nx:\n- 1\n'],
    ['{a: {}}', '{a: {x: [1]}}', '{a: {}, x: [1]}'],
    ['{"a":{"b":"c"}}', '{"a":{"b":"c","x":[1]}}', '{"a":{"b":"c"},"x":[1]}'],
    ['{a: {b: c, }, }', '{a: {b: c, x: [1], }, }', '{a: {b: c, }, x: [1], }'],
    [
      '{\n  "a": {"b": 1} \n}\n',
      '{\n  "a": {"b": 1, "x": [1]} \n}\n',
      '{\n  "a": {"b": 1},\n  "x": [\n    1\n  ] \n}\n',
    ],
    [
      'a: {\n    b: c # f\n  }\n',
      'a: {\n    b: c, # f\n    x: [\n      1\n    ]\n  }\n',
      'a: {\n    b: c # f\n  }\nx:\n- 1\n',
    ],
    [
      'a: {\n    b: c, # f\n  }\n',
      'a: {\n    b: c, # f\n    x: [\n      1\n    ],\n  }\n',
      'a: {\n    b: c, # f\n  }\nx:\n- 1\n',
    ],
  ])('%j', (text, below, atRoot) => {
    const printed = { value: [1], comments: none };
    const made = edited(text, ({ manifest, value }) => editorOf(value).addKey(manifest, value, 'x', printed));
    const other = edited(text, ({ manifest, root }) => editorOf(root).addKey(manifest, root, 'x', printed));
    expect([made, other]).toEqual([below, atRoot]);
  });
});

describe('a pair is taken out of a mapping', () => {
  test.each<[string, string, string]>([
    ['a:\n  b: c # d\n  e: f\n', 'a:\n  e: f\n', 'a:\n  b: c # d\n'],
    ['a:\n  b:\n    c: d\n  # g\n  e:\n  - f\n\n', 'a:\n  # g\n  e:\n  - f\n\n', 'a:\n  b:\n    c: d\n  # g\n\n'],
    ['a:\r\n  b: c\r\n  e: f', 'a:\r\n  e: f', 'a:\r\n  b: c\r\n'],
    ['a: {b: c, e: f}\n', 'a: {e: f}\n', 'a: {b: c}\n'],
    ['a: {b, e}\n', 'a: {e}\n', 'a: {b}\n'],
    ['a: {b: c, e: f,}\n', 'a: {e: f,}\n', 'a: {b: c,}\n'],
    ['a: { &x b: c, !!str e: f }\n', 'a: { !!str e: f }\n', 'a: { &x b: c }\n'],
    ['a: {\n    b: c, # d\n    e: f # g\n  }\n', 'a: {\n    e: f # g\n  }\n', 'a: {\n    b: c # d\n  }\n'],
  ])('%j', (text, withoutFirst, withoutLast) => {
    const made = ['b', 'e'].map((key) =>
      edited(text, ({ manifest, value }) => {
        const pair = pairOf(value, key);
        if (pair === undefined) throw new Error(`has no key ${key}`);
        return editorOf(value).removePair(manifest, value, pair);
      }),
    );
    expect(made).toEqual([withoutFirst, withoutLast]);
  });
});

describe('entries are added at the end of a list', () => {
  test.each<[string, string]>([
    ['a:\n- b\nc: d\n', 'a:\n- b\n- x: 1\n- z\nc: d\n'],
    ['a:\n  -   b: c # e\n  # f\n', 'a:\n  -   b: c # e\n  -   x: 1\n  -   z\n  # f\n'],
    ['a:\r\n- b', 'a:\r\n- b\r\n- x: 1\r\n- z'],
    ['a: [b] # e\n', 'a: [b, {x: 1}, z] # e\n'],
    ['{"a":["b"]}', '{"a":["b",{"x":1},"z"]}'],
    ['a: [b,c]\n', 'a: [b,c,{x: 1},z]\n'],
    ['a: [\n    b # e\n  ]\n', 'a: [\n    b, # e\n    {\n      x: 1\n    },\n    z\n  ]\n'],
  ])('%j', (text, result) => {
    expect(edited(text, ({ manifest, value }) => editorOf(value).addEntries(manifest, value, [{ x: 1 }, 'z']))).toBe(
      result,
    );
  });
});
