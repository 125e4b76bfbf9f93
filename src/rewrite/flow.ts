import type { Page } from '../yaml/read.ts';
import type { Flow } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import { lineEnd } from './lines.ts';

/**
 * A part of a flow collection after another that ends at `end`: on the same line, or on a line of its own where `line`
 * (a line end and an indentation) is given. A comment at the end of the neighbour's line stays with the neighbour.
 */
export function insertFlowPart(
  page: Page,
  end: number,
  printed: string,
  layout: Pick<Flow, 'tight'>,
  line?: string,
): readonly Edit[] {
  const at = (offset: number, text: string): Edit => ({ page, start: offset, end: offset, text });
  if (line === undefined) return [at(end, `,${layout.tight === true ? '' : ' '}${printed}`)];
  const rest = /^([ \t]*,?)[ \t]+#[^\r\n]*/.exec(page.text.slice(end, lineEnd(page.text, end)));
  if (rest === null) return [at(end, `,${line}${printed}`)];
  if (rest[1]?.endsWith(',') === true) return [at(end + rest[0].length, `${line}${printed},`)];
  return [at(end, ','), at(end + rest[0].length, line + printed)];
}
