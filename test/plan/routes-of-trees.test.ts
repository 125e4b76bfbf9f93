import { describe, expect, test } from 'vitest';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

const split =
  'apiVersion: split.smi-spec.io/v1alpha4\nkind: TrafficSplit\nmetadata: {name: web, namespace: a}\nspec: {service: web, backends: [{service: v1, weight: 1}]}\n';
const profile = (authority: string, more = ''): string =>
  `apiVersion: linkerd.io/v1alpha2\nkind: ServiceProfile\nmetadata: {name: web.a.svc.cluster.local, namespace: a}\nspec: {dstOverrides: [{authority: ${authority}, weight: 1}]${more}}\n`;
const service = (ports: string, more = ''): string =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: a${more}}\nspec: {ports: [${ports}]}\n`;
const route = (name: string, spec: string, more = ''): string =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: ${name}, namespace: a${more}}\nspec: {${spec}}\n`;
const parent = (port: string): string => `parentRefs: [{group: core, kind: Service, name: web${port}}]`;
/** A base with the split, and an overlay that gives all it has the namespace b, also to the objects of a file of its own. */
const overlay = (name: string, text: string): Readonly<Record<string, string>> => ({
  'base/kustomization.yaml': 'resources: [s.yaml]\n',
  'base/s.yaml': split,
  'prod/kustomization.yaml': `namespace: b\nresources: [../base, ${name}]\n`,
  [`prod/${name}`]: text.replace('web.a.svc', 'web.b.svc').replace('namespace: a', 'namespace: b'),
});
/** A base with a split without a namespace, and an overlay with patches. */
const patched = (more: string, patches: string): Readonly<Record<string, string>> => ({
  'base/kustomization.yaml': `resources: [s.yaml]\n${more}`,
  'base/s.yaml': split.replace(', namespace: a', ''),
  'prod/kustomization.yaml': `resources: [../base]\npatches:\n${patches.replace('PATCH', `'[{"op": "replace", "path": "/spec/service", "value": "x"}]'`)}\n`,
});
const authority = 'v1.a.svc.cluster.local';

/** The codes and messages of a check for routes. */
async function said(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const flags = ['--check', '--target', 'httproute', '--port', 'web=80', '--format', 'json', '.'];
  const { stdout } = await runWith(flags, { cwd: treeOf(files) });
  const { diagnostics } = JSON.parse(stdout.toString()) as {
    diagnostics: { code: string; message: string; fix: string }[];
  };
  return diagnostics.map(({ code, message, fix }) => `${code}: ${message} (${fix})`);
}

describe('a check for routes finds', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'that the Service has no port at all',
      { 's.yaml': split, 't.yaml': service('') },
      'port-unknown: Service web has no TCP port 80 (give Service web a TCP port)',
    ],
    [
      'a profile in another file that has more than the split',
      { 's.yaml': split, 't.yaml': profile(authority, ', routes: [{name: a, condition: {method: GET}}]') },
      'profile-wins: ServiceProfile web.a.svc.cluster.local has more than the split',
    ],
    [
      'a profile whose authority is no text',
      { 's.yaml': `${split}---\n${profile('1')}` },
      'profile-wins: ServiceProfile web.a.svc.cluster.local has other overrides',
    ],
    [
      'that the name of its route is taken by one of nothing',
      { 's.yaml': `${split}---\n${route('web', 'rules: []')}` },
      'route-name-taken: HTTPRoute web (s.yaml) belongs to nothing',
    ],
    [
      'a route of its own without a port that is out of date',
      {
        's.yaml': `${split}---\n${route('web', `${parent('')}, rules: [{backendRefs: [{kind: Service, name: v1, port: 80}]}]`, ', annotations: {smi2linkerd.dev/trafficsplit: web}')}`,
      },
      'out-of-date: HTTPRoute web is not up to date',
    ],
    [
      'a profile of the namespace that an overlay gives to the split of its base',
      overlay('p.yaml', profile('v1.b.svc.cluster.local', ', routes: [{name: r, condition: {method: GET}}]')),
      'profile-wins: ServiceProfile web.b.svc.cluster.local has more than the split',
    ],
    [
      'a profile of that namespace, which stands in another one',
      {
        ...overlay('p.yaml', service('{port: 80}')),
        'base/s.yaml': `${split}---\n${profile('v2.a.svc.cluster.local').replace('web.a.svc', 'web.b.svc')}`,
      },
      'profile-wins: ServiceProfile web.b.svc.cluster.local has other overrides',
    ],
    [
      'a route on the Service of that namespace',
      overlay('r.yaml', route('mine', `${parent('')}, rules: [{backendRefs: [{kind: Service, name: v2, port: 80}]}]`)),
      'route-exists: HTTPRoute mine of Service web matches the same requests',
    ],
    [
      'that the name of its route is taken in that namespace',
      overlay('r.yaml', route('web', 'rules: []')),
      'route-name-taken: HTTPRoute web (prod/r.yaml) belongs to nothing',
    ],
    [
      'a patch in the namespace that the base gives to a split without one',
      patched('namespace: b\n', '- {target: {kind: TrafficSplit, namespace: b}, patch: PATCH}'),
      'kustomize-rewrites: prod/kustomization.yaml patches it (patches[0])',
    ],
    [
      'a strategic patch in that namespace',
      patched(
        'namespace: b\n',
        '- {patch: "{apiVersion: split.smi-spec.io/v1alpha4, kind: TrafficSplit, metadata: {name: web, namespace: b}, spec: {service: x}}"}',
      ),
      'kustomize-rewrites: prod/kustomization.yaml patches it (patches[0])',
    ],
    [
      'a patch in the namespace default, where a split without one is for Kustomize',
      patched('', '- {target: {kind: TrafficSplit, namespace: default}, patch: PATCH}'),
      'kustomize-rewrites: prod/kustomization.yaml patches it (patches[0])',
    ],
  ])('%s', async (_, files, text) => {
    expect((await said(files)).filter((one) => one.includes(text))).not.toEqual([]);
  });

  test('no patch in a namespace that the split never has', async () => {
    const files = patched('namespace: b\n', '- {target: {kind: TrafficSplit, namespace: c}, patch: PATCH}');
    expect((await said(files)).filter((one) => one.startsWith('kustomize-rewrites'))).toEqual([]);
  });

  test('no profile of the namespace that an overlay takes from the split of its base', async () => {
    const files = {
      ...overlay('p.yaml', service('{port: 80}')),
      'base/s.yaml': `${split}---\n${profile('v1.a.svc.cluster.local')}`,
    };
    expect((await said(files)).filter((one) => /^profile-(wins|removed)/.test(one))).toEqual([]);
  });
});

test('a profile of one overlay goes with the split of its base, also where profiles become routes', async () => {
  const files = overlay('p.yaml', profile('v1.b.svc.cluster.local'));
  const cwd = treeOf({
    ...files,
    'base/s.yaml': split.replace(', namespace: a', ''),
    'dev/kustomization.yaml': 'resources: [../base]\n',
  });
  const flags = ['--check', '--target', 'httproute', '--port', 'web=80', '--profiles', '.'];
  const { code, stderr } = await runWith(flags, { cwd });
  expect([code, stderr.includes('profile-removed')]).toEqual([1, true]);
});

test('two profiles that Linkerd cannot load are ambiguous', async () => {
  const broken = profile(authority, ', routes: [{name: a}]');
  const cwd = treeOf({ 's.yaml': split, 't.yaml': broken, 'u.yaml': broken });
  expect((await runWith(['--check', '.'], { cwd })).stderr).toContain('ambiguous-profile');
});
