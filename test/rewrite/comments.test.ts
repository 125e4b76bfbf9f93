import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

/** The split `web` with this text after its `spec:`. */
const splitWith = (spec: string): string =>
  `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: web, namespace: shop}\nspec:${spec}`;
/** Its profile with this text after `spec:`. */
const profileWith = (spec: string): string =>
  `apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata:\n  name: web.shop.svc.cluster.local\n  namespace: shop\nspec:${spec}`;
/** A text in which `<1>` and `<2>` are the Services of the split as they are named in a profile. */
const filled = (text: string): string => text.replaceAll(/<(\d)>/g, 'web-v$1.shop.svc.cluster.local');

/** The text after `spec:` of the profile of a split that is dropped, and which comments are left out. */
function dropped(split: string, existing: string | undefined): readonly [string | undefined, readonly string[]] {
  const files = [{ path: 'split.yaml', text: splitWith(split) }];
  if (existing !== undefined) files.push({ path: 'profile.yaml', text: profileWith(filled(existing)) });
  const { files: made, findings } = convert(files, { drop: true, skipAnnotation: false });
  const text = made.at(-1)?.text;
  const lost = findings.flatMap(({ code, message }) => (code === 'comment-dropped' ? message.split(': ')[1] : []));
  return [text?.slice(text.indexOf('\nspec:') + '\nspec:'.length), lost.map(String)];
}

const plain = '\n  dstOverrides:\n  - authority: <1>\n    weight: "1"\n  - authority: <2>\n    weight: "2"\n';
const service = '\n  service: web\n  backends:\n';

/** The specs of splits, and of their profiles: a new one, and an existing one without comments if it differs. */
const commentsOfSplits: [string, string, string, string?][] = [
  [
    'at the end of lines',
    `${service}  - service: web-v1 # a\n    weight: 1 # b\n  - service: web-v2 # c\n    weight: 2 # d\n`,
    '\n  dstOverrides:\n  - authority: <1> # a\n    weight: "1" # b\n  - authority: <2> # c\n    weight: "2" # d\n',
  ],
  [
    'on lines of their own',
    `${service}  # a\n  - service: web-v1\n    # b\n    weight: 1\n  # c\n  # d\n  - service: web-v2\n    weight: 2\n`,
    '\n  dstOverrides:\n  # a\n  - authority: <1>\n    # b\n    weight: "1"\n  # c\n  # d\n  - authority: <2>\n    weight: "2"\n',
  ],
  [
    'after a dash, and at fields in the other order',
    `${service}  - # a\n    service: web-v1\n    weight: 1\n  - weight: 2 # b\n    service: web-v2 # c\n`,
    '\n  dstOverrides:\n  - authority: <1> # a\n    weight: "1"\n  - authority: <2> # c\n    weight: "2" # b\n',
  ],
  [
    'two at the end of one line',
    `${service}  - # a\n    service: web-v1 # b\n    weight: 1\n  - {service: web-v2, weight: 2}\n`,
    '\n  dstOverrides:\n  # b\n  - authority: <1> # a\n    weight: "1"\n  - authority: <2>\n    weight: "2"\n',
  ],
  [
    'about the apex and the list',
    ' # a\n  # b\n  service: web # c\n  # d\n  backends: # e\n  - {service: web-v1, weight: 1}\n  - {service: web-v2, weight: 2}\n',
    ' # a\n  # b\n  # c\n  # d\n  dstOverrides: # e\n  - authority: <1>\n    weight: "1"\n  - authority: <2>\n    weight: "2"\n',
    '\n  # a\n  # b\n  # c\n  # d\n  dstOverrides: # e\n  - authority: <1>\n    weight: "1"\n  - authority: <2>\n    weight: "2"\n',
  ],
  [
    'about the whole spec',
    ' {service: web, backends: [{service: web-v1, weight: 1}, {service: web-v2, weight: 2}]} # a\n',
    plain.replace('\n', ' # a\n'),
    `\n  # a${plain}`,
  ],
  [
    'after backends in flow style',
    `${service}  - {service: web-v1, weight: 1} # a\n  # b\n  - {service: web-v2, weight: 2} # c\n`,
    '\n  dstOverrides:\n  - authority: <1> # a\n    weight: "1"\n  # b\n  - authority: <2> # c\n    weight: "2"\n',
  ],
  [
    'in a flow list',
    '\n  service: web\n  backends: [ # a\n    {service: web-v1, weight: 1}, # b\n    # c\n    {service: web-v2, weight: 2} # d\n    # e\n  ] # f\n',
    '\n  # e\n  # f\n  dstOverrides: # a\n  - authority: <1> # b\n    weight: "1"\n  # c\n  - authority: <2> # d\n    weight: "2"\n',
  ],
  [
    'for tools at weights',
    `${service}  - service: web-v1\n    weight: 1 # kpt-set: $\{w}\n  - {service: web-v2, weight: 2}\n`,
    '\n  dstOverrides:\n  - authority: <1>\n    weight: "1" # kpt-set: ${w}\n  - authority: <2>\n    weight: "2"\n',
  ],
];

describe('comments of a split that is dropped, in its profile', () => {
  test.each<[string, string, string, string?]>(commentsOfSplits)('%s, which is new', (_, split, made) => {
    expect(dropped(split, undefined)).toEqual([filled(made), []]);
  });

  test.each<[string, string, string, string?]>(commentsOfSplits)(
    '%s, which exists',
    (_, split, made, existing = made) => {
      expect(dropped(split, plain)).toEqual([filled(existing), []]);
    },
  );

  test.each<[string, string, string, string?]>(commentsOfSplits)(
    '%s, which has other weights',
    (_, split, made, existing = made) => {
      expect(dropped(split, plain.replace('"2"', '7'))).toEqual([filled(existing), []]);
    },
  );

  test.each<[string, string, string, string?]>(commentsOfSplits)(
    '%s, which has them already',
    (_, split, made, existing = made) => {
      expect(dropped(split, existing)).toEqual([filled(existing), []]);
    },
  );

  test.each([
    ['at a name', `${service}  - service: web-v1 # kpt-set: $\{w}\n    weight: 1\n`],
    ['above a backend', `${service}  # kpt-set: $\{w}\n  - service: web-v1\n    weight: 1\n`],
    ['at the apex', '\n  service: web # kpt-set: ${w}\n  backends:\n  - {service: web-v1, weight: 1}\n'],
  ])('for tools %s are left out', (_, split) => {
    const made = '\n  dstOverrides:\n  - authority: <1>\n    weight: "1"\n';
    expect(dropped(split, undefined)).toEqual([filled(made), ['# kpt-set']]);
    expect(dropped(split, made)).toEqual([filled(made), ['# kpt-set']]);
  });
});

const commented = `${service}  # a\n  - service: web-v1 # b\n    weight: 1 # c\n  - service: web-v2\n    weight: 2\n`;
const forTool = commented.replace('# c', '# kpt-set: ${w}');

describe('comments of a split that is dropped, in an existing profile', () => {
  test.each<[string, string, string, string, (readonly string[])?]>([
    [
      'with comments of its own at the same lines',
      commented,
      plain.replace('<1>', '<1> # x').replace('"1"', '"1" # y'),
      '\n  dstOverrides:\n  # a\n  # b\n  - authority: <1> # x\n    # c\n    weight: "1" # y\n  - authority: <2>\n    weight: "2"\n',
    ],
    [
      'with some of them, and others above',
      commented,
      plain.replace('  - authority: <1>', '  # x\n  # a\n  - authority: <1> # b'),
      '\n  dstOverrides:\n  # x\n  # a\n  - authority: <1> # b\n    weight: "1" # c\n  - authority: <2>\n    weight: "2"\n',
    ],
    [
      'in the other order',
      commented,
      '\n  dstOverrides:\n  - authority: <2> # x\n    weight: "2"\n  - authority: <1>\n    weight: "1"\n',
      '\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    weight: "1" # c\n  - authority: <2> # x\n    weight: "2"\n',
    ],
    [
      'without the first',
      commented,
      '\n  dstOverrides:\n  - authority: <2>\n    weight: "2"\n  routes: []\n',
      '\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    weight: "1" # c\n  - authority: <2>\n    weight: "2"\n  routes: []\n',
    ],
    [
      'with entries in flow style',
      commented,
      '\n  dstOverrides:\n  - {authority: <1>, weight: "1"}\n  - {authority: <2>, weight: "2"}\n',
      '\n  dstOverrides:\n  # a\n  # c\n  - {authority: <1>, weight: "1"} # b\n  - {authority: <2>, weight: "2"}\n',
    ],
    [
      'with one entry in flow style',
      commented,
      '\n  dstOverrides:\n  - {authority: <2>, weight: "2"}\n',
      '\n  dstOverrides:\n  # a\n  # c\n  - {authority: <1>, weight: "1"} # b\n  - {authority: <2>, weight: "2"}\n',
    ],
    [
      'with a flow list',
      commented,
      '\n  dstOverrides: [{authority: <1>, weight: "1"}, {authority: <2>, weight: "2"}]\n',
      '\n  # a\n  # b\n  # c\n  dstOverrides: [{authority: <1>, weight: "1"}, {authority: <2>, weight: "2"}]\n',
    ],
    [
      'with a weight in a block',
      commented,
      plain.replace('"1"', '|-\n      1'),
      '\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    # c\n    weight: |-\n      1\n  - authority: <2>\n    weight: "2"\n',
    ],
    [
      'without overrides',
      commented,
      '\n  routes: []\n',
      '\n  routes: []\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    weight: "1" # c\n  - authority: <2>\n    weight: "2"\n',
    ],
    [
      'with an empty spec',
      commented,
      ' {} # x\n',
      ' # x\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    weight: "1" # c\n  - authority: <2>\n    weight: "2"\n',
    ],
    [
      'with CRLF',
      commented.replaceAll('\n', '\r\n'),
      plain.replaceAll('\n', '\r\n'),
      '\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    weight: "1" # c\n  - authority: <2>\n    weight: "2"\n'.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    [
      'that is a flow list, for a tool',
      forTool,
      '\n  dstOverrides: [{authority: <1>, weight: "1"}, {authority: <2>, weight: "2"}]\n',
      '\n  # a\n  # b\n  dstOverrides: [{authority: <1>, weight: "1"}, {authority: <2>, weight: "2"}]\n',
      ['# kpt-set'],
    ],
    [
      'with another comment for a tool at an equal weight',
      forTool,
      plain.replace('"1"', '"1" # kpt-set: ${x}'),
      '\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    weight: "1" # kpt-set: ${x}\n  - authority: <2>\n    weight: "2"\n',
      ['# kpt-set'],
    ],
    [
      'with another comment for a tool at another weight',
      forTool,
      plain.replace('"1"', '"7" # kpt-set: ${x}'),
      '\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    weight: "1" # kpt-set: ${w}\n  - authority: <2>\n    weight: "2"\n',
      ['# kpt-set'],
    ],
    [
      'with the same comment for a tool at another weight',
      forTool,
      plain.replace('"1"', '"7" # kpt-set: ${w}'),
      '\n  dstOverrides:\n  # a\n  - authority: <1> # b\n    weight: "1" # kpt-set: ${w}\n  - authority: <2>\n    weight: "2"\n',
    ],
  ])('%s', (_, split, existing, made, lost = []) => {
    expect(dropped(split, existing)).toEqual([filled(made), lost]);
  });
});

// A setter at its next run would write the old value again.
describe('comments for tools of a profile whose split stays', () => {
  /** The text after `spec:` of the profile of a split with the weights 1 and 2, and what is left out. */
  function kept(existing: string): readonly [string | undefined, readonly string[]] {
    const files = [
      {
        path: 'split.yaml',
        text: splitWith(`${service}  - {service: web-v1, weight: 1}\n  - {service: web-v2, weight: 2}\n`),
      },
      { path: 'profile.yaml', text: profileWith(filled(existing)) },
    ];
    const { files: made, findings } = convert(files, {});
    const text = made[1]?.text;
    const lost = findings.flatMap(({ code, message }) =>
      code === 'comment-dropped' ? message.split(' left out: ')[1] : [],
    );
    return [text?.slice(text.indexOf('\nspec:') + '\nspec:'.length), lost.map(String)];
  }

  test.each<[string, string, string, (readonly string[])?]>([
    [
      'at an equal weight stay',
      plain.replace('"1"', '"1" # kpt-set: ${x}'),
      plain.replace('"1"', '"1" # kpt-set: ${x}'),
    ],
    ['at another weight go', plain.replace('"1"', '"7" # kpt-set: ${x}'), plain, ['# kpt-set: ${x}']],
    [
      'at another weight go with CRLF',
      plain.replace('"1"', '"7" # kpt-set: ${x}').replaceAll('\n', '\r\n'),
      plain.replaceAll('\n', '\r\n'),
      ['# kpt-set: ${x}'],
    ],
    [
      'above another weight stay',
      plain.replace('    weight: "1"', '    # kpt-set: ${x}\n    weight: "7"'),
      plain.replace('    weight: "1"', '    # kpt-set: ${x}\n    weight: "1"'),
    ],
    [
      'at another authority stay',
      plain.replace('"1"', '"7"').replace('<2>', '<2> # kpt-set: ${x}'),
      plain.replace('<2>', '<2> # kpt-set: ${x}'),
    ],
    [
      'after an entry in flow style go',
      '\n  dstOverrides:\n  - {authority: <1>, weight: "7"} # kpt-set: ${x}\n  - {authority: <2>, weight: "2"} # kpt-set: ${y}\n',
      '\n  dstOverrides:\n  - {authority: <1>, weight: "1"}\n  - {authority: <2>, weight: "2"} # kpt-set: ${y}\n',
      ['# kpt-set: ${x}'],
    ],
    [
      'after a flow list go',
      '\n  dstOverrides: [{authority: <1>, weight: "7"}] # kpt-set: ${x}\n  routes: [] # kpt-set: ${y}\n',
      '\n  dstOverrides: [{authority: <1>, weight: "1"}, {authority: <2>, weight: "2"}]\n  routes: [] # kpt-set: ${y}\n',
      ['# kpt-set: ${x}'],
    ],
    [
      'after the key of the list go, with a weight that changes',
      plain.replace('dstOverrides:', 'dstOverrides: # kpt-set: ${x}').replace('"1"', '"7"'),
      plain,
      ['# kpt-set: ${x}'],
    ],
    [
      'after the key of a list that is missing go',
      '\n  dstOverrides: # kpt-set: ${x}\n  routes: # kpt-set: ${y}\n',
      `${plain}  routes: # kpt-set: \${y}\n`,
      ['# kpt-set: ${x}'],
    ],
    ['after the spec stay', ` # kpt-set: $\{x}${plain.replace('"1"', '"7"')}`, ` # kpt-set: $\{x}${plain}`],
    [
      'and others of entries that go are named, but not those that stay',
      '\n  dstOverrides:\n  - authority: <3> # a\n    weight: "1" # kpt-set: ${x}\n  - authority: <1> # b\n    weight: "1" # a b\n',
      '\n  dstOverrides:\n  - authority: <1> # b\n    weight: "1" # a b\n  - authority: <2>\n    weight: "2"\n',
      ['# kpt-set: ${x}', '# a'],
    ],
  ])('%s', (_, existing, made, lost = []) => {
    expect(kept(existing)).toEqual([filled(made), lost]);
  });
});

test('comments of a profile that becomes a route go to its backends', () => {
  const spec =
    '\n  # a\n  dstOverrides: # b\n  # c\n  - authority: <1> # d\n    weight: "1" # e\n  - authority: <2>\n    # f\n    weight: "2"\n';
  const options = { target: 'httproute', profiles: true, ports: '80' } as const;
  const made = convert([{ path: 'a.yaml', text: profileWith(filled(spec)) }], options).files[0]?.text ?? '';
  expect(made.slice(made.indexOf('    # a'))).toBe(
    '    # a\n    backendRefs: # b\n    # c\n    - group: ""\n      kind: Service\n      name: web-v1 # d\n      port: 80\n      weight: 1 # e\n' +
      '    - group: ""\n      kind: Service\n      name: web-v2\n      port: 80\n      # f\n      weight: 2\n',
  );
});
