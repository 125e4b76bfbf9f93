import type { Document, Pair } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, visit } from 'yaml';

/** Merge keys inside merge keys are followed as deep as this. */
const deepestMerge = 20;

/**
 * The offset of a merge key that readers resolve differently: one behind a key that it sets, too, itself or by another
 * merge key. Kubernetes' reader lets what comes later win (sigs.k8s.io/yaml, goyaml.v2, decode.go, merge), YAML's
 * definition of merge keys the explicit key. Undefined where there is none.
 */
export function oddMerge(document: Document.Parsed, text: string): number | undefined {
  if (!text.includes('<<')) return undefined;
  let found: number | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const set = new Set<unknown>();
      for (const pair of items) {
        if (!isScalar(pair.key)) continue;
        const keys = isMerge(pair) ? [...mergedKeys(pair.value, document, 0)] : [pair.key.value];
        if (isMerge(pair) && keys.some((key) => set.has(key))) {
          found = pair.key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        for (const key of keys) set.add(key);
      }
      return undefined;
    },
  });
  return found;
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && typeof key.value === 'symbol';
}

/** The keys of what is merged: a mapping, or a list of mappings, and what these merge. */
function mergedKeys(value: unknown, document: Document.Parsed, depth: number): ReadonlySet<unknown> {
  const node = isAlias(value) ? value.resolve(document) : value;
  if (depth > deepestMerge) return new Set();
  if (isSeq(node)) return new Set(node.items.flatMap((item) => [...mergedKeys(item, document, depth + 1)]));
  if (!isMap(node)) return new Set();
  return new Set(
    node.items.flatMap((pair): readonly unknown[] => {
      if (isMerge(pair)) return [...mergedKeys(pair.value, document, depth + 1)];
      return isScalar(pair.key) ? [pair.key.value] : [];
    }),
  );
}
