import type { WayIn } from '../config/advice.ts';
import { mapping } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { mapAt, pairOf } from '../manifests/nodes.ts';
import { overridesOf } from '../mesh/service-profile.ts';
import type { ChangeOf, RouteUpdate } from '../plan/change.ts';
import type { Edit } from '../yaml/splice.ts';
import { commentsInside } from './comments.ts';
import { removePair } from './fields.ts';
import { isObstacle } from './obstacles.ts';
import { isFlow, tokenEnd } from './positions.ts';

/** The annotations by which kpt and Kustomize find the item that they sent (kyaml, runtimeutil.go, setIds). */
const idKeys = ['internal.config.kubernetes.io/id', 'config.k8s.io/id'];

/**
 * Takes the id out of an item that a function changed, where comments were removed or entries got another place: kpt
 * copies the comments of the item that it sent to the lines without one at the same places, in lists by the index of
 * the entry (kyaml, CopyComments). A setter that was left out would come back beside the new value, and a comment would
 * be at another backend. None where no function answers, or the item has no id.
 */
export function idEdits(
  change: ChangeOf<'update'> | RouteUpdate,
  gone: readonly string[],
  way: WayIn | undefined,
): readonly Edit[] {
  const { manifest } = change;
  const map = way === 'function' ? mapAt(mapAt(manifest.node, 'metadata'), 'annotations') : undefined;
  if (map === undefined || !(gone.length > 0 || (isMoved(change) && commentsInside(manifest).length > 0))) return [];
  return idKeys.flatMap((key) => {
    const pair = pairOf(map, key);
    const place = map.items.findIndex((item) => item === pair);
    if (pair === undefined || place < 1) return [];
    // Two neighbours in one line cannot be removed one by one: each would take the comma between them.
    if (isFlow(map))
      return [{ page: manifest.page, start: tokenEnd(map.items[place - 1]), end: tokenEnd(pair), text: '' }];
    const made = removePair({ manifest, map, path: ['metadata', 'annotations'] }, pair);
    return isObstacle(made) ? [] : made;
  });
}

/** A manifest as it is read once its id is taken out. */
export function withoutId(manifest: Manifest): Manifest {
  const { object } = manifest;
  const annotations = Object.entries(mapping(object, 'metadata', 'annotations'));
  const kept = Object.fromEntries(annotations.filter(([key]) => !idKeys.includes(key)));
  return { ...manifest, object: { ...object, metadata: { ...mapping(object, 'metadata'), annotations: kept } } };
}

/** Whether an entry of a list may get the place of another one. */
function isMoved(change: ChangeOf<'update'> | RouteUpdate): boolean {
  if (change.kind === 'route') return change.parents || change.rules === 'all';
  const { manifest, dstOverrides } = change;
  const before = overridesOf(manifest.object);
  return (
    dstOverrides?.some(({ authority }, index) => (before[index] ?? { authority }).authority !== authority) === true
  );
}
