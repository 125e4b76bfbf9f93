import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { convert } from '../../src/index.ts';
import { profileOf, splitOf } from './texts.ts';

const pages = 'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: pages\ndata:\n  index: |\n    text\n';
const plain = 'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: plain\n';

/** A manifest as an entry of a list. */
function entry(text: string): string {
  return `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
}

const list = 'kind: List\napiVersion: v1\nitems:\n';
const resources = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n';
const web = splitOf('web');
const api = splitOf('api');

const numbered = Array.from({ length: 10 }, (_, index) => `app-${index}`);

/** Documents of some splits. */
function splits(count: number): string {
  return numbered
    .slice(0, count)
    .map((name) => `${splitOf(name)}---\n`)
    .join('');
}

/** What a file becomes without its splits, whose profiles are in another file. */
function dropped(text: string): string | undefined {
  const profiles = ['web', 'api', ...numbered].map(profileOf).join('---\n');
  const made = convert(
    [
      { path: 'profiles.yaml', text: profiles },
      { path: 'splits.yaml', text },
    ],
    {
      drop: true,
      skipAnnotation: false,
    },
  );
  return made.files[1]?.text;
}

test.each<[string, string, string]>([
  [
    'below a block scalar: the first one to the start of its line, the others as far',
    `${pages}---\n${web}    # a\n      # b\n  # c\n`,
    `${pages}# a\n  # b\n# c\n`,
  ],
  [
    'below a block scalar, with blank lines between',
    `${pages}---\n${web}\n    # a\n\n    # b\n`,
    `${pages}# a\n\n# b\n`,
  ],
  ['above the content of the split', `${pages}---\n    # a\n${web}`, `${pages}# a\n`],
  ['above and below it', `${pages}---\n    # a\n${web}    # b\n`, `${pages}# a\n# b\n`],
  ['at the start of their line', `${pages}---\n${web}# a\n    # b\n`, `${pages}# a\n    # b\n`],
  ['below what is no block scalar', `${plain}---\n${web}    # a\n`, `${plain}    # a\n`],
  ['below a document of comments', `${pages}---\n# c\n---\n${web}    # a\n`, `${pages}---\n# c\n    # a\n`],
  ['below two splits that go', `${pages}---\n${api}---\n${web}    # a\n`, `${pages}# a\n`],
  [
    'below a split that its profile replaces',
    `${pages}---\n${splitOf('other')}---\n${web}    # a\n`,
    `${pages}---\n${profileOf('other')}# a\n`,
  ],
  ['below nine splits that go, below no block scalar', `${plain}---\n${splits(9)}${web}    # a\n`, `${plain}    # a\n`],
  ['below ten splits that go, which are not passed over', `${plain}---\n${splits(10)}${web}    # a\n`, `${plain}# a\n`],
  ['in the next document', `${pages}---\n${web}---\n    # a\n${plain}`, `${pages}---\n    # a\n${plain}`],
  ['in a list', list + entry(pages) + entry(web) + '      # a\n', `${list}${entry(pages)}# a\n`],
  [
    'in a list, below no block scalar',
    list + entry(plain) + entry(web) + '      # a\n',
    `${list}${entry(plain)}      # a\n`,
  ],
  [
    'in a list, below a null',
    `${list}${entry(pages)}-\n${entry(web)}      # a\n`,
    `${list}${entry(pages)}-\n      # a\n`,
  ],
  ['as the first entry', `${list}${entry(web)}      # a\n${entry(plain)}`, `${list}      # a\n${entry(plain)}`],
])('comments that stay where a split is dropped, %s', (_, text, wanted) => {
  expect(dropped(text)).toBe(wanted);
});

test.each<[string, string, string]>([
  ['below a block scalar', entry(pages) + entry(web) + '      # a\n', entry(pages)],
  ['below two splits that go', entry(pages) + entry(api) + '      # a\n' + entry(web) + '  # b\n', entry(pages)],
  ['as the first item', entry(web) + '      # a\n' + entry(pages), entry(pages)],
  ['after the dash', entry(pages) + entry(web).replace('-', '- # a\n  # b\n '), entry(pages)],
  ['with blank lines', entry(pages) + entry(web) + '      # a\n\n' + entry(plain), entry(pages) + entry(plain)],
  [
    'with blank lines, below a block scalar and a split that goes',
    `${entry(pages)}${entry(api)}${entry(web)}\n${entry(plain)}`,
    entry(pages) + entry(plain),
  ],
  [
    'with blank lines, which stay below no block scalar',
    `${entry(plain)}${entry(web)}\n${entry(plain)}`,
    `${entry(plain)}\n${entry(plain)}`,
  ],
])('comments of a split that is dropped from a ResourceList go with it, %s', (_, items, left) => {
  const profiles = entry(profileOf('web')) + entry(profileOf('api'));
  const [made, wanted] = [resources + profiles + items, resources + profiles + left].map(dropped);
  expect(made?.slice(0, wanted?.length)).toBe(wanted);
  expect(made?.slice(wanted?.length)).toMatch(/^(?:results:\n- message: [^]*)?$/);
});

test('comments of a split that is dropped from a ResourceList in braces stay above its place, and are named after it', () => {
  const flow = (text: string): string => `  ${JSON.stringify(parse(text))},`;
  const made = dropped(
    `{apiVersion: config.kubernetes.io/v1, kind: ResourceList, items: [\n${flow(profileOf('web'))}\n  # a\n${flow(web)} # b\n${flow(plain)}\n]}\n`,
  );
  expect(made).toContain(`},\n  # a\n${flow(plain)}\n]`);
  expect(made).toContain('left out: # b; fix');
});

test('blank lines after splits that are dropped from a ResourceList stay where nothing else is above', () => {
  const below = `\n${entry(plain)}${entry(profileOf('web'))}${entry(profileOf('api'))}`;
  expect(dropped(resources + entry(web) + entry(api) + below)).toBe(resources + below);
});

test('a comment between two items of a ResourceList stays', () => {
  const items = entry(pages) + entry(web) + '# a\n' + entry(plain);
  expect(dropped(resources + entry(profileOf('web')) + items)).toContain(`${entry(pages)}# a\n${entry(plain)}`);
});

const keeping = pages.replace('|', '|+');

test.each<[string, string, string]>([
  ['that keeps them', list + entry(keeping) + entry(web) + '\n\n' + entry(plain), list + entry(keeping) + entry(plain)],
  ['that keeps them, at the end', list + entry(keeping) + entry(web) + '\n', list + entry(keeping)],
  ['that keeps them, in a last line without an end', list + entry(keeping) + entry(web) + '  ', list + entry(keeping)],
  [
    'that keeps them, before a comment',
    `${list}${entry(keeping)}${entry(web)}\n# a\n\n${entry(plain)}`,
    `${list}${entry(keeping)}# a\n\n${entry(plain)}`,
  ],
  ['with a tab', `${list}${entry(pages)}${entry(web)}\t\n${entry(plain)}`, list + entry(pages) + entry(plain)],
  [
    'with more spaces than its text',
    `${list}${entry(pages)}${entry(web)}         \n${entry(plain)}`,
    list + entry(pages) + entry(plain),
  ],
  [
    'that ends with CRLF',
    (list + entry(keeping) + entry(web) + '\n').replaceAll('\n', '\r\n'),
    (list + entry(keeping)).replaceAll('\n', '\r\n'),
  ],
  ['below a split that goes', list + entry(keeping) + entry(api) + entry(web) + '\n', list + entry(keeping)],
  ['and a null', `${list}${entry(keeping)}-\n${entry(web)}\n`, `${list}${entry(keeping)}-\n\n`],
])('blank lines after a dropped split go below a block scalar %s', (_, text, wanted) => {
  expect(dropped(text)).toBe(wanted);
});
