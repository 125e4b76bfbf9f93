import { describe, expect, test } from 'vitest';
import { cut, type Grain } from '../../src/yaml/cut.ts';
import { jsonValueEnd, jsonValues } from '../../src/yaml/json-values.ts';

const bytesOf = (text: string): Buffer => Buffer.from(text);

function slicesOf(text: string, grain: Grain = 'documents', path = 'a.yaml'): readonly string[] {
  const source = { path, bytes: bytesOf(text) };
  const made = cut(source, grain);
  const slices = [...made.all()];
  // Each offset is in the slice that holds it, and the slices cover the source.
  for (let at = 0; at < source.bytes.length; at += 1) {
    const { start, end } = made.at(at);
    expect(slices.map((one) => [one.start, one.end])).toContainEqual([start, end]);
    expect(at >= start && at < end, `${String(at)} in ${String(start)} to ${String(end)}`).toBe(true);
  }
  const parts = slices.map(({ start, end }) => source.bytes.toString('utf8', start, end));
  expect(parts.join('')).toBe(text);
  return parts;
}

describe('a stream is cut at its markers', () => {
  test.each<[readonly string[]]>([
    [['a: 1\n']],
    [['a: 1\n', '---\nb: 2\n']],
    [['---\na: 1\n', '--- # c\nb: 2\n', '---\tc\n', '---\r\nd\r\n', '--- e\n', '---']],
    [['a: 1\n---b: 2\n ---\n--\n-a-\n--a\n', '---\nb--\n- -\na--\n']],
    [['a: 1\n', '---\n', '---\n', '---\n---b\nc\n']],
    [['\n', '---\na: 1\n%FOO\n']],
    [['a: %\n%FOO\n---\nb: 1\n', '---\n', '---\nc: 1\n']],
    [['a: |\n  b\n', '---\n', '---\nc: 1\n...\nd: 2\n']],
    [['\n', '---\na: 1\n']],
    [['\n\n', '---\n']],
    [['%YAML 1.2\n---\na: 1\n', '---\nb: 2\n']],
    [['\ufeff%YAML 1.2\n---\na: 1\n', '---\nb: 2\n']],
    [['a: 1\n...\n%YAML 1.2\n# c\n\n---\nb: 2\n', '---\nc: 3\n']],
    [['\n', '---\na: %\n', '---\nb: 2\n%FOO\n---\nc: 3\n']],
    [['\n# c\n', '---\na: 1\n%FOO\n---\nb: 2\n']],
    [['a: %b\n', '---\nb: 2\n']],
    [['{a: 1}\n', '---\n{b: 2}\n']],
  ])('%j', (parts) => {
    expect(slicesOf(parts.join(''))).toEqual(parts);
    expect(slicesOf(parts.join(''), 'coarse')).toEqual([parts.join('')]);
    const made = cut({ path: '-', bytes: bytesOf(parts.join('')) });
    expect(new Set(Array.from(made.all(), ({ part }) => part))).toEqual(new Set(['documents']));
  });

  test('an empty source has no document', () => {
    expect([...cut({ path: '-', bytes: bytesOf('') }, 'documents').all()]).toEqual([]);
  });
});

describe('a stream of JSON is cut at its values', () => {
  test.each<[string, string, readonly string[]]>([
    ['-', '{"a": 1}', ['{"a": 1}']],
    ['-', ' \t\r\n{"a": 1}\n', [' \t\r\n{"a": 1}\n']],
    ['a.json', '{"a": 1}{"b": [2]}\n{"c": "}"}', ['{"a": 1}', '{"b": [2]}\n', '{"c": "}"}']],
    ['a.json', '{"a": "\\"}"} {}', ['{"a": "\\"}"} ', '{}']],
    ['a.json', '\ufeff{"a": 1} {}', ['\ufeff{"a": 1} ', '{}']],
  ])('%s: %j', (path, text, parts) => {
    expect(slicesOf(text, 'coarse', path)).toEqual(parts);
    expect(jsonValues({ path, bytes: bytesOf(text) })).toHaveLength(parts.length);
    expect(cut({ path, bytes: bytesOf(text) }).at(0).part).toBe('json');
  });

  test.each<[string, string]>([
    ['a.json', '{"a": 1}'],
    ['-', '\ufeff{"a": 1}'],
    ['-', '{a: 1}'],
    ['-', '{"a": 1} # c'],
    ['-', "{'a': 1}"],
    ['-', '{"a": 1'],
    ['-', '{"a": 1}]'],
    ['-', '{"a": 1} [2]'],
    ['-', '[1]'],
    ['-', '{"a": 1}\n---\n{"b": 2}'],
    ['-', ''],
    ['a.json', '{"a": 1}{b: 2}'],
    ['a.json', '{a: 1}{"b": 2}'],
  ])('%s: %j is none', (path, text) => {
    expect(jsonValues({ path, bytes: bytesOf(text) })).toBeUndefined();
  });

  test.each<[string, number]>([
    ['{}', 2],
    ['{"a": [1, {"b": "]"}]} c', 22],
    ['[{"\\\\": 1}]', 11],
    ['{"a": 1 # c\n}', -1],
    ["{'a'}", -1],
    ['{"#\'": 1}', 9],
    ['{[}', -1],
    ['{"a', -1],
  ])('the end of %j is %i', (text, end) => {
    expect(jsonValueEnd(bytesOf(text), 0)).toBe(end);
    const moved = jsonValueEnd(bytesOf(`  ${text}`), 2);
    expect(moved === -1 ? -1 : moved - 2).toBe(end);
  });
});

describe('a ResourceList is cut at its entries', () => {
  const items = 'items:\n- kind: A\n- kind: TrafficSplit\n- {kind: A}\n- kind:  B2\n- a: 1\n- kind: A\n';

  test.each(['kind: ResourceList\n', 'a: 1\nkind: ResourceList\n'])('%j', (head) => {
    const parts = slicesOf(`${head}${items}more: 1\n`, 'fine');
    expect(parts).toEqual([
      `${head}items:\n`,
      '- kind: A\n',
      '- kind: TrafficSplit\n',
      '- {kind: A}\n',
      '- kind:  B2\n',
      '- a: 1\n',
      '- kind: A\n',
      'more: 1\n',
    ]);
    expect(slicesOf(`${head}${items}`, 'fine').slice(1).join('')).toBe(items.slice(7));
    const slices = [...cut({ path: '-', bytes: bytesOf(`${head}${items}more: 1\n`) }).all()];
    expect(slices.map(({ part }) => part)).toEqual(['envelope', ...Array<string>(6).fill('entry'), 'envelope']);
    expect(slices[1]?.list?.head).toMatchObject({ start: 0, end: head.length + 7, part: 'envelope' });
  });

  test.each([
    'kind: ResourceLists\n',
    'akind: ResourceList\n',
    ' kind: ResourceList\n',
    'kind: ResourceList\n  a\n',
    'kind: ResourceList\n a\n',
    'kind: List\n',
  ])('%j is none', (head) => {
    const made = cut({ path: '-', bytes: bytesOf(`${head}${items}`) });
    expect([made.envelope, made.refusal]).toEqual([undefined, undefined]);
  });

  test('a ResourceList with CRLF is cut into its head and its entries', () => {
    const parts = slicesOf('kind: ResourceList\r\nitems:\r\n- kind: A\r\n- kind: B\r\n', 'fine');
    expect(parts).toEqual(['kind: ResourceList\r\nitems:\r\n', '- kind: A\r\n', '- kind: B\r\n']);
  });

  test.each<[string, string]>([
    ['kind: ResourceList\nitems: []\n', 'items is no block list'],
    ['kind: ResourceList\na: "\nitems:\n- b: 1\n', 'a quoted scalar or a flow that goes on at or left of the entries'],
    ['kind: ResourceList\na: {b: 1, b: 2}\nitems:\n- b: 1\n', 'the text around the entries is no YAML'],
  ])('%j is not: %s', (text, why) => {
    const made = cut({ path: '-', bytes: bytesOf(text) });
    expect([made.envelope, made.refusal]).toEqual([undefined, why]);
  });

  test.each(['\n', '\r\n'])('its entries are found by their kinds: %j', (eol) => {
    const bytes = bytesOf(`kind: ResourceList\n${items}`.replaceAll('\n', eol));
    const seen: (string | undefined)[] = [];
    const found = [
      ...(cut({ path: '-', bytes }).ofKind?.((kind) => {
        seen.push(kind);
        return kind === 'A';
      }) ?? []),
    ];
    expect(seen).toEqual(['A', 'TrafficSplit', undefined, undefined, undefined, 'A']);
    expect(found.map(({ start, end }) => bytes.toString('utf8', start, end))).toEqual([
      `- kind: A${eol}`,
      `- kind: A${eol}`,
    ]);
  });

  test('the text around the entries is read', () => {
    const made = cut({ path: '-', bytes: bytesOf(`kind: ResourceList\n${items}more: 1\n`) });
    expect(made.envelope?.text).toBe('kind: ResourceList\nitems:\nmore: 1\n');
  });
});
