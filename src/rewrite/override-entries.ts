import { addTo, append, memoisedFor } from '../collections.ts';
import { visit, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { Manifest } from '../manifests/manifest.ts';
import type { WeightedDst } from '../mesh/service-profile.ts';
import { printBlock, printFlow } from '../yaml/print.ts';
import type { Range } from '../yaml/source.ts';
import { splicedText } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { commentsOf } from './comments.ts';
import { columnOf, contentEnd, isFlow, lineEnd, lineStart, separatorEnd, withoutLineEnd } from './positions.ts';
import type { Overridden } from './override-parts.ts';
import { authorityOf, overrideEntries, overridesPath, weightEdit } from './override-parts.ts';
import { isReferred } from './references.ts';
import { putRemarks } from './existing-comments.ts';
import { oldSetters } from './old-comments.ts';
import { flowOf, outerOf, styleOf } from './style.ts';
import { isForTool } from './tool-comments.ts';

/** What is known about the overrides that a profile gets. */
export interface OverrideChange {
  /** Whether the weight of the override at an index changes. */
  readonly differs: (index: number) => boolean;
  /** For lines that are new. */
  readonly remarks: readonly Remark[];
  /** Those of the split, also where it keeps them. */
  readonly ofSplit: readonly Remark[];
}

/** A block list with other entries: those that stay keep their lines, in the wanted order. Undefined: it cannot be done so. */
export function entryEdits(
  manifest: Manifest,
  pair: Pair,
  wanted: readonly WeightedDst[],
  { differs, remarks, ofSplit }: OverrideChange,
): Overridden | undefined {
  const list = pair.value;
  const entries = overrideEntries(list);
  if (entries === undefined || entries.length === 0 || isFlow(list) || isReferred(manifest, { part: pair }))
    return undefined;
  // An alias would be left without its anchor, or before it.
  if (holdsAlias(list)) return undefined;
  const chunks = chunksOf(manifest, pair, list as YAMLSeq.Parsed, entries);
  const [first, last] = [chunks?.[0], chunks?.at(-1)];
  if (chunks === undefined || first === undefined || last === undefined) return undefined;
  const places = placesOf(manifest, entries);
  const [ownRemarks, splitRemarks] = [byEntry(remarks), byEntry(ofSplit)];
  const printed = new Set<Remark>();
  const lost: string[] = [];
  const lines = wanted.map((want, index) => {
    const at = places.get(want.authority)?.pop() ?? -1;
    const [chunk, entry] = [chunks[at], entries[at]];
    const own = ownRemarks.get(index) ?? [];
    for (const remark of own) printed.add(remark);
    if (chunk === undefined || entry === undefined) {
      // An entry in flow style has no line for the comment of a tool about its weight.
      const kept = isListOfFlow(list as YAMLSeq.Parsed) ? own.filter(({ text }) => !isForTool(text)) : own;
      append(
        lost,
        own.flatMap((remark) => (kept.includes(remark) ? [] : remark.text)),
      );
      return newEntry(manifest, list as YAMLSeq.Parsed, want, moved(kept, index, 0));
    }
    const weight = differs(index) ? weightEdit(manifest, entry, want.weight) : [];
    if (weight === undefined) return undefined;
    const ofSplit = moved(splitRemarks.get(index) ?? [], index, at, overridesPath);
    const old = oldSetters(manifest, [weight].flat(), ofSplit, entry).filter(({ start }) => start > chunk.start);
    const put = putRemarks(manifest, moved(own, index, at, overridesPath), old);
    append(lost, put.lost);
    return splicedText(manifest.page.text, [put.edits, weight, old].flat(), chunk);
  });
  if (lines.includes(undefined)) return undefined;
  const edit = { page: manifest.page, start: first.start, end: last.end, text: lines.join(styleOf(manifest).eol) };
  return { edits: [edit], printed, lost };
}

/** The indexes of the entries of each authority, the first one last. */
function placesOf(manifest: Manifest, entries: readonly YAMLMap.Parsed[]): ReadonlyMap<unknown, number[]> {
  const places = new Map<unknown, number[]>();
  for (const [place, entry] of [...entries.entries()].reverse()) addTo(places, authorityOf(manifest, entry), place);
  return places;
}

/** Remarks by the index of the override that they are about. */
function byEntry(remarks: readonly Remark[]): ReadonlyMap<number, readonly Remark[]> {
  const found = new Map<number, Remark[]>();
  for (const remark of remarks) {
    if (!remark.path.startsWith(`${overridesPath}/`)) continue;
    const [index = ''] = remark.path.slice(overridesPath.length + 1).split('/', 1);
    addTo(found, Number(index), remark);
  }
  return found;
}

const isListOfFlow = memoisedFor((list: YAMLSeq.Parsed) => list.items.every(isFlow));

function holdsAlias(list: unknown): boolean {
  let found = false;
  visit(list as YAMLSeq, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** Remarks about the entry at one index as such about that at another, in the list at a path. */
function moved(remarks: readonly Remark[], from: number, to: number, path = ''): readonly Remark[] {
  const start = `${overridesPath}/${from}`.length;
  return remarks.map((remark) => ({ ...remark, path: `${path}/${to}${remark.path.slice(start)}` }));
}

/** The lines of a new entry, written like the others of its list. */
function newEntry(manifest: Manifest, list: YAMLSeq.Parsed, want: WeightedDst, remarks: readonly Remark[]): string {
  const { text } = manifest.page;
  const style = styleOf(manifest);
  const column = columnOf(text, list.range[0]);
  const pad = ' '.repeat(column);
  const [model] = list.items;
  if (model === undefined || !isListOfFlow(list))
    return pad + printBlock([{ ...want }], style, column, commentsOf(remarks));
  const layout = flowOf(text, model, style.eol);
  const entry = `-${' '.repeat(style.gap - 1)}${printFlow({ ...want }, layout, outerOf(manifest, model))}`;
  // As they are put on the line of such an entry that exists already.
  const trailing = remarks.find(({ isAbove }) => !isAbove);
  const above = remarks.filter((remark) => remark !== trailing).map(({ text: comment }) => pad + comment + style.eol);
  return `${above.join('')}${pad}${entry}${trailing === undefined ? '' : ` ${trailing.text}`}`;
}

/** The lines of each entry, with the comments above it; together they are the lines of the list. */
function chunksOf(
  { page }: Manifest,
  pair: Pair,
  list: YAMLSeq.Parsed,
  entries: readonly YAMLMap.Parsed[],
): readonly Range[] | undefined {
  if (page.text.slice(lineStart(page.text, list.range[0]), list.range[0]).trim() !== '') return undefined;
  let start = lineEnd(page.text, separatorEnd(pair));
  return entries.map((entry) => {
    const chunk = { start, end: withoutLineEnd(page.text, contentEnd(page.text, entry)) };
    start = contentEnd(page.text, entry);
    return chunk;
  });
}
