import type { KubernetesObject } from '../kubernetes.ts';
import { groupOf, isMapping, list, text } from '../kubernetes.ts';
import { authority, parseProfileName } from './authority.ts';
import { compareQuantities, parseQuantity } from './quantity.ts';
import type { TrafficSplit } from './traffic-split.ts';

/** An entry of spec.dstOverrides (linkerd2, serviceprofile/v1alpha2/types.go). */
export interface WeightedDst {
  readonly authority: string;
  /** A canonical quantity. */
  readonly weight: string;
}

/** A ServiceProfile as it is written; the keys are in the order of the text. */
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

/** The smi-adaptor does not change a profile with this annotation, whatever its value (linkerd-smi, controller.go). */
export const skipAnnotation = 'smi.linkerd.io/skip';
/** The values that this program writes: the TrafficSplit of the profile is kept, or was removed by `--drop`. */
export const ownMarks = { kept: 'smi2linkerd', dropped: 'smi2linkerd-dropped' } as const;

/** Whether this program writes such a value; any other value was set by the owner of the profile. */
export function isOwnMark(value: string | undefined): boolean {
  return value === ownMarks.kept || value === ownMarks.dropped;
}

/** Whether an object is a ServiceProfile of any version. */
export function isServiceProfile(object: KubernetesObject): boolean {
  return text(object, 'kind') === 'ServiceProfile' && groupOf(object) === 'linkerd.io';
}

/**
 * The profile that the smi-adaptor would make from a split (linkerd-smi, toServiceProfile), with the labels and
 * annotations that it inherits, and with the skip annotation if it has one.
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

/** The overrides of an existing profile, as they are. */
export function overridesOf(
  object: KubernetesObject,
): readonly { readonly authority: unknown; readonly weight: unknown }[] {
  return list(object, 'spec', 'dstOverrides').map((entry) =>
    isMapping(entry)
      ? { authority: entry.authority, weight: entry.weight }
      : { authority: undefined, weight: undefined },
  );
}

/**
 * Whether a profile has the wanted overrides: the same authorities in the same order, with weights that are equal as
 * quantities.
 */
export function sameOverrides(object: KubernetesObject, wanted: readonly WeightedDst[]): boolean {
  const current = overridesOf(object);
  return (
    current.length === wanted.length &&
    wanted.every(
      (want, index) => current[index]?.authority === want.authority && sameWeight(current[index].weight, want.weight),
    )
  );
}

/** Whether two weights are equal as quantities; a value that is not a quantity is equal to nothing. */
export function sameWeight(current: unknown, wanted: string): boolean {
  if (typeof current !== 'string' && typeof current !== 'number') return false;
  const [a, b] = [parseQuantity(current), parseQuantity(wanted)];
  return a !== undefined && b !== undefined && compareQuantities(a, b) === 0;
}

/**
 * The namespace of a profile: its own, else the one given for objects without a namespace, else the one in its name.
 */
export function namespaceOfProfile(object: KubernetesObject, options: { readonly namespace?: string }): string {
  const own = text(object, 'metadata', 'namespace');
  if (own !== '') return own;
  return options.namespace ?? parseProfileName(text(object, 'metadata', 'name'))?.namespace ?? '';
}
