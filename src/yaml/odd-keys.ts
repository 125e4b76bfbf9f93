import { append } from '../collections.ts';
import type { Document } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';

/**
 * The offset of a key that Kubernetes' reader refuses: one that is null, a list or a mapping (sigs.k8s.io/yaml, yaml.go
 * convertToJSONableObject; goyaml.v2, decode.go mapping). Undefined where there is none. A template action, which parses as a
 * mapping, is not meant.
 */
export function oddKey(document: Document.Parsed, text: string): number | undefined {
  const open: unknown[] = [document.contents];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (isSeq(part))
      append(
        open,
        part.items.filter((item) => item !== null),
      );
    if (!isMap(part)) continue;
    for (const { key, value } of part.items) {
      if (isRefused(key, document, text)) return keyOffset(key) ?? keyOffset(value) ?? keyOffset(part);
      if (typeof value === 'object' && value !== null) open.push(value);
    }
  }
  return undefined;
}

function isRefused(key: unknown, document: Document.Parsed, text: string): boolean {
  if (isScalar(key)) return key.value === null;
  if (isAlias(key)) {
    const meant = key.resolve(document);
    return meant === undefined || isRefused(meant, document, text);
  }
  const start = keyOffset(key) ?? 0;
  return !text.startsWith('{{', start) && !text.startsWith('{{', start - 1);
}

function keyOffset(node: unknown): number | undefined {
  return isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
