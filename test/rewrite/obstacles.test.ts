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

/** A route for the split `web` with a backend, and with these lines above its spec. */
function route(ref: string, above = ''): string {
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: web
  namespace: shop
  annotations: {smi2linkerd.dev/trafficsplit: web}
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
    'spec.dstOverrides is a key without a colon',
    'write a colon and a value behind the key',
    profile('spec: {dstOverrides}\n'),
    profile('spec: {dstOverrides: []}\n'),
  ],
];

const markCases: readonly Case[] = [
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
    'spec.rules may be set by a merge key',
    'replace the merge key by the keys that it sets',
    route(`{${backend}}`).replace('  rules:\n  - m', '  <<:\n   rules:\n   - m').replace('    backend', '     backend'),
    route(`{${backend}}`),
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

/** The refusals of a conversion, and what it makes. */
function run(text: string, options: Parameters<typeof convert>[1]): { refusals: unknown[]; made: string } {
  const { findings, files } = convert([{ path: 'all.yaml', text: others + text }], options);
  const refusals = findings.filter(({ code }) => code === 'cannot-insert');
  return { refusals: refusals.map(({ message, fix }) => [message, fix]), made: files[0]?.text ?? '' };
}

describe.each([
  ['overrides', overridesCases, {}],
  ['the mark of a dropped split', markCases, { drop: true }],
  ['a route', routeCases, { target: 'httproute' }],
] as const)('%s that cannot be written in place are refused, and the fix removes the reason', (_, all, options) => {
  test.each(all)('%s', (says, fix, before, fixed) => {
    const refused = run(before, options);
    expect(refused).toEqual({
      refusals: [[`cannot be changed: ${says}`, fix]],
      made: others + before,
    });
    const after = run(fixed, options);
    expect(after.refusals).toEqual([]);
    expect(after.made).not.toBe(others + fixed);
  });
});
