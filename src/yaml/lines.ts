const none = { text: '', start: 0, end: 0 };
/** The last line that was asked for in a call: a document on a single line is asked for the same line thousands of times. */
let last = none;

function lineAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  if (offset >= last.start && offset < last.end && text === last.text) return last;
  if (last === none)
    queueMicrotask(() => {
      last = none;
    });
  const at = text.indexOf('\n', offset);
  last = { text, start: text.lastIndexOf('\n', offset - 1) + 1, end: at === -1 ? text.length : at + 1 };
  return last;
}

/** The offset of the start of the line that holds an offset. */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : lineAt(text, offset).start;
}

/** The offset after the line end of the line that holds an offset; the end of the text for the last line. */
export function lineEnd(text: string, offset: number): number {
  return lineAt(text, Math.max(0, offset)).end;
}
