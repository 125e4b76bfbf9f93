import type { Pair, Scalar, YAMLMap } from 'yaml';
import { isAlias, isCollection, isMap, isScalar } from 'yaml';
import { field, type FieldPath } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import type { Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { commentsOf } from './comments.ts';
import { editorOf } from './editors.ts';
import { colonEnd, isFlow, isMissing } from './positions.ts';
import type { Obstacle } from './obstacles.ts';
import { isReferred, isShared } from './references.ts';

/** A mapping of a manifest that is written in its place. */
export interface FieldMap {
  readonly manifest: Manifest;
  readonly map: YAMLMap.Parsed;
  /** The path to the mapping; empty for the object. */
  readonly path: FieldPath;
}

/** The object of a manifest as a mapping to change. */
export function rootOf(manifest: Manifest): FieldMap {
  return { manifest, map: manifest.node, path: [] };
}

/**
 * Sets the value of a key of a mapping: replaces the value, or adds the key at the end; with remarks for the lines of a
 * value that is printed as a block. A mapping written as `{}` inside block YAML cannot take a key: give its own key a value
 * instead.
 */
export function setKey(
  at: FieldMap,
  key: string,
  value: Value,
  remarks: readonly Remark[] = [],
): readonly Edit[] | Obstacle {
  const { manifest, map, path } = at;
  const pair = pairOf(map, key);
  if (pair !== undefined) return setValue(at, pair, value, remarks);
  // An alias among the keys may be this one: then there would be two of it.
  if (hasAliasKey(map)) return { obstacle: 'alias-key', field: [...path, key] };
  const comments = commentsOf(remarks.map((remark) => ({ ...remark, path: `/${key}${remark.path}` })));
  return editorOf(map).addKey(manifest, map, key, { value, comments });
}

/** Whether the value of a key, where it is set, is printed as a block, whose lines have room for comments. */
export function isPrintedAsBlock({ map }: FieldMap, key: string): boolean {
  const old = pairOf(map, key)?.value;
  return editorOf(map).hasLines && !(isCollection(old) && isFlow(old) && old.items.length > 0);
}

/** Replaces the value of a pair of a mapping. */
export function setValue(
  at: FieldMap,
  pair: Pair,
  value: Value,
  remarks: readonly Remark[] = [],
): readonly Edit[] | Obstacle {
  const { manifest, map } = at;
  const obstacle = obstacleIn(at, pair);
  if (obstacle !== undefined) return obstacle;
  const colon = colonEnd(pair);
  if (colon === undefined) return { obstacle: 'no-colon', field: fieldOf(at, pair) };
  return editorOf(map).setValue(manifest, map, { pair, colon }, { value, comments: commentsOf(remarks) });
}

/** Takes a pair out of its mapping; the caller makes sure that another one stays. */
export function removePair(at: FieldMap, pair: Pair): readonly Edit[] | Obstacle {
  const { manifest, map } = at;
  const obstacle = obstacleIn(at, pair);
  if (obstacle !== undefined) return obstacle;
  // The value of a merge key may hold any other key too.
  if (isMerged(map)) return { obstacle: 'merge', field: fieldOf(at, pair) };
  return editorOf(map).removePair(manifest, map, pair);
}

/**
 * The value of a key as a mapping that is written in its place, undefined if nothing is there yet, or what prevents it;
 * `read` is the value of the whole mapping: a key that is set by a merge key is not in its text.
 */
export function ownMap(at: FieldMap, key: string, read: unknown): FieldMap | undefined | Obstacle {
  const { manifest, map } = at;
  const path = [...at.path, key];
  const pair = pairOf(map, key);
  if (pair === undefined) return (field(read, key) ?? null) === null ? undefined : elsewhere(at, key);
  const value: unknown = pair.value;
  if (isMissing(value) || (isScalar(value) && value.value === null)) return undefined;
  if (!isMap(value)) return { obstacle: isAlias(value) ? 'alias' : 'type', field: path };
  if (isShared(manifest, value)) return { obstacle: 'anchor', field: path };
  const isEmpty = value.items.length === 0 && isFlow(value) && !isFlow(map);
  return isEmpty ? undefined : { manifest, map: value as YAMLMap.Parsed, path };
}

/** The value of a key that is a mapping with something in it, or what prevents that it is changed in its place. */
export function filledMap(at: FieldMap, key: string, read: unknown): FieldMap | Obstacle {
  const found = ownMap(at, key, read);
  return found ?? elsewhere(at, key);
}

/** The obstacle of a key that an object has, but that is not written in its mapping. */
export function elsewhere({ map, path }: FieldMap, key: string): Obstacle {
  return { obstacle: hasAliasKey(map) ? 'alias-key' : 'merge', field: [...path, key] };
}

function obstacleIn(at: FieldMap, pair: Pair): Obstacle | undefined {
  if (isReferred(at.manifest, { part: pair })) return { obstacle: 'anchor', field: fieldOf(at, pair) };
  return isExplicit(pair) ? { obstacle: 'question-mark', field: fieldOf(at, pair) } : undefined;
}

function fieldOf({ path }: FieldMap, { key }: Pair): FieldPath {
  return [...path, String((key as Scalar).value)];
}

/** Whether a key is written with `? `: then its value is on a line of its own. */
function isExplicit(pair: Pair): boolean {
  return pair.srcToken?.start.some((token) => token.type === 'explicit-key-ind') === true;
}

function hasAliasKey(map: YAMLMap.Parsed): boolean {
  return map.items.some(({ key }) => isAlias(key));
}

function isMerged(map: YAMLMap.Parsed): boolean {
  return map.items.some(({ key }) => isScalar(key) && typeof key.value === 'symbol');
}
