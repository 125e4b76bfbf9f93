import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { several } from '../diagnostics/diagnostic.ts';
import { annotation, field, list, text } from '../kubernetes.ts';
import { titleOfSplit, type LocatedSplit } from '../manifests/located-split.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Deployed } from '../manifests/neighbours.ts';
import { splitAnnotation, type HttpRoute } from '../mesh/http-route.ts';
import { sameParents, sameRules } from '../mesh/route-equality.ts';
import type { Run } from '../run.ts';
import type { Change } from './change.ts';

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

/** Reports routes without the annotation whose weights are replaced by those of a split. */
export function reportOverwrittenRoutes(placed: LocatedSplit, changes: readonly Change[], { report }: Run): void {
  const made = changes.flatMap((change) => (change.kind === 'fold-routes' ? change.otherwise : [change]));
  for (const change of made) {
    if (change.kind !== 'route' || change.rules === undefined) continue;
    if (annotation(change.manifest.object, splitAnnotation) !== undefined) continue;
    report(overwritten(placed, change.wanted, change.manifest));
  }
}

function overwritten(placed: LocatedSplit, wanted: HttpRoute, manifest: Manifest): Diagnostic {
  const weights = (rules: readonly unknown[]): string =>
    several(
      list(rules[0], 'backendRefs').map((ref) => `${text(ref, 'name')} ${JSON.stringify(field(ref, 'weight') ?? 1)}`),
    );
  const current = weights(list(manifest.object, 'spec', 'rules'));
  const isProfile = text(placed.manifest.object, 'kind') === 'ServiceProfile';
  return {
    code: 'route-overwritten',
    message: `weights ${current} are replaced by ${weights(wanted.spec.rules)} of ${titleOfSplit(placed)}`,
    at: { manifest, field: ['spec', 'rules'] },
    ...(isProfile && { fix: 'check which of the two is right: the ServiceProfile wins' }),
  };
}
