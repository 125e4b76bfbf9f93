import { chmodSync, cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { trees } from '../cli/trees.ts';
import { put, run, scratch } from './run.ts';
import { bundle, tool } from './tools.ts';

const kubectl = tool('kubectl', 'version', '--client') ?? '';
if (trees.length === 0) console.warn('SKIPPED: SMI2LINKERD_CORPUS names no corpus, so no real kustomization is built');

const split = (name: string, namespace = ''): string => `# the split of ${name}
apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata:
  name: ${name}${namespace === '' ? '' : `\n  namespace: ${namespace}`}
spec:
  service: ${name}
  backends:
  - service: ${name}-v1   # stable
    weight: 90
  - service: ${name}-v2
    weight: 10
`;
const service = (name: string): string => `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  ports:
  - port: 80
`;

/** Two trees of our own: overlays that set a namespace and patch Services; a component and a prefix that rewrite a split. */
const own = {
  'overlays-with-a-namespace': {
    'base/kustomization.yaml': 'resources: [web.yaml, split.yaml]\n',
    'base/web.yaml': [service('web'), service('web-v1'), service('web-v2')].join('---\n'),
    'base/split.yaml': split('web'),
    'overlays/prod/kustomization.yaml':
      'namespace: shop\nresources: [../../base]\npatches:\n- target: {kind: Service, name: web}\n  patch: |\n    - {op: add, path: /spec/type, value: ClusterIP}\n',
    'overlays/staging/kustomization.yaml':
      'namespace: shop\nresources: [../../base]\nlabels:\n- pairs: {stage: test}\n',
  },
  'a-component-and-a-prefix': {
    'base/kustomization.yaml': 'namespace: shop\nresources: [web.yaml, split.yaml, api]\n',
    'base/web.yaml': service('web'),
    'base/split.yaml': split('web', 'shop'),
    'base/api/kustomization.yaml': 'resources: [api.yaml]\n',
    'base/api/api.yaml': `${service('api')}---\n${split('api', 'shop')}`,
    'components/half/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n- path: half.yaml\n',
    'components/half/half.yaml':
      'apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata:\n  name: web\n  namespace: shop\nspec:\n  service: web\n  backends:\n  - service: web-v1\n    weight: 50\n',
    'overlays/half/kustomization.yaml': 'resources: [../../base]\ncomponents: [../../components/half]\n',
    'overlays/plain/kustomization.yaml': 'resources: [../../base]\n',
  },
} as const;

const root = scratch();
const copies = [...Object.keys(own), ...trees].map((tree) => {
  const copy = join(root, basename(tree));
  if (Object.hasOwn(own, tree)) put(copy, own[tree as keyof typeof own]);
  else cpSync(tree, copy, { recursive: true });
  makeWritable(copy);
  return copy;
});

/** A corpus may be stored read-only. */
function makeWritable(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() || entry.isDirectory()) chmodSync(path, statSync(path).mode | 0o200);
  }
}

function kustomizations(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /^kustomization\.ya?ml$/i.test(basename(path)))
    .map((path) => dirname(join(folder, path)))
    .sort();
}

/** What a kustomization builds, as one line an object; undefined where it cannot be built. */
function built(
  folder: string,
): { readonly others: readonly string[]; readonly profiles: number; readonly splits: number } | undefined {
  const { status, stdout } = run(kubectl, ['kustomize', folder]);
  if (status !== 0) return undefined;
  const objects = parseAllDocuments(stdout).map((document) => document.toJS() as { kind?: string } | null);
  const count = (kind: string): number => objects.filter((object) => object?.kind === kind).length;
  const others = objects.filter((object) => !['TrafficSplit', 'ServiceProfile'].includes(object?.kind ?? ''));
  return {
    others: others.map((object) => JSON.stringify(object)),
    profiles: count('ServiceProfile'),
    splits: count('TrafficSplit'),
  };
}

describe.skipIf(kubectl === '')('what Kustomize builds after --drop', () => {
  test.each(copies.filter((copy) => existsSync(copy) && kustomizations(copy).length > 0))('%s', (copy) => {
    const folders = kustomizations(copy);
    const before = folders.map(built);
    const { status, stderr } = run(process.execPath, [bundle, '-w', '--drop', '.'], { cwd: copy });
    expect([0, 1]).toContain(status);
    const after = folders.map(built);
    for (const [index, was] of before.entries()) {
      if (was === undefined) continue;
      const is = after[index];
      expect(is, `${folders[index] ?? ''} builds no more:\n${stderr}`).toBeDefined();
      expect(is?.others).toEqual(was.others);
      expect((is?.profiles ?? 0) + (is?.splits ?? 0)).toBe(was.profiles + was.splits);
    }
    console.info(
      `${basename(copy)}: ${before.filter((one) => one !== undefined).length} of ${folders.length} kustomizations build; ${stderr.trimEnd().split('\n').at(-1) ?? ''}`,
    );
  });

  test('with a prefix or a patch the split is not changed, and the overlay builds as before', () => {
    const copy = copies[1] ?? '';
    const half = built(join(copy, 'overlays/half'));
    expect(half?.splits).toBe(1);
    const plain = built(join(copy, 'base/api'));
    expect([plain?.profiles, plain?.splits]).toEqual([1, 0]);
  });
});
