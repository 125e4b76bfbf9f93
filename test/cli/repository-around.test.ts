import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runWith } from '../host.ts';

const split = `apiVersion: split.smi-spec.io/v1alpha2
kind: TrafficSplit
metadata: {name: web, namespace: shop}
spec:
  service: web
  backends:
  - {service: web-v1, weight: 90}
  - {service: web-v2, weight: 10}
`;
const listing = 'resources: [split.yaml]\n';
const flux = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: {name: shop, namespace: flux-system}
spec: {path: ./apps/shop, prune: true, sourceRef: {kind: GitRepository, name: fleet}}
`;
const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: shop, namespace: argocd}
spec:
  destination: {name: in-cluster, namespace: shop}
  source: {repoURL: https://git.example.com/fleet.git, path: apps/shop, kustomize: {nameSuffix: -blue}}
`;

const root = mkdtempSync(join(tmpdir(), 'smi2linkerd-around-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
let made = 0;

/** A directory with these files; the repository is that directory. */
function repository(files: Readonly<Record<string, string>>): string {
  const directory = join(root, String((made += 1)));
  mkdirSync(join(directory, '.git'), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}

/** What a run lists, and what it says first. */
async function list(cwd: string, ...paths: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runWith(['-l', ...paths], { cwd });
  return stdout.toString() + (stderr.split('\n')[0] ?? '');
}

const rewritten = {
  'apps/shop/split.yaml': split,
  'clusters/prod/shop.yaml': flux.replace('{path', '{targetNamespace: prod, path'),
};
const moved = 'sets namespace: prod (targetNamespace)';

describe('what builds or deploys the files of a call counts, wherever in their repository it is', () => {
  test('a Flux Kustomization', async () => {
    expect(await list(repository(rewritten), 'apps/shop')).toContain(
      `Flux Kustomization shop in clusters/prod/shop.yaml ${moved}`,
    );
  });

  test.each([['.'], ['split.yaml'], ['*.yaml']])(
    'from a directory below, of %s, with commands from there',
    async (path) => {
      const cwd = join(repository(rewritten), 'apps/shop');
      const { stdout, stderr } = await runWith(['-l', path], { cwd });
      expect(stdout.toString()).toBe('');
      expect(stderr).toContain(`in ../../clusters/prod/shop.yaml ${moved}`);
      expect(stderr).toContain('--path ../../apps/shop --kustomization-file ../../clusters/prod/shop.yaml');
    },
  );

  test('with a path in full', async () => {
    const directory = repository(rewritten);
    const { stderr } = await runWith(['-l', join(directory, 'apps')], { cwd: root });
    expect(stderr).toContain(`--path ${directory}/apps/shop --kustomization-file ${directory}/clusters/prod/shop.yaml`);
  });

  test('with a path from the root of the file system', async () => {
    const directory = repository(rewritten).slice(1);
    const { stderr } = await runWith(['-l', join(directory, 'apps')], { cwd: '/' });
    expect(stderr).toContain(`--path ${directory}/apps/shop --kustomization-file ${directory}/clusters/prod/shop.yaml`);
  });

  test('a Flux Kustomization of a repository inside another one, once', async () => {
    const files = {
      'split.yaml': split,
      'inner/.git': 'gitdir: ../.git/modules/inner\n',
      ...Object.fromEntries(Object.entries(rewritten).map(([path, content]) => [`inner/${path}`, content])),
    };
    const { stderr } = await runWith(['-l', '../split.yaml', 'apps'], { cwd: join(repository(files), 'inner') });
    expect(stderr.match(/Flux Kustomization shop in/g)).toHaveLength(1);
    expect(stderr.match(/flux build kustomization/g)).toHaveLength(1);
  });

  test('a Flux Kustomization in a chart, with a command that renders that', async () => {
    const files = {
      'apps/shop/split.yaml': split,
      'fleet/Chart.yaml': 'name: fleet\n',
      'fleet/templates/shop.yaml': flux.replace('{path', '{targetNamespace: prod, path'),
    };
    const { stderr } = await runWith(['-l', 'apps'], { cwd: repository(files) });
    expect(stderr).toContain('helm template fleet |');
  });

  test('a component that a deployer adds', async () => {
    const component = 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nnamespace: prod\n';
    const files = {
      'apps/shop/split.yaml': split,
      'clusters/shop.yaml': flux.replace('{path', '{components: [../../components/prod], path'),
      'components/prod/kustomization.yaml': component,
    };
    expect(await list(repository(files), 'apps')).toContain(
      'in clusters/shop.yaml sets namespace: prod through components/prod/kustomization.yaml',
    );
    const broken = { ...files, 'components/prod/kustomization.yaml': `${component}patches: [\n` };
    expect(await list(repository(broken), 'apps')).toContain('components/prod/kustomization.yaml is not valid YAML');
  });

  test.each([['charts'], ['charts/shop/templates/split.yaml']])(
    'a kustomization that inflates the chart of %s, and one of that',
    async (path) => {
      const files = {
        'charts/shop/Chart.yaml': 'name: shop\n',
        'charts/shop/templates/split.yaml': split,
        'prod/kustomization.yaml': 'resources: [../stage]\nnamespace: prod\n',
        'stage/kustomization.yaml':
          'helmGlobals: {chartHome: ../charts}\nhelmCharts: [{name: shop, releaseName: shop}]\n',
      };
      expect(await list(repository(files), path)).toContain('prod/kustomization.yaml sets namespace: prod');
    },
  );

  test('an Application', async () => {
    const files = {
      'apps/shop/kustomization.yaml': listing,
      'apps/shop/split.yaml': split,
      'argo/shop.yaml': application,
    };
    expect(await list(repository(files), 'apps')).toContain(
      'Argo CD Application shop in argo/shop.yaml sets nameSuffix',
    );
  });

  test('a Flux Kustomization as a kustomization elsewhere patches it', async () => {
    const patch =
      "patches: [{patch: '[{op: add, path: /spec/targetNamespace, value: prod}]', target: {kind: Kustomization}}]";
    const files = {
      'apps/shop/split.yaml': split,
      'base/shop.yaml': flux,
      'clusters/prod/kustomization.yaml': `resources: [../../base/shop.yaml]\n${patch}\n`,
    };
    expect(await list(repository(files), 'apps')).toContain(`in clusters/prod/kustomization.yaml ${moved}`);
  });

  test('an overlay beside the directory of the call, and one of that', async () => {
    const files = {
      'base/kustomization.yaml': listing,
      'base/split.yaml': split,
      'overlays/all/kustomization.yaml': 'resources: [../../base]\n',
      'overlays/prod/kustomization.yaml': 'resources: [../all]\nnamespace: prod\n',
    };
    const said = 'overlays/prod/kustomization.yaml sets namespace: prod';
    expect(await list(repository(files), 'base')).toContain(said);
    expect(await list(repository(files), 'base/split.yaml')).toContain(said);
  });

  test('an overlay that has the function', async () => {
    const files = {
      'base/kustomization.yaml': listing,
      'base/split.yaml': split,
      'prod/kustomization.yaml': 'resources: [../base]\ntransformers: [function.yaml]\n',
      'prod/function.yaml':
        'apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata: {name: f}\n',
    };
    expect(await list(repository(files), 'base')).toContain('is converted by the function in prod/kustomization.yaml');
  });
});

describe('the rest of a repository does not count', () => {
  test('kustomizations of other directories, which need not be readable', async () => {
    const files = {
      'base/kustomization.yaml': listing,
      'base/split.yaml': split,
      'other/kustomization.yaml': `${listing}namespace: prod\n`,
      'other/split.yaml': split,
      'broken/kustomization.yaml': 'resources: [\n',
    };
    expect(await list(repository(files), 'base')).toMatch(/^base\/split\.yaml\n1 would be converted/);
  });

  test('a kustomization that is a link to itself', async () => {
    const directory = repository({ 'base/split.yaml': split, 'other/notes.yaml': '' });
    symlinkSync('kustomization.yaml', join(directory, 'other/kustomization.yaml'));
    expect(await list(directory, 'base')).toMatch(/^base\/split\.yaml\n1 would be converted/);
    expect(await list(directory, '.')).toMatch(/^base\/split\.yaml\n1 would be converted/);
  });

  test('what the call excludes', async () => {
    expect(await list(repository(rewritten), 'apps', '!clusters')).toMatch(/^apps\/shop\/split\.yaml\n/);
    const files = {
      'base/kustomization.yaml': listing,
      'base/split.yaml': split,
      'prod/kustomization.yaml': 'resources: [../base]\nnamespace: prod\n',
    };
    expect(await list(repository(files), 'base', '!prod/**')).toMatch(/^base\/split\.yaml\n/);
  });

  test('what is around a directory that is in no repository', async () => {
    const directory = repository(rewritten);
    rmSync(join(directory, '.git'), { recursive: true });
    expect(await list(directory, 'apps')).toMatch(/^apps\/shop\/split\.yaml\n/);
  });
});
