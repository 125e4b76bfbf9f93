import { describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';

const split = `- apiVersion: split.smi-spec.io/v1alpha2
  kind: TrafficSplit
  metadata: {name: web, namespace: shop}
  spec: {service: web, backends: []}
`;
const head = 'apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n';

/** What a function prints for a list with one finding, whose message is `<M>`. */
async function printed(list: string): Promise<string> {
  const { code, stdout } = await runWith([], { stdin: Buffer.from(list) });
  expect(code).toBe(0);
  return stdout.toString().replace(/"spec\.backends is empty[^"]*"/, '<M>');
}

/** The result as a block, with the indentation of its list. */
const block = (pad: string): string =>
  [
    '- message: <M>',
    '  severity: warning',
    '  resourceRef:',
    '    apiVersion: split.smi-spec.io/v1alpha2',
    '    kind: TrafficSplit',
    '    name: web',
    '    namespace: shop',
    '  field:',
    '    path: spec.backends',
    '  tags:',
    '    code: no-backends',
  ]
    .map((line) => `${pad}${line}\n`)
    .join('');

/** The result in flow style, with what is after a comma. */
const flow = (space: string): string =>
  [
    '{message: <M>',
    'severity: warning',
    'resourceRef: {apiVersion: split.smi-spec.io/v1alpha2',
    'kind: TrafficSplit',
    'name: web',
    'namespace: shop}',
    'field: {path: spec.backends}',
    'tags: {code: no-backends}}',
  ].join(`,${space}`);

describe('a result is added to the results of a list', () => {
  test.each([
    ['none', '', `results:\n${block('')}`],
    ['null', 'results:\n', `results:\n${block('')}`],
    ['an empty list', 'results: []\n', `results:\n${block('')}`],
    ['a block', 'results:\n- message: earlier\n', `results:\n- message: earlier\n${block('')}`],
    [
      'a block without a line end',
      'results:\n- message: earlier',
      `results:\n- message: earlier\n${block('').trimEnd()}`,
    ],
    ['an indented block', 'results:\n  - message: earlier\n', `results:\n  - message: earlier\n${block('  ')}`],
    ['a flow list', 'results: [{message: earlier}]\n', `results: [{message: earlier}, ${flow(' ')}]\n`],
    ['a tight flow list', 'results: [{a: b},{c: d}]\n', `results: [{a: b},{c: d},${flow('')}]\n`],
    ['a flow list with a last comma', 'results: [{a: b},]\n', `results: [{a: b},${flow('')},]\n`],
    [
      'a flow list on several lines',
      'results: [\n  {a: b}, # one\n  {c: d} # two\n]\n',
      `results: [
  {a: b}, # one
  {c: d}, # two
  {
    message: <M>,
    severity: warning,
    resourceRef: {
      apiVersion: split.smi-spec.io/v1alpha2,
      kind: TrafficSplit,
      name: web,
      namespace: shop
    },
    field: {
      path: spec.backends
    },
    tags: {
      code: no-backends
    }
  }
]
`,
    ],
  ])('%s', async (_, before, after) => {
    expect(await printed(`${head}items:\n${split}${before}`)).toBe(`${head}items:\n${split}${after}`);
  });

  test('results in brackets above the items get a result on their line', async () => {
    const list = (results: string): string => `${head}results: [${results}]\nitems:\n${split}`;
    expect(await printed(list('{a: b}'))).toBe(list(`{a: b}, ${flow(' ')}`));
  });

  test.each([undefined, 2, 4, '\t'])('in JSON, indented by %j', async (space) => {
    const item = {
      apiVersion: 'split.smi-spec.io/v1alpha2',
      kind: 'TrafficSplit',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { service: 'web', backends: [] },
    };
    const list = (...more: readonly object[]): string =>
      JSON.stringify(
        { apiVersion: 'config.kubernetes.io/v1', kind: 'ResourceList', items: [item], results: [{ a: 'b' }, ...more] },
        undefined,
        space,
      );
    const result = {
      message: 'M',
      severity: 'warning',
      resourceRef: { apiVersion: item.apiVersion, kind: item.kind, name: 'web', namespace: 'shop' },
      field: { path: 'spec.backends' },
      tags: { code: 'no-backends' },
    };
    expect(await printed(list())).toBe(list(result).replace('"M"', '<M>'));
  });
});
