import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, field, isMapping } from '../kubernetes.ts';
import { sameOverrides, sameWeight, skipAnnotation } from '../mesh/service-profile.ts';
import type { Change } from '../plan/plan.ts';
import type { Accepts } from './read-back.ts';
import { isMeant } from './read-back.ts';

type ProfileUpdate = Extract<Change, { kind: 'update' }>;

/** Tells whether a profile has the overrides and the mark that were asked for, and is as it was in everything else. */
export function isUpdatedProfile({ manifest: { object }, dstOverrides, mark }: ProfileUpdate): Accepts {
  const rest = (profile: KubernetesObject): KubernetesObject => {
    const metadata = field(profile, 'metadata');
    const annotations = field(profile, 'metadata', 'annotations');
    const spec = field(profile, 'spec');
    return {
      ...profile,
      ...(dstOverrides && { spec: without(spec, 'dstOverrides') }),
      ...(mark !== undefined && {
        metadata: { ...(metadata as object), annotations: without(annotations, skipAnnotation) },
      }),
    };
  };
  return (value) =>
    isMapping(value) &&
    isMeant(rest(object), rest(value)) &&
    (dstOverrides === undefined || sameOverrides(value, dstOverrides)) &&
    (mark === undefined || annotation(value, skipAnnotation) === mark);
}

/** The other keys of a mapping; of one that is not there, none. */
function without(mapping: unknown, key: string): unknown {
  if (mapping === undefined || mapping === null) return {};
  if (!isMapping(mapping)) return mapping;
  return Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== key));
}

/** Whether the weight of an override is not the wanted one, or there is none. */
export function differs(
  stood: readonly { authority: unknown; weight: unknown }[],
  wanted: { authority: string; weight: string } | undefined,
): boolean {
  const before = stood.find((entry) => entry.authority === wanted?.authority);
  return before === undefined || wanted === undefined || !sameWeight(before.weight, wanted.weight);
}
