import { memoisedFor } from '../collections.ts';
import { several, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { field, isMapping, text } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Flag } from '../mesh/flag.ts';
import type { RouteMatch } from '../mesh/http-route.ts';
import type { GroupReference } from '../mesh/route-group.ts';
import { readRouteGroup } from '../mesh/route-group.ts';
import { isEverything, toRouteMatches } from '../mesh/route-matches.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import { flagAt } from '../splits/read-splits.ts';
import { rewriteFix } from '../splits/rewrite-fix.ts';
import { selectable } from '../kustomize/selectors.ts';
import { describeRewrites } from '../splits/rewritten.ts';
import { isOfSeveralBuilds, isOfSomeBuilds } from './builds-of-files.ts';
import { fixInBuilds } from './profile-choice.ts';
import type { RouteContext } from './route-context.ts';
import { isPatch } from '../splits/find-objects.ts';
import { nearestManifests } from './route-context.ts';
import { sharesNamespace } from '../splits/namespaces.ts';
import { pathOf } from '../splits/names.ts';

/** The matches of a group; 'refused' if its problems were reported. */
type GroupRead = readonly RouteMatch[] | Left;

/** The requests that a split applies to: those that match, or all. */
export type Matched = { readonly matches?: readonly RouteMatch[] } | Left;

/**
 * Fifteen rules with eight matches each, and one for the rest: a route has at most sixteen rules (Gateway API,
 * HTTPRoute CRD).
 */
const mostMatches = 120;

/**
 * Returns a function that reads the HTTPRouteGroups of a split. Each group is read only once, so its problems are
 * reported once.
 */
export function matchReader(context: RouteContext, run: Run): (placed: LocatedSplit) => Matched {
  const readOnce = memoisedFor((manifest: Manifest) => readGroup(manifest, run));
  return (placed) => {
    const { matches: references } = placed.split;
    if (references.length === 0) return {};
    const groups = references.map((reference) => routeGroupOf(reference, placed, context, run));
    const found = groups.filter((group) => typeof group !== 'string');
    if (found.length < groups.length) return 'refused';
    const read = [...new Set(found)].map(readOnce);
    const understood = read.filter((one) => typeof one !== 'string');
    if (understood.length < read.length) return 'refused';
    const matches = understood.flat();
    if (matches.some(isEverything)) return {};
    if (matches.length <= mostMatches) return { matches };
    return leave(run, {
      code: 'too-many-matches',
      message: `has ${matches.length} matches, but an HTTPRoute can have ${mostMatches}`,
      at: { manifest: placed.manifest, field: ['spec', 'matches'] },
    });
  };
}

function routeGroupOf(
  { name, index }: GroupReference,
  placed: LocatedSplit,
  context: RouteContext,
  run: Run,
): Manifest | Left {
  const { manifest } = placed;
  const at = { manifest, field: ['spec', 'matches', index, 'name'] };
  const candidates = (context.groups.get(name) ?? []).filter(
    (one) => sharesNamespace(one, placed, run) && !isPatch(one, run),
  );
  const near = nearestManifests(candidates, placed, run);
  const [first] = near?.found ?? [];
  if (near === undefined || first === undefined || near.distance === 'elsewhere') {
    const place = first === undefined ? 'is missing' : `is in ${pathOf(first)}, which is deployed separately`;
    const message = `HTTPRouteGroup ${name} ${place}`;
    return leave(run, { code: 'routegroup-missing', message, at });
  }
  const contents = new Set(near.found.map(contentsOf));
  if (contents.size === 1 && isOfSomeBuilds(run.unit, pathOf(manifest), near.found.map(pathOf))) {
    const message = `HTTPRouteGroup ${name} is in ${pathOf(first)}; not every kustomization that deploys the split has it`;
    return leave(run, { code: 'routegroup-missing', message, at });
  }
  if (contents.size === 1) return rewrittenGroup(first, at, run) ?? first;
  const files = several([...new Set(near.found.map(pathOf))].filter((path) => path !== '-'));
  const message = `${near.found.length} different HTTPRouteGroups are named ${name}${files === '' ? '' : `: ${files}`}`;
  const fix = isOfSeveralBuilds(run.unit, pathOf(manifest)) ? { fix: fixInBuilds(placed, run) } : {};
  return leave(run, { code: 'ambiguous-routegroup', message, ...fix, at });
}

/** Reports a group that a kustomization patches: the matches, and with them the route, would differ between overlays. */
function rewrittenGroup(group: Manifest, at: Diagnostic['at'] & { manifest: Manifest }, run: Run): Left | undefined {
  const { kustomize } = run.unit;
  const rewrites = kustomize?.rewrites(pathOf(group), { ...selectable(group), isRemoved: true }) ?? [];
  if (kustomize === undefined || rewrites.length === 0) return undefined;
  const path = pathOf(at.manifest);
  return leave(run, {
    code: 'kustomize-rewrites',
    message: `HTTPRouteGroup ${text(group.object, 'metadata', 'name')}: ${describeRewrites(rewrites)}`,
    fix: rewriteFix(kustomize.builds(path), path, run),
    at,
  });
}

/** What a group says, whatever the order of its keys and whether its matches are below `spec`. */
function contentsOf({ object }: Manifest): string {
  return JSON.stringify(field(object, 'spec', 'matches') ?? object.matches, (_key, value: unknown) =>
    isMapping(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  );
}

function readGroup(manifest: Manifest, run: Run): GroupRead {
  const failures: string[] = [];
  const named = flagAt(manifest, run.report);
  const fail: Flag = (...finding) => {
    failures.push(finding[0]);
    named(...finding);
  };
  const matches = readRouteGroup(manifest.object, named, fail) ?? [];
  const made = matches.flatMap((match) => toRouteMatches(match, named, fail) ?? []);
  return failures.length > 0 ? 'refused' : made;
}
