import { addTo } from '../collections.ts';
import type { Alias, Document, Node, Pair } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, visit } from 'yaml';

/** How many nodes of merge keys are looked at in one document: lists of aliases can name others many times over. */
const mostNodes = 100_000;

/**
 * The offset of a merge key that readers resolve differently: one after a key that it sets, too, itself or by another
 * merge key. Kubernetes' reader lets what comes later win (sigs.k8s.io/yaml, goyaml.v2, decode.go, merge), YAML's
 * definition of merge keys the explicit key. Also that of one which takes too long to follow. Undefined where there is
 * none.
 */
export function oddMerge(document: Document.Parsed, text: string): number | undefined {
  const [start, , end] = document.range;
  if (!text.slice(start, end).includes('<<')) return undefined;
  const anchors = anchorsOf(document);
  let left = mostNodes;
  let found: number | undefined;
  visit(document, {
    Map: (_, { items }) => {
      const set = new Set<unknown>();
      for (const pair of items) {
        if (!isScalar(pair.key)) continue;
        const keys = isMerge(pair) ? mergedKeys(pair.value) : [pair.key.value];
        if (isMerge(pair) && (left < 0 || keys.some((key) => set.has(key)))) {
          found = pair.key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        for (const key of keys) set.add(key);
      }
      return undefined;
    },
  });
  return found;

  /** The keys of what is merged: a mapping, or a list of mappings, and what these merge. */
  function mergedKeys(value: unknown): readonly unknown[] {
    left -= 1;
    if (left < 0) return [];
    const node = isAlias(value) ? nodeMeant(value, anchors) : value;
    if (isSeq(node)) return node.items.flatMap(mergedKeys);
    if (!isMap(node)) return [];
    return node.items.flatMap((pair): readonly unknown[] => {
      left -= 1;
      if (isMerge(pair)) return mergedKeys(pair.value);
      return isScalar(pair.key) ? [pair.key.value] : [];
    });
  }
}

function isMerge({ key }: Pair): boolean {
  return isScalar(key) && typeof key.value === 'symbol';
}

/** The nodes with each anchor, in the order of the text. The library searches the whole document for each alias. */
function anchorsOf(document: Document.Parsed): ReadonlyMap<string, readonly Node[]> {
  const anchors = new Map<string, Node[]>();
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.anchor !== undefined) addTo(anchors, node.anchor, node);
    },
  });
  return anchors;
}

function nodeMeant({ source, range }: Alias, anchors: ReadonlyMap<string, readonly Node[]>): Node | undefined {
  const start = range?.[0] ?? 0;
  return anchors.get(source)?.findLast((node) => (node.range?.[0] ?? 0) < start);
}
