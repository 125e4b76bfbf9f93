import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

type Files = Readonly<Record<string, string>>;

const object = (apiVersion: string, kind: string, metadata: string, body: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {${metadata}}\n${body}\n`;
const split = (more = '', metadata = 'name: web, namespace: a'): string =>
  object(
    'split.smi-spec.io/v1alpha4',
    'TrafficSplit',
    metadata,
    `spec: {service: web, backends: [{service: v1, weight: 1}]${more}}`,
  );
const service = (ports: string, metadata = 'name: web, namespace: a'): string =>
  object('v1', 'Service', metadata, `spec: {ports: [${ports}]}`);
const namespace = (name: string): string =>
  object('v1', 'Namespace', `name: ${name}, annotations: {config.linkerd.io/opaque-ports: "80"}`, 'spec: {}');
const group = (...paths: readonly string[]): string =>
  object(
    'specs.smi-spec.io/v1alpha4',
    'HTTPRouteGroup',
    'name: g, namespace: a',
    `spec: {matches: [${paths.map((path, at) => `{name: m${String(at)}, pathRegex: ${path}}`).join(', ')}]}`,
  );
const matches = ', matches: [{kind: HTTPRouteGroup, name: g}]';
const canary = (kind: string, provider: string, target: string, name = ''): string =>
  object(
    'flagger.app/v1beta1',
    kind,
    'name: c, namespace: a',
    `spec: {provider: "${provider}", targetRef: {kind: Deployment, name: ${target}}, service: {port: 80${name}}}`,
  );
const route = (parents: string): string =>
  object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    'name: r, namespace: a',
    `spec: {parentRefs: [${parents}], rules: [{backendRefs: [{kind: Service, name: v2, port: 80}]}]}`,
  );

/** What a check of a tree says on standard error. */
async function checked(files: Files, ...flags: readonly string[]): Promise<string> {
  return (await runWith(['--check', '--target', 'httproute', ...flags, '.'], { cwd: treeOf(files) })).stderr;
}

/** What the filter says of a stream on standard error. */
async function filtered(...documents: readonly string[]): Promise<string> {
  return (await runWith(['--target', 'httproute'], { stdin: Buffer.from(documents.join('---\n')) })).stderr;
}

describe('a port of the apex is opaque by the annotation of its namespace', () => {
  const opaque = 'port 80 of Service web is not read as HTTP';

  test.each<[string, string, string, string, boolean]>([
    ['of the Service', split(), service('{port: 80}'), 'a', true],
    ['of the split, where the Service names none', split(), service('{port: 80}', 'name: web'), 'a', true],
    ['of the Service, where the split names none', split('', 'name: web'), service('{port: 80}'), 'a', true],
    ['but not by that of another one', split(), service('{port: 80}'), 'b', false],
  ])('%s', async (_, one, apex, name, isOpaque) => {
    const said = await checked({ 's.yaml': [one, apex, namespace(name)].join('---\n') });
    expect(said.includes(opaque)).toBe(isOpaque);
  });
});

describe('a port of the apex is opaque by the annotation of a namespace in another directory', () => {
  const namespace = (ports: string): string =>
    `apiVersion: v1\nkind: Namespace\nmetadata: {name: a, annotations: {config.linkerd.io/opaque-ports: "${ports}"}}\n`;
  const near = { 'app/s.yaml': split(), 'app/t.yaml': service('{port: 80}') };

  test.each<[string, Files, boolean]>([
    ['with the Service beside the split', { ...near, 'ns/a.yaml': namespace('80') }, true],
    [
      'with the Service beside it',
      { 'app/s.yaml': split(), 'ns/t.yaml': service('{port: 80}'), 'ns/a.yaml': namespace('80') },
      true,
    ],
    ['but not by one with other ports', { ...near, 'ns/a.yaml': namespace('81') }, false],
    ['but not where two of them differ', { ...near, 'x/a.yaml': namespace('80'), 'y/a.yaml': namespace('81') }, false],
  ])('%s', async (_, files, isOpaque) => {
    const said = await checked(files);
    expect(said.includes('opaque-ports of its Namespace holds it')).toBe(isOpaque);
  });
});

describe('Services of the apex with different ports', () => {
  test.each<[string, Files, string]>([
    [
      'are named with their files',
      { 's.yaml': split(), 't.yaml': service('{port: 80}'), 'u.yaml': service('{port: 8080}, {port: 90}') },
      'Service web has different ports in several places: 80 (t.yaml), 8080,90 (u.yaml)',
    ],
    [
      'are named if one of them has none',
      { 's.yaml': split(), 't.yaml': service('{port: 80}'), 'u.yaml': service('') },
      'Service web has different ports in several places: 80 (t.yaml), none (u.yaml)',
    ],
    ['have no port at all', { 's.yaml': split(), 't.yaml': service('') }, 'Service web has no TCP port'],
  ])('%s', async (_, files, text) => {
    expect((await checked(files)).replaceAll(', 90', ',90')).toContain(text);
  });

  test('are named without files in a stream', async () => {
    expect(await filtered(split(), service('{port: 80}'), service('{port: 8080}'))).toContain(
      'Service web has different ports in several places: 80, 8080 (spec.service)',
    );
  });
});

describe('the groups of a split', () => {
  const ports = ['--port', 'web=80'];

  test.each<[string, Files, string, boolean]>([
    ['in another directory of the unit is read', { 'a/s.yaml': split(matches), 'b/g.yaml': group('/b') }, '/b', true],
    [
      'in the directory of the split is the nearest one',
      { 'a/s.yaml': split(matches), 'a/g.yaml': group('/a'), 'b/g.yaml': group('/b') },
      '/a',
      true,
    ],
    [
      'in the file of the split is the nearest one',
      { 'a/s.yaml': `${split(matches)}---\n${group('/s')}`, 'a/g.yaml': group('/a') },
      '/s',
      true,
    ],
    [
      'are refused where two others are equally near',
      { 'a/s.yaml': split(matches), 'b/g.yaml': group('/b'), 'c/g.yaml': group('/c') },
      '/b',
      false,
    ],
  ])('%s', async (_, files, path, isRead) => {
    const cwd = treeOf({ 'kustomization.yaml': 'resources: [a/s.yaml]\n', ...files });
    const { stdout, stderr } = await runWith(['-d', '--target', 'httproute', ...ports, '.'], { cwd });
    expect(stdout.includes(`value: "${path}.*"`)).toBe(isRead);
    expect(stderr.includes('ambiguous-routegroup')).toBe(!isRead);
    if (!isRead) expect(stderr).toContain('2 different HTTPRouteGroups are named g: b/g.yaml, c/g.yaml');
  });

  const patched = { 'a/s.yaml': split(matches), 'a/g.yaml': group('/a') };
  const base = { 'a/kustomization.yaml': 'resources: [s.yaml, g.yaml]\n', ...patched };
  const patch = (kind: string, name: string): string =>
    `resources: [../a]\npatches: [{target: {kind: ${kind}, name: ${name}}, patch: "[{op: remove, path: /x}]"}]\n`;

  test.each<[string, Files, boolean]>([
    ['is patched by an overlay', { ...base, 'o/kustomization.yaml': patch('HTTPRouteGroup', 'g') }, true],
    [
      'is not the one that an overlay patches',
      { ...base, 'o/kustomization.yaml': patch('HTTPRouteGroup', 'h') },
      false,
    ],
    ['is no Deployment that an overlay patches', { ...base, 'o/kustomization.yaml': patch('Deployment', 'g') }, false],
    [
      'is patched by a file beside it',
      {
        ...patched,
        'a/p.yaml': group('/b'),
        'a/kustomization.yaml': 'resources: [s.yaml, g.yaml]\npatches: [{path: p.yaml}]\n',
      },
      true,
    ],
  ])('%s', async (_, files, isPatched) => {
    const said = await checked(files, ...ports);
    expect(said.includes('error kustomize-rewrites')).toBe(isPatched);
    expect(said.includes('HTTPRouteGroup g: ')).toBe(isPatched);
    expect(said).not.toContain('ambiguous-routegroup');
  });

  test('are named without files in a stream', async () => {
    expect(await filtered(split(matches), group('/a'), group('/b'), service('{port: 80}'))).toContain(
      '2 different HTTPRouteGroups are named g (spec.matches[0].name)',
    );
  });

  const outcomeOf = (...paths: readonly string[]): unknown =>
    convert([{ path: 'a.yaml', text: `${split(matches)}---\n${group(...paths)}` }], {
      target: 'httproute',
      ports: 'web=80',
    }).report.splits.map(({ outcome }) => outcome);
  const many = Array.from({ length: 121 }, (_, at) => `/a${String(at)}`);

  test.each<[string, readonly string[], string]>([
    ['may have 120 matches', many.slice(1), 'converted'],
    ['may not have 121 matches', many, 'refused'],
    ['may have no match that cannot be understood', ['/a', '"("'], 'refused'],
  ])('%s', (_, paths, outcome) => {
    expect(outcomeOf(...paths)).toEqual([outcome]);
  });

  test.each<[string, string]>([
    ['with other keys first', '{metadata: {name: g, namespace: a}, spec: {matches: [{pathRegex: /a, name: m0}]}, '],
    ['without spec', '{metadata: {name: g, namespace: a}, matches: [{name: m0, pathRegex: /a}], '],
  ])('may be there twice with the same matches, %s', (_, start) => {
    const twin = `${start}apiVersion: specs.smi-spec.io/v1alpha1, kind: HTTPRouteGroup}\n`;
    const text = [split(matches), group('/a'), twin].join('---\n');
    const { report } = convert([{ path: 'a.yaml', text }], { target: 'httproute', ports: 'web=80' });
    expect(report.splits.map(({ outcome }) => outcome)).toEqual(['converted']);
  });

  test('are read once each, however often a split names them', () => {
    const twice = matches.replace('g}', 'g}, {kind: HTTPRouteGroup, name: g}');
    const text = `${split(twice)}---\n${group('/a')}`;
    const { files } = convert([{ path: 'a.yaml', text }], { target: 'httproute', ports: 'web=80' });
    expect(files[0]?.text.split('value: "/a.*"')).toHaveLength(2);
  });

  test('are both reported where two of them are missing', () => {
    const two = matches.replace('g}', 'none}, {kind: HTTPRouteGroup, name: other}');
    const { findings } = convert([{ path: 'a.yaml', text: split(two) }], { target: 'httproute', ports: 'web=80' });
    expect(findings.map(({ code }) => code)).toEqual(['routegroup-missing', 'routegroup-missing']);
  });
});

describe('the route of a split belongs to a Canary', () => {
  test.each<[string, string, boolean]>([
    ['that has the apex as its target', canary('Canary', 'gatewayapi:v1', 'web'), true],
    ['that has the apex as its Service', canary('Canary', 'gatewayapi:v1beta1', 'x', ', name: web'), true],
    ['unless it has another target', canary('Canary', 'gatewayapi:v1', 'v1'), false],
    ['unless its provider writes no routes', canary('Canary', 'istio', 'web'), false],
    ['unless it is of another kind', canary('AlertProvider', 'gatewayapi:v1', 'web'), false],
  ])('%s', async (_, controller, isOwned) => {
    const said = await checked({ 's.yaml': `${split()}---\n${controller}` }, '--port', 'web=80');
    expect(said.includes('controller-owned')).toBe(isOwned);
  });
});

describe('a route on the apex', () => {
  const parent = (name: string, more = ''): string => `{group: core, kind: Service, name: ${name}, port: 80${more}}`;

  test.each<[string, string, boolean]>([
    ['is a rival', parent('web'), true],
    ['is a rival beside another parent', `${parent('v1')}, ${parent('web')}`, true],
    ['of another namespace is none', parent('web', ', namespace: b'), false],
    [
      'of another namespace, which has another parent, is none',
      `${parent('web', ', namespace: b')}, ${parent('v1')}`,
      false,
    ],
    ['is none if only a Gateway has its name', '{kind: Gateway, name: web}', false],
    [
      'is none on another port beside a Gateway of its name',
      `{kind: Gateway, name: web}, ${parent('web').replace('80', '81')}`,
      false,
    ],
    [
      'is none on another port beside a Service of its name in another namespace',
      `${parent('web', ', namespace: b')}, ${parent('web').replace('80', '81')}`,
      false,
    ],
  ])('%s', async (_, parents, isRival) => {
    const said = await checked({ 's.yaml': `${split()}---\n${route(parents)}` }, '--port', 'web=80');
    expect(said.includes('HTTPRoute r')).toBe(isRival);
  });
});

test('of two profiles that Linkerd cannot load, the command names the first', async () => {
  const broken = object(
    'linkerd.io/v1alpha2',
    'ServiceProfile',
    'name: web.a.svc.cluster.local, namespace: a',
    'spec: {routes: [{name: a}]}',
  );
  const cwd = treeOf({ 's.yaml': split(), 't.yaml': broken, 'u.yaml': broken });
  expect((await runWith(['--check', '.'], { cwd })).stderr).toContain('`smi2linkerd -w s.yaml t.yaml`');
});

describe('a split whose name is', () => {
  test.each<[string, string]>([
    ['a number', '123'],
    ['true', 'true'],
    ['a list', '["a"]'],
  ])('%s is refused: no cluster takes it, and its route would have another name', async (_, name) => {
    const files = { 's.yaml': split('', `name: ${name}, namespace: a`) };
    expect(await checked(files, '--port', 'web=80')).toContain(
      `error invalid-trafficsplit: name ${name} is not a string (metadata.name)`,
    );
  });

  test('quoted digits is converted', async () => {
    const files = { 's.yaml': split('', 'name: "123", namespace: a') };
    expect(await checked(files, '--port', 'web=80')).not.toContain('invalid-trafficsplit');
  });
});
