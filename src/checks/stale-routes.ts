import { addTo, memoised } from '../collections.ts';
import { annotation, type KubernetesObject } from '../kubernetes.ts';
import type { LocatedSplit } from '../manifests/located-split.ts';
import type { Neighbours } from '../manifests/neighbours.ts';
import { isHttpRoute, routeNameOf, splitAnnotation } from '../mesh/http-route.ts';
import type { Run } from '../run.ts';
import { pathOf } from '../splits/names.ts';
import { mayShare, namespacesOfSplit, ownNamespaces } from '../splits/namespaces.ts';
import { changedNamespaces, changedNamespacesOf } from '../splits/rewritten.ts';

/** The splits of a unit of a call. */
interface SplitsOfUnit {
  readonly run: Run;
  readonly read: { readonly splits: readonly LocatedSplit[] };
}

/**
 * Returns whether a route, of which the name of its split and namespaces that it may be deployed to are given, is that of a
 * split of a whole call. Splits of one name in several namespaces have a route each.
 */
export function routesAsked(units: readonly SplitsOfUnit[]): (name: string, namespaces: readonly string[]) => boolean {
  const byName = new Map<string, { readonly placed: LocatedSplit; readonly run: Run }[]>();
  for (const { run, read } of units)
    for (const placed of read.splits) addTo(byName, routeNameOf(placed.split), { placed, run });
  // The splits of a base have one list of namespaces, which is looked through once. Not all may be deployed by a
  // kustomization alone: the namespaces in their files count, too.
  const deployed = memoised((name): readonly string[] => {
    const all = byName.get(name) ?? [];
    const lists = new Set(all.map(({ placed, run }) => namespacesOfSplit(placed, run)));
    const written = all.map(({ placed }) => placed.split.namespace).filter((namespace) => namespace !== '');
    return variablesAsAny([...[...lists].flat(), ...written]);
  });
  const changed = memoised((name): readonly string[] =>
    variablesAsAny((byName.get(name) ?? []).flatMap(({ placed, run }) => changedNamespacesOf(placed, run))),
  );
  return (name, namespaces) => {
    if (!byName.has(name)) return false;
    const own = variablesAsAny(namespaces);
    return mayShare(own, deployed(name)) || mayShare(own, changed(name));
  };
}

/** Some namespaces, each once; those with a variable or a template action become '', which stands for any. */
function variablesAsAny(namespaces: readonly string[]): readonly string[] {
  return [...new Set(namespaces.map((namespace) => (/[${]/.test(namespace) ? '' : namespace)))];
}

/** Whether an object is an HTTPRoute that this program wrote for a split. */
function isMarkedRoute(object: KubernetesObject): boolean {
  return isHttpRoute(object) && annotation(object, splitAnnotation) !== undefined;
}

/** Reports those of the routes of a unit that this program wrote for splits that are not in the call. */
export function reportStaleRoutes(neighbours: Neighbours, isAsked: ReturnType<typeof routesAsked>, run: Run): void {
  const { unit, options, report } = run;
  if (options.drop || unit.whole === false) return;
  for (const manifest of neighbours.of(isMarkedRoute)) {
    const split = annotation(neighbours.deployed(manifest), splitAnnotation) ?? '';
    if (isAsked(split, ownNamespaces(manifest, run)) || isAsked(split, changedNamespaces(manifest, run))) continue;
    const path = pathOf(manifest);
    if (unit.inUnit?.(path) === false || unit.lacksSplit?.(path) === true) continue;
    report({
      code: 'route-stale',
      message: `still splits requests, but TrafficSplit ${split} is gone`,
      at: { manifest, field: ['metadata', 'annotations', splitAnnotation] },
    });
  }
}
