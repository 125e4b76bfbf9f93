import { latin1Text } from './pieces.ts';

const separator = /^(?:---[ \t]*\r?\n)?\s*/;

/** The value of a document that is JSON, after its separator; undefined for any other. */
export function jsonOf(document: Uint8Array): unknown {
  const body = bodyOf(document);
  if (body === undefined) return undefined;
  try {
    return JSON.parse(Buffer.from(body).toString()) as unknown;
  } catch {
    return undefined;
  }
}

function bodyOf(document: Uint8Array): Uint8Array | undefined {
  const start = separator.exec(latin1Text(document.subarray(0, 4096)))?.[0].length ?? 0;
  return document[start] === 0x7b ? document.subarray(start) : undefined;
}

/**
 * What JSON allows and Kubernetes' YAML reader refuses or reads differently (goyaml.v2, scannerc.go and readerc.go).
 */
const foreign = /\\u[dD][89a-fA-F]|\\\/|[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|"[ \t]*[\r\n]\s*:/;

/**
 * Converts a JSON document to YAML with the same value, because the decoder reads a stream that starts with `---` as
 * YAML. Returns undefined if the document can be left unchanged, and after a separator, where it was already read as
 * YAML.
 */
export function yamlOf(document: Uint8Array): Uint8Array | undefined {
  const body = document[0] === 0x2d ? undefined : bodyOf(document);
  if (body === undefined) return undefined;
  const text = Buffer.from(body).toString();
  const before = document.subarray(0, document.length - body.length);
  const hasTab = before.includes(0x09);
  const isForeign = foreign.test(text) || hasLongKey(text);
  if ((!hasTab && !isForeign) || jsonOf(document) === undefined) return undefined;
  const written = isForeign ? writtenStrings(text) : text;
  return Buffer.concat([before.filter((byte) => byte !== 0x09), Buffer.from(written)]);
}

/** A key longer than this is not a simple key of YAML (1.2, 7.4.2: 1,024 characters, with its quotes). */
const longKey = 1000;

/** Whether a key is too long. */
function hasLongKey(text: string): boolean {
  for (const { start, end } of stringsIn(text)) if (end - start >= longKey && text[end] === ':') return true;
  return false;
}

/**
 * The strings of a JSON text, one after the other, each with the white space between it and a colon. Searched without a
 * regular expression, which needs memory for each character of a string.
 */
function* stringsIn(text: string): Iterable<{ readonly start: number; readonly end: number }> {
  let rest = 0;
  for (;;) {
    const start = text.indexOf('"', rest);
    const close = start === -1 ? -1 : closingQuote(text, start);
    if (close === -1) return;
    let next = close + 1;
    while (/\s/.test(text[next] ?? '')) next += 1;
    rest = text[next] === ':' ? next : close + 1;
    yield { start, end: rest };
  }
}

/** The quote that ends the string that begins at an offset; -1 if there is none. */
function closingQuote(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = at;
    while (text[escapes - 1] === '\\') escapes -= 1;
    if ((at - escapes) % 2 === 0) return at;
  }
  return -1;
}

/** The text with its strings as YAML reads them. */
function writtenStrings(text: string): string {
  const parts: string[] = [];
  let rest = 0;
  for (const { start, end } of stringsIn(text)) {
    parts.push(text.slice(rest, start), writtenString(text.slice(start, end), text[end] === ':'));
    rest = end;
  }
  return parts.join('') + text.slice(rest);
}

/** A string; one that is a long key gets a `?`. */
function writtenString(token: string, isKey: boolean): string {
  const string = stringOf(token.trimEnd());
  return isKey && token.length >= longKey ? `? ${string}` : string;
}

/**
 * A JSON string: surrogate pairs as their character, a lone surrogate as Go reads it, a slash without its escape, special
 * characters as escapes.
 */
function stringOf(token: string): string {
  return token
    .replace(
      /\\(?:u([dD][89abAB]..)\\u([dD][c-fC-F]..)|u([dD][89a-fA-F]..)|.)/g,
      (escape, high?: string, low?: string, lone?: string) => {
        if (escape === String.raw`\/`) return '/';
        if (high !== undefined && low !== undefined)
          return String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16));
        return lone === undefined ? escape : String.raw`\ufffd`;
      },
    )
    .replace(
      /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (odd) => String.raw`\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
