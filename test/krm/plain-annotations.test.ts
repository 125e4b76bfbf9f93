import { describe, expect, test } from 'vitest';
import { plainAnnotations } from '../../src/krm/plain-annotations.ts';

/** An entry with these lines below `annotations:`. */
const entryWith = (...lines: string[]): string =>
  [
    '- kind: A',
    '  metadata:',
    '    name: a',
    '    annotations:',
    ...lines.map((line) => `      ${line}`),
    '  spec: {}',
    '',
  ].join('\n');
const path = 'internal.config.kubernetes.io/path';
const index = 'config.kubernetes.io/index';

describe('the annotations with the place of an item', () => {
  test.each<[readonly string[], Record<string, string>]>([
    [[`${path}: a.yaml`], { [path]: 'a.yaml' }],
    [[`${path}: 'a b.yaml'`, `${index}: "2"`], { [path]: 'a b.yaml', [index]: '2' }],
    [[`${index}: 0`], { [index]: '0' }],
    [[`${index}: 1234567890`], { [index]: '1234567890' }],
    [['config.kubernetes.io/package-path: a/b'], { 'config.kubernetes.io/package-path': 'a/b' }],
    [[`${path}: ''`], { [path]: '' }],
    [['a: b', '', `${index}: 1`, 'b: "c\\"d"', "e: 'f''g'"], { [index]: '1' }],
    [['a: |', '  b: c', '', '   d', `${index}: 1`], { [index]: '1' }],
    [['a: >-', '  b', `${index}: 1`, 'c: |+', '  d'], { [index]: '1' }],
    [['a: b'], {}],
  ])('%j', (lines, found) => {
    expect(plainAnnotations(entryWith(...lines))).toEqual(found);
    expect(plainAnnotations(entryWith(...lines).replaceAll('\n', '\r\n'))).toEqual(found);
  });

  test.each<[string]>([
    [`- metadata:\n    annotations:\n      ${index}: 1\n`],
    [`  - metadata:\n      annotations:\n        ${index}: 1\n`],
    [`-   kind: A\n    metadata:\n        annotations:\n          ${index}: 1\n        name: a\n`],
    [`- metadata:\n    name: a\n    annotations:\n      ${index}: 1`],
  ])('are found in %j', (entry) => {
    expect(plainAnnotations(entry)).toEqual({ [index]: '1' });
  });
});

describe('what is written in another way has to be parsed', () => {
  test.each<[readonly string[]]>([
    [[`${index}: 01`]],
    [[`${index}: 12345678901`]],
    [[`${path}: null`]],
    [[`${path}: Yes`]],
    [[`${path}: off`]],
    [[`${path}: n`]],
    [[`${path}: ~`]],
    [[`${path}: a b`]],
    [[`${path}: "a\\nb"`]],
    [[`${path}: 'a''b'`]],
    [[`${path}: |`, '  a']],
    [[`${path}: >-`, '  a']],
    [['a: b c']],
    [['a: |2', '   b']],
    [['a: "b']],
    [[`'${path}': a`]],
    [[`${path} : a`]],
    [[`${path}:`]],
    [[`${index}: 1`, `${index}: 2`]],
    [[`${index}: 1`, ' a: b']],
    [['a: b', `  ${index}: 1`]],
    [[`${index}: 1`, 'b']],
    [['"a": &b c']],
    [['<<: *a', `${index}: 1`]],
    [['? a', `${index}: 1`]],
    [[`a:\t${index}`]],
  ])('%j', (lines) => {
    expect(plainAnnotations(entryWith(...lines))).toBeUndefined();
  });

  test.each<[string]>([
    [''],
    ['kind: A\n'],
    ['-\n  metadata:\n    annotations:\n      a: b\n'],
    ['- kind: A\n'],
    ['- metadata: {}\n'],
    ['- metadata:\n    name: a\n'],
    ['- metadata:\n    annotations: {}\n'],
    ['- metadata:\n    annotations:\n      a: b\n  metadata:\n    name: c\n'],
    ['- metadata:\n    annotations:\n      a: b\n    annotations: {}\n'],
    ['- spec:\n    metadata:\n      annotations:\n        a: b\n'],
    ['- metadata:\n      name: a\n    annotations:\n      a: b\n'],
  ])('%j', (entry) => {
    expect(plainAnnotations(entry)).toBeUndefined();
  });
});
