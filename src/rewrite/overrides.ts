import type { Node } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import type { WeightedDst } from '../mesh/service-profile.ts';
import type { Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { offsetBelow } from './comments.ts';
import type { FieldMap } from './fields.ts';
import { elsewhere, filledMap, isPrintedAsBlock, ownMap, removePair, rootOf, setKey, setValue } from './fields.ts';
import { isFlow } from './positions.ts';
import type { Obstacle } from './obstacles.ts';
import { isObstacle } from './obstacles.ts';
import { isShared } from './references.ts';
import { entryEdits, type OverrideChange } from './override-entries.ts';
import type { Overridden } from './override-parts.ts';
import { authorityOf, overrideEntries, overridesPath, stringEdit, weightEdit } from './override-parts.ts';

/**
 * Gives an existing profile these overrides and touches nothing else: only the weights that differ where the
 * authorities agree; else the entries that stay keep their text and comments. Returns what prevents it otherwise.
 */
export function setOverrides(
  manifest: Manifest,
  wanted: readonly WeightedDst[],
  change: OverrideChange,
): Overridden | Obstacle {
  const { node, object } = manifest;
  const { differs, remarks } = change;
  if (wanted.length === 0) return printing(withoutOverrides(manifest), []);
  const root = rootOf(manifest);
  const spec = ownMap(root, 'spec', object);
  if (spec !== undefined && isObstacle(spec)) return spec;
  const value = wanted.map(({ authority, weight }) => ({ authority, weight }));
  if (spec === undefined) {
    const own = isFlow(node) ? [] : remarks.filter(({ path }) => path.startsWith(overridesPath));
    return printing(setKey(root, 'spec', { dstOverrides: value }, offsetBelow(own, '/spec')), own);
  }
  const pair = pairOf(spec.map, 'dstOverrides');
  const weights = pair && weightEdits(manifest, pair.value, wanted, differs);
  if (weights !== undefined) return printing(weights, []);
  return (pair && entryEdits(manifest, pair, wanted, change)) ?? wholeList(spec, value, remarks);
}

function printing(edits: readonly Edit[] | Obstacle, printed: readonly Remark[]): Overridden | Obstacle {
  return isObstacle(edits) ? edits : { edits, printed: new Set(printed), lost: [] };
}

function wholeList(spec: FieldMap, value: Value, remarks: readonly Remark[]): Overridden | Obstacle {
  const isNew = pairOf(spec.map, 'dstOverrides') === undefined;
  const own = remarks.filter(({ path }) => path.startsWith(`${overridesPath}/`) || (isNew && path === overridesPath));
  const printed = isPrintedAsBlock(spec, 'dstOverrides') ? own : [];
  const inside = printed.map((remark) => ({ ...remark, path: remark.path.slice(overridesPath.length) }));
  return printing(setKey(spec, 'dstOverrides', value, inside), printed);
}

/** The key is removed, if it is written in place; a spec left empty is written `spec: {}`. */
function withoutOverrides(manifest: Manifest): readonly Edit[] | Obstacle {
  const root = rootOf(manifest);
  const spec = filledMap(root, 'spec', manifest.object);
  if (isObstacle(spec)) return spec;
  const pair = pairOf(spec.map, 'dstOverrides');
  if (pair === undefined) return elsewhere(spec, 'dstOverrides');
  const specPair = pairOf(manifest.node, 'spec');
  return spec.map.items.length > 1 || specPair === undefined ? removePair(spec, pair) : setValue(root, specPair, {});
}

/** Only the weights that differ, where the authorities are the wanted ones in the wanted order. */
function weightEdits(
  manifest: Manifest,
  list: unknown,
  wanted: readonly WeightedDst[],
  differs: (index: number) => boolean,
): readonly Edit[] | undefined {
  const entries = overrideEntries(list);
  if (entries?.length !== wanted.length || isShared(manifest, list as Node)) return undefined;
  const edits: Edit[] = [];
  for (const [index, entry] of entries.entries()) {
    const want = wanted[index];
    if (want === undefined || authorityOf(manifest, entry) !== want.authority) return undefined;
    if (isShared(manifest, entry)) return undefined;
    if (!differs(index)) continue;
    const edit = weightEdit(manifest, entry, want.weight);
    if (edit === undefined) return undefined;
    edits.push(edit);
  }
  return edits;
}

/** Gives an annotation of a manifest a value, or returns what prevents it. */
export function setAnnotation(manifest: Manifest, key: string, value: string): readonly Edit[] | Obstacle {
  const { object } = manifest;
  const root = rootOf(manifest);
  const metadata = filledMap(root, 'metadata', object);
  if (isObstacle(metadata)) return metadata;
  const annotations = ownMap(metadata, 'annotations', object.metadata);
  if (annotations === undefined) return setKey(metadata, 'annotations', { [key]: value });
  if (isObstacle(annotations)) return annotations;
  const pair = pairOf(annotations.map, key);
  if (pair === undefined) return setKey(annotations, key, value);
  const edit = stringEdit(manifest, pair, value);
  return edit === undefined ? setValue(annotations, pair, value) : [edit];
}
