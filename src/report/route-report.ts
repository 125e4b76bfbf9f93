import type { RouteOutcome } from '../convert.ts';
import { placeOf } from '../diagnostics/locate.ts';
import { field, list, scalarText, text } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { TargetReport } from './model.ts';

/** A route that carries a split, with the shares that it had, as a report tells it. */
export function routeReport({ wanted, existing, isEqual, path }: RouteOutcome): TargetReport {
  const { name, namespace } = wanted.metadata;
  if (existing === undefined)
    return { kind: wanted.kind, name, ...(namespace !== undefined && { namespace }), path, state: 'missing' };
  return {
    ...foundTarget(existing, path, isEqual),
    before: list(field(existing.object, 'spec', 'rules', 0), 'backendRefs').map((ref) => ({
      authority: serviceOf(text(ref, 'name'), text(ref, 'namespace')),
      weight: scalarText(field(ref, 'weight') ?? 1),
    })),
  };
}

/** An object that carries a split already, as a report tells it. */
export function foundTarget(existing: Manifest, path: string, isEqual: boolean): TargetReport {
  const { object } = existing;
  const namespace = text(object, 'metadata', 'namespace');
  const { line } = placeOf({ manifest: existing, field: [] });
  return {
    kind: text(object, 'kind'),
    name: text(object, 'metadata', 'name'),
    ...(namespace !== '' && { namespace }),
    path,
    ...(line !== undefined && { line }),
    state: isEqual ? 'equal' : 'different',
  };
}

/** What each backend becomes, by its index: the Service and the weight of its backendRef. */
export function routeParts(
  backends: readonly { readonly index: number }[],
  [first]: readonly RouteOutcome[],
): ReadonlyMap<number, { readonly authority: string; readonly weight: string }> {
  const refs = first?.wanted.spec.rules[0]?.backendRefs ?? [];
  return new Map(
    backends.flatMap(({ index }, place) => {
      const ref = refs[place];
      if (ref === undefined) return [];
      return [[index, { authority: serviceOf(ref.name, ref.namespace ?? ''), weight: String(ref.weight) }] as const];
    }),
  );
}

/** The Service of a backendRef, with its namespace where that is another. */
function serviceOf(name: string, namespace: string): string {
  return namespace === '' ? name : `${name}.${namespace}`;
}
