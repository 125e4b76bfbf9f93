import { isAlias, isScalar } from 'yaml';
import type { KubernetesObject } from '../kubernetes.ts';
import { mapping } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { mapAt, pairOf } from '../manifests/nodes.ts';

/**
 * The object of a split, with the integers of its labels and annotations that a JavaScript number rounds as bigint:
 * Kubernetes' reader keeps all of 64 bits with a sign, and rounds larger ones in the same way.
 */
export function withLargeIntegers(manifest: Manifest): KubernetesObject {
  const { object } = manifest;
  const labels = exactIntegers(manifest, 'labels');
  const annotations = exactIntegers(manifest, 'annotations');
  if (labels === undefined && annotations === undefined) return object;
  return {
    ...object,
    metadata: { ...mapping(object, 'metadata'), ...(labels && { labels }), ...(annotations && { annotations }) },
  };
}

function exactIntegers(
  manifest: Manifest,
  key: 'labels' | 'annotations',
): Readonly<Record<string, unknown>> | undefined {
  const values = mapping(manifest.object, 'metadata', key);
  const rounded = Object.entries(values).filter(([, value]) => isRounded(value));
  if (rounded.length === 0) return undefined;
  const exact = rounded.map(([name, value]) => [name, exactInteger(manifest, key, name) ?? value] as const);
  return { ...values, ...Object.fromEntries(exact) };
}

function isRounded(value: unknown): boolean {
  return Number.isInteger(value) && !Number.isSafeInteger(value) && Math.abs(Number(value)) <= 2 ** 63;
}

/** The integer that is written after a label or annotation, if 64 bits with a sign hold it; not one that comes by a merge. */
function exactInteger({ node, document }: Manifest, key: string, name: string): bigint | undefined {
  const map = mapAt(mapAt(node, 'metadata'), key);
  const written = map && pairOf(map, name)?.value;
  const value = isAlias(written) ? written.resolve(document) : written;
  const source = (isScalar(value) ? value.source : undefined)?.replaceAll('_', '') ?? '';
  const [, sign = '', digits = ''] =
    /^([-+]?)([1-9][0-9]*|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.exec(source) ?? [];
  if (digits === '') return undefined;
  const whole = BigInt(digits.toLowerCase()) * (sign === '-' ? -1n : 1n);
  return BigInt.asIntN(64, whole) === whole ? whole : undefined;
}
