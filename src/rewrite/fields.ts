import type { Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isCollection, isMap, isScalar } from 'yaml';
import { field } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import type { Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { commentsOf } from './comments.ts';
import { editorOf } from './editors.ts';
import { colonEnd, isFlow, isMissing } from './lines.ts';
import { isReferred } from './references.ts';

/**
 * Sets the value of a key of a mapping: replaces the value, or adds the key at the end; with remarks for the lines of a
 * value that is printed as a block. Returns undefined if that is not possible.
 */
export function setKey(
  manifest: Manifest,
  map: YAMLMap.Parsed,
  key: string,
  value: Value,
  remarks: readonly Remark[] = [],
): readonly Edit[] | undefined {
  const pair = pairOf(map, key);
  if (pair !== undefined) return setValue(manifest, map, pair, value, remarks);
  // An alias among the keys may be this one: then there would be two of it.
  if (map.items.some((item) => isAlias(item.key))) return undefined;
  return editorOf(map).addKey(
    manifest,
    map,
    key,
    value,
    commentsOf(remarks.map((remark) => ({ ...remark, path: `/${key}${remark.path}` }))),
  );
}

/** Whether the value of a key, where it is set, is printed as a block, whose lines have room for comments. */
export function isPrintedAsBlock(map: YAMLMap.Parsed, key: string): boolean {
  const old = pairOf(map, key)?.value;
  return editorOf(map).hasLines && !(isCollection(old) && isFlow(old) && old.items.length > 0);
}

/** Adds entries at the end of a list that has some. */
export function appendEntries(manifest: Manifest, list: YAMLSeq.Parsed, values: readonly Value[]): readonly Edit[] {
  return editorOf(list).addEntries(manifest, list, values);
}

/** Replaces the value of a pair. Returns undefined if an alias outside refers to an anchor inside the old value. */
export function setValue(
  manifest: Manifest,
  map: YAMLMap.Parsed,
  pair: Pair,
  value: Value,
  remarks: readonly Remark[] = [],
): readonly Edit[] | undefined {
  const colon = colonEnd(pair);
  if (colon === undefined || isReferred(manifest, pair) || isExplicit(pair)) return undefined;
  return editorOf(map).setValue(manifest, map, { pair, colon }, value, commentsOf(remarks));
}

/** Takes a pair out of its mapping; the caller makes sure that another one stays. */
export function removePair(manifest: Manifest, map: YAMLMap.Parsed, pair: Pair): readonly Edit[] | undefined {
  if (isReferred(manifest, pair) || isExplicit(pair) || isMerged(map)) return undefined;
  return editorOf(map).removePair(manifest, map, pair);
}

/** Whether a key is written with `? `: then its value is on a line of its own. */
function isExplicit(pair: Pair): boolean {
  return pair.srcToken?.start.some((token) => token.type === 'explicit-key-ind') === true;
}

/** Whether a mapping has a merge key, whose value may hold any other key too. */
function isMerged(map: YAMLMap.Parsed): boolean {
  return map.items.some(({ key }) => isScalar(key) && typeof key.value === 'symbol');
}

/**
 * A value as the mapping of a key that is written in place, or what prevents it; `read` is the mapping as it is read:
 * a key that comes by a merge is elsewhere.
 */
export function ownMap(
  map: YAMLMap.Parsed,
  key: string,
  read: unknown,
): YAMLMap.Parsed | 'absent' | 'null' | 'foreign' {
  const pair = pairOf(map, key);
  if (pair === undefined) return (field(read, key) ?? null) === null ? 'absent' : 'foreign';
  const value: unknown = pair.value;
  if (isMissing(value) || (isScalar(value) && value.value === null)) return 'null';
  if (!isMap(value)) return 'foreign';
  return value.items.length === 0 && isFlow(value) && !isFlow(map) ? 'null' : (value as YAMLMap.Parsed);
}
