import type { Manifest } from '../manifests/manifest.ts';
import type { Change } from '../plan/change.ts';
import type { Decision } from './target.ts';

/** The profiles that a split of the call changes already, and that split. */
type Claims = Map<Manifest, Manifest>;

/**
 * If several splits of a call want the same change of a profile, the first that is not refused makes it, and the others
 * share it. A split that is held (`heldAmong`), or was refused, changes nothing.
 */
export function claimOnce(
  decision: Decision,
  claimed: Claims,
  held: { readonly has: (split: Manifest) => boolean },
): Decision {
  const { changes } = decision;
  if (typeof changes === 'string' || changes.some(({ split }) => held.has(split))) return decision;
  return { ...decision, changes: changes.flatMap((change) => claim(change, claimed)) };
}

function claim(change: Change, claimed: Claims): readonly Change[] {
  if (change.kind !== 'update' && change.kind !== 'fold') return [change];
  const by = claimed.get(change.manifest) ?? change.split;
  claimed.set(change.manifest, by);
  if (by === change.split) return [change];
  const own = change.kind === 'fold' ? change.otherwise : [change];
  return own.map((one) => (one.kind === 'update' ? { ...one, isShared: true } : one));
}

/** What a refused split would have changed is left to the other splits. */
export function withdraw(change: Change, claimed: Claims): void {
  if ('manifest' in change && claimed.get(change.manifest) === change.split) claimed.delete(change.manifest);
}

/** Whether a change is made for another split that wants it, too. */
export function isMadeElsewhere(change: Change): boolean {
  return change.kind === 'update' && change.isShared === true;
}

/** Whether a change was left to another split, which was then refused. */
export function isUnmade(change: Change, claimed: Claims): boolean {
  return change.kind === 'update' && change.isShared === true && !claimed.has(change.manifest);
}
