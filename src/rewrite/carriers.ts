import type { Manifest } from '../manifests/manifest.ts';
import type { Change, ChangeOf } from '../plan/change.ts';
import { commentsInside } from './comments.ts';
import type { Accepts } from './intents.ts';
import { isMeant } from './intents.ts';
import type { Obstacle } from './obstacles.ts';
import { isObstacle, sharedObject } from './obstacles.ts';
import type { Made } from './profile-edits.ts';
import { isUpdatedProfile, profileEdits } from './profile-edits.ts';
import { isUpdatedRoute, routeEdits } from './route-edits.ts';
import { commentsForExisting } from './split-comments.ts';

/** The edits of an update, and the comments in what they replace that no other place has. */
type Update = Pick<Made, 'edits' | 'gone'>;

/** An existing object that carries a split, and how it would be updated if the split stayed. */
export interface Carrier {
  readonly manifest: Manifest;
  /** Tells whether a value is the object after the update. */
  readonly accepts: Accepts;
  /** The update; undefined if something prevents it. */
  readonly update: () => Update | undefined;
}

/** Returns an existing object as a carrier, with what the changes for its dropped split would do to it without `--drop`. */
export function carrierOf(manifest: Manifest, changes: readonly Change[]): Carrier {
  const change = changes.find((one) => 'manifest' in one && one.manifest === manifest);
  if (change?.kind === 'update' && change.dstOverrides !== undefined) return profileOf(change);
  if (change?.kind === 'route' && (change.parents || change.rules !== undefined)) return routeOf(change);
  return { manifest, accepts: (value) => isMeant(value, manifest.object), update: () => ({ edits: [], gone: [] }) };
}

function profileOf({ kind, split, manifest, dstOverrides, backends }: ChangeOf<'update'>): Carrier {
  const change = { kind, split, manifest, ...(dstOverrides && { dstOverrides }), backends };
  const update = (): Made | Obstacle => {
    const { remarks } = commentsForExisting(split, backends, 'ServiceProfile');
    return profileEdits(change, remarks);
  };
  return { manifest, accepts: isUpdatedProfile(change), update: () => updateOf(change, update) };
}

function routeOf(change: ChangeOf<'route'>): Carrier {
  const { manifest } = change;
  const marked = { ...change, unmark: false };
  return { manifest, accepts: isUpdatedRoute(marked), update: () => updateOf(marked, () => routeEdits(marked, [])) };
}

function updateOf(
  { split, manifest }: Pick<ChangeOf<'update' | 'route'>, 'split' | 'manifest'>,
  update: () => Made | Obstacle,
): Update | undefined {
  const made = sharedObject(manifest) ?? update();
  if (isObstacle(made)) return undefined;
  const { edits, gone } = made;
  // What the split has, too, comes back with what takes its place.
  const kept = new Set(gone.length === 0 ? [] : commentsInside(split).map(({ source }) => source));
  return { edits, gone: gone.filter((comment) => !kept.has(comment)) };
}
