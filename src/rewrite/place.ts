import type { Manifest } from '../manifests/manifest.ts';
import type { Comments, Value } from '../yaml/print.ts';
import type { Edit } from '../yaml/splice.ts';
import { insertLines } from './block-editor.ts';
import { editorBeside, editorOf } from './editors.ts';
import { layoutOf } from './layout.ts';
import { indentationOf, isFlow, lineEnd, lineStart } from './positions.ts';
import { lineEndOf } from './style.ts';

/**
 * Manifests of ours beside an existing one, with comments, one for each: the next documents of its file, or the next entries
 * of its list. `isOpen`: the last line gets no line end, the last entry of a flow list no comma.
 */
export function insertAfter(
  manifest: Manifest,
  values: readonly Value[],
  comments: readonly (Comments | undefined)[] = [],
  isOpen = false,
): readonly Edit[] {
  const { parent } = manifest;
  const editor = editorBeside(manifest);
  const printed = values.map((value, index) => editor.print(manifest, value, comments[index]));
  if (parent === undefined) return [insertDocuments(manifest, printed, isOpen)];
  return editorOf(parent).insertAfter(manifest, printed, isOpen);
}

/** Replaces a manifest by a new one. Comments above it are kept; those on its own lines are given by `comments`. */
export function replaceManifest(manifest: Manifest, value: Value, comments?: Comments): Edit {
  const { page } = manifest;
  const editor = editorBeside(manifest);
  const start = manifest.start - (isAfterLaterMark(manifest) ? 1 : 0);
  return { page, start, end: editor.end(manifest), text: editor.print(manifest, value, comments) };
}

/** Whether a byte order mark is before a manifest that is not at the start of its source: it is removed with the manifest. */
function isAfterLaterMark({ page, start }: Manifest): boolean {
  return page.text[start - 1] === '\ufeff' && page.slice.start + start > 1;
}

function insertDocuments(manifest: Manifest, printed: readonly string[], isOpen: boolean): Edit {
  const { page, start } = manifest;
  const { text } = page;
  const eol = lineEndOf(page, start);
  if (page.slice.part === 'json') {
    const end = manifest.node.range[1];
    return { page, start: end, end, text: printed.map((one) => eol + one).join('') };
  }
  const end = documentEnd(text, layoutOf(manifest).end);
  const lead = indentationOf(text, start);
  return insertLines(manifest, end, printed.map((one) => `---${eol}${lead}${one}`).join(eol), isOpen);
}

/** The end of the last line of a document that is not blank, including comments after its content. */
function documentEnd(text: string, content: number): number {
  let end = content;
  for (let at = content; at < text.length; at = lineEnd(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (/^(?:---|\.\.\.)(?:[ \t\r\n]|$)/.test(line)) break;
    if (line.trim() !== '') end = lineEnd(text, at);
  }
  return end;
}

/** Whether what is put after an entry of a flow list is after the comma and the comment of that entry. */
export function isPutAfterComma({ page: { text }, node, parent }: Manifest): boolean {
  const [start, end] = node.range;
  const first = lineStart(text, start);
  if (!isFlow(parent) || first === 0 || text.slice(first, start).trim() !== '') return false;
  return /^[ \t]*,[ \t]+#/.test(text.slice(end, lineEnd(text, end)));
}
