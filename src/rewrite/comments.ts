import { addTo, memoisedFor } from '../collections.ts';
import type { YAMLMap, YAMLSeq } from 'yaml';
import { isMap, isSeq } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';
import { keyText, placeIn } from '../manifests/manifest.ts';
import { mapAt, pairOf } from '../manifests/nodes.ts';
import type { Comments } from '../yaml/print.ts';
import type { Page } from '../yaml/read.ts';
import type { Collection } from './positions.ts';
import { contentEnd, dashAt, isFlow, lineEnd, lineStart } from './positions.ts';

/** A comment, and the line of the object in the place of a split that it is about. */
export interface Remark {
  /** `#` included. */
  readonly text: string;
  /** The path of the value on that line. */
  readonly path: string;
  /** Whether it is on a line of its own above that line, or at its end. */
  readonly isAbove: boolean;
}

/** Where the comments about the apex and the backends of a split belong in the object that replaces it. */
interface CommentPlaces {
  /** The field below the comments about the apex. */
  readonly apex: string;
  readonly backends: string;
  readonly name: string;
}

const inProfile: CommentPlaces = { apex: '/spec/dstOverrides', backends: '/spec/dstOverrides', name: 'authority' };
const inRoute: CommentPlaces = { apex: '/spec/parentRefs', backends: '/spec/rules/0/backendRefs', name: 'name' };

/** A part of a split, and the lines for comments about it; without any, comments about it have no line. */
interface CommentPlace {
  readonly start: number;
  /** Where the flow collection around it ends: a comment after that is about the collection. */
  readonly until?: number;
  readonly above?: string;
  /** For comments at the end of its line; absent where that line has none in the place of the split. */
  readonly after?: string;
}

/**
 * The comments of a split for a profile or a route, and those for which it has no line. `backends` are the indices of
 * the converted backends, in order. If a profile is the source and becomes a route, its comments are those at its
 * overrides.
 */
export function remarksOf(
  split: Manifest,
  backends: readonly number[],
  kind: string,
): { readonly remarks: readonly Remark[]; readonly lost: readonly string[] } {
  const { text } = split.page;
  if (!mayHoldComments(split.page)) return { remarks: [], lost: [] };
  const where = kind === 'HTTPRoute' ? inRoute : inProfile;
  const places = commentPlaces(split, backends, where);
  const remarks: Remark[] = [];
  const lost: string[] = [];
  const taken = new Set<string>();
  for (const { offset, source } of commentsInside(split)) {
    const isAlone = text.slice(lineStart(text, offset), offset).trim() === '';
    const { above, after } = isAlone
      ? (places.find(({ start }) => start > offset) ?? { above: where.backends })
      : (places.findLast(({ start, until = Infinity }) => start < offset && offset < until) ?? {});
    const isAtEnd = !isAlone && after !== undefined && !taken.has(after);
    if (above === undefined) lost.push(source);
    else remarks.push({ text: source, path: isAtEnd ? after : above, isAbove: !isAtEnd });
    if (isAtEnd) taken.add(after);
  }
  return { remarks, lost };
}

/** Whether a page may hold comments. Without them, the nodes of its objects are not asked for: they may have to be parsed again. */
const mayHoldComments = memoisedFor(({ text }: Page): boolean => text.includes('#'));

/** The parts of a split in the order of the text. */
function commentPlaces({ node }: Manifest, backends: readonly number[], where: CommentPlaces): readonly CommentPlace[] {
  const metadata = mapAt(node, 'metadata');
  const spec = mapAt(node, 'spec');
  const at = (map: YAMLMap.Parsed | undefined, path: string): readonly CommentPlace[] =>
    pairPlaces(map, (key) => ({ above: `${path}/${key}`, after: `${path}/${key}` }));
  return [
    ...at(node, ''),
    ...at(metadata, '/metadata'),
    ...['labels', 'annotations'].flatMap((key) => at(mapAt(metadata, key), `/metadata/${key}`)),
    // The apex has no line in a profile: comments about it are put above the overrides.
    ...pairPlaces(spec, (key) =>
      isListOfBackends(key) ? { above: where.backends, after: where.backends } : { above: where.apex },
    ),
    ...backendPlaces(spec, backends, where),
  ].sort((a, b) => a.start - b.start);
}

type CommentLines = Pick<CommentPlace, 'above' | 'after'>;

function isListOfBackends(key: string): boolean {
  return key === 'backends' || key === 'dstOverrides';
}

function pairPlaces(map: YAMLMap.Parsed | undefined, linesOf: (key: string) => CommentLines): readonly CommentPlace[] {
  if (map === undefined) return [];
  return map.items.map(({ key }) => ({ start: key.range[0], ...untilEnd(map), ...linesOf(keyText(key) ?? '') }));
}

function untilEnd(collection: Collection): Pick<CommentPlace, 'until'> {
  return isFlow(collection) ? { until: collection.range[1] } : {};
}

function backendPlaces(
  spec: YAMLMap.Parsed | undefined,
  backends: readonly number[],
  { backends: list, name }: CommentPlaces,
): readonly CommentPlace[] {
  const value: unknown = spec && (pairOf(spec, 'backends') ?? pairOf(spec, 'dstOverrides'))?.value;
  if (!isSeq(value)) return [];
  const entries = value as YAMLSeq.Parsed;
  return entries.items.flatMap((entry, index) => {
    const place = backends.indexOf(index);
    const path = place === -1 ? undefined : `${list}/${place}`;
    const lines: CommentLines = path === undefined ? {} : { above: path, after: `${path}/${name}` };
    const start = dashAt(entries, index) ?? entry.range[0];
    const fields = isMap(entry) ? pairPlaces(entry, (key) => linesOfField(key, path, lines)) : [];
    return [{ start, ...untilEnd(entries), ...lines }, ...fields];
  });
}

function linesOfField(key: string, path: string | undefined, entry: CommentLines): CommentLines {
  if (path === undefined) return {};
  if (key === 'weight') return { above: `${path}/weight`, after: `${path}/weight` };
  return key === 'service' || key === 'authority' ? entry : { above: path };
}

/** Remarks for the lines of a value at a path, with paths inside it. */
export function offsetBelow(remarks: readonly Remark[], path: string): readonly Remark[] {
  return remarks
    .filter((remark) => remark.path.startsWith(`${path}/`))
    .map((remark) => ({ ...remark, path: remark.path.slice(path.length) }));
}

/** Remarks as the comments of a printed value. */
export function commentsOf(remarks: readonly Remark[]): Comments {
  const above = new Map<string, string[]>();
  for (const { path, text } of remarks.filter(({ isAbove }) => isAbove)) addTo(above, path, text);
  return {
    above,
    after: new Map(remarks.filter(({ isAbove }) => !isAbove).map(({ path, text }) => [path, text])),
  };
}

interface CommentsFound {
  readonly offset: number;
  readonly source: string;
}

/** The comments from the first token of a manifest to its last one, or to the end of its last line, in the order of the text. */
export function commentsInside({ page: { text }, node }: Manifest): readonly CommentsFound[] {
  const found: CommentsFound[] = [];
  collect(node.srcToken, found);
  const end = isFlow(node) ? node.range[1] : contentEnd(text, node);
  return found.filter(({ offset }) => offset >= node.range[0] && offset < end).sort((a, b) => a.offset - b.offset);
}

/** The comment on the last line of a manifest in flow style, after its comma if it has one. */
export function trailingComment({ page: { text }, node }: Manifest): CommentsFound | undefined {
  if (!isFlow(node)) return undefined;
  const end = node.range[1];
  const [all = '', source] = /^[ \t]*,?[ \t]+(#[^\r\n]*)/.exec(text.slice(end, lineEnd(text, end))) ?? [];
  return source === undefined ? undefined : { offset: end + all.length - source.length, source: source.trimEnd() };
}

/**
 * The comments on the last line of a manifest in flow style, and those above it in a list in brackets; of the last entry,
 * those up to the bracket. The one after a comma is also above the next entry.
 */
export function commentsBeside(manifest: Manifest): readonly CommentsFound[] {
  const { parent, node } = manifest;
  const trailing = trailingComment(manifest);
  const found: CommentsFound[] = [];
  const list = parent?.srcToken;
  if (parent !== undefined && list?.type === 'flow-collection' && node.srcToken?.type === 'flow-collection') {
    const place = placeIn(parent, node);
    const isLast = place === parent.items.length - 1;
    const above = list.items[place]?.start;
    collect([above, node.srcToken.end, ...(isLast ? [list.items[place + 1]?.start, list.end] : [])], found);
  }
  return trailing === undefined ? found : [...found, trailing];
}

/** Comments among the tokens of a part. */
function collect(part: unknown, found: CommentsFound[]): void {
  if (Array.isArray(part)) for (const one of part as readonly unknown[]) collect(one, found);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return;
  const token = part as Record<string, unknown>;
  if (token.type === 'comment') found.push({ offset: Number(token.offset), source: String(token.source).trimEnd() });
  for (const key of ['start', 'props', 'key', 'sep', 'value', 'end', 'items']) collect(token[key], found);
}

/** The comment after an offset on its line. */
export function commentAfter(text: string, offset: number): string | undefined {
  if (offset === 0 || text[offset - 1] === '\n') return undefined;
  return /^[ \t]*[ \t](#[^\r\n]*)/.exec(text.slice(offset, lineEnd(text, offset)))?.[1]?.trimEnd();
}
