import type { Pair, Scalar, YAMLMap } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import { printString, quoteString } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { isReferred } from './references.ts';
import { styleOf } from './style.ts';

/** Edits, the remarks that were placed, and those for which there is no line. */
export interface Overridden {
  readonly edits: readonly Edit[];
  readonly printed: ReadonlySet<Remark>;
  readonly lost: readonly string[];
}

/** Where the overrides of a profile are. */
export const overridesPath = '/spec/dstOverrides';

/** The entries of a list of mappings. */
export function overrideEntries(list: unknown): readonly YAMLMap.Parsed[] | undefined {
  if (!isSeq(list) || !list.items.every(isMap)) return undefined;
  return list.items as unknown as readonly YAMLMap.Parsed[];
}

/** What the authority of an entry is. */
export function authorityOf({ document }: Manifest, entry: YAMLMap.Parsed): unknown {
  const node = entry.get('authority', true) as unknown;
  const value = isAlias(node) ? node.resolve(document) : node;
  return isScalar(value) ? value.value : undefined;
}

/** Replaces the weight of an entry; undefined if it is shared, tagged or a block. */
export function weightEdit(manifest: Manifest, entry: YAMLMap.Parsed, weight: string): Edit | undefined {
  return stringEdit(manifest, pairOf(entry, 'weight'), weight);
}

/** Puts a string in the place of a scalar, in its quotes; undefined where the scalar is shared, tagged or a block. */
export function stringEdit(manifest: Manifest, pair: Pair | undefined, value: string): Edit | undefined {
  const old = pair?.value;
  if (isAlias(old) && old.range)
    return {
      page: manifest.page,
      start: old.range[0],
      end: old.range[1],
      text: printString(value, styleOf(manifest).quote),
    };
  if (pair === undefined || !isScalar(old) || !old.range || old.range[0] === old.range[1]) return undefined;
  if (old.type?.startsWith('BLOCK') === true || old.tag !== undefined || isReferred(manifest, { part: pair }))
    return undefined;
  const text = printed(value, { key: pair.key, value: old }, styleOf(manifest).quote);
  return { page: manifest.page, start: old.range[0], end: old.range[1], text };
}

/** A string in the quotes of the scalar that it replaces. Where JSON has a number, a string needs quotes. */
function printed(text: string, { key, value: { type } }: { key: unknown; value: Scalar }, quote: '"' | "'"): string {
  if (type === 'QUOTE_SINGLE') return quoteString(text, "'");
  const isJson = isScalar(key) && key.type === 'QUOTE_DOUBLE';
  return type === 'QUOTE_DOUBLE' || isJson ? quoteString(text, '"') : printString(text, quote);
}
