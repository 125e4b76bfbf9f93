import { describe, expect, test } from 'vitest';
import { mentionsSplit } from '../../src/checks/mentioned-splits.ts';
import { namesIn } from '../../src/checks/unreadable-documents.ts';
import { convert, type ConvertOptions } from '../../src/index.ts';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import { cut } from '../../src/yaml/cut.ts';
import { readUtf8 } from '../../src/yaml/read.ts';

const object = (apiVersion: string, kind: string, metadata: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {${metadata}}\nspec: {${spec}}\n`;
const split = object(
  'split.smi-spec.io/v1alpha2',
  'TrafficSplit',
  'name: web, namespace: a',
  'service: web, backends: [{service: v1, weight: 1}]',
);

/** A route whose port is written by a template, so that its rules are not known. */
const route = (metadata: string, parent: string, kind = 'HTTPRoute'): string =>
  object(
    'gateway.networking.k8s.io/v1',
    kind,
    metadata,
    `parentRefs: [{group: core, kind: Service, name: ${parent}, port: 80}], rules: [{backendRefs: [{name: v1, port: "{{ .port }}"}]}]`,
  );
const profile = (name: string, weight = '"{{ .weight }}"'): string =>
  object(
    'linkerd.io/v1alpha2',
    'ServiceProfile',
    `name: ${name}, namespace: a`,
    `dstOverrides: [{authority: v1.a.svc.cluster.local, weight: ${weight}}]`,
  );
const broken = (text: string): string => `${text}broken: [\n`;

/** The codes of a split beside another document, of those that say that it could not be read. */
function codesBeside(other: string, options: ConvertOptions): readonly string[] {
  const { findings } = convert([{ path: 'a.yaml', text: `${split}---\n${other}` }], options);
  return findings.map(({ code }) => code).filter((code) => code === 'template-skipped' || code === 'yaml-syntax');
}

describe('a split is left alone beside a template that may be of its apex, and becomes a route beside another one', () => {
  test.each<[string, string, boolean]>([
    ['a route on the apex', route('name: r, namespace: a', 'web'), true],
    ['a route on the apex without a namespace', route('name: r', 'web'), true],
    ['a route on the apex in another namespace', route('name: r, namespace: b', 'web'), false],
    ['a route in a namespace that is a template', route('name: r, namespace: "{{ .ns }}"', 'web'), true],
    ['a route in a namespace that reads as a mapping', route('name: r, namespace: {{ .ns }}', 'web'), true],
    ['a route on another Service', route('name: r, namespace: a', 'other'), false],
    ['a route with the name of the split', route('name: web, namespace: a', 'other'), true],
    ['a route on a Service whose name is a template', route('name: r, namespace: a', '"{{ .svc }}"'), true],
    ['a route on a Service whose name reads as a mapping', route('name: r, namespace: a', '{{ .svc }}'), true],
    ['a route on a Service whose name begins differently', route('name: r, namespace: a', '"api-{{ .x }}"'), false],
    ['a route whose name is a template', route('name: "{{ .name }}", namespace: a', 'other'), true],
    ['a route whose name ends differently', route('name: "{{ .x }}-api", namespace: a', 'other'), false],
    ['a GRPCRoute on the apex', route('name: r, namespace: a', 'web', 'GRPCRoute'), true],
    ['a TCPRoute on the apex', route('name: r, namespace: a', 'web', 'TCPRoute'), false],
    ['the profile of the apex', profile('web.a.svc.cluster.local'), true],
    ['the profile of another Service', profile('api.a.svc.cluster.local'), false],
    ['a profile with the name of the apex alone', profile('web'), true],
    ['a profile with an odd name that begins with the apex', profile('web.a'), true],
    ['a profile whose name is a template', profile('"{{ .name }}"'), true],
    ['a profile whose name begins with a template', profile('"{{ .name }}.a.svc.cluster.local"'), true],
    ['a profile whose name begins differently', profile('"api-{{ .x }}.a.svc.cluster.local"'), false],
    ['a profile whose name ends in a template', profile('"web.{{ .ns }}.svc.cluster.local"'), true],
    [
      'a profile that cannot be parsed and whose name begins with a template',
      broken(profile('x', '1').replace('{name: x,', '\n  name: "{{ .name }}.a.svc.cluster.local"\nx: {')),
      true,
    ],
    ['a route that cannot be parsed', broken(route('name: r, namespace: a', 'web', 'HTTPRoute')), true],
    ['a Deployment that cannot be parsed', broken(object('v1', 'Deployment', 'name: web', '')), false],
    ['a profile that cannot be parsed', broken(profile('web.a.svc.cluster.local', '1')), true],
    ['the profile of another Service that cannot be parsed', broken(profile('api.a.svc.cluster.local', '1')), false],
  ])('%s', (_, other, isLeft) => {
    expect(codesBeside(other, { target: 'httproute', ports: '80' }).length > 0).toBe(isLeft);
  });

  test('a document that mentions a split and cannot be parsed is reported for itself', () => {
    const other = broken(route('name: r, namespace: a', 'web')).replace('kind: HTTP', '# TrafficSplit web\nkind: HTTP');
    expect(codesBeside(other, { target: 'httproute', ports: '80' })).toHaveLength(1);
  });
});

describe('a split is left alone beside a template that may be its profile, and gets its own beside another one', () => {
  test.each<[string, string, boolean]>([
    ['its profile', profile('web.a.svc.cluster.local'), true],
    ['the profile of another Service', profile('api.a.svc.cluster.local'), false],
    ['a profile whose name begins with a template', profile('"{{ .name }}.a.svc.cluster.local"'), true],
    ['a profile whose name ends differently', profile('"{{ .name }}.b.svc.cluster.local"'), false],
    ['a profile whose name reads as a mapping', profile('{{ .name }}'), true],
    ['its profile, which cannot be parsed', broken(profile('web.a.svc.cluster.local', '1')), true],
    ['another profile that cannot be parsed', broken(profile('api.a.svc.cluster.local', '1')), false],
    ['a route that cannot be parsed', broken(route('name: web.a.svc.cluster.local', 'web')), false],
  ])('%s', (_, other, isLeft) => {
    expect(codesBeside(other, {}).length > 0).toBe(isLeft);
  });
});

describe('a split is left alone beside a template that may be a group which it names, and is converted beside another one', () => {
  const group = (name: string, match: string, namespace = 'a'): string =>
    object(
      'specs.smi-spec.io/v1alpha4',
      'HTTPRouteGroup',
      `name: ${name}, namespace: ${namespace}`,
      `matches: [${match}]`,
    );
  const plain = 'pathRegex: /a';
  const matched = split.replace('}]}', '}], matches: [{kind: HTTPRouteGroup, name: g}]}');

  test.each<[string, string, boolean]>([
    ['the group', group('g', '{pathRegex: "/{{ .path }}"}'), true],
    ['the group, with an action that reads as a mapping', group('g', '{pathRegex: {{ .path }}}'), true],
    ['the group, with a variable', group('g', '{headers: {x: "${X}"}}'), true],
    [
      'the group, with matches at the top level',
      group('g', '{methods: ["{{ .m }}"]}').replace('spec: {matches', 'matches').replace(']}\n', ']\n'),
      true,
    ],
    ['the group in another namespace', group('g', '{pathRegex: "/{{ .path }}"}', 'b'), false],
    ['another group', group('h', '{pathRegex: "/{{ .path }}"}'), false],
    ['a group whose name is a template', group('"{{ .name }}"', plain), true],
    ['a group whose name begins differently', group('"h-{{ .name }}"', plain), false],
    ['the group, which cannot be parsed', broken(group('g', plain)), true],
    ['another group that cannot be parsed', broken(group('h', plain)), false],
  ])('%s', (_, other, isLeft) => {
    const text = `${matched}---\n${other}`;
    const { findings } = convert([{ path: 'a.yaml', text }], { target: 'httproute', ports: '80' });
    const codes = findings.map(({ code }) => code);
    expect(codes.includes('template-skipped') || codes.includes('yaml-syntax')).toBe(isLeft);
    expect(codes.includes('routegroup-missing')).toBe(!isLeft);
    expect(codes).not.toContain('match-unsupported');
  });

  test('the group is read where a template may get its name, too', () => {
    const text = [matched, group('g', `{${plain}}`), group('"{{ .name }}"', `{${plain}}`)].join('---\n');
    const { report } = convert([{ path: 'a.yaml', text }], { target: 'httproute', ports: '80' });
    expect(report.splits.map(({ outcome }) => outcome)).toEqual(['converted']);
  });
});

/** What cannot be read in a text. */
function unreadableIn(text: string): ReturnType<typeof manifestsOf>['unreadable'][number] {
  const page = readUtf8(cut({ path: '-', bytes: Buffer.from(text) }, 'coarse').at(0));
  const [one] = page === undefined ? [] : manifestsOf(page).unreadable;
  if (one === undefined) throw new Error('can be read');
  return one;
}

test.each<[string, readonly string[]]>([
  ['metadata:\n  name: web\n', ['web']],
  ['metadata:\n  name: "web"\n', ['web']],
  ['{"metadata": {"name": "web.a.svc.cluster.local"}}', ['web.a.svc.cluster.local']],
  ['spec:\n  parentRefs:\n  - name: web\n  - name: api\n', ['web', 'api']],
  ['metadata:\n  labels:\n    a: b\n  name: {{ .name }}\n', ['{{ .name }}']],
  ['metadata:\n  name: "{{ .name }}.a"\nspec: {name: web}\n', ['web', '{{ .name }}.a']],
  ['metadata:\n  name: web-{{ .name }}\n', ['web-{{ .name }}']],
  ['metadata:\n  labels: {}\nspec:\n  name: web-{{ .name }}\n', []],
  ['metadata: {}\n', []],
])('the names in %j, which cannot be parsed, are %j', (text, names) => {
  expect([...namesIn(unreadableIn(broken(text)))]).toEqual(names);
});

test.each<[string, readonly string[]]>([
  ['metadata: {name: "a\\x2eb"}\nx: 1\nx: 2\n', ['a', 'a.b']],
  ['metadata:\n  name: >-\n    a.b\nx: 1\nx: 2\n', ['a.b']],
  ['metadata: {labels: {c: &n a.b}, name: *n}\nx: 1\nx: 2\n', ['a.b']],
])('the names in %j, which has a key twice, are %j', (text, names) => {
  expect([...namesIn(unreadableIn(text))]).toEqual(names);
});

test('aliases of a name are followed without a search for each', () => {
  const text = `metadata: {name: &n a.b}\nx: 1\nx: [${Array.from({ length: 10_000 }, () => '{name: *n}').join(', ')}]\n`;
  expect([...namesIn(unreadableIn(text))]).toEqual(['a.b']);
});

test.each<[string, boolean]>([
  ['kind: TrafficSplit\n', true],
  ['apiVersion: split.smi-spec.io/v1alpha2\nkind: {{ .kind }}\n', true],
  ['{{ if .Capabilities.APIVersions.Has "split.smi-spec.io/v1alpha2" }}\n', false],
  [`a: ${Buffer.from('kind: TrafficSplit').toString('base64')}\n`, true],
  ['a: 1\n', false],
  ['{{ if has "split.smi-spec.io/v1alpha2/TrafficSplit" .Capabilities.APIVersions }}\n', false],
  ['{{ if lookup "split.smi-spec.io/v1alpha2" "TrafficSplit" "shop" "web" }}\n', false],
  ['{{ include "lib.TrafficSplit" . }}\n', true],
  ['{{- /* a TrafficSplit */ -}}\n{{/* kind: TrafficSplit', true],
  ['{{- /* a TrafficSplit */ -}}\n{{/* kind: TrafficSplit */}}\n', false],
  ['{{/* {{/* kind: TrafficSplit */}}\nkind: Service\n', false],
  ['{{/* {{/* a */}}\nkind: TrafficSplit\n{{/* b */}}\n', true],
  ['a: 1 # a TrafficSplit\n# kind: TrafficSplit\n', false],
  ['{"a": "b #", "kind": "TrafficSplit"}\n', true],
  ['kind: CustomResourceDefinition\nspec: {names: {kind: TrafficSplit}}\n', false],
  ['kind: Role\n{{ end }}\nkind: TrafficSplit\n', true],
])('%j, which cannot be parsed, mentions a split: %s', (text, mentions) => {
  expect(mentionsSplit(unreadableIn(broken(text)))).toBe(mentions);
});

test('comments of templates that are opened 50,000 times mention no split', () => {
  const text = `${'{{/*'.repeat(50_000)} kind: TrafficSplit */}}\nkind: Service\n`;
  expect(mentionsSplit(unreadableIn(broken(text)))).toBe(false);
});
