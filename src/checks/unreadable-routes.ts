import { memoisedFor } from '../collections.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { annotation, kindAndName, list, text, type KubernetesObject } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest, Unreadable } from '../manifests/manifest.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { routeNameOf, splitAnnotation } from '../mesh/http-route.ts';
import { isRouteOf } from '../mesh/route-equality.ts';
import { isServiceProfile } from '../mesh/service-profile.ts';
import { sharesNamespace } from '../splits/namespaces.ts';
import { countsAt, splitsOfCall } from '../plan/routes-around.ts';
import type { Run } from '../run.ts';
import type { Left } from '../splits/outcome.ts';
import { leave } from '../splits/outcome.ts';
import type { ReadSplit } from '../splits/read-splits.ts';
import { finderByName, firstPartOf, namePattern } from '../splits/actions.ts';
import { actionOn, templateSkipped, withoutCharts, type Charts } from '../splits/templates.ts';
import { mentionsSplit } from './mentioned-splits.ts';
import { namesIn, unreadableProblem } from './unreadable-documents.ts';

/** An object that was not understood, and the names that may lead to it. */
interface Hidden {
  readonly path: string;
  readonly names: readonly string[];
  /** Whether it may be in the namespace of a split. */
  isNear(placed: LocatedSplit, run: Run): boolean;
  problem(apex: string, run: Run): Diagnostic;
}

/** What of a unit is looked at. */
export interface Around {
  readonly splits: readonly ReadSplit[];
  readonly neighbours: Neighbours;
  readonly unreadable: ReadonlySet<Unreadable>;
}

/**
 * Tells whether what was not understood keeps a split from becoming a route: a route on its apex, or a profile of it, that
 * cannot be read or depends on a template action may have precedence over the new route, or be the one to keep up to date.
 */
export function besideUnreadableRoutes(read: Around, run: Run): (placed: LocatedSplit) => Left | undefined {
  const templated = templatedCarriers(run.unit.kustomize ?? withoutCharts)(read.neighbours.of(isCarrier));
  const hidden = [...[...read.unreadable].flatMap(routesIn), ...templated];
  return besideHidden(hidden, ({ split }) => [split.apex, routeNameOf(split)], run);
}

/** Tells which of some objects, found by names that a split has, keeps it from becoming a route. */
export function besideHidden(
  hidden: readonly Hidden[],
  namesOf: (placed: LocatedSplit) => readonly string[],
  run: Run,
): (placed: LocatedSplit) => Left | undefined {
  if (hidden.length === 0) return () => undefined;
  const find = finderByName(hidden, ({ names }) => names);
  const routes = splitsOfCall(run.splits());
  return (placed) => {
    const counts = countsAt(placed, routes, run);
    const first = find(namesOf(placed)).find((one) => one.isNear(placed, run) && counts(one.path));
    return first && leave(run, first.problem(placed.split.apex, run));
  };
}

const kinds = ['HTTPRoute', 'GRPCRoute', 'ServiceProfile'] as const;

/** What a document that cannot be read seems to hold; one that mentions a split is reported for itself. */
const routesIn = memoisedFor((one: Unreadable): readonly Hidden[] => {
  const kind = kinds.find((word) => new RegExp(`\\bkind["']?\\s*:\\s*["']?${word}\\b`).test(one.text));
  if (kind === undefined || mentionsSplit(one)) return [];
  const names = [...namesIn(one)].map((name) => (kind === 'ServiceProfile' ? firstPartOf(name) : name));
  const what = `a document with ${kind === 'HTTPRoute' ? 'an' : 'a'} ${kind}`;
  return [
    {
      path: one.page.slice.source.path,
      names,
      isNear: () => true,
      problem: (apex, run) => unreadableProblem(one, run, `${what} of Service ${apex}`),
    },
  ];
});

function isCarrier(object: KubernetesObject): boolean {
  return isServiceProfile(object) || isRouteOf(object, 'HTTPRoute', 'GRPCRoute');
}

/** The routes and profiles that were read and depend on a template action. */
const templatedCarriers = memoisedFor((charts: Charts) =>
  memoisedFor((carriers: readonly Manifest[]) =>
    carriers.flatMap((one) => withAction(one, lookupNamesOf(one), 'may be of', charts)),
  ),
);

/** An object that was read, if it depends on a template action; `relation` is what it has to do with the Service. */
export function withAction(
  manifest: Manifest,
  names: readonly string[],
  relation: string,
  charts: Charts | undefined,
): readonly Hidden[] {
  const action = actionOn(manifest, charts);
  if (action === undefined) return [];
  const { at, relation: own, program, source } = action;
  return [
    {
      path: manifest.page.slice.source.path,
      names,
      isNear: (placed, run) => isNearNamespace(manifest, placed, run),
      problem: (apex, run) => {
        const message =
          program === undefined
            ? `${own}, and ${relation} Service ${apex}`
            : `a comment of ${kindAndName(manifest.object)} holds a template action, which ${program} runs`;
        return templateSkipped(at, run, message, source);
      },
    },
  ];
}

/** Whether an object may be in the namespace of a split: the namespace itself may be written by a template. */
function isNearNamespace(manifest: Manifest, placed: LocatedSplit, run: Run): boolean {
  const isTemplated = namePattern(nameAt(manifest.object, 'metadata', 'namespace')) !== undefined;
  return isTemplated || sharesNamespace(manifest, placed, run);
}

/** A name such as `{{ .Values.name }}` parses as a mapping: it may become any. */
export function nameAt(object: unknown, ...path: readonly string[]): string {
  return text(object, ...path) || '{{}}';
}

/** The names of Services that a route has as parents, of itself, and of the split that it was made of; or of a profile. */
function lookupNamesOf({ object }: Manifest): readonly string[] {
  const own = nameAt(object, 'metadata', 'name');
  if (isServiceProfile(object)) return [firstPartOf(own)];
  const parents = list(object, 'spec', 'parentRefs').map((parent) => nameAt(parent, 'name'));
  return [own, ...parents, annotation(object, splitAnnotation) ?? own];
}
