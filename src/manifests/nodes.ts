import type { Pair, YAMLMap } from 'yaml';
import { isMap, isScalar } from 'yaml';

/** The pair of a mapping that has this key written in it. */
export function pairOf(map: YAMLMap.Parsed, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** The value of a key that is a mapping written in place. */
export function mapAt(map: YAMLMap.Parsed | undefined, key: string): YAMLMap.Parsed | undefined {
  const value: unknown = map && pairOf(map, key)?.value;
  return isMap(value) ? (value as YAMLMap.Parsed) : undefined;
}
