import { describe, expect, test } from 'vitest';
import type { Manifest } from '../../src/manifests/manifest.ts';
import { manifestsOf } from '../../src/manifests/manifest.ts';
import type { RouteUpdate } from '../../src/plan/change.ts';
import { isUpdatedProfile } from '../../src/rewrite/profile-edits.ts';
import { isUpdatedRoute } from '../../src/rewrite/route-edits.ts';
import { cut } from '../../src/yaml/cut.ts';
import { readUtf8 } from '../../src/yaml/read.ts';

/** A manifest with an object. */
function manifestOf(object: object): Manifest {
  const page = readUtf8(cut({ path: 'a.json', bytes: Buffer.from(JSON.stringify(object)) }).at(0));
  const manifest = page && manifestsOf(page).manifests[0];
  if (manifest === undefined) throw new Error('has no object');
  return manifest;
}

const skip = 'smi.linkerd.io/skip';
const profile = {
  apiVersion: 'linkerd.io/v1alpha2',
  kind: 'ServiceProfile',
  metadata: { name: 'web', annotations: { a: 'b', [skip]: 'smi2linkerd' } },
  spec: { routes: [], dstOverrides: [{ authority: 'x', weight: '1' }] },
};
const wanted = [{ authority: 'y', weight: '2' }];
const mark = 'smi2linkerd-dropped';
const marked = { ...profile.metadata, annotations: { a: 'b', [skip]: mark } };

describe('a profile has what it was given, and is otherwise as before', () => {
  const overrides = { dstOverrides: wanted };
  test.each<[string, object, unknown, boolean]>([
    ['nothing', {}, profile, true],
    ['nothing, but another kind', {}, { ...profile, kind: 'a' }, false],
    ['nothing, but other overrides', {}, { ...profile, spec: { routes: [], dstOverrides: wanted } }, false],
    ['nothing, but another mark', {}, { ...profile, metadata: marked }, false],
    ['overrides', overrides, { ...profile, spec: { dstOverrides: wanted, routes: [] } }, true],
    ['overrides that are missing', overrides, profile, false],
    ['overrides, but no routes', overrides, { ...profile, spec: { dstOverrides: wanted } }, false],
    [
      'overrides, but another mark',
      overrides,
      { ...profile, spec: { routes: [], dstOverrides: wanted }, metadata: marked },
      false,
    ],
    ['overrides, but a list', overrides, { ...profile, spec: [] }, false],
    ['a mark', { mark }, { ...profile, metadata: marked }, true],
    ['a mark that is missing', { mark }, profile, false],
    [
      'a mark, but no other annotation',
      { mark },
      { ...profile, metadata: { name: 'web', annotations: { [skip]: mark } } },
      false,
    ],
    ['a mark, but another name', { mark }, { ...profile, metadata: { ...marked, name: 'api' } }, false],
    ['a mark, but other overrides', { mark }, { ...profile, metadata: marked, spec: {} }, false],
    ['a mark, but a text', { mark }, 'a', false],
    [
      'both',
      { mark, ...overrides },
      { ...profile, metadata: marked, spec: { routes: [], dstOverrides: wanted } },
      true,
    ],
    [
      'both, but without a mark',
      { mark, ...overrides },
      { ...profile, spec: { routes: [], dstOverrides: wanted } },
      false,
    ],
    ['both, but without overrides', { mark, ...overrides }, { ...profile, metadata: marked }, false],
  ])('%s', (_, change, found, is) => {
    const split = manifestOf({ kind: 'TrafficSplit' });
    const manifest = manifestOf(profile);
    expect(isUpdatedProfile({ kind: 'update', split, manifest, backends: [], ...change })(found)).toBe(is);
  });

  test.each([{ kind: 'ServiceProfile' }, { kind: 'ServiceProfile', spec: null }, { kind: 'ServiceProfile', spec: {} }])(
    'overrides of %j, which has no others',
    (bare) => {
      const split = manifestOf({ kind: 'TrafficSplit' });
      const isUpdated = isUpdatedProfile({
        kind: 'update',
        split,
        manifest: manifestOf(bare),
        backends: [],
        ...overrides,
      });
      expect([isUpdated({ ...bare, spec: { dstOverrides: wanted } }), isUpdated(bare)]).toEqual([true, false]);
    },
  );
});

const own = 'smi2linkerd.dev/trafficsplit';
const rulesOf = (weight: number) => [
  {
    matches: [{ path: { type: 'PathPrefix', value: '/' } }],
    backendRefs: [{ group: '', kind: 'Service', name: 'web-v1', port: 80, weight }],
  },
];
const parentsOf = (name: string) => [{ group: 'core', kind: 'Service', name, port: 80 }];
const route = {
  apiVersion: 'gateway.networking.k8s.io/v1',
  kind: 'HTTPRoute',
  metadata: { name: 'web', annotations: { a: 'b', [own]: 'web' } },
  spec: { parentRefs: parentsOf('old'), rules: rulesOf(1), hostnames: [] },
};

describe('a route has what it was given, and is otherwise as before', () => {
  const meant = {
    ...route,
    spec: { parentRefs: parentsOf('web'), rules: rulesOf(2) },
  } as unknown as RouteUpdate['wanted'];
  const given = (spec: object): object => ({ ...route, spec: { ...route.spec, ...spec } });
  const unmarked = { ...route, metadata: { name: 'web', annotations: { a: 'b' } } };
  test.each<[string, Partial<RouteUpdate>, unknown, boolean]>([
    ['nothing', {}, route, true],
    ['nothing, but another name', {}, { ...route, metadata: { ...route.metadata, name: 'api' } }, false],
    ['nothing, but other parents', {}, given({ parentRefs: parentsOf('web') }), false],
    ['nothing, but other rules', {}, given({ rules: rulesOf(2) }), false],
    ['nothing, but no annotation', {}, unmarked, false],
    ['parents', { parents: true }, given({ parentRefs: parentsOf('web') }), true],
    ['parents that are missing', { parents: true }, route, false],
    ['parents, but other rules', { parents: true }, given({ parentRefs: parentsOf('web'), rules: rulesOf(2) }), false],
    ['rules', { rules: 'all' }, given({ rules: rulesOf(2) }), true],
    ['rules that are missing', { rules: 'all' }, route, false],
    ['rules, but other parents', { rules: 'all' }, given({ parentRefs: parentsOf('web'), rules: rulesOf(2) }), false],
    ['weights', { rules: 'weights' }, given({ rules: rulesOf(2) }), true],
    ['weights, but other hostnames', { rules: 'weights' }, given({ rules: rulesOf(2), hostnames: ['a'] }), false],
    ['no annotation', { unmark: true }, unmarked, true],
    ['no annotation, which is there', { unmark: true }, route, false],
    ['no annotation, but another is missing', { unmark: true }, { ...route, metadata: { name: 'web' } }, false],
    ['no annotation, but a list', { unmark: true }, [], false],
  ])('%s', (_, change, found, is) => {
    const manifest = manifestOf(route);
    const update: RouteUpdate = {
      kind: 'route',
      split: manifest,
      manifest,
      wanted: meant,
      parents: false,
      unmark: false,
      ...change,
    };
    expect(isUpdatedRoute(update)(found)).toBe(is);
  });
});
