import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { splitOf } from './texts.ts';

/** A profile for the split `web`, with more metadata and with these lines below it. */
function profile(lines: string, metadata = ''): string {
  return `apiVersion: linkerd.io/v1alpha2
kind: ServiceProfile
metadata:
  name: web.shop.svc.cluster.local
  namespace: shop
${metadata}${lines}`;
}

const ownAnnotation = 'annotations: {smi2linkerd.dev/trafficsplit: web}';

/** A route for the split `web` with a backend, and with these lines above its spec. */
function route(ref: string, above = '', annotations = ownAnnotation): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
  ${annotations}
${above}spec:
  parentRefs: [{group: core, kind: Service, name: web, port: 80}]
  rules:
  - matches: [{path: {type: PathPrefix, value: /}}]
    backendRefs: [{group: "", kind: Service, name: web, port: 80, weight: 1}, ${ref}]
`;
}

const authority = 'web-v9.shop.svc.cluster.local';
/** Overrides with the Services of the split, in its order, but other weights. */
const sameOverrides = ['web', 'web-v1']
  .map((name) => `  - {authority: ${name}.shop.svc.cluster.local, weight: "7"}\n`)
  .join('');
const backend = 'group: "", kind: Service, name: web-v1, port: 80, weight: 5';

type Case = readonly [says: string, fix: string, before: string, fixed: string];

const overridesCases: readonly Case[] = [
  ['spec is an alias', 'replace the alias by its value', profile('x: &s {}\nspec: *s\n'), profile('spec: {}\n')],
  [
    'spec may be set by a merge key',
    'replace the merge key by the keys that it sets',
    profile('<<: {spec: {routes: []}}\n'),
    profile('spec: {routes: []}\n'),
  ],
  [
    'spec may be set by a key that is an alias',
    'replace the alias by its value',
    profile('*s : {routes: []}\n', '  labels: {a: &s spec}\n'),
    profile('spec: {routes: []}\n', '  labels: {a: spec}\n'),
  ],
  [
    'spec.dstOverrides may be set by a key that is an alias',
    'replace the alias by its value',
    profile('spec: {*r : []}\n', '  labels: {a: &r routes}\n'),
    profile('spec: {routes: []}\n', '  labels: {a: routes}\n'),
  ],
  [
    'spec.dstOverrides holds an anchor that is used elsewhere',
    'replace the aliases of the anchor by its value',
    profile(`spec:\n  dstOverrides: [{authority: ${authority}, weight: &w "1"}]\n  retryBudget: *w\n`),
    profile(`spec:\n  dstOverrides: [{authority: ${authority}, weight: &w "1"}]\n  retryBudget: "1"\n`),
  ],
  [
    'spec holds an anchor that is used elsewhere',
    'replace the aliases of the anchor by its value',
    profile('spec: &s {dstOverrides: []}\nx: [*s, *s]\n'),
    profile('spec: &s {dstOverrides: []}\nx: []\n'),
  ],
  [
    'spec.dstOverrides holds an anchor that is used elsewhere',
    'replace the aliases of the anchor by its value',
    profile(`spec:\n  dstOverrides: &o\n${sameOverrides}x: *o\n`),
    profile(`spec:\n  dstOverrides: &o\n${sameOverrides}x: []\n`),
  ],
  [
    'spec.dstOverrides holds an anchor that is used elsewhere',
    'replace the aliases of the anchor by its value',
    profile(`spec:\n  dstOverrides:\n${sameOverrides.replace('- {', '- &o {')}x: *o\n`),
    profile(`spec:\n  dstOverrides:\n${sameOverrides.replace('- {', '- &o {')}x: {}\n`),
  ],
  [
    'spec.dstOverrides is written with a ? key',
    'write the key without ?',
    profile(`spec:\n  ? dstOverrides\n  : []\n`),
    profile(`spec:\n  dstOverrides: []\n`),
  ],
  [
    'spec is a key without a colon',
    'write a colon and a value after the key',
    '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: web.shop.svc.cluster.local, namespace: shop}, x: &x b, y: *x, spec}\n',
    '{apiVersion: linkerd.io/v1alpha2, kind: ServiceProfile, metadata: {name: web.shop.svc.cluster.local, namespace: shop}, x: &x b, y: *x, spec: {}}\n',
  ],
  [
    'spec.dstOverrides is a key without a colon',
    'write a colon and a value after the key',
    profile('spec: {dstOverrides}\n'),
    profile('spec: {dstOverrides: []}\n'),
  ],
];

/** Of a split without backends. */
const noOverridesCases: readonly Case[] = [
  [
    'spec may be set by a merge key',
    'replace the merge key by the keys that it sets',
    profile('<<: {spec: {dstOverrides: [{authority: a, weight: 1}]}}\n'),
    profile('spec: {dstOverrides: [{authority: a, weight: 1}]}\n'),
  ],
  [
    'spec.dstOverrides may be set by a merge key',
    'replace the merge key by the keys that it sets',
    profile('spec: {<<: {dstOverrides: [{authority: a, weight: 1}]}}\n'),
    profile('spec: {dstOverrides: [{authority: a, weight: 1}]}\n'),
  ],
  [
    'spec.dstOverrides may be set by a merge key',
    'replace the merge key by the keys that it sets',
    profile('spec: {<<: {routes: []}, dstOverrides: [{authority: a, weight: 1}]}\n'),
    profile('spec: {routes: [], dstOverrides: [{authority: a, weight: 1}]}\n'),
  ],
  [
    'spec.dstOverrides is written with a ? key',
    'write the key without ?',
    profile('spec:\n  routes: []\n  ? dstOverrides\n  : [{authority: a, weight: 1}]\n'),
    profile('spec:\n  routes: []\n  dstOverrides: [{authority: a, weight: 1}]\n'),
  ],
];

const markCases: readonly Case[] = [
  [
    'metadata may be set by a merge key',
    'replace the merge key by the keys that it sets',
    profile('spec: {}\n').replace(/metadata:\n(.*)\n(.*)\n/, '<<:\n  metadata:\n  $1\n  $2\n'),
    profile('spec: {}\n'),
  ],
  [
    'metadata.annotations["smi.linkerd.io/skip"] holds an anchor that is used elsewhere',
    'replace the aliases of the anchor by its value',
    profile('spec: {}\n', '  annotations: {smi.linkerd.io/skip: &m smi2linkerd, a: *m}\n'),
    profile('spec: {}\n', '  annotations: {smi.linkerd.io/skip: &m smi2linkerd, a: smi2linkerd}\n'),
  ],
  [
    'metadata.annotations is an alias',
    'replace the alias by its value',
    profile('spec: {}\n', '  labels: &l {a: b}\n  annotations: *l\n'),
    profile('spec: {}\n', '  labels: &l {a: b}\n  annotations: {a: b}\n'),
  ],
  [
    'metadata.annotations may be set by a merge key',
    'replace the merge key by the keys that it sets',
    profile('spec: {}\n', '  <<: {annotations: {a: b}}\n'),
    profile('spec: {}\n', '  annotations: {a: b}\n'),
  ],
];

const routeCases: readonly Case[] = [
  [
    'spec.rules[0].backendRefs[1] is an alias',
    'replace the alias by its value',
    route('*r', `x: &r {${backend}}\n`),
    route(`{${backend}}`, `x: &r {${backend}}\n`),
  ],
  [
    'spec.rules[0].backendRefs[1] holds an anchor that is used elsewhere',
    'replace the aliases of the anchor by its value',
    `${route(`&r {${backend}}`)}x: *r\n`,
    `${route(`&r {${backend}}`)}x: {${backend}}\n`,
  ],
  [
    'spec.rules[0].backendRefs[1].weight is written with a ? key',
    'write the key without ?',
    route(`{${backend.replace('weight', '? weight')}}`),
    route(`{${backend}}`),
  ],
  [
    'spec.rules[0] holds an anchor that is used elsewhere',
    'replace the aliases of the anchor by its value',
    `${route(`{${backend}}`).replace('- matches', '- &r\n    matches')}x: *r\n`,
    `${route(`{${backend}}`).replace('- matches', '- &r\n    matches')}x: {}\n`,
  ],
  [
    'spec is an alias',
    'replace the alias by its value',
    route(`{${backend}}`, 'x: &s\n').replace(/spec:\n(.*)$/s, '$1spec: *s\n'),
    route(`{${backend}}`),
  ],
  [
    'spec.rules is an alias',
    'replace the alias by its value',
    route(`{${backend}}`).replace(/(spec:\n.*\n) {2}rules:\n(.*)$/s, 'x: &r\n$2$1  rules: *r\n'),
    route(`{${backend}}`),
  ],
  [
    'spec.rules may be set by a merge key',
    'replace the merge key by the keys that it sets',
    route(`{${backend}}`).replace('  rules:\n  - m', '  <<:\n   rules:\n   - m').replace('    backend', '     backend'),
    route(`{${backend}}`),
  ],
];

/** Of a route that loses its annotation with its split. */
const unmarkCases: readonly Case[] = [
  [
    'metadata may be set by a merge key',
    'replace the merge key by the keys that it sets',
    route(`{${backend}}`).replace(/metadata:\n(.*)\n(.*)\n(.*)\n/, '<<:\n  metadata:\n  $1\n  $2\n  $3\n'),
    route(`{${backend}}`),
  ],
  [
    'metadata.annotations may be set by a merge key',
    'replace the merge key by the keys that it sets',
    route(`{${backend}}`, '', `<<: {${ownAnnotation}}`),
    route(`{${backend}}`),
  ],
  ...['', ', a: b'].map((more): Case => [
    'metadata.annotations["smi2linkerd.dev/trafficsplit"] may be set by a merge key',
    'replace the merge key by the keys that it sets',
    route(`{${backend}}`, '', `${ownAnnotation.replace('{', '{<<: {')}${more}}`),
    route(`{${backend}}`, '', ownAnnotation.replace('}', `${more}}`)),
  ]),
  [
    'metadata.annotations["smi2linkerd.dev/trafficsplit"] may be set by a merge key',
    'replace the merge key by the keys that it sets',
    route(`{${backend}}`, '', ownAnnotation.replace('{', '{<<: {a: b}, ')),
    route(`{${backend}}`, '', ownAnnotation.replace('{', '{a: b, ')),
  ],
];

/** The other objects of each text: a split, and the Service that routes need. */
const others = `${splitOf('web').replace('[{', '[{service: web, weight: 1}, {')}---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec: {ports: [{port: 80}]}
---
`;

/** The refusals of a conversion, and what it makes of the text after the other objects. */
function run(text: string, options: ConvertOptions, above: string): { refusals: unknown[]; made: string } {
  const { findings, files } = convert([{ path: 'all.yaml', text: above + text }], options);
  const refusals = findings.filter(({ code }) => code === 'cannot-insert');
  return { refusals: refusals.map(({ message, fix }) => [message, fix]), made: files[0]?.text ?? '' };
}

type ConvertOptions = Parameters<typeof convert>[1];

const withoutBackends = others.replace(/backends: \[.*\]/, 'backends: []');

describe.each<[string, readonly Case[], ConvertOptions, string]>([
  ['overrides', overridesCases, {}, others],
  ['overrides of a split without backends', noOverridesCases, {}, withoutBackends],
  ['the mark of a dropped split', markCases, { drop: true }, others],
  ['a route', routeCases, { target: 'httproute' }, others],
  ['the annotation of a route whose split is dropped', unmarkCases, { target: 'httproute', drop: true }, others],
])('%s that cannot be written in place are refused, and the fix removes the reason', (_, all, options, above) => {
  test.each(all)('%s', (says, fix, before, fixed) => {
    const refused = run(before, options, above);
    expect(refused).toEqual({
      refusals: [[`cannot be changed: ${says}`, fix]],
      made: above + before,
    });
    const after = run(fixed, options, above);
    expect(after.refusals).toEqual([]);
    expect(after.made).not.toBe(above + fixed);
  });
});

describe('a value that is no mapping, where one is changed, is refused', () => {
  test.each([
    ['spec', 'a list', profile('spec: [a]\n')],
    ['spec', 'a scalar', profile('spec: a\n')],
    ['metadata.annotations', 'a list', profile('spec: {}\n', '  annotations: []\n')],
    ['metadata.annotations', 'a scalar', profile('spec: {}\n', '  annotations: a\n')],
  ])('%s as %s', (name, type, text) => {
    const message = `has a ${name} that is ${type}, not a mapping`;
    expect(run(text, { drop: true }, others)).toEqual({
      refusals: [[message, `write ${name} as a mapping, or remove it`]],
      made: others + text,
    });
  });
});
