import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import { isCollection, isMap, isPair, isSeq } from 'yaml';
import { addTo } from '../collections.ts';
import type { Manifest } from '../manifests/manifest.ts';
import { pairOf } from '../manifests/nodes.ts';
import type { Edit } from '../yaml/splice.ts';
import type { Remark } from './comments.ts';
import { commentAfter } from './comments.ts';
import { dashAt, indentationOf, isFlow, lineEnd, lineStart, separatorEnd, tokenEnd } from './positions.ts';
import { lineEndOf } from './style.ts';
import { isForTool } from './tool-comments.ts';

/** Edits, and the remarks for which there is no line. */
export interface Put {
  readonly edits: readonly Edit[];
  readonly lost: readonly string[];
}

/** A line that exists already. */
interface Line {
  /** Where what it says begins: a key, or a dash. */
  readonly start: number;
  /** Where what it says ends, before a comment; absent where no comment can be after it. */
  readonly end: number | undefined;
  readonly isEntry: boolean;
  /** Whether it is the line of the value that was asked for, which has it for itself. */
  readonly isOwn: boolean;
}

/**
 * Adds remarks to lines of an existing manifest: at the end of the line of their value, or above it if the line holds
 * more. A remark that is already there is not repeated. `gone` are edits that take comments out.
 */
export function putRemarks(manifest: Manifest, remarks: readonly Remark[], gone: readonly Edit[] = []): Put {
  const lines = new Map<number, Placed[]>();
  const lost: string[] = [];
  for (const remark of remarks) {
    const line = lineOfField(manifest, remark.path);
    if (line === undefined) lost.push(remark.text);
    else addTo(lines, line.start, { remark, line });
  }
  const puts = [...lines].map(([start, placed]) => putOnLine(manifest, start, placed, gone));
  return { edits: puts.flatMap(({ edits }) => edits), lost: [...lost, ...puts.flatMap((put) => put.lost)] };
}

interface Placed {
  readonly remark: Remark;
  readonly line: Line;
}

/** Puts remarks that have the same line: one at its end, if any may be there, and the others above it. */
function putOnLine({ page }: Manifest, start: number, placed: readonly Placed[], gone: readonly Edit[]): Put {
  const { text } = page;
  const isFreed = (end: number | undefined): boolean => gone.some((edit) => edit.start === end);
  const trailing = placed.find((one) => !one.remark.isAbove && fitsAtEnd(text, one, isFreed(one.line.end)));
  const others = placed.flatMap(({ remark }) => (remark === trailing?.remark ? [] : remark.text));
  const known = linesAbove(text, start);
  const pad = indentationOf(text, start);
  const above = others.filter((one) => !isForTool(one) && !known.has(one));
  const printed = above.map((one) => `${pad}${one}${lineEndOf(page, start)}`).join('');
  const edit = (offset: number, put: string): Edit => ({ page, start: offset, end: offset, text: put });
  const end = trailing?.line.end;
  const isThere = end !== undefined && !isFreed(end) && commentAfter(text, end) !== undefined;
  return {
    edits: [
      ...(printed === '' ? [] : [edit(lineStart(text, start), printed)]),
      ...(trailing === undefined || end === undefined || isThere ? [] : [edit(end, ` ${trailing.remark.text}`)]),
    ],
    lost: others.filter(isForTool),
  };
}

/** Whether a remark may be at the end of its line, or is there already. */
function fitsAtEnd(text: string, { remark, line: { end, isOwn } }: Placed, isFreed: boolean): boolean {
  if (end === undefined || (!isOwn && isForTool(remark.text))) return false;
  return isFreed || text.slice(end, lineEnd(text, end)).trim() === '' || commentAfter(text, end) === remark.text;
}

/** The comments on the lines right above that of an offset. */
function linesAbove(text: string, offset: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = lineStart(text, offset); at > 0;) {
    at = lineStart(text, at - 1);
    const line = text.slice(at, lineEnd(text, at)).trim();
    if (!line.startsWith('#')) break;
    found.add(line);
  }
  return found;
}

/** The line of the value at a path, or of the nearest one around it that has a line; undefined where none has. */
export function lineOfField({ node, page: { text } }: Manifest, path: string): Line | undefined {
  let line: Line | undefined;
  let at: unknown = node;
  for (const key of path.split('/').slice(1)) {
    const next = isSeq(at) ? entryLine(at as YAMLSeq.Parsed, Number(key)) : pairLine(at, key);
    // What is inside a flow collection, or absent, has no line of its own.
    if (next === undefined) return line && { ...line, isOwn: false, ...(!line.isEntry && { end: undefined }) };
    line = next.line;
    at = next.value;
  }
  return line?.end !== undefined && text[line.end - 1] === '\n' ? { ...line, end: undefined } : line;
}

interface FieldLine {
  readonly line: Line;
  readonly value: unknown;
}

function entryLine(list: YAMLSeq.Parsed, index: number): FieldLine | undefined {
  const value: unknown = list.items[index];
  const start = dashAt(list, index);
  if (start === undefined || value === undefined) return undefined;
  return { line: { start, isOwn: true, isEntry: true, end: isFlow(value) ? tokenEnd(value) : undefined }, value };
}

function pairLine(map: unknown, key: string): FieldLine | undefined {
  const pair = isMap(map) && !isFlow(map) ? pairOf(map as YAMLMap.Parsed, key) : undefined;
  if (!isPair(pair)) return undefined;
  const start = (pair.key as Node).range?.[0] ?? 0;
  const { value } = pair;
  const end = isCollection(value) && !isFlow(value) ? separatorEnd(pair) : tokenEnd(pair);
  return { line: { start, isOwn: true, isEntry: false, end }, value };
}
