/** What a document must look like in a stream that Kubernetes' decoder reads; decided from the bytes, nothing is parsed. */

const mark = [0xef, 0xbb, 0xbf];

/** Whether a document has `apiVersion` and `kind` at its top level: block keys at column 0, or keys of a flow mapping. */
export function isManifest(document: Uint8Array): boolean {
  const text = latin1(document);
  return isFlowDocument(text) ? hasFlowKey(text, 'apiVersion') && hasFlowKey(text, 'kind') : hasBlockKeys(text);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** Where the content of a document begins: behind mark, directives, blank lines, comments and separator. */
function bodyStart(text: string): number {
  let at = text.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0;
  for (let end = lineEnd(text, at); at < text.length; at = end, end = lineEnd(text, at)) {
    const line = text.slice(at, Math.min(end, at + 4));
    if (/^---(?:[ \t\r\n]|$)/.test(line)) return separated(text, at + 3);
    if (!line.startsWith('%') && !isRemark(text, at, end)) return at;
  }
  return at;
}

/** The same behind a separator: `--- {` has its content on the separator's line. */
function separated(text: string, from: number): number {
  let end = lineEnd(text, from);
  if (!isRemark(text, from, end)) return text[skipBlanks(text, from)] === '{' ? skipBlanks(text, from) : from - 3;
  let at = end;
  for (end = lineEnd(text, at); at < text.length && isRemark(text, at, end); end = lineEnd(text, at)) at = end;
  return at;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}

/** Whether a line, its end included, is blank or a comment. */
function isRemark(text: string, at: number, end: number): boolean {
  const first = skipBlanks(text, at);
  const past = text[first] === '\r' ? first + 1 : first;
  return text[end - 1] === '\n' && (text[first] === '#' || past === end - 1);
}

function isFlowDocument(text: string): boolean {
  return /^\s*\{/.test(text.slice(bodyStart(text)));
}

/** Whether both keys begin lines at the column where the first key stands. */
function hasBlockKeys(text: string): boolean {
  const start = bodyStart(text);
  const indent = text.slice(start, skipBlanks(text, start));
  return ['apiVersion', 'kind'].every((key) => hasBlockKey(text, key, indent));
}

function hasBlockKey(text: string, key: string, indent: string): boolean {
  for (let at = text.indexOf(key); at !== -1; at = text.indexOf(key, at + 1)) {
    const quote = /["']/.test(text[at - 1] ?? '') ? (text[at - 1] ?? '') : '';
    const before = at - quote.length;
    const end = at + key.length + quote.length;
    const line = text.lastIndexOf('\n', before - 1) + 1;
    const start = line === 0 && text.startsWith('\u00ef\u00bb\u00bf') ? 3 : line;
    if (!text.startsWith(indent, start) || (quote !== '' && text[end - 1] !== quote)) continue;
    const sign = keySign(text.slice(start + indent.length, Math.min(before, start + indent.length + 200)));
    if (sign === 'explicit' || (sign === 'plain' && /^[ \t]*:(?:[ \t\r\n]|$)/.test(text.slice(end, end + 200))))
      return true;
  }
  return false;
}

/** What stands between the indentation and a key: nothing, an anchor, a tag, or the `?` of a key whose `:` comes later. */
function keySign(before: string): 'plain' | 'explicit' | undefined {
  if (/^\?[ \t]+$/.test(before)) return 'explicit';
  return /^(?:[&!][^ \t]*[ \t]+)*$/.test(before) ? 'plain' : undefined;
}

/** Whether a key stands at the top level of a flow mapping, quotes and nesting minded. */
function hasFlowKey(text: string, key: string): boolean {
  let depth = 0;
  for (let at = bodyStart(text); at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    else if (character === '"' || character === "'" || /[A-Za-z]/.test(character)) {
      const end = tokenEnd(text, at);
      const quotes = character === '"' || character === "'" ? 1 : 0;
      if (depth === 1 && text.slice(at + quotes, end - quotes) === key && isColon(text, end)) return true;
      at = end - 1;
    }
  }
  return false;
}

/** The end of a quoted text or of a word; an open quote ends with the text. */
function tokenEnd(text: string, from: number): number {
  const quote = text[from];
  let at = from + 1;
  if (quote !== '"' && quote !== "'") {
    while (/[A-Za-z]/.test(text[at] ?? '')) at += 1;
    return at;
  }
  for (; at < text.length && text[at] !== quote; at += 1) if (quote === '"' && text[at] === '\\') at += 1;
  return at + 1;
}

function isColon(text: string, from: number): boolean {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at += 1;
  return text[at] === ':';
}

/** The document as part of a stream: begins with `---`, has no byte order mark and no directive, ends with a line end. */
export function printable(document: Uint8Array): Uint8Array {
  let bytes = mark.every((byte, index) => document[index] === byte) ? document.subarray(3) : document;
  if (bytes[0] === 0x25) bytes = bytes.subarray(separatorStart(latin1(bytes)));
  const eol = latin1(bytes.subarray(0, 4096)).includes('\r\n') ? '\r\n' : '\n';
  const starts = /^---(?:[ \t\r\n]|$)/.test(latin1(bytes.subarray(0, 4)));
  const ends = bytes.at(-1) === 10;
  if (starts && ends) return bytes;
  return Buffer.concat([Buffer.from(starts ? '' : `---${eol}`), bytes, Buffer.from(ends ? '' : eol)]);
}

/** Where the separator behind directives and comments begins; 0 where something else comes first. */
function separatorStart(text: string): number {
  let at = 0;
  for (let end = lineEnd(text, at); at < text.length; at = end, end = lineEnd(text, at)) {
    if (text.startsWith('---', at)) return at;
    if (text[at] !== '%' && !isRemark(text, at, end)) return 0;
  }
  return 0;
}
