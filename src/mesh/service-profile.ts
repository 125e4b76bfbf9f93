import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, isMapping, list, text } from '../kubernetes.ts';
import { authority, parseProfileName } from './authority.ts';
import { compare, parseQuantity } from './quantity.ts';
import type { TrafficSplit } from './traffic-split.ts';

/** An entry of spec.dstOverrides (linkerd2, serviceprofile/v1alpha2/types.go). */
export interface WeightedDst {
  readonly authority: string;
  /** A canonical quantity. */
  readonly weight: string;
}

/** A ServiceProfile as we write it; the order of keys is that of the text. */
export interface ServiceProfile {
  readonly apiVersion: 'linkerd.io/v1alpha2';
  readonly kind: 'ServiceProfile';
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: { readonly dstOverrides: readonly WeightedDst[] };
}

/** The smi-adaptor leaves a profile with this key alone, whatever its value (linkerd-smi, controller.go). */
export const skipAnnotation = 'smi.linkerd.io/skip';
/** What the value of that key says of a profile of ours: its split is there, or `--drop` took it out. */
export const ownMarks = { standing: 'smi2linkerd', dropped: 'smi2linkerd-dropped' } as const;

/** Whether a value of the key is one that we write; any other is the word of the profile's owner. */
export function isOwnMark(value: string | undefined): boolean {
  return value === ownMarks.standing || value === ownMarks.dropped;
}

/** Whether an object is a ServiceProfile of any version. */
export function isServiceProfile(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'ServiceProfile' && groupOf(object) === 'linkerd.io';
}

/**
 * The profile that the smi-adaptor would make of a split (linkerd-smi, toServiceProfile), with what is copied from it, and
 * the value of its skip annotation where it has one.
 */
export function toServiceProfile(
  split: TrafficSplit,
  { clusterDomain, mark }: { readonly clusterDomain: string; readonly mark?: string | undefined },
  extra: Readonly<Record<string, string>> = {},
): ServiceProfile {
  const marks = mark === undefined ? {} : { [skipAnnotation]: mark };
  const annotations = { ...split.annotations, ...marks, ...extra };
  return {
    apiVersion: 'linkerd.io/v1alpha2',
    kind: 'ServiceProfile',
    metadata: {
      name: authority(split.apex, split.namespace, clusterDomain),
      namespace: split.namespace,
      ...(Object.keys(split.labels).length > 0 && { labels: split.labels }),
      ...(Object.keys(annotations).length > 0 && { annotations }),
    },
    spec: {
      dstOverrides: split.backends.map(({ service, namespace, weight }) => ({
        authority: authority(service, namespace, clusterDomain),
        weight,
      })),
    },
  };
}

/** The overrides of an existing profile as they stand. */
export function overridesOf(
  object: KubernetesObject,
): readonly { readonly authority: unknown; readonly weight: unknown }[] {
  return list(object, 'spec', 'dstOverrides').map((entry) =>
    isMapping(entry)
      ? { authority: entry.authority, weight: entry.weight }
      : { authority: undefined, weight: undefined },
  );
}

/** Whether a profile's overrides are the wanted ones: same authorities, same order, weights equal as quantities. */
export function sameOverrides(object: KubernetesObject, wanted: readonly WeightedDst[]): boolean {
  const stood = overridesOf(object);
  return (
    stood.length === wanted.length &&
    wanted.every(
      (want, index) => stood[index]?.authority === want.authority && sameWeight(stood[index].weight, want.weight),
    )
  );
}

/** Whether two weights are equal as quantities; what is no quantity equals nothing. */
export function sameWeight(stood: unknown, wanted: string): boolean {
  if (typeof stood !== 'string' && typeof stood !== 'number') return false;
  const [a, b] = [parseQuantity(stood), parseQuantity(wanted)];
  return a !== undefined && b !== undefined && compare(a, b) === 0;
}

/** The namespace of a profile: its own, else the one given for objects without, else the one in its name. */
export function namespaceOfProfile(object: KubernetesObject, options: { readonly namespace?: string }): string {
  const own = text(object, 'metadata', 'namespace');
  if (own !== '') return own;
  return options.namespace ?? parseProfileName(text(object, 'metadata', 'name'))?.namespace ?? '';
}
