import { spawnSync } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { tool } from '../e2e/tools.ts';

/** The objects that Kubernetes' own decoder reads from a text, lists opened; undefined where it refuses any of them. */
export type KubernetesRead = readonly Readonly<Record<string, unknown>>[] | undefined;

/** What Kubernetes' decoder (apimachinery) reads from texts; undefined, loudly, where it has not been built. */
export function readAsKubernetes(texts: readonly Uint8Array[]): readonly KubernetesRead[] | undefined {
  process.env.SMI2LINKERD_TOOLS_BIN ??= join(homedir(), '.cache/smi2linkerd-tools/bin');
  const decoder = tool('manifest-decoder');
  if (decoder === undefined) return undefined;
  const input = texts.map((text) => `${Buffer.from(text).toString('base64')}\n`).join('');
  const { stdout } = spawnSync(decoder, { input, maxBuffer: 2 ** 30 });
  const answers = stdout.toString().trimEnd().split('\n');
  return answers.map((answer) => {
    const { objects, errors } = JSON.parse(answer) as { objects: readonly string[]; errors: readonly string[] };
    return errors.length > 0
      ? undefined
      : objects.map((object) => JSON.parse(object) as Readonly<Record<string, unknown>>);
  });
}
