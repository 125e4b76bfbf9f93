import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildImage, canBuild, canRun, containersEnv, image } from './image.ts';
import type { Ran } from './run.ts';
import { checkout, put, run, scratch, split, succeed } from './run.ts';
import { bundle, find, tool } from './tools.ts';

const server = tool('argocd-cmp-server') ?? '';
const client = tool('argocd-cmp-client') ?? '';
const kustomize = tool('kustomize', 'version') ?? '';
const missing = server === '' || client === '';
const folder = scratch();
const bin = put(join(folder, 'bin'), {});
symlinkSync(bundle, join(bin, 'smi2linkerd'));
const running: ChildProcess[] = [];

afterAll(() => {
  for (const child of running) child.kill('SIGKILL'); // it does not end on SIGTERM
});

/** The socket of a plugin, once somebody answers there. */
async function socketOf(plugins: string, name: string): Promise<string> {
  const socket = join(plugins, `${name}.sock`);
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answers(socket)) return socket;
    await setTimeout(50);
  }
  throw new Error(`nobody answers at ${socket}`);
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = connect(socket);
    connection.once('error', () => {
      resolve(false);
    });
    connection.once('connect', () => {
      connection.destroy();
      resolve(true);
    });
  });
}

/** Argo CD's plugin server with one of our plugin files; gives its socket. */
async function serve(file: string, name: string): Promise<string> {
  const [config, plugins] = [put(join(folder, name, 'config'), {}), put(join(folder, name, 'plugins'), {})];
  copyFileSync(join(checkout, 'argocd', file), join(config, 'plugin.yaml'));
  const PATH = [bin, kustomize.replace(/\/[^/]*$/, ''), process.env.PATH].join(':');
  const env = { ...process.env, PATH, ARGOCD_PLUGINSOCKFILEPATH: plugins, ARGOCD_CMP_WORKDIR: join(folder, name) };
  running.push(spawn(server, ['--config-dir-path', config], { env, stdio: 'ignore' }));
  return socketOf(plugins, name);
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

  test('gives Argo CD the profile in the place of the split, and everything else', () => {
    const app = put(join(folder, 'plain'), { 'split.yaml': split, 'service.yaml': service, 'README.md': '# shop\n' });
    put(app, { 'below/ignored.yaml': service, 'values.yaml': 'replicas: 2\n' });
    const ran = ask(socket, app);
    expect(ran.status).toBe(0);
    expect(namesOf(ran)).toEqual(['Service /web', 'ServiceProfile shop/web.shop.svc.cluster.local']);
  });

  test('puts objects without a namespace where Argo CD puts them', () => {
    const app = put(join(folder, 'namespace'), { 'split.yaml': bare });
    const ran = ask(socket, app, 'ARGOCD_APP_NAMESPACE=prod');
    expect(namesOf(ran)).toEqual(['ServiceProfile prod/web.prod.svc.cluster.local']);
  });

  test('fails with place, reason and fix where a split has no profile, and gives nothing', () => {
    const app = put(join(folder, 'error'), { 'split.yaml': split.replace('90', '-90'), 'service.yaml': service });
    const ran = ask(socket, app);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/failed exit status 1: split\.yaml:10:13: error invalid-weight: [^]*fix: /);
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

  test('fails as kustomize fails', () => {
    const app = put(join(folder, 'unbuilt'), { 'kustomization.yaml': 'resources: [missing.yaml]\n' });
    const ran = ask(socket, app);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/exit status 1: [^]*missing\.yaml/);
  });

  test('fails where kustomize builds nothing', () => {
    const app = put(join(folder, 'nothing'), { 'kustomization.yaml': 'resources: []\n' });
    const ran = ask(socket, app);
    expect(ran).toMatchObject({ status: 1, stdout: '' });
    expect(ran.stderr).toMatch(/exit status [12]: /);
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

function pluginOf(file: string): { spec: { generate: { command: string[]; args: string[] } } } {
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
    copyFileSync(join(checkout, 'argocd/repo-server-patch.yaml'), join(app, 'patch.yaml'));
    const { spec } = (parse(succeed(kubectl, ['kustomize', app])) as Deployment).spec.template;
    expect(spec.containers.map(({ name }) => name).sort()).toEqual(['argocd-repo-server', 'smi2linkerd']);
    const volumes = spec.volumes.map(({ name }) => name);
    expect(volumes).toEqual(expect.arrayContaining(['var-files', 'plugins', 'smi2linkerd-tmp']));
    const mounts = spec.containers.find(({ name }) => name === 'smi2linkerd')?.volumeMounts ?? [];
    expect(mounts.map(({ name }) => name).filter((name) => !volumes.includes(name))).toEqual([]);
  });

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
