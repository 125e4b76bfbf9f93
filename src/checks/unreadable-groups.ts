import { text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Unreadable } from '../manifests/manifest.ts';
import { isRouteGroup } from '../mesh/route-group.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { actionOn } from '../splits/templates.ts';
import { mentionsSplit } from './mentioned-splits.ts';
import { namesIn, unreadableProblem } from './unreadable-documents.ts';
import { besideHidden, nameAt, withAction, type Around } from './unreadable-routes.ts';

/**
 * Tells whether the HTTPRouteGroups that a split names are there in full: one that cannot be read or depends on a template
 * action is not missing, and its matches are not known.
 */
export function besideUnreadableGroups(read: Around, run: Run): (placed: LocatedSplit) => Left | undefined {
  const groups = read.neighbours.of(isRouteGroup);
  const hidden = [
    ...[...read.unreadable].flatMap(unreadGroups),
    ...groups.flatMap((one) =>
      withAction(one, [nameAt(one.object, 'metadata', 'name')], 'matches requests for', run.unit.kustomize),
    ),
  ];
  const readable = new Set(
    groups
      .filter((group) => actionOn(group, run.unit.kustomize) === undefined)
      .map(({ object }) => text(object, 'metadata', 'name')),
  );
  return besideHidden(
    hidden,
    ({ split }) => split.matches.map(({ name }) => name).filter((name) => !readable.has(name)),
    run,
  );
}

/** The group that a document which cannot be read seems to hold; one that mentions a split is reported for itself. */
function unreadGroups(one: Unreadable): Parameters<typeof besideHidden>[0] {
  if (!/\bkind["']?\s*:\s*["']?HTTPRouteGroup\b/.test(one.text) || mentionsSplit(one)) return [];
  return [
    {
      path: one.page.slice.source.path,
      names: [...namesIn(one)],
      isNear: () => true,
      problem: (apex, run) => unreadableProblem(one, run, `a document with an HTTPRouteGroup for Service ${apex}`),
    },
  ];
}
