import { append } from '../collections.ts';
import type { Node, YAMLMap } from 'yaml';
import { isMap, isSeq } from 'yaml';
import type { KubernetesObject } from '../kubernetes.ts';
import { annotation, field, isMapping, mapping } from '../kubernetes.ts';
import { withListKind, type Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import { splitAnnotation } from '../mesh/http-route.ts';
import { sameParents, sameRules } from '../mesh/route-equality.ts';
import type { RouteUpdate } from '../plan/change.ts';
import type { Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { offsetBelow } from './comments.ts';
import type { FieldMap } from './fields.ts';
import { elsewhere, filledMap, isPrintedAsBlock, ownMap, removePair, rootOf, setKey } from './fields.ts';
import type { Obstacle } from './obstacles.ts';
import { isObstacle } from './obstacles.ts';
import { isShared } from './references.ts';
import type { Accepts } from './intents.ts';
import { isMeant } from './intents.ts';
import { putRemarks } from './existing-comments.ts';
import { commentsGone, oldSetters } from './old-comments.ts';
import type { Made } from './profile-edits.ts';

/**
 * Changes a route to what is wanted, and otherwise only the lines that get remarks, or returns what prevents it.
 */
export function routeEdits(change: RouteUpdate, remarks: readonly Remark[]): Made | Obstacle {
  const { manifest, rules, unmark } = change;
  const whole = wholeValues(change);
  if (isObstacle(whole)) return whole;
  const { at, values } = whole;
  const lines = (key: string): string => [...at.path, key].map((part) => `/${part}`).join('');
  const printed = new Set(
    remarks.filter(({ path }) =>
      Object.keys(values).some((key) => isPrintedAsBlock(at, key) && path.startsWith(`${lines(key)}/`)),
    ),
  );
  const parts = [
    ...Object.entries(values).map(([key, value]) => setKey(at, key, value, offsetBelow([...printed], lines(key)))),
    rules === 'weights' ? routeWeightEdits(change, at) : [],
    unmark ? unmarkEdits(manifest) : [],
  ];
  const made: Edit[] = [];
  for (const part of parts) {
    if (isObstacle(part)) return part;
    append(made, part);
  }
  const old = oldSetters(manifest, made, remarks);
  const put = putRemarks(
    manifest,
    remarks.filter((remark) => !printed.has(remark)),
    old,
  );
  const changes = [...made, ...old];
  return { edits: [...put.edits, ...changes], lost: put.lost, gone: commentsGone(manifest, changes) };
}

/** The values that are replaced as a whole, in the spec of a route or, if it has none, in the route itself. */
function wholeValues({ manifest, wanted, parents, rules }: RouteUpdate): WholeValues | Obstacle {
  const root = rootOf(manifest);
  const at = ownMap(root, 'spec', manifest.object);
  const spec = wanted.spec as unknown as Readonly<Record<string, Value>>;
  if (at === undefined) return { at: root, values: { spec } };
  if (isObstacle(at)) return at;
  const keys = [...(parents ? ['parentRefs'] : []), ...(rules === 'all' ? ['rules'] : [])];
  return { at, values: Object.fromEntries(Object.entries(spec).filter(([key]) => keys.includes(key))) };
}

interface WholeValues {
  readonly at: FieldMap;
  readonly values: Readonly<Record<string, Value>>;
}

/** Replaces only weights that differ. */
function routeWeightEdits({ manifest, wanted }: RouteUpdate, spec: FieldMap): readonly Edit[] | Obstacle {
  const edits: Edit[] = [];
  for (const [rule, { backendRefs }] of wanted.spec.rules.entries()) {
    for (const [place, { weight }] of backendRefs.entries()) {
      if ((field(manifest.object, 'spec', 'rules', rule, 'backendRefs', place, 'weight') ?? 1) === weight) continue;
      const ref = entryIn(entryIn(spec, 'rules', rule), 'backendRefs', place);
      const made = isObstacle(ref) ? ref : setKey(ref, 'weight', weight);
      if (isObstacle(made)) return made;
      append(edits, made);
    }
  }
  return edits;
}

/** An entry of the list under a key as a mapping, or what prevents that it is changed. */
function entryIn(at: FieldMap | Obstacle, key: string, index: number): FieldMap | Obstacle {
  if (isObstacle(at)) return at;
  const { manifest, map } = at;
  const list: unknown = pairOf(map, key)?.value;
  if (list === undefined) return elsewhere(at, key);
  if (!isSeq(list)) return { obstacle: 'alias', field: [...at.path, key] };
  const entry = list.items[index] as Node;
  const path = [...at.path, key, index];
  if (!isMap(entry)) return { obstacle: 'alias', field: path };
  if (isShared(manifest, list) || isShared(manifest, entry)) return { obstacle: 'anchor', field: path };
  return { manifest, map: entry as YAMLMap.Parsed, path };
}

function unmarkEdits(manifest: Manifest): readonly Edit[] | Obstacle {
  const metadata = filledMap(rootOf(manifest), 'metadata', manifest.object);
  if (isObstacle(metadata)) return metadata;
  const annotations = filledMap(metadata, 'annotations', manifest.object.metadata);
  if (isObstacle(annotations)) return annotations;
  const [at, key] = annotations.map.items.length > 1 ? [annotations, splitAnnotation] : [metadata, 'annotations'];
  const pair = pairOf(at.map, key);
  const isOwn = pair !== undefined && pairOf(annotations.map, splitAnnotation) !== undefined;
  return isOwn ? removePair(at, pair) : elsewhere(annotations, splitAnnotation);
}

/** Returns a test whether a route has the wanted contents and is otherwise unchanged. */
export function isUpdatedRoute(change: RouteUpdate): Accepts {
  const { manifest, wanted, parents, rules, unmark } = change;
  const before = unchangedParts(manifest.object, change);
  return (value) =>
    isMapping(value) &&
    isMeant(before, unchangedParts(withListKind(manifest.list, value), change)) &&
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
