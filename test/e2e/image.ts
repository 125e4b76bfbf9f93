import { chmodSync, cpSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyCheckout } from './copy.ts';
import { put, run, succeed } from './run.ts';

/** The image as built here. */
export const image = 'localhost/smi2linkerd:dev';

const base = 'gcr.io/distroless/nodejs24-debian13:nonroot';

export type Env = Readonly<Record<string, string>>;

/**
 * Storage and settings of the containers below `folder`, away from those of the machine. runc and low limits: crun wants
 * a privilege that containers do not have.
 */
export function containersEnv(folder: string): Env {
  put(folder, {
    'containers.conf':
      '[containers]\ndefault_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]\n[engine]\nruntime = "runc"\ncgroup_manager = "cgroupfs"\nevents_logger = "none"\n',
    'storage.conf': `[storage]\ndriver = "vfs"\ngraphroot = "${folder}/storage"\nrunroot = "${folder}/run"\n`,
    'registries.conf': '',
  });
  return {
    CONTAINERS_CONF: join(folder, 'containers.conf'),
    CONTAINERS_STORAGE_CONF: join(folder, 'storage.conf'),
    CONTAINERS_REGISTRIES_CONF: join(folder, 'registries.conf'),
  };
}

/** Whether images can be built here: the tools are there, and mounting an image needs root. */
export function canBuild(...tools: readonly string[]): boolean {
  const root = process.getuid?.() === 0;
  if (!root) console.warn('SKIPPED: images are built and run as root');
  return root && !tools.includes('');
}

/** Whether containers can be run on this machine at all: not so inside of many other containers. */
export function canRun(podman: string, folder: string, env: Env): boolean {
  const ran = run(podman, ['run', '--rm', '--network', 'none', image, '--version'], { cwd: folder, env });
  if (ran.status !== 0) console.warn(`SKIPPED: podman cannot run containers here: ${ran.stderr}`);
  return ran.status === 0;
}

/** Builds the Dockerfile of the checkout on a substitute for its base image: the same path of Node, the same users, no shell. */
export function buildImage(buildah: string, podman: string, node: string, folder: string, env: Env): void {
  const root = join(folder, 'base');
  copy(realpathSync(node), join(root, 'nodejs/bin/node'));
  for (const library of librariesOf(node)) copy(realpathSync(library), join(root, library));
  put(root, {
    'etc/passwd':
      'root:x:0:0:root:/root:/sbin/nologin\nnobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n',
    'etc/group': 'root:x:0:\nnobody:x:65534:\nnonroot:x:65532:\n',
  });
  mkdirSync(join(root, 'tmp'));
  chmodSync(join(root, 'tmp'), 0o1777);
  succeed('tar', ['-C', root, '-cf', join(folder, 'base.tar'), '.']);
  const words = ['import', '-c', 'USER=65532', '-c', 'ENTRYPOINT ["/nodejs/bin/node"]'];
  succeed(podman, [...words, join(folder, 'base.tar'), base], { env });
  const context = copyCheckout(join(folder, 'context'));
  const values = ['REVISION=0123abc', 'CREATED=2026-01-02T03:04:05Z'].flatMap((value) => ['--build-arg', value]);
  succeed(buildah, ['bud', '--pull-never', '--from', base, ...values, '-t', image, '.'], { cwd: context, env });
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { dereference: true });
}

/** The shared libraries of a program, the loader among them, where it expects them. */
function librariesOf(program: string): readonly string[] {
  return [...succeed('ldd', [program]).matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, path]) => path ?? '');
}
