import type { Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { field } from '../kubernetes.ts';
import type { Manifest } from '../manifests/manifest.ts';
import type { Value } from '../yaml/print.ts';
import { printBlock, printFlow, printString, quoteString } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import { ownMap, removePair, setKey, setValue } from './fields.ts';
import { pairOf } from '../manifests/nodes.ts';
import { colonEnd, columnOf, contentEnd, isFlow, lineEnd, lineStart, tokenEnd, withoutLineEnd } from './lines.ts';
import { isReferred } from './references.ts';
import { flowOf, outerOf, styleOf } from './style.ts';

/** A weighted destination as it is to be written. */
export interface Override {
  readonly authority: string;
  readonly weight: string;
}

/**
 * Gives an existing profile these overrides and touches nothing else: only the weights that differ where the
 * authorities agree; else the entries that stay keep their text and comments. Undefined: anchors stand in the way.
 */
export function setOverrides(
  manifest: Manifest,
  wanted: readonly Override[],
  differs: (index: number) => boolean,
): readonly Edit[] | undefined {
  const { node, object } = manifest;
  const value = wanted.map(({ authority, weight }) => ({ authority, weight }));
  const spec = ownMap(node, 'spec', object);
  if (spec === 'foreign') return undefined;
  if (spec === 'absent' || spec === 'null')
    return wanted.length === 0 ? [] : setKey(manifest, node, 'spec', { dstOverrides: value });
  const pair = pairOf(spec, 'dstOverrides');
  if (wanted.length === 0) return dropOverrides(manifest, spec, pair);
  if (pair === undefined) return setKey(manifest, spec, 'dstOverrides', value);
  return (
    weightEdits(manifest, pair.value, wanted, differs) ??
    entryEdits(manifest, pair, wanted, differs) ??
    setValue(manifest, spec, pair, value)
  );
}

/** The key goes, if it is written in place; a spec left empty is written `spec: {}`. */
function dropOverrides(manifest: Manifest, spec: YAMLMap.Parsed, pair: Pair | undefined): readonly Edit[] | undefined {
  if (pair === undefined) return field(manifest.object, 'spec', 'dstOverrides') === undefined ? [] : undefined;
  if (spec.items.length > 1) return removePair(manifest, spec, pair);
  const specPair = pairOf(manifest.node, 'spec');
  return specPair && setValue(manifest, manifest.node, specPair, {});
}

function entriesOf(list: unknown): readonly YAMLMap.Parsed[] | undefined {
  if (!isSeq(list) || !list.items.every(isMap)) return undefined;
  return list.items as unknown as readonly YAMLMap.Parsed[];
}

function authorityOf({ document }: Manifest, entry: YAMLMap.Parsed): unknown {
  const node = entry.get('authority', true) as unknown;
  const value = isAlias(node) ? node.resolve(document) : node;
  return isScalar(value) ? value.value : undefined;
}

/** Only the weights that differ, where the authorities are the wanted ones in the wanted order. */
function weightEdits(
  manifest: Manifest,
  list: unknown,
  wanted: readonly Override[],
  differs: (index: number) => boolean,
): readonly Edit[] | undefined {
  const entries = entriesOf(list);
  if (entries?.length !== wanted.length) return undefined;
  const edits: Edit[] = [];
  for (const [index, entry] of entries.entries()) {
    const want = wanted[index];
    if (want === undefined || authorityOf(manifest, entry) !== want.authority) return undefined;
    if (!differs(index)) continue;
    const edit = weightEdit(manifest, entry, want.weight);
    if (edit === undefined) return undefined;
    edits.push(edit);
  }
  return edits;
}

function weightEdit(manifest: Manifest, entry: YAMLMap.Parsed, weight: string): Edit | undefined {
  return stringEdit(manifest, pairOf(entry, 'weight'), weight);
}

/** Puts a string in the place of a scalar, in its quotes; undefined where the scalar is shared, tagged or a block. */
function stringEdit(manifest: Manifest, pair: Pair | undefined, value: string): Edit | undefined {
  const old = pair?.value;
  if (isAlias(old) && old.range)
    return {
      page: manifest.page,
      start: old.range[0],
      end: old.range[1],
      text: printString(value, styleOf(manifest).quote),
    };
  if (pair === undefined || !isScalar(old) || !old.range || old.range[0] === old.range[1]) return undefined;
  if (old.type?.startsWith('BLOCK') === true || old.tag !== undefined || isReferred(manifest, pair)) return undefined;
  const quote = styleOf(manifest).quote;
  const text =
    old.type === 'QUOTE_DOUBLE'
      ? quoteString(value, '"')
      : old.type === 'QUOTE_SINGLE'
        ? quoteString(value, "'")
        : printString(value, quote);
  return { page: manifest.page, start: old.range[0], end: old.range[1], text };
}

/** A block list with other entries: those that stay keep their lines, in the wanted order. */
function entryEdits(
  manifest: Manifest,
  pair: Pair,
  wanted: readonly Override[],
  differs: (index: number) => boolean,
): readonly Edit[] | undefined {
  const list = pair.value;
  const entries = entriesOf(list);
  if (entries === undefined || entries.length === 0 || isFlow(list) || isReferred(manifest, pair)) return undefined;
  const { page } = manifest;
  const chunks = chunksOf(manifest, pair, list as YAMLSeq.Parsed, entries);
  if (chunks === undefined) return undefined;
  const style = styleOf(manifest);
  const column = columnOf(page.text, (list as YAMLSeq.Parsed).range[0]);
  const [model] = entries;
  const layout = model !== undefined && entries.every(isFlow) ? flowOf(page.text, model, style.eol) : undefined;
  const used = new Set<number>();
  const lines = wanted.map((want, index) => {
    const at = entries.findIndex((entry, place) => !used.has(place) && authorityOf(manifest, entry) === want.authority);
    const chunk = chunks[at];
    const entry = entries[at];
    if (chunk === undefined || entry === undefined)
      return (
        ' '.repeat(column) +
        (layout
          ? `-${' '.repeat(style.gap - 1)}${printFlow({ ...want }, layout, model && outerOf(manifest, model))}`
          : printBlock([{ ...want }], style, column))
      );
    used.add(at);
    return differs(index) ? reweighed(manifest, chunk, entry, want.weight) : page.text.slice(chunk.start, chunk.end);
  });
  if (lines.includes(undefined)) return undefined;
  const [first, last] = [chunks[0], chunks.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return [{ page, start: first.start, end: last.end, text: lines.join(style.eol) }];
}

interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** The lines of each entry, with the comments above it; together they are the lines of the list. */
function chunksOf(
  { page }: Manifest,
  pair: Pair,
  list: YAMLSeq.Parsed,
  entries: readonly YAMLMap.Parsed[],
): readonly Chunk[] | undefined {
  if (page.text.slice(lineStart(page.text, list.range[0]), list.range[0]).trim() !== '') return undefined;
  let start = lineEnd(page.text, colonEnd(pair) ?? list.range[0]);
  if (start > list.range[0]) return undefined;
  const chunks: Chunk[] = [];
  for (const entry of entries) {
    const end = contentEnd(page.text, entry);
    if (end <= start || (isFlow(entry) && tokenEnd(entry) > end)) return undefined;
    chunks.push({ start, end: withoutLineEnd(page.text, end) });
    start = end;
  }
  return chunks;
}

function reweighed(manifest: Manifest, chunk: Chunk, entry: YAMLMap.Parsed, weight: string): string | undefined {
  const edit = weightEdit(manifest, entry, weight);
  if (edit === undefined) return undefined;
  const { text } = manifest.page;
  return text.slice(chunk.start, edit.start) + edit.text + text.slice(edit.end, chunk.end);
}

/** Gives an annotation of a manifest a value. Undefined: its annotations stand behind an alias. */
export function setAnnotation(manifest: Manifest, key: string, value: string): readonly Edit[] | undefined {
  const metadata = ownMap(manifest.node, 'metadata', manifest.object);
  if (typeof metadata === 'string') return undefined;
  const annotations = ownMap(metadata, 'annotations', manifest.object.metadata);
  if (annotations === 'foreign') return undefined;
  const entry: Value = { [key]: value };
  if (typeof annotations === 'string') return setKey(manifest, metadata, 'annotations', entry);
  const pair = pairOf(annotations, key);
  if (pair === undefined) return setKey(manifest, annotations, key, value);
  const edit = stringEdit(manifest, pair, value);
  return edit === undefined ? setValue(manifest, annotations, pair, value) : [edit];
}
