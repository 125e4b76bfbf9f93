import { expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec: {service: web, backends: [{service: web-v1, weight: 90}, {service: web-v2, weight: 10}]}
`;
const own = '.shop.svc.cluster.local';
const other = '.shop.svc.k8s.example';

interface Profile {
  readonly name?: string;
  readonly skip?: string;
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly overrides?: readonly (readonly [authority: unknown, weight: unknown])[];
}

function profileOf({ name = `web${own}`, skip, spec, overrides }: Profile): string {
  const pairs = overrides ?? [
    [`web-v1${own}`, '90'],
    [`web-v2${own}`, '10'],
  ];
  return JSON.stringify({
    apiVersion: 'linkerd.io/v1alpha2',
    kind: 'ServiceProfile',
    metadata: { name, namespace: 'shop', ...(skip !== undefined && { annotations: { 'smi.linkerd.io/skip': skip } }) },
    spec: { ...spec, dstOverrides: pairs.map(([authority, weight]) => ({ authority, weight })) },
  });
}

const overridesIn = (domain: string, ...weights: readonly unknown[]): readonly (readonly [string, unknown])[] =>
  weights.map((weight, index) => [`web-v${String(index + 1)}${domain}`, weight]);

test.each<[string, Profile, boolean]>([
  ['with its weights', {}, true],
  ['with its weights and absolute names', { overrides: overridesIn(`${own}.`, '90', '10') }, true],
  ['with its weights in another order', { overrides: overridesIn(own, '90', '10').toReversed() }, true],
  ['with its weights as numbers', { overrides: overridesIn(own, 90, 10) }, true],
  ['with equal quantities', { overrides: overridesIn(own, '90000m', '10') }, true],
  ['that an older run has marked', { skip: 'smi2linkerd' }, true],
  ['that a run has marked', { skip: 'smi2linkerd-dropped' }, true],
  ['that the adaptor is to skip', { skip: 'true' }, false],
  ['with another weight', { overrides: overridesIn(own, '80', '10') }, false],
  ['with an override less', { overrides: overridesIn(own, '90') }, false],
  ['with an override of weight 0 more', { overrides: overridesIn(own, '90', '10', '0') }, false],
  ['with an authority that is null', { overrides: [[null, '90'], ...overridesIn(own, '90', '10').slice(1)] }, false],
  ['with routes', { spec: { routes: [{ name: 'GET /', condition: { pathRegex: '/' } }] } }, false],
  ['with a retry budget', { spec: { retryBudget: { retryRatio: 0.2, minRetriesPerSecond: 1, ttl: '10s' } } }, false],
  ['of another cluster domain', { name: `web${other}`, overrides: overridesIn(other, '90', '10') }, false],
])('a split gets a route, and its profile %s goes or stays', (_, profile, goes) => {
  for (const drop of [false, true]) {
    const text = `${split}---\n${profileOf(profile)}\n`;
    const { files, findings, report } = convert([{ path: 'a.yaml', text }], { target: 'httproute', ports: '80', drop });
    expect(report.splits.map(({ outcome }) => outcome)).toEqual([goes ? 'converted' : 'refused']);
    expect(findings.map(({ code }) => code)).toContain(goes ? 'profile-removed' : 'profile-wins');
    expect(files[0]?.text.includes('ServiceProfile')).toBe(!goes);
  }
});

test('a profile with the weights of a split that has matches splits more than those', () => {
  const matched = split.replace('}]}', '}], matches: [{kind: HTTPRouteGroup, name: g}]}');
  const group = `apiVersion: specs.smi-spec.io/v1alpha4
kind: HTTPRouteGroup
metadata: {name: g, namespace: shop}
spec: {matches: [{methods: [GET]}]}
`;
  const text = [matched, group, `${profileOf({})}\n`].join('---\n');
  const { findings } = convert([{ path: 'a.yaml', text }], { target: 'httproute', ports: '80' });
  expect(findings.filter(({ code }) => code === 'profile-wins').map(({ message, fix }) => [message, fix])).toEqual([
    [
      `ServiceProfile web${own} splits all requests, not only those that match, and takes precedence over a route`,
      'remove the ServiceProfile',
    ],
  ]);
});
