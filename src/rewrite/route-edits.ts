import type { YAMLMap } from 'yaml';
import { isMap, isSeq } from 'yaml';
import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, field, isMapping, mapping } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import { splitAnnotation } from '../mesh/http-route.ts';
import { sameParents, sameRules } from '../mesh/route-equality.ts';
import type { RouteUpdate } from '../plan/plan.ts';
import type { Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { offsetBelow } from './comments.ts';
import { isPrintedAsBlock, ownMap, removePair, setKey } from './fields.ts';
import { isReferred } from './references.ts';
import type { Accepts } from './intents.ts';
import { isMeant } from './intents.ts';
import { putRemarks } from './existing-comments.ts';
import { commentsGone, oldSetters } from './old-comments.ts';
import type { Made } from './profile-edits.ts';

/**
 * Changes a route to what is wanted, and otherwise only the lines that get remarks. Returns undefined if anchors or
 * aliases make this impossible.
 */
export function routeEdits(change: RouteUpdate, remarks: readonly Remark[]): Made | undefined {
  const { manifest, wanted, parents, rules, unmark } = change;
  const spec = ownMap(manifest.node, 'spec', manifest.object);
  if (typeof spec === 'string') return undefined;
  const whole = [...(parents ? (['parentRefs'] as const) : []), ...(rules === 'all' ? (['rules'] as const) : [])];
  const printed = new Set(
    remarks.filter(({ path }) => whole.some((key) => isPrintedAsBlock(spec, key) && path.startsWith(`/spec/${key}/`))),
  );
  const parts = [
    ...whole.map((key) =>
      setKey(manifest, spec, key, wanted.spec[key] as unknown as Value, offsetBelow([...printed], `/spec/${key}`)),
    ),
    rules === 'weights' ? routeWeightEdits(change, spec) : [],
    unmark ? unmarkEdits(manifest) : [],
  ];
  if (parts.includes(undefined)) return undefined;
  const made = parts.flatMap((edits) => edits ?? []);
  const old = oldSetters(manifest, made, remarks);
  const put = putRemarks(
    manifest,
    remarks.filter((remark) => !printed.has(remark)),
    old,
  );
  const changes = [...made, ...old];
  return { edits: [...put.edits, ...changes], lost: put.lost, gone: commentsGone(manifest, changes) };
}

/** Replaces only weights that differ. */
function routeWeightEdits({ manifest, wanted }: RouteUpdate, spec: YAMLMap.Parsed): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const [rule, { backendRefs }] of wanted.spec.rules.entries()) {
    for (const [place, { weight }] of backendRefs.entries()) {
      if ((field(manifest.object, 'spec', 'rules', rule, 'backendRefs', place, 'weight') ?? 1) === weight) continue;
      const ref = entryAt(entryAt(spec, 'rules', rule), 'backendRefs', place);
      const made = ref && !isReferred(manifest, ref) ? setKey(manifest, ref, 'weight', weight) : undefined;
      if (made === undefined) return undefined;
      edits.push(...made);
    }
  }
  return edits;
}

/** An entry of the list under a key, if both are written in place. */
function entryAt(map: YAMLMap.Parsed | undefined, key: string, index: number): YAMLMap.Parsed | undefined {
  const found: unknown = map && pairOf(map, key)?.value;
  const entry: unknown = isSeq(found) ? found.items[index] : undefined;
  return isMap(entry) ? (entry as YAMLMap.Parsed) : undefined;
}

function unmarkEdits(manifest: Manifest): readonly Edit[] | undefined {
  const metadata = ownMap(manifest.node, 'metadata', manifest.object);
  const annotations =
    typeof metadata === 'string' ? 'foreign' : ownMap(metadata, 'annotations', manifest.object.metadata);
  if (typeof metadata === 'string' || typeof annotations === 'string') return undefined;
  const [map, key] = annotations.items.length > 1 ? [annotations, splitAnnotation] : [metadata, 'annotations'];
  const pair = pairOf(map, key);
  if (pair === undefined || pairOf(annotations, splitAnnotation) === undefined) return undefined;
  return removePair(manifest, map, pair);
}

/** Returns a test whether a route has the wanted contents and is otherwise unchanged. */
export function isUpdatedRoute(change: RouteUpdate): Accepts {
  const { manifest, wanted, parents, rules, unmark } = change;
  const before = unchangedParts(manifest.object, change);
  return (value) =>
    isMapping(value) &&
    isMeant(before, unchangedParts(value, change)) &&
    (!parents || sameParents(value, wanted)) &&
    (rules === undefined || sameRules(value, wanted, true)) &&
    (!unmark || annotation(value, splitAnnotation) === undefined);
}

/** The parts of a route that an update does not change. */
function unchangedParts(route: KubernetesObject, { parents, rules, unmark }: RouteUpdate): unknown {
  const spec = Object.entries(mapping(route, 'spec')).filter(
    ([key]) => !(parents && key === 'parentRefs') && !(rules !== undefined && key === 'rules'),
  );
  const annotations = Object.entries(mapping(route, 'metadata', 'annotations'));
  const kept = annotations.filter(([key]) => !unmark || key !== splitAnnotation);
  return {
    ...route,
    spec: Object.fromEntries(spec),
    metadata: { ...mapping(route, 'metadata'), annotations: Object.fromEntries(kept) },
  };
}
