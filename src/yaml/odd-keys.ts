import { append, once } from '../collections.ts';
import type { Document } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, type YAMLMap } from 'yaml';

/** A key that Kubernetes' reader refuses: its offset, and what it is. */
interface OddKey {
  readonly offset: number;
  readonly message: string;
}

/**
 * The first key that Kubernetes' reader refuses: one that is null, a list or a mapping (sigs.k8s.io/yaml, yaml.go
 * convertToJSONableObject; goyaml.v2, decode.go mapping), or one in braces that is not on one line with its colon (goyaml.v2,
 * scannerc.go, yaml_simple_key_is_valid; JSON may have them so). Undefined where there is none. A template action, which parses as a mapping, is
 * not meant.
 */
export function oddKey(document: Document.Parsed, text: string): OddKey | undefined {
  const open: unknown[] = [document.contents];
  const isJson = once(() => isJsonText(text.slice(document.range[0], document.contents?.range[1])));
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (isSeq(part))
      append(
        open,
        part.items.filter((item) => item !== null),
      );
    if (!isMap(part)) continue;
    for (const { key, value } of part.items) {
      if (isRefused(key, document, text)) {
        const offset = keyOffset(key) ?? keyOffset(value) ?? keyOffset(part) ?? 0;
        return { offset, message: 'a key that is null, a list or a mapping' };
      }
      if (isInLines({ key, value }, part, text) && !isJson())
        return { offset: keyOffset(key) ?? 0, message: 'a key in braces that is not on one line with its colon' };
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

/** Whether a key in braces, without `?`, has a line end in it, or before its colon. */
function isInLines(pair: { readonly key: unknown; readonly value: unknown }, map: YAMLMap, text: string): boolean {
  const { key, value } = pair;
  if (map.flow !== true || value === null || !isScalar(key) || !key.range) return false;
  const [start, end] = key.range;
  const isInOneLine = !text.slice(start, end).includes('\n') && !lineEndNext.test(text.slice(end, end + longestGap));
  return !isInOneLine && !/\?\s+(?:[&!]\S*\s+)*$/.test(text.slice(map.range?.[0], start));
}

/** Blanks and a comment up to a line end. A key is followed by its colon within this many characters, or is no key. */
const lineEndNext = /^[ \t]*(?:[ \t]#.*)?\r?\n/;
const longestGap = 1024;

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function keyOffset(node: unknown): number | undefined {
  return isScalar(node) || isAlias(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}
