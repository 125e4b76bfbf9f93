/** The line that was asked for last: where all of a document is one line, thousands of questions are about it. */
let last = { text: '', start: 0, end: 0 };

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  if (offset >= last.start && offset < last.end && text === last.text) return last;
  const at = text.indexOf('\n', offset);
  last = { text, start: text.lastIndexOf('\n', offset - 1) + 1, end: at === -1 ? text.length : at + 1 };
  return last;
}

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : lineAt(text, offset).start;
}

/** The offset after the line end of an offset's line; the end of the text on the last line. */
export function lineEnd(text: string, offset: number): number {
  return lineAt(text, Math.max(0, offset)).end;
}
