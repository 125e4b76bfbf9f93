import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { startCluster } from './cluster.ts';
import type { Ran } from './run.ts';
import { checkout, run, scratch } from './run.ts';
import { bundle } from './tools.ts';

const cluster = await startCluster(scratch(), [
  'crds/serviceprofile.yaml',
  'crds/trafficsplit-linkerd-smi-v0.2.7.yaml',
  'httproute/crds/httproutes-gateway-api-v1.6.1-standard.yaml',
]);
const corpus = process.env.SMI2LINKERD_CORPUS ?? '';
const present = existsSync(join(corpus, 'trafficsplits'));
if (!present) console.warn('SKIPPED: SMI2LINKERD_CORPUS names no corpus, so no cluster of real manifests is audited');

interface Golden {
  readonly path: string;
  readonly name: string;
  readonly namespace: string;
  readonly profile: { readonly name: string; readonly namespace: string; readonly spec: object } | null;
}

interface Metadata {
  readonly name: string;
  readonly namespace: string;
  readonly annotations?: object;
}

interface Kubernetes {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly spec?: object;
}

/**
 * The TrafficSplits of real manifests with the profiles that the smi-adaptor made of them. Many are copies of one guide: a
 * namespace for each keeps them apart.
 */
function adopted(): readonly Kubernetes[] {
  const lines = readFileSync(join(checkout, 'test/vectors/adaptor-golden.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((line, at) => {
    const { path, name: splitName, namespace: before, profile } = JSON.parse(line) as Golden;
    if (profile === null) return [];
    const documents = parseAllDocuments(readFileSync(join(corpus, '..', path), 'utf8'));
    const objects = documents.map((document) => document.toJS({ maxAliasCount: 1000 }) as Kubernetes | null);
    const found = objects.find((one) => one?.kind === 'TrafficSplit' && one.metadata.name === splitName);
    // The adaptor makes a profile with a name that no proxy asks for of a qualified name; linkerd-failover keeps its splits.
    if (!found || /"service":"[^"]*\./.test(JSON.stringify(found.spec)) || JSON.stringify(found).includes('failover'))
      return [];
    const namespace = `real${at}`;
    const moved = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value).replaceAll(`.${before}.svc.`, `.${namespace}.svc.`)) as T;
    const { name, spec } = moved(profile);
    return [
      moved({ ...found, metadata: { ...found.metadata, namespace } }),
      { apiVersion: 'linkerd.io/v1alpha2', kind: 'ServiceProfile', metadata: { name, namespace }, spec },
    ];
  });
}

const split: Kubernetes = {
  apiVersion: 'split.smi-spec.io/v1alpha2',
  kind: 'TrafficSplit',
  metadata: { name: 'web', namespace: 'audited' },
  spec: {
    service: 'web',
    backends: [
      { service: 'web-v1', weight: 900 },
      { service: 'web-v2', weight: 100 },
    ],
  },
};

const profile: Kubernetes = {
  apiVersion: 'linkerd.io/v1alpha2',
  kind: 'ServiceProfile',
  metadata: {
    name: 'web.audited.svc.cluster.local',
    namespace: 'audited',
    annotations: { 'smi.linkerd.io/skip': 'smi2linkerd' },
  },
  spec: {
    dstOverrides: [
      { authority: 'web-v1.audited.svc.cluster.local', weight: '900' },
      { authority: 'web-v2.audited.svc.cluster.local', weight: '100' },
    ],
  },
};

const web = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'audited' } };
const ports = { ports: [{ port: 80 }] };

/** The same object with other metadata. */
function renamed(object: Kubernetes, metadata: Partial<Metadata> & { readonly labels?: object }): Kubernetes {
  return { ...object, metadata: { ...object.metadata, ...metadata } };
}

/** What is in the cluster, what a core API server would add to the list, and what the audit says; undefined where all is in force. */
const cases: readonly (readonly [string, readonly Kubernetes[], readonly object[], string | undefined])[] = [
  ['equal and marked', [split, profile], [], undefined],
  [
    'marked as dropped',
    [split, renamed(profile, { annotations: { 'smi.linkerd.io/skip': 'smi2linkerd-dropped' } })],
    [],
    undefined,
  ],
  ['equal and marked, with its Service', [split, profile], [{ ...web, spec: ports }], undefined],
  ['no profile', [split], [], 'the cluster has no ServiceProfile'],
  [
    'another weight',
    [split, { ...profile, spec: JSON.parse(JSON.stringify(profile.spec).replace('900', '800')) as object }],
    [],
    'differs',
  ],
  ['no mark', [split, renamed(profile, { annotations: {} })], [], 'is not marked'],
  [
    'the mark of another',
    [split, renamed(profile, { annotations: { 'smi.linkerd.io/skip': 'theirs' } })],
    [],
    'not by smi2linkerd',
  ],
  ['a copy in the namespace of clients', [split, profile, renamed(profile, { namespace: 'clients' })], [], undefined],
  [
    'another profile in the namespace of clients',
    [split, profile, { ...renamed(profile, { namespace: 'clients' }), spec: { routes: [] } }],
    [],
    'profile-shadowed',
  ],
  [
    'a route on the Service',
    [
      split,
      profile,
      {
        apiVersion: 'gateway.networking.k8s.io/v1',
        kind: 'HTTPRoute',
        metadata: { name: 'web', namespace: 'audited' },
        spec: {
          parentRefs: [{ group: 'core', kind: 'Service', name: 'web', port: 80 }],
          rules: [{ backendRefs: [{ name: 'web-v1', port: 80 }] }],
        },
      },
    ],
    [],
    'route-ignored',
  ],
  ['a headless Service', [split, profile], [{ ...web, spec: { ...ports, clusterIP: 'None' } }], 'apex-headless'],
  [
    'an opaque port',
    [split, profile],
    [
      {
        ...web,
        metadata: { ...web.metadata, annotations: { 'config.linkerd.io/opaque-ports': '80' } },
        spec: ports,
      },
    ],
    'port 80 is opaque',
  ],
  [
    'an opaque port of the namespace',
    [split, profile],
    [
      { ...web, spec: ports },
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'audited', annotations: { 'config.linkerd.io/opaque-ports': '79-81' } },
      },
    ],
    'port 80 is opaque',
  ],
  [
    'a split that is left alone',
    [renamed(split, { labels: { 'failover.linkerd.io/controlled-by': 'linkerd-failover' } }), profile],
    [],
    'is not converted',
  ],
];

describe.skipIf(cluster === undefined)('the audit of an API server', () => {
  function kubectl(words: readonly string[], input = ''): Ran {
    if (cluster === undefined) throw new Error('there is no cluster');
    const ran = cluster.kubectl(words, { input });
    expect(ran.status, `kubectl ${words.join(' ')}: ${ran.stderr}`).toBe(0);
    return ran;
  }

  const create = (objects: readonly object[]): Ran =>
    kubectl(['create', '-f', '-'], objects.map((one) => JSON.stringify(one)).join('\n'));

  /** What kubectl gets; the Services and Namespaces of a core API server, which this one is not, are added to its list. */
  function stream(core: readonly object[] = []): string {
    const kinds = 'trafficsplits,serviceprofiles,httproutes.gateway.networking.k8s.io';
    const { stdout } = kubectl(['get', kinds, '-A', '-o', 'yaml']);
    const added = core.map((one) => `- ${JSON.stringify(one)}\n`).join('');
    return stdout.replace(/^items:(?: \[\])?\n/m, (items) => items.replace(' []', '') + added);
  }

  const audit = (input: string, ...words: string[]): Ran =>
    run(process.execPath, [bundle, '--check', '--skip-annotation', ...words, '-'], { input });

  test.each(cases)('%s', (_, objects, core, said) => {
    create(objects);
    try {
      const input = stream(core);
      const text = audit(input);
      expect(text.status, text.stderr).toBe(said === undefined ? 0 : 1);
      expect(text.stdout.trim().split('\n')).toHaveLength(1);
      const json = audit(input, '--format=json');
      const { summary, splits, diagnostics } = JSON.parse(json.stdout) as {
        summary: { failed: boolean };
        splits: object[];
        diagnostics: { message: string }[];
      };
      expect([json.status, summary.failed, splits.length]).toEqual([text.status, said !== undefined, 1]);
      if (said !== undefined) expect(diagnostics.map(({ message }) => message).join('\n')).toContain(said);
      const page = audit(input, '--format=html');
      expect(page.status).toBe(text.status);
      expect(page.stdout).toContain(said === undefined ? 'adaptor can go' : 'Keep the adaptor');
    } finally {
      kubectl(['delete', '--all', '-A', 'trafficsplits,serviceprofiles,httproutes.gateway.networking.k8s.io']);
    }
  });

  describe.skipIf(!present)('with the profiles that the smi-adaptor made of real manifests', () => {
    const objects = present ? adopted() : [];

    beforeAll(() => {
      if (cluster !== undefined && present) create(objects);
    });

    test('says of each that it is equal and not marked, and nothing more once all are marked', () => {
      const before = audit(stream());
      const lines = before.stdout.trim().split('\n');
      expect(before.status).toBe(1);
      expect(lines).toHaveLength(objects.length / 2);
      expect(lines.length).toBeGreaterThan(70);
      expect(lines.filter((line) => line.includes('profile differs'))).toEqual([]);
      kubectl(['annotate', '--all', '-A', 'serviceprofiles', 'smi.linkerd.io/skip=smi2linkerd']);
      const after = audit(stream());
      const left = after.stderr.split('\n').filter((line) => line.includes(' error '));
      console.info(`${lines.length} splits of real manifests audited; after marking, errors: ${left.length}`);
      expect([left, after.status]).toEqual([[], 0]);
    });
  });
});
