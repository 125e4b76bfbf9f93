import { expect, test } from 'vitest';
import { convert } from '../../src/index.ts';

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec:
  service: web
  backends:
    - service: web-v1
      weight: 90 # most
    - service: web-v2
      weight: 10
`;

interface Route {
  readonly name?: string;
  readonly namespace?: string;
  readonly parents?: string;
  readonly weights?: readonly [number | string, number];
  /** The name of the split that it was made from. */
  readonly madeFrom?: string;
  readonly spec?: string;
  /** What follows the rules. */
  readonly after?: string;
}

/** A parentRef to the Service web. */
function web(more: string): string {
  return `{group: core, kind: Service, name: web${more}}`;
}

function routeOf({
  name = 'web',
  namespace = 'shop',
  parents = web(', port: 80'),
  weights,
  madeFrom,
  spec,
  after,
}: Route): string {
  const [first, second] = weights ?? [90, 10];
  const marks = madeFrom === undefined ? '' : `\n  annotations: {smi2linkerd.dev/trafficsplit: ${madeFrom}}`;
  return `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${name}
  namespace: ${namespace}${marks}
spec:
  parentRefs: [${parents}]
${spec ?? ''}  rules:
    - matches: [{path: {type: PathPrefix, value: /}}]
      backendRefs:
        - {group: "", kind: Service, name: web-v1, port: 80, weight: ${first}}
        - {group: "", kind: Service, name: web-v2, port: 80, weight: ${second}}
${after ?? ''}`;
}

/** What becomes of the split, the findings about routes, and the number of routes afterwards. */
function outcomeOf(route: Route, drop: boolean): string {
  const text = `${split}---\n${routeOf(route)}`;
  const { files, findings, report } = convert([{ path: 'a.yaml', text }], { target: 'httproute', ports: '80', drop });
  const after = files[0]?.text ?? '';
  const codes = findings.map(({ code }) => code).filter((code) => code.startsWith('route-') && code !== 'route-stale');
  const [one] = report.splits;
  const routes = after.split('kind: HTTPRoute').length - 1;
  if (drop && one?.outcome === 'converted') expect(after.slice(after.indexOf('kind: HTTPRoute'))).toContain('# most');
  return [one?.outcome, ...codes, routes].join(' ');
}

const existing: readonly (readonly [string, Route, string])[] = [
  ['with the same weights', {}, 'up-to-date 1'],
  ['with another name', { name: 'mine' }, 'up-to-date 1'],
  ['with other weights', { weights: [1, 2] }, 'converted route-overwritten 1'],
  ['with another name and other weights', { name: 'mine', weights: [1, 2] }, 'converted route-overwritten 1'],
  ['without a port', { parents: web('') }, 'up-to-date 1'],
  ['without a port, with other weights', { parents: web(''), weights: [1, 2] }, 'converted route-overwritten 1'],
  ['whose parent names its own namespace', { parents: web(', namespace: shop, port: 80') }, 'up-to-date 1'],
  ['whose parent names its own namespace and no port', { parents: web(', namespace: shop') }, 'up-to-date 1'],
  ['on another port', { parents: web(', port: 81') }, 'refused route-name-taken 1'],
  ['on a Service of another namespace', { parents: web(', namespace: other, port: 80') }, 'refused route-name-taken 1'],
  [
    'on another Service, too',
    { parents: `${web('')}, {group: core, kind: Service, name: api}` },
    'refused route-exists 1',
  ],
  ['on a Gateway of that name', { parents: '{name: web}' }, 'refused route-name-taken 1'],
  ['with other weights that cannot be written', { weights: ['&weight 1', 2], after: '  x: *weight\n' }, 'refused 1'],
  ['for one hostname', { spec: '  hostnames: [web.example]\n' }, 'refused route-exists 1'],
  [
    'of another namespace, on the Service',
    { namespace: 'other', parents: web(', namespace: shop, port: 80') },
    'refused route-exists 1',
  ],
  ['of another namespace, on a Service of that', { namespace: 'other' }, 'converted 2'],
  ['made from it, with other weights', { madeFrom: 'web', weights: [1, 2] }, 'converted 1'],
  ['made from it, without a port', { madeFrom: 'web', parents: web('') }, 'converted 1'],
  ['made from it, on another port', { madeFrom: 'web', parents: web(', port: 81') }, 'converted 1'],
  ['made from another split', { madeFrom: 'api' }, 'refused route-exists 1'],
];

test.each(existing)('a split beside a route %s', (_, route, wanted) => {
  expect(outcomeOf(route, false)).toBe(wanted);
});

test.each(existing)(
  'a dropped split gives its comment to the route that stays, beside a route %s',
  (_, route, wanted) => {
    expect(outcomeOf(route, true)).toBe(wanted.replace('up-to-date', 'converted'));
  },
);

test.each([
  ['of one Service', web(', port: 80'), ['up-to-date', 'refused']],
  ['of a Gateway', '{kind: Gateway, name: public}', ['converted', 'refused']],
])('a route of two splits of one name is that of the split on its Service: %s', (_, parents, outcomes) => {
  const other = split.replaceAll('web-v', 'api-v').replace('service: web\n', 'service: api\n');
  const text = `${split}---\n${other}---\n${routeOf({ madeFrom: 'web', parents })}`;
  const { findings, report } = convert([{ path: 'a.yaml', text }], { target: 'httproute', ports: '80' });
  expect(report.splits.map(({ outcome }) => outcome)).toEqual(outcomes);
  expect(findings.map(({ code }) => code)).toContain('route-name-taken');
});
