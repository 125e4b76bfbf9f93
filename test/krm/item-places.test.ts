import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

const key = 'config.kubernetes.io';
const item = (path: string, more = '', backends = '{service: v1, weight: 1}'): string =>
  `- apiVersion: split.smi-spec.io/v1alpha2\n  kind: TrafficSplit\n  metadata: {name: web, namespace: a, annotations: {${path}}}\n  spec: {service: web, backends: [${backends}]}\n${more}`;
const other = (annotations: string): string =>
  `- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    annotations:\n${annotations}    name: c\n`;
const list = (items: string, more = ''): string =>
  `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n${more}items:\n${items}`;
const own = `${key}/path: a.yaml`;
const indexed = `${own}, ${key}/index: "0"`;
const taken = `      ${key}/path: a.yaml\n      ${key}/index: '3'\n`;

const converted = (text: string, drop = false): string => convert([{ path: '-', text }], { drop }).files[0]?.text ?? '';

describe('the index of a new item', () => {
  test.each([
    ['is above that of each item', item(indexed) + other(taken), '4'],
    ['is above the others where one is no number', item(`${own}, ${key}/index: "x"`) + other(taken), '4'],
    ['is 0 where none is a number', item(`${own}, ${key}/index: "x"`), '0'],
    ['does not count an escape in another text', item(indexed) + other(`      note: "a\\x41"\n${taken}`), '4'],
    [
      'does not count an escape far from each path',
      item(indexed) + other(`      note: ${'b'.repeat(500)}\n      other: "a\\x41"\n      more: ${'b'.repeat(500)}\n`),
      '1',
    ],
    [
      'does not count a path within a text of an item without one',
      `${item(indexed)}- apiVersion: v1\n  kind: ConfigMap\n  metadata: {name: c}\n  data:\n    a: |\n      ${own}\n`,
      '1',
    ],
    [
      'does not count an escape beyond Unicode',
      item(indexed) + other(`      note: 'a\\UFFFFFFFF config.kubernetes.io/path'\n${taken}`),
      '4',
    ],
    [
      'does not count a path within a text',
      item(indexed) + other(`      note: |\n        ${key}/path: a.yaml\n        ${key}/index: '7'\n`),
      '1',
    ],
    [
      'does not count a path within a text of an entry with an anchor',
      item(indexed) +
        other(`      note: &n |\n        ${key}/path: a.yaml\n        ${key}/index: '7'\n      more: *n\n`),
      '1',
    ],
  ])('%s', (_, items, index) => {
    expect(converted(list(items))).toContain(`      ${key}/index: "${index}"\n`);
  });

  test('is 0 where it replaces an item without one', () => {
    expect(converted(list(item(own)), true)).toContain(`      ${key}/index: "0"\n`);
  });
});

test('results with an anchor that is used elsewhere are left as they are', () => {
  const text = list(item(own, '', ''), 'results: &r []\nother: *r\n');
  const { files, findings } = convert([{ path: '-', text }]);
  expect([files[0]?.text, findings.map(({ code }) => code)]).toEqual([text, ['no-backends']]);
});
