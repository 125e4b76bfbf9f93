import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { servePlugin, setting, socketOf } from './argocd-server.ts';
import { buildImage, canBuild, canRun, containersEnv, image } from './image.ts';
import { parameterNames } from '../../src/cli/parameters.ts';
import type { Ran } from './run.ts';
import { checkout, put, run, scratch, split, succeed } from './run.ts';
import { bundle, find, tool } from './tools.ts';

const server = tool('argocd-cmp-server') ?? '';
const client = tool('argocd-cmp-client') ?? '';
const kustomize = tool('kustomize', 'version') ?? '';
const helm = tool('helm3', 'version') ?? '';
const missing = server === '' || client === '';
const folder = scratch();
const bin = put(join(folder, 'bin'), {});
symlinkSync(bundle, join(bin, 'smi2linkerd'));
if (helm !== '') symlinkSync(helm, join(bin, 'helm'));
const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running) child.kill('SIGKILL'); // it does not end on SIGTERM
});

/** Argo CD's plugin server with one of our plugin files; gives its socket. */
async function serve(file: string, name: string): Promise<string> {
  const PATH = [bin, kustomize.replace(/\/[^/]*$/, ''), process.env.PATH].join(':');
  const { child, socket } = await servePlugin(server, { folder, file, name, PATH });
  running.push(child);
  return socket;
}

/** Asks for the manifests of an application as Argo CD's repository server does. */
function ask(socket: string, app: string, ...env: readonly string[]): Ran {
  return run(client, [socket, app, ...env]);
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

function manifestsOf({ stdout }: Ran): readonly Manifest[] {
  return stdout
    .split(/^---\n/m)
    .filter((text) => text.trim() !== '')
    .map((text) => parse(text) as Manifest);
}

function namesOf(ran: Ran): readonly string[] {
  return manifestsOf(ran).map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? ''}/${metadata.name}`);
}

const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n';
const bare = split.replace('  namespace: shop\n', '');

describe.skipIf(missing)('the plugin for a plain directory', () => {
  let socket = '';
  beforeAll(async () => {
    socket = await serve('plugin.yaml', 'smi2linkerd');
  });

  test('prints the profile instead of the split, and all other manifests', () => {
    const app = put(join(folder, 'plain'), { 'split.yaml': split, 'service.yaml': service, 'README.md': '# shop\n' });
    put(app, { 'below/ignored.yaml': service, 'values.yaml': 'replicas: 2\n' });
    const ran = ask(socket, app);
    expect(ran.status).toBe(0);
    expect(namesOf(ran)).toEqual(['Service /web', 'ServiceProfile shop/web.shop.svc.cluster.local']);
  });

  test('uses the namespace of the Application for objects without one', () => {
    const app = put(join(folder, 'namespace'), { 'split.yaml': bare });
    const ran = ask(socket, app, 'ARGOCD_APP_NAMESPACE=prod');
    expect(namesOf(ran)).toEqual(['ServiceProfile prod/web.prod.svc.cluster.local']);
  });

  test('fails with position, reason and fix for a split without a profile, and prints nothing', () => {
    const app = put(join(folder, 'error'), { 'split.yaml': split.replace('90', '-90'), 'service.yaml': service });
    const ran = ask(socket, app);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/failed exit status 1: split\.yaml:10:13: error invalid-weight: [^]*fix: /);
  });

  test('fails if the output holds no object, unless the Application allows it', () => {
    const app = put(join(folder, 'last'), { 'split.yaml': split.replace(/backends:[^]*/, 'backends: []\n') });
    const refused = ask(socket, app, 'ARGOCD_APP_NAME=shop');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toMatch(/exit status 2: [^]*the output would hold no object/);
    const allowed = ask(socket, app, setting({ 'allow-empty': 'true' }));
    expect(allowed).toMatchObject({ status: 0, stdout: '' });
    expect(allowed.stderr).toContain('0 manifests');
  });

  test('parameters of the Application take precedence over the arguments', () => {
    const app = put(join(folder, 'parameters'), { 'split.yaml': bare });
    const ran = ask(socket, app, setting({ drop: 'false', namespace: 'prod', 'cluster-domain': 'example.org' }));
    expect(namesOf(ran)).toEqual(['TrafficSplit /web', 'ServiceProfile prod/web.prod.svc.example.org']);
  });

  test.for([
    [{ dorp: 'true' }, 'there is no parameter', 'did you mean drop? allowed are drop, '],
    [{ drop: 'yes' }, 'parameter drop is ', 'has to be true or false'],
  ] as const)('fails the sync where %j is set, with what is allowed', ([values, message, allowed], { expect }) => {
    const ran = ask(socket, put(join(folder, 'wrong'), { 'split.yaml': split }), setting(values));
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain(message);
    expect(ran.stderr).toContain(allowed);
  });

  test.for([
    ['no-files', { 'README.md': '# shop\n' }],
    ['no-manifests', { 'values.yaml': 'replicas: 2\n' }],
    ['a-kustomization', { 'kustomization.yaml': 'resources: []\n', 'service.yaml': service }],
  ] as const)('fails where it must not print: %s (an empty success would prune the application)', ([name, files]) => {
    const ran = ask(socket, put(join(folder, name), files));
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain('exit status 2');
  });
});

describe.skipIf(missing || kustomize === '')('the plugin for Kustomize', () => {
  let socket = '';
  beforeAll(async () => {
    socket = await serve('plugin-kustomize.yaml', 'smi2linkerd-kustomize');
  });

  const base = { 'base/kustomization.yaml': 'resources: [split.yaml, service.yaml]\n', 'base/split.yaml': split };

  test('converts what kustomize builds', () => {
    const app = put(join(folder, 'built'), { ...base, 'base/service.yaml': service });
    put(app, { 'kustomization.yaml': 'namespace: prod\nresources: [base]\n' });
    const ran = ask(socket, app);
    expect(ran.status).toBe(0);
    expect([...namesOf(ran)].sort()).toEqual(['Service prod/web', 'ServiceProfile prod/web.prod.svc.cluster.local']);
  });

  test('fails if kustomize fails', () => {
    const app = put(join(folder, 'unbuilt'), { 'kustomization.yaml': 'resources: [missing.yaml]\n' });
    const ran = ask(socket, app);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/exit status 1: [^]*missing\.yaml/);
  });

  test('fails if kustomize builds nothing', () => {
    const app = put(join(folder, 'nothing'), { 'kustomization.yaml': 'resources: []\n' });
    const ran = ask(socket, app);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/exit status [12]: /);
  });

  test('fails if the output holds no object', () => {
    const app = put(join(folder, 'left'), { 'kustomization.yaml': 'resources: [split.yaml]\n' });
    put(app, { 'split.yaml': split.replace(/backends:[^]*/, 'backends: []\n') });
    const ran = ask(socket, app);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/exit status 2: [^]*the output would hold no object/);
    expect(ask(socket, app, setting({ 'allow-empty': 'true' })).stderr).toContain('0 manifests');
  });

  test('uses the parameters of the Application', () => {
    const app = put(join(folder, 'built-with'), { 'kustomization.yaml': 'resources: [split.yaml]\n' });
    const ran = ask(socket, put(app, { 'split.yaml': split }), setting({ drop: 'false' }));
    expect(namesOf(ran)).toEqual(['TrafficSplit shop/web', 'ServiceProfile shop/web.shop.svc.cluster.local']);
  });

  test.for(['dash', 'bash', 'busybox'])('its lines keep the exit code of kustomize under %s', (name, { skip }) => {
    const shell = find(name) ?? skip();
    const { command, args } = pluginOf('plugin-kustomize.yaml').spec.generate;
    expect(command).toEqual(['sh', '-ec']);
    const fake = put(join(folder, `fake-${name}`), { kustomize: '#!/bin/sh\necho "kind: Half"\nexit 7\n' });
    chmodSync(join(fake, 'kustomize'), 0o755);
    const words = name === 'busybox' ? ['sh', '-ec', ...args] : ['-ec', ...args];
    const ran = run(shell, words, { env: { PATH: `${fake}:${bin}:${process.env.PATH ?? ''}` } });
    expect(ran).toMatchObject({ status: 7, stdout: '' });
  });
});

describe.skipIf(missing || helm === '')('the plugin for Helm', () => {
  let socket = '';
  beforeAll(async () => {
    socket = await serve('plugin-helm.yaml', 'smi2linkerd-helm');
  });

  const template = split
    .replace('namespace: shop', 'namespace: {{ .Release.Namespace }}')
    .replace('name: web', 'name: {{ .Release.Name }}')
    .replace('90', '{{ .Values.weight }}');
  const chart = {
    'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
    'values.yaml': 'weight: 90\nempty: false\n',
    'values-prod.yaml': 'weight: 80\n',
    'templates/split.yaml': `{{- if not .Values.empty }}\n${template}{{- end }}\n`,
  };
  const about = [
    'ARGOCD_APP_NAME=shop-prod',
    'ARGOCD_APP_NAMESPACE=prod',
    'KUBE_VERSION=1.34.0',
    'KUBE_API_VERSIONS=v1,apps/v1',
  ];
  const weightOf = (ran: Ran): string | undefined =>
    /weight: "?(\w+)/.exec(ran.stdout)?.[1] ?? /"weight":"(\w+)"/.exec(ran.stdout)?.[1];

  test('renders the chart with the parameters of the Application, and converts it', () => {
    const app = put(join(folder, 'chart'), chart);
    const ran = ask(socket, app, ...about);
    expect(ran.stderr).toContain('1 manifests');
    expect(namesOf(ran)).toEqual(['ServiceProfile prod/web.prod.svc.cluster.local']);
    expect(weightOf(ran)).toBe('90');
    const kept = ask(
      socket,
      app,
      ...about,
      setting({ drop: 'false', 'release-name': 'blue' }),
      'PARAM_RELEASE_NAME=blue',
    );
    expect(namesOf(kept)).toEqual(['TrafficSplit prod/blue', 'ServiceProfile prod/web.prod.svc.cluster.local']);
  });

  test.for([
    ['90', []],
    ['80', ['PARAM_VALUES_FILES_0=values-prod.yaml']],
    ['70', ['PARAM_VALUES_FILES_0=values-prod.yaml', 'PARAM_VALUES=weight: 70']],
    ['60', ['PARAM_VALUES=weight: 70', 'PARAM_SET_0=other=1', 'PARAM_SET_1=weight=60']],
    ['50', ['PARAM_SET_0=', 'PARAM_SET_1=weight=50']],
  ] as const)('takes a weight of %s from the values of the Application', ([weight, values]) => {
    const ran = ask(socket, put(join(folder, 'values'), chart), ...about, ...values);
    expect(weightOf(ran), ran.stderr).toBe(weight);
  });

  const root = put(join(folder, 'repository'), { 'values.yaml': 'weight: 50\n', 'a,b "c".yaml': 'weight: 40\n' });
  const inRepository = (path: string, file: string): Ran =>
    run(client, [
      '--root',
      root,
      socket,
      put(join(root, 'charts/shop'), chart),
      ...about,
      `ARGOCD_APP_SOURCE_PATH=${path}`,
      `PARAM_VALUES_FILES_0=${file}`,
    ]);

  test.for(['charts/shop', 'charts/shop/', './charts/shop', 'charts//shop/.'])(
    'reads values files in the repository of the path %s, and refuses others',
    (path) => {
      expect(weightOf(inRepository(path, '../../values.yaml'))).toBe('50');
      expect(weightOf(inRepository(path, '../../a,b "c".yaml'))).toBe('40');
      for (const outside of ['../../../values.yaml', '/etc/passwd', 'https://example.org/values.yaml', '']) {
        const ran = inRepository(path, outside);
        expect(ran).toMatchObject({ status: 1, stdout: '' });
        expect(ran.stderr, outside).toMatch(/exit status 1: .*(?:not in the repository|No such file)/);
      }
    },
  );

  test.for(['charts/../charts/shop', 'charts/current'])('reads values files where the path is %s', (path) => {
    rmSync(join(root, 'charts/current'), { force: true });
    put(join(root, 'charts/shop'), chart);
    symlinkSync('shop', join(root, 'charts/current'));
    expect(weightOf(inRepository(path, 'values-prod.yaml'))).toBe('80');
    expect(weightOf(inRepository(path, '../../values.yaml'))).toBe('50');
    expect(inRepository(path, '../../../values.yaml')).toMatchObject({ status: 1, stdout: '' });
  });

  test.for(['dash', 'bash', 'busybox'])('its lines read values files under %s', (name, { skip }) => {
    const shell = find(name) ?? skip();
    const { args } = pluginOf('plugin-helm.yaml').spec.generate;
    // busybox takes no options in its realpath.
    const programs = put(join(folder, `programs-${name}`), {});
    for (const program of name === 'busybox' ? ['realpath', 'sed', 'printf'] : [])
      symlinkSync(shell, join(programs, program));
    const ran = run(shell, name === 'busybox' ? ['sh', '-ec', ...args] : ['-ec', ...args], {
      cwd: put(join(root, 'charts/shop'), chart),
      env: {
        PATH: [programs, bin, process.env.PATH].join(':'),
        ARGOCD_APP_NAME: 'shop',
        ARGOCD_APP_NAMESPACE: 'prod',
        ARGOCD_APP_SOURCE_PATH: './charts/shop',
        PARAM_VALUES_FILES_0: '../../values.yaml',
      },
    });
    expect(weightOf(ran), ran.stderr).toBe('50');
  });

  test('takes no second values file out of a name with a comma', () => {
    const secret = join(put(join(folder, 'container'), { 'secret.yaml': 'weight: 1\n' }), 'secret.yaml');
    const name = `values.yaml,${secret}`;
    put(join(root, 'charts/shop'), { [name]: 'weight: 30\n' });
    expect(weightOf(inRepository('charts/shop', name))).toBe('30');
  });

  test('takes no option of helm for the name of a release', () => {
    const app = put(join(folder, 'named'), chart);
    const named = (name: string, release: string): Ran =>
      ask(
        socket,
        app,
        ...about,
        `ARGOCD_APP_NAME=${name}`,
        setting({ drop: 'false' }),
        `PARAM_RELEASE_NAME=${release}`,
      );
    expect(named('shop', '--debug')).toMatchObject({ status: 1, stdout: '' });
    // As Argo CD calls an Application of another namespace than its own.
    expect(namesOf(named('team-a_shop', ''))[0]).toBe('TrafficSplit prod/shop');
  });

  test.for([
    ['set', 'weight=60', 'PARAM_SET'],
    ['values-files', 'values-prod.yaml', 'PARAM_VALUES_FILES'],
  ] as const)('fails where %s is no list, which helm would not get', ([name, value, variable]) => {
    const app = put(join(folder, 'values'), chart);
    const ran = ask(socket, app, ...about, setting({ [name]: value }), `${variable}=${value}`);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toContain(`parameter ${name} has to be given as array, not as string`);
  });

  test('fails if helm fails, and for a split without a profile', () => {
    const broken = put(join(folder, 'broken'), { ...chart, 'templates/split.yaml': '{{ fail "no weights" }}' });
    const ran = ask(socket, broken, ...about);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/exit status 1: [^]*no weights/);
    const negative = ask(socket, put(join(folder, 'values'), chart), ...about, 'PARAM_SET_0=weight=-5');
    expect(negative.stderr).toMatch(/exit status 1: [^]*weight -5 is negative/);
  });

  test('fails if the chart renders nothing, unless the Application allows it', () => {
    const app = put(join(folder, 'values'), chart);
    const refused = ask(socket, app, ...about, 'PARAM_SET_0=empty=true');
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('exit status 2');
    const words = [setting({ set: ['empty=true'], 'allow-empty': 'true' }), 'PARAM_SET_0=empty=true'];
    expect(ask(socket, app, ...about, ...words).stderr).toContain('0 manifests');
  });
});

describe.skipIf(missing || kustomize === '' || helm === '')('the plugins beside each other', () => {
  const files = { directory: 'plugin.yaml', kustomize: 'plugin-kustomize.yaml', helm: 'plugin-helm.yaml' };
  const sockets: Record<string, string> = {};
  beforeAll(async () => {
    for (const [name, file] of Object.entries(files)) {
      const { metadata } = pluginOf(file);
      sockets[name] = await serve(file, metadata.name);
    }
  });
  const apps = {
    directory: { 'split.yaml': split },
    kustomize: { 'kustomization.yml': 'resources: [split.yaml]\n', 'split.yaml': split },
    helm: { 'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n', 'templates/split.yaml': split },
    jsonnet: { 'main.jsonnet': '{}' },
  };
  const taken = (app: string, ...env: readonly string[]): readonly string[] =>
    Object.entries(sockets).flatMap(([name, socket]) =>
      succeed(client, ['--match', socket, app, ...env]).trim() === 'true' ? [name] : [],
    );

  test.for(Object.entries(apps))(
    'take of %s what they can serve, where the Application has a plugin section',
    ([name, tree]) => {
      const app = put(join(folder, `taken-${name}`), tree);
      expect(taken(app, 'ARGOCD_APP_PARAMETERS=null')).toEqual(name === 'jsonnet' ? [] : [name]);
      expect(taken(app)).toEqual([]);
    },
  );

  test.for(Object.keys(files))('announce their parameters: %s', (name) => {
    interface Announced {
      readonly name: string;
      readonly tooltip: string;
    }
    const printed = succeed(client, [
      '--parameters',
      sockets[name] ?? '',
      put(join(folder, 'announced'), apps.directory),
    ]);
    const announced = JSON.parse(printed) as readonly Announced[];
    const own = name === 'helm' ? ['release-name', 'values', 'values-files', 'set'] : [];
    expect(announced.map((one) => one.name).sort()).toEqual([...own, ...parameterNames()].sort());
    expect(announced.filter((one) => one.tooltip === '')).toEqual([]);
    console.info(`${name}: ${printed}`);
  });
});

function pluginOf(file: string): {
  metadata: { name: string };
  spec: { generate: { command: string[]; args: string[] } };
} {
  return parse(succeed('cat', [join(checkout, 'argocd', file)])) as ReturnType<typeof pluginOf>;
}

describe('the sidecar', () => {
  const kubectl = tool('kubectl', 'version', '--client') ?? '';
  const [buildah, podman] = [tool('buildah', '--version') ?? '', tool('podman', '--version') ?? ''];
  const node = tool('node24', '--version') ?? '';

  interface Deployment {
    readonly spec: { readonly template: { readonly spec: Pod } };
  }
  interface Pod {
    readonly containers: readonly { name: string; volumeMounts: readonly { name: string; mountPath: string }[] }[];
    readonly volumes: readonly { name: string }[];
  }

  test.skipIf(kubectl === '')('is a patch of the repository server that mounts volumes which are there', () => {
    const app = put(join(folder, 'patched'), {
      'kustomization.yaml': 'resources: [server.yaml]\npatches: [{path: patch.yaml}]\n',
      'server.yaml': repoServer,
    });
    copyFileSync(join(checkout, 'argocd/install/repo-server-patch.yaml'), join(app, 'patch.yaml'));
    expectMounted((parse(succeed(kubectl, ['kustomize', app])) as Deployment).spec.template.spec);
  });

  test.skipIf(helm === '')('is a value of the Helm chart that installed Argo CD', () => {
    // Where argo-helm's argocd-repo-server/deployment.yaml puts repoServer.extraContainers and repoServer.volumes.
    const template = repoServer
      .replace(
        /( +)volumes:\n/,
        '{{- tpl (toYaml .Values.repoServer.extraContainers) $ | nindent 6 }}\n$&{{- toYaml .Values.repoServer.volumes | nindent 6 }}\n',
      )
      .replace('\n{{- tpl', '{{- tpl');
    const chart = put(join(folder, 'argo-cd'), {
      'Chart.yaml': 'apiVersion: v2\nname: argo-cd\nversion: 1.0.0\n',
      'templates/deployment.yaml': template.replace('        {{', '{{'),
    });
    const words = ['template', 'argocd', chart, '--values', join(checkout, 'argocd/install/values.yaml')];
    expectMounted((parse(succeed(helm, words)) as Deployment).spec.template.spec);
  });

  function expectMounted({ containers, volumes }: Pod): void {
    expect(containers.map(({ name }) => name).sort()).toEqual(['argocd-repo-server', 'smi2linkerd']);
    const names = volumes.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['var-files', 'plugins', 'smi2linkerd-tmp']));
    const mounts = containers.find(({ name }) => name === 'smi2linkerd')?.volumeMounts ?? [];
    expect(mounts.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
  }

  test.skipIf(missing || !canBuild(buildah, podman, node))(
    'serves from our image, read-only and as user 999, with the plugin that is in it',
    async ({ skip }) => {
      const env = containersEnv(folder);
      chmodSync(folder, 0o755);
      buildImage(buildah, podman, node, folder, env);
      if (!canRun(podman, folder, env)) skip();
      const [plugins, files] = [put(join(folder, 'sidecar'), {}), join(folder, 'var-files')];
      chmodSync(plugins, 0o777);
      mkdirSync(files);
      copyFileSync(server, join(files, 'argocd-cmp-server'));
      const locked = ['--network', 'none', '--read-only', '--cap-drop', 'ALL', '--user', '999', '--tmpfs', '/tmp'];
      const mounts = [`${files}:/var/run/argocd:ro`, `${plugins}:/home/argocd/cmp-server/plugins`];
      const words = ['run', '--rm', '--name', 'sidecar', ...locked, ...mounts.flatMap((mount) => ['-v', mount])];
      const start = ['--entrypoint', '/var/run/argocd/argocd-cmp-server', image];
      const container = spawn(podman, [...words, ...start], { env: { ...process.env, ...env }, stdio: 'ignore' });
      try {
        const app = put(join(folder, 'served'), { 'split.yaml': bare });
        const ran = ask(await socketOf(plugins, 'smi2linkerd'), app, 'ARGOCD_APP_NAMESPACE=prod');
        expect(ran.stderr).toContain('1 manifests');
        expect(namesOf(ran)).toEqual(['ServiceProfile prod/web.prod.svc.cluster.local']);
        const matched = run(client, ['--match', join(plugins, 'smi2linkerd.sock'), app, 'ARGOCD_APP_PARAMETERS=null']);
        expect(matched.stdout).toBe('true\n');
      } finally {
        run(podman, ['stop', '-t', '5', 'sidecar'], { env });
        container.kill();
      }
    },
  );
});

/** As Argo CD installs it, as far as the sidecar is concerned. */
const repoServer = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: argocd-repo-server
spec:
  selector:
    matchLabels:
      app.kubernetes.io/name: argocd-repo-server
  template:
    metadata:
      labels:
        app.kubernetes.io/name: argocd-repo-server
    spec:
      containers:
      - name: argocd-repo-server
        image: quay.io/argoproj/argocd:v3.2.0
        volumeMounts:
        - name: plugins
          mountPath: /home/argocd/cmp-server/plugins
      volumes:
      - name: var-files
        emptyDir: {}
      - name: plugins
        emptyDir: {}
`;
