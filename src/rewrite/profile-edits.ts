import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, field, isMapping } from '../kubernetes.ts';
import { withListKind } from '../manifests/manifest.ts';
import { overridesOf, sameOverrides, sameWeight, skipAnnotation } from '../mesh/service-profile.ts';
import type { ChangeOf } from '../plan/change.ts';
import type { Remark } from './comments.ts';
import { setAnnotation, setOverrides } from './overrides.ts';
import type { Accepts } from './intents.ts';
import { isMeant } from './intents.ts';
import type { Obstacle } from './obstacles.ts';
import { isObstacle } from './obstacles.ts';
import type { Put } from './existing-comments.ts';
import { putRemarks } from './existing-comments.ts';
import { commentsGone, oldSetters } from './old-comments.ts';

/** Edits of an existing object, the remarks for which there is no line, and its own comments that are removed. */
export interface Made extends Put {
  readonly gone: readonly string[];
}

/**
 * Gives a profile its overrides and its mark, and puts the remarks of a removed split on its lines, or returns what
 * prevents it.
 */
export function profileEdits(
  { manifest, dstOverrides, mark, carries }: ChangeOf<'update'>,
  ofSplit: readonly Remark[],
): Made | Obstacle {
  const remarks = carries === undefined ? [] : ofSplit;
  const current = overridesOf(manifest.object);
  const marks = mark === undefined ? [] : setAnnotation(manifest, skipAnnotation, mark);
  const made =
    dstOverrides === undefined
      ? { edits: [], printed: new Set(), lost: [] }
      : setOverrides(manifest, dstOverrides, {
          differs: differing(current, dstOverrides),
          remarks,
          ofSplit,
        });
  if (isObstacle(made)) return made;
  if (isObstacle(marks)) return marks;
  const old = oldSetters(manifest, [...marks, ...made.edits], ofSplit);
  const put = putRemarks(
    manifest,
    remarks.filter((remark) => !made.printed.has(remark)),
    old,
  );
  const changes = [...made.edits, ...old];
  // Of what is put at one place the remark comes first: it belongs to the line that ends there.
  return {
    edits: [...marks, ...put.edits, ...changes],
    lost: [...put.lost, ...made.lost],
    gone: commentsGone(manifest, [...marks, ...changes]),
  };
}

/** Tells whether a profile has the overrides and the mark that were asked for, and is as it was in everything else. */
export function isUpdatedProfile({ manifest, dstOverrides, mark }: ChangeOf<'update'>): Accepts {
  const { object, list } = manifest;
  const rest = (profile: KubernetesObject): KubernetesObject => {
    const metadata = field(profile, 'metadata');
    const annotations = field(profile, 'metadata', 'annotations');
    const spec = field(profile, 'spec');
    return {
      ...profile,
      ...(dstOverrides && { spec: otherKeys(spec, 'dstOverrides') }),
      ...(mark !== undefined && {
        metadata: { ...(metadata as object), annotations: otherKeys(annotations, skipAnnotation) },
      }),
    };
  };
  return (value) =>
    isMapping(value) &&
    isMeant(rest(object), rest(withListKind(list, value))) &&
    (dstOverrides === undefined || sameOverrides(value, dstOverrides)) &&
    (mark === undefined || annotation(value, skipAnnotation) === mark);
}

/** The other keys of a mapping; empty if the value is not a mapping. */
function otherKeys(mapping: unknown, key: string): unknown {
  if (mapping === undefined || mapping === null) return {};
  if (!isMapping(mapping)) return mapping;
  return Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== key));
}

/** Returns a test whether the weight of the override at an index of the wanted ones is another now, or there is none. */
function differing(
  current: readonly { authority: unknown; weight: unknown }[],
  wanted: readonly { authority: string; weight: string }[],
): (index: number) => boolean {
  const weights = new Map<unknown, unknown>();
  for (const { authority, weight } of current) if (!weights.has(authority)) weights.set(authority, weight);
  return (index) => {
    const want = wanted[index];
    return want === undefined || !weights.has(want.authority) || !sameWeight(weights.get(want.authority), want.weight);
  };
}
