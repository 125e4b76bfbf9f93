import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cases } from '../fixtures.ts';
import { isInShare, told } from '../sample.ts';
import { disagreements, git, migrations } from './modes.ts';
import { treeOf } from './tree.ts';

if (!git) console.warn('SKIPPED: git is not there, so no diff is applied');

const modes = new Set(['-w', '--write', '-l', '--list', '-d', '--diff', '--check']);
const root = join(import.meta.dirname, '../../fixtures');
const written = cases(root).filter(
  (one) => existsSync(join(one.folder, 'before')) && one.args.some((word) => modes.has(word)),
);

describe('-l, -d, --check and -w have the same result', () => {
  test('there are fixtures for them', () => {
    expect(written.length).toBeGreaterThan(20);
  });

  test.each(written.filter((one) => one.args.filter((word) => modes.has(word)).length === 1))('$name', async (one) => {
    const words = one.args.filter(
      (word, at, all) =>
        !modes.has(word) && !/^(?:--color|always|--format.*)$/.test(word) && all[at - 1] !== '--format',
    );
    expect(await disagreements(join(one.folder, 'before'), words, [])).toEqual([]);
  });

  /** Where two steps cannot end as one does, and why. */
  const bound: Readonly<Record<string, string>> = {
    'a-profile-with-annotations-given-by-an-alias-is-refused': '--drop cannot mark the profile, and refuses it',
    'a-split-whose-anchor-another-item-uses': 'a split that others refer to cannot go: --drop refuses it',
    'a-split-whose-anchor-another-item-uses-when-dropped': 'the same',
    'an-item-that-is-an-alias-of-a-split-is-refused': 'the same',
    'the-comment-of-a-last-flow-item-stays-with-it':
      'the comment at the end of the line moves with the first insertion',
    'the-comment-of-a-last-flow-item-stays-with-it-when-dropped': 'the same',
    'the-profiles-of-a-trafficsplitlist-with-several-splits-go-after-it':
      'the first profile takes the place of the list',
    'the-profiles-of-a-trafficsplitlist-with-several-splits-go-after-it-when-dropped': 'the same',
  };

  const streams = cases(root).filter(
    ({ stdin }) => stdin !== undefined && stdin.length > 0 && !stdin.includes('ResourceList'),
  );
  const some = streams.filter(({ name }) => isInShare(name, 3));

  test(`with the standard input of other fixtures, ${told(some, streams)}, as files`, async () => {
    expect(some.length).toBeGreaterThan(200);
    const wrong: string[] = [];
    for (const { name, stdin = '', args } of some) {
      if (args.some((word) => word === '-' || word === '--config' || modes.has(word))) continue;
      const folder = treeOf({ 'a.yaml': stdin });
      const said = await disagreements(
        folder,
        args.filter((word) => word.startsWith('-') || word === 'shop'),
        ['.'],
        false,
      );
      if (said.length > 0) wrong.push(`${name}: ${said.join('; ')}`);
      if (Object.hasOwn(bound, name)) continue;
      const words = args.filter((word) => /^(?:-n|shop|--cluster-domain|example.org)$/.test(word));
      if ((await migrations(folder, words)).length > 0) wrong.push(`${name}: a migration in two steps ends otherwise`);
    }
    expect(wrong).toEqual([]);
  });

  const split = (service: string): string =>
    `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${service}, namespace: shop}\nspec:\n  service: ${service}\n  backends:\n  - {service: ${service}-v1, weight: 1}`;

  test.each([
    ['a name with spaces', { 'my split.yaml': `${split('web')}\n` }],
    ['a name in another script', { 'réparti/分割.yaml': `${split('web')}\n` }],
    ['a name with quotes and a tab', { 'a "b"\t\'c\'.yaml': `${split('web')}\n` }],
    ['no last newline', { 'a.yaml': split('web') }],
    ['CRLF', { 'a.yaml': `${split('web')}\n`.replaceAll('\n', '\r\n') }],
    ['a byte order mark', { 'a.yaml': `\ufeff${split('web')}\n` }],
    [
      'several hunks',
      { 'a.yaml': [split('web'), ...Array.from({ length: 30 }, (_, at) => `# ${at}`), '---', split('api')].join('\n') },
    ],
  ])('%s', async (_, files) => {
    const folder = treeOf(files);
    for (const options of [[], ['--drop'], ['--skip-annotation']])
      expect(await disagreements(folder, options)).toEqual([]);
  });
});
