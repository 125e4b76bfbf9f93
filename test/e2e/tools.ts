import { spawnSync } from 'node:child_process';
import { accessSync, appendFileSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The bundle that is committed: what users run. */
export const bundle = join(import.meta.dirname, '../../dist/smi2linkerd.cjs');

/** The path of a program on PATH or beside the tools that `.ci/tools` installed; undefined where it is missing. */
export function find(name: string): string | undefined {
  const folders = [process.env.SMI2LINKERD_TOOLS_BIN ?? '', ...(process.env.PATH ?? '').split(delimiter)];
  return folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A real tool for a test file, with the words that make it print its version. A missing one is said loudly, and its tests
 * are to be skipped (`test.skipIf(kpt === undefined)`); what was run and what was missing ends up in the last line of CI.
 */
export function tool(name: string, ...versionWords: readonly string[]): string | undefined {
  const path = find(name);
  if (path === undefined) {
    note(`missing ${name}`);
    console.warn(`SKIPPED: ${name} is not on this machine; .ci/tools says how it is installed`);
    return undefined;
  }
  note(`ran ${name} ${versionOf(name, path, versionWords)}`.trim());
  return path;
}

/** What the Go programs of this repository are made to run: its version is theirs. */
const librariesOf: Readonly<Record<string, string>> = {
  apiserver: 'k8s.io/apiextensions-apiserver',
  'argocd-cmp-client': 'github.com/argoproj/argo-cd/v3',
  'argocd-cmp-server': 'github.com/argoproj/argo-cd/v3',
  'argocd-manifests': 'github.com/argoproj/argo-cd/v3',
  'manifest-decoder': 'k8s.io/apimachinery',
};

/** The version that a tool has in its name or prints, or that its library has; empty if none is found. */
function versionOf(name: string, path: string, words: readonly string[]): string {
  const inName = /-(\d+\.\d+\.\d+)/.exec(name)?.[1];
  if (inName !== undefined) return inName;
  const library = librariesOf[name];
  if (library !== undefined) {
    const version = printed('go', 'version', '-m', path)
      .split('\n')
      .map((line) => line.trim().split('\t'))
      .find(([, module]) => module === library)?.[2];
    return version === undefined ? '' : `${library}@${version}`;
  }
  if (words.length === 0) return '';
  return /v?\d+\.\d+[\w.+-]*|\b\d{5,}\b/.exec(printed(path, ...words))?.[0] ?? '';
}

/** What a program prints, on either stream. */
function printed(path: string, ...words: readonly string[]): string {
  const { stdout, stderr } = spawnSync(path, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  return `${stdout}${stderr}`;
}

/** One line of the log that `.ci/run` sums up at its end. */
function note(line: string): void {
  const log = process.env.SMI2LINKERD_TOOLS_LOG;
  if (log !== undefined && log !== '') appendFileSync(log, `${line}\n`);
}
