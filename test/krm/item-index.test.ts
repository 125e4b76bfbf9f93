import { describe, expect, test } from 'vitest';
import { openResourceList } from '../../src/krm/function.ts';
import type { ItemPlace } from '../../src/krm/item-index.ts';
import { itemsByFile } from '../../src/krm/item-index.ts';
import { plainAnnotations } from '../../src/krm/plain-annotations.ts';
import type { Grain } from '../../src/yaml/cut.ts';
import { cut } from '../../src/yaml/cut.ts';

const prefix = 'internal.config.kubernetes.io';

/** A list of ConfigMaps with these lines of annotations. */
function listOf(items: readonly (readonly string[])[], eol = '\n'): string {
  const entries = items.flatMap((annotations) => [
    '- apiVersion: v1',
    '  kind: ConfigMap',
    '  metadata:',
    '    annotations:',
    ...annotations.map((line) => `      ${line}`),
    '    name: a',
  ]);
  const lines = ['apiVersion: config.kubernetes.io/v1', 'kind: ResourceList', 'items:', ...entries];
  return `${lines.join(eol)}${eol}`;
}

/** The items of a file, or undefined if the text is no ResourceList. */
function itemsOf(text: string, path: string, grain: Grain): readonly ItemPlace[] | undefined {
  const source = { path: '-', bytes: Buffer.from(text) };
  const root = openResourceList(source, grain);
  return root && itemsByFile(root, cut(source, grain))(path);
}

const isCut = (text: string): boolean => cut({ path: '-', bytes: Buffer.from(text) }).envelope !== undefined;

const apps = Array.from({ length: 3 }, (_, at) => [`${prefix}/index: '${at}'`, `${prefix}/path: apps.yaml`]);

const sorted = (places: readonly ItemPlace[] = []): readonly string[] =>
  places.map((one) => JSON.stringify(one)).sort();

describe('the items of a file are found in a list that is cut at its entries', () => {
  const letters = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).filter((one) => one !== '\\');

  /** Annotations that may say `path`, as lines of a block mapping. */
  const spellings = (path: string): readonly string[] => [
    `${prefix}/path: ${path}`,
    `config.kubernetes.io/path: ${path}`,
    `${prefix}/path: '${path.replaceAll("'", "''")}'`,
    `${prefix}/path: "${path.replaceAll('"', '\\"')}"`,
    `${prefix}/path:  ${path}`,
    `${prefix}/path : ${path}`,
    `"${prefix}/path": ${path}`,
    `${prefix}/path: |-\n        ${path}`,
    `${prefix}/path: >-\n        ${path}`,
    `${prefix}/path:\n        ${path}`,
    `? ${prefix}/path\n      : ${path}`,
    `${prefix}/path: !!str ${path}`,
    `${prefix}/path: &p ${path}`,
    `${prefix}/path: ${path} # comment`,
    `${prefix}/path: ${path}\n        more`,
    `${prefix}/path: '${path}\n        more'`,
    `"${prefix.replace('i', '\\x69')}/path": ${path}`,
    `"${prefix.replace('config', 'conf\\u0069g')}/path": ${path}`,
    `"${prefix.replace('config', 'conf\\U00000069g')}/path": ${path}`,
    `"${prefix}\\/path": ${path}`,
  ];

  /** Compares the items of `path` in lists with these spellings; returns how many lists were compared. */
  function compare(path: string, lines: readonly string[]): number {
    const texts = lines.flatMap((line) => [listOf([[line], ...apps]), listOf([[line], ...apps], '\r\n')]).filter(isCut);
    for (const text of texts) {
      for (const wanted of [path, `${path} more`]) {
        const read = itemsOf(text, wanted, 'coarse');
        if (read !== undefined) expect(sorted(itemsOf(text, wanted, 'fine')), text).toEqual(sorted(read));
      }
    }
    return texts.length;
  }

  test.each(['apps.yaml', 'a b.yaml', 'ä-ö.yaml', '~a/b_c.yaml', '0123', '17', 'Off'])(
    '%j, in all spellings',
    (path) => {
      expect(compare(path, spellings(path))).toBeGreaterThan(10);
    },
  );

  test('with every ASCII letter in plain and quoted paths', () => {
    const paths = letters.flatMap((one) => [`a${one}z`, `${one}az`]);
    expect(paths.reduce((sum, path) => sum + compare(path, spellings(path).slice(1, 4)), 0)).toBeGreaterThan(400);
  });

  test.each(['fine', 'coarse'] as const)('with package and index, and 0 where no index is named: %s', (grain) => {
    const text = listOf([...apps, [`${prefix}/path: apps.yaml`, `${prefix}/package-path: sub`], ['a: b'], []]);
    const found = (index: number, packagePath = ''): ItemPlace => ({ path: 'apps.yaml', packagePath, index });
    expect(itemsOf(text, 'apps.yaml', grain)).toEqual([found(0), found(1), found(2), found(0, 'sub')]);
    expect(itemsOf(text, 'other.yaml', grain)).toEqual([]);
  });

  test.each(['fine', 'coarse'] as const)('but not those of a list that is itself an item: %s', (grain) => {
    const inner = `- apiVersion: v1\n  kind: List\n  items:\n  - kind: A\n    metadata: {annotations: {${prefix}/path: apps.yaml}}\n`;
    expect(itemsOf(`${listOf(apps)}${inner}`, 'apps.yaml', grain)).toHaveLength(3);
  });

  test.each(['fine', 'coarse'] as const)('but not texts that are items: %s', (grain) => {
    expect(itemsOf(`${listOf(apps)}- text ${prefix}/path\n- 5\n`, 'apps.yaml', grain)).toHaveLength(3);
  });

  test('in the last entry of a text without a line end', () => {
    const text = listOf([[`${prefix}/path: apps.yaml`]])
      .replace('    name: a\n', '')
      .trimEnd();
    expect(itemsOf(text, 'apps.yaml', 'fine')).toHaveLength(1);
  });
});

/** An entry with these lines as annotations. */
function entry(...lines: readonly string[]): string {
  return [
    '- kind: A',
    '  metadata:',
    '    annotations:',
    ...lines.map((line) => `      ${line}`),
    '    name: a',
    '',
  ].join('\n');
}

const path = `${prefix}/path`;

describe('annotations are read from the lines of an entry', () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    [entry(`${path}: a.yaml`), { [path]: 'a.yaml' }],
    [entry('config.kubernetes.io/path: a.yaml'), { 'config.kubernetes.io/path': 'a.yaml' }],
    [entry('config.kubernetes.io/index: 1', 'config.kubernetes.io/origin: b'), { 'config.kubernetes.io/index': '1' }],
    [entry(`${prefix}/package-path: 'a #: b'`), { [`${prefix}/package-path`]: 'a #: b' }],
    [entry(`${path}: "a #: b"`), { [path]: 'a #: b' }],
    [entry(`${path}: ''`), { [path]: '' }],
    [entry('', `${path}: a.yaml`, '  '), { [path]: 'a.yaml' }],
    [entry(`${path}: a.yaml`, 'note: |-', '  config.kubernetes.io/path: b', '    c', '', '  d'), { [path]: 'a.yaml' }],
    [entry('note: >', '  a', `${path}: a.yaml`), { [path]: 'a.yaml' }],
    [entry(`note: 'it''s "&*'`, `other: "\\"<<"`, `${path}: a.yaml`), { [path]: 'a.yaml' }],
    [entry(`${path}: a.yaml`).replaceAll('\n', '\r\n'), { [path]: 'a.yaml' }],
    [entry(`${path}: a.yaml`).replaceAll('\n  ', '\n    ').replace('- ', '-   '), { [path]: 'a.yaml' }],
    [entry(`${path}: a.yaml`).replaceAll(/^/gm, '  ').trimEnd(), { [path]: 'a.yaml' }],
    [entry(`${path}: a.yaml`).replace('    name: a\n', ''), { [path]: 'a.yaml' }],
    [entry(`${path}: a.yaml`).replace('    name: a\n', '  metadata2: {}\nspec: a'), { [path]: 'a.yaml' }],
    [
      `- metadata:\n    annotations:\n      ${path}: a.yaml\n  data:\n    annotations:\n      ${path}: b\n`,
      { [path]: 'a.yaml' },
    ],
    [entry('a: b'), {}],
  ])('%j', (text, annotations) => {
    expect(plainAnnotations(text)).toEqual(annotations);
  });

  test.each([
    ['an anchor', entry(`${path}: a.yaml`, '&a note: b')],
    ['an alias', entry(`${path}: a.yaml`, '*a : b')],
    ['a merge key', entry(`${path}: a.yaml`, '<<: {}')],
    ['an explicit key', entry(`${path}: a.yaml`, '? note')],
    ['a tab', entry(`${path}: a.yaml`, '\tnote')],
    ['no dash', entry(`${path}: a.yaml`).replace('-', ' ')],
    ['nothing', ''],
    ['metadata at no line of its own', entry(`${path}: a.yaml`).replace('metadata:', 'metadata: # a')],
    ['metadata twice', `${entry(`${path}: a.yaml`)}  metadata:\n    name: b\n`],
    ['metadata twice, once in flow style', `${entry(`${path}: a.yaml`)}  metadata: {}\n`],
    ['annotations twice', `${entry(`${path}: a.yaml`)}    annotations:\n      a: b\n`],
    ['no annotations', '- kind: A\n  metadata:\n    name: a\n'],
    ['a line that is deeper', entry(`${path}: a.yaml`, '  b: c')],
    ['a key twice', entry(`${path}: a.yaml`, `${path}: b.yaml`)],
    ['a key in quotes', entry(`'${path}': a.yaml`)],
    ['a key without a value', entry(`${path}:`, '  a.yaml')],
    ['a block value', entry(`${path}: |-`, '  a.yaml')],
    ['a folded value', entry(`${path}: >`, '  a.yaml')],
    ['a comment after the value', entry(`${path}: a.yaml # b`)],
    ['an octal number', entry(`config.kubernetes.io/index: 01`)],
    ['a long number', entry(`config.kubernetes.io/index: 12345678901`)],
    ['a boolean', entry(`config.kubernetes.io/path: True`)],
    ['an escape', entry(`${path}: "a\\x2eyaml"`)],
    ['a quote in quotes', entry(`${path}: 'it''s'`)],
    ['a value over two lines', entry(`note: 'a`, `b: c'`)],
    ['a plain value of other letters', entry('note: {a: b}', `${path}: a.yaml`)],
  ])('of %s the parser reads them', (_, text) => {
    expect(plainAnnotations(text)).toBeUndefined();
  });
});
