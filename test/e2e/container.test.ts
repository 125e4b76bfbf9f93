import { chmodSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildImage, canBuild, canRun, containersEnv, image } from './image.ts';
import { checkout, profile, put, run, scratch, split, succeed } from './run.ts';
import { tool } from './tools.ts';

const buildah = tool('buildah', '--version') ?? '';
const podman = tool('podman', '--version') ?? '';
const node = tool('node24', '--version') ?? '';
const kpt = tool('kpt', 'version') ?? '';
const kubectl = tool('kubectl', 'version', '--client') ?? '';
const folder = scratch();
const env = containersEnv(folder);
const version = (JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { version: string }).version;
const locked = ['--network', 'none', '--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges'];

describe.skipIf(!canBuild(buildah, podman, node))('the container image', () => {
  let runs = false;

  beforeAll(() => {
    chmodSync(folder, 0o755);
    buildImage(buildah, podman, node, folder, env);
    runs = canRun(podman, folder, env);
  });

  interface Config {
    readonly User: string;
    readonly Entrypoint: readonly string[];
    readonly Labels: Readonly<Record<string, string>>;
  }

  test('runs as a numeric user, starts the program directly, and has labels', () => {
    const [inspected] = JSON.parse(succeed(podman, ['image', 'inspect', image], { env })) as [
      { Config: Config; Size: number },
    ];
    const { User, Entrypoint, Labels } = inspected.Config;
    console.info(`image: ${Math.round(inspected.Size / 1e6)} MB with the substitute for its base`);
    expect(User).toBe('65532:65532');
    expect(Entrypoint).toEqual(['/usr/local/bin/smi2linkerd']);
    expect(Labels).toMatchObject({
      'org.opencontainers.image.title': 'smi2linkerd',
      'org.opencontainers.image.version': version,
      'org.opencontainers.image.revision': '0123abc',
      'org.opencontainers.image.licenses': 'Apache-2.0',
      'org.opencontainers.image.source': expect.stringMatching(/^https:/) as string,
      'org.opencontainers.image.created': '2026-01-02T03:04:05Z',
      'io.artifacthub.package.readme-url': expect.stringMatching(
        new RegExp(`^https://raw\\.githubusercontent\\.com/.*/v${version}/README\\.md$`),
      ) as string,
      'io.artifacthub.package.category': 'networking',
      'io.artifacthub.package.keywords': expect.stringContaining('linkerd') as string,
    });
  });

  test('adds only the bundle to its base', () => {
    const mounted = succeed(podman, ['image', 'mount', image], { env }).trim();
    try {
      const ours = succeed('find', ['opt', 'usr/local', 'home', '-type', 'f'], { cwd: mounted }).trim().split('\n');
      const cached = ours.filter((path) => path.startsWith('opt/smi2linkerd/cache/'));
      expect(cached.length).toBeGreaterThanOrEqual(4);
      const bundle = succeed('git', ['ls-files', 'dist/*.cjs'], { cwd: checkout }).trim();
      expect(ours.sort()).toEqual(
        [
          ...bundle.split('\n').map((path) => path.replace('dist', 'opt/smi2linkerd')),
          'opt/smi2linkerd/LICENSE',
          'opt/smi2linkerd/THIRD-PARTY-NOTICES',
          ...cached,
          'usr/local/bin/smi2linkerd',
          'home/argocd/cmp-server/config/plugin.yaml',
        ].sort(),
      );
      const size = Number(
        succeed('du', ['-cb', 'opt', 'usr/local', 'home'], { cwd: mounted }).trim().split('\n').at(-1)?.split('\t')[0],
      );
      console.info(`image: ${Math.round(size / 1024)} KiB in ${ours.length} files on top of the base`);
      expect(size).toBeLessThan(2 << 20);
    } finally {
      run(podman, ['image', 'unmount', image], { env });
    }
  });

  test('filters a stream without network, capabilities, a writable file system or a home directory', ({ skip }) => {
    if (!runs) skip();
    for (const user of ['nobody', '65532:65532', '999:999']) {
      const ran = run(podman, ['run', '--rm', '-i', ...locked, '--user', user, image], { env, input: split });
      expect(ran).toMatchObject({ status: 0, stdout: `${split}---\n${profile}` });
    }
  });

  test('uses the code cache that its build filled, as its own user and as that of Argo CD', ({ skip }) => {
    if (!runs) skip();
    for (const user of ['65532:65532', '999:999']) {
      const debug = ['--user', user, '-e', 'NODE_DEBUG_NATIVE=COMPILE_CACHE'];
      const { status, stdout, stderr } = run(podman, ['run', '--rm', '-i', ...locked, ...debug, image], {
        env,
        input: split,
      });
      expect(status, stderr).toBe(0);
      const said = stdout + stderr;
      for (const part of ['smi2linkerd.cjs', 'conversion-shared.cjs'])
        expect(said, user).toMatch(new RegExp(`code cache for \\S+ /opt/smi2linkerd/${part} was accepted`));
      expect(said).not.toContain('was rejected');
    }
  });

  test('checks a mounted directory, with the same exit codes', ({ skip }) => {
    if (!runs) skip();
    const k8s = put(join(folder, 'k8s'), { 'split.yaml': split });
    const words = ['run', '--rm', ...locked, '-v', `${k8s}:/k8s:ro`, '-w', '/k8s', image];
    expect(run(podman, [...words, '--check', '.'], { env })).toMatchObject({ status: 1, stdout: 'split.yaml\n' });
    expect(run(podman, [...words, '--check', 'nowhere'], { env }).status).toBe(2);
  });

  test('the commands of docs/install.md check and write a mounted directory', ({ skip }) => {
    if (!runs) skip();
    const k8s = put(join(folder, 'mounted'), { 'split.yaml': split });
    const text = readFileSync(join(checkout, 'docs/install.md'), 'utf8');
    const commands = Array.from(text.matchAll(/^docker (run .* -v .*)$/gm), ([, words = '']) => words);
    const [check, write] = commands.map((words) =>
      run('sh', ['-c', `exec '${podman}' ${words.replace(/ghcr\.io\/\S+/, image)}`], { env, cwd: k8s }),
    );
    expect(check).toMatchObject({ status: 1, stdout: 'split.yaml\n' });
    expect(write, write?.stderr).toMatchObject({ status: 0 });
    const file = join(k8s, 'split.yaml');
    expect(readFileSync(file, 'utf8')).toContain('kind: ServiceProfile');
    expect(statSync(file).uid).toBe(process.getuid?.());
  });

  test('Node alone runs the first command of the README in a clone', ({ skip }) => {
    if (!runs) skip();
    const [, command = ''] = /^```sh\nnode (.*)\n/m.exec(readFileSync(join(checkout, 'README.md'), 'utf8')) ?? [];
    const clone = ['-v', `${join(folder, 'context')}:/clone:ro`, '-w', '/clone'];
    const words = [
      'run',
      '--rm',
      ...locked,
      ...clone,
      '--entrypoint',
      '/nodejs/bin/node',
      image,
      ...command.split(' '),
    ];
    expect(succeed(podman, words, { env })).toContain('name: backend-svc.trafficsplit-sample.svc.cluster.local');
  });

  test.skipIf(kpt === '')('is a KRM function for kpt', ({ skip }) => {
    if (!runs) skip();
    const kptEnv = { ...env, KPT_FN_RUNTIME: 'podman' };
    const words = ['--image', image, '--image-pull-policy', 'never'];
    const valid = put(join(folder, 'valid'), { 'split.yaml': split });
    succeed(kpt, ['fn', 'eval', valid, ...words, '--', 'drop=true'], { env: kptEnv });
    expect(readFileSync(join(valid, 'split.yaml'), 'utf8')).toContain('kind: ServiceProfile');
    expect(readFileSync(join(valid, 'split.yaml'), 'utf8')).not.toContain('TrafficSplit');
    const text = split.replace('90', '-90');
    const broken = put(join(folder, 'broken'), { 'split.yaml': text });
    const ran = run(kpt, ['fn', 'eval', broken, ...words], { env: kptEnv });
    expect(ran.status).toBe(1);
    expect(ran.stdout + ran.stderr).toMatch(/\[error\][^]*spec\.backends\[0\]\.weight/);
    expect(readFileSync(join(broken, 'split.yaml'), 'utf8')).toBe(text);
  });

  test.skipIf(kubectl === '')('is a function of Kustomize, whose docker is podman here', ({ skip }) => {
    if (!runs) skip();
    const bin = put(join(folder, 'bin'), {});
    symlinkSync(podman, join(bin, 'docker'));
    const app = put(join(folder, 'app'), {
      'kustomization.yaml': 'resources: [split.yaml]\ntransformers: [function.yaml]\n',
      'split.yaml': split,
      'function.yaml': functionConfig,
    });
    const path = { PATH: `${bin}:${process.env.PATH ?? ''}` };
    const printed = succeed(kubectl, ['kustomize', '--enable-alpha-plugins', app], { env: { ...env, ...path } });
    expect(printed).toContain('name: web.shop.svc.cluster.local');
    expect(printed).not.toContain('TrafficSplit');
  });
});

const functionConfig = `apiVersion: smi2linkerd.dev/v1alpha1
kind: TrafficSplitTransformer
metadata:
  name: splits
  annotations:
    config.kubernetes.io/function: |
      container:
        image: ${image}
drop: true
`;
