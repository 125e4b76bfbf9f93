import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

function split(name = 'web', spec = `service: ${name}\n  backends: [{service: ${name}-v1, weight: 1}]`): string {
  return `apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  ${spec}\n`;
}

function profile(
  name: string,
  more = '',
  overrides = '[{authority: other.shop.svc.cluster.local, weight: "1"}]',
): string {
  return `apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata:\n  name: ${name}\n  namespace: shop\n${more}spec:\n  dstOverrides: ${overrides}\n`;
}

function service(name: string, more = ''): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\n  namespace: shop\n${more}spec: {}\n`;
}

const mark = '  annotations: {smi.linkerd.io/skip: smi2linkerd}\n';
const role = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: splits}
rules: [{apiGroups: [split.smi-spec.io], resources: [trafficsplits], verbs: [get]}]
`;

function listOf(...objects: readonly string[]): string {
  const items = objects.map((object) => `- ${object.trimEnd().replaceAll('\n', '\n  ')}\n`);
  return `apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n${items.join('')}`;
}

function route(name: string, more = ''): string {
  return `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata:\n  name: ${name}\n  namespace: shop\n${more}spec: {}\n`;
}

function codesOf(texts: readonly string[], options = {}): readonly string[] {
  const files = texts.map((text, index) => ({ path: `${index}.yaml`, text }));
  return convert(files, options).findings.map(({ code }) => code);
}

/** Splits that may have any name, or none that is known. */
const unclear: readonly [string, string][] = [
  ['cannot be parsed', split('old').replace('spec:', 'spec: [')],
  ['has an apex that is no name', split('old', 'service: "a b"\n  backends: [{service: old-v1, weight: 1}]')],
  ['is a template', split('old').replace('name: old', 'name: {{ .name }}')],
  ['has a value that is a template', split('old').replace('weight: 1', 'weight: "{{ .w }}"')],
];

describe('a marked profile without its split', () => {
  const stale = profile('old.shop.svc.cluster.local', mark);

  test('is stale if all splits are known', () => {
    expect(codesOf([split(), stale])).toContain('profile-stale');
  });

  test('is found by its mark in files that are not deployed together, too', () => {
    expect(codesOf([`${split()}---\n${stale}`], { together: false })).toContain('profile-stale');
  });

  test.each(unclear)('may belong to a split that %s', (_, other) => {
    expect(codesOf([split(), other, stale])).not.toContain('profile-stale');
  });
});

describe('a marked route without its split', () => {
  const options = { target: 'httproute', ports: '8080' };
  const stale = route('old-8080', '  annotations: {smi2linkerd.dev/trafficsplit: old}\n');

  test('is stale if all splits are known', () => {
    expect(codesOf([split(), stale], options)).toContain('route-stale');
  });

  test.each(unclear.filter(([, other]) => !other.includes('"a b"')))('may belong to a split that %s', (_, other) => {
    expect(codesOf([split(), other, stale], options)).not.toContain('route-stale');
  });
});

describe('a profile whose name has another namespace than its metadata', () => {
  const wrong = profile('api.other.svc.cluster.local');

  test.each([true, false])('is reported whatever its name is, if all files are deployed together: %s', (together) => {
    expect(codesOf([`${split()}---\n${wrong}`], { together })).toContain('profile-namespace-mismatch');
  });
});

describe('a profile whose name is written by a template', () => {
  test.each(['"{{ .name }}"', '${name}', '$(name)', '<%= name %>', '"[[ name ]]"'])(
    'leaves the split alone, since it may be its own: %s',
    (name) => {
      expect(codesOf([split(), profile(`${name}.shop.svc.cluster.local`.replace(/^"(.*)"(.*)$/, '"$1$2"'))])).toContain(
        'template-skipped',
      );
    },
  );
});

describe('a route whose name is written by a template', () => {
  test.each([
    ['httproute', true],
    ['serviceprofile', false],
  ])('leaves the split alone with target %s: %s', (target, isLeft) => {
    const options = { target, ...(isLeft && { ports: '8080' }) };
    expect(codesOf([split(), route('"{{ .name }}"')], options).includes('template-skipped')).toBe(isLeft);
  });
});

describe('an object of a kind that matters only with --drop', () => {
  test.each<[string, (...objects: readonly string[]) => string]>([
    ['documents', (...objects) => objects.join('---\n')],
    ['a ResourceList', listOf],
  ])('is a leftover in %s when splits are dropped, and none when they stay', (_, join) => {
    expect(codesOf([join(split(), role)], { drop: true })).toContain('smi-leftover');
    expect(codesOf([join(split(), role)])).not.toContain('smi-leftover');
  });
});

describe('a Service that Kustomize renamed', () => {
  const renamed = (name: string): string =>
    service(`new-${name}`, `  annotations: {internal.config.kubernetes.io/previousNames: ${name}}\n`);
  const services = ['web', 'web-v1'].map(renamed);

  test('has its profile under the new name, although nothing near the split has that name', () => {
    const existing = profile('new-web.shop.svc.cluster.local');
    const { files } = convert([...services, split(), existing].map((text, index) => ({ path: `${index}.yaml`, text })));
    expect(files.map(({ text }) => text.match(/kind: ServiceProfile/g)?.length ?? 0)).toEqual([0, 0, 0, 1]);
    expect(files[3]?.text).toContain('new-web-v1.shop.svc.cluster.local');
  });

  test('has its profile under the new name, which has no overrides yet', () => {
    const existing = profile('new-web.shop.svc.cluster.local').replace(/dstOverrides: .*/, 'retryBudget: {ttl: 10s}');
    const { files } = convert([...services, split(), existing].map((text, index) => ({ path: `${index}.yaml`, text })));
    expect(files.map(({ text }) => text.match(/kind: ServiceProfile/g)?.length ?? 0)).toEqual([0, 0, 0, 1]);
    expect(files[3]?.text).toContain('new-web-v1.shop.svc.cluster.local');
  });

  test.each([
    ['new-web', true],
    ['other', false],
  ])('is owned by a Canary under the new name alone: %s, %s', (name, isOwned) => {
    const canary = `apiVersion: flagger.app/v1beta1
kind: Canary
metadata: {name: ${name}, namespace: shop}
spec: {provider: linkerd, targetRef: {kind: Deployment, name: ${name}}, service: {port: 80}}
`;
    expect(codesOf([...services, split(), canary]).includes('controller-owned')).toBe(isOwned);
  });

  test('has its profile under the new name, although the names together are spelled as the old ones', () => {
    const odd = split('w', 'service: eb\n  backends: [{service: x, weight: 1}]');
    const moved = ['we,eb', 'bx,x'].map((pair) => {
      const [name = '', old = ''] = pair.split(',');
      return service(name, `  annotations: {internal.config.kubernetes.io/previousNames: ${old}}\n`);
    });
    const existing = profile('we.shop.svc.cluster.local').replace(/dstOverrides: .*/, 'retryBudget: {ttl: 10s}');
    const texts = [...moved, odd, existing];
    const { files } = convert(texts.map((text, index) => ({ path: `${index}.yaml`, text })));
    expect(files.map(({ text }) => text.includes('bx.shop.svc'))).toEqual([false, false, false, true]);
  });

  test('has its profile under the new name where no other name is new', () => {
    const existing = profile('new-web.shop.svc.cluster.local').replace(/dstOverrides: .*/, 'retryBudget: {ttl: 10s}');
    const texts = [renamed('web'), service('web-v1'), split(), existing];
    const { files } = convert(texts.map((text, index) => ({ path: `${index}.yaml`, text })));
    expect(files.map(({ text }) => text.includes('authority: web-v1.shop'))).toEqual([false, false, false, true]);
  });

  test.each<[string, string, boolean]>([
    ['is converted', split(), true],
    [
      'is left alone',
      split().replace('namespace: shop}', 'namespace: shop, annotations: {smi.linkerd.io/skip: ""}}'),
      false,
    ],
    ['cannot be understood', split('web', 'service: web\n  backends: [{service: web-v1}]'), false],
  ])('is named in a finding of a split that %s', (_, text, isNamed) => {
    expect(codesOf([...services, text]).includes('service-renamed')).toBe(isNamed);
  });

  test('is found again where the profile is created', () => {
    expect(codesOf([...services, split()])).not.toContain('apex-service-missing');
  });
});

test('a profile of two splits is changed once, by the first of them', () => {
  const existing = profile('web.shop.svc.cluster.local');
  const twice = [split(), split().replace('name: web,', 'name: other,')];
  const { findings, files } = convert([...twice, existing].map((text, index) => ({ path: `${index}.yaml`, text })));
  expect(findings.map(({ code }) => code)).toContain('apex-split-twice');
  expect(files[2]?.text).toBe(existing);
});
