import type { Page } from '../yaml/read.ts';
import type { Edit } from '../yaml/splice.ts';
import { lineStart } from './positions.ts';

/**
 * Takes the tabs out of the blank lines after the edits of a page, and from before a comment below them. Kubernetes' reader passes them over after a plain scalar,
 * with which the text may have ended before, and refuses them after a quoted one (goyaml.v2, yaml_parser_scan_to_next_token).
 */
export function blankTabs(page: Page, edits: readonly Edit[]): readonly Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return sorted.flatMap(({ end }, index) => {
    const next = sorted[index + 1]?.start ?? page.text.length;
    return tabbedLines(page.text, end, next).map(([from, to]) => ({ page, start: from, end: to, text: '' }));
  });
}

/** The blank lines with tabs at an offset, without their ends, and the tabs before a comment below them, up to a limit. */
function tabbedLines(text: string, offset: number, limit: number): readonly (readonly [start: number, end: number])[] {
  const blanks = /[ \t\r\n]*/y;
  blanks.lastIndex = offset;
  blanks.test(text);
  const end = blanks.lastIndex;
  // The last of these lines may be the indentation of the next one, the first the end of a line.
  const last = Math.min(limit, end === text.length ? end : lineStart(text, end));
  const found: (readonly [number, number])[] = [];
  for (let at = offset; at < last;) {
    const stop = /\r?\n|$/.exec(text.slice(at, last));
    const lineStop = at + (stop?.index ?? 0);
    if (lineStart(text, at) === at && text.slice(at, lineStop).includes('\t')) found.push([at, lineStop]);
    at = lineStop + Math.max(1, stop?.[0].length ?? 0);
  }
  const indentation = lineStart(text, end);
  const tab = text.slice(indentation, end).indexOf('\t');
  if (text[end] === '#' && end <= limit && indentation >= offset && tab !== -1) found.push([indentation + tab, end]);
  return found;
}
