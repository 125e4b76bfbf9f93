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

const bodyStart =
  /^(?:\u00ef\u00bb\u00bf)?(?:%[^\n]*\n|[ \t]*(?:#[^\n]*)?\r?\n)*(?:---(?:[ \t]+#[^\n]*|[ \t]*)(?:\r?\n|(?=\{)))?(?:[ \t]*(?:#[^\n]*)?\r?\n)*/;

function isFlowDocument(text: string): boolean {
  return text
    .slice(bodyStart.exec(text)?.[0].length ?? 0)
    .trimStart()
    .startsWith('{');
}

function hasBlockKeys(text: string): boolean {
  const indent = /^[ \t]*/.exec(text.slice(bodyStart.exec(text)?.[0].length ?? 0))?.[0] ?? '';
  return ['apiVersion', 'kind'].every((key) =>
    new RegExp(`^${indent}(?:${key}|"${key}"|'${key}')[ \\t]*:(?:[ \\t\\r\\n]|$)`, 'm').test(withoutMark(text)),
  );
}

function withoutMark(text: string): string {
  return text.startsWith('\u00ef\u00bb\u00bf') ? text.slice(3) : text;
}

/** Whether a key stands at the top level of a flow mapping, quotes and nesting minded. */
function hasFlowKey(text: string, key: string): boolean {
  let depth = 0;
  for (const found of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{}[\]]|[A-Za-z]+/gs)) {
    const token = found[0];
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
    else if (
      depth === 1 &&
      token.replace(/^["']|["']$/g, '') === key &&
      /^\s*:/.test(text.slice(found.index + token.length))
    )
      return true;
  }
  return false;
}

/** The document as part of a stream: begins with `---`, has no byte order mark and no directive, ends with a line end. */
export function printable(document: Uint8Array): Uint8Array {
  let bytes = mark.every((byte, index) => document[index] === byte) ? document.subarray(3) : document;
  if (bytes[0] === 0x25)
    bytes = Buffer.from(latin1(bytes).replace(/^(?:%[^\n]*\n|[ \t]*(?:#[^\n]*)?\r?\n)*(?=---)/, ''), 'latin1');
  const eol = latin1(bytes.subarray(0, 4096)).includes('\r\n') ? '\r\n' : '\n';
  const starts = /^---(?:[ \t\r\n]|$)/.test(latin1(bytes.subarray(0, 4)));
  const ends = bytes.at(-1) === 10;
  if (starts && ends) return bytes;
  return Buffer.concat([Buffer.from(starts ? '' : `---${eol}`), bytes, Buffer.from(ends ? '' : eol)]);
}
