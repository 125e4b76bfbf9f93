import type { Alias } from 'yaml';
import { visit } from 'yaml';
import { groupBy, once } from '../collections.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Change } from '../plan/change.ts';
import { isInSharedList, isReferred } from './references.ts';
import { sharedAnchor, sharedList } from './refusals.ts';

/**
 * The splits of some changes that cannot be removed, or beside which nothing can be put, because they or their list are used
 * elsewhere, each with the reason. What goes with another one of the changes, which is not held, does not count.
 */
export function heldAmong(changes: readonly Change[]): ReadonlyMap<Manifest, Diagnostic> {
  const held = new Map<Manifest, Diagnostic>();
  const isGone = goneWith(changes, held);
  // Aliases come after their anchor: from the last split to the first, one round finds all but a few.
  const reversed = [...groupBy(changes, ({ split }) => split)].reverse();
  for (let before = -1; before < held.size;) {
    before = held.size;
    for (const [split, own] of reversed.filter(([one]) => !held.has(one)))
      for (const change of own) {
        const why = reasonToHold(change, isGone);
        if (why === undefined) continue;
        held.set(split, why);
        break;
      }
  }
  return held;
}

function reasonToHold(change: Change, isGone: (alias: Alias) => boolean): Diagnostic | undefined {
  const gone = goneBy(change);
  const changed = change.kind === 'add' ? change.split : gone;
  if (changed !== undefined && isInSharedList(changed)) return sharedList(changed);
  return gone !== undefined && isReferred(gone, { isGone }) ? sharedAnchor(gone) : undefined;
}

/** What a change removes, or puts another object in the place of. */
function goneBy(change: Change): Manifest | undefined {
  if (change.kind === 'update' || change.kind === 'route' || change.kind === 'add') return undefined;
  return change.kind === 'take-out' ? change.manifest : change.split;
}

/** Whether an alias is in what some changes remove, without those of some splits. */
export function goneWith(
  changes: readonly Change[],
  without?: { readonly has: (split: Manifest) => boolean },
): (alias: Alias) => boolean {
  const going = once(() => {
    const found = new Map<unknown, Manifest>();
    for (const change of changes) {
      const gone = goneBy(change);
      if (gone?.page.text.includes('&') !== true) continue;
      visit(gone.node, {
        Alias: (_, alias) => {
          found.set(alias, change.split);
        },
      });
    }
    return found;
  });
  return (alias) => {
    const split = going().get(alias);
    return split !== undefined && without?.has(split) !== true;
  };
}
