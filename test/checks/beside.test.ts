import { describe, expect, test } from 'vitest';
import { convert } from '../../src/index.ts';
import { treeOf } from '../cli/tree.ts';
import { runWith } from '../host.ts';

type Files = Readonly<Record<string, string>>;

const object = (apiVersion: string, kind: string, metadata: string, spec: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {${metadata}}\nspec: {${spec}}\n`;
const split = (more = '', namespace = 'a', name = 'web'): string =>
  object(
    'split.smi-spec.io/v1alpha2',
    'TrafficSplit',
    `name: ${name}, namespace: ${namespace}`,
    `service: ${name}, backends: [{service: v1, weight: 1}]${more}`,
  );
const profile = (weight: number, more = '', namespace = 'a'): string =>
  object(
    'linkerd.io/v1alpha2',
    'ServiceProfile',
    `name: web.a.svc.cluster.local, namespace: ${namespace}`,
    `dstOverrides: [{authority: v1.a.svc.cluster.local, weight: ${weight}}]${more}`,
  );
const service = (name: string, spec: string, more = ''): string =>
  object('v1', 'Service', `name: ${name}, namespace: a${more}`, spec);
const external = (name: string): string => service('v1', `type: ExternalName, externalName: ${name}`);
const route = (name: string, parent: string, more = ''): string =>
  object(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    `name: ${name}, namespace: a${more}`,
    `parentRefs: [{group: core, kind: Service, name: ${parent}, port: 80}], rules: [{backendRefs: [{kind: Service, name: v1, port: 80}]}]`,
  );
const made = (from: string): string => `, annotations: {smi2linkerd.dev/trafficsplit: ${from}}`;
const group = (namespace: string): string =>
  object(
    'specs.smi-spec.io/v1alpha4',
    'HTTPRouteGroup',
    `name: g, namespace: ${namespace}`,
    'matches: [{name: m, pathRegex: /a}]',
  );
const matches = ', matches: [{kind: HTTPRouteGroup, name: g}]';
const routes = ', routes: [{name: r, condition: {method: GET}}]';
const forRoutes = ['--target', 'httproute', '--port', 'web=80'];
const dropped = [...forRoutes, '--drop'];

/** A second split beside the first, and a kustomization that deploys it, but not the first, with b/x.yaml. */
const joined = {
  'a/t.yaml': split('', 'a', 'other'),
  'o/kustomization.yaml': 'resources: [../a/t.yaml, ../b/x.yaml]\n',
};

describe('a check of a tree', () => {
  test.each<[string, Files, readonly string[], string]>([
    [
      'names a profile of another directory with other overrides',
      { 'a/s.yaml': split(), 'b/p.yaml': profile(2, routes) },
      [],
      'profile-in-other-directory',
    ],
    [
      'names a profile of another directory with the same overrides and routes',
      { 'a/s.yaml': split(), 'b/p.yaml': profile(1, routes) },
      [],
      'profile-in-other-directory',
    ],
    [
      'names a route of another directory',
      { 'a/s.yaml': split(), 'b/r.yaml': route('r', 'web') },
      [],
      'disables HTTPRoute r in b/r.yaml',
    ],
    [
      'names the Service that the only ExternalName leads to',
      { 'a/s.yaml': split(), 'b/t.yaml': external('x.b.svc.cluster.local') },
      [],
      'name x.b as the backend',
    ],
    [
      'names no Service where copies of an ExternalName differ',
      {
        'a/s.yaml': split(),
        'b/t.yaml': external('x.b.svc.cluster.local'),
        'c/t.yaml': external('y.b.svc.cluster.local'),
      },
      [],
      'use a Service with endpoints',
    ],
    [
      'names a route whose split is gone',
      { 'a/s.yaml': split(), 'a/r.yaml': route('r', 'v2', made('gone')) },
      forRoutes,
      'route-stale: HTTPRoute a/r',
    ],
    [
      'names a group that a dropped split used',
      { 's.yaml': split(matches), 'g.yaml': group('a') },
      dropped,
      'smi-leftover: HTTPRouteGroup a/g',
    ],
    [
      'says that a group is deployed separately',
      { ...joined, 'a/s.yaml': split(matches), 'b/x.yaml': `${group('a')}---\n${service('other', '')}` },
      forRoutes,
      'HTTPRouteGroup g is in b/x.yaml, which is deployed separately',
    ],
    [
      'names an apex whose route belongs to a Canary',
      { 's.yaml': split(), 'r.yaml': route('r', 'web', ', ownerReferences: [{kind: Canary, name: web}]') },
      forRoutes,
      'HTTPRoute r of its apex belongs to a Canary',
    ],
    [
      'counts a weight that a route does not name as 1',
      {
        's.yaml': split().replace('}]', '}, {service: v2, weight: 3}]'),
        'r.yaml': route('r', 'web').replace('port: 80}]}', 'port: 80}, {kind: Service, name: v2, port: 80}]}'),
      },
      forRoutes,
      'weights v1 1, v2 1 are replaced by v1 1, v2 3 of TrafficSplit web',
    ],
    [
      'counts a port as opaque if the first of two Services has it so',
      {
        's.yaml': `${split()}---\n${service('web', 'ports: [{port: 80}]', ', annotations: {config.linkerd.io/opaque-ports: "80"}')}---\n${service('web', 'ports: [{port: 80}]')}`,
      },
      forRoutes,
      'port 80 of Service web is not read as HTTP',
    ],
    [
      'removes a profile in a namespace for a split without one',
      { 's.yaml': `${split().replace(', namespace: a', '')}---\n${profile(1)}` },
      forRoutes,
      'profile-removed: ServiceProfile web.a.svc.cluster.local',
    ],
    [
      'names two annotations that take effect beside a route',
      {
        's.yaml': `${split()}---\n${service('web', 'ports: [{port: 80}]', ', annotations: {retry.linkerd.io/http: 5xx, timeout.linkerd.io/request: 1s}')}`,
      },
      forRoutes,
      'annotation-active: TrafficSplit a/web: retry.linkerd.io/http, timeout.linkerd.io/request of Service web take effect',
    ],
    [
      'names one annotation that takes effect beside a route',
      {
        's.yaml': `${split()}---\n${service('web', 'ports: [{port: 80}]', ', annotations: {retry.linkerd.io/http: 5xx}')}`,
      },
      forRoutes,
      'retry.linkerd.io/http of Service web takes effect',
    ],
    [
      'says what an unreadable document beside a route seems to hold',
      { 's.yaml': `${split()}---\n${route('web', 'web').replace('HTTPRoute', 'GRPCRoute')}x: "{{ .x }}\n` },
      forRoutes,
      'a document with a GRPCRoute of Service web',
    ],
    [
      'says that an unreadable document seems to hold an HTTPRoute',
      { 's.yaml': `${split()}---\n${route('web', 'web')}x: "{{ .x }}\n` },
      forRoutes,
      'a document with an HTTPRoute of Service web holds a template action',
    ],
    [
      'refuses a split beside a template that was made of it',
      {
        's.yaml': `${split()}---\n${route('r', 'other', made('web')).replace('port: 80}]}', 'port: "{{ .port }}"}]}')}`,
      },
      forRoutes,
      'holds a template action, and may be of Service web',
    ],
    [
      'names both kustomizations of a file that is left empty',
      {
        's.yaml': `# top\n---\n${split()}---\n# end\n`,
        'p.yaml': profile(1, routes),
        'kustomization.yaml': 'resources: [s.yaml, p.yaml]\n',
        'o/kustomization.yaml': 'resources:\n- ../s.yaml\n- ../p.yaml\n',
      },
      ['--drop'],
      'delete the file and the entry that names it: kustomization.yaml:1, o/kustomization.yaml:2',
    ],
    [
      'suggests for a missing backend the Service with a part more before it',
      { 's.yaml': `${split()}---\n${service('web', '')}---\n${service('prod-v1', '')}` },
      [],
      'did you mean prod-v1?',
    ],
    [
      'suggests for a missing apex the Service with a part less after it',
      { 's.yaml': `${split('', 'a', 'web-prod')}---\n${service('web', '')}---\n${service('v1', '')}` },
      [],
      'did you mean web?',
    ],
    [
      'refuses a split beside an unreadable profile that is as near as the readable one',
      { 's.yaml': split(), 'p.yaml': profile(2), 'q.yaml': `${profile(1)}x: [` },
      [],
      'yaml-syntax',
    ],
    [
      'refuses a split beside an unreadable profile of its file, where the readable one is in another file',
      { 's.yaml': `${split()}---\n${profile(1)}x: [`, 'p.yaml': profile(2) },
      [],
      'yaml-syntax',
    ],
    [
      'names a Canary that writes splits at run time beside a route',
      {
        's.yaml': `${split()}---\n${object('flagger.app/v1beta1', 'Canary', 'name: v1, namespace: a', 'provider: linkerd, targetRef: {kind: Deployment, name: v1}')}`,
      },
      forRoutes,
      'splits-at-run-time',
    ],
    [
      'names a Canary without a namespace whose route is disabled',
      {
        's.yaml': `${split()}---\n${object('flagger.app/v1beta1', 'Canary', 'name: web', 'provider: gatewayapi:v1, targetRef: {kind: Deployment, name: web}, service: {port: 80}')}`,
      },
      [],
      'the profile disables the HTTPRoute of Canary web for Service web',
    ],
    [
      'names a group that a dropped split used, whatever the namespace of another one',
      {
        's.yaml': `${split(matches)}---\n${split('', 'b')}`,
        'g.yaml': group('a'),
      },
      dropped,
      'smi-leftover: HTTPRouteGroup a/g',
    ],
    [
      'says of a profile that is never read which name the split of its namespace needs',
      {
        's.yaml': `${split()}---\n${split('', 'b')}---\n${profile(1, '', 'b').replace('web.a.svc.cluster.local', 'web')}`,
      },
      [],
      'Linkerd looks for web.b.svc.cluster.local',
    ],
    [
      'names a profile that a kustomization deploys with files of the directory of the split',
      {
        'a/s.yaml': split(),
        'a/t.yaml': service('web', ''),
        'a/u.yaml': service('web', ''),
        'b/p.yaml': profile(2, routes),
        'o/kustomization.yaml': 'resources: [../a/s.yaml, ../a/t.yaml, ../a/u.yaml, ../b/p.yaml]\n',
      },
      [],
      'profile-elsewhere',
    ],
    [
      'says which name a profile that is never read needs in its own namespace',
      { 's.yaml': `${split()}---\n${profile(1, '', 'b').replace('web.a.svc.cluster.local', 'web')}` },
      [],
      'Linkerd looks for web.b.svc.cluster.local',
    ],
    [
      'says which name a profile that is never read needs in the namespace of its name',
      { 's.yaml': `${split()}---\n${profile(1, '', 'b').replace('web.a.svc.cluster.local', 'web.a')}` },
      [],
      'Linkerd looks for web.a.svc.cluster.local',
    ],
    [
      'names overrides of other namespaces and with ports as they are written',
      {
        's.yaml': `${split().replace('service: v1', 'service: v1.b')}---\n${profile(1).replace('cluster.local, weight', 'cluster.local:80, weight')}`,
      },
      [],
      'weight v1.a.svc.cluster.local:80 1 is replaced by v1.b.svc.cluster.local 1 of TrafficSplit web',
    ],
    [
      'names the Service in the own namespace that an ExternalName leads to without the namespace',
      { 'a/s.yaml': split(), 'b/t.yaml': external('x.a.svc.cluster.local.') },
      [],
      'name x as the backend',
    ],
    [
      'names a label that is no text of a split that is refused',
      { 's.yaml': split().replace('namespace: a', 'namespace: a, labels: {v: 1}').replace('weight: 1', 'weight: -1') },
      [],
      'label v is 1, not a string',
    ],
    [
      'says of a group alone as apiVersion that the version is missing',
      { 's.yaml': split().replace('/v1alpha2', '') },
      [],
      'has apiVersion "split.smi-spec.io", without a version',
    ],
    [
      'offers milli units for an invalid weight of v1alpha1',
      { 's.yaml': split().replace('v1alpha2', 'v1alpha1').replace('weight: 1', 'weight: x') },
      [],
      'fix: use a whole number such as 50, or milli units such as 500m\n',
    ],
    [
      'offers only numbers for an invalid weight of a version that refuses texts',
      { 's.yaml': split().replace('weight: 1', 'weight: x') },
      [],
      'fix: use a whole number such as 50\n',
    ],
    [
      'names a path that begins with a dash so that no option is read',
      { '-a/s.yaml': split(), '-a/p.yaml': profile(2, routes), '-a/q.yaml': profile(3, routes) },
      [],
      '`smi2linkerd -w ./-a/s.yaml ./-a/p.yaml`',
    ],
    [
      'counts how often a backend is named, once for all of them',
      { 's.yaml': split().replace('}]', '}, {service: v1, weight: 2}, {service: v1, weight: 3}]') },
      [],
      'spec.backends[1].service)\n    fix: name each backend once, with the sum of its weights\nwhy',
    ],
    [
      'names the backends of smaller weights where one of them is named twice',
      { 's.yaml': split().replace('}]', '}, {service: v2, weight: 100000}, {service: v1, weight: 899999}]') },
      [],
      'in the same ratio: v1 9, v2 1\n',
    ],
    [
      'names the backends of nearest weights of a route where one of them is named twice',
      { 's.yaml': split().replace('}]', '}, {service: v2, weight: 0.000000001}, {service: v1, weight: 2}]') },
      forRoutes,
      'v1 1000, v2 0 (',
    ],
    [
      'says of a fraction that a route has whole numbers',
      { 's.yaml': split().replace('}]', '}, {service: v2, weight: 0.5}]') },
      forRoutes,
      'fix: nothing to do: the route has whole numbers in the same ratio\n',
    ],
    [
      'refuses a profile whose only weight is below zero, which Linkerd takes for a huge one',
      { 'p.yaml': profile(-1) },
      [...forRoutes, '--profiles'],
      'invalid-weight: ServiceProfile web.a.svc.cluster.local: weight -1 is not a quantity of zero or more',
    ],
    [
      'says of a route beside a profile with a weight below zero that the profile wins',
      { 's.yaml': `${split()}---\n${profile(-1)}` },
      forRoutes,
      'profile-wins',
    ],
    [
      'names the entry of spec.matches without a name',
      { 's.yaml': split(', matches: [{kind: HTTPRouteGroup}]') },
      forRoutes,
      'fix: give the entry the name of an HTTPRouteGroup\n',
    ],
    [
      'says of a group with an empty list that it has no matches',
      { 's.yaml': `${split(matches)}---\n${group('a').replace('[{name: m, pathRegex: /a}]', '[]')}` },
      forRoutes,
      'HTTPRouteGroup a/g: has no matches (spec.matches)',
    ],
    [
      'says of methods which are no texts that an entry is wrong',
      { 's.yaml': `${split(matches)}---\n${group('a').replace('pathRegex: /a', 'methods: [GET, 5]')}` },
      forRoutes,
      'an entry of methods is not a name',
    ],
    [
      'names a profile of a cluster whose overrides change when the split is dropped',
      { 's.yaml': `${split()}---\n${profile(2).replace('namespace: a', 'namespace: a, uid: x')}` },
      ['--drop'],
      'cluster-dump: ServiceProfile web.a.svc.cluster.local',
    ],
    [
      'names a weight that cannot be loaded and cannot be replaced',
      {
        's.yaml': `${split()}---\n${profile(1).replace('dstOverrides: ', 'dstOverrides: &o ').replace('weight: 1}', 'weight: 1e3.5}')}x: *o\n`,
      },
      [],
      'profile-invalid',
    ],
    [
      'names each split at run time once',
      {
        's.yaml': split(),
        'c.yaml': ['web', 'b']
          .map((name) =>
            object(
              'flagger.app/v1beta1',
              'Canary',
              `name: ${name}, namespace: a`,
              `provider: linkerd, targetRef: {kind: Deployment, name: ${name}}`,
            ),
          )
          .join('---\n'),
      },
      [],
      '\nCanary a/b (c.yaml) writes TrafficSplits at run time; only',
    ],
  ])('%s', async (_, files, flags, text) => {
    expect((await runWith(['--check', ...flags, '.'], { cwd: treeOf(files) })).stderr).toContain(text);
  });

  test.each<[string, Files, readonly string[], string]>([
    [
      'a route of which a copy is for another Service',
      { 'a/s.yaml': split(), 'b/r.yaml': route('r', 'web'), 'c/r.yaml': route('r', 'v1') },
      [],
      'route-ignored',
    ],
    [
      'a route of something else that is deployed with another split',
      {
        ...joined,
        'a/s.yaml': split(),
        'b/x.yaml': `${route('r', 'other', made('gone'))}---\n${service('other', '')}`,
      },
      forRoutes,
      'route-stale',
    ],
    [
      'a route on the apex that is deployed separately',
      { ...joined, 'a/s.yaml': split(), 'b/x.yaml': `${route('r', 'web')}---\n${service('other', '')}` },
      forRoutes,
      'route-exists',
    ],
    [
      'a profile that is a source itself as one with overrides of another namespace',
      { 'p.yaml': profile(1, '', 'b').replace('web.a', 'web.b') },
      [...forRoutes, '--profiles'],
      'profile-namespace-mismatch',
    ],
    [
      'a route whose split is gone, if splits are dropped',
      { 'a/s.yaml': split(), 'a/r.yaml': route('r', 'v2', made('gone')) },
      dropped,
      'route-stale',
    ],
    [
      'a profile whose name is that of no Service as one that could become a route',
      { 's.yaml': `${split()}---\n${profile(1).replace('web.a.svc.cluster.local', 'v1')}` },
      forRoutes,
      'profile-convertible',
    ],
    [
      'a Canary of another namespace',
      {
        's.yaml': `${split()}---\n${object('flagger.app/v1beta1', 'Canary', 'name: web, namespace: b', 'provider: gatewayapi:v1, targetRef: {kind: Deployment, name: web}, service: {port: 80}')}`,
      },
      [],
      'route-ignored',
    ],
    [
      'a profile with overrides in two namespaces as one of another namespace',
      {
        's.yaml': `${split()}---\n${profile(1, '').replace('v1.a.svc.cluster.local, weight: 1}', 'v1.b.svc.cluster.local, weight: 1}, {authority: v1.a.svc.cluster.local, weight: 1}')}`,
      },
      [],
      'profile-namespace-mismatch',
    ],
    [
      'a profile with routes of clients in another namespace as one that is replaced',
      { 's.yaml': `${split()}---\n${profile(2, routes, 'b')}` },
      [],
      'profile-in-other-directory',
    ],
    [
      'a profile of clients in another namespace that has the split as one that hides it',
      { 's.yaml': `${split()}---\n${profile(1, routes, 'b')}` },
      [],
      'profile-shadowed',
    ],
    [
      'a profile of clients in another namespace as one with the wrong name',
      { 's.yaml': `${split()}---\n${profile(1, '', 'b')}`, 'q.yaml': profile(2, '', 'c') },
      [],
      'profile-namespace-mismatch',
    ],
    [
      'a port of the apex that is not of TCP',
      {
        's.yaml': `${split()}---\n${service('web', 'ports: [{port: 53, protocol: UDP}, {port: 80}]')}---\n${service('v1', 'ports: [{port: 80, protocol: TCP}]')}`,
      },
      [],
      'backend-port-missing',
    ],
    [
      'a route without a group, which is on no Service',
      { 's.yaml': `${split()}---\n${route('r', 'web').replace('group: core, ', '')}` },
      [],
      'route-ignored',
    ],
    [
      'a route beside a split whose weights are zero',
      { 's.yaml': `${split().replace('weight: 1', 'weight: 0m')}---\n${route('r', 'web')}` },
      [],
      'route-ignored',
    ],
    [
      'annotations beside a split without backends',
      {
        's.yaml': `${split().replace('[{service: v1, weight: 1}]', '[]')}---\n${service('web', '', ', annotations: {retry.linkerd.io/http: 5xx}')}`,
      },
      [],
      'annotation-ignored',
    ],
    [
      'a Service that an ExternalName in another cluster domain leads to',
      { 'a/s.yaml': split(), 'b/t.yaml': external('x.b.svc.east.example') },
      [],
      'as the backend',
    ],
    [
      'the cluster domain of a profile whose name ends with a dot',
      { 's.yaml': split(), 'p.yaml': profile(2).replace('cluster.local,', 'cluster.local.,') },
      [],
      'cluster-domain-doubtful',
    ],
    [
      'a Service that a route would need, of a split that is left alone',
      {
        's.yaml': `${split().replace('namespace: a', 'namespace: a, ownerReferences: [{kind: Canary, name: web}]')}---\n${service('web', 'ports: [{port: 80}]', ', annotations: {retry.linkerd.io/http: 5xx}')}`,
      },
      forRoutes,
      'of Service web takes effect',
    ],
    [
      'ports of a Service elsewhere that the call itself gives',
      { 'a/s.yaml': split(), 'b/t.yaml': service('web', 'ports: [{port: 80}]') },
      forRoutes,
      'ports-from-elsewhere',
    ],
    [
      'a port without a route as one that a backend lacks',
      {
        's.yaml': `${split()}---\n${service('web', 'ports: [{port: 80}, {port: 6379}]')}---\n${service('v1', 'ports: [{port: 80}]')}`,
      },
      forRoutes,
      'backend-port-missing',
    ],
    [
      'a weight that cannot be loaded and goes when the split is dropped',
      { 's.yaml': `${split()}---\n${profile(1).replace('weight: 1}', 'weight: 1e3.5}')}` },
      ['--drop'],
      'profile-invalid',
    ],
    [
      'weights as replaced where they cannot be written',
      { 's.yaml': `${split()}---\n${profile(2).replace('dstOverrides: ', 'dstOverrides: &o ')}x: *o\n` },
      [],
      'profile-overwritten',
    ],
    [
      'a generated profile under another cluster domain as one whose split is gone',
      {
        's.yaml': `${split()}---\n${profile(1).replace('cluster.local, namespace: a', 'east.example, namespace: a, annotations: {smi.linkerd.io/skip: smi2linkerd}')}`,
      },
      [],
      'profile-stale',
    ],
    [
      'an unreadable profile that is farther than the readable one',
      {
        'kustomization.yaml': 'resources: [a/s.yaml]\n',
        'a/s.yaml': split(),
        'a/p.yaml': profile(2),
        'b/p.yaml': `${profile(1)}x: [`,
      },
      [],
      'yaml-syntax',
    ],
    [
      'a Service as the one that was meant by a backend of another cluster',
      { 's.yaml': `${split().replace('service: v1', 'service: web-west')}---\n${service('web', '')}` },
      [],
      'did you mean',
    ],
    [
      'an unreadable profile of the same directory, where the readable one is in the file of the split',
      { 's.yaml': `${split()}---\n${profile(2)}`, 'q.yaml': `${profile(1)}x: [` },
      [],
      'yaml-syntax',
    ],
    [
      'a group that a refused split still uses',
      {
        's.yaml': `${split(matches)}---\n${split(matches.replace('g}', 'g}, {kind: HTTPRouteGroup, name: none}'), 'a', 'other')}`,
        'g.yaml': group('a'),
      },
      dropped,
      'smi-leftover',
    ],
    [
      'a group that only a refused split used',
      {
        's.yaml': split(matches.replace('g}', 'g}, {kind: HTTPRouteGroup, name: none}')),
        'g.yaml': group('a'),
      },
      dropped,
      'smi-leftover',
    ],
    [
      'a route with the name of the profile as one',
      { 'a/s.yaml': split(), 'b/r.yaml': route('web.a.svc.cluster.local', 'other') },
      [],
      'profile-in-other-directory',
    ],
    [
      'what is no object, if splits are dropped',
      { 'a/s.yaml': split(), 'b/values.yaml': 'rbac: {group: split.smi-spec.io, resource: trafficsplits}\n' },
      ['--drop'],
      'smi-leftover',
    ],
    [
      'what has a kind alone, if splits are dropped',
      { 'a/s.yaml': split(), 'b/values.yaml': 'kind: A\nrbac: {group: split.smi-spec.io, resource: trafficsplits}\n' },
      ['--drop'],
      'smi-leftover',
    ],
    [
      'a profile that is never read for a split without a namespace',
      {
        's.yaml': `${split().replace(', namespace: a', '')}---\n${profile(1, '', 'b').replace('web.a.svc.cluster.local', 'web')}`,
      },
      forRoutes,
      'profile-name-dead',
    ],
    [
      'a group in another namespace',
      { 's.yaml': `${split(matches)}---\n${group('a')}`, 'g.yaml': group('b') },
      dropped,
      'HTTPRouteGroup b/g',
    ],
  ])('does not name %s', async (_, files, flags, code) => {
    expect((await runWith(['--check', ...flags, '.'], { cwd: treeOf(files) })).stderr).not.toContain(code);
  });
});

test('two files with one split are empty once both are dropped, where the profile is elsewhere', async () => {
  const cwd = treeOf({ 's.yaml': split(), 't.yaml': split(), 'p.yaml': profile(1, routes) });
  const { stderr } = await runWith(['--check', '--drop', '.'], { cwd });
  expect(stderr.match(/^.*file-emptied(?=:)/gm)).toEqual([
    's.yaml: warning file-emptied',
    't.yaml: warning file-emptied',
  ]);
});

test('profiles as sources: one in the namespace of its clients is refused', () => {
  const { findings } = convert([{ path: 'p.yaml', text: profile(1, '', 'b') }], {
    profiles: true,
    target: 'httproute',
    ports: 'web=80',
  });
  expect(findings.map(({ code }) => code)).toContain('profile-foreign');
});

describe('files that belong to one unit, so that the only profile of a split is updated', () => {
  const files = { 'a/s.yaml': split(), 'b/p.yaml': profile(2, routes) };

  test.each<[string, Files, readonly string[]]>([
    ['below a kustomization', { 'kustomization.yaml': '' }, ['b/p.yaml']],
    ['below a kustomization with the other ending', { 'kustomization.yml': '' }, ['b/p.yaml']],
    ['below a kustomization without an ending', { Kustomization: '' }, ['b/p.yaml']],
    ['below a package of kpt', { Kptfile: '' }, ['b/p.yaml']],
    ['below a chart', { 'Chart.yaml': '' }, ['b/p.yaml']],
    ['not below nothing', {}, ['a/s.yaml']],
    ['not below another file', { 'other.yaml': '' }, ['a/s.yaml']],
    ['not where the split has a unit of its own', { Kptfile: '', 'a/Kptfile': '' }, ['a/s.yaml']],
    ['not where the profile has a unit of its own', { Kptfile: '', 'b/kustomization.yaml': '' }, ['a/s.yaml']],
  ])('%s', async (_, marks, listed) => {
    const { stdout } = await runWith(['--list', '.'], { cwd: treeOf({ ...files, ...marks }) });
    expect(stdout.toString().trim().split('\n')).toEqual(listed);
  });
});
