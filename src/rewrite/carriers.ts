import type { Manifest } from '../manifests/manifest.ts';
import type { Change, ChangeOf } from '../plan/change.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Accepts } from './intents.ts';
import { isMeant } from './intents.ts';
import type { Obstacle } from './obstacles.ts';
import { isObstacle, sharedObject } from './obstacles.ts';
import type { Made } from './profile-edits.ts';
import { isUpdatedProfile, profileEdits } from './profile-edits.ts';
import { isUpdatedRoute, routeEdits } from './route-edits.ts';
import { commentsForExisting } from './split-comments.ts';

/** An existing object that carries a split, and how it would be updated if the split stayed. */
export interface Carrier {
  readonly manifest: Manifest;
  /** Tells whether a value is the object after the update. */
  readonly accepts: Accepts;
  /** The edits of the update; undefined if something prevents it. */
  readonly update: () => readonly Edit[] | undefined;
}

/** Returns an existing object as a carrier, with what the changes for its dropped split would do to it without `--drop`. */
export function carrierOf(manifest: Manifest, changes: readonly Change[]): Carrier {
  const change = changes.find((one) => 'manifest' in one && one.manifest === manifest);
  if (change?.kind === 'update' && change.dstOverrides !== undefined) return profileOf(change);
  if (change?.kind === 'route' && (change.parents || change.rules !== undefined)) return routeOf(change);
  return { manifest, accepts: (value) => isMeant(value, manifest.object), update: () => [] };
}

function profileOf({ kind, split, manifest, dstOverrides, backends }: ChangeOf<'update'>): Carrier {
  const change = { kind, split, manifest, ...(dstOverrides && { dstOverrides }), backends };
  const update = (): Made | Obstacle => {
    const { remarks } = commentsForExisting(split, backends, 'ServiceProfile');
    return profileEdits(change, remarks);
  };
  return { manifest, accepts: isUpdatedProfile(change), update: () => editsOf(manifest, update) };
}

function routeOf(change: ChangeOf<'route'>): Carrier {
  const { manifest } = change;
  const marked = { ...change, unmark: false };
  return { manifest, accepts: isUpdatedRoute(marked), update: () => editsOf(manifest, () => routeEdits(marked, [])) };
}

function editsOf(manifest: Manifest, update: () => Made | Obstacle): readonly Edit[] | undefined {
  const made = sharedObject(manifest) ?? update();
  return isObstacle(made) ? undefined : made.edits;
}
