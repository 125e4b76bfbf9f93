import { text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest, Unreadable } from '../manifests/manifest.ts';
import { isRouteGroup } from '../mesh/route-group.ts';
import { countsAt, splitsOfCall } from '../plan/routes-around.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { finderByName } from '../splits/actions.ts';
import { sourceOf, templateIn, templateSkipped } from '../splits/templates.ts';
import { mentionsSplit } from './mentioned-splits.ts';
import { namesIn, unreadableProblem } from './unreadable-documents.ts';
import type { Around, Hidden } from './unreadable-routes.ts';
import { isNearNamespace, nameAt } from './unreadable-routes.ts';

/**
 * Tells whether the HTTPRouteGroups that a split names are there in full: one that cannot be read or holds a template
 * action is not missing, and its matches are not known.
 */
export function besideUnreadableGroups(read: Around, run: Run): (placed: LocatedSplit) => Left | undefined {
  const groups = read.neighbours.filter(({ object }) => isRouteGroup(object));
  const hidden = [...[...read.unreadable].flatMap(unreadGroups), ...groups.flatMap(templatedGroup)];
  if (hidden.length === 0) return () => undefined;
  const find = finderByName(hidden, ({ names }) => names);
  const routes = splitsOfCall(run.splits());
  const readable = new Set(
    groups.filter((group) => templateIn(group) === undefined).map(({ object }) => text(object, 'metadata', 'name')),
  );
  return (placed) => {
    const { apex, matches } = placed.split;
    const counts = countsAt(placed, routes, run);
    const names = matches.map(({ name }) => name).filter((name) => !readable.has(name));
    const first = find(names).find((one) => one.isNear(placed, run) && counts(one.path));
    return first && leave(run, first.problem(apex, run));
  };
}

/** The group that a document which cannot be read seems to hold; one that mentions a split is reported for itself. */
function unreadGroups(one: Unreadable): readonly Hidden[] {
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

function templatedGroup(manifest: Manifest): readonly Hidden[] {
  const field = templateIn(manifest);
  if (field === undefined) return [];
  return [
    {
      path: manifest.page.slice.source.path,
      names: [nameAt(manifest.object, 'metadata', 'name')],
      isNear: (placed, run) => isNearNamespace(manifest, placed, run),
      problem: (apex, run) => {
        const message = `holds a template action, and matches requests for Service ${apex}`;
        return templateSkipped({ manifest, field }, run, message, sourceOf(manifest));
      },
    },
  ];
}
