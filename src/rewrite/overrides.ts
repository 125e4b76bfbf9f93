import type { Pair, YAMLMap } from 'yaml';
import { field } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import type { Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { offsetBelow } from './comments.ts';
import { isPrintedAsBlock, ownMap, removePair, setKey, setValue } from './fields.ts';
import { isFlow } from './lines.ts';
import { entryEdits } from './override-entries.ts';
import type { Overridden, Override } from './override-parts.ts';
import { authorityOf, overrideEntries, overridesPath, stringEdit, weightEdit } from './override-parts.ts';

/**
 * Gives an existing profile these overrides and touches nothing else: only the weights that differ where the
 * authorities agree; else the entries that stay keep their text and comments. Remarks are printed with lines that are new;
 * `ofSplit` are those of the split, also where it keeps them.
 * Undefined: anchors prevent it.
 */
export function setOverrides(
  manifest: Manifest,
  wanted: readonly Override[],
  differs: (index: number) => boolean,
  remarks: readonly Remark[],
  ofSplit: readonly Remark[],
): Overridden | undefined {
  const { node, object } = manifest;
  const spec = ownMap(node, 'spec', object);
  if (spec === 'foreign') return undefined;
  if (wanted.length === 0) return printing(withoutOverrides(manifest, spec), []);
  const value = wanted.map(({ authority, weight }) => ({ authority, weight }));
  if (typeof spec === 'string') {
    const own = isFlow(node) ? [] : remarks.filter(({ path }) => path.startsWith(overridesPath));
    return printing(setKey(manifest, node, 'spec', { dstOverrides: value }, offsetBelow(own, '/spec')), own);
  }
  const pair = pairOf(spec, 'dstOverrides');
  return (
    printing(pair && weightEdits(manifest, pair.value, wanted, differs), []) ??
    (pair && entryEdits(manifest, pair, wanted, differs, { remarks, ofSplit })) ??
    wholeList(manifest, spec, value, remarks)
  );
}

function printing(edits: readonly Edit[] | undefined, printed: readonly Remark[]): Overridden | undefined {
  return edits && { edits, printed: new Set(printed), lost: [] };
}

function wholeList(
  manifest: Manifest,
  spec: YAMLMap.Parsed,
  value: Value,
  remarks: readonly Remark[],
): Overridden | undefined {
  const isNew = pairOf(spec, 'dstOverrides') === undefined;
  const own = remarks.filter(({ path }) => path.startsWith(`${overridesPath}/`) || (isNew && path === overridesPath));
  const printed = isPrintedAsBlock(spec, 'dstOverrides') ? own : [];
  const inside = printed.map((remark) => ({ ...remark, path: remark.path.slice(overridesPath.length) }));
  return printing(setKey(manifest, spec, 'dstOverrides', value, inside), printed);
}

function withoutOverrides(manifest: Manifest, spec: YAMLMap.Parsed | string): readonly Edit[] | undefined {
  return typeof spec === 'string' ? [] : dropOverrides(manifest, spec, pairOf(spec, 'dstOverrides'));
}

/** The key goes, if it is written in place; a spec left empty is written `spec: {}`. */
function dropOverrides(manifest: Manifest, spec: YAMLMap.Parsed, pair: Pair | undefined): readonly Edit[] | undefined {
  if (pair === undefined) return field(manifest.object, 'spec', 'dstOverrides') === undefined ? [] : undefined;
  if (spec.items.length > 1) return removePair(manifest, spec, pair);
  const specPair = pairOf(manifest.node, 'spec');
  return specPair && setValue(manifest, manifest.node, specPair, {});
}

/** Only the weights that differ, where the authorities are the wanted ones in the wanted order. */
function weightEdits(
  manifest: Manifest,
  list: unknown,
  wanted: readonly Override[],
  differs: (index: number) => boolean,
): readonly Edit[] | undefined {
  const entries = overrideEntries(list);
  if (entries?.length !== wanted.length) return undefined;
  const edits: Edit[] = [];
  for (const [index, entry] of entries.entries()) {
    const want = wanted[index];
    if (want === undefined || authorityOf(manifest, entry) !== want.authority) return undefined;
    if (!differs(index)) continue;
    const edit = weightEdit(manifest, entry, want.weight);
    if (edit === undefined) return undefined;
    edits.push(edit);
  }
  return edits;
}

/** Gives an annotation of a manifest a value. Undefined: its annotations are behind an alias. */
export function setAnnotation(manifest: Manifest, key: string, value: string): readonly Edit[] | undefined {
  const metadata = ownMap(manifest.node, 'metadata', manifest.object);
  if (typeof metadata === 'string') return undefined;
  const annotations = ownMap(metadata, 'annotations', manifest.object.metadata);
  if (annotations === 'foreign') return undefined;
  const entry: Value = { [key]: value };
  if (typeof annotations === 'string') return setKey(manifest, metadata, 'annotations', entry);
  const pair = pairOf(annotations, key);
  if (pair === undefined) return setKey(manifest, annotations, key, value);
  const edit = stringEdit(manifest, pair, value);
  return edit === undefined ? setValue(manifest, annotations, pair, value) : [edit];
}
