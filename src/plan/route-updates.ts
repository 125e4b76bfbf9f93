import { option } from '../config/advice.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { annotation, field, isMapping, list, text, type KubernetesObject } from '../kubernetes.ts';
import { titleOfSplit, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Deployed } from '../manifests/neighbours.ts';
import { splitAnnotation, type HttpRoute } from '../mesh/http-route.ts';
import { parentRefsOf, sameParents, sameRules } from '../mesh/route-equality.ts';
import type { Run } from '../run.ts';
import type { Change, RouteUpdate } from './change.ts';
import { withoutRouteFolds } from './change.ts';

/** The update of a route that this program wrote; its annotation is removed together with the split. */
export function updateOf(
  { manifest: split }: LocatedSplit,
  wanted: HttpRoute,
  manifest: Manifest,
  unmark: boolean,
): readonly Change[] {
  const parents = !sameParents(manifest.object, wanted);
  const rules = sameRules(manifest.object, wanted, true)
    ? undefined
    : sameRules(manifest.object, wanted, false)
      ? 'weights'
      : 'all';
  if (!parents && rules === undefined && !unmark) return [];
  return [{ kind: 'route', split, manifest, wanted, parents, ...(rules && { rules }), unmark }];
}

/**
 * The update of a route without the annotation that differs from the split's only in its weights; it gets no
 * annotation.
 */
export function adoptionOf(
  { manifest: split }: LocatedSplit,
  wanted: HttpRoute,
  manifest: Manifest,
  deployed: Deployed,
): readonly Change[] {
  if (sameRules(deployed(manifest), wanted, true)) return [];
  const rules = sameRules(manifest.object, wanted, false) ? 'weights' : 'all';
  return [{ kind: 'route', split, manifest, wanted, parents: false, rules, unmark: false }];
}

/**
 * Reports routes without the annotation whose weights are replaced by those of a split, and those with it that lose fields
 * which somebody added to their rules.
 */
export function reportOverwrittenRoutes(placed: LocatedSplit, changes: readonly Change[], run: Run): void {
  for (const change of withoutRouteFolds(changes)) {
    if (change.kind !== 'route') continue;
    const { manifest, wanted } = change;
    const isMarked = annotation(manifest.object, splitAnnotation) !== undefined;
    if (change.rules !== undefined && !isMarked) run.report(overwritten(placed, wanted, manifest));
    const parents = isMarked && change.parents ? addedParents(manifest.object, wanted) : [];
    if (parents.length > 0) run.report(lost(placed, change, { key: 'parentRefs', added: parents }, run));
    const rules = isMarked && change.rules === 'all' ? additionsOf(manifest.object) : [];
    if (rules.length > 0) run.report(lost(placed, change, { key: 'rules', added: rules }, run));
  }
}

/** The parents of a route that this program did not write: those besides the Service of the split, or besides a former one. */
function addedParents(route: KubernetesObject, { spec }: HttpRoute): readonly string[] {
  const parents = parentRefsOf(route, '');
  const services = parents.filter(({ isService }) => isService);
  const own = services.find(({ name }) => name === spec.parentRefs[0]?.name) ?? services[0];
  return parents.flatMap((parent) => {
    if (parent === own) return [];
    return `${parent.kind} ${parent.name}${parent.name === own?.name && parent.port !== undefined ? `:${parent.port}` : ''}`;
  });
}

/** What is in the rules of a route, below them and in what they list, and is never written by this program. */
function additionsOf(route: KubernetesObject): readonly string[] {
  const rules = list(route, 'spec', 'rules');
  const others = (all: readonly unknown[], known: readonly string[]): readonly string[] =>
    all.flatMap((one) => (isMapping(one) ? Object.keys(one).filter((key) => !known.includes(key)) : []));
  const below = (key: string): readonly unknown[] => rules.flatMap((rule) => list(rule, key));
  const added = [
    ...others(rules, ['matches', 'backendRefs']),
    ...below('matches').flatMap(addedConditions),
    ...others(below('matches'), ['path', 'method', 'headers']),
    ...others(below('backendRefs'), ['group', 'kind', 'name', 'namespace', 'port', 'weight']),
  ];
  return [...new Set(added)];
}

/** The conditions of a match that this program never writes: on a path but `/`, or on a header, without a regular expression. */
function addedConditions(match: unknown): readonly string[] {
  const isPlain = (one: unknown): boolean => text(one, 'type') !== 'RegularExpression';
  const path = field(match, 'path');
  const value = text(path, 'value');
  const isOther = (value !== '' && value !== '/') || text(path, 'type') === 'Exact';
  const headers = list(match, 'headers').filter(isPlain);
  return [
    ...(isOther && isPlain(path) ? [`path ${value || '/'}`] : []),
    ...headers.map((header) => `header ${text(header, 'name')}`),
  ];
}

function lost(
  placed: LocatedSplit,
  { manifest }: RouteUpdate,
  { key, added }: { readonly key: 'parentRefs' | 'rules'; readonly added: readonly string[] },
  { unit }: Run,
): Diagnostic {
  const what = key === 'rules' ? 'rules' : 'parents';
  return {
    code: 'route-overwritten',
    message: `loses ${several(added)}: its ${what} are those of ${titleOfSplit(placed)}`,
    fix: `put it back once ${option(unit, 'drop')} has taken the annotation off: until then the ${what} are those of the TrafficSplit`,
    at: { manifest, field: ['spec', key] },
  };
}

function overwritten(placed: LocatedSplit, wanted: HttpRoute, manifest: Manifest): Diagnostic {
  const weights = (rules: readonly unknown[]): readonly string[] =>
    list(rules[0], 'backendRefs').map((ref) => `${text(ref, 'name')} ${JSON.stringify(field(ref, 'weight') ?? 1)}`);
  const current = weights(list(manifest.object, 'spec', 'rules'));
  const said = current.length === 1 ? `weight ${several(current)} is` : `weights ${several(current)} are`;
  const isProfile = text(placed.manifest.object, 'kind') === 'ServiceProfile';
  return {
    code: 'route-overwritten',
    message: `${said} replaced by ${several(weights(wanted.spec.rules))} of ${titleOfSplit(placed)}`,
    at: { manifest, field: ['spec', 'rules'] },
    ...(isProfile && { fix: 'check which of the two is right: the ServiceProfile wins' }),
  };
}
