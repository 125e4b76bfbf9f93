import type { Node, Pair, YAMLMap } from 'yaml';
import { isCollection, isMap, isSeq } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';
import { keyText } from '../manifests/manifest.ts';
import type { Comments } from '../yaml/print.ts';
import { mapAt, pairOf } from '../manifests/nodes.ts';
import { colonEnd, contentEnd, isFlow, lineEnd, lineStart, tokenEnd } from './lines.ts';

interface Found {
  readonly after: Map<string, string>;
  readonly above: Map<string, readonly string[]>;
}

/** Where what a split says about its apex and its backends is in what takes its place. */
interface Places {
  /** The field above which stands what was said about the apex. */
  readonly apex: string;
  readonly backends: string;
  readonly name: string;
}

const inProfile: Places = { apex: '/spec/dstOverrides', backends: '/spec/dstOverrides', name: 'authority' };
const inRoute: Places = { apex: '/spec/parentRefs', backends: '/spec/rules/0/backendRefs', name: 'name' };

/**
 * The comments of a split for the object in its place, a profile or a route: those at the ends of lines and those on lines
 * of their own. A profile in the place of a split, which becomes a route, has them at its overrides.
 */
export function splitComments(split: Manifest, backends: readonly number[], kind: string): Comments {
  const places = kind === 'HTTPRoute' ? inRoute : inProfile;
  const found: Found = { after: new Map(), above: new Map() };
  const { text } = split.page;
  const { node } = split;
  collect(text, node, undefined, (key) => `/${key}`, found);
  const metadata = mapAt(node, 'metadata');
  collect(text, metadata, below(text, node, 'metadata'), (key) => `/metadata/${key}`, found);
  for (const key of ['labels', 'annotations'])
    collect(text, mapAt(metadata, key), below(text, metadata, key), (name) => `/metadata/${key}/${name}`, found);
  // The apex has no line in a profile: what was said about it stands above the overrides.
  const spec = mapAt(node, 'spec');
  collect(text, spec, below(text, node, 'spec'), () => places.apex, found, 'service');
  backendComments(text, spec, backends, places, found);
  return found;
}

/** Where the lines below a key begin. */
function below(text: string, map: YAMLMap.Parsed | undefined, key: string): number | undefined {
  const pair = map && pairOf(map, key);
  return pair && lineEnd(text, keyEnd(pair));
}

/** The comments of the pairs of a block mapping; `start` is where those above its first key begin. */
function collect(
  text: string,
  map: YAMLMap.Parsed | undefined,
  start: number | undefined,
  pathOf: (key: string) => string,
  found: Found,
  gone?: string,
): void {
  if (map === undefined || isFlow(map)) return;
  let end = start;
  for (const pair of map.items) {
    const key = keyText(pair.key) ?? '';
    const path = pathOf(key);
    const above = end === undefined ? [] : linesOfComment(text, end, lineStart(text, pair.key.range[0]));
    const after = commentAfter(text, isBlock(pair.value) ? (colonEnd(pair) ?? 0) : tokenEnd(pair));
    const lines = gone === key && after !== undefined ? [...above, after] : above;
    if (lines.length > 0) found.above.set(path, [...(found.above.get(path) ?? []), ...lines]);
    if (after !== undefined && gone !== key) found.after.set(path, after);
    end = contentEnd(text, pair);
  }
}

function isBlock(value: unknown): boolean {
  return isCollection(value) && !isFlow(value);
}

/** The comments of the backends that become overrides. */
function backendComments(
  text: string,
  spec: YAMLMap.Parsed | undefined,
  backends: readonly number[],
  places: Places,
  { after, above }: Found,
): void {
  const pair = spec && (pairOf(spec, 'backends') ?? pairOf(spec, 'dstOverrides'));
  const list: unknown = pair?.value;
  if (!isSeq(list) || isFlow(list) || pair === undefined) return;
  for (const [index, backend] of backends.entries()) {
    const entry: unknown = list.items[backend];
    if (!isMap(entry) || !entry.range) continue;
    const path = `${places.backends}/${index}`;
    const before = backend === 0 ? lineEnd(text, keyEnd(pair)) : contentEnd(text, list.items[backend - 1]);
    const comments = linesOfComment(text, before, lineStart(text, entry.range[0]));
    const inside = commentsInside(text, entry as YAMLMap.Parsed);
    const heads = [...comments, ...(inside.get('service') ?? [])];
    if (heads.length > 0) above.set(path, heads);
    const onWeight = inside.get('weight') ?? [];
    if (onWeight.length > 0) above.set(`${path}/weight`, onWeight);
    for (const [key, field] of [
      ['service', places.name],
      ['authority', places.name],
      ['weight', 'weight'],
    ] as const) {
      const comment = isFlow(entry)
        ? commentAfter(text, tokenEnd(entry))
        : commentAfter(text, tokenEnd(entry.items.find((item) => keyIs(item, key))));
      if (comment !== undefined && !(isFlow(entry) && key === 'weight')) after.set(`${path}/${field}`, comment);
    }
  }
}

/** The comments on lines of their own between the keys of a backend, by the key below them. */
function commentsInside(text: string, entry: YAMLMap.Parsed): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  if (isFlow(entry)) return found;
  for (const [index, pair] of entry.items.entries()) {
    const before = entry.items[index - 1];
    if (before === undefined) continue;
    found.set(
      keyText(pair.key) ?? '',
      linesOfComment(text, contentEnd(text, before), lineStart(text, pair.key.range[0])),
    );
  }
  return found;
}

function keyEnd(pair: Pair): number {
  return (pair.key as Node).range?.[1] ?? 0;
}

function keyIs(item: unknown, key: string): boolean {
  return (item as Pair<{ value?: unknown }>).key.value === key;
}

function linesOfComment(text: string, start: number, end: number): readonly string[] {
  if (end <= start) return [];
  return text
    .slice(start, end)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('#'));
}

function commentAfter(text: string, offset: number): string | undefined {
  if (offset === 0 || text[offset - 1] === '\n') return undefined;
  return /^[ \t]*[ \t](#[^\r\n]*)/.exec(text.slice(offset, lineEnd(text, offset)))?.[1]?.trimEnd();
}
