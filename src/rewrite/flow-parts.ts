import type { Node } from 'yaml';
import { isPair } from 'yaml';
import type { Edit } from '../yaml/splice.ts';
import type { Collection } from './positions.ts';
import { tokenEnd } from './positions.ts';

/** An entry or pair of a flow collection, with its anchor and tag, and the commas around it. */
export interface Part {
  readonly start: number;
  readonly end: number;
  readonly comma: number | undefined;
  readonly next: number | undefined;
  /** Where the text before it begins that no edit takes out, if not at the end of the part before it. */
  readonly from?: number | undefined;
}

/** The parts of a flow collection; a comma after the last one is optional. */
export function partsOf(collection: Collection): readonly Part[] {
  const tokens = collection.srcToken?.type === 'flow-collection' ? collection.srcToken.items : [];
  const commaAt = (index: number): number | undefined =>
    tokens[index]?.start.find(({ type }) => type === 'comma')?.offset;
  return collection.items.map((item, index) => {
    const node: Node = isPair(item) ? item.key : item;
    const sign = tokens[index]?.start.find(({ type }) => /^(?:anchor|tag|explicit-key-ind)$/.test(type));
    const start = sign?.offset ?? node.range?.[0] ?? 0;
    return { start, end: tokenEnd(item), comma: commaAt(index), next: commaAt(index + 1) };
  });
}

/** Whether a comma is after the last part of a flow collection. */
export function hasLastComma({ srcToken, items }: Collection): boolean {
  const token = srcToken?.type === 'flow-collection' ? srcToken.items[items.length] : undefined;
  return token?.start.some(({ type }) => type === 'comma') === true;
}

/** Tells whether a character of a page is taken out by one of some edits of it, which do not overlap. */
export function cutTest(edits: readonly Edit[]): (offset: number) => boolean {
  const cuts = [...edits].sort((a, b) => a.start - b.start);
  let at = 0;
  return (offset) => {
    while (at > 0 && (cuts[at]?.start ?? Infinity) > offset) at -= 1;
    while ((cuts[at]?.end ?? Infinity) <= offset) at += 1;
    return (cuts[at]?.start ?? Infinity) <= offset;
  };
}

/** The parts that are not cut, each with the comma that is left before and after it, and their places. */
export function uncut(
  all: readonly Part[],
  isCut: (offset: number) => boolean,
): { readonly parts: readonly Part[]; readonly places: readonly number[] } {
  const parts: Part[] = [];
  const places: number[] = [];
  let commas: number[] = [];
  let from: number | undefined;
  for (const [place, part] of all.entries()) {
    if (part.comma !== undefined) commas.push(part.comma);
    if (isCut(part.start)) {
      from = part.end;
      continue;
    }
    // If something is put in the place of what is cut, the first of two commas is after that.
    const left = commas.filter((one) => !isCut(one));
    const comma = left.at(-1);
    const before = parts.pop();
    if (before !== undefined) parts.push({ ...before, next: left[0] });
    const isFree = from !== undefined && comma !== undefined && comma >= from;
    parts.push({ ...part, comma, from: isFree ? from : undefined });
    places.push(place);
    commas = [];
    from = undefined;
  }
  const last = parts.pop();
  const end = [...commas, all.at(-1)?.next ?? -1].find((one) => one >= 0 && !isCut(one));
  if (last !== undefined) parts.push({ ...last, next: end });
  return { parts, places };
}
