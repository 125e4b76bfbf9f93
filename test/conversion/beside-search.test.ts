import { describe, expect, test } from 'vitest';
import { resolveOptions } from '../../src/config/config.ts';
import { besideSearch, openBesideIndex } from '../../src/conversion/beside-search.ts';
import { openPageCache } from '../../src/manifests/page-cache.ts';
import { openSliceIndex } from '../../src/manifests/slice-index.ts';
import { cut, type Grain } from '../../src/yaml/cut.ts';
import { anyOf } from '../../src/yaml/name-search.ts';

const documents = [
  'kind: Service\nmetadata: {name: web}\n',
  'kind: Service\nmetadata: {name: web-v1}\n',
  'kind: Service\nmetadata: {name: api}\n# api and web\n',
  'kind: ConfigMap\nmetadata: {name: web}\n',
  'kind: ConfigMap\nmetadata: {name: x}\ndata: {a: trafficsplits}\n',
  'kind: ServiceProfile\nmetadata: {name: "{{ .Values.name }}"}\n',
  'kind: HTTPRoute\nmetadata: {name: "${name}"}\n',
  'kind: Service\nmetadata: {name: "\\x77eb"}\n',
  '"k\\x69nd": Service\nmetadata: {name: api}\n',
  'kind: Namespace\nmetadata: {annotations: {config.linkerd.io/opaque-ports: "80"}}\n',
  'kind: AppProject\nmetadata: {name: shop.web}\n',
  'kind: ServiceProfile\nmetadata: {name: web.shop.svc.cluster.local}\n',
  'no: object\n',
];
const entry = (text: string): string => `- ${text.trimEnd().replaceAll('\n', '\n  ')}\n`;
const list = (texts: readonly string[]): string =>
  `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${texts.map(entry).join('')}`;
const inputs = {
  stream: documents.join('---\n'),
  'stream in reverse': [...documents].reverse().join('---\n'),
  'stream below a directive': `%YAML 1.1\n---\n${documents.join('---\n')}`,
  list: list(documents),
  'empty input': '',
};
const questions = ['web', 'api', 'web-v1', 'web api', 'shop', 'none', 'api.web', 'not-recorded'];
const names = new Set(['web', 'api', 'web-v1', 'shop', 'none', 'api.web']);

describe('an indexed source holds the same for each question as a searched one', () => {
  const settings = [{}, { drop: true }, { target: 'httproute' }, { target: 'httproute', drop: true }] as const;
  test.each(
    Object.entries(inputs).flatMap(([input, text]) =>
      settings.flatMap((setting) =>
        (['fine', 'documents', 'coarse'] as const).map(
          (grain) => [input, JSON.stringify(setting), grain, text, setting] as const,
        ),
      ),
    ),
  )('%s, %s, %s', (_, __, grain: Grain, text, setting) => {
    const options = resolveOptions(setting);
    const sources = [{ path: '-', bytes: Buffer.from(text) }];
    const index = openBesideIndex(names, options);
    const [indexed, searched] = [openPageCache(grain), openPageCache(grain)];
    for (const asked of [...questions, ...questions]) {
      const words = new Set(asked.split(' '));
      const known = indexed.holding(sources, besideSearch(words, options, index));
      const found = searched.holding(sources, besideSearch(words, options));
      expect(known.manifests.map(({ object }) => object)).toEqual(found.manifests.map(({ object }) => object));
      expect(known.unreadable.length).toBe(found.unreadable.length);
    }
  });
});

test('a source is searched once for all questions from the third on', () => {
  let examined = 0;
  const source = { path: '-', bytes: Buffer.from(inputs.stream) };
  const index = openSliceIndex({
    words: names,
    matters: (bytes, start, end) => {
      examined += 1;
      return anyOf(new Set(['Service']))(bytes, start, end);
    },
    always: () => false,
    within: (whole) => whole.all(),
  });
  const ask = (word: string): number | undefined => index(source, new Set([word]), cut)?.length;
  expect([ask('web'), ask('web'), examined]).toEqual([undefined, undefined, 0]);
  expect([ask('web-v1'), ask('api'), ask('not-recorded'), ask('none')]).toEqual([3, 3, undefined, 2]);
  expect(examined).toBe(documents.length);
});
