import { list, text, type KubernetesObject } from '../kubernetes.ts';

/** A file that a generator makes part of an object, as its kustomization would refer to it. */
export interface GeneratedData {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly file: string;
}

/** What makes files part of an object: a field of a kustomization, or the kind of a generator that it names. */
export const kindOfGenerator: ReadonlyMap<string, GeneratedData['kind']> = new Map([
  ['configMapGenerator', 'ConfigMap'],
  ['ConfigMapGenerator', 'ConfigMap'],
  ['secretGenerator', 'Secret'],
  ['SecretGenerator', 'Secret'],
]);

/** The files that builtin generators make part of an object (kustomize api/types/kvpairsources.go). */
export function dataGenerated(generators: readonly KubernetesObject[]): readonly GeneratedData[] {
  return generators.flatMap((config) => {
    const kind = text(config, 'apiVersion') === 'builtin' ? kindOfGenerator.get(text(config, 'kind')) : undefined;
    return kind === undefined ? [] : list(config, 'files').map((entry) => ({ kind, file: dataFile(entry) }));
  });
}

/** The path of an entry of `files`, which may say its key: `key=path`. */
export function dataFile(entry: unknown): string {
  return typeof entry === 'string' ? entry.slice(entry.indexOf('=') + 1) : '';
}
