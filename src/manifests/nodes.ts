import type { Pair, YAMLMap } from 'yaml';
import { isMap, isScalar } from 'yaml';

/** The pair of a mapping with this key; pairs from merge keys do not count. */
export function pairOf(map: YAMLMap.Parsed, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** The mapping that is the value of a key; an alias does not count. */
export function mapAt(map: YAMLMap.Parsed | undefined, key: string): YAMLMap.Parsed | undefined {
  const value: unknown = map && pairOf(map, key)?.value;
  return isMap(value) ? (value as YAMLMap.Parsed) : undefined;
}
