import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll } from 'vitest';
import type { Ran, RunOptions } from './run.ts';
import { checkout, run } from './run.ts';
import { tool } from './tools.ts';

/** An API server of Kubernetes for custom resources, and kubectl. */
export interface Cluster {
  readonly kubeconfig: string;
  kubectl(words: readonly string[], options?: RunOptions): Ran;
}

const crdsOfProfiles = ['crds/serviceprofile.yaml', 'crds/trafficsplit-linkerd-smi-v0.2.7.yaml'];

/** Starts the server with CRDs of test/vectors on loopback for the tests of a file; undefined, loudly, where it or kubectl is missing. */
export async function startCluster(
  folder: string,
  crds: readonly string[] = crdsOfProfiles,
): Promise<Cluster | undefined> {
  const server = tool('apiserver');
  const kubectl = tool('kubectl', 'version', '--client');
  if (server === undefined || kubectl === undefined) return undefined;
  const kubeconfig = join(folder, 'kubeconfig');
  const files = crds.map((name) => join(checkout, 'test/vectors', name));
  const child = spawn(server, [kubeconfig, ...files], { stdio: ['pipe', 'pipe', 'ignore'] });
  afterAll(() => {
    child.stdin.end(); // it ends with its input
  });
  for await (const line of createInterface({ input: child.stdout })) if (line === 'ready') break;
  return {
    kubeconfig,
    kubectl: (words, options = {}) =>
      run(kubectl, words, { ...options, env: { ...options.env, KUBECONFIG: kubeconfig } }),
  };
}
