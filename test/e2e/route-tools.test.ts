import type { ChildProcess } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { tree } from '../fixtures.ts';
import { servePlugin, setting } from './argocd-server.ts';
import { startCluster } from './cluster.ts';
import { gitEnv } from './copy.ts';
import type { Ran } from './run.ts';
import { checkout, put, run, scratch, split, succeed } from './run.ts';
import { bundle, tool } from './tools.ts';

interface Thing {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly annotations?: object };
  readonly spec: object;
}

const root = scratch();
const bare = split.replace('  namespace: shop\n', '');
const services = (...ports: readonly number[]): string =>
  ['web', 'web-v1', 'web-v2']
    .map((name) => {
      const list = ports.map((port) => `  - {name: p${port}, port: ${port}}\n`).join('');
      return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n${list}`;
    })
    .join('---\n');

interface Wanted {
  readonly namespace?: string;
  readonly prefix?: string;
  readonly port?: number;
  readonly suffix?: string;
  /** Whether its split is left in the file. */
  readonly marked?: boolean;
}

/** The route of the split, as an API server stores it. */
function route({ namespace, prefix = '', port = 80, suffix = '', marked = false }: Wanted): object {
  const service = (name: string, weight: number): object => ({
    ...{ group: '', kind: 'Service', name: `${prefix}${name}`, port, weight },
  });
  return {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: {
      name: `${prefix}web${suffix}`,
      ...(namespace !== undefined && { namespace }),
      ...(marked && { annotations: { 'smi2linkerd.dev/trafficsplit': 'web' } }),
    },
    spec: {
      parentRefs: [{ group: 'core', kind: 'Service', name: `${prefix}web`, port }],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/' } }],
          backendRefs: [service('web-v1', 90), service('web-v2', 10)],
        },
      ],
    },
  };
}

/** The objects of a stream, without what kpt writes on them. */
function objectsIn(text: string): readonly Thing[] {
  return parseAllDocuments(text).flatMap((document) => {
    const object = document.toJS() as Thing | null;
    return object === null ? [] : [object];
  });
}

const routesIn = (text: string): readonly Thing[] => objectsIn(text).filter(({ kind }) => kind === 'HTTPRoute');
const kindsIn = (text: string): readonly string[] => objectsIn(text).map(({ kind }) => kind);
const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const here = (...words: readonly string[]): Ran => run(process.execPath, [bundle, '--target', 'httproute', ...words]);

const cluster = await startCluster(root, ['httproute/crds/httproutes-gateway-api-v1.6.1-standard.yaml']);

test.skipIf(cluster === undefined)('an API server stores the expected routes unchanged', () => {
  const wanted = [route({}), route({ namespace: 'prod', prefix: 'blue-' }), route({ port: 9090, suffix: '-9090' })];
  const input = wanted.map((one) => JSON.stringify(one)).join('\n');
  const applied = cluster?.kubectl(['apply', '--validate=strict', '--server-side', '-f', '-'], { input });
  expect(applied, applied?.stderr).toMatchObject({ status: 0 });
  const stored = cluster?.kubectl(['get', 'httproutes', '-A', '-o', 'json']).stdout ?? '{}';
  const { items } = JSON.parse(stored) as { items: readonly Thing[] };
  const specs = (some: readonly object[]): readonly object[] => some.map((one) => (one as Thing).spec);
  expect(specs(items)).toEqual(expect.arrayContaining([...specs(wanted)]));
});

const kpt = tool('kpt', 'version') ?? '';

describe.skipIf(kpt === '')('kpt', () => {
  /** Runs twice: the second run is to change nothing. */
  const twice = (folder: string, ...words: readonly string[]): void => {
    succeed(kpt, words);
    const files = [...tree(folder)];
    succeed(kpt, words);
    expect([...tree(folder)]).toEqual(files);
  };

  test('fn eval writes only a route, beside its split or instead of it', () => {
    const folder = put(join(root, 'eval'), { 'split.yaml': bare, 'services.yaml': services(80) });
    const identity = join(root, 'identity');
    cpSync(folder, identity, { recursive: true });
    succeed(kpt, ['fn', 'eval', identity, '--exec', 'cat']);
    const words = ['fn', 'eval', folder, '--exec', bundle, '--', 'target=httproute'];
    twice(folder, ...words);
    expect(textOf(folder, 'services.yaml')).toBe(textOf(identity, 'services.yaml'));
    expect(textOf(folder, 'split.yaml').startsWith(`${textOf(identity, 'split.yaml')}---\n`)).toBe(true);
    expect(routesIn(textOf(folder, 'split.yaml'))).toEqual([route({ marked: true })]);
    twice(folder, ...words, 'drop=true');
    expect(objectsIn(textOf(folder, 'split.yaml'))).toEqual([route({})]);
  });

  test('fn render writes a route for each port with the options of a file: the first instead of the split, the other at the end', () => {
    const config =
      'apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata:\n  name: smi2linkerd\n  annotations:\n    config.kubernetes.io/local-config: "true"\ntarget: httproute\ndrop: true\nports: {web: [80, 9090]}\n';
    const folder = put(join(root, 'render'), {
      Kptfile: `apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: shop\npipeline:\n  mutators:\n    - exec: ${bundle}\n      configPath: fn.yaml\n`,
      'fn.yaml': config,
      'split.yaml': `${bare}---\n${services(80)}`.replace(/---\n[^-]*name: web\n[^]*?---\n/, '---\n'),
    });
    twice(folder, 'fn', 'render', folder, '--allow-exec');
    // kpt writes by index, and the indexes of the other objects are not ours to change: the second one is the last.
    expect(kindsIn(textOf(folder, 'split.yaml'))).toEqual(['HTTPRoute', 'Service', 'Service', 'HTTPRoute']);
    expect(routesIn(textOf(folder, 'split.yaml'))).toEqual(
      [80, 9090].map((port) => route({ port, suffix: `-${port}` })),
    );
  });

  test('fn render fails where the ports of an apex are not known, names the fix, and changes no file', () => {
    const folder = put(join(root, 'unknown'), {
      Kptfile: `apiVersion: kpt.dev/v1\nkind: Kptfile\nmetadata:\n  name: shop\npipeline:\n  mutators:\n    - exec: ${bundle}\n      configMap: {target: httproute}\n`,
      'split.yaml': bare,
    });
    const failed = run(kpt, ['fn', 'render', folder, '--allow-exec']);
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('fix: pass `ports: web=PORT` in the functionConfig');
    expect(textOf(folder, 'split.yaml')).toBe(bare);
  });
});

/** The lines of the page on routes that tell Kustomize what a name of a route is. */
const lines = /^nameReference:\n[^]*?(?=^```)/m.exec(textOf(checkout, 'docs/httproute.md'))?.[0] ?? '';
// The bundle by its name, and a `docker` that runs it in the place of the image, which is run in container.test.ts.
const programs = put(join(root, 'bin'), { docker: `#!/bin/sh\nexec '${bundle}'\n` });
chmodSync(join(programs, 'docker'), 0o755);
symlinkSync(bundle, join(programs, 'smi2linkerd'));
const image = 'container: {image: ghcr.io/smi2linkerd/smi2linkerd:0.1.0}';
const kubectls = ['1.27', '1.28', '1.29', '1.30', '1.31', '1.32', '1.33'].map((version) => `kubectl.${version}`);

describe('kubectl kustomize', () => {
  const base = {
    'base/kustomization.yaml': 'resources: [services.yaml, split.yaml]\n',
    'base/services.yaml': services(80),
    'base/split.yaml': bare,
  };
  const overlays = put(join(root, 'overlays'), {
    ...base,
    'blue/kustomization.yaml': 'namespace: blue\nresources: [../base]\n',
    'green/kustomization.yaml': 'namespace: green\nresources: [../base]\n',
  });
  const prefixed = put(join(root, 'prefixed'), {
    ...base,
    'prod/kustomization.yaml':
      'namespace: prod\nnamePrefix: blue-\nresources: [../base]\nconfigurations: [names.yaml]\n',
  });
  const functions = put(join(root, 'functions'), {
    ...base,
    'prod/kustomization.yaml': 'namespace: prod\nnamePrefix: blue-\nresources: [../base]\ntransformers: [fn.yaml]\n',
    'prod/fn.yaml': `apiVersion: smi2linkerd.dev/v1alpha1\nkind: TrafficSplitTransformer\nmetadata:\n  name: smi2linkerd\n  annotations:\n    config.kubernetes.io/function: |\n      ${image}\ntarget: httproute\ndrop: true\n`,
  });
  const build = (path: string, folder: string, ...words: readonly string[]): string => {
    const env = { PATH: `${programs}${delimiter}${process.env.PATH ?? ''}` };
    return succeed(path, ['kustomize', ...words, folder], { env });
  };

  test('a base is converted once; under a namePrefix only with the lines of the page', () => {
    expect(here('--drop', '-w', prefixed).status).not.toBe(0);
    expect(textOf(prefixed, 'base/split.yaml')).toBe(bare);
    put(prefixed, { 'prod/names.yaml': lines });
    for (const folder of [overlays, prefixed]) {
      expect(here('--drop', '-w', folder)).toMatchObject({ status: 0 });
      expect(here('--drop', '--check', folder)).toMatchObject({ status: 0 });
    }
  });

  describe.each(kubectls)('%s', (name) => {
    const path = tool(name, 'version', '--client') ?? '';

    test.skipIf(path === '')('its routes are right under every namespace, and under a prefix', () => {
      expect(routesIn(build(path, join(overlays, 'blue')))).toEqual([route({ namespace: 'blue' })]);
      expect(routesIn(build(path, join(overlays, 'green')))).toEqual([route({ namespace: 'green' })]);
      const wanted = [route({ namespace: 'prod', prefix: 'blue-' })];
      expect(routesIn(build(path, join(prefixed, 'prod')))).toEqual(wanted);
    });
  });

  test.for(['kubectl.1.27', 'kubectl.1.33'])('the function follows what %s built', (name, { skip }) => {
    const path = tool(name, 'version', '--client') ?? skip();
    const built = build(path, join(functions, 'prod'), '--enable-alpha-plugins');
    expect(routesIn(built)).toEqual([route({ namespace: 'prod', prefix: 'blue-' })]);
    expect(kindsIn(built)).not.toContain('TrafficSplit');
    expect(build(path, join(functions, 'prod'), '--enable-alpha-plugins')).toBe(built);
  });
});

const server = tool('argocd-cmp-server') ?? '';
const client = tool('argocd-cmp-client') ?? '';

describe.skipIf(server === '' || client === '')('the plugin server of Argo CD', () => {
  let socket = '';
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    const PATH = [programs, process.env.PATH].join(delimiter);
    const plugin = { folder: join(root, 'cmp'), file: 'plugin.yaml', name: 'smi2linkerd', PATH };
    ({ socket, child } = await servePlugin(server, plugin));
  });
  afterAll(() => {
    child?.kill('SIGKILL'); // it does not end on SIGTERM
  });

  /** Asks twice: the answers are to be the same. */
  const ask = (app: string, values: Readonly<Record<string, string>>): Ran => {
    const words = [socket, app, setting({ target: 'httproute', ...values })];
    const first = run(client, words);
    expect(run(client, words)).toMatchObject({ status: first.status, stdout: first.stdout });
    return first;
  };

  test('prints the route instead of the split', () => {
    const app = put(join(root, 'app'), { 'split.yaml': bare, 'services.yaml': services(80) });
    const { status, stdout, stderr } = ask(app, {});
    expect(status, stderr).toBe(0);
    expect(kindsIn(stdout)).toEqual(['Service', 'Service', 'Service', 'HTTPRoute']);
    expect(routesIn(stdout)).toEqual([route({})]);
  });

  test('uses the ports of an Application, and fails the sync without them', () => {
    const app = put(join(root, 'app-ports'), { 'split.yaml': bare });
    const failed = ask(app, {});
    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(failed.stderr).toContain('error ports-unknown');
    const { stdout } = ask(app, { ports: 'web=80', drop: 'false', namespace: 'prod' });
    expect(routesIn(stdout)).toEqual([route({ namespace: 'prod', marked: true })]);
  });

  test('fails the sync for an unknown target', () => {
    const app = put(join(root, 'app-both'), { 'split.yaml': bare });
    const failed = ask(app, { target: 'both' });
    expect(failed).toMatchObject({ status: 1, stdout: '' });
    expect(failed.stderr).toContain('serviceprofile or httproute');
  });
});

const preCommit = tool('pre-commit', '--version') ?? '';

test.skipIf(preCommit === '')('pre-commit writes the route on the first commit, and the second one passes', () => {
  const env = { ...gitEnv(root), PRE_COMMIT_HOME: join(root, 'pre-commit'), PRE_COMMIT_COLOR: 'never' };
  // What pre-commit runs of the checkout; pre-commit.test.ts has all of it.
  const hooks = put(join(root, 'hooks'), {});
  for (const part of ['.pre-commit-hooks.yaml', 'dist'])
    cpSync(join(checkout, part), join(hooks, part), { recursive: true });
  const commit = (cwd: string): Ran => run('git', ['commit', '-am', 'a commit'], { cwd, env });
  succeed('git', ['init', '-q'], { cwd: hooks, env });
  succeed('git', ['add', '-A'], { cwd: hooks, env });
  expect(commit(hooks).status).toBe(0);
  succeed('git', ['tag', 'v0'], { cwd: hooks, env });
  const cwd = put(join(root, 'repository'), {
    '.pre-commit-config.yaml': `repos:\n- repo: ${hooks}\n  rev: v0\n  hooks:\n  - id: smi2linkerd\n    args: [--target, httproute, --drop]\n`,
    'k8s/split.yaml': bare,
    'k8s/services.yaml': services(80),
  });
  succeed('git', ['init', '-q'], { cwd, env });
  succeed('git', ['add', '-A'], { cwd, env });
  succeed(preCommit, ['install'], { cwd, env });
  const first = commit(cwd);
  expect(first.status).not.toBe(0);
  expect(first.stdout + first.stderr).toContain('files were modified by this hook');
  expect(objectsIn(textOf(cwd, 'k8s/split.yaml'))).toEqual([route({})]);
  const second = commit(cwd);
  expect(second, second.stdout + second.stderr).toMatchObject({ status: 0 });
});
